/*
 * The situations of the articles, each told as a story on the sample school through the public headers.
 * The name of a test begins with the row it tells.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "unit/stories.h"

/*
 * Twelve parents of three groups come to talk about bringing up children. They sit in small groups in
 * which everybody can follow, with somebody who did this before; two who quarrel are kept apart.
 */
static void S3_group_talk_seats_parents_who_can_talk(void **state)
{
    schakel_school *school = load_sample("school.json");
    const char *parents[12];
    static const char *const groups[] = {"g3", "g5", "g7"};
    (void)state;
    size_t places[3] = {0, 0, 0}, count = 0;
    while (count < 12) {
        family f = find_family(school, groups[count % 3], places[count % 3]++);
        const char *parent = count % 2 == 0 ? f.mother : f.father;
        size_t k = 0;
        while (k < count && strcmp(parents[k], parent) != 0)
            k++;
        if (k == count) /* brothers and sisters have one mother */
            parents[count++] = parent;
    }
    const char *hosts[] = {parents[0], parents[5], parents[7]};
    schakel_pair quarrel = {parents[1], parents[2]};
    schakel_grouping_options options = SCHAKEL_GROUPING_OPTIONS_INIT;
    options.low = 3;
    options.high = 4;
    options.adult_ids = parents;
    options.adult_count = 12;
    options.host_ids = hosts;
    options.host_count = 3;
    options.apart = &quarrel;
    options.apart_count = 1;
    schakel_grouping *grouping = NULL;
    schakel_grouping_proof proof = SCHAKEL_GROUPING_PROOF_INIT;
    assert_int_equal(schakel_grouping_make(school, &options, &grouping, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_grouping_get_proof(grouping, &proof), SCHAKEL_OK);
    size_t seated = 0;
    for (size_t i = 0; i < schakel_grouping_count(grouping); i++) {
        schakel_small_group group = SCHAKEL_SMALL_GROUP_INIT;
        int quarrelling = 0;
        schakel_grouping_get(grouping, i, &group);
        assert_true(group.adult_count >= 3 && group.adult_count <= 4);
        assert_non_null(group.language);
        for (size_t k = 0; k < group.adult_count; k++)
            quarrelling +=
                strcmp(group.adult_ids[k], parents[1]) == 0 || strcmp(group.adult_ids[k], parents[2]) == 0;
        assert_true(quarrelling < 2);
        seated += group.adult_count;
    }
    assert_int_equal(seated + proof.out_count, 12);
    assert_true(proof.optimal);
    schakel_grouping_destroy(grouping);
    schakel_school_destroy(school);
}

/*
 * On the wishes-and-expectations evening a father complains that the school only calls when something is
 * wrong. Together they find the wish behind it, the school plans an evening that answers it, and the father
 * can see what was done.
 */
static void S7_complaint_becomes_a_wish_and_an_evening_answers_it(void **state)
{
    schakel_school *school = load_sample("school.json");
    family f = find_family(school, "g5", 0);
    schakel_date today = day("2026-10-05");
    (void)state;
    schakel_wish complaint = SCHAKEL_WISH_INIT;
    complaint.id = "story-complaint";
    complaint.kind = SCHAKEL_WISH_COMPLAINT;
    complaint.by_adult_id = f.father;
    complaint.date = day("2026-10-01");
    complaint.text = "De school belt alleen als er iets mis is.";
    TELL(school, wish, &complaint);
    assert_int_equal(count_items(school, today, SCHAKEL_AGENDA_COMPLAINT, "story-complaint", NULL), 1);

    schakel_wish wish = SCHAKEL_WISH_INIT;
    wish.id = "story-wish";
    wish.by_adult_id = f.father;
    wish.date = day("2026-10-01");
    wish.text = "Ik wil ook horen wat goed gaat.";
    wish.from_id = "story-complaint";
    wish.shared = 1;
    TELL(school, wish, &wish);
    /* The complaint is a wish now, and it is the wish that waits for an answer. */
    assert_int_equal(count_items(school, today, SCHAKEL_AGENDA_COMPLAINT, "story-complaint", NULL), 0);
    assert_int_equal(count_items(school, today, SCHAKEL_AGENDA_WISH, "story-wish", NULL), 1);

    schakel_activity evening = SCHAKEL_ACTIVITY_INIT;
    evening.id = "story-evening";
    evening.kind = SCHAKEL_ACTIVITY_FATHERS_EVENING;
    evening.audience = SCHAKEL_AUDIENCE_FATHERS;
    evening.date = day("2026-10-20");
    evening.start = 19 * 60 + 30;
    evening.end = 21 * 60;
    assert_int_equal(schakel_school_add_activity(school, &evening, NULL),
                     SCHAKEL_INVALID); /* no why, no evening */
    evening.why = "Vaders willen horen wat hun kind goed doet.";
    TELL(school, activity, &evening);
    assert_int_equal(count_items(school, today, SCHAKEL_AGENDA_NO_WISH, "story-evening", NULL), 1);
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_ACTIVITY, "story-evening", NULL), SCHAKEL_OK);
    const char *answers[] = {"story-wish"};
    evening.wish_ids = answers;
    evening.wish_count = 1;
    TELL(school, activity, &evening);
    assert_int_equal(count_items(school, today, SCHAKEL_AGENDA_NO_WISH, "story-evening", NULL), 0);

    /* The origin is kept, and nobody removes the wish from under the evening. */
    schakel_wish kept = SCHAKEL_WISH_INIT;
    schakel_school_get_wish(school, schakel_school_find(school, SCHAKEL_KIND_WISH, "story-wish"), &kept);
    assert_string_equal(kept.from_id, "story-complaint");
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_WISH, "story-wish", NULL), SCHAKEL_IN_USE);
    assert_int_equal(schakel_school_remove(school, SCHAKEL_KIND_WISH, "story-complaint", NULL),
                     SCHAKEL_IN_USE);

    /* Another parent sees the shared wish and not whose it is; the complaint stays between father and school. */
    family other = find_family(school, "g7", 1);
    schakel_school *seen = look_as(school, SCHAKEL_KIND_ADULT, other.mother, SCHAKEL_PURPOSE_DIALOGUE, today);
    schakel_school_get_wish(seen, schakel_school_find(seen, SCHAKEL_KIND_WISH, "story-wish"), &kept);
    assert_null(kept.by_adult_id);
    assert_false(is_seen(seen, SCHAKEL_KIND_WISH, "story-complaint"));
    schakel_school_destroy(seen);
    schakel_school_destroy(school);
}

