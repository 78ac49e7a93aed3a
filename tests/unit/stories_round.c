/* A round of talks of the sample school, from the timetable to the letters, told as stories; named after the rows. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "unit/letter_check.h"
#include "unit/stories.h"

static schakel_school *springplank;
static schakel_timetable *timetable;

enum { MOST_TALKS = 512 };
static char greetings[MOST_TALKS][256]; /* of each talk, who comes as a letter greets them */

static schakel_timetable *plan(const char *today)
{
    schakel_timetable *made = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_timetable_options options = SCHAKEL_TIMETABLE_OPTIONS_INIT;
    options.round_id = "startgesprekken";
    options.today = day(today);
    if (schakel_timetable_make(springplank, &options, &made, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return made;
}

static schakel_timetable_row talk(size_t index)
{
    schakel_timetable_row row = SCHAKEL_TIMETABLE_ROW_INIT;
    assert_int_equal(schakel_timetable_get(timetable, index, &row), SCHAKEL_OK);
    return row;
}

static void write_letters(const schakel_timetable *of, const char *child_id, char **text)
{
    schakel_timetable_view view = SCHAKEL_TIMETABLE_VIEW_INIT;
    view.child_id = child_id;
    assert_int_equal(schakel_present_timetable(of, springplank, &view, NULL, text, NULL, NULL), SCHAKEL_OK);
}

static const char *child_id(size_t index)
{
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_school_get_child(springplank, index, &child);
    return child.id;
}

static const char *child_name(const char *id)
{
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_school_get_child(springplank, schakel_school_find(springplank, SCHAKEL_KIND_CHILD, id), &child);
    return child.name;
}

/* "Beste Naima Vuurvlieg en Amastan Braamstruik," */
static void greet(const schakel_timetable_row *row, char *out, size_t size)
{
    size_t used = (size_t)snprintf(out, size, "\nBeste ");
    for (size_t i = 0; i < row->adult_count; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        const char *before = i == 0 ? "" : i + 1 < row->adult_count ? ", " : " en ";
        schakel_school_get_adult(
            springplank, schakel_school_find(springplank, SCHAKEL_KIND_ADULT, row->adult_ids[i]), &adult);
        used += (size_t)snprintf(out + used, size - used, "%s%s", before, adult.name);
    }
    snprintf(out + used, size - used, ",\n");
}

static int plan_the_round(void **state)
{
    (void)state;
    springplank = load_sample("school.json");
    timetable = plan("2026-09-01");
    assert_true(schakel_timetable_count(timetable) <= MOST_TALKS);
    for (size_t i = 0; i < schakel_timetable_count(timetable); i++) {
        schakel_timetable_row row = talk(i);
        greet(&row, greetings[i], sizeof greetings[i]);
    }
    return 0;
}

static int end_the_round(void **state)
{
    (void)state;
    schakel_timetable_destroy(timetable);
    schakel_school_destroy(springplank);
    return 0;
}

/* A personal talk with every parent about every child: one has no time, and it is said what would change that. */
static void S9_everybody_is_planned_but_one(void **state)
{
    (void)state;
    size_t children = schakel_school_count(springplank, SCHAKEL_KIND_CHILD), talked_about = 0, skipping = 0;
    for (size_t i = 0; i < schakel_school_count(springplank, SCHAKEL_KIND_ROUND_WISH); i++) {
        schakel_round_wish wish = SCHAKEL_ROUND_WISH_INIT;
        schakel_school_get_round_wish(springplank, i, &wish);
        skipping += wish.skips == 1;
    }
    for (size_t i = 0; i < children; i++) {
        int found = 0;
        for (size_t k = 0; k < schakel_timetable_count(timetable) && !found; k++)
            found = strcmp(talk(k).child_id, child_id(i)) == 0;
        talked_about += (size_t)found;
    }
    assert_true(skipping > 1); /* those who came in the first week, and one who does not come this time */
    assert_int_equal(talked_about, children - skipping);
    schakel_timetable_row last = talk(schakel_timetable_count(timetable) - 1);
    assert_string_equal(last.child_id, "c103");
    assert_int_equal(last.reason, SCHAKEL_UNPLACED_WINDOWS);
    assert_non_null(strstr(last.text_nl, "vrijdag 25 september"));
}

/* Parents do the talking and are told so beforehand, in Dutch that they can read. */
static void S9_every_letter_is_plain_and_says_who_tells(void **state)
{
    (void)state;
    schakel_timetable *too_late = plan("2026-09-24"); /* nothing can be planned any more */
    for (size_t i = 0; i < schakel_school_count(springplank, SCHAKEL_KIND_CHILD); i++) {
        char *text = NULL, *late = NULL;
        write_letters(timetable, child_id(i), &text);
        write_letters(too_late, child_id(i), &late);
        assert_letters_are_plain(text);
        assert_letters_are_plain(late);
        int has_letter = strncmp(text, "# Er is geen brief\n", 19) != 0;
        assert_true(has_letter == (strstr(text, "U vertelt, wij luisteren.") != NULL));
        assert_null(strstr(late, "Wanneer is het gesprek"));
        schakel_buffer_free(text);
        schakel_buffer_free(late);
    }
    schakel_timetable_destroy(too_late);
}

/* Does a talk about a child have the readers of another talk? */
static int talks_about(const char *id, const char *readers)
{
    for (size_t i = 0; i < schakel_timetable_count(timetable); i++)
        if (strcmp(greetings[i], readers) == 0 && strcmp(talk(i).child_id, id) == 0)
            return 1;
    return 0;
}

/* Who gets a letter reads of every talk of their own, and of no child with whom they do not come. */
static void S9_letters_tell_each_their_own_talks(void **state)
{
    (void)state;
    size_t letters = 0;
    for (size_t i = 0; i < schakel_timetable_count(timetable); i++) {
        schakel_timetable_row row = talk(i);
        if (row.adult_count == 0)
            continue;
        char *text = NULL;
        write_letters(timetable, row.child_id, &text);
        char *own = strstr(text, greetings[i]);
        assert_non_null(own);
        char *end = strstr(own, "\n---\n");
        if (end != NULL)
            *end = '\0';
        for (size_t k = 0; k < schakel_timetable_count(timetable); k++) {
            const char *other = talk(k).child_id;
            if (talks_about(other, greetings[i]) != (strstr(own, child_name(other)) != NULL))
                fail_msg("%s in a letter about %s:\n%s", other, row.child_id, own);
        }
        schakel_buffer_free(text);
        letters++;
    }
    assert_true(letters > 200);
}

/* A parent who knows little Dutch reads the day in a language of their own, and who interprets. */
static void S5_the_day_is_there_in_the_own_language(void **state)
{
    (void)state;
    size_t found = 0;
    for (size_t i = 0; i < schakel_timetable_count(timetable); i++) {
        schakel_timetable_row row = talk(i);
        char words[SCHAKEL_WORDS_SIZE];
        if (!row.has_interpreter || strcmp(row.language, "ti") != 0)
            continue;
        char *text = NULL;
        write_letters(timetable, row.child_id, &text);
        assert_int_equal(schakel_date_words(row.date, "ti", words, sizeof words, NULL), SCHAKEL_OK);
        assert_non_null(strstr(text, words));
        assert_non_null(strstr(text, "een tolk helpt u. De tolk spreekt Tigrinya"));
        schakel_buffer_free(text);
        found++;
    }
    assert_true(found > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(S9_everybody_is_planned_but_one),
        cmocka_unit_test(S9_every_letter_is_plain_and_says_who_tells),
        cmocka_unit_test(S9_letters_tell_each_their_own_talks),
        cmocka_unit_test(S5_the_day_is_there_in_the_own_language),
    };
    return cmocka_run_group_tests(tests, plan_the_round, end_the_round);
}
