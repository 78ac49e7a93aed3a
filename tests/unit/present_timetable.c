/* A timetable as text and as a page, compared letter by letter. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/timetable_show.h"

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
        "  1 gesprek dat er al was, verandert of vervalt.\n"
        "  1 ouder leest weinig Nederlands. Vertel ook zelf wanneer het gesprek is.\n"
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
        "    18:30 tot 19:00 uur  Delina Waterval, met Selam Avondrood; online; tolk Tigrinya: Rahwa Regenboog; anders dan eerst\n"
        "  Joost Eikenblad\n"
        "    18:30 tot 19:00 uur  Delina Waterval, met Selam Avondrood; online; tolk Tigrinya: Rahwa Regenboog; anders dan eerst\n");
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
        "  1 talk that was planned changes or goes.\n"
        "  1 parent reads little Dutch. Say in person too when the talk is.\n"
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
        "    18:30 to 19:00  Delina Waterval, with Selam Avondrood; online; interpreter Tigrinya: Rahwa Regenboog; not as before\n"
        "  Joost Eikenblad\n"
        "    18:30 to 19:00  Delina Waterval, with Selam Avondrood; online; interpreter Tigrinya: Rahwa Regenboog; not as before\n");
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
        "  18:30 tot 19:00 uur  Delina Waterval, met Selam Avondrood; online; tolk Tigrinya: Rahwa Regenboog; anders dan eerst\n"
        "\n"
        "Vertel het ook zelf\n"
        "  Deze ouders lezen weinig Nederlands. Een brief is voor hen niet genoeg.\n"
        "  - Selam Avondrood\n");
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
        "  18:30 to 19:00  Delina Waterval, with Selam Avondrood; online; interpreter Tigrinya: Rahwa Regenboog; not as before\n"
        "\n"
        "Say it in person too\n"
        "  These parents read little Dutch. A letter is not enough for them.\n"
        "  - Selam Avondrood\n");
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
        {{.talks = 8, .placed = 7, .most = 8},
         "  7 van de 8 gesprekken hebben een tijd. Misschien kan er meer.\n  Misschien bestaat er een beter rooster.\n",
         "  7 of the 8 talks have a time. Perhaps more can have one.\n  There may be a better timetable.\n"},
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
         "  2 gesprekken die er al waren, veranderen of vervallen.\n",
         "  Every talk has a time: 8 in all.\n  There is no better timetable.\n"
         "  3 families have two or more talks; for 2 that is one visit.\n"
         "  Between talks they wait 1 minute in all.\n"
         "  The teachers wait 1 minute between talks in all.\n"
         "  For 1 talk the family chose a part of the day; that works out for 0.\n"
         "  2 talks that were planned change or go.\n"},
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

/* Talks that have a time and nobody through whom to understand each other are counted, and stand out in the picture. */
static void who_still_needs_help_with_the_language(void **state)
{
    (void)state;
    schakel_timetable timetable = stand_in_timetable(NULL);
    schakel_timetable_row rows[3] = {stand_in_rows[2], stand_in_rows[2], stand_in_rows[2]};
    rows[0].language = rows[1].language = NULL;
    rows[0].has_interpreter = rows[1].has_interpreter = rows[2].has_interpreter = 0;
    timetable.rows = rows;
    timetable.count = 1;
    char *text = show(&timetable, NULL, NULL, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH);
    assert_non_null(strstr(text, "\n  1 gesprek heeft nog hulp nodig met de taal.\n"));
    schakel_buffer_free(text);
    timetable.count = 3;
    text = show(&timetable, NULL, NULL, SCHAKEL_FORMAT_TEXT, SCHAKEL_ENGLISH);
    assert_non_null(strstr(text, "\n  2 talks still need help with the language.\n"));
    assert_non_null(strstr(text, "online; together in Tigrinya;"));
    schakel_buffer_free(text);
    text = show(&timetable, NULL, NULL, SCHAKEL_FORMAT_HTML, SCHAKEL_DUTCH);
    /* Each talk is one of two teachers; the key shows each colour once more. */
    assert_int_equal(count_of(text, "fill=\"#fbdcd9\""), 2 * 2 + 1);
    assert_int_equal(count_of(text, "fill=\"#e6f3e6\""), 2 * 1 + 1);
    schakel_buffer_free(text);
    rows[0].brings_interpreter = 1;
    text = show(&timetable, NULL, NULL, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH);
    assert_non_null(strstr(text, "\n  1 gesprek heeft nog hulp nodig met de taal.\n"));
    assert_int_equal(count_of(text, "; online; neemt een tolk mee;"), 2);
    schakel_buffer_free(text);
    text = show(&timetable, NULL, NULL, SCHAKEL_FORMAT_HTML, SCHAKEL_DUTCH);
    assert_int_equal(count_of(text, "fill=\"#fff0c2\""), 2 * 1 + 1);
    schakel_buffer_free(text);
    /* Somebody who was named interprets, in a language that is not known. */
    rows[0].has_interpreter = 1;
    text = show(&timetable, NULL, NULL, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH);
    assert_int_equal(count_of(text, "; online; tolk: Rahwa Regenboog;"), 2);
    schakel_buffer_free(text);
    /* Of two parents one has that interpreter, and the other brings somebody. */
    rows[0].language = "ti";
    text = show(&timetable, NULL, NULL, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH);
    assert_int_equal(count_of(text, "; online; tolk Tigrinya: Rahwa Regenboog, en een eigen tolk;"), 2);
    schakel_buffer_free(text);
}

