/* A matching as a web page: what changes, whom to ask when, each need, what stays open, and how the asks are spread. */
#include "present/plan.h"

#include <stdlib.h>
#include <string.h>

const char sk_plan_style[] =
    ":root{color-scheme:light dark}\n"
    "a{color:#0b4a82}\n"
    "a:focus-visible{outline:2px solid;outline-offset:2px}\n"
    "nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;padding:0;margin:0 0 1rem}\n"
    "section{margin:0 0 2rem}\n"
    "h2{border-bottom:2px solid #0b4a82;padding-bottom:.2rem;margin-top:2rem}\n"
    "ul{margin:.2rem 0 .6rem;padding-left:1.3rem}\n"
    "li{margin:.15rem 0;overflow-wrap:anywhere}\n"
    ".people{list-style:none;padding:0;columns:2 24rem;column-gap:2.5rem}\n"
    ".people>li{break-inside:avoid;margin:0 0 .6rem;padding-left:.8rem;border-left:3px solid #9db8d2}\n"
    ".aside{color:#555}\n"
    ".tag{font-weight:600;font-size:.9rem;border:1px solid;border-radius:.3rem;padding:0 .4em;color:#8a4300}\n"
    ".tag.new{color:#155c31}\n"
    ".off{list-style:none;border-left:.4rem solid #a14400;padding-left:.9rem;margin-left:-1.3rem}\n"
    ".place{margin:.3rem 0 0;font-weight:600}\n"
    ".place::first-letter{text-transform:uppercase}\n"
    ".needs{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(26rem,100%),1fr));gap:0 2.5rem}\n"
    ".need{break-inside:avoid;padding-top:.1rem}\n"
    ".need h3{margin-top:.6rem}\n"
    "blockquote{margin:.8rem 0 .3rem;padding:.4rem .9rem;border-left:.3rem solid #9db8d2;max-width:46rem}\n"
    "@media screen and (prefers-color-scheme:dark){body{color:#ececec;background:#161616}a{color:#9ccbf7}"
    "h2{border-color:#9ccbf7}.aside,.hidden{color:#b5b5b5}.good{background:#12301d;border-color:#63c088}"
    ".open{background:#10263b;border-color:#9ccbf7}.tag{color:#ffb877}.tag.new{color:#8fdcae}"
    ".off{border-color:#ffb877}.people>li,blockquote{border-color:#48627a}th,td{border-color:#484848}"
    ".spread{fill:#ececec}.spread>rect{stroke:#9ccbf7}.spread>rect[fill^=\"#\"]{fill:#9ccbf7}"
    ".spread pattern rect{fill:#161616}.spread pattern path{stroke:#9ccbf7}.scroll:focus-visible{outline-color:#9ccbf7}}\n"
    "@media print{body{font-size:9.5pt}nav{display:none}.needs{display:block}.people,.needs{columns:2;column-gap:1.5rem}"
    "tbody{break-inside:avoid}}\n";

/* --------------------------------------------------------------------- the needs */

/* An ask or an open place, by what it is sorted on. */
typedef struct row {
    schakel_date date; /* of the need */
    const char *need_id;
    const char *place_id;
    const char *adult_id; /* NULL for an open place, which comes last */
    const char *next_adult_id;
    const char *reason;
    int is_new;
    int32_t missing;
} row;

static int in_order(const void *one, const void *other)
{
    const row *x = one, *y = other;
    if (x->date != y->date)
        return x->date < y->date ? -1 : 1;
    int order = strcmp(x->need_id, y->need_id);
    if (order == 0)
        order = strcmp(x->place_id, y->place_id);
    if (order != 0)
        return order;
    if (x->adult_id == NULL || y->adult_id == NULL)
        return (x->adult_id == NULL) - (y->adult_id == NULL);
    return strcmp(x->adult_id, y->adult_id);
}

static schakel_need need_called(const schakel_school *school, const char *id)
{
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_school_get_need(school, schakel_school_find(school, SCHAKEL_KIND_NEED, id), &need);
    return need;
}

