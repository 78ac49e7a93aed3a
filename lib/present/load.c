/* A load in sentences and as a table, in text and as a web page. */
#include "present/load.h"

#include <stdio.h>

/* ------------------------------------------------------------------ what is shown */

schakel_load_people sk_load_people(const schakel_load *load)
{
    schakel_load_total total = SCHAKEL_LOAD_TOTAL_INIT;
    schakel_load_get_total(load, SCHAKEL_LOAD_OFFERERS, SCHAKEL_LOAD_RECORDED, &total);
    return total.hidden ? SCHAKEL_LOAD_ADULTS : SCHAKEL_LOAD_OFFERERS;
}

schakel_load_total sk_load_total(const schakel_load *load, schakel_load_moment moment)
{
    schakel_load_total total = SCHAKEL_LOAD_TOTAL_INIT;
    schakel_load_get_total(load, sk_load_people(load), moment, &total);
    return total;
}

int sk_load_shows_plan(const schakel_load *load)
{
    return schakel_load_has_plan(load) && !sk_load_total(load, SCHAKEL_LOAD_WITH_PLAN).hidden;
}

size_t sk_load_bin_people(const schakel_load *load, schakel_load_moment moment, size_t index,
                          schakel_load_bin *bin)
{
    schakel_load_get_bin(load, moment, index, bin);
    return bin->offerers_hidden ? bin->adults : bin->offerers;
}

void sk_add_bin_words(sk_page *page, const schakel_load_bin *bin)
{
    if (page->options.language == SCHAKEL_ENGLISH && bin->asks == 1)
        sk_buffer_adds(&page->out, "once");
    else
        sk_buffer_addf(&page->out, sk_say(page, "%zu keer", "%zu times"), bin->asks);
    if (bin->or_more)
        sk_buffer_adds(&page->out, sk_say(page, " of vaker", " or more"));
}

const char *sk_moment_words(const sk_page *page, schakel_load_moment moment)
{
    return moment == SCHAKEL_LOAD_RECORDED ? sk_say(page, "Nu", "Now")
                                           : sk_say(page, "Met het plan", "With the plan");
}

size_t sk_load_fullest(const schakel_load *load)
{
    size_t fullest = 1;
    for (int moment = SCHAKEL_LOAD_RECORDED; moment <= SCHAKEL_LOAD_WITH_PLAN; moment++)
        for (size_t i = 0; i < schakel_load_bin_count(load, (schakel_load_moment)moment); i++) {
            schakel_load_bin bin = SCHAKEL_LOAD_BIN_INIT;
            size_t people = sk_load_bin_people(load, (schakel_load_moment)moment, i, &bin);
            fullest = people > fullest ? people : fullest;
        }
    return fullest;
}

const char *sk_spread_words(const sk_page *page, const schakel_load *load)
{
    return sk_load_people(load) == SCHAKEL_LOAD_OFFERERS
               ? sk_say(page, "Hoe vaak mensen die iets aanbieden gevraagd zijn",
                        "How often people who offer something were asked")
               : sk_say(page, "Hoe vaak mensen gevraagd zijn", "How often people were asked");
}

/* ---------------------------------------------------------------------- sentences */

static void add_never_asked(sk_page *page, const schakel_load *load, const schakel_load_total *now,
                            const schakel_load_total *plan)
{
    int offerers = sk_load_people(load) == SCHAKEL_LOAD_OFFERERS;
    if (now->adults == 0) {
        sk_buffer_adds(&page->out, offerers
                                       ? sk_say(page, "Niemand biedt iets aan.", "Nobody offers anything.")
                                       : sk_say(page, "Er zijn geen mensen.", "There are no people."));
        return;
    }
    if (now->never_asked == 0)
        sk_buffer_addf(&page->out,
                       offerers
                           ? sk_say(page, "Alle %zu mensen die iets aanbieden, zijn gevraagd.",
                                    "All %zu people who offer something were asked.")
                           : sk_say(page, "Alle %zu mensen zijn gevraagd.", "All %zu people were asked."),
                       now->adults);
    else
        sk_buffer_addf(
            &page->out,
            offerers ? sk_say(page, "Van de %zu mensen die iets aanbieden, zijn er %zu nog niet gevraagd.",
                              "Of the %zu people who offer something, %zu were not asked yet.")
                     : sk_say(page, "Van de %zu mensen zijn er %zu nog niet gevraagd.",
                              "Of the %zu people, %zu were not asked yet."),
            now->adults, now->never_asked);
    if (plan == NULL || now->never_asked == 0)
        return;
    if (plan->never_asked == 0)
        sk_buffer_adds(&page->out, sk_say(page, " Met het plan wordt iedereen van hen gevraagd.",
                                          " With the plan all of them are asked."));
    else
        sk_buffer_addf(&page->out,
                       sk_say(page, " Met het plan zijn dat er %zu.", " With the plan that is %zu."),
                       plan->never_asked);
}

