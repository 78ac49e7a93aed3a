/*
 * Adding records. Each function copies the caller's record over its defaults,
 * passes every member through a check that also copies it into the school, and
 * appends the result. The first check that fails decides; nothing is visible before
 * the append.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/unicode.h"
#include "school/model.h"

typedef struct adding {
    schakel_school *school;
    schakel_error *error;
    schakel_status status;
    const char *list; /* the list whose item is being checked, "/windows"; NULL for the record itself */
    size_t index;     /* of that item */
} adding;

enum { ID_MAX = 255 };

/* ------------------------------------------------------------------ members */

/* The member is as the document calls it, "/name"; "" for an item of a list itself. */
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
static void
refuse(adding *a, schakel_status status, const char *member, const char *format, ...)
{
    char path[64];
    if (a->list == NULL)
        snprintf(path, sizeof path, "%s", member);
    else
        snprintf(path, sizeof path, "%s/%zu%s", a->list, a->index, member);
    va_list arguments;
    va_start(arguments, format);
    a->status = sk_fail_list(a->error, status, path, format, arguments);
    va_end(arguments);
}

static void out_of_memory(adding *a)
{
    a->status = sk_fail_memory(a->error);
}

/* Text that may be NULL. It is copied and not interned: names differ, and nobody looks for them. */
static void take_text(adding *a, const char **text, const char *member)
{
    if (a->status != SCHAKEL_OK || *text == NULL)
        return;
    size_t length = strlen(*text);
    if (!sk_utf8_valid(*text, length, NULL))
        refuse(a, SCHAKEL_INVALID, member, "expected UTF-8");
    else if ((*text = sk_arena_text(&a->school->strings.arena, *text, length)) == NULL)
        out_of_memory(a);
}

/* Text that is not NULL and stands for itself: an id, a language. */
static void take_key(adding *a, const char **text, const char *member)
{
    if (!sk_utf8_valid(*text, strlen(*text), NULL))
        refuse(a, SCHAKEL_INVALID, member, "expected UTF-8");
    else if ((*text = sk_strings_intern(&a->school->strings, *text)) == NULL)
        out_of_memory(a);
}

/* An id: required, short, without control characters. */
static void take_id(adding *a, const char **id, const char *member)
{
    if (a->status != SCHAKEL_OK)
        return;
    size_t length = *id == NULL ? 0 : strlen(*id);
    int has_control = 0;
    for (size_t i = 0; i < length; i++)
        has_control |= (unsigned char)(*id)[i] < 0x20 || (*id)[i] == 0x7F;
    if (length == 0 || length > ID_MAX || has_control)
        refuse(a, SCHAKEL_INVALID, member, "expected an id of 1 to 255 bytes without control characters");
    else
        take_key(a, id, member);
}

static void take_own_id(adding *a, schakel_kind kind, const char **id)
{
    take_id(a, id, "/id");
    if (a->status == SCHAKEL_OK && sk_find_entry(a->school, kind, *id) != NULL)
        refuse(a, SCHAKEL_DUPLICATE, "/id", "the id \"%s\" is taken by another %s", *id, sk_kind_name(kind));
}

/* A reference that must hit something; returns what it hit, or NULL when a check failed. */
static void *take_reference(adding *a, schakel_kind kind, const char **id, const char *member)
{
    take_id(a, id, member);
    if (a->status != SCHAKEL_OK)
        return NULL;
    void *entry = sk_find_entry(a->school, kind, *id);
    if (entry == NULL)
        refuse(a, SCHAKEL_NOT_FOUND, member, "there is no %s with id \"%s\"", sk_kind_name(kind), *id);
    return entry;
}

static void take_optional_reference(adding *a, schakel_kind kind, const char **id, const char *member)
{
    if (*id != NULL)
        take_reference(a, kind, id, member);
}

static void take_number(adding *a, int32_t value, int32_t low, int32_t high, const char *member)
{
    if (a->status == SCHAKEL_OK && (value < low || value > high))
        refuse(a, SCHAKEL_INVALID, member, "expected a number from %d to %d, found %d", (int)low, (int)high,
               (int)value);
}

