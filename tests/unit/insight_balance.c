/* The balance: stories, and random schools counted again in the plainest way. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/effort.h"
#include "unit/insight_build.h"

#define DAY(text) schakel_date_parse(text)

static schakel_balance *balance_of(const schakel_school *school, const schakel_balance_options *options)
{
    schakel_balance *balance = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    if (schakel_balance_make(school, options, &balance, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return balance;
}

static schakel_balance_row row_at(const schakel_balance *balance, size_t index)
{
    schakel_balance_row row = SCHAKEL_BALANCE_ROW_INIT;
    assert_int_equal(schakel_balance_get(balance, index, &row), SCHAKEL_OK);
    assert_true(row.text_nl[0] != '\0' && row.text_en[0] != '\0');
    return row;
}

static schakel_expectation expectation_at(const schakel_balance *balance, size_t index)
{
    schakel_expectation expectation = SCHAKEL_EXPECTATION_INIT;
    assert_int_equal(schakel_balance_get_expectation(balance, index, &expectation), SCHAKEL_OK);
    return expectation;
}

static void add_adult(schakel_school *school, const char *id, int32_t cap)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    adult.id = id;
    adult.cap = cap;
    assert_int_equal(schakel_school_add_adult(school, &adult, NULL), SCHAKEL_OK);
}

static void add_offer(schakel_school *school, const char *id, const char *adult, int32_t cap,
                      schakel_offer_limit limit)
{
    static const char *const concepts[] = {"schakel:plumber"};
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    offer.id = id;
    offer.adult_id = adult;
    offer.concept_ids = concepts;
    offer.concept_count = 1;
    offer.cap = cap;
    offer.limit = limit;
    assert_int_equal(schakel_school_add_offer(school, &offer, NULL), SCHAKEL_OK);
}

static void add_ask(schakel_school *school, const char *id, const char *adult, const char *offer,
                    schakel_date date, schakel_ask_state state)
{
    schakel_ask ask = SCHAKEL_ASK_INIT;
    ask.id = id;
    ask.adult_id = adult;
    ask.offer_id = offer;
    ask.date = date;
    ask.state = state;
    assert_int_equal(schakel_school_add_ask(school, &ask, NULL), SCHAKEL_OK);
}

static void add_wish(schakel_school *school, schakel_wish wish)
{
    if (wish.answer != NULL)
        wish.answer_date = wish.date;
    assert_int_equal(schakel_school_add_wish(school, &wish, NULL), SCHAKEL_OK);
}

static schakel_wish expected(const char *id, const char *text, schakel_date date)
{
    schakel_wish wish = SCHAKEL_WISH_INIT;
    wish.id = id;
    wish.kind = SCHAKEL_WISH_EXPECTATION;
    wish.text = text;
    wish.date = date;
    return wish;
}

/* --------------------------------------------------------------------- story */

/*
 * One mother is asked for everything, four times this autumn, though twice a year is enough for her. One father
 * offers to help and nobody asks him; he waits for an answer to what he expects. The school expects something too.
 */
