/*
 * What the model of difficulty looks at, for the fitting script: reads a text a line ("\n" in it is
 * a line end), writes its words and its features, parted by tabs, under a line with their names.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/check.h"
#include "text/model.h"

enum { TEXT_SIZE = 1 << 20 };

static size_t unescape(char *text)
{
    char *to = text;
    for (const char *from = text; *from != '\0' && *from != '\n'; from++) {
        int line_end = from[0] == '\\' && from[1] == 'n';
        *to++ = line_end ? '\n' : *from;
        from += line_end;
    }
    return (size_t)(to - text);
}

int main(void)
{
    schakel_checker *checker = NULL;
    char *line = malloc(TEXT_SIZE);
    if (line == NULL || schakel_checker_create(NULL, &checker, NULL) != SCHAKEL_OK)
        return 1;
    printf("words\tdifficulty\tlevel");
    for (size_t i = 0; i < SK_FEATURES; i++)
        printf("\t%s", sk_feature_name(i));
    printf("\n");
    while (fgets(line, TEXT_SIZE, stdin) != NULL) {
        schakel_report *report = NULL;
        if (schakel_check(checker, line, unescape(line), NULL, &report, NULL) != SCHAKEL_OK)
            return 1;
        printf("%zu\t%.6f\t%s", report->metrics.words, report->verdict.difficulty,
               schakel_level_name(report->verdict.level));
        for (size_t i = 0; i < SK_FEATURES; i++)
            printf("\t%.9g", report->features[i]);
        printf("\n");
        schakel_report_destroy(report);
    }
    schakel_checker_destroy(checker);
    free(line);
    return 0;
}