/* All asks and open places, need by need; NULL when memory ran out. */
static row *sort_rows(const sk_page *page, sk_arena *arena, const schakel_matching *matching,
                      const schakel_school *school, size_t *count)
{
    size_t asks = schakel_matching_count(matching), opens = schakel_matching_open_count(matching);
    row *rows = sk_arena_array(arena, asks + opens, sizeof *rows, 0);
    int repaired = sk_was_repaired(matching);
    *count = asks + opens;
    for (size_t i = 0; rows != NULL && i < asks; i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        rows[i] = (row){need_called(school, ask.need_id).date,
                        ask.need_id,
                        ask.place_id,
                        ask.adult_id,
                        ask.next_adult_id,
                        sk_say(page, ask.reason_nl, ask.reason_en),
                        repaired && !ask.was_planned,
                        0};
    }
    for (size_t i = 0; rows != NULL && i < opens; i++) {
        schakel_match_open open = SCHAKEL_MATCH_OPEN_INIT;
        schakel_matching_get_open(matching, i, &open);
        rows[asks + i] = (row){need_called(school, open.need_id).date,
                               open.need_id,
                               open.place_id,
                               NULL,
                               NULL,
                               NULL,
                               0,
                               open.missing};
    }
    if (rows != NULL)
        qsort(rows, *count, sizeof *rows, in_order);
    return rows;
}

static void add_row(sk_page *page, const schakel_school *school, const row *r)
{
    sk_buffer_adds(&page->out, "<li>");
    if (r->adult_id == NULL) {
        sk_buffer_adds(&page->out, "<strong>");
        sk_add_missing(page, r->missing);
        sk_buffer_adds(&page->out, "</strong></li>\n");
        return;
    }
    sk_buffer_adds(&page->out, "<strong>");
    sk_add_adult(page, school, r->adult_id);
    sk_buffer_adds(&page->out, "</strong>. ");
    if (r->is_new)
        sk_buffer_addf(&page->out, "<strong class=\"tag new\">%s</strong> ", sk_say(page, "nieuw", "new"));
    sk_add_name(page, r->reason != NULL ? r->reason : "");
    sk_buffer_addf(&page->out, " <span class=\"aside\">%s", sk_say(page, "Bij nee: ", "If no: "));
    sk_add_next(page, school, r->next_adult_id);
    sk_buffer_adds(&page->out, ".</span></li>\n");
}

static void add_need_head(sk_page *page, const schakel_school *school, const char *need_id)
{
    schakel_need need = need_called(school, need_id);
    sk_buffer_adds(&page->out, "<div class=\"need\">\n<h3>");
    sk_add_name(page, need.title != NULL ? need.title : need_id);
    sk_add_when(page, &need, SCHAKEL_NO_DATE);
    sk_buffer_adds(&page->out, "</h3>\n");
}

/* One item of the list; around it what begins and ends with it. */
static void add_in_place(sk_page *page, const schakel_school *school, const row *rows, size_t count, size_t i)
{
    const row *r = &rows[i], *before = i > 0 ? r - 1 : NULL, *after = i + 1 < count ? r + 1 : NULL;
    int new_need = before == NULL || strcmp(r->need_id, before->need_id) != 0;
    int last_of_need = after == NULL || strcmp(r->need_id, after->need_id) != 0;
    if (new_need)
        add_need_head(page, school, r->need_id);
    if (new_need || strcmp(r->place_id, before->place_id) != 0) {
        sk_buffer_adds(&page->out, "<p class=\"place\">");
        sk_add_place(page, school, r->need_id, r->place_id);
        sk_buffer_adds(&page->out, "</p>\n<ul>\n");
    }
    add_row(page, school, r);
    if (last_of_need || strcmp(r->place_id, after->place_id) != 0)
        sk_buffer_adds(&page->out, "</ul>\n");
    sk_buffer_adds(&page->out, last_of_need ? "</div>\n" : "");
}

static void add_needs(sk_page *page, const schakel_matching *matching, const schakel_school *school)
{
    sk_arena arena;
    size_t count;
    sk_arena_init(&arena, page->out.allocator);
    const row *rows = sort_rows(page, &arena, matching, school, &count);
    page->out.failed |= rows == NULL;
    if (rows != NULL && count > 0) {
        sk_buffer_addf(&page->out, "<section id=\"needs\">\n<h2>%s</h2>\n<div class=\"needs\">\n",
                       sk_say(page, "Wie vraagt u waarvoor?", "Whom do you ask for what?"));
        for (size_t i = 0; i < count; i++)
            add_in_place(page, school, rows, count, i);
        sk_buffer_adds(&page->out, "</div>\n</section>\n");
    }
    sk_arena_destroy(&arena);
}