static void S1_the_over_asked_and_the_never_asked_have_names(void **state)
{
    schakel_school *school = build_empty();
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    (void)state;
    staff.id = "Juf Berkenhout";
    assert_int_equal(schakel_school_add_staff(school, &staff, NULL), SCHAKEL_OK);
    add_adult(school, "Merel Rietkraag", 2);
    add_adult(school, "Idris Wilgenkat", 0);
    add_offer(school, "voorlezen", "Merel Rietkraag", 0, SCHAKEL_LIMIT_NONE);
    add_offer(school, "repareren", "Idris Wilgenkat", 0, SCHAKEL_LIMIT_NONE);
    add_ask(school, "k1", "Merel Rietkraag", "voorlezen", DAY("2026-09-01"), SCHAKEL_ASK_DONE);
    add_ask(school, "k2", "Merel Rietkraag", "voorlezen", DAY("2026-09-15"), SCHAKEL_ASK_DONE);
    add_ask(school, "k3", "Merel Rietkraag", "voorlezen", DAY("2026-10-01"), SCHAKEL_ASK_YES);
    add_ask(school, "k4", "Merel Rietkraag", NULL, DAY("2026-10-20"), SCHAKEL_ASK_NO);
    add_ask(school, "vorig jaar", "Idris Wilgenkat", "repareren", DAY("2026-06-20"), SCHAKEL_ASK_DONE);
    schakel_wish his = expected("w1", "Ik wil weten wat jullie van mij vragen.", DAY("2026-09-10"));
    his.by_adult_id = "Idris Wilgenkat";
    add_wish(school, his);
    schakel_wish hers = expected("w2", "Ouders lezen thuis voor.", DAY("2026-09-12"));
    hers.by_staff_id = "Juf Berkenhout";
    hers.answer = "Daar praten we over op de ouderavond.";
    add_wish(school, hers);

    schakel_balance *balance = balance_of(school, NULL);
    assert_int_equal(schakel_balance_count(balance), 2);
    schakel_balance_row merel = row_at(balance, 0), idris = row_at(balance, 1);
    assert_string_equal(merel.adult_id, "Merel Rietkraag");
    assert_int_equal(merel.kind, SCHAKEL_ASKED_TOO_OFTEN);
    assert_int_equal(merel.asks, 4);
    assert_int_equal(merel.wants, 2);
    assert_int_equal(merel.offer_count, 0);
    assert_string_equal(merel.text_nl, "Vraag deze ouder dit schooljaar niets meer.");
    assert_string_equal(idris.adult_id, "Idris Wilgenkat");
    assert_int_equal(idris.kind, SCHAKEL_ASKED_NEVER);
    assert_int_equal(idris.asks, 0);
    assert_int_equal(idris.offer_count, 1);
    assert_string_equal(idris.offer_ids[0], "repareren");
    assert_int_equal(idris.expectation_count, 1);
    assert_string_equal(idris.expectation_ids[0], "w1");
    assert_int_equal(schakel_balance_expectation_count(balance), 2);
    schakel_expectation first = expectation_at(balance, 0), second = expectation_at(balance, 1);
    assert_int_equal(first.side, SCHAKEL_SIDE_PARENTS);
    assert_string_equal(first.text, "Ik wil weten wat jullie van mij vragen.");
    assert_null(first.answer);
    assert_int_equal(second.side, SCHAKEL_SIDE_SCHOOL);
    assert_string_equal(second.answer, "Daar praten we over op de ouderavond.");
    schakel_balance_destroy(balance);

    /* Once he is asked, he stands on the list no more. */
    add_ask(school, "nu", "Idris Wilgenkat", NULL, DAY("2026-11-01"), SCHAKEL_ASK_OPEN);
    balance = balance_of(school, NULL);
    assert_int_equal(schakel_balance_count(balance), 1);
    schakel_balance_destroy(balance);
    schakel_school_destroy(school);
}

/* ---------------------------------------------------------------------- by hand */

static void an_offer_has_a_limit_of_its_own(void **state)
{
    schakel_school *school = build_empty();
    (void)state;
    add_adult(school, "a", 9);
    add_offer(school, "o2", "a", 1, SCHAKEL_LIMIT_NONE);
    add_offer(school, "o1", "a", 1, SCHAKEL_LIMIT_OWN_GROUP);
    add_offer(school, "o3", "a", 2, SCHAKEL_LIMIT_NEVER);
    static const char *const offers[] = {"o1", "o1", "o2", "o2", "o3", "o3"};
    static const char *const ids[] = {"k1", "k2", "k3", "k4", "k5", "k6"};
    for (int i = 0; i < 6; i++)
        add_ask(school, ids[i], "a", offers[i], DAY("2026-09-01"), SCHAKEL_ASK_NO);
    schakel_balance *balance = balance_of(school, NULL);
    assert_int_equal(schakel_balance_count(balance), 2);
    schakel_balance_row often = row_at(balance, 0), not = row_at(balance, 1);
    assert_int_equal(often.kind, SCHAKEL_ASKED_TOO_OFTEN);
    assert_int_equal(often.asks, 6);
    assert_int_equal(often.wants, 9);
    assert_int_equal(often.offer_count, 2);
    assert_string_equal(often.offer_ids[0], "o1");
    assert_string_equal(often.offer_ids[1], "o2");
    assert_string_equal(often.text_en, "For the rest of the school year, ask somebody else for this.");
    assert_int_equal(not .kind, SCHAKEL_ASKED_WHILE_NOT);
    assert_int_equal(not .offer_count, 1);
    assert_string_equal(not .offer_ids[0], "o3");
    schakel_balance_destroy(balance);
    schakel_school_destroy(school);
}

