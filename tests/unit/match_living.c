/*
 * A plan lives: on the sample school people say yes and no, do not come, and new needs and families come. After each
 * of these the plan is repaired, and compared with planning anew: who said yes keeps the place, and few others notice.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/exchange.h"
#include "schakel/match.h"

enum { MOST_ASKS = 1000, EVENTS = 60 };

/* A linear congruential generator (Knuth, MMIX); the high bits are the good ones. */
static uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((*seed >> 33) * below) >> 31);
}

/* The plan as a host keeps it: texts of its own, since a school that changes lends nothing. */
typedef struct kept_plan {
    schakel_planned asks[MOST_ASKS];
    size_t count;
} kept_plan;

static char *copy_text(const char *text)
{
    char *copy = malloc(strlen(text) + 1);
    assert_non_null(copy);
    return strcpy(copy, text);
}

static void keep(kept_plan *plan, const schakel_matching *matching)
{
    plan->count = schakel_matching_count(matching);
    assert_true(plan->count < MOST_ASKS);
    for (size_t i = 0; i < plan->count; i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        plan->asks[i] =
            (schakel_planned){copy_text(ask.need_id), copy_text(ask.place_id), copy_text(ask.adult_id)};
    }
}

static void forget(kept_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++) {
        free((char *)plan->asks[i].need_id);
        free((char *)plan->asks[i].place_id);
        free((char *)plan->asks[i].adult_id);
    }
    plan->count = 0;
}

static int holds(const kept_plan *plan, const char *need_id, const char *place_id, const char *adult_id)
{
    for (size_t i = 0; i < plan->count; i++)
        if (strcmp(plan->asks[i].need_id, need_id) == 0 && strcmp(plan->asks[i].place_id, place_id) == 0 &&
            strcmp(plan->asks[i].adult_id, adult_id) == 0)
            return 1;
    return 0;
}

/* How many asks of a matching a plan does not hold. */
static size_t count_new(const kept_plan *plan, const schakel_matching *matching)
{
    size_t count = 0;
    for (size_t i = 0; i < schakel_matching_count(matching); i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        int is_new = !holds(plan, ask.need_id, ask.place_id, ask.adult_id);
        assert_int_equal(ask.was_planned, !is_new && plan->count > 0);
        count += (size_t)is_new;
    }
    return count;
}

