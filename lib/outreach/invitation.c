/* Whom to invite for an activity, how and when. */
#include <stdio.h>

#include "base/error.h"
#include "outreach/channel.h"
#include "outreach/timing.h"
#include "school/closed.h"
#include "school/model.h"

struct schakel_invitation {
    schakel_allocator allocator;
    sk_arena arena;
    schakel_invitation_summary summary;
    schakel_invitee *invitees;
    size_t count;
};

/* What the calls below work on. */
typedef struct making {
    const schakel_school *school;
    const schakel_invitation_options *options;
    const schakel_activity *activity;
    schakel_invitation *invitation;
    sk_audience audience;
    sk_advisor advisor;
    schakel_error *error;
} making;

/* -------------------------------------------------------------------- advice */

/* By bit of the flags. */
static const struct {
    const char *nl, *en;
} advice_texts[] = {
    {"Het is laat voor deze uitnodiging: nodig vandaag nog uit.",
     "It is late for this invitation: send it today."},
    {"Dit moment is beter dan het moment in het plan: er kunnen meer gezinnen komen.",
     "This moment is better than the planned one: more families can come."},
    {"De tekst is te moeilijk: maak de tekst makkelijker.", "The text is too hard: make it easier."},
    {"De tekst is niet voor elke ouder: schrijf voor vaders en moeders.",
     "The text is not for every parent: write for fathers and mothers."},
    {"In de tekst staat nog niet alles: kijk wat er bij moet.",
     "The text does not say everything yet: look what is missing."},
    {"De tekst klinkt streng: vraag het vriendelijk.", "The text sounds strict: ask in a friendly way."},
    {"Deze activiteit hoort nog niet bij een wens: vraag ouders eerst wat zij willen.",
     "This activity answers no wish yet: first ask parents what they want."},
    {"Uit sommige gezinnen kan niemand komen: praat met hen op een andere dag.",
     "From some families nobody can come: talk with them on another day."},
};
enum { ADVICE_COUNT = sizeof advice_texts / sizeof advice_texts[0] };

/* The flag that a finding of a rule raises; 0 for none. */
static uint32_t flag_of_rule(schakel_rule rule)
{
    if (rule == SCHAKEL_RULE_GENDERED_WORDING)
        return SCHAKEL_INVITE_TEXT_GENDERED;
    if (rule == SCHAKEL_RULE_INCOMPLETE_INVITATION)
        return SCHAKEL_INVITE_TEXT_MISSING;
    return rule == SCHAKEL_RULE_GUILT ? SCHAKEL_INVITE_TEXT_PRESSURE : 0;
}

/* The level of the text, and what to see to in it. */
static void read_text(schakel_invitation_summary *summary, const schakel_report *report)
{
    schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    schakel_report_get_verdict(report, &verdict);
    summary->level = verdict.level;
    /* A text in another language than Dutch has no level, and is not harder than its target. */
    if (verdict.level != SCHAKEL_LEVEL_UNKNOWN && !verdict.meets_target)
        summary->flags |= SCHAKEL_INVITE_TEXT_HARD;
    for (size_t i = 0; i < schakel_report_finding_count(report); i++) {
        schakel_finding finding = SCHAKEL_FINDING_INIT;
        schakel_report_get_finding(report, i, &finding);
        summary->flags |= flag_of_rule(finding.rule);
    }
}

/* -------------------------------------------------------------------- moment */

static int is_same_slot(const schakel_slot *a, const schakel_slot *b)
{
    return a->date == b->date && a->start == b->start && a->end == b->end;
}

static int reaches_as_many(const schakel_timing_row *a, const schakel_timing_row *b)
{
    return a->families == b->families && a->adults == b->adults && sk_fewer_parents(a) == sk_fewer_parents(b);
}

/* The first in rank, or the activity's own when that reaches as many. */
static schakel_timing_row best_of(const schakel_timing *timing, const schakel_slot *own)
{
    const sk_moment *moments = timing->moments;
    for (size_t i = 0; i < timing->slot_count && reaches_as_many(&moments[i].row, &moments[0].row); i++)
        if (is_same_slot(&moments[i].row.slot, own))
            return moments[i].row;
    return moments[0].row;
}

/* The best of some moments; without any of the activity's own. */
static schakel_status find_best(const making *m, const schakel_slot *slots, size_t count,
                                schakel_timing_row *best)
{
    const schakel_slot own = {m->activity->date, m->activity->start, m->activity->end};
    schakel_timing *timing = NULL;
    schakel_timing_options options = SCHAKEL_TIMING_OPTIONS_INIT;
    options.today = m->options->today;
    options.activity_id = m->activity->id;
    options.slots = slots;
    options.slot_count = count;
    schakel_status status = schakel_timing_make(m->school, &options, &timing, m->error);
    if (status == SCHAKEL_OK)
        *best = best_of(timing, &own);
    schakel_timing_destroy(timing);
    return status;
}

