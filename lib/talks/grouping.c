/* Small groups for an evening: people and languages become the arrays of solve/partition. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/unicode.h"
#include "schakel/talks.h"
#include "school/model.h"
#include "solve/partition.h"

struct schakel_grouping {
    schakel_allocator allocator;
    sk_arena arena;
    schakel_small_group *groups;
    size_t count;
    schakel_grouping_proof proof;
};

/* What is worked out of the people; all arrays are in the order of their ids. */
typedef struct making {
    const schakel_school *school;
    schakel_grouping_options options;
    schakel_grouping *grouping;
    sk_arena arena; /* for as long as it takes */
    size_t *people; /* places among the adults */
    uint32_t count;
    const char **ids;
    const char **languages; /* those that two or more speak, Dutch first; a bit each */
    uint32_t language_count;
    sk_partition_problem problem;
    int32_t *worth;
    unsigned char *apart;
    uint64_t *labels;
    unsigned char *leader;
    schakel_error *error;
} making;

enum { LABELS_MAX = 64 };

/* ------------------------------------------------------------------- people */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The number of a person among those who come, or SK_PARTITION_OUT. */
static uint32_t number_of(const making *m, const char *id)
{
    const char **found = id == NULL ? NULL : bsearch(&id, m->ids, m->count, sizeof *m->ids, by_text);
    return found == NULL ? SK_PARTITION_OUT : (uint32_t)(found - m->ids);
}

static schakel_status take_people(making *m)
{
    m->count = (uint32_t)m->options.adult_count;
    m->ids = sk_arena_alloc(&m->arena, m->count * sizeof *m->ids);
    m->people = sk_arena_alloc(&m->arena, m->count * sizeof *m->people);
    if (m->ids == NULL || m->people == NULL)
        return sk_fail_memory(m->error);
    for (uint32_t i = 0; i < m->count; i++) {
        const char *id = m->options.adult_ids[i];
        size_t adult = schakel_school_find(m->school, SCHAKEL_KIND_ADULT, id);
        if (adult == SCHAKEL_NONE)
            return sk_fail(m->error, SCHAKEL_NOT_FOUND, "/adult_ids", "there is no adult with id \"%s\"",
                           id == NULL ? "" : id);
        m->ids[i] = sk_entry_id(m->school, SCHAKEL_KIND_ADULT, adult);
    }
    if (m->count > 0)
        qsort(m->ids, m->count, sizeof *m->ids, by_text);
    for (uint32_t i = 0; i < m->count; i++) {
        if (i > 0 && m->ids[i] == m->ids[i - 1])
            return sk_fail(m->error, SCHAKEL_DUPLICATE, "/adult_ids", "\"%s\" is there twice", m->ids[i]);
        m->people[i] = schakel_school_find(m->school, SCHAKEL_KIND_ADULT, m->ids[i]);
    }
    return SCHAKEL_OK;
}

static schakel_status take_hosts_and_pairs(making *m)
{
    m->leader = sk_arena_array(&m->arena, m->count, 1, 0);
    m->apart = sk_arena_array(&m->arena, m->count, m->count, 0);
    if (m->leader == NULL || m->apart == NULL)
        return sk_fail_memory(m->error);
    for (size_t i = 0; i < m->options.host_count; i++) {
        uint32_t host = number_of(m, m->options.host_ids[i]);
        if (host == SK_PARTITION_OUT)
            return sk_fail(m->error, SCHAKEL_NOT_FOUND, "/host_ids",
                           "expected a host who is among those who come");
        m->leader[host] = 1;
    }
    for (size_t i = 0; i < m->options.apart_count; i++) {
        uint32_t one = number_of(m, m->options.apart[i].one_id),
                 other = number_of(m, m->options.apart[i].other_id);
        if (one == SK_PARTITION_OUT || other == SK_PARTITION_OUT || one == other)
            return sk_fail(m->error, SCHAKEL_NOT_FOUND, "/apart",
                           "expected two different adults who are among those who come");
        m->apart[one * m->count + other] = m->apart[other * m->count + one] = 1;
    }
    return SCHAKEL_OK;
}

/* ---------------------------------------------------------------- languages */

static const schakel_adult *person(const making *m, uint32_t i)
{
    return sk_entry(m->school, SCHAKEL_KIND_ADULT, m->people[i]);
}

/* "ar" of "ar-SY": who speak the same language understand each other. */
static size_t primary_length(const char *tag)
{
    return strcspn(tag, "-");
}

static int same_language(const char *a, const char *b)
{
    size_t length = primary_length(a), i = 0;
    while (i < length && sk_ascii_lower(a[i]) == sk_ascii_lower(b[i]))
        i++;
    return i == length && length == primary_length(b);
}

