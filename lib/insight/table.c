/* Counting adults by what they are to children and by language. */
#include "insight/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/unicode.h"

schakel_status sk_fail_min_cell(schakel_error *error, int32_t min_cell)
{
    return sk_fail(error, SCHAKEL_INVALID, "/min_cell", "expected a number from %d to %d, found %d",
                   SK_MIN_CELL_LOW, SK_MIN_CELL_HIGH, (int)min_cell);
}

void sk_table_init(sk_table *table, const schakel_allocator *allocator)
{
    *table = (sk_table){.allocator = allocator};
    sk_strings_init(&table->keys, allocator);
}

void sk_table_destroy(sk_table *table)
{
    sk_strings_destroy(&table->keys);
    sk_free(table->allocator, table->cells);
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
static size_t add_cell(sk_table *table, schakel_breakdown breakdown, const char *key)
{
    const char *kept = sk_strings_intern(&table->keys, key);
    if (kept == NULL ||
        !sk_grow(table->allocator, &table->cells, &table->capacity, table->count + 1, sizeof *table->cells))
        return SCHAKEL_NONE;
    sk_cell cell = {.breakdown = breakdown, .key = kept};
    table->cells[table->count] = cell;
    return table->count++;
}

static size_t language_cell(sk_table *table, sk_index *by_key, const char *language)
{
    const char *known = sk_strings_find(&table->keys, language);
    size_t cell = known != NULL ? sk_index_get(by_key, known) : SCHAKEL_NONE;
    if (cell != SCHAKEL_NONE)
        return cell;
    if (!sk_index_reserve(by_key))
        return SCHAKEL_NONE;
    cell = add_cell(table, SCHAKEL_BY_LANGUAGE, language);
    if (cell != SCHAKEL_NONE)
        sk_index_set(by_key, table->cells[cell].key, cell);
    return cell;
}

static void count_in(sk_cell *cell, unsigned char flags)
{
    cell->adults++;
    cell->asked += (flags & SK_ASKED) != 0;
    cell->said_yes += (flags & SK_SAID_YES) != 0;
    cell->members += (flags & SK_MEMBER) != 0;
}

int sk_table_count(sk_table *table, const schakel_school *school, const unsigned char *flags)
{
    sk_index by_key;
    sk_index_init(&by_key, table->allocator);
    int fine = add_cell(table, SCHAKEL_BY_ALL, "all") != SCHAKEL_NONE;
    for (int role = 0; role < ROLE_COUNT && fine; role++)
        fine = add_cell(table, SCHAKEL_BY_ROLE, role_names[role]) != SCHAKEL_NONE;
    size_t adults = schakel_school_count(school, SCHAKEL_KIND_ADULT);
    for (size_t i = 0; i < adults && fine; i++) {
        if (schakel_school_adult_tie_count(school, i) == 0)
            continue;
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        char language[SUBTAG_SIZE];
        schakel_school_get_adult(school, i, &adult);
        language_of_adult(&adult, language);
        size_t cell = language_cell(table, &by_key, language);
        fine = cell != SCHAKEL_NONE;
        if (fine) {
            count_in(&table->cells[CELL_ALL], flags[i]);
            count_in(&table->cells[CELL_ROLES + role_of_adult(school, i)], flags[i]);
            count_in(&table->cells[cell], flags[i]);
        }
    }
    sk_index_destroy(&by_key);
    return fine;
}

/* ------------------------------------------------------------ hiding and order */

static int as_listed(const void *a, const void *b)
{
    const sk_cell *left = a, *right = b;
    if (left->hidden != right->hidden)
        return left->hidden - right->hidden;
    /* The order of hidden rows must not tell their sizes. */
    if (!left->hidden && left->adults != right->adults)
        return left->adults > right->adults ? -1 : 1;
    return strcmp(left->key, right->key);
}

void sk_table_hide(sk_table *table, size_t min_cell)
{
    sk_cell *all = &table->cells[CELL_ALL];
    size_t starts[] = {CELL_ROLES, CELL_LANGUAGES, table->count};
    sk_hide_total(all, min_cell);
    table->count = CELL_ROLES;
    for (size_t i = 0; i + 1 < sizeof starts / sizeof starts[0]; i++) {
        sk_cell *rows = table->cells + starts[i];
        size_t rows_count = starts[i + 1] - starts[i];
        if (!sk_hide_rows(all, rows, rows_count, min_cell))
            continue;
        qsort(rows, rows_count, sizeof *rows, as_listed);
        memmove(table->cells + table->count, rows, rows_count * sizeof *rows);
        table->count += rows_count;
    }
}
