/* Small groups: what counts as worth, languages, hosts, quarrels, order, and what is refused. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/schakel.h"

enum { MOST = 12 };

/* Adults "a00", "a01", ...; each with a child of the same id. */
typedef struct people {
    schakel_school *school;
    char ids[MOST][8];
    const char *all[MOST];
    size_t count;
} people;

static void begin(people *p)
{
    static const char *const groups[] = {"g1", "g2", "g3"};
    memset(p, 0, sizeof *p);
    assert_int_equal(schakel_school_create(NULL, &p->school, NULL), SCHAKEL_OK);
    for (size_t i = 0; i < 3; i++) {
        schakel_group group = SCHAKEL_GROUP_INIT;
        group.id = groups[i];
        group.year = i == 2 ? 1 : (int32_t)i + 1; /* g1 and g3 are of one year */
        assert_int_equal(schakel_school_add_group(p->school, &group, NULL), SCHAKEL_OK);
    }
    schakel_concept concept_ = SCHAKEL_CONCEPT_INIT;
    static const char *const concepts[] = {"k1", "k2", "k3", "k4"};
    for (size_t i = 0; i < 4; i++) {
        concept_.id = concepts[i];
        assert_int_equal(schakel_school_add_concept(p->school, &concept_, NULL), SCHAKEL_OK);
    }
}

