/* The model: adding, getting, finding, removing, and every value that is refused. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "schakel/school.h"

#define OK(call) assert_int_equal((call), SCHAKEL_OK)

/* A school with one of everything. */
static schakel_school *small_school(void)
{
    schakel_school *s = NULL;
    OK(schakel_school_create(NULL, &s, NULL));
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "springplank";
    info.year_start = schakel_date_from_ymd(2026, 8, 24);
    info.year_end = schakel_date_from_ymd(2027, 7, 16);
    OK(schakel_school_set_info(s, &info, NULL));
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    staff.id = "s1";
    OK(schakel_school_add_staff(s, &staff, NULL));
    schakel_group group = SCHAKEL_GROUP_INIT;
    const char *const runs[] = {"s1"};
    group.id = "g3";
    group.year = 3;
    group.staff_ids = runs;
    group.staff_count = 1;
    OK(schakel_school_add_group(s, &group, NULL));
    schakel_concept craft = SCHAKEL_CONCEPT_INIT;
    craft.id = "craft";
    OK(schakel_school_add_concept(s, &craft, NULL));
    craft.id = "plumbing";
    craft.broader_id = "craft";
    OK(schakel_school_add_concept(s, &craft, NULL));
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    const schakel_language_skill skills[] = {{"ti", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_B1},
                                             {"nl", SCHAKEL_LEVEL_A2, SCHAKEL_LEVEL_NONE}};
    adult.id = "a1";
    adult.languages = skills;
    adult.language_count = 2;
    OK(schakel_school_add_adult(s, &adult, NULL));
    schakel_child child = SCHAKEL_CHILD_INIT;
    child.id = "c1";
    child.group_id = "g3";
    OK(schakel_school_add_child(s, &child, NULL));
    schakel_tie tie = SCHAKEL_TIE_INIT;
    tie.child_id = "c1";
    tie.adult_id = "a1";
    OK(schakel_school_add_tie(s, &tie, NULL));
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    const char *const concepts[] = {"plumbing"};
    offer.id = "o1";
    offer.adult_id = "a1";
    offer.concept_ids = concepts;
    offer.concept_count = 1;
    OK(schakel_school_add_offer(s, &offer, NULL));
    schakel_need need = SCHAKEL_NEED_INIT;
    need.id = "n1";
    need.group_id = "g3";
    need.date = info.year_start + 30;
    OK(schakel_school_add_need(s, &need, NULL));
    schakel_place place = SCHAKEL_PLACE_INIT;
    place.need_id = "n1";
    place.id = "p1";
    place.concept_id = "craft";
    OK(schakel_school_add_place(s, &place, NULL));
    schakel_ask ask = SCHAKEL_ASK_INIT;
    ask.id = "k1";
    ask.adult_id = "a1";
    ask.need_id = "n1";
    ask.place_id = "p1";
    ask.offer_id = "o1";
    ask.date = info.year_start;
    OK(schakel_school_add_ask(s, &ask, NULL));
    return s;
}

