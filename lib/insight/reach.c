/* Counting who was asked. */
#include "insight/reach.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/unicode.h"

/* ------------------------------------------------------------------- options */

static schakel_status take_options(const schakel_school *school, const schakel_reach_options *given,
                                   schakel_reach_options *out, schakel_error *error)
{
    const schakel_reach_options defaults = SCHAKEL_REACH_OPTIONS_INIT;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(school, &info);
    *out = defaults;
    if (given != NULL && !sk_record_in(given, out, sizeof *out))
        return sk_fail_misuse(error, "expected options with their struct_size");
    if (out->min_cell < 2 || out->min_cell > 1000)
        return sk_fail(error, SCHAKEL_INVALID, "/min_cell", "expected a number from 2 to 1000, found %d",
                       (int)out->min_cell);
    if (out->from == SCHAKEL_NO_DATE)
        out->from = info.year_start;
    if (out->until == SCHAKEL_NO_DATE)
        out->until = info.year_end;
    if (out->until != SCHAKEL_NO_DATE && out->until < out->from)
        return sk_fail(error, SCHAKEL_INVALID, "/until", "the last day is before the first");
    return SCHAKEL_OK;
}

/* ------------------------------------------------------------- what adults did */

enum { ASKED = 1, SAID_YES = 2 };

static int says_yes(schakel_ask_state state)
{
    return state == SCHAKEL_ASK_YES || state == SCHAKEL_ASK_DONE || state == SCHAKEL_ASK_NO_SHOW;
}

/* Flags by the index of the adult. */
static unsigned char *collect_answers(const schakel_school *school, const schakel_reach *reach)
{
    size_t adults = schakel_school_count(school, SCHAKEL_KIND_ADULT);
    size_t asks = schakel_school_count(school, SCHAKEL_KIND_ASK);
    unsigned char *flags = sk_alloc_zeroed(&reach->allocator, adults, sizeof *flags);
    for (size_t i = 0; flags != NULL && i < asks; i++) {
        schakel_ask ask = SCHAKEL_ASK_INIT;
        schakel_school_get_ask(school, i, &ask);
        int too_late = reach->options.until != SCHAKEL_NO_DATE && ask.date > reach->options.until;
        if (ask.date < reach->options.from || too_late)
            continue;
        size_t adult = schakel_school_find(school, SCHAKEL_KIND_ADULT, ask.adult_id);
        if (adult < adults)
            flags[adult] |= says_yes(ask.state) ? ASKED | SAID_YES : ASKED;
    }
    return flags;
}

/* --------------------------------------------------------------- who they are */

enum { ROLE_MOTHER, ROLE_FATHER, ROLE_PARENT, ROLE_OTHER, ROLE_COUNT };
static const char *const role_names[ROLE_COUNT] = {"mother", "father", "parent", "other"};

/* The order of roles decides for an adult with several ties. */
static int role_of_tie(schakel_tie_kind kind)
{
    switch (kind) {
    case SCHAKEL_TIE_MOTHER:
        return ROLE_MOTHER;
    case SCHAKEL_TIE_FATHER:
        return ROLE_FATHER;
    case SCHAKEL_TIE_PARENT:
    case SCHAKEL_TIE_STEPPARENT:
    case SCHAKEL_TIE_FOSTER_PARENT:
    case SCHAKEL_TIE_GUARDIAN:
        return ROLE_PARENT;
    case SCHAKEL_TIE_RELATIVE:
    case SCHAKEL_TIE_PARTNER:
    case SCHAKEL_TIE_FRIEND:
    case SCHAKEL_TIE_OTHER:
        break;
    }
    return ROLE_OTHER;
}

static int role_of_adult(const schakel_school *school, size_t adult)
{
    int role = ROLE_OTHER;
    size_t ties = schakel_school_adult_tie_count(school, adult);
    for (size_t i = 0; i < ties; i++) {
        schakel_tie tie = SCHAKEL_TIE_INIT;
        schakel_school_get_adult_tie(school, adult, i, &tie);
        int of_tie = role_of_tie(tie.kind);
        role = of_tie < role ? of_tie : role;
    }
    return role;
}

/* The longest primary subtag of BCP 47 has eight letters. */
enum { SUBTAG_SIZE = 9 };