static void take_date(adding *a, schakel_date date, const char *member)
{
    if (a->status == SCHAKEL_OK && schakel_date_to_ymd(date, NULL, NULL, NULL) != SCHAKEL_OK)
        refuse(a, SCHAKEL_INVALID, member, "expected a date in the years 1 to 9999");
}

static void take_times(adding *a, schakel_time start, schakel_time end)
{
    take_number(a, start, 0, 1440, "/start");
    take_number(a, end, 0, 1440, "/end");
    if (a->status == SCHAKEL_OK && end <= start)
        refuse(a, SCHAKEL_INVALID, "/end", "expected an end later than the start");
}

/* -------------------------------------------------------------------- lists */

/*
 * Copy a list into the arena and turn to its items; done_with_list() turns back. NULL when
 * the list is empty or a check failed.
 */
static void *take_list(adding *a, const void *items, size_t count, size_t size, const char *list)
{
    if (a->status != SCHAKEL_OK || count == 0)
        return NULL;
    if (items == NULL) {
        refuse(a, SCHAKEL_INVALID, list, "expected as many items as the count says, found none");
        return NULL;
    }
    if (count > SCHAKEL_LIST_MAX) {
        refuse(a, SCHAKEL_TOO_LARGE, list, "expected at most %d items, found %zu", SCHAKEL_LIST_MAX, count);
        return NULL;
    }
    void *copy = sk_arena_alloc(&a->school->arena, count * size);
    if (copy == NULL)
        out_of_memory(a);
    else
        memcpy(copy, items, count * size);
    a->list = list;
    return copy;
}

static void done_with_list(adding *a)
{
    a->list = NULL;
}

static void take_references(adding *a, schakel_kind kind, const char *const **ids, size_t count,
                            const char *list)
{
    const char **copy = take_list(a, *ids, count, sizeof **ids, list);
    for (size_t i = 0; copy != NULL && i < count && a->status == SCHAKEL_OK; i++) {
        a->index = i;
        take_reference(a, kind, &copy[i], "");
        for (size_t j = 0; j < i && a->status == SCHAKEL_OK; j++)
            if (copy[j] == copy[i])
                refuse(a, SCHAKEL_DUPLICATE, "", "\"%s\" is there twice", copy[i]);
    }
    done_with_list(a);
    *ids = copy;
}

static int is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The outer form of a BCP 47 tag (RFC 5646): 2 to 8 letters, then parts of 1 to 8 letters or digits. */
static int is_language_tag(const char *tag)
{
    size_t part = 0;
    for (const char *c = tag; c - tag < 36; c++) {
        if (*c == '-' || *c == '\0') {
            if (part == 0 || part > 8 || (c - tag == 1))
                return 0;
            if (*c == '\0')
                return 1;
            part = 0;
        } else if (is_letter(*c) || (*c >= '0' && *c <= '9' && memchr(tag, '-', (size_t)(c - tag)) != NULL)) {
            part++;
        } else {
            return 0;
        }
    }
    return 0;
}

static void take_language(adding *a, const char **tag, const char *member)
{
    if (a->status != SCHAKEL_OK)
        return;
    if (*tag == NULL || !is_language_tag(*tag))
        refuse(a, SCHAKEL_INVALID, member, "expected a language tag of BCP 47, such as \"nl\" or \"ar-SY\"");
    else
        take_key(a, tag, member);
}

static void take_skills(adding *a, const schakel_language_skill **skills, size_t count)
{
    schakel_language_skill *copy = take_list(a, *skills, count, sizeof **skills, "/languages");
    for (size_t i = 0; copy != NULL && i < count && a->status == SCHAKEL_OK; i++) {
        a->index = i;
        take_language(a, &copy[i].tag, "/tag");
        for (size_t j = 0; j < i && a->status == SCHAKEL_OK; j++)
            if (copy[j].tag == copy[i].tag)
                refuse(a, SCHAKEL_DUPLICATE, "/tag", "language \"%s\" is there twice", copy[i].tag);
        take_number(a, (int32_t)copy[i].speaking, SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_C2, "/speaking");
        take_number(a, (int32_t)copy[i].reading, SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_C2, "/reading");
    }
    done_with_list(a);
    *skills = copy;
}