static void add_most_asked(sk_page *page, const schakel_load_total *now, const schakel_load_total *plan)
{
    schakel_load_bin bin = SCHAKEL_LOAD_BIN_INIT;
    if (now->most_asked == 0) {
        sk_buffer_adds(&page->out, sk_say(page, "Niemand is gevraagd.", "Nobody was asked."));
    } else {
        bin.asks = now->most_asked;
        bin.or_more = now->most_or_more;
        sk_buffer_addf(
            &page->out,
            sk_say(page, "Het vaakst gevraagd zijn %zu mensen: ", "Asked most often are %zu people: "),
            now->most_adults);
        sk_add_bin_words(page, &bin);
        sk_buffer_adds(&page->out, ".");
    }
    if (plan == NULL || plan->most_asked == 0)
        return;
    bin.asks = plan->most_asked;
    bin.or_more = plan->most_or_more;
    sk_buffer_addf(&page->out,
                   sk_say(page, " Met het plan zijn dat er %zu: ", " With the plan that is %zu: "),
                   plan->most_adults);
    sk_add_bin_words(page, &bin);
    sk_buffer_adds(&page->out, ".");
}

static void add_asks(sk_page *page, const schakel_load_total *now, const schakel_load_total *plan)
{
    sk_buffer_addf(&page->out,
                   sk_say(page, "Samen zijn zij %zu keer gevraagd.", "Together they were asked %zu times."),
                   now->asks);
    if (plan != NULL)
        sk_buffer_addf(
            &page->out,
            sk_say(page, " Met het plan wordt dat %zu keer.", " With the plan that becomes %zu times."),
            plan->asks);
}

/* Where the last bin stands for more, the number is at least what follows from what is shown. */
static void add_gini_number(sk_page *page, const schakel_load_total *total)
{
    if (total->most_or_more)
        sk_buffer_adds(&page->out, sk_say(page, "ten minste ", "at least "));
    sk_add_number(page, total->gini, 2);
}

static void add_gini(sk_page *page, const schakel_load_total *now, const schakel_load_total *plan)
{
    sk_buffer_adds(&page->out, sk_say(page, "Hoe eerlijk is dat verdeeld? Het getal daarvoor (gini) is ",
                                      "How fairly is that spread? The number for it (Gini) is "));
    add_gini_number(page, now);
    if (plan != NULL) {
        sk_buffer_adds(&page->out, sk_say(page, ". Met het plan wordt het ", ". With the plan it becomes "));
        add_gini_number(page, plan);
    }
    sk_buffer_adds(
        &page->out,
        sk_say(page,
               ". Bij 0 wordt iedereen even vaak gevraagd. Hoe dichter bij 1, hoe meer vragen naar "
               "een paar mensen gaan.",
               ". At 0 all are asked equally often. The closer to 1, the more of the asks go to a few "
               "people."));
}

/* Each sentence between `before` and `after`. */
static void add_sentences(sk_page *page, const schakel_load *load, const char *before, const char *after)
{
    schakel_load_total now = sk_load_total(load, SCHAKEL_LOAD_RECORDED);
    schakel_load_total with_plan = sk_load_total(load, SCHAKEL_LOAD_WITH_PLAN);
    const schakel_load_total *plan = sk_load_shows_plan(load) ? &with_plan : NULL;
    sk_buffer_adds(&page->out, before);
    if (now.hidden) {
        sk_buffer_adds(&page->out, sk_say(page, "Er zijn te weinig mensen om iets te laten zien.",
                                          "There are too few people to show anything."));
        sk_buffer_adds(&page->out, after);
        return;
    }
    add_never_asked(page, load, &now, plan);
    sk_buffer_addf(&page->out, "%s%s", after, before);
    add_most_asked(page, &now, plan);
    sk_buffer_adds(&page->out, after);
    if (!now.asks_hidden && now.adults != 0) {
        sk_buffer_adds(&page->out, before);
        add_asks(page, &now, plan);
        sk_buffer_addf(&page->out, "%s%s", after, before);
        add_gini(page, &now, plan);
        sk_buffer_adds(&page->out, after);
    }
    if (schakel_load_has_plan(load) && plan == NULL)
        sk_buffer_addf(
            &page->out, "%s%s%s", before,
            sk_say(page,
                   "Wat het plan verandert, staat er niet in. Anders kun je zien om welke mensen het "
                   "gaat.",
                   "What the plan changes is left out. Otherwise you could see which people it is "
                   "about."),
            after);
}

