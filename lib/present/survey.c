/* The result of a survey in words and as text. */
#include "present/survey.h"

#include "present/open.h"

/* ---------------------------------------------------------------------- words */

static const char *chapter_words(const sk_page *page, int chapter)
{
    static const struct {
        const char *nl, *en;
    } words[SK_SURVEY_CHAPTERS] = {
        [SCHAKEL_THEME_ROLE] = {"Wat ouders doen en verwachten", "What parents do and expect"},
        [SCHAKEL_THEME_TRANSITIONS] = {"Naar een andere groep of school", "To another group or school"},
        [SCHAKEL_THEME_PRIVACY] = {"Privacy", "Privacy"},
        [SCHAKEL_THEME_HOURS] = {"Schooltijden en vakanties", "School hours and holidays"},
        [SCHAKEL_THEME_SAFETY] = {"Veiligheid en pesten", "Safety and bullying"},
        [SCHAKEL_THEME_OTHER] = {"Andere vragen", "Other questions"},
        [SK_SURVEY_BACKGROUND] = {"Wie dit hebben ingevuld", "Who filled this in"}};
    return sk_say(page, words[chapter].nl, words[chapter].en);
}

int sk_next_survey_question(const sk_page *page, const schakel_survey_result *result, sk_survey_place *place)
{
    int told = place->next != 0; /* something of this chapter */
    for (; place->chapter < SK_SURVEY_CHAPTERS; place->chapter++, place->next = 0, told = 0)
        while (place->next < schakel_survey_result_question_count(result)) {
            schakel_question_result question = SCHAKEL_QUESTION_RESULT_INIT;
            place->index = place->next++;
            schakel_survey_result_get_question(result, place->index, &question);
            if ((question.background ? SK_SURVEY_BACKGROUND : (int)question.theme) != place->chapter)
                continue;
            place->question = question;
            place->heading = told ? NULL : chapter_words(page, place->chapter);
            return 1;
        }
    return 0;
}

const char *sk_survey_title(const sk_page *page, const schakel_survey_summary *summary)
{
    return summary->title != NULL ? summary->title
                                  : sk_say(page, "Wat vinden de ouders?", "What do the parents think?");
}

void sk_add_survey_lead(sk_page *page, const schakel_survey_result *result, const char *before,
                        const char *after)
{
    schakel_survey_summary summary = SCHAKEL_SURVEY_SUMMARY_INIT;
    schakel_survey_result_get_summary(result, &summary);
    sk_buffer_adds(&page->out, before);
    if (summary.hidden) {
        sk_buffer_adds(&page->out, sk_say(page, "Er zijn te weinig mensen om iets te laten zien.",
                                          "There are too few people to show anything."));
    } else if (summary.responses == 0) {
        sk_buffer_adds(&page->out, sk_say(page, "Nog niemand heeft de vragen ingevuld.",
                                          "Nobody has filled this in yet."));
    } else {
        sk_add_count(page, summary.responses,
                     sk_say(page, "mens heeft de vragen ingevuld.", "person filled this in."),
                     sk_say(page, "mensen hebben de vragen ingevuld.", "people filled this in."));
        if (summary.anonymous)
            sk_buffer_adds(&page->out, sk_say(page, " Er staan geen namen bij.", " It bears no names."));
    }
    sk_buffer_adds(&page->out, after);
}

void sk_add_counted_choices(sk_page *page, const schakel_survey_result *result, size_t question)
{
    schakel_question_result record = SCHAKEL_QUESTION_RESULT_INIT;
    size_t told = 0;
    schakel_survey_result_get_question(result, question, &record);
    for (size_t i = 0; i < record.choice_count; i++) {
        schakel_choice_result choice = SCHAKEL_CHOICE_RESULT_INIT;
        schakel_survey_result_get_choice(result, question, i, &choice);
        if (!choice.counted)
            continue;
        if (told++ != 0)
            sk_buffer_adds(&page->out, sk_say(page, " of ", " or "));
        sk_buffer_adds(&page->out, "\xE2\x80\x9C");
        sk_add_name(page, choice.choice);
        sk_buffer_adds(&page->out, "\xE2\x80\x9D");
    }
}

void sk_add_between(sk_page *page, double low, double high)
{
    sk_buffer_adds(&page->out, sk_say(page, "tussen ", "between "));
    sk_add_percentage(page, low);
    sk_buffer_adds(&page->out, sk_say(page, " en ", " and "));
    sk_add_percentage(page, high);
}

void sk_add_counted_sentence(sk_page *page, const schakel_survey_result *result, size_t question,
                             const char *before, const char *after)
{
    schakel_question_result record = SCHAKEL_QUESTION_RESULT_INIT;
    schakel_survey_result_get_question(result, question, &record);
    if (!record.has_counted || record.counted_hidden || record.n == 0 || record.background)
        return;
    sk_buffer_adds(&page->out, before);
    sk_add_percentage(page, record.share);
    sk_buffer_adds(&page->out, sk_say(page, " zegt ", " say "));
    sk_add_counted_choices(page, result, question);
    sk_buffer_addf(&page->out,
                   sk_say(page, ": %zu van de %zu mensen. Bij alle ouders samen is dat waarschijnlijk ",
                          ": %zu of %zu people. Among all parents it is probably "),
                   record.counted, record.n);
    sk_add_between(page, record.low, record.high);
    sk_buffer_addf(&page->out, ".%s", after);
}