static void take_languages(adding *a, const char *const **tags, size_t count)
{
    const char **copy = take_list(a, *tags, count, sizeof **tags, "/languages");
    for (size_t i = 0; copy != NULL && i < count && a->status == SCHAKEL_OK; i++) {
        a->index = i;
        take_language(a, &copy[i], "");
    }
    done_with_list(a);
    *tags = copy;
}

static void take_windows(adding *a, const schakel_window **windows, size_t count)
{
    schakel_window *copy = take_list(a, *windows, count, sizeof **windows, "/windows");
    for (size_t i = 0; copy != NULL && i < count && a->status == SCHAKEL_OK; i++) {
        a->index = i;
        take_times(a, copy[i].start, copy[i].end);
        if (a->status == SCHAKEL_OK && (copy[i].weekdays == 0 || copy[i].weekdays > 0x7F))
            refuse(a, SCHAKEL_INVALID, "/days", "expected at least one day of the week");
    }
    done_with_list(a);
    *windows = copy;
}

static void take_exceptions(adding *a, const schakel_exception **exceptions, size_t count)
{
    schakel_exception *copy = take_list(a, *exceptions, count, sizeof **exceptions, "/exceptions");
    for (size_t i = 0; copy != NULL && i < count && a->status == SCHAKEL_OK; i++) {
        a->index = i;
        take_date(a, copy[i].date, "/date");
        take_times(a, copy[i].start, copy[i].end);
        take_number(a, copy[i].available, 0, 1, "/available");
    }
    done_with_list(a);
    *exceptions = copy;
}

/* ------------------------------------------------------------------- begin, end */

/* Copy the caller's record over the defaults in `full`. Returns 0 after filling a->status when it can't be. */
static int begin(adding *a, schakel_school *school, const void *record, void *full, size_t size,
                 schakel_error *error)
{
    *a = (adding){school, error, SCHAKEL_OK, NULL, 0};
    if (school == NULL || record == NULL || !sk_record_in(record, full, size))
        a->status = sk_fail_misuse(error, "expected a school and a record with its struct_size");
    return a->status == SCHAKEL_OK;
}

/* Append an entry whose record has passed all checks. */
static schakel_status append(adding *a, schakel_kind kind, const void *entry)
{
    table *records = &a->school->tables[kind];
    if (a->status != SCHAKEL_OK)
        return a->status;
    if (!sk_grow(&a->school->allocator, &records->entries, &records->capacity, records->count + 1,
                 records->entry_size) ||
        !sk_index_reserve(&records->by_id))
        return sk_fail_memory(a->error);
    memcpy(sk_entry(records, records->count), entry, records->entry_size);
    sk_index_set(&records->by_id, sk_entry_id(records, records->count), records->count);
    records->count++;
    return SCHAKEL_OK;
}

/* ------------------------------------------------------------------ records */

schakel_status schakel_school_set_info(schakel_school *school, const schakel_school_info *info,
                                       schakel_error *error)
{
    adding a;
    schakel_school_info full = SCHAKEL_SCHOOL_INFO_INIT;
    if (!begin(&a, school, info, &full, sizeof full, error))
        return a.status;
    take_id(&a, &full.id, "/id");
    take_text(&a, &full.name, "/name");
    take_number(&a, (int32_t)full.stage, SCHAKEL_STAGE_PRESCHOOL, SCHAKEL_STAGE_MBO, "/stage");
    take_date(&a, full.year_start, "/year_start");
    take_date(&a, full.year_end, "/year_end");
    if (a.status == SCHAKEL_OK && full.year_end < full.year_start)
        refuse(&a, SCHAKEL_INVALID, "/year_end",
               "expected an end that is not before the start of the school year");
    take_text(&a, &full.extra, "/extra");
    take_text(&a, &full.document_extra, "/document_extra");
    if (a.status == SCHAKEL_OK)
        school->info = full;
    return a.status;
}

schakel_status schakel_school_add_staff(schakel_school *school, const schakel_staff *staff,
                                        schakel_error *error)
{
    adding a;
    schakel_staff full = SCHAKEL_STAFF_INIT;
    if (!begin(&a, school, staff, &full, sizeof full, error))
        return a.status;
    take_own_id(&a, SCHAKEL_KIND_STAFF, &full.id);
    take_text(&a, &full.name, "/name");
    take_number(&a, (int32_t)full.role, SCHAKEL_STAFF_TEACHER, SCHAKEL_STAFF_OTHER, "/role");
    take_text(&a, &full.extra, "/extra");
    return append(&a, SCHAKEL_KIND_STAFF, &full);
}

