/*
 * How fast is the text check on text that nobody writes? Each shape is one thing repeated, mostly
 * within one sentence or one line, and is checked at two sizes: what takes more than its share of
 * time at the larger one does not grow with the text but faster. Then the same is cut in sentences
 * that are about as long as those that are still analysed as a whole.
 *
 * usage: bench_text_shapes [KILOBYTES] [SHAPE]
 *
 * The exit status is 1 when a shape is slower than 2 MB/s.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "schakel/text.h"

enum { SLOWEST = 2 /* MB/s */, ROOM = 1024 /* for one part too many */, SENTENCE = 1600 /* bytes */ };

/* Parts that repeat; "@" in one becomes letters that differ each time. */
typedef struct shape {
    const char *name, *before, *part, *after;
} shape;

static const shape shapes[] = {
    {"one sentence", "De", " kinderen gaan met de juf naar het park en", " naar huis."},
    {"one sentence, other words", "De", " @heid", " is mooi."},
    {"one line", "", "De kinderen gaan naar school. ", ""},
    {"one word", "", "a", ""},
    {"one compound", "", "speel", ""},
    {"new words", "", "schoolspeel@werk. ", ""},
    {"new words of many parts", "", "stenenberglandwaterwegwerkboot@. ", ""},
    {"digits", "", "1", ""},
    {"figures", "", "12 ", ""},
    {"telephones", "", "06-1 2-3 4 ", ""},
    {"hyphens", "", "-", ""},
    {"words and hyphens", "", "a-", ""},
    {"dashes", "", "- ", ""},
    {"brackets", "", "(", ""},
    {"words in brackets", "", "a (", ""},
    {"link targets", "", "](", ""},
    {"open links", "", "[a](b ", ""},
    {"open tags", "", "<a ", ""},
    {"square brackets", "", "[", ""},
    {"quotes", "", "\"", ""},
    {"words in quotes", "", "\"a\" ", ""},
    {"apostrophes", "", "'s ", ""},
    {"stars", "", "*", ""},
    {"words and stars", "", "in ***** ", ""},
    {"exclamation marks", "Ja", "!", ""},
    {"blanks", "in", " ", "de"},
    {"breaks", "", "\n", ""},
    {"carriage returns", "", "Ja\r", ""},
    {"returns and breaks", "", "Ja\r\n", ""},
    {"nul bytes", "", "%", ""},
    {"dotted letters", "", "a.", ""},
    {"dotted words", "", "aa.", ""},
    {"abbreviations", "", "a.u.b. ", ""},
    {"abbreviations of numbers", "", "max. ", ""},
    {"web addresses", "", "www.", ""},
    {"e-mail addresses", "", "a@", ""},
    {"slashes", "", "a/", ""},
    {"als", "", "als ", ""},
    {"en", "", "en ", ""},
    {"om", "", "om ", ""},
    {"om het", "", "om het ", ""},
    {"prepositions", "", "van in ", ""},
    {"articles and prepositions", "", "de in ", ""},
    {"die", "", "die kinderen ", ""},
    {"er", "", "er ", ""},
    {"er is", "", "er is ", ""},
    {"omdat er", "", "omdat er ", ""},
    {"wordt", "Hij", " wordt", ""},
    {"hier wordt", "Hierover", " hiervoor wordt", ""},
    {"hierover wordt", "", "hierover wordt gewerkt ", ""},
    {"asked", "", "verzocht ", ""},
    {"impersonal", "", "het is de bedoeling dat ", ""},
    {"niet", "", "niet ", ""},
    {"participles", "", "gebeld ", ""},
    {"infinitives", "", "lezen ", ""},
    {"reading", "u moet", " lezen school", ""},
    {"reading phrases", "op school", " lees voor", ""},
    {"reading books", "in de klas", " lees elke dag een boek", ""},
    {"mothers", "", "moeders ", "ook"},
    {"own mother", "", "de mama ", ""},
    {"boys and girls", "", "jongens en meisjes ", ""},
    {"idiom", "", "de puntjes op de i ", ""},
    {"another idiom", "", "de kat uit de boom kijken ", ""},
    {"names of one thing", "de leraar", " de docent de leerkracht de leraar", ""},
    {"names after a long word", "", "opvang bso opvang ", ""},
    {"more names", "opvang", " bso naschoolse opvang buitenschoolse opvang", ""},
    {"weak verbs", "", "beslissing ", ""},
    {"deeds", "", "de regeling van de verbetering ", ""},
    {"deed takes place", "de uitreiking van", " de diploma's", " vindt plaats"},
    {"half past", "", "half 8 ", ""},
    {"to and past", "", "om 5 voor half 8 ", ""},
    {"next week", "", "volgende week ", ""},
    {"next days", "", "komende donderdag ", ""},
    {"begin of march", "", "begin maart ", ""},
    {"rough times", "", "binnenkort ", ""},
    {"dates", "", "op 03-04-2026 ", ""},
    {"numbers in letters", "", "zeven kinderen ", ""},
    {"long numbers", "", "tweehonderdvijftigduizend ", ""},
    {"capitals", "", "LET OP ", ""},
    {"invitation", "", "u bent welkom op maandag 3 mei om 19.00 uur ", ""},
    {"invitations", "", "U bent welkom op maandag 3 mei om 19.00 uur. ", ""},
    {"answers", "", "meld u ", ""},
    {"headings", "", "# Kop\n", ""},
    {"underlined headings", "", "Kop\n===\n", ""},
    {"list items", "", "- Ja\n", ""},
    {"table", "", "| a | b |\n", ""},
    {"table, one row", "", "| a ", ""},
    {"quoted lines", "", "> ", ""},
    {"rules", "", "- ", "x"},
    {"paragraphs", "", "Wij gaan naar huis.\n\n", ""},
    {"school terms", "", "het oudergesprek ", ""},
    {"school abbreviations", "", "mr ", ""},
    {"officialese", "", "in het kader van ", ""},
    {"terms explained", "", "bso is een ", ""},
    {"guilt", "", "uw aanwezigheid is verplicht ", ""},
    {"cyrillic", "", "\xD0\xB0 ", ""},
    {"cyrillic and latin", "",
     "\xD0\xB0"
     "a ",
     ""},
    {"cyrillic and dots", "", "\xD0\xB0.", ""},
    {"chinese", "", "\xE4\xBD\xA0\xE5\xA5\xBD", ""},
    {"thai", "", "\xE0\xB8\x81\xE0\xB8\xB4", ""},
    {"marks", "a", "\xCC\x81", ""},
    {"marks by themselves", "", " \xCC\x81", ""},
    {"soft hyphens", "a", "\xC2\xAD", ""},
    {"words with soft hyphens", "", "in\xC2\xAD ", ""},
    {"bidi marks", "", "in\xE2\x80\x8F ", ""},
    {"emoji", "", "\xF0\x9F\x98\x80", ""},
    {"curly apostrophes", "", "\xE2\x80\x99", ""},
    {"english", "", "the children go to school ", ""},
    {"english lines", "", "The children go to school.\n\n", ""},
};

