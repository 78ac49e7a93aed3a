/* A letter that goes with a subcommand about one school. */
#include <string.h>

#include "program.h"

static schakel_status check_input(const bytes *input, schakel_report **out, schakel_error *error)
{
    schakel_checker *checker = NULL;
    schakel_status status = schakel_checker_create(NULL, &checker, error);
    if (status == SCHAKEL_OK)
        status = schakel_check(checker, input->data, input->length, NULL, out, error);
    schakel_checker_destroy(checker);
    return status;
}

/* A text in another language, or without words, has none. */
static int has_level(const schakel_report *report)
{
    schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    schakel_report_get_verdict(report, &verdict);
    return verdict.level != SCHAKEL_LEVEL_UNKNOWN;
}

schakel_status check_letter(school_view *view, const char *name, schakel_report **out, schakel_error *error)
{
    bytes input = {NULL, 0, 0};
    *out = NULL;
    view->has_complained = 1;
    if (strcmp(name, "-") == 0 && strcmp(view->input, "-") == 0) {
        complain("standard input cannot be both the letter and the school");
        return SCHAKEL_MISUSE;
    }
    schakel_status status = read_input(name, &input) ? SCHAKEL_OK : SCHAKEL_IO;
    if (status == SCHAKEL_OK) {
        status = check_input(&input, out, error);
        view->has_complained = 0;
    }
    if (status != SCHAKEL_OK) {
        view->input = name;
    } else if (!has_level(*out)) {
        complain("%s: this is no text in Dutch, so it has no level: leave out --text", input_name(name));
        status = give_up(view);
    }
    bytes_free(&input);
    return status;
}
