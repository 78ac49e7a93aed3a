#include "outreach/channel.h"

#include <string.h>

#include "base/error.h"
#include "outreach/audience.h"
#include "school/model.h"

/* -------------------------------------------------------------------- orders */

enum { USABLE_COUNT = SK_CHANNEL_COUNT - 1 }; /* all but SCHAKEL_CHANNEL_OTHER */

/* Each order has every channel once. */
typedef schakel_channel channel_order[USABLE_COUNT];

static const channel_order asked_for_order = {
    SCHAKEL_CHANNEL_IN_PERSON, SCHAKEL_CHANNEL_CALL,  SCHAKEL_CHANNEL_VISIT, SCHAKEL_CHANNEL_MESSAGE,
    SCHAKEL_CHANNEL_FILM,      SCHAKEL_CHANNEL_VIDEO, SCHAKEL_CHANNEL_MAIL,  SCHAKEL_CHANNEL_NEWSLETTER};
static const channel_order talk_order = {
    SCHAKEL_CHANNEL_IN_PERSON, SCHAKEL_CHANNEL_CALL,    SCHAKEL_CHANNEL_FILM, SCHAKEL_CHANNEL_VISIT,
    SCHAKEL_CHANNEL_VIDEO,     SCHAKEL_CHANNEL_MESSAGE, SCHAKEL_CHANNEL_MAIL, SCHAKEL_CHANNEL_NEWSLETTER};
static const channel_order write_order = {
    SCHAKEL_CHANNEL_MESSAGE, SCHAKEL_CHANNEL_MAIL,  SCHAKEL_CHANNEL_CALL,  SCHAKEL_CHANNEL_IN_PERSON,
    SCHAKEL_CHANNEL_FILM,    SCHAKEL_CHANNEL_VISIT, SCHAKEL_CHANNEL_VIDEO, SCHAKEL_CHANNEL_NEWSLETTER};

static int place_in(const channel_order order, schakel_channel channel)
{
    int place = 0;
    while (order[place] != channel)
        place++;
    return place;
}

static int is_written(schakel_channel channel)
{
    return channel == SCHAKEL_CHANNEL_MESSAGE || channel == SCHAKEL_CHANNEL_MAIL ||
           channel == SCHAKEL_CHANNEL_NEWSLETTER;
}

/* ------------------------------------------------------------------ sentences */

typedef struct sentence {
    const char *nl, *en;
} sentence;

static const sentence asked_for = {"Deze ouder wil het graag zo.", "This parent would like it this way."};
static const sentence worked_before = {"Zo lukte het al eerder.", "It worked this way before."};
static const sentence another_failed = {"Een andere manier lukte niet, dus probeer het zo.",
                                        "Another way did not get through, so try this one."};
static const sentence speaks_little = {
    "Nederlands is moeilijk voor deze ouder: praat in een andere taal of met een tolk.",
    "Dutch is hard for this parent: talk in another language or with an interpreter."};
static const sentence reads_little = {"Lezen is moeilijk voor deze ouder: praat eerst, en schrijf daarna.",
                                      "Reading is hard for this parent: talk first, and write after that."};
static const sentence must_read = {"Lezen is moeilijk voor deze ouder: leg ook uit wat er staat.",
                                   "Reading is hard for this parent: explain what it says as well."};
static const sentence reads_well = {"Deze ouder leest goed genoeg Nederlands.",
                                    "This parent reads Dutch well enough."};
static const sentence not_known = {"We weten niet hoe goed deze ouder leest: vraag het.",
                                   "We do not know how well this parent reads: ask."};
static const sentence no_channel = {"Geen manier van de school past hier: vraag hoe het wel kan.",
                                    "No way that the school has will do: ask what would."};

/* -------------------------------------------------------------------- an adult */

/* All that decides about one adult. */
typedef struct adult_case {
    const schakel_adult *adult;
    const sk_tries *tries;
    sk_skill dutch;
    int heeds_failures; /* go the channels that did not get through behind the others? */
} adult_case;

