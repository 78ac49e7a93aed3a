/* Why a talk has no time, and the smallest change that would give it one, in words. */
#include <stdio.h>
#include <string.h>

#include "base/days.h"
#include "school/told.h"
#include "talks/timetable_proposals.h"

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
    const sk_proposal *p;
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
    const char *tag = s->talk->staffings[s->p->leader].wanted[0];
    snprintf(language, sizeof language, "%.*s", (int)strcspn(tag, "-"), tag);
    int is_named = schakel_language_name(language, say(s, "nl", "en"), name, sizeof name, NULL) == SCHAKEL_OK;
    sk_buffer_adds(s->out, say(s, "een tolk ", "an interpreter for "));
    sk_buffer_adds(s->out, is_named ? name : language);
}

/* ". Nodig zijn Anna, Bo en een tolk Tigrinya": all of the staff when more than one of them is missing. */
static void add_needed(const sentence *s)
{
    const sk_staffing *staffing = &s->talk->staffings[s->p->leader];
    int are_more = s->p->missing_staff > 1;
    const char *const *ids = are_more ? staffing->staff_ids : &s->p->staff_id;
    size_t staff_count = are_more ? staffing->staff_count : 1;
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
        sk_buffer_adds(s->out, s->p->place != NULL && s->p->place->online ? " online" : "");
        add_missing(s);
    }
    sk_buffer_adds(s->out, ".");
}

/* What is proposed, in a language; NULL when memory ran out. */
static const char *say_proposal(sk_arena *arena, const sk_seeking *found, schakel_language language)
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

static int find_reason(schakel_timetable *timetable, sk_seeking *s, sk_timetable_entry *entry)
{
    schakel_timetable_row *row = &entry->row;
    const sk_round_talk *talk = &s->plan->talks[entry->talk];
    int has_found;
    row->reason = reason_of(talk);
    if (!sk_seek(s, entry->talk, &has_found))
        return 0;
    if (!has_found) {
        give_advice(row, s->plan, talk);
        return 1;
    }
    if (!sk_timetable_fill_staff(timetable, row, &talk->staffings[s->best.leader]))
        return 0;
    row->text_nl = say_proposal(&timetable->arena, s, SCHAKEL_DUTCH);
    row->text_en = say_proposal(&timetable->arena, s, SCHAKEL_ENGLISH);
    return row->text_nl != NULL && row->text_en != NULL;
}

int sk_timetable_find_reasons(schakel_timetable *timetable, sk_round_plan *plan, const sk_round_busy *busy)
{
    sk_seeking s;
    if (!sk_begin_seeking(&s, plan, busy))
        return 0;
    for (size_t i = 0; i < timetable->count; i++)
        if (plan->choice_of[timetable->entries[i].talk] == SK_NONE &&
            !find_reason(timetable, &s, &timetable->entries[i]))
            return 0;
    return 1;
}