/* Choose the moment, and say what there is to say about it. */
static schakel_status choose_moment(const making *m)
{
    schakel_invitation_summary *summary = &m->invitation->summary;
    schakel_timing_row best = SCHAKEL_TIMING_ROW_INIT, own = SCHAKEL_TIMING_ROW_INIT;
    int has_time = m->activity->start != SCHAKEL_NO_TIME;
    summary->families = summary->families_can_come = m->audience.family_count;
    if (!has_time && m->options->slot_count == 0)
        return SCHAKEL_OK;
    schakel_status status = find_best(m, m->options->slots, m->options->slot_count, &best);
    if (status == SCHAKEL_OK && has_time && m->options->slot_count != 0)
        status = find_best(m, NULL, 0, &own);
    if (status != SCHAKEL_OK)
        return status;
    summary->slot = best.slot;
    summary->families_can_come = best.families;
    if (own.slot.date != SCHAKEL_NO_DATE && best.families > own.families)
        summary->flags |= SCHAKEL_INVITE_BETTER_SLOT;
    if (best.families < summary->families)
        summary->flags |= SCHAKEL_INVITE_FAMILY_SHUT_OUT;
    return SCHAKEL_OK;
}

static schakel_status check_day(const making *m, const char *path, schakel_date date)
{
    char today[SCHAKEL_DATE_SIZE], found[SCHAKEL_DATE_SIZE];
    if (date >= m->options->today)
        return SCHAKEL_OK;
    schakel_date_format(m->options->today, today);
    schakel_date_format(date, found);
    return sk_fail(m->error, SCHAKEL_INVALID, path, "expected a day from today (%s) on, found %s", today,
                   found);
}

/* Nobody can be invited for what is over. */
static schakel_status check_days(const making *m)
{
    schakel_status status = SCHAKEL_OK;
    if (m->options->slot_count == 0)
        return check_day(m, "/activity", m->activity->date);
    for (size_t i = 0; i < m->options->slot_count && status == SCHAKEL_OK; i++) {
        char path[32];
        snprintf(path, sizeof path, "/slots/%zu", i);
        status = check_day(m, path, m->options->slots[i].date);
    }
    return status;
}

static void choose_day(const making *m)
{
    schakel_invitation_summary *summary = &m->invitation->summary;
    schakel_date date = summary->slot.date != SCHAKEL_NO_DATE ? summary->slot.date : m->activity->date;
    summary->invite_by = sk_open_before(m->school, date - m->options->notice);
    if (summary->invite_by >= m->options->today)
        return;
    summary->invite_by = m->options->today;
    summary->flags |= SCHAKEL_INVITE_LATE;
}

/* -------------------------------------------------------------------- people */

static schakel_answered can_come(const schakel_adult *adult, const schakel_slot *slot)
{
    if (!sk_said_when(adult) || slot->date == SCHAKEL_NO_DATE)
        return SCHAKEL_UNASKED;
    return schakel_available(adult->windows, adult->window_count, adult->exceptions, adult->exception_count,
                             slot->date, slot->start, slot->end)
               ? SCHAKEL_YES
               : SCHAKEL_NO;
}

static schakel_invitee invite_adult(const making *m, const sk_member *member, schakel_channel_advice *advice)
{
    const schakel_adult *adult = sk_entry(m->school, SCHAKEL_KIND_ADULT, member->adult);
    const schakel_invitation_summary *summary = &m->invitation->summary;
    schakel_invitee invitee = SCHAKEL_INVITEE_INIT;
    *advice = sk_advise(&m->advisor, member->adult);
    invitee.adult_id = adult->id;
    invitee.child_ids = member->child_ids;
    invitee.child_count = member->child_count;
    invitee.can_come = can_come(adult, &summary->slot);
    invitee.can_read = sk_can_read(sk_adult_skill(adult, "nl").reading, summary->level);
    invitee.advice = advice;
    return invitee;
}

static schakel_status invite_all(const making *m)
{
    schakel_invitation *invitation = m->invitation;
    size_t adults = m->audience.count;
    invitation->count = adults + m->audience.child_count;
    schakel_channel_advice *advices = sk_arena_alloc(&invitation->arena, adults * sizeof *advices);
    invitation->invitees =
        sk_arena_alloc(&invitation->arena, invitation->count * sizeof *invitation->invitees);
    if (advices == NULL || invitation->invitees == NULL)
        return sk_fail_memory(m->error);
    for (size_t i = 0; i < adults; i++) {
        schakel_invitee invitee = invite_adult(m, &m->audience.members[i], &advices[i]);
        invitation->invitees[i] = invitee;
        invitation->summary.cannot_read += invitee.can_read == SCHAKEL_NO;
    }
    for (size_t i = 0; i < m->audience.child_count; i++) {
        schakel_invitee invitee = SCHAKEL_INVITEE_INIT;
        invitee.child_id = m->audience.child_ids[i];
        invitation->invitees[adults + i] = invitee;
    }
    return SCHAKEL_OK;
}