/* ---------------------------------------------------------------------- groups */

static schakel_survey_row row_at(const schakel_survey_result *result, size_t index)
{
    schakel_survey_row row = SCHAKEL_SURVEY_ROW_INIT;
    schakel_survey_result_get_row(result, index, &row);
    return row;
}

int sk_next_survey_section(const schakel_survey_result *result, size_t question, sk_survey_section *section)
{
    size_t count = schakel_survey_result_row_count(result), shown = 0;
    while (section->end < count && shown == 0) {
        schakel_survey_row first = row_at(result, section->end), row = first;
        section->first = section->end;
        /* The ids of one result are equal when they are the same string. */
        while (section->end < count && row.question == first.question && row.breakdown == first.breakdown &&
               row.background_id == first.background_id) {
            shown += row.question == question && !row.hidden && row.n != 0;
            row = row_at(result, ++section->end);
        }
        /* One group is everybody, of whom it is told already. */
        if (section->end - section->first == 1)
            shown = 0;
    }
    return shown != 0;
}

const char *sk_survey_section_heading(const sk_page *page, const schakel_survey_result *result,
                                      const sk_survey_section *section)
{
    schakel_survey_row row = row_at(result, section->first);
    schakel_question_result question = SCHAKEL_QUESTION_RESULT_INIT;
    if (row.breakdown != SCHAKEL_BY_BACKGROUND)
        return sk_breakdown_heading(page, row.breakdown);
    for (size_t i = 0; question.question_id != row.background_id; i++)
        schakel_survey_result_get_question(result, i, &question);
    return question.text;
}

const char *sk_survey_group_word(const sk_page *page, const schakel_survey_row *row)
{
    return row->key[0] != '\0' ? sk_row_word(page, row->breakdown, row->key)
                               : sk_say(page, "geen antwoord", "no answer");
}

const char *sk_survey_difference(const sk_page *page, const schakel_survey_result *result,
                                 const schakel_survey_row *row)
{
    schakel_question_result question = SCHAKEL_QUESTION_RESULT_INIT;
    schakel_survey_summary summary = SCHAKEL_SURVEY_SUMMARY_INIT;
    if (!row->differs)
        return NULL;
    schakel_survey_result_get_question(result, row->question, &question);
    schakel_survey_result_get_summary(result, &summary);
    size_t everybody = row->with_skipped ? summary.responses : question.n;
    /* Over the others exactly when over all of them and itself. */
    return row->share * (double)everybody > (double)question.counted
               ? sk_say(page, "meer dan de anderen", "more than the others")
               : sk_say(page, "minder dan de anderen", "less than the others");
}

/* ----------------------------------------------------------------------- notes */

static int any_differs(const schakel_survey_result *result)
{
    for (size_t i = 0; i < schakel_survey_result_row_count(result); i++)
        if (row_at(result, i).differs)
            return 1;
    return 0;
}

/* Does who skipped a question count in some group as having given another answer? */
static int any_with_skipped(const schakel_survey_result *result)
{
    for (size_t i = 0; i < schakel_survey_result_row_count(result); i++)
        if (row_at(result, i).with_skipped)
            return 1;
    return 0;
}

static void add_note(sk_page *page, const char *before, const char *note, const char *after)
{
    sk_buffer_addf(&page->out, "%s%s%s", before, note, after);
}

void sk_add_survey_notes(sk_page *page, const schakel_survey_result *result, const char *before,
                         const char *after)
{
    schakel_survey_summary summary = SCHAKEL_SURVEY_SUMMARY_INIT;
    schakel_survey_result_get_summary(result, &summary);
    if (summary.comparisons != 0)
        add_note(
            page, before,
            any_differs(result)
                ? sk_say(
                      page,
                      "Staat er \xE2\x80\x9Cmeer dan de anderen\xE2\x80\x9D of \xE2\x80\x9Cminder dan de "
                      "anderen\xE2\x80\x9D? Dat verschil is groot genoeg om niet op toeval te lijken.",
                      "Where it says \xE2\x80\x9Cmore than the others\xE2\x80\x9D or \xE2\x80\x9Cless than the "
                      "others\xE2\x80\x9D, the difference is too large to look like chance.")
                : sk_say(page, "Geen groep antwoordt duidelijk anders dan de anderen.",
                         "No group answers clearly differently from the others."),
            after);
    if (any_with_skipped(result))
        add_note(
            page, before,
            sk_say(
                page,
                "Heeft iemand een vraag niet ingevuld? Dan telt dat in een groep soms mee als een ander antwoord.",
                "Who left a question blank counts in some groups as having given another answer."),
            after);
    if (summary.responses != 0)
        add_note(
            page, before,
            sk_say(
                page,
                "Niet alle ouders hebben de vragen ingevuld. Daarom staat erbij wat het bij alle ouders "
                "waarschijnlijk is. Wie niet meedeed, kan er anders over denken.",
                "Not all parents filled this in. So it says what it probably is among all parents. Who did not take part may think otherwise."),
            after);
    sk_buffer_adds(&page->out, before);
    sk_add_hiding_rule(page, summary.min_cell);
    sk_buffer_adds(&page->out, after);
}