/* Of whom no language is known is taken to speak Dutch. */
static int speaks(const schakel_adult *adult, const char *language)
{
    if (adult->language_count == 0)
        return same_language(language, "nl");
    for (size_t i = 0; i < adult->language_count; i++) {
        schakel_level level = adult->languages[i].speaking;
        if (same_language(adult->languages[i].tag, language))
            return level == SCHAKEL_LEVEL_UNKNOWN || level >= SCHAKEL_LEVEL_A2;
    }
    return 0;
}

static void add_language(making *m, const char *language)
{
    uint32_t speakers = 0;
    for (uint32_t i = 0; i < m->language_count; i++)
        if (same_language(m->languages[i], language))
            return;
    for (uint32_t i = 0; i < m->count && speakers < 2; i++)
        speakers += speaks(person(m, i), language) != 0;
    if (speakers == 2 && m->language_count < LABELS_MAX)
        m->languages[m->language_count++] = language;
}

/* A bit for each language of a person; who shares none with anybody is apart from everybody. */
static schakel_status label(making *m)
{
    m->labels = sk_arena_array(&m->arena, m->count, sizeof *m->labels, 0);
    m->languages = sk_arena_alloc(&m->arena, LABELS_MAX * sizeof *m->languages);
    if (m->labels == NULL || m->languages == NULL)
        return sk_fail_memory(m->error);
    if (m->options.shared_language) {
        add_language(m, "nl");
        for (uint32_t i = 0; i < m->count; i++)
            for (size_t k = 0; k < person(m, i)->language_count; k++)
                add_language(m, person(m, i)->languages[k].tag);
    }
    for (uint32_t i = 0; i < m->count; i++) {
        for (uint32_t k = 0; k < m->language_count; k++)
            if (speaks(person(m, i), m->languages[k]))
                m->labels[i] |= UINT64_C(1) << k;
        for (uint32_t j = 0; j < m->count && m->labels[i] == 0 && m->options.shared_language; j++)
            if (j != i)
                m->apart[i * m->count + j] = m->apart[j * m->count + i] = 1;
        if (m->labels[i] == 0)
            m->labels[i] = UINT64_MAX;
    }
    return SCHAKEL_OK;
}

/* -------------------------------------------------------------------- worth */

static const char *best_language(const schakel_adult *adult)
{
    const schakel_language_skill *best = NULL;
    for (size_t i = 0; i < adult->language_count; i++)
        if (best == NULL || adult->languages[i].speaking > best->speaking)
            best = &adult->languages[i];
    return best == NULL ? "nl" : best->tag;
}

static const schakel_group *group_of_child(const making *m, const char *child_id)
{
    const schakel_child *child = sk_find_entry(m->school, SCHAKEL_KIND_CHILD, child_id);
    return child->group_id == NULL ? NULL : sk_find_entry(m->school, SCHAKEL_KIND_GROUP, child->group_id);
}

enum { IN_ONE_GROUP = 2, IN_ONE_YEAR = 1 };

/* Do children of two adults share a group, or else a year? */
static int children_share(const making *m, uint32_t a, uint32_t b)
{
    const adult_entry *one = sk_entry(m->school, SCHAKEL_KIND_ADULT, m->people[a]);
    const adult_entry *other = sk_entry(m->school, SCHAKEL_KIND_ADULT, m->people[b]);
    int share = 0;
    for (const tie_node *i = one->ties.first; i != NULL; i = i->next_of_adult) {
        const schakel_group *left = group_of_child(m, i->tie.child_id);
        for (const tie_node *j = other->ties.first; j != NULL && left != NULL; j = j->next_of_adult) {
            const schakel_group *right = group_of_child(m, j->tie.child_id);
            if (right == left)
                return IN_ONE_GROUP;
            if (right != NULL && right->year != 0 && right->year == left->year)
                share = IN_ONE_YEAR;
        }
    }
    return share;
}

/* The concepts each person offers. */
typedef struct offered {
    const char **concepts;
    size_t count;
} offered;

enum { SHARED_CONCEPTS_MAX = 3 };

static int shared_concepts(const offered *a, const offered *b)
{
    int shared = 0;
    for (size_t i = 0; i < a->count && shared < SHARED_CONCEPTS_MAX; i++)
        for (size_t j = 0; j < b->count; j++)
            if (a->concepts[i] == b->concepts[j]) {
                shared++;
                break;
            }
    return shared;
}

static int offers_already(const offered *o, const char *concept_id)
{
    size_t i = 0;
    while (i < o->count && o->concepts[i] != concept_id)
        i++;
    return i < o->count;
}

