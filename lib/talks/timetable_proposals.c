/* The smallest change that would give a talk a time: what one asks of whom at each moment, and which is the least. */
#include "talks/timetable_proposals.h"

/*
 * How much is asked of people, in minutes: everybody counts, and what is not next to a block counts for more, with a
 * minute for each four minutes that it is away from one.
 */
enum {
    ANOTHER_PERSON = 5,
    ANOTHER_TIME = 60,
    ANOTHER_INTERPRETER = 120,
    ANOTHER_DAY = 240,
    NEW_DAY = 480,
    NO_HOURS = 960, /* of a round without blocks; no day costs more */
    FARTHER = 4
};
/* Between these times of day another moment is looked for. */
enum { EARLIEST = 8 * 60, LATEST = 22 * 60 };

/* -------------------------------------------------------------------- sk_seeking */

/* What it costs to be out of a block: of two times that would do, the nearest is the smaller change. */
static int32_t price_outside(int32_t base, const schakel_block *block, const sk_proposal *p)
{
    int32_t before = block->start - p->start, after = p->end - block->end;
    int32_t outside = before > after ? before : after;
    return base + p->end - p->start + (outside > 0 ? outside / FARTHER : 0);
}

/* What it would take to have a time in a block, or next to it. A talk begins on the grid of the first one's block. */
static sk_seat seat_in(const sk_round_plan *plan, const schakel_block *block, int is_first,
                       const sk_proposal *p)
{
    sk_seat apart = {price_outside(ANOTHER_TIME, block, p), NULL};
    int32_t before = block->start > p->start ? block->start - p->start : 0;
    int32_t after = p->end > block->end ? p->end - block->end : 0;
    int32_t pause = plan->round->pause_minutes;
    int touches =
        p->start <= block->end + pause && block->start <= p->end + pause && (before == 0 || after == 0);
    int is_on_grid = !is_first || (p->start - block->start) % sk_round_step(plan) == 0;
    return touches && is_on_grid ? (sk_seat){before + after, block} : apart;
}

/* On a day on which somebody does not sit, the hours of the round are better than others, and a day of it is too. */
static sk_seat seat_on_another_day(const schakel_block *block, const sk_proposal *p)
{
    return (sk_seat){price_outside(block->date == p->date ? ANOTHER_DAY : NEW_DAY, block, p), NULL};
}

static sk_seat find_seat(const sk_round_plan *plan, const sk_round_talk *talk, size_t number,
                         const sk_proposal *p)
{
    const char *staff_id = talk->staffings[p->leader].staff_ids[number];
    sk_seat best = {NO_HOURS, NULL};
    for (size_t i = 0; i < plan->round->block_count; i++) {
        const schakel_block *block = plan->blocks[i];
        int is_theirs = block->staff_id == staff_id && block->date == p->date;
        sk_seat other = is_theirs ? seat_in(plan, block, number == 0, p) : seat_on_another_day(block, p);
        if (other.price < best.price)
            best = other;
    }
    return best;
}

/* What a proposal is as a choice, with its uses at the end of the plan's. Returns 0 when memory ran out. */
static int choose(sk_seeking *s, const sk_proposal *p, sk_schedule_choice *choice)
{
    sk_round_plan *plan = s->plan;
    const schakel_interpreter_block *who =
        p->interpreter == SK_NONE ? NULL : plan->interpreters[p->interpreter];
    sk_round_time time = {.date = p->date,
                          .start = p->start,
                          .room = p->place == NULL ? NULL : p->place->room,
                          .online = p->place != NULL && p->place->online,
                          .leader = p->leader,
                          .interpreter_id = who == NULL ? NULL : who->adult_id,
                          .interpreter = p->interpreter};
    uint32_t first = (uint32_t)plan->use_count;
    int32_t start = sk_round_clock(plan, p->date, p->start);
    if (!sk_round_use(plan, s->talk, &time))
        return 0;
    *choice =
        (sk_schedule_choice){start, start + p->end - p->start, 0, first, (uint32_t)plan->use_count - first};
    return 1;
}

