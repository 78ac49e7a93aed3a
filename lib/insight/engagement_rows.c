/* Counting adults, families and children in rows. */
#include "insight/engagement.h"

typedef struct counting {
    const sk_ways *ways;
    const sk_reached *reached;
    sk_unit_table *tables;
    sk_strings *texts;
    sk_arena *arena;
    sk_index languages; /* the rows by language */
} counting;

/* ----------------------------------------------------------------------- rows */

/* The place of a new row, or SCHAKEL_NONE when memory ran out. */
static size_t add_row(counting *c, int table_number, const char *key, size_t rank)
{
    sk_unit_table *table = &c->tables[table_number];
    size_t columns = sk_column_count(c->ways);
    sk_unit_row row = {.rank = rank, .key = sk_strings_intern(c->texts, key)};
    row.counts = sk_arena_array(c->arena, columns, sizeof *row.counts, 0);
    row.hidden = sk_arena_array(c->arena, columns, sizeof *row.hidden, 0);
    row.at_least = sk_arena_array(c->arena, columns, sizeof *row.at_least, 0);
    if (row.key == NULL || row.counts == NULL || row.hidden == NULL || row.at_least == NULL ||
        !sk_grow(c->arena->allocator, &table->rows, &table->capacity, table->count + 1, sizeof *table->rows))
        return SCHAKEL_NONE;
    table->rows[table->count] = row;
    return table->count++;
}

static void count_in(const counting *c, int table, size_t row_index, size_t person)
{
    sk_unit_row *row = &c->tables[table].rows[row_index];
    size_t columns = sk_column_count(c->ways);
    row->people++;
    for (size_t i = 0; i < columns; i++)
        row->counts[i] += (size_t)sk_has_column(c->reached, c->tables[table].unit, person, i);
}

/* The rows that there are whoever the people are. The last group is that of children in none. */
static int add_fixed_rows(counting *c)
{
    const schakel_school *school = c->ways->school;
    size_t groups = schakel_school_count(school, SCHAKEL_KIND_GROUP);
    int fine = 1;
    for (int unit = SCHAKEL_UNIT_ADULTS; unit <= SCHAKEL_UNIT_CHILDREN && fine; unit++)
        fine = add_row(c, unit, "all", 0) != SCHAKEL_NONE;
    for (int role = 0; role < SK_ROLE_COUNT && fine; role++)
        fine = add_row(c, SK_TABLE_ROLE, sk_role_name(role), 0) != SCHAKEL_NONE;
    for (int reading = 0; reading < SK_READING_COUNT && fine; reading++)
        fine = add_row(c, SK_TABLE_READING, sk_reading_name(reading), (size_t)reading + 1) != SCHAKEL_NONE;
    for (size_t i = 0; i < groups && fine; i++) {
        schakel_group group = SCHAKEL_GROUP_INIT;
        schakel_school_get_group(school, i, &group);
        fine = add_row(c, SK_TABLE_GROUP, group.id, 0) != SCHAKEL_NONE;
    }
    return fine && add_row(c, SK_TABLE_GROUP, "", 0) != SCHAKEL_NONE;
}

/* ---------------------------------------------------------------------- people */

static size_t language_row(counting *c, const char *language)
{
    const char *key = sk_strings_intern(c->texts, language);
    if (key == NULL || !sk_index_reserve(&c->languages))
        return SCHAKEL_NONE;
    size_t row = sk_index_get(&c->languages, key);
    if (row != SCHAKEL_NONE)
        return row;
    row = add_row(c, SK_TABLE_LANGUAGE, key, 0);
    if (row != SCHAKEL_NONE)
        sk_index_set(&c->languages, key, row);
    return row;
}

static int count_adult(counting *c, size_t index)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    char language[SK_SUBTAG_SIZE];
    schakel_school_get_adult(c->ways->school, index, &adult);
    sk_language_of_adult(&adult, language);
    size_t row = language_row(c, language);
    if (row == SCHAKEL_NONE)
        return 0;
    count_in(c, SCHAKEL_UNIT_ADULTS, 0, index);
    count_in(c, SK_TABLE_ROLE, (size_t)sk_role_of_adult(c->ways->school, index), index);
    count_in(c, SK_TABLE_LANGUAGE, row, index);
    count_in(c, SK_TABLE_READING, (size_t)sk_reading_of_adult(&adult), index);
    return 1;
}

static void count_child(counting *c, size_t index)
{
    const schakel_school *school = c->ways->school;
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_school_get_child(school, index, &child);
    size_t group = schakel_school_find(school, SCHAKEL_KIND_GROUP, child.group_id);
    size_t none = c->tables[SK_TABLE_GROUP].count - 1;
    count_in(c, SCHAKEL_UNIT_CHILDREN, 0, index);
    count_in(c, SK_TABLE_GROUP, group != SCHAKEL_NONE ? group : none, index);
}

static int count_people(counting *c)
{
    const sk_people *people = c->reached->of_unit;
    for (size_t i = 0; i < people[SCHAKEL_UNIT_ADULTS].count; i++)
        if (schakel_school_adult_tie_count(c->ways->school, i) != 0 && !count_adult(c, i))
            return 0;
    for (size_t i = 0; i < people[SCHAKEL_UNIT_FAMILIES].count; i++)
        count_in(c, SCHAKEL_UNIT_FAMILIES, 0, i);
    for (size_t i = 0; i < people[SCHAKEL_UNIT_CHILDREN].count; i++)
        count_child(c, i);
    return 1;
}

int sk_count_units(sk_unit_table tables[SK_UNIT_TABLES], const sk_ways *ways, const sk_reached *reached,
                   sk_strings *texts, sk_arena *arena)
{
    static const sk_unit_table kinds[SK_UNIT_TABLES] = {
        {.unit = SCHAKEL_UNIT_ADULTS, .breakdown = SCHAKEL_BY_ALL},
        {.unit = SCHAKEL_UNIT_FAMILIES, .breakdown = SCHAKEL_BY_ALL},
        {.unit = SCHAKEL_UNIT_CHILDREN, .breakdown = SCHAKEL_BY_ALL},
        {.unit = SCHAKEL_UNIT_ADULTS, .breakdown = SCHAKEL_BY_ROLE},
        {.unit = SCHAKEL_UNIT_ADULTS, .breakdown = SCHAKEL_BY_LANGUAGE},
        {.unit = SCHAKEL_UNIT_ADULTS, .breakdown = SCHAKEL_BY_READING},
        {.unit = SCHAKEL_UNIT_CHILDREN, .breakdown = SCHAKEL_BY_GROUP},
    };
    counting c = {.ways = ways, .reached = reached, .tables = tables, .texts = texts, .arena = arena};
    for (int i = 0; i < SK_UNIT_TABLES; i++)
        tables[i] = kinds[i];
    sk_index_init(&c.languages, arena->allocator);
    int fine = add_fixed_rows(&c) && count_people(&c);
    sk_index_destroy(&c.languages);
    sk_unit_table *groups = &tables[SK_TABLE_GROUP];
    if (fine && groups->rows[groups->count - 1].people == 0)
        groups->count--;
    return fine;
}
