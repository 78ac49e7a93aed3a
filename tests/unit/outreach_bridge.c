/* Bridges worked out by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/bridge_build.h"

/* ---------------------------------------------------------- is one needed? */

static void no_bridge_is_needed_as_far_as_is_known(void **state)
{
    static const char *const without[] = {
        "", "nl", "nl-BE, ti C2", "nl B1", "ti C2, nl B1", "nl C2, ti C2", "nl A1, nl-BE B1"};
    (void)state;
    for (size_t i = 0; i < sizeof without / sizeof without[0]; i++) {
        schakel_school *school = school_of_derya(without[i], NULL);
        const schakel_bridge_options options = talk_of(derya, 1, teacher, 1);
        schakel_bridge_plan *plan = make(school, &options);
        assert_planned(school, &options, "no none nl 15");
        assert_int_equal(schakel_bridge_plan_preparation_count(plan), 0);
        schakel_bridge_summary summary = SCHAKEL_BRIDGE_SUMMARY_INIT;
        schakel_bridge_plan_get_summary(plan, &summary);
        assert_string_equal(summary.text_nl, "Er is geen hulp nodig met de taal.");
        schakel_bridge_plan_destroy(plan);
        schakel_school_destroy(school);
    }
}

static void a_bridge_is_needed_below_b1(void **state)
{
    static const char *const with[] = {"nl A2, ti C2", "ti C2",          "ti",
                                       "ti A1",        "nl none, ti B1", "NL-be A1, ti C1"};
    (void)state;
    for (size_t i = 0; i < sizeof with / sizeof with[0]; i++) {
        schakel_school *school = school_of_derya(with[i], NULL);
        assert_for_derya(school,
                         "machine ti 30: shared- ti, nearby- ti, video- ti, machine+ ti, telephone+ ti");
        schakel_school_destroy(school);
    }
}

/* She speaks little Dutch, and nobody wrote down what else. What she says of interpreters still counts. */
static void a_language_that_is_not_known_is_asked_first(void **state)
{
    schakel_adult like = SCHAKEL_ADULT_INIT;
    (void)state;
    schakel_school *school = school_of_derya("nl A1", NULL);
    const schakel_bridge_options options = talk_of(derya, 1, teacher, 1);
    schakel_bridge_summary summary = SCHAKEL_BRIDGE_SUMMARY_INIT;
    add_adult(school, "omar", "ti C2, nl C1", NULL);
    add_tie(school, "kim", "omar", SCHAKEL_TIE_FATHER, 1);
    assert_planned(school, &options,
                   "none und 30: shared- und, nearby- und, video- und, machine- und, telephone- und");
    schakel_bridge_plan *plan = make(school, &options);
    schakel_bridge_plan_get_summary(plan, &summary);
    assert_string_equal(summary.text_nl, "Vraag eerst welke taal de ouder goed spreekt.");
    for (size_t i = 0; i < 5; i++) {
        schakel_bridge_way way = SCHAKEL_BRIDGE_WAY_INIT;
        schakel_bridge_plan_get_way(plan, i, &way);
        int asks_language =
            strcmp(way.text_nl, "We weten niet welke taal de ouder goed spreekt. Vraag dat eerst.") == 0;
        assert_int_equal(asks_language,
                         way.bridge != SCHAKEL_BRIDGE_NEARBY && way.bridge != SCHAKEL_BRIDGE_VIDEO);
    }
    schakel_bridge_plan_destroy(plan);
    schakel_school_destroy(school);

    like.video_interpreter = SCHAKEL_YES;
    school = school_of_derya("und C2, nl A1", &like);
    assert_for_derya(school,
                     "video und 30: shared- und, nearby- und, video+ und, machine- und, telephone- und");
    schakel_school_destroy(school);
}

/* --------------------------------------------------- the five bridges in order */

