/*
 * How fast the flow solves, beside LEMON's network simplex where that is installed, and how
 * fast it follows when somebody declines.
 *
 *     bench_solve [KIND [ADULTS [NEEDS]]]
 *
 * The time of the flow includes making it from the problem; LEMON's is that of its run alone.
 * Memory is the most that either takes at a time beyond the instance, as its blocks are handed out;
 * LEMON's graph and maps count as its instance. Both run in turn, and the median is told.
 */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench/solve_instance.h"
#include "solve/flow.h"

enum { DECLINES = 1000, SEED = 20240901 };

static double now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

static void must(int is_well, const char *what)
{
    if (is_well)
        return;
    fprintf(stderr, "bench_solve: %s\n", what);
    exit(1);
}

static void *take(size_t count, size_t size)
{
    void *block = calloc(count == 0 ? 1 : count, size);
    must(block != NULL, "out of memory");
    return block;
}

/* ------------------------------------------------------------------ instances */

/* SplitMix64 (Steele, Lea & Flood, 2014). */
static uint64_t draw_bits(uint64_t *seed)
{
    uint64_t z = *seed += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static double draw_unit(uint64_t *seed)
{
    return (double)(draw_bits(seed) >> 11) * (1.0 / 9007199254740992.0);
}

static uint32_t draw(uint64_t *seed, uint32_t below)
{
    return (uint32_t)(draw_unit(seed) * (double)below);
}

typedef enum kind { UNIFORM, TIGHT, SKEWED, RARE, KIND_COUNT } kind;

static const char *const KIND_NAMES[] = {"uni", "tight", "skew", "rare"};

/* Adults who fit a need: 8 to 20 different ones, of the first so many. Some are much in demand when skewed. */
static void draw_pairs(instance *i, kind k, uint32_t need, uint32_t adults, uint32_t *last_need,
                       uint64_t *seed)
{
    for (uint32_t left = 8 + draw(seed, 13); left > 0; left--) {
        uint32_t adult;
        do {
            double u = draw_unit(seed);
            adult = (uint32_t)((k == SKEWED ? u * u * u : u) * (double)adults);
        } while (last_need[adult] == need);
        last_need[adult] = need;
        i->pair_adult[i->pair_count] = adult;
        i->pair_cost[i->pair_count++] = draw(seed, 1001);
    }
    i->first_pair[need + 1] = i->pair_count;
}

static uint32_t usual_needs(kind k, uint32_t adults)
{
    return k == TIGHT ? adults / 2 : adults / 5;
}

static instance draw_instance(kind k, uint32_t adults, uint32_t needs)
{
    uint64_t seed = SEED;
    instance i = {.adult_count = adults, .need_count = needs};
    uint32_t *last_need = take(adults, sizeof *last_need);
    i.room = take(adults, sizeof *i.room);
    i.wanted = take(needs, sizeof *i.wanted);
    i.first_pair = take((size_t)needs + 1, sizeof *i.first_pair);
    i.pair_adult = take((size_t)needs * 20, sizeof *i.pair_adult);
    i.pair_cost = take((size_t)needs * 20, sizeof *i.pair_cost);
    for (uint32_t adult = 0; adult < adults; adult++) {
        i.room[adult] = 1 + (int32_t)draw(&seed, 3);
        last_need[adult] = SK_NONE;
    }
    for (uint32_t need = 0; need < needs; need++) {
        i.wanted[need] = k == TIGHT ? 2 + (int32_t)draw(&seed, 3) : 1 + (int32_t)draw(&seed, 4);
        /* Half of the needs is for what one adult in ten can do, and too much for them. */
        uint32_t able = k == RARE && draw(&seed, 2) == 0 ? adults / 10 : adults;
        draw_pairs(&i, k, need, able, last_need, &seed);
    }
    free(last_need);
    return i;
}

static void free_instance(instance *i)
{
    free(i->room);
    free(i->wanted);
    free(i->first_pair);
    free(i->pair_adult);
    free(i->pair_cost);
}

static sk_flow_problem make_problem(const instance *i)
{
    int64_t *stay = take(i->need_count, sizeof *stay), *base = take(i->adult_count, sizeof *base);
    uint32_t *parent = take(i->adult_count, sizeof *parent);
    for (uint32_t need = 0; need < i->need_count; need++)
        stay[need] = 1;
    for (uint32_t adult = 0; adult < i->adult_count; adult++)
        parent[adult] = SK_NONE;
    return (sk_flow_problem){.source_count = i->need_count,
                             .node_count = i->adult_count,
                             .arc_count = i->pair_count,
                             .first_arc = i->first_pair,
                             .supply = i->wanted,
                             .stay = stay,
                             .arc_node = i->pair_adult,
                             .arc_cost = i->pair_cost,
                             .parent = parent,
                             .capacity = i->room,
                             .base = base,
                             .weight = SQUARE_COST};
}

static void free_problem(sk_flow_problem *p)
{
    free((void *)(uintptr_t)p->stay);
    free((void *)(uintptr_t)p->base);
    free((void *)(uintptr_t)p->parent);
}

/* ------------------------------------------------------------------ counting memory */

typedef struct counted {
    size_t live;
    size_t most;
} counted;

static void *count_in(counted *c, void *block)
{
    must(block != NULL, "out of memory");
    c->live += malloc_usable_size(block);
    if (c->live > c->most)
        c->most = c->live;
    return block;
}

static void *counted_allocate(void *context, size_t size)
{
    return count_in(context, malloc(size));
}

static void *counted_reallocate(void *context, void *block, size_t size)
{
    ((counted *)context)->live -= malloc_usable_size(block);
    return count_in(context, realloc(block, size));
}

static void counted_release(void *context, void *block)
{
    ((counted *)context)->live -= malloc_usable_size(block);
    free(block);
}

/* ------------------------------------------------------------------ measuring */

enum { MOST_RUNS = 101 };

typedef struct times {
    double ms[MOST_RUNS];
    int count;
} times;

static int compare_times(const void *a, const void *b)
{
    const double *one = a, *other = b;
    return (*one > *other) - (*one < *other);
}

static double median(times *t)
{
    qsort(t->ms, (size_t)t->count, sizeof t->ms[0], compare_times);
    return t->ms[t->count / 2];
}

/* The mean time of one decline out of many, in microseconds. All are taken back, which must cost the same again. */
static double time_declines(sk_flow *flow)
{
    static uint32_t declined[DECLINES];
    const sk_cost before = flow->total;
    uint64_t seed = SEED + 1;
    double spent = 0;
    for (int i = 0; i < DECLINES; i++) {
        do
            declined[i] = draw(&seed, flow->problem->arc_count);
        while (!sk_flow_is_used(flow, declined[i]));
        double start = now_ms();
        sk_flow_forbid(flow, declined[i]);
        spent += now_ms() - start;
    }
    for (int i = DECLINES; i-- > 0;)
        sk_flow_allow(flow, declined[i]);
    must(sk_cost_equal(before, flow->total), "declines taken back change the value");
    return spent * 1e3 / DECLINES;
}

typedef struct measured {
    times ours, theirs;
    int64_t value, their_value;
    size_t bytes, their_bytes;
    double decline_us;
} measured;

static void run_ours(const sk_flow_problem *problem, measured *m, int is_last)
{
    counted c = {0, 0};
    schakel_allocator allocator = SCHAKEL_ALLOCATOR_INIT;
    sk_flow flow;
    allocator.context = &c;
    allocator.allocate = counted_allocate;
    allocator.reallocate = counted_reallocate;
    allocator.release = counted_release;
    double start = now_ms();
    must(sk_flow_create(&flow, problem, &allocator) == SCHAKEL_OK, "no flow");
    sk_flow_solve(&flow);
    m->ours.ms[m->ours.count++] = now_ms() - start;
    m->value = flow.total.high * OPEN_COST + flow.total.low;
    m->bytes = c.most;
    if (is_last)
        m->decline_us = time_declines(&flow);
    sk_flow_destroy(&flow);
}

static void run_theirs(const instance *drawn, measured *m)
{
#ifdef WITH_LEMON
    lemon_result result;
    must(lemon_solve(drawn, &result), "LEMON finds no optimum");
    m->theirs.ms[m->theirs.count++] = result.solve_ms;
    m->their_value = result.value;
    m->their_bytes = result.solver_bytes;
#else
    (void)drawn;
    m->theirs.ms[m->theirs.count++] = 0;
    m->their_value = m->value;
#endif
}

/* A number, or a dash where it is not known. */
static void print_number(int width, int decimals, double number)
{
    if (number > 0)
        printf(" %*.*f", width, decimals, number);
    else
        printf(" %*s", width, "-");
}

static void print_row(kind k, const instance *drawn, const measured *m, double ours, double theirs)
{
    printf("%-5s %7u %7u", KIND_NAMES[k], (unsigned)drawn->adult_count, (unsigned)drawn->pair_count);
    print_number(9, 2, theirs);
    print_number(8, 2, ours);
    print_number(6, 3, theirs > 0 ? ours / theirs : 0);
    print_number(8, 2, (double)m->their_bytes / 1e6);
    print_number(7, 2, (double)m->bytes / 1e6);
    print_number(6, 3, theirs > 0 ? (double)m->bytes / (double)m->their_bytes : 0);
    printf("  %-7s", theirs > 0 ? m->value == m->their_value ? "agrees" : "DIFFERS" : "-");
    print_number(10, 2, m->decline_us);
    print_number(12, 0, ours * 1e3 / m->decline_us);
    printf("\n");
}

/* The median time of the flow goes to *ours, that of LEMON to *theirs. */
static void measure(kind k, uint32_t adults, uint32_t needs, double *ours, double *theirs)
{
    int runs = adults <= 1000 ? MOST_RUNS : adults <= 10000 ? 21 : 5;
    instance drawn = draw_instance(k, adults, needs);
    sk_flow_problem problem = make_problem(&drawn);
    measured m;
    memset(&m, 0, sizeof m);
    for (int i = 0; i < runs; i++) {
        run_ours(&problem, &m, i == runs - 1);
        run_theirs(&drawn, &m);
    }
    *ours = median(&m.ours);
    *theirs = median(&m.theirs);
    print_row(k, &drawn, &m, *ours, *theirs);
    free_problem(&problem);
    free_instance(&drawn);
}

static void measure_growth(kind k)
{
    static const uint32_t sizes[] = {1000, 10000, 100000};
    double ours[3], theirs[3];
    for (size_t i = 0; i < 3; i++)
        measure(k, sizes[i], usual_needs(k, sizes[i]), &ours[i], &theirs[i]);
    printf("      ten times as many take us %.1f, then %.1f times as long", ours[1] / ours[0],
           ours[2] / ours[1]);
    if (theirs[0] > 0)
        printf("; LEMON %.1f, then %.1f", theirs[1] / theirs[0], theirs[2] / theirs[1]);
    printf("\n");
}

int main(int count, char **arguments)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    printf(
        "kind   adults   pairs  LEMON ms  ours ms  ratio LEMON MB ours MB  ratio  optimum decline us full/decline\n");
    for (int k = 0; k < KIND_COUNT; k++) {
        if (count > 1 && strcmp(arguments[1], KIND_NAMES[k]) != 0)
            continue;
        if (count < 3) {
            measure_growth((kind)k);
            continue;
        }
        uint32_t adults = (uint32_t)strtoul(arguments[2], NULL, 10);
        uint32_t needs = count > 3 ? (uint32_t)strtoul(arguments[3], NULL, 10) : usual_needs((kind)k, adults);
        double ours, theirs;
        measure((kind)k, adults, needs, &ours, &theirs);
    }
    return 0;
}
