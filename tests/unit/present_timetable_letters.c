/* Letters about a round of talks, compared letter by letter, and held against the checker of plain Dutch. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "unit/letter_check.h"
#include "unit/timetable_show.h"

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
        "Dat is geen probleem. Kies een andere tijd. Zeg het tegen Joost Eikenblad. Wij kijken of die tijd nog vrij is.\n"
        "\n"
        "Praten over Saar Waterval kan ook op:\n"
        "\n"
        "- dinsdag 15 september 2026, 15:00 uur\n"
        "- dinsdag 15 september 2026, 15:15 uur\n"
        "- donderdag 17 september 2026, 19:00 uur, online\n"
        "- donderdag 17 september 2026, 19:15 uur, online\n"
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
        "  " FSI "ሓሙስ፣ 17 መስከረም 2026"
        ", "
        "6:30 ድ.ቀ." PDI "\n"
        "- Hoe lang: 30 minuten\n"
        "- Waar: online. U krijgt een link van de school.\n"
        "- Wie: u, Delina Waterval, Joost Eikenblad en Ellen Boterbloem. Delina Waterval leidt het gesprek.\n"
        "- Taal: een tolk helpt u. De tolk spreekt Tigrinya (" FSI "ትግርኛ" PDI
        "). De tolk heet Rahwa Regenboog. Wilt u liever iemand anders? Zeg het ons.\n"
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
        "That is no problem. Choose another time. Tell Joost Eikenblad. We see whether that time is still free.\n"
        "\n"
        "The talk about Saar Waterval can also be on:\n"
        "\n"
        "- Tuesday 15 September 2026, 15:00\n"
        "- Tuesday 15 September 2026, 15:15\n"
        "- Thursday 17 September 2026, 19:00, online\n"
        "- Thursday 17 September 2026, 19:15, online\n"
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
        "  " FSI "ሓሙስ፣ 17 መስከረም 2026"
        ", "
        "6:30 ድ.ቀ." PDI "\n"
        "- How long: 30 minutes\n"
        "- Where: online. The school sends you a link.\n"
        "- Who: you, Delina Waterval, Joost Eikenblad and Ellen Boterbloem. Delina Waterval leads the talk.\n"
        "- Language: an interpreter helps you. The interpreter speaks Tigrinya (" FSI "ትግርኛ" PDI
        "). The interpreter is Rahwa Regenboog. Would you rather have somebody else? Tell us.\n"
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
                "In deze ronde is er geen gesprek om over te schrijven.\n");
    assert_text(NULL, "teun", SCHAKEL_ENGLISH,
                "# There is no letter\n"
                "\n"
                "This round has no talk to write about.\n");
}

/* The letters to all are those to each family, one after the other. */
static void S9_there_is_a_letter_for_every_family(void **state)
{
    (void)state;
    schakel_timetable timetable = stand_in_timetable(NULL);
    schakel_school *school = stand_in_school(NULL);
    schakel_timetable_view view = SCHAKEL_TIMETABLE_VIEW_INIT;
    char *all = NULL;
    view.all_letters = 1;
    assert_int_equal(schakel_present_timetable(&timetable, school, &view, NULL, &all, NULL, NULL),
                     SCHAKEL_OK);
    char *mees = show(&timetable, NULL, "mees", SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH);
    char *noor = show(&timetable, NULL, "noor", SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH);
    assert_non_null(strstr(all, mees));
    assert_non_null(strstr(all, noor));
    assert_int_equal(strlen(all), strlen(mees) + strlen("\n---\n\n") + strlen(noor));
    schakel_buffer_free(noor);
    schakel_buffer_free(mees);
    schakel_buffer_free(all);
    schakel_school_destroy(school);
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

/* Of a talk that had a time: another time, another place, or none any more. */
static void a_letter_says_what_is_new(void **state)
{
    (void)state;
    schakel_timetable_row row = stand_in_rows[3];
    row.talk_id = "t2";
    row.moved = 1;
    assert_letter_holds(
        &row,
        "\nHet gesprek op dinsdag 15 september 2026 gaat niet door. Er is nog geen nieuwe tijd. "
        "Wanneer kunt u? Zeg het tegen Joost Eikenblad. Dan zoeken wij samen een tijd.\n",
        "\nThe talk on Tuesday 15 September 2026 is off. There is no new time yet. "
        "When can you come? Tell Joost Eikenblad. Then we look for a time together.\n");
    row.date = STAND_IN_DAY;
    row.start = 16 * 60 + 15;
    row.minutes = 15;
    assert_letter_holds(&row, "16:15 tot 16:30 uur. Dit is een nieuwe tijd.\n",
                        "16:30. This is a new time.\n");
    assert_letter_holds(&row, "- Waar: op school\n", "- Where: at school\n");
    row.start = 16 * 60;
    assert_letter_holds(&row, "16:00 tot 16:15 uur\n", "16:00 to 16:15\n");
    row.talk_id = "t4";
    assert_letter_holds(&row, "- Waar: op school. Dit is nieuw.\n", "- Where: at school. This is new.\n");
    row.start = 23 * 60 + 50;
    assert_letter_holds(&row, ", 23:50 tot 00:05 uur. Dit is", ", 23:50 to 00:05. This is");
    row.start = 16 * 60;
    row.talk_id = "t2";
    row.online = 1;
    assert_letter_holds(&row, "- Waar: online. U krijgt een link van de school. Dit is nieuw.\n",
                        "- Where: online. The school sends you a link. This is new.\n");
}

/* Of a talk that Ellen was to lead: Joost does now, or joins her, or it has no time any more. */
static void a_letter_says_who_is_new(void **state)
{
    (void)state;
    static const char *const ellen_and_joost[] = {"ellen", "joost"};
    schakel_timetable_row row = stand_in_rows[3];
    row.talk_id = "t3";
    row.moved = 1;
    row.date = STAND_IN_DAY;
    row.start = 16 * 60 + 30;
    assert_letter_holds(&row, "17:00 uur\n", "17:00\n");
    assert_letter_holds(&row, "- Wie: u, Noor Zonnedauw en Joost Eikenblad. Dit is nieuw.\n",
                        "- Who: you, Noor Zonnedauw and Joost Eikenblad. This is new.\n");
    assert_letter_holds(&row, "- Waar: op school\n", "- Where: at school\n");
    row.child = SCHAKEL_CHILD_LEADS;
    assert_letter_holds(&row, "Joost Eikenblad. Dit is nieuw. Noor Zonnedauw leidt het gesprek.\n",
                        "Joost Eikenblad. This is new. Noor Zonnedauw leads the talk.\n");
    row.child = SCHAKEL_CHILD_ABSENT;
    row.staff_ids = ellen_and_joost;
    row.staff_count = 2;
    assert_letter_holds(&row, "- Wie: u, Ellen Boterbloem en Joost Eikenblad\n",
                        "- Who: you, Ellen Boterbloem and Joost Eikenblad\n");
    row.staff_count = 0;
    assert_letter_holds(&row, "- Wie: u\n", "- Who: you\n");
    row.staff_ids = stand_in_joost;
    row.staff_count = 1;
    row.date = SCHAKEL_NO_DATE;
    row.start = SCHAKEL_NO_TIME;
    assert_letter_holds(&row, "- Wie: u en Joost Eikenblad\n", "- Who: you and Joost Eikenblad\n");
}

/* The letter about a talk on the spot in a room, or by video, that could be at one other moment instead. */
static char *letter_with_moment(int online, const char *room, const schakel_timetable_moment *moment,
                                schakel_language language)
{
    schakel_timetable timetable = stand_in_timetable(NULL);
    schakel_timetable_row row = stand_in_rows[0];
    row.online = online;
    row.room = room;
    timetable.rows = &row;
    timetable.count = 1;
    timetable.moments = moment;
    timetable.moment_count = 1;
    return show(&timetable, NULL, row.child_id, SCHAKEL_FORMAT_TEXT, language);
}

/* Another time may be in another place, and with somebody else: it says what differs. */
static void another_time_says_where_and_with_whom_it_is(void **state)
{
    (void)state;
    static const struct {
        int online;
        const char *room;
        schakel_timetable_moment moment;
        const char *nl, *en;
    } cases[] = {
        {0, NULL, {STAND_IN_DAY, 900, NULL, 0, "joost"}, " 15:00 uur\n", " 15:00\n"},
        {0, "hal", {STAND_IN_DAY, 900, "hal", 0, "joost"}, " 15:00 uur\n", " 15:00\n"},
        {0, "hal", {STAND_IN_DAY, 900, "aula", 0, "joost"}, " 15:00 uur, aula\n", " 15:00, aula\n"},
        {0, "hal", {STAND_IN_DAY, 900, NULL, 0, "joost"}, " 15:00 uur, op school\n", " 15:00, at school\n"},
        {0, "hal", {STAND_IN_DAY, 900, NULL, 1, "joost"}, " 15:00 uur, online\n", " 15:00, online\n"},
        {1, NULL, {STAND_IN_DAY, 900, NULL, 1, "joost"}, " 15:00 uur\n", " 15:00\n"},
        {1, NULL, {STAND_IN_DAY, 900, NULL, 0, "joost"}, " 15:00 uur, op school\n", " 15:00, at school\n"},
        {1,
         NULL,
         {STAND_IN_DAY, 900, "aula", 0, "ellen"},
         " 15:00 uur, op school, aula, met Ellen Boterbloem\n",
         " 15:00, at school, aula, with Ellen Boterbloem\n"},
        {0,
         NULL,
         {STAND_IN_DAY, 900, NULL, 0, "ellen"},
         " 15:00 uur, met Ellen Boterbloem\n",
         " 15:00, with Ellen Boterbloem\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *nl = letter_with_moment(cases[i].online, cases[i].room, &cases[i].moment, SCHAKEL_DUTCH);
        char *en = letter_with_moment(cases[i].online, cases[i].room, &cases[i].moment, SCHAKEL_ENGLISH);
        if (strstr(nl, cases[i].nl) == NULL || strstr(en, cases[i].en) == NULL)
            fail_msg("%s%s", nl, en);
        assert_letters_are_plain(nl);
        schakel_buffer_free(nl);
        schakel_buffer_free(en);
    }
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
    row.language = NULL;
    row.has_interpreter = 1;
    row.interpreter_id = "rahwa";
    assert_letter_holds(
        &row,
        "- Taal: een tolk helpt u. De tolk heet Rahwa Regenboog. Wilt u liever iemand anders? "
        "Zeg het ons.\n",
        "- Language: an interpreter helps you. The interpreter is Rahwa Regenboog. Would you rather "
        "have somebody else? Tell us.\n");
    row.has_interpreter = 0;
    row.interpreter_id = NULL;
    row.brings_interpreter = 1;
    assert_letter_holds(
        &row, "- Taal: u neemt een volwassene mee die vertaalt. Lukt dat niet? Vraag de school om hulp.\n",
        "- Language: you bring an adult who translates. Is that not possible? Ask the school for help.\n");
    row.language = "en";
    assert_letter_holds(&row,
                        "- Taal: u praat in het Engels (" FSI "English" PDI "). Spreekt u deze taal niet? "
                        "Neem een volwassene mee die vertaalt.\n",
                        "- Language: you talk in English. Do you not speak this language? "
                        "Bring an adult who translates.\n");
    row.needs_bridge = 0;
    char *text = letter_about(&row, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH);
    assert_null(strstr(text, "Taal:"));
    schakel_buffer_free(text);
}

/* One letter about children of two families, such as a grandmother's, is the same whichever child is asked for. */
static void a_letter_names_the_first_teacher_to_ask(void **state)
{
    (void)state;
    schakel_timetable_row rows[] = {stand_in_rows[0], stand_in_rows[1]};
    rows[0].child_id = "noor";
    schakel_timetable timetable = stand_in_timetable(NULL);
    timetable.rows = rows;
    timetable.count = 2;
    char *noor = show(&timetable, NULL, "noor", SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH);
    char *mees = show(&timetable, NULL, "mees", SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH);
    assert_non_null(strstr(noor, "Stel uw vraag aan Joost Eikenblad."));
    assert_string_equal(noor, mees);
    schakel_buffer_free(noor);
    schakel_buffer_free(mees);
}

/* Each kind of talk has its own purpose, in plain Dutch. */
static void a_letter_says_what_the_talk_is_for(void **state)
{
    static const char *const purposes[] = {
        "Wij willen elkaar leren kennen.",
        "U vertelt, wij luisteren. Wat gaat goed?",
        "Dat vertelt u.",
        "Wat moeten zij daar weten?",
        "Daarna zetten wij een handtekening",
        "Welke hulp is nodig?",
        "Daar is tijd voor.",
    };
    (void)state;
    for (int kind = SCHAKEL_TALK_INTAKE; kind <= SCHAKEL_TALK_OTHER; kind++) {
        schakel_school *school = stand_in_school(NULL);
        schakel_timetable timetable = stand_in_timetable(NULL);
        schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
        schakel_timetable_view view = SCHAKEL_TIMETABLE_VIEW_INIT;
        schakel_round round = SCHAKEL_ROUND_INIT;
        char *text = NULL;
        schakel_school_get_round(school, 0, &round);
        round.kind = (schakel_activity_kind)kind;
        assert_int_equal(schakel_school_replace(school, SCHAKEL_KIND_ROUND, &round, NULL), SCHAKEL_OK);
        view.all_letters = 1;
        assert_int_equal(schakel_present_timetable(&timetable, school, &view, &options, &text, NULL, NULL),
                         SCHAKEL_OK);
        for (int other = SCHAKEL_TALK_INTAKE; other <= SCHAKEL_TALK_OTHER; other++)
            assert_true((strstr(text, purposes[other]) != NULL) == (other == kind));
        assert_letters_are_plain(text);
        schakel_buffer_free(text);
        schakel_school_destroy(school);
    }
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
                        "nieuwe tijd.\n  " FSI "الخميس، ١٧ سبتمبر ٢٠٢٦"
                        ", "
                        "٦:٣٠ م" PDI "\n  " FSI "ሓሙስ፣ 17 መስከረም 2026"
                        ", "
                        "6:30 ድ.ቀ." PDI "\n- Hoe lang",
                        "new time.\n  " FSI);
    row.adult_ids = all;
    row.adult_count = 3;
    assert_letter_holds(&row,
                        "nieuwe tijd.\n  " FSI "ሓሙስ፣ 17 መስከረም 2026"
                        ", "
                        "6:30 ድ.ቀ." PDI "\n- Hoe lang",
                        "new time.\n  " FSI);
}

/* ------------------------------------------------------------------ plain Dutch */

static void S12_every_letter_is_plain_dutch(void **state)
{
    (void)state;
    static const char *const children[] = {"saar", "noor"};
    for (size_t i = 0; i < 2; i++) {
        schakel_timetable timetable = stand_in_timetable(NULL);
        char *text = show(&timetable, NULL, children[i], SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH);
        assert_letters_are_plain(text);
        schakel_buffer_free(text);
    }
    /* When it is off, somewhere else, or led by somebody else. */
    for (int i = 0; i < 4 * 3; i++) {
        static const char *const talks[] = {"t2", "t3", "t3", "t4"};
        schakel_timetable_row row = stand_in_rows[3];
        row.talk_id = talks[i / 3];
        row.child = i / 3 == 2 ? SCHAKEL_CHILD_LEADS : SCHAKEL_CHILD_JOINS;
        row.moved = 1;
        row.date = i % 3 == 0 ? SCHAKEL_NO_DATE : STAND_IN_DAY;
        row.start = i % 3 == 0 ? SCHAKEL_NO_TIME : 16 * 60;
        row.online = i % 3 == 2;
        char *text = letter_about(&row, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH);
        assert_letters_are_plain(text);
        schakel_buffer_free(text);
    }
    /* With every number of adults and staff, every part of the child, every place and every bridge. */
    for (int i = 0; i < 3 * 3 * 3 * 4; i++) {
        static const char *const rooms[] = {NULL, "lokaal 4"};
        schakel_timetable_row row = stand_in_rows[0];
        row.adult_count = 1 + (size_t)(i % 2);
        row.staff_ids = stand_in_joost;
        row.staff_count = (size_t)(i % 3);
        row.child = (schakel_child_part)(i / 3 % 3);
        row.online = i / 9 % 3 == 2;
        row.room = row.online ? NULL : rooms[i / 9 % 3];
        row.needs_bridge = i / 27 > 0;
        row.language = i / 27 > 1 ? "ti" : NULL;
        row.has_interpreter = i / 27 == 3;
        row.interpreter_id = row.has_interpreter ? "rahwa" : NULL;
        row.brings_interpreter = i % 4 == 1;
        char *text = letter_about(&row, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH);
        assert_letters_are_plain(text);
        schakel_buffer_free(text);
    }
}

/* --------------------------------------------------------------------- a page */

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
                                 "dir=\"auto\">ሓሙስ፣ 17 መስከረም 2026, 6:30 "
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(S9_letters_tell_each_their_own_talks),
        cmocka_unit_test(a_letter_about_a_talk_without_a_time),
        cmocka_unit_test(a_family_without_talks_has_no_letter),
        cmocka_unit_test(S9_there_is_a_letter_for_every_family),
        cmocka_unit_test(a_letter_says_who_talks),
        cmocka_unit_test(a_letter_says_where),
        cmocka_unit_test(a_letter_says_what_is_new),
        cmocka_unit_test(a_letter_says_who_is_new),
        cmocka_unit_test(another_time_says_where_and_with_whom_it_is),
        cmocka_unit_test(a_letter_names_the_first_teacher_to_ask),
        cmocka_unit_test(a_letter_says_what_the_talk_is_for),
        cmocka_unit_test(a_letter_says_how_to_understand_each_other),
        cmocka_unit_test(a_letter_has_the_time_in_each_language),
        cmocka_unit_test(S12_every_letter_is_plain_dutch),
        cmocka_unit_test(the_page_of_a_family_has_a_letter_for_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