/*
 * A mother told the teacher what goes wrong, and they tried something. When that does not help enough the
 * counsellor joins in, and later the head; at each step the file comes along and nothing need be told again.
 */
static void S8_escalation_carries_the_file(void **state)
{
    schakel_school *school = load_sample("school.json");
    family f = find_family(school, "g6", 0);
    static const char *const note_texts[] = {"Hij wil 's morgens niet naar school.", "Hij zit nu voorin.",
                                             "We bellen elke vrijdag."};
    schakel_rung low = SCHAKEL_RUNG_INIT, middle = SCHAKEL_RUNG_INIT;
    (void)state;
    assert_true(schakel_school_count(school, SCHAKEL_KIND_RUNG) >= 5);
    schakel_school_get_rung(school, 0, &low);
    schakel_school_get_rung(school, 1, &middle);
    const char *counsellor = middle.staff_ids[0];

    schakel_step first = {low.id, day("2026-10-05"), NULL};
    schakel_case c = SCHAKEL_CASE_INIT;
    c.id = "story-case";
    c.child_id = f.child;
    c.title = "Niet naar school willen";
    c.opened = day("2026-10-05");
    c.steps = &first;
    c.step_count = 1;
    TELL(school, case, &c);
    for (size_t i = 0; i < 3; i++) {
        schakel_note note = {day("2026-10-06") + 7 * (schakel_date)i,
                             (schakel_note_kind)i,
                             note_texts[i],
                             i == 0 ? f.mother : NULL,
                             NULL,
                             NULL};
        assert_int_equal(schakel_school_add_note(school, "story-case", &note, NULL), SCHAKEL_OK);
    }
    schakel_agreement agreement = SCHAKEL_AGREEMENT_INIT;
    agreement.id = "story-solution";
    agreement.child_id = f.child;
    agreement.case_id = "story-case";
    agreement.text = "Vader brengt hem elke dag.";
    agreement.by_adult_id = f.father;
    agreement.date = day("2026-10-21");
    agreement.supported = SCHAKEL_YES;
    agreement.feasible = SCHAKEL_NO; /* he works at that hour */
    TELL(school, agreement, &agreement);
    assert_int_equal(count_items(school, day("2026-11-01"), SCHAKEL_AGENDA_CANNOT, "story-solution", NULL),
                     1);

    /* Before the step the counsellor on the next rung has the case by role; somebody else on the staff has not. */
    schakel_step up = {middle.id, day("2026-11-02"), "Het helpt nog niet genoeg."};
    assert_int_equal(schakel_school_step_up(school, "story-case", &up, NULL), SCHAKEL_OK);
    schakel_school *seen =
        look_as(school, SCHAKEL_KIND_STAFF, counsellor, SCHAKEL_PURPOSE_CARE, day("2026-11-03"));
    schakel_case_file *file = NULL;
    size_t told_again = 0;
    assert_int_equal(schakel_case_file_make(seen, "story-case", &file, NULL), SCHAKEL_OK);
    for (size_t i = 0; i < schakel_case_file_count(file); i++) {
        schakel_file_line line = SCHAKEL_FILE_LINE_INIT;
        schakel_case_file_get(file, i, &line);
        for (size_t k = 0; k < 3; k++)
            told_again += line.text != NULL && strcmp(line.text, note_texts[k]) == 0;
    }
    assert_int_equal(told_again, 3);
    schakel_case_file_destroy(file);
    schakel_school_destroy(seen);

    /* It climbed, and nobody offered the parents independent support: the agenda says so. */
    assert_int_equal(count_items(school, day("2026-11-03"), SCHAKEL_AGENDA_NO_SUPPORT, "story-case", NULL),
                     1);

    /* It cannot go down, and it leaves the school only with consent. */
    schakel_step down = {low.id, day("2026-11-04"), NULL};
    assert_int_equal(schakel_school_step_up(school, "story-case", &down, NULL), SCHAKEL_INVALID);
    schakel_rung outside = SCHAKEL_RUNG_INIT;
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_RUNG) && !outside.outside; i++)
        schakel_school_get_rung(school, i, &outside);
    schakel_step out = {outside.id, day("2026-11-10"), NULL};
    assert_int_equal(schakel_school_step_up(school, "story-case", &out, NULL), SCHAKEL_INVALID);
    schakel_consent consent = SCHAKEL_CONSENT_INIT;
    consent.id = "story-consent";
    consent.child_id = f.child;
    consent.by_adult_id = f.mother;
    consent.rung_id = outside.id;
    consent.scopes = SCHAKEL_SCOPE_CARE;
    consent.given = day("2026-11-09");
    TELL(school, consent, &consent);
    assert_int_equal(schakel_school_step_up(school, "story-case", &out, NULL), SCHAKEL_OK);
    schakel_school_destroy(school);
}

