/* A timetable as text, as a page and as letters, compared letter by letter. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "schakel/present.h"
#include "unit/timetable_stand_in.h"

#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"

static char *show(const schakel_timetable *timetable, const char *staff_id, const char *child_id,
                  schakel_format format, schakel_language language)
{
    char *text = NULL;
    size_t length = 0;
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    schakel_timetable_view view = SCHAKEL_TIMETABLE_VIEW_INIT;
    schakel_school *school = stand_in_school(NULL);
    options.format = format;
    options.language = language;
    view.staff_id = staff_id;
    view.child_id = child_id;
    if (schakel_present_timetable(timetable, school, &view, &options, &text, &length, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    assert_int_equal(strlen(text), length);
    schakel_school_destroy(school);
    return text;
}

static void assert_text(const char *staff_id, const char *child_id, schakel_language language,
                        const char *expected)
{
    schakel_timetable timetable = stand_in_timetable(NULL);
    char *text = show(&timetable, staff_id, child_id, SCHAKEL_FORMAT_TEXT, language);
    if (strcmp(text, expected) != 0)
        print_error("%s", text);
    assert_string_equal(text, expected);
    schakel_buffer_free(text);
}

/* ---------------------------------------------------------------- the school */

static void the_whole_round_in_dutch(void **state)
{
    (void)state;
    assert_text(
        NULL, NULL, SCHAKEL_DUTCH,
        "Startgesprekken\n"
        "  3 van de 4 gesprekken hebben een tijd. Meer kan niet.\n"
        "  Misschien bestaat er een beter rooster.\n"
        "  1 gezin heeft twee of meer gesprekken; bij 1 is dat in één bezoek.\n"
        "  De leraren wachten samen 5 minuten tussen de gesprekken.\n"
        "  Voor 2 gesprekken koos het gezin een deel van de dag; bij 1 lukt dat.\n"
        "  1 gesprek dat er al was, verandert van tijd of vervalt.\n"
        "\n"
        "Nog geen tijd\n"
        "  - Noor Zonnedauw, met Omar Zonnedauw; hulp nodig met de taal\n"
        "    Omar kan alleen op vrijdag.\n"
        "\n"
        "dinsdag 15 september 2026\n"
        "  Ellen Boterbloem\n"
        "    15:50 tot 16:05 uur  Mees Waterval, met Joris Waterval en Marieke Korenaar; lokaal <2>\n"
        "  Joost Eikenblad\n"
        "    15:30 tot 15:45 uur  Saar Waterval, met Joris Waterval en Marieke Korenaar; lokaal 4\n"
        "\n"
        "donderdag 17 september 2026\n"
        "  Ellen Boterbloem\n"
        "    18:30 tot 19:00 uur  Delina Waterval, met Selam Avondrood; online; tolk Tigrinya: Rahwa Regenboog; andere tijd dan eerst\n"
        "  Joost Eikenblad\n"
        "    18:30 tot 19:00 uur  Delina Waterval, met Selam Avondrood; online; tolk Tigrinya: Rahwa Regenboog; andere tijd dan eerst\n");
}

static void the_whole_round_in_english(void **state)
{
    (void)state;
    assert_text(
        NULL, NULL, SCHAKEL_ENGLISH,
        "Startgesprekken\n"
        "  3 of the 4 talks have a time. More is not possible.\n"
        "  There may be a better timetable.\n"
        "  1 family has two or more talks; for 1 that is one visit.\n"
        "  The teachers wait 5 minutes between talks in all.\n"
        "  For 2 talks the family chose a part of the day; that works out for 1.\n"
        "  1 talk that was planned moves or goes.\n"
        "\n"
        "No time yet\n"
        "  - Noor Zonnedauw, with Omar Zonnedauw; help with the language is needed\n"
        "    Omar can come on Friday only.\n"
        "\n"
        "Tuesday 15 September 2026\n"
        "  Ellen Boterbloem\n"
        "    15:50 to 16:05  Mees Waterval, with Joris Waterval and Marieke Korenaar; lokaal <2>\n"
        "  Joost Eikenblad\n"
        "    15:30 to 15:45  Saar Waterval, with Joris Waterval and Marieke Korenaar; lokaal 4\n"
        "\n"
        "Thursday 17 September 2026\n"
        "  Ellen Boterbloem\n"
        "    18:30 to 19:00  Delina Waterval, with Selam Avondrood; online; interpreter Tigrinya: Rahwa Regenboog; another time than before\n"
        "  Joost Eikenblad\n"
        "    18:30 to 19:00  Delina Waterval, with Selam Avondrood; online; interpreter Tigrinya: Rahwa Regenboog; another time than before\n");
}

