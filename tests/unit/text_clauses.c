/* Clauses and their verbs: main [..], subordinate (..), relative <..>, om {..}, each with its verbs in order. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/check.h"

enum { SHOWN_SIZE = 1024 };

static const char marks[][3] = {"[]", "()", "<>", "{}", "||"};

/* The first sentence of a text, analysed. */
static sk_analysis *analyse(const char *text, sk_segmenter *g)
{
    static sk_checking c;
    static schakel_allocator allocator;
    static const sk_book no_house_style;
    sk_unit unit = {.end = strlen(text), .kind = SK_UNIT_PARAGRAPH};
    memset(&c, 0, sizeof c);
    sk_allocator_resolve(NULL, &allocator);
    sk_segmenter_init(g, &allocator, text);
    assert_true(sk_tokenise(g, &unit));
    c.text = text;
    c.length = strlen(text);
    c.target = SCHAKEL_LEVEL_A2;
    c.own = &no_house_style;
    sk_sentence s = {
        .tokens = g->tokens, .count = g->token_count, .forms = g->forms, .analysis = &c.analysis};
    sk_judge_words(&c, &s);
    sk_analyse(g->tokens, g->token_count, g->forms, &c.analysis);
    return &c.analysis;
}

static void show(const char *text, char out[SHOWN_SIZE])
{
    sk_segmenter g;
    const sk_analysis *a = analyse(text, &g);
    out[0] = '\0';
    for (size_t number = 0; number < a->clause_count; number++) {
        const sk_clause *clause = &a->clauses[number];
        const char *mark = marks[clause->kind], *space = "";
        if (clause->end == clause->start)
            continue;
        strncat(out, mark, 1);
        for (size_t i = clause->start; i < clause->end; i++) {
            int verb = a->tags[i] >= SK_TAG_TE || i == clause->particle;
            if (a->clause_of[i] != number || !verb)
                continue;
            strcat(out, space);
            strncat(out, text + g.tokens[i].start, g.tokens[i].end - g.tokens[i].start);
            space = " ";
        }
        strcat(out, mark + 1);
    }
    sk_segmenter_destroy(&g);
}

static void clauses_are_told_apart(void **state)
{
    (void)state;
    static const char *const list[][2] = {
        {"Wij bellen u.", "[bellen]"},
        {"Wij hebben u gisteren gebeld.", "[hebben gebeld]"},
        {"Wij bellen u omdat het regent.", "[bellen](regent)"},
        {"Als het regent, bellen wij u.", "[bellen](regent)"},
        {"Als ouder kunt u ons helpen.", "[kunt helpen]"},
        {"De ouders die willen helpen kunnen zich melden.", "[kunnen melden]<willen helpen>"},
        {"Wij hebben de ouders die niet konden komen vandaag gebeld.", "[hebben gebeld]<konden komen>"},
        {"Kinderen die ziek zijn blijven thuis.", "[blijven thuis]<zijn>"},
        {"Wij weten niet of de bus komt.", "[weten](komt)"},
        {"Wilt u mailen of ons bellen?", "[Wilt mailen bellen]"},
        {"Het regent en wij gaan naar huis.", "[regent][gaan]"},
        {"Wij gaan zwemmen, want het wordt warm.", "[gaan zwemmen][wordt]"},
        {"Blijf thuis als uw kind hoest en niet wil eten.", "[Blijf thuis](hoest)(wil eten)"},
        {"Het lukt niet om voor iedereen een plek te vinden.", "[lukt]{te vinden}"},
        {"Om 9 uur begint de les.", "[begint]"},
        {"Trek uw jas uit en hang hem op.", "[Trek uit][hang op]"},
        {"Nodig de ouders uit om mee te doen.", "[Nodig uit]{te doen}"},
        {"Vertel wat u wilt weten.", "[Vertel]<wilt weten>"},
        {"Wat wilt u weten?", "[wilt weten]"},
        {"Wie mee wil, kan zich melden.", "<wil>[kan melden]"},
        {"Die dag is dat kind ziek.", "[is]"},
        {"Het kind dat valt, krijgt een pleister.", "[krijgt]<valt>"},
        {"Ik denk dat dat kind graag leest.", "[denk](leest)"},
        {"Zijn moeder belt en zijn vader komt.", "[belt][komt]"},
        {"Er zijn ouders die zijn vader kennen.", "[zijn]<kennen>"},
        {"Toen ging de bel.", "[ging]"},
        {"Wanneer begint de les?", "[begint]"},
        {"Wanneer de les begint, bellen wij.", "[bellen]<begint>"},
        {"Toen de bel ging, was het stil.", "[was](ging)"},
        {"Doordat de bus te laat was, zijn wij te laat.", "[zijn](was)"},
        {"Wij (de ouders) willen helpen.", "[willen helpen]||"},
    };
    char shown[SHOWN_SIZE];
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
        show(list[i][0], shown);
        if (strcmp(shown, list[i][1]) != 0) {
            print_message("%s gives %s, not %s\n", list[i][0], shown, list[i][1]);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

/* The same words many times over: places stay within their bounds. */
static void long_sentences_keep_within_bounds(void **state)
{
    (void)state;
    static const char *const parts[] = {"dat ",       "omdat die ",      "(en ",     "als u komt, ",
                                        "of de ",     "om te en ",       "zijn en ", "die zijn) ",
                                        "niet geen ", "wordt gebeld en "};
    enum { TIMES = 600 };
    for (size_t k = 0; k < sizeof parts / sizeof parts[0]; k++) {
        size_t length = strlen(parts[k]);
        char *text = malloc(TIMES * length + 1);
        assert_non_null(text);
        for (size_t i = 0; i < TIMES; i++)
            memcpy(text + i * length, parts[k], length + 1);
        sk_segmenter g;
        const sk_analysis *a = analyse(text, &g);
        assert_true(a->count <= SK_ANALYSED);
        assert_true(a->clause_count <= SK_CLAUSES);
        for (size_t i = 0; i < a->count; i++)
            assert_true(a->tags[i] < SK_TAG_SURE && a->clause_of[i] < a->clause_count);
        for (size_t i = 0; i < a->clause_count; i++)
            assert_true(a->clauses[i].start <= a->clauses[i].end && a->clauses[i].end <= a->count);
        sk_segmenter_destroy(&g);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clauses_are_told_apart),
        cmocka_unit_test(long_sentences_keep_within_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