/* ------------------------------------------------------------- open and dropped */

static void add_why(sk_page *page, const schakel_match_open *open)
{
    const char *why = sk_say(page, open->why_nl, open->why_en);
    sk_add_name(page, why != NULL ? why : "");
}

static void add_open(sk_page *page, const schakel_school *school, const schakel_match_open *open)
{
    sk_buffer_adds(&page->out, "<li>");
    sk_add_need(page, school, open->need_id, open->place_id, SCHAKEL_NO_DATE);
    sk_buffer_adds(&page->out, "; <strong>");
    sk_add_missing(page, open->missing);
    sk_buffer_adds(&page->out, "</strong>. ");
    add_why(page, open);
    sk_buffer_adds(&page->out, "</li>\n");
}

static void add_off(sk_page *page, const schakel_matching *matching, const schakel_school *school,
                    size_t first, size_t end, int32_t lack)
{
    schakel_match_open open = SCHAKEL_MATCH_OPEN_INIT;
    schakel_matching_get_open(matching, first, &open);
    sk_buffer_adds(&page->out, "<li class=\"off\">");
    sk_add_need(page, school, open.need_id, NULL, SCHAKEL_NO_DATE);
    sk_buffer_addf(&page->out, "; <strong>%s",
                   sk_say(page, "gaat nog niet door: nog ", "cannot go ahead yet: "));
    sk_add_count(page, (size_t)lack, sk_say(page, "persoon nodig", "more person needed"),
                 sk_say(page, "mensen nodig", "more people needed"));
    sk_buffer_adds(&page->out, "</strong>.");
    for (size_t i = first; i < end; i++) {
        schakel_matching_get_open(matching, i, &open);
        if (open.reason == SCHAKEL_OPEN_MINIMUM)
            continue;
        sk_buffer_adds(&page->out, "<br>");
        sk_add_place(page, school, open.need_id, open.place_id);
        sk_buffer_adds(&page->out, ": ");
        add_why(page, &open);
    }
    sk_buffer_adds(&page->out, "</li>\n");
}

static void add_opens(sk_page *page, const schakel_matching *matching, const schakel_school *school)
{
    size_t count = schakel_matching_open_count(matching);
    if (count == 0)
        return;
    sk_buffer_addf(&page->out, "<section id=\"open\">\n<h2>%s</h2>\n<ul>\n",
                   sk_say(page, "Dit blijft open", "This stays open"));
    for (size_t first = 0, end; first < count; first = end) {
        end = sk_opens_end(matching, first);
        int32_t lack = sk_opens_lack(matching, school, first, end);
        if (lack > 0)
            add_off(page, matching, school, first, end, lack);
        for (size_t i = first; i < end && lack == 0; i++) {
            schakel_match_open open = SCHAKEL_MATCH_OPEN_INIT;
            schakel_matching_get_open(matching, i, &open);
            add_open(page, school, &open);
        }
    }
    sk_buffer_adds(&page->out, "</ul>\n</section>\n");
}

static void add_dropped(sk_page *page, const schakel_school *school, const schakel_match_dropped *dropped)
{
    const char *why = sk_say(page, dropped->why_nl, dropped->why_en);
    sk_buffer_adds(&page->out, "<li><strong>");
    sk_add_adult(page, school, dropped->adult_id);
    sk_buffer_addf(&page->out, "</strong> <strong class=\"tag\">%s</strong> ",
                   sk_say(page, "valt af", "dropped"));
    sk_add_need(page, school, dropped->need_id, dropped->place_id, SCHAKEL_NO_DATE);
    sk_buffer_adds(&page->out, ". ");
    sk_add_name(page, why != NULL ? why : "");
    sk_buffer_adds(&page->out, "</li>\n");
}

