/* What the headers promise about threads: one checker and one finished result, used by many at once. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <pthread.h>
#include <string.h>

#include "schakel/schakel.h"

enum { THREADS = 8, ROUNDS = 20 };

static const char letter[] =
    "Beste ouders,\n\nDe kinderen worden woensdag om half 8 door de luizenmoeder gecontroleerd, "
    "teneinde verdere verspreiding te voorkomen.\n";
static const char document[] =
    "{\"schakel\": 1, \"school\": {\"id\": \"s\", \"stage\": \"po\", \"year_start\": "
    "\"2026-08-24\", \"year_end\": \"2027-07-16\", \"x-1\": [1, 2]}}";

typedef struct job {
    const schakel_checker *checker;
    const schakel_report *shared;
    int fine;
} job;

static int same_findings(const schakel_report *a, const schakel_report *b)
{
    size_t count = schakel_report_finding_count(a);
    if (count == 0 || count != schakel_report_finding_count(b))
        return 0;
    for (size_t i = 0; i < count; i++) {
        schakel_finding x = SCHAKEL_FINDING_INIT, y = SCHAKEL_FINDING_INIT;
        schakel_report_get_finding(a, i, &x);
        schakel_report_get_finding(b, i, &y);
        if (x.start != y.start || x.end != y.end || strcmp(x.message_nl, y.message_nl) != 0)
            return 0;
    }
    return 1;
}

/* The built-in concepts are everybody's. */
static int concepts_are_found(void)
{
    int fine = 1;
    for (size_t i = 0; i < schakel_builtin_concept_count(); i++) {
        schakel_concept record = SCHAKEL_CONCEPT_INIT;
        fine &= schakel_builtin_concept_get(i, &record) == SCHAKEL_OK &&
                schakel_builtin_concept_find(record.id) == i;
    }
    return fine;
}

static void *work(void *argument)
{
    job *own = argument;
    own->fine = 1;
    for (int i = 0; i < ROUNDS; i++) {
        schakel_report *report = NULL;
        own->fine &= schakel_check(own->checker, letter, strlen(letter), NULL, &report, NULL) == SCHAKEL_OK &&
                     same_findings(report, own->shared);
        schakel_report_destroy(report);
        schakel_school *school = NULL;
        own->fine &= schakel_school_from_json(document, strlen(document), NULL, &school, NULL) == SCHAKEL_OK;
        schakel_school_destroy(school);
        own->fine &= concepts_are_found();
    }
    return NULL;
}

static void a_checker_and_a_report_are_shared_by_threads(void **state)
{
    (void)state;
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_check(checker, letter, strlen(letter), NULL, &report, NULL), SCHAKEL_OK);
    pthread_t threads[THREADS];
    job jobs[THREADS];
    for (size_t i = 0; i < THREADS; i++) {
        jobs[i] = (job){checker, report, 0};
        assert_int_equal(pthread_create(&threads[i], NULL, work, &jobs[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        assert_true(jobs[i].fine);
    }
    schakel_checker_destroy(checker);
    schakel_report_destroy(report); /* reports live on after their checker */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_checker_and_a_report_are_shared_by_threads)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