static void a_shared_language_comes_first(void **state)
{
    static const char *const both[] = {"s1", "ines"};
    schakel_adult like = SCHAKEL_ADULT_INIT;
    like.brings_interpreter = like.video_interpreter = SCHAKEL_YES;
    (void)state;
    schakel_school *school = school_of_derya("ti-ER C2, en B1, tr B1, nl A1", &like);
    const schakel_bridge_options options = talk_of(derya, 1, both, 2);
    /* Both of her languages that Ines speaks, the better one first, by her own tag. */
    assert_planned(school, &options,
                   "shared ti-ER 30: shared+ ti-ER ines, shared+ en ines, nearby+ ti-ER, video+ ti-ER, "
                   "machine+ ti-ER, telephone+ ti-ER");
    schakel_school_destroy(school);
    /* English at A2 is not enough. */
    school = school_of_derya("tr C2, en A2", &like);
    assert_planned(school, &options,
                   "nearby tr 30: shared- tr, nearby+ tr, video+ tr, machine+ tr, telephone+ tr");
    schakel_school_destroy(school);
}

/* Of whom it was not written down how well they speak a language both know, that is asked. */
static void a_language_that_is_perhaps_shared_is_asked_about(void **state)
{
    static const char *const both[] = {"s1", "ines"};
    schakel_adult like = SCHAKEL_ADULT_INIT;
    schakel_bridge_way way = SCHAKEL_BRIDGE_WAY_INIT;
    (void)state;
    schakel_school *school = school_of_derya("ti unknown, en A2, tr C1", &like);
    const schakel_bridge_options options = talk_of(derya, 1, both, 2);
    assert_planned(school, &options,
                   "machine tr 30: shared- ti ines, nearby- tr, video- tr, machine+ tr, telephone+ tr");
    schakel_bridge_plan *plan = make(school, &options);
    assert_int_equal(schakel_bridge_plan_get_way(plan, 0, &way), SCHAKEL_OK);
    assert_string_equal(
        way.text_nl, "De ouder en deze medewerker kennen deze taal. Vraag of ze die allebei goed spreken.");
    schakel_bridge_plan_destroy(plan);
    schakel_school_destroy(school);
}

static void somebody_brought_comes_before_others_nearby(void **state)
{
    schakel_adult like = SCHAKEL_ADULT_INIT;
    like.brings_interpreter = SCHAKEL_YES;
    (void)state;
    schakel_school *school = school_of_derya("ti C2", &like);
    add_adult(school, "omar", "ti C2, nl C1", NULL);
    add_tie(school, "kim", "omar", SCHAKEL_TIE_FATHER, 1);
    assert_for_derya(school, "nearby ti 30: shared- ti, nearby+ ti, nearby+ ti omar, video- ti, machine+ ti, "
                             "telephone+ ti");
    schakel_school_destroy(school);
}

static void who_has_a_tie_comes_before_who_offers(void **state)
{
    (void)state;
    schakel_school *school = school_of_derya("ti C2", NULL);
    add_adult(school, "aron", "ti B1, nl B1", NULL);
    add_offer(school, "o1", "aron", "schakel:interpreter", NULL);
    add_adult(school, "zara", "ti B1, nl B1", NULL);
    add_tie(school, "kim", "zara", SCHAKEL_TIE_FATHER, 1);
    add_offer(school, "o2", "zara", "schakel:interpreter", NULL);
    assert_for_derya(school, "nearby ti 30: shared- ti, nearby- ti, nearby+ ti zara, nearby+ ti aron, "
                             "video- ti, machine+ ti, telephone+ ti");
    schakel_school_destroy(school);
}

static void then_video_machine_and_telephone(void **state)
{
    schakel_adult like = SCHAKEL_ADULT_INIT;
    like.video_interpreter = SCHAKEL_YES;
    like.brings_interpreter = SCHAKEL_NO;
    (void)state;
    schakel_school *school = school_of_derya("ti C2", &like);
    schakel_bridge_options options = talk_of(derya, 1, teacher, 1);
    assert_planned(school, &options,
                   "video ti 30: shared- ti, nearby- ti, video+ ti, machine+ ti, telephone+ ti");
    options.offered = SCHAKEL_BRIDGES_ALL & ~(1u << SCHAKEL_BRIDGE_VIDEO);
    assert_planned(school, &options,
                   "machine ti 30: shared- ti, nearby- ti, video- ti, machine+ ti, telephone+ ti");
    options.offered = 1u << SCHAKEL_BRIDGE_TELEPHONE | 1u << SCHAKEL_BRIDGE_NEARBY;
    assert_planned(school, &options,
                   "telephone ti 30: shared- ti, nearby- ti, video- ti, machine- ti, telephone+ ti");
    options.offered = 1u << SCHAKEL_BRIDGE_SHARED_LANGUAGE;
    assert_planned(school, &options,
                   "none ti 30: shared- ti, nearby- ti, video- ti, machine- ti, telephone- ti");
    schakel_school_destroy(school);
}

