/* How offers fit by their concepts: own and built-in ones, and what serves what. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "unit/match_build.h"
#include "unit/match_fit.h"

enum { CONCEPTS = 40, ROUNDS = 300, LIKELY_NONE = 4 };

static schakel_concept builtin_at(size_t index)
{
    schakel_concept record = SCHAKEL_CONCEPT_INIT;
    assert_int_equal(schakel_builtin_concept_get(index, &record), SCHAKEL_OK);
    return record;
}

/* A built-in concept that has a broader one. */
static schakel_concept narrow_builtin(void)
{
    size_t index = 0;
    while (builtin_at(index).broader_id == NULL)
        index++;
    return builtin_at(index);
}

static void add_serving(schakel_school *school, const char *id, const char *broader_id, const char *serves_id)
{
    schakel_concept record = SCHAKEL_CONCEPT_INIT;
    record.id = id;
    record.broader_id = broader_id;
    record.serves_ids = &serves_id;
    record.serves_count = serves_id != NULL;
    assert_int_equal(schakel_school_add_concept(school, &record, NULL), SCHAKEL_OK);
}

typedef struct expectation {
    const char *offered, *wanted;
    int32_t fit; /* 0 when it does not */
    uint32_t reason;
} expectation;

static const uint32_t kinds =
    SCHAKEL_REASON_SAME_CONCEPT | SCHAKEL_REASON_NARROWER_CONCEPT | SCHAKEL_REASON_SERVES_THEME;

/* Match one offer to one place; the school ends here. */
static void expect(schakel_school *school, const expectation *expected)
{
    add_plain_adult(school, "anna");
    add_plain_offer(school, "o", "anna", expected->offered);
    add_plain_need(school, "n", expected->wanted, 1);
    if (expected->fit == 0) {
        assert_int_equal(only_open_reason(school), SCHAKEL_OPEN_NO_OFFER);
        return;
    }
    schakel_matching *matching = match(school, NULL);
    assert_int_equal(schakel_matching_count(matching), 1);
    assert_int_equal(ask_at(matching, 0).fit, expected->fit);
    assert_int_equal(ask_at(matching, 0).reasons & kinds, expected->reason);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
}

/* trade > craft > plumbing, and trade serves a built-in concept; story narrows that one. */
static void the_fit_follows_from_the_steps(void **state)
{
    (void)state;
    if (schakel_builtin_concept_count() == 0)
        skip();
    schakel_concept theme = narrow_builtin();
    const expectation expectations[] = {
        {"plumbing", "plumbing", 1000, SCHAKEL_REASON_SAME_CONCEPT},
        {"plumbing", "craft", 900, SCHAKEL_REASON_NARROWER_CONCEPT},
        {"plumbing", "trade", 800, SCHAKEL_REASON_NARROWER_CONCEPT},
        {"trade", theme.id, 800, SCHAKEL_REASON_SERVES_THEME},
        {"craft", theme.id, 700, SCHAKEL_REASON_SERVES_THEME},
        {"plumbing", theme.id, 600, SCHAKEL_REASON_SERVES_THEME},
        {"trade", theme.broader_id, 700, SCHAKEL_REASON_SERVES_THEME},
        {"craft", theme.broader_id, 600, SCHAKEL_REASON_SERVES_THEME},
        {"plumbing", theme.broader_id, 500, SCHAKEL_REASON_SERVES_THEME},
        {"pipes", theme.broader_id, 500, SCHAKEL_REASON_SERVES_THEME},
        {"story", theme.id, 900, SCHAKEL_REASON_NARROWER_CONCEPT},
        {"story", theme.broader_id, 800, SCHAKEL_REASON_NARROWER_CONCEPT},
        {theme.id, theme.id, 1000, SCHAKEL_REASON_SAME_CONCEPT},
        {theme.id, theme.broader_id, 900, SCHAKEL_REASON_NARROWER_CONCEPT},
        /* Nothing leads down, nor back over a crossing. */
        {"trade", "plumbing", 0, 0},
        {"plumbing", "story", 0, 0},
        {theme.id, "trade", 0, 0},
        {theme.id, "story", 0, 0},
        {theme.broader_id, theme.id, 0, 0},
        /* Two steps up (800) is not less than a crossing at once (800), and is told as that. */
        {"both", theme.broader_id, 800, SCHAKEL_REASON_NARROWER_CONCEPT},
        {"both", theme.id, 900, SCHAKEL_REASON_NARROWER_CONCEPT},
        /* A crossing at once (800) is better than three steps up. */
        {"far", theme.broader_id, 800, SCHAKEL_REASON_SERVES_THEME},
    };
    for (size_t i = 0; i < sizeof expectations / sizeof expectations[0]; i++) {
        schakel_school *school = new_school();
        add_serving(school, "trade", NULL, theme.id);
        add_concept(school, "craft", "trade");
        add_concept(school, "plumbing", "craft");
        add_concept(school, "pipes", "plumbing");
        add_concept(school, "story", theme.id);
        add_serving(school, "both", theme.id, theme.broader_id);
        add_serving(school, "far", "story", theme.broader_id);
        expect(school, &expectations[i]);
    }
}

/* A crossing leads to what something serves, but not further to what that serves in its turn. */
static void a_way_crosses_once(void **state)
{
    size_t tried = 0;
    (void)state;
    for (size_t i = 0; i < schakel_builtin_concept_count() && tried < 20; i++) {
        schakel_concept middle = builtin_at(i);
        if (middle.serves_count == 0 || steps_up(NULL, middle.id, middle.serves_ids[0]) >= 0)
            continue;
        schakel_school *school = new_school();
        add_serving(school, "start", NULL, middle.id);
        expectation expected = {"start", middle.serves_ids[0], 0, 0};
        expect(school, &expected);
        school = new_school();
        expected = (expectation){middle.id, middle.serves_ids[0], 800, SCHAKEL_REASON_SERVES_THEME};
        expect(school, &expected);
        tried++;
    }
    assert_true(tried > 0 || schakel_builtin_concept_count() == 0);
}

