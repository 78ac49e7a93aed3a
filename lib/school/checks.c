/* What no single member of a record tells. */
#include "school/checks.h"

#include <string.h>

#include "school/adding.h"
#include "school/builtin.h"

#define REFUSE(member, ...) sk_adding_refuse(a, SCHAKEL_INVALID, member, __VA_ARGS__)

static void check_times(struct sk_adding *a, schakel_time start, schakel_time end)
{
    if ((start == SCHAKEL_NO_TIME) != (end == SCHAKEL_NO_TIME))
        REFUSE(start == SCHAKEL_NO_TIME ? "start" : "end",
               "expected \"start\" and \"end\" together, or neither");
    else if (start != SCHAKEL_NO_TIME && end <= start)
        REFUSE("end", "expected an end later than the start");
}

/* At most one of three says who. */
static void check_one_person(struct sk_adding *a, const char *member, const char *adult, const char *staff,
                             const char *child)
{
    if ((adult != NULL) + (staff != NULL) + (child != NULL) > 1)
        REFUSE(member, "expected an adult, somebody of the staff or a child, and not two of them");
}

/* ------------------------------------------------- people, offers, needs, asks */

void sk_check_school(struct sk_adding *a, void *record)
{
    const schakel_school_info *info = record;
    if (info->year_end < info->year_start)
        REFUSE("year_end", "expected an end that is not before the start of the school year");
    else if (info->decides_age != 0 && info->decides_age < 16)
        REFUSE("decides_age", "expected 0 or a number from 16 to 18, found %d", (int)info->decides_age);
    for (size_t i = 1; i < info->closed_count && a->status == SCHAKEL_OK; i++)
        if (info->closed[i].first <= info->closed[i - 1].last) {
            a->list = "closed";
            a->index = i;
            REFUSE("first", "expected a day after the last of the period before");
        }
}

void sk_check_period(struct sk_adding *a, void *record)
{
    const schakel_period *period = record;
    if (period->last < period->first)
        REFUSE("last", "expected a day that is not before the first");
}

void sk_check_concept(struct sk_adding *a, void *record)
{
    const schakel_concept *concept_ = record;
    if (sk_is_builtin_id(concept_->id)) {
        REFUSE("id", "expected an id that does not begin with \"" SK_BUILTIN_PREFIX
                     "\", as those of built-in concepts do");
        return;
    }
    for (size_t i = 0; i < concept_->serves_count; i++)
        if (!sk_is_builtin_id(concept_->serves_ids[i])) {
            a->list = "serves";
            a->index = i;
            REFUSE("", "expected the id of a built-in concept, which begins with \"" SK_BUILTIN_PREFIX "\"");
            return;
        }
}

void sk_check_window(struct sk_adding *a, void *record)
{
    const schakel_window *window = record;
    if (window->weekdays == 0)
        REFUSE("days", "expected at least one day of the week");
    else
        check_times(a, window->start, window->end);
}

void sk_check_exception(struct sk_adding *a, void *record)
{
    const schakel_exception *exception = record;
    if (exception->start == SCHAKEL_NO_TIME && exception->end == SCHAKEL_NO_TIME)
        REFUSE("start", "expected a number from 0 to 1440, found -1");
    else
        check_times(a, exception->start, exception->end);
}

static void check_languages(struct sk_adding *a, const schakel_language_skill *languages, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = 0; j < i; j++)
            if (languages[j].tag == languages[i].tag) {
                a->list = "languages";
                a->index = i;
                sk_adding_refuse(a, SCHAKEL_DUPLICATE, "tag", "language \"%s\" is there twice",
                                 languages[i].tag);
                return;
            }
}

void sk_check_staff(struct sk_adding *a, void *record)
{
    const schakel_staff *staff = record;
    check_languages(a, staff->languages, staff->language_count);
}

static int is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

void sk_check_adult(struct sk_adding *a, void *record)
{
    const schakel_adult *adult = record;
    const char *country = adult->country;
    if (country != NULL && !(is_capital(country[0]) && is_capital(country[1]) && country[2] == '\0'))
        REFUSE("country", "expected two capital letters of ISO 3166-1, such as \"SY\", found \"%s\"",
               country);
    else
        check_languages(a, adult->languages, adult->language_count);
}

void sk_check_offer(struct sk_adding *a, void *record)
{
    const schakel_offer *offer = record;
    if (offer->concept_count == 0)
        REFUSE("concepts", "expected at least one concept");
    else if (offer->together_id == offer->adult_id)
        REFUSE("together", "expected another adult than the one whose offer it is");
}

void sk_check_place(struct sk_adding *a, void *record)
{
    const schakel_place *place = record;
    if (place->minimum > place->count)
        REFUSE("minimum", "expected a number from 0 to the count of %d, found %d", (int)place->count,
               (int)place->minimum);
}

void sk_check_need(struct sk_adding *a, void *record)
{
    schakel_need *need = record;
    if (need->last_date == SCHAKEL_NO_DATE)
        need->last_date = need->date;
    if (need->last_date < need->date)
        REFUSE("last_date", "expected a last date that is not before the date");
    else if (need->last_date - need->date > SCHAKEL_NEED_DAYS_MAX)
        REFUSE("last_date", "expected a last date at most 366 days after the date");
    else
        check_times(a, need->start, need->end);
}

