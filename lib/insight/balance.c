/* Who is asked too often or never, and what both sides expect. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "insight/table.h"

struct schakel_balance {
    schakel_allocator allocator;
    sk_arena arena;
    schakel_balance_row *rows;
    size_t row_count;
    schakel_expectation *expectations;
    size_t expectation_count;
};

/* Ids that belong to adults, of each adult by date, then id. */
typedef struct owned_id {
    size_t adult;
    schakel_date date;
    const char *id;
} owned_id;

typedef struct owned_ids {
    owned_id *items;
    size_t count;
    const char **ids;
    size_t *first; /* by adult, and one more for the end */
} owned_ids;

enum { KIND_COUNT = SCHAKEL_ASKED_WHILE_NOT + 1 };

typedef struct counting {
    const schakel_school *school;
    schakel_balance_options options;
    schakel_balance *balance;
    sk_arena work;
    size_t adult_count;
    size_t *asks;       /* by adult */
    size_t *offer_asks; /* by offer */
    owned_ids offers[KIND_COUNT];
    owned_ids unanswered;
} counting;

/* --------------------------------------------------------------- sentences */

typedef struct sentence {
    const char *nl, *en;
} sentence;

/* By schakel_asked_kind. */
static const sentence advice[KIND_COUNT] = {
    [SCHAKEL_ASKED_TOO_OFTEN] = {"Vraag deze ouder dit schooljaar niets meer.",
                                 "Ask this parent nothing more this school year."},
    [SCHAKEL_ASKED_NEVER] = {"Deze ouder wil graag iets doen: vraag dat ook eens.",
                             "This parent would like to do something: ask for it."},
    [SCHAKEL_ASKED_WHILE_NOT] = {"Deze ouder wil dit nu niet doen: vraag er niet om.",
                                 "This parent does not want to do this now: do not ask for it."},
};

/* For who is asked too often for something, though not over all. */
static const sentence other_advice = {"Vraag dit de rest van het schooljaar aan iemand anders.",
                                      "For the rest of the school year, ask somebody else for this."};

/* ------------------------------------------------------------------- lists */

static int by_owner(const void *a, const void *b)
{
    const owned_id *one = a, *other = b;
    if (one->adult != other->adult)
        return one->adult < other->adult ? -1 : 1;
    if (one->date != other->date)
        return one->date < other->date ? -1 : 1;
    return strcmp(one->id, other->id);
}

static int begin_list(counting *c, owned_ids *list, size_t most)
{
    list->items = sk_arena_array(&c->work, most, sizeof *list->items, 0);
    list->ids = sk_arena_array(&c->balance->arena, most, sizeof *list->ids, 0);
    list->first = sk_arena_array(&c->work, c->adult_count + 1, sizeof *list->first, 0);
    return list->items != NULL && list->ids != NULL && list->first != NULL;
}

static void add_to_list(const counting *c, owned_ids *list, const char *adult_id, schakel_date date,
                        const char *id)
{
    size_t adult = schakel_school_find(c->school, SCHAKEL_KIND_ADULT, adult_id);
    list->items[list->count++] = (owned_id){adult, date, id};
    list->first[adult + 1]++;
}

static void end_list(const counting *c, owned_ids *list)
{
    qsort(list->items, list->count, sizeof *list->items, by_owner);
    for (size_t i = 0; i < list->count; i++)
        list->ids[i] = list->items[i].id;
    for (size_t i = 0; i < c->adult_count; i++)
        list->first[i + 1] += list->first[i];
}

static size_t count_owned(const owned_ids *list, size_t adult)
{
    return list->first[adult + 1] - list->first[adult];
}

/* ---------------------------------------------------------- asks and offers */

static int count_asks(counting *c)
{
    size_t asks = schakel_school_count(c->school, SCHAKEL_KIND_ASK);
    size_t offers = schakel_school_count(c->school, SCHAKEL_KIND_OFFER);
    c->asks = sk_arena_array(&c->work, c->adult_count, sizeof *c->asks, 0);
    c->offer_asks = sk_arena_array(&c->work, offers, sizeof *c->offer_asks, 0);
    if (c->asks == NULL || c->offer_asks == NULL)
        return 0;
    for (size_t i = 0; i < asks; i++) {
        schakel_ask ask;
        size_t adult = sk_adult_asked(c->school, i, c->options.from, c->options.until, &ask);
        if (adult == SCHAKEL_NONE)
            continue;
        c->asks[adult]++;
        if (ask.offer_id != NULL)
            c->offer_asks[schakel_school_find(c->school, SCHAKEL_KIND_OFFER, ask.offer_id)]++;
    }
    return 1;
}

