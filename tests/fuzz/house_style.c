/*
 * Whatever the bytes: a house style is read or refused with a place, and what is read can be checked
 * with. The input is a style, then a line "---", then a text; without that line the text is the style.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int condition)
{
    if (!condition)
        abort();
}

/* Where the text begins; *end is where the style ends. */
static size_t part(const char *data, size_t size, size_t *end)
{
    static const char between[] = "\n---\n";
    size_t length = sizeof between - 1;
    for (size_t i = 0; i + length <= size; i++)
        if (memcmp(data + i, between, length) == 0) {
            *end = i + 1;
            return i + length;
        }
    *end = size;
    return 0;
}

static void check(const schakel_house_style *style, const char *text, size_t length)
{
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    require(schakel_checker_create_with(NULL, style, &checker, NULL) == SCHAKEL_OK);
    schakel_status status = schakel_check(checker, text, length, NULL, &report, NULL);
    require(status == SCHAKEL_OK || status == SCHAKEL_SYNTAX);
    schakel_checker_destroy(checker);
    for (size_t i = 0, before = 0; report != NULL && i < schakel_report_finding_count(report); i++) {
        schakel_finding f = SCHAKEL_FINDING_INIT;
        require(schakel_report_get_finding(report, i, &f) == SCHAKEL_OK);
        require(f.start >= before && f.start < f.end && f.end <= length);
        require(f.message_nl[0] != '\0' && f.message_en[0] != '\0');
        for (size_t k = 0; k < f.suggestion_count; k++)
            require(schakel_report_get_suggestion(report, i, k)[0] != '\0');
        before = f.start;
    }
    for (size_t i = 0; report != NULL && i < schakel_report_reason_count(report); i++) {
        schakel_reason reason = SCHAKEL_REASON_INIT;
        require(schakel_report_get_reason(report, i, &reason) == SCHAKEL_OK && reason.points > 0);
    }
    schakel_report_destroy(report);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    size_t end, start = part(bytes, size, &end);
    schakel_house_style *style = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    require(schakel_house_style_create(NULL, &style, NULL) == SCHAKEL_OK);
    schakel_status status = schakel_house_style_read(style, bytes, end, &error);
    require(status == SCHAKEL_OK || status == SCHAKEL_SYNTAX || status == SCHAKEL_INVALID ||
            status == SCHAKEL_TOO_LARGE);
    require(status == SCHAKEL_OK || (error.line > 0 && error.column > 0 && error.offset <= end));
    check(style, bytes + start, size - start);
    schakel_house_style_destroy(style);
    return 0;
}
