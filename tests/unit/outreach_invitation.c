/* Whom to invite for an activity: worked out by hand, and on random schools against another way of counting. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "unit/outreach_build.h"

#define BIT(channel) (1u << SCHAKEL_CHANNEL_##channel)

static schakel_invitation *invite_with(const schakel_school *school,
                                       const schakel_invitation_options *options)
{
    schakel_invitation *invitation = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    if (schakel_invitation_make(school, options, &invitation, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return invitation;
}

static schakel_invitation_options options_for(const char *activity_id)
{
    schakel_invitation_options options = SCHAKEL_INVITATION_OPTIONS_INIT;
    options.today = TODAY;
    options.activity_id = activity_id;
    return options;
}

static schakel_invitation *invite(const schakel_school *school, const char *activity_id)
{
    schakel_invitation_options options = options_for(activity_id);
    return invite_with(school, &options);
}

static schakel_invitation_summary sum_up(const schakel_invitation *invitation)
{
    schakel_invitation_summary summary = SCHAKEL_INVITATION_SUMMARY_INIT;
    assert_int_equal(schakel_invitation_get_summary(invitation, &summary), SCHAKEL_OK);
    return summary;
}

static schakel_invitee invitee_at(const schakel_invitation *invitation, size_t index)
{
    schakel_invitee invitee = SCHAKEL_INVITEE_INIT;
    assert_int_equal(schakel_invitation_get(invitation, index, &invitee), SCHAKEL_OK);
    return invitee;
}

/* The invitee who is this adult or child; fails when there is none. */
static schakel_invitee find_invitee(const schakel_invitation *invitation, const char *id)
{
    for (size_t i = 0; i < schakel_invitation_count(invitation); i++) {
        schakel_invitee invitee = invitee_at(invitation, i);
        if (strcmp(invitee.adult_id != NULL ? invitee.adult_id : invitee.child_id, id) == 0)
            return invitee;
    }
    fail_msg("%s is not invited", id);
    return (schakel_invitee)SCHAKEL_INVITEE_INIT;
}

/* "dad1 c1 no; mum4 c4 ?; +kid": adults with their children and whether they can come; children by themselves. */
static void expect_invited(const schakel_invitation *invitation, const char *expected)
{
    static const char *const words[] = {"?", "yes", "no"};
    char found[1024] = "";
    size_t used = 0;
    for (size_t i = 0; i < schakel_invitation_count(invitation); i++) {
        schakel_invitee invitee = invitee_at(invitation, i);
        const char *between = i == 0 ? "" : "; ";
        if (invitee.child_id != NULL) {
            assert_null(invitee.adult_id);
            assert_null(invitee.advice);
            assert_int_equal(invitee.can_come, SCHAKEL_UNASKED);
            used += (size_t)snprintf(found + used, sizeof found - used, "%s+%s", between, invitee.child_id);
            continue;
        }
        assert_non_null(invitee.advice);
        used += (size_t)snprintf(found + used, sizeof found - used, "%s%s", between, invitee.adult_id);
        for (size_t k = 0; k < invitee.child_count; k++)
            used += (size_t)snprintf(found + used, sizeof found - used, " %s", invitee.child_ids[k]);
        used += (size_t)snprintf(found + used, sizeof found - used, " %s", words[invitee.can_come]);
        assert_true(used < sizeof found);
    }
    assert_string_equal(found, expected);
}

static void expect_invited_for(const schakel_school *school, const char *activity_id, const char *expected)
{
    schakel_invitation *invitation = invite(school, activity_id);
    expect_invited(invitation, expected);
    schakel_invitation_destroy(invitation);
}

/* ---------------------------------------------------------------- who is invited */

static void everybody_who_may_be_told_is_invited_by_id(void **state)
{
    (void)state;
    for (size_t turn = 0; turn < 7; turn++) {
        schakel_school *school = school_in_shifts(turn);
        schakel_activity activity = activity_of("evening", SCHAKEL_AUDIENCE_PARENTS, &shift_slots[0]);
        TELL(school, activity, &activity);
        schakel_invitation *invitation = invite(school, "evening");
        expect_invited(invitation,
                       "aunt4 c4 ?; dad1 c1 no; dad2 c2 c3 yes; guard5 c5 no; mum1 c1 yes; mum2 c2 "
                       "c3 no; mum4 c4 ?");
        schakel_invitation_summary summary = sum_up(invitation);
        assert_string_equal(summary.activity_id, "evening");
        assert_int_equal(summary.families, 4);
        assert_int_equal(summary.families_can_come, 3);
        assert_int_equal(summary.flags, SCHAKEL_INVITE_NO_WISH | SCHAKEL_INVITE_FAMILY_SHUT_OUT);
        assert_int_equal(summary.invite_by, TUESDAY - 21);
        assert_memory_equal(&summary.slot, &shift_slots[0], sizeof summary.slot);
        assert_int_equal(summary.level, SCHAKEL_LEVEL_UNKNOWN);
        assert_int_equal(summary.cannot_read, 0);
        schakel_invitation_destroy(invitation);
        schakel_school_destroy(school);
    }
}

