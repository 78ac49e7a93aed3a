/* When each talk could be, and what that costs. */
#include <stdlib.h>

#include "school/families.h"
#include "school/languages.h"
#include "talks/timetable.h"

/* ------------------------------------------------------------------- asking */

int sk_round_is_unpopular(schakel_time start)
{
    return start < 8 * 60 + 30 || start >= 20 * 60 + 30;
}

static uint32_t part_of_day(schakel_time start)
{
    if (start < 12 * 60)
        return SCHAKEL_PART_MORNING;
    return start < 18 * 60 ? SCHAKEL_PART_AFTERNOON : SCHAKEL_PART_EVENING;
}

int sk_round_is_preferred(const sk_round_talk *talk, schakel_time start)
{
    return (talk->prefers & part_of_day(start)) != 0;
}

int sk_round_adults_can(const sk_round_plan *plan, const sk_round_talk *talk, schakel_date date,
                        schakel_time start)
{
    for (size_t i = 0; i < talk->adult_count; i++) {
        const schakel_adult *adult =
            sk_entry(plan->school, SCHAKEL_KIND_ADULT, sk_round_adult(plan, talk->adult_ids[i]));
        if (!schakel_available(adult->windows, adult->window_count, adult->exceptions, adult->exception_count,
                               date, start, start + talk->minutes))
            return 0;
    }
    return 1;
}

int sk_round_holds(const schakel_block *block, const char *staff_id, schakel_date date, schakel_time start,
                   schakel_time end)
{
    return block->staff_id == staff_id && block->date == date && block->start <= start && end <= block->end;
}

/* Do those of the staff who join sit at that time as well? */
static int others_sit(const sk_round_plan *plan, const sk_round_talk *talk, const sk_round_time *time)
{
    const sk_staffing *staffing = &talk->staffings[time->leader];
    schakel_time end = time->start + talk->minutes;
    for (size_t i = 1; i < staffing->staff_count; i++) {
        size_t b = 0;
        while (b < plan->round->block_count &&
               !sk_round_holds(plan->blocks[b], staffing->staff_ids[i], time->date, time->start, end))
            b++;
        if (b == plan->round->block_count)
            return 0;
    }
    return 1;
}

int sk_round_wants(const sk_staffing *staffing, const char *language)
{
    size_t i = 0;
    while (i < staffing->wanted_count && !sk_same_language(staffing->wanted[i], language))
        i++;
    return i < staffing->wanted_count;
}

int sk_round_interprets(const sk_round_talk *talk, uint32_t leader,
                        const schakel_interpreter_block *interpreter, schakel_date date, schakel_time start)
{
    return interpreter->date == date && interpreter->start <= start &&
           start + talk->minutes <= interpreter->end &&
           !sk_round_names(talk->adult_ids, talk->adult_count, interpreter->adult_id) &&
           sk_round_wants(&talk->staffings[leader], interpreter->language);
}

/* -------------------------------------------------------------------- choices */

/* Was a talk planned for this time, and by video or on the spot likewise? */
static int is_as_planned(const sk_round_talk *talk, schakel_date date, schakel_time start, int online)
{
    return talk->planned != NULL && talk->planned->date == date && talk->planned->start == start &&
           talk->planned->online == online;
}

/* Was who leads a talk to be there already? One that was planned without staff leaves it open. */
static int is_led_as_planned(const sk_round_talk *talk, uint32_t leader)
{
    const schakel_talk *planned = talk->planned;
    return planned->staff_count == 0 ||
           sk_round_names(planned->staff_ids, planned->staff_count, sk_leader_id(talk, leader));
}

int sk_round_moves(const sk_round_talk *talk, const sk_round_time *time)
{
    return talk->planned != NULL && !(is_as_planned(talk, time->date, time->start, time->online) &&
                                      is_led_as_planned(talk, time->leader));
}

