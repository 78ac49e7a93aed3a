/* Random schools with a round of talks: small, and with every rule of schakel/rounds.h at work now and then. */
#ifndef TESTS_UNIT_ROUNDS_RANDOM_H
#define TESTS_UNIT_ROUNDS_RANDOM_H

#include <stdio.h>

#include "schakel/talks.h"
#include "schakel/rounds.h"

enum {
    DRAWN_STAFF = 4,
    DRAWN_GROUPS = 3,
    DRAWN_ADULTS = 16,
    DRAWN_CHILDREN = 12,
    DRAWN_BLOCKS = 12,
    DRAWN_EXTRA = 8,
    FIRST_DAY = 20705 /* 2026-09-09 */
};

typedef struct drawn_wish {
    int is_there;
    schakel_round_wish record;
    const char *adults[2];
    const char *staff[2];
} drawn_wish;

/* All of a school, before it is added. */
typedef struct drawn {
    int staff_count, group_count, adult_count, child_count;
    schakel_staff staff[DRAWN_STAFF];
    schakel_language_skill staff_skills[DRAWN_STAFF][2];
    schakel_group groups[DRAWN_GROUPS];
    const char *group_staff[DRAWN_GROUPS][2];
    schakel_adult adults[DRAWN_ADULTS];
    schakel_language_skill skills[DRAWN_ADULTS][3];
    schakel_window windows[DRAWN_ADULTS][2];
    schakel_exception exceptions[DRAWN_ADULTS][1];
    schakel_child children[DRAWN_CHILDREN];
    schakel_tie ties[DRAWN_CHILDREN][3];
    int tie_count[DRAWN_CHILDREN];
    schakel_round round;
    const char *round_groups[DRAWN_GROUPS];
    schakel_block blocks[DRAWN_BLOCKS + DRAWN_EXTRA];
    schakel_interpreter_block interpreters[3 + 1];
    drawn_wish wishes[DRAWN_CHILDREN];
    schakel_talk talks[DRAWN_CHILDREN * 2];
    const char *talk_adults[DRAWN_CHILDREN * 2][1];
    int talk_count;
    int32_t today;
} drawn;

static const char *const staff_ids[] = {"s2", "s0", "s3", "s1"};
static const char *const group_ids[] = {"g1", "g0", "g2"};
static const char *const adult_ids[] = {"a09", "a03", "a12", "a00", "a14", "a05", "a01", "a11",
                                        "a07", "a15", "a02", "a13", "a06", "a10", "a04", "a08"};
static const char *const child_ids[] = {"c05", "c01", "c09", "c00", "c07", "c03",
                                        "c11", "c02", "c08", "c04", "c10", "c06"};
static const char *const talk_ids[] = {"t05", "t01", "t09", "t00", "t07", "t03", "t11", "t02",
                                       "t08", "t04", "t10", "t06", "t12", "t16", "t13", "t19",
                                       "t14", "t17", "t22", "t15", "t18", "t20", "t23", "t21"};

/* A linear congruential generator (Knuth, MMIX); the high bits are the good ones. */
static int draw(uint64_t *seed, int below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int)(((*seed >> 33) * (uint32_t)below) >> 31);
}

static void draw_adult(drawn *d, int i, uint64_t *seed)
{
    static const char *const tongues[] = {"ti", "ar-SY", "tr", "ar"};
    schakel_adult *adult = &d->adults[i];
    *adult = (schakel_adult)SCHAKEL_ADULT_INIT;
    adult->id = adult_ids[i];
    adult->languages = d->skills[i];
    int kind = draw(seed, 6);
    if (kind >= 4) {
        int tongue = draw(seed, 4);
        d->skills[i][0] =
            (schakel_language_skill){"nl", (schakel_level)draw(seed, kind == 5 ? 4 : 7), SCHAKEL_LEVEL_A1};
        d->skills[i][1] =
            (schakel_language_skill){tongues[tongue], (schakel_level)(draw(seed, 3) * 3), SCHAKEL_LEVEL_A1};
        d->skills[i][2] =
            (schakel_language_skill){tongues[(tongue + 1) % 3], SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_A1};
        adult->language_count = (size_t)(2 + (draw(seed, 3) == 0));
        adult->brings_interpreter = (schakel_answered)(draw(seed, 6) == 0 ? 1 + draw(seed, 2) : 0);
        if (tongue == 3)
            adult->language_count = 2;
    }
    if (draw(seed, 2)) {
        d->windows[i][0] =
            (schakel_window){0x7F, 15 * 60 + 15 * draw(seed, 8), 17 * 60 + 15 * draw(seed, 10)};
        d->windows[i][1] = (schakel_window){(uint32_t)(1 + draw(seed, 127)), 8 * 60, 22 * 60};
        adult->windows = d->windows[i];
        adult->window_count = (size_t)(1 + draw(seed, 2));
    }
    if (draw(seed, 6) == 0) {
        d->exceptions[i][0] = (schakel_exception){FIRST_DAY + 3 * draw(seed, 4), 0, 1440, draw(seed, 2)};
        adult->exceptions = d->exceptions[i];
        adult->exception_count = 1;
    }
}

