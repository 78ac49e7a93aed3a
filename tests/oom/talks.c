/* Every allocation of cycle, agenda and case file, and of what shows them, fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "oom/failing.h"
#include "schakel/exchange.h"
#include "schakel/present.h"

/* So many that every list outgrows its first block. */
enum { CHILDREN = 24, TALKS = 60, STEPS = 10, NOTES = 12, START = 20666 /* 2026-08-01 */ };

static schakel_status add_child(schakel_school *school, const char *id)
{
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_tie tie = SCHAKEL_TIE_INIT;
    child.id = adult.id = tie.child_id = tie.adult_id = id;
    schakel_status status = schakel_school_add_child(school, &child, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_adult(school, &adult, NULL);
    return status == SCHAKEL_OK ? schakel_school_add_tie(school, &tie, NULL) : status;
}

/* A case with more steps, and then notes, than its file has room for at first. */
static schakel_status add_case(schakel_school *school)
{
    char ids[STEPS][16];
    schakel_step steps[STEPS];
    schakel_note notes[NOTES];
    schakel_case record = SCHAKEL_CASE_INIT;
    schakel_status status = SCHAKEL_OK;
    for (int i = 0; i < STEPS && status == SCHAKEL_OK; i++) {
        schakel_rung rung = SCHAKEL_RUNG_INIT;
        snprintf(ids[i], sizeof ids[i], "rung-%d", i);
        rung.id = ids[i];
        rung.level = i + 1;
        steps[i] = (schakel_step){ids[i], START + i, NULL};
        status = schakel_school_add_rung(school, &rung, NULL);
    }
    for (int i = 0; i < NOTES; i++)
        notes[i] = (schakel_note){START + i, SCHAKEL_NOTE_TOLD, "Moe", NULL, NULL, NULL};
    record.id = "case";
    record.child_id = "child-0";
    record.opened = START;
    record.closed = record.support_offered = START + 100;
    record.steps = steps;
    record.step_count = STEPS;
    record.notes = notes;
    record.note_count = NOTES;
    return status == SCHAKEL_OK ? schakel_school_add_case(school, &record, NULL) : status;
}

/* A talk, an agreement and a contact about a child. */
static schakel_status add_records(schakel_school *school, int number)
{
    char id[32], child_id[32];
    schakel_talk talk = SCHAKEL_TALK_INIT;
    schakel_agreement agreement = SCHAKEL_AGREEMENT_INIT;
    schakel_contact contact = SCHAKEL_CONTACT_INIT;
    snprintf(id, sizeof id, "record-%d", number);
    snprintf(child_id, sizeof child_id, "child-%d", number % 3);
    talk.id = agreement.id = contact.id = id;
    talk.child_id = agreement.child_id = contact.child_id = child_id;
    talk.date = agreement.date = contact.date = agreement.due = START + number;
    talk.state = number % 2 == 0 ? SCHAKEL_TALK_PLANNED : SCHAKEL_TALK_HELD;
    talk.case_id = agreement.case_id = contact.case_id = number % 3 == 0 ? "case" : NULL;
    agreement.text = "Lezen";
    schakel_status status = schakel_school_add_talk(school, &talk, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_school_add_agreement(school, &agreement, NULL);
    return status == SCHAKEL_OK ? schakel_school_add_contact(school, &contact, NULL) : status;
}

static schakel_status build(const schakel_allocator *allocator, schakel_school **out)
{
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_status status = schakel_school_create(allocator, out, NULL);
    info.id = "school";
    info.year_start = START;
    info.year_end = START + 364;
    if (status == SCHAKEL_OK)
        status = schakel_school_set_info(*out, &info, NULL);
    for (int i = 0; i < CHILDREN && status == SCHAKEL_OK; i++) {
        char id[32];
        snprintf(id, sizeof id, "child-%d", i);
        status = add_child(*out, id);
    }
    if (status == SCHAKEL_OK)
        status = add_case(*out);
    for (int i = 0; i < TALKS && status == SCHAKEL_OK; i++)
        status = add_records(*out, i);
    return status;
}

/* Makes something of a school, and of that a text. */
typedef schakel_status maker(const schakel_school *school, char **text);

static schakel_status show_cycle(const schakel_school *school, char **text)
{
    schakel_cycle *cycle = NULL;
    schakel_cycle_options options = SCHAKEL_CYCLE_OPTIONS_INIT;
    options.today = START + 50;
    schakel_status status = schakel_cycle_make(school, &options, &cycle, NULL);
    if ((status == SCHAKEL_OK) != (cycle != NULL))
        return SCHAKEL_MISUSE;
    if (status == SCHAKEL_OK)
        status = schakel_present_cycle(cycle, school, NULL, text, NULL, NULL);
    schakel_cycle_destroy(cycle);
    return status;
}

static schakel_status write_cycle(const schakel_school *school, char **text)
{
    schakel_cycle *cycle = NULL;
    schakel_cycle_options options = SCHAKEL_CYCLE_OPTIONS_INIT;
    options.today = START + 50;
    options.child_id = "child-1";
    schakel_status status = schakel_cycle_make(school, &options, &cycle, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_cycle_to_json(cycle, text, NULL, NULL);
    schakel_cycle_destroy(cycle);
    return status;
}

static schakel_status show_agenda(const schakel_school *school, char **text)
{
    schakel_agenda *agenda = NULL;
    schakel_agenda_options options = SCHAKEL_AGENDA_OPTIONS_INIT;
    options.today = START + 20;
    options.days = 366;
    schakel_status status = schakel_agenda_make(school, &options, &agenda, NULL);
    if ((status == SCHAKEL_OK) != (agenda != NULL))
        return SCHAKEL_MISUSE;
    if (status == SCHAKEL_OK)
        status = schakel_present_agenda(agenda, school, NULL, text, NULL, NULL);
    schakel_agenda_destroy(agenda);
    return status;
}

static schakel_status write_agenda(const schakel_school *school, char **text)
{
    schakel_agenda *agenda = NULL;
    schakel_agenda_options options = SCHAKEL_AGENDA_OPTIONS_INIT;
    options.today = START + 20;
    schakel_status status = schakel_agenda_make(school, &options, &agenda, NULL);
    if (status == SCHAKEL_OK)
        status = schakel_agenda_to_json(agenda, SCHAKEL_DUTCH, text, NULL, NULL);
    schakel_agenda_destroy(agenda);
    return status;
}

static schakel_status write_case_file(const schakel_school *school, char **text)
{
    schakel_case_file *file = NULL;
    schakel_status status = schakel_case_file_make(school, "case", &file, NULL);
    if ((status == SCHAKEL_OK) != (file != NULL))
        return SCHAKEL_MISUSE;
    if (status == SCHAKEL_OK)
        status = schakel_case_file_to_json(file, text, NULL, NULL);
    schakel_case_file_destroy(file);
    return status;
}

static schakel_status show_school(const schakel_school *school, char **text)
{
    return schakel_present_school(school, NULL, text, NULL, NULL);
}

static schakel_status attempt(const schakel_allocator *allocator, void *context)
{
    schakel_school *school = NULL;
    char *text = NULL;
    schakel_status status = build(allocator, &school);
    if (status == SCHAKEL_OK) {
        status = ((maker *const *)context)[0](school, &text);
        if ((status == SCHAKEL_OK) != (text != NULL))
            status = SCHAKEL_MISUSE;
    }
    schakel_buffer_free(text);
    schakel_school_destroy(school);
    return status;
}

static void results_without_memory_leave_nothing_behind(void **state)
{
    static maker *makers[] = {show_cycle,   write_cycle,     show_agenda,
                              write_agenda, write_case_file, show_school};
    (void)state;
    for (size_t i = 0; i < sizeof makers / sizeof makers[0]; i++)
        assert_true(failing_every_request(attempt, &makers[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(results_without_memory_leave_nothing_behind)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