static const char *question(const sk_page *page)
{
    return sk_say(page, "Hoe zijn de vragen verdeeld?", "How are the asks spread?");
}

/* ------------------------------------------------------------------------- columns */

enum { COLUMNS = 6, NAME_COLUMNS = 30 };

/* What a column shows; the ones with the plan only when there is one. */
typedef struct column {
    const char *nl, *en;
    int width; /* in a terminal, with the space before it */
    int of_plan;
} column;

static const column columns[COLUMNS] = {{"mensen", "people", 8, 0},
                                        {"bieden iets aan", "offer something", 17, 0},
                                        {"nooit gevraagd", "never asked", 16, 0},
                                        {"nooit, met plan", "never, with plan", 18, 1},
                                        {"vragen per persoon", "asks per person", 20, 0},
                                        {"per persoon, met plan", "per person, with plan", 23, 1}};

/* A row's number in a column; `decimals` tells how to write it. Returns 0 when it is not shown. */
static int number_in(const schakel_load_row *row, size_t at, double *number, int *decimals)
{
    const int hidden[COLUMNS] = {row->hidden,      row->offerers_hidden,
                                 row->hidden,      row->plan_hidden,
                                 row->asks_hidden, row->asks_hidden || row->plan_hidden};
    const double numbers[COLUMNS] = {(double)row->adults,
                                     (double)row->offerers,
                                     (double)row->never_asked,
                                     (double)row->never_asked_with_plan,
                                     row->mean,
                                     row->mean_with_plan};
    *number = numbers[at];
    *decimals = at < 4 ? 0 : 1;
    return !hidden[at];
}

/* ---------------------------------------------------------------------------- text */

enum { BIN_COLUMNS = 20, BAR_COLUMNS = 40 };

static void add_text_bins(sk_page *page, const schakel_load *load, schakel_load_moment moment)
{
    size_t fullest = sk_load_fullest(load);
    sk_buffer_addf(&page->out, "\n%s\n", sk_moment_words(page, moment));
    for (size_t i = 0; i < schakel_load_bin_count(load, moment); i++) {
        schakel_load_bin bin = SCHAKEL_LOAD_BIN_INIT;
        size_t people = sk_load_bin_people(load, moment, i, &bin), start = page->out.length;
        sk_buffer_adds(&page->out, "  ");
        sk_add_bin_words(page, &bin);
        sk_add_space(page, BIN_COLUMNS - (int)(page->out.length - start));
        sk_add_count_cell(page, people, 1, 6);
        sk_buffer_adds(&page->out, people == 0 ? "" : "  ");
        sk_paint(page, SK_CYAN);
        for (size_t bar = 0; bar < (people * BAR_COLUMNS + fullest - 1) / fullest; bar++)
            sk_buffer_adds(&page->out, "\xE2\x96\x88");
        sk_paint(page, SK_PLAIN);
        sk_buffer_adds(&page->out, "\n");
    }
}

static void add_text_row(sk_page *page, const schakel_load_row *row, int with_plan)
{
    const char *name = sk_row_word(page, row->breakdown, row->key);
    int indent = row->breakdown == SCHAKEL_BY_ALL ? 0 : 2;
    sk_add_space(page, indent);
    sk_add_name(page, name);
    sk_add_space(page, NAME_COLUMNS - indent - sk_width(name));
    for (size_t at = 0; at < COLUMNS; at++) {
        double number;
        int decimals;
        if (columns[at].of_plan && !with_plan)
            continue;
        if (!number_in(row, at, &number, &decimals)) {
            sk_add_count_cell(page, 0, 0, columns[at].width);
        } else if (decimals == 0) {
            sk_add_count_cell(page, (size_t)number, 1, columns[at].width);
        } else {
            /* A mean of tens has more digits than one below ten. */
            sk_add_space(page, columns[at].width - 3 - (number >= 9.95) - (number >= 99.95));
            sk_add_number(page, number, decimals);
        }
    }
    sk_buffer_adds(&page->out, "\n");
}

