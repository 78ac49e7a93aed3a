/* Cases that climb the ladder. */
#include <string.h>

#include "base/error.h"
#include "school/adding.h"
#include "school/checks.h"
#include "school/told.h"

/* The case with an id, or NULL after a refusal. */
static schakel_case *find_case(sk_adding *a, const char *case_id)
{
    size_t index = schakel_school_find(a->school, SCHAKEL_KIND_CASE, case_id);
    if (index != SCHAKEL_NONE)
        return sk_entry(a->school, SCHAKEL_KIND_CASE, index);
    sk_adding_refuse(a, SCHAKEL_NOT_FOUND, "", "there is no case with id \"%s\"", case_id);
    return NULL;
}

static int begin(sk_adding *a, schakel_school *school, const char *case_id, const void *item,
                 schakel_error *error)
{
    *a = (sk_adding){school, error, SCHAKEL_OK, NULL, 0};
    if (school == NULL || case_id == NULL || item == NULL)
        a->status = sk_fail_misuse(error, "expected a school, a case and what to add to it");
    return a->status == SCHAKEL_OK;
}

static int has_room(sk_adding *a, size_t count)
{
    if (count == SCHAKEL_LIST_MAX)
        sk_adding_refuse(a, SCHAKEL_TOO_LARGE, "", "a case has at most %d of these", SCHAKEL_LIST_MAX);
    return a->status == SCHAKEL_OK;
}

static void check_rung(sk_adding *a, const schakel_case *c, const schakel_step *step)
{
    const schakel_rung *rung = sk_find_entry(a->school, SCHAKEL_KIND_RUNG, step->rung_id);
    size_t child = schakel_school_find(a->school, SCHAKEL_KIND_CHILD, c->child_id);
    if (rung->outside && !sk_rung_allowed(a->school, child, rung->id, step->date))
        sk_adding_refuse(a, SCHAKEL_INVALID, "rung",
                         "expected consent for \"%s\", which is outside the school", rung->id);
}

schakel_status schakel_school_step_up(schakel_school *school, const char *case_id, const schakel_step *step,
                                      schakel_error *error)
{
    sk_adding a;
    if (!begin(&a, school, case_id, step, error))
        return a.status;
    schakel_case *found = find_case(&a, case_id);
    schakel_step added = *step;
    sk_adding_take(&a, &sk_step_shape, &added);
    if (a.status != SCHAKEL_OK || !has_room(&a, found->step_count))
        return a.status;
    schakel_step *steps = sk_adding_longer(&a, found->steps, found->step_count, sizeof *steps);
    if (steps == NULL)
        return a.status;
    schakel_case longer = *found;
    steps[longer.step_count++] = added;
    longer.steps = steps;
    sk_check_case(&a, &longer);
    if (a.status == SCHAKEL_OK)
        check_rung(&a, found, &added);
    if (a.status == SCHAKEL_OK)
        *found = longer;
    return a.status;
}

schakel_status schakel_school_add_note(schakel_school *school, const char *case_id, const schakel_note *note,
                                       schakel_error *error)
{
    sk_adding a;
    if (!begin(&a, school, case_id, note, error))
        return a.status;
    schakel_case *found = find_case(&a, case_id);
    schakel_note added = *note;
    sk_adding_take(&a, &sk_note_shape, &added);
    if (a.status != SCHAKEL_OK || !has_room(&a, found->note_count))
        return a.status;
    schakel_note *notes = sk_adding_longer(&a, found->notes, found->note_count, sizeof *notes);
    if (notes == NULL)
        return a.status;
    size_t place = found->note_count;
    for (; place > 0 && notes[place - 1].date > added.date; place--)
        notes[place] = notes[place - 1];
    notes[place] = added;
    found->notes = notes;
    found->note_count++;
    return SCHAKEL_OK;
}
