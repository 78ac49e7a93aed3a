/* What a repaired plan, needs that are off, a calendar and the page of a plan look like. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "unit/present_stand_in.h"

#define OK(call) assert_int_equal((call), SCHAKEL_OK)

static schakel_date day(int month, int number)
{
    return schakel_date_from_ymd(2026, month, number);
}

static void add_adult(schakel_school *school, const char *id, const char *name)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    adult.id = id;
    adult.name = name;
    OK(schakel_school_add_adult(school, &adult, NULL));
}

static void add_place(schakel_school *school, const char *need_id, const char *id, const char *concept_id,
                      int32_t count, int32_t minimum)
{
    schakel_place place = SCHAKEL_PLACE_INIT;
    place.need_id = need_id;
    place.id = id;
    place.concept_id = concept_id;
    place.count = count;
    place.minimum = minimum;
    place.language = strcmp(concept_id, "talk") == 0 ? "tr" : NULL;
    place.certificate = strcmp(concept_id, "swim") == 0;
    OK(schakel_school_add_place(school, &place, NULL));
}

static void add_need(schakel_school *school, const char *id, const char *title, schakel_date date)
{
    schakel_need need = SCHAKEL_NEED_INIT;
    need.id = id;
    need.title = title;
    need.date = date;
    OK(schakel_school_add_need(school, &need, NULL));
}

static schakel_school *make_school(void)
{
    static const struct {
        const char *id, *nl, *en;
    } concepts[] = {{"trip", "meegaan", "going along"},
                    {"swim", "zwemmen", "swimming"},
                    {"talk", "tolken", "interpreting"}};
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    OK(schakel_school_create(NULL, &school, NULL));
    info.id = "s";
    info.year_start = day(8, 24);
    info.year_end = day(8, 24) + 300;
    OK(schakel_school_set_info(school, &info, NULL));
    for (size_t i = 0; i < 3; i++) {
        schakel_concept concept = SCHAKEL_CONCEPT_INIT;
        concept.id = concepts[i].id;
        concept.label_nl = concepts[i].nl;
        concept.label_en = concepts[i].en;
        OK(schakel_school_add_concept(school, &concept, NULL));
    }
    add_adult(school, "a1", "Anna <b>");
    add_adult(school, "a2", "Bilal");
    add_adult(school, "a3", NULL);
    add_need(school, "n1", "Naar het \"bos\" & terug", day(10, 13));
    add_place(school, "n1", "p1", "trip", 4, 3);
    add_place(school, "n1", "p2", "swim", 1, 1);
    add_need(school, "n2", "Praten", day(9, 17));
    add_place(school, "n2", "p1", "talk", 2, 0);
    return school;
}

static schakel_match_ask ask_of(const char *need, const char *adult, schakel_date ask_by, int was_planned)
{
    schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
    ask.need_id = need;
    ask.place_id = "p1";
    ask.adult_id = adult;
    ask.offer_id = "o";
    ask.fit = 1000;
    ask.date = day(9, 17);
    ask.ask_by = ask_by;
    ask.reason_nl = "Kan dit.";
    ask.reason_en = "Can do this.";
    ask.next_adult_id = strcmp(adult, "a1") == 0 ? "a2" : NULL;
    ask.was_planned = was_planned;
    return ask;
}

static schakel_match_open open_of(const char *need, const char *place, int32_t missing,
                                  schakel_open_reason reason, const char *why)
{
    schakel_match_open open = {sizeof open, need, place, missing, reason, why, why};
    return open;
}

typedef struct result {
    schakel_match_ask asks[3];
    schakel_match_open open[3];
    schakel_match_dropped dropped[2];
    schakel_matching matching;
} result;

static void begin(result *r, size_t asks, size_t opens, size_t drops)
{
    memset(&r->matching, 0, sizeof r->matching);
    assert_true(sk_allocator_resolve(NULL, &r->matching.allocator));
    r->matching.asks = r->asks;
    r->matching.ask_count = asks;
    r->matching.open = r->open;
    r->matching.open_count = opens;
    r->matching.dropped = r->dropped;
    r->matching.dropped_count = drops;
    r->matching.proof.optimal = 1;
}

static char *show(const result *r, const schakel_present_options *options)
{
    char *shown = NULL;
    schakel_school *school = make_school();
    OK(schakel_present_matching(&r->matching, school, options, &shown, NULL, NULL));
    schakel_school_destroy(school);
    return shown;
}

static void compare(const result *r, const char *expected)
{
    char *shown = show(r, NULL);
    assert_string_equal(shown, expected);
    schakel_buffer_free(shown);
}

static void repaired(result *r)
{
    r->asks[0] = ask_of("n2", "a1", day(9, 10), 1);
    r->asks[1] = ask_of("n2", "a2", day(9, 10), 0);
    r->dropped[0] = (schakel_match_dropped){
        sizeof r->dropped[0],  "gone", "p9", "a3", SCHAKEL_DROP_GONE, "Niet meer nodig.",
        "Not needed any more."};
    r->dropped[1] = (schakel_match_dropped){
        sizeof r->dropped[0], "n2", "p1", "a3", SCHAKEL_DROP_DECLINED, "Heeft nee gezegd.", "Said no."};
    begin(r, 2, 0, 2);
}

static void what_changed_comes_first(void **state)
{
    result r;
    (void)state;
    repaired(&r);
    compare(&r, "Dit valt af\n"
                "  a3 voor gone (p9)\n"
                "    waarom: Niet meer nodig.\n"
                "  a3 voor Praten (tolken, Turks), donderdag 17 september 2026\n"
                "    waarom: Heeft nee gezegd.\n"
                "\n"
                "Dit is nieuw\n"
                "Vraag uiterlijk op donderdag 10 september 2026\n"
                "  Bilal voor Praten (tolken, Turks), donderdag 17 september 2026\n"
                "    waarom: Kan dit.\n"
                "    bij nee: er is dan niemand anders\n"
                "\n"
                "Dit blijft zoals het was\n"
                "Vraag uiterlijk op donderdag 10 september 2026\n"
                "  Anna <b> voor Praten (tolken, Turks), donderdag 17 september 2026\n"
                "    waarom: Kan dit.\n"
                "    bij nee: Bilal\n"
                "\n"
                "2 vragen te stellen, waarvan 1 nieuw; 2 uit het vorige plan vallen af; alle plaatsen zijn "
                "gevuld.\n"
                "Bewezen: beter kan niet.\n");
}

static void a_plan_that_stays_says_so(void **state)
{
    result r;
    (void)state;
    r.asks[0] = ask_of("n2", "a1", day(9, 10), 1);
    begin(&r, 1, 0, 0);
    compare(&r, "Dit blijft zoals het was\n"
                "Vraag uiterlijk op donderdag 10 september 2026\n"
                "  Anna <b> voor Praten (tolken, Turks), donderdag 17 september 2026\n"
                "    waarom: Kan dit.\n"
                "    bij nee: Bilal\n"
                "\n"
                "1 vraag te stellen, waarvan 0 nieuw; 0 uit het vorige plan vallen af; alle plaatsen zijn "
                "gevuld.\n"
                "Bewezen: beter kan niet.\n");
}

/* n1 lacks its four minus one who said yes, up to three; and somebody for the water. n2 has no minimum. */
static void off(result *r)
{
    r->open[0] = open_of("n2", "p1", 1, SCHAKEL_OPEN_TIME, "Kan dan niet.");
    r->open[1] = open_of("n1", "p1", 3, SCHAKEL_OPEN_MINIMUM, "Niet genoeg mensen.");
    r->open[2] = open_of("n1", "p2", 1, SCHAKEL_OPEN_CERTIFICATE, "Geen VOG.");
    begin(r, 0, 3, 0);
}