static int64_t cost_of(const sk_round_plan *plan, const sk_round_talk *talk, const sk_round_time *time)
{
    const schakel_timetable_options *options = plan->options;
    int64_t cost = 0;
    if (talk->prefers != 0 && !sk_round_is_preferred(talk, time->start))
        cost += (int64_t)options->preference_weight * (talk->missed ? 2 : 1);
    if (sk_round_is_unpopular(time->start))
        cost += (int64_t)options->unpopular_weight * (1 + talk->unpopular);
    if (sk_round_moves(talk, time))
        cost += options->change_weight;
    return cost;
}

/* Add a choice for a talk; those of one talk come after each other. Returns 0 when memory ran out. */
static int add_choice(sk_round_plan *plan, uint32_t talk, const sk_round_time *time)
{
    const schakel_allocator *allocator = plan->arena->allocator;
    const sk_round_talk *t = &plan->talks[talk];
    uint32_t first_use = (uint32_t)plan->use_count;
    if (!sk_round_use(plan, talk, time) ||
        !sk_grow(allocator, &plan->choices, &plan->choice_capacity, plan->choice_count + 1,
                 sizeof *plan->choices) ||
        !sk_grow(allocator, &plan->times, &plan->time_capacity, plan->choice_count + 1, sizeof *plan->times))
        return 0;
    int32_t start = sk_round_clock(plan, time->date, time->start);
    plan->choices[plan->choice_count] = (sk_schedule_choice){
        start, start + t->minutes, cost_of(plan, t, time), first_use, (uint32_t)plan->use_count - first_use};
    plan->times[plan->choice_count++] = *time;
    return 1;
}

/* Add a choice unless somebody, or the room, is elsewhere. Returns 0 when memory ran out. */
static int add_if_free(sk_round_plan *plan, uint32_t talk, const sk_round_time *time)
{
    size_t uses = plan->use_count;
    if (!add_choice(plan, talk, time))
        return 0;
    if (!sk_round_is_free(plan, &plan->taken, talk, &plan->choices[plan->choice_count - 1])) {
        plan->choice_count--;
        plan->use_count = uses;
    }
    return 1;
}

static void come_as_far_as(sk_round_talk *talk, sk_round_progress progress)
{
    if (talk->progress < progress)
        talk->progress = progress;
}

/* One choice for each interpreter who is there. Returns 0 when memory ran out. */
static int add_interpreted(sk_round_plan *plan, uint32_t talk, sk_round_time time)
{
    sk_round_talk *t = &plan->talks[talk];
    for (uint32_t i = 0; i < plan->round->interpreter_count; i++) {
        const schakel_interpreter_block *interpreter = plan->interpreters[i];
        if (!sk_round_interprets(t, time.leader, interpreter, time.date, time.start))
            continue;
        come_as_far_as(t, SK_ROUND_UNDERSTOOD);
        time.interpreted = interpreter->language;
        time.interpreter_id = interpreter->adult_id;
        time.interpreter = i;
        if (!add_if_free(plan, talk, &time))
            return 0;
    }
    return 1;
}

/* The choices that begin at a moment in a block of who leads them. Returns 0 when memory ran out. */
static int add_choices_at(sk_round_plan *plan, uint32_t talk, uint32_t leader, const schakel_block *block,
                          schakel_time start)
{
    sk_round_talk *t = &plan->talks[talk];
    sk_round_time time = {block->date, start, block->room, block->online, leader, NULL, NULL, SK_NONE};
    if ((block->date < plan->earliest && !is_as_planned(t, block->date, start, block->online)) ||
        !others_sit(plan, t, &time))
        return 1;
    come_as_far_as(t, SK_ROUND_SEATED);
    if (!sk_round_adults_can(plan, t, block->date, start))
        return 1;
    come_as_far_as(t, SK_ROUND_COMING);
    if (t->staffings[leader].wanted_count > 0)
        return add_interpreted(plan, talk, time);
    come_as_far_as(t, SK_ROUND_UNDERSTOOD);
    return add_if_free(plan, talk, &time);
}