/* NULL when memory ran out. */
static offered *collect_offers(making *m)
{
    offered *all = sk_arena_array(&m->arena, m->count, sizeof *all, 0);
    for (size_t i = 0; all != NULL && i < schakel_school_count(m->school, SCHAKEL_KIND_OFFER); i++) {
        const schakel_offer *offer = sk_entry(m->school, SCHAKEL_KIND_OFFER, i);
        uint32_t owner = number_of(m, offer->adult_id);
        if (owner == SK_PARTITION_OUT)
            continue;
        offered *own = &all[owner];
        const char **more = sk_arena_alloc(&m->arena, (own->count + offer->concept_count) * sizeof *more);
        if (more == NULL)
            return NULL;
        if (own->count > 0)
            memcpy(more, own->concepts, own->count * sizeof *more);
        own->concepts = more;
        for (size_t k = 0; k < offer->concept_count; k++)
            if (!offers_already(own, offer->concept_ids[k]))
                more[own->count++] = offer->concept_ids[k];
    }
    return all;
}

static int32_t worth_of_pair(const making *m, const offered *offers, uint32_t a, uint32_t b)
{
    int share = children_share(m, a, b);
    if (m->options.mix == SCHAKEL_MIX_ALIKE)
        return share + shared_concepts(&offers[a], &offers[b]);
    return (share != IN_ONE_GROUP) + !same_language(best_language(person(m, a)), best_language(person(m, b)));
}

static schakel_status weigh(making *m)
{
    offered *offers = collect_offers(m);
    m->worth = sk_arena_array(&m->arena, (size_t)m->count * m->count, sizeof *m->worth, 0);
    if (offers == NULL || m->worth == NULL)
        return sk_fail_memory(m->error);
    for (uint32_t i = 0; i < m->count; i++)
        for (uint32_t j = 0; j < i; j++)
            m->worth[i * m->count + j] = m->worth[j * m->count + i] = worth_of_pair(m, offers, i, j);
    return SCHAKEL_OK;
}

/* ------------------------------------------------------------------- answer */

/* The host and the language of a group of which `ids` are the people. */
static void describe(const making *m, schakel_small_group *group)
{
    uint64_t shared = UINT64_MAX;
    for (size_t i = 0; i < group->adult_count; i++) {
        uint32_t number = number_of(m, group->adult_ids[i]);
        shared &= m->labels[number];
        if (group->host_id == NULL && m->leader[number])
            group->host_id = group->adult_ids[i];
    }
    for (uint32_t k = 0; k < m->language_count && group->language == NULL; k++)
        if ((shared >> k & 1) != 0)
            group->language = m->languages[k];
}

/* People by their group, in the order of ids; the last are those left out. */
static int keep_groups(making *m, const sk_partition_answer *answer)
{
    schakel_grouping *grouping = m->grouping;
    const char **ids = sk_arena_alloc(&grouping->arena, m->count * sizeof *ids);
    grouping->groups = sk_arena_array(&grouping->arena, answer->group_count, sizeof *grouping->groups, 0);
    if (ids == NULL || grouping->groups == NULL)
        return 0;
    size_t used = 0;
    for (uint32_t g = 0; g <= answer->group_count; g++) {
        size_t first = used;
        uint32_t wanted = g < answer->group_count ? g : SK_PARTITION_OUT;
        for (uint32_t i = 0; i < m->count; i++)
            if (answer->group_of[i] == wanted)
                ids[used++] = m->ids[i];
        if (g == answer->group_count) {
            grouping->proof.out_ids = ids + first;
            grouping->proof.out_count = used - first;
            break;
        }
        grouping->groups[g] = (schakel_small_group)SCHAKEL_SMALL_GROUP_INIT;
        grouping->groups[g].adult_ids = ids + first;
        grouping->groups[g].adult_count = used - first;
        describe(m, &grouping->groups[g]);
    }
    grouping->count = answer->group_count;
    return 1;
}

static schakel_status solve(making *m)
{
    const schakel_grouping_options *o = &m->options;
    sk_partition_answer answer = {.group_of = sk_arena_alloc(&m->arena, m->count * sizeof(uint32_t))};
    m->problem = (sk_partition_problem){
        .count = m->count,
        .low = (uint32_t)o->low,
        .high = (uint32_t)o->high,
        .worth = m->worth,
        .apart = m->apart,
        .labels = m->labels,
        .leader = o->host_count > 0 ? m->leader : NULL,
        .effort = (uint32_t)o->effort,
    };
    if (answer.group_of == NULL || !sk_partition_solve(&m->problem, &m->grouping->allocator, &answer) ||
        !keep_groups(m, &answer))
        return sk_fail_memory(m->error);
    schakel_grouping_proof *proof = &m->grouping->proof;
    proof->hostless = answer.value.leaderless;
    proof->worth = answer.value.worth;
    proof->out_bound = answer.bound.out;
    proof->hostless_bound = answer.bound.leaderless;
    proof->worth_bound = answer.bound.worth;
    proof->optimal = answer.optimal;
    return SCHAKEL_OK;
}