static void a_need_that_is_off_is_said_once(void **state)
{
    result r;
    (void)state;
    off(&r);
    compare(&r, "Dit blijft open\n"
                "  Praten (tolken, Turks), donderdag 17 september 2026\n"
                "    nog nodig: 1 persoon\n"
                "    waarom: Kan dan niet.\n"
                "  Naar het \"bos\" & terug, dinsdag 13 oktober 2026\n"
                "    gaat nog niet door: nog 3 mensen nodig\n"
                "    zwemmen, met VOG: Geen VOG.\n"
                "\n"
                "0 vragen te stellen; 5 plaatsen blijven open.\n"
                "Bewezen: beter kan niet.\n");
}

/* Of a place that reaches its minimum only the rest is missing. */
static void a_need_that_goes_ahead_is_not_off(void **state)
{
    result r;
    (void)state;
    r.open[0] = open_of("n1", "p1", 1, SCHAKEL_OPEN_BUSY, "Nodig voor iets anders.");
    begin(&r, 0, 1, 0);
    compare(&r, "Dit blijft open\n"
                "  Naar het \"bos\" & terug (meegaan), dinsdag 13 oktober 2026\n"
                "    nog nodig: 1 persoon\n"
                "    waarom: Nodig voor iets anders.\n"
                "\n"
                "0 vragen te stellen; 1 plaats blijft open.\n"
                "Bewezen: beter kan niet.\n");
}

