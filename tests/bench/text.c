/*
 * How fast is the text check? Beside it, in the same run over the same text: ICU's word and
 * sentence iterators, bare, over UTF-8 and over UTF-16 that was converted before the clock ran.
 *
 * usage: bench_text [MEGABYTES]
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

#include "schakel/text.h"

enum { ROUNDS = 5 };

typedef struct sample {
    char *data;
    size_t length, room;
} sample;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void add(sample *s, const char *data, size_t length)
{
    if (s->length + length > s->room) {
        s->room = 2 * (s->length + length);
        s->data = realloc(s->data, s->room);
        if (s->data == NULL)
            exit(1);
    }
    memcpy(s->data + s->length, data, length);
    s->length += length;
}

static void add_file(sample *s, const char *folder, const char *name)
{
    char path[1024], block[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return;
    for (size_t got; (got = fread(block, 1, sizeof block, file)) > 0;)
        add(s, block, got);
    add(s, "\n\n", 2);
    fclose(file);
}

/* The sample letters, in the order of their names, until there is enough. */
static sample read_letters(size_t wanted)
{
    static const char folder[] = SCHAKEL_EXAMPLE_DATA "/letters";
    sample s = {NULL, 0, 0};
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        if (strstr(entries[i]->d_name, ".md") != NULL)
            add_file(&s, folder, entries[i]->d_name);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    if (s.length == 0)
        add(&s, "De kinderen gaan naar de kinderboerderij. ", 42);
    size_t once = s.length;
    char *letters = malloc(once);
    if (letters == NULL)
        exit(1);
    memcpy(letters, s.data, once);
    while (s.length < wanted)
        add(&s, letters, once);
    free(letters);
    return s;
}

static size_t walk(UBreakIteratorType type, UText *bytes, const UChar *units, int32_t unit_count)
{
    UErrorCode status = U_ZERO_ERROR;
    size_t count = 0;
    UBreakIterator *iterator = ubrk_open(type, "nl", units, unit_count, &status);
    if (bytes != NULL)
        ubrk_setUText(iterator, bytes, &status);
    if (U_FAILURE(status))
        exit(1);
    for (ubrk_first(iterator); ubrk_next(iterator) != UBRK_DONE;)
        count++;
    ubrk_close(iterator);
    return count;
}

static size_t walk_both(UText *bytes, const UChar *units, int32_t unit_count)
{
    return walk(UBRK_WORD, bytes, units, unit_count) + walk(UBRK_SENTENCE, bytes, units, unit_count);
}

static double best(double before, double seconds)
{
    return before == 0 || seconds < before ? seconds : before;
}

static void measure_creation(void)
{
    double shortest = 0;
    for (int i = 0; i < ROUNDS; i++) {
        schakel_checker *checker = NULL;
        double start = now();
        if (schakel_checker_create(NULL, &checker, NULL) != SCHAKEL_OK)
            exit(1);
        shortest = best(shortest, now() - start);
        schakel_checker_destroy(checker);
    }
    printf("making a checker        %10.2f microseconds\n", shortest * 1e6);
}

/* One letter, as a program that checks while somebody writes would do. */
static void measure_letter(const schakel_checker *checker, const sample *s)
{
    enum { LETTER = 2000, TIMES = 200 };
    size_t length = s->length < LETTER ? s->length : LETTER;
    double shortest = 0;
    while (length > 0 && s->data[length - 1] != '\n') /* not through the middle of a character */
        length--;
    for (int i = 0; i < TIMES; i++) {
        schakel_report *report = NULL;
        double start = now();
        if (schakel_check(checker, s->data, length, NULL, &report, NULL) != SCHAKEL_OK)
            exit(1);
        shortest = best(shortest, now() - start);
        schakel_report_destroy(report);
    }
    printf("a letter of %zu bytes  %10.2f microseconds\n", length, shortest * 1e6);
}

int main(int argc, char **argv)
{
    double megabytes = argc > 1 ? atof(argv[1]) : 1;
    sample s = read_letters((size_t)(megabytes * 1e6));
    double check = 0, utf8 = 0, utf16 = 0, size = (double)s.length / 1e6;
    size_t findings = 0, boundaries = 0;
    schakel_checker *checker = NULL;
    measure_creation();
    if (schakel_checker_create(NULL, &checker, NULL) != SCHAKEL_OK)
        return 1;
    measure_letter(checker, &s);
    UErrorCode status = U_ZERO_ERROR;
    int32_t unit_count = 0;
    UChar *units = malloc(s.length * sizeof *units);
    if (units == NULL)
        return 1;
    u_strFromUTF8(units, (int32_t)s.length, &unit_count, s.data, (int32_t)s.length, &status);
    UText bytes = UTEXT_INITIALIZER;
    utext_openUTF8(&bytes, s.data, (int64_t)s.length, &status);
    if (U_FAILURE(status))
        return 1;
    for (int i = 0; i < ROUNDS; i++) {
        schakel_report *report = NULL;
        double start = now();
        if (schakel_check(checker, s.data, s.length, NULL, &report, NULL) != SCHAKEL_OK)
            return 1;
        check = best(check, now() - start);
        findings = schakel_report_finding_count(report);
        schakel_report_destroy(report);
        start = now();
        boundaries = walk_both(&bytes, NULL, 0);
        utf8 = best(utf8, now() - start);
        start = now();
        walk_both(NULL, units, unit_count);
        utf16 = best(utf16, now() - start);
    }
    printf("text                    %10.2f MB, %zu findings, %zu ICU boundaries\n", size, findings,
           boundaries);
    printf("schakel_check           %10.1f MB/s\n", size / check);
    printf("ICU words + sentences   %10.1f MB/s over UTF-8, %.1f MB/s over UTF-16\n", size / utf8,
           size / utf16);
    printf("check / ICU             %10.2f over UTF-8, %.2f over UTF-16\n", utf8 / check, utf16 / check);
    utext_close(&bytes);
    free(units);
    schakel_checker_destroy(checker);
    free(s.data);
    return 0;
}
