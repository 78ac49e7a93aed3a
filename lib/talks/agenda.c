/* What is coming, and what asks for care. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "school/told.h"
#include "talks/contact.h"

struct schakel_agenda {
    schakel_allocator allocator;
    schakel_cycle *cycle; /* lends ids and titles */
    schakel_agenda_item *items;
    size_t count;
    size_t capacity;
    int failed; /* memory ran out */
};

/* The agenda that is being made. */
typedef struct making {
    const schakel_school *school;
    schakel_agenda *agenda;
    schakel_date today;
    schakel_date until;
} making;

/* In the order of schakel_agenda_kind. */
static const struct {
    const char *nl, *en;
} texts[] = {
    {"Dit gesprek is gepland.", "This talk is planned."},
    {"Deze activiteit is gepland.", "This activity is planned."},
    {"Plan dit gesprek. De tijd ervoor is bijna om.", "Plan this talk: its time is nearly over."},
    {"Dit gesprek was gepland. Is het doorgegaan? Schrijf het op.",
     "This talk was planned. Did it take place? Write it down."},
    {"Het is tijd voor deze afspraak. Is het gelukt?", "This agreement is due. Did it work out?"},
    {"De ouders zijn het niet eens met deze afspraak, of het lukt ze niet. Zoek samen iets anders.",
     "The parents do not support this agreement or cannot carry it out. Find something else together."},
    {"Er is nog geen antwoord op deze wens. Vertel wat u ermee doet.",
     "This wish has no answer yet. Say what you do with it."},
    {"Praat over deze klacht. Wat willen de ouders graag?",
     "Talk about this complaint. Which wish is behind it?"},
    {"Bij welke wens hoort deze activiteit? Schrijf het op.",
     "This activity does not say which wish it answers."},
    {"Dit wordt het eerste contact, en het gaat over een probleem. Maak eerst kennis.",
     "This would be the first contact, and it is about a problem. Get to know each other first."},
    {"Het contact ging dit jaar alleen over problemen. Vertel ook wat goed gaat.",
     "Contact this year was only about problems. Also say what goes well."},
    {"Niemand heeft deze ouders dit jaar gesproken. Bel ze, of nodig ze uit.",
     "Nobody spoke with these parents this year. Call or invite them."},
    {"De ouders kregen nog geen hulp van iemand van buiten de school. Bied dat aan.",
     "The parents were not offered independent support yet. Offer it."},
};

static void add_at(making *m, schakel_agenda_kind kind, schakel_date date, schakel_time start, const char *id,
                   const char *child_id)
{
    schakel_agenda *agenda = m->agenda;
    if (agenda->failed || !sk_grow(&agenda->allocator, &agenda->items, &agenda->capacity, agenda->count + 1,
                                   sizeof *agenda->items)) {
        agenda->failed = 1;
        return;
    }
    agenda->items[agenda->count++] = (schakel_agenda_item){
        sizeof(schakel_agenda_item), kind, date, start, id, child_id, texts[kind].nl, texts[kind].en};
}

static void add(making *m, schakel_agenda_kind kind, schakel_date date, const char *id, const char *child_id)
{
    add_at(m, kind, date, SCHAKEL_NO_TIME, id, child_id);
}

static int is_coming(const making *m, schakel_date date)
{
    return date >= m->today && date <= m->until;
}

/* -------------------------------------------------------------------- kinds */

static void add_talks(making *m)
{
    for (size_t i = 0; i < schakel_school_count(m->school, SCHAKEL_KIND_TALK); i++) {
        const schakel_talk *talk = sk_entry(m->school, SCHAKEL_KIND_TALK, i);
        if (talk->state != SCHAKEL_TALK_PLANNED)
            continue;
        if (is_coming(m, talk->date))
            add_at(m, SCHAKEL_AGENDA_TALK, talk->date, talk->start, talk->id, talk->child_id);
        else if (talk->date < m->today && talk->date >= m->school->info.year_start)
            add(m, SCHAKEL_AGENDA_TALK_UNRECORDED, talk->date, talk->id, talk->child_id);
    }
}

static void add_activities(making *m)
{
    for (size_t i = 0; i < schakel_school_count(m->school, SCHAKEL_KIND_ACTIVITY); i++) {
        const schakel_activity *activity = sk_entry(m->school, SCHAKEL_KIND_ACTIVITY, i);
        if (!is_coming(m, activity->date))
            continue;
        add_at(m, SCHAKEL_AGENDA_ACTIVITY, activity->date, activity->start, activity->id, NULL);
        if (activity->wish_count == 0)
            add(m, SCHAKEL_AGENDA_NO_WISH, activity->date, activity->id, NULL);
    }
}