static schakel_matching *plan_it(const schakel_school *school, const kept_plan *plan)
{
    schakel_matching *matching = NULL;
    schakel_match_proof proof = SCHAKEL_MATCH_PROOF_INIT;
    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    options.today = schakel_date_from_ymd(2026, 9, 1);
    options.planned = plan == NULL ? NULL : plan->asks;
    options.planned_count = plan == NULL ? 0 : plan->count;
    assert_int_equal(schakel_match(school, &options, &matching, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_matching_verify(matching, school, NULL), SCHAKEL_OK);
    schakel_matching_get_proof(matching, &proof);
    assert_int_equal(proof.optimal, 1);
    return matching;
}

/* The answer to one ask of the plan comes in. */
static void answer(schakel_school *school, const schakel_planned *planned, int event, schakel_ask_state state)
{
    char id[32];
    schakel_ask ask = SCHAKEL_ASK_INIT;
    snprintf(id, sizeof id, "event %d", event);
    ask.id = id;
    ask.adult_id = planned->adult_id;
    ask.need_id = planned->need_id;
    ask.place_id = planned->place_id;
    ask.date = schakel_date_from_ymd(2026, 9, 1);
    ask.state = state;
    assert_int_equal(schakel_school_add_ask(school, &ask, NULL), SCHAKEL_OK);
}

static void add_a_need(schakel_school *school, int event, const char *concept_id)
{
    char id[32];
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_place place = SCHAKEL_PLACE_INIT;
    snprintf(id, sizeof id, "need of event %d", event);
    need.id = place.need_id = place.id = id;
    need.date = schakel_date_from_ymd(2026, 11, 10);
    need.start = 600;
    need.end = 660;
    place.concept_id = concept_id;
    place.count = 2;
    assert_int_equal(schakel_school_add_need(school, &need, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_place(school, &place, NULL), SCHAKEL_OK);
}

static void add_a_family(schakel_school *school, int event, const char *concept_id)
{
    char id[32];
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    snprintf(id, sizeof id, "adult of event %d", event);
    adult.id = offer.id = offer.adult_id = id;
    offer.concept_ids = &concept_id;
    offer.concept_count = 1;
    assert_int_equal(schakel_school_add_adult(school, &adult, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_offer(school, &offer, NULL), SCHAKEL_OK);
}

/* Who said yes is asked for nothing in that need again, and nobody gets the place instead: what it wants is less. */
static void expect_not_asked_again(const schakel_matching *matching, const schakel_planned *who)
{
    for (size_t i = 0; i < schakel_matching_count(matching); i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        assert_false(strcmp(ask.need_id, who->need_id) == 0 && strcmp(ask.adult_id, who->adult_id) == 0);
    }
}

static void happen(schakel_school *school, const kept_plan *plan, int event, uint64_t *seed)
{
    static const schakel_ask_state states[] = {SCHAKEL_ASK_YES, SCHAKEL_ASK_NO, SCHAKEL_ASK_NO_SHOW,
                                               SCHAKEL_ASK_OPEN};
    schakel_concept concept_ = SCHAKEL_CONCEPT_INIT;
    uint32_t kind = draw(seed, 6);
    schakel_school_get_concept(
        school, draw(seed, (uint32_t)schakel_school_count(school, SCHAKEL_KIND_CONCEPT)), &concept_);
    if (kind == 5)
        add_a_family(school, event, concept_.id);
    else if (kind == 4)
        add_a_need(school, event, concept_.id);
    else
        answer(school, &plan->asks[draw(seed, (uint32_t)plan->count)], event, states[kind]);
}

static void a_plan_is_repaired_with_few_changes(void **state)
{
    uint64_t seed = 3;
    size_t repaired = 0, anew = 0, asks = 0;
    schakel_school *school = NULL;
    kept_plan plan = {.count = 0};
    (void)state;
    assert_int_equal(schakel_school_load(SCHAKEL_EXAMPLE_DATA "/school.json", NULL, &school, NULL),
                     SCHAKEL_OK);
    schakel_matching *matching = plan_it(school, NULL);
    keep(&plan, matching);
    for (int event = 0; event < EVENTS; event++) {
        schakel_matching_destroy(matching);
        happen(school, &plan, event, &seed);
        matching = plan_it(school, NULL);
        size_t open_anew = schakel_matching_open_count(matching);
        for (size_t i = 0; i < schakel_matching_count(matching); i++) {
            schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
            schakel_matching_get(matching, i, &ask);
            anew += !holds(&plan, ask.need_id, ask.place_id, ask.adult_id);
        }
        schakel_matching_destroy(matching);
        matching = plan_it(school, &plan);
        repaired += count_new(&plan, matching);
        asks += schakel_matching_count(matching);
        assert_true(schakel_matching_open_count(matching) <= open_anew + 1);
        forget(&plan);
        keep(&plan, matching);
    }
    print_message("%d events, %zu asks planned in all: %zu new ones when repaired, %zu when planned anew\n",
                  EVENTS, asks, repaired, anew);
    assert_true(repaired <= 2 * EVENTS && repaired < anew);
    forget(&plan);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
}

static void who_said_yes_stays(void **state)
{
    uint64_t seed = 4;
    schakel_school *school = NULL;
    kept_plan plan = {.count = 0};
    (void)state;
    assert_int_equal(schakel_school_load(SCHAKEL_EXAMPLE_DATA "/school.json", NULL, &school, NULL),
                     SCHAKEL_OK);
    schakel_matching *matching = plan_it(school, NULL);
    keep(&plan, matching);
    schakel_matching_destroy(matching);
    size_t said_yes = plan.count / 3;
    for (size_t i = 0; i < said_yes; i++)
        answer(school, &plan.asks[i], (int)i, SCHAKEL_ASK_YES);
    /* Much is asked on top of that. */
    for (int event = 0; event < 20; event++) {
        schakel_concept concept_ = SCHAKEL_CONCEPT_INIT;
        schakel_school_get_concept(
            school, draw(&seed, (uint32_t)schakel_school_count(school, SCHAKEL_KIND_CONCEPT)), &concept_);
        add_a_need(school, event, concept_.id);
    }
    matching = plan_it(school, &plan);
    for (size_t i = 0; i < said_yes; i++)
        expect_not_asked_again(matching, &plan.asks[i]);
    for (size_t i = 0; i < schakel_matching_dropped_count(matching); i++) {
        schakel_match_dropped dropped = SCHAKEL_MATCH_DROPPED_INIT;
        schakel_matching_get_dropped(matching, i, &dropped);
        for (size_t j = 0; j < said_yes; j++)
            assert_false(strcmp(dropped.need_id, plan.asks[j].need_id) == 0 &&
                         strcmp(dropped.adult_id, plan.asks[j].adult_id) == 0);
    }
    forget(&plan);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_is_repaired_with_few_changes),
        cmocka_unit_test(who_said_yes_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