static void the_talks_of_one_teacher(void **state)
{
    (void)state;
    assert_text(
        "ellen", NULL, SCHAKEL_DUTCH,
        "Startgesprekken: Ellen Boterbloem\n"
        "\n"
        "dinsdag 15 september 2026\n"
        "  15:50 tot 16:05 uur  Mees Waterval, met Joris Waterval en Marieke Korenaar; lokaal <2>\n"
        "\n"
        "donderdag 17 september 2026\n"
        "  18:30 tot 19:00 uur  Delina Waterval, met Selam Avondrood; online; tolk Tigrinya: Rahwa Regenboog; andere tijd dan eerst\n");
    assert_text(
        "joost", NULL, SCHAKEL_ENGLISH,
        "Startgesprekken: Joost Eikenblad\n"
        "\n"
        "No time yet\n"
        "  - Noor Zonnedauw, with Omar Zonnedauw; help with the language is needed\n"
        "    Omar can come on Friday only.\n"
        "\n"
        "Tuesday 15 September 2026\n"
        "  15:30 to 15:45  Saar Waterval, with Joris Waterval and Marieke Korenaar; lokaal 4\n"
        "\n"
        "Thursday 17 September 2026\n"
        "  18:30 to 19:00  Delina Waterval, with Selam Avondrood; online; interpreter Tigrinya: Rahwa Regenboog; another time than before\n");
    assert_text("yara", NULL, SCHAKEL_DUTCH,
                "Startgesprekken: Yara Lentewind\n"
                "  Er is geen gesprek met een tijd.\n");
}

