/* Heap sort. */
#include "match/order.h"

static void sift(uint32_t *items, size_t position, size_t count, sk_before before, const void *context)
{
    uint32_t item = items[position];
    for (size_t child; (child = 2 * position + 1) < count; position = child) {
        if (child + 1 < count && before(context, items[child], items[child + 1]))
            child++;
        if (!before(context, item, items[child]))
            break;
        items[position] = items[child];
    }
    items[position] = item;
}

void sk_order(uint32_t *items, size_t count, sk_before before, const void *context)
{
    size_t sorted = 1;
    while (sorted < count && !before(context, items[sorted], items[sorted - 1]))
        sorted++;
    if (sorted >= count)
        return;
    for (size_t i = count / 2; i-- > 0;)
        sift(items, i, count, before, context);
    for (size_t end = count - 1; end > 0; end--) {
        uint32_t last = items[end];
        items[end] = items[0];
        items[0] = last;
        sift(items, 0, end, before, context);
    }
}
