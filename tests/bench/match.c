/*
 * How long a matching takes, checking it, its calendar, and repairing it after a no: one school of about 420 adults and
 * 60 needs, and boards and regions of 10,000, 30,000 and 100,000 adults in one document. For one school also the ratio to the plainest
 * way to the same flow: successive shortest paths by Bellman and Ford over all arcs.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "match/network.h"

enum { TODAY = 20000, CONCEPTS = 24, ADULTS_A_SCHOOL = 420, NEEDS_A_SCHOOL = 60, SCHOOLS_AN_AREA = 10 };

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(((*seed >> 33) * below) >> 31);
}

static void must(schakel_status status)
{
    if (status == SCHAKEL_OK)
        return;
    fprintf(stderr, "the benchmark's school is refused: %s\n", schakel_status_text(status));
    exit(1);
}

/* ------------------------------------------------------------------ the school */

typedef struct id {
    char text[32];
} id;

static id name(const char *kind, uint32_t one, uint32_t other)
{
    id made;
    snprintf(made.text, sizeof made.text, "%s%u-%u", kind, (unsigned)one, (unsigned)other);
    return made;
}

/* Each school has concepts of its own; one in six narrows a concept of the area. */
static void add_concepts(schakel_school *school, uint32_t number)
{
    for (uint32_t i = 0; i < CONCEPTS; i++) {
        id own = name("c", number, i), area = name("area", number / SCHOOLS_AN_AREA, i);
        schakel_concept record = SCHAKEL_CONCEPT_INIT;
        if (i % 6 == 0 && number % SCHOOLS_AN_AREA == 0) {
            record.id = area.text;
            must(schakel_school_add_concept(school, &record, NULL));
        }
        record.id = own.text;
        record.broader_id = i % 6 == 0 ? area.text : NULL;
        must(schakel_school_add_concept(school, &record, NULL));
    }
}

static void add_offers(schakel_school *school, uint32_t number, const char *adult_id, uint32_t i,
                       int with_rest, uint64_t *seed)
{
    static const int32_t caps[] = {0, 1, 2, 2, 3};
    for (uint32_t j = 0; j < draw(seed, 3); j++) {
        id own = name("o", number, i * 2 + j), wanted = name("c", number, draw(seed, CONCEPTS));
        const char *concept_id = wanted.text;
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        offer.id = own.text;
        offer.adult_id = adult_id;
        offer.concept_ids = &concept_id;
        offer.concept_count = 1;
        offer.cap = caps[draw(seed, 5)];
        offer.notice = (int32_t)draw(seed, 15);
        offer.limit = draw(seed, 8) == 0 ? SCHAKEL_LIMIT_OWN_GROUP : SCHAKEL_LIMIT_NONE;
        id other = name("a", number, i == 0 ? 0 : draw(seed, i));
        offer.together_id = with_rest && i > 0 && draw(seed, 10) == 0 ? other.text : NULL;
        must(schakel_school_add_offer(school, &offer, NULL));
    }
}

static void add_adults(schakel_school *school, uint32_t number, int with_rest, uint64_t *seed)
{
    for (uint32_t i = 0; i < 15; i++) {
        id group = name("g", number, i);
        schakel_group record = SCHAKEL_GROUP_INIT;
        record.id = group.text;
        must(schakel_school_add_group(school, &record, NULL));
    }
    for (uint32_t i = 0; i < ADULTS_A_SCHOOL; i++) {
        id own = name("a", number, i), group = name("g", number, draw(seed, 15));
        schakel_window window = {1 + draw(seed, 127), 480, 780 + 60 * (schakel_time)draw(seed, 8)};
        schakel_language_skill skill = {draw(seed, 5) == 0 ? "ar" : "nl", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_C1};
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_child child = SCHAKEL_CHILD_INIT;
        schakel_tie tie = SCHAKEL_TIE_INIT;
        adult.id = child.id = tie.child_id = tie.adult_id = own.text;
        adult.windows = &window;
        adult.window_count = draw(seed, 2);
        adult.languages = &skill;
        adult.language_count = 1;
        adult.cap = draw(seed, 4) == 0 ? 2 : 0;
        adult.certificate_until = draw(seed, 2) == 0 ? TODAY + 300 : SCHAKEL_NO_DATE;
        child.group_id = group.text;
        must(schakel_school_add_adult(school, &adult, NULL));
        must(schakel_school_add_child(school, &child, NULL));
        must(schakel_school_add_tie(school, &tie, NULL));
        add_offers(school, number, own.text, i, with_rest, seed);
        if (draw(seed, 8) == 0) {
            schakel_ask ask = SCHAKEL_ASK_INIT;
            ask.id = ask.adult_id = own.text;
            ask.date = TODAY - 20;
            ask.state = SCHAKEL_ASK_DONE;
            must(schakel_school_add_ask(school, &ask, NULL));
        }
    }
}

