/*
 * Which share of the most used word forms does the lexicon know?
 *
 * usage: measure_coverage [--missing | --known] FILE [SET_ASIDE]
 *
 * FILE: one form a line, most frequent first. SET_ASIDE: forms that are not counted (names, words of
 * other languages, pieces of words), one a line; lines that begin with # are comments.
 * --missing lists the forms that are counted and unknown, --known the others with their level.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schakel/text.h"

enum { LINE_MAX_BYTES = 256 };

typedef struct word_list {
    char **words;
    size_t count, room;
} word_list;

static void add(word_list *list, const char *word)
{
    if (list->count == list->room) {
        list->room = list->room == 0 ? 1024 : 2 * list->room;
        list->words = realloc(list->words, list->room * sizeof *list->words);
        if (list->words == NULL)
            exit(1);
    }
    list->words[list->count] = strdup(word);
    if (list->words[list->count++] == NULL)
        exit(1);
}

static word_list read_words(const char *path)
{
    word_list list = {NULL, 0, 0};
    char line[LINE_MAX_BYTES];
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(1);
    }
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\r\n")] = '\0';
        if (line[0] != '\0' && line[0] != '#')
            add(&list, line);
    }
    fclose(file);
    return list;
}

static void free_words(word_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->words[i]);
    free(list->words);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static int holds(const word_list *sorted, const char *word)
{
    return sorted->count > 0 &&
           bsearch(&word, sorted->words, sorted->count, sizeof *sorted->words, by_bytes) != NULL;
}

static void print_counts(size_t seen, size_t counted, size_t known)
{
    printf("first %5zu: %5zu counted, %4zu set aside, %5zu known = %.2f %%\n", seen, counted, seen - counted,
           known, counted > 0 ? 100.0 * (double)known / (double)counted : 0.0);
}

static void measure(const schakel_checker *checker, const word_list *forms, const word_list *aside,
                    const char *listed)
{
    static const char *const levels[] = {"?", "?", "A1", "A2", "B1", "B2", "C1", "C2"};
    size_t counted = 0, known = 0;
    int list_missing = strcmp(listed, "--missing") == 0, list_known = strcmp(listed, "--known") == 0;
    for (size_t i = 0; i < forms->count; i++) {
        const char *form = forms->words[i];
        if (!holds(aside, form)) {
            schakel_level level = schakel_word_level(checker, form, strlen(form));
            int is_known = level != SCHAKEL_LEVEL_UNKNOWN;
            counted++;
            known += (size_t)is_known;
            if (list_missing && !is_known)
                printf("%zu\t%s\n", i + 1, form);
            if (list_known && is_known)
                printf("%zu\t%s\t%s\n", i + 1, form, levels[level]);
        }
        if (i + 1 == 1000 || i + 1 == 3000 || i + 1 == 5000 || i + 1 == forms->count)
            print_counts(i + 1, counted, known);
    }
}

int main(int count, char **arguments)
{
    const char *listed = count > 1 && strncmp(arguments[1], "--", 2) == 0 ? arguments[1] : "";
    int first = *listed != '\0' ? 2 : 1;
    if (count <= first || count > first + 2) {
        fprintf(stderr, "usage: measure_coverage [--missing | --known] FILE [SET_ASIDE]\n");
        return 2;
    }
    word_list forms = read_words(arguments[first]), aside = {NULL, 0, 0};
    if (count > first + 1)
        aside = read_words(arguments[first + 1]);
    if (aside.count > 0)
        qsort(aside.words, aside.count, sizeof *aside.words, by_bytes);
    schakel_checker *checker = NULL;
    int failed = schakel_checker_create(NULL, &checker, NULL) != SCHAKEL_OK;
    if (!failed)
        measure(checker, &forms, &aside, listed);
    schakel_checker_destroy(checker);
    free_words(&forms);
    free_words(&aside);
    return failed;
}