static void an_audience_takes_only_its_own(void **state)
{
    static const char *const g1[] = {"g1"};
    static const schakel_member members[] = {{"mum4", NULL, NULL, NULL}, {NULL, NULL, "c2", NULL}};
    (void)state;
    schakel_school *school = school_in_shifts(0);
    schakel_team team = SCHAKEL_TEAM_INIT;
    team.id = "team";
    team.members = members;
    team.member_count = 2;
    TELL(school, team, &team);
    static const struct {
        const char *id;
        schakel_audience audience;
        int of_g1;
        const char *expected;
    } cases[] = {
        {"fathers", SCHAKEL_AUDIENCE_FATHERS, 0, "dad1 c1 no; dad2 c2 c3 yes"},
        {"fathers of g1", SCHAKEL_AUDIENCE_FATHERS, 1, "dad1 c1 no; dad2 c2 yes"},
        {"children", SCHAKEL_AUDIENCE_CHILDREN, 0, "+c1; +c2; +c3; +c4; +c5"},
        {"children of g1", SCHAKEL_AUDIENCE_CHILDREN, 1, "+c1; +c2"},
        {"together", SCHAKEL_AUDIENCE_TOGETHER, 1,
         "dad1 c1 no; dad2 c2 yes; mum1 c1 yes; mum2 c2 no; +c1; +c2"},
        {"team", SCHAKEL_AUDIENCE_TEAM, 1, "mum4 c4 ?; +c2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_activity activity = activity_of(cases[i].id, cases[i].audience, &shift_slots[0]);
        activity.group_ids = g1;
        activity.group_count = cases[i].of_g1;
        activity.team_id = cases[i].audience == SCHAKEL_AUDIENCE_TEAM ? "team" : NULL;
        TELL(school, activity, &activity);
        expect_invited_for(school, cases[i].id, cases[i].expected);
    }
    schakel_school_destroy(school);
}

static void newcomers_are_those_of_the_last_year_or_not_known(void **state)
{
    static const struct {
        const char *id;
        schakel_date since;
    } adults[] = {
        {"new", TODAY - 100}, {"old", TUESDAY - 365}, {"nearly", TUESDAY - 364}, {"x", SCHAKEL_NO_DATE}};
    (void)state;
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    add_child(school, "kid", NULL);
    for (size_t i = 0; i < sizeof adults / sizeof adults[0]; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        adult.id = adults[i].id;
        adult.since = adults[i].since;
        TELL(school, adult, &adult);
        add_tie(school, "kid", adults[i].id, SCHAKEL_TIE_PARENT);
    }
    schakel_activity activity = activity_of("welcome", SCHAKEL_AUDIENCE_NEWCOMERS, &shift_slots[0]);
    TELL(school, activity, &activity);
    expect_invited_for(school, "welcome", "nearly kid ?; new kid ?; x kid ?");
    schakel_school_destroy(school);
}

static void who_may_not_be_told_is_not_invited(void **state)
{
    (void)state;
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    schakel_tie tie = SCHAKEL_TIE_INIT;
    add_child(school, "kid", NULL);
    add_child(school, "kit", NULL);
    add_speaker(school, "dad", NULL, 0, 0);
    add_speaker(school, "uncle", NULL, 0, 0);
    add_speaker(school, "mum", NULL, 0, 0);
    tie.child_id = "kid";
    tie.adult_id = "dad";
    tie.kind = SCHAKEL_TIE_FATHER;
    tie.informed = 0;
    TELL(school, tie, &tie);
    add_tie(school, "kit", "dad", SCHAKEL_TIE_FATHER);
    add_tie(school, "kid", "mum", SCHAKEL_TIE_MOTHER);
    add_tie(school, "kid", "uncle", SCHAKEL_TIE_RELATIVE);
    schakel_activity activity = activity_of("evening", SCHAKEL_AUDIENCE_PARENTS, &shift_slots[0]);
    TELL(school, activity, &activity);
    expect_invited_for(school, "evening", "dad kit ?; mum kid ?");
    add_consent(school, "k", "kid", "uncle", "mum");
    expect_invited_for(school, "evening", "dad kit ?; mum kid ?; uncle kid ?");
    schakel_school_destroy(school);
}

static void separated_parents_each_get_an_invitation_by_a_channel_of_their_own(void **state)
{
    static const schakel_language_skill little[] = {{"nl", SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_NONE},
                                                    {"ti", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_A1}};
    (void)state;
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    add_child(school, "kid", NULL);
    add_speaker(school, "dad", NULL, 0, BIT(MAIL));
    add_speaker(school, "mum", little, 2, 0);
    add_tie(school, "kid", "mum", SCHAKEL_TIE_MOTHER);
    add_tie(school, "kid", "dad", SCHAKEL_TIE_FATHER);
    add_contact(school, "mum", SCHAKEL_CHANNEL_FILM, SCHAKEL_YES, 0, TODAY - 3);
    schakel_activity activity = activity_of("evening", SCHAKEL_AUDIENCE_PARENTS, &shift_slots[0]);
    TELL(school, activity, &activity);
    schakel_invitation_options options = options_for("evening");
    schakel_invitation *invitation = invite_with(school, &options);
    assert_int_equal(find_invitee(invitation, "dad").advice->channel, SCHAKEL_CHANNEL_MAIL);
    assert_string_equal(find_invitee(invitation, "dad").advice->language, "nl");
    assert_int_equal(find_invitee(invitation, "mum").advice->channel, SCHAKEL_CHANNEL_FILM);
    assert_string_equal(find_invitee(invitation, "mum").advice->language, "ti");
    schakel_invitation_destroy(invitation);
    options.offered = BIT(CALL) | BIT(NEWSLETTER);
    invitation = invite_with(school, &options);
    assert_int_equal(find_invitee(invitation, "dad").advice->channel, SCHAKEL_CHANNEL_CALL);
    schakel_invitation_destroy(invitation);
    schakel_school_destroy(school);
}

static void a_student_who_decides_is_invited_and_parents_only_with_consent(void **state)
{
    static const schakel_stage stages[] = {SCHAKEL_STAGE_MBO, SCHAKEL_STAGE_VO};
    /* At an mbo the student of sixteen is invited as well, with the parents. */
    static const char *const without[] = {"dad young ?; mum young ?; +grown; +young",
                                          "dad young ?; mum young ?; +grown"};
    static const char *const with[] = {"dad young ?; mum grown young ?; +grown; +young",
                                       "dad young ?; mum grown young ?; +grown"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        schakel_school *school = begin_school(stages[i]);
        schakel_child grown = SCHAKEL_CHILD_INIT, young = SCHAKEL_CHILD_INIT;
        grown.id = "grown";
        grown.born = schakel_date_from_ymd(2008, 8, 31);
        young.id = "young";
        young.born = schakel_date_from_ymd(2010, 1, 1);
        TELL(school, child, &grown);
        TELL(school, child, &young);
        add_speaker(school, "mum", NULL, 0, 0);
        add_speaker(school, "dad", NULL, 0, 0);
        add_tie(school, "grown", "mum", SCHAKEL_TIE_MOTHER);
        add_tie(school, "grown", "dad", SCHAKEL_TIE_FATHER);
        add_tie(school, "young", "mum", SCHAKEL_TIE_MOTHER);
        add_tie(school, "young", "dad", SCHAKEL_TIE_FATHER);
        schakel_activity activity = activity_of("evening", SCHAKEL_AUDIENCE_PARENTS, &shift_slots[0]);
        TELL(school, activity, &activity);
        expect_invited_for(school, "evening", without[i]);
        add_consent(school, "k", "grown", "mum", NULL);
        expect_invited_for(school, "evening", with[i]);
        schakel_school_destroy(school);
    }
}

/* ------------------------------------------------------------------ the moment */

static schakel_invitation_summary sum_up_with(const schakel_school *school, const schakel_slot *slots,
                                              size_t count, const char *activity_id)
{
    schakel_invitation_options options = options_for(activity_id);
    options.slots = slots;
    options.slot_count = count;
    schakel_invitation *invitation = invite_with(school, &options);
    schakel_invitation_summary summary = sum_up(invitation);
    schakel_invitation_destroy(invitation);
    return summary;
}

static void the_best_moment_is_chosen(void **state)
{
    (void)state;
    schakel_school *school = school_in_shifts(0);
    for (size_t i = 0; i < SHIFT_SLOTS; i++) {
        static const char *const ids[] = {"s0", "s1", "s2", "s3"};
        schakel_activity activity = activity_of(ids[i], SCHAKEL_AUDIENCE_PARENTS, &shift_slots[i]);
        TELL(school, activity, &activity);
        /* Thursday after lunch brings all four families, the others three. */
        schakel_invitation_summary summary = sum_up_with(school, shift_slots, SHIFT_SLOTS, ids[i]);
        assert_memory_equal(&summary.slot, &shift_slots[3], sizeof summary.slot);
        assert_int_equal(summary.families_can_come, 4);
        assert_int_equal(summary.flags, SCHAKEL_INVITE_NO_WISH | (i == 3 ? 0 : SCHAKEL_INVITE_BETTER_SLOT));
        assert_int_equal(summary.invite_by, TUESDAY + 2 - 21);
    }
    /* Tuesday and Wednesday are as good: the earliest, unless the other is the activity's own. */
    assert_int_equal(sum_up_with(school, shift_slots, 2, "s0").slot.date, TUESDAY);
    assert_int_equal(sum_up_with(school, shift_slots, 2, "s1").slot.date, TUESDAY + 1);
    assert_int_equal(sum_up_with(school, shift_slots, 2, "s2").slot.date, TUESDAY);
    assert_int_equal(sum_up_with(school, shift_slots, 2, "s1").flags,
                     SCHAKEL_INVITE_NO_WISH | SCHAKEL_INVITE_FAMILY_SHUT_OUT);
    schakel_school_destroy(school);
}

/* On Wednesday as many families can come, but more adults: the activity's own Tuesday is no tie. */
static void more_adults_win_from_the_own_moment(void **state)
{
    (void)state;
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    add_child(school, "kid", NULL);
    add_adult(school, "mum", WORKDAYS, at(8, 0), at(22, 0), NULL);
    add_adult(school, "guard", 0x4, at(8, 0), at(22, 0), NULL);
    add_tie(school, "kid", "mum", SCHAKEL_TIE_MOTHER);
    add_tie(school, "kid", "guard", SCHAKEL_TIE_GUARDIAN);
    schakel_activity activity = activity_of("evening", SCHAKEL_AUDIENCE_PARENTS, &shift_slots[0]);
    TELL(school, activity, &activity);
    schakel_invitation_summary summary = sum_up_with(school, shift_slots, 2, "evening");
    assert_int_equal(summary.slot.date, TUESDAY + 1);
    assert_int_equal(summary.flags, SCHAKEL_INVITE_NO_WISH);
    schakel_school_destroy(school);
}

static void an_activity_without_a_time_needs_none(void **state)
{
    (void)state;
    schakel_school *school = school_in_shifts(0);
    schakel_slot no_time = {TUESDAY, SCHAKEL_NO_TIME, SCHAKEL_NO_TIME};
    schakel_activity activity = activity_of("home", SCHAKEL_AUDIENCE_PARENTS, &no_time);
    TELL(school, activity, &activity);
    schakel_invitation *invitation = invite(school, "home");
    schakel_invitation_summary summary = sum_up(invitation);
    assert_int_equal(find_invitee(invitation, "dad1").can_come, SCHAKEL_UNASKED);
    assert_int_equal(summary.slot.date, SCHAKEL_NO_DATE);
    assert_int_equal(summary.slot.start, SCHAKEL_NO_TIME);
    assert_int_equal(summary.families, 4);
    assert_int_equal(summary.families_can_come, 4);
    assert_int_equal(summary.invite_by, TUESDAY - 21);
    assert_int_equal(summary.flags, SCHAKEL_INVITE_NO_WISH);
    schakel_invitation_destroy(invitation);
    /* There is nothing that another moment would be better than. */
    summary = sum_up_with(school, shift_slots, 1, "home");
    assert_memory_equal(&summary.slot, &shift_slots[0], sizeof summary.slot);
    assert_int_equal(summary.families_can_come, 3);
    assert_int_equal(summary.flags, SCHAKEL_INVITE_NO_WISH | SCHAKEL_INVITE_FAMILY_SHUT_OUT);
    schakel_school_destroy(school);
}

static void who_is_invited_late_is_invited_today(void **state)
{
    static const struct {
        int notice, days_until, invite_in, late;
    } cases[] = {{21, 35, 14, 0}, {35, 35, 0, 0}, {36, 35, 0, 1},   {0, 0, 0, 0},
                 {0, 5, 5, 0},    {1, 0, 0, 1},   {366, 400, 34, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = school_in_shifts(0);
        schakel_slot slot = {TODAY + cases[i].days_until, 600, 660};
        schakel_activity activity = activity_of("evening", SCHAKEL_AUDIENCE_PARENTS, &slot);
        TELL(school, activity, &activity);
        schakel_invitation_options options = options_for("evening");
        options.notice = cases[i].notice;
        schakel_invitation *invitation = invite_with(school, &options);
        assert_int_equal(sum_up(invitation).invite_by, TODAY + cases[i].invite_in);
        assert_int_equal((sum_up(invitation).flags & SCHAKEL_INVITE_LATE) != 0, cases[i].late);
        schakel_invitation_destroy(invitation);
        schakel_school_destroy(school);
    }
}

/* Two holidays that touch: the invitation goes out on the last day of school before them. */
static void an_invitation_goes_out_before_a_holiday(void **state)
{
    static const struct {
        int days_until, invite_in;
    } cases[] = {{30, 9}, {31, 9}, {39, 9}, {40, 19}};
    const schakel_period closed[] = {{TODAY + 10, TODAY + 14}, {TODAY + 15, TODAY + 18}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_school *school = school_in_shifts(0);
        schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
        assert_int_equal(schakel_school_get_info(school, &info), SCHAKEL_OK);
        info.closed = closed;
        info.closed_count = 2;
        assert_int_equal(schakel_school_set_info(school, &info, NULL), SCHAKEL_OK);
        schakel_slot slot = {TODAY + cases[i].days_until, 600, 660};
        schakel_activity activity = activity_of("evening", SCHAKEL_AUDIENCE_PARENTS, &slot);
        TELL(school, activity, &activity);
        schakel_invitation *invitation = invite(school, "evening"); /* with a notice of 21 days */
        assert_int_equal(sum_up(invitation).invite_by, TODAY + cases[i].invite_in);
        schakel_invitation_destroy(invitation);
        schakel_school_destroy(school);
    }
}

static void nobody_is_invited_for_what_is_over(void **state)
{
    const schakel_slot slots[] = {{TODAY, 600, 660}, {TODAY - 1, 600, 660}, {TODAY + 1, 600, 660}};
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_invitation *invitation = NULL;
    (void)state;
    schakel_school *school = school_in_shifts(0);
    schakel_slot no_time = {TODAY - 1, SCHAKEL_NO_TIME, SCHAKEL_NO_TIME};
    schakel_activity past = activity_of("past", SCHAKEL_AUDIENCE_PARENTS, &slots[1]);
    schakel_activity home = activity_of("home", SCHAKEL_AUDIENCE_PARENTS, &no_time);
    TELL(school, activity, &past);
    TELL(school, activity, &home);
    static const char *const ids[] = {"past", "home"};
    for (size_t i = 0; i < 2; i++) {
        schakel_invitation_options options = options_for(ids[i]);
        assert_int_equal(schakel_invitation_make(school, &options, &invitation, &error), SCHAKEL_INVALID);
        assert_null(invitation);
        assert_string_equal(error.path, "/activity");
        assert_non_null(strstr(error.message, "found 2026-08-31"));
        options.slots = slots;
        options.slot_count = 3;
        assert_int_equal(schakel_invitation_make(school, &options, &invitation, &error), SCHAKEL_INVALID);
        assert_string_equal(error.path, "/slots/1");
        /* Today is not over, and what is over can be done once more. */
        options.slot_count = 1;
        invitation = invite_with(school, &options);
        assert_int_equal(sum_up(invitation).slot.date, TODAY);
        schakel_invitation_destroy(invitation);
        invitation = NULL;
    }
    schakel_school_destroy(school);
}

/* -------------------------------------------------------------------- the text */

static schakel_invitation *invite_with_text(const schakel_school *school, const char *text)
{
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    schakel_invitation_options options = options_for("evening");
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_check(checker, text, strlen(text), NULL, &report, NULL), SCHAKEL_OK);
    options.report = report;
    schakel_invitation *invitation = invite_with(school, &options);
    schakel_report_destroy(report); /* the invitation keeps nothing of it */
    schakel_checker_destroy(checker);
    return invitation;
}

/* All that an invitation says. */
#define PRACTICAL                                                                                            \
    "De ouderavond is op dinsdag 6 oktober 2026. Wij beginnen om 19.30 uur en stoppen om 21.00 uur. U bent " \
    "welkom op school, in de aula. Hebt u een vraag? Bel dan juf Els. Stuur voor 1 oktober een bericht.\n"

static const char plain_text[] = "# Ouderavond\n\nBeste ouders,\n\nKomt u ook? " PRACTICAL;

static void what_is_wrong_with_the_text_is_said(void **state)
{
    static const struct {
        const char *text;
        uint32_t flags;
    } cases[] = {
        {plain_text, 0},
        {"# Ouderavond\n\nBeste ouders,\n\nKomt u ook naar de moederpraatgroep? " PRACTICAL,
         SCHAKEL_INVITE_TEXT_GENDERED},
        {"# Ouderavond\n\nBeste ouders,\n\nKomt u ook? De ouderavond is op dinsdag 6 oktober 2026. "
         "Wij beginnen om 19.30 uur. U bent welkom op school, in de aula. Stuur voor 1 oktober een bericht.\n",
         SCHAKEL_INVITE_TEXT_MISSING},
        {"# Ouderavond\n\nBeste ouders,\n\nU bent verplicht om te komen. " PRACTICAL,
         SCHAKEL_INVITE_TEXT_PRESSURE},
        {"# Ouderavond\n\nBeste ouders,\n\nKomt u ook? " PRACTICAL
         "\nTeneinde de onderwijskundige ontwikkelingen en de daaruit voortvloeiende consequenties voor het "
         "pedagogisch beleid gezamenlijk te evalueren, verzoeken wij u middels dit schrijven de navolgende "
         "documentatie te bestuderen, opdat een constructieve gedachtewisseling gewaarborgd wordt.\n",
         SCHAKEL_INVITE_TEXT_HARD},
    };
    static const uint32_t of_text = SCHAKEL_INVITE_TEXT_HARD | SCHAKEL_INVITE_TEXT_GENDERED |
                                    SCHAKEL_INVITE_TEXT_MISSING | SCHAKEL_INVITE_TEXT_PRESSURE;
    (void)state;
    schakel_school *school = school_in_shifts(0);
    schakel_activity activity = activity_of("evening", SCHAKEL_AUDIENCE_PARENTS, &shift_slots[0]);
    TELL(school, activity, &activity);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_invitation *invitation = invite_with_text(school, cases[i].text);
        uint32_t flags = sum_up(invitation).flags & of_text;
        /* An error in the wording also keeps a text from its target. */
        if (cases[i].flags != SCHAKEL_INVITE_TEXT_HARD && cases[i].flags != 0)
            flags &= ~SCHAKEL_INVITE_TEXT_HARD;
        if (flags != cases[i].flags)
            fail_msg("case %zu: %#x", i, (unsigned)flags);
        schakel_invitation_destroy(invitation);
    }
    schakel_school_destroy(school);
}