/* Many needs fall on the same few days, so that they clash. */
static void add_needs(schakel_school *school, uint32_t number, int with_rest, uint64_t *seed)
{
    for (uint32_t i = 0; i < NEEDS_A_SCHOOL; i++) {
        id own = name("n", number, i), group = name("g", number, draw(seed, 15));
        schakel_need need = SCHAKEL_NEED_INIT;
        need.id = own.text;
        need.group_id = draw(seed, 2) == 0 ? group.text : NULL;
        need.date = TODAY + 5 + 3 * (schakel_date)draw(seed, 40);
        need.start = 500 + 10 * (schakel_time)draw(seed, 30);
        need.end = need.start + 30 + 30 * (schakel_time)draw(seed, 5);
        need.notice = (int32_t)draw(seed, 4) * 7;
        need.priority = (schakel_priority)draw(seed, 3);
        must(schakel_school_add_need(school, &need, NULL));
        for (uint32_t j = 0; j <= draw(seed, 3); j++) {
            uint32_t wanted = draw(seed, CONCEPTS);
            id place_id = name("p", j, 0), local = name("c", number, wanted),
               area = name("area", number / SCHOOLS_AN_AREA, wanted);
            schakel_place place = SCHAKEL_PLACE_INIT;
            place.need_id = own.text;
            place.id = place_id.text;
            place.concept_id = wanted % 6 == 0 && draw(seed, 4) == 0 ? area.text : local.text;
            place.count = 1 + (int32_t)draw(seed, 4);
            place.language = draw(seed, 12) == 0 ? "ar" : NULL;
            place.minimum =
                with_rest && draw(seed, 3) == 0 ? 1 + (int32_t)draw(seed, (uint32_t)place.count) : 0;
            place.certificate = with_rest && draw(seed, 6) == 0;
            must(schakel_school_add_place(school, &place, NULL));
        }
    }
}

/* With the rest: minimums, certificates, and people who only come together. */
static schakel_school *make_school(uint32_t schools, int with_rest)
{
    uint64_t seed = 7;
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "school";
    info.year_start = TODAY - 40;
    info.year_end = TODAY + 300;
    must(schakel_school_create(NULL, &school, NULL));
    must(schakel_school_set_info(school, &info, NULL));
    for (uint32_t i = 0; i < schools; i++) {
        add_concepts(school, i);
        add_adults(school, i, with_rest, &seed);
        add_needs(school, i, with_rest, &seed);
    }
    return school;
}

/* ---------------------------------------------------------------- the plainest way */

typedef struct plain_arc {
    uint32_t from, to;
    int32_t room;
    sk_cost cost;
} plain_arc;

/* Each arc is followed by its way back. */
typedef struct plain_flow {
    plain_arc *arcs;
    size_t count;
    sk_cost *distance;
    size_t *via;
    uint32_t vertices;
    sk_cost total;
} plain_flow;

static void add_arc(plain_flow *p, uint32_t from, uint32_t to, int32_t room, sk_cost cost)
{
    p->arcs[p->count++] = (plain_arc){from, to, room, cost};
    p->arcs[p->count++] = (plain_arc){to, from, 0, {-cost.high, -cost.low}};
}