static void primary_subtag(const char *tag, char out[SUBTAG_SIZE])
{
    size_t i = 0;
    for (; i < SUBTAG_SIZE - 1 && tag[i] != '\0' && tag[i] != '-'; i++)
        out[i] = sk_ascii_lower(tag[i]);
    out[i] = '\0';
}

/* Is language a, at a level, to be taken before language b? */
static int comes_before(const char *a, schakel_level a_level, const char *b, schakel_level b_level)
{
    if (a_level != b_level)
        return a_level > b_level;
    int a_dutch = strcmp(a, "nl") == 0, b_dutch = strcmp(b, "nl") == 0;
    return a_dutch != b_dutch ? b_dutch : strcmp(a, b) < 0;
}

static void language_of_adult(const schakel_adult *adult, char best[SUBTAG_SIZE])
{
    schakel_level best_level = SCHAKEL_LEVEL_UNKNOWN;
    strcpy(best, "und");
    int known = 0;
    for (size_t i = 0; i < adult->language_count; i++) {
        const schakel_language_skill *skill = &adult->languages[i];
        char subtag[SUBTAG_SIZE];
        if (skill->speaking == SCHAKEL_LEVEL_NONE)
            continue;
        primary_subtag(skill->tag, subtag);
        if (!known || comes_before(subtag, skill->speaking, best, best_level)) {
            memcpy(best, subtag, sizeof subtag);
            best_level = skill->speaking;
            known = 1;
        }
    }
}

/* -------------------------------------------------------------------- counting */

enum { CELL_ALL = 0, CELL_ROLES = 1, CELL_LANGUAGES = CELL_ROLES + ROLE_COUNT };

/* The place of a new cell, or SCHAKEL_NONE when memory ran out. */
static size_t add_cell(schakel_reach *reach, schakel_breakdown breakdown, const char *key)
{
    const char *kept = sk_strings_intern(&reach->keys, key);
    if (kept == NULL ||
        !sk_grow(&reach->allocator, &reach->cells, &reach->capacity, reach->count + 1, sizeof *reach->cells))
        return SCHAKEL_NONE;
    sk_reach_cell cell = {breakdown, kept, 0, 0, 0, 0, 0};
    reach->cells[reach->count] = cell;
    return reach->count++;
}

static size_t language_cell(schakel_reach *reach, sk_index *by_key, const char *language)
{
    const char *known = sk_strings_find(&reach->keys, language);
    size_t cell = known != NULL ? sk_index_get(by_key, known) : SCHAKEL_NONE;
    if (cell != SCHAKEL_NONE)
        return cell;
    if (!sk_index_reserve(by_key))
        return SCHAKEL_NONE;
    cell = add_cell(reach, SCHAKEL_BY_LANGUAGE, language);
    if (cell != SCHAKEL_NONE)
        sk_index_set(by_key, reach->cells[cell].key, cell);
    return cell;
}

static void count_in(sk_reach_cell *cell, unsigned char flags)
{
    cell->adults++;
    cell->asked += (flags & ASKED) != 0;
    cell->said_yes += (flags & SAID_YES) != 0;
}

/* Returns 0 when memory ran out. */
static int count_adults(const schakel_school *school, schakel_reach *reach, const unsigned char *flags)
{
    sk_index by_key;
    sk_index_init(&by_key, &reach->allocator);
    int fine = add_cell(reach, SCHAKEL_BY_ALL, "all") != SCHAKEL_NONE;
    for (int role = 0; role < ROLE_COUNT && fine; role++)
        fine = add_cell(reach, SCHAKEL_BY_ROLE, role_names[role]) != SCHAKEL_NONE;
    size_t adults = schakel_school_count(school, SCHAKEL_KIND_ADULT);
    for (size_t i = 0; i < adults && fine; i++) {
        if (schakel_school_adult_tie_count(school, i) == 0)
            continue;
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        char language[SUBTAG_SIZE];
        schakel_school_get_adult(school, i, &adult);
        language_of_adult(&adult, language);
        size_t cell = language_cell(reach, &by_key, language);
        fine = cell != SCHAKEL_NONE;
        if (fine) {
            count_in(&reach->cells[CELL_ALL], flags[i]);
            count_in(&reach->cells[CELL_ROLES + role_of_adult(school, i)], flags[i]);
            count_in(&reach->cells[cell], flags[i]);
        }
    }
    sk_index_destroy(&by_key);
    return fine;
}

