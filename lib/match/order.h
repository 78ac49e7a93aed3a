/* Sorting numbers by a rule that needs a context. */
#ifndef SK_MATCH_ORDER_H
#define SK_MATCH_ORDER_H

#include <stddef.h>
#include <stdint.h>

/* Does x come before y? No two different items may be equal, so that there is one order only. */
typedef int (*sk_before)(const void *context, uint32_t x, uint32_t y);

/* Sort in place, without memory of its own; what is in order already costs one walk. */
void sk_order(uint32_t *items, size_t count, sk_before before, const void *context);

#endif