static void expectations_lie_by_side_and_open_ones_first(void **state)
{
    schakel_school *school = build_empty();
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    (void)state;
    staff.id = "s";
    assert_int_equal(schakel_school_add_staff(school, &staff, NULL), SCHAKEL_OK);
    add_adult(school, "a", 1);
    /* Who, day and answer; in the order in which they belong, and added the other way round. */
    static const struct {
        const char *id;
        char side;
        const char *date, *answer;
    } cases[] = {{"w5", 'a', "2020-01-01", NULL}, {"w2", '-', "2026-09-01", NULL},
                 {"w3", 'a', "2026-09-01", NULL}, {"w1", 'a', "2026-08-01", "Ja."},
                 {"w9", 's', "2026-09-01", NULL}, {"w8", 's', "2026-08-01", "Ja."},
                 {"w7", 'c', "2026-09-01", NULL}};
    enum { COUNT = sizeof cases / sizeof cases[0] };
    for (size_t i = COUNT; i-- > 0;) {
        schakel_wish wish = expected(cases[i].id, "Iets.", DAY(cases[i].date));
        wish.by_adult_id = cases[i].side == 'a' ? "a" : NULL;
        wish.by_staff_id = cases[i].side == 's' ? "s" : NULL;
        wish.by_child_id = cases[i].side == 'c' ? "child" : NULL;
        wish.answer = cases[i].answer;
        add_wish(school, wish);
    }
    schakel_wish other = expected("w0", "Een wens.", DAY("2026-09-01"));
    other.kind = SCHAKEL_WISH_WISH;
    other.by_adult_id = "a";
    add_wish(school, other);
    add_ask(school, "k1", "a", NULL, DAY("2026-09-01"), SCHAKEL_ASK_NO);
    add_ask(school, "k2", "a", NULL, DAY("2026-09-01"), SCHAKEL_ASK_NO);
    schakel_balance *balance = balance_of(school, NULL);
    assert_int_equal(schakel_balance_expectation_count(balance), COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        schakel_expectation expectation = expectation_at(balance, i);
        assert_string_equal(expectation.wish_id, cases[i].id);
        assert_int_equal(expectation.date, DAY(cases[i].date));
        assert_int_equal(expectation.side, cases[i].side == 's'   ? SCHAKEL_SIDE_SCHOOL
                                           : cases[i].side == 'c' ? SCHAKEL_SIDE_CHILDREN
                                                                  : SCHAKEL_SIDE_PARENTS);
    }
    schakel_balance_row row = row_at(balance, 0);
    assert_int_equal(row.expectation_count, 2);
    assert_string_equal(row.expectation_ids[0], "w5");
    assert_string_equal(row.expectation_ids[1], "w3");
    schakel_balance_destroy(balance);
    schakel_school_destroy(school);
}

/* ----------------------------------------------------------------------- random */

enum { ROUNDS = 200 * EFFORT, ADULTS = 6, OFFERS = 8, ASKS = 20, FROM = 20000, UNTIL = 20100 };
static const char letters[][3] = {"00", "01", "02", "03", "04", "05", "06", "07", "08", "09",
                                  "10", "11", "12", "13", "14", "15", "16", "17", "18", "19"};

typedef struct random_school {
    uint64_t seed;
    int cap[ADULTS], offer_adult[OFFERS], offer_cap[OFFERS], limit[OFFERS];
    int ask_adult[ASKS], ask_offer[ASKS], ask_date[ASKS], ask_state[ASKS];
} random_school;

static int chance(random_school *r, int most)
{
    r->seed = r->seed * 6364136223846793005u + 1442695040888963407u;
    return (int)((r->seed >> 33) % (uint64_t)most);
}

static void make_random(random_school *r, uint64_t seed)
{
    r->seed = seed;
    for (int a = 0; a < ADULTS; a++)
        r->cap[a] = chance(r, 2) * (1 + chance(r, 5));
    for (int o = 0; o < OFFERS; o++) {
        r->offer_adult[o] = chance(r, ADULTS);
        r->offer_cap[o] = chance(r, 2) * (1 + chance(r, 2));
        r->limit[o] = chance(r, 3);
    }
    for (int k = 0; k < ASKS; k++) {
        /* Some adults are asked more than others, and some never; mostly for an offer. */
        int offer = chance(r, OFFERS), one = chance(r, ADULTS), other = chance(r, ADULTS);
        int whom = one < other ? one : other;
        if (chance(r, 3) > 0)
            whom = r->offer_adult[offer];
        r->ask_offer[k] = r->offer_adult[offer] == whom ? offer : -1;
        r->ask_adult[k] = whom;
        r->ask_date[k] = FROM - 1 + chance(r, UNTIL - FROM + 3);
        r->ask_state[k] = chance(r, 5);
    }
}