/* The choices of a talk with who leads it. Returns 0 when memory ran out. */
static int add_choices_with(sk_round_plan *plan, uint32_t talk, uint32_t leader)
{
    sk_round_talk *t = &plan->talks[talk];
    const char *leader_id = sk_leader_id(t, leader);
    for (size_t b = 0; b < plan->round->block_count; b++) {
        const schakel_block *block = plan->blocks[b];
        if (block->staff_id != leader_id)
            continue;
        if (block->date >= plan->earliest)
            come_as_far_as(t, SK_ROUND_HAS_BLOCKS);
        for (schakel_time start = block->start; start + t->minutes <= block->end;
             start += sk_round_step(plan))
            if (!add_choices_at(plan, talk, leader, block, start))
                return 0;
    }
    return 1;
}

static uint32_t *turns_of(const sk_round_plan *plan, const sk_round_talk *talk, uint32_t leader)
{
    return &plan->turns[sk_round_staff(plan, sk_leader_id(talk, leader))];
}

/* Are all who need a bridge understood without an interpreter? */
static int is_understood(const sk_round_talk *talk, uint32_t leader)
{
    return talk->staffings[leader].shared != NULL && talk->staffings[leader].wanted_count == 0;
}

static int goes_before(const sk_round_plan *plan, const sk_round_talk *talk, uint32_t leader, uint32_t other)
{
    if (is_understood(talk, leader) != is_understood(talk, other))
        return is_understood(talk, leader);
    return *turns_of(plan, talk, leader) < *turns_of(plan, talk, other);
}

/* Whose turn it is to lead a talk: who speaks the language, else who had the fewest turns. */
static uint32_t take_turn(sk_round_plan *plan, const sk_round_talk *talk)
{
    uint32_t leader = 0;
    for (uint32_t i = 1; i < talk->staffing_count; i++)
        if (goes_before(plan, talk, i, leader))
            leader = i;
    ++*turns_of(plan, talk, leader);
    return leader;
}

/* Of choices that are as good the first is taken: those with whose turn it is, so that teachers share evenly. */
static int add_choices(sk_round_plan *plan, uint32_t talk)
{
    const sk_round_talk *t = &plan->talks[talk];
    if (t->adult_count == 0 || !t->sits)
        return 1;
    uint32_t first = take_turn(plan, t);
    for (uint32_t i = 0; i < t->staffing_count; i++)
        if (!add_choices_with(plan, talk, (uint32_t)((first + i) % t->staffing_count)))
            return 0;
    return 1;
}

/* -------------------------------------------------------------------- fixed */

/* Does another talk have an interpreter from outside at that time, by the choices that are known so far? */
static int is_taken(const sk_round_plan *plan, const uint32_t *choice_of, uint32_t talk, uint32_t interpreter)
{
    const sk_round_talk *t = &plan->talks[talk];
    int32_t start = sk_round_clock(plan, t->planned->date, t->planned->start);
    for (uint32_t i = 0; i < plan->talk_count; i++) {
        if (i == talk || choice_of[i] == SK_NONE || plan->times[choice_of[i]].interpreter != interpreter)
            continue;
        const sk_schedule_choice *other = &plan->choices[choice_of[i]];
        if (start < other->end && other->start < start + t->minutes)
            return 1;
    }
    return 0;
}

/* A talk says which adult interprets. Without one, the first from outside who is free among the fixed talks does. */
static void find_interpreter(const sk_round_plan *plan, uint32_t talk, sk_round_time *time)
{
    const sk_round_talk *t = &plan->talks[talk];
    time->interpreter_id = t->planned->interpreter_id;
    if (t->staffings[0].wanted_count > 0 && time->interpreter_id != NULL)
        time->interpreted = t->staffings[0].wanted[0];
    for (uint32_t i = 0; time->interpreter_id == NULL && i < plan->round->interpreter_count; i++) {
        const schakel_interpreter_block *interpreter = plan->interpreters[i];
        if (interpreter->adult_id != NULL ||
            !sk_round_interprets(t, time->leader, interpreter, time->date, time->start) ||
            is_taken(plan, plan->fixed, talk, i))
            continue;
        time->interpreted = interpreter->language;
        time->interpreter = i;
        return;
    }
}