schakel_status schakel_school_add_group(schakel_school *school, const schakel_group *group,
                                        schakel_error *error)
{
    adding a;
    schakel_group full = SCHAKEL_GROUP_INIT;
    if (!begin(&a, school, group, &full, sizeof full, error))
        return a.status;
    take_own_id(&a, SCHAKEL_KIND_GROUP, &full.id);
    take_text(&a, &full.name, "/name");
    take_number(&a, full.year, 0, 8, "/year");
    take_references(&a, SCHAKEL_KIND_STAFF, &full.staff_ids, full.staff_count, "/staff");
    take_text(&a, &full.extra, "/extra");
    return append(&a, SCHAKEL_KIND_GROUP, &full);
}

schakel_status schakel_school_add_concept(schakel_school *school, const schakel_concept *concept_,
                                          schakel_error *error)
{
    adding a;
    schakel_concept full = SCHAKEL_CONCEPT_INIT;
    if (!begin(&a, school, concept_, &full, sizeof full, error))
        return a.status;
    take_own_id(&a, SCHAKEL_KIND_CONCEPT, &full.id);
    take_text(&a, &full.label_nl, "/nl");
    take_text(&a, &full.label_en, "/en");
    take_optional_reference(&a, SCHAKEL_KIND_CONCEPT, &full.broader_id, "/broader");
    take_text(&a, &full.extra, "/extra");
    return append(&a, SCHAKEL_KIND_CONCEPT, &full);
}

schakel_status schakel_school_add_adult(schakel_school *school, const schakel_adult *adult,
                                        schakel_error *error)
{
    adding a;
    adult_entry entry = {SCHAKEL_ADULT_INIT, {NULL, 0}};
    schakel_adult *full = &entry.record;
    if (!begin(&a, school, adult, full, sizeof *full, error))
        return a.status;
    take_own_id(&a, SCHAKEL_KIND_ADULT, &full->id);
    take_text(&a, &full->name, "/name");
    take_skills(&a, &full->languages, full->language_count);
    take_windows(&a, &full->windows, full->window_count);
    take_exceptions(&a, &full->exceptions, full->exception_count);
    take_number(&a, full->cap, 0, SCHAKEL_NUMBER_MAX, "/cap");
    take_text(&a, &full->extra, "/extra");
    return append(&a, SCHAKEL_KIND_ADULT, &entry);
}

schakel_status schakel_school_add_child(schakel_school *school, const schakel_child *child,
                                        schakel_error *error)
{
    adding a;
    child_entry entry = {SCHAKEL_CHILD_INIT, {NULL, 0}};
    schakel_child *full = &entry.record;
    if (!begin(&a, school, child, full, sizeof *full, error))
        return a.status;
    take_own_id(&a, SCHAKEL_KIND_CHILD, &full->id);
    take_text(&a, &full->name, "/name");
    take_optional_reference(&a, SCHAKEL_KIND_GROUP, &full->group_id, "/group");
    take_text(&a, &full->extra, "/extra");
    return append(&a, SCHAKEL_KIND_CHILD, &entry);
}

schakel_status schakel_school_add_offer(schakel_school *school, const schakel_offer *offer,
                                        schakel_error *error)
{
    adding a;
    schakel_offer full = SCHAKEL_OFFER_INIT;
    if (!begin(&a, school, offer, &full, sizeof full, error))
        return a.status;
    take_own_id(&a, SCHAKEL_KIND_OFFER, &full.id);
    take_reference(&a, SCHAKEL_KIND_ADULT, &full.adult_id, "/adult");
    take_references(&a, SCHAKEL_KIND_CONCEPT, &full.concept_ids, full.concept_count, "/concepts");
    if (a.status == SCHAKEL_OK && full.concept_count == 0)
        refuse(&a, SCHAKEL_INVALID, "/concepts", "expected at least one concept");
    take_number(&a, full.cap, 0, SCHAKEL_NUMBER_MAX, "/cap");
    take_number(&a, full.notice, 0, SCHAKEL_NUMBER_MAX, "/notice");
    take_number(&a, (int32_t)full.limit, SCHAKEL_LIMIT_NONE, SCHAKEL_LIMIT_NEVER, "/limit");
    take_languages(&a, &full.languages, full.language_count);
    take_windows(&a, &full.windows, full.window_count);
    take_exceptions(&a, &full.exceptions, full.exception_count);
    take_text(&a, &full.text, "/text");
    take_text(&a, &full.extra, "/extra");
    return append(&a, SCHAKEL_KIND_OFFER, &full);
}

