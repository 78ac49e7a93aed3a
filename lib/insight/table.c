/* Counting adults by what they are to children, by language and by how they read Dutch. */
#include "insight/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/unicode.h"

schakel_status sk_check_min_cell(schakel_error *error, int32_t min_cell)
{
    return sk_check_number(error, "/min_cell", min_cell, 2, 1000);
}

schakel_status sk_take_days(const schakel_school *school, schakel_date *from, schakel_date *until,
                            schakel_error *error)
{
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(school, &info);
    if (*from == SCHAKEL_NO_DATE)
        *from = info.year_start;
    if (*until == SCHAKEL_NO_DATE)
        *until = info.year_end;
    if (*until != SCHAKEL_NO_DATE && *until < *from)
        return sk_fail(error, SCHAKEL_INVALID, "/until", "the last day is before the first");
    return SCHAKEL_OK;
}

schakel_status sk_take_period(const schakel_school *school, schakel_date *from, schakel_date *until,
                              int32_t min_cell, schakel_error *error)
{
    schakel_status status = sk_check_min_cell(error, min_cell);
    return status == SCHAKEL_OK ? sk_take_days(school, from, until, error) : status;
}

size_t sk_adult_asked(const schakel_school *school, size_t index, schakel_date from, schakel_date until,
                      schakel_ask *ask)
{
    *ask = (schakel_ask)SCHAKEL_ASK_INIT;
    schakel_school_get_ask(school, index, ask);
    int too_late = until != SCHAKEL_NO_DATE && ask->date > until;
    return ask->date < from || too_late ? SCHAKEL_NONE
                                        : schakel_school_find(school, SCHAKEL_KIND_ADULT, ask->adult_id);
}

void sk_table_init(sk_table *table, const schakel_allocator *allocator)
{
    *table = (sk_table){.allocator = allocator};
    sk_strings_init(&table->keys, allocator);
    sk_arena_init(&table->profiles, allocator);
}

void sk_table_destroy(sk_table *table)
{
    sk_strings_destroy(&table->keys);
    sk_arena_destroy(&table->profiles);
    sk_free(table->allocator, table->cells);
}

/* --------------------------------------------------------------- who they are */

enum { ROLE_MOTHER, ROLE_FATHER, ROLE_PARENT, ROLE_OTHER };

const char *sk_role_name(int role)
{
    static const char *const names[SK_ROLE_COUNT] = {"mother", "father", "parent", "other"};
    return names[role];
}

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

int sk_role_of_adult(const schakel_school *school, size_t adult)
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