static schakel_status make(making *m)
{
    schakel_status status = take_people(m);
    if (status == SCHAKEL_OK)
        status = take_hosts_and_pairs(m);
    if (status == SCHAKEL_OK)
        status = label(m);
    if (status == SCHAKEL_OK)
        status = weigh(m);
    return status == SCHAKEL_OK ? solve(m) : status;
}

/* -------------------------------------------------------------- public calls */

static schakel_status take_options(making *m, const schakel_grouping_options *options)
{
    m->options = (schakel_grouping_options)SCHAKEL_GROUPING_OPTIONS_INIT;
    schakel_grouping_options *o = &m->options;
    if (!sk_record_in(options, o, sizeof *o) || (o->adult_ids == NULL && o->adult_count > 0) ||
        (o->host_ids == NULL && o->host_count > 0) || (o->apart == NULL && o->apart_count > 0))
        return sk_fail_misuse(m->error, "expected options with their struct_size and lists");
    schakel_status status = sk_check_number(m->error, "/low", o->low, 1, SK_PARTITION_ITEMS_MAX);
    if (status == SCHAKEL_OK)
        status = sk_check_number(m->error, "/high", o->high, o->low, SK_PARTITION_ITEMS_MAX);
    if (status != SCHAKEL_OK)
        return status;
    if ((unsigned)o->mix > SCHAKEL_MIX_ALIKE)
        return sk_fail(m->error, SCHAKEL_INVALID, "/mix", "expected mixed or alike");
    if (o->effort < 1)
        return sk_fail(m->error, SCHAKEL_INVALID, "/effort", "expected a number from 1, found %d",
                       (int)o->effort);
    if (o->adult_count > SK_PARTITION_ITEMS_MAX)
        return sk_fail(m->error, SCHAKEL_TOO_LARGE, "/adult_ids", "expected at most %d adults, found %zu",
                       SK_PARTITION_ITEMS_MAX, o->adult_count);
    return SCHAKEL_OK;
}

schakel_status schakel_grouping_make(const schakel_school *school, const schakel_grouping_options *options,
                                     schakel_grouping **out, schakel_error *error)
{
    making m = {.school = school, .error = error};
    if (out != NULL)
        *out = NULL;
    if (school == NULL || options == NULL || out == NULL)
        return sk_fail_misuse(error, "expected a school, options and a place for the groups");
    schakel_status status = take_options(&m, options);
    if (status != SCHAKEL_OK)
        return status;
    m.grouping = sk_alloc_zeroed(sk_handle_allocator(school), 1, sizeof *m.grouping);
    if (m.grouping == NULL)
        return sk_fail_memory(error);
    m.grouping->allocator = *sk_handle_allocator(school);
    m.grouping->proof = (schakel_grouping_proof)SCHAKEL_GROUPING_PROOF_INIT;
    sk_arena_init(&m.grouping->arena, &m.grouping->allocator);
    sk_arena_init(&m.arena, &m.grouping->allocator);
    status = make(&m);
    sk_arena_destroy(&m.arena);
    if (status == SCHAKEL_OK)
        *out = m.grouping;
    else
        schakel_grouping_destroy(m.grouping);
    return status;
}

void schakel_grouping_destroy(schakel_grouping *grouping)
{
    if (grouping == NULL)
        return;
    schakel_allocator allocator = grouping->allocator;
    sk_arena_destroy(&grouping->arena);
    sk_free(&allocator, grouping);
}

size_t schakel_grouping_count(const schakel_grouping *grouping)
{
    return grouping == NULL ? 0 : grouping->count;
}

schakel_status schakel_grouping_get(const schakel_grouping *grouping, size_t index, schakel_small_group *out)
{
    if (grouping == NULL || out == NULL || index >= grouping->count)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &grouping->groups[index], sizeof grouping->groups[index]) ? SCHAKEL_OK
                                                                                        : SCHAKEL_MISUSE;
}

schakel_status schakel_grouping_get_proof(const schakel_grouping *grouping, schakel_grouping_proof *out)
{
    if (grouping == NULL || out == NULL)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &grouping->proof, sizeof grouping->proof) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}