static const char *nearby_text(const schakel_school *school)
{
    const schakel_bridge_options options = talk_of(derya, 1, teacher, 1);
    schakel_bridge_plan *plan = make(school, &options);
    schakel_bridge_way way = SCHAKEL_BRIDGE_WAY_INIT;
    schakel_bridge_plan_get_way(plan, 1, &way);
    schakel_bridge_plan_destroy(plan);
    return way.text_nl; /* constant */
}

static void what_was_not_asked_is_to_be_asked(void **state)
{
    static const struct {
        schakel_answered answer;
        const char *text;
    } cases[] = {{SCHAKEL_UNASKED, "Vraag de ouder: kan er een volwassene meekomen die vertaalt?"},
                 {SCHAKEL_YES, "De ouder kan een volwassene meenemen die vertaalt."},
                 {SCHAKEL_NO, "De ouder kan zelf niemand meenemen die vertaalt."}};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        schakel_adult like = SCHAKEL_ADULT_INIT;
        like.brings_interpreter = cases[i].answer;
        schakel_school *school = school_of_derya("ti C2", &like);
        assert_string_equal(nearby_text(school), cases[i].text);
        schakel_school_destroy(school);
    }
}

/* --------------------------------------------------------------- several adults */

static void assert_language(const char *one, const char *other, const char *third, const char *expected)
{
    static const char *const three[] = {"a", "b", "c"};
    char text[1000];
    schakel_school *school = new_school();
    add_staff(school, "s1", "");
    add_adult(school, "a", one, NULL);
    add_adult(school, "b", other, NULL);
    add_adult(school, "c", third, NULL);
    const schakel_bridge_options options = talk_of(three, 3, teacher, 1);
    schakel_bridge_plan *plan = make(school, &options);
    write_plan(plan, text, sizeof text);
    assert_int_equal(strncmp(text, "machine ", 8), 0);
    assert_int_equal(strcspn(text + 8, " "), strlen(expected));
    assert_int_equal(strncmp(text + 8, expected, strlen(expected)), 0);
    schakel_bridge_plan_destroy(plan);
    schakel_school_destroy(school);
}

static void several_adults_share_a_language(void **state)
{
    (void)state;
    /* What most speak best. */
    assert_language("ti C2, nl A1", "ti C2", "ar C2", "ti");
    /* Unless there is one that all speak well enough. */
    assert_language("ti C2, ar B1", "ti C2, ar B1", "ar C2", "ar");
    assert_language("ti C2, ar B1", "ti C2, ar A2", "ar C2", "ti");
    /* Of several that all speak, what most speak best. */
    assert_language("ti C2, ar B1", "ti C2, ar B1", "ti B1, ar C2", "ti");
    /* Levels, then tags. */
    assert_language("ti C2", "ar C1", "nl C2", "ti");
    assert_language("ti C2", "ar C2", "nl C2", "ar");
    /* Who speaks Dutch does not count. */
    assert_language("ti C2", "ar C2, nl B1", "ar C2, nl C2", "ti");
    /* One language under two tags; a level that is not known is the least. */
    assert_language("ar-SY C1", "ar-MA C1", "ti C2", "ar-MA");
    assert_language("ti", "ti", "ar A1", "ti");
    assert_language("ti, ar A1", "nl", "nl", "ar");
}

static void assert_first_preparation(const schakel_school *school, const schakel_bridge_options *options,
                                     const char *expected)
{
    schakel_bridge_plan *plan = make(school, options);
    assert_string_equal(schakel_bridge_plan_preparation(plan, 0, SCHAKEL_DUTCH), expected);
    schakel_bridge_plan_destroy(plan);
}

