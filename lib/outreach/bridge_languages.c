/* Who needs a bridge, and in which languages it could be. */
#include <stdlib.h>
#include <string.h>

#include "outreach/bridge.h"
#include "outreach/offers.h"
#include "school/dutch.h"

sk_well sk_speaks_well(sk_skill skill)
{
    if (skill.speaking >= SCHAKEL_LEVEL_B1)
        return SK_WELL_YES;
    return skill.is_there && skill.speaking == SCHAKEL_LEVEL_UNKNOWN ? SK_WELL_PERHAPS : SK_WELL_NO;
}

static sk_well adult_speaks_well(const schakel_adult *adult, const char *language)
{
    return sk_speaks_well(sk_adult_skill(adult, language));
}

/* Do the first so many adults in need all speak a language well? */
static sk_well all_speak_well(const sk_bridging *b, size_t count, const char *language)
{
    sk_well least = SK_WELL_YES;
    for (size_t i = 0; i < count; i++) {
        sk_well well = adult_speaks_well(b->in_need.entries[i], language);
        least = well < least ? well : least;
    }
    return least;
}

/* Of two tags of one language the first counts, whoever has it. */
static void add_tongue(sk_bridging *b, const char *tag)
{
    if (sk_same_language(tag, "nl") || sk_same_language(tag, "und"))
        return;
    for (size_t i = 0; i < b->tongue_count; i++) {
        if (!sk_same_language(b->tongues[i].tag, tag))
            continue;
        if (strcmp(tag, b->tongues[i].tag) < 0)
            b->tongues[i].tag = tag;
        return;
    }
    b->tongues[b->tongue_count++] = (sk_tongue){.tag = tag};
}

/* Count an adult in the languages that they have, and in the best of those. */
static void count_adult(sk_bridging *b, const schakel_adult *adult)
{
    schakel_level best = SCHAKEL_LEVEL_UNKNOWN;
    for (size_t i = 0; i < b->tongue_count; i++) {
        schakel_level level = sk_adult_skill(adult, b->tongues[i].tag).speaking;
        b->tongues[i].levels += (int)level;
        best = level > best ? level : best;
    }
    for (size_t i = 0; i < b->tongue_count; i++) {
        sk_skill skill = sk_adult_skill(adult, b->tongues[i].tag);
        b->tongues[i].best_of += skill.is_there && skill.speaking == best;
    }
}

static int by_use(const void *a, const void *b)
{
    const sk_tongue *one = a, *other = b;
    int one_of_all = one->of_all == SK_WELL_YES, other_of_all = other->of_all == SK_WELL_YES;
    if (one_of_all != other_of_all)
        return other_of_all - one_of_all;
    if (one->best_of != other->best_of)
        return one->best_of > other->best_of ? -1 : 1;
    if (one->levels != other->levels)
        return other->levels - one->levels;
    return strcmp(one->tag, other->tag);
}

/* Put those who have the language first; both parts keep their order. */
static void part_in_need(sk_bridging *b, const void **room, const char *language)
{
    size_t others = 0;
    for (size_t i = 0; i < b->in_need.count; i++) {
        const schakel_adult *adult = b->in_need.entries[i];
        if (sk_adult_skill(adult, language).is_there)
            b->in_need.entries[b->served_count++] = adult;
        else
            room[others++] = adult;
    }
    memcpy(b->in_need.entries + b->served_count, room, others * sizeof *room);
}

int sk_bridge_read_languages(sk_bridging *b)
{
    size_t most = 0;
    const void **room = sk_arena_alloc(&b->plan->arena, b->adults.count * sizeof *room);
    b->in_need.entries = sk_arena_alloc(&b->plan->arena, b->adults.count * sizeof *b->in_need.entries);
    if (room == NULL || b->in_need.entries == NULL)
        return 0;
    for (size_t i = 0; i < b->adults.count; i++) {
        const schakel_adult *adult = b->adults.entries[i];
        if (!sk_lacks_dutch(adult))
            continue;
        b->in_need.entries[b->in_need.count++] = adult;
        most += adult->language_count;
    }
    b->tongues = sk_arena_alloc(&b->plan->arena, most * sizeof *b->tongues);
    if (b->tongues == NULL)
        return 0;
    for (size_t i = 0; i < b->in_need.count; i++) {
        const schakel_adult *adult = b->in_need.entries[i];
        for (size_t k = 0; k < adult->language_count; k++)
            add_tongue(b, adult->languages[k].tag);
    }
    for (size_t i = 0; i < b->in_need.count; i++)
        count_adult(b, b->in_need.entries[i]);
    for (size_t i = 0; i < b->tongue_count; i++)
        b->tongues[i].of_all = all_speak_well(b, b->in_need.count, b->tongues[i].tag);
    qsort(b->tongues, b->tongue_count, sizeof *b->tongues, by_use);
    if (b->tongue_count > 0)
        part_in_need(b, room, b->tongues[0].tag);
    for (size_t i = 0; i < b->tongue_count; i++)
        b->tongues[i].of_served = all_speak_well(b, b->served_count, b->tongues[i].tag);
    return 1;
}

const sk_tongue *sk_bridge_tongue_of(const sk_bridging *b, const schakel_adult *helper,
                                     const schakel_offer *offer)
{
    if (adult_speaks_well(helper, "nl") != SK_WELL_YES)
        return NULL;
    for (size_t i = 0; i < b->tongue_count; i++) {
        const sk_tongue *tongue = &b->tongues[i];
        int serves = i == 0 || tongue->of_served == SK_WELL_YES;
        if (serves && adult_speaks_well(helper, tongue->tag) == SK_WELL_YES &&
            (offer == NULL || sk_offer_holds_in(offer, tongue->tag)))
            return tongue;
    }
    return NULL;
}