static int is_promised(const sk_seeking *s, const sk_schedule_choice *choice)
{
    for (uint32_t i = 0; i < choice->use_count; i++) {
        uint32_t resource = s->plan->uses[choice->first_use + i];
        int32_t gap = s->plan->people.gap[resource];
        for (const sk_promise *other = s->promises[resource]; other != NULL; other = other->next)
            if (other->start < choice->end + gap && choice->start < other->end + gap)
                return 1;
    }
    return 0;
}

/* Would a talk be in nobody's way? Returns 0 when memory ran out. */
static int try_time(sk_seeking *s, const sk_proposal *p, int *is_free)
{
    sk_schedule_choice choice;
    size_t uses = s->plan->use_count;
    if (!choose(s, p, &choice))
        return 0;
    *is_free = sk_round_is_free(s->plan, s->busy, s->talk, &choice) && !is_promised(s, &choice);
    s->plan->use_count = uses;
    return 1;
}

/* Keep free for this talk what it needs. Returns 0 when memory ran out. */
static int give_promise(sk_seeking *s)
{
    sk_schedule_choice choice;
    size_t uses = s->plan->use_count;
    if (!choose(s, &s->best, &choice))
        return 0;
    for (uint32_t i = 0; i < choice.use_count; i++) {
        const sk_promise **last = &s->promises[s->plan->uses[choice.first_use + i]];
        sk_promise *added = sk_arena_alloc(s->plan->arena, sizeof *added);
        if (added == NULL)
            return 0;
        *added = (sk_promise){choice.start, choice.end, *last};
        *last = added;
    }
    s->plan->use_count = uses;
    return 1;
}

static void keep_if_cheaper(sk_seeking *s, const sk_proposal *p)
{
    if (p->price > 0 && p->price < s->best.price)
        s->best = *p;
}

/* Another interpreter would go to a fixed talk at that time that waits for one too. */
static int is_awaited(const sk_seeking *s, const sk_proposal *p)
{
    const sk_round_plan *plan = s->plan;
    const char *language = plan->talks[s->talk].staffings[p->leader].wanted[0];
    int32_t start = sk_round_clock(plan, p->date, p->start), end = start + p->end - p->start;
    for (size_t i = 0; i < s->waiting_count; i++) {
        const sk_schedule_choice *choice = &plan->choices[plan->fixed[s->waiting[i]]];
        if (start < choice->end && choice->start < end &&
            sk_round_wants(&plan->talks[s->waiting[i]].staffings[0], language))
            return 1;
    }
    return 0;
}

/* With an interpreter who is there, or else with another one. Returns 0 when memory ran out. */
static int try_interpreters(sk_seeking *s, sk_proposal *p)
{
    const sk_round_plan *plan = s->plan;
    const sk_round_talk *talk = &plan->talks[s->talk];
    int is_free = 0;
    for (uint32_t i = 0; !is_free && i < plan->round->interpreter_count; i++) {
        p->interpreter = i;
        if (sk_round_interprets(talk, p->leader, plan->interpreters[i], p->date, p->start) &&
            !try_time(s, p, &is_free))
            return 0;
    }
    if (is_free) {
        keep_if_cheaper(s, p);
        return 1;
    }
    p->missing_interpreter = 1;
    p->interpreter = SK_NONE;
    p->price += ANOTHER_INTERPRETER;
    if (p->price < s->best.price && !is_awaited(s, p) && !try_time(s, p, &is_free))
        return 0;
    if (is_free)
        keep_if_cheaper(s, p);
    return 1;
}