/* Vertices: sources, nodes, the sink, and a first one from which all comes. */
static void plain_build(plain_flow *p, const sk_flow_problem *flow)
{
    uint32_t nodes = flow->source_count, sink = nodes + flow->node_count, first = sink + 1;
    size_t arcs = flow->arc_count + 2 * (size_t)flow->source_count + flow->node_count;
    for (uint32_t i = 0; i < flow->node_count; i++)
        arcs += flow->parent[i] == SK_NONE ? (size_t)flow->capacity[i] : 1;
    *p = (plain_flow){.vertices = first + 1};
    p->arcs = malloc(2 * arcs * sizeof *p->arcs);
    p->distance = malloc(p->vertices * sizeof *p->distance);
    p->via = malloc(p->vertices * sizeof *p->via);
    if (p->arcs == NULL || p->distance == NULL || p->via == NULL)
        exit(1);
    for (uint32_t i = 0; i < flow->source_count; i++) {
        add_arc(p, first, i, flow->supply[i], (sk_cost){0, 0});
        add_arc(p, i, sink, flow->supply[i], (sk_cost){flow->stay[i], 0});
        for (uint32_t arc = flow->first_arc[i]; arc < flow->first_arc[i + 1]; arc++)
            add_arc(p, i, nodes + flow->arc_node[arc], 1, (sk_cost){0, flow->arc_cost[arc]});
    }
    for (uint32_t i = 0; i < flow->node_count; i++) {
        if (flow->parent[i] != SK_NONE)
            add_arc(p, nodes + i, nodes + flow->parent[i], flow->capacity[i], (sk_cost){0, 0});
        for (int32_t k = 1; flow->parent[i] == SK_NONE && k <= flow->capacity[i]; k++)
            add_arc(p, nodes + i, sink, 1, (sk_cost){0, flow->weight * (2 * (flow->base[i] + k) - 1)});
    }
}

static int plain_augment(plain_flow *p)
{
    uint32_t first = p->vertices - 1, sink = first - 1;
    for (uint32_t i = 0; i < p->vertices; i++)
        p->distance[i] = (sk_cost){INT64_MAX / 2, 0};
    p->distance[first] = (sk_cost){0, 0};
    for (int changed = 1; changed;) {
        changed = 0;
        for (size_t i = 0; i < p->count; i++) {
            const plain_arc *arc = &p->arcs[i];
            sk_cost distance = sk_cost_add(p->distance[arc->from], arc->cost);
            if (arc->room == 0 || p->distance[arc->from].high == INT64_MAX / 2 ||
                !sk_cost_less(distance, p->distance[arc->to]))
                continue;
            p->distance[arc->to] = distance;
            p->via[arc->to] = i;
            changed = 1;
        }
    }
    if (p->distance[sink].high == INT64_MAX / 2)
        return 0;
    for (uint32_t at = sink; at != first; at = p->arcs[p->via[at]].from) {
        p->arcs[p->via[at]].room--;
        p->arcs[p->via[at] ^ 1].room++;
    }
    p->total = sk_cost_add(p->total, p->distance[sink]);
    return 1;
}

/* Both ways over the same network; their costs must agree. */
static void compare_flows(const schakel_school *school)
{
    enum { TIMES = 200 };
    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    schakel_allocator allocator;
    roster r;
    network n;
    sk_flow flow;
    plain_flow plain;
    options.today = TODAY;
    must(sk_allocator_resolve(NULL, &allocator) ? SCHAKEL_OK : SCHAKEL_MISUSE);
    must(sk_roster_begin(&r, school, &options));
    must(sk_roster_find_pairs(&r) ? sk_network_build(&r, &n) : SCHAKEL_NO_MEMORY);
    sk_cost total = {0, 0};
    double start = now_ms();
    for (int i = 0; i < TIMES; i++) {
        must(sk_flow_create(&flow, &n.problem.flow, &allocator));
        sk_flow_solve(&flow);
        total = flow.total;
        sk_flow_destroy(&flow);
    }
    double ours = (now_ms() - start) / TIMES;
    start = now_ms();
    plain_build(&plain, &n.problem.flow);
    while (plain_augment(&plain))
        continue;
    double theirs = now_ms() - start;
    printf("flow of one school: %.3f ms; Bellman-Ford %.1f ms, %.0f times as long; costs %s\n", ours, theirs,
           theirs / ours, sk_cost_equal(total, plain.total) ? "agree" : "DIFFER");
    free(plain.arcs);
    free(plain.distance);
    free(plain.via);
    sk_roster_end(&r);
}

/* --------------------------------------------------------------------- measuring */