/* What others say does not help who does not speak their language. */
static void who_does_not_share_it_needs_a_plan_of_their_own(void **state)
{
    static const char *const three[] = {"a", "b", "c"};
    schakel_adult brings = SCHAKEL_ADULT_INIT;
    brings.brings_interpreter = SCHAKEL_YES;
    (void)state;
    schakel_school *school = new_school();
    add_staff(school, "s1", "ar C1");
    add_adult(school, "a", "ti C2", NULL);
    add_adult(school, "b", "ti C2", NULL);
    add_adult(school, "c", "ar C2", &brings);
    const schakel_bridge_options all = talk_of(three, 3, teacher, 1);
    const schakel_bridge_options one = talk_of(three + 2, 1, teacher, 1);
    assert_planned(school, &all,
                   "machine ti 30: shared- ti, nearby- ti, video- ti, machine+ ti, telephone+ ti");
    assert_first_preparation(school, &all,
                             "Niet alle ouders spreken deze taal. Regel ook hulp voor de andere ouder.");
    assert_planned(school, &one,
                   "shared ar 30: shared+ ar s1, nearby+ ar, video- ar, machine+ ar, telephone+ ar");
    assert_first_preparation(school, &one,
                             "Neem meer tijd voor het gesprek. Vertalen en uitleggen duurt langer.");
    schakel_school_destroy(school);
}

static void one_answer_is_enough_for_all(void **state)
{
    static const char *const two[] = {"a", "b"};
    (void)state;
    for (int first = SCHAKEL_UNASKED; first <= SCHAKEL_NO; first++)
        for (int second = SCHAKEL_UNASKED; second <= SCHAKEL_NO; second++) {
            schakel_adult a = SCHAKEL_ADULT_INIT, b = SCHAKEL_ADULT_INIT;
            a.video_interpreter = (schakel_answered)first;
            b.video_interpreter = (schakel_answered)second;
            schakel_school *school = new_school();
            add_staff(school, "s1", "");
            add_adult(school, "a", "ti C2", &a);
            add_adult(school, "b", "ti C2", &b);
            const schakel_bridge_options options = talk_of(two, 2, teacher, 1);
            schakel_bridge_plan *plan = make(school, &options);
            schakel_bridge_way way = SCHAKEL_BRIDGE_WAY_INIT;
            schakel_bridge_plan_get_way(plan, 2, &way);
            assert_int_equal(way.bridge, SCHAKEL_BRIDGE_VIDEO);
            int yes = first == SCHAKEL_YES || second == SCHAKEL_YES;
            int no = first == SCHAKEL_NO && second == SCHAKEL_NO;
            assert_string_equal(way.text_nl, yes  ? "De ouder kent iemand die via video kan vertalen."
                                             : no ? "De ouder kent niemand die via video kan vertalen."
                                                  : "Vraag de ouder: kan een bekende vertalen via video?");
            schakel_bridge_plan_destroy(plan);
            schakel_school_destroy(school);
        }
}

/* ---------------------------------------------------------------- preparation */

static int prepares(const schakel_bridge_plan *plan, const char *word)
{
    for (size_t i = 0; i < schakel_bridge_plan_preparation_count(plan); i++)
        if (strstr(schakel_bridge_plan_preparation(plan, i, SCHAKEL_ENGLISH), word) != NULL)
            return 1;
    return 0;
}

static void the_preparation_fits_the_bridge(void **state)
{
    static const char *const ines[] = {"ines"};
    static const struct {
        uint32_t offered;
        int interpreter, beforehand, aloud;
    } cases[] = {{0, 0, 0, 0},
                 {1u << SCHAKEL_BRIDGE_NEARBY, 1, 0, 0},
                 {1u << SCHAKEL_BRIDGE_VIDEO, 1, 1, 0},
                 {1u << SCHAKEL_BRIDGE_MACHINE, 0, 1, 1},
                 {1u << SCHAKEL_BRIDGE_TELEPHONE, 1, 1, 0}};
    schakel_adult like = SCHAKEL_ADULT_INIT;
    like.brings_interpreter = like.video_interpreter = SCHAKEL_YES;
    (void)state;
    schakel_school *school = school_of_derya("ti C2/A1", &like);
    for (size_t i = 0; i < 5; i++) {
        schakel_bridge_options options = talk_of(derya, 1, ines, 1);
        options.offered = cases[i].offered;
        schakel_bridge_plan *plan = make(school, &options);
        assert_int_equal(prepares(plan, "not to the interpreter"), cases[i].interpreter);
        assert_int_equal(prepares(plan, "before the talk"), cases[i].beforehand);
        assert_int_equal(prepares(plan, "aloud"), cases[i].aloud);
        assert_true(prepares(plan, "more time") && prepares(plan, "Never let a child") &&
                    prepares(plan, "photos") && prepares(plan, "ask about a flight") &&
                    prepares(plan, "Write down"));
        assert_false(prepares(plan, "Not all"));
        schakel_bridge_plan_destroy(plan);
    }
    schakel_school_destroy(school);
}