/* ------------------------------------------------------------ hiding and order */

static int as_listed(const void *a, const void *b)
{
    const sk_reach_cell *left = a, *right = b;
    if (left->hidden != right->hidden)
        return left->hidden - right->hidden;
    /* The order of hidden rows must not tell their sizes. */
    if (!left->hidden && left->adults != right->adults)
        return left->adults > right->adults ? -1 : 1;
    return strcmp(left->key, right->key);
}

static void hide_small(schakel_reach *reach)
{
    size_t min_cell = (size_t)reach->options.min_cell;
    sk_reach_cell *all = &reach->cells[CELL_ALL];
    size_t starts[] = {CELL_ROLES, CELL_LANGUAGES, reach->count};
    sk_hide_total(all, min_cell);
    reach->count = CELL_ROLES;
    for (size_t i = 0; i + 1 < sizeof starts / sizeof starts[0]; i++) {
        sk_reach_cell *rows = reach->cells + starts[i];
        size_t rows_count = starts[i + 1] - starts[i];
        if (!sk_hide_rows(all, rows, rows_count, min_cell))
            continue;
        qsort(rows, rows_count, sizeof *rows, as_listed);
        memmove(reach->cells + reach->count, rows, rows_count * sizeof *rows);
        reach->count += rows_count;
    }
}

/* ------------------------------------------------------------------ public calls */

schakel_status schakel_reach_count(const schakel_school *school, const schakel_reach_options *options,
                                   schakel_reach **out, schakel_error *error)
{
    if (out == NULL)
        return sk_fail_misuse(error, "no place to put the reach");
    *out = NULL;
    if (school == NULL)
        return sk_fail_misuse(error, "expected a school");
    schakel_reach_options used;
    schakel_status status = take_options(school, options, &used, error);
    if (status != SCHAKEL_OK)
        return status;
    const schakel_allocator *allocator = sk_handle_allocator(school);
    schakel_reach *reach = sk_alloc_zeroed(allocator, 1, sizeof *reach);
    if (reach == NULL)
        return sk_fail_memory(error);
    reach->allocator = *allocator;
    reach->options = used;
    sk_strings_init(&reach->keys, &reach->allocator);
    unsigned char *flags = collect_answers(school, reach);
    int fine = flags != NULL && count_adults(school, reach, flags);
    sk_free(&reach->allocator, flags);
    if (!fine) {
        schakel_reach_destroy(reach);
        return sk_fail_memory(error);
    }
    hide_small(reach);
    *out = reach;
    return SCHAKEL_OK;
}

void schakel_reach_destroy(schakel_reach *reach)
{
    if (reach == NULL)
        return;
    schakel_allocator allocator = reach->allocator;
    sk_strings_destroy(&reach->keys);
    sk_free(&allocator, reach->cells);
    sk_free(&allocator, reach);
}

size_t schakel_reach_row_count(const schakel_reach *reach)
{
    return reach != NULL ? reach->count : 0;
}

schakel_status schakel_reach_get_row(const schakel_reach *reach, size_t index, schakel_reach_row *out)
{
    if (reach == NULL || out == NULL || index >= reach->count)
        return SCHAKEL_MISUSE;
    const sk_reach_cell *cell = &reach->cells[index];
    schakel_reach_row row = SCHAKEL_REACH_ROW_INIT;
    row.breakdown = cell->breakdown;
    row.key = cell->key;
    row.hidden = cell->hidden;
    row.yes_hidden = cell->yes_hidden;
    if (!cell->hidden) {
        row.adults = cell->adults;
        row.asked = cell->asked;
        row.never_asked = cell->adults - cell->asked;
    }
    if (!cell->yes_hidden)
        row.said_yes = cell->said_yes;
    return sk_record_out(out, &row, sizeof row) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

schakel_status schakel_reach_get_options(const schakel_reach *reach, schakel_reach_options *out)
{
    if (reach == NULL || out == NULL)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &reach->options, sizeof reach->options) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}
