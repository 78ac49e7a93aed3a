/* A timetable: what is shown of it, and the words that its text, page and letters share. */
#include "present/timetable.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "present/open.h"
#include "present/own_words.h"
#include "school/families.h"
#include "school/languages.h"

/* -------------------------------------------------------------------- talks */

schakel_timetable_row sk_timetable_row(const sk_shown_timetable *shown, size_t index)
{
    schakel_timetable_row row = SCHAKEL_TIMETABLE_ROW_INIT;
    schakel_timetable_get(shown->timetable, index, &row);
    return row;
}

static int has_staff(const schakel_timetable_row *row, const char *staff_id)
{
    for (size_t i = 0; i < row->staff_count; i++)
        if (strcmp(row->staff_ids[i], staff_id) == 0)
            return 1;
    return 0;
}

int sk_is_talk_of(const schakel_timetable_row *row, schakel_date date, const char *staff_id)
{
    return row->date == date && (staff_id == NULL || has_staff(row, staff_id));
}

int sk_has_talk_on(const sk_shown_timetable *shown, schakel_date date, const char *staff_id)
{
    for (size_t i = 0; i < schakel_timetable_count(shown->timetable); i++) {
        schakel_timetable_row row = sk_timetable_row(shown, i);
        if (sk_is_talk_of(&row, date, staff_id))
            return 1;
    }
    return 0;
}

schakel_date sk_next_day(const sk_shown_timetable *shown, schakel_date date, const char *staff_id)
{
    for (size_t i = 0; i < schakel_timetable_count(shown->timetable); i++) {
        schakel_timetable_row row = sk_timetable_row(shown, i);
        if (row.date != SCHAKEL_NO_DATE && (date == SCHAKEL_NO_DATE || row.date > date) &&
            sk_is_talk_of(&row, row.date, staff_id))
            return row.date;
    }
    return SCHAKEL_NO_DATE;
}

/* -------------------------------------------------------------------- words */

const char *sk_round_name(const sk_shown_timetable *shown)
{
    return shown->round.title != NULL ? shown->round.title : shown->round.id;
}

void sk_add_list(sk_page *page, const schakel_school *school, const char *const *ids, size_t count,
                 void (*add)(sk_page *, const schakel_school *, const char *))
{
    for (size_t i = 0; i < count; i++) {
        sk_buffer_adds(&page->out, i == 0 ? "" : i + 1 < count ? ", " : sk_say(page, " en ", " and "));
        add(page, school, ids[i]);
    }
}

void sk_add_where(sk_page *page, const schakel_timetable_row *row)
{
    if (row->online)
        sk_buffer_adds(&page->out, "online");
    else if (row->room != NULL)
        sk_add_name(page, row->room);
}

void sk_add_help(sk_page *page, const schakel_school *school, const schakel_timetable_row *row)
{
    if (!row->needs_bridge)
        return;
    if (row->has_interpreter) {
        sk_buffer_adds(&page->out, sk_say(page, "tolk", "interpreter"));
        sk_buffer_adds(&page->out, row->language != NULL ? " " : "");
    } else if (row->language != NULL) {
        sk_buffer_adds(&page->out, sk_say(page, "samen in het ", "together in "));
    } else {
        sk_buffer_adds(&page->out,
                       row->brings_interpreter
                           ? sk_say(page, "neemt een tolk mee", "brings an interpreter")
                           : sk_say(page, "hulp nodig met de taal", "help with the language is needed"));
    }
    if (row->language != NULL)
        sk_add_language(page, row->language);
    if (row->has_interpreter && row->interpreter_id != NULL) {
        sk_buffer_adds(&page->out, ": ");
        sk_add_adult(page, school, row->interpreter_id);
    }
    /* One of two parents is understood that way, and the other is not. */
    if (row->language != NULL && row->brings_interpreter)
        sk_buffer_adds(&page->out, sk_say(page, ", en een eigen tolk", ", and an interpreter of their own"));
}

/* ------------------------------------------------------------ little readers */

const char *sk_tell_them(const sk_page *page)
{
    return sk_say(page, "Vertel het ook zelf", "Say it in person too");
}

const char *sk_why_tell_them(const sk_page *page)
{
    return sk_say(page, "Deze ouders lezen weinig Nederlands. Een brief is voor hen niet genoeg.",
                  "These parents read little Dutch. A letter is not enough for them.");
}