static void draw_child(drawn *d, int i, uint64_t *seed)
{
    schakel_child *child = &d->children[i];
    *child = (schakel_child)SCHAKEL_CHILD_INIT;
    child->id = child_ids[i];
    child->group_id = draw(seed, 12) == 0 ? NULL : group_ids[draw(seed, d->group_count)];
    d->tie_count[i] = draw(seed, 14) == 0 ? 0 : 1 + draw(seed, 3);
    int first = draw(seed, d->adult_count);
    for (int k = 0; k < d->tie_count[i]; k++) {
        schakel_tie *tie = &d->ties[i][k];
        *tie = (schakel_tie)SCHAKEL_TIE_INIT;
        tie->child_id = child->id;
        tie->adult_id = adult_ids[(first + k) % d->adult_count];
        tie->kind = (schakel_tie_kind)(k < 2 ? draw(seed, 3) : draw(seed, 10));
        tie->informed = draw(seed, 9) != 0;
        tie->home = draw(seed, 3) == 0 ? draw(seed, 3) : 0;
    }
}

static void draw_blocks(drawn *d, int is_small, uint64_t *seed)
{
    static const char *const rooms[] = {NULL, NULL, "hal", "bieb", NULL};
    d->round.blocks = d->blocks;
    d->round.block_count = (size_t)(is_small ? 2 + draw(seed, 3) : draw(seed, DRAWN_BLOCKS + 1));
    for (size_t i = 0; i < d->round.block_count; i++) {
        schakel_time start = 15 * 60 + 30 * draw(seed, is_small ? 3 : 12);
        if (draw(seed, 10) == 0)
            start = draw(seed, 2) ? 8 * 60 : 20 * 60;
        d->blocks[i] = (schakel_block){staff_ids[draw(seed, d->staff_count)],
                                       FIRST_DAY + 3 * draw(seed, is_small ? 2 : 4),
                                       start,
                                       start + (is_small ? 20 + 10 * draw(seed, 5) : 30 + 15 * draw(seed, 8)),
                                       rooms[draw(seed, 5)],
                                       draw(seed, 6) == 0};
    }
    d->round.interpreters = d->interpreters;
    d->round.interpreter_count = (size_t)draw(seed, 4);
    for (size_t i = 0; i < d->round.interpreter_count; i++) {
        static const char *const tongues[] = {"ti", "ar", "tr"};
        schakel_time start = 15 * 60 + 30 * draw(seed, 4);
        d->interpreters[i] = (schakel_interpreter_block){
            tongues[draw(seed, 3)], draw(seed, 2) ? NULL : adult_ids[draw(seed, d->adult_count)],
            FIRST_DAY + 3 * draw(seed, is_small ? 2 : 4), start, start + 60 + 30 * draw(seed, 4)};
    }
}

static void draw_round(drawn *d, int is_small, uint64_t *seed)
{
    schakel_round *round = &d->round;
    *round = (schakel_round)SCHAKEL_ROUND_INIT;
    round->id = "r";
    round->minutes = 10 + 5 * draw(seed, 3);
    round->bridge_minutes = 5 * draw(seed, 4);
    round->pause_minutes = draw(seed, 3) == 0 ? 5 : 0;
    round->walk_minutes = 5 * draw(seed, 3);
    round->child = (schakel_child_part)draw(seed, 3);
    round->child_year = draw(seed, 3);
    round->group_ids = d->round_groups;
    round->group_count = draw(seed, 3) == 0 ? 1 : 0;
    d->round_groups[0] = group_ids[draw(seed, d->group_count)];
    draw_blocks(d, is_small, seed);
}

