/*
 * Whoever looks, for whatever: no output of a view holds a mark that the rules forbid, and the view
 * holds every mark that they allow.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "schakel/schakel.h"
#include "unit/access_model.h"
#include "unit/effort.h"

enum { SCHOOLS = 1000 * EFFORT };

typedef struct looking {
    random_school *r;
    looker who;
    const schakel_school *seen;
    char in_output[MARKS_MAX];
} looking;

static void describe_failure(const looking *l, uint64_t seed, size_t at, const char *what)
{
    fail_msg("school %llu, viewer kind %d place %zu, purpose %d: mark %zu of kind %d index %zu %s",
             (unsigned long long)seed, (int)l->who.kind, l->who.place, (int)l->who.purpose, at,
             (int)l->r->marks[at].kind, l->r->marks[at].index, what);
}

/* The number in a mark, "Q000123Q"; MARKS_MAX when there is none here. */
static size_t number_in(const char *text)
{
    size_t number = 0;
    for (int i = 1; i <= 6; i++) {
        if (text[i] < '0' || text[i] > '9')
            return MARKS_MAX;
        number = number * 10 + (size_t)(text[i] - '0');
    }
    return text[7] == 'Q' ? number : MARKS_MAX;
}

/* Note the marks in an output, which is given back. */
static void scan(looking *l, char *text)
{
    for (const char *at = strchr(text, 'Q'); at != NULL; at = strchr(at + 1, 'Q')) {
        size_t number = number_in(at);
        if (number < l->r->mark_count)
            l->in_output[number] = 1;
    }
    schakel_buffer_free(text);
}

#define OUTPUT(l, call)                                                                                      \
    do {                                                                                                     \
        char *text = NULL;                                                                                   \
        assert_int_equal(call, SCHAKEL_OK);                                                                  \
        scan(l, text);                                                                                       \
    } while (0)

static void scan_cycle_and_agenda(looking *l)
{
    schakel_cycle_options cycle_options = SCHAKEL_CYCLE_OPTIONS_INIT;
    schakel_agenda_options agenda_options = SCHAKEL_AGENDA_OPTIONS_INIT;
    schakel_cycle *cycle = NULL;
    schakel_agenda *agenda = NULL;
    cycle_options.today = agenda_options.today = TODAY;
    agenda_options.days = 100;
    assert_int_equal(schakel_cycle_make(l->seen, &cycle_options, &cycle, NULL), SCHAKEL_OK);
    OUTPUT(l, schakel_cycle_to_json(cycle, &text, NULL, NULL));
    OUTPUT(l, schakel_present_cycle(cycle, l->seen, NULL, &text, NULL, NULL));
    schakel_cycle_destroy(cycle);
    assert_int_equal(schakel_agenda_make(l->seen, &agenda_options, &agenda, NULL), SCHAKEL_OK);
    OUTPUT(l, schakel_agenda_to_json(agenda, SCHAKEL_DUTCH, &text, NULL, NULL));
    OUTPUT(l, schakel_present_agenda(agenda, l->seen, NULL, &text, NULL, NULL));
    schakel_agenda_destroy(agenda);
}

static void scan_rest(looking *l)
{
    schakel_reach *reach = NULL;
    schakel_matching *matching = NULL;
    schakel_match_options match_options = SCHAKEL_MATCH_OPTIONS_INIT;
    match_options.today = TODAY;
    OUTPUT(l, schakel_present_school(l->seen, NULL, &text, NULL, NULL));
    assert_int_equal(schakel_reach_count(l->seen, NULL, &reach, NULL), SCHAKEL_OK);
    OUTPUT(l, schakel_reach_to_json(reach, SCHAKEL_DUTCH, &text, NULL, NULL));
    schakel_reach_destroy(reach);
    assert_int_equal(schakel_match(l->seen, &match_options, &matching, NULL), SCHAKEL_OK);
    OUTPUT(l, schakel_matching_to_json(matching, SCHAKEL_DUTCH, &text, NULL, NULL));
    schakel_matching_destroy(matching);
    for (size_t i = 0; i < schakel_school_count(l->seen, SCHAKEL_KIND_CASE); i++) {
        schakel_case c = SCHAKEL_CASE_INIT;
        schakel_case_file *file = NULL;
        schakel_school_get_case(l->seen, i, &c);
        assert_int_equal(schakel_case_file_make(l->seen, c.id, &file, NULL), SCHAKEL_OK);
        OUTPUT(l, schakel_case_file_to_json(file, &text, NULL, NULL));
        schakel_case_file_destroy(file);
    }
}