static void what_is_added_comes_back(void **state)
{
    (void)state;
    schakel_school *s = small_school();
    for (int kind = SCHAKEL_KIND_STAFF; kind <= SCHAKEL_KIND_ASK; kind++)
        assert_int_equal(schakel_school_count(s, (schakel_kind)kind), kind == SCHAKEL_KIND_CONCEPT ? 2 : 1);
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    OK(schakel_school_get_adult(s, schakel_school_find(s, SCHAKEL_KIND_ADULT, "a1"), &adult));
    assert_string_equal(adult.id, "a1");
    assert_int_equal(adult.language_count, 2);
    assert_string_equal(adult.languages[0].tag, "ti");
    assert_int_equal(adult.languages[1].reading, SCHAKEL_LEVEL_NONE);
    schakel_need need = SCHAKEL_NEED_INIT;
    OK(schakel_school_get_need(s, 0, &need));
    assert_int_equal(need.last_date, need.date);
    assert_int_equal(schakel_school_place_count(s, 0), 1);
    schakel_place place = SCHAKEL_PLACE_INIT;
    OK(schakel_school_get_place(s, 0, 0, &place));
    assert_string_equal(place.concept_id, "craft");
    schakel_concept plumbing = SCHAKEL_CONCEPT_INIT;
    OK(schakel_school_get_concept(s, 1, &plumbing));
    assert_string_equal(plumbing.broader_id, "craft");
    schakel_ask ask = SCHAKEL_ASK_INIT;
    OK(schakel_school_get_ask(s, 0, &ask));
    assert_string_equal(ask.offer_id, "o1");
    schakel_tie tie = SCHAKEL_TIE_INIT;
    OK(schakel_school_get_child_tie(s, 0, 0, &tie));
    assert_string_equal(tie.adult_id, "a1");
    OK(schakel_school_get_adult_tie(s, 0, 0, &tie));
    assert_string_equal(tie.child_id, "c1");
    assert_int_equal(schakel_school_find(s, SCHAKEL_KIND_ADULT, "c1"), SCHAKEL_NONE);
    assert_int_equal(schakel_school_find(s, SCHAKEL_KIND_ADULT, "nobody"), SCHAKEL_NONE);
    schakel_school_destroy(s);
}

