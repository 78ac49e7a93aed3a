/* A letter held against how well its readers read. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "unit/outreach_build.h"

static schakel_readers *hold(const schakel_school *school, schakel_level level, const char *activity_id,
                             const char *group_id)
{
    schakel_readers_options options = SCHAKEL_READERS_OPTIONS_INIT;
    schakel_readers *readers = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    options.today = TODAY;
    options.level = level;
    options.activity_id = activity_id;
    options.group_ids = group_id == NULL ? NULL : &group_id;
    options.group_count = group_id != NULL;
    if (schakel_readers_make(school, &options, &readers, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    assert_int_equal(schakel_readers_level(readers), level);
    return readers;
}

static schakel_reader reader_at(const schakel_readers *readers, size_t index)
{
    schakel_reader reader = SCHAKEL_READER_INIT;
    assert_int_equal(schakel_readers_get(readers, index, &reader), SCHAKEL_OK);
    return reader;
}

/* "no a1 A1; ? b2 unknown; yes c3 B1": who can read it, in the order in which they are listed. */
static void list_readers(const schakel_readers *readers, char *out, size_t size)
{
    static const char *const words[] = {"?", "yes", "no"};
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < schakel_readers_count(readers); i++) {
        schakel_reader reader = reader_at(readers, i);
        assert_true(reader.text_nl[0] != '\0' && reader.text_en[0] != '\0');
        assert_non_null(reader.advice);
        used += (size_t)snprintf(out + used, size - used, "%s%s %s %s", i == 0 ? "" : "; ",
                                 words[reader.reads], reader.adult_id, schakel_level_name(reader.reading));
        assert_true(used < size);
    }
}

/* Seven parents of a class, one for each level of reading, and one of whom it is not known. */
static schakel_school *school_of_readers(size_t turn)
{
    static const char *const ids[] = {"d", "b", "g", "a", "f", "c", "e"};
    enum { ADULTS = sizeof ids / sizeof ids[0] };
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    add_group(school, "g1");
    add_group(school, "g2");
    add_child(school, "kid", "g1");
    for (size_t i = 0; i < ADULTS; i++) {
        size_t k = (i + turn) % ADULTS;
        schakel_language_skill skill = {"nl", SCHAKEL_LEVEL_B1, (schakel_level)k};
        add_speaker(school, ids[k], &skill, 1, 0);
        add_tie(school, "kid", ids[k], SCHAKEL_TIE_PARENT);
    }
    return school;
}