/* Add an adult who speaks a language (NULL for not known) at a level, with a child in a group (NULL for none). */
static void add(people *p, const char *language, schakel_level level, const char *group)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_tie tie = SCHAKEL_TIE_INIT;
    schakel_language_skill skill = {language, level, level};
    snprintf(p->ids[p->count], sizeof p->ids[0], "a%02u", (unsigned)p->count);
    const char *id = p->all[p->count] = p->ids[p->count];
    adult.id = child.id = tie.child_id = tie.adult_id = id;
    adult.languages = &skill;
    adult.language_count = language != NULL;
    child.group_id = group;
    assert_int_equal(schakel_school_add_adult(p->school, &adult, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_child(p->school, &child, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_tie(p->school, &tie, NULL), SCHAKEL_OK);
    p->count++;
}

static void offer(people *p, size_t who, const char *id, const char *const *concepts, size_t count)
{
    schakel_offer record = SCHAKEL_OFFER_INIT;
    record.id = id;
    record.adult_id = p->all[who];
    record.concept_ids = concepts;
    record.concept_count = count;
    assert_int_equal(schakel_school_add_offer(p->school, &record, NULL), SCHAKEL_OK);
}

static schakel_grouping_options options_for(const people *p, int32_t low, int32_t high)
{
    schakel_grouping_options options = SCHAKEL_GROUPING_OPTIONS_INIT;
    options.low = low;
    options.high = high;
    options.adult_ids = p->all;
    options.adult_count = p->count;
    return options;
}

static schakel_grouping *make(const people *p, const schakel_grouping_options *options)
{
    schakel_grouping *grouping = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    if (schakel_grouping_make(p->school, options, &grouping, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return grouping;
}

static schakel_grouping_proof proof_of(const schakel_grouping *grouping)
{
    schakel_grouping_proof proof = SCHAKEL_GROUPING_PROOF_INIT;
    assert_int_equal(schakel_grouping_get_proof(grouping, &proof), SCHAKEL_OK);
    return proof;
}

/* "a00 a01|a02 a03" */
static void describe(const schakel_grouping *grouping, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < schakel_grouping_count(grouping); i++) {
        schakel_small_group group = SCHAKEL_SMALL_GROUP_INIT;
        assert_int_equal(schakel_grouping_get(grouping, i, &group), SCHAKEL_OK);
        for (size_t k = 0; k < group.adult_count; k++)
            used += (size_t)snprintf(out + used, size - used, "%s%s",
                                     k > 0   ? " "
                                     : i > 0 ? "|"
                                             : "",
                                     group.adult_ids[k]);
    }
}

static void end(people *p, schakel_grouping *grouping)
{
    schakel_grouping_destroy(grouping);
    schakel_school_destroy(p->school);
}

static void alike_puts_children_of_one_group_together(void **state)
{
    people p;
    char text[100];
    (void)state;
    begin(&p);
    for (size_t i = 0; i < 4; i++)
        add(&p, NULL, SCHAKEL_LEVEL_UNKNOWN, i % 2 == 0 ? "g1" : "g2");
    schakel_grouping_options options = options_for(&p, 2, 2);
    options.mix = SCHAKEL_MIX_ALIKE;
    schakel_grouping *grouping = make(&p, &options);
    describe(grouping, text, sizeof text);
    assert_string_equal(text, "a00 a02|a01 a03");
    assert_int_equal(proof_of(grouping).worth, 4); /* two pairs of one group */
    assert_true(proof_of(grouping).optimal);
    end(&p, grouping);
}

static void alike_counts_a_year_less_and_concepts_up_to_three(void **state)
{
    static const char *const many[] = {"k1", "k2", "k3", "k4"};
    people p;
    (void)state;
    begin(&p);
    add(&p, NULL, SCHAKEL_LEVEL_UNKNOWN, "g1");
    add(&p, NULL, SCHAKEL_LEVEL_UNKNOWN, "g3"); /* another group of the same year */
    schakel_grouping_options options = options_for(&p, 2, 2);
    options.mix = SCHAKEL_MIX_ALIKE;
    schakel_grouping *grouping = make(&p, &options);
    assert_int_equal(proof_of(grouping).worth, 1);
    schakel_grouping_destroy(grouping);
    offer(&p, 0, "o1", many, 2);
    offer(&p, 0, "o2", many + 1, 3); /* k2 once more */
    offer(&p, 1, "o3", many, 4);
    grouping = make(&p, &options);
    assert_int_equal(proof_of(grouping).worth, 1 + 3);
    end(&p, grouping);
}

static void mixed_counts_another_group_and_another_language(void **state)
{
    people p;
    char text[100];
    (void)state;
    begin(&p);
    add(&p, "nl", SCHAKEL_LEVEL_C2, "g1");
    add(&p, "nl-NL", SCHAKEL_LEVEL_C2, "g1");
    add(&p, NULL, SCHAKEL_LEVEL_UNKNOWN, "g2");
    add(&p, "nl", SCHAKEL_LEVEL_B1, NULL);
    schakel_grouping_options options = options_for(&p, 2, 2);
    schakel_grouping *grouping = make(&p, &options);
    describe(grouping, text, sizeof text);
    assert_string_equal(text, "a00 a02|a01 a03"); /* the first of equal answers */
    assert_int_equal(proof_of(grouping).worth, 2);
    schakel_grouping_destroy(grouping);
    options.shared_language = 0;
    options.adult_count = 2;
    grouping = make(&p, &options);
    assert_int_equal(proof_of(grouping).worth, 0); /* nl and nl-NL are one language, the group is the same */
    schakel_small_group group = SCHAKEL_SMALL_GROUP_INIT;
    schakel_grouping_get(grouping, 0, &group);
    assert_null(group.language);
    end(&p, grouping);
}

static void everybody_in_a_group_speaks_its_language(void **state)
{
    people p;
    char text[100];
    (void)state;
    begin(&p);
    add(&p, "ar-SY", SCHAKEL_LEVEL_C2, "g1");
    add(&p, "nl", SCHAKEL_LEVEL_C2, "g1");
    add(&p, "ar", SCHAKEL_LEVEL_A2, "g2");
    add(&p, "nl", SCHAKEL_LEVEL_A2, "g2");
    add(&p, "nl", SCHAKEL_LEVEL_A1, "g2"); /* too little to talk */
    add(&p, "ti", SCHAKEL_LEVEL_C2, "g3"); /* nobody else speaks it */
    schakel_grouping_options options = options_for(&p, 2, 6);
    schakel_grouping *grouping = make(&p, &options);
    describe(grouping, text, sizeof text);
    assert_string_equal(text, "a00 a02|a01 a03");
    schakel_small_group group = SCHAKEL_SMALL_GROUP_INIT;
    schakel_grouping_get(grouping, 0, &group);
    assert_int_equal(strncmp(group.language, "ar", 2), 0);
    schakel_grouping_get(grouping, 1, &group);
    assert_string_equal(group.language, "nl");
    assert_int_equal(proof_of(grouping).out_count, 2);
    assert_string_equal(proof_of(grouping).out_ids[0], "a04");
    assert_string_equal(proof_of(grouping).out_ids[1], "a05");
    end(&p, grouping);
}

static void hosts_are_spread_and_quarrels_kept_apart(void **state)
{
    people p;
    (void)state;
    begin(&p);
    for (size_t i = 0; i < 6; i++)
        add(&p, NULL, SCHAKEL_LEVEL_UNKNOWN, NULL);
    const char *hosts[] = {"a00", "a01"};
    schakel_pair quarrel = {"a00", "a02"};
    schakel_grouping_options options = options_for(&p, 3, 3);
    options.host_ids = hosts;
    options.host_count = 2;
    options.apart = &quarrel;
    options.apart_count = 1;
    schakel_grouping *grouping = make(&p, &options);
    assert_int_equal(schakel_grouping_count(grouping), 2);
    assert_int_equal(proof_of(grouping).hostless, 0);
    for (size_t i = 0; i < 2; i++) {
        schakel_small_group group = SCHAKEL_SMALL_GROUP_INIT;
        int of_quarrel = 0;
        schakel_grouping_get(grouping, i, &group);
        assert_string_equal(group.host_id, hosts[i]);
        for (size_t k = 0; k < group.adult_count; k++)
            of_quarrel += strcmp(group.adult_ids[k], "a00") == 0 || strcmp(group.adult_ids[k], "a02") == 0;
        assert_int_equal(of_quarrel, 1);
    }
    schakel_grouping_destroy(grouping);
    options.host_count = 1;
    grouping = make(&p, &options);
    assert_int_equal(proof_of(grouping).hostless, 1);
    assert_int_equal(proof_of(grouping).hostless_bound, 1);
    end(&p, grouping);
}

static void the_order_of_the_adults_does_not_matter(void **state)
{
    people p;
    char first[200], other[200];
    (void)state;
    begin(&p);
    for (size_t i = 0; i < 10; i++)
        add(&p, i % 3 == 0 ? "ar" : "nl", SCHAKEL_LEVEL_B1, i % 4 == 0 ? "g1" : i % 4 == 1 ? "g2" : "g3");
    schakel_grouping_options options = options_for(&p, 3, 4);
    schakel_grouping *grouping = make(&p, &options);
    describe(grouping, first, sizeof first);
    schakel_grouping_destroy(grouping);
    for (size_t i = 0; i < 5; i++) {
        const char *swap = p.all[i];
        p.all[i] = p.all[9 - i];
        p.all[9 - i] = swap;
    }
    grouping = make(&p, &options);
    describe(grouping, other, sizeof other);
    assert_string_equal(first, other);
    end(&p, grouping);
}

static void nobody_gives_no_groups(void **state)
{
    people p;
    (void)state;
    begin(&p);
    schakel_grouping_options options = options_for(&p, 4, 6);
    schakel_grouping *grouping = make(&p, &options);
    assert_int_equal(schakel_grouping_count(grouping), 0);
    assert_int_equal(proof_of(grouping).out_count, 0);
    assert_true(proof_of(grouping).optimal);
    end(&p, grouping);
    assert_int_equal(schakel_grouping_count(NULL), 0);
    schakel_grouping_destroy(NULL);
}

static void refused(const people *p, const schakel_grouping_options *options, schakel_status status,
                    const char *path)
{
    schakel_grouping *grouping = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    assert_int_equal(schakel_grouping_make(p->school, options, &grouping, &error), status);
    assert_string_equal(error.path, path);
    assert_true(error.message[0] != '\0');
    assert_null(grouping);
}

static void wrong_options_are_refused(void **state)
{
    static const char *too_many[1001];
    people p;
    (void)state;
    begin(&p);
    add(&p, NULL, SCHAKEL_LEVEL_UNKNOWN, NULL);
    add(&p, NULL, SCHAKEL_LEVEL_UNKNOWN, NULL);
    const schakel_grouping_options right = options_for(&p, 2, 3);
    schakel_grouping_options wrong = right;
    wrong.low = 0;
    refused(&p, &wrong, SCHAKEL_INVALID, "/low");
    wrong.low = 1001;
    refused(&p, &wrong, SCHAKEL_INVALID, "/low");
    wrong = right;
    wrong.high = 1;
    refused(&p, &wrong, SCHAKEL_INVALID, "/high");
    wrong.high = 1001;
    refused(&p, &wrong, SCHAKEL_INVALID, "/high");
    wrong = right;
    wrong.mix = (schakel_mix)2;
    refused(&p, &wrong, SCHAKEL_INVALID, "/mix");
    wrong = right;
    wrong.effort = 0;
    refused(&p, &wrong, SCHAKEL_INVALID, "/effort");
    wrong = right;
    wrong.adult_ids = too_many;
    wrong.adult_count = 1001;
    refused(&p, &wrong, SCHAKEL_TOO_LARGE, "/adult_ids");
    wrong.adult_count = 1;
    refused(&p, &wrong, SCHAKEL_NOT_FOUND, "/adult_ids");
    const char *twice[] = {"a00", "a00"}, *stranger[] = {"b"};
    wrong = right;
    wrong.adult_ids = twice;
    refused(&p, &wrong, SCHAKEL_DUPLICATE, "/adult_ids");
    wrong = right;
    wrong.host_ids = stranger;
    wrong.host_count = 1;
    refused(&p, &wrong, SCHAKEL_NOT_FOUND, "/host_ids");
    wrong = right;
    schakel_pair pairs[] = {{"a00", "a00"}, {"a00", "b"}, {NULL, "a00"}};
    for (size_t i = 0; i < 3; i++) {
        wrong.apart = &pairs[i];
        wrong.apart_count = 1;
        refused(&p, &wrong, SCHAKEL_NOT_FOUND, "/apart");
    }
    wrong = right;
    wrong.adult_ids = NULL;
    refused(&p, &wrong, SCHAKEL_MISUSE, "");
    wrong = right;
    wrong.host_count = 1;
    refused(&p, &wrong, SCHAKEL_MISUSE, "");
    wrong = right;
    wrong.apart_count = 1;
    refused(&p, &wrong, SCHAKEL_MISUSE, "");
    wrong = right;
    wrong.struct_size = 1;
    refused(&p, &wrong, SCHAKEL_MISUSE, "");
    refused(&p, NULL, SCHAKEL_MISUSE, "");
    schakel_grouping *grouping = make(&p, &right);
    schakel_small_group group = SCHAKEL_SMALL_GROUP_INIT;
    schakel_grouping_proof proof = SCHAKEL_GROUPING_PROOF_INIT;
    assert_int_equal(schakel_grouping_get(grouping, 1, &group), SCHAKEL_MISUSE);
    assert_int_equal(schakel_grouping_get(grouping, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_grouping_get(NULL, 0, &group), SCHAKEL_MISUSE);
    assert_int_equal(schakel_grouping_get_proof(NULL, &proof), SCHAKEL_MISUSE);
    assert_int_equal(schakel_grouping_get_proof(grouping, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_grouping_make(p.school, &right, NULL, NULL), SCHAKEL_MISUSE);
    end(&p, grouping);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alike_puts_children_of_one_group_together),
        cmocka_unit_test(alike_counts_a_year_less_and_concepts_up_to_three),
        cmocka_unit_test(mixed_counts_another_group_and_another_language),
        cmocka_unit_test(everybody_in_a_group_speaks_its_language),
        cmocka_unit_test(hosts_are_spread_and_quarrels_kept_apart),
        cmocka_unit_test(the_order_of_the_adults_does_not_matter),
        cmocka_unit_test(nobody_gives_no_groups),
        cmocka_unit_test(wrong_options_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