/* ------------------------------------------------------------------------ text */

enum { NAME_COLUMNS = 32, COUNT_COLUMNS = 7 };

static void add_text_start(sk_page *page, const char *name, int indent, size_t count, int shown)
{
    sk_add_space(page, indent);
    sk_add_name(page, name);
    sk_add_space(page, NAME_COLUMNS - indent - sk_width(name));
    sk_add_count_cell(page, count, shown, COUNT_COLUMNS);
}

static void add_text_choices(sk_page *page, const schakel_survey_result *result, size_t index,
                             const schakel_question_result *question)
{
    for (size_t i = 0; i < question->choice_count; i++) {
        schakel_choice_result choice = SCHAKEL_CHOICE_RESULT_INIT;
        schakel_survey_result_get_choice(result, index, i, &choice);
        add_text_start(page, choice.choice, 2, choice.count, !choice.hidden);
        if (!choice.hidden && question->n != 0) {
            sk_buffer_adds(&page->out, "  ");
            sk_add_share(page, choice.count, question->n);
        }
        sk_buffer_adds(&page->out, "\n");
    }
}

static void add_text_group(sk_page *page, const schakel_survey_result *result, const schakel_survey_row *row)
{
    const char *difference = sk_survey_difference(page, result, row);
    add_text_start(page, sk_survey_group_word(page, row), 4, row->n, !row->hidden);
    if (!row->hidden && row->n != 0) {
        sk_buffer_adds(&page->out, "  ");
        sk_add_share(page, row->counted, row->n);
        sk_buffer_adds(&page->out, ", ");
        sk_add_between(page, row->low, row->high);
    }
    if (difference != NULL) {
        sk_paint(page, SK_BOLD);
        sk_buffer_addf(&page->out, "  %s", difference);
        sk_paint(page, SK_PLAIN);
    }
    sk_buffer_adds(&page->out, "\n");
}

static void add_text_groups(sk_page *page, const schakel_survey_result *result, size_t question)
{
    size_t sections = 0;
    for (sk_survey_section s = {0, 0}; sk_next_survey_section(result, question, &s);) {
        if (sections++ == 0) {
            sk_buffer_adds(&page->out, sk_say(page, "\n  Wie zegt ", "\n  Who says "));
            sk_add_counted_choices(page, result, question);
            sk_buffer_adds(&page->out, "?\n");
        }
        sk_buffer_adds(&page->out, "  ");
        sk_add_name(page, sk_survey_section_heading(page, result, &s));
        sk_buffer_adds(&page->out, "\n");
        for (size_t i = s.first; i < s.end; i++) {
            schakel_survey_row row = row_at(result, i);
            add_text_group(page, result, &row);
        }
    }
}

static void add_text_question(sk_page *page, const schakel_survey_result *result, size_t index,
                              const schakel_question_result *question)
{
    sk_buffer_adds(&page->out, "\n");
    sk_paint(page, SK_BOLD);
    sk_add_name(page, question->text);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
    sk_add_counted_sentence(page, result, index, "", "\n");
    add_text_choices(page, result, index, question);
    add_text_groups(page, result, index);
}

static void survey_text(sk_page *page, const schakel_survey_result *result)
{
    schakel_survey_summary summary = SCHAKEL_SURVEY_SUMMARY_INIT;
    schakel_survey_result_get_summary(result, &summary);
    sk_paint(page, SK_BOLD);
    if (page->options.title != NULL) {
        sk_add_name(page, page->options.title);
        sk_buffer_adds(&page->out, ": ");
    }
    sk_add_name(page, sk_survey_title(page, &summary));
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
    sk_add_survey_lead(page, result, "", "\n");
    for (sk_survey_place at = {0}; !summary.hidden && sk_next_survey_question(page, result, &at);) {
        if (at.heading != NULL) {
            sk_paint(page, SK_CYAN);
            sk_buffer_addf(&page->out, "\n%s\n", at.heading);
            sk_paint(page, SK_PLAIN);
        }
        add_text_question(page, result, at.index, &at.question);
    }
    sk_buffer_adds(&page->out, "\n");
    sk_add_survey_notes(page, result, "\xC2\xB7 ", "\n");
}

/* ----------------------------------------------------------------- public call */

schakel_status schakel_present_survey_result(const schakel_survey_result *result,
                                             const schakel_present_options *options, char **out,
                                             size_t *out_length, schakel_error *error)
{
    sk_page page;
    schakel_status status = sk_open_page(&page, result, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    if (page.options.format == SCHAKEL_FORMAT_HTML)
        sk_survey_html(&page, result);
    else
        survey_text(&page, result);
    return sk_close_page(&page, out, out_length, error);
}