/* Who has languages recorded and no Dutch speaks none, as in a cycle. */
static sk_skill dutch_of(const schakel_adult *adult)
{
    sk_skill dutch = sk_adult_skill(adult, "nl");
    if (!dutch.is_there && adult->language_count > 0)
        dutch.speaking = SCHAKEL_LEVEL_NONE;
    return dutch;
}

static int is_little(schakel_level level)
{
    return level != SCHAKEL_LEVEL_UNKNOWN && level < SCHAKEL_LEVEL_A2;
}

static int knows_little(const adult_case *c)
{
    return is_little(c->dutch.reading) || is_little(c->dutch.speaking);
}

static int was_asked_for(const adult_case *c, schakel_channel channel)
{
    return (c->adult->prefers >> channel & 1u) != 0;
}

/* Who came to a talk can be reached in person; it says nothing of how to reach them best, since everybody is invited. */
static int has_failed(const adult_case *c, schakel_channel channel)
{
    int came = channel == SCHAKEL_CHANNEL_IN_PERSON && c->tries->came_to_talk;
    return c->heeds_failures && c->tries->missed[channel] >= 2 && c->tries->got_through[channel] == 0 &&
           !came;
}

static int comes_last(const adult_case *c, schakel_channel channel)
{
    return channel == SCHAKEL_CHANNEL_NEWSLETTER && !was_asked_for(c, channel);
}

/* The first difference decides. */
static int goes_before(const adult_case *c, schakel_channel a, schakel_channel b)
{
    if (has_failed(c, a) != has_failed(c, b))
        return has_failed(c, b);
    if (comes_last(c, a) != comes_last(c, b))
        return comes_last(c, b);
    if (was_asked_for(c, a) != was_asked_for(c, b))
        return was_asked_for(c, a);
    if (was_asked_for(c, a))
        return place_in(asked_for_order, a) < place_in(asked_for_order, b);
    if (c->tries->got_through[a] != c->tries->got_through[b])
        return c->tries->got_through[a] > c->tries->got_through[b];
    const schakel_channel *order = knows_little(c) ? talk_order : write_order;
    return place_in(order, a) < place_in(order, b);
}

/* The best of the channels that are offered, SCHAKEL_CHANNEL_OTHER for none. */
static schakel_channel best_of(const adult_case *c, uint32_t offered)
{
    schakel_channel best = SCHAKEL_CHANNEL_OTHER;
    for (size_t i = 0; i < USABLE_COUNT; i++) {
        schakel_channel channel = write_order[i];
        if ((offered >> channel & 1u) != 0 &&
            (best == SCHAKEL_CHANNEL_OTHER || goes_before(c, channel, best)))
            best = channel;
    }
    return best;
}

/* How well somebody knows a language for a channel; who reads it how well is often not recorded. */
static schakel_level level_for(schakel_channel channel, sk_skill skill)
{
    int by_reading = is_written(channel) && skill.reading != SCHAKEL_LEVEL_UNKNOWN;
    return by_reading ? skill.reading : skill.speaking;
}

/*
 * "nl", or a language that somebody with little Dutch knows better; of several the best, then by tag. One of which no level
 * is recorded is taken to be known better, and goes behind those of which it is.
 */
static const char *language_for(const adult_case *c, schakel_channel channel)
{
    const char *best = NULL;
    schakel_level dutch = level_for(channel, c->dutch), best_level = SCHAKEL_LEVEL_UNKNOWN;
    if (!is_little(dutch))
        return "nl";
    for (size_t i = 0; i < c->adult->language_count; i++) {
        const schakel_language_skill *skill = &c->adult->languages[i];
        schakel_level level = level_for(channel, (sk_skill){skill->speaking, skill->reading, 1});
        int does = level == SCHAKEL_LEVEL_UNKNOWN || level > dutch;
        int is_better =
            best == NULL || level > best_level || (level == best_level && strcmp(skill->tag, best) < 0);
        if (sk_same_language(skill->tag, "nl") || sk_same_language(skill->tag, "und") || !does || !is_better)
            continue;
        best = skill->tag;
        best_level = level;
    }
    return best != NULL ? best : "nl";
}