/* --------------------------------------------------------------------- calendar */

static const schakel_calendar_thanks thanks[] = {
    {sizeof thanks[0], "a1", SCHAKEL_THANKS_NO_NEED, "Nog niet nodig.", "Not needed yet."},
    {sizeof thanks[0], "a2", SCHAKEL_THANKS_WAITING, "Nog meer mensen.", "More people."},
    {sizeof thanks[0], "a3", SCHAKEL_THANKS_NO_NEED, "Nog niet nodig.", "Not needed yet."}};

static schakel_calendar_entry entry_of(schakel_date send_on, const char *adult, const char *need,
                                       const char *next, int is_urgent)
{
    schakel_calendar_entry entry = {sizeof entry, send_on,     adult, need,     "p1",
                                    send_on,      day(10, 13), next,  is_urgent};
    return entry;
}

static void make_calendar(schakel_calendar *calendar, schakel_calendar_entry entries[3])
{
    entries[0] = entry_of(day(9, 14), "a1", "n1", "a2", 0);
    entries[1] = entry_of(day(9, 14), "a1", "n2", NULL, 1);
    entries[2] = entry_of(schakel_date_from_ymd(2027, 1, 1), "a1", "n1", NULL, 0);
    memset(calendar, 0, sizeof *calendar);
    assert_true(sk_allocator_resolve(NULL, &calendar->allocator));
    calendar->entries = entries;
    calendar->entry_count = 3;
    calendar->thanks = thanks;
    calendar->thanks_count = 3;
}

static char *show_calendar(const schakel_calendar *calendar, const schakel_present_options *options)
{
    char *shown = NULL;
    schakel_school *school = make_school();
    OK(schakel_present_calendar(calendar, school, options, &shown, NULL, NULL));
    schakel_school_destroy(school);
    return shown;
}

static void a_calendar_goes_week_by_week(void **state)
{
    schakel_calendar calendar;
    schakel_calendar_entry entries[3];
    (void)state;
    make_calendar(&calendar, entries);
    char *shown = show_calendar(&calendar, NULL);
    assert_string_equal(shown, "Week 38, maandag 14 september 2026: vraag\n"
                               "  Anna <b>\n"
                               "    voor Naar het \"bos\" & terug (meegaan), dinsdag 13 oktober 2026\n"
                               "      bij nee: Bilal\n"
                               "    voor Praten (tolken, Turks), dinsdag 13 oktober 2026\n"
                               "      bij nee: er is dan niemand anders\n"
                               "      vraag dit snel: na een nee is er weinig tijd\n"
                               "\n"
                               "Week 53, vrijdag 1 januari 2027: vraag\n"
                               "  Anna <b>\n"
                               "    voor Naar het \"bos\" & terug (meegaan), dinsdag 13 oktober 2026\n"
                               "      bij nee: er is dan niemand anders\n"
                               "\n"
                               "Bedank wie iets aanbiedt en nu niet gevraagd wordt\n"
                               "  \"Nog meer mensen.\"\n"
                               "    Bilal\n"
                               "  \"Nog niet nodig.\"\n"
                               "    Anna <b>, a3\n"
                               "\n"
                               "3 vragen in 2 berichten; 3 mensen te bedanken.\n");
    schakel_buffer_free(shown);
}