/* Each once, however many talks they come to; and nobody whose talk has no time yet. */
static void who_reads_little_is_told_in_person(void **state)
{
    (void)state;
    schakel_timetable timetable = stand_in_timetable(NULL);
    schakel_timetable_row rows[3] = {stand_in_rows[0], stand_in_rows[2], stand_in_rows[2]};
    rows[2].child_id = stand_in_rows[0].child_id;
    timetable.rows = rows;
    timetable.count = 3;
    char *page = show(&timetable, "joost", NULL, SCHAKEL_FORMAT_HTML, SCHAKEL_DUTCH);
    assert_well_formed(page);
    assert_int_equal(count_of(page, "<h3>Vertel het ook zelf</h3>"), 1);
    assert_int_equal(count_of(page, "<li>"), 1);
    assert_non_null(strstr(page, "<li>Selam Avondrood</li>"));
    schakel_buffer_free(page);
    page = show(&timetable, NULL, NULL, SCHAKEL_FORMAT_HTML, SCHAKEL_DUTCH);
    assert_int_equal(count_of(page, "<li>Selam Avondrood</li>"), 2); /* of two teachers */
    schakel_buffer_free(page);
    rows[1].date = rows[2].date = SCHAKEL_NO_DATE;
    rows[1].text_nl = rows[2].text_nl = "Selam kan niet.";
    page = show(&timetable, NULL, NULL, SCHAKEL_FORMAT_HTML, SCHAKEL_DUTCH);
    assert_null(strstr(page, "ook zelf"));
    schakel_buffer_free(page);
}

/* --------------------------------------------------------------------- pages */

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
    assert_int_equal(count_of(page, "<text x=\"4\" y=\"15\">"), 4);
    assert_int_equal(count_of(page, "fill=\"#f0f0f0\"/></svg>\n"), 3);
    assert_int_equal(count_of(page, "<tr><td>"), 4);
    assert_int_equal(count_of(page, "<section class=\"teacher\">"), 2);
    assert_non_null(strstr(page, "aria-label=\"dinsdag 15 september 2026: 2 gesprekken. De tabellen op deze "
                                 "pagina zeggen hetzelfde.\""));
    /* Half past three is half an hour, 48 pixels, below the top at three o'clock. */
    assert_non_null(strstr(page, "y=\"70\" width=\"214\" height=\"24\"><rect x=\".5\" y=\".5\" width=\"213\" "
                                 "height=\"23\" rx=\"2\" fill=\"#dcebf8\" stroke=\"#0b4a82\"/><text x=\"4\" "
                                 "y=\"15\">15:30 Saar Waterval</text></svg>"));
    assert_non_null(strstr(page, "stroke=\"#8a5a00\" stroke-dasharray=\"4 2\"/><text x=\"4\" y=\"15\">18:30 "
                                 "Delina Waterval</text><text x=\"4\" y=\"29\">tolk Tigrinya: Rahwa "
                                 "Regenboog</text></svg>"));
    assert_non_null(strstr(page,
                           "<tr><td>15:50 tot 16:05 uur</td><td>Mees Waterval</td><td>Joris Waterval en "
                           "Marieke Korenaar</td><td>lokaal &lt;2&gt;</td><td></td></tr>"));
    assert_non_null(
        strstr(page, "<td>online</td><td>tolk Tigrinya: Rahwa Regenboog; anders dan eerst</td></tr>"));
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
    view.staff_id = NULL;
    view.all_letters = 1;
    assert_int_equal(ask(&timetable, school, &view, NULL, NULL), SCHAKEL_MISUSE);
    view.child_id = NULL;
    assert_int_equal(ask(&timetable, school, &view, NULL, NULL), SCHAKEL_OK);
    view.staff_id = "joost";
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
        cmocka_unit_test(who_still_needs_help_with_the_language),
        cmocka_unit_test(who_reads_little_is_told_in_person),
        cmocka_unit_test(the_page_of_the_round_says_it_twice),
        cmocka_unit_test(the_page_of_a_teacher_has_their_talks),
        cmocka_unit_test(what_is_not_there_is_named),
        cmocka_unit_test(misuse_is_told),
        cmocka_unit_test(another_school_gives_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