/* Those of one talk who do not stand on the list yet. */
static size_t add_those_of(sk_page *page, const sk_shown_timetable *shown, const schakel_timetable_row *row,
                           const char *before, const char *after)
{
    size_t count = 0;
    for (size_t i = 0; i < row->adult_count; i++) {
        size_t adult = schakel_school_find(shown->school, SCHAKEL_KIND_ADULT, row->adult_ids[i]);
        if (adult == SCHAKEL_NONE || shown->listed[adult] >= shown->lists)
            continue;
        shown->listed[adult] = shown->lists;
        count++;
        if (before == NULL)
            continue;
        sk_buffer_adds(&page->out, before);
        sk_add_adult(page, shown->school, row->adult_ids[i]);
        sk_buffer_adds(&page->out, after);
    }
    return count;
}

size_t sk_add_little_readers(sk_page *page, sk_shown_timetable *shown, const char *staff_id,
                             const char *before, const char *after)
{
    size_t count = 0;
    shown->lists++;
    for (size_t i = 0; i < schakel_timetable_count(shown->timetable); i++) {
        schakel_timetable_row row = sk_timetable_row(shown, i);
        if (row.date != SCHAKEL_NO_DATE && sk_is_talk_of(&row, row.date, staff_id))
            count += add_those_of(page, shown, &row, before, after);
    }
    return count;
}

/* ---------------------------------------------------------------- sentences */

static void add_placed(sk_page *page, const schakel_timetable_summary *summary)
{
    if (summary->placed == summary->talks) {
        sk_buffer_addf(
            &page->out,
            sk_say(page, "Elk gesprek heeft een tijd: %zu in totaal.", "Every talk has a time: %zu in all."),
            summary->talks);
        return;
    }
    sk_buffer_addf(
        &page->out,
        summary->placed == 1
            ? sk_say(page, "%zu van de %zu gesprekken heeft een tijd.", "%zu of the %zu talks has a time.")
            : sk_say(page, "%zu van de %zu gesprekken hebben een tijd.", "%zu of the %zu talks have a time."),
        summary->placed, summary->talks);
    if (summary->placed == summary->most)
        sk_buffer_adds(&page->out, sk_say(page, " Meer kan niet.", " More is not possible."));
    else if (summary->most == summary->talks)
        sk_buffer_adds(&page->out, sk_say(page, " Misschien kan er meer.", " Perhaps more can have one."));
    else
        sk_buffer_addf(&page->out, sk_say(page, " Meer dan %zu kan niet.", " More than %zu is not possible."),
                       summary->most);
}

static void add_proof(sk_page *page, const schakel_timetable_summary *summary)
{
    sk_buffer_adds(&page->out, summary->optimal ? sk_say(page, "Een beter rooster bestaat niet.",
                                                         "There is no better timetable.")
                                                : sk_say(page, "Misschien bestaat er een beter rooster.",
                                                         "There may be a better timetable."));
}

static void add_families(sk_page *page, const schakel_timetable_summary *summary)
{
    sk_add_count(page, summary->families,
                 sk_say(page, "gezin heeft twee of meer gesprekken", "family has two or more talks"),
                 sk_say(page, "gezinnen hebben twee of meer gesprekken", "families have two or more talks"));
    sk_buffer_addf(&page->out,
                   sk_say(page, "; bij %zu is dat in één bezoek.", "; for %zu that is one visit."),
                   summary->together);
}

static void add_wait(sk_page *page, const schakel_timetable_summary *summary)
{
    sk_buffer_adds(&page->out, sk_say(page, "Zij wachten samen ", "Between talks they wait "));
    sk_add_count(page, (size_t)summary->wait_minutes, sk_say(page, "minuut", "minute"),
                 sk_say(page, "minuten", "minutes"));
    sk_buffer_adds(&page->out, sk_say(page, " tussen de gesprekken.", " in all."));
}

static void add_holes(sk_page *page, const schakel_timetable_summary *summary)
{
    sk_buffer_adds(&page->out, sk_say(page, "De leraren wachten samen ", "The teachers wait "));
    sk_add_count(page, (size_t)summary->hole_minutes, sk_say(page, "minuut", "minute"),
                 sk_say(page, "minuten", "minutes"));
    sk_buffer_adds(&page->out, sk_say(page, " tussen de gesprekken.", " between talks in all."));
}

static void add_preferred(sk_page *page, const schakel_timetable_summary *summary)
{
    sk_buffer_adds(&page->out, sk_say(page, "Voor ", "For "));
    sk_add_count(page, summary->preferring, sk_say(page, "gesprek", "talk"),
                 sk_say(page, "gesprekken", "talks"));
    sk_buffer_addf(&page->out,
                   sk_say(page, " koos het gezin een deel van de dag; bij %zu lukt dat.",
                          " the family chose a part of the day; that works out for %zu."),
                   summary->preferred);
}