static void add_text_table(sk_page *page, const schakel_load *load)
{
    int with_plan = sk_load_shows_plan(load);
    schakel_breakdown last = SCHAKEL_BY_ALL;
    sk_buffer_adds(&page->out, "\n");
    sk_add_space(page, NAME_COLUMNS);
    sk_paint(page, SK_BOLD);
    for (size_t at = 0; at < COLUMNS; at++)
        if (with_plan || !columns[at].of_plan)
            sk_add_right(page, sk_say(page, columns[at].nl, columns[at].en), columns[at].width);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
    for (size_t i = 0; i < schakel_load_row_count(load); i++) {
        schakel_load_row row = SCHAKEL_LOAD_ROW_INIT;
        schakel_load_get_row(load, i, &row);
        if (sk_is_empty_row(row.breakdown, row.hidden, row.adults))
            continue;
        sk_add_breakdown_line(page, &last, row.breakdown);
        add_text_row(page, &row, with_plan);
    }
}

void sk_load_text(sk_page *page, const schakel_load *load)
{
    schakel_load_options options = SCHAKEL_LOAD_OPTIONS_INIT;
    schakel_load_get_options(load, &options);
    sk_add_question(page, question(page), options.from, options.until);
    add_sentences(page, load, "", "\n");
    if (!sk_load_total(load, SCHAKEL_LOAD_RECORDED).hidden) {
        sk_buffer_addf(&page->out, "\n%s\n", sk_spread_words(page, load));
        add_text_bins(page, load, SCHAKEL_LOAD_RECORDED);
    }
    if (sk_load_shows_plan(load))
        add_text_bins(page, load, SCHAKEL_LOAD_WITH_PLAN);
    add_text_table(page, load);
    sk_add_hiding_line(page, options.min_cell);
}

/* ---------------------------------------------------------------------------- HTML */

static void add_html_row(sk_page *page, const schakel_load_row *row, int with_plan)
{
    sk_buffer_adds(&page->out, "<tr><th scope=\"row\">");
    sk_add_name(page, sk_row_word(page, row->breakdown, row->key));
    sk_buffer_adds(&page->out, "</th>");
    if (row->hidden) {
        sk_add_hidden_cells(page, with_plan ? 6 : 4);
        sk_buffer_adds(&page->out, "</tr>\n");
        return;
    }
    for (size_t at = 0; at < COLUMNS; at++) {
        double number;
        int decimals;
        if (columns[at].of_plan && !with_plan)
            continue;
        if (!number_in(row, at, &number, &decimals)) {
            sk_add_count_td(page, 0, 0);
            continue;
        }
        sk_buffer_adds(&page->out, "<td>");
        sk_add_number(page, number, decimals);
        sk_buffer_adds(&page->out, "</td>");
    }
    sk_buffer_adds(&page->out, "</tr>\n");
}

static void add_html_table(sk_page *page, const schakel_load *load)
{
    int with_plan = sk_load_shows_plan(load);
    schakel_breakdown last = SCHAKEL_BY_ALL;
    sk_begin_table(page, sk_say(page, "Tabel per groep", "Table by group"), "");
    sk_add_column(page, sk_say(page, "groep", "group"), "");
    for (size_t at = 0; at < COLUMNS; at++)
        if (with_plan || !columns[at].of_plan)
            sk_add_column(page, sk_say(page, columns[at].nl, columns[at].en), "");
    sk_begin_rows(page);
    for (size_t i = 0; i < schakel_load_row_count(load); i++) {
        schakel_load_row row = SCHAKEL_LOAD_ROW_INIT;
        schakel_load_get_row(load, i, &row);
        if (sk_is_empty_row(row.breakdown, row.hidden, row.adults))
            continue;
        sk_add_breakdown_row(page, &last, row.breakdown, with_plan ? 7 : 5);
        add_html_row(page, &row, with_plan);
    }
    sk_end_table(page);
}

void sk_load_section(sk_page *page, const schakel_load *load)
{
    schakel_load_options options = SCHAKEL_LOAD_OPTIONS_INIT;
    schakel_load_get_options(load, &options);
    sk_buffer_addf(&page->out, "<h2>%s</h2>\n", question(page));
    sk_add_period_note(page, options.from, options.until);
    if (schakel_load_bin_count(load, SCHAKEL_LOAD_RECORDED) != 0) {
        sk_buffer_addf(&page->out, "<h3>%s</h3>\n", sk_spread_words(page, load));
        sk_load_picture(page, load);
    }
    add_sentences(page, load, "<p class=\"note\">", "</p>\n");
    sk_buffer_addf(&page->out, "<h3>%s</h3>\n", sk_say(page, "Per groep", "By group"));
    add_html_table(page, load);
    sk_add_hiding_note(page, options.min_cell);
}

void sk_load_html(sk_page *page, const schakel_load *load)
{
    sk_html_begin(page, sk_say(page, "Verdeling", "Spread"), "");
    sk_load_section(page, load);
    sk_html_end(page);
}
