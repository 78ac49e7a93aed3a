/* Units, sentences and words: where they begin and end. Sentences are shown as "a b|c d", units between newlines. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "text/segment.h"

typedef struct shown {
    char text[4096];
    size_t paragraphs;
} shown;

static shown show(const char *text)
{
    shown s = {"", 0};
    schakel_allocator allocator;
    sk_segmenter g;
    sk_unit unit = {.kind = SK_UNIT_PARAGRAPH};
    size_t at = 0, length = strlen(text);
    sk_allocator_resolve(NULL, &allocator);
    sk_segmenter_init(&g, &allocator, text);
    while (sk_next_unit(text, length, &at, &unit)) {
        assert_true(sk_tokenise(&g, &unit));
        if (g.token_count == 0)
            continue;
        s.paragraphs += (size_t)unit.opens_paragraph;
        strcat(s.text, s.text[0] == '\0' ? "" : "\n");
        for (size_t i = 0; i < g.token_count; i++) {
            const sk_token *t = &g.tokens[i];
            if (i > 0)
                strcat(s.text, t->shape & SK_SHAPE_FIRST ? "|" : " ");
            strncat(s.text, text + t->start, t->end - t->start);
        }
    }
    sk_segmenter_destroy(&g);
    return s;
}

static void assert_shown(const char *text, const char *expected)
{
    shown s = show(text);
    assert_string_equal(s.text, expected);
}

static void sentences_end_at_marks(void **state)
{
    (void)state;
    assert_shown("Kom je? Ja! Tot dan.", "Kom je|Ja|Tot dan");
    assert_shown("Wacht... Daar is hij. 12 kinderen lachen.", "Wacht|Daar is hij|12 kinderen lachen");
    assert_shown("Hij zei: \"Kom.\" Toen ging hij.", "Hij zei Kom|Toen ging hij");
    assert_shown("\"Kom je?\" vroeg ze. (Dat kan.) Fijn.", "Kom je vroeg ze|Dat kan|Fijn");
    assert_shown("Dat is klaar.Nu de rest.", "Dat is klaar|Nu de rest");
}

static void abbreviations_end_no_sentence(void **state)
{
    (void)state;
    assert_shown("Bel dhr. de Boer of mevr. Smit a.u.b. voor vrijdag.",
                 "Bel dhr. de Boer of mevr. Smit a.u.b. voor vrijdag");
    assert_shown("Dhr. Jansen komt m.b.t. Nederlands.", "Dhr. Jansen komt m.b.t. Nederlands");
    assert_shown("Het is t/m 3 dec. in de b.s.o. van school.", "Het is t/m 3 dec. in de b.s.o. van school");
    assert_shown("Neem brood, fruit, enz. De rest doen wij.", "Neem brood fruit enz.|De rest doen wij");
    assert_shown("Juf J. Jansen en A.B. de Vries.", "Juf J Jansen en A.B. de Vries");
    assert_shown("Juf A.\xC3\x89. de Vries.", "Juf A.\xC3\x89. de Vries");
    assert_shown("Wij doen plan B. Daarna gaan wij weg.", "Wij doen plan B|Daarna gaan wij weg");
    assert_shown("Het feest is zo. Jan komt ook.", "Het feest is zo|Jan komt ook");
}

static void numbers_times_and_dates_stay_whole(void **state)
{
    (void)state;
    assert_shown("Om 19.30 uur, 10:15 uur of 1.000,50 euro.", "Om 19.30 uur 10:15 uur of 1.000,50 euro");
    assert_shown("Op 03-04-2026 en 3/4/2026, de 3e of 3. plaats.",
                 "Op 03-04-2026 en 3/4/2026 de 3e of 3 plaats");
    assert_shown("Bel 010 - 123 45 67. Of 06-12345678.", "Bel 010 - 123 45 67|Of 06-12345678");
    assert_shown("Dat kost € 12,- of 12,50 p.p. per dag.", "Dat kost 12 of 12,50 p.p. per dag");
    assert_shown("Dat kost € 85,-. Bel ons.", "Dat kost 85|Bel ons");
    assert_shown("Kom op 3 of 4 mei.", "Kom op 3 of 4 mei");
}

static void addresses_stay_whole(void **state)
{
    (void)state;
    assert_shown("Mail jan.smit@school.example. Of kijk op www.school.example/info?a=1!",
                 "Mail jan.smit@school.example|Of kijk op www.school.example/info?a=1");
    assert_shown("Zie https://school.example/a.b, pagina 2.", "Zie https://school.example/a.b pagina 2");
}

static void dutch_words_stay_whole(void **state)
{
    (void)state;
    assert_shown("foto\xE2\x80\x99s van 's morgens, de luizen-ouder",
                 "foto\xE2\x80\x99s van 's morgens de luizen-ouder");
    assert_shown("ouder(s)/verzorger(s) en/of opa", "ouder(s) verzorger(s) en of opa");
    assert_shown("ouder\xC2\xAD"
                 "avond",
                 "ouder\xC2\xAD"
                 "avond");
    assert_shown("ree\xCC\x88"
                 "el",
                 "ree\xCC\x88"
                 "el");
}

static void markdown_is_read_as_it_is_meant(void **state)
{
    (void)state;
    assert_shown("# Wat en wanneer\nWij gaan **weg**.\n", "Wat en wanneer\nWij gaan weg");
    assert_shown("Kop\n===\nTekst [hier](https://a.example/b) door.", "Kop\nTekst hier door");
    assert_shown("- een\n- twee\n  en meer\n3. drie\n", "een\ntwee en meer\ndrie");
    assert_shown("| Dag | Tijd |\n|---|---|\n| ma | 8.30 |", "Dag|Tijd\nma|8.30");
    assert_shown("> Een zin.\n\n```\ncode\n```", "Een zin\ncode");
    assert_shown("regel een<br>en <b>twee</b>", "regel een en twee");
}

static void lines_join_unless_they_stand_apart(void **state)
{
    (void)state;
    assert_shown("Beste ouders,\nOp vrijdag is het feest.", "Beste ouders|Op vrijdag is het feest");
    assert_shown("Wij gaan met alle kinderen van de groepen vier en vijf naar\nArtis.",
                 "Wij gaan met alle kinderen van de groepen vier en vijf naar Artis");
    /* A line end of two bytes ends one line. */
    assert_shown("Wij gaan met alle kinderen van de groepen vier en vijf naar\r\nArtis.",
                 "Wij gaan met alle kinderen van de groepen vier en vijf naar Artis");
    assert_shown("Wij gaan met alle kinderen van de groepen vier en vijf naar  \r\nartis.",
                 "Wij gaan met alle kinderen van de groepen vier en vijf naar|artis");
    assert_shown("Groeten van Noor\r\nDe Wilg\r\n\r\nEinde", "Groeten van Noor|De Wilg\nEinde");
}