static int is_over(size_t asks, int32_t cap)
{
    return cap != 0 && asks > (size_t)cap;
}

static int list_offers(counting *c)
{
    size_t count = schakel_school_count(c->school, SCHAKEL_KIND_OFFER);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (!begin_list(c, &c->offers[kind], count))
            return 0;
    for (size_t i = 0; i < count; i++) {
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        schakel_school_get_offer(c->school, i, &offer);
        if (is_over(c->offer_asks[i], offer.cap))
            add_to_list(c, &c->offers[SCHAKEL_ASKED_TOO_OFTEN], offer.adult_id, 0, offer.id);
        if (offer.limit != SCHAKEL_LIMIT_NEVER)
            add_to_list(c, &c->offers[SCHAKEL_ASKED_NEVER], offer.adult_id, 0, offer.id);
        else if (c->offer_asks[i] > 0)
            add_to_list(c, &c->offers[SCHAKEL_ASKED_WHILE_NOT], offer.adult_id, 0, offer.id);
    }
    for (int kind = 0; kind < KIND_COUNT; kind++)
        end_list(c, &c->offers[kind]);
    return 1;
}

/* ------------------------------------------------------------ expectations */

static int by_side(const void *a, const void *b)
{
    const schakel_expectation *one = a, *other = b;
    if (one->side != other->side)
        return one->side < other->side ? -1 : 1;
    if ((one->answer == NULL) != (other->answer == NULL))
        return one->answer == NULL ? -1 : 1;
    if (one->date != other->date)
        return one->date < other->date ? -1 : 1;
    return strcmp(one->wish_id, other->wish_id);
}

static schakel_side side_of(const schakel_wish *wish)
{
    return wish->by_staff_id != NULL   ? SCHAKEL_SIDE_SCHOOL
           : wish->by_child_id != NULL ? SCHAKEL_SIDE_CHILDREN
                                       : SCHAKEL_SIDE_PARENTS;
}

static int list_expectations(counting *c)
{
    schakel_balance *balance = c->balance;
    size_t count = schakel_school_count(c->school, SCHAKEL_KIND_WISH);
    balance->expectations = sk_arena_array(&balance->arena, count, sizeof *balance->expectations, 0);
    if (balance->expectations == NULL || !begin_list(c, &c->unanswered, count))
        return 0;
    for (size_t i = 0; i < count; i++) {
        schakel_wish wish = SCHAKEL_WISH_INIT;
        schakel_school_get_wish(c->school, i, &wish);
        if (wish.kind != SCHAKEL_WISH_EXPECTATION)
            continue;
        balance->expectations[balance->expectation_count++] = (schakel_expectation){
            sizeof(schakel_expectation), wish.id, side_of(&wish), wish.text, wish.answer, wish.date};
        if (wish.by_adult_id != NULL && wish.answer == NULL)
            add_to_list(c, &c->unanswered, wish.by_adult_id, wish.date, wish.id);
    }
    qsort(balance->expectations, balance->expectation_count, sizeof *balance->expectations, by_side);
    end_list(c, &c->unanswered);
    return 1;
}

/* -------------------------------------------------------------------- rows */

static int by_kind(const void *a, const void *b)
{
    const schakel_balance_row *one = a, *other = b;
    if (one->kind != other->kind)
        return one->kind < other->kind ? -1 : 1;
    if (one->asks != other->asks)
        return one->asks > other->asks ? -1 : 1;
    return strcmp(one->adult_id, other->adult_id);
}

/* Is an adult asked in this way? */
static int is_asked_so(const counting *c, size_t index, const schakel_adult *adult, schakel_asked_kind kind)
{
    int has_offers = count_owned(&c->offers[kind], index) > 0;
    switch (kind) {
    case SCHAKEL_ASKED_TOO_OFTEN:
        return has_offers || is_over(c->asks[index], adult->cap);
    case SCHAKEL_ASKED_NEVER:
        return has_offers && c->asks[index] == 0;
    case SCHAKEL_ASKED_WHILE_NOT:
        break;
    }
    return has_offers;
}

