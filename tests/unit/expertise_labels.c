/*
 * How well are texts understood? Labelled texts in two halves: one to work with, one that was only
 * ever measured with. Prints figures of both; `unit_expertise_labels wrong` also prints what is wrong
 * in the half to work with.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/expertise.h"

enum { LINE_MAX_SIZE = 4096, COLUMNS = 4, THREE = 3 };
enum { TEXT, RIGHT, LANGUAGES, EXCLUDED };
/* Of a hundred, what a change may not fall below. */
typedef struct floors {
    int first, three;
} floors;

typedef struct figures {
    int rows, first, three;   /* rows with something right */
    int things, things_found; /* all that is right, anywhere in what is told */
    int languages;            /* rows with exactly the languages */
    int all_rows;
    int excluded, excluded_found; /* what is turned down */
    int wrongly_excluded;         /* rows in which something right is told as turned down */
} figures;

static int print_wrong;

/* The next of a list; the separator is one character, blanks around it are passed. Returns 0 at the end. */
static int next_of(const char **at, char separator, char *out, size_t size)
{
    while (**at == ' ')
        (*at)++;
    if (**at == '\0')
        return 0;
    size_t length = strcspn(*at, (const char[]){separator, '\0'});
    assert_true(length < size);
    memcpy(out, *at, length);
    out[length] = '\0';
    *at += length + ((*at)[length] != '\0');
    return 1;
}

/* Is one of the ids of a group told, offered or turned down, among the first so many? */
static int is_told(const schakel_understanding *u, const char *group, int excluded, size_t among)
{
    char id[128], whole[160];
    for (const char *at = group; next_of(&at, '|', id, sizeof id);) {
        snprintf(whole, sizeof whole, "schakel:%s", id);
        /* A label that no concept has would always be wrong. */
        if (schakel_builtin_concept_find(whole) == SCHAKEL_NONE)
            fail_msg("there is no concept %s", whole);
        for (size_t i = 0, seen = 0; i < schakel_understanding_concept_count(u) && seen < among; i++) {
            schakel_found_concept found = SCHAKEL_FOUND_CONCEPT_INIT;
            schakel_understanding_get_concept(u, i, &found);
            if (found.excluded != excluded)
                continue;
            seen++;
            if (strcmp(found.concept_id, whole) == 0)
                return 1;
        }
    }
    return 0;
}

static int any_is_told(const schakel_understanding *u, const char *list, int excluded, size_t among)
{
    char group[256];
    for (const char *at = list; next_of(&at, ';', group, sizeof group);)
        if (is_told(u, group, excluded, among))
            return 1;
    return 0;
}

static void count_told(const schakel_understanding *u, const char *list, int excluded, int *all, int *found)
{
    char group[256];
    for (const char *at = list; next_of(&at, ';', group, sizeof group);) {
        (*all)++;
        *found += is_told(u, group, excluded, SIZE_MAX);
    }
}

/* Exactly the languages, in any order. */
static int languages_are(const schakel_understanding *u, const char *list)
{
    char tag[16];
    size_t expected = 0, offered = 0, found = 0;
    for (size_t i = 0; i < schakel_understanding_language_count(u); i++) {
        schakel_found_language language = SCHAKEL_FOUND_LANGUAGE_INIT;
        schakel_understanding_get_language(u, i, &language);
        offered += !language.excluded;
    }
    for (const char *at = list; next_of(&at, ';', tag, sizeof tag); expected++)
        for (size_t i = 0; i < schakel_understanding_language_count(u); i++) {
            schakel_found_language language = SCHAKEL_FOUND_LANGUAGE_INIT;
            schakel_understanding_get_language(u, i, &language);
            found += !language.excluded && strcmp(language.tag, tag) == 0;
        }
    return expected == offered && found == expected;
}

static void show(const schakel_understanding *u, char *columns[COLUMNS], const char *what)
{
    printf("%s: %s\n    right %s, languages %s, excluded %s\n", what, columns[TEXT], columns[RIGHT],
           columns[LANGUAGES], columns[EXCLUDED]);
    for (size_t i = 0; i < schakel_understanding_concept_count(u); i++) {
        schakel_found_concept found = SCHAKEL_FOUND_CONCEPT_INIT;
        schakel_found_evidence evidence = SCHAKEL_FOUND_EVIDENCE_INIT;
        schakel_understanding_get_concept(u, i, &found);
        schakel_understanding_get_evidence(u, i, 0, &evidence);
        if (i < 5 || found.excluded)
            printf("      %s%4d %s [%.*s = %s]\n", found.excluded ? "NOT " : "", (int)found.score,
                   found.concept_id, (int)(evidence.end - evidence.start), columns[TEXT] + evidence.start,
                   evidence.wording);
    }
    for (size_t i = 5; i < schakel_understanding_concept_count(u); i++) {
        schakel_found_concept found = SCHAKEL_FOUND_CONCEPT_INIT;
        schakel_understanding_get_concept(u, i, &found);
        if (strstr(columns[RIGHT], found.concept_id + strlen("schakel:")) != NULL)
            printf("      at %zu %d %s\n", i, (int)found.score, found.concept_id);
    }
    for (size_t i = 0; i < schakel_understanding_language_count(u); i++) {
        schakel_found_language language = SCHAKEL_FOUND_LANGUAGE_INIT;
        schakel_understanding_get_language(u, i, &language);
        printf("      language %s%s\n", language.excluded ? "NOT " : "", language.tag);
    }
}