schakel_status schakel_school_add_need(schakel_school *school, const schakel_need *need, schakel_error *error)
{
    adding a;
    need_entry entry = {SCHAKEL_NEED_INIT, NULL, 0, 0};
    schakel_need *full = &entry.record;
    if (!begin(&a, school, need, full, sizeof *full, error))
        return a.status;
    if (full->last_date == SCHAKEL_NO_DATE)
        full->last_date = full->date;
    take_own_id(&a, SCHAKEL_KIND_NEED, &full->id);
    take_text(&a, &full->title, "/title");
    take_optional_reference(&a, SCHAKEL_KIND_GROUP, &full->group_id, "/group");
    take_date(&a, full->date, "/date");
    take_date(&a, full->last_date, "/last_date");
    if (a.status == SCHAKEL_OK && full->last_date < full->date)
        refuse(&a, SCHAKEL_INVALID, "/last_date", "expected a last date that is not before the date");
    if (a.status == SCHAKEL_OK && full->last_date - full->date > SCHAKEL_NEED_DAYS_MAX)
        refuse(&a, SCHAKEL_INVALID, "/last_date", "expected a last date at most 366 days after the date");
    if (full->start != SCHAKEL_NO_TIME || full->end != SCHAKEL_NO_TIME)
        take_times(&a, full->start, full->end);
    take_number(&a, full->notice, 0, SCHAKEL_NUMBER_MAX, "/notice");
    take_number(&a, (int32_t)full->priority, SCHAKEL_PRIORITY_LOW, SCHAKEL_PRIORITY_HIGH, "/priority");
    take_text(&a, &full->extra, "/extra");
    return append(&a, SCHAKEL_KIND_NEED, &entry);
}

schakel_status schakel_school_add_ask(schakel_school *school, const schakel_ask *ask, schakel_error *error)
{
    adding a;
    schakel_ask full = SCHAKEL_ASK_INIT;
    if (!begin(&a, school, ask, &full, sizeof full, error))
        return a.status;
    take_own_id(&a, SCHAKEL_KIND_ASK, &full.id);
    take_reference(&a, SCHAKEL_KIND_ADULT, &full.adult_id, "/adult");
    if (a.status == SCHAKEL_OK && (full.need_id == NULL) != (full.place_id == NULL))
        refuse(&a, SCHAKEL_INVALID, "/place", "expected a need and a place together, or neither");
    if (full.need_id != NULL) {
        const need_entry *need = take_reference(&a, SCHAKEL_KIND_NEED, &full.need_id, "/need");
        take_id(&a, &full.place_id, "/place");
        size_t i = 0;
        while (a.status == SCHAKEL_OK && i < need->place_count && need->places[i].id != full.place_id)
            i++;
        if (a.status == SCHAKEL_OK && i == need->place_count)
            a.status = sk_fail(error, SCHAKEL_NOT_FOUND, "/place", "need \"%s\" has no place with id \"%s\"",
                               full.need_id, full.place_id);
    }
    if (full.offer_id != NULL) {
        const schakel_offer *offer = take_reference(&a, SCHAKEL_KIND_OFFER, &full.offer_id, "/offer");
        if (a.status == SCHAKEL_OK && offer->adult_id != full.adult_id)
            refuse(&a, SCHAKEL_INVALID, "/offer", "expected an offer of the adult who is asked");
    }
    take_date(&a, full.date, "/date");
    take_number(&a, (int32_t)full.state, SCHAKEL_ASK_OPEN, SCHAKEL_ASK_NO_SHOW, "/state");
    take_text(&a, &full.extra, "/extra");
    return append(&a, SCHAKEL_KIND_ASK, &full);
}

