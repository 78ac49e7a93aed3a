/* The school without one person: nothing of the person is left, and the rest and the counts are. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "schakel/schakel.h"
#include "unit/access_model.h"
#include "unit/effort.h"

enum { SCHOOLS = 50 * EFFORT };

typedef struct erased {
    schakel_kind kind;
    size_t place;
    const char *id;
} erased;

static int is_adult(const erased *e, const char *id)
{
    return e->kind == SCHAKEL_KIND_ADULT && same(e->id, id);
}

static int is_staff(const erased *e, const char *id)
{
    return e->kind == SCHAKEL_KIND_STAFF && same(e->id, id);
}

static int is_child(const erased *e, const char *id)
{
    return e->kind == SCHAKEL_KIND_CHILD && same(e->id, id);
}

/* Is what this mark stands for gone? */
static int is_gone(const random_school *r, const erased *e, size_t at)
{
    mark m = r->marks[at];
    const schakel_wish *w = m.kind == MARK_WISH ? &r->wishes[m.index] : NULL;
    const schakel_answer *a = m.kind == MARK_ANSWER ? &r->answers[m.index] : NULL;
    switch (m.kind) {
    case MARK_PUBLIC:
        return e->kind == SCHAKEL_KIND_STAFF &&
               (same(r->texts[at], r->staff[e->place].id) || same(r->texts[at], r->staff[e->place].name));
    case MARK_ADULT:
    case MARK_WITH_ADULT:
        return is_adult(e, r->adults[m.index].id);
    case MARK_CHILD:
        return is_child(e, r->children[m.index].id);
    case MARK_CONSENT:
        return is_child(e, r->consents[m.index].child_id) || is_adult(e, r->consents[m.index].by_adult_id) ||
               is_adult(e, r->consents[m.index].adult_id);
    case MARK_WISH:
        return is_child(e, w->child_id) ||
               (!w->shared &&
                (is_adult(e, w->by_adult_id) || is_staff(e, w->by_staff_id) || is_child(e, w->by_child_id)));
    case MARK_ANSWER:
        return is_child(e, a->child_id) || is_adult(e, a->by_adult_id) || is_staff(e, a->by_staff_id);
    case MARK_CASE:
        return is_child(e, r->cases[m.index].child_id);
    case MARK_TALK:
        return is_child(e, r->talks[m.index].child_id);
    case MARK_AGREEMENT:
        return is_child(e, r->agreements[m.index].child_id);
    case MARK_CONTACT:
        return is_child(e, r->contacts[m.index].child_id);
    case MARK_HOST:
        break;
    }
    return -1; /* the host's data goes with its record, which the mark does not name */
}

static void check_marks(const random_school *r, const erased *e, const char *json, uint64_t seed)
{
    for (size_t i = 0; i < r->mark_count; i++) {
        int gone = is_gone(r, e, i), found = strstr(json, r->texts[i]) != NULL;
        if (gone >= 0 && gone == found)
            fail_msg("school %llu without %s: mark %zu of kind %d %s", (unsigned long long)seed, e->id, i,
                     (int)r->marks[i].kind, found ? "is left" : "is gone");
    }
}

static void check_counts(const random_school *r, const schakel_school *without)
{
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    schakel_school_get_activity(without, 0, &activity);
    assert_int_equal(activity.attended_count + (size_t)activity.unnamed_attended, r->activity.attended_count);
    for (size_t i = 0; i < 4; i++) {
        schakel_talk talk = SCHAKEL_TALK_INIT;
        size_t at = schakel_school_find(without, SCHAKEL_KIND_TALK, r->talks[i].id);
        if (schakel_school_get_talk(without, at, &talk) == SCHAKEL_OK)
            assert_int_equal(talk.adult_count + (size_t)talk.unnamed_adults, r->talks[i].adult_count);
    }
}

static void nothing_of_the_person_is_left(void **state)
{
    static const schakel_kind kinds[] = {SCHAKEL_KIND_ADULT, SCHAKEL_KIND_STAFF, SCHAKEL_KIND_CHILD};
    static const uint32_t counts[] = {ADULTS, STAFF, CHILDREN};
    static random_school r;
    (void)state;
    for (uint64_t seed = 1; seed <= SCHOOLS; seed++) {
        make_random_school(&r, seed);
        uint32_t kind = draw(&r, 3);
        looker who = {kinds[kind], draw(&r, counts[kind]), SCHAKEL_PURPOSE_CARE};
        erased e = {who.kind, who.place, id_of(&r, &who)};
        schakel_school *without = NULL;
        char *json = NULL;
        assert_int_equal(schakel_school_without(r.school, e.kind, e.id, &without, NULL), SCHAKEL_OK);
        assert_int_equal(schakel_school_to_json(without, &json, NULL, NULL), SCHAKEL_OK);
        check_marks(&r, &e, json, seed);
        check_counts(&r, without);
        schakel_buffer_free(json);
        schakel_school_destroy(without);
        schakel_school_destroy(r.school);
    }
}

