/* Who may be asked: a test for each rule. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/match_build.h"

/* One adult, one offer, one need for one; each test spoils or mends one thing. */
typedef struct setting {
    schakel_adult adult;
    schakel_offer offer;
    schakel_need need;
    const char *offered, *wanted, *language;
    int has_child_in_group;
} setting;

static setting plain(void)
{
    setting s = {an_adult("anna"), an_offer("o", "anna", NULL), a_need("n"), "reading", "reading", NULL, 0};
    return s;
}

static schakel_school *school_of(setting *s)
{
    schakel_school *school = new_school();
    schakel_place place = SCHAKEL_PLACE_INIT;
    add_group(school, "g");
    add_group(school, "other");
    add_concept(school, "reading", NULL);
    add_concept(school, "picture-books", "reading");
    add_concept(school, "sport", NULL);
    add_adult(school, &s->adult);
    add_child(school, "c", s->has_child_in_group ? "g" : "other", "anna");
    s->offer.concept_ids = &s->offered;
    add_offer(school, &s->offer);
    assert_int_equal(schakel_school_add_need(school, &s->need, NULL), SCHAKEL_OK);
    place.need_id = "n";
    place.id = "p";
    place.concept_id = s->wanted;
    place.language = s->language;
    assert_int_equal(schakel_school_add_place(school, &place, NULL), SCHAKEL_OK);
    return school;
}

static size_t asks_of(setting *s)
{
    return count_asks(school_of(s), NULL);
}

static int reason_of(setting *s)
{
    return only_open_reason(school_of(s));
}

static void the_same_concept_fits_fully(void **state)
{
    setting s = plain();
    (void)state;
    schakel_school *school = school_of(&s);
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(schakel_matching_count(matching), 1);
    assert_int_equal(schakel_matching_open_count(matching), 0);
    schakel_match_ask ask = ask_at(matching, 0);
    assert_int_equal(ask.fit, 1000);
    assert_int_equal(ask.reasons & SCHAKEL_REASON_SAME_CONCEPT, SCHAKEL_REASON_SAME_CONCEPT);
    assert_int_equal(ask.date, DAY);
    assert_int_equal(ask.ask_by, DAY);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
}

static void a_narrower_concept_fits_and_a_broader_one_does_not(void **state)
{
    setting s = plain();
    (void)state;
    s.offered = "picture-books";
    schakel_school *school = school_of(&s);
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(ask_at(matching, 0).fit, 900);
    assert_true(ask_at(matching, 0).reasons & SCHAKEL_REASON_NARROWER_CONCEPT);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
    s.offered = "reading";
    s.wanted = "picture-books";
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_NO_OFFER);
    s.wanted = "sport";
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_NO_OFFER);
}

static void fit_never_falls_below_500(void **state)
{
    static const char *const ids[] = {"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7"};
    (void)state;
    for (size_t depth = 0; depth < 8; depth++) {
        schakel_school *school = new_school();
        for (size_t i = 0; i < 8; i++)
            add_concept(school, ids[i], i == 0 ? NULL : ids[i - 1]);
        add_plain_adult(school, "anna");
        add_plain_offer(school, "o", "anna", ids[depth]);
        add_plain_need(school, "n", "c0", 1);
        schakel_matching *matching = match(school, NULL);
        assert_int_equal(ask_at(matching, 0).fit, depth < 5 ? 1000 - 100 * (int)depth : 500);
        schakel_matching_destroy(matching);
        schakel_school_destroy(school);
    }
}

static void an_offer_for_the_own_group_needs_a_child_in_it(void **state)
{
    setting s = plain();
    (void)state;
    s.offer.limit = SCHAKEL_LIMIT_OWN_GROUP;
    s.need.group_id = "g";
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_LIMIT);
    s.has_child_in_group = 1;
    assert_int_equal(asks_of(&s), 1);
    s.need.group_id = NULL;
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_LIMIT);
    s.offer.limit = SCHAKEL_LIMIT_NONE;
    assert_int_equal(asks_of(&s), 1);
    s.offer.limit = SCHAKEL_LIMIT_NEVER;
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_LIMIT);
}

static void a_language_must_be_spoken_at_b1_or_offered(void **state)
{
    setting s = plain();
    schakel_language_skill skill = {"ti", SCHAKEL_LEVEL_A2, SCHAKEL_LEVEL_C1};
    const char *offered = "TI";
    (void)state;
    s.language = "ti";
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_LANGUAGE);
    s.adult.languages = &skill;
    s.adult.language_count = 1;
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_LANGUAGE);
    skill.speaking = SCHAKEL_LEVEL_B1;
    assert_int_equal(asks_of(&s), 1);
    s.offer.languages = &offered;
    s.offer.language_count = 1;
    skill.speaking = SCHAKEL_LEVEL_A1;
    assert_int_equal(asks_of(&s), 1);
    offered = "nl";
    skill.speaking = SCHAKEL_LEVEL_C2;
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_LANGUAGE);
}