static uint32_t reasons_of(const adult_case *c, uint32_t offered, schakel_channel channel)
{
    adult_case forgiving = *c;
    forgiving.heeds_failures = 0;
    uint32_t reasons = c->dutch.reading == SCHAKEL_LEVEL_UNKNOWN ? SCHAKEL_BECAUSE_NOT_KNOWN
                       : is_little(c->dutch.reading)             ? SCHAKEL_BECAUSE_READS_LITTLE
                                                                 : SCHAKEL_BECAUSE_READS;
    if (is_little(c->dutch.speaking))
        reasons |= SCHAKEL_BECAUSE_SPEAKS_LITTLE;
    if (channel == SCHAKEL_CHANNEL_OTHER)
        return reasons;
    if (was_asked_for(c, channel))
        reasons |= SCHAKEL_BECAUSE_ASKED_FOR;
    if (c->tries->got_through[channel] > 0)
        reasons |= SCHAKEL_BECAUSE_GOT_THROUGH;
    if (best_of(&forgiving, offered) != channel)
        reasons |= SCHAKEL_BECAUSE_FAILED;
    return reasons;
}

/* The sentence for the weightiest reason. */
static const sentence *explain(const schakel_channel_advice *advice)
{
    if (advice->channel == SCHAKEL_CHANNEL_OTHER)
        return &no_channel;
    if ((advice->reasons & SCHAKEL_BECAUSE_ASKED_FOR) != 0)
        return &asked_for;
    if ((advice->reasons & SCHAKEL_BECAUSE_GOT_THROUGH) != 0)
        return &worked_before;
    if ((advice->reasons & SCHAKEL_BECAUSE_FAILED) != 0)
        return &another_failed;
    if ((advice->reasons & SCHAKEL_BECAUSE_READS_LITTLE) != 0 && is_written(advice->channel))
        return &must_read;
    if ((advice->reasons & SCHAKEL_BECAUSE_SPEAKS_LITTLE) != 0)
        return &speaks_little;
    if ((advice->reasons & SCHAKEL_BECAUSE_READS_LITTLE) != 0)
        return &reads_little;
    return (advice->reasons & SCHAKEL_BECAUSE_READS) != 0 ? &reads_well : &not_known;
}

static schakel_channel_advice advise(const schakel_adult *adult, const sk_tries *tries, uint32_t offered)
{
    schakel_channel_advice advice = SCHAKEL_CHANNEL_ADVICE_INIT;
    adult_case c = {adult, tries, dutch_of(adult), 1};
    advice.channel = best_of(&c, offered);
    advice.second = best_of(&c, offered & ~(1u << advice.channel));
    advice.language = language_for(&c, advice.channel);
    advice.reasons = reasons_of(&c, offered, advice.channel);
    const sentence *why = explain(&advice);
    advice.reason_nl = why->nl;
    advice.reason_en = why->en;
    return advice;
}

schakel_answered sk_can_read(schakel_level reading, schakel_level text)
{
    if (reading == SCHAKEL_LEVEL_UNKNOWN || text == SCHAKEL_LEVEL_UNKNOWN)
        return SCHAKEL_UNASKED;
    return reading >= text ? SCHAKEL_YES : SCHAKEL_NO;
}

/* ------------------------------------------------------------------- contacts */

enum { DAYS_THAT_COUNT = 365 };

/* Whose contacts are counted: of one adult, or of all. */
typedef struct counting {
    const schakel_school *school;
    schakel_date today;
    const char *only; /* the id of that adult, as the school has it; NULL for all */
    sk_tries *tries;  /* of that adult, or by adult */
} counting;

static int is_recent(const counting *c, schakel_date date)
{
    return date <= c->today && date >= c->today - DAYS_THAT_COUNT;
}

/* Where to count for an adult; NULL for one who is not counted. */
static sk_tries *tries_of(const counting *c, const char *adult_id)
{
    if (adult_id == NULL || (c->only != NULL && c->only != adult_id))
        return NULL;
    if (c->only != NULL)
        return c->tries;
    return &c->tries[schakel_school_find(c->school, SCHAKEL_KIND_ADULT, adult_id)];
}