static void the_level_of_the_text_is_held_against_its_readers(void **state)
{
    static const schakel_language_skill skills[] = {{"nl", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_NONE},
                                                    {"nl", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_C2}};
    (void)state;
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    add_child(school, "kid", NULL);
    add_speaker(school, "none", &skills[0], 1, 0);
    add_speaker(school, "well", &skills[1], 1, 0);
    add_speaker(school, "x", NULL, 0, 0);
    add_tie(school, "kid", "none", SCHAKEL_TIE_MOTHER);
    add_tie(school, "kid", "well", SCHAKEL_TIE_FATHER);
    add_tie(school, "kid", "x", SCHAKEL_TIE_PARENT);
    schakel_activity activity = activity_of("evening", SCHAKEL_AUDIENCE_PARENTS, &shift_slots[0]);
    TELL(school, activity, &activity);
    schakel_invitation *invitation = invite_with_text(school, plain_text);
    assert_in_range(sum_up(invitation).level, SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_A2);
    assert_int_equal(sum_up(invitation).cannot_read, 1);
    assert_int_equal(find_invitee(invitation, "none").can_read, SCHAKEL_NO);
    assert_int_equal(find_invitee(invitation, "well").can_read, SCHAKEL_YES);
    assert_int_equal(find_invitee(invitation, "x").can_read, SCHAKEL_UNASKED);
    schakel_invitation_destroy(invitation);
    /* A text that is not in Dutch has no level. */
    invitation =
        invite_with_text(school, "Dear parents, we would like to invite you to our school next week.");
    assert_int_equal(sum_up(invitation).level, SCHAKEL_LEVEL_UNKNOWN);
    assert_int_equal(sum_up(invitation).cannot_read, 0);
    assert_int_equal(find_invitee(invitation, "none").can_read, SCHAKEL_UNASKED);
    /* So it is not harder than its target, and nothing else is said of it. */
    assert_int_equal(sum_up(invitation).flags, SCHAKEL_INVITE_NO_WISH);
    schakel_invitation_destroy(invitation);
    schakel_school_destroy(school);
}