static void misuse_is_answered_and_harmless(void **state)
{
    (void)state;
    schakel_school *s = small_school();
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    schakel_tie tie = SCHAKEL_TIE_INIT;
    schakel_place place = SCHAKEL_PLACE_INIT;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    assert_int_equal(schakel_school_create(NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_add_staff(NULL, &staff, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_add_staff(s, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_get_staff(s, 1, &staff), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_get_staff(s, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_get_staff(NULL, 0, &staff), SCHAKEL_MISUSE);
    staff.struct_size = 0;
    assert_int_equal(schakel_school_add_staff(s, &staff, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_get_staff(s, 0, &staff), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_get_child_tie(s, 0, 1, &tie), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_get_adult_tie(s, 7, 0, &tie), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_get_place(s, 0, 1, &place), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_get_place(s, 1, 0, &place), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_get_info(NULL, &info), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_count(s, (schakel_kind)99), 0);
    assert_int_equal(schakel_school_count(NULL, SCHAKEL_KIND_ADULT), 0);
    assert_int_equal(schakel_school_find(s, (schakel_kind)99, "a1"), SCHAKEL_NONE);
    assert_int_equal(schakel_school_find(s, SCHAKEL_KIND_ADULT, NULL), SCHAKEL_NONE);
    assert_int_equal(schakel_school_place_count(s, 1), 0);
    assert_int_equal(schakel_school_child_tie_count(s, 1), 0);
    assert_int_equal(schakel_school_adult_tie_count(s, 1), 0);
    assert_int_equal(schakel_school_remove(s, (schakel_kind)99, "a1", NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_remove(s, SCHAKEL_KIND_ADULT, NULL, NULL), SCHAKEL_MISUSE);
    schakel_school_destroy(s);
    schakel_school_destroy(NULL);
}

/* An older caller knows a shorter record: what it does not know gets its default, what it has no room for stays. */
static void an_older_record_is_read_and_filled_to_its_size(void **state)
{
    (void)state;
    schakel_school *s = small_school();
    schakel_child child = SCHAKEL_CHILD_INIT;
    child.struct_size = offsetof(schakel_child, group_id);
    child.id = "c2";
    child.group_id = "no such group";
    OK(schakel_school_add_child(s, &child, NULL));
    child.group_id = "mine";
    OK(schakel_school_get_child(s, 1, &child));
    assert_string_equal(child.group_id, "mine");
    child.struct_size = sizeof child;
    OK(schakel_school_get_child(s, 1, &child));
    assert_null(child.group_id);
    schakel_school_destroy(s);
}

/* ------------------------------------------------------------ what is refused */

static void expect(schakel_status got, const schakel_error *error, schakel_status status, const char *path)
{
    assert_int_equal(got, status);
    assert_int_equal(error->status, status);
    assert_string_equal(error->path, path);
    assert_true(error->message[0] != '\0');
}

#define REFUSED(kind, record, status, path)                                                                  \
    do {                                                                                                     \
        schakel_error error = SCHAKEL_ERROR_INIT;                                                            \
        expect(schakel_school_add_##kind(s, &record, &error), &error, status, path);                         \
    } while (0)

static void ids_are_short_unique_and_clean(void **state)
{
    (void)state;
    schakel_school *s = small_school();
    char long_id[300];
    memset(long_id, 'x', sizeof long_id);
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    REFUSED(staff, staff, SCHAKEL_INVALID, "/id");
    staff.id = "";
    REFUSED(staff, staff, SCHAKEL_INVALID, "/id");
    staff.id = "a\tb";
    REFUSED(staff, staff, SCHAKEL_INVALID, "/id");
    staff.id = "\x7F";
    REFUSED(staff, staff, SCHAKEL_INVALID, "/id");
    staff.id = "\xFF";
    REFUSED(staff, staff, SCHAKEL_INVALID, "/id");
    long_id[256] = '\0';
    staff.id = long_id;
    REFUSED(staff, staff, SCHAKEL_INVALID, "/id");
    long_id[255] = '\0';
    OK(schakel_school_add_staff(s, &staff, NULL));
    staff.id = "s1";
    REFUSED(staff, staff, SCHAKEL_DUPLICATE, "/id");
    staff.id = "s2";
    staff.name = "\xC3";
    REFUSED(staff, staff, SCHAKEL_INVALID, "/name");
    staff.name = NULL;
    staff.role = (schakel_staff_role)6;
    REFUSED(staff, staff, SCHAKEL_INVALID, "/role");
    assert_int_equal(schakel_school_count(s, SCHAKEL_KIND_STAFF), 2);
    schakel_school_destroy(s);
}

static void school_info_is_checked(void **state)
{
    (void)state;
    schakel_school *s = small_school();
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school_info good = SCHAKEL_SCHOOL_INFO_INIT, info;
    OK(schakel_school_get_info(s, &good));
    info = good;
    info.id = NULL;
    expect(schakel_school_set_info(s, &info, &error), &error, SCHAKEL_INVALID, "/id");
    info = good;
    info.stage = (schakel_stage)4;
    expect(schakel_school_set_info(s, &info, &error), &error, SCHAKEL_INVALID, "/stage");
    info = good;
    info.year_start = SCHAKEL_NO_DATE;
    expect(schakel_school_set_info(s, &info, &error), &error, SCHAKEL_INVALID, "/year_start");
    info = good;
    info.year_end = info.year_start - 1;
    expect(schakel_school_set_info(s, &info, &error), &error, SCHAKEL_INVALID, "/year_end");
    OK(schakel_school_get_info(s, &info));
    assert_int_equal(info.year_end, good.year_end);
    assert_int_equal(schakel_school_set_info(s, NULL, NULL), SCHAKEL_MISUSE);
    schakel_school_destroy(s);
}

static void references_must_hit(void **state)
{
    (void)state;
    schakel_school *s = small_school();
    const char *const nobody[] = {"s1", "s9"}, *const twice[] = {"s1", "s1"};
    schakel_group group = SCHAKEL_GROUP_INIT;
    group.id = "g4";
    group.staff_ids = nobody;
    group.staff_count = 2;
    REFUSED(group, group, SCHAKEL_NOT_FOUND, "/staff/1");
    group.staff_ids = twice;
    REFUSED(group, group, SCHAKEL_DUPLICATE, "/staff/1");
    group.staff_ids = NULL;
    REFUSED(group, group, SCHAKEL_INVALID, "/staff");
    group.staff_count = 0;
    group.year = 9;
    REFUSED(group, group, SCHAKEL_INVALID, "/year");
    schakel_concept concept_ = SCHAKEL_CONCEPT_INIT;
    concept_.id = "x";
    concept_.broader_id = "x";
    REFUSED(concept, concept_, SCHAKEL_NOT_FOUND, "/broader");
    schakel_child child = SCHAKEL_CHILD_INIT;
    child.id = "c2";
    child.group_id = "g9";
    REFUSED(child, child, SCHAKEL_NOT_FOUND, "/group");
    schakel_tie tie = SCHAKEL_TIE_INIT;
    tie.child_id = "c9";
    tie.adult_id = "a1";
    REFUSED(tie, tie, SCHAKEL_NOT_FOUND, "/child");
    tie.child_id = "c1";
    REFUSED(tie, tie, SCHAKEL_DUPLICATE, "/adult");
    tie.kind = (schakel_tie_kind)10;
    REFUSED(tie, tie, SCHAKEL_INVALID, "/kind");
    tie.kind = SCHAKEL_TIE_FATHER;
    tie.informed = 2;
    REFUSED(tie, tie, SCHAKEL_INVALID, "/informed");
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    offer.id = "o2";
    offer.adult_id = "a1";
    REFUSED(offer, offer, SCHAKEL_INVALID, "/concepts");
    schakel_need need = SCHAKEL_NEED_INIT;
    need.id = "n2";
    need.date = 20000;
    need.group_id = "g9";
    REFUSED(need, need, SCHAKEL_NOT_FOUND, "/group");
    schakel_place place = SCHAKEL_PLACE_INIT;
    place.need_id = "n9";
    place.id = "p1";
    place.concept_id = "craft";
    REFUSED(place, place, SCHAKEL_NOT_FOUND, "/need");
    place.need_id = "n1";
    REFUSED(place, place, SCHAKEL_DUPLICATE, "/id");
    place.id = "p2";
    place.concept_id = "none";
    REFUSED(place, place, SCHAKEL_NOT_FOUND, "/concept");
    schakel_school_destroy(s);
}

static void asks_are_whole(void **state)
{
    (void)state;
    schakel_school *s = small_school();
    schakel_adult other = SCHAKEL_ADULT_INIT;
    other.id = "a2";
    OK(schakel_school_add_adult(s, &other, NULL));
    schakel_ask ask = SCHAKEL_ASK_INIT;
    ask.id = "k2";
    ask.adult_id = "a2";
    ask.date = 20000;
    ask.need_id = "n1";
    REFUSED(ask, ask, SCHAKEL_INVALID, "/place");
    ask.place_id = "p9";
    REFUSED(ask, ask, SCHAKEL_NOT_FOUND, "/place");
    ask.place_id = "p1";
    ask.offer_id = "o1";
    REFUSED(ask, ask, SCHAKEL_INVALID, "/offer");
    ask.offer_id = NULL;
    ask.date = SCHAKEL_NO_DATE;
    REFUSED(ask, ask, SCHAKEL_INVALID, "/date");
    ask.date = 20000;
    ask.state = (schakel_ask_state)5;
    REFUSED(ask, ask, SCHAKEL_INVALID, "/state");
    ask.state = SCHAKEL_ASK_NO;
    OK(schakel_school_add_ask(s, &ask, NULL));
    ask.id = "k3";
    ask.need_id = ask.place_id = NULL;
    OK(schakel_school_add_ask(s, &ask, NULL));
    schakel_school_destroy(s);
}

static void times_windows_and_languages_are_checked(void **state)
{
    (void)state;
    schakel_school *s = small_school();
    schakel_need need = SCHAKEL_NEED_INIT;
    need.id = "n2";
    REFUSED(need, need, SCHAKEL_INVALID, "/date");
    need.date = 20000;
    need.last_date = 19999;
    REFUSED(need, need, SCHAKEL_INVALID, "/last_date");
    need.last_date = 20000 + SCHAKEL_NEED_DAYS_MAX + 1;
    REFUSED(need, need, SCHAKEL_INVALID, "/last_date");
    need.last_date = SCHAKEL_NO_DATE;
    need.start = 600;
    REFUSED(need, need, SCHAKEL_INVALID, "/end");
    need.end = 600;
    REFUSED(need, need, SCHAKEL_INVALID, "/end");
    need.start = -2;
    REFUSED(need, need, SCHAKEL_INVALID, "/start");
    need.start = 500;
    need.notice = -1;
    REFUSED(need, need, SCHAKEL_INVALID, "/notice");
    need.notice = 0;
    need.priority = (schakel_priority)3;
    REFUSED(need, need, SCHAKEL_INVALID, "/priority");

    schakel_window window = {0, 540, 600};
    schakel_exception exception = {SCHAKEL_NO_DATE, 0, 1440, 0};
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    adult.id = "a2";
    adult.windows = &window;
    adult.window_count = 1;
    REFUSED(adult, adult, SCHAKEL_INVALID, "/windows/0/days");
    window.weekdays = 0x80;
    REFUSED(adult, adult, SCHAKEL_INVALID, "/windows/0/days");
    window.weekdays = 1;
    window.end = 1441;
    REFUSED(adult, adult, SCHAKEL_INVALID, "/windows/0/end");
    window.end = 600;
    adult.exceptions = &exception;
    adult.exception_count = 1;
    REFUSED(adult, adult, SCHAKEL_INVALID, "/exceptions/0/date");
    exception.date = 20000;
    exception.available = 2;
    REFUSED(adult, adult, SCHAKEL_INVALID, "/exceptions/0/available");
    exception.available = 1;
    exception.end = 0;
    REFUSED(adult, adult, SCHAKEL_INVALID, "/exceptions/0/end");
    exception.end = 10;
    adult.cap = SCHAKEL_NUMBER_MAX + 1;
    REFUSED(adult, adult, SCHAKEL_INVALID, "/cap");
    adult.cap = 0;
    static const char *const wrong_tags[] = {"",
                                             "n",
                                             "nl_BE",
                                             "nl-",
                                             "-nl",
                                             "abcdefghi",
                                             "1a",
                                             "nl-abcdefghi",
                                             "nl-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd"};
    schakel_language_skill skills[2] = {{"nl", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_B1},
                                        {NULL, SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_B1}};
    adult.languages = skills;
    adult.language_count = 2;
    for (size_t i = 0; i < sizeof wrong_tags / sizeof *wrong_tags; i++) {
        REFUSED(adult, adult, SCHAKEL_INVALID, "/languages/1/tag");
        skills[1].tag = wrong_tags[i];
    }
    skills[1].tag = "nl";
    REFUSED(adult, adult, SCHAKEL_DUPLICATE, "/languages/1/tag");
    skills[1].tag = "zh-Hant-TW";
    skills[1].reading = (schakel_level)8;
    REFUSED(adult, adult, SCHAKEL_INVALID, "/languages/1/reading");
    skills[1].reading = SCHAKEL_LEVEL_C2;
    OK(schakel_school_add_adult(s, &adult, NULL));

    const char *const craft[] = {"craft"};
    const char *const tags[] = {"nl", "?"};
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    offer.id = "o2";
    offer.adult_id = "a2";
    offer.concept_ids = craft;
    offer.concept_count = 1;
    offer.languages = tags;
    offer.language_count = 2;
    REFUSED(offer, offer, SCHAKEL_INVALID, "/languages/1");
    offer.language_count = 1;
    offer.limit = (schakel_offer_limit)3;
    REFUSED(offer, offer, SCHAKEL_INVALID, "/limit");
    schakel_place place = SCHAKEL_PLACE_INIT;
    place.need_id = "n1";
    place.id = "p2";
    place.concept_id = "craft";
    place.count = 0;
    REFUSED(place, place, SCHAKEL_INVALID, "/count");
    place.count = 1;
    place.language = "x";
    REFUSED(place, place, SCHAKEL_INVALID, "/language");
    schakel_school_destroy(s);
}

/* ------------------------------------------------------------------ ties, places */

static void no_adult_is_the_first_parent(void **state)
{
    (void)state;
    schakel_school *s = small_school();
    static const char *const ids[] = {"z", "m", "b", "q"};
    for (size_t i = 0; i < 4; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        adult.id = ids[i];
        OK(schakel_school_add_adult(s, &adult, NULL));
        schakel_tie tie = SCHAKEL_TIE_INIT;
        tie.child_id = "c1";
        tie.adult_id = ids[i];
        OK(schakel_school_add_tie(s, &tie, NULL));
    }
    static const char *const sorted[] = {"a1", "b", "m", "q", "z"};
    assert_int_equal(schakel_school_child_tie_count(s, 0), 5);
    for (size_t i = 0; i < 5; i++) {
        schakel_tie tie = SCHAKEL_TIE_INIT;
        OK(schakel_school_get_child_tie(s, 0, i, &tie));
        assert_string_equal(tie.adult_id, sorted[i]);
    }
    schakel_school_destroy(s);
}

static void places_and_ties_have_a_maximum(void **state)
{
    (void)state;
    schakel_school *s = small_school();
    char id[16];
    for (int i = 1; i <= SCHAKEL_PLACES_MAX; i++) {
        schakel_place place = SCHAKEL_PLACE_INIT;
        snprintf(id, sizeof id, "q%d", i);
        place.need_id = "n1";
        place.id = id;
        place.concept_id = "craft";
        assert_int_equal(schakel_school_add_place(s, &place, NULL),
                         i < SCHAKEL_PLACES_MAX ? SCHAKEL_OK : SCHAKEL_TOO_LARGE);
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        adult.id = id;
        OK(schakel_school_add_adult(s, &adult, NULL));
        schakel_tie tie = SCHAKEL_TIE_INIT;
        tie.child_id = "c1";
        tie.adult_id = id;
        assert_int_equal(schakel_school_add_tie(s, &tie, NULL),
                         i < SCHAKEL_TIES_MAX ? SCHAKEL_OK : SCHAKEL_TOO_LARGE);
    }
    schakel_school_destroy(s);
}

/* ---------------------------------------------------------------------- removing */

static void what_is_in_use_stays(void **state)
{
    (void)state;
    schakel_school *s = small_school();
    static const struct {
        schakel_kind kind;
        const char *id;
        const char *user;
    } used[] = {{SCHAKEL_KIND_STAFF, "s1", "group \"g3\""},
                {SCHAKEL_KIND_GROUP, "g3", "child \"c1\""},
                {SCHAKEL_KIND_CONCEPT, "craft", "concept \"plumbing\""},
                {SCHAKEL_KIND_CONCEPT, "plumbing", "offer \"o1\""},
                {SCHAKEL_KIND_ADULT, "a1", "offer \"o1\""},
                {SCHAKEL_KIND_OFFER, "o1", "ask \"k1\""},
                {SCHAKEL_KIND_NEED, "n1", "ask \"k1\""}};
    for (size_t i = 0; i < sizeof used / sizeof *used; i++) {
        schakel_error error = SCHAKEL_ERROR_INIT;
        assert_int_equal(schakel_school_remove(s, used[i].kind, used[i].id, &error), SCHAKEL_IN_USE);
        assert_non_null(strstr(error.message, used[i].user));
    }
    /* In this order each is free when its turn comes. */
    OK(schakel_school_remove(s, SCHAKEL_KIND_ASK, "k1", NULL));
    assert_int_equal(schakel_school_remove(s, SCHAKEL_KIND_ASK, "k1", NULL), SCHAKEL_NOT_FOUND);
    OK(schakel_school_remove(s, SCHAKEL_KIND_OFFER, "o1", NULL));
    OK(schakel_school_remove(s, SCHAKEL_KIND_CONCEPT, "plumbing", NULL));
    assert_int_equal(schakel_school_remove(s, SCHAKEL_KIND_CONCEPT, "craft", NULL),
                     SCHAKEL_IN_USE); /* the place */
    OK(schakel_school_remove(s, SCHAKEL_KIND_NEED, "n1", NULL));
    OK(schakel_school_remove(s, SCHAKEL_KIND_CONCEPT, "craft", NULL));
    OK(schakel_school_remove(s, SCHAKEL_KIND_ADULT, "a1", NULL));
    assert_int_equal(schakel_school_child_tie_count(s, 0), 0);
    OK(schakel_school_remove(s, SCHAKEL_KIND_CHILD, "c1", NULL));
    OK(schakel_school_remove(s, SCHAKEL_KIND_GROUP, "g3", NULL));
    OK(schakel_school_remove(s, SCHAKEL_KIND_STAFF, "s1", NULL));
    for (int kind = SCHAKEL_KIND_STAFF; kind <= SCHAKEL_KIND_ASK; kind++)
        assert_int_equal(schakel_school_count(s, (schakel_kind)kind), 0);
    schakel_school_destroy(s);
}

static void removing_a_child_unties_its_adults(void **state)
{
    (void)state;
    schakel_school *s = small_school();
    static const char *const ids[] = {"c0", "c2"};
    for (size_t i = 0; i < 2; i++) {
        schakel_child child = SCHAKEL_CHILD_INIT;
        child.id = ids[i];
        OK(schakel_school_add_child(s, &child, NULL));
        schakel_tie tie = SCHAKEL_TIE_INIT;
        tie.child_id = ids[i];
        tie.adult_id = "a1";
        OK(schakel_school_add_tie(s, &tie, NULL));
    }
    OK(schakel_school_remove(s, SCHAKEL_KIND_CHILD, "c1", NULL));
    assert_int_equal(schakel_school_adult_tie_count(s, 0), 2);
    for (size_t i = 0; i < 2; i++) {
        schakel_tie tie = SCHAKEL_TIE_INIT;
        OK(schakel_school_get_adult_tie(s, 0, i, &tie));
        assert_string_equal(tie.child_id, ids[i]);
        assert_int_equal(schakel_school_find(s, SCHAKEL_KIND_CHILD, ids[i]), i);
    }
    schakel_school_destroy(s);
}

static void the_order_stays_when_some_are_removed(void **state)
{
    (void)state;
    schakel_school *s = NULL;
    OK(schakel_school_create(NULL, &s, NULL));
    char id[16];
    for (int i = 0; i < 300; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        snprintf(id, sizeof id, "a%d", i);
        adult.id = id;
        OK(schakel_school_add_adult(s, &adult, NULL));
    }
    for (int i = 0; i < 300; i += 3) {
        snprintf(id, sizeof id, "a%d", i);
        OK(schakel_school_remove(s, SCHAKEL_KIND_ADULT, id, NULL));
    }
    assert_int_equal(schakel_school_count(s, SCHAKEL_KIND_ADULT), 200);
    size_t index = 0;
    for (int i = 0; i < 300; i++) {
        snprintf(id, sizeof id, "a%d", i);
        assert_int_equal(schakel_school_find(s, SCHAKEL_KIND_ADULT, id), i % 3 == 0 ? SCHAKEL_NONE : index);
        index += i % 3 != 0;
    }
    schakel_school_destroy(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_added_comes_back),
        cmocka_unit_test(misuse_is_answered_and_harmless),
        cmocka_unit_test(an_older_record_is_read_and_filled_to_its_size),
        cmocka_unit_test(ids_are_short_unique_and_clean),
        cmocka_unit_test(school_info_is_checked),
        cmocka_unit_test(references_must_hit),
        cmocka_unit_test(asks_are_whole),
        cmocka_unit_test(times_windows_and_languages_are_checked),
        cmocka_unit_test(no_adult_is_the_first_parent),
        cmocka_unit_test(places_and_ties_have_a_maximum),
        cmocka_unit_test(what_is_in_use_stays),
        cmocka_unit_test(removing_a_child_unties_its_adults),
        cmocka_unit_test(the_order_stays_when_some_are_removed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