static schakel_school *build_random(const random_school *r, int reversed)
{
#define IN_ORDER(i, count) (reversed ? (count)-1 - (i) : (i))
    schakel_school *school = build_empty();
    for (int i = 0; i < ADULTS; i++)
        add_adult(school, letters[IN_ORDER(i, ADULTS)], r->cap[IN_ORDER(i, ADULTS)]);
    for (int i = 0; i < OFFERS; i++) {
        int o = IN_ORDER(i, OFFERS);
        add_offer(school, letters[o], letters[r->offer_adult[o]], r->offer_cap[o],
                  (schakel_offer_limit)r->limit[o]);
    }
    for (int i = 0; i < ASKS; i++) {
        int k = IN_ORDER(i, ASKS);
        add_ask(school, letters[k], letters[r->ask_adult[k]],
                r->ask_offer[k] < 0 ? NULL : letters[r->ask_offer[k]], r->ask_date[k],
                (schakel_ask_state)r->ask_state[k]);
    }
    return school;
}

static int is_counted(const random_school *r, int k)
{
    return r->ask_date[k] >= FROM && r->ask_date[k] <= UNTIL;
}

static int count_asks(const random_school *r, int adult)
{
    int count = 0;
    for (int k = 0; k < ASKS; k++)
        count += is_counted(r, k) && r->ask_adult[k] == adult;
    return count;
}

static int belongs(const random_school *r, int o, schakel_asked_kind kind)
{
    int asks = 0;
    for (int k = 0; k < ASKS; k++)
        asks += is_counted(r, k) && r->ask_offer[k] == o;
    if (kind == SCHAKEL_ASKED_TOO_OFTEN)
        return r->offer_cap[o] > 0 && asks > r->offer_cap[o];
    if (kind == SCHAKEL_ASKED_NEVER)
        return r->limit[o] != SCHAKEL_LIMIT_NEVER;
    return r->limit[o] == SCHAKEL_LIMIT_NEVER && asks > 0;
}

/* Every row there has to be, in a line: kind, adult, asks, offers. Returns how many. */
static int list_expected(const random_school *r, char *out, size_t size)
{
    size_t used = 0;
    int rows = 0;
    for (int kind = 0; kind < 3; kind++)
        for (int asks = ASKS; asks >= 0; asks--)
            for (int a = 0; a < ADULTS; a++) {
                char offers[64] = "";
                for (int o = 0; o < OFFERS; o++)
                    if (r->offer_adult[o] == a && belongs(r, o, (schakel_asked_kind)kind))
                        strcat(strcat(offers, " "), letters[o]);
                int is_there = offers[0] != '\0';
                if (kind == SCHAKEL_ASKED_TOO_OFTEN)
                    is_there |= r->cap[a] > 0 && asks > r->cap[a];
                if (kind == SCHAKEL_ASKED_NEVER)
                    is_there &= asks == 0;
                if (count_asks(r, a) != asks || !is_there)
                    continue;
                rows++;
                used += (size_t)snprintf(out + used, size - used, "%d %s %d/%d%s; ", kind, letters[a], asks,
                                         r->cap[a], offers);
            }
    return rows;
}

static void list_found(const schakel_school *school, char *out, size_t size)
{
    size_t used = 0;
    schakel_balance_options options = SCHAKEL_BALANCE_OPTIONS_INIT;
    options.from = FROM;
    options.until = UNTIL;
    schakel_balance *balance = balance_of(school, &options);
    for (size_t i = 0; i < schakel_balance_count(balance); i++) {
        schakel_balance_row row = row_at(balance, i);
        used += (size_t)snprintf(out + used, size - used, "%d %s %zu/%d", (int)row.kind, row.adult_id,
                                 row.asks, (int)row.wants);
        for (size_t k = 0; k < row.offer_count; k++)
            used += (size_t)snprintf(out + used, size - used, " %s", row.offer_ids[k]);
        used += (size_t)snprintf(out + used, size - used, "; ");
    }
    schakel_balance_destroy(balance);
}

static void rows_are_those_of_a_plain_count_whatever_the_order(void **state)
{
    long rows = 0;
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        random_school r;
        char wanted[1000] = "", found[1000] = "", turned[1000] = "";
        make_random(&r, (uint64_t)round * 7919 + 1);
        schakel_school *school = build_random(&r, 0), *reversed = build_random(&r, 1);
        rows += list_expected(&r, wanted, sizeof wanted);
        list_found(school, found, sizeof found);
        list_found(reversed, turned, sizeof turned);
        assert_string_equal(found, wanted);
        assert_string_equal(turned, wanted);
        schakel_school_destroy(school);
        schakel_school_destroy(reversed);
    }
    print_message("%d schools, %ld rows\n", ROUNDS, rows);
    assert_true(rows > ROUNDS);
}