static void every_flag_has_its_advice(void **state)
{
    static const char *const wishes[] = {"w"};
    (void)state;
    schakel_school *school = school_in_shifts(0);
    schakel_wish wish = SCHAKEL_WISH_INIT;
    wish.id = "w";
    wish.date = TODAY;
    wish.text = "Praten over lezen";
    TELL(school, wish, &wish);
    schakel_activity activity = activity_of("evening", SCHAKEL_AUDIENCE_PARENTS, &shift_slots[3]);
    activity.wish_ids = wishes;
    activity.wish_count = 1;
    TELL(school, activity, &activity);
    schakel_invitation *invitation = invite_with_text(school, plain_text);
    assert_int_equal(sum_up(invitation).flags, 0);
    assert_int_equal(schakel_invitation_advice_count(invitation), 0);
    assert_null(schakel_invitation_advice(invitation, 0, SCHAKEL_DUTCH));
    schakel_invitation_destroy(invitation);
    activity.id = "late";
    activity.date = shift_slots[0].date;
    activity.start = shift_slots[0].start;
    activity.end = shift_slots[0].end;
    activity.wish_count = 0;
    TELL(school, activity, &activity);
    schakel_invitation_options options = options_for("late");
    options.notice = 100;
    invitation = invite_with(school, &options);
    assert_int_equal(sum_up(invitation).flags,
                     SCHAKEL_INVITE_LATE | SCHAKEL_INVITE_NO_WISH | SCHAKEL_INVITE_FAMILY_SHUT_OUT);
    assert_int_equal(schakel_invitation_advice_count(invitation), 3);
    assert_string_equal(schakel_invitation_advice(invitation, 0, SCHAKEL_DUTCH),
                        "Het is laat voor deze uitnodiging: nodig vandaag nog uit.");
    assert_string_equal(schakel_invitation_advice(invitation, 1, SCHAKEL_ENGLISH),
                        "This activity answers no wish yet: first ask parents what they want.");
    assert_string_equal(schakel_invitation_advice(invitation, 2, SCHAKEL_DUTCH),
                        "Uit sommige gezinnen kan niemand komen: praat met hen op een andere dag.");
    assert_null(schakel_invitation_advice(invitation, 3, SCHAKEL_DUTCH));
    schakel_invitation_destroy(invitation);
    options.slots = shift_slots;
    options.slot_count = SHIFT_SLOTS;
    invitation = invite_with(school, &options);
    assert_string_equal(schakel_invitation_advice(invitation, 1, SCHAKEL_DUTCH),
                        "Dit moment is beter dan het moment in het plan: er kunnen meer gezinnen komen.");
    schakel_invitation_destroy(invitation);
    schakel_school_destroy(school);
}