typedef struct sample {
    char *data;
    size_t length;
} sample;

static void add(sample *s, const char *text, size_t number)
{
    for (; *text != '\0'; text++) {
        if (*text == '%') {
            s->data[s->length++] = '\0';
        } else if (*text == '@') {
            for (size_t left = number + 1; left > 0; left /= 20)
                s->data[s->length++] = "bcdfghjklmnpqrstvwxz"[left % 20];
        } else {
            s->data[s->length++] = *text;
        }
    }
}

static sample make(const shape *form, size_t wanted, size_t sentence)
{
    sample s = {malloc(wanted + ROOM), 0};
    if (s.data == NULL)
        exit(2);
    add(&s, form->before, 0);
    for (size_t number = 0, next = sentence; s.length < wanted; number++) {
        add(&s, form->part, number);
        if (s.length >= next) {
            add(&s, "! ", 0);
            next = s.length + sentence;
        }
    }
    add(&s, form->after, 0);
    return s;
}

static double seconds_of(const schakel_checker *checker, const shape *form, size_t wanted, size_t sentence)
{
    sample s = make(form, wanted, sentence);
    schakel_report *report = NULL;
    struct timespec from, to;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    if (schakel_check(checker, s.data, s.length, NULL, &report, NULL) != SCHAKEL_OK)
        exit(2);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    schakel_report_destroy(report);
    free(s.data);
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

int main(int argc, char **argv)
{
    size_t size = (argc > 1 ? strtoul(argv[1], NULL, 10) : 1000) * 1000;
    int slow = 0;
    schakel_checker *checker = NULL;
    if (schakel_checker_create(NULL, &checker, NULL) != SCHAKEL_OK)
        return 2;
    seconds_of(checker, &shapes[0], 1000, SIZE_MAX); /* ICU loads what it keeps */
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        if (argc > 2 && strcmp(argv[2], shapes[i].name) != 0)
            continue;
        double half = seconds_of(checker, &shapes[i], size / 2, SIZE_MAX);
        double whole = seconds_of(checker, &shapes[i], size, SIZE_MAX);
        double cut = seconds_of(checker, &shapes[i], size, SENTENCE);
        double speed = (double)size / 1e6 / whole, cut_speed = (double)size / 1e6 / cut;
        slow |= speed < SLOWEST || cut_speed < SLOWEST;
        printf("%-28s %8.1f MB/s, %4.1f times the time for twice the text, %8.1f MB/s in sentences%s\n",
               shapes[i].name, speed, whole / half, cut_speed,
               speed < SLOWEST || cut_speed < SLOWEST ? "  SLOW" : "");
        fflush(stdout);
    }
    schakel_checker_destroy(checker);
    return slow;
}
