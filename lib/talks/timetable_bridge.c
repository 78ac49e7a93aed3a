/* In which language a talk is, and whether it needs an interpreter of the round. */
#include "school/dutch.h"
#include "school/languages.h"
#include "talks/timetable.h"

static int speaks(schakel_level level)
{
    return level >= SCHAKEL_LEVEL_B1;
}

/* A language of an adult is one spoken at B1 or better, or whose level is not known. */
static int is_language_of(const schakel_adult *adult, const char *tag)
{
    for (size_t i = 0; i < adult->language_count; i++)
        if (sk_same_language(adult->languages[i].tag, tag) &&
            (adult->languages[i].speaking == SCHAKEL_LEVEL_UNKNOWN || speaks(adult->languages[i].speaking)))
            return 1;
    return 0;
}

/* A language of an adult that somebody of the staff speaks; NULL for none. */
static const char *shared_language(const sk_round_plan *plan, const sk_staffing *staffing,
                                   const schakel_adult *adult)
{
    for (size_t i = 0; i < adult->language_count; i++)
        for (size_t k = 0; k < staffing->staff_count; k++) {
            const char *tag = adult->languages[i].tag;
            const schakel_staff *staff =
                sk_entry(plan->school, SCHAKEL_KIND_STAFF, sk_round_staff(plan, staffing->staff_ids[k]));
            if (is_language_of(adult, tag) &&
                speaks(sk_skill_in(staff->languages, staff->language_count, tag).speaking))
                return tag;
        }
    return NULL;
}

static int is_interpreted(const sk_round_plan *plan, const char *tag)
{
    for (size_t i = 0; i < plan->round->interpreter_count; i++)
        if (sk_same_language(plan->round->interpreters[i].language, tag))
            return 1;
    return 0;
}

/* What can be interpreted for an adult. Returns 0 when memory ran out. */
static int want_languages(const sk_round_plan *plan, sk_staffing *staffing, const schakel_adult *adult)
{
    const char **tags = sk_arena_alloc(plan->arena, adult->language_count * sizeof *tags);
    if (tags == NULL)
        return 0;
    for (size_t i = 0; i < adult->language_count; i++)
        if (is_language_of(adult, adult->languages[i].tag) && is_interpreted(plan, adult->languages[i].tag))
            tags[staffing->wanted_count++] = adult->languages[i].tag;
    staffing->wanted = tags;
    return 1;
}

/* Keep the languages that an adult knows too, if there are any. Returns 0 when memory ran out. */
static int share_wanted(const sk_round_plan *plan, sk_staffing *staffing, const schakel_adult *adult)
{
    const char **tags = sk_arena_alloc(plan->arena, staffing->wanted_count * sizeof *tags);
    size_t count = 0;
    for (size_t i = 0; tags != NULL && i < staffing->wanted_count; i++)
        if (is_language_of(adult, staffing->wanted[i]))
            tags[count++] = staffing->wanted[i];
    if (count > 0) {
        staffing->wanted = tags;
        staffing->wanted_count = count;
    }
    return tags != NULL;
}

/* Understand one adult more with who leads. Returns 0 when memory ran out. */
static int understand(const sk_round_plan *plan, sk_staffing *staffing, const schakel_adult *adult)
{
    const char *shared = shared_language(plan, staffing, adult);
    if (staffing->shared == NULL)
        staffing->shared = shared;
    if (shared != NULL)
        return 1;
    if (adult->brings_interpreter == SCHAKEL_YES) {
        staffing->brings = 1;
        return 1;
    }
    return staffing->wanted_count == 0 ? want_languages(plan, staffing, adult)
                                       : share_wanted(plan, staffing, adult);
}

/* One interpreter serves a talk: one for the first adult who needs one, and for the others when that can be. */
int sk_round_find_bridge(const sk_round_plan *plan, sk_round_talk *talk)
{
    for (size_t i = 0; i < talk->adult_count; i++) {
        const schakel_adult *adult =
            sk_entry(plan->school, SCHAKEL_KIND_ADULT, sk_round_adult(plan, talk->adult_ids[i]));
        if (!sk_lacks_dutch(adult))
            continue;
        talk->needs_bridge = 1;
        for (size_t k = 0; k < talk->staffing_count; k++)
            if (!understand(plan, &talk->staffings[k], adult))
                return 0;
    }
    return 1;
}
