/*
 * How fast are texts understood? Beside it, in the same run over the same texts: ICU's word iterator,
 * bare, over UTF-8. And how long does it take to make the index?
 *
 * usage: bench_expertise [MEGABYTES]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "schakel/expertise.h"

enum { ROUNDS = 5, TEXTS_MAX = 1000, LINE_ROOM = 4096 };

typedef struct texts {
    char *lines[TEXTS_MAX];
    size_t count, bytes;
} texts;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double best(double before, double seconds)
{
    return before == 0 || seconds < before ? seconds : before;
}

/* The labelled texts, without their labels. */
static void read_texts(texts *t)
{
    char line[LINE_ROOM];
    FILE *file = fopen(SCHAKEL_TEST_DATA "/expertise/developed.tsv", "rb");
    while (file != NULL && t->count < TEXTS_MAX && fgets(line, sizeof line, file) != NULL) {
        size_t length = strcspn(line, "\t\n");
        line[length] = '\0';
        if (line[0] == '#' || (t->lines[t->count] = malloc(length + 1)) == NULL)
            continue;
        memcpy(t->lines[t->count++], line, length + 1);
        t->bytes += length;
    }
    if (file != NULL)
        fclose(file);
    if (t->count == 0)
        exit(1);
}

/* All texts as one paragraph without an end, over and over. */
static char *one_text(const texts *t, size_t wanted, size_t *length)
{
    char *text = malloc(wanted + LINE_ROOM);
    if (text == NULL)
        exit(1);
    for (size_t i = 0; *length < wanted; i = (i + 1) % t->count) {
        size_t line = strlen(t->lines[i]);
        for (size_t k = 0; k < line; k++)
            text[(*length)++] = strchr(".!?:", t->lines[i][k]) == NULL ? t->lines[i][k] : ',';
        text[(*length)++] = ' ';
    }
    return text;
}

static size_t walk_words(const char *text, size_t length, UBreakIterator *words)
{
    UErrorCode status = U_ZERO_ERROR;
    UText bytes = UTEXT_INITIALIZER;
    size_t count = 0;
    utext_openUTF8(&bytes, text, (int64_t)length, &status);
    ubrk_setUText(words, &bytes, &status);
    if (U_FAILURE(status))
        exit(1);
    for (ubrk_first(words); ubrk_next(words) != UBRK_DONE;)
        count++;
    utext_close(&bytes);
    return count;
}

static double understand(const schakel_expertise *expertise, const char *text, size_t length)
{
    schakel_understanding *u = NULL;
    double start = now();
    if (schakel_expertise_understand(expertise, text, length, NULL, &u, NULL) != SCHAKEL_OK)
        exit(1);
    start = now() - start;
    schakel_understanding_destroy(u);
    return start;
}

static double make_index(schakel_expertise **expertise)
{
    double shortest = 0;
    for (int i = 0; i < ROUNDS; i++) {
        schakel_expertise_destroy(*expertise);
        double start = now();
        if (schakel_expertise_create(NULL, NULL, expertise, NULL) != SCHAKEL_OK)
            exit(1);
        shortest = best(shortest, now() - start);
    }
    return shortest;
}

int main(int argc, char **argv)
{
    double megabytes = argc > 1 ? atof(argv[1]) : 1, all = 0, icu = 0, whole = 0, half = 0, icu_whole = 0;
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *words = ubrk_open(UBRK_WORD, "nl", NULL, 0, &status);
    schakel_expertise *expertise = NULL;
    texts t = {{NULL}, 0, 0};
    size_t length = 0, boundaries = 0;
    if (U_FAILURE(status))
        return 1;
    read_texts(&t);
    char *text = one_text(&t, (size_t)(megabytes * 1e6), &length);
    printf("making the index        %10.2f milliseconds, %zu concepts\n", make_index(&expertise) * 1e3,
           schakel_builtin_concept_count());
    for (int i = 0; i < ROUNDS; i++) {
        double seconds = 0, start = now();
        for (size_t k = 0; k < t.count; k++)
            boundaries += walk_words(t.lines[k], strlen(t.lines[k]), words);
        icu = best(icu, now() - start);
        for (size_t k = 0; k < t.count; k++)
            seconds += understand(expertise, t.lines[k], strlen(t.lines[k]));
        all = best(all, seconds);
        whole = best(whole, understand(expertise, text, length));
        half = best(half, understand(expertise, text, length / 2));
        start = now();
        boundaries += walk_words(text, length, words);
        icu_whole = best(icu_whole, now() - start);
    }
    printf(
        "short texts             %10.0f a second, %.1f microseconds each, %.2f times ICU's words (%zu boundaries)\n",
        (double)t.count / all, all / (double)t.count * 1e6, all / icu, boundaries);
    printf(
        "one sentence of %4.1f MB %10.2f MB a second, %.2f times ICU's words; half of it takes %.2f of the time\n",
        (double)length / 1e6, (double)length / 1e6 / whole, whole / icu_whole, half / whole);
    ubrk_close(words);
    schakel_expertise_destroy(expertise);
    free(text);
    for (size_t i = 0; i < t.count; i++)
        free(t.lines[i]);
    return 0;
}
