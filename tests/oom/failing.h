/*
 * An allocator that fails on purpose: the k-th request once, or from the k-th on
 * for ever. It counts what is out, so that a test sees leaks as well.
 */
#ifndef TESTS_OOM_FAILING_H
#define TESTS_OOM_FAILING_H

#include <stdlib.h>

#include "schakel/base.h"

typedef struct failing {
    size_t requests; /* so far */
    size_t fail_at;  /* the request to fail, from 1; 0 for none */
    int for_ever;    /* also all after it */
    size_t live;     /* blocks that are out */
    size_t refused;  /* requests that were failed */
} failing;

static inline int failing_refuses(failing *f)
{
    f->requests++;
    if (f->fail_at != 0 && (f->requests == f->fail_at || (f->for_ever && f->requests > f->fail_at))) {
        f->refused++;
        return 1;
    }
    return 0;
}

static inline void *failing_allocate(void *context, size_t size)
{
    failing *f = context;
    void *block = failing_refuses(f) ? NULL : malloc(size);
    f->live += block != NULL;
    return block;
}

static inline void *failing_reallocate(void *context, void *block, size_t size)
{
    return failing_refuses(context) ? NULL : realloc(block, size);
}

static inline void failing_release(void *context, void *block)
{
    ((failing *)context)->live--;
    free(block);
}

static inline schakel_allocator failing_allocator(failing *f)
{
    schakel_allocator allocator = SCHAKEL_ALLOCATOR_INIT;
    allocator.context = f;
    allocator.allocate = failing_allocate;
    allocator.reallocate = failing_reallocate;
    allocator.release = failing_release;
    return allocator;
}

/*
 * Run `attempt` with every request failed in turn, once and for ever, until it
 * succeeds. `attempt` returns the status of the call under test after it gave
 * everything back. Returns 0 when something leaked or a wrong status came back.
 */
static inline int failing_every_request(schakel_status (*attempt)(const schakel_allocator *, void *),
                                        void *context)
{
    for (int for_ever = 0; for_ever <= 1; for_ever++) {
        for (size_t k = 1;; k++) {
            failing f = {0, k, for_ever, 0, 0};
            schakel_allocator allocator = failing_allocator(&f);
            schakel_status status = attempt(&allocator, context);
            if (f.live != 0)
                return 0;
            if (f.refused == 0) {
                if (status != SCHAKEL_OK)
                    return 0;
                break;
            }
            /* A call may do without (a smaller buffer, say), but may not fail otherwise. */
            if (status != SCHAKEL_NO_MEMORY && status != SCHAKEL_OK)
                return 0;
        }
    }
    return 1;
}

#endif
