/* How people without a good shared language will understand each other in a talk. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "outreach/bridge.h"

enum { DAY_END = 1440 };

/* ---------------------------------------------------------------------- ways */

int sk_bridge_add_way(sk_bridging *b, schakel_bridge bridge, sk_way_reason reason, const char *language,
                      const char *adult_id, const char *staff_id)
{
    schakel_bridge_plan *plan = b->plan;
    schakel_bridge_way way = SCHAKEL_BRIDGE_WAY_INIT;
    if (!sk_grow(&plan->allocator, &plan->ways, &plan->way_capacity, plan->way_count + 1, sizeof way))
        return 0;
    way.bridge = bridge;
    way.language = language;
    way.adult_id = adult_id;
    way.staff_id = staff_id;
    sk_bridge_say_way(&way, reason);
    plan->ways[plan->way_count++] = way;
    return 1;
}

/* A way in the language of the plan, in which nobody of the school helps. */
static int add_plain_way(sk_bridging *b, schakel_bridge bridge, sk_way_reason reason)
{
    return sk_bridge_add_way(b, bridge, reason, b->plan->summary.language, NULL, NULL);
}

/* A language of those in need with one of the staff, when all of them speak it well, or perhaps do. */
static int add_shared_with(sk_bridging *b, const sk_tongue *tongue, const schakel_staff *staff)
{
    sk_well well = sk_speaks_well(sk_skill_in(staff->languages, staff->language_count, tongue->tag));
    sk_well least = well < tongue->of_all ? well : tongue->of_all;
    sk_way_reason reason = least == SK_WELL_YES ? SK_WAY_SHARED : SK_WAY_PERHAPS_SHARED;
    return least == SK_WELL_NO ||
           sk_bridge_add_way(b, SCHAKEL_BRIDGE_SHARED_LANGUAGE, reason, tongue->tag, NULL, staff->id);
}

static int add_shared(sk_bridging *b)
{
    size_t before = b->plan->way_count;
    for (size_t i = 0; i < b->tongue_count; i++)
        for (size_t k = 0; k < b->staff.count; k++)
            if (!add_shared_with(b, &b->tongues[i], b->staff.entries[k]))
                return 0;
    sk_way_reason reason = b->tongue_count > 0 ? SK_WAY_NOT_SHARED : SK_WAY_NO_LANGUAGE;
    return b->plan->way_count > before || add_plain_way(b, SCHAKEL_BRIDGE_SHARED_LANGUAGE, reason);
}

/* What those who are served answered: yes when one did, or else unasked when one was not. */
static schakel_answered answer_of(const sk_bridging *b, int by_video)
{
    schakel_answered answer = SCHAKEL_NO;
    /* Without a language that is known nobody is served yet, and all may say. */
    size_t count = b->tongue_count > 0 ? b->served_count : b->in_need.count;
    for (size_t i = 0; i < count; i++) {
        const schakel_adult *adult = b->in_need.entries[i];
        schakel_answered one = by_video ? adult->video_interpreter : adult->brings_interpreter;
        if (one == SCHAKEL_YES)
            return SCHAKEL_YES;
        answer = one == SCHAKEL_UNASKED ? one : answer;
    }
    return answer;
}

static int add_nearby(sk_bridging *b)
{
    static const sk_way_reason reasons[] = {SK_WAY_BROUGHT_UNASKED, SK_WAY_BROUGHT, SK_WAY_NOT_BROUGHT};
    return add_plain_way(b, SCHAKEL_BRIDGE_NEARBY, reasons[answer_of(b, 0)]) && sk_bridge_add_helpers(b);
}

static int add_video(sk_bridging *b)
{
    static const sk_way_reason reasons[] = {SK_WAY_VIDEO_UNASKED, SK_WAY_VIDEO, SK_WAY_NO_VIDEO};
    return add_plain_way(b, SCHAKEL_BRIDGE_VIDEO, reasons[answer_of(b, 1)]);
}

static int add_machine(sk_bridging *b)
{
    return add_plain_way(b, SCHAKEL_BRIDGE_MACHINE,
                         b->tongue_count > 0 ? SK_WAY_MACHINE : SK_WAY_NO_LANGUAGE);
}

static int add_telephone(sk_bridging *b)
{
    return add_plain_way(b, SCHAKEL_BRIDGE_TELEPHONE,
                         b->tongue_count > 0 ? SK_WAY_TELEPHONE : SK_WAY_NO_LANGUAGE);
}