static int add_fixed(sk_round_plan *plan, uint32_t talk)
{
    const schakel_talk *planned = plan->talks[talk].planned;
    sk_round_time time = {planned->date, planned->start, planned->room, planned->online, 0,
                          NULL,          NULL,           SK_NONE};
    find_interpreter(plan, talk, &time);
    plan->fixed[talk] = (uint32_t)plan->choice_count;
    return add_choice(plan, talk, &time);
}

/* ------------------------------------------------------------------- as it was */

/* How much is a time as a talk was planned? Who leads counts for more than the place and the interpreter. */
static int likeness(const sk_round_talk *talk, const sk_round_time *time)
{
    int is_alike = (time->online || sk_round_same_text(time->room, talk->planned->room)) &&
                   time->interpreter_id == talk->planned->interpreter_id;
    return 2 * !sk_round_moves(talk, time) + is_alike;
}

/* The time that was planned, as much alike as can be, with an interpreter whom no other talk has yet. */
static void find_previous(sk_round_plan *plan, uint32_t talk)
{
    const sk_round_talk *t = &plan->talks[talk];
    for (uint32_t c = plan->first_choice[talk]; c < plan->first_choice[talk + 1]; c++) {
        const sk_round_time *time = &plan->times[c];
        int is_outside = time->interpreter != SK_NONE && time->interpreter_id == NULL;
        if (!is_as_planned(t, time->date, time->start, time->online) ||
            (is_outside && is_taken(plan, plan->previous, talk, time->interpreter)))
            continue;
        uint32_t found = plan->previous[talk];
        if (found == SK_NONE || likeness(t, time) > likeness(t, &plan->times[found]))
            plan->previous[talk] = c;
    }
}

typedef struct planned_talk {
    const schakel_talk *planned;
    uint32_t talk;
} planned_talk;

static int by_planned_time(const void *a, const void *b)
{
    const planned_talk *left = a, *right = b;
    if (left->planned->date != right->planned->date)
        return left->planned->date < right->planned->date ? -1 : 1;
    if (left->planned->start != right->planned->start)
        return left->planned->start < right->planned->start ? -1 : 1;
    return left->talk < right->talk ? -1 : 1;
}

/* Where the search begins. Who takes the first interpreter who is free, one talk after the other, leaves one for the next. */
static int find_all_previous(sk_round_plan *plan)
{
    planned_talk *order = sk_arena_alloc(plan->arena, plan->talk_count * sizeof *order);
    size_t count = 0;
    for (uint32_t i = 0; order != NULL && i < plan->talk_count; i++) {
        plan->previous[i] = plan->fixed[i];
        if (plan->talks[i].planned != NULL && plan->fixed[i] == SK_NONE)
            order[count++] = (planned_talk){plan->talks[i].planned, i};
    }
    if (count > 0)
        qsort(order, count, sizeof *order, by_planned_time);
    for (size_t i = 0; i < count; i++)
        find_previous(plan, order[i].talk);
    return order != NULL;
}

/* ------------------------------------------------------------ what goes with them */

/* Families are numbered in the order of their first talk; those of one talk are none. */
static int find_families(sk_round_plan *plan)
{
    size_t adults = schakel_school_count(plan->school, SCHAKEL_KIND_ADULT);
    uint32_t *parent = sk_arena_alloc(plan->arena, adults * sizeof *parent);
    uint32_t *size = sk_arena_array(plan->arena, adults, sizeof *size, 0);
    uint32_t *number = sk_arena_array(plan->arena, adults, sizeof *number, 0xFF);
    if (parent == NULL || size == NULL || number == NULL)
        return 0;
    for (size_t i = 0; i < adults; i++)
        parent[i] = (uint32_t)i;
    for (size_t t = 0; t < plan->talk_count; t++) {
        const sk_round_talk *talk = &plan->talks[t];
        for (size_t i = 1; i < talk->adult_count; i++)
            sk_join(parent, (uint32_t)sk_round_adult(plan, talk->adult_ids[0]),
                    (uint32_t)sk_round_adult(plan, talk->adult_ids[i]));
    }
    for (size_t t = 0; t < plan->talk_count; t++)
        if (plan->talks[t].adult_count > 0)
            size[sk_root_of(parent, (uint32_t)sk_round_adult(plan, plan->talks[t].adult_ids[0]))]++;
    for (size_t t = 0; t < plan->talk_count; t++) {
        if (plan->talks[t].adult_count == 0)
            continue;
        uint32_t root = sk_root_of(parent, (uint32_t)sk_round_adult(plan, plan->talks[t].adult_ids[0]));
        if (size[root] > 1 && number[root] == SK_NONE)
            number[root] = plan->family_count++;
        plan->family[t] = number[root];
    }
    return 1;
}

