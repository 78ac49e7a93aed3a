/* Uses one thing of every header, so that nothing that is promised fails to link. */
#include <schakel/schakel.h>

#include <stdio.h>
#include <string.h>

int main(void)
{
    static const char document[] =
        "{\"schakel\": 1, \"school\": {\"id\": \"s\", \"stage\": \"po\", \"year_start\": \"2026-08-24\","
        " \"year_end\": \"2027-07-16\"}, \"concepts\": [{\"id\": \"reading\"}], \"adults\": [{\"id\": \"a\"}],"
        " \"offers\": [{\"id\": \"o\", \"adult\": \"a\", \"concepts\": [\"reading\"]}],"
        " \"needs\": [{\"id\": \"n\", \"date\": \"2026-10-07\", \"places\": [{\"id\": \"p\", \"concept\": \"reading\"}]}]}";
    static const char letter[] = "Hallo ouders. Morgen is er een feest.";
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school *school = NULL;
    schakel_matching *matching = NULL;
    schakel_reach *reach = NULL;
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    char *text = NULL;
    schakel_match_options options = SCHAKEL_MATCH_OPTIONS_INIT;
    options.today = schakel_date_from_ymd(2026, 9, 1);
    if (schakel_school_from_json(document, strlen(document), NULL, &school, &error) != SCHAKEL_OK ||
        schakel_match(school, &options, &matching, &error) != SCHAKEL_OK ||
        schakel_reach_count(school, NULL, &reach, &error) != SCHAKEL_OK ||
        schakel_checker_create(NULL, &checker, &error) != SCHAKEL_OK ||
        schakel_check(checker, letter, strlen(letter), NULL, &report, &error) != SCHAKEL_OK ||
        schakel_present_report(report, letter, strlen(letter), NULL, &text, NULL, &error) != SCHAKEL_OK) {
        fprintf(stderr, "%s: %s\n", error.path, error.message);
        return 1;
    }
    printf("schakel %s: %zu ask, %zu rows, %zu findings\n", schakel_version(), schakel_matching_count(matching),
           schakel_reach_row_count(reach), schakel_report_finding_count(report));
    int fine = schakel_matching_count(matching) == 1 && schakel_matching_open_count(matching) == 0;
    schakel_buffer_free(text);
    schakel_report_destroy(report);
    schakel_checker_destroy(checker);
    schakel_reach_destroy(reach);
    schakel_matching_destroy(matching);
    schakel_school_destroy(school);
    return !fine;
}