static void who_reads_well_or_nobody_knows_needs_no_voice(void **state)
{
    static const struct {
        const char *languages;
        int aloud;
    } cases[] = {
        {"ti C2/none", 1}, {"ti C2/A1", 1}, {"ti C2/A2", 0}, {"ti C2", 0}, {"ti C2/C1, nl A1/A1", 0}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = school_of_derya(cases[i].languages, NULL);
        const schakel_bridge_options options = talk_of(derya, 1, teacher, 1);
        schakel_bridge_plan *plan = make(school, &options);
        assert_int_equal(prepares(plan, "aloud"), cases[i].aloud);
        schakel_bridge_plan_destroy(plan);
        schakel_school_destroy(school);
    }
}

static void every_preparation_is_there_in_both_languages(void **state)
{
    (void)state;
    schakel_school *school = school_of_derya("ti C2", NULL);
    const schakel_bridge_options options = talk_of(derya, 1, teacher, 1);
    schakel_bridge_plan *plan = make(school, &options);
    size_t count = schakel_bridge_plan_preparation_count(plan);
    for (size_t i = 0; i < count; i++)
        assert_string_not_equal(schakel_bridge_plan_preparation(plan, i, SCHAKEL_DUTCH),
                                schakel_bridge_plan_preparation(plan, i, SCHAKEL_ENGLISH));
    assert_null(schakel_bridge_plan_preparation(plan, count, SCHAKEL_DUTCH));
    assert_null(schakel_bridge_plan_preparation(NULL, 0, SCHAKEL_DUTCH));
    schakel_bridge_plan_destroy(plan);
    schakel_school_destroy(school);
}

/* --------------------------------------------------------- options and records */

static void a_plan_says_how_long_and_when(void **state)
{
    (void)state;
    schakel_school *school = school_of_derya("ti C2", NULL);
    schakel_bridge_options options = talk_of(derya, 1, teacher, 1);
    schakel_bridge_summary summary = SCHAKEL_BRIDGE_SUMMARY_INIT;
    options.minutes = 40;
    options.bridge_minutes = 5;
    schakel_bridge_plan *plan = make(school, &options);
    schakel_bridge_plan_get_summary(plan, &summary);
    assert_int_equal(summary.minutes, 45);
    assert_int_equal(summary.date, talk_day());
    assert_int_equal(summary.start, 9 * 60);
    schakel_bridge_plan_destroy(plan);
    schakel_school_destroy(school);
}

static void assert_refused(const schakel_bridge_options *options, schakel_status expected, const char *path)
{
    schakel_school *school = school_of_derya("ti C2", NULL);
    schakel_bridge_plan *plan = (schakel_bridge_plan *)school;
    schakel_error error = SCHAKEL_ERROR_INIT;
    assert_int_equal(schakel_bridge_plan_make(school, options, &plan, &error), expected);
    assert_null(plan);
    assert_string_equal(error.path, path);
    assert_true(error.message[0] != '\0');
    schakel_school_destroy(school);
}

