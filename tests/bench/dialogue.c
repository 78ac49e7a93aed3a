/*
 * How long a view, a cycle and an agenda of a large school take, against reading that school from its document.
 *
 *     bench_dialogue [CHILDREN]      10,000 unless said
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "schakel/schakel.h"

enum { TODAY = 20700, GROUP_SIZE = 25 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void require(schakel_status status)
{
    if (status != SCHAKEL_OK) {
        fprintf(stderr, "%s\n", schakel_status_text(status));
        exit(1);
    }
}

static void add_group(schakel_school *school, size_t number)
{
    char id[24];
    const char *ids[] = {id};
    snprintf(id, sizeof id, "g%zu", number);
    schakel_staff teacher = SCHAKEL_STAFF_INIT;
    teacher.id = id;
    require(schakel_school_add_staff(school, &teacher, NULL));
    schakel_group group = SCHAKEL_GROUP_INIT;
    group.id = id;
    group.year = (int32_t)(number % 8) + 1;
    group.staff_ids = ids;
    group.staff_count = 1;
    require(schakel_school_add_group(school, &group, NULL));
}

/* A child with two parents, a talk, an agreement and two contacts. */
static void add_family(schakel_school *school, size_t number)
{
    char child_id[24], group_id[24], adult_id[2][24];
    const char *adults[] = {adult_id[0], adult_id[1]}, *staff[] = {group_id};
    snprintf(child_id, sizeof child_id, "c%zu", number);
    snprintf(group_id, sizeof group_id, "g%zu", number / GROUP_SIZE);
    schakel_child child = SCHAKEL_CHILD_INIT;
    child.id = child_id;
    child.group_id = group_id;
    require(schakel_school_add_child(school, &child, NULL));
    for (size_t i = 0; i < 2; i++) {
        snprintf(adult_id[i], sizeof adult_id[i], "a%zu", 2 * number + i);
        schakel_adult adult = SCHAKEL_ADULT_INIT;
        adult.id = adult_id[i];
        require(schakel_school_add_adult(school, &adult, NULL));
        schakel_tie tie = SCHAKEL_TIE_INIT;
        tie.child_id = child_id;
        tie.adult_id = adult_id[i];
        tie.kind = i == 0 ? SCHAKEL_TIE_MOTHER : SCHAKEL_TIE_FATHER;
        require(schakel_school_add_tie(school, &tie, NULL));
    }
    schakel_talk talk = SCHAKEL_TALK_INIT;
    talk.id = child_id;
    talk.kind = SCHAKEL_TALK_INTRODUCTORY;
    talk.child_id = child_id;
    talk.date = TODAY - (schakel_date)(number % 40);
    talk.state = SCHAKEL_TALK_HELD;
    talk.adult_ids = adults;
    talk.adult_count = 2;
    talk.staff_ids = staff;
    talk.staff_count = 1;
    require(schakel_school_add_talk(school, &talk, NULL));
    schakel_agreement agreement = SCHAKEL_AGREEMENT_INIT;
    agreement.id = agreement.child_id = agreement.talk_id = child_id;
    agreement.text = "Samen lezen";
    agreement.date = talk.date;
    agreement.due = TODAY + 20;
    require(schakel_school_add_agreement(school, &agreement, NULL));
    for (size_t i = 0; i < 2; i++) {
        schakel_contact contact = SCHAKEL_CONTACT_INIT;
        contact.id = adult_id[i];
        contact.child_id = child_id;
        contact.adult_id = adult_id[i];
        contact.date = TODAY - 10;
        require(schakel_school_add_contact(school, &contact, NULL));
    }
}

static schakel_school *make_school(size_t children)
{
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_staff counsellor = SCHAKEL_STAFF_INIT;
    info.id = "bench";
    info.year_start = TODAY - 60;
    info.year_end = TODAY + 260;
    counsellor.id = "counsellor";
    counsellor.role = SCHAKEL_STAFF_COUNSELLOR;
    require(schakel_school_create(NULL, &school, NULL));
    require(schakel_school_set_info(school, &info, NULL));
    require(schakel_school_add_staff(school, &counsellor, NULL));
    for (size_t i = 0; i * GROUP_SIZE < children; i++)
        add_group(school, i);
    for (size_t i = 0; i < children; i++)
        add_family(school, i);
    return school;
}

static double time_load(const char *json, size_t length)
{
    schakel_school *school = NULL;
    double start = now();
    require(schakel_school_from_json(json, length, NULL, &school, NULL));
    double taken = now() - start;
    schakel_school_destroy(school);
    return taken;
}

static double time_view(const schakel_school *school, schakel_kind kind, const char *id)
{
    schakel_viewer viewer = SCHAKEL_VIEWER_INIT;
    schakel_school *seen = NULL;
    viewer.kind = kind;
    viewer.id = id;
    viewer.purpose = SCHAKEL_PURPOSE_CARE;
    viewer.today = TODAY;
    double start = now();
    require(schakel_view(school, &viewer, &seen, NULL));
    double taken = now() - start;
    schakel_school_destroy(seen);
    return taken;
}

static double time_cycle(const schakel_school *school)
{
    schakel_cycle_options options = SCHAKEL_CYCLE_OPTIONS_INIT;
    schakel_cycle *cycle = NULL;
    options.today = TODAY;
    double start = now();
    require(schakel_cycle_make(school, &options, &cycle, NULL));
    double taken = now() - start;
    schakel_cycle_destroy(cycle);
    return taken;
}

static double time_agenda(const schakel_school *school)
{
    schakel_agenda_options options = SCHAKEL_AGENDA_OPTIONS_INIT;
    schakel_agenda *agenda = NULL;
    options.today = TODAY;
    double start = now();
    require(schakel_agenda_make(school, &options, &agenda, NULL));
    double taken = now() - start;
    schakel_agenda_destroy(agenda);
    return taken;
}

static void say(const char *what, double taken, double load)
{
    printf("%-28s %9.2f ms   %5.2f of reading\n", what, taken * 1e3, taken / load);
}

int main(int argc, char **argv)
{
    size_t children = argc > 1 ? (size_t)strtoul(argv[1], NULL, 10) : 10000, length = 0;
    schakel_school *school = make_school(children);
    char *json = NULL;
    require(schakel_school_to_json(school, &json, &length, NULL));
    double load = time_load(json, length);
    printf("%zu children, %zu adults, document of %.1f MB\n", children, 2 * children, (double)length * 1e-6);
    say("reading the document", load, load);
    say("view of the counsellor", time_view(school, SCHAKEL_KIND_STAFF, "counsellor"), load);
    say("view of a teacher", time_view(school, SCHAKEL_KIND_STAFF, "g0"), load);
    say("view of a parent", time_view(school, SCHAKEL_KIND_ADULT, "a0"), load);
    say("cycle", time_cycle(school), load);
    say("agenda", time_agenda(school), load);
    schakel_buffer_free(json);
    schakel_school_destroy(school);
    return 0;
}
