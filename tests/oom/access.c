/* Every allocation of a view, an answer and a school without a person fails in turn; nothing leaks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "oom/failing.h"
#include "schakel/schakel.h"
#include "unit/access_random.h"

/* The school with the failing allocator is a copy of the random one, by way of its document. */
static schakel_status with_copy(const schakel_allocator *allocator, const random_school *r,
                                schakel_status (*attempt)(schakel_school *copy, const random_school *r))
{
    char *json = NULL;
    size_t length = 0;
    schakel_school *copy = NULL;
    if (schakel_school_to_json(r->school, &json, &length, NULL) != SCHAKEL_OK)
        abort();
    schakel_status status = schakel_school_from_json(json, length, allocator, &copy, NULL);
    if (status == SCHAKEL_OK)
        status = attempt(copy, r);
    schakel_school_destroy(copy);
    schakel_buffer_free(json);
    return status;
}

static schakel_status look(schakel_school *copy, const random_school *r)
{
    schakel_viewer viewer = SCHAKEL_VIEWER_INIT;
    schakel_access access = SCHAKEL_ACCESS_INIT;
    schakel_school *seen = NULL;
    viewer.kind = SCHAKEL_KIND_STAFF;
    viewer.id = r->staff[0].id;
    viewer.purpose = SCHAKEL_PURPOSE_CARE;
    viewer.today = TODAY;
    schakel_status status = schakel_view(copy, &viewer, &seen, NULL);
    assert_true((status == SCHAKEL_OK) == (seen != NULL));
    schakel_school_destroy(seen);
    if (status == SCHAKEL_OK)
        status = schakel_access_ask(copy, &viewer, SCHAKEL_KIND_TALK, r->talks[0].id, &access, NULL);
    return status;
}

static schakel_status erase(schakel_school *copy, const random_school *r)
{
    schakel_school *without = NULL;
    schakel_status status = schakel_school_without(copy, SCHAKEL_KIND_ADULT, r->adults[1].id, &without, NULL);
    assert_true((status == SCHAKEL_OK) == (without != NULL));
    schakel_school_destroy(without);
    return status;
}

static schakel_status try_view(const schakel_allocator *allocator, void *context)
{
    return with_copy(allocator, context, look);
}

static schakel_status try_erase(const schakel_allocator *allocator, void *context)
{
    return with_copy(allocator, context, erase);
}

static void views_survive(void **state)
{
    static random_school r;
    (void)state;
    make_random_school(&r, 12);
    assert_true(failing_every_request(try_view, &r));
    assert_true(failing_every_request(try_erase, &r));
    schakel_school_destroy(r.school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(views_survive)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
