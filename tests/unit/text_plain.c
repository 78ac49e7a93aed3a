/* The list of hard wordings: its forms in step, articles, and whether what it offers is plain at all. */
#include <ctype.h>

#include "unit/text_help.h"
#include "text/lexicon.h"
#include "text/tables.h"

/* A sentence and what becomes of it with the first suggestion; NULL when it only gets advice. */
typedef struct rewriting {
    const char *text, *place, *result;
} rewriting;

static int rewrites(const rewriting *r, char *got, size_t size)
{
    schakel_finding f = SCHAKEL_FINDING_INIT;
    schakel_report *report = check_at(r->text, SCHAKEL_LEVEL_A2);
    size_t count = schakel_report_finding_count(report);
    size_t i = first_of(report, SCHAKEL_RULE_FORMAL_WORDING, &f);
    const char *suggestion = i < count ? schakel_report_get_suggestion(report, i, 0) : NULL;
    snprintf(got, size, "%s", "(nothing)");
    int fine = i < count && strlen(r->place) == f.end - f.start &&
               strncmp(r->text + f.start, r->place, f.end - f.start) == 0;
    if (i < count)
        snprintf(got, size, "%.*s%s%s", (int)f.start, r->text, suggestion != NULL ? suggestion : "(advice)",
                 r->text + f.end);
    fine &= (suggestion == NULL) == (r->result == NULL);
    if (fine && suggestion != NULL)
        fine = strcmp(got, r->result) == 0;
    schakel_report_destroy(report);
    return fine;
}