/* ------------------------------------------------------------- random schools */

/* Families, adults, and fathers or mothers, whichever are fewer, as one number; and the families alone. */
static unsigned long reach_of(const people *all, const schakel_slot *slot, size_t *families)
{
    uint32_t bits = 0;
    unsigned long adults = 0, mothers = 0, fathers = 0;
    for (size_t i = 0; i < all->count; i++) {
        if (!can_come(&all->adults[i], slot))
            continue;
        bits |= all->families[i];
        adults++;
        mothers += (unsigned long)all->is_mother[i];
        fathers += (unsigned long)all->is_father[i];
    }
    *families = count_bits(bits);
    return *families * 10000 + adults * 100 + (mothers < fathers ? mothers : fathers);
}

/* The summary that these moments must give, counted otherwise. */
static schakel_invitation_summary expect_summary(const people *all, const schakel_slot *slots, size_t count,
                                                 const schakel_slot *own)
{
    schakel_invitation_summary expected = SCHAKEL_INVITATION_SUMMARY_INIT;
    size_t families = 0, own_families = 0;
    unsigned long most = 0;
    reach_of(all, own, &own_families);
    for (size_t i = 0; i < count; i++) {
        unsigned long reach = reach_of(all, &slots[i], &families);
        const schakel_slot *a = &slots[i], *b = &expected.slot;
        int is_earlier = a->date != b->date     ? a->date < b->date
                         : a->start != b->start ? a->start < b->start
                                                : a->end < b->end;
        int b_is_own = b->date == own->date && b->start == own->start && b->end == own->end;
        int a_is_own = a->date == own->date && a->start == own->start && a->end == own->end;
        if (i > 0 && (reach < most || (reach == most && !a_is_own && (b_is_own || !is_earlier))))
            continue;
        most = reach;
        expected.slot = *a;
        expected.families_can_come = families;
    }
    expected.families = count_bits(all->all_families);
    expected.flags = SCHAKEL_INVITE_NO_WISH | SCHAKEL_INVITE_LATE;
    if (expected.families_can_come > own_families)
        expected.flags |= SCHAKEL_INVITE_BETTER_SLOT;
    if (expected.families_can_come < expected.families)
        expected.flags |= SCHAKEL_INVITE_FAMILY_SHUT_OUT;
    return expected;
}

