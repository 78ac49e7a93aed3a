/* Why a talk has no time, and the smallest change that would give it one. */
#include <stdio.h>
#include <string.h>

#include "base/days.h"
#include "school/told.h"
#include "talks/timetable.h"

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

/* What one of the staff would have to do for a talk at some time. */
typedef struct seat {
    int32_t price;              /* 0 for nothing */
    const schakel_block *block; /* that holds the time, or would when it were longer; NULL for none */
} seat;

/* A talk at a time that it can't have yet. */
typedef struct proposal {
    int32_t price;
    schakel_date date;
    schakel_time start, end;
    int missing_staff;    /* how many of the staff would have to sit longer or at another time */
    const char *staff_id; /* the first of them */
    seat seat;            /* and what that one would have to do */
    int missing_interpreter;
    uint32_t interpreter; /* in the plan; SK_NONE for none */
} proposal;

/* A time that was proposed for another talk, which so keeps a resource busy: what is proposed can all be done. */
typedef struct promise {
    int32_t start, end;
    const struct promise *next; /* of the same resource */
} promise;

typedef struct seeking {
    sk_round_plan *plan;
    const sk_round_busy *busy;
    const promise **promises; /* by resource, also of rooms that no talk could be in before */
    uint32_t talk;
    proposal best;
} seeking;

/* -------------------------------------------------------------------- seeking */

/* What it costs to be out of a block: of two times that would do, the nearest is the smaller change. */
static int32_t price_outside(int32_t base, const schakel_block *block, const proposal *p)
{
    int32_t before = block->start - p->start, after = p->end - block->end;
    int32_t outside = before > after ? before : after;
    return base + p->end - p->start + (outside > 0 ? outside / FARTHER : 0);
}

/* What it would take to have a time in a block, or next to it. A talk begins on the grid of the first one's block. */
static seat seat_in(const sk_round_plan *plan, const schakel_block *block, int is_first, const proposal *p)
{
    seat apart = {price_outside(ANOTHER_TIME, block, p), NULL};
    int32_t before = block->start > p->start ? block->start - p->start : 0;
    int32_t after = p->end > block->end ? p->end - block->end : 0;
    int32_t pause = plan->round->pause_minutes;
    int touches =
        p->start <= block->end + pause && block->start <= p->end + pause && (before == 0 || after == 0);
    int is_on_grid = !is_first || (p->start - block->start) % sk_round_step(plan) == 0;
    return touches && is_on_grid ? (seat){before + after, block} : apart;
}

/* On a day on which somebody does not sit, the hours of the round are better than others, and a day of it is too. */
static seat seat_on_another_day(const schakel_block *block, const proposal *p)
{
    return (seat){price_outside(block->date == p->date ? ANOTHER_DAY : NEW_DAY, block, p), NULL};
}

static seat find_seat(const sk_round_plan *plan, const sk_round_talk *talk, size_t number, const proposal *p)
{
    seat best = {NO_HOURS, NULL};
    for (size_t i = 0; i < plan->round->block_count; i++) {
        const schakel_block *block = plan->blocks[i];
        int is_theirs = block->staff_id == talk->staff_ids[number] && block->date == p->date;
        seat other = is_theirs ? seat_in(plan, block, number == 0, p) : seat_on_another_day(block, p);
        if (other.price < best.price)
            best = other;
    }
    return best;
}