static void an_empty_calendar_says_so(void **state)
{
    schakel_calendar calendar;
    schakel_calendar_entry entries[3];
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    make_calendar(&calendar, entries);
    calendar.entry_count = calendar.thanks_count = 0;
    char *shown = show_calendar(&calendar, NULL);
    assert_string_equal(shown, "Er is niets te vragen.\n");
    schakel_buffer_free(shown);
    options.title = "De Springplank";
    options.language = SCHAKEL_ENGLISH;
    calendar.thanks_count = 1;
    shown = show_calendar(&calendar, &options);
    assert_string_equal(shown, "De Springplank\n"
                               "\n"
                               "Thank those who offer something and are not asked now\n"
                               "  \"Not needed yet.\"\n"
                               "    Anna <b>\n"
                               "\n"
                               "There is nothing to ask; 1 person to thank.\n");
    schakel_buffer_free(shown);
    assert_int_equal(schakel_present_calendar(&calendar, NULL, NULL, &shown, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_calendar(NULL, NULL, NULL, &shown, NULL, NULL), SCHAKEL_MISUSE);
}

/* ------------------------------------------------------------------------- page */

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0, length = strlen(text), part_length = strlen(part);
    for (size_t i = 0; i + part_length <= length; i++)
        count += memcmp(text + i, part, part_length) == 0;
    return count;
}

static void assert_holds(const char *page, const char *part)
{
    if (strstr(page, part) == NULL)
        fail_msg("the page lacks: %s", part);
}

static void assert_safe(const char *page)
{
    assert_null(strstr(page, "<script"));
    assert_null(strstr(page, "http"));
    assert_null(strstr(page, "<b>"));
    assert_int_equal(count_of(page, "<li"), count_of(page, "</li>"));
    assert_int_equal(count_of(page, "<ul"), count_of(page, "</ul>"));
    assert_int_equal(count_of(page, "<div"), count_of(page, "</div>"));
    assert_int_equal(count_of(page, "<section"), count_of(page, "</section>"));
    assert_int_equal(count_of(page, "<strong"), count_of(page, "</strong>"));
}

static char *show_page(const result *r, schakel_language language)
{
    schakel_calendar calendar;
    schakel_calendar_entry entries[3];
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.format = SCHAKEL_FORMAT_HTML;
    options.language = language;
    options.title = "De <Brug>";
    make_calendar(&calendar, entries);
    calendar_to_make = &calendar;
    char *shown = show(r, &options);
    calendar_to_make = NULL;
    assert_safe(shown);
    return shown;
}