/* Blocks of one person that overlap are one for counting holes. They come by date and start. */
static int find_hole_blocks(sk_round_plan *plan)
{
    size_t staff = schakel_school_count(plan->school, SCHAKEL_KIND_STAFF);
    uint32_t *last = sk_arena_array(plan->arena, staff, sizeof *last, 0xFF);
    plan->hole_blocks = sk_arena_alloc(plan->arena, plan->round->block_count * sizeof *plan->hole_blocks);
    if (last == NULL || plan->hole_blocks == NULL)
        return 0;
    for (size_t b = 0; b < plan->round->block_count; b++) {
        const schakel_block *block = plan->blocks[b];
        size_t sits = sk_round_staff(plan, block->staff_id);
        int32_t from = sk_round_clock(plan, block->date, block->start);
        int32_t to = sk_round_clock(plan, block->date, block->end);
        if (plan->people.staff[sits] == SK_NONE)
            continue;
        sk_schedule_block *before = last[sits] == SK_NONE ? NULL : &plan->hole_blocks[last[sits]];
        if (before != NULL && from < before->to) {
            before->to = to > before->to ? to : before->to;
            continue;
        }
        last[sits] = plan->hole_block_count++;
        plan->hole_blocks[last[sits]] =
            (sk_schedule_block){plan->people.staff[sits], from, to, plan->options->hole_weight};
    }
    return 1;
}

/* A talk that was planned counts one more than a new one, and all of those together less than one talk. */
static int find_weights(sk_round_plan *plan)
{
    int64_t unit = 1;
    plan->unplaced = sk_arena_alloc(plan->arena, plan->talk_count * sizeof *plan->unplaced);
    for (size_t i = 0; i < plan->talk_count; i++)
        unit += plan->talks[i].planned != NULL;
    for (size_t i = 0; plan->unplaced != NULL && i < plan->talk_count; i++)
        plan->unplaced[i] = unit * (plan->talks[i].missed ? SCHAKEL_ROUND_MISSED_COUNTS : 1) +
                            (plan->talks[i].planned != NULL);
    return plan->unplaced != NULL;
}

int sk_round_find_choices(sk_round_plan *plan)
{
    size_t talks = plan->talk_count, staff = schakel_school_count(plan->school, SCHAKEL_KIND_STAFF);
    plan->turns = sk_arena_array(plan->arena, staff, sizeof *plan->turns, 0);
    plan->first_choice = sk_arena_array(plan->arena, talks + 1, sizeof *plan->first_choice, 0);
    plan->fixed = sk_arena_array(plan->arena, talks, sizeof *plan->fixed, 0xFF);
    plan->previous = sk_arena_array(plan->arena, talks, sizeof *plan->previous, 0xFF);
    plan->family = sk_arena_array(plan->arena, talks, sizeof *plan->family, 0xFF);
    if (plan->turns == NULL || plan->first_choice == NULL || plan->fixed == NULL || plan->previous == NULL ||
        plan->family == NULL || !sk_round_take_elsewhere(plan) || !find_families(plan) ||
        !find_hole_blocks(plan) || !find_weights(plan))
        return 0;
    for (uint32_t i = 0; i < talks; i++) {
        if (!add_choices(plan, i) || (plan->talks[i].fixed && !add_fixed(plan, i)))
            return 0;
        plan->first_choice[i + 1] = (uint32_t)plan->choice_count;
    }
    return find_all_previous(plan);
}