/* One adult of the plan says no, and it is repaired; reading the school again is part of that. */
static double repair(schakel_school *school, schakel_match_options *options, const schakel_matching *matching)
{
    size_t count = schakel_matching_count(matching);
    schakel_planned *planned = malloc(count * sizeof *planned);
    schakel_matching *repaired = NULL;
    schakel_ask ask = SCHAKEL_ASK_INIT;
    if (planned == NULL)
        exit(1);
    for (size_t i = 0; i < count; i++) {
        schakel_match_ask asked = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &asked);
        planned[i] = (schakel_planned){asked.need_id, asked.place_id, asked.adult_id};
    }
    ask.id = "no";
    ask.adult_id = planned[count / 2].adult_id;
    ask.need_id = planned[count / 2].need_id;
    ask.place_id = planned[count / 2].place_id;
    ask.date = TODAY;
    ask.state = SCHAKEL_ASK_NO;
    must(schakel_school_add_ask(school, &ask, NULL));
    options->planned = planned;
    options->planned_count = count;
    double start = now_ms();
    must(schakel_match(school, options, &repaired, NULL));
    double spent = now_ms() - start;
    size_t dropped = schakel_matching_dropped_count(repaired);
    schakel_matching_destroy(repaired);
    free(planned);
    if (dropped > 10)
        printf("a repair dropped %zu asks\n", dropped);
    return spent;
}

static double measure_calendar(const schakel_school *school, const schakel_matching *matching)
{
    schakel_calendar *calendar = NULL;
    double start = now_ms();
    must(schakel_calendar_make(matching, school, NULL, &calendar, NULL));
    double spent = now_ms() - start;
    schakel_calendar_destroy(calendar);
    return spent;
}

static void measure(uint32_t schools, int with_rest, schakel_objective objective, int times)
{
    schakel_school *school = make_school(schools, with_rest);
    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    schakel_matching *matching = NULL;
    schakel_match_proof proof = SCHAKEL_MATCH_PROOF_INIT;
    double best = 1e300, best_check = 1e300;
    options.today = TODAY;
    options.objective = objective;
    for (int i = 0; i < times; i++) {
        schakel_matching_destroy(matching);
        double start = now_ms();
        must(schakel_match(school, &options, &matching, NULL));
        double matched = now_ms();
        must(schakel_matching_verify(matching, school, NULL));
        double checked = now_ms();
        best = matched - start < best ? matched - start : best;
        best_check = checked - matched < best_check ? checked - matched : best_check;
    }
    schakel_matching_get_proof(matching, &proof);
    printf("%6zu adults, %5zu needs, %s%s: %9.2f ms; %zu asks, %zu places open, %d branches, %s\n",
           schakel_school_count(school, SCHAKEL_KIND_ADULT), schakel_school_count(school, SCHAKEL_KIND_NEED),
           objective == SCHAKEL_OBJECTIVE_FAIREST ? "fairest " : "balanced", with_rest ? ", teams" : "", best,
           schakel_matching_count(matching), schakel_matching_open_count(matching), (int)proof.nodes,
           proof.optimal ? "proven best" : "not proven");
    if (!proof.optimal)
        printf("%33s gap: %.2e of the places' weight, %lld points\n", "",
               (double)(proof.value_high - proof.bound_high) / (double)proof.value_high,
               (long long)(proof.value_low - proof.bound_low));
    double calendar = measure_calendar(school, matching);
    printf("%33s checked in %.2f ms, calendar in %.2f ms, repaired after a no in %.2f ms\n", "", best_check,
           calendar, repair(school, &options, matching));
    schakel_matching_destroy(matching);
    if (schools == 1 && !with_rest && objective == SCHAKEL_OBJECTIVE_BALANCED)
        compare_flows(school);
    schakel_school_destroy(school);
}

int main(void)
{
    static const uint32_t schools[] = {1, 24, 72, 238};
    setvbuf(stdout, NULL, _IOLBF, 0);
    for (size_t i = 0; i < sizeof schools / sizeof schools[0]; i++) {
        measure(schools[i], 0, SCHAKEL_OBJECTIVE_BALANCED, i == 0 ? 50 : 1);
        measure(schools[i], 0, SCHAKEL_OBJECTIVE_FAIREST, i == 0 ? 50 : 1);
        measure(schools[i], 1, SCHAKEL_OBJECTIVE_BALANCED, i == 0 ? 50 : 1);
    }
    return 0;
}