static void a_tag_covers_its_regions_and_nothing_else(void **state)
{
    setting s = plain();
    schakel_language_skill skill = {"ar-SY", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_NONE};
    (void)state;
    s.adult.languages = &skill;
    s.adult.language_count = 1;
    s.language = "ar";
    assert_int_equal(asks_of(&s), 1);
    s.language = "AR-sy";
    assert_int_equal(asks_of(&s), 1);
    s.language = "ar-IQ";
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_LANGUAGE);
    skill.tag = "ar";
    s.language = "ar-SY";
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_LANGUAGE);
    skill.tag = "arz";
    s.language = "ar";
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_LANGUAGE);
}

static void adult_and_offer_must_both_be_free(void **state)
{
    const schakel_window wednesday = {1u << 2, 480, 600}, too_short = {1u << 2, 480, 599},
                         thursday = {1u << 3, 0, 1440};
    const schakel_exception away = {DAY, 590, 700, 0}, comes = {DAY, 540, 600, 1};
    setting s = plain();
    (void)state;
    s.adult.windows = &wednesday;
    s.adult.window_count = 1;
    assert_int_equal(asks_of(&s), 1);
    s.adult.windows = &too_short;
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_TIME);
    s.adult.windows = &wednesday;
    s.offer.windows = &thursday;
    s.offer.window_count = 1;
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_TIME);
    s.offer.exceptions = &comes;
    s.offer.exception_count = 1;
    assert_int_equal(asks_of(&s), 1);
    s.adult.exceptions = &away;
    s.adult.exception_count = 1;
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_TIME);
}

static void a_need_without_a_time_wants_some_moment_of_the_day(void **state)
{
    const schakel_window morning = {1u << 2, 480, 720}, afternoon = {1u << 2, 720, 1020},
                         noon = {1u << 2, 719, 721};
    const schakel_exception all_day = {DAY, 0, 1440, 0}, until_noon = {DAY, 0, 720, 0};
    setting s = plain();
    (void)state;
    s.need.start = s.need.end = SCHAKEL_NO_TIME;
    s.adult.windows = &morning;
    s.adult.window_count = 1;
    assert_int_equal(asks_of(&s), 1);
    s.offer.windows = &afternoon;
    s.offer.window_count = 1;
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_TIME);
    s.offer.windows = &noon;
    assert_int_equal(asks_of(&s), 1);
    s.offer.window_count = 0;
    s.adult.window_count = 0;
    s.offer.exceptions = &until_noon;
    s.offer.exception_count = 1;
    assert_int_equal(asks_of(&s), 1);
    s.adult.exceptions = &all_day;
    s.adult.exception_count = 1;
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_TIME);
}

static void the_longer_notice_counts_to_the_day(void **state)
{
    setting s = plain();
    (void)state;
    s.offer.notice = DAY - TODAY;
    s.need.notice = 3;
    schakel_school *school = school_of(&s);
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(ask_at(matching, 0).ask_by, TODAY);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
    s.offer.notice++;
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_NOTICE);
    s.offer.notice = 0;
    s.need.notice = DAY - TODAY + 1;
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_NOTICE);
}

static void of_several_days_the_first_that_fits_is_taken(void **state)
{
    const schakel_window fridays = {1u << 4, 0, 1440};
    setting s = plain();
    (void)state;
    s.need.date = TODAY - 5;
    s.need.last_date = DAY + 9;
    schakel_school *school = school_of(&s);
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(ask_at(matching, 0).date, TODAY);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
    s.adult.windows = &fridays;
    s.adult.window_count = 1;
    s.offer.notice = DAY - TODAY + 3;
    school = school_of(&s);
    matching = match(school, NULL);
    assert_int_equal(ask_at(matching, 0).date, DAY + 9);
    assert_int_equal(schakel_date_weekday(DAY + 9), 5);
    assert_int_equal(ask_at(matching, 0).ask_by, TODAY + 6);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
    s.offer.notice = 30;
    assert_int_equal(reason_of(&s), SCHAKEL_OPEN_NOTICE);
}

static void a_need_that_is_over_is_left_alone(void **state)
{
    setting s = plain();
    (void)state;
    s.need.date = TODAY - 1;
    schakel_school *school = school_of(&s);
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(schakel_matching_count(matching), 0);
    assert_int_equal(schakel_matching_open_count(matching), 0);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
    s.need.last_date = TODAY;
    assert_int_equal(asks_of(&s), 1);
}