static void primary_subtag(const char *tag, char out[SK_SUBTAG_SIZE])
{
    size_t i = 0;
    for (; i < SK_SUBTAG_SIZE - 1 && tag[i] != '\0' && tag[i] != '-'; i++)
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

void sk_language_of_adult(const schakel_adult *adult, char best[SK_SUBTAG_SIZE])
{
    schakel_level best_level = SCHAKEL_LEVEL_UNKNOWN;
    strcpy(best, "und");
    int known = 0;
    for (size_t i = 0; i < adult->language_count; i++) {
        const schakel_language_skill *skill = &adult->languages[i];
        char subtag[SK_SUBTAG_SIZE];
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

/* By value of schakel_level, with what is not known last. */
int sk_reading_of_adult(const schakel_adult *adult)
{
    schakel_level best = SCHAKEL_LEVEL_UNKNOWN;
    for (size_t i = 0; i < adult->language_count; i++) {
        char subtag[SK_SUBTAG_SIZE];
        primary_subtag(adult->languages[i].tag, subtag);
        if (strcmp(subtag, "nl") == 0 && adult->languages[i].reading > best)
            best = adult->languages[i].reading;
    }
    return best == SCHAKEL_LEVEL_UNKNOWN ? SK_READING_COUNT - 1 : (int)best - 1;
}

const char *sk_reading_name(int reading)
{
    return schakel_level_name(reading == SK_READING_COUNT - 1 ? SCHAKEL_LEVEL_UNKNOWN
                                                              : (schakel_level)(reading + 1));
}

/* -------------------------------------------------------------------- counting */

/* Readings come before languages, which are not known beforehand; they are listed after them. */
enum { CELL_ALL = 0, CELL_ROLES = 1, CELL_READINGS = CELL_ROLES + SK_ROLE_COUNT };

typedef struct counting {
    sk_table *table;
    const schakel_school *school;
    sk_index languages;
    const unsigned char *flags;
    const sk_asked *asked;
} counting;

/* The place of a new cell, or SCHAKEL_NONE when memory ran out. */
static size_t add_cell(counting *c, schakel_breakdown breakdown, const char *key)
{
    sk_table *table = c->table;
    sk_cell cell = {.breakdown = breakdown, .key = sk_strings_intern(&table->keys, key)};
    if (c->asked != NULL)
        cell.profile = sk_arena_array(&table->profiles, 1, sizeof *cell.profile, 0);
    if (cell.key == NULL || (c->asked != NULL && cell.profile == NULL) ||
        !sk_grow(table->allocator, &table->cells, &table->capacity, table->count + 1, sizeof *table->cells))
        return SCHAKEL_NONE;
    table->cells[table->count] = cell;
    return table->count++;
}

static size_t language_cell(counting *c, const char *language)
{
    sk_table *table = c->table;
    sk_index *by_key = &c->languages;
    const char *known = sk_strings_find(&table->keys, language);
    size_t cell = known != NULL ? sk_index_get(by_key, known) : SCHAKEL_NONE;
    if (cell != SCHAKEL_NONE)
        return cell;
    if (!sk_index_reserve(by_key))
        return SCHAKEL_NONE;
    cell = add_cell(c, SCHAKEL_BY_LANGUAGE, language);
    if (cell != SCHAKEL_NONE)
        sk_index_set(by_key, table->cells[cell].key, cell);
    return cell;
}

static void count_in(const counting *c, size_t cell_index, size_t adult)
{
    sk_cell *cell = &c->table->cells[cell_index];
    unsigned char flags = c->flags[adult];
    cell->adults++;
    cell->asked += (flags & SK_ASKED) != 0;
    cell->said_yes += (flags & SK_SAID_YES) != 0;
    cell->members += (flags & SK_MEMBER) != 0;
    if (cell->profile != NULL)
        sk_profile_count(cell->profile, (flags & SK_OFFERS) != 0, c->asked[adult].recorded,
                         c->asked[adult].with_plan);
}

/* The rows that there are whoever the adults are. */
static int add_fixed_cells(counting *c)
{
    int fine = add_cell(c, SCHAKEL_BY_ALL, "all") != SCHAKEL_NONE;
    for (int role = 0; role < SK_ROLE_COUNT && fine; role++)
        fine = add_cell(c, SCHAKEL_BY_ROLE, sk_role_name(role)) != SCHAKEL_NONE;
    for (int reading = 0; reading < SK_READING_COUNT && c->asked != NULL && fine; reading++) {
        size_t cell = add_cell(c, SCHAKEL_BY_READING, sk_reading_name(reading));
        fine = cell != SCHAKEL_NONE;
        if (fine)
            c->table->cells[cell].rank = (size_t)reading + 1;
    }
    return fine;
}

static int count_adult(counting *c, size_t index)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    char language[SK_SUBTAG_SIZE];
    schakel_school_get_adult(c->school, index, &adult);
    sk_language_of_adult(&adult, language);
    size_t cell = language_cell(c, language);
    if (cell == SCHAKEL_NONE)
        return 0;
    count_in(c, CELL_ALL, index);
    count_in(c, CELL_ROLES + (size_t)sk_role_of_adult(c->school, index), index);
    count_in(c, cell, index);
    if (c->asked != NULL)
        count_in(c, CELL_READINGS + (size_t)sk_reading_of_adult(&adult), index);
    return 1;
}

int sk_table_count(sk_table *table, const schakel_school *school, const unsigned char *flags,
                   const sk_asked *asked)
{
    counting c = {.table = table, .school = school, .flags = flags, .asked = asked};
    sk_index_init(&c.languages, table->allocator);
    int fine = add_fixed_cells(&c);
    size_t adults = schakel_school_count(school, SCHAKEL_KIND_ADULT);
    for (size_t i = 0; i < adults && fine; i++)
        if (schakel_school_adult_tie_count(school, i) != 0)
            fine = count_adult(&c, i);
    sk_index_destroy(&c.languages);
    return fine;
}

/* ------------------------------------------------------------ hiding and order */

static int by_breakdown(const void *a, const void *b)
{
    const sk_cell *left = a, *right = b;
    return (int)left->breakdown - (int)right->breakdown;
}

static int as_listed(const void *a, const void *b)
{
    const sk_cell *left = a, *right = b;
    if (left->rank != right->rank)
        return left->rank < right->rank ? -1 : 1;
    if (left->hidden != right->hidden)
        return left->hidden - right->hidden;
    /* The order of hidden rows must not tell their sizes. */
    if (!left->hidden && left->adults != right->adults)
        return left->adults > right->adults ? -1 : 1;
    return strcmp(left->key, right->key);
}

/* How many rows from here on are of one breakdown. */
static size_t rows_of_one(const sk_table *table, size_t start)
{
    size_t end = start;
    while (end < table->count && table->cells[end].breakdown == table->cells[start].breakdown)
        end++;
    return end - start;
}

void sk_table_hide(sk_table *table, size_t min_cell)
{
    size_t kept = CELL_ROLES;
    qsort(table->cells, table->count, sizeof *table->cells, by_breakdown);
    sk_hide_total(&table->cells[CELL_ALL], min_cell);
    for (size_t start = CELL_ROLES, count; start < table->count; start += count) {
        sk_cell *rows = table->cells + start;
        count = rows_of_one(table, start);
        if (!sk_hide_rows(&table->cells[CELL_ALL], rows, count, min_cell))
            continue;
        qsort(rows, count, sizeof *rows, as_listed);
        memmove(table->cells + kept, rows, count * sizeof *rows);
        kept += count;
    }
    table->count = kept;
}

void sk_table_hide_profiles(sk_table *table, const sk_detail *detail, size_t min_cell)
{
    for (size_t start = CELL_ALL, count; start < table->count; start += count) {
        count = rows_of_one(table, start);
        sk_hide_profiles(table->cells + start, count, detail, min_cell);
    }
}