static void add_moved(sk_page *page, const schakel_timetable_summary *summary)
{
    sk_add_count(page, summary->moved,
                 sk_say(page, "gesprek dat er al was, verandert of vervalt.",
                        "talk that was planned changes or goes."),
                 sk_say(page, "gesprekken die er al waren, veranderen of vervallen.",
                        "talks that were planned change or go."));
}

/* Talks that have a time, and nobody yet through whom to understand each other. */
static size_t count_without_help(const sk_shown_timetable *shown)
{
    size_t found = 0;
    for (size_t i = 0; i < schakel_timetable_count(shown->timetable); i++) {
        schakel_timetable_row row = sk_timetable_row(shown, i);
        found += row.date != SCHAKEL_NO_DATE && row.needs_bridge && !row.has_interpreter &&
                 row.language == NULL && !row.brings_interpreter;
    }
    return found;
}

static void add_without_help(sk_page *page, size_t count)
{
    sk_add_count(
        page, count,
        sk_say(page, "gesprek heeft nog hulp nodig met de taal.", "talk still needs help with the language."),
        sk_say(page, "gesprekken hebben nog hulp nodig met de taal.",
               "talks still need help with the language."));
}

static void add_to_tell(sk_page *page, size_t count)
{
    sk_add_count(page, count, sk_say(page, "ouder leest", "parent reads"),
                 sk_say(page, "ouders lezen", "parents read"));
    sk_buffer_adds(&page->out, sk_say(page, " weinig Nederlands. Vertel ook zelf wanneer het gesprek is.",
                                      " little Dutch. Say in person too when the talk is."));
}

void sk_add_timetable_sentences(sk_page *page, sk_shown_timetable *shown, const char *before,
                                const char *after)
{
    schakel_timetable_summary summary = SCHAKEL_TIMETABLE_SUMMARY_INIT;
    schakel_timetable_get_summary(shown->timetable, &summary);
    const struct {
        int says_something;
        void (*add)(sk_page *, const schakel_timetable_summary *);
    } sentences[] = {{1, add_placed},
                     {summary.talks > 0, add_proof},
                     {summary.families > 0, add_families},
                     {summary.wait_minutes > 0, add_wait},
                     {summary.hole_minutes > 0, add_holes},
                     {summary.preferring > 0, add_preferred},
                     {summary.moved > 0, add_moved}};
    for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++) {
        if (!sentences[i].says_something)
            continue;
        sk_buffer_adds(&page->out, before);
        sentences[i].add(page, &summary);
        sk_buffer_adds(&page->out, after);
    }
    const struct {
        size_t count;
        void (*add)(sk_page *, size_t);
    } to_do[] = {{count_without_help(shown), add_without_help},
                 {sk_add_little_readers(page, shown, NULL, NULL, NULL), add_to_tell}};
    for (size_t i = 0; i < sizeof to_do / sizeof to_do[0]; i++) {
        if (to_do[i].count == 0)
            continue;
        sk_buffer_adds(&page->out, before);
        to_do[i].add(page, to_do[i].count);
        sk_buffer_adds(&page->out, after);
    }
}

/* ------------------------------------------------------------ what is shown */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Everybody of the staff who sits in the round or has a talk in it, each once, by id. */
static int find_staff(sk_shown_timetable *shown, sk_arena *arena)
{
    size_t most = shown->round.block_count, count = 0;
    for (size_t i = 0; i < schakel_timetable_count(shown->timetable); i++)
        most += sk_timetable_row(shown, i).staff_count;
    const char **ids = sk_arena_array(arena, most, sizeof *ids, 0);
    if (ids == NULL)
        return 0;
    for (size_t i = 0; i < shown->round.block_count; i++)
        ids[count++] = shown->round.blocks[i].staff_id;
    for (size_t i = 0; i < schakel_timetable_count(shown->timetable); i++) {
        schakel_timetable_row row = sk_timetable_row(shown, i);
        for (size_t k = 0; k < row.staff_count; k++)
            ids[count++] = row.staff_ids[k];
    }
    qsort(ids, count, sizeof *ids, by_text);
    for (size_t i = 0; i < count; i++)
        if (shown->staff_count == 0 || strcmp(ids[shown->staff_count - 1], ids[i]) != 0)
            ids[shown->staff_count++] = ids[i];
    shown->staff_ids = ids;
    return 1;
}

/* The letters are in Dutch at A2. */
static int find_little_readers(sk_shown_timetable *shown, sk_arena *arena)
{
    size_t count = schakel_school_count(shown->school, SCHAKEL_KIND_ADULT);
    shown->listed = sk_arena_array(arena, count, sizeof *shown->listed, 0xff);
    for (size_t i = 0; shown->listed != NULL && i < count; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_school_get_adult(shown->school, i, &adult);
        schakel_level reading = sk_adult_skill(&adult, "nl").reading;
        if (reading != SCHAKEL_LEVEL_UNKNOWN && reading < SCHAKEL_LEVEL_A2)
            shown->listed[i] = 0;
    }
    return shown->listed != NULL;
}

