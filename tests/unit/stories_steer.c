/*
 * More of the situations of the articles: pupils and students who steer, a course, parents who build.
 * The name of a test begins with the row it tells.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "unit/stories.h"

/* The row of a child's cycle that is of a kind. */
static schakel_cycle_row row_of(schakel_cycle *cycle, schakel_activity_kind kind)
{
    schakel_cycle_row row = SCHAKEL_CYCLE_ROW_INIT;
    for (size_t i = 0; i < schakel_cycle_count(cycle); i++) {
        schakel_cycle_get(cycle, i, &row);
        if (row.kind == kind)
            return row;
    }
    fail_msg("there is no such talk");
    return row;
}

static schakel_cycle *cycle_of(const schakel_school *school, const char *child, schakel_date today)
{
    schakel_cycle_options options = SCHAKEL_CYCLE_OPTIONS_INIT;
    schakel_cycle *cycle = NULL;
    options.today = today;
    options.child_id = child;
    assert_int_equal(schakel_cycle_make(school, &options, &cycle, NULL), SCHAKEL_OK);
    return cycle;
}

/*
 * Pupil, father and teacher talk at the start of the year and agree who does what: reading at home every
 * day. The agreement comes back in the next talk, and is gone from there once it is done.
 */
static void S11_agreements_come_back_at_the_next_talk(void **state)
{
    schakel_school *school = load_sample("school.json");
    family f = find_family(school, "g7", 0);
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    const char *with[] = {f.father};
    (void)state;
    schakel_school_get_info(school, &info);
    schakel_talk talk = SCHAKEL_TALK_INIT;
    talk.id = "story-start";
    talk.kind = SCHAKEL_TALK_INTRODUCTORY;
    talk.child_id = f.child;
    talk.date = info.year_start + 20;
    talk.state = SCHAKEL_TALK_HELD;
    talk.adult_ids = with;
    talk.adult_count = 1;
    talk.child = SCHAKEL_CHILD_JOINS;
    talk.tone = SCHAKEL_TONE_GOOD;
    TELL(school, talk, &talk);
    schakel_agreement agreement = SCHAKEL_AGREEMENT_INIT;
    agreement.id = "story-reading";
    agreement.child_id = f.child;
    agreement.talk_id = "story-start";
    agreement.text = "Elke dag tien minuten samen lezen.";
    agreement.by_adult_id = f.father;
    agreement.date = talk.date;
    agreement.due = info.year_start + 100;
    agreement.component = SCHAKEL_COMPONENT_LEARNING;
    agreement.supported = agreement.feasible = SCHAKEL_YES;
    TELL(school, agreement, &agreement);

    schakel_cycle *cycle = cycle_of(school, f.child, info.year_start + 150);
    schakel_cycle_row start = row_of(cycle, SCHAKEL_TALK_INTRODUCTORY);
    schakel_cycle_row next = row_of(cycle, SCHAKEL_TALK_PROGRESS);
    assert_int_equal(start.due, SCHAKEL_DUE_DONE);
    assert_string_equal(start.talk_id, "story-start");
    assert_int_equal(next.child, SCHAKEL_CHILD_JOINS); /* group 7: from group 3 the pupil joins */
    assert_true(next.question_count > 0);
    int comes_back = 0;
    for (size_t i = 0; i < next.agreement_count; i++)
        comes_back += strcmp(next.agreement_ids[i], "story-reading") == 0;
    assert_int_equal(comes_back, 1);
    schakel_cycle_destroy(cycle);
    assert_int_equal(
        count_items(school, info.year_start + 90, SCHAKEL_AGENDA_AGREEMENT, "story-reading", NULL), 1);

    /* It was done: what a host writes is the record anew. */
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_AGREEMENT, "story-reading", NULL),
                     SCHAKEL_OK);
    agreement.state = SCHAKEL_AGREEMENT_DONE;
    TELL(school, agreement, &agreement);
    assert_int_equal(
        count_items(school, info.year_start + 90, SCHAKEL_AGENDA_AGREEMENT, "story-reading", NULL), 0);
    schakel_school_destroy(school);
}

/*
 * A course for parents of eight meetings. Each starts from parents' questions and has a guide for whoever
 * leads it; what parents get to read is plain Dutch at A2.
 */