static void who_reads_below_the_letter_cannot_read_it(void **state)
{
    static const struct {
        schakel_level level;
        const char *expected;
    } cases[] = {
        {SCHAKEL_LEVEL_A1, "no b none; ? d unknown; yes a A2; yes c B2; yes e C1; yes f B1; yes g A1"},
        {SCHAKEL_LEVEL_A2, "no b none; no g A1; ? d unknown; yes a A2; yes c B2; yes e C1; yes f B1"},
        {SCHAKEL_LEVEL_B1, "no a A2; no b none; no g A1; ? d unknown; yes c B2; yes e C1; yes f B1"},
        {SCHAKEL_LEVEL_C2, "no a A2; no b none; no c B2; no e C1; no f B1; no g A1; ? d unknown"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (size_t turn = 0; turn < 7; turn++) {
            char found[256];
            schakel_school *school = school_of_readers(turn);
            schakel_readers *readers = hold(school, cases[i].level, NULL, NULL);
            list_readers(readers, found, sizeof found);
            assert_string_equal(found, cases[i].expected);
            schakel_readers_destroy(readers);
            schakel_school_destroy(school);
        }
}

static void only_the_parents_who_get_the_letter_are_looked_at(void **state)
{
    char found[256];
    (void)state;
    schakel_school *school = school_of_readers(0);
    add_child(school, "kit", "g2");
    add_speaker(school, "z", NULL, 0, 0);
    add_tie(school, "kit", "z", SCHAKEL_TIE_FATHER);
    schakel_readers *readers = hold(school, SCHAKEL_LEVEL_A2, NULL, "g2");
    list_readers(readers, found, sizeof found);
    assert_string_equal(found, "? z unknown");
    schakel_readers_destroy(readers);
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    activity.id = "evening";
    activity.why = "Samen praten";
    activity.audience = SCHAKEL_AUDIENCE_FATHERS;
    activity.date = TUESDAY;
    TELL(school, activity, &activity);
    readers = hold(school, SCHAKEL_LEVEL_A2, "evening", NULL);
    list_readers(readers, found, sizeof found);
    assert_string_equal(found, "? z unknown");
    schakel_readers_destroy(readers);
    schakel_school_destroy(school);
}

/* For each channel that the school has alone: what to do for who cannot read it. */
static void what_to_do_follows_the_channel_and_the_language(void **state)
{
    static const struct {
        schakel_channel channel;
        const char *in_dutch, *in_another_language;
    } cases[] = {{SCHAKEL_CHANNEL_IN_PERSON,
                  "Praat op school met deze ouder en vertel wat er in de brief staat.",
                  "Praat op school over de brief, met een tolk of in de eigen taal."},
                 {SCHAKEL_CHANNEL_VISIT, "Ga bij deze ouder langs en vertel wat er in de brief staat.",
                  "Ga langs met een tolk en vertel wat er in de brief staat."},
                 {SCHAKEL_CHANNEL_CALL, "Bel deze ouder en vertel wat er in de brief staat.",
                  "Bel met een tolk of in de eigen taal, en vertel wat er in de brief staat."},
                 {SCHAKEL_CHANNEL_VIDEO, "Bel deze ouder met beeld en vertel wat er in de brief staat.",
                  "Bel met beeld en met een tolk, en vertel wat er in de brief staat."},
                 {SCHAKEL_CHANNEL_MESSAGE, "Spreek een bericht in en vertel wat er in de brief staat.",
                  "Vertel in een bericht in de eigen taal wat er in de brief staat."},
                 {SCHAKEL_CHANNEL_MAIL, "Maak de brief makkelijker en vraag of alles duidelijk is.",
                  "Geef de brief ook in de taal van deze ouder."},
                 {SCHAKEL_CHANNEL_OTHER, "Vraag hoe u deze ouder wel kunt bereiken.",
                  "Vraag hoe u deze ouder wel kunt bereiken."},
                 {SCHAKEL_CHANNEL_FILM, "Vertel in een filmpje wat er in de brief staat.",
                  "Vertel in een filmpje in de taal van deze ouder wat er in de brief staat."},
                 {SCHAKEL_CHANNEL_NEWSLETTER, "Maak de tekst makkelijker en vraag of alles duidelijk is.",
                  "Geef de tekst ook in de taal van deze ouder."}};
    static const schakel_language_skill skills[] = {{"nl", SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_A1},
                                                    {"so", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_B1}};
    (void)state;
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    add_child(school, "kid", NULL);
    add_speaker(school, "dutch", skills, 1, 0);
    add_speaker(school, "somali", skills, 2, 0);
    add_tie(school, "kid", "dutch", SCHAKEL_TIE_MOTHER);
    add_tie(school, "kid", "somali", SCHAKEL_TIE_FATHER);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_readers_options options = SCHAKEL_READERS_OPTIONS_INIT;
        schakel_readers *readers = NULL;
        options.today = TODAY;
        options.level = SCHAKEL_LEVEL_A2;
        options.offered = 1u << cases[i].channel;
        assert_int_equal(schakel_readers_make(school, &options, &readers, NULL), SCHAKEL_OK);
        assert_int_equal(reader_at(readers, 0).advice->channel, cases[i].channel);
        assert_string_equal(reader_at(readers, 0).text_nl, cases[i].in_dutch);
        assert_string_equal(reader_at(readers, 1).text_nl, cases[i].in_another_language);
        schakel_readers_destroy(readers);
    }
    schakel_school_destroy(school);
}

static void who_may_not_read_it_is_asked_and_who_can_is_left_alone(void **state)
{
    static const schakel_language_skill can[] = {{"nl", SCHAKEL_LEVEL_A2, SCHAKEL_LEVEL_A2}};
    static const schakel_language_skill other[] = {{"so", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_B1}};
    (void)state;
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    add_child(school, "kid", NULL);
    add_speaker(school, "a", other, 1, 0);
    add_speaker(school, "b", NULL, 0, 0);
    add_speaker(school, "c", can, 1, 0);
    add_tie(school, "kid", "a", SCHAKEL_TIE_MOTHER);
    add_tie(school, "kid", "b", SCHAKEL_TIE_FATHER);
    add_tie(school, "kid", "c", SCHAKEL_TIE_PARENT);
    schakel_readers *readers = hold(school, SCHAKEL_LEVEL_A2, NULL, NULL);
    assert_int_equal(schakel_readers_count(readers), 3);
    assert_string_equal(reader_at(readers, 0).text_nl,
                        "Geef de brief, en vertel met een tolk of in de eigen taal wat er staat.");
    assert_string_equal(reader_at(readers, 0).advice->language, "so");
    assert_string_equal(reader_at(readers, 1).text_en, "Give the letter, and ask whether all is clear.");
    assert_string_equal(reader_at(readers, 2).text_nl, "Deze ouder kan de brief lezen.");
    schakel_readers_destroy(readers);
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------------ the stories */

/*
 * More than half of a class may read less than teachers think. Of the sample school the parents of group 4 get a
 * letter at B1: for who cannot read it, nobody is told to write, and everybody gets something to do for them.
 */
static void S6_who_cannot_read_the_letter_is_told_it(void **state)
{
    (void)state;
    schakel_school *school = load_sample_school("school.json");
    schakel_readers *hard = hold(school, SCHAKEL_LEVEL_B1, NULL, "g4");
    schakel_readers *plain = hold(school, SCHAKEL_LEVEL_A1, NULL, "g4");
    size_t cannot_hard = 0, cannot_plain = 0;
    assert_int_equal(schakel_readers_count(hard), schakel_readers_count(plain));
    for (size_t i = 0; i < schakel_readers_count(hard); i++) {
        schakel_reader reader = reader_at(hard, i);
        cannot_hard += reader.reads == SCHAKEL_NO;
        cannot_plain += reader_at(plain, i).reads == SCHAKEL_NO;
        if (reader.reading != SCHAKEL_LEVEL_NONE && reader.reading != SCHAKEL_LEVEL_A1)
            continue;
        assert_int_equal(reader.reads, SCHAKEL_NO);
        assert_true(reader.advice->channel <= SCHAKEL_CHANNEL_VIDEO ||
                    (reader.advice->reasons & SCHAKEL_BECAUSE_ASKED_FOR) != 0); /* talk before you write */
    }
    assert_true(cannot_plain > 0 && cannot_plain < cannot_hard);
    schakel_readers_destroy(plain);
    schakel_readers_destroy(hard);
    schakel_school_destroy(school);
}

/* -------------------------------------------------------------------- misuse */

static void what_is_wrong_is_named(void **state)
{
    static const char *const nobody[] = {"g1", "zz"};
    const struct {
        schakel_readers_options options;
        schakel_status status;
        const char *path;
    } cases[] = {
        {{sizeof(schakel_readers_options), SCHAKEL_NO_DATE, SCHAKEL_LEVEL_A2, NULL, NULL, 0, 0},
         SCHAKEL_INVALID,
         "/today"},
        {{sizeof(schakel_readers_options), TODAY, SCHAKEL_LEVEL_UNKNOWN, NULL, NULL, 0, 0},
         SCHAKEL_INVALID,
         "/level"},
        {{sizeof(schakel_readers_options), TODAY, (schakel_level)(SCHAKEL_LEVEL_C2 + 1), NULL, NULL, 0, 0},
         SCHAKEL_INVALID,
         "/level"},
        {{sizeof(schakel_readers_options), TODAY, SCHAKEL_LEVEL_NONE, NULL, NULL, 0, 0},
         SCHAKEL_INVALID,
         "/level"},
        {{sizeof(schakel_readers_options), TODAY, SCHAKEL_LEVEL_A2, NULL, NULL, 0, 0x200},
         SCHAKEL_INVALID,
         "/offered"},
        {{sizeof(schakel_readers_options), TODAY, SCHAKEL_LEVEL_A2, NULL, nobody, 2, 0},
         SCHAKEL_NOT_FOUND,
         "/groups/1"},
        {{sizeof(schakel_readers_options), TODAY, SCHAKEL_LEVEL_A2, "zz", NULL, 0, 0},
         SCHAKEL_NOT_FOUND,
         "/activity"},
    };
    schakel_readers_options options = SCHAKEL_READERS_OPTIONS_INIT;
    schakel_readers *readers = NULL;
    schakel_reader reader = SCHAKEL_READER_INIT;
    (void)state;
    schakel_school *school = school_of_readers(0);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_error error = SCHAKEL_ERROR_INIT;
        readers = (schakel_readers *)school;
        assert_int_equal(schakel_readers_make(school, &cases[i].options, &readers, &error), cases[i].status);
        assert_null(readers);
        assert_string_equal(error.path, cases[i].path);
    }
    options.today = TODAY;
    options.level = SCHAKEL_LEVEL_A2;
    assert_int_equal(schakel_readers_make(NULL, &options, &readers, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_readers_make(school, NULL, &readers, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_readers_make(school, &options, NULL, NULL), SCHAKEL_MISUSE);
    options.group_count = 1;
    assert_int_equal(schakel_readers_make(school, &options, &readers, NULL), SCHAKEL_MISUSE);
    options.struct_size = 0;
    assert_int_equal(schakel_readers_make(school, &options, &readers, NULL), SCHAKEL_MISUSE);
    /* Options of a caller that knows no groups yet. */
    options.struct_size = offsetof(schakel_readers_options, group_ids);
    assert_int_equal(schakel_readers_make(school, &options, &readers, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_readers_get(readers, 7, &reader), SCHAKEL_MISUSE);
    assert_int_equal(schakel_readers_get(readers, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_readers_get(NULL, 0, &reader), SCHAKEL_MISUSE);
    reader.struct_size = offsetof(schakel_reader, reading);
    assert_int_equal(schakel_readers_get(readers, 0, &reader), SCHAKEL_OK);
    assert_string_equal(reader.adult_id, "b");
    assert_null(reader.advice);
    schakel_readers_destroy(readers);
    schakel_readers_destroy(NULL);
    assert_int_equal(schakel_readers_count(NULL), 0);
    assert_int_equal(schakel_readers_level(NULL), SCHAKEL_LEVEL_UNKNOWN);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_reads_below_the_letter_cannot_read_it),
        cmocka_unit_test(only_the_parents_who_get_the_letter_are_looked_at),
        cmocka_unit_test(what_to_do_follows_the_channel_and_the_language),
        cmocka_unit_test(who_may_not_read_it_is_asked_and_who_can_is_left_alone),
        cmocka_unit_test(S6_who_cannot_read_the_letter_is_told_it),
        cmocka_unit_test(what_is_wrong_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
