/* All that is known of a case, in the order of time. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "schakel/talks.h"
#include "school/model.h"

struct schakel_case_file {
    schakel_allocator allocator;
    schakel_file_line *lines;
    size_t count;
    size_t capacity;
};

/* A new line, or NULL when memory ran out. */
static schakel_file_line *add(schakel_case_file *file, schakel_date date, schakel_file_kind kind)
{
    if (!sk_grow(&file->allocator, &file->lines, &file->capacity, file->count + 1, sizeof *file->lines))
        return NULL;
    schakel_file_line *line = &file->lines[file->count++];
    *line = (schakel_file_line)SCHAKEL_FILE_LINE_INIT;
    line->date = date;
    line->kind = kind;
    return line;
}

static int add_case(schakel_case_file *file, const schakel_case *c)
{
    schakel_file_line *line = add(file, c->opened, SCHAKEL_FILE_OPENED);
    if (line == NULL)
        return 0;
    line->text = c->title;
    if (c->closed != SCHAKEL_NO_DATE && add(file, c->closed, SCHAKEL_FILE_CLOSED) == NULL)
        return 0;
    if (c->support_offered == SCHAKEL_NO_DATE)
        return 1;
    line = add(file, c->support_offered, SCHAKEL_FILE_SUPPORT);
    if (line != NULL)
        line->text = c->support;
    return line != NULL;
}

static int add_steps(schakel_case_file *file, const schakel_case *c)
{
    for (size_t i = 0; i < c->step_count; i++) {
        schakel_file_line *line = add(file, c->steps[i].date, SCHAKEL_FILE_STEP);
        if (line == NULL)
            return 0;
        line->text = c->steps[i].reason;
        line->id = c->steps[i].rung_id;
    }
    return 1;
}

static int add_notes(schakel_case_file *file, const schakel_case *c)
{
    static const schakel_file_kind kinds[] = {SCHAKEL_FILE_TOLD, SCHAKEL_FILE_TRIED, SCHAKEL_FILE_AGREED};
    for (size_t i = 0; i < c->note_count; i++) {
        const schakel_note *note = &c->notes[i];
        schakel_file_line *line = add(file, note->date, kinds[note->kind]);
        if (line == NULL)
            return 0;
        line->text = note->text;
        line->adult_id = note->by_adult_id;
        line->staff_id = note->by_staff_id;
        line->child_id = note->by_child_id;
    }
    return 1;
}

static int add_agreement(schakel_case_file *file, const schakel_agreement *agreement)
{
    schakel_file_line *line = add(file, agreement->date, SCHAKEL_FILE_AGREEMENT);
    if (line == NULL)
        return 0;
    line->text = agreement->text;
    line->id = agreement->id;
    line->adult_id = agreement->by_adult_id;
    line->staff_id = agreement->by_staff_id;
    line->child_id = agreement->by_child_id;
    line->supported = agreement->supported;
    line->feasible = agreement->feasible;
    line->state = agreement->state;
    return 1;
}

/* Talks, agreements and contacts that belong to the case. */
static int add_records(schakel_case_file *file, const schakel_school *school, const char *case_id)
{
    int fine = 1;
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_TALK) && fine; i++) {
        const schakel_talk *talk = sk_entry(school, SCHAKEL_KIND_TALK, i);
        if (talk->case_id != case_id || talk->state != SCHAKEL_TALK_HELD)
            continue;
        schakel_file_line *line = add(file, talk->date, SCHAKEL_FILE_TALK);
        fine = line != NULL;
        if (fine)
            line->id = talk->id;
    }
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_AGREEMENT) && fine; i++) {
        const schakel_agreement *agreement = sk_entry(school, SCHAKEL_KIND_AGREEMENT, i);
        if (agreement->case_id == case_id)
            fine = add_agreement(file, agreement);
    }
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_CONTACT) && fine; i++) {
        const schakel_contact *contact = sk_entry(school, SCHAKEL_KIND_CONTACT, i);
        if (contact->case_id != case_id)
            continue;
        schakel_file_line *line = add(file, contact->date, SCHAKEL_FILE_CONTACT);
        fine = line != NULL;
        if (fine) {
            line->id = contact->id;
            line->adult_id = contact->adult_id;
            line->staff_id = contact->staff_id;
        }
    }
    return fine;
}

/* What a line is sorted by: notes and steps of one day stay as they stand in the case. */
typedef struct sortable {
    schakel_file_line line;
    size_t place;
} sortable;

static int in_order(const void *a, const void *b)
{
    const sortable *left = a, *right = b;
    if (left->line.date != right->line.date)
        return left->line.date < right->line.date ? -1 : 1;
    if (left->line.kind != right->line.kind)
        return (int)left->line.kind - (int)right->line.kind;
    int is_record = left->line.kind >= SCHAKEL_FILE_CONTACT && left->line.kind <= SCHAKEL_FILE_AGREEMENT;
    if (is_record)
        return strcmp(left->line.id, right->line.id);
    return left->place < right->place ? -1 : 1;
}

/* Returns 0 when memory ran out. */
static int sort_lines(schakel_case_file *file)
{
    sortable *items = sk_alloc_zeroed(&file->allocator, file->count, sizeof *items);
    if (items == NULL)
        return 0;
    for (size_t i = 0; i < file->count; i++)
        items[i] = (sortable){file->lines[i], i};
    qsort(items, file->count, sizeof *items, in_order);
    for (size_t i = 0; i < file->count; i++)
        file->lines[i] = items[i].line;
    sk_free(&file->allocator, items);
    return 1;
}

schakel_status schakel_case_file_make(const schakel_school *school, const char *case_id,
                                      schakel_case_file **out, schakel_error *error)
{
    if (out != NULL)
        *out = NULL;
    if (school == NULL || case_id == NULL || out == NULL)
        return sk_fail_misuse(error, "expected a school, a case and a place for its file");
    size_t index = schakel_school_find(school, SCHAKEL_KIND_CASE, case_id);
    if (index == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, NULL, "there is no case with id \"%s\"", case_id);
    const schakel_case *c = sk_entry(school, SCHAKEL_KIND_CASE, index);
    schakel_case_file *file = sk_alloc_zeroed(sk_handle_allocator(school), 1, sizeof *file);
    if (file == NULL)
        return sk_fail_memory(error);
    file->allocator = *sk_handle_allocator(school);
    if (!add_case(file, c) || !add_steps(file, c) || !add_notes(file, c) ||
        !add_records(file, school, c->id) || !sort_lines(file)) {
        schakel_case_file_destroy(file);
        return sk_fail_memory(error);
    }
    *out = file;
    return SCHAKEL_OK;
}

void schakel_case_file_destroy(schakel_case_file *file)
{
    if (file == NULL)
        return;
    schakel_allocator allocator = file->allocator;
    sk_free(&allocator, file->lines);
    sk_free(&allocator, file);
}

size_t schakel_case_file_count(const schakel_case_file *file)
{
    return file == NULL ? 0 : file->count;
}

schakel_status schakel_case_file_get(const schakel_case_file *file, size_t index, schakel_file_line *out)
{
    if (file == NULL || out == NULL || index >= file->count)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &file->lines[index], sizeof file->lines[index]) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}