static void add_row(const counting *c, size_t index, const schakel_adult *adult, schakel_asked_kind kind)
{
    const owned_ids *offers = &c->offers[kind];
    int for_something = kind == SCHAKEL_ASKED_TOO_OFTEN && !is_over(c->asks[index], adult->cap);
    const sentence *text = for_something ? &other_advice : &advice[kind];
    schakel_balance_row row = SCHAKEL_BALANCE_ROW_INIT;
    row.adult_id = adult->id;
    row.kind = kind;
    row.asks = c->asks[index];
    row.wants = adult->cap;
    row.offer_ids = offers->ids + offers->first[index];
    row.offer_count = count_owned(offers, index);
    row.expectation_ids = c->unanswered.ids + c->unanswered.first[index];
    row.expectation_count = count_owned(&c->unanswered, index);
    row.text_nl = text->nl;
    row.text_en = text->en;
    c->balance->rows[c->balance->row_count++] = row;
}

static int list_rows(counting *c)
{
    schakel_balance *balance = c->balance;
    balance->rows = sk_arena_array(&balance->arena, c->adult_count, KIND_COUNT * sizeof *balance->rows, 0);
    if (balance->rows == NULL)
        return 0;
    for (size_t i = 0; i < c->adult_count; i++) {
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        schakel_school_get_adult(c->school, i, &adult);
        for (int kind = 0; kind < KIND_COUNT; kind++)
            if (is_asked_so(c, i, &adult, (schakel_asked_kind)kind))
                add_row(c, i, &adult, (schakel_asked_kind)kind);
    }
    qsort(balance->rows, balance->row_count, sizeof *balance->rows, by_kind);
    return 1;
}

/* ------------------------------------------------------------ public calls */

static schakel_status take_options(const schakel_school *school, const schakel_balance_options *given,
                                   schakel_balance_options *out, schakel_error *error)
{
    const schakel_balance_options defaults = SCHAKEL_BALANCE_OPTIONS_INIT;
    *out = defaults;
    if (given != NULL && !sk_record_in(given, out, sizeof *out))
        return sk_fail_misuse(error, "expected options with their struct_size");
    return sk_take_days(school, &out->from, &out->until, error);
}

/* Returns 0 when memory ran out. */
static int fill(counting *c)
{
    sk_arena_init(&c->work, &c->balance->allocator);
    int fine = count_asks(c) && list_offers(c) && list_expectations(c) && list_rows(c);
    sk_arena_destroy(&c->work);
    return fine;
}

schakel_status schakel_balance_make(const schakel_school *school, const schakel_balance_options *options,
                                    schakel_balance **out, schakel_error *error)
{
    if (out == NULL)
        return sk_fail_misuse(error, "no place to put the balance");
    *out = NULL;
    if (school == NULL)
        return sk_fail_misuse(error, "expected a school");
    counting c = {.school = school, .adult_count = schakel_school_count(school, SCHAKEL_KIND_ADULT)};
    schakel_status status = take_options(school, options, &c.options, error);
    if (status != SCHAKEL_OK)
        return status;
    const schakel_allocator *allocator = sk_handle_allocator(school);
    c.balance = sk_alloc_zeroed(allocator, 1, sizeof *c.balance);
    if (c.balance == NULL)
        return sk_fail_memory(error);
    c.balance->allocator = *allocator;
    sk_arena_init(&c.balance->arena, &c.balance->allocator);
    if (!fill(&c)) {
        schakel_balance_destroy(c.balance);
        return sk_fail_memory(error);
    }
    *out = c.balance;
    return SCHAKEL_OK;
}

void schakel_balance_destroy(schakel_balance *balance)
{
    if (balance == NULL)
        return;
    schakel_allocator allocator = balance->allocator;
    sk_arena_destroy(&balance->arena);
    sk_free(&allocator, balance);
}

size_t schakel_balance_count(const schakel_balance *balance)
{
    return balance != NULL ? balance->row_count : 0;
}

schakel_status schakel_balance_get(const schakel_balance *balance, size_t index, schakel_balance_row *out)
{
    if (balance == NULL || out == NULL || index >= balance->row_count)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &balance->rows[index], sizeof balance->rows[index]) ? SCHAKEL_OK
                                                                                  : SCHAKEL_MISUSE;
}

size_t schakel_balance_expectation_count(const schakel_balance *balance)
{
    return balance != NULL ? balance->expectation_count : 0;
}

schakel_status schakel_balance_get_expectation(const schakel_balance *balance, size_t index,
                                               schakel_expectation *out)
{
    if (balance == NULL || out == NULL || index >= balance->expectation_count)
        return SCHAKEL_MISUSE;
    const schakel_expectation *expectation = &balance->expectations[index];
    return sk_record_out(out, expectation, sizeof *expectation) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}
