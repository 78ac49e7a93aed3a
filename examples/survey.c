/* schakel survey: what came out of the questions to parents. */
#include <string.h>

#include "program.h"

static const char help[] =
    "Usage: schakel survey [--survey ID] [--format text|json|html] [--lang nl|en] [SCHOOL.json|-]\n"
    "\n"
    "What parents answered, by theme; how sure that is; and which groups answer differently. Groups\n"
    "too small to stay anonymous are not shown. \"-\" or no file is standard input.\n"
    "\n"
    "  --survey ID              which survey (default: the only one)\n"
    "  --format text|json|html  for people (default), for programs, or a web page\n"
    "  --lang nl|en             language of the words (default nl)\n"
    "\n"
    "Exit status: 0 fine; 2 wrong usage or input.\n"
    "\n"
    "Example:\n"
    "  schakel survey --survey tevreden --format html school.json > tevreden.html\n";

static const char *const formats[] = {"text", "json", "html", NULL};
enum { OWN_SURVEY };

/* Say which surveys there are, as many as fit. */
static void complain_of_choice(school_view *view)
{
    static const char and_more[] = ", ...";
    char ids[400] = "";
    size_t count = schakel_school_count(view->school, SCHAKEL_KIND_SURVEY);
    for (size_t i = 0; i < count; i++) {
        schakel_survey survey = SCHAKEL_SURVEY_INIT;
        schakel_school_get_survey(view->school, i, &survey);
        const char *before = i == 0 ? " " : ", ";
        /* What stands there for the rest must still fit behind it. */
        if (strlen(ids) + strlen(before) + strlen(survey.id) + sizeof and_more > sizeof ids) {
            strcat(ids, and_more);
            break;
        }
        strcat(strcat(ids, before), survey.id);
    }
    view->has_complained = 1;
    if (count == 0)
        complain("%s: there is no survey in it", input_name(view->input));
    else
        complain("--survey: which one is meant? There are%s", ids);
}

/* The id that was given, or that of the only survey; NULL after a complaint. */
static const char *chosen_survey(school_view *view)
{
    schakel_survey survey = SCHAKEL_SURVEY_INIT;
    if (view->own[OWN_SURVEY].value != NULL)
        return view->own[OWN_SURVEY].value;
    if (schakel_school_count(view->school, SCHAKEL_KIND_SURVEY) != 1) {
        complain_of_choice(view);
        return NULL;
    }
    schakel_school_get_survey(view->school, 0, &survey);
    return survey.id;
}

static schakel_status show(const schakel_survey_result *result, school_view *view, schakel_error *error)
{
    if (view->format == AS_JSON)
        return schakel_survey_result_to_json(result, view->language, &view->shown, &view->length, error);
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(view->school, &info);
    schakel_present_options present = text_options(view);
    present.format = view->format == AS_HTML ? SCHAKEL_FORMAT_HTML : SCHAKEL_FORMAT_TEXT;
    present.title = info.name != NULL ? info.name : info.id;
    return schakel_present_survey_result(result, &present, &view->shown, &view->length, error);
}

static schakel_status make_survey(school_view *view, schakel_error *error)
{
    const char *id = chosen_survey(view);
    schakel_survey_result *result = NULL;
    if (id == NULL)
        return SCHAKEL_NOT_FOUND;
    schakel_status status = schakel_survey_count(view->school, id, NULL, &result, error);
    if (status == SCHAKEL_OK)
        status = show(result, view, error);
    schakel_survey_result_destroy(result);
    return status;
}

int run_survey(int argc, char **argv)
{
    static const option own[] = {[OWN_SURVEY] = {"survey", 1, NULL, 0, NULL}};
    static const school_command command = {help, formats, own, 1, make_survey};
    return run_on_school(argc, argv, &command);
}