/* What is not as it was in the plan that was repaired. */
static void add_changes(sk_page *page, const schakel_matching *matching, const schakel_school *school)
{
    if (!sk_was_repaired(matching))
        return;
    sk_buffer_addf(&page->out, "<section id=\"changes\">\n<h2>%s</h2>\n",
                   sk_say(page, "Wat verandert er?", "What changes?"));
    if (schakel_matching_dropped_count(matching) == 0 && sk_count_new(matching) == 0) {
        sk_buffer_addf(
            &page->out, "<p class=\"note\">%s</p>\n</section>\n",
            sk_say(page, "Niets: het plan blijft zoals het was.", "Nothing: the plan stays as it was."));
        return;
    }
    sk_buffer_adds(&page->out, "<ul>\n");
    for (size_t i = 0; i < schakel_matching_dropped_count(matching); i++) {
        schakel_match_dropped dropped = SCHAKEL_MATCH_DROPPED_INIT;
        schakel_matching_get_dropped(matching, i, &dropped);
        add_dropped(page, school, &dropped);
    }
    for (size_t i = 0; i < schakel_matching_count(matching); i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        if (ask.was_planned)
            continue;
        sk_buffer_adds(&page->out, "<li><strong>");
        sk_add_adult(page, school, ask.adult_id);
        sk_buffer_addf(&page->out, "</strong> <strong class=\"tag new\">%s</strong> ",
                       sk_say(page, "nieuw", "new"));
        sk_add_need(page, school, ask.need_id, ask.place_id, ask.date);
        sk_buffer_adds(&page->out, ".</li>\n");
    }
    sk_buffer_adds(&page->out, "</ul>\n</section>\n");
}

/* ----------------------------------------------------------------------- the page */

static void add_link(sk_page *page, int is_there, const char *id, const char *words)
{
    if (is_there)
        sk_buffer_addf(&page->out, "<li><a href=\"#%s\">%s</a></li>\n", id, words);
}

static void add_contents(sk_page *page, const schakel_matching *matching, const schakel_calendar *calendar)
{
    size_t asks = schakel_matching_count(matching), opens = schakel_matching_open_count(matching);
    sk_buffer_addf(&page->out, "<nav aria-label=\"%s\">\n<ul>\n",
                   sk_say(page, "Op deze pagina", "On this page"));
    add_link(page, sk_was_repaired(matching), "changes", sk_say(page, "Wat verandert er?", "What changes?"));
    add_link(page, opens != 0, "open", sk_say(page, "Dit blijft open", "This stays open"));
    add_link(page, 1, "weeks", sk_say(page, "Wanneer vraagt u wie?", "Whom do you ask when?"));
    add_link(page, schakel_calendar_thanks_count(calendar) != 0, "thanks",
             sk_say(page, "Wie bedankt u?", "Whom do you thank?"));
    add_link(page, asks + opens != 0, "needs",
             sk_say(page, "Wie vraagt u waarvoor?", "Whom do you ask for what?"));
    add_link(page, 1, "spread", sk_say(page, "Hoe zijn de vragen verdeeld?", "How are the asks spread?"));
    sk_buffer_adds(&page->out, "</ul>\n</nav>\n");
}

static void add_verdict(sk_page *page, const schakel_matching *matching)
{
    schakel_match_proof proof = SCHAKEL_MATCH_PROOF_INIT;
    schakel_matching_get_proof(matching, &proof);
    sk_buffer_addf(&page->out, "<p class=\"verdict %s\">",
                   schakel_matching_open_count(matching) == 0 ? "good" : "open");
    sk_add_plan_summary(page, matching);
    sk_buffer_adds(&page->out, "</p>\n<p class=\"note\">");
    if (proof.optimal)
        sk_buffer_adds(
            &page->out,
            sk_say(page,
                   "Bewezen: er is geen beter plan. Eerst telt hoeveel plaatsen gevuld zijn. Daarna telt hoe "
                   "goed mensen passen bij wat nodig is, en hoe eerlijk de vragen verdeeld zijn.",
                   "Proven: there is no better plan. First counts how many places are filled, then how well "
                   "people fit what is needed and how fairly the asks are spread."));
    else
        sk_add_proof(page, matching);
    sk_buffer_adds(&page->out, "</p>\n");
}

void sk_matching_html(sk_page *page, const schakel_matching *matching, const schakel_school *school,
                      const schakel_calendar *calendar, const schakel_load *load)
{
    sk_html_begin(page, sk_say(page, "Plan van de vragen", "Plan of the asks"), sk_plan_style);
    add_verdict(page, matching);
    add_contents(page, matching, calendar);
    add_changes(page, matching, school);
    add_opens(page, matching, school);
    sk_calendar_sections(page, calendar, school);
    add_needs(page, matching, school);
    sk_buffer_adds(&page->out, "<section id=\"spread\">\n");
    sk_load_section(page, load);
    sk_buffer_adds(&page->out, "</section>\n");
    sk_html_end(page);
}