/* A teacher wants to write about a problem to parents whom nobody met. The library says: get to know them first. */
static void S8_first_contact_is_not_bad_news(void **state)
{
    schakel_school *school = load_sample("school.json");
    schakel_date today = day("2026-10-05");
    schakel_contact_advice advice;
    const char *words = NULL;
    schakel_child child = SCHAKEL_CHILD_INIT;
    (void)state;
    child.id = "story-child";
    child.group_id = "g3";
    TELL(school, child, &child);
    schakel_tie tie = SCHAKEL_TIE_INIT;
    tie.child_id = "story-child";
    tie.adult_id = find_family(school, "g4", 0).mother;
    TELL(school, tie, &tie);
    assert_int_equal(schakel_contact_advise(school, "story-child", NULL, SCHAKEL_TONE_PROBLEM,
                                            SCHAKEL_CHANNEL_MESSAGE, today, &advice, &words, NULL, NULL),
                     SCHAKEL_OK);
    assert_int_equal(advice, SCHAKEL_ADVICE_FIRST_IS_BAD);
    assert_non_null(strstr(words, "kennis"));

    /* They meet at the door, and it goes well. After that a call about a problem is fine, and a message is cold. */
    schakel_contact door = SCHAKEL_CONTACT_INIT;
    door.id = "story-door";
    door.child_id = "story-child";
    door.adult_id = tie.adult_id;
    door.date = today;
    door.tone = SCHAKEL_TONE_GOOD;
    TELL(school, contact, &door);
    schakel_contact_advise(school, "story-child", NULL, SCHAKEL_TONE_PROBLEM, SCHAKEL_CHANNEL_CALL, today,
                           &advice, NULL, NULL, NULL);
    assert_int_equal(advice, SCHAKEL_ADVICE_FINE);
    schakel_contact_advise(school, "story-child", NULL, SCHAKEL_TONE_PROBLEM, SCHAKEL_CHANNEL_MESSAGE, today,
                           &advice, NULL, NULL, NULL);
    assert_int_equal(advice, SCHAKEL_ADVICE_MESSAGE_IS_COLD);
    schakel_school_destroy(school);
}

/*
 * In the passport a mother writes "Schakel mij in voor: voorlezen", and the teacher "Dit heb ik nodig:
 * iemand die voorleest". One asking the other gives a match. The child tells what it likes; what is for
 * teacher and child alone, the parents do not read.
 */