static void S12_course_of_eight_meetings_has_a_guide(void **state)
{
    schakel_school *school = load_sample("school.json");
    static const char *const steps[] = {"Welke vragen hebt u?", "We lezen samen een brief.",
                                        "Wat neemt u mee naar huis?"};
    static const char *const titles[] = {
        "Mijn kind op school", "Praten met de juf", "Lezen thuis",      "De brief",
        "Rekenen thuis",       "De computer",       "Op tijd naar bed", "Feest"};
    schakel_series series = SCHAKEL_SERIES_INIT;
    schakel_checker *checker = NULL;
    (void)state;
    series.id = "story-course";
    series.title = "Mijn kind op school";
    series.goal = "U weet hoe u uw kind kunt helpen.";
    TELL(school, series, &series);
    for (size_t i = 0; i < 8; i++) {
        char id[32];
        snprintf(id, sizeof id, "story-meeting-%zu", i + 1);
        schakel_activity meeting = SCHAKEL_ACTIVITY_INIT;
        meeting.id = id;
        meeting.title = titles[i];
        meeting.kind = SCHAKEL_ACTIVITY_COURSE_MEETING;
        meeting.goal = SCHAKEL_GOAL_FACILITATE;
        meeting.component = SCHAKEL_COMPONENT_LEARNING;
        meeting.why = "Ouders willen weten hoe het werkt op school.";
        meeting.date = day("2026-10-06") + 7 * (schakel_date)i;
        meeting.series_id = "story-course";
        meeting.guide_goal = "Ouders durven vragen te stellen.";
        meeting.guide_steps = steps;
        meeting.guide_step_count = 3;
        TELL(school, activity, &meeting);
    }
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_SERIES, "story-course", NULL),
                     SCHAKEL_IN_USE);
    /* Four weeks ahead from the first of October: four of the eight are on the agenda. */
    size_t coming = 0;
    for (size_t i = 0; i < 8; i++) {
        char id[32];
        snprintf(id, sizeof id, "story-meeting-%zu", i + 1);
        coming += count_items(school, day("2026-10-01"), SCHAKEL_AGENDA_ACTIVITY, id, NULL);
    }
    assert_int_equal(coming, 4);
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    for (size_t i = 0; i < 3; i++) {
        schakel_report *report = NULL;
        schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
        assert_int_equal(schakel_check(checker, steps[i], strlen(steps[i]), NULL, &report, NULL), SCHAKEL_OK);
        schakel_report_get_verdict(report, &verdict);
        assert_true(verdict.meets_target);
        schakel_report_destroy(report);
    }
    schakel_checker_destroy(checker);
    schakel_school_destroy(school);
}

/* A student of the sample college, who decides, tied to somebody who is not a parent. */
static const char *student_of_age(const schakel_school *college, schakel_date today, const char **parent)
{
    for (size_t i = 0; i < schakel_school_count(college, SCHAKEL_KIND_CHILD); i++) {
        schakel_child child = SCHAKEL_CHILD_INIT;
        schakel_school_get_child(college, i, &child);
        *parent = NULL;
        for (size_t k = 0; k < schakel_school_child_tie_count(college, i); k++) {
            schakel_tie tie = SCHAKEL_TIE_INIT;
            schakel_school_get_child_tie(college, i, k, &tie);
            if (tie.kind <= SCHAKEL_TIE_PARENT && tie.informed &&
                !told(college, child.id, tie.adult_id, SCHAKEL_SCOPE_PRACTICAL, today))
                *parent = tie.adult_id;
        }
        if (*parent != NULL && schakel_school_decides(college, child.id, today))
            return child.id;
    }
    fail_msg("there is no student of age who told nothing");
    return NULL;
}

/*
 * A student of age steers the contact. A parent hears nothing behind the student's back; the student lets
 * a friend come along to a talk, and that friend sees when it is and no more. Later the student lets the parent
 * hear how it goes, and takes that back.
 */