static void add_due_talks(making *m)
{
    for (size_t i = 0; i < schakel_cycle_count(m->agenda->cycle); i++) {
        schakel_cycle_row row = SCHAKEL_CYCLE_ROW_INIT;
        schakel_cycle_get(m->agenda->cycle, i, &row);
        if (row.due == SCHAKEL_DUE_NOW && row.last <= m->until)
            add(m, SCHAKEL_AGENDA_TALK_DUE, row.last, row.entry_id, row.child_id);
    }
}

static void add_agreements(making *m)
{
    for (size_t i = 0; i < schakel_school_count(m->school, SCHAKEL_KIND_AGREEMENT); i++) {
        const schakel_agreement *agreement = sk_entry(m->school, SCHAKEL_KIND_AGREEMENT, i);
        if (agreement->state != SCHAKEL_AGREEMENT_OPEN)
            continue;
        if (agreement->due != SCHAKEL_NO_DATE && agreement->due <= m->until)
            add(m, SCHAKEL_AGENDA_AGREEMENT, agreement->due, agreement->id, agreement->child_id);
        if (agreement->supported == SCHAKEL_NO || agreement->feasible == SCHAKEL_NO)
            add(m, SCHAKEL_AGENDA_CANNOT, m->today, agreement->id, agreement->child_id);
    }
}

static int became_a_wish(const schakel_school *school, const char *complaint_id)
{
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_WISH); i++)
        if (((const schakel_wish *)sk_entry(school, SCHAKEL_KIND_WISH, i))->from_id == complaint_id)
            return 1;
    return 0;
}

static void add_wishes(making *m)
{
    for (size_t i = 0; i < schakel_school_count(m->school, SCHAKEL_KIND_WISH); i++) {
        const schakel_wish *wish = sk_entry(m->school, SCHAKEL_KIND_WISH, i);
        if (wish->state != SCHAKEL_WISH_OPEN || wish->answer != NULL || wish->date > m->today)
            continue;
        if (wish->kind != SCHAKEL_WISH_COMPLAINT)
            add(m, SCHAKEL_AGENDA_WISH, m->today, wish->id, wish->child_id);
        else if (!became_a_wish(m->school, wish->id))
            add(m, SCHAKEL_AGENDA_COMPLAINT, m->today, wish->id, wish->child_id);
    }
}

static void add_cases(making *m)
{
    for (size_t i = 0; i < schakel_school_count(m->school, SCHAKEL_KIND_CASE); i++) {
        const schakel_case *c = sk_entry(m->school, SCHAKEL_KIND_CASE, i);
        if (c->closed == SCHAKEL_NO_DATE && c->step_count > 1 && c->support_offered == SCHAKEL_NO_DATE)
            add(m, SCHAKEL_AGENDA_NO_SUPPORT, m->today, c->id, c->child_id);
    }
}

/* ------------------------------------------------------------------ contact */

/* Weeks in which everybody gets to know everybody. */
enum { DAYS_TO_MEET = 56 };

/* The first planned talk of a child that is about a problem, when it would be the first contact. */
static void add_first_contact(making *m, const sk_contacts *contacts, size_t child)
{
    size_t count;
    const size_t *places = sk_of_child(&contacts->talks, child, &count);
    for (size_t i = 0; i < count; i++) {
        const schakel_talk *talk = sk_entry(m->school, SCHAKEL_KIND_TALK, places[i]);
        if (talk->state != SCHAKEL_TALK_PLANNED || !is_coming(m, talk->date))
            continue;
        if (talk->tone == SCHAKEL_TONE_PROBLEM || talk->kind == SCHAKEL_TALK_CARE)
            add(m, SCHAKEL_AGENDA_FIRST_IS_BAD, talk->date, talk->id, talk->child_id);
        return;
    }
}

/* Is there an adult whom the school may invite? A student who decides may want nobody to be called. */
static int has_somebody_to_speak_to(const making *m, size_t child)
{
    const child_entry *entry = sk_entry(m->school, SCHAKEL_KIND_CHILD, child);
    for (const tie_node *node = entry->ties.first; node != NULL; node = node->next_of_child) {
        size_t adult = schakel_school_find(m->school, SCHAKEL_KIND_ADULT, node->tie.adult_id);
        if (sk_told_allows(sk_told(m->school, child, adult, SCHAKEL_SCOPE_PRACTICAL, m->today)))
            return 1;
    }
    return 0;
}