static void assert_rewritings(const rewriting *list, size_t count)
{
    char got[512];
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        if (rewrites(&list[i], got, sizeof got))
            continue;
        print_message("\"%s\" became \"%s\"\n", list[i].text, got);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

#define REWRITINGS(list) assert_rewritings(list, sizeof(list) / sizeof(list)[0])

static void verbs_change_in_step(void **state)
{
    (void)state;
    static const rewriting list[] = {
        {"Wij willen de regels wijzigen.", "wijzigen", "Wij willen de regels veranderen."},
        {"De school wijzigt de regels.", "wijzigt", "De school verandert de regels."},
        {"Ik wijzig de regels.", "wijzig", "Ik verander de regels."},
        {"De school wijzigde de regels.", "wijzigde", "De school veranderde de regels."},
        {"Zij wijzigden de regels.", "wijzigden", "Zij veranderden de regels."},
        {"De regels zijn gewijzigd.", "gewijzigd", "De regels zijn veranderd."},
        {"Lees de gewijzigde regels.", "gewijzigde", "Lees de veranderde regels."},
    };
    REWRITINGS(list);
}

static void separable_verbs_change_where_the_order_stays(void **state)
{
    (void)state;
    static const rewriting list[] = {
        {"De les kan nu aanvangen.", "aanvangen", "De les kan nu beginnen."},
        {"Het is tijd om aan te vangen.", "aan te vangen", "Het is tijd om te beginnen."},
        {"U hoort wanneer de les aanvangt.", "aanvangt", "U hoort wanneer de les begint."},
        {"De les is aangevangen.", "aangevangen", "De les is begonnen."},
        {"Vergeet niet om het boek te retourneren.", "te retourneren",
         "Vergeet niet om het boek terug te sturen."},
        {"Het boek is geretourneerd.", "geretourneerd", "Het boek is teruggestuurd."},
        {"Wij retourneren het boek.", "retourneren", NULL},
        {"De school retourneert het boek.", "retourneert", NULL},
        {"Uw kind mag deelnemen.", "deelnemen", "Uw kind mag meedoen."},
        {"Het is fijn om deel te nemen.", "deel te nemen", "Het is fijn om mee te doen."},
        {"Fijn dat uw kind deelneemt.", "deelneemt", "Fijn dat uw kind meedoet."},
    };
    REWRITINGS(list);
}

static void noun_and_verb_become_one_verb(void **state)
{
    (void)state;
    static const rewriting list[] = {
        {"De directeur neemt een besluit.", "neemt een besluit", "De directeur beslist."},
        {"De directeur moet een besluit nemen.", "een besluit nemen", "De directeur moet beslissen."},
        {"De leraar draagt zorg voor de boeken.", "draagt zorg voor", "De leraar zorgt voor de boeken."},
        {"Het is fijn om zorg te dragen voor elkaar.", "zorg te dragen voor",
         "Het is fijn om te zorgen voor elkaar."},
        {"Wij maken gebruik van de bus.", "maken gebruik van", "Wij gebruiken de bus."},
        /* Here the bus would have to come first. */
        {"Wij willen gebruik maken van de bus.", "gebruik maken van", NULL},
    };
    REWRITINGS(list);
}

static void another_auxiliary_only_advises(void **state)
{
    (void)state;
    static const rewriting list[] = {
        {"De les wordt beëindigd.", "beëindigd", NULL},
        {"Wij hebben de zaal betreden.", "betreden", NULL},
    };
    REWRITINGS(list);
}

static void forms_that_could_be_two_only_advise(void **state)
{
    (void)state;
    static const rewriting list[] = {
        {"De school verstrekt boeken.", "verstrekt", NULL},
        {"Wij verstrekken boeken.", "verstrekken", "Wij geven boeken."},
    };
    REWRITINGS(list);
}

static void nouns_change_in_step(void **state)
{
    (void)state;
    static const rewriting list[] = {
        {"Dit is een wijziging.", "wijziging", "Dit is een verandering."},
        {"Lees de wijzigingen.", "wijzigingen", "Lees de veranderingen."},
        {"Er zijn twee knelpunten.", "knelpunten", "Er zijn twee problemen."},
    };
    REWRITINGS(list);
}

static void articles_go_with_the_plain_noun(void **state)
{
    (void)state;
    static const rewriting list[] = {
        {"De aanvang is om negen uur.", "De aanvang", "Het begin is om negen uur."},
        {"Kom bij de aanvang.", "de aanvang", "Kom bij het begin."},
        {"Deze aanvang was goed.", "Deze aanvang", "Dit begin was goed."},
        {"Elke aanvang is anders.", "Elke aanvang", "Elk begin is anders."},
        {"Onze aanvang was goed.", "Onze aanvang", "Ons begin was goed."},
        {"Het conflict is klaar.", "Het conflict", "De ruzie is klaar."},
        {"Dat conflict is klaar.", "Dat conflict", "Die ruzie is klaar."},
        {"Welk conflict is er?", "Welk conflict", "Welke ruzie is er?"},
        {"Er is een conflict.", "conflict", "Er is een ruzie."},
        {"Uw aanvang is goed.", "aanvang", "Uw begin is goed."},
        /* What agrees with the noun would have to change as well. */
        {"De mooie aanvang was fijn.", "aanvang", NULL},
        {"Een mooie aanvang is fijn.", "aanvang", NULL},
        {"Dit is de aanvang die wij willen.", "aanvang", NULL},
        {"Dat is de \"aanvang\".", "aanvang", NULL},
        {"De conflicten zijn klaar.", "conflicten", "De ruzies zijn klaar."},
        {"Het knelpunt is klaar.", "knelpunt", "Het probleem is klaar."},
    };
    REWRITINGS(list);
}

static void adjectives_change_in_step(void **state)
{
    (void)state;
    static const rewriting list[] = {
        {"Dat is cruciaal.", "cruciaal", "Dat is heel belangrijk."},
        {"Dat is een cruciale dag.", "cruciale", "Dat is een heel belangrijke dag."},
        {"Het is een complex boek.", "complex", "Het is een moeilijk boek."},
        {"Het zijn complexe boeken.", "complexe", "Het zijn moeilijke boeken."},
        {"Dat is kosteloos.", "kosteloos", "Dat is gratis."},
        {"Het zijn kosteloze boeken.", "kosteloze", "Het zijn gratis boeken."},
    };
    REWRITINGS(list);
}

/* What takes a word's place must fit where the word stands; else it is only advice. */
static void replacements_fit_the_sentence(void **state)
{
    (void)state;
    static const rewriting list[] = {
        {"Wij verzoeken u vriendelijk doch dringend om te komen.",
         "Wij verzoeken u vriendelijk doch dringend", "Wij vragen u om te komen."},
        {"Mocht u verhinderd zijn, bel ons.", "Mocht u verhinderd zijn", "Als u niet kunt komen, bel ons."},
        {"Bent u verhinderd? Bel ons.", "Bent u verhinderd", "Kunt u niet komen? Bel ons."},
        {"Mocht uw man verhinderd zijn, bel ons.", "verhinderd", NULL},
        {"Uw zoon is niet gemotiveerd.", "gemotiveerd", NULL},
        {"Wij eten gezamenlijk in de klas.", "gezamenlijk", "Wij eten samen in de klas."},
        {"Wij maken een gezamenlijk plan.", "gezamenlijk", NULL},
        {"Kom tijdig naar school.", "tijdig", "Kom op tijd naar school."},
        {"Stuur een tijdig bericht.", "tijdig", NULL},
        {"Dat is een irrelevant punt.", "irrelevant", "Dat is een niet belangrijk punt."},
        {"Het formulier is overbodig.", "overbodig", "Het formulier is niet nodig."},
        {"Het formulier is niet overbodig.", "overbodig", NULL},
        {"Dank aan de talrijke ouders.", "talrijke", "Dank aan de vele ouders."},
    };
    REWRITINGS(list);
}

static void everyday_words_with_the_same_form_are_left_alone(void **state)
{
    (void)state;
    static const char *const list[] = {"Wij zijn bezig.", "Er zijn acht boeken.", "Het vervoer is gratis.",
                                       "Er is een bericht.", "Dat is rechtvaardig."};
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
        char got[512];
        const rewriting none = {list[i], "", NULL};
        assert_false(rewrites(&none, got, sizeof got));
        assert_string_equal(got, "(nothing)");
    }
}