/* ---------------------------------------------------------------- many at once */

static uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((*seed >> 33) * below) >> 31);
}

typedef struct pool {
    char own[CONCEPTS][8];
    const char *builtin[CONCEPTS];
    size_t builtin_count;
} pool;

/* Built-in concepts of which most have to do with each other. */
static void draw_builtins(pool *p, uint64_t *seed)
{
    uint32_t count = (uint32_t)schakel_builtin_concept_count();
    for (p->builtin_count = 0; count > 0 && p->builtin_count + LIKELY_NONE <= CONCEPTS;) {
        schakel_concept record = builtin_at(draw(seed, count));
        p->builtin[p->builtin_count++] = record.id;
        if (record.broader_id != NULL)
            p->builtin[p->builtin_count++] = record.broader_id;
        if (record.serves_count > 0)
            p->builtin[p->builtin_count++] = record.serves_ids[draw(seed, (uint32_t)record.serves_count)];
    }
}

static const char *draw_id(const pool *p, size_t own_count, uint64_t *seed)
{
    if (p->builtin_count > 0 && (own_count == 0 || draw(seed, 3) == 0))
        return p->builtin[draw(seed, (uint32_t)p->builtin_count)];
    return own_count == 0 ? NULL : p->own[draw(seed, (uint32_t)own_count)];
}

/* Chains are long now and then, so that the least fit is come to in both ways. */
static void add_drawn_concepts(schakel_school *school, pool *p, uint64_t *seed)
{
    uint32_t reach = 1 + draw(seed, CONCEPTS);
    for (size_t i = 0; i < CONCEPTS; i++) {
        schakel_concept record = SCHAKEL_CONCEPT_INIT;
        const char *serves[1];
        snprintf(p->own[i], sizeof p->own[i], "c%zu", i);
        record.id = p->own[i];
        if (i > 0 && draw(seed, 8) != 0)
            record.broader_id = p->own[i - 1 - draw(seed, i < reach ? (uint32_t)i : reach)];
        else
            record.broader_id = draw_id(p, 0, seed);
        record.serves_ids = serves;
        record.serves_count = p->builtin_count > 0 && draw(seed, 3) == 0;
        serves[0] = draw_id(p, 0, seed);
        assert_int_equal(schakel_school_add_concept(school, &record, NULL), SCHAKEL_OK);
    }
}

/* An offer of up to three concepts by each adult, and a place with room for all of them. */
static void add_drawn_offers(schakel_school *school, const pool *p, uint64_t *seed)
{
    for (size_t i = 0; i < CONCEPTS; i++) {
        char id[8];
        const char *ids[3];
        snprintf(id, sizeof id, "a%zu", i);
        add_plain_adult(school, id);
        schakel_offer offer = an_offer(id, id, ids);
        for (offer.concept_count = 0; offer.concept_count < 1 + i % 3;) {
            const char *drawn = draw_id(p, CONCEPTS, seed);
            size_t j = 0;
            while (j < offer.concept_count && strcmp(ids[j], drawn) != 0)
                j++;
            if (j == offer.concept_count)
                ids[offer.concept_count++] = drawn;
        }
        add_offer(school, &offer);
    }
    add_plain_need(school, "n", draw_id(p, 8, seed), CONCEPTS);
}

/* Everybody who fits is asked, since there is room; `seen` counts by fit and whether it took a crossing. */
static void check_everybody(const schakel_school *school, size_t seen[11][2])
{
    schakel_matching *matching = match(school, NULL);
    schakel_place place = SCHAKEL_PLACE_INIT;
    size_t asked = 0;
    schakel_school_get_place(school, 0, 0, &place);
    for (size_t i = 0; i < CONCEPTS; i++) {
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        int serves;
        schakel_school_get_offer(school, i, &offer);
        int32_t fit = fit_of(school, &offer, place.concept_id, &serves);
        for (size_t j = 0; j < schakel_matching_count(matching) && ask.fit == 0; j++)
            if (strcmp(ask_at(matching, j).offer_id, offer.id) == 0)
                ask = ask_at(matching, j);
        assert_int_equal(ask.fit, fit);
        assert_int_equal((ask.reasons & SCHAKEL_REASON_SERVES_THEME) != 0, serves);
        asked += fit > 0;
        seen[fit / 100][serves]++;
    }
    assert_int_equal(schakel_matching_count(matching), asked);
    schakel_matching_destroy(matching);
}

static void every_fit_is_that_of_the_best_way(void **state)
{
    uint64_t seed = 11;
    size_t seen[11][2] = {{0}};
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        pool p;
        schakel_school *school = new_school();
        draw_builtins(&p, &seed);
        add_drawn_concepts(school, &p, &seed);
        add_drawn_offers(school, &p, &seed);
        check_everybody(school, seen);
        schakel_school_destroy(school);
    }
    for (size_t fit = 5; fit <= 10; fit++)
        assert_true(seen[fit][0] > 10);
    for (size_t fit = 5; fit <= 8 && schakel_builtin_concept_count() > 0; fit++)
        assert_true(seen[fit][1] > 10);
    print_message("with 500: %zu, and over a crossing %zu\n", seen[5][0], seen[5][1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_fit_follows_from_the_steps),
        cmocka_unit_test(a_way_crosses_once),
        cmocka_unit_test(every_fit_is_that_of_the_best_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