/* What the marks cannot tell: which parts of a record that is seen are left out. */
static void check_parts(const looking *l)
{
    for (size_t i = 0; i < 4; i++) {
        schakel_wish wish = SCHAKEL_WISH_INIT;
        schakel_talk talk = SCHAKEL_TALK_INIT;
        if (schakel_school_get_wish(l->seen,
                                    schakel_school_find(l->seen, SCHAKEL_KIND_WISH, l->r->wishes[i].id),
                                    &wish) == SCHAKEL_OK &&
            model_wish(l->r, &l->who, &l->r->wishes[i]) == SCHAKEL_SIGHT_PART)
            assert_true(wish.by_adult_id == NULL && wish.by_staff_id == NULL && wish.by_child_id == NULL);
        if (schakel_school_get_talk(l->seen,
                                    schakel_school_find(l->seen, SCHAKEL_KIND_TALK, l->r->talks[i].id),
                                    &talk) != SCHAKEL_OK ||
            model_talk(l->r, &l->who, &l->r->talks[i]) == SCHAKEL_SIGHT_WHOLE)
            continue;
        assert_true(talk.tone == SCHAKEL_TONE_NEUTRAL && talk.case_id == NULL &&
                    talk.kind != SCHAKEL_TALK_CARE);
        for (size_t k = 0; k < talk.adult_count; k++)
            assert_int_equal(model_adult(l->r, &l->who, PLACE(l->r, adults, talk.adult_ids[k])),
                             SCHAKEL_SIGHT_WHOLE);
    }
    for (size_t i = 0; i < ADULTS; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        size_t at = schakel_school_find(l->seen, SCHAKEL_KIND_ADULT, l->r->adults[i].id);
        if (schakel_school_get_adult(l->seen, at, &adult) == SCHAKEL_OK)
            assert_int_equal(adult.cap, model_adult(l->r, &l->who, i) == SCHAKEL_SIGHT_WHOLE ? 7 : 0);
        for (size_t k = 0; k < schakel_school_adult_tie_count(l->seen, at); k++) {
            schakel_tie tie = SCHAKEL_TIE_INIT;
            schakel_school_get_adult_tie(l->seen, at, k, &tie);
            assert_true(l->who.kind == SCHAKEL_KIND_STAFF || same(tie.adult_id, id_of(l->r, &l->who)) ||
                        same(tie.child_id, id_of(l->r, &l->who)));
        }
    }
    for (size_t i = 0; i < CHILDREN; i++) {
        schakel_child child = SCHAKEL_CHILD_INIT;
        size_t at = schakel_school_find(l->seen, SCHAKEL_KIND_CHILD, l->r->children[i].id);
        if (schakel_school_get_child(l->seen, at, &child) == SCHAKEL_OK)
            assert_true(child.born == SCHAKEL_NO_DATE ||
                        model_child(l->r, &l->who, i) == SCHAKEL_SIGHT_WHOLE);
    }
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    schakel_school_get_activity(l->seen, 0, &activity);
    for (size_t k = 0; k < activity.attended_count; k++)
        assert_int_equal(model_adult(l->r, &l->who, PLACE(l->r, adults, activity.attended_ids[k])),
                         SCHAKEL_SIGHT_WHOLE);
}