static void draw_wish(drawn *d, int i, uint64_t *seed)
{
    drawn_wish *wish = &d->wishes[i];
    wish->is_there = draw(seed, 2);
    wish->record = (schakel_round_wish)SCHAKEL_ROUND_WISH_INIT;
    wish->record.id = child_ids[i];
    wish->record.round_id = "r";
    wish->record.child_id = child_ids[i];
    wish->record.apart = (schakel_answered)(draw(seed, 3));
    wish->record.prefers = (uint32_t)draw(seed, 8);
    wish->record.minutes = draw(seed, 5) == 0 ? 5 + 5 * draw(seed, 5) : 0;
    wish->record.skips = draw(seed, 12) == 0;
    wish->record.adult_ids = wish->adults;
    wish->record.staff_ids = wish->staff;
    for (int k = 0; k < d->tie_count[i] && wish->record.adult_count < 2; k++)
        if (draw(seed, 4) == 0)
            wish->adults[wish->record.adult_count++] = d->ties[i][k].adult_id;
    for (int k = 0; k < 2; k++)
        wish->staff[k] = staff_ids[draw(seed, d->staff_count)];
    if (draw(seed, 5) == 0)
        wish->record.staff_count = wish->staff[0] == wish->staff[1] ? 1 : 1 + (size_t)draw(seed, 2);
}

static void draw_talk(drawn *d, uint64_t *seed)
{
    schakel_talk *talk = &d->talks[d->talk_count];
    int child = draw(seed, d->child_count);
    *talk = (schakel_talk)SCHAKEL_TALK_INIT;
    talk->id = talk_ids[d->talk_count];
    talk->child_id = child_ids[child];
    talk->round_id = draw(seed, 3) == 0 ? "r" : NULL;
    talk->state = (schakel_talk_state)draw(seed, 4);
    talk->date = d->today - 40 * draw(seed, 20);
    talk->start = draw(seed, 4) == 0 ? SCHAKEL_NO_TIME : 8 * 60 + 150 * draw(seed, 6);
    if (talk->round_id != NULL && draw(seed, 2)) {
        const schakel_block *block = &d->blocks[draw(seed, (int)d->round.block_count + 1)];
        talk->state = SCHAKEL_TALK_PLANNED;
        talk->date = block->staff_id == NULL ? FIRST_DAY : block->date;
        talk->start = draw(seed, 6) == 0 ? SCHAKEL_NO_TIME : block->start + 15 * draw(seed, 4);
        talk->minutes = draw(seed, 2) * 15;
        talk->fixed = draw(seed, 2);
        talk->online = draw(seed, 5) == 0;
        talk->staff_ids = &staff_ids[draw(seed, d->staff_count)];
        talk->staff_count = draw(seed, 4) == 0;
    }
    if (talk->round_id == NULL && draw(seed, 3) == 0) {
        const schakel_block *block = &d->blocks[draw(seed, (int)d->round.block_count + 1)];
        talk->state = SCHAKEL_TALK_PLANNED;
        talk->date = block->staff_id == NULL ? FIRST_DAY : block->date;
        talk->start = draw(seed, 6) == 0 ? SCHAKEL_NO_TIME : block->start + 10 * draw(seed, 6);
        talk->minutes = draw(seed, 3) * 10;
        talk->child = (schakel_child_part)draw(seed, 3);
        talk->online = draw(seed, 3) == 0;
        talk->room = block->room;
        talk->interpreter_id = draw(seed, 5) == 0 ? adult_ids[draw(seed, d->adult_count)] : NULL;
        talk->staff_ids = &staff_ids[draw(seed, d->staff_count)];
        talk->staff_count = (size_t)draw(seed, 2);
    }
    talk->adult_ids = d->talk_adults[d->talk_count];
    talk->adult_count = d->tie_count[child] > 0 && draw(seed, 2);
    if (d->tie_count[child] > 0)
        d->talk_adults[d->talk_count][0] = d->ties[child][draw(seed, d->tie_count[child])].adult_id;
    d->talk_count++;
}