void sk_check_ask(struct sk_adding *a, void *record)
{
    const schakel_ask *ask = record;
    if ((ask->need_id == NULL) != (ask->place_id == NULL)) {
        REFUSE("place", "expected a need and a place together, or neither");
        return;
    }
    if (ask->need_id != NULL) {
        const need_entry *need = sk_find_entry(a->school, SCHAKEL_KIND_NEED, ask->need_id);
        size_t i = 0;
        while (i < need->place_count && need->places[i].id != ask->place_id)
            i++;
        if (i == need->place_count) {
            sk_adding_refuse(a, SCHAKEL_NOT_FOUND, "place", "need \"%s\" has no place with id \"%s\"",
                             ask->need_id, ask->place_id);
            return;
        }
    }
    if (ask->for_id != NULL && ask->need_id != NULL) {
        REFUSE("for", "expected none, since the ask is for a need");
        return;
    }
    if (ask->for_id == ask->adult_id) {
        REFUSE("for", "expected another adult than the one who is asked");
        return;
    }
    if (ask->offer_id != NULL) {
        const schakel_offer *offer = sk_find_entry(a->school, SCHAKEL_KIND_OFFER, ask->offer_id);
        if (offer->adult_id != ask->adult_id)
            REFUSE("offer", "expected an offer of the adult who is asked");
    }
}

/* ---------------------------------------------------------- activities, teams */

void sk_check_member(struct sk_adding *a, void *record)
{
    const schakel_member *member = record;
    check_one_person(a, "adult", member->adult_id, member->staff_id, member->child_id);
}

void sk_check_activity(struct sk_adding *a, void *record)
{
    const schakel_activity *activity = record;
    check_times(a, activity->start, activity->end);
    if (activity->audience == SCHAKEL_AUDIENCE_TEAM && activity->team_id == NULL)
        REFUSE("team", "expected a team, since the activity is for its team");
}

void sk_check_team(struct sk_adding *a, void *record)
{
    const schakel_team *team = record;
    if (team->kind == SCHAKEL_TEAM_INITIATIVE && team->why == NULL)
        REFUSE("why", "expected a text that is not empty");
    else if (team->first != SCHAKEL_NO_DATE && team->last != SCHAKEL_NO_DATE && team->last < team->first)
        REFUSE("last", "expected a last day that is not before the first");
}

/* -------------------------------------------------------------------- talks */

void sk_check_cycle_entry(struct sk_adding *a, void *record)
{
    const schakel_cycle_entry *entry = record;
    if (entry->last < entry->first)
        REFUSE("last", "expected a last day that is not before the first");
    else if (entry->year_high != 0 && entry->year_high < entry->year_low)
        REFUSE("year_high", "expected a year that is not lower than year_low");
}

/* A record about a child may only refer to a case of that child. */
static void check_case(struct sk_adding *a, const char *case_id, const char *child_id)
{
    if (case_id == NULL || a->status != SCHAKEL_OK)
        return;
    const schakel_case *referred = sk_find_entry(a->school, SCHAKEL_KIND_CASE, case_id);
    if (referred->child_id != child_id)
        REFUSE("case", "expected a case of the same child");
}

void sk_check_talk(struct sk_adding *a, void *record)
{
    const schakel_talk *talk = record;
    check_case(a, talk->case_id, talk->child_id);
}

void sk_check_agreement(struct sk_adding *a, void *record)
{
    const schakel_agreement *agreement = record;
    check_one_person(a, "by_adult", agreement->by_adult_id, agreement->by_staff_id, agreement->by_child_id);
    check_case(a, agreement->case_id, agreement->child_id);
    if (agreement->talk_id != NULL && a->status == SCHAKEL_OK) {
        const schakel_talk *talk = sk_find_entry(a->school, SCHAKEL_KIND_TALK, agreement->talk_id);
        if (talk->child_id != agreement->child_id)
            REFUSE("talk", "expected a talk about the same child");
    }
    if (a->status == SCHAKEL_OK && agreement->due != SCHAKEL_NO_DATE && agreement->due < agreement->date)
        REFUSE("due", "expected a day that is not before the agreement was made");
}

void sk_check_contact(struct sk_adding *a, void *record)
{
    const schakel_contact *contact = record;
    check_case(a, contact->case_id, contact->child_id);
}

/* ------------------------------------------------------------ passports, wishes */

static void check_author(struct sk_adding *a, const schakel_answer *answer, schakel_author author)
{
    static const char *const members[] = {"by_adult", "by_staff", "by_child"};
    static const char *const names[] = {"a parent", "a teacher", "the child"};
    const char *by[] = {answer->by_adult_id, answer->by_staff_id, answer->by_child_id};
    for (size_t i = 0; i < 3; i++)
        if (by[i] != NULL && i != (size_t)author) {
            REFUSE(members[i], "expected an answer of %s, for whom the question is", names[author]);
            return;
        }
}