/* --------------------------------------------------------- places and ties */

schakel_status schakel_school_add_place(schakel_school *school, const schakel_place *place,
                                        schakel_error *error)
{
    adding a;
    schakel_place full = SCHAKEL_PLACE_INIT;
    if (!begin(&a, school, place, &full, sizeof full, error))
        return a.status;
    need_entry *need = take_reference(&a, SCHAKEL_KIND_NEED, &full.need_id, "/need");
    take_id(&a, &full.id, "/id");
    take_reference(&a, SCHAKEL_KIND_CONCEPT, &full.concept_id, "/concept");
    take_number(&a, full.count, 1, SCHAKEL_NUMBER_MAX, "/count");
    if (full.language != NULL)
        take_language(&a, &full.language, "/language");
    take_text(&a, &full.extra, "/extra");
    if (a.status != SCHAKEL_OK)
        return a.status;
    for (size_t i = 0; i < need->place_count; i++)
        if (need->places[i].id == full.id)
            return sk_fail(error, SCHAKEL_DUPLICATE, "/id", "need \"%s\" already has a place with id \"%s\"",
                           need->record.id, full.id);
    if (need->place_count == SCHAKEL_PLACES_MAX)
        return sk_fail(error, SCHAKEL_TOO_LARGE, "", "a need has at most %d places", SCHAKEL_PLACES_MAX);
    if (need->place_count == need->place_capacity) {
        /* The old array stays in the arena; doubling keeps that under what is in use. */
        size_t capacity = need->place_capacity == 0 ? 1 : need->place_capacity * 2;
        schakel_place *places = sk_arena_alloc(&school->arena, capacity * sizeof *places);
        if (places == NULL)
            return sk_fail_memory(error);
        if (need->place_count > 0)
            memcpy(places, need->places, need->place_count * sizeof *places);
        need->places = places;
        need->place_capacity = capacity;
    }
    need->places[need->place_count++] = full;
    return SCHAKEL_OK;
}

schakel_status schakel_school_add_tie(schakel_school *school, const schakel_tie *tie, schakel_error *error)
{
    adding a;
    schakel_tie full = SCHAKEL_TIE_INIT;
    if (!begin(&a, school, tie, &full, sizeof full, error))
        return a.status;
    child_entry *child = take_reference(&a, SCHAKEL_KIND_CHILD, &full.child_id, "/child");
    adult_entry *adult = take_reference(&a, SCHAKEL_KIND_ADULT, &full.adult_id, "/adult");
    take_number(&a, (int32_t)full.kind, SCHAKEL_TIE_MOTHER, SCHAKEL_TIE_OTHER, "/kind");
    take_number(&a, full.informed, 0, 1, "/informed");
    if (a.status != SCHAKEL_OK)
        return a.status;
    tie_node **of_child = &child->ties.first;
    while (*of_child != NULL && strcmp((*of_child)->tie.adult_id, full.adult_id) < 0)
        of_child = &(*of_child)->next_of_child;
    if (*of_child != NULL && (*of_child)->tie.adult_id == full.adult_id)
        return sk_fail(error, SCHAKEL_DUPLICATE, "/adult", "child \"%s\" already has a tie with adult \"%s\"",
                       full.child_id, full.adult_id);
    if (child->ties.count == SCHAKEL_TIES_MAX || adult->ties.count == SCHAKEL_TIES_MAX)
        return sk_fail(error, SCHAKEL_TOO_LARGE, "", "a child or an adult has at most %d ties",
                       SCHAKEL_TIES_MAX);
    tie_node **of_adult = &adult->ties.first;
    while (*of_adult != NULL && strcmp((*of_adult)->tie.child_id, full.child_id) < 0)
        of_adult = &(*of_adult)->next_of_adult;
    tie_node *node = sk_arena_alloc(&school->arena, sizeof *node);
    if (node == NULL)
        return sk_fail_memory(error);
    *node = (tie_node){full, *of_child, *of_adult};
    *of_child = node;
    *of_adult = node;
    child->ties.count++;
    adult->ties.count++;
    return SCHAKEL_OK;
}