static void a_list_or_table_is_one_paragraph(void **state)
{
    (void)state;
    assert_int_equal(show("# Kop\n\nEen.\n\nTwee.\n\n- a\n\n- b\n\nDrie.").paragraphs, 4);
    assert_int_equal(show("| a | b |\n|---|---|\n| c | d |\n").paragraphs, 1);
    assert_int_equal(show("\n\n# Kop\n").paragraphs, 0);
}

static void other_scripts_are_cut_by_their_own_rules(void **state)
{
    (void)state;
    assert_shown("Привет мир. Как дела? Goed.", "Привет мир|Как дела|Goed");
    assert_shown("كيف حالك؟ بخير.", "كيف حالك|بخير");
    assert_shown("ሰላም ነው።ደህና ነኝ።", "ሰላም ነው|ደህና ነኝ");
    assert_shown("你好世界。", "你好 世界");
    assert_shown("Feest 🎉🎉 op school 👩‍👧!", "Feest op school");
}

static void strange_input_is_no_trouble(void **state)
{
    (void)state;
    assert_shown("", "");
    assert_shown("\n\n  \r\r\t", "");
    assert_shown("...!?*_- | # --", "");
    assert_shown("#geen kop", "geen kop");
    assert_shown("\xEF\xBB\xBFHoi", "Hoi");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_end_at_marks),
        cmocka_unit_test(abbreviations_end_no_sentence),
        cmocka_unit_test(numbers_times_and_dates_stay_whole),
        cmocka_unit_test(addresses_stay_whole),
        cmocka_unit_test(dutch_words_stay_whole),
        cmocka_unit_test(markdown_is_read_as_it_is_meant),
        cmocka_unit_test(lines_join_unless_they_stand_apart),
        cmocka_unit_test(a_list_or_table_is_one_paragraph),
        cmocka_unit_test(other_scripts_are_cut_by_their_own_rules),
        cmocka_unit_test(strange_input_is_no_trouble),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