static void random_schools_give_what_another_count_gives(void **state)
{
    enum { ROUNDS = 400 };
    size_t better = 0, shut_out = 0;
    (void)state;
    for (uint64_t seed = 0; seed < ROUNDS; seed++) {
        people all;
        schakel_slot slots[MOST_SLOTS + 1];
        size_t count = draw_slots(slots, seed * 3 + 1);
        slots[count] = (schakel_slot){TODAY + 1, at(9, 0), at(9, 30)};
        schakel_slot own = slots[seed % (count + 1)];
        schakel_school *school = draw_school(seed, (uint32_t)seed % 5);
        schakel_activity activity = activity_of("evening", SCHAKEL_AUDIENCE_PARENTS, &own);
        TELL(school, activity, &activity);
        find_people(&all, school, NULL, 0);
        schakel_invitation_options options = options_for("evening");
        options.slots = slots;
        options.slot_count = count;
        schakel_invitation *invitation = invite_with(school, &options);
        schakel_invitation_summary found = sum_up(invitation),
                                   expected = expect_summary(&all, slots, count, &own);
        assert_memory_equal(&found.slot, &expected.slot, sizeof found.slot);
        assert_int_equal(found.families, expected.families);
        assert_int_equal(found.families_can_come, expected.families_can_come);
        assert_int_equal(found.flags, expected.flags);
        for (size_t i = 0; i < all.count; i++) {
            schakel_invitee invitee = invitee_at(invitation, i);
            int said_when = all.adults[i].window_count + all.adults[i].exception_count > 0;
            assert_string_equal(invitee.adult_id, all.adults[i].id);
            assert_int_equal(invitee.can_come, !said_when                              ? SCHAKEL_UNASKED
                                               : can_come(&all.adults[i], &found.slot) ? SCHAKEL_YES
                                                                                       : SCHAKEL_NO);
        }
        better += (found.flags & SCHAKEL_INVITE_BETTER_SLOT) != 0;
        shut_out += (found.flags & SCHAKEL_INVITE_FAMILY_SHUT_OUT) != 0;
        schakel_invitation_destroy(invitation);
        schakel_school_destroy(school);
    }
    assert_in_range(better, 20, ROUNDS - 20);
    assert_in_range(shut_out, 20, ROUNDS - 20);
}

