/*
 * Whatever the bytes: of a school that can be read everybody has a view, and every view is a school that
 * can be written and read back; cycle, agenda and case files of it can be made.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/schakel.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { TODAY = 20700, VIEWERS_OF_A_KIND = 3 };

static void require(int condition)
{
    if (!condition)
        abort();
}

static void read_back(const schakel_school *school)
{
    char *text = NULL;
    size_t length = 0;
    schakel_school *again = NULL;
    require(schakel_school_to_json(school, &text, &length, NULL) == SCHAKEL_OK);
    require(schakel_school_from_json(text, length, NULL, &again, NULL) == SCHAKEL_OK);
    schakel_school_destroy(again);
    schakel_buffer_free(text);
}

static void make_everything(const schakel_school *school)
{
    schakel_cycle_options cycle_options = SCHAKEL_CYCLE_OPTIONS_INIT;
    schakel_agenda_options agenda_options = SCHAKEL_AGENDA_OPTIONS_INIT;
    schakel_cycle *cycle = NULL;
    schakel_agenda *agenda = NULL;
    char *text = NULL;
    cycle_options.today = agenda_options.today = TODAY;
    require(schakel_cycle_make(school, &cycle_options, &cycle, NULL) == SCHAKEL_OK);
    require(schakel_present_cycle(cycle, school, NULL, &text, NULL, NULL) == SCHAKEL_OK);
    schakel_buffer_free(text);
    schakel_cycle_destroy(cycle);
    require(schakel_agenda_make(school, &agenda_options, &agenda, NULL) == SCHAKEL_OK);
    require(schakel_present_agenda(agenda, school, NULL, &text, NULL, NULL) == SCHAKEL_OK);
    schakel_buffer_free(text);
    schakel_agenda_destroy(agenda);
    require(schakel_present_school(school, NULL, &text, NULL, NULL) == SCHAKEL_OK);
    schakel_buffer_free(text);
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_CASE); i++) {
        schakel_case c = SCHAKEL_CASE_INIT;
        schakel_case_file *file = NULL;
        require(schakel_school_get_case(school, i, &c) == SCHAKEL_OK);
        require(schakel_case_file_make(school, c.id, &file, NULL) == SCHAKEL_OK);
        schakel_case_file_destroy(file);
    }
}

static const char *id_at(const schakel_school *school, schakel_kind kind, size_t index)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    schakel_child child = SCHAKEL_CHILD_INIT;
    if (kind == SCHAKEL_KIND_ADULT)
        return schakel_school_get_adult(school, index, &adult) == SCHAKEL_OK ? adult.id : NULL;
    if (kind == SCHAKEL_KIND_STAFF)
        return schakel_school_get_staff(school, index, &staff) == SCHAKEL_OK ? staff.id : NULL;
    return schakel_school_get_child(school, index, &child) == SCHAKEL_OK ? child.id : NULL;
}

static void look_and_erase(const schakel_school *school, schakel_kind kind, const char *id)
{
    schakel_viewer viewer = SCHAKEL_VIEWER_INIT;
    schakel_school *other = NULL;
    viewer.kind = kind;
    viewer.id = id;
    viewer.today = TODAY;
    for (int purpose = SCHAKEL_PURPOSE_ORGANISE; purpose <= SCHAKEL_PURPOSE_CARE; purpose++) {
        viewer.purpose = (schakel_purpose)purpose;
        require(schakel_view(school, &viewer, &other, NULL) == SCHAKEL_OK);
        read_back(other);
        make_everything(other);
        schakel_school_destroy(other);
    }
    require(schakel_school_without(school, kind, id, &other, NULL) == SCHAKEL_OK);
    read_back(other);
    require(schakel_school_find(other, kind, id) == SCHAKEL_NONE);
    schakel_school_destroy(other);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const schakel_kind kinds[] = {SCHAKEL_KIND_ADULT, SCHAKEL_KIND_STAFF, SCHAKEL_KIND_CHILD};
    schakel_school *school = NULL;
    if (schakel_school_from_json((const char *)data, size, NULL, &school, NULL) != SCHAKEL_OK)
        return 0;
    make_everything(school);
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++)
        for (size_t i = 0; i < VIEWERS_OF_A_KIND; i++) {
            const char *id = id_at(school, kinds[k], i);
            if (id != NULL)
                look_and_erase(school, kinds[k], id);
        }
    schakel_school_destroy(school);
    return 0;
}
