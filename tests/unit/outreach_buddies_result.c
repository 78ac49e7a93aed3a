/* How much is asked of a buddy, and what the result says. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "unit/outreach_buddies.h"

/* -------------------------------------------------------------------- how much */

/* Four newcomers who all fit one helper; how many get them, by what limits the helper. */
static void a_helper_is_asked_no_more_than_is_wanted(void **state)
{
    static const struct {
        int32_t each, cap, offer_cap;
        int second_offer;
        schakel_ask_state before; /* of an ask that was for the offer */
        const char *for_id;       /* and for whom */
        size_t expected;
    } cases[] = {
        {2, 0, 0, 0, SCHAKEL_ASK_NO, NULL, 2},       {4, 0, 0, 0, SCHAKEL_ASK_NO, NULL, 4},
        {4, 3, 0, 0, SCHAKEL_ASK_NO, NULL, 3},       {4, 3, 0, 0, SCHAKEL_ASK_DONE, NULL, 2},
        {4, 0, 2, 0, SCHAKEL_ASK_NO, NULL, 2},       {4, 0, 2, 0, SCHAKEL_ASK_OPEN, NULL, 1},
        {4, 0, 2, 1, SCHAKEL_ASK_OPEN, NULL, 4},     {2, 0, 0, 0, SCHAKEL_ASK_YES, "settled", 1},
        {1, 0, 0, 0, SCHAKEL_ASK_YES, "settled", 0}, {1, 0, 0, 0, SCHAKEL_ASK_NO_SHOW, "settled", 1},
        {4, 1, 0, 0, SCHAKEL_ASK_YES, NULL, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        static const char *const ids[] = {"n1", "n2", "n3", "n4"}, *const children[] = {"c1", "c2", "c3",
                                                                                        "c4"};
        schakel_school *school = build_school();
        person helper = sami, newcomer = derya, settled = sami;
        schakel_offer offer = offer_of("o1", sami.id), second = offer_of("o2", sami.id);
        helper.cap = cases[i].cap;
        offer.cap = cases[i].offer_cap;
        settled.id = "settled";
        settled.child = "settled child";
        add_person(school, &helper);
        add_person(school, &settled);
        for (int k = 0; k < 4; k++) {
            newcomer.id = ids[k];
            newcomer.child = children[k];
            add_person(school, &newcomer);
        }
        add_offer(school, &offer);
        if (cases[i].second_offer)
            add_offer(school, &second);
        schakel_ask ask = SCHAKEL_ASK_INIT;
        ask.id = "before";
        ask.adult_id = sami.id;
        ask.offer_id = "o1";
        ask.for_id = cases[i].for_id;
        ask.date = DAY("2026-08-20");
        ask.state = cases[i].before;
        assert_int_equal(schakel_school_add_ask(school, &ask, NULL), SCHAKEL_OK);
        schakel_buddies *buddies = find(school, cases[i].each);
        size_t helped = 0;
        for (size_t k = 0; k < 4; k++)
            helped += pair_at(buddies, k).buddy_id != NULL;
        if (helped != cases[i].expected)
            fail_msg("case %zu: %zu", i, helped);
        if (helped == 0)
            assert_string_equal(pair_at(buddies, 0).text_nl,
                                "De ouders die passen, helpen al genoeg. Zoek nog iemand.");
        schakel_buddies_destroy(buddies);
        schakel_school_destroy(school);
    }
}

/* Asked twice for one newcomer is the buddy of one. */
static void two_asks_for_one_newcomer_are_one_newcomer(void **state)
{
    schakel_school *school = build_two();
    person settled = sami;
    (void)state;
    settled.id = "settled";
    settled.child = "settled child";
    add_person(school, &settled);
    add_ask(school, "k1", sami.id, "settled", "2026-08-20", SCHAKEL_ASK_DONE);
    add_ask(school, "k2", sami.id, "settled", "2026-08-28", SCHAKEL_ASK_OPEN);
    assert_ptr_equal(buddy_of_derya(school), sami.id);
}

/* ---------------------------------------------------------------------- words */

typedef struct shared {
    person newcomer, helper;
    int32_t fit; /* -1 when they may not be paired */
    const char *language, *text_en;
} shared;

static void what_they_share_is_what_counts(void **state)
{
    static const shared cases[] = {
        {{.tags = {"nl"}}, {.tags = {"+nl"}}, 200, NULL, "These parents both speak Dutch well."},
        {{.tags = {"-nl"}},
         {.tags = {"+nl"}},
         -1,
         NULL,
         "We do not know which language this parent speaks well. Ask that first."},
        {{.tags = {"-so"}},
         {.tags = {"so"}},
         -1,
         NULL,
         "We do not know which language this parent speaks well. Ask that first."},
        {{.tags = {"-so"}, .country = "SO"},
         {.tags = {"so"}},
         -1,
         NULL,
         "Look for somebody with the same language. Or look for somebody who knows schools in the same country."},
        {{.tags = {"nl"}},
         {.tags = {"-nl"}},
         -1,
         NULL,
         "Look for somebody with the same language. Or look for somebody who knows schools in the same country."},
        {{.tags = {NULL}},
         {.tags = {"+nl"}},
         -1,
         NULL,
         "We do not know which language this parent speaks well. Ask that first."},
        {{.tags = {"so"}},
         {.tags = {"-so"}},
         -1,
         NULL,
         "Look for somebody with the same language. Or look for somebody who knows schools in the same country."},
        {{.country = "SO"},
         {.country = "SO"},
         300,
         NULL,
         "These parents know schools in the same country. Ask first whether they understand each other."},
        {{.tags = {"so"}, .group = "groep 3"},
         {.tags = {"so"}, .group = "groep 3"},
         500,
         "so",
         "These parents speak the same language. They have a child in the same group."},
        {{.tags = {"so", "nl"}, .country = "SO", .group = "groep 3"},
         {.tags = {"nl", "so"}, .country = "SO", .group = "groep 3"},
         1000,
         "so",
         "These parents speak the same language. They know schools in the same country. They have a child in the same group."},
        /* The language that whoever speaks it less speaks best; then the first by tag. */
        {{.tags = {"+ar", "+en", "fr"}},
         {.tags = {"ar", "+en", "+fr"}},
         400,
         "en",
         "These parents speak the same language."},
        {{.tags = {"+so", "+en"}},
         {.tags = {"en", "so"}},
         400,
         "en",
         "These parents speak the same language."},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = build_school();
        person newcomer = cases[i].newcomer, helper = cases[i].helper;
        newcomer.id = newcomer.child = "n";
        newcomer.since = "2026-08-24";
        helper.id = helper.child = "h";
        helper.since = "2020-08-24";
        add_person(school, &newcomer);
        add_person(school, &helper);
        schakel_offer offer = offer_of("o", "h");
        add_offer(school, &offer);
        schakel_buddies *buddies = find(school, 2);
        schakel_buddy_pair pair = pair_at(buddies, 0);
        if ((pair.buddy_id != NULL) != (cases[i].fit >= 0) ||
            (cases[i].fit >= 0 && pair.fit != cases[i].fit) || strcmp(pair.text_en, cases[i].text_en) != 0)
            fail_msg("case %zu: %d %s", i, (int)pair.fit, pair.text_en);
        assert_true(cases[i].language == NULL ? pair.language == NULL
                                              : strcmp(pair.language, cases[i].language) == 0);
        schakel_buddies_destroy(buddies);
        schakel_school_destroy(school);
    }
}

static void it_says_why_there_is_nobody(void **state)
{
    schakel_school *school = build_school();
    (void)state;
    add_person(school, &derya);
    schakel_buddies *buddies = find(school, 2);
    assert_string_equal(pair_at(buddies, 0).text_en,
                        "Nobody offers this now. Ask parents with experience whether they want to help.");
    schakel_buddies_destroy(buddies);
    schakel_school_destroy(school);
    school = build_two();
    add_ask(school, "vraag", sami.id, derya.id, "2026-08-30", SCHAKEL_ASK_NO);
    buddies = find(school, 2);
    assert_string_equal(pair_at(buddies, 0).text_en,
                        "A parent who fits cannot or will not do this. Look for somebody else.");
    schakel_buddies_destroy(buddies);
    schakel_school_destroy(school);
}

/* ---------------------------------------------------------------------- misuse */

static void options_out_of_range_are_refused_by_name(void **state)
{
    static const struct {
        const char *today;
        int32_t newcomer, experience, each;
        const char *path;
    } cases[] = {{NULL, 365, 365, 2, "/today"},
                 {"2026-09-01", 0, 365, 2, "/newcomer_days"},
                 {"2026-09-01", 3651, 365, 2, "/newcomer_days"},
                 {"2026-09-01", 365, 0, 2, "/experience_days"},
                 {"2026-09-01", 365, 3651, 2, "/experience_days"},
                 {"2026-09-01", 365, 365, 0, "/each"},
                 {"2026-09-01", 365, 365, 101, "/each"}};
    schakel_school *school = build_two();
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_buddies *buddies = (schakel_buddies *)school;
        schakel_error error = SCHAKEL_ERROR_INIT;
        schakel_buddies_options options = SCHAKEL_BUDDIES_OPTIONS_INIT;
        options.today = DAY(cases[i].today);
        options.newcomer_days = cases[i].newcomer;
        options.experience_days = cases[i].experience;
        options.each = cases[i].each;
        assert_int_equal(schakel_buddies_make(school, &options, &buddies, &error), SCHAKEL_INVALID);
        assert_null(buddies);
        assert_string_equal(error.path, cases[i].path);
    }
    schakel_school_destroy(school);
}

