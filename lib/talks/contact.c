#include "talks/contact.h"

#include "base/error.h"

/* ------------------------------------------------------------------ counting */

static int in_period(schakel_date date, schakel_date from, schakel_date until)
{
    return date >= from && (until == SCHAKEL_NO_DATE || date <= until);
}

static void count_in(schakel_contact_summary *sum, schakel_date date, schakel_tone tone, int spoken,
                     int from_parent)
{
    sum->count++;
    sum->good += tone == SCHAKEL_TONE_GOOD;
    sum->problem += tone == SCHAKEL_TONE_PROBLEM;
    sum->spoken += spoken != 0;
    sum->from_parent += from_parent != 0;
    if (sum->first == SCHAKEL_NO_DATE || date < sum->first)
        sum->first = date;
    if (date > sum->last)
        sum->last = date;
}

void sk_contact_add_talk(schakel_contact_summary *sum, const schakel_talk *talk, const char *adult_id,
                         schakel_date from, schakel_date until)
{
    size_t i = 0;
    while (i < talk->adult_count && talk->adult_ids[i] != adult_id)
        i++;
    int with = adult_id == NULL ? talk->adult_count > 0 || talk->unnamed_adults > 0 : i < talk->adult_count;
    if (talk->state == SCHAKEL_TALK_HELD && with && in_period(talk->date, from, until))
        count_in(sum, talk->date, talk->tone, 1, 0);
}

void sk_contact_add(schakel_contact_summary *sum, const schakel_contact *contact, const char *adult_id,
                    schakel_date from, schakel_date until)
{
    if ((adult_id == NULL || contact->adult_id == adult_id) && in_period(contact->date, from, until))
        count_in(sum, contact->date, contact->tone, contact->channel <= SCHAKEL_CHANNEL_VIDEO,
                 contact->from_parent);
}

void sk_contact_finish(schakel_contact_summary *sum)
{
    sum->only_problems = sum->count >= 2 && sum->problem == sum->count;
}

int sk_contacts_collect(sk_contacts *out, const schakel_school *school, sk_arena *arena)
{
    return sk_group_by_child(&out->contacts, school, SCHAKEL_KIND_CONTACT, NULL, arena) &&
           sk_group_by_child(&out->talks, school, SCHAKEL_KIND_TALK, NULL, arena);
}

schakel_contact_summary sk_contact_of_child(const schakel_school *school, const sk_contacts *contacts,
                                            size_t child, schakel_date from, schakel_date until)
{
    schakel_contact_summary sum = SCHAKEL_CONTACT_SUMMARY_INIT;
    size_t count;
    const size_t *places = sk_of_child(&contacts->contacts, child, &count);
    for (size_t i = 0; i < count; i++)
        sk_contact_add(&sum, sk_entry(school, SCHAKEL_KIND_CONTACT, places[i]), NULL, from, until);
    places = sk_of_child(&contacts->talks, child, &count);
    for (size_t i = 0; i < count; i++)
        sk_contact_add_talk(&sum, sk_entry(school, SCHAKEL_KIND_TALK, places[i]), NULL, from, until);
    sk_contact_finish(&sum);
    return sum;
}

/* -------------------------------------------------------------- public calls */

/* Find both and make their ids the school's own. */
static schakel_status find_people(const schakel_school *school, const char **child_id, const char **adult_id,
                                  schakel_error *error)
{
    size_t child = schakel_school_find(school, SCHAKEL_KIND_CHILD, *child_id);
    if (child == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, NULL, "there is no child with id \"%s\"", *child_id);
    *child_id = sk_entry_id(school, SCHAKEL_KIND_CHILD, child);
    if (*adult_id == NULL)
        return SCHAKEL_OK;
    size_t adult = schakel_school_find(school, SCHAKEL_KIND_ADULT, *adult_id);
    if (adult == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, NULL, "there is no adult with id \"%s\"", *adult_id);
    *adult_id = sk_entry_id(school, SCHAKEL_KIND_ADULT, adult);
    return SCHAKEL_OK;
}