static void S13_student_decides_who_hears_what(void **state)
{
    schakel_school *college = load_sample("college.json");
    schakel_date today = day("2026-11-24");
    const char *parent = NULL;
    const char *student = student_of_age(college, today, &parent);
    (void)state;
    schakel_told answer = SCHAKEL_TOLD_INIT;
    schakel_school_told(college, student, parent, SCHAKEL_SCOPE_PROGRESS, today, &answer, NULL);
    assert_int_equal(answer.reason, SCHAKEL_TOLD_CHILD_DECIDES);

    schakel_adult friend = SCHAKEL_ADULT_INIT;
    friend.id = "story-friend";
    TELL(college, adult, &friend);
    schakel_tie tie = SCHAKEL_TIE_INIT;
    tie.child_id = student;
    tie.adult_id = "story-friend";
    tie.kind = SCHAKEL_TIE_FRIEND;
    TELL(college, tie, &tie);
    schakel_consent to_friend = SCHAKEL_CONSENT_INIT;
    to_friend.id = "story-to-friend";
    to_friend.child_id = student;
    to_friend.adult_id = "story-friend";
    to_friend.scopes = SCHAKEL_SCOPE_PRACTICAL;
    to_friend.given = day("2026-11-20");
    TELL(college, consent, &to_friend);
    const char *comes_along[] = {"story-friend"};
    schakel_talk talk = SCHAKEL_TALK_INIT;
    talk.id = "story-talk";
    talk.child_id = student;
    talk.date = day("2026-12-01");
    talk.adult_ids = comes_along;
    talk.adult_count = 1;
    talk.child = SCHAKEL_CHILD_LEADS;
    TELL(college, talk, &talk);
    schakel_agreement agreement = SCHAKEL_AGREEMENT_INIT;
    agreement.id = "story-agreement";
    agreement.child_id = student;
    agreement.talk_id = "story-talk";
    agreement.text = "Ik bel zelf mijn stage.";
    agreement.by_child_id = student;
    agreement.date = day("2026-11-24");
    TELL(college, agreement, &agreement);

    /* The student sees what is planned; the friend when it is; the parent nothing. */
    schakel_school *seen = look_as(college, SCHAKEL_KIND_CHILD, student, SCHAKEL_PURPOSE_DIALOGUE, today);
    assert_true(is_seen(seen, SCHAKEL_KIND_TALK, "story-talk"));
    assert_true(is_seen(seen, SCHAKEL_KIND_AGREEMENT, "story-agreement"));
    schakel_school_destroy(seen);
    seen = look_as(college, SCHAKEL_KIND_ADULT, "story-friend", SCHAKEL_PURPOSE_DIALOGUE, today);
    assert_true(is_seen(seen, SCHAKEL_KIND_TALK, "story-talk"));
    assert_false(is_seen(seen, SCHAKEL_KIND_AGREEMENT, "story-agreement"));
    schakel_school_destroy(seen);
    seen = look_as(college, SCHAKEL_KIND_ADULT, parent, SCHAKEL_PURPOSE_CARE, today);
    assert_false(is_seen(seen, SCHAKEL_KIND_CHILD, student));
    assert_false(is_seen(seen, SCHAKEL_KIND_TALK, "story-talk"));
    schakel_school_destroy(seen);

    /* Consent opens it from its first day, and withdrawing closes it again. */
    schakel_consent to_parent = to_friend;
    to_parent.id = "story-to-parent";
    to_parent.adult_id = parent;
    to_parent.scopes = SCHAKEL_SCOPE_PROGRESS;
    to_parent.given = day("2026-11-25");
    to_parent.withdrawn = day("2026-12-10");
    TELL(college, consent, &to_parent);
    assert_false(told(college, student, parent, SCHAKEL_SCOPE_PROGRESS, day("2026-11-24")));
    assert_true(told(college, student, parent, SCHAKEL_SCOPE_PROGRESS, day("2026-11-25")));
    assert_true(told(college, student, parent, SCHAKEL_SCOPE_PROGRESS, day("2026-12-09")));
    assert_false(told(college, student, parent, SCHAKEL_SCOPE_PROGRESS, day("2026-12-10")));
    seen = look_as(college, SCHAKEL_KIND_ADULT, parent, SCHAKEL_PURPOSE_DIALOGUE, day("2026-11-30"));
    assert_true(is_seen(seen, SCHAKEL_KIND_AGREEMENT, "story-agreement"));
    schakel_school_destroy(seen);
    schakel_school_destroy(college);
}

/* Contact that is only about problems is flagged, until something good is said as well. */
static void S13_contact_also_shows_what_goes_well(void **state)
{
    schakel_school *college = load_sample("college.json");
    schakel_date today = day("2026-11-24");
    schakel_child child = SCHAKEL_CHILD_INIT;
    (void)state;
    child.id = "story-student";
    TELL(college, child, &child);
    schakel_contact contact = SCHAKEL_CONTACT_INIT;
    contact.child_id = "story-student";
    contact.tone = SCHAKEL_TONE_PROBLEM;
    contact.id = "story-c1";
    contact.date = day("2026-10-01");
    TELL(college, contact, &contact);
    assert_int_equal(count_items(college, today, SCHAKEL_AGENDA_ONLY_PROBLEMS, NULL, "story-student"), 0);
    contact.id = "story-c2";
    contact.date = day("2026-11-02");
    TELL(college, contact, &contact);
    assert_int_equal(count_items(college, today, SCHAKEL_AGENDA_ONLY_PROBLEMS, NULL, "story-student"), 1);
    contact.id = "story-c3";
    contact.tone = SCHAKEL_TONE_GOOD;
    TELL(college, contact, &contact);
    assert_int_equal(count_items(college, today, SCHAKEL_AGENDA_ONLY_PROBLEMS, NULL, "story-student"), 0);
    schakel_school_destroy(college);
}