/* Returns 0 when memory ran out. */
static int try_moment(sk_seeking *s, uint32_t leader, schakel_date date, schakel_time start)
{
    const sk_round_talk *talk = &s->plan->talks[s->talk];
    const sk_staffing *staffing = &talk->staffings[leader];
    sk_proposal p = {
        .date = date, .start = start, .end = start + talk->minutes, .leader = leader, .interpreter = SK_NONE};
    int is_free = 0;
    if (!sk_round_adults_can(s->plan, talk, date, start))
        return 1;
    for (size_t i = 0; i < staffing->staff_count; i++) {
        sk_seat needed = find_seat(s->plan, talk, i, &p);
        if (i == 0)
            p.place = needed.block;
        if (needed.price == 0)
            continue;
        if (p.missing_staff++ == 0) {
            p.staff_id = staffing->staff_ids[i];
            p.seat = needed;
        }
        p.price += needed.price + ANOTHER_PERSON;
    }
    if (p.price >= s->best.price)
        return 1;
    if (staffing->wanted_count > 0)
        return try_interpreters(s, &p);
    if (!try_time(s, &p, &is_free))
        return 0;
    if (is_free)
        keep_if_cheaper(s, &p);
    return 1;
}

/* The moments of a day on which a talk could begin, counted from a block. Returns 0 when memory ran out. */
static int try_moments(sk_seeking *s, uint32_t leader, schakel_date date, schakel_time from)
{
    int32_t step = sk_round_step(s->plan);
    for (schakel_time start = from - (from - EARLIEST) / step * step;
         start + s->plan->talks[s->talk].minutes <= LATEST; start += step)
        if (start >= EARLIEST && !try_moment(s, leader, date, start))
            return 0;
    return 1;
}

static int try_day(sk_seeking *s, uint32_t leader, schakel_date date)
{
    const sk_round_plan *plan = s->plan;
    const char *leader_id = sk_leader_id(&plan->talks[s->talk], leader);
    int has_block = 0;
    for (size_t i = 0; i < plan->round->block_count; i++) {
        const schakel_block *block = plan->blocks[i];
        if (block->date != date || block->staff_id != leader_id)
            continue;
        has_block = 1;
        if (!try_moments(s, leader, date, block->start))
            return 0;
    }
    return has_block || try_moments(s, leader, date, EARLIEST);
}

/* Try all that could be. Returns 0 when memory ran out. */
static int try_days(sk_seeking *s)
{
    const sk_round_plan *plan = s->plan;
    const sk_round_talk *talk = &plan->talks[s->talk];
    if (talk->adult_count == 0 || talk->staffings[0].staff_count == 0)
        return 1;
    for (size_t i = 0; i < plan->date_count; i++)
        for (uint32_t leader = 0; plan->dates[i] >= plan->earliest && leader < talk->staffing_count; leader++)
            if (!try_day(s, leader, plan->dates[i]))
                return 0;
    return 1;
}

int sk_begin_seeking(sk_seeking *s, sk_round_plan *plan, const sk_round_busy *busy)
{
    size_t resources = plan->people.count + plan->round->block_count;
    *s = (sk_seeking){.plan = plan, .busy = busy};
    s->promises = sk_arena_alloc(plan->arena, resources * sizeof *s->promises);
    for (size_t i = 0; s->promises != NULL && i < resources; i++)
        s->promises[i] = NULL;
    s->waiting = sk_arena_alloc(plan->arena, plan->talk_count * sizeof *s->waiting);
    for (uint32_t t = 0; s->waiting != NULL && t < plan->talk_count; t++) {
        const sk_round_time *time = plan->fixed[t] == SK_NONE ? NULL : &plan->times[plan->fixed[t]];
        if (time != NULL && time->interpreter == SK_NONE && time->interpreter_id == NULL &&
            plan->talks[t].staffings[0].wanted_count > 0)
            s->waiting[s->waiting_count++] = t;
    }
    return s->promises != NULL && s->waiting != NULL;
}

int sk_seek(sk_seeking *s, uint32_t talk, int *has_found)
{
    s->talk = talk;
    s->best = (sk_proposal){.price = INT32_MAX};
    if (!try_days(s))
        return 0;
    *has_found = s->best.price < INT32_MAX;
    return !*has_found || give_promise(s);
}
