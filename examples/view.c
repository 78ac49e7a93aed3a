/* schakel view: the school as one person may see it. */
#include <stdio.h>
#include <string.h>

#include "program.h"

static const char help[] =
    "Usage: schakel view --as ID [--for dialogue|organise|care] [--today DATE]\n"
    "                    [--format text|json] [--lang nl|en] [SCHOOL.json|-]\n"
    "\n"
    "What one person may see of the school. With --format json it is a school document that holds no\n"
    "more than that, and that every other subcommand takes. \"-\" or no file is standard input.\n"
    "\n"
    "  --as ID             who looks: the id of an adult, of somebody of the staff or of a child. When\n"
    "                      an id is used twice, write adult:ID, staff:ID or child:ID\n"
    "  --for PURPOSE       what for: dialogue (how a child does, the default), organise (plan and\n"
    "                      invite) or care (solve a case)\n"
    "  --today DATE        the day that consent and age are looked at (default: the computer's date)\n"
    "  --format text|json  for people (default) or a school document\n"
    "  --lang nl|en        language of the words (default nl)\n"
    "\n"
    "Exit status: 0 fine; 2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel view --as a001 --format json school.json | schakel cycle -\n";

enum { OWN_AS, OWN_FOR };

/* In the order of schakel_purpose. */
static const char *const purposes[] = {"organise", "dialogue", "care", NULL};

static const struct {
    schakel_kind kind;
    const char *prefix;
} viewers[] = {
    {SCHAKEL_KIND_ADULT, "adult:"}, {SCHAKEL_KIND_STAFF, "staff:"}, {SCHAKEL_KIND_CHILD, "child:"}};
enum { VIEWER_KINDS = sizeof viewers / sizeof viewers[0] };

static schakel_status refuse(schakel_error *error, schakel_status status, const char *format, const char *id)
{
    schakel_error wrong = SCHAKEL_ERROR_INIT;
    wrong.status = status;
    snprintf(wrong.path, sizeof wrong.path, "--as");
    snprintf(wrong.message, sizeof wrong.message, format, id);
    *error = wrong;
    return status;
}

/* Who is meant by --as? */
static schakel_status find_viewer(const school_view *view, schakel_viewer *viewer, schakel_error *error)
{
    const char *as = view->own[OWN_AS].value;
    size_t found = 0;
    if (as == NULL)
        return refuse(error, SCHAKEL_MISUSE, "expected who looks%s", "");
    for (size_t i = 0; i < VIEWER_KINDS; i++) {
        size_t length = strlen(viewers[i].prefix);
        const char *id = strncmp(as, viewers[i].prefix, length) == 0 ? as + length : as;
        if (schakel_school_find(view->school, viewers[i].kind, id) == SCHAKEL_NONE)
            continue;
        viewer->kind = viewers[i].kind;
        viewer->id = id;
        if (id != as)
            return SCHAKEL_OK;
        found++;
    }
    if (found == 0)
        return refuse(error, SCHAKEL_NOT_FOUND, "nobody has the id \"%.100s\"", as);
    if (found > 1)
        return refuse(error, SCHAKEL_INVALID,
                      "\"%.100s\" is used twice: write adult:ID, staff:ID or child:ID", as);
    return SCHAKEL_OK;
}

static const char *name_of(const schakel_school *school, const schakel_viewer *viewer)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    schakel_child child = SCHAKEL_CHILD_INIT;
    size_t index = schakel_school_find(school, viewer->kind, viewer->id);
    if (viewer->kind == SCHAKEL_KIND_ADULT)
        schakel_school_get_adult(school, index, &adult);
    else if (viewer->kind == SCHAKEL_KIND_STAFF)
        schakel_school_get_staff(school, index, &staff);
    else
        schakel_school_get_child(school, index, &child);
    const char *name = adult.name != NULL ? adult.name : staff.name != NULL ? staff.name : child.name;
    return name != NULL ? name : viewer->id;
}

static schakel_status show(const schakel_school *seen, const schakel_viewer *viewer, school_view *view,
                           schakel_error *error)
{
    static const struct {
        const char *nl, *en;
    } titles[] = {
        {"Dit mag %s zien om iets te regelen", "What %s may see to organise something"},
        {"Dit mag %s zien om te praten over hoe het gaat", "What %s may see to talk about how it goes"},
        {"Dit mag %s zien om samen iets op te lossen", "What %s may see to solve something together"}};
    char title[300];
    if (view->format == AS_JSON)
        return schakel_school_to_json(seen, &view->shown, &view->length, error);
    schakel_present_options present = text_options(view);
    const char *format =
        view->language == SCHAKEL_ENGLISH ? titles[viewer->purpose].en : titles[viewer->purpose].nl;
    snprintf(title, sizeof title, format, name_of(view->school, viewer));
    present.title = title;
    return schakel_present_school(seen, &present, &view->shown, &view->length, error);
}

static schakel_status make_view(school_view *view, schakel_error *error)
{
    schakel_viewer viewer = SCHAKEL_VIEWER_INIT;
    schakel_school *seen = NULL;
    viewer.today = view->today;
    viewer.purpose = (schakel_purpose)view->own[OWN_FOR].chosen;
    schakel_status status = find_viewer(view, &viewer, error);
    if (status == SCHAKEL_OK)
        status = schakel_view(view->school, &viewer, &seen, error);
    if (status == SCHAKEL_OK)
        status = show(seen, &viewer, view, error);
    schakel_school_destroy(seen);
    return status;
}

int run_view(int argc, char **argv)
{
    static const option own[] = {[OWN_AS] = {"as", 1, NULL, 0, NULL},
                                 [OWN_FOR] = {"for", 1, purposes, SCHAKEL_PURPOSE_DIALOGUE, NULL}};
    static const school_command command = {help, text_or_json, own, 2, make_view};
    return run_on_school(argc, argv, &command);
}