/* A council draws the same vocal parents: compared with all parents somebody is missing in it. */
static void S13_council_shows_who_is_missing(void **state)
{
    schakel_school *school = load_sample("school.json");
    schakel_composition *composition = NULL;
    schakel_member members[8] = {{NULL, NULL, NULL, NULL}};
    size_t missing = 0;
    (void)state;
    for (size_t i = 0; i < 8; i++)
        members[i].adult_id = find_family(school, "g8", i).mother;
    schakel_team council = SCHAKEL_TEAM_INIT;
    council.id = "story-council";
    council.kind = SCHAKEL_TEAM_COUNCIL;
    council.members = members;
    council.member_count = 8;
    TELL(school, team, &council);
    assert_int_equal(schakel_composition_make(school, "story-council", NULL, &composition, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_composition_members(composition), 8);
    for (size_t i = 0; i < schakel_composition_row_count(composition); i++) {
        schakel_composition_row row = SCHAKEL_COMPOSITION_ROW_INIT;
        schakel_composition_get_row(composition, i, &row);
        if (strcmp(row.key, "father") == 0)
            assert_true(row.missing);
        if (strcmp(row.key, "mother") == 0)
            assert_false(row.missing);
        missing += row.missing != 0;
    }
    assert_true(missing >= 1);
    schakel_composition_destroy(composition);
    schakel_school_destroy(school);
}

/*
 * Parents and school build a green playground together. The plan has a why, roles, what the school brings,
 * what parents offer and what is still needed; the matcher finds who builds.
 */
static void S14_parents_build_with_the_school(void **state)
{
    schakel_school *school = load_sample("school.json");
    family f = find_family(school, "g5", 1);
    static const char *const brings[] = {"Een stuk van het plein", "Geld voor planten"};
    static const char *const building[] = {"story-building"};
    schakel_concept concept_ = SCHAKEL_CONCEPT_INIT;
    (void)state;
    concept_.id = building[0];
    TELL(school, concept, &concept_);
    schakel_member members[] = {{f.mother, NULL, NULL, "voorzitter"}, {NULL, NULL, f.child, "tekent mee"}};
    schakel_team plan = SCHAKEL_TEAM_INIT;
    plan.id = "story-plan";
    plan.kind = SCHAKEL_TEAM_INITIATIVE;
    plan.members = members;
    plan.member_count = 2;
    plan.school_offers = brings;
    plan.school_offer_count = 2;
    assert_int_equal(schakel_school_add_team(school, &plan, NULL), SCHAKEL_INVALID); /* start with why */
    plan.why = "Kinderen willen buiten leren en spelen.";
    TELL(school, team, &plan);

    schakel_offer offer = SCHAKEL_OFFER_INIT;
    schakel_window any_time = {0x7F, 0, 1440};
    offer.id = "story-offer";
    offer.adult_id = f.father;
    offer.concept_ids = building;
    offer.concept_count = 1;
    offer.windows = &any_time;
    offer.window_count = 1;
    offer.team_id = "story-plan";
    TELL(school, offer, &offer);
    schakel_need need = SCHAKEL_NEED_INIT;
    need.id = "story-need";
    need.title = "Bouwen aan het plein";
    need.date = day("2027-04-17");
    need.last_date = day("2027-05-31");
    need.team_id = "story-plan";
    TELL(school, need, &need);
    schakel_place place = SCHAKEL_PLACE_INIT;
    place.need_id = "story-need";
    place.id = "p1";
    place.concept_id = building[0];
    TELL(school, place, &place);

    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    schakel_matching *matching = NULL;
    size_t found = 0;
    options.today = day("2027-03-01");
    assert_int_equal(schakel_match(school, &options, &matching, NULL), SCHAKEL_OK);
    for (size_t i = 0; i < schakel_matching_count(matching); i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        found += strcmp(ask.need_id, "story-need") == 0 && strcmp(ask.adult_id, f.father) == 0;
    }
    assert_int_equal(found, 1);
    schakel_matching_destroy(matching);
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_TEAM, "story-plan", NULL), SCHAKEL_IN_USE);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(S11_agreements_come_back_at_the_next_talk),
        cmocka_unit_test(S12_course_of_eight_meetings_has_a_guide),
        cmocka_unit_test(S13_student_decides_who_hears_what),
        cmocka_unit_test(S13_contact_also_shows_what_goes_well),
        cmocka_unit_test(S13_council_shows_who_is_missing),
        cmocka_unit_test(S14_parents_build_with_the_school),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