static int add_ways(sk_bridging *b)
{
    static int (*const add[])(sk_bridging *) = {
        [SCHAKEL_BRIDGE_SHARED_LANGUAGE] = add_shared,
        [SCHAKEL_BRIDGE_NEARBY] = add_nearby,
        [SCHAKEL_BRIDGE_VIDEO] = add_video,
        [SCHAKEL_BRIDGE_MACHINE] = add_machine,
        [SCHAKEL_BRIDGE_TELEPHONE] = add_telephone,
    };
    for (int i = SCHAKEL_BRIDGE_SHARED_LANGUAGE; i <= SCHAKEL_BRIDGE_TELEPHONE; i++) {
        int is_offered = (b->options.offered >> i & 1) != 0;
        if (is_offered ? !add[i](b) : !add_plain_way(b, (schakel_bridge)i, SK_WAY_NOT_AT_SCHOOL))
            return 0;
    }
    return 1;
}

/* ------------------------------------------------------------------- summary */

static void take_first_possible(schakel_bridge_plan *plan)
{
    for (size_t i = 0; i < plan->way_count; i++) {
        if (!plan->ways[i].possible)
            continue;
        plan->summary.bridge = plan->ways[i].bridge;
        plan->summary.language = plan->ways[i].language;
        return;
    }
}

static int somebody_reads_little(const sk_bridging *b)
{
    for (size_t i = 0; i < b->served_count; i++) {
        const schakel_adult *adult = b->in_need.entries[i];
        schakel_level reading = sk_adult_skill(adult, b->tongues[0].tag).reading;
        if (reading != SCHAKEL_LEVEL_UNKNOWN && reading < SCHAKEL_LEVEL_A2)
            return 1;
    }
    return 0;
}

static unsigned what_holds(const sk_bridging *b)
{
    static const unsigned of_bridge[] = {
        [SCHAKEL_BRIDGE_NEARBY] = SK_WHEN_INTERPRETED,
        [SCHAKEL_BRIDGE_VIDEO] = SK_WHEN_INTERPRETED | SK_WHEN_TECHNICAL,
        [SCHAKEL_BRIDGE_MACHINE] = SK_WHEN_TECHNICAL | SK_WHEN_MACHINE,
        [SCHAKEL_BRIDGE_TELEPHONE] = SK_WHEN_INTERPRETED | SK_WHEN_TECHNICAL,
    };
    unsigned holds = of_bridge[b->plan->summary.bridge];
    if (b->tongue_count > 0 && b->served_count < b->in_need.count)
        holds |= SK_WHEN_NOT_ALL;
    return somebody_reads_little(b) ? holds | SK_WHEN_READS_LITTLE : holds;
}

static int fill(sk_bridging *b)
{
    schakel_bridge_summary *summary = &b->plan->summary;
    if (!sk_bridge_read_languages(b))
        return 0;
    *summary = (schakel_bridge_summary)SCHAKEL_BRIDGE_SUMMARY_INIT;
    summary->date = b->options.date;
    summary->start = b->options.start;
    summary->needed = b->in_need.count > 0;
    summary->minutes = b->options.minutes + (summary->needed ? b->options.bridge_minutes : 0);
    summary->language = !summary->needed ? "nl" : b->tongue_count > 0 ? b->tongues[0].tag : "und";
    if (summary->needed) {
        if (!add_ways(b))
            return 0;
        take_first_possible(b->plan);
        sk_bridge_prepare(b->plan, what_holds(b));
    }
    sk_bridge_say_summary(summary);
    return 1;
}

/* -------------------------------------------------------------------- reading */

static schakel_status check_start(const schakel_bridge_options *options, schakel_error *error)
{
    char found[SCHAKEL_TIME_SIZE], last[SCHAKEL_TIME_SIZE];
    schakel_time latest = DAY_END - options->minutes - options->bridge_minutes;
    if (options->start >= 0 && options->start <= latest)
        return SCHAKEL_OK;
    schakel_time_format(options->start, found);
    schakel_time_format(latest, last);
    return sk_fail(error, SCHAKEL_INVALID, "/start",
                   "expected a time up to %s, so that the talk is over by midnight, found %s", last,
                   found[0] != '\0' ? found : "none");
}

static schakel_status check_options(const schakel_bridge_options *options, schakel_error *error)
{
    if ((options->adult_count > 0 && options->adult_ids == NULL) ||
        (options->staff_count > 0 && options->staff_ids == NULL))
        return sk_fail_misuse(error, "expected the ids of who is in the talk");
    if (options->adult_count == 0 || options->staff_count == 0)
        return sk_fail(error, SCHAKEL_INVALID, options->adult_count == 0 ? "/adults" : "/staff",
                       "expected at least one");
    if (schakel_date_to_ymd(options->date, NULL, NULL, NULL) != SCHAKEL_OK)
        return sk_fail(error, SCHAKEL_INVALID, "/date", "expected a date in the years 1 to 9999");
    if (options->offered & ~SCHAKEL_BRIDGES_ALL)
        return sk_fail(error, SCHAKEL_INVALID, "/offered", "expected bridges that exist");
    schakel_status status = sk_check_number(error, "/minutes", options->minutes, 5, 240);
    if (status == SCHAKEL_OK)
        status = sk_check_number(error, "/bridge_minutes", options->bridge_minutes, 0, 240);
    return status == SCHAKEL_OK && options->start != SCHAKEL_NO_TIME ? check_start(options, error) : status;
}