/* ----------------------------------------------------------------- the stories */

static size_t count_ties(const schakel_school *school, schakel_tie_kind kind, schakel_date date)
{
    size_t count = 0;
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_ADULT); i++) {
        int is = 0;
        for (size_t k = 0; k < schakel_school_adult_tie_count(school, i); k++) {
            schakel_tie tie = SCHAKEL_TIE_INIT;
            schakel_told told = SCHAKEL_TOLD_INIT;
            schakel_school_get_adult_tie(school, i, k, &tie);
            schakel_school_told(school, tie.child_id, tie.adult_id, SCHAKEL_SCOPE_PRACTICAL, date, &told,
                                NULL);
            is |= tie.kind == kind && told.allowed;
        }
        count += (size_t)is;
    }
    return count;
}

/*
 * The fathers' evening of the sample school. Every father is invited, also one who lives elsewhere and is not the first
 * on the list, and in time to arrange it. Their working hours decide between evening and afternoon.
 */
static void S4_every_father_is_invited_in_time(void **state)
{
    (void)state;
    schakel_school *school = load_sample_school("school.json");
    const schakel_date today = schakel_date_from_ymd(2026, 10, 1),
                       evening = schakel_date_from_ymd(2026, 11, 12);
    const schakel_slot slots[] = {{evening, at(19, 30), at(21, 30)}, {evening, at(14, 0), at(15, 0)}};
    size_t fathers[2] = {0, 0};
    schakel_invitation_options options = options_for("vaders");
    options.today = today;
    options.slots = slots;
    options.slot_count = 2;
    schakel_invitation *invitation = invite_with(school, &options);
    schakel_invitation_summary summary = sum_up(invitation);
    assert_int_equal(schakel_invitation_count(invitation), count_ties(school, SCHAKEL_TIE_FATHER, today));
    for (size_t i = 0; i < schakel_invitation_count(invitation); i++) {
        schakel_adult father = SCHAKEL_ADULT_INIT;
        schakel_school_get_adult(
            school, schakel_school_find(school, SCHAKEL_KIND_ADULT, invitee_at(invitation, i).adult_id),
            &father);
        for (size_t slot = 0; slot < 2; slot++)
            fathers[slot] += (size_t)can_come(&father, &slots[slot]);
    }
    assert_int_not_equal(fathers[0], fathers[1]);
    assert_int_equal(summary.slot.start, slots[fathers[1] > fathers[0]].start);
    assert_int_equal((summary.flags & SCHAKEL_INVITE_BETTER_SLOT) != 0, fathers[1] > fathers[0]);
    assert_int_equal(summary.invite_by, schakel_date_from_ymd(2026, 10, 16)); /* 21 days before is in the holiday after it */
    assert_false(summary.flags & (SCHAKEL_INVITE_LATE | SCHAKEL_INVITE_NO_WISH));
    schakel_invitation_destroy(invitation);
    schakel_school_destroy(school);
}

/* Whose parents cannot read are not sent a letter: the invitation for the walk-in is told to them. */
static void S6_parents_who_hardly_read_are_told_not_written(void **state)
{
    (void)state;
    schakel_school *school = load_sample_school("school.json");
    schakel_invitation_options options = options_for("lezen");
    size_t little = 0;
    options.today = schakel_date_from_ymd(2026, 9, 15);
    schakel_invitation *invitation = invite_with(school, &options);
    for (size_t i = 0; i < schakel_invitation_count(invitation); i++) {
        schakel_invitee invitee = invitee_at(invitation, i);
        if (!(invitee.advice->reasons & SCHAKEL_BECAUSE_READS_LITTLE))
            continue;
        little++;
        assert_true(invitee.advice->channel <= SCHAKEL_CHANNEL_VIDEO ||
                    (invitee.advice->reasons & SCHAKEL_BECAUSE_ASKED_FOR) != 0);
    }
    assert_true(little > 0);
    schakel_invitation_destroy(invitation);
    schakel_school_destroy(school);
}

/* The students' evening of the college: every student gets an invitation, and no parent without the student's leave. */
static void S13_students_steer_who_is_invited(void **state)
{
    (void)state;
    schakel_school *school = load_sample_school("college.json");
    schakel_invitation_options options = options_for("avond");
    size_t students = 0;
    options.today = schakel_date_from_ymd(2026, 10, 1);
    schakel_invitation *invitation = invite_with(school, &options);
    for (size_t i = 0; i < schakel_invitation_count(invitation); i++) {
        schakel_invitee invitee = invitee_at(invitation, i);
        students += invitee.child_id != NULL;
        for (size_t k = 0; k < invitee.child_count; k++) {
            schakel_told told = SCHAKEL_TOLD_INIT;
            schakel_school_told(school, invitee.child_ids[k], invitee.adult_id, SCHAKEL_SCOPE_PRACTICAL,
                                options.today, &told, NULL);
            assert_true(told.allowed);
            if (schakel_school_decides(school, invitee.child_ids[k], options.today))
                assert_int_equal(told.reason, SCHAKEL_TOLD_CHILD);
        }
    }
    assert_true(students > 20 && students < schakel_invitation_count(invitation));
    schakel_invitation_destroy(invitation);
    schakel_school_destroy(school);
}