static void count_contact(const counting *c, const schakel_contact *contact)
{
    sk_tries *tries = is_recent(c, contact->date) ? tries_of(c, contact->adult_id) : NULL;
    if (tries == NULL)
        return;
    int got_through = contact->reached == SCHAKEL_YES || contact->from_parent;
    tries->got_through[contact->channel] += got_through;
    tries->missed[contact->channel] += !got_through && contact->reached == SCHAKEL_NO;
}

static void count_talk(const counting *c, const schakel_talk *talk)
{
    if (talk->state != SCHAKEL_TALK_HELD || !is_recent(c, talk->date))
        return;
    for (size_t i = 0; i < talk->adult_count; i++) {
        sk_tries *tries = tries_of(c, talk->adult_ids[i]);
        if (tries != NULL)
            tries->came_to_talk = 1;
    }
}

static void count_all(const counting *c)
{
    size_t contacts = schakel_school_count(c->school, SCHAKEL_KIND_CONTACT);
    size_t talks = schakel_school_count(c->school, SCHAKEL_KIND_TALK);
    for (size_t i = 0; i < contacts; i++)
        count_contact(c, sk_entry(c->school, SCHAKEL_KIND_CONTACT, i));
    for (size_t i = 0; i < talks; i++)
        count_talk(c, sk_entry(c->school, SCHAKEL_KIND_TALK, i));
}

/* ---------------------------------------------------------------------- calls */

static schakel_status check(uint32_t *offered, schakel_date today, schakel_error *error)
{
    if (schakel_date_to_ymd(today, NULL, NULL, NULL) != SCHAKEL_OK)
        return sk_fail(error, SCHAKEL_INVALID, "/today", "expected a date in the years 1 to 9999");
    if (*offered >> SK_CHANNEL_COUNT != 0)
        return sk_fail(error, SCHAKEL_INVALID, "/offered", "expected bits of channels, found %#lx",
                       (unsigned long)*offered);
    if (*offered == 0)
        *offered = SCHAKEL_CHANNELS_ALL;
    return SCHAKEL_OK;
}

schakel_status sk_advisor_make(sk_advisor *advisor, const schakel_school *school, uint32_t offered,
                               schakel_date today, sk_arena *arena, schakel_error *error)
{
    schakel_status status = check(&offered, today, error);
    if (status != SCHAKEL_OK)
        return status;
    size_t adults = schakel_school_count(school, SCHAKEL_KIND_ADULT);
    *advisor = (sk_advisor){school, offered, sk_arena_array(arena, adults, sizeof(sk_tries), 0)};
    if (advisor->tries == NULL)
        return sk_fail_memory(error);
    count_all(&(counting){school, today, NULL, advisor->tries});
    return SCHAKEL_OK;
}

schakel_channel_advice sk_advise(const sk_advisor *advisor, size_t adult)
{
    return advise(sk_entry(advisor->school, SCHAKEL_KIND_ADULT, adult), &advisor->tries[adult],
                  advisor->offered);
}

schakel_status schakel_channel_advise(const schakel_school *school, const char *adult_id, uint32_t offered,
                                      schakel_date today, schakel_channel_advice *out, schakel_error *error)
{
    if (school == NULL || adult_id == NULL || out == NULL)
        return sk_fail_misuse(error, "expected a school, an adult and a place to put the advice");
    size_t index = schakel_school_find(school, SCHAKEL_KIND_ADULT, adult_id);
    schakel_status status = check(&offered, today, error);
    if (status == SCHAKEL_OK && index == SCHAKEL_NONE)
        status = sk_fail(error, SCHAKEL_NOT_FOUND, NULL, "there is no adult with id \"%s\"", adult_id);
    if (status != SCHAKEL_OK)
        return status;
    const schakel_adult *adult = sk_entry(school, SCHAKEL_KIND_ADULT, index);
    sk_tries tries = {{0}, {0}, 0};
    count_all(&(counting){school, today, adult->id, &tries});
    schakel_channel_advice advice = advise(adult, &tries, offered);
    return sk_record_out(out, &advice, sizeof advice)
               ? SCHAKEL_OK
               : sk_fail_misuse(error, "expected a record with its struct_size");
}