/* ----------------------------------------------------------------------- misuse */

static void options_out_of_range_are_refused_by_name(void **state)
{
    schakel_school *school = build_empty();
    schakel_balance *balance = (schakel_balance *)school;
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_balance_options options = SCHAKEL_BALANCE_OPTIONS_INIT;
    (void)state;
    options.until = DAY("2026-07-31"); /* the day before the school year */
    assert_int_equal(schakel_balance_make(school, &options, &balance, &error), SCHAKEL_INVALID);
    assert_null(balance);
    assert_string_equal(error.path, "/until");
    schakel_school_destroy(school);
}

static void misuse_is_told(void **state)
{
    schakel_school *school = build_empty();
    schakel_balance *balance = (schakel_balance *)school;
    schakel_balance_row row = SCHAKEL_BALANCE_ROW_INIT;
    schakel_expectation expectation = SCHAKEL_EXPECTATION_INIT;
    schakel_balance_options options = SCHAKEL_BALANCE_OPTIONS_INIT;
    (void)state;
    assert_int_equal(schakel_balance_make(NULL, NULL, &balance, NULL), SCHAKEL_MISUSE);
    assert_null(balance);
    assert_int_equal(schakel_balance_make(school, NULL, NULL, NULL), SCHAKEL_MISUSE);
    options.struct_size = 0;
    assert_int_equal(schakel_balance_make(school, &options, &balance, NULL), SCHAKEL_MISUSE);
    add_adult(school, "a", 0);
    add_offer(school, "o", "a", 0, SCHAKEL_LIMIT_NONE);
    add_wish(school, expected("w", "Iets.", DAY("2026-09-01")));
    balance = balance_of(school, NULL);
    assert_int_equal(schakel_balance_count(balance), 1);
    assert_int_equal(schakel_balance_get(balance, 1, &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_balance_get(balance, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_balance_get(NULL, 0, &row), SCHAKEL_MISUSE);
    assert_int_equal(schakel_balance_count(NULL), 0);
    assert_int_equal(schakel_balance_get_expectation(balance, 1, &expectation), SCHAKEL_MISUSE);
    assert_int_equal(schakel_balance_get_expectation(balance, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_balance_get_expectation(NULL, 0, &expectation), SCHAKEL_MISUSE);
    assert_int_equal(schakel_balance_expectation_count(NULL), 0);
    schakel_balance_destroy(balance);
    schakel_balance_destroy(NULL);
    schakel_school_destroy(school);
}

static void a_shorter_record_is_filled_as_far_as_it_goes(void **state)
{
    schakel_school *school = build_empty();
    schakel_balance_row row;
    schakel_expectation expectation;
    (void)state;
    add_adult(school, "a", 0);
    add_offer(school, "o", "a", 0, SCHAKEL_LIMIT_NONE);
    add_wish(school, expected("w", "Iets.", DAY("2026-09-01")));
    schakel_balance *balance = balance_of(school, NULL);
    memset(&row, 0x5A, sizeof row);
    memset(&expectation, 0x5A, sizeof expectation);
    row.struct_size = offsetof(schakel_balance_row, offer_count);
    expectation.struct_size = offsetof(schakel_expectation, date);
    assert_int_equal(schakel_balance_get(balance, 0, &row), SCHAKEL_OK);
    assert_int_equal(row.struct_size, offsetof(schakel_balance_row, offer_count));
    assert_string_equal(row.offer_ids[0], "o");
    assert_true(row.offer_count != 1);
    assert_int_equal(schakel_balance_get_expectation(balance, 0, &expectation), SCHAKEL_OK);
    assert_string_equal(expectation.text, "Iets.");
    assert_int_equal(expectation.date, 0x5A5A5A5A);
    row.struct_size = 0;
    assert_int_equal(schakel_balance_get(balance, 0, &row), SCHAKEL_MISUSE);
    schakel_balance_destroy(balance);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(S1_the_over_asked_and_the_never_asked_have_names),
        cmocka_unit_test(an_offer_has_a_limit_of_its_own),
        cmocka_unit_test(expectations_lie_by_side_and_open_ones_first),
        cmocka_unit_test(rows_are_those_of_a_plain_count_whatever_the_order),
        cmocka_unit_test(options_out_of_range_are_refused_by_name),
        cmocka_unit_test(misuse_is_told),
        cmocka_unit_test(a_shorter_record_is_filled_as_far_as_it_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