/* What a proposal is as a choice, with its uses at the end of the plan's. Returns 0 when memory ran out. */
static int choose(seeking *s, const proposal *p, sk_schedule_choice *choice)
{
    sk_round_plan *plan = s->plan;
    const schakel_block *block = find_seat(plan, &plan->talks[s->talk], 0, p).block;
    const schakel_interpreter_block *who =
        p->interpreter == SK_NONE ? NULL : plan->interpreters[p->interpreter];
    sk_round_time time = {.date = p->date,
                          .start = p->start,
                          .room = block == NULL ? NULL : block->room,
                          .online = block != NULL && block->online,
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

static int is_promised(const seeking *s, const sk_schedule_choice *choice)
{
    for (uint32_t i = 0; i < choice->use_count; i++) {
        uint32_t resource = s->plan->uses[choice->first_use + i];
        int32_t gap = s->plan->people.gap[resource];
        for (const promise *other = s->promises[resource]; other != NULL; other = other->next)
            if (other->start < choice->end + gap && choice->start < other->end + gap)
                return 1;
    }
    return 0;
}

/* Would a talk be in nobody's way? Returns 0 when memory ran out. */
static int try_time(seeking *s, const proposal *p, int *is_free)
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
static int give_promise(seeking *s)
{
    sk_schedule_choice choice;
    size_t uses = s->plan->use_count;
    if (!choose(s, &s->best, &choice))
        return 0;
    for (uint32_t i = 0; i < choice.use_count; i++) {
        const promise **last = &s->promises[s->plan->uses[choice.first_use + i]];
        promise *added = sk_arena_alloc(s->plan->arena, sizeof *added);
        if (added == NULL)
            return 0;
        *added = (promise){choice.start, choice.end, *last};
        *last = added;
    }
    s->plan->use_count = uses;
    return 1;
}

static void keep_if_cheaper(seeking *s, const proposal *p)
{
    if (p->price > 0 && p->price < s->best.price)
        s->best = *p;
}

/* With an interpreter who is there, or else with another one. Returns 0 when memory ran out. */
static int try_interpreters(seeking *s, proposal *p)
{
    const sk_round_plan *plan = s->plan;
    const sk_round_talk *talk = &plan->talks[s->talk];
    int is_free = 0;
    for (uint32_t i = 0; !is_free && i < plan->round->interpreter_count; i++) {
        p->interpreter = i;
        if (sk_round_interprets(talk, plan->interpreters[i], p->date, p->start) && !try_time(s, p, &is_free))
            return 0;
    }
    if (is_free) {
        keep_if_cheaper(s, p);
        return 1;
    }
    p->missing_interpreter = 1;
    p->interpreter = SK_NONE;
    p->price += ANOTHER_INTERPRETER;
    if (p->price < s->best.price && !try_time(s, p, &is_free))
        return 0;
    if (is_free)
        keep_if_cheaper(s, p);
    return 1;
}

/* Returns 0 when memory ran out. */
static int try_moment(seeking *s, schakel_date date, schakel_time start)
{
    const sk_round_talk *talk = &s->plan->talks[s->talk];
    proposal p = {.date = date, .start = start, .end = start + talk->minutes, .interpreter = SK_NONE};
    int is_free = 0;
    if (!sk_round_adults_can(s->plan, talk, date, start))
        return 1;
    for (size_t i = 0; i < talk->staff_count; i++) {
        seat needed = find_seat(s->plan, talk, i, &p);
        if (needed.price == 0)
            continue;
        if (p.missing_staff++ == 0) {
            p.staff_id = talk->staff_ids[i];
            p.seat = needed;
        }
        p.price += needed.price + ANOTHER_PERSON;
    }
    if (p.price >= s->best.price)
        return 1;
    if (talk->wanted_count > 0)
        return try_interpreters(s, &p);
    if (!try_time(s, &p, &is_free))
        return 0;
    if (is_free)
        keep_if_cheaper(s, &p);
    return 1;
}

/* The moments of a day on which a talk could begin, counted from a block. Returns 0 when memory ran out. */
static int try_moments(seeking *s, schakel_date date, schakel_time from)
{
    int32_t step = sk_round_step(s->plan);
    for (schakel_time start = from - (from - EARLIEST) / step * step;
         start + s->plan->talks[s->talk].minutes <= LATEST; start += step)
        if (start >= EARLIEST && !try_moment(s, date, start))
            return 0;
    return 1;
}

static int try_day(seeking *s, schakel_date date)
{
    const sk_round_plan *plan = s->plan;
    int has_block = 0;
    for (size_t i = 0; i < plan->round->block_count; i++) {
        const schakel_block *block = plan->blocks[i];
        if (block->date != date || block->staff_id != plan->talks[s->talk].staff_ids[0])
            continue;
        has_block = 1;
        if (!try_moments(s, date, block->start))
            return 0;
    }
    return has_block || try_moments(s, date, EARLIEST);
}

/* Look for the smallest change. Returns 0 when memory ran out. */
static int seek(seeking *s)
{
    const sk_round_plan *plan = s->plan;
    const sk_round_talk *talk = &plan->talks[s->talk];
    if (talk->adult_count == 0 || talk->staff_count == 0)
        return 1;
    for (size_t i = 0; i < plan->date_count; i++)
        if (plan->dates[i] >= plan->earliest && !try_day(s, plan->dates[i]))
            return 0;
    return 1;
}

/* --------------------------------------------------------------------- saying */

/* In the order of schakel_unplaced_reason. */
static const struct {
    const char *nl, *en;
} advice[] = {
    {NULL, NULL},
    {"Zeg eerst wie van de school dit gesprek doet, en wanneer.",
     "Say first who of the school has this talk, and when."},
    {"Zoek eerst uit wie er over dit kind mag komen praten.",
     "Find out first who may come to talk about this child."},
    {"Vraag de ouders op welke andere dag of tijd ze kunnen.",
     "Ask the parents on which other day or time they can come."},
    {"Zoek een tolk op een tijd dat iedereen kan.",
     "Look for an interpreter at a time when everybody can come."},
    {"Kies een langere tijd voor gesprekken.", "Choose a longer time for talks."},
    {"Vraag de ouders om een andere dag of tijd.", "Ask the parents for another day or time."},
};

static schakel_unplaced_reason reason_of(const sk_round_talk *talk)
{
    if (talk->adult_count == 0)
        return SCHAKEL_UNPLACED_NO_ADULT;
    switch (talk->progress) {
    case SK_ROUND_NOWHERE:
        return SCHAKEL_UNPLACED_NO_STAFF;
    case SK_ROUND_HAS_BLOCKS:
        return SCHAKEL_UNPLACED_TOO_LONG;
    case SK_ROUND_SEATED:
        return SCHAKEL_UNPLACED_WINDOWS;
    case SK_ROUND_COMING:
        return SCHAKEL_UNPLACED_INTERPRETER;
    case SK_ROUND_UNDERSTOOD:
        break;
    }
    return SCHAKEL_UNPLACED_FULL;
}

typedef struct sentence {
    sk_buffer *out;
    const sk_round_plan *plan;
    const sk_round_talk *talk;
    const proposal *p;
    schakel_language language;
} sentence;

static const char *say(const sentence *s, const char *nl, const char *en)
{
    return s->language == SCHAKEL_ENGLISH ? en : nl;
}

/* "dinsdag 15 september" */
static void add_day(const sentence *s)
{
    int month = 1, day = 1;
    schakel_date_to_ymd(s->p->date, NULL, &month, &day);
    sk_buffer_addf(s->out, "%s %d %s", sk_weekday_word(s->p->date, s->language), day,
                   sk_month_word(month, s->language));
}

static void add_time(const sentence *s, schakel_time time)
{
    char text[SCHAKEL_TIME_SIZE];
    schakel_time_format(time, text);
    sk_buffer_adds(s->out, text);
}

/* " van 17:00 tot 17:15" */
static void add_times(const sentence *s)
{
    sk_buffer_adds(s->out, say(s, " van ", " from "));
    add_time(s, s->p->start);
    sk_buffer_adds(s->out, say(s, " tot ", " to "));
    add_time(s, s->p->end);
}

static void add_staff(const sentence *s, const char *staff_id)
{
    const schakel_staff *staff =
        sk_entry(s->plan->school, SCHAKEL_KIND_STAFF, sk_round_staff(s->plan, staff_id));
    sk_buffer_adds(s->out, staff->name != NULL ? staff->name : staff->id);
}

/* "een tolk Tigrinya"; which region's doesn't matter. */
static void add_interpreter(const sentence *s)
{
    char language[16], name[SCHAKEL_WORDS_SIZE];
    snprintf(language, sizeof language, "%.*s", (int)strcspn(s->talk->wanted[0], "-"), s->talk->wanted[0]);
    int is_named = schakel_language_name(language, say(s, "nl", "en"), name, sizeof name, NULL) == SCHAKEL_OK;
    sk_buffer_adds(s->out, say(s, "een tolk ", "an interpreter for "));
    sk_buffer_adds(s->out, is_named ? name : language);
}

/* ". Nodig zijn Anna, Bo en een tolk Tigrinya": all of the staff when more than one of them is missing. */
static void add_needed(const sentence *s)
{
    int are_more = s->p->missing_staff > 1;
    const char *const *ids = are_more ? s->talk->staff_ids : &s->p->staff_id;
    size_t staff_count = are_more ? s->talk->staff_count : 1;
    size_t count = staff_count + (size_t)s->p->missing_interpreter;
    sk_buffer_adds(s->out, say(s, ". Nodig zijn ", ". It needs "));
    for (size_t i = 0; i < count; i++) {
        sk_buffer_adds(s->out, i == 0 ? "" : i + 1 == count ? say(s, " en ", " and ") : ", ");
        if (i < staff_count)
            add_staff(s, ids[i]);
        else
            add_interpreter(s);
    }
}

/* Who is needed besides the family: after a comma when it is one, else in a sentence of its own. */
static void add_missing(const sentence *s)
{
    if (s->p->missing_staff == 0) {
        sk_buffer_adds(s->out, say(s, ", als er ", ", if there is "));
        add_interpreter(s);
        sk_buffer_adds(s->out, say(s, " is", ""));
    } else if (s->p->missing_staff == 1 && !s->p->missing_interpreter) {
        sk_buffer_adds(s->out, say(s, ", als ", ", if "));
        add_staff(s, s->p->staff_id);
        sk_buffer_adds(s->out, say(s, " tijd heeft", " has time"));
    } else {
        add_needed(s);
    }
}

/* Somebody stays longer or begins earlier, which is enough to say. */
static void add_longer_block(const sentence *s)
{
    int is_later = s->p->end > s->p->seat.block->end;
    sk_buffer_adds(s->out, say(s, ", als ", ", if "));
    add_staff(s, s->p->staff_id);
    sk_buffer_adds(s->out, is_later ? say(s, " tot ", " stays until ") : say(s, " al om ", " begins at "));
    add_time(s, is_later ? s->p->end : s->p->start);
    sk_buffer_adds(s->out, is_later ? say(s, " blijft", "") : say(s, " begint", ""));
}

static void add_proposal(const sentence *s)
{
    int is_longer = s->p->missing_staff == 1 && s->p->seat.block != NULL && !s->p->missing_interpreter;
    sk_buffer_adds(s->out, say(s, "Dit gesprek kan op ", "This talk is possible on "));
    add_day(s);
    if (is_longer) {
        add_longer_block(s);
    } else {
        add_times(s);
        add_missing(s);
    }
    sk_buffer_adds(s->out, ".");
}

/* What is proposed, in a language; NULL when memory ran out. */
static const char *say_proposal(sk_arena *arena, const seeking *found, schakel_language language)
{
    sk_buffer buffer;
    sk_buffer_init(&buffer, arena->allocator);
    sentence s = {&buffer, found->plan, &found->plan->talks[found->talk], &found->best, language};
    add_proposal(&s);
    const char *text = buffer.failed ? NULL : sk_arena_text(arena, buffer.data, buffer.length);
    sk_buffer_destroy(&buffer);
    return text;
}

/* What to do when no small change helps. */
static void give_advice(schakel_timetable_row *row, const sk_round_plan *plan, const sk_round_talk *talk)
{
    row->text_nl = advice[row->reason].nl;
    row->text_en = advice[row->reason].en;
    if (row->reason == SCHAKEL_UNPLACED_WINDOWS && row->adult_count > 1) {
        row->text_nl = "Vraag de ouders of ze ook apart willen komen.";
        row->text_en = "Ask the parents whether they would also come apart.";
    }
    if (row->reason == SCHAKEL_UNPLACED_NO_STAFF && talk->sits) {
        row->text_nl = "Alle tijden voor dit gesprek zijn voorbij of komen te snel. Kies een latere dag.";
        row->text_en = "All times for this talk are over or come too soon. Choose a later day.";
    }
    if (row->reason == SCHAKEL_UNPLACED_NO_ADULT &&
        sk_child_decides(plan->school, talk->child, plan->options->today)) {
        row->text_nl = "Vraag de jongere zelf wie er mee mag komen.";
        row->text_en = "Ask the young person who may come along.";
    }
}

static int find_reason(schakel_timetable *timetable, seeking *s, schakel_timetable_row *row)
{
    row->reason = reason_of(&s->plan->talks[s->talk]);
    s->best = (proposal){.price = INT32_MAX};
    if (!seek(s))
        return 0;
    if (s->best.price == INT32_MAX) {
        give_advice(row, s->plan, &s->plan->talks[s->talk]);
        return 1;
    }
    row->text_nl = say_proposal(&timetable->arena, s, SCHAKEL_DUTCH);
    row->text_en = say_proposal(&timetable->arena, s, SCHAKEL_ENGLISH);
    return row->text_nl != NULL && row->text_en != NULL && give_promise(s);
}

int sk_timetable_find_reasons(schakel_timetable *timetable, sk_round_plan *plan, const sk_round_busy *busy)
{
    size_t resources = plan->people.count + plan->round->block_count;
    seeking s = {.plan = plan, .busy = busy};
    s.promises = sk_arena_alloc(plan->arena, resources * sizeof *s.promises);
    for (size_t i = 0; s.promises != NULL && i < resources; i++)
        s.promises[i] = NULL;
    for (size_t i = 0; s.promises != NULL && i < timetable->count; i++) {
        s.talk = timetable->entries[i].talk;
        if (plan->choice_of[s.talk] == SK_NONE && !find_reason(timetable, &s, &timetable->entries[i].row))
            return 0;
    }
    return s.promises != NULL;
}
