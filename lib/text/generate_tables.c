/*
 * generate_tables WORDS_DIR OUTPUT.c
 *
 * Turns the word lists into the constant tables of tables.h: every entry with its inflected
 * forms, and every phrase by its first word. Runs at build time. A list that is missing or
 * wrong ends the build with file, line and what is wrong.
 */
#include "generate_lists.h"
#include "generate_model.h"
#include "generate_output.h"
#include "generate_phrases.h"
#include "generate_plain.h"
#include "generate_words.h"

/* In this order: words before the wordings that name them, and cues last, on forms and phrases. */
static const word_list lists[] = {
    {.file = "nouns.tsv", .header = "word\tlevel\tarticle\tplural", .take = take_noun},
    {.file = "verbs.tsv",
     .header = "verb\tlevel\tpast\tpast_plural\tparticiple\tauxiliary\ttransitive\tpresent",
     .take = take_verb},
    {.file = "adjectives.tsv", .header = "word\tlevel\tinflected\tcomparative", .take = take_adjective},
    {.file = "other.tsv", .header = "word\tlevel\tclass", .take = take_other, .finish = finish_words},
    {.file = "plain.tsv", .header = "hard\tplain\tkind", .take = take_plain, .finish = finish_plain},
    {.file = "terms.tsv", .header = "term\tforms\texplanation\texplanation_en", .take = take_term},
    {.file = "abbreviations.tsv", .header = "abbreviation\tfull\tkind", .take = take_abbreviation},
    {.file = "gendered.tsv", .header = "pattern\talternative\tkind\twhy", .take = take_gendered},
    {.file = "guilt.tsv", .header = "pattern\tadvice", .take = take_advice, .phrases = SK_LIST_GUILT},
    {.file = "flight.tsv", .header = "pattern\tadvice", .take = take_advice, .phrases = SK_LIST_FLIGHT},
    {.file = "idioms.tsv",
     .header = "pattern\tmeaning",
     .take = take_advice,
     .phrases = SK_LIST_IDIOM,
     .kind = SK_KIND_ADVISE},
    {.file = "reading.tsv",
     .header = "pattern\tadvice",
     .take = take_advice,
     .phrases = SK_LIST_READING,
     .kind = SK_KIND_ADVISE},
    {.file = "style.tsv", .header = "pattern\trule\tplain\tkind", .take = take_style},
    {.file = "weak.tsv", .header = "noun\tverbs\tplain", .take = take_weak},
    {.file = "names.tsv", .header = "thing\tname", .take = take_name},
    {.file = "model.tsv", .header = "name\tkind\tvalue\tusual\taspect\twhat", .take = take_model},
    {.file = "pressure.tsv", .header = "word\tkinds", .take = take_pressure},
    {.file = "languages.tsv", .header = "word\tlanguage", .take = take_foreign},
    {.file = "cues.tsv", .header = "pattern\tkind", .take = take_cue},
};

static void free_tables(tables *t)
{
    for (size_t i = 0; i < t->text_count; i++)
        free(t->texts[i]);
    free(t->texts);
    free(t->forms);
    free(t->index);
    free(t->phrases);
    free(t->lemmas);
    free(t->drafts);
}

static void write_tables(const tables *t, const char *path)
{
    FILE *out = fopen(path, "wb");
    if (out == NULL)
        stop(NULL, "%s: cannot be written", path);
    fputs("/* Made by generate_tables out of lib/text/words. */\n"
          "#include \"text/pressure.h\"\n#include \"text/tables.h\"\n\n"
          "#if defined(__GNUC__)\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n#endif\n\n",
          out);
    write_words(t, out);
    write_phrases(t, out);
    write_languages(t, out);
    write_pressure(t, out);
    write_model(t, out);
    if (fclose(out) != 0)
        stop(NULL, "%s: cannot be written", path);
}

int main(int argc, char **argv)
{
    static tables t;
    if (argc != 3)
        stop(NULL, "usage: generate_tables WORDS_DIR OUTPUT.c");
    t.folder = argv[1];
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        read_list(&t, &lists[i]);
    mark_openers(&t);
    qsort(t.forms, t.form_count, sizeof *t.forms, compare_forms);
    qsort(t.phrases, t.phrase_count, sizeof *t.phrases, compare_phrases);
    write_tables(&t, argv[2]);
    free_tables(&t);
    return 0;
}