static void draw_all(drawn *d, uint64_t seed, int is_small)
{
    draw(&seed, 2);
    memset(d, 0, sizeof *d);
    d->today = FIRST_DAY - 8 + draw(&seed, 6) * (draw(&seed, 3) == 0);
    d->staff_count = 1 + draw(&seed, is_small ? 2 : DRAWN_STAFF);
    d->group_count = 1 + draw(&seed, is_small ? 2 : DRAWN_GROUPS);
    d->adult_count = 3 + draw(&seed, is_small ? 4 : DRAWN_ADULTS - 3);
    d->child_count = is_small ? 3 + draw(&seed, 4) : 1 + draw(&seed, DRAWN_CHILDREN);
    for (int i = 0; i < d->staff_count; i++) {
        d->staff[i] = (schakel_staff)SCHAKEL_STAFF_INIT;
        d->staff[i].id = staff_ids[i];
        d->staff[i].name = staff_ids[i];
        d->staff_skills[i][0] =
            (schakel_language_skill){"tr", (schakel_level)(draw(&seed, 8)), SCHAKEL_LEVEL_UNKNOWN};
        d->staff[i].languages = d->staff_skills[i];
        d->staff[i].language_count = draw(&seed, 4) == 0;
    }
    for (int i = 0; i < d->group_count; i++) {
        d->groups[i] = (schakel_group)SCHAKEL_GROUP_INIT;
        d->groups[i].id = group_ids[i];
        d->groups[i].year = draw(&seed, 4);
        d->group_staff[i][0] = staff_ids[draw(&seed, d->staff_count)];
        d->group_staff[i][1] = staff_ids[draw(&seed, d->staff_count)];
        d->groups[i].staff_ids = d->group_staff[i];
        d->groups[i].staff_count = draw(&seed, 12) == 0                           ? 0
                                   : d->group_staff[i][0] == d->group_staff[i][1] ? 1
                                                                                  : 1 + (draw(&seed, 4) > 0);
    }
    for (int i = 0; i < d->adult_count; i++)
        draw_adult(d, i, &seed);
    for (int i = 0; i < d->child_count; i++)
        draw_child(d, i, &seed);
    draw_round(d, is_small, &seed);
    for (int i = 0; i < d->child_count; i++)
        draw_wish(d, i, &seed);
    for (int i = draw(&seed, 2 * d->child_count); i > 0; i--)
        draw_talk(d, &seed);
}

#define ADD(kind, record)                                                                                    \
    do {                                                                                                     \
        schakel_error add_error = SCHAKEL_ERROR_INIT;                                                        \
        if (schakel_school_add_##kind(school, record, &add_error) != SCHAKEL_OK)                             \
            fail_msg("%s: %s", add_error.path, add_error.message);                                           \
    } while (0)

/* The school, added in another order with another turn. */
static schakel_school *school_of(const drawn *d, int turn)
{
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    info.id = "school";
    info.year_start = FIRST_DAY - 20;
    info.year_end = FIRST_DAY + 300;
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_school_set_info(school, &info, NULL), SCHAKEL_OK);
    for (int i = 0; i < d->staff_count; i++)
        ADD(staff, &d->staff[(i + turn) % d->staff_count]);
    for (int i = 0; i < d->group_count; i++)
        ADD(group, &d->groups[(i + turn) % d->group_count]);
    for (int i = 0; i < d->adult_count; i++)
        ADD(adult, &d->adults[(i + turn) % d->adult_count]);
    for (int i = 0; i < d->child_count; i++)
        ADD(child, &d->children[(i + turn) % d->child_count]);
    for (int i = 0; i < d->child_count; i++)
        for (int k = 0; k < d->tie_count[(i + turn) % d->child_count]; k++)
            ADD(tie, &d->ties[(i + turn) % d->child_count][k]);
    schakel_round round = d->round;
    schakel_block blocks[DRAWN_BLOCKS + DRAWN_EXTRA];
    for (size_t i = 0; i < round.block_count; i++)
        blocks[i] = d->blocks[(i + (size_t)turn) % round.block_count];
    round.blocks = blocks;
    ADD(round, &round);
    for (int i = 0; i < d->child_count; i++)
        if (d->wishes[(i + turn) % d->child_count].is_there)
            ADD(round_wish, &d->wishes[(i + turn) % d->child_count].record);
    for (int i = 0; i < d->talk_count; i++)
        ADD(talk, &d->talks[(i + turn) % d->talk_count]);
    return school;
}

#endif