static void a_page_of_a_repaired_plan(void **state)
{
    result r;
    (void)state;
    repaired(&r);
    char *page = show_page(&r, SCHAKEL_DUTCH);
    assert_holds(page,
                 "<h1>De &lt;Brug&gt;</h1>\n<p class=\"verdict good\">2 vragen te stellen, waarvan 1 nieuw;");
    assert_holds(page, "Bewezen: er is geen beter plan.");
    assert_holds(page, "<li><strong>a3</strong> <strong class=\"tag\">valt af</strong> gone (p9). Niet meer "
                       "nodig.</li>\n");
    assert_holds(page, "<li><strong>Bilal</strong> <strong class=\"tag new\">nieuw</strong> Praten (tolken, "
                       "Turks), donderdag 17 september 2026.</li>\n");
    assert_holds(page, "<h3>Week 38, maandag 14 september 2026</h3>\n<ul class=\"people\">\n<li><strong>Anna "
                       "&lt;b&gt;</strong>\n<ul>\n<li>Naar het &quot;bos&quot; &amp; terug (meegaan)");
    assert_holds(page,
                 "<h3>Praten, donderdag 17 september 2026</h3>\n<p class=\"place\">tolken, Turks</p>\n<ul>\n"
                 "<li><strong>Anna &lt;b&gt;</strong>. Kan dit. <span class=\"aside\">Bij nee: "
                 "Bilal.</span></li>\n<li><strong>Bilal</strong>. <strong class=\"tag new\">nieuw</strong> "
                 "Kan dit.");
    assert_holds(page,
                 "<blockquote>Nog niet nodig.</blockquote>\n<p class=\"note\">Aan: Anna &lt;b&gt;, a3.</p>");
    assert_holds(page, "<h2>Hoe zijn de vragen verdeeld?</h2>");
    static const char *const ids[] = {"changes", "weeks", "thanks", "needs", "spread"};
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        char part[40];
        snprintf(part, sizeof part, "<a href=\"#%s\">", ids[i]);
        assert_int_equal(count_of(page, part), 1);
        snprintf(part, sizeof part, "<section id=\"%s\">", ids[i]);
        assert_int_equal(count_of(page, part), 1);
    }
    assert_null(strstr(page, "href=\"#open\""));
    schakel_buffer_free(page);
}

static void a_page_of_what_stays_open(void **state)
{
    result r;
    (void)state;
    off(&r);
    r.matching.proof.optimal = 0;
    r.matching.proof.nodes = 7;
    char *page = show_page(&r, SCHAKEL_ENGLISH);
    assert_holds(page, "<html lang=\"en\">");
    assert_holds(page, "<p class=\"verdict open\">0 asks to send; 5 places stay open.</p>");
    assert_holds(page, "Not proven: stopped after 7 tries");
    assert_holds(page,
                 "<li>Praten (interpreting, Turkish), Thursday 17 September 2026; <strong>still needed: 1 "
                 "person</strong>. Kan dan niet.</li>\n");
    assert_holds(page,
                 "<li class=\"off\">Naar het &quot;bos&quot; &amp; terug, Tuesday 13 October 2026; "
                 "<strong>cannot go ahead yet: 3 more people needed</strong>.<br>swimming, with certificate "
                 "of conduct: Geen VOG.</li>\n");
    assert_holds(page, "<li><strong>still needed: 3 people</strong></li>");
    assert_null(strstr(page, "Niet genoeg mensen."));
    assert_null(strstr(page, "id=\"changes\""));
    schakel_buffer_free(page);
}

static void a_page_of_a_calendar(void **state)
{
    schakel_calendar calendar;
    schakel_calendar_entry entries[3];
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    (void)state;
    make_calendar(&calendar, entries);
    options.format = SCHAKEL_FORMAT_HTML;
    char *page = show_calendar(&calendar, &options);
    assert_safe(page);
    assert_holds(page, "<h1>Kalender van de vragen</h1>");
    assert_holds(page, "<p class=\"note\">3 vragen in 2 berichten; 3 mensen te bedanken.</p>");
    assert_holds(page, "<strong class=\"tag\">vraag dit snel: na een nee is er weinig tijd</strong>");
    assert_int_equal(count_of(page, "<h3>"), 2);
    schakel_buffer_free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_changed_comes_first),
        cmocka_unit_test(a_plan_that_stays_says_so),
        cmocka_unit_test(a_need_that_is_off_is_said_once),
        cmocka_unit_test(a_need_that_goes_ahead_is_not_off),
        cmocka_unit_test(a_calendar_goes_week_by_week),
        cmocka_unit_test(an_empty_calendar_says_so),
        cmocka_unit_test(a_page_of_a_repaired_plan),
        cmocka_unit_test(a_page_of_what_stays_open),
        cmocka_unit_test(a_page_of_a_calendar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
