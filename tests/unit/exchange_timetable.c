/* A timetable as JSON: every member, every word, and the moments that are written of many. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <cjson/cJSON.h>

#include "schakel/exchange.h"
#include "unit/timetable_stand_in.h"

static cJSON *write(const schakel_timetable *timetable, schakel_language language)
{
    char *text = NULL;
    size_t length = 0;
    const char *end = NULL;
    assert_int_equal(schakel_timetable_to_json(timetable, language, &text, &length, NULL), SCHAKEL_OK);
    assert_int_equal(strlen(text), length);
    assert_true(length > 2 && text[length - 1] == '\n' && text[length - 2] == '}');
    cJSON *tree = cJSON_ParseWithLengthOpts(text, length + 1, &end, 1);
    assert_non_null(tree);
    schakel_buffer_free(text);
    return tree;
}

/* Expected JSON is written with ' for ". */
static void assert_same(const cJSON *item, const char *expected)
{
    char *printed = cJSON_PrintUnformatted(item);
    for (char *c = printed; *c != '\0'; c++)
        *c = *c == '"' ? '\'' : *c;
    assert_string_equal(printed, expected);
    cJSON_free(printed);
}

static const cJSON *talk(const cJSON *tree, int index)
{
    return cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(tree, "talks"), index);
}

static void every_member_is_written(void **state)
{
    (void)state;
    schakel_timetable timetable = stand_in_timetable(NULL);
    cJSON *tree = write(&timetable, SCHAKEL_DUTCH);
    assert_int_equal(cJSON_GetArraySize(tree), 3);
    assert_same(cJSON_GetObjectItemCaseSensitive(tree, "round"), "'start'");
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(tree, "talks")), 4);
    assert_same(
        talk(tree, 1),
        "{'child':'mees','adults':['joris','marieke'],'staff':['ellen'],'date':'2026-09-15','start':'15:50',"
        "'minutes':15,'room':'lokaal <2>','online':false,'child_part':'absent','needs_bridge':false,"
        "'language':null,'interpreter':null,'has_interpreter':false,'brings_interpreter':false,'talk':null,'moved':false,'fixed':true,"
        "'reason':null,'text':null,'other_moments':[]}");
    assert_same(
        talk(tree, 2),
        "{'child':'delina','adults':['selam'],'staff':['joost','ellen'],'date':'2026-09-17','start':'18:30',"
        "'minutes':30,'room':null,'online':true,'child_part':'leads','needs_bridge':true,'language':'ti',"
        "'interpreter':'rahwa','has_interpreter':true,'brings_interpreter':false,'talk':'t1','moved':true,'fixed':false,'reason':null,"
        "'text':null,'other_moments':[]}");
    assert_same(
        talk(tree, 3),
        "{'child':'noor','adults':['omar'],'staff':['joost'],'date':null,'start':null,'minutes':30,'room':null,"
        "'online':false,'child_part':'joins','needs_bridge':true,'language':null,'interpreter':null,"
        "'has_interpreter':false,'brings_interpreter':false,'talk':null,'moved':false,'fixed':false,'reason':'windows',"
        "'text':'Omar kan alleen op vrijdag.','other_moments':[]}");
    const cJSON *moments = cJSON_GetObjectItemCaseSensitive(talk(tree, 0), "other_moments");
    assert_int_equal(cJSON_GetArraySize(moments), 6);
    assert_same(cJSON_GetArrayItem(moments, 2),
                "{'date':'2026-09-15','start':'16:15','room':'lokaal 2','online':false,'staff':'ellen'}");
    assert_same(cJSON_GetArrayItem(moments, 3),
                "{'date':'2026-09-17','start':'19:00','room':null,'online':true,'staff':'joost'}");
    assert_same(
        cJSON_GetObjectItemCaseSensitive(tree, "summary"),
        "{'talks':4,'placed':3,'most':3,'cost':407,'bound':400,'optimal':false,'families':1,'together':1,"
        "'wait_minutes':0,'hole_minutes':5,'preferring':2,'preferred':1,'moved':1}");
    cJSON_Delete(tree);
}

static void the_text_is_in_the_language(void **state)
{
    (void)state;
    schakel_timetable timetable = stand_in_timetable(NULL);
    cJSON *tree = write(&timetable, SCHAKEL_ENGLISH);
    assert_same(cJSON_GetObjectItemCaseSensitive(talk(tree, 3), "text"), "'Omar can come on Friday only.'");
    cJSON_Delete(tree);
}

static void every_reason_has_a_word(void **state)
{
    static const char *const words[] = {"null",          "'no_staff'", "'no_adult'", "'windows'",
                                        "'interpreter'", "'too_long'", "'full'"};
    (void)state;
    for (int reason = SCHAKEL_PLACED; reason <= SCHAKEL_UNPLACED_FULL; reason++) {
        schakel_timetable timetable = stand_in_timetable(NULL);
        schakel_timetable_row row = stand_in_rows[3];
        row.reason = (schakel_unplaced_reason)reason;
        timetable.rows = &row;
        timetable.count = 1;
        cJSON *tree = write(&timetable, SCHAKEL_DUTCH);
        assert_same(cJSON_GetObjectItemCaseSensitive(talk(tree, 0), "reason"), words[reason]);
        cJSON_Delete(tree);
    }
}

/* Few are all written; of many twelve, the first and every so manieth after it. */
static void moments_are_spread_over_all_there_are(void **state)
{
    (void)state;
    schakel_timetable_moment many[40];
    for (int i = 0; i < 40; i++)
        many[i] = (schakel_timetable_moment){STAND_IN_DAY + i, 9 * 60, NULL, 0, "joost"};
    for (size_t count = 0; count <= 40; count++) {
        schakel_timetable timetable = stand_in_timetable(NULL);
        timetable.moments = many;
        timetable.moment_count = count;
        cJSON *tree = write(&timetable, SCHAKEL_DUTCH);
        const cJSON *moments = cJSON_GetObjectItemCaseSensitive(talk(tree, 0), "other_moments");
        int size = cJSON_GetArraySize(moments);
        assert_int_equal(size, count < SCHAKEL_MOMENTS_WRITTEN ? count : SCHAKEL_MOMENTS_WRITTEN);
        schakel_date last = STAND_IN_DAY - 1;
        for (int i = 0; i < size; i++) {
            const cJSON *date = cJSON_GetObjectItemCaseSensitive(cJSON_GetArrayItem(moments, i), "date");
            schakel_date found = schakel_date_parse(date->valuestring);
            /* In order, none twice, and no stretch left out that is longer than the others but for rounding. */
            assert_true(found > last && found - last <= (int)count / size + 1);
            last = found;
        }
        assert_true(size == 0 || STAND_IN_DAY + (int)count - last <= (int)count / size + 1);
        cJSON_Delete(tree);
    }
}

static void misuse_is_told(void **state)
{
    (void)state;
    char *text = (char *)"";
    schakel_timetable timetable = stand_in_timetable(NULL);
    assert_int_equal(schakel_timetable_to_json(NULL, SCHAKEL_DUTCH, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_null(text);
    assert_int_equal(schakel_timetable_to_json(&timetable, SCHAKEL_DUTCH, NULL, NULL, NULL), SCHAKEL_MISUSE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_member_is_written), cmocka_unit_test(the_text_is_in_the_language),
        cmocka_unit_test(every_reason_has_a_word), cmocka_unit_test(moments_are_spread_over_all_there_are),
        cmocka_unit_test(misuse_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