void sk_check_answer(struct sk_adding *a, void *record)
{
    const schakel_answer *answer = record;
    const schakel_question *question = sk_find_entry(a->school, SCHAKEL_KIND_QUESTION, answer->question_id);
    check_author(a, answer, question->author);
    if (a->status != SCHAKEL_OK)
        return;
    if (answer->child_id == NULL && question->author != SCHAKEL_AUTHOR_TEACHER)
        REFUSE("child", "expected the child whose passport it is in");
    else if (answer->by_child_id != NULL && answer->by_child_id != answer->child_id)
        REFUSE("by_child", "expected the child whose passport it is in");
    else if (answer->offer_id != NULL && question->kind != SCHAKEL_QUESTION_OFFER)
        REFUSE("offer", "expected none, since the question is not about offers");
    else if (answer->need_id != NULL && question->kind != SCHAKEL_QUESTION_NEED)
        REFUSE("need", "expected none, since the question is not about needs");
}

void sk_check_wish(struct sk_adding *a, void *record)
{
    const schakel_wish *wish = record;
    check_one_person(a, "by_adult", wish->by_adult_id, wish->by_staff_id, wish->by_child_id);
    if (a->status != SCHAKEL_OK)
        return;
    if (wish->from_id != NULL) {
        const schakel_wish *from = sk_find_entry(a->school, SCHAKEL_KIND_WISH, wish->from_id);
        if (wish->kind != SCHAKEL_WISH_WISH || from->kind != SCHAKEL_WISH_COMPLAINT) {
            REFUSE("from", "expected none, or a complaint that became this wish");
            return;
        }
    }
    if (wish->state >= SCHAKEL_WISH_DONE && wish->answer == NULL)
        REFUSE("answer", "expected what was done with it, since it is done or declined");
    else if (wish->answer_date != SCHAKEL_NO_DATE && wish->answer_date < wish->date)
        REFUSE("answer_date", "expected a day that is not before the wish");
}

/* ------------------------------------------------------------ cases, consent */

void sk_check_rung(struct sk_adding *a, void *record)
{
    const schakel_rung *rung = record;
    for (size_t i = 0; i < schakel_school_count(a->school, SCHAKEL_KIND_RUNG); i++) {
        const schakel_rung *other = sk_entry(a->school, SCHAKEL_KIND_RUNG, i);
        if (other->level == rung->level && other->id != rung->id) {
            sk_adding_refuse(a, SCHAKEL_DUPLICATE, "level", "rung \"%s\" has level %d already", other->id,
                             (int)rung->level);
            return;
        }
    }
}

void sk_check_note(struct sk_adding *a, void *record)
{
    const schakel_note *note = record;
    check_one_person(a, "by_adult", note->by_adult_id, note->by_staff_id, note->by_child_id);
}

static void check_steps(struct sk_adding *a, const schakel_case *record)
{
    a->list = "steps";
    for (size_t i = 0; i < record->step_count && a->status == SCHAKEL_OK; i++) {
        const schakel_step *step = &record->steps[i];
        const schakel_rung *rung = sk_find_entry(a->school, SCHAKEL_KIND_RUNG, step->rung_id);
        const schakel_rung *last =
            i == 0 ? NULL : sk_find_entry(a->school, SCHAKEL_KIND_RUNG, record->steps[i - 1].rung_id);
        schakel_date earliest = i == 0 ? record->opened : record->steps[i - 1].date;
        a->index = i;
        if (last != NULL && rung->level <= last->level)
            REFUSE("rung", "expected a higher rung than the one before");
        else if (step->date < earliest)
            REFUSE("date", "expected a day that is not before the case was opened and the step before");
        else if (record->closed != SCHAKEL_NO_DATE && step->date > record->closed)
            REFUSE("date", "expected a day that is not after the case was closed");
    }
    if (a->status == SCHAKEL_OK)
        a->list = NULL;
}

void sk_check_case(struct sk_adding *a, void *record)
{
    const schakel_case *c = record;
    if (c->closed != SCHAKEL_NO_DATE && c->closed < c->opened) {
        REFUSE("closed", "expected a day that is not before the case was opened");
        return;
    }
    check_steps(a, c);
    for (size_t i = 1; i < c->note_count && a->status == SCHAKEL_OK; i++)
        if (c->notes[i].date < c->notes[i - 1].date) {
            a->list = "notes";
            a->index = i;
            REFUSE("date", "expected a day that is not before the note before");
        }
}

void sk_check_consent(struct sk_adding *a, void *record)
{
    const schakel_consent *consent = record;
    const schakel_rung *rung =
        consent->rung_id == NULL ? NULL : sk_find_entry(a->school, SCHAKEL_KIND_RUNG, consent->rung_id);
    if ((consent->adult_id == NULL) == (rung == NULL))
        REFUSE("adult", "expected an adult or a rung, and not both");
    else if (rung != NULL && !rung->outside)
        REFUSE("rung", "expected a rung outside the school");
    else if (consent->scopes == 0)
        REFUSE("scopes", "expected at least one scope");
    else if (consent->withdrawn != SCHAKEL_NO_DATE && consent->withdrawn < consent->given)
        REFUSE("withdrawn", "expected a day that is not before consent was given");
}