static int by_family(const void *a, const void *b)
{
    const sk_family_talk *x = a, *y = b;
    if (x->family != y->family)
        return x->family < y->family ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

/* The talks that letters are about: those about a child and its brothers and sisters, or with SCHAKEL_NONE all. */
static int find_lettered(sk_shown_timetable *shown, size_t child, sk_arena *arena)
{
    size_t count = schakel_timetable_count(shown->timetable);
    sk_families families;
    sk_family_talk *talks = sk_arena_array(arena, count, sizeof *talks, 0);
    if (talks == NULL || !sk_families_find(&families, shown->school, arena))
        return 0;
    for (size_t i = 0; i < count; i++) {
        size_t about =
            schakel_school_find(shown->school, SCHAKEL_KIND_CHILD, sk_timetable_row(shown, i).child_id);
        if (about != SCHAKEL_NONE &&
            (child == SCHAKEL_NONE || families.of_child[about] == families.of_child[child]))
            talks[shown->lettered_count++] = (sk_family_talk){families.of_child[about], i};
    }
    qsort(talks, shown->lettered_count, sizeof *talks, by_family);
    shown->lettered = talks;
    return 1;
}

/* The letters to the family of a child, or with NULL to all. */
static schakel_status add_letters(sk_page *page, sk_shown_timetable *shown, const char *child_id,
                                  sk_arena *arena, schakel_error *error)
{
    size_t child = schakel_school_find(shown->school, SCHAKEL_KIND_CHILD, child_id);
    if (child_id != NULL && child == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, "/child", "no child has the id \"%s\"", child_id);
    if (!find_lettered(shown, child, arena))
        return sk_fail_memory(error);
    sk_timetable_letters(page, shown);
    return SCHAKEL_OK;
}

/* The page of everybody, of one teacher, or letters. */
static schakel_status add_view(sk_page *page, sk_shown_timetable *shown, const schakel_timetable_view *view,
                               sk_arena *arena, schakel_error *error)
{
    const schakel_school *school = shown->school;
    if (view->child_id != NULL || view->all_letters)
        return add_letters(page, shown, view->child_id, arena, error);
    if (view->staff_id != NULL) {
        if (schakel_school_find(school, SCHAKEL_KIND_STAFF, view->staff_id) == SCHAKEL_NONE)
            return sk_fail(error, SCHAKEL_NOT_FOUND, "/staff", "no member of the staff has the id \"%s\"",
                           view->staff_id);
        shown->staff_ids = (const char **)&view->staff_id;
        shown->staff_count = 1;
        shown->is_one_teacher = 1;
    } else if (!find_staff(shown, arena)) {
        return sk_fail_memory(error);
    }
    if (!find_little_readers(shown, arena))
        return sk_fail_memory(error);
    if (page->options.format == SCHAKEL_FORMAT_HTML)
        sk_timetable_html(page, shown);
    else
        sk_timetable_text(page, shown);
    return SCHAKEL_OK;
}

schakel_status schakel_present_timetable(const schakel_timetable *timetable, const schakel_school *school,
                                         const schakel_timetable_view *view,
                                         const schakel_present_options *options, char **out,
                                         size_t *out_length, schakel_error *error)
{
    sk_page page;
    schakel_timetable_view chosen = SCHAKEL_TIMETABLE_VIEW_INIT;
    schakel_status status = sk_open_school_page(&page, timetable, school, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    if (view != NULL && !sk_record_in(view, &chosen, sizeof chosen))
        return sk_fail_misuse(error, "expected a view with its struct_size");
    if ((chosen.staff_id != NULL) + (chosen.child_id != NULL) + (chosen.all_letters != 0) > 1)
        return sk_fail_misuse(error,
                              "expected a member of the staff, a child or all letters, not more than one");
    sk_shown_timetable shown = {.timetable = timetable, .school = school, .round = SCHAKEL_ROUND_INIT};
    sk_arena arena;
    sk_arena_init(&arena, sk_handle_allocator(timetable));
    shown.round.id = schakel_timetable_round(timetable);
    schakel_school_get_round(school, schakel_school_find(school, SCHAKEL_KIND_ROUND, shown.round.id),
                             &shown.round);
    status = add_view(&page, &shown, &chosen, &arena, error);
    sk_arena_destroy(&arena);
    if (status == SCHAKEL_OK)
        return sk_close_page(&page, out, out_length, error);
    sk_buffer_destroy(&page.out);
    return status;
}