static void check_marks(looking *l, uint64_t seed, int all_there)
{
    for (size_t i = 0; i < l->r->mark_count; i++) {
        int allowed = model_sees(l->r, &l->who, l->r->marks[i]);
        if (l->in_output[i] && !allowed)
            describe_failure(l, seed, i, "is in an output and may not be");
        if (all_there && allowed && !l->in_output[i])
            describe_failure(l, seed, i, "is not in the document and may be");
    }
}

static void look(random_school *r, uint64_t seed, schakel_kind kind, size_t place, schakel_purpose purpose)
{
    looking l = {r, {kind, place, purpose}, NULL, {0}};
    schakel_viewer viewer = SCHAKEL_VIEWER_INIT;
    schakel_school *seen = NULL;
    viewer.kind = kind;
    viewer.id = id_of(r, &l.who);
    viewer.purpose = purpose;
    viewer.today = TODAY;
    assert_int_equal(schakel_view(r->school, &viewer, &seen, NULL), SCHAKEL_OK);
    l.seen = seen;
    OUTPUT(&l, schakel_school_to_json(seen, &text, NULL, NULL));
    check_marks(&l, seed, 1);
    scan_cycle_and_agenda(&l);
    scan_rest(&l);
    check_marks(&l, seed, 0);
    check_parts(&l);
    schakel_school_destroy(seen);
}

static void no_view_tells_what_the_rules_forbid(void **state)
{
    static const struct {
        schakel_kind kind;
        uint32_t count;
    } kinds[] = {{SCHAKEL_KIND_ADULT, ADULTS}, {SCHAKEL_KIND_STAFF, STAFF}, {SCHAKEL_KIND_CHILD, CHILDREN}};
    static random_school r;
    (void)state;
    for (uint64_t seed = 1; seed <= SCHOOLS; seed++) {
        make_random_school(&r, seed);
        size_t kind = draw(&r, 3);
        look(&r, seed, kinds[kind].kind, draw(&r, kinds[kind].count), (schakel_purpose)draw(&r, 3));
        schakel_school_destroy(r.school);
    }
}

/* An answer to a question says the same as the view, and why. */
static void a_question_is_answered_as_the_view_does(void **state)
{
    static random_school r;
    (void)state;
    for (uint64_t seed = 1; seed <= SCHOOLS / 50; seed++) {
        make_random_school(&r, seed);
        looker who = {SCHAKEL_KIND_ADULT, draw(&r, ADULTS), (schakel_purpose)draw(&r, 3)};
        schakel_viewer viewer = SCHAKEL_VIEWER_INIT;
        viewer.id = id_of(&r, &who);
        viewer.purpose = who.purpose;
        viewer.today = TODAY;
        for (size_t i = 0; i < 4; i++) {
            schakel_access access = SCHAKEL_ACCESS_INIT;
            assert_int_equal(
                schakel_access_ask(r.school, &viewer, SCHAKEL_KIND_TALK, r.talks[i].id, &access, NULL),
                SCHAKEL_OK);
            assert_int_equal(access.sight, model_talk(&r, &who, &r.talks[i]));
            assert_true((access.sight == SCHAKEL_SIGHT_NOTHING) == (access.reason >= SCHAKEL_ACCESS_NO_TIE));
            assert_true(access.reason_nl[0] != '\0' && access.reason_en[0] != '\0');
            assert_int_equal(
                schakel_access_ask(r.school, &viewer, SCHAKEL_KIND_WISH, r.wishes[i].id, &access, NULL),
                SCHAKEL_OK);
            assert_int_equal(access.sight, model_wish(&r, &who, &r.wishes[i]));
            assert_int_equal(
                schakel_access_ask(r.school, &viewer, SCHAKEL_KIND_CONTACT, r.contacts[i].id, &access, NULL),
                SCHAKEL_OK);
            assert_int_equal(access.sight != SCHAKEL_SIGHT_NOTHING, model_contact(&r, &who, &r.contacts[i]));
        }
        schakel_school_destroy(r.school);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_view_tells_what_the_rules_forbid),
        cmocka_unit_test(a_question_is_answered_as_the_view_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