static void misuse_is_told(void **state)
{
    schakel_school *school = build_two();
    schakel_buddies *buddies = (schakel_buddies *)school;
    schakel_buddy_pair pair = SCHAKEL_BUDDY_PAIR_INIT;
    schakel_buddies_options options = SCHAKEL_BUDDIES_OPTIONS_INIT;
    (void)state;
    options.today = DAY("2026-09-01");
    assert_int_equal(schakel_buddies_make(NULL, &options, &buddies, NULL), SCHAKEL_MISUSE);
    assert_null(buddies);
    assert_int_equal(schakel_buddies_make(school, NULL, &buddies, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_buddies_make(school, &options, NULL, NULL), SCHAKEL_MISUSE);
    options.struct_size = 0;
    assert_int_equal(schakel_buddies_make(school, &options, &buddies, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_buddies_count(NULL), 0);
    buddies = find(school, 2);
    assert_int_equal(schakel_buddies_get(NULL, 0, &pair), SCHAKEL_MISUSE);
    assert_int_equal(schakel_buddies_get(buddies, 1, &pair), SCHAKEL_MISUSE);
    assert_int_equal(schakel_buddies_get(buddies, 0, NULL), SCHAKEL_MISUSE);
    schakel_buddies_destroy(buddies);
    schakel_buddies_destroy(NULL);
    schakel_school_destroy(school);
}

static void a_shorter_record_is_filled_as_far_as_it_goes(void **state)
{
    schakel_school *school = build_two();
    schakel_buddies *buddies = find(school, 2);
    schakel_buddy_pair pair;
    (void)state;
    memset(&pair, 0x5A, sizeof pair);
    pair.struct_size = offsetof(schakel_buddy_pair, language);
    assert_int_equal(schakel_buddies_get(buddies, 0, &pair), SCHAKEL_OK);
    assert_int_equal(pair.struct_size, offsetof(schakel_buddy_pair, language));
    assert_string_equal(pair.offer_id, "welkom");
    assert_int_equal(pair.fit, 0x5A5A5A5A);
    pair.struct_size = 0;
    assert_int_equal(schakel_buddies_get(buddies, 0, &pair), SCHAKEL_MISUSE);
    schakel_buddies_destroy(buddies);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_helper_is_asked_no_more_than_is_wanted),
        cmocka_unit_test(two_asks_for_one_newcomer_are_one_newcomer),
        cmocka_unit_test(what_they_share_is_what_counts),
        cmocka_unit_test(it_says_why_there_is_nobody),
        cmocka_unit_test(options_out_of_range_are_refused_by_name),
        cmocka_unit_test(misuse_is_told),
        cmocka_unit_test(a_shorter_record_is_filled_as_far_as_it_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
