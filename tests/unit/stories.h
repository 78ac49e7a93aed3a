/* What the stories share: the sample school, and people in it. */
#ifndef TESTS_UNIT_STORIES_H
#define TESTS_UNIT_STORIES_H

#include <string.h>

#include "schakel/schakel.h"

static inline schakel_date day(const char *text)
{
    return schakel_date_parse(text);
}

static inline schakel_school *load_sample(const char *name)
{
    char path[300];
    schakel_school *school = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    snprintf(path, sizeof path, "%s/%s", SCHAKEL_EXAMPLE_DATA, name);
    if (schakel_school_load(path, NULL, &school, &error) != SCHAKEL_OK)
        fail_msg("%s: %s %s", path, error.path, error.message);
    return school;
}

/* Add a record, which must be right. */
#define TELL(school, kind, record)                                                                           \
    do {                                                                                                     \
        schakel_error error = SCHAKEL_ERROR_INIT;                                                            \
        if (schakel_school_add_##kind(school, record, &error) != SCHAKEL_OK)                                 \
            fail_msg("%s: %s", error.path, error.message);                                                   \
    } while (0)

/* A family: a child with a mother and a father who may both be told. */
typedef struct family {
    const char *child, *mother, *father;
} family;

/* The family at a place among those of a group, in the order of the document. */
static inline family find_family(const schakel_school *school, const char *group, size_t place)
{
    family found = {NULL, NULL, NULL};
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_CHILD); i++) {
        schakel_child child = SCHAKEL_CHILD_INIT;
        family f = {NULL, NULL, NULL};
        schakel_school_get_child(school, i, &child);
        if (child.group_id == NULL || strcmp(child.group_id, group) != 0)
            continue;
        for (size_t k = 0; k < schakel_school_child_tie_count(school, i); k++) {
            schakel_tie tie = SCHAKEL_TIE_INIT;
            schakel_school_get_child_tie(school, i, k, &tie);
            int usual = tie.informed && tie.authority != SCHAKEL_AUTHORITY_HAS_NOT;
            if (usual && tie.kind == SCHAKEL_TIE_MOTHER)
                f.mother = tie.adult_id;
            if (usual && tie.kind == SCHAKEL_TIE_FATHER)
                f.father = tie.adult_id;
        }
        if (f.mother != NULL && f.father != NULL && place-- == 0) {
            f.child = child.id;
            return f;
        }
    }
    fail_msg("there is no such family in %s", group);
    return found;
}

/* How many items of a kind an agenda has about a record or a child (NULL for any). */
static inline size_t count_items(const schakel_school *school, schakel_date today, schakel_agenda_kind kind,
                                 const char *id, const char *child)
{
    schakel_agenda_options options = SCHAKEL_AGENDA_OPTIONS_INIT;
    schakel_agenda *agenda = NULL;
    size_t found = 0;
    options.today = today;
    assert_int_equal(schakel_agenda_make(school, &options, &agenda, NULL), SCHAKEL_OK);
    for (size_t i = 0; i < schakel_agenda_count(agenda); i++) {
        schakel_agenda_item item = SCHAKEL_AGENDA_ITEM_INIT;
        schakel_agenda_get(agenda, i, &item);
        found += item.kind == kind && (id == NULL || (item.id != NULL && strcmp(item.id, id) == 0)) &&
                 (child == NULL || (item.child_id != NULL && strcmp(item.child_id, child) == 0));
    }
    schakel_agenda_destroy(agenda);
    return found;
}

static inline schakel_school *look_as(const schakel_school *school, schakel_kind kind, const char *id,
                                      schakel_purpose purpose, schakel_date today)
{
    schakel_viewer viewer = SCHAKEL_VIEWER_INIT;
    schakel_school *seen = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    viewer.kind = kind;
    viewer.id = id;
    viewer.purpose = purpose;
    viewer.today = today;
    if (schakel_view(school, &viewer, &seen, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return seen;
}

static inline int is_seen(const schakel_school *seen, schakel_kind kind, const char *id)
{
    return schakel_school_find(seen, kind, id) != SCHAKEL_NONE;
}

static inline int told(const schakel_school *school, const char *child, const char *adult, uint32_t scope,
                       schakel_date date)
{
    schakel_told answer = SCHAKEL_TOLD_INIT;
    assert_int_equal(schakel_school_told(school, child, adult, scope, date, &answer, NULL), SCHAKEL_OK);
    assert_true(answer.reason_nl[0] != '\0' && answer.reason_en[0] != '\0');
    return answer.allowed;
}

#endif
