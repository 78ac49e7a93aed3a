/* The talks of a year for a terminal: of a school in numbers and names, of one child with what to prepare. */
#include <stdio.h>
#include <string.h>

#include "present/names.h"

enum { DUE_COUNT = SCHAKEL_DUE_MISSED + 1 };

/* In the order in which they are shown. */
static const struct {
    schakel_due due;
    const char *nl, *en;
} columns[DUE_COUNT] = {
    {SCHAKEL_DUE_DONE, "geweest", "done"},
    {SCHAKEL_DUE_PLANNED, "gepland", "planned"},
    {SCHAKEL_DUE_NOW, "te plannen", "to plan"},
    {SCHAKEL_DUE_LATER, "later", "later"},
    {SCHAKEL_DUE_UNRECORDED, "nog niet opgeschreven", "not written down"},
    {SCHAKEL_DUE_MISSED, "niet geweest", "not held"},
};

static schakel_cycle_row row_at(const schakel_cycle *cycle, size_t index)
{
    schakel_cycle_row row = SCHAKEL_CYCLE_ROW_INIT;
    schakel_cycle_get(cycle, index, &row);
    return row;
}

static void add_title_of(sk_page *page, const char *title, schakel_activity_kind kind)
{
    sk_add_name(page, title != NULL ? title : sk_activity_word(page, kind));
}

static void add_period(sk_page *page, schakel_date first, schakel_date last)
{
    sk_buffer_adds(&page->out, sk_say(page, "van ", "from "));
    sk_add_date(page, first, 0);
    sk_buffer_adds(&page->out, sk_say(page, " tot en met ", " to "));
    sk_add_date(page, last, 0);
}

/* ------------------------------------------------------------- whole school */

static void count_rows(const schakel_cycle *cycle, const schakel_cycle_entry *entry, size_t counts[DUE_COUNT])
{
    memset(counts, 0, DUE_COUNT * sizeof *counts);
    for (size_t i = 0; i < schakel_cycle_count(cycle); i++) {
        schakel_cycle_row row = row_at(cycle, i);
        if (strcmp(row.entry_id, entry->id) == 0)
            counts[row.due]++;
    }
}

static void add_counts(sk_page *page, const schakel_cycle_entry *entry, const size_t counts[DUE_COUNT])
{
    sk_buffer_adds(&page->out, "  ");
    sk_paint(page, SK_CYAN);
    add_title_of(page, entry->title, entry->kind);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, ", ");
    add_period(page, entry->first, entry->last);
    int any = 0;
    for (size_t i = 0; i < DUE_COUNT; i++) {
        if (counts[columns[i].due] == 0)
            continue;
        sk_buffer_addf(&page->out, "%s%zu %s", any ? ", " : "\n    ", counts[columns[i].due],
                       sk_say(page, columns[i].nl, columns[i].en));
        any = 1;
    }
    sk_buffer_adds(&page->out, any ? "\n" : sk_say(page, ": voor niemand\n", ": for nobody\n"));
}

/* The children of a group for whom an entry stands in one way, on one line; nothing when there are none. */
static void add_children(sk_page *page, const schakel_cycle *cycle, const schakel_school *school,
                         const schakel_cycle_entry *entry, schakel_due due, const char *group_id)
{
    int any = 0;
    for (size_t i = 0; i < schakel_cycle_count(cycle); i++) {
        schakel_cycle_row row = row_at(cycle, i);
        schakel_child child = SCHAKEL_CHILD_INIT;
        if (row.due != due || strcmp(row.entry_id, entry->id) != 0)
            continue;
        schakel_school_get_child(school, schakel_school_find(school, SCHAKEL_KIND_CHILD, row.child_id),
                                 &child);
        if (strcmp(child.group_id == NULL ? "" : child.group_id, group_id) != 0)
            continue;
        sk_buffer_adds(&page->out, any ? ", " : "    ");
        if (!any && group_id[0] != '\0')
            sk_add_group(page, school, group_id);
        sk_buffer_adds(&page->out, any                   ? ""
                                   : group_id[0] != '\0' ? ": "
                                                         : sk_say(page, "zonder groep: ", "no group: "));
        sk_add_child(page, school, row.child_id);
        any = 1;
    }
    sk_buffer_adds(&page->out, any ? "\n" : "");
}

static void add_by_group(sk_page *page, const schakel_cycle *cycle, const schakel_school *school,
                         const schakel_cycle_entry *entry, schakel_due due)
{
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_GROUP); i++) {
        schakel_group group = SCHAKEL_GROUP_INIT;
        schakel_school_get_group(school, i, &group);
        add_children(page, cycle, school, entry, due, group.id);
    }
    add_children(page, cycle, school, entry, due, "");
}

/* What asks for something to be done, entry by entry. */
static void add_to_do(sk_page *page, const schakel_cycle *cycle, const schakel_school *school,
                      schakel_due due, const char *heading)
{
    int any = 0;
    for (size_t i = 0; i < schakel_cycle_entry_count(cycle); i++) {
        schakel_cycle_entry entry = SCHAKEL_CYCLE_ENTRY_INIT;
        size_t counts[DUE_COUNT];
        schakel_cycle_get_entry(cycle, i, &entry);
        count_rows(cycle, &entry, counts);
        if (counts[due] == 0)
            continue;
        if (!any)
            sk_add_heading(page, heading);
        any = 1;
        sk_buffer_adds(&page->out, "  ");
        add_title_of(page, entry.title, entry.kind);
        sk_buffer_adds(&page->out, "\n");
        add_by_group(page, cycle, school, &entry, due);
    }
}