static void wrong_calls_are_refused(void **state)
{
    static random_school r;
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school *out = (schakel_school *)(void *)&r;
    schakel_viewer viewer = SCHAKEL_VIEWER_INIT;
    schakel_access access = SCHAKEL_ACCESS_INIT;
    (void)state;
    make_random_school(&r, 7);
    assert_int_equal(schakel_school_without(r.school, SCHAKEL_KIND_ADULT, "nobody", &out, &error),
                     SCHAKEL_NOT_FOUND);
    assert_null(out);
    assert_int_equal(schakel_school_without(r.school, SCHAKEL_KIND_NEED, "n", &out, &error), SCHAKEL_INVALID);
    assert_int_equal(schakel_school_without(NULL, SCHAKEL_KIND_ADULT, "n", &out, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_without(r.school, SCHAKEL_KIND_ADULT, NULL, &out, &error),
                     SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_without(r.school, SCHAKEL_KIND_ADULT, "n", NULL, &error), SCHAKEL_MISUSE);

    assert_int_equal(schakel_view(r.school, NULL, &out, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_view(NULL, &viewer, &out, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_view(r.school, &viewer, NULL, &error), SCHAKEL_MISUSE);
    assert_int_equal(schakel_view(r.school, &viewer, &out, &error), SCHAKEL_MISUSE); /* without an id */
    viewer.id = "nobody";
    assert_int_equal(schakel_view(r.school, &viewer, &out, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "/today");
    viewer.today = TODAY;
    assert_int_equal(schakel_view(r.school, &viewer, &out, &error), SCHAKEL_NOT_FOUND);
    assert_string_equal(error.path, "/id");
    viewer.purpose = (schakel_purpose)3;
    assert_int_equal(schakel_view(r.school, &viewer, &out, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "/purpose");
    viewer.kind = SCHAKEL_KIND_GROUP;
    assert_int_equal(schakel_view(r.school, &viewer, &out, &error), SCHAKEL_INVALID);
    assert_string_equal(error.path, "/kind");
    assert_null(out);

    viewer = (schakel_viewer)SCHAKEL_VIEWER_INIT;
    viewer.id = r.adults[0].id;
    viewer.today = TODAY;
    assert_int_equal(schakel_access_ask(r.school, &viewer, SCHAKEL_KIND_TALK, "none", &access, &error),
                     SCHAKEL_NOT_FOUND);
    assert_int_equal(schakel_access_ask(r.school, &viewer, (schakel_kind)99, "none", &access, &error),
                     SCHAKEL_MISUSE);
    assert_int_equal(schakel_access_ask(r.school, &viewer, SCHAKEL_KIND_TALK, NULL, &access, &error),
                     SCHAKEL_MISUSE);
    access.struct_size = 1;
    assert_int_equal(schakel_access_ask(r.school, &viewer, SCHAKEL_KIND_TALK, r.talks[0].id, &access, &error),
                     SCHAKEL_MISUSE);
    viewer.struct_size = 1;
    assert_int_equal(schakel_view(r.school, &viewer, &out, &error), SCHAKEL_MISUSE);
    schakel_school_destroy(r.school);
}

/* A school without info has views as well; they have no info either. */
static void a_school_without_info_is_copied(void **state)
{
    schakel_school *school = NULL, *without = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    (void)state;
    adult.id = "a";
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_adult(school, &adult, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_without(school, SCHAKEL_KIND_ADULT, "a", &without, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_count(without, SCHAKEL_KIND_ADULT), 0);
    assert_int_equal(schakel_school_get_info(without, &info), SCHAKEL_OK);
    assert_null(info.id);
    schakel_school_destroy(without);
    schakel_school_destroy(school);
}

/* Who only came together with somebody who is gone is not asked to come alone. */
static void an_offer_together_with_who_is_gone_is_kept_but_not_asked_for(void **state)
{
    static const char *const reading = "reading";
    schakel_school *school = NULL, *without = NULL;
    schakel_concept concept_ = SCHAKEL_CONCEPT_INIT;
    schakel_adult one = SCHAKEL_ADULT_INIT, other = SCHAKEL_ADULT_INIT;
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    (void)state;
    concept_.id = reading;
    one.id = offer.adult_id = "one";
    other.id = offer.together_id = "other";
    offer.id = "o";
    offer.concept_ids = &reading;
    offer.concept_count = 1;
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_concept(school, &concept_, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_adult(school, &one, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_adult(school, &other, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_add_offer(school, &offer, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_without(school, SCHAKEL_KIND_ADULT, "other", &without, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_get_offer(without, 0, &offer), SCHAKEL_OK);
    assert_null(offer.together_id);
    assert_int_equal(offer.limit, SCHAKEL_LIMIT_NEVER);
    schakel_school_destroy(without);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_offer_together_with_who_is_gone_is_kept_but_not_asked_for),
        cmocka_unit_test(nothing_of_the_person_is_left),
        cmocka_unit_test(wrong_calls_are_refused),
        cmocka_unit_test(a_school_without_info_is_copied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
