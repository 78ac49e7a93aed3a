/* What no single member of a round's records tells. */
#include "school/adding.h"
#include "school/checks.h"

static void check_end(struct sk_adding *a, schakel_time start, schakel_time end)
{
    if (end <= start)
        sk_adding_refuse(a, SCHAKEL_INVALID, "end", "expected an end later than the start");
}

void sk_check_block(struct sk_adding *a, void *record)
{
    const schakel_block *block = record;
    /* All blocks without a room would share that one. */
    if (block->room != NULL && block->room[0] == '\0')
        sk_adding_refuse(a, SCHAKEL_INVALID, "room", "expected a text that is not empty");
    else
        check_end(a, block->start, block->end);
}

void sk_check_interpreter_block(struct sk_adding *a, void *record)
{
    const schakel_interpreter_block *block = record;
    check_end(a, block->start, block->end);
}

void sk_check_round_wish(struct sk_adding *a, void *record)
{
    const schakel_round_wish *wish = record;
    if (wish->minutes != 0 && wish->minutes < 5) {
        sk_adding_refuse(a, SCHAKEL_INVALID, "minutes", "expected 0 or a number from 5 to 240, found %d",
                         (int)wish->minutes);
        return;
    }
    for (size_t i = 0; i < schakel_school_count(a->school, SCHAKEL_KIND_ROUND_WISH); i++) {
        const schakel_round_wish *other = sk_entry(a->school, SCHAKEL_KIND_ROUND_WISH, i);
        if (other->id != wish->id && other->round_id == wish->round_id && other->child_id == wish->child_id) {
            sk_adding_refuse(a, SCHAKEL_DUPLICATE, "child", "wish \"%s\" is about this child already",
                             other->id);
            return;
        }
    }
}