/* Each sentence of the summary has something to say, or is not there. */
static void a_summary_says_what_there_is_to_say(void **state)
{
    static const struct {
        schakel_timetable_summary summary;
        const char *nl, *en;
    } cases[] = {
        {{.talks = 0},
         "  Elk gesprek heeft een tijd: 0 in totaal.\n",
         "  Every talk has a time: 0 in all.\n"},
        {{.talks = 8, .placed = 8, .most = 8, .optimal = 1},
         "  Elk gesprek heeft een tijd: 8 in totaal.\n  Een beter rooster bestaat niet.\n",
         "  Every talk has a time: 8 in all.\n  There is no better timetable.\n"},
        {{.talks = 8, .placed = 1, .most = 7},
         "  1 van de 8 gesprekken heeft een tijd. Meer dan 7 kan niet.\n  Misschien bestaat er een beter rooster.\n",
         "  1 of the 8 talks has a time. More than 7 is not possible.\n  There may be a better timetable.\n"},
        {{.talks = 8,
          .placed = 8,
          .families = 3,
          .together = 2,
          .wait_minutes = 1,
          .hole_minutes = 1,
          .preferring = 1,
          .moved = 2,
          .optimal = 1},
         "  Elk gesprek heeft een tijd: 8 in totaal.\n  Een beter rooster bestaat niet.\n"
         "  3 gezinnen hebben twee of meer gesprekken; bij 2 is dat in één bezoek.\n"
         "  Zij wachten samen 1 minuut tussen de gesprekken.\n"
         "  De leraren wachten samen 1 minuut tussen de gesprekken.\n"
         "  Voor 1 gesprek koos het gezin een deel van de dag; bij 0 lukt dat.\n"
         "  2 gesprekken die er al waren, veranderen van tijd of vervallen.\n",
         "  Every talk has a time: 8 in all.\n  There is no better timetable.\n"
         "  3 families have two or more talks; for 2 that is one visit.\n"
         "  Between talks they wait 1 minute in all.\n"
         "  The teachers wait 1 minute between talks in all.\n"
         "  For 1 talk the family chose a part of the day; that works out for 0.\n"
         "  2 talks that were planned move or go.\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_timetable timetable = stand_in_timetable(NULL);
        timetable.summary = cases[i].summary;
        timetable.count = 0;
        char *dutch = show(&timetable, NULL, NULL, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH);
        char *english = show(&timetable, NULL, NULL, SCHAKEL_FORMAT_TEXT, SCHAKEL_ENGLISH);
        assert_string_equal(dutch + strlen("Startgesprekken\n"), cases[i].nl);
        assert_string_equal(english + strlen("Startgesprekken\n"), cases[i].en);
        schakel_buffer_free(dutch);
        schakel_buffer_free(english);
    }
}

/* ------------------------------------------------------------------ families */

/* Each letter is about the talks of its readers alone: Selam hears nothing of Mees and Saar, nor their mother of Delina. */
static void S9_letters_tell_each_their_own_talks(void **state)
{
    (void)state;
    assert_text(
        NULL, "mees", SCHAKEL_DUTCH,
        "# Kom praten over Saar Waterval en Mees Waterval\n"
        "\n"
        "Beste Joris Waterval en Marieke Korenaar,\n"
        "\n"
        "Wij praten graag met u. Kom daarom naar school voor een gesprek. U vertelt, wij luisteren. Wat gaat goed? Wat is moeilijk?\n"
        "\n"
        "## Wanneer is het gesprek over Saar Waterval?\n"
        "\n"
        "- Wanneer: dinsdag 15 september 2026, 15:30 tot 15:45 uur\n"
        "- Hoe lang: 15 minuten\n"
        "- Waar: op school, lokaal 4\n"
        "- Wie: u, Saar Waterval en Joost Eikenblad\n"
        "\n"
        "## Wanneer is het gesprek over Mees Waterval?\n"
        "\n"
        "- Wanneer: dinsdag 15 september 2026, 15:50 tot 16:05 uur\n"
        "- Hoe lang: 15 minuten\n"
        "- Waar: op school, lokaal <2>\n"
        "- Wie: u en Ellen Boterbloem\n"
        "\n"
        "## Past een tijd niet?\n"
        "\n"
        "Dat is geen probleem. Kies een andere tijd. Zeg het tegen Joost Eikenblad.\n"
        "\n"
        "Praten over Saar Waterval kan ook op:\n"
        "\n"
        "- dinsdag 15 september 2026, 15:00 uur\n"
        "- dinsdag 15 september 2026, 15:15 uur\n"
        "- donderdag 17 september 2026, 19:00 uur\n"
        "- donderdag 17 september 2026, 19:15 uur\n"
        "\n"
        "## Hebt u een vraag?\n"
        "\n"
        "Stel uw vraag aan Joost Eikenblad. U mag iemand meenemen. Kies iemand die u vertrouwt. Het gesprek is gratis.\n"
        "\n"
        "Groeten van De Springplank\n"
        "\n"
        "---\n"
        "\n"
        "# Kom praten over Delina Waterval\n"
        "\n"
        "Beste Selam Avondrood,\n"
        "\n"
        "Wij praten graag met u. U vertelt, wij luisteren. Wat gaat goed? Wat is moeilijk?\n"
        "\n"
        "## Wanneer is het gesprek over Delina Waterval?\n"
        "\n"
        "- Wanneer: donderdag 17 september 2026, 18:30 tot 19:00 uur. Dit is een nieuwe tijd.\n"
        "  " FSI "ሓሙስ፣ 17 መስከረም 2026" PDI ", " FSI "6:30 ድ.ቀ." PDI "\n"
        "- Hoe lang: 30 minuten\n"
        "- Waar: online. U krijgt een link van de school.\n"
        "- Wie: u, Delina Waterval, Joost Eikenblad en Ellen Boterbloem. Delina Waterval leidt het gesprek.\n"
        "- Taal: een tolk helpt u. De tolk spreekt Tigrinya (" FSI "ትግርኛ" PDI
        "). De tolk heet Rahwa Regenboog.\n"
        "\n"
        "## Past een tijd niet?\n"
        "\n"
        "Dat is geen probleem. Zeg het tegen Joost Eikenblad. Dan zoeken wij samen een andere tijd.\n"
        "\n"
        "## Hebt u een vraag?\n"
        "\n"
        "Stel uw vraag aan Joost Eikenblad. U mag iemand meenemen. Kies iemand die u vertrouwt. Het gesprek is gratis.\n"
        "\n"
        "Groeten van De Springplank\n");
    assert_text(
        NULL, "delina", SCHAKEL_ENGLISH,
        "# Come and talk about Saar Waterval and Mees Waterval\n"
        "\n"
        "Dear Joris Waterval and Marieke Korenaar,\n"
        "\n"
        "We would like to talk with you. Please come to school for a talk. You tell, we listen. What goes well? What is hard?\n"
        "\n"
        "## When is the talk about Saar Waterval?\n"
        "\n"
        "- When: Tuesday 15 September 2026, 15:30 to 15:45\n"
        "- How long: 15 minutes\n"
        "- Where: at school, lokaal 4\n"
        "- Who: you, Saar Waterval and Joost Eikenblad\n"
        "\n"
        "## When is the talk about Mees Waterval?\n"
        "\n"
        "- When: Tuesday 15 September 2026, 15:50 to 16:05\n"
        "- How long: 15 minutes\n"
        "- Where: at school, lokaal <2>\n"
        "- Who: you and Ellen Boterbloem\n"
        "\n"
        "## Does a time not suit you?\n"
        "\n"
        "That is no problem. Choose another time. Tell Joost Eikenblad.\n"
        "\n"
        "The talk about Saar Waterval can also be on:\n"
        "\n"
        "- Tuesday 15 September 2026, 15:00\n"
        "- Tuesday 15 September 2026, 15:15\n"
        "- Thursday 17 September 2026, 19:00\n"
        "- Thursday 17 September 2026, 19:15\n"
        "\n"
        "## Do you have a question?\n"
        "\n"
        "Ask Joost Eikenblad. You may bring somebody along. Choose somebody you trust. The talk is free.\n"
        "\n"
        "Kind regards, De Springplank\n"
        "\n"
        "---\n"
        "\n"
        "# Come and talk about Delina Waterval\n"
        "\n"
        "Dear Selam Avondrood,\n"
        "\n"
        "We would like to talk with you. You tell, we listen. What goes well? What is hard?\n"
        "\n"
        "## When is the talk about Delina Waterval?\n"
        "\n"
        "- When: Thursday 17 September 2026, 18:30 to 19:00. This is a new time.\n"
        "  " FSI "ሓሙስ፣ 17 መስከረም 2026" PDI ", " FSI "6:30 ድ.ቀ." PDI "\n"
        "- How long: 30 minutes\n"
        "- Where: online. The school sends you a link.\n"
        "- Who: you, Delina Waterval, Joost Eikenblad and Ellen Boterbloem. Delina Waterval leads the talk.\n"
        "- Language: an interpreter helps you. The interpreter speaks Tigrinya (" FSI "ትግርኛ" PDI
        "). The interpreter is Rahwa Regenboog.\n"
        "\n"
        "## Does a time not suit you?\n"
        "\n"
        "That is no problem. Tell Joost Eikenblad. Then we look for another time together.\n"
        "\n"
        "## Do you have a question?\n"
        "\n"
        "Ask Joost Eikenblad. You may bring somebody along. Choose somebody you trust. The talk is free.\n"
        "\n"
        "Kind regards, De Springplank\n");
}

static void a_letter_about_a_talk_without_a_time(void **state)
{
    (void)state;
    assert_text(
        NULL, "noor", SCHAKEL_DUTCH,
        "# Wanneer praten wij over Noor Zonnedauw?\n"
        "\n"
        "Beste Omar Zonnedauw,\n"
        "\n"
        "Wij praten graag met u. U vertelt, wij luisteren. Wat gaat goed? Wat is moeilijk?\n"
        "\n"
        "## Wanneer kunt u praten over Noor Zonnedauw?\n"
        "\n"
        "Er is nog geen tijd voor dit gesprek. Wanneer kunt u? Zeg het tegen Joost Eikenblad. Dan zoeken wij samen een tijd.\n"
        "\n"
        "- Wie: u, Noor Zonnedauw en Joost Eikenblad\n"
        "- Taal: kent u een volwassene die kan vertalen? Neem deze persoon mee. Of vraag de school om hulp.\n"
        "\n"
        "## Hebt u een vraag?\n"
        "\n"
        "Stel uw vraag aan Joost Eikenblad. U mag iemand meenemen. Kies iemand die u vertrouwt. Het gesprek is gratis.\n"
        "\n"
        "Groeten van De Springplank\n");
    assert_text(
        NULL, "noor", SCHAKEL_ENGLISH,
        "# When do we talk about Noor Zonnedauw?\n"
        "\n"
        "Dear Omar Zonnedauw,\n"
        "\n"
        "We would like to talk with you. You tell, we listen. What goes well? What is hard?\n"
        "\n"
        "## When can you talk about Noor Zonnedauw?\n"
        "\n"
        "There is no time for this talk yet. When can you come? Tell Joost Eikenblad. Then we look for a time together.\n"
        "\n"
        "- Who: you, Noor Zonnedauw and Joost Eikenblad\n"
        "- Language: do you know an adult who can translate? Bring this person along. Or ask the school for help.\n"
        "\n"
        "## Do you have a question?\n"
        "\n"
        "Ask Joost Eikenblad. You may bring somebody along. Choose somebody you trust. The talk is free.\n"
        "\n"
        "Kind regards, De Springplank\n");
}

static void a_family_without_talks_has_no_letter(void **state)
{
    (void)state;
    assert_text(NULL, "teun", SCHAKEL_DUTCH,
                "# Er is geen brief\n"
                "\n"
                "Dit gezin heeft geen gesprek in deze ronde.\n");
    assert_text(NULL, "teun", SCHAKEL_ENGLISH,
                "# There is no letter\n"
                "\n"
                "This family has no talk in this round.\n");
}

/* ------------------------------------------------------------ parts of a letter */

/* The letters of a round of one talk. */
static char *letter_about(const schakel_timetable_row *row, schakel_format format, schakel_language language)
{
    schakel_timetable timetable = stand_in_timetable(NULL);
    timetable.rows = row;
    timetable.count = 1;
    timetable.moment_count = 0;
    return show(&timetable, NULL, row->child_id, format, language);
}

static void assert_letter_holds(const schakel_timetable_row *row, const char *nl, const char *en)
{
    char *dutch = letter_about(row, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH);
    char *english = letter_about(row, SCHAKEL_FORMAT_TEXT, SCHAKEL_ENGLISH);
    if (strstr(dutch, nl) == NULL || strstr(english, en) == NULL)
        fail_msg("%s%s", dutch, english);
    schakel_buffer_free(dutch);
    schakel_buffer_free(english);
}

static void a_letter_says_who_talks(void **state)
{
    (void)state;
    schakel_timetable_row row = stand_in_rows[2];
    row.child = SCHAKEL_CHILD_ABSENT;
    assert_letter_holds(&row, "- Wie: u, Joost Eikenblad en Ellen Boterbloem\n",
                        "- Who: you, Joost Eikenblad and Ellen Boterbloem\n");
    row.staff_count = 1;
    assert_letter_holds(&row, "- Wie: u en Joost Eikenblad\n", "- Who: you and Joost Eikenblad\n");
    row.child = SCHAKEL_CHILD_LEADS;
    assert_letter_holds(&row,
                        "- Wie: u, Delina Waterval en Joost Eikenblad. Delina Waterval leidt het gesprek.\n",
                        "- Who: you, Delina Waterval and Joost Eikenblad. Delina Waterval leads the talk.\n");
    row.staff_count = 0;
    row.child = SCHAKEL_CHILD_JOINS;
    assert_letter_holds(&row, "- Wie: u en Delina Waterval\n", "- Who: you and Delina Waterval\n");
    assert_letter_holds(&row, "Zeg het tegen de school. Dan zoeken wij samen een andere tijd.\n",
                        "Tell the school. Then we look for another time together.\n");
}

static void a_letter_says_where(void **state)
{
    (void)state;
    schakel_timetable_row row = stand_in_rows[2];
    row.online = 0;
    assert_letter_holds(&row, "- Waar: op school\n", "- Where: at school\n");
    assert_letter_holds(&row, "Kom daarom naar school", "Please come to school");
    row.room = "de aula";
    assert_letter_holds(&row, "- Waar: op school, de aula\n", "- Where: at school, de aula\n");
}

static void a_letter_says_how_to_understand_each_other(void **state)
{
    (void)state;
    schakel_timetable_row row = stand_in_rows[2];
    row.interpreter_id = NULL;
    assert_letter_holds(&row, "- Taal: een tolk helpt u. De tolk spreekt Tigrinya (" FSI "ትግርኛ" PDI ").\n",
                        "- Language: an interpreter helps you. The interpreter speaks Tigrinya (" FSI
                        "ትግርኛ" PDI ").\n");
    row.has_interpreter = 0;
    row.language = "en";
    assert_letter_holds(&row, "- Taal: u praat in het Engels (" FSI "English" PDI ").\n",
                        "- Language: you talk in English.\n");
    row.needs_bridge = 0;
    char *text = letter_about(&row, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH);
    assert_null(strstr(text, "Taal:"));
    schakel_buffer_free(text);
}

/* Two readers of two languages read a time in each; a language of both is there once. */
static void a_letter_has_the_time_in_each_language(void **state)
{
    (void)state;
    static const char *const omar_and_selam[] = {"omar", "selam"};
    static const char *const all[] = {"marieke", "selam", "selam"};
    schakel_timetable_row row = stand_in_rows[2];
    row.adult_ids = omar_and_selam;
    row.adult_count = 2;
    assert_letter_holds(&row,
                        "nieuwe tijd.\n  " FSI "الخميس، ١٧ سبتمبر ٢٠٢٦" PDI ", " FSI "٦:٣٠ م" PDI "\n  " FSI
                        "ሓሙስ፣ 17 መስከረም 2026" PDI ", " FSI "6:30 ድ.ቀ." PDI "\n- Hoe lang",
                        "new time.\n  " FSI);
    row.adult_ids = all;
    row.adult_count = 3;
    assert_letter_holds(
        &row, "nieuwe tijd.\n  " FSI "ሓሙስ፣ 17 መስከረም 2026" PDI ", " FSI "6:30 ድ.ቀ." PDI "\n- Hoe lang",
        "new time.\n  " FSI);
}

/* --------------------------------------------------------------------- pages */

static size_t count_of(const char *text, const char *part)
{
    size_t found = 0;
    for (const char *at = text; (at = strstr(at, part)) != NULL; at += strlen(part))
        found++;
    return found;
}

/* Every element that begins also ends, the last one that began first; SVG shapes and <br> have no end. */
static void assert_well_formed(const char *html)
{
    enum { DEEPEST = 32, LONGEST = 16 };
    char open[DEEPEST][LONGEST];
    size_t depth = 0;
    for (const char *at = html; (at = strchr(at, '<')) != NULL; at++) {
        char name[LONGEST];
        const char *end = strchr(at, '>');
        assert_non_null(end);
        if (at[1] == '!' || end[-1] == '/' || sscanf(at + 1 + (at[1] == '/'), "%15[a-z0-9]", name) != 1 ||
            strcmp(name, "br") == 0 || strcmp(name, "meta") == 0)
            continue;
        if (at[1] != '/') {
            assert_true(depth < DEEPEST);
            strcpy(open[depth++], name);
        } else if (depth == 0 || strcmp(open[--depth], name) != 0) {
            fail_msg("</%s> ends <%s>: %.60s", name, open[depth], at);
        }
    }
    assert_int_equal(depth, 0);
}

static void the_page_of_the_round_says_it_twice(void **state)
{
    (void)state;
    schakel_timetable timetable = stand_in_timetable(NULL);
    char *page = show(&timetable, NULL, NULL, SCHAKEL_FORMAT_HTML, SCHAKEL_DUTCH);
    assert_well_formed(page);
    assert_non_null(strstr(page, "<html lang=\"nl\">"));
    assert_non_null(strstr(page, "<h1>Startgesprekken</h1>"));
    assert_non_null(
        strstr(page, "<p class=\"note\">3 van de 4 gesprekken hebben een tijd. Meer kan niet.</p>"));
    assert_non_null(strstr(page,
                           "<li><strong>Noor Zonnedauw</strong>, met Omar Zonnedauw<br>Omar kan alleen op "
                           "vrijdag.</li>"));
    /* Three talks, of which one is of two teachers: four boxes and four rows; the days have three blocks. */
    assert_int_equal(count_of(page, "<svg class=\"day\" role=\"img\""), 2);
    assert_int_equal(count_of(page, "rx=\"2\""), 4);
    assert_int_equal(count_of(page, "fill=\"#f0f0f0\"/>"), 3);
    assert_int_equal(count_of(page, "<tr><td>"), 4);
    assert_int_equal(count_of(page, "<section class=\"teacher\">"), 2);
    assert_non_null(strstr(page, "aria-label=\"dinsdag 15 september 2026: 2 gesprekken. De tabellen op deze "
                                 "pagina zeggen hetzelfde.\""));
    /* Half past three is half an hour, 48 pixels, below the top at three o'clock. */
    assert_non_null(strstr(page, "y=\"70\" width=\"214\" height=\"24\"><rect x=\".5\" y=\".5\" width=\"213\" "
                                 "height=\"23\" rx=\"2\" fill=\"#dcebf8\" stroke=\"#0b4a82\"/><text x=\"4\" "
                                 "y=\"15\">15:30 Saar Waterval</text></svg>"));
    assert_non_null(strstr(page, "stroke=\"#8a5a00\" stroke-dasharray=\"4 2\"/><text x=\"4\" y=\"15\">18:30 "
                                 "Delina Waterval</text><text x=\"4\" y=\"30\">tolk Tigrinya: Rahwa "
                                 "Regenboog</text></svg>"));
    assert_non_null(strstr(page,
                           "<tr><td>15:50 tot 16:05 uur</td><td>Mees Waterval</td><td>Joris Waterval en "
                           "Marieke Korenaar</td><td>lokaal &lt;2&gt;</td><td></td></tr>"));
    assert_non_null(strstr(page, "<td>online</td><td>tolk Tigrinya: Rahwa Regenboog; andere tijd dan "
                                 "eerst</td></tr>"));
    schakel_buffer_free(page);
    page = show(&timetable, NULL, NULL, SCHAKEL_FORMAT_HTML, SCHAKEL_ENGLISH);
    assert_well_formed(page);
    assert_non_null(strstr(page, "<html lang=\"en\">"));
    assert_null(strstr(page, "gesprekken."));
    schakel_buffer_free(page);
}

static void the_page_of_a_teacher_has_their_talks(void **state)
{
    (void)state;
    schakel_timetable timetable = stand_in_timetable(NULL);
    char *page = show(&timetable, "joost", NULL, SCHAKEL_FORMAT_HTML, SCHAKEL_DUTCH);
    assert_well_formed(page);
    assert_non_null(strstr(page, "<h2>Joost Eikenblad</h2>"));
    assert_int_equal(count_of(page, "<tr><td>"), 2);
    assert_null(strstr(page, "Mees"));
    assert_non_null(strstr(page, "Noor Zonnedauw"));
    schakel_buffer_free(page);
    page = show(&timetable, "yara", NULL, SCHAKEL_FORMAT_HTML, SCHAKEL_ENGLISH);
    assert_well_formed(page);
    assert_non_null(strstr(page, "<p>No talk has a time.</p>"));
    schakel_buffer_free(page);
}

static void the_page_of_a_family_has_a_letter_for_each(void **state)
{
    (void)state;
    schakel_timetable timetable = stand_in_timetable(NULL);
    char *page = show(&timetable, NULL, "saar", SCHAKEL_FORMAT_HTML, SCHAKEL_DUTCH);
    assert_well_formed(page);
    assert_int_equal(count_of(page, "<article class=\"letter\">"), 2);
    assert_non_null(strstr(page, "<h2>Kom praten over Saar Waterval en Mees Waterval</h2>\n<p>Beste Joris "
                                 "Waterval en Marieke Korenaar,</p>"));
    assert_non_null(strstr(page, "18:30 tot 19:00 uur. Dit is een nieuwe tijd.<br><bdi lang=\"ti\" "
                                 "dir=\"auto\">ሓሙስ፣ 17 መስከረም 2026</bdi>, <bdi lang=\"ti\" dir=\"auto\">6:30 "
                                 "ድ.ቀ.</bdi></li>"));
    assert_non_null(strstr(page, "Tigrinya (<bdi lang=\"ti\" dir=\"auto\">ትግርኛ</bdi>)."));
    assert_non_null(strstr(page, "op school, lokaal &lt;2&gt;</li>"));
    assert_int_equal(count_of(page, FSI), 0);
    schakel_buffer_free(page);
    page = show(&timetable, NULL, "teun", SCHAKEL_FORMAT_HTML, SCHAKEL_DUTCH);
    assert_well_formed(page);
    assert_non_null(strstr(page, "<h2>Er is geen brief</h2>"));
    schakel_buffer_free(page);
}

/* ----------------------------------------------------------------- what is asked */

static schakel_status ask(const schakel_timetable *timetable, const schakel_school *school,
                          const schakel_timetable_view *view, const schakel_present_options *options,
                          schakel_error *error)
{
    char *text = (char *)"";
    schakel_status status = schakel_present_timetable(timetable, school, view, options, &text, NULL, error);
    assert_true((status == SCHAKEL_OK) == (text != NULL));
    schakel_buffer_free(text);
    return status;
}

static void what_is_not_there_is_named(void **state)
{
    (void)state;
    schakel_timetable timetable = stand_in_timetable(NULL);
    schakel_school *school = stand_in_school(NULL);
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_timetable_view view = SCHAKEL_TIMETABLE_VIEW_INIT;
    view.staff_id = "saar";
    assert_int_equal(ask(&timetable, school, &view, NULL, &error), SCHAKEL_NOT_FOUND);
    assert_string_equal(error.path, "/staff");
    assert_string_equal(error.message, "no member of the staff has the id \"saar\"");
    view.staff_id = NULL;
    view.child_id = "joost";
    assert_int_equal(ask(&timetable, school, &view, NULL, &error), SCHAKEL_NOT_FOUND);
    assert_string_equal(error.path, "/child");
    assert_string_equal(error.message, "no child has the id \"joost\"");
    schakel_school_destroy(school);
}

static void misuse_is_told(void **state)
{
    (void)state;
    schakel_timetable timetable = stand_in_timetable(NULL);
    schakel_school *school = stand_in_school(NULL);
    schakel_timetable_view view = SCHAKEL_TIMETABLE_VIEW_INIT;
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    assert_int_equal(ask(NULL, school, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(ask(&timetable, NULL, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_timetable(&timetable, school, NULL, NULL, NULL, NULL, NULL),
                     SCHAKEL_MISUSE);
    options.format = (schakel_format)7;
    assert_int_equal(ask(&timetable, school, NULL, &options, NULL), SCHAKEL_MISUSE);
    view.staff_id = "joost";
    view.child_id = "mees";
    assert_int_equal(ask(&timetable, school, &view, NULL, NULL), SCHAKEL_MISUSE);
    /* A caller whose view ends before the child asks for the teacher. */
    view.struct_size = offsetof(schakel_timetable_view, child_id);
    assert_int_equal(ask(&timetable, school, &view, NULL, NULL), SCHAKEL_OK);
    view.struct_size = 1;
    assert_int_equal(ask(&timetable, school, &view, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(ask(&timetable, school, NULL, NULL, NULL), SCHAKEL_OK);
    schakel_school_destroy(school);
}

/* Of another school there are ids; a title stands above what is shown. */
static void another_school_gives_ids(void **state)
{
    (void)state;
    schakel_timetable timetable = stand_in_timetable(NULL);
    schakel_school *school = NULL;
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    char *text = NULL;
    options.title = "Een titel";
    options.colour = 1;
    assert_int_equal(schakel_school_create(NULL, &school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_present_timetable(&timetable, school, NULL, &options, &text, NULL, NULL),
                     SCHAKEL_OK);
    assert_non_null(strstr(text, "\x1b[1mEen titel\x1b[0m\n\n\x1b[1mstart\x1b[0m\n"));
    assert_non_null(strstr(text,
                           "\x1b[1mdinsdag 15 september 2026\x1b[0m\n  \x1b[36mellen\x1b[0m\n    15:50 tot "
                           "16:05 uur  mees, met joris en marieke; lokaal <2>\n"));
    schakel_buffer_free(text);
    options.format = SCHAKEL_FORMAT_HTML;
    assert_int_equal(schakel_present_timetable(&timetable, school, NULL, &options, &text, NULL, NULL),
                     SCHAKEL_OK);
    assert_well_formed(text);
    assert_non_null(strstr(text, "<h1>Een titel</h1>"));
    schakel_buffer_free(text);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_whole_round_in_dutch),
        cmocka_unit_test(the_whole_round_in_english),
        cmocka_unit_test(the_talks_of_one_teacher),
        cmocka_unit_test(a_summary_says_what_there_is_to_say),
        cmocka_unit_test(S9_letters_tell_each_their_own_talks),
        cmocka_unit_test(a_letter_about_a_talk_without_a_time),
        cmocka_unit_test(a_family_without_talks_has_no_letter),
        cmocka_unit_test(a_letter_says_who_talks),
        cmocka_unit_test(a_letter_says_where),
        cmocka_unit_test(a_letter_says_how_to_understand_each_other),
        cmocka_unit_test(a_letter_has_the_time_in_each_language),
        cmocka_unit_test(the_page_of_the_round_says_it_twice),
        cmocka_unit_test(the_page_of_a_teacher_has_their_talks),
        cmocka_unit_test(the_page_of_a_family_has_a_letter_for_each),
        cmocka_unit_test(what_is_not_there_is_named),
        cmocka_unit_test(misuse_is_told),
        cmocka_unit_test(another_school_gives_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