static void S10_passports_give_matches(void **state)
{
    schakel_school *school = load_sample("school.json");
    family f = find_family(school, "g4", 1);
    schakel_date today = day("2026-09-10");
    static const char *const reading[] = {"story-reading"};
    schakel_concept concept_ = SCHAKEL_CONCEPT_INIT;
    schakel_group group = SCHAKEL_GROUP_INIT;
    (void)state;
    schakel_school_get_group(school, schakel_school_find(school, SCHAKEL_KIND_GROUP, "g4"), &group);
    concept_.id = reading[0];
    concept_.broader_id = "reading-aloud";
    TELL(school, concept, &concept_);
    schakel_question ask_parent = SCHAKEL_QUESTION_INIT, ask_teacher = SCHAKEL_QUESTION_INIT,
                     ask_child = SCHAKEL_QUESTION_INIT;
    ask_parent.id = "story-offer";
    ask_parent.text = "Schakel mij in voor...";
    ask_parent.kind = SCHAKEL_QUESTION_OFFER;
    ask_teacher.id = "story-need";
    ask_teacher.text = "Dit heb ik nodig...";
    ask_teacher.author = SCHAKEL_AUTHOR_TEACHER;
    ask_teacher.kind = SCHAKEL_QUESTION_NEED;
    ask_child.id = "story-secret";
    ask_child.text = "Dit vertel ik alleen aan mijn juf of meester...";
    ask_child.author = SCHAKEL_AUTHOR_CHILD;
    ask_child.readers = SCHAKEL_READER_TEACHER | SCHAKEL_READER_CHILD;
    TELL(school, question, &ask_parent);
    TELL(school, question, &ask_teacher);
    TELL(school, question, &ask_child);

    schakel_answer by_mother = SCHAKEL_ANSWER_INIT, by_teacher = SCHAKEL_ANSWER_INIT,
                   by_child = SCHAKEL_ANSWER_INIT;
    by_mother.id = "story-a1";
    by_mother.question_id = "story-offer";
    by_mother.child_id = f.child;
    by_mother.by_adult_id = f.mother;
    by_mother.date = today;
    by_mother.text = "Voorlezen, op dinsdag.";
    by_mother.concept_ids = reading;
    by_mother.concept_count = 1;
    by_teacher = by_mother;
    by_teacher.id = "story-a2";
    by_teacher.question_id = "story-need";
    by_teacher.by_adult_id = NULL;
    by_teacher.child_id = NULL;
    by_teacher.group_id = "g4";
    by_teacher.by_staff_id = group.staff_ids[0];
    by_teacher.text = "Iemand die voorleest in de kring";
    by_child.id = "story-a3";
    by_child.question_id = "story-secret";
    by_child.child_id = by_child.by_child_id = f.child;
    by_child.date = today;
    by_child.text = "Ik vind rekenen eng.";
    TELL(school, answer, &by_mother);
    TELL(school, answer, &by_teacher);
    TELL(school, answer, &by_child);

    schakel_offer offer = SCHAKEL_OFFER_INIT;
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_window any_time = {0x7F, 0, 1440};
    offer.id = "story-offer-made";
    offer.windows = &any_time;
    offer.window_count = 1;
    need.id = "story-need-made";
    need.date = day("2026-11-24");
    assert_int_equal(schakel_school_offer_from_answer(school, "story-a1", &offer, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_need_from_answer(school, "story-a2", &need, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_offer_from_answer(school, "story-a1", &offer, NULL), SCHAKEL_DUPLICATE);

    /* What the teacher needs and what the mother wants to do find each other. */
    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    schakel_matching *matching = NULL;
    int asked = 0;
    options.today = today;
    assert_int_equal(schakel_match(school, &options, &matching, NULL), SCHAKEL_OK);
    for (size_t i = 0; i < schakel_matching_count(matching); i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        asked += strcmp(ask.need_id, "story-need-made") == 0 && strcmp(ask.adult_id, f.mother) == 0;
    }
    assert_int_equal(asked, 1);
    schakel_matching_destroy(matching);

    schakel_school *mother = look_as(school, SCHAKEL_KIND_ADULT, f.mother, SCHAKEL_PURPOSE_DIALOGUE, today);
    schakel_school *teacher =
        look_as(school, SCHAKEL_KIND_STAFF, group.staff_ids[0], SCHAKEL_PURPOSE_DIALOGUE, today);
    assert_true(is_seen(mother, SCHAKEL_KIND_ANSWER, "story-a1"));
    assert_true(is_seen(teacher, SCHAKEL_KIND_ANSWER, "story-a1"));
    assert_false(is_seen(mother, SCHAKEL_KIND_ANSWER, "story-a3"));
    assert_true(is_seen(teacher, SCHAKEL_KIND_ANSWER, "story-a3"));
    schakel_school_destroy(mother);
    schakel_school_destroy(teacher);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(S3_group_talk_seats_parents_who_can_talk),
        cmocka_unit_test(S7_complaint_becomes_a_wish_and_an_evening_answers_it),
        cmocka_unit_test(S8_escalation_carries_the_file),
        cmocka_unit_test(S8_first_contact_is_not_bad_news),
        cmocka_unit_test(S10_passports_give_matches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
