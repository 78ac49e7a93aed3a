/* Whatever the bytes: a check ends well or says why not, and what it reports lies within the text. */
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

static int at_boundary(const uint8_t *data, size_t size, size_t offset)
{
    return offset == size || (data[offset] & 0xC0) != 0x80;
}

static void check_findings(const schakel_report *report, const uint8_t *data, size_t size)
{
    size_t before = 0, line = 1;
    for (size_t i = 0; i < schakel_report_finding_count(report); i++) {
        schakel_finding f = SCHAKEL_FINDING_INIT;
        require(schakel_report_get_finding(report, i, &f) == SCHAKEL_OK);
        require(f.start >= before && f.start < f.end && f.end <= size && f.line >= line && f.column >= 1);
        require(at_boundary(data, size, f.start) && at_boundary(data, size, f.end));
        require(schakel_rule_name(f.rule) != NULL && f.message_nl[0] != '\0' && f.message_en[0] != '\0');
        for (size_t k = 0; k < f.suggestion_count; k++)
            require(schakel_report_get_suggestion(report, i, k)[0] != '\0');
        before = f.start;
        line = f.line;
    }
}

static void check_reasons(const schakel_report *report)
{
    double before = 100;
    for (size_t i = 0; i < schakel_report_reason_count(report); i++) {
        schakel_reason reason = SCHAKEL_REASON_INIT;
        require(schakel_report_get_reason(report, i, &reason) == SCHAKEL_OK);
        require(reason.points > 0 && reason.points <= before && reason.name[0] != '\0');
        before = reason.points;
    }
}

/* The same text once more gives the same findings. */
static void check_again(const schakel_checker *checker, const schakel_report *report, const char *text,
                        size_t size, const schakel_check_options *options)
{
    schakel_report *again = NULL;
    require(schakel_check(checker, text, size, options, &again, NULL) == SCHAKEL_OK);
    require(schakel_report_finding_count(again) == schakel_report_finding_count(report));
    for (size_t i = 0; i < schakel_report_finding_count(report); i++) {
        schakel_finding one = SCHAKEL_FINDING_INIT, other = SCHAKEL_FINDING_INIT;
        schakel_report_get_finding(report, i, &one);
        schakel_report_get_finding(again, i, &other);
        require(one.rule == other.rule && one.start == other.start && one.end == other.end);
        require(strcmp(one.message_nl, other.message_nl) == 0);
    }
    schakel_report_destroy(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_check_options options = SCHAKEL_CHECK_OPTIONS_INIT;
    /* The last byte chooses the target. */
    options.target = (schakel_level)(SCHAKEL_LEVEL_A1 + (size > 0 ? data[size - 1] % 5 : 0));
    require(schakel_checker_create(NULL, &checker, NULL) == SCHAKEL_OK);
    schakel_status status = schakel_check(checker, (const char *)data, size, &options, &report, &error);
    require(status == SCHAKEL_OK || status == SCHAKEL_SYNTAX);
    require((report != NULL) == (status == SCHAKEL_OK));
    if (report != NULL) {
        schakel_verdict v = SCHAKEL_VERDICT_INIT;
        schakel_metrics m = SCHAKEL_METRICS_INIT;
        require(schakel_report_get_verdict(report, &v) == SCHAKEL_OK);
        require(schakel_report_get_metrics(report, &m) == SCHAKEL_OK);
        require(v.difficulty >= 0 && v.difficulty <= 100 && v.confidence >= 0 && v.confidence <= 1);
        /* Another language may have a few words of Dutch beside it. */
        int dutch = strcmp(v.language, "nl") == 0;
        require((v.level == SCHAKEL_LEVEL_UNKNOWN) == (m.words == 0 || !dutch));
        require(dutch || !v.meets_target);
        require(m.sentences <= m.words && m.longest_sentence <= m.words && m.syllables >= m.words);
        check_findings(report, data, size);
        check_reasons(report);
        check_again(checker, report, (const char *)data, size, &options);
    } else {
        require(error.line > 0 && error.column > 0 && error.offset < size && error.message[0] != '\0');
    }
    schakel_syllables((const char *)data, size);
    schakel_word_level(checker, (const char *)data, size);
    schakel_report_destroy(report);
    schakel_checker_destroy(checker);
    return 0;
}