static void what_is_out_of_range_is_refused(void **state)
{
    const schakel_bridge_options good = talk_of(derya, 1, teacher, 1);
    schakel_bridge_options o = good;
    (void)state;
    o.adult_count = 0;
    assert_refused(&o, SCHAKEL_INVALID, "/adults");
    o = good;
    o.staff_count = 0;
    assert_refused(&o, SCHAKEL_INVALID, "/staff");
    o = good;
    o.date = SCHAKEL_NO_DATE;
    assert_refused(&o, SCHAKEL_INVALID, "/date");
    for (int i = 0; i < 2; i++) {
        static const int32_t minutes[] = {4, 241}, longer[] = {-1, 241}, starts[] = {-2, 1440 - 29};
        o = good;
        o.minutes = minutes[i];
        assert_refused(&o, SCHAKEL_INVALID, "/minutes");
        o = good;
        o.bridge_minutes = longer[i];
        assert_refused(&o, SCHAKEL_INVALID, "/bridge_minutes");
        o = good;
        o.start = starts[i];
        assert_refused(&o, SCHAKEL_INVALID, "/start");
    }
    o = good;
    o.offered = 1u << SCHAKEL_BRIDGE_NONE;
    assert_refused(&o, SCHAKEL_INVALID, "/offered");
    o.offered = 1u << (SCHAKEL_BRIDGE_TELEPHONE + 1);
    assert_refused(&o, SCHAKEL_INVALID, "/offered");
}

static void who_is_not_there_is_named(void **state)
{
    static const char *const adults[] = {"derya", "s1"}, *const staff[] = {"ines", "s1", "derya"};
    schakel_bridge_options o = talk_of(adults, 2, staff, 2);
    (void)state;
    assert_refused(&o, SCHAKEL_NOT_FOUND, "/adults/1");
    o = talk_of(adults, 1, staff, 3);
    assert_refused(&o, SCHAKEL_NOT_FOUND, "/staff/2");
}