static void add_contact(making *m, const sk_contacts *contacts, size_t child)
{
    const char *id = sk_entry_id(m->school, SCHAKEL_KIND_CHILD, child);
    schakel_date start = m->school->info.year_start;
    schakel_contact_summary ever = sk_contact_of_child(m->school, contacts, child, SCHAKEL_NO_DATE, m->today);
    schakel_contact_summary year = sk_contact_of_child(m->school, contacts, child, start, m->today);
    if (ever.count == 0)
        add_first_contact(m, contacts, child);
    if (year.only_problems)
        add(m, SCHAKEL_AGENDA_ONLY_PROBLEMS, m->today, NULL, id);
    if (year.spoken == 0 && m->today >= start + DAYS_TO_MEET && m->today <= m->school->info.year_end &&
        has_somebody_to_speak_to(m, child))
        add(m, SCHAKEL_AGENDA_NOT_SPOKEN, m->today, NULL, id);
}

static void add_contacts(making *m)
{
    sk_arena arena;
    sk_contacts contacts;
    sk_arena_init(&arena, &m->agenda->allocator);
    if (!sk_contacts_collect(&contacts, m->school, &arena))
        m->agenda->failed = 1;
    size_t children = m->agenda->failed ? 0 : schakel_school_count(m->school, SCHAKEL_KIND_CHILD);
    for (size_t i = 0; i < children; i++)
        add_contact(m, &contacts, i);
    sk_arena_destroy(&arena);
}

/* -------------------------------------------------------------------- order */

/* What has a day and a time comes first, as one list. */
static int rank(const schakel_agenda_item *item)
{
    return item->kind <= SCHAKEL_AGENDA_ACTIVITY ? 0 : (int)item->kind;
}

static int compare_ids(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b);
}

static int in_order(const void *a, const void *b)
{
    const schakel_agenda_item *left = a, *right = b;
    if (rank(left) != rank(right))
        return rank(left) - rank(right);
    if (left->date != right->date)
        return left->date < right->date ? -1 : 1;
    if (left->start != right->start)
        return left->start - right->start;
    if (left->kind != right->kind)
        return (int)left->kind - (int)right->kind;
    int order = compare_ids(left->child_id, right->child_id);
    return order != 0 ? order : compare_ids(left->id, right->id);
}

static schakel_status fill(making *m, schakel_error *error)
{
    schakel_cycle_options options = SCHAKEL_CYCLE_OPTIONS_INIT;
    options.today = m->today;
    schakel_status status = schakel_cycle_make(m->school, &options, &m->agenda->cycle, error);
    if (status != SCHAKEL_OK)
        return status;
    add_talks(m);
    add_activities(m);
    add_due_talks(m);
    add_agreements(m);
    add_wishes(m);
    add_cases(m);
    add_contacts(m);
    if (m->agenda->failed)
        return sk_fail_memory(error);
    if (m->agenda->count > 0)
        qsort(m->agenda->items, m->agenda->count, sizeof *m->agenda->items, in_order);
    return SCHAKEL_OK;
}

/* -------------------------------------------------------------- public calls */

schakel_status schakel_agenda_make(const schakel_school *school, const schakel_agenda_options *options,
                                   schakel_agenda **out, schakel_error *error)
{
    schakel_agenda_options used = SCHAKEL_AGENDA_OPTIONS_INIT;
    if (out != NULL)
        *out = NULL;
    if (school == NULL || options == NULL || out == NULL || !sk_record_in(options, &used, sizeof used))
        return sk_fail_misuse(error,
                              "expected a school, options with their struct_size and a place for the agenda");
    schakel_status status = sk_check_number(error, "/days", used.days, 0, 366);
    if (status == SCHAKEL_OK)
        status = sk_check_day(school, used.today, error);
    if (status != SCHAKEL_OK)
        return status;
    schakel_agenda *agenda = sk_alloc_zeroed(sk_handle_allocator(school), 1, sizeof *agenda);
    if (agenda == NULL)
        return sk_fail_memory(error);
    agenda->allocator = *sk_handle_allocator(school);
    making m = {school, agenda, used.today, used.today + used.days};
    status = fill(&m, error);
    if (status == SCHAKEL_OK)
        *out = agenda;
    else
        schakel_agenda_destroy(agenda);
    return status;
}

void schakel_agenda_destroy(schakel_agenda *agenda)
{
    if (agenda == NULL)
        return;
    schakel_allocator allocator = agenda->allocator;
    schakel_cycle_destroy(agenda->cycle);
    sk_free(&allocator, agenda->items);
    sk_free(&allocator, agenda);
}

size_t schakel_agenda_count(const schakel_agenda *agenda)
{
    return agenda == NULL ? 0 : agenda->count;
}

schakel_status schakel_agenda_get(const schakel_agenda *agenda, size_t index, schakel_agenda_item *out)
{
    if (agenda == NULL || out == NULL || index >= agenda->count)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &agenda->items[index], sizeof agenda->items[index]) ? SCHAKEL_OK
                                                                                  : SCHAKEL_MISUSE;
}
