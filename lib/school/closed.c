#include "school/closed.h"

#include "school/model.h"

/* The period in which a school is closed that a day lies in; NULL when it is open. */
static const schakel_period *closed_on(const schakel_school *school, schakel_date day)
{
    const schakel_period *closed = school->info.closed;
    size_t low = 0, high = school->info.closed_count;
    /* The first period that is not over before the day. */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (closed[middle].last < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low < school->info.closed_count && closed[low].first <= day ? &closed[low] : NULL;
}

schakel_date sk_open_before(const schakel_school *school, schakel_date day)
{
    const schakel_period *closed;
    while ((closed = closed_on(school, day)) != NULL)
        day = closed->first - 1;
    return day;
}