static schakel_contact_summary sum_up(const schakel_school *school, const char *child_id,
                                      const char *adult_id, schakel_date from, schakel_date until)
{
    schakel_contact_summary sum = SCHAKEL_CONTACT_SUMMARY_INIT;
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_CONTACT); i++) {
        const schakel_contact *contact = sk_entry(school, SCHAKEL_KIND_CONTACT, i);
        if (contact->child_id == child_id)
            sk_contact_add(&sum, contact, adult_id, from, until);
    }
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_TALK); i++) {
        const schakel_talk *talk = sk_entry(school, SCHAKEL_KIND_TALK, i);
        if (talk->child_id == child_id)
            sk_contact_add_talk(&sum, talk, adult_id, from, until);
    }
    sk_contact_finish(&sum);
    return sum;
}

schakel_status schakel_contact_sum(const schakel_school *school, const char *child_id, const char *adult_id,
                                   schakel_date from, schakel_date until, schakel_contact_summary *out,
                                   schakel_error *error)
{
    if (school == NULL || child_id == NULL || out == NULL)
        return sk_fail_misuse(error, "expected a school, a child and a place for the sum");
    schakel_status status = find_people(school, &child_id, &adult_id, error);
    if (status != SCHAKEL_OK)
        return status;
    schakel_contact_summary sum = sum_up(school, child_id, adult_id, from, until);
    return sk_record_out(out, &sum, sizeof sum) ? SCHAKEL_OK
                                                : sk_fail_misuse(error, "expected a struct_size");
}

/* In the order of schakel_contact_advice. */
static const struct {
    const char *nl, *en;
} advices[] = {
    {"Dit is goed zo.", "This contact is fine."},
    {"Dit is het eerste contact, en het is slecht nieuws. Maak eerst kennis, of vertel ook wat goed gaat.",
     "This would be the first contact, and it is bad news. Get to know each other first, or also say what goes "
     "well."},
    {"Het contact ging tot nu toe alleen over problemen. Vertel ook wat goed gaat.",
     "So far contact was only about problems. Also say what goes well."},
    {"Dit is slecht nieuws. Bel liever, of praat met elkaar.",
     "This is bad news. Rather call, or speak to each other."},
};

static schakel_contact_advice choose_advice(const schakel_contact_summary *before, schakel_tone tone,
                                            schakel_channel channel)
{
    if (tone != SCHAKEL_TONE_PROBLEM)
        return SCHAKEL_ADVICE_FINE;
    if (before->count == 0)
        return SCHAKEL_ADVICE_FIRST_IS_BAD;
    if (before->problem == before->count)
        return SCHAKEL_ADVICE_ONLY_PROBLEMS;
    return channel > SCHAKEL_CHANNEL_VIDEO ? SCHAKEL_ADVICE_MESSAGE_IS_COLD : SCHAKEL_ADVICE_FINE;
}

schakel_status schakel_contact_advise(const schakel_school *school, const char *child_id,
                                      const char *adult_id, schakel_tone tone, schakel_channel channel,
                                      schakel_date date, schakel_contact_advice *advice, const char **text_nl,
                                      const char **text_en, schakel_error *error)
{
    if (school == NULL || child_id == NULL || (unsigned)tone > SCHAKEL_TONE_PROBLEM ||
        (unsigned)channel > SCHAKEL_CHANNEL_OTHER)
        return sk_fail_misuse(error, "expected a school, a child, a tone and a channel");
    schakel_status status = find_people(school, &child_id, &adult_id, error);
    if (status != SCHAKEL_OK)
        return status;
    schakel_contact_summary before = sum_up(school, child_id, adult_id, SCHAKEL_NO_DATE, date);
    schakel_contact_advice found = choose_advice(&before, tone, channel);
    if (advice != NULL)
        *advice = found;
    if (text_nl != NULL)
        *text_nl = advices[found].nl;
    if (text_en != NULL)
        *text_en = advices[found].en;
    return SCHAKEL_OK;
}