static void add_school(sk_page *page, const schakel_cycle *cycle, const schakel_school *school)
{
    sk_add_heading(page, sk_say(page, "De gesprekken van dit jaar", "The talks of this year"));
    for (size_t i = 0; i < schakel_cycle_entry_count(cycle); i++) {
        schakel_cycle_entry entry = SCHAKEL_CYCLE_ENTRY_INIT;
        size_t counts[DUE_COUNT];
        schakel_cycle_get_entry(cycle, i, &entry);
        count_rows(cycle, &entry, counts);
        add_counts(page, &entry, counts);
    }
    add_to_do(page, cycle, school, SCHAKEL_DUE_UNRECORDED,
              sk_say(page, "Is het gesprek doorgegaan? Schrijf het op", "Did it take place? Write it down"));
    add_to_do(page, cycle, school, SCHAKEL_DUE_NOW, sk_say(page, "Nog te plannen", "Still to plan"));
    add_to_do(page, cycle, school, SCHAKEL_DUE_MISSED,
              sk_say(page, "Niet geweest, en de tijd is om", "Not held, and its time is over"));
}

/* ---------------------------------------------------------------- one child */

static void add_state(sk_page *page, const schakel_cycle_row *row)
{
    const char *word = "";
    for (size_t i = 0; i < DUE_COUNT; i++)
        if (columns[i].due == row->due)
            word = sk_say(page, columns[i].nl, columns[i].en);
    sk_buffer_adds(&page->out, word);
    sk_buffer_adds(&page->out, ", ");
    if (row->date != SCHAKEL_NO_DATE) {
        sk_add_date(page, row->date, 1);
    } else {
        add_period(page, row->first, row->last);
    }
    sk_buffer_adds(&page->out, "\n");
}

static void add_agreement(sk_page *page, const schakel_school *school, const char *id)
{
    schakel_agreement agreement = SCHAKEL_AGREEMENT_INIT;
    schakel_school_get_agreement(school, schakel_school_find(school, SCHAKEL_KIND_AGREEMENT, id), &agreement);
    sk_buffer_adds(&page->out, "      - ");
    if (sk_add_person(page, school, agreement.by_adult_id, agreement.by_staff_id, agreement.by_child_id))
        sk_buffer_adds(&page->out, ": ");
    sk_add_name(page, agreement.text);
    sk_buffer_adds(&page->out, "\n");
}

static void add_who(sk_page *page, const schakel_school *school, const schakel_cycle_row *row)
{
    sk_buffer_adds(&page->out, sk_say(page, "    wie: ", "    who: "));
    sk_add_adults(page, school, row->adult_ids, row->adult_count);
    if (row->adult_count == 0)
        sk_buffer_adds(&page->out, sk_say(page, "we mogen niemand uitnodigen", "nobody may be invited"));
    if (row->child == SCHAKEL_CHILD_JOINS)
        sk_buffer_adds(&page->out, sk_say(page, "; het kind doet mee", "; the child joins"));
    if (row->child == SCHAKEL_CHILD_LEADS)
        sk_buffer_adds(&page->out,
                       sk_say(page, "; de leerling of student leidt het gesprek", "; the student leads"));
    sk_buffer_addf(&page->out, sk_say(page, "\n    duur: %d minuten", "\n    length: %d minutes"),
                   (int)row->minutes);
    if (row->needs_bridge)
        sk_buffer_adds(&page->out, sk_say(page, ". Er is hulp nodig met de taal.",
                                          ". Help with the language is needed."));
    sk_buffer_adds(&page->out, "\n");
}

static void add_row(sk_page *page, const schakel_school *school, const schakel_cycle_row *row)
{
    sk_buffer_adds(&page->out, "  ");
    sk_paint(page, SK_CYAN);
    add_title_of(page, row->title, row->kind);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, ": ");
    add_state(page, row);
    if (row->due == SCHAKEL_DUE_DONE || row->due == SCHAKEL_DUE_MISSED)
        return;
    add_who(page, school, row);
    if (row->agreement_count > 0)
        sk_buffer_adds(&page->out,
                       sk_say(page, "    afspraken die terugkomen:\n", "    agreements that come back:\n"));
    for (size_t i = 0; i < row->agreement_count; i++)
        add_agreement(page, school, row->agreement_ids[i]);
    if (row->question_count > 0)
        sk_buffer_adds(&page->out, sk_say(page, "    vragen:\n", "    questions:\n"));
    for (size_t i = 0; i < row->question_count; i++) {
        sk_buffer_adds(&page->out, "      - ");
        sk_add_name(page, row->questions[i]);
        sk_buffer_adds(&page->out, "\n");
    }
}

static int is_about_one_child(const schakel_cycle *cycle)
{
    size_t count = schakel_cycle_count(cycle);
    return count > 0 && strcmp(row_at(cycle, 0).child_id, row_at(cycle, count - 1).child_id) == 0;
}

void sk_cycle_text(sk_page *page, const schakel_cycle *cycle, const schakel_school *school)
{
    sk_add_title(page);
    if (schakel_cycle_count(cycle) == 0) {
        sk_buffer_adds(&page->out, sk_say(page, "Er zijn geen gesprekken.\n", "There are no talks.\n"));
    } else if (is_about_one_child(cycle)) {
        sk_buffer_adds(&page->out, page->out.length == 0 ? "" : "\n");
        sk_paint(page, SK_BOLD);
        sk_add_child(page, school, row_at(cycle, 0).child_id);
        sk_paint(page, SK_PLAIN);
        sk_buffer_adds(&page->out, "\n");
        for (size_t i = 0; i < schakel_cycle_count(cycle); i++) {
            schakel_cycle_row row = row_at(cycle, i);
            add_row(page, school, &row);
        }
    } else {
        add_school(page, cycle, school);
    }
}