static void who_said_no_or_stayed_away_is_not_asked_again(void **state)
{
    static const schakel_ask_state states[] = {SCHAKEL_ASK_NO, SCHAKEL_ASK_NO_SHOW};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        setting s = plain();
        schakel_school *school = school_of(&s);
        add_ask(school, "q", "anna", "n", NULL, states[i]);
        assert_int_equal(only_open_reason(school), SCHAKEL_OPEN_DECLINED);
    }
}

static void who_has_a_place_keeps_it(void **state)
{
    static const schakel_ask_state states[] = {SCHAKEL_ASK_OPEN, SCHAKEL_ASK_YES, SCHAKEL_ASK_DONE};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        setting s = plain();
        schakel_school *school = school_of(&s);
        add_ask(school, "q", "anna", "n", NULL, states[i]);
        schakel_matching *matching = match(school, NULL);
        assert_int_equal(schakel_matching_count(matching), 0);
        assert_int_equal(schakel_matching_open_count(matching), 0);
        schakel_matching_destroy(matching);
        schakel_school_destroy(school);
    }
}

static void a_cap_counts_what_was_asked_this_year_but_not_a_no(void **state)
{
    static const struct {
        schakel_ask_state state;
        int32_t adult_cap, offer_cap;
        size_t asks;
    } cases[] = {
        {SCHAKEL_ASK_DONE, 1, 0, 0},    {SCHAKEL_ASK_DONE, 2, 0, 1},    {SCHAKEL_ASK_NO, 1, 0, 1},
        {SCHAKEL_ASK_OPEN, 0, 1, 0},    {SCHAKEL_ASK_NO_SHOW, 0, 1, 0}, {SCHAKEL_ASK_NO, 0, 1, 1},
        {SCHAKEL_ASK_NO_SHOW, 1, 0, 0}, {SCHAKEL_ASK_YES, 0, 2, 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        setting s = plain();
        s.adult.cap = cases[i].adult_cap;
        s.offer.cap = cases[i].offer_cap;
        schakel_school *school = school_of(&s);
        add_ask(school, "q", "anna", NULL, "o", cases[i].state);
        if (cases[i].asks == 0)
            assert_int_equal(only_open_reason(school), SCHAKEL_OPEN_CAP);
        else
            assert_int_equal(count_asks(school, NULL), cases[i].asks);
    }
}

static void asks_of_another_year_do_not_count(void **state)
{
    setting s = plain();
    schakel_ask ask = SCHAKEL_ASK_INIT;
    (void)state;
    s.adult.cap = 1;
    schakel_school *school = school_of(&s);
    ask.id = "before";
    ask.adult_id = "anna";
    ask.date = YEAR_START - 1;
    ask.state = SCHAKEL_ASK_DONE;
    assert_int_equal(schakel_school_add_ask(school, &ask, NULL), SCHAKEL_OK);
    ask.id = "after";
    ask.date = YEAR_END + 1;
    assert_int_equal(schakel_school_add_ask(school, &ask, NULL), SCHAKEL_OK);
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(ask_at(matching, 0).asked_before, 0);
    schakel_matching_destroy(matching);
    ask.id = "first-day";
    ask.date = YEAR_START;
    assert_int_equal(schakel_school_add_ask(school, &ask, NULL), SCHAKEL_OK);
    assert_int_equal(only_open_reason(school), SCHAKEL_OPEN_CAP);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_concept_fits_fully),
        cmocka_unit_test(a_narrower_concept_fits_and_a_broader_one_does_not),
        cmocka_unit_test(fit_never_falls_below_500),
        cmocka_unit_test(an_offer_for_the_own_group_needs_a_child_in_it),
        cmocka_unit_test(a_language_must_be_spoken_at_b1_or_offered),
        cmocka_unit_test(a_tag_covers_its_regions_and_nothing_else),
        cmocka_unit_test(adult_and_offer_must_both_be_free),
        cmocka_unit_test(a_need_without_a_time_wants_some_moment_of_the_day),
        cmocka_unit_test(the_longer_notice_counts_to_the_day),
        cmocka_unit_test(of_several_days_the_first_that_fits_is_taken),
        cmocka_unit_test(a_need_that_is_over_is_left_alone),
        cmocka_unit_test(who_said_no_or_stayed_away_is_not_asked_again),
        cmocka_unit_test(who_has_a_place_keeps_it),
        cmocka_unit_test(a_cap_counts_what_was_asked_this_year_but_not_a_no),
        cmocka_unit_test(asks_of_another_year_do_not_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