static void measure_row(const schakel_expertise *expertise, char *columns[COLUMNS], figures *f, int may_show)
{
    schakel_understanding *u = NULL;
    assert_int_equal(
        schakel_expertise_understand(expertise, columns[TEXT], strlen(columns[TEXT]), NULL, &u, NULL),
        SCHAKEL_OK);
    figures before = *f;
    f->all_rows++;
    if (*columns[RIGHT] != '\0') {
        f->rows++;
        f->first += any_is_told(u, columns[RIGHT], 0, 1);
        f->three += any_is_told(u, columns[RIGHT], 0, THREE);
        count_told(u, columns[RIGHT], 0, &f->things, &f->things_found);
        f->wrongly_excluded += any_is_told(u, columns[RIGHT], 1, SIZE_MAX);
    }
    count_told(u, columns[EXCLUDED], 1, &f->excluded, &f->excluded_found);
    f->languages += languages_are(u, columns[LANGUAGES]);
    if (may_show && print_wrong) {
        if (f->rows > before.rows && f->first == before.first)
            show(u, columns, "FIRST");
        else if (f->languages == before.languages)
            show(u, columns, "LANGUAGES");
        else if (f->excluded - before.excluded != f->excluded_found - before.excluded_found ||
                 f->wrongly_excluded > before.wrongly_excluded)
            show(u, columns, "EXCLUDED");
        else if (f->things - before.things != f->things_found - before.things_found)
            show(u, columns, "THINGS");
    }
    schakel_understanding_destroy(u);
}

static void split(char *line, char *columns[COLUMNS])
{
    line[strcspn(line, "\n")] = '\0';
    for (int i = 0; i < COLUMNS; i++) {
        columns[i] = line;
        line += strcspn(line, "\t");
        assert_true(*line == (i + 1 < COLUMNS ? '\t' : '\0'));
        if (*line != '\0')
            *line++ = '\0';
    }
}

static int percent(int part, int whole)
{
    return whole == 0 ? 100 : 100 * part / whole;
}

static void print_share(const char *what, int part, int whole)
{
    printf("  %-38s %4d of %4d  %.3f\n", what, part, whole, whole == 0 ? 1.0 : (double)part / whole);
}

static void measure_half(const char *name, int may_show, floors least)
{
    char path[512], line[LINE_MAX_SIZE], *columns[COLUMNS];
    figures f = {0};
    schakel_expertise *expertise = NULL;
    int begun = 0;
    snprintf(path, sizeof path, "%s/expertise/%s.tsv", SCHAKEL_TEST_DATA, name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(schakel_expertise_create(NULL, NULL, &expertise, NULL), SCHAKEL_OK);
    while (fgets(line, sizeof line, file) != NULL) {
        if (line[0] == '#')
            continue;
        split(line, columns);
        if (begun) /* the header is passed */
            measure_row(expertise, columns, &f, may_show);
        begun = 1;
    }
    fclose(file);
    schakel_expertise_destroy(expertise);
    printf("%s, %d texts\n", name, f.all_rows);
    print_share("a right concept first", f.first, f.rows);
    print_share("a right concept in the first three", f.three, f.rows);
    print_share("all things that are right", f.things_found, f.things);
    print_share("exactly the right languages", f.languages, f.all_rows);
    print_share("what is turned down", f.excluded_found, f.excluded);
    print_share("something right taken for turned down", f.wrongly_excluded, f.rows);
    assert_true(f.rows > 100);
    assert_true(percent(f.first, f.rows) >= least.first);
    assert_true(percent(f.three, f.rows) >= least.three);
}

static void the_half_to_work_with(void **state)
{
    (void)state;
    measure_half("developed", 1, (floors){85, 95});
}

static void the_half_to_measure_with(void **state)
{
    (void)state;
    measure_half("heldout", 0, (floors){85, 95});
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_half_to_work_with),
                                       cmocka_unit_test(the_half_to_measure_with)};
    print_wrong = argc > 1 && strcmp(argv[1], "wrong") == 0;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