static void misuse_is_refused(void **state)
{
    static const char *const nobody[] = {NULL};
    schakel_school *school = school_of_derya("ti C2", NULL);
    const schakel_bridge_options good = talk_of(derya, 1, teacher, 1);
    schakel_bridge_options o = good;
    schakel_bridge_plan *plan = NULL;
    schakel_bridge_summary summary = SCHAKEL_BRIDGE_SUMMARY_INIT;
    schakel_bridge_way way = SCHAKEL_BRIDGE_WAY_INIT;
    (void)state;
    assert_int_equal(schakel_bridge_plan_make(NULL, &good, &plan, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_bridge_plan_make(school, NULL, &plan, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_bridge_plan_make(school, &good, NULL, NULL), SCHAKEL_MISUSE);
    o.struct_size = 0;
    assert_refused(&o, SCHAKEL_MISUSE, "");
    o = good;
    o.adult_ids = NULL;
    assert_refused(&o, SCHAKEL_MISUSE, "");
    o = good;
    o.staff_ids = nobody;
    assert_refused(&o, SCHAKEL_MISUSE, "");
    plan = make(school, &good);
    assert_int_equal(schakel_bridge_plan_get_summary(NULL, &summary), SCHAKEL_MISUSE);
    assert_int_equal(schakel_bridge_plan_get_summary(plan, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_bridge_plan_get_way(NULL, 0, &way), SCHAKEL_MISUSE);
    assert_int_equal(schakel_bridge_plan_get_way(plan, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_bridge_plan_get_way(plan, 5, &way), SCHAKEL_MISUSE);
    way.struct_size = summary.struct_size = 0;
    assert_int_equal(schakel_bridge_plan_get_way(plan, 0, &way), SCHAKEL_MISUSE);
    assert_int_equal(schakel_bridge_plan_get_summary(plan, &summary), SCHAKEL_MISUSE);
    assert_int_equal(schakel_bridge_plan_way_count(NULL), 0);
    assert_int_equal(schakel_bridge_plan_preparation_count(NULL), 0);
    schakel_bridge_plan_destroy(NULL);
    schakel_bridge_plan_destroy(plan);
    schakel_school_destroy(school);
}

/* A caller of before these records grew. */
static void shorter_records_are_filled_as_far_as_they_go(void **state)
{
    schakel_school *school = school_of_derya("ti C2", NULL);
    schakel_bridge_options options = talk_of(derya, 1, teacher, 1);
    schakel_bridge_summary summary = SCHAKEL_BRIDGE_SUMMARY_INIT;
    schakel_bridge_way way = SCHAKEL_BRIDGE_WAY_INIT;
    (void)state;
    options.struct_size = offsetof(schakel_bridge_options, minutes);
    options.minutes = -1; /* is not read */
    schakel_bridge_plan *plan = make(school, &options);
    summary.struct_size = offsetof(schakel_bridge_summary, date);
    way.struct_size = offsetof(schakel_bridge_way, text_nl);
    assert_int_equal(schakel_bridge_plan_get_summary(plan, &summary), SCHAKEL_OK);
    assert_int_equal(summary.minutes, 30);
    assert_int_equal(summary.date, SCHAKEL_NO_DATE);
    assert_int_equal(schakel_bridge_plan_get_way(plan, 3, &way), SCHAKEL_OK);
    assert_int_equal(way.bridge, SCHAKEL_BRIDGE_MACHINE);
    assert_null(way.text_nl);
    schakel_bridge_plan_destroy(plan);
    schakel_school_destroy(school);
}

/* The order in which people are named, twice or not, and in which they were added, makes no difference. */
static void the_order_of_people_does_not_matter(void **state)
{
    static const char *const adults[][3] = {{"a", "b", "a"}, {"b", "b", "a"}};
    static const char *const staff[][3] = {{"s1", "s2", "s2"}, {"s2", "s1", "s1"}};
    static const char *const ids[] = {"zoe", "yara", "wim", "xan"};
    (void)state;
    for (size_t order = 0; order < 2; order++) {
        schakel_school *school = new_school();
        add_child(school, "kim", NULL);
        for (size_t i = 0; i < 2; i++) {
            size_t n = order == 0 ? i : 1 - i;
            add_staff(school, n == 0 ? "s1" : "s2", "tr C1");
            add_adult(school, n == 0 ? "a" : "b", n == 0 ? "tr C2, ti B1" : "tr C2, ti B2", NULL);
            add_tie(school, "kim", n == 0 ? "a" : "b", SCHAKEL_TIE_PARENT, 1);
        }
        for (size_t i = 0; i < 4; i++) {
            size_t n = order == 0 ? i : 3 - i;
            add_adult(school, ids[n], n == 2 ? "ti C2, nl C2" : "ti C2, tr C2, nl C2", NULL);
            if (n % 2 == 0)
                add_tie(school, "kim", ids[n], SCHAKEL_TIE_PARENT, 1);
            else
                add_offer(school, ids[n], ids[n], "schakel:interpreter", NULL);
        }
        const schakel_bridge_options options = talk_of(adults[order], 3, staff[order], 3);
        assert_planned(
            school, &options,
            "shared tr 30: shared+ tr s1, shared+ tr s2, nearby- tr, nearby+ ti wim, nearby+ tr zoe, "
            "nearby+ tr xan, nearby+ tr yara, video- tr, machine+ tr, telephone+ tr");
        schakel_school_destroy(school);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_bridge_is_needed_as_far_as_is_known),
        cmocka_unit_test(a_bridge_is_needed_below_b1),
        cmocka_unit_test(a_language_that_is_not_known_is_asked_first),
        cmocka_unit_test(a_shared_language_comes_first),
        cmocka_unit_test(a_language_that_is_perhaps_shared_is_asked_about),
        cmocka_unit_test(somebody_brought_comes_before_others_nearby),
        cmocka_unit_test(who_has_a_tie_comes_before_who_offers),
        cmocka_unit_test(then_video_machine_and_telephone),
        cmocka_unit_test(what_was_not_asked_is_to_be_asked),
        cmocka_unit_test(several_adults_share_a_language),
        cmocka_unit_test(who_does_not_share_it_needs_a_plan_of_their_own),
        cmocka_unit_test(one_answer_is_enough_for_all),
        cmocka_unit_test(the_preparation_fits_the_bridge),
        cmocka_unit_test(who_reads_well_or_nobody_knows_needs_no_voice),
        cmocka_unit_test(every_preparation_is_there_in_both_languages),
        cmocka_unit_test(a_plan_says_how_long_and_when),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(who_is_not_there_is_named),
        cmocka_unit_test(misuse_is_refused),
        cmocka_unit_test(shorter_records_are_filled_as_far_as_they_go),
        cmocka_unit_test(the_order_of_people_does_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
