/* Results that were written as JSON, looked at as trees. Include this after cmocka.h. */
#ifndef TESTS_UNIT_EXCHANGE_TREES_H
#define TESTS_UNIT_EXCHANGE_TREES_H

#include <cjson/cJSON.h>
#include <string.h>

#include "schakel/exchange.h"

/* The members of an object, by name and order; `names` ends in NULL. */
static inline void assert_members(const cJSON *object, const char *const *names)
{
    const cJSON *member = object->child;
    assert_true(cJSON_IsObject(object));
    for (; *names != NULL; names++, member = member->next) {
        assert_non_null(member);
        assert_string_equal(member->string, *names);
    }
    assert_null(member);
}

static inline const cJSON *get(const cJSON *object, const char *name)
{
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, name);
    if (member == NULL)
        fail_msg("there is no member %s", name);
    return member;
}

/* NULL stands for null. */
static inline void assert_text(const cJSON *object, const char *name, const char *text)
{
    const cJSON *member = get(object, name);
    if (text == NULL)
        assert_true(cJSON_IsNull(member));
    else
        assert_string_equal(member->valuestring, text);
}

static inline void assert_number(const cJSON *object, const char *name, double number)
{
    const cJSON *member = get(object, name);
    assert_true(cJSON_IsNumber(member));
    /* Rounded to four decimals. */
    double difference = member->valuedouble - number;
    assert_true(difference < 0.0000501 && difference > -0.0000501);
}

static inline void assert_date(const cJSON *object, const char *name, schakel_date date)
{
    char text[SCHAKEL_DATE_SIZE];
    schakel_date_format(date, text);
    assert_text(object, name, text);
}

static inline cJSON *parse(char *text, size_t length)
{
    const char *end = NULL;
    cJSON *tree = cJSON_ParseWithLengthOpts(text, length + 1, &end, 1);
    assert_non_null(tree);
    assert_int_equal(strlen(text), length);
    return tree;
}

static inline schakel_school *load_sample(void)
{
    schakel_school *school = NULL;
    assert_int_equal(schakel_school_load(SCHAKEL_EXAMPLE_DATA "/school.json", NULL, &school, NULL),
                     SCHAKEL_OK);
    return school;
}

#endif
