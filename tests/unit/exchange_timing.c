/* Moments and their spread as JSON: every member. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <cjson/cJSON.h>

#include "unit/timing_build.h"

/* What was written is what is expected, but for its layout and with ' for ", and ends in one newline. */
static void assert_json(char *text, size_t length, const char *expected)
{
    const char *end = NULL;
    assert_non_null(text);
    assert_int_equal(strlen(text), length);
    assert_true(length > 2 && text[length - 1] == '\n' && text[length - 2] == '}');
    cJSON *tree = cJSON_ParseWithLengthOpts(text, length + 1, &end, 1);
    assert_non_null(tree);
    char *printed = cJSON_PrintUnformatted(tree);
    for (char *c = printed; *c != '\0'; c++)
        *c = *c == '"' ? '\'' : *c;
    if (strcmp(printed, expected) != 0)
        print_error("%s\n", printed);
    assert_string_equal(printed, expected);
    cJSON_free(printed);
    cJSON_Delete(tree);
    schakel_buffer_free(text);
}

static void a_timing_has_every_member(void **state)
{
    schakel_school *school = school_in_shifts(0);
    schakel_timing *timing = time_slots(school, shift_slots + 2, 2);
    char *text = NULL;
    size_t length = 0;
    (void)state;
    assert_int_equal(schakel_timing_to_json(timing, &text, &length, NULL), SCHAKEL_OK);
    assert_json(text, length,
                "{'people':{'families':4,'adults':7,'mothers':3,'fathers':2,'unknown':2},'moments':["
                "{'slot':1,'date':'2026-10-08','start':'13:00','end':'14:00','families':4,'adults':5,"
                "'mothers':1,'fathers':2,'unknown':2,'shut_out':['mum1','mum2']},"
                "{'slot':0,'date':'2026-10-10','start':'10:00','end':'12:00','families':3,'adults':4,"
                "'mothers':2,'fathers':0,'unknown':2,'shut_out':['dad1','dad2','mum1']}]}");
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

static void a_spread_has_every_member(void **state)
{
    static const char *const expected[] = {
        "{'each':'adults','moments':[{'slot':1,'date':'2026-10-08','start':'13:00','end':'14:00',"
        "'can_come':5,'first_time':5},{'slot':0,'date':'2026-10-10','start':'10:00','end':'12:00',"
        "'can_come':4,'first_time':1}],'missed':['mum1'],'proof':{'people':7,'reached':6,'bound':6,"
        "'fewest':2,'optimal':true}}",
        "{'each':'families','moments':[{'slot':1,'date':'2026-10-08','start':'13:00','end':'14:00',"
        "'can_come':4,'first_time':4}],'missed':[],'proof':{'people':4,'reached':4,'bound':4,'fewest':1,"
        "'optimal':true}}"};
    schakel_school *school = school_in_shifts(0);
    schakel_timing *timing = time_slots(school, shift_slots + 2, 2);
    (void)state;
    for (int each = SCHAKEL_SPREAD_ADULTS; each <= SCHAKEL_SPREAD_FAMILIES; each++) {
        schakel_spread_options options = SCHAKEL_SPREAD_OPTIONS_INIT;
        schakel_spread *spread = NULL;
        char *text = NULL;
        size_t length = 0;
        options.each = (schakel_spread_each)each;
        assert_int_equal(schakel_spread_make(timing, &options, &spread, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_spread_to_json(spread, &text, &length, NULL), SCHAKEL_OK);
        assert_json(text, length, expected[each]);
        schakel_spread_destroy(spread);
    }
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

static void json_needs_a_result_and_a_place(void **state)
{
    schakel_school *school = school_in_shifts(0);
    schakel_timing *timing = time_slots(school, shift_slots, 1);
    char *text = (char *)school;
    size_t length;
    (void)state;
    assert_int_equal(schakel_timing_to_json(NULL, &text, &length, NULL), SCHAKEL_MISUSE);
    assert_null(text);
    assert_int_equal(schakel_spread_to_json(NULL, &text, &length, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_timing_to_json(timing, NULL, &length, NULL), SCHAKEL_MISUSE);
    schakel_timing_destroy(timing);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_timing_has_every_member),
        cmocka_unit_test(a_spread_has_every_member),
        cmocka_unit_test(json_needs_a_result_and_a_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