/* -------------------------------------------------------------- plain enough */

/* The hardest level among the words of a text; what is unknown counts as `unknown`. */
static int hardest(const char *text, int unknown, char *word, size_t size)
{
    int level = 0;
    for (const char *at = text; *at != '\0';) {
        size_t length = strcspn(at, " ,.?!:/");
        if (length > 0 && strncmp(at, "…", length) != 0 && !isdigit((unsigned char)*at)) {
            int found = (int)schakel_word_level(checker, at, length);
            found = found == SCHAKEL_LEVEL_UNKNOWN ? unknown : found;
            if (found > level) {
                level = found;
                snprintf(word, size, "%.*s", (int)length, at);
            }
        }
        at += length;
        at += *at != '\0';
    }
    return level;
}

static void wordings_are_plain(void **state)
{
    (void)state;
    char word[128] = "";
    size_t wrong = 0, seen = 0;
    for (uint32_t i = 0; i < sk_phrase_count; i++) {
        const sk_phrase *p = &sk_phrases[i];
        if (p->list != SK_LIST_FORMAL || (p->kind != SK_KIND_REPLACE && p->kind != SK_KIND_NOUN))
            continue;
        seen++;
        /* What is put in the place of a hard wording must be known, and at A2 at most. */
        if (hardest(sk_phrase_text + p->advice, SCHAKEL_LEVEL_C2, word, sizeof word) <= SCHAKEL_LEVEL_A2)
            continue;
        print_message("%s -> %s: \"%s\" is not plain\n", sk_phrase_text + p->pattern,
                      sk_phrase_text + p->advice, word);
        wrong++;
    }
    assert_true(seen > 1850);
    assert_int_equal(wrong, 0);
}

/* verhinderd: "kan niet komen" cannot be an example for it, since nobody can write it after "is" or "mocht u". */
static void advice_is_of_the_same_class(void **state)
{
    (void)state;
    size_t wrong = 0, seen = 0;
    for (uint32_t i = 0; i < sk_phrase_count; i++) {
        const sk_phrase *p = &sk_phrases[i];
        const char *hard = sk_phrase_text + p->pattern, *plain = sk_phrase_text + p->advice;
        if (p->list != SK_LIST_FORMAL || p->kind != SK_KIND_ADVISE)
            continue;
        size_t first = strcspn(plain, " ");
        uint32_t word = sk_word_find(sk_hash(hard, strlen(hard)), hard, strlen(hard));
        uint32_t opener = sk_word_find(sk_hash(plain, first), plain, first);
        if (word == SK_NO_WORD || sk_words[word].flags & (SK_FINITE | SK_INFINITIVE) || opener == SK_NO_WORD)
            continue;
        seen++;
        unsigned role = sk_words[opener].role;
        if (role != SK_ROLE_ZIJN && role != SK_ROLE_MODAL && role != SK_ROLE_HEBBEN && role != SK_ROLE_GOING)
            continue;
        print_message("%s -> %s\n", hard, plain);
        wrong++;
    }
    assert_true(seen > 200);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verbs_change_in_step),
        cmocka_unit_test(separable_verbs_change_where_the_order_stays),
        cmocka_unit_test(noun_and_verb_become_one_verb),
        cmocka_unit_test(another_auxiliary_only_advises),
        cmocka_unit_test(forms_that_could_be_two_only_advise),
        cmocka_unit_test(nouns_change_in_step),
        cmocka_unit_test(articles_go_with_the_plain_noun),
        cmocka_unit_test(adjectives_change_in_step),
        cmocka_unit_test(everyday_words_with_the_same_form_are_left_alone),
        cmocka_unit_test(replacements_fit_the_sentence),
        cmocka_unit_test(wordings_are_plain),
        cmocka_unit_test(advice_is_of_the_same_class),
    };
    return cmocka_run_group_tests(tests, make_checker, end_checker);
}