/* -------------------------------------------------------------------- making */

static schakel_status fill(making *m)
{
    const schakel_invitation_options *options = m->options;
    sk_arena *arena = &m->invitation->arena;
    sk_audience_of of = {options->activity_id, NULL, 0, options->today};
    schakel_status status = sk_audience_find(&m->audience, m->school, &of, arena, m->error);
    if (status == SCHAKEL_OK)
        status = sk_advisor_make(&m->advisor, m->school, options->offered, options->today, arena, m->error);
    if (status != SCHAKEL_OK)
        return status;
    m->activity = sk_entry(m->school, SCHAKEL_KIND_ACTIVITY,
                           schakel_school_find(m->school, SCHAKEL_KIND_ACTIVITY, options->activity_id));
    m->invitation->summary.activity_id = m->activity->id;
    if (m->activity->wish_count == 0)
        m->invitation->summary.flags |= SCHAKEL_INVITE_NO_WISH;
    if (options->report != NULL)
        read_text(&m->invitation->summary, options->report);
    status = choose_moment(m);
    if (status == SCHAKEL_OK)
        status = check_days(m);
    if (status != SCHAKEL_OK)
        return status;
    choose_day(m);
    return invite_all(m);
}

static schakel_status take_options(const schakel_invitation_options *given,
                                   schakel_invitation_options *options, schakel_error *error)
{
    if (given == NULL || !sk_record_in(given, options, sizeof *options) || options->activity_id == NULL)
        return sk_fail_misuse(error, "expected options with their struct_size and an activity");
    if (options->slots == NULL && options->slot_count != 0)
        return sk_fail_misuse(error, "expected the moments that are counted");
    return sk_check_number(error, "/notice", options->notice, 0, 366);
}

schakel_status schakel_invitation_make(const schakel_school *school,
                                       const schakel_invitation_options *options, schakel_invitation **out,
                                       schakel_error *error)
{
    schakel_invitation_options full = SCHAKEL_INVITATION_OPTIONS_INIT;
    if (out != NULL)
        *out = NULL;
    if (school == NULL || out == NULL)
        return sk_fail_misuse(error, "expected a school and a place to put the invitation");
    schakel_status status = take_options(options, &full, error);
    if (status != SCHAKEL_OK)
        return status;
    schakel_invitation *invitation = sk_alloc_zeroed(&school->allocator, 1, sizeof *invitation);
    if (invitation == NULL)
        return sk_fail_memory(error);
    invitation->allocator = school->allocator;
    invitation->summary = (schakel_invitation_summary)SCHAKEL_INVITATION_SUMMARY_INIT;
    sk_arena_init(&invitation->arena, &invitation->allocator);
    making m = {.school = school, .options = &full, .invitation = invitation, .error = error};
    status = fill(&m);
    if (status == SCHAKEL_OK)
        *out = invitation;
    else
        schakel_invitation_destroy(invitation);
    return status;
}

void schakel_invitation_destroy(schakel_invitation *invitation)
{
    if (invitation == NULL)
        return;
    schakel_allocator allocator = invitation->allocator;
    sk_arena_destroy(&invitation->arena);
    sk_free(&allocator, invitation);
}

/* ------------------------------------------------------------------- getting */

schakel_status schakel_invitation_get_summary(const schakel_invitation *invitation,
                                              schakel_invitation_summary *out)
{
    if (invitation == NULL || out == NULL)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &invitation->summary, sizeof invitation->summary) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_invitation_count(const schakel_invitation *invitation)
{
    return invitation == NULL ? 0 : invitation->count;
}

schakel_status schakel_invitation_get(const schakel_invitation *invitation, size_t index,
                                      schakel_invitee *out)
{
    if (invitation == NULL || out == NULL || index >= invitation->count)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &invitation->invitees[index], sizeof invitation->invitees[index])
               ? SCHAKEL_OK
               : SCHAKEL_MISUSE;
}

size_t schakel_invitation_advice_count(const schakel_invitation *invitation)
{
    size_t count = 0;
    for (size_t bit = 0; invitation != NULL && bit < ADVICE_COUNT; bit++)
        count += invitation->summary.flags >> bit & 1u;
    return count;
}

const char *schakel_invitation_advice(const schakel_invitation *invitation, size_t index,
                                      schakel_language language)
{
    for (size_t bit = 0; invitation != NULL && bit < ADVICE_COUNT; bit++)
        if ((invitation->summary.flags >> bit & 1u) != 0 && index-- == 0)
            return language == SCHAKEL_ENGLISH ? advice_texts[bit].en : advice_texts[bit].nl;
    return NULL;
}