static int by_id(const void *a, const void *b)
{
    const record_head *one = *(const void *const *)a, *other = *(const void *const *)b;
    return strcmp(one->id, other->id);
}

/* Find people by their ids; each counts once. */
static schakel_status find_people(const sk_bridging *b, schakel_kind kind, const char *const *ids,
                                  size_t count, sk_people *out, schakel_error *error)
{
    int is_staff = kind == SCHAKEL_KIND_STAFF;
    out->entries = sk_arena_alloc(&b->plan->arena, count * sizeof *out->entries);
    if (out->entries == NULL)
        return sk_fail_memory(error);
    for (size_t i = 0; i < count; i++) {
        char path[32];
        if (ids[i] == NULL)
            return sk_fail_misuse(error, "expected the ids of who is in the talk");
        size_t index = schakel_school_find(b->school, kind, ids[i]);
        snprintf(path, sizeof path, "%s/%zu", is_staff ? "/staff" : "/adults", i);
        if (index == SCHAKEL_NONE)
            return sk_fail(error, SCHAKEL_NOT_FOUND, path, "there is no %s with id \"%s\"",
                           is_staff ? "member of the staff" : "adult", ids[i]);
        out->entries[i] = sk_entry(b->school, kind, index);
    }
    qsort(out->entries, count, sizeof *out->entries, by_id);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || out->entries[i] != out->entries[i - 1])
            out->entries[out->count++] = out->entries[i];
    return SCHAKEL_OK;
}

/* -------------------------------------------------------------- public calls */

static schakel_status plan_bridge(sk_bridging *b, schakel_error *error)
{
    const schakel_bridge_options *o = &b->options;
    schakel_status status =
        find_people(b, SCHAKEL_KIND_ADULT, o->adult_ids, o->adult_count, &b->adults, error);
    if (status == SCHAKEL_OK)
        status = find_people(b, SCHAKEL_KIND_STAFF, o->staff_ids, o->staff_count, &b->staff, error);
    if (status != SCHAKEL_OK)
        return status;
    return fill(b) ? SCHAKEL_OK : sk_fail_memory(error);
}

schakel_status schakel_bridge_plan_make(const schakel_school *school, const schakel_bridge_options *options,
                                        schakel_bridge_plan **out, schakel_error *error)
{
    sk_bridging b = {.school = school, .options = SCHAKEL_BRIDGE_OPTIONS_INIT};
    if (out != NULL)
        *out = NULL;
    if (school == NULL || options == NULL || out == NULL ||
        !sk_record_in(options, &b.options, sizeof b.options))
        return sk_fail_misuse(error,
                              "expected a school, options with their struct_size and a place for the plan");
    schakel_status status = check_options(&b.options, error);
    if (status != SCHAKEL_OK)
        return status;
    if (b.options.offered == 0)
        b.options.offered = SCHAKEL_BRIDGES_ALL;
    b.plan = sk_alloc_zeroed(sk_handle_allocator(school), 1, sizeof *b.plan);
    if (b.plan == NULL)
        return sk_fail_memory(error);
    b.plan->allocator = *sk_handle_allocator(school);
    sk_arena_init(&b.plan->arena, &b.plan->allocator);
    status = plan_bridge(&b, error);
    if (status == SCHAKEL_OK)
        *out = b.plan;
    else
        schakel_bridge_plan_destroy(b.plan);
    return status;
}

void schakel_bridge_plan_destroy(schakel_bridge_plan *plan)
{
    if (plan == NULL)
        return;
    schakel_allocator allocator = plan->allocator;
    sk_arena_destroy(&plan->arena);
    sk_free(&allocator, plan->ways);
    sk_free(&allocator, plan);
}

schakel_status schakel_bridge_plan_get_summary(const schakel_bridge_plan *plan, schakel_bridge_summary *out)
{
    if (plan == NULL || out == NULL)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &plan->summary, sizeof plan->summary) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_bridge_plan_way_count(const schakel_bridge_plan *plan)
{
    return plan == NULL ? 0 : plan->way_count;
}

schakel_status schakel_bridge_plan_get_way(const schakel_bridge_plan *plan, size_t index,
                                           schakel_bridge_way *out)
{
    if (plan == NULL || out == NULL || index >= plan->way_count)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &plan->ways[index], sizeof plan->ways[index]) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}

size_t schakel_bridge_plan_preparation_count(const schakel_bridge_plan *plan)
{
    return plan == NULL ? 0 : plan->preparation_count;
}