/* -------------------------------------------------------------------- misuse */

static void refused(const schakel_school *school, const schakel_invitation_options *options,
                    schakel_status status, const char *path)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_invitation *invitation = (schakel_invitation *)(uintptr_t)school;
    assert_int_equal(schakel_invitation_make(school, options, &invitation, &error), status);
    assert_null(invitation);
    assert_string_equal(error.path, path);
}

static void what_is_wrong_is_named(void **state)
{
    schakel_invitation *invitation = NULL;
    schakel_invitee invitee = SCHAKEL_INVITEE_INIT;
    schakel_invitation_summary summary = SCHAKEL_INVITATION_SUMMARY_INIT;
    (void)state;
    schakel_school *school = school_in_shifts(0);
    schakel_activity activity = activity_of("evening", SCHAKEL_AUDIENCE_PARENTS, &shift_slots[0]);
    TELL(school, activity, &activity);
    schakel_invitation_options options = options_for(NULL);
    refused(school, &options, SCHAKEL_MISUSE, "");
    options = options_for("other");
    refused(school, &options, SCHAKEL_NOT_FOUND, "/activity");
    options = options_for("evening");
    options.today = SCHAKEL_NO_DATE;
    refused(school, &options, SCHAKEL_INVALID, "/today");
    options = options_for("evening");
    options.notice = 367;
    refused(school, &options, SCHAKEL_INVALID, "/notice");
    options.notice = -1;
    refused(school, &options, SCHAKEL_INVALID, "/notice");
    options = options_for("evening");
    options.offered = 0x200;
    refused(school, &options, SCHAKEL_INVALID, "/offered");
    options = options_for("evening");
    options.slot_count = 1;
    refused(school, &options, SCHAKEL_MISUSE, "");
    static const schakel_slot wrong[] = {{TUESDAY, 600, 660}, {TUESDAY, 600, 600}};
    options.slots = wrong;
    options.slot_count = 2;
    refused(school, &options, SCHAKEL_INVALID, "/slots/1");
    refused(school, NULL, SCHAKEL_MISUSE, "");
    refused(NULL, &options, SCHAKEL_MISUSE, "");
    options.struct_size = 0;
    refused(school, &options, SCHAKEL_MISUSE, "");
    options = options_for("evening");
    assert_int_equal(schakel_invitation_make(school, &options, NULL, NULL), SCHAKEL_MISUSE);
    invitation = invite_with(school, &options);
    assert_int_equal(schakel_invitation_get(invitation, 7, &invitee), SCHAKEL_MISUSE);
    assert_int_equal(schakel_invitation_get(invitation, 0, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_invitation_get(NULL, 0, &invitee), SCHAKEL_MISUSE);
    assert_int_equal(schakel_invitation_get_summary(invitation, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_invitation_get_summary(NULL, &summary), SCHAKEL_MISUSE);
    invitee.struct_size = offsetof(schakel_invitee, can_come);
    assert_int_equal(schakel_invitation_get(invitation, 1, &invitee), SCHAKEL_OK);
    assert_string_equal(invitee.adult_id, "dad1");
    assert_int_equal(invitee.can_come, SCHAKEL_UNASKED);
    assert_null(invitee.advice);
    summary.struct_size = offsetof(schakel_invitation_summary, families);
    assert_int_equal(schakel_invitation_get_summary(invitation, &summary), SCHAKEL_OK);
    assert_int_equal(summary.invite_by, TUESDAY - 21);
    assert_int_equal(summary.families, 0);
    schakel_invitation_destroy(invitation);
    schakel_invitation_destroy(NULL);
    assert_int_equal(schakel_invitation_count(NULL), 0);
    assert_int_equal(schakel_invitation_advice_count(NULL), 0);
    assert_null(schakel_invitation_advice(NULL, 0, SCHAKEL_DUTCH));
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everybody_who_may_be_told_is_invited_by_id),
        cmocka_unit_test(an_audience_takes_only_its_own),
        cmocka_unit_test(newcomers_are_those_of_the_last_year_or_not_known),
        cmocka_unit_test(who_may_not_be_told_is_not_invited),
        cmocka_unit_test(separated_parents_each_get_an_invitation_by_a_channel_of_their_own),
        cmocka_unit_test(a_student_who_decides_is_invited_and_parents_only_with_consent),
        cmocka_unit_test(the_best_moment_is_chosen),
        cmocka_unit_test(more_adults_win_from_the_own_moment),
        cmocka_unit_test(an_activity_without_a_time_needs_none),
        cmocka_unit_test(who_is_invited_late_is_invited_today),
        cmocka_unit_test(an_invitation_goes_out_before_a_holiday),
        cmocka_unit_test(nobody_is_invited_for_what_is_over),
        cmocka_unit_test(what_is_wrong_with_the_text_is_said),
        cmocka_unit_test(the_level_of_the_text_is_held_against_its_readers),
        cmocka_unit_test(every_flag_has_its_advice),
        cmocka_unit_test(random_schools_give_what_another_count_gives),
        cmocka_unit_test(S4_every_father_is_invited_in_time),
        cmocka_unit_test(S6_parents_who_hardly_read_are_told_not_written),
        cmocka_unit_test(S13_students_steer_who_is_invited),
        cmocka_unit_test(what_is_wrong_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
