/* Cycle, agenda and school as text: every line, in Dutch and in English. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "schakel/exchange.h"
#include "schakel/present.h"

/* A document that is written with ' for ". */
static schakel_school *read_school(const char *document)
{
    char json[8192];
    schakel_school *school = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    assert_true(strlen(document) < sizeof json);
    strcpy(json, document);
    for (char *c = json; *c != '\0'; c++)
        *c = *c == '\'' ? '"' : *c;
    if (schakel_school_from_json(json, strlen(json), NULL, &school, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return school;
}

/* Each shows a result of 1 October 2026. */
typedef schakel_status presenter(const schakel_school *school, const schakel_present_options *options,
                                 char **out, size_t *length);

static schakel_status show_cycle(const schakel_school *school, const char *child_id,
                                 const schakel_present_options *options, char **out, size_t *length)
{
    schakel_cycle *cycle = NULL;
    schakel_cycle_options cycle_options = SCHAKEL_CYCLE_OPTIONS_INIT;
    cycle_options.today = schakel_date_from_ymd(2026, 10, 1);
    cycle_options.child_id = child_id;
    assert_int_equal(schakel_cycle_make(school, &cycle_options, &cycle, NULL), SCHAKEL_OK);
    schakel_status status = schakel_present_cycle(cycle, school, options, out, length, NULL);
    schakel_cycle_destroy(cycle);
    return status;
}

static schakel_status cycle_of_all(const schakel_school *school, const schakel_present_options *options,
                                   char **out, size_t *length)
{
    return show_cycle(school, NULL, options, out, length);
}

static schakel_status cycle_of_kim(const schakel_school *school, const schakel_present_options *options,
                                   char **out, size_t *length)
{
    return show_cycle(school, "kim", options, out, length);
}

static schakel_status cycle_of_zoe(const schakel_school *school, const schakel_present_options *options,
                                   char **out, size_t *length)
{
    return show_cycle(school, "zoe", options, out, length);
}

static schakel_status agenda_of(const schakel_school *school, const schakel_present_options *options,
                                char **out, size_t *length)
{
    schakel_agenda *agenda = NULL;
    schakel_agenda_options agenda_options = SCHAKEL_AGENDA_OPTIONS_INIT;
    agenda_options.today = schakel_date_from_ymd(2026, 10, 1);
    assert_int_equal(schakel_agenda_make(school, &agenda_options, &agenda, NULL), SCHAKEL_OK);
    schakel_status status = schakel_present_agenda(agenda, school, options, out, length, NULL);
    schakel_agenda_destroy(agenda);
    return status;
}

static schakel_status whole_school(const schakel_school *school, const schakel_present_options *options,
                                   char **out, size_t *length)
{
    return schakel_present_school(school, options, out, length, NULL);
}

static void assert_shown_with(const char *document, presenter *show, const schakel_present_options *options,
                              const char *expected)
{
    char *text = NULL;
    size_t length = 0;
    schakel_school *school = read_school(document);
    assert_int_equal(show(school, options, &text, &length), SCHAKEL_OK);
    if (strcmp(text, expected) != 0)
        print_error("%s", text);
    assert_string_equal(text, expected);
    assert_int_equal(length, strlen(expected));
    schakel_buffer_free(text);
    schakel_school_destroy(school);
}

static void assert_shown(const char *document, presenter *show, schakel_language language,
                         const char *expected)
{
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.language = language;
    assert_shown_with(document, show, &options, expected);
}

/* ------------------------------------------------------------ a whole school */

/* Half of the people and records have no name: then ids are shown. */
static const char full[] =
    "{'schakel':1,'school':{'id':'s','stage':'vo','year_start':'2026-08-01','year_end':'2027-07-31'},"
    "'staff':[{'id':'ines','name':'Ines Rietkraag'},{'id':'s2'}],'groups':[{'id':'g1','name':'Klas "
    "1a'},{'id':'g2'}],'concepts':[{'id':'read'}],'adults':[{'id':'anna','name':'Anna Zonnedauw',"
    "'languages':[{'tag':'ti','speaking':'C1'}]},{'id':'bram'}],'children':[{'id':'kim','name':'Kim "
    "Zonnedauw','group':'g1','ties':[{'adult':'anna','kind':'mother'},{'adult':'bram',"
    "'kind':'father'}]},{'id':'tom','group':'g2'},{'id':'zoe','name':'Zoë Wolkenveld',"
    "'ties':[{'adult':'bram','kind':'father','informed':false}]},{'id':'bas','name':'Bas Wolkenveld',"
    "'group':'g1'}],'cycle':[{'id':'start','kind':'introductory_talk','title':'Kennismaken',"
    "'first':'2026-08-01','last':'2026-08-31'},{'id':'oct','kind':'progress_talk',"
    "'first':'2026-09-01','last':'2026-10-05','child':'leads','questions':['Wat gaat goed?']},"
    "{'id':'end','kind':'handover_talk','first':'2027-06-01','last':'2027-06-30','minutes':20,"
    "'child':'absent'}],'questions':[{'id':'q','text':'Waar ben je goed in?','author':'child'}],"
    "'wishes':[{'id':'w1','kind':'wish','by_adult':'anna','date':'2026-09-01','text':'Meer lezen'},"
    "{'id':'w2','kind':'complaint','date':'2026-09-01','text':'Te laat'}],'teams':[{'id':'raad',"
    "'kind':'council','name':'Ouderraad'},{'id':'team2','kind':'working_group'}],"
    "'activities':[{'id':'a1','kind':'fathers_evening','title':'Bouw een vlot','why':'Samen',"
    "'date':'2026-10-02','start':'19:30','end':'21:00'},{'id':'a2','kind':'walk_in','why':'Samen',"
    "'date':'2026-10-03'}],'offers':[{'id':'o1','adult':'anna','concepts':['read'],"
    "'text':'Voorlezen'},{'id':'o2','adult':'anna','concepts':['read']}],'needs':[{'id':'n1',"
    "'title':'Leeshulp','date':'2026-10-10','places':[{'id':'p','concept':'read'}]},{'id':'n2',"
    "'date':'2026-10-10'}],'asks':[{'id':'k1','adult':'anna','need':'n1','place':'p',"
    "'date':'2026-09-03','state':'yes'},{'id':'k2','adult':'bram','date':'2026-09-04','state':'no'}],"
    "'ladder':[{'id':'one','level':1},{'id':'two','level':2,'name':'Wijkteam','outside':true},"
    "{'id':'three','level':3,'outside':true}],'consents':[{'id':'c1','child':'kim','by_adult':'anna',"
    "'rung':'two','scopes':['care'],'given':'2026-09-01'},{'id':'c2','child':'zoe','adult':'bram',"
    "'scopes':['practical'],'given':'2026-09-01','withdrawn':'2026-10-01'},{'id':'c3','child':'tom',"
    "'rung':'three','scopes':['care'],'given':'2026-09-01'}],'cases':[{'id':'case','child':'kim',"
    "'title':'Rekenen','opened':'2026-09-01','steps':[{'rung':'one','date':'2026-09-01'},"
    "{'rung':'two','date':'2026-09-02'}]},{'id':'case2','child':'tom','opened':'2026-09-01',"
    "'steps':[{'rung':'one','date':'2026-09-01'},{'rung':'two','date':'2026-09-02'}]}],"
    "'talks':[{'id':'t1','kind':'introductory_talk','child':'kim','date':'2026-08-20','state':'held',"
    "'adults':['anna']},{'id':'t2','kind':'progress_talk','child':'kim','date':'2026-10-02',"
    "'start':'09:05','state':'planned','adults':['anna','bram']},{'id':'t3','kind':'progress_talk',"
    "'child':'zoe','date':'2026-09-29','state':'planned'},{'id':'t4','kind':'care_talk',"
    "'child':'zoe','date':'2026-10-02','state':'planned'},{'id':'t5','kind':'care_talk',"
    "'child':'tom','date':'2026-09-20','state':'missed'},{'id':'t6','kind':'care_talk','child':'tom',"
    "'date':'2026-09-21','state':'cancelled'}],'agreements':[{'id':'g1','child':'kim','text':'Lezen',"
    "'by_adult':'anna','date':'2026-08-20','due':'2026-10-08','feasible':'no'},{'id':'g2',"
    "'child':'kim','text':'Een boek','by_staff':'ines','date':'2026-08-20'},{'id':'g3','child':'kim',"
    "'text':'Vragen','by_child':'kim','date':'2026-08-20'},{'id':'g4','child':'kim','text':'Kijken',"
    "'date':'2026-08-20'}],'contacts':[{'id':'x1','child':'tom','date':'2026-09-20','channel':'call',"
    "'purpose':'invite','tone':'problem'},{'id':'x2','child':'tom','date':'2026-09-21',"
    "'channel':'mail','purpose':'invite','tone':'problem'},{'id':'x3','child':'kim',"
    "'date':'2026-09-21','channel':'mail','purpose':'invite','tone':'good'},{'id':'x4','child':'kim',"
    "'date':'2026-09-22','channel':'mail','purpose':'invite'}],'answers':[{'id':'v','question':'q',"
    "'child':'kim','by_child':'kim','date':'2026-09-01','text':'Rennen'}]}";

static void a_cycle_of_a_school_counts_and_names(void **state)
{
    (void)state;
    assert_shown(
        full, cycle_of_all, SCHAKEL_DUTCH,
        "De gesprekken van dit jaar\n  Kennismaken, van 1 augustus 2026 tot en met 31 augustus 2026\n"
        "    1 geweest, 3 niet geweest\n  voortgangsgesprek, van 1 september 2026 tot en met 5 oktober 2026\n"
        "    1 gepland, 2 te plannen, 1 nog niet opgeschreven\n"
        "  overdrachtsgesprek, van 1 juni 2027 tot en met 30 juni 2027\n    4 later\n\n"
        "Is het gesprek doorgegaan? Schrijf het op\n  voortgangsgesprek\n"
        "    zonder groep: Zoë Wolkenveld\n\nNog te plannen\n  voortgangsgesprek\n"
        "    Klas 1a: Bas Wolkenveld\n    g2: tom\n\nNiet geweest, en de tijd is om\n  Kennismaken\n"
        "    Klas 1a: Bas Wolkenveld\n    g2: tom\n    zonder groep: Zoë Wolkenveld\n");
    assert_shown(
        full, cycle_of_all, SCHAKEL_ENGLISH,
        "The talks of this year\n  Kennismaken, from 1 August 2026 to 31 August 2026\n"
        "    1 done, 3 not held\n  progress talk, from 1 September 2026 to 5 October 2026\n"
        "    1 planned, 2 to plan, 1 not written down\n  hand-over talk, from 1 June 2027 to 30 June 2027\n"
        "    4 later\n\nDid it take place? Write it down\n  progress talk\n    no group: Zoë Wolkenveld\n"
        "\nStill to plan\n  progress talk\n    Klas 1a: Bas Wolkenveld\n    g2: tom\n\n"
        "Not held, and its time is over\n  Kennismaken\n    Klas 1a: Bas Wolkenveld\n    g2: tom\n"
        "    no group: Zoë Wolkenveld\n");
}

static void a_cycle_of_a_child_says_what_to_prepare(void **state)
{
    (void)state;
    assert_shown(
        full, cycle_of_kim, SCHAKEL_DUTCH,
        "Kim Zonnedauw\n  Kennismaken: geweest, donderdag 20 augustus 2026\n"
        "  voortgangsgesprek: gepland, vrijdag 2 oktober 2026\n"
        "    wie: Anna Zonnedauw, bram; de leerling of student leidt het gesprek\n"
        "    duur: 30 minuten. Er is hulp nodig met de taal.\n    afspraken die terugkomen:\n"
        "      - Anna Zonnedauw: Lezen\n      - Ines Rietkraag: Een boek\n      - Kim Zonnedauw: Vragen\n"
        "      - Kijken\n    vragen:\n      - Wat gaat goed?\n"
        "  overdrachtsgesprek: later, van 1 juni 2027 tot en met 30 juni 2027\n"
        "    wie: Anna Zonnedauw, bram\n    duur: 35 minuten. Er is hulp nodig met de taal.\n"
        "    afspraken die terugkomen:\n      - Anna Zonnedauw: Lezen\n      - Ines Rietkraag: Een boek\n"
        "      - Kim Zonnedauw: Vragen\n      - Kijken\n");
    assert_shown(
        full, cycle_of_kim, SCHAKEL_ENGLISH,
        "Kim Zonnedauw\n  Kennismaken: done, Thursday 20 August 2026\n"
        "  progress talk: planned, Friday 2 October 2026\n"
        "    who: Anna Zonnedauw, bram; the student leads\n"
        "    length: 30 minutes. Help with the language is needed.\n    agreements that come back:\n"
        "      - Anna Zonnedauw: Lezen\n      - Ines Rietkraag: Een boek\n      - Kim Zonnedauw: Vragen\n"
        "      - Kijken\n    questions:\n      - Wat gaat goed?\n"
        "  hand-over talk: later, from 1 June 2027 to 30 June 2027\n    who: Anna Zonnedauw, bram\n"
        "    length: 35 minutes. Help with the language is needed.\n    agreements that come back:\n"
        "      - Anna Zonnedauw: Lezen\n      - Ines Rietkraag: Een boek\n      - Kim Zonnedauw: Vragen\n"
        "      - Kijken\n");
    /* Her father may not be told. */
    assert_shown(
        full, cycle_of_zoe, SCHAKEL_DUTCH,
        "Zoë Wolkenveld\n  Kennismaken: niet geweest, van 1 augustus 2026 tot en met 31 augustus 2026\n"
        "  voortgangsgesprek: nog niet opgeschreven, dinsdag 29 september 2026\n"
        "    wie: we mogen niemand uitnodigen; de leerling of student leidt het gesprek\n    duur: 15 minuten\n"
        "    vragen:\n      - Wat gaat goed?\n"
        "  overdrachtsgesprek: later, van 1 juni 2027 tot en met 30 juni 2027\n"
        "    wie: we mogen niemand uitnodigen\n    duur: 20 minuten\n");
    assert_shown(full, cycle_of_zoe, SCHAKEL_ENGLISH,
                 "Zoë Wolkenveld\n  Kennismaken: not held, from 1 August 2026 to 31 August 2026\n"
                 "  progress talk: not written down, Tuesday 29 September 2026\n"
                 "    who: nobody may be invited; the student leads\n    length: 15 minutes\n"
                 "    questions:\n      - Wat gaat goed?\n"
                 "  hand-over talk: later, from 1 June 2027 to 30 June 2027\n"
                 "    who: nobody may be invited\n    length: 20 minutes\n");
}

static void an_agenda_has_days_and_then_what_asks_for_care(void **state)
{
    (void)state;
    assert_shown(
        full, agenda_of, SCHAKEL_DUTCH,
        "vrijdag 2 oktober 2026\n  zorggesprek over Zoë Wolkenveld\n"
        "  09:05 uur  voortgangsgesprek over Kim Zonnedauw met Anna Zonnedauw, bram\n"
        "  19:30 uur  Bouw een vlot (vaderavond)\n\nzaterdag 3 oktober 2026\n"
        "  inloop voor ouder en kind\n\nPlan dit gesprek. De tijd ervoor is bijna om.\n"
        "  - Bas Wolkenveld: voortgangsgesprek, uiterlijk maandag 5 oktober 2026\n"
        "  - tom: voortgangsgesprek, uiterlijk maandag 5 oktober 2026\n\n"
        "Dit gesprek was gepland. Is het doorgegaan? Schrijf het op.\n"
        "  - 29 september 2026: voortgangsgesprek over Zoë Wolkenveld\n\n"
        "Het is tijd voor deze afspraak. Is het gelukt?\n"
        "  - 8 oktober 2026: Anna Zonnedauw: Lezen (over Kim Zonnedauw)\n\n"
        "De ouders zijn het niet eens met deze afspraak, of het lukt ze niet. Zoek samen iets anders.\n"
        "  - Anna Zonnedauw: Lezen (over Kim Zonnedauw)\n\n"
        "Er is nog geen antwoord op deze wens. Vertel wat u ermee doet.\n  - Anna Zonnedauw: Meer lezen\n"
        "\nPraat over deze klacht. Wat willen de ouders graag?\n  - Te laat\n\n"
        "Bij welke wens hoort deze activiteit? Schrijf het op.\n"
        "  - 2 oktober 2026: Bouw een vlot (vaderavond)\n  - 3 oktober 2026: inloop voor ouder en kind\n"
        "\nDit wordt het eerste contact, en het gaat over een probleem. Maak eerst kennis.\n"
        "  - 2 oktober 2026: zorggesprek over Zoë Wolkenveld\n\n"
        "Het contact ging dit jaar alleen over problemen. Vertel ook wat goed gaat.\n  - tom\n\n"
        "De ouders kregen nog geen hulp van iemand van buiten de school. Bied dat aan.\n"
        "  - Kim Zonnedauw: Rekenen\n  - tom\n");
    assert_shown(
        full, agenda_of, SCHAKEL_ENGLISH,
        "Friday 2 October 2026\n  talk about support about Zoë Wolkenveld\n"
        "  09:05  progress talk about Kim Zonnedauw with Anna Zonnedauw, bram\n"
        "  19:30  Bouw een vlot (fathers' evening)\n\nSaturday 3 October 2026\n"
        "  walk-in for parent and child\n\nPlan this talk: its time is nearly over.\n"
        "  - Bas Wolkenveld: progress talk, no later than Monday 5 October 2026\n"
        "  - tom: progress talk, no later than Monday 5 October 2026\n\n"
        "This talk was planned. Did it take place? Write it down.\n"
        "  - 29 September 2026: progress talk about Zoë Wolkenveld\n\n"
        "This agreement is due. Did it work out?\n"
        "  - 8 October 2026: Anna Zonnedauw: Lezen (about Kim Zonnedauw)\n\n"
        "The parents do not support this agreement or cannot carry it out. Find something else together.\n"
        "  - Anna Zonnedauw: Lezen (about Kim Zonnedauw)\n\n"
        "This wish has no answer yet. Say what you do with it.\n  - Anna Zonnedauw: Meer lezen\n\n"
        "Talk about this complaint. Which wish is behind it?\n  - Te laat\n\n"
        "This activity does not say which wish it answers.\n"
        "  - 2 October 2026: Bouw een vlot (fathers' evening)\n"
        "  - 3 October 2026: walk-in for parent and child\n\n"
        "This would be the first contact, and it is about a problem. Get to know each other first.\n"
        "  - 2 October 2026: talk about support about Zoë Wolkenveld\n\n"
        "Contact this year was only about problems. Also say what goes well.\n  - tom\n\n"
        "The parents were not offered independent support yet. Offer it.\n"
        "  - Kim Zonnedauw: Rekenen\n  - tom\n");
}

static void a_school_is_shown_kind_by_kind(void **state)
{
    (void)state;
    assert_shown(
        full, whole_school, SCHAKEL_DUTCH,
        "Kinderen\n  Kim Zonnedauw, Klas 1a\n  tom, g2\n  Zoë Wolkenveld\n  Bas Wolkenveld, Klas 1a\n\n"
        "Ouders en andere volwassenen\n  Anna Zonnedauw\n  bram\n\nGesprekken\n"
        "  20 augustus 2026: startgesprek over Kim Zonnedauw (geweest)\n"
        "  2 oktober 2026: voortgangsgesprek over Kim Zonnedauw (gepland)\n"
        "  29 september 2026: voortgangsgesprek over Zoë Wolkenveld (gepland)\n"
        "  2 oktober 2026: zorggesprek over Zoë Wolkenveld (gepland)\n"
        "  20 september 2026: zorggesprek over tom (niet geweest)\n"
        "  21 september 2026: zorggesprek over tom (gaat niet door)\n\nAfspraken\n"
        "  Anna Zonnedauw: Lezen (uiterlijk 8 oktober 2026)\n  Ines Rietkraag: Een boek\n"
        "  Kim Zonnedauw: Vragen\n  Kijken\n\nPaspoort\n  Waar ben je goed in? Rennen\n\n"
        "Dit lossen we samen op\n  Kim Zonnedauw: Rekenen\n  tom\n\nContact\n"
        "  20 september 2026: tom, over een probleem\n"
        "  21 september 2026: tom, over een probleem\n"
        "  21 september 2026: Kim Zonnedauw, over wat goed gaat\n"
        "  22 september 2026: Kim Zonnedauw, neutraal\n\nToestemming\n"
        "  Anna Zonnedauw geeft toestemming aan Wijkteam\n"
        "  Zoë Wolkenveld geeft toestemming aan bram, tot 1 oktober 2026\n"
        "  tom geeft toestemming aan three\n\nWensen, klachten en verwachtingen\n  Meer lezen\n"
        "  Te laat\n\nActiviteiten\n  2 oktober 2026: Bouw een vlot\n"
        "  3 oktober 2026: inloop voor ouder en kind\n\nWerkgroepen, raden en plannen\n  Ouderraad\n"
        "  team2\n\nSchakel mij in voor\n  Voorlezen\n  read\n\nDit heeft de school nodig\n  Leeshulp\n"
        "  n2\n\nGevraagd\n  3 september 2026: Anna Zonnedauw voor Leeshulp\n  4 september 2026: bram\n\n"
        "Mensen die op school werken\n  Ines Rietkraag\n  s2\n");
    assert_shown(
        full, whole_school, SCHAKEL_ENGLISH,
        "Children\n  Kim Zonnedauw, Klas 1a\n  tom, g2\n  Zoë Wolkenveld\n  Bas Wolkenveld, Klas 1a\n\n"
        "Parents and other adults\n  Anna Zonnedauw\n  bram\n\nTalks\n"
        "  20 August 2026: introductory talk about Kim Zonnedauw (held)\n"
        "  2 October 2026: progress talk about Kim Zonnedauw (planned)\n"
        "  29 September 2026: progress talk about Zoë Wolkenveld (planned)\n"
        "  2 October 2026: talk about support about Zoë Wolkenveld (planned)\n"
        "  20 September 2026: talk about support about tom (missed)\n"
        "  21 September 2026: talk about support about tom (cancelled)\n\nAgreements\n"
        "  Anna Zonnedauw: Lezen (by 8 October 2026)\n  Ines Rietkraag: Een boek\n"
        "  Kim Zonnedauw: Vragen\n  Kijken\n\nPassport\n  Waar ben je goed in? Rennen\n\nCases\n"
        "  Kim Zonnedauw: Rekenen\n  tom\n\nContact\n  20 September 2026: tom, about a problem\n"
        "  21 September 2026: tom, about a problem\n"
        "  21 September 2026: Kim Zonnedauw, about what goes well\n"
        "  22 September 2026: Kim Zonnedauw, neutral\n\nConsent\n"
        "  Anna Zonnedauw gives consent to Wijkteam\n"
        "  Zoë Wolkenveld gives consent to bram, until 1 October 2026\n  tom gives consent to three\n\n"
        "Wishes, complaints and expectations\n  Meer lezen\n  Te laat\n\nActivities\n"
        "  2 October 2026: Bouw een vlot\n  3 October 2026: walk-in for parent and child\n\n"
        "Working groups, councils and plans\n  Ouderraad\n  team2\n\nOffers\n  Voorlezen\n  read\n\n"
        "Needs\n  Leeshulp\n  n2\n\nAsks\n  3 September 2026: Anna Zonnedauw for Leeshulp\n"
        "  4 September 2026: bram\n\nStaff\n  Ines Rietkraag\n  s2\n");
}

/* ----------------------------------------------------------------- the rest */

#define SCHOOL                                                                                               \
    "{'schakel': 1, 'school': {'id': 'school', 'stage': 'po', 'year_start': '2026-08-01', 'year_end': "      \
    "'2027-07-31'}"

static void nothing_is_said_to_be_nothing(void **state)
{
    (void)state;
    assert_shown(SCHOOL "}", cycle_of_all, SCHAKEL_DUTCH, "Er zijn geen gesprekken.\n");
    assert_shown(SCHOOL "}", cycle_of_all, SCHAKEL_ENGLISH, "There are no talks.\n");
    assert_shown(SCHOOL "}", agenda_of, SCHAKEL_DUTCH, "Er staat niets op de agenda.\n");
    assert_shown(SCHOOL "}", agenda_of, SCHAKEL_ENGLISH, "Nothing is on the agenda.\n");
    assert_shown(SCHOOL "}", whole_school, SCHAKEL_DUTCH, "");
}

static void a_long_list_is_cut_after_twelve(void **state)
{
    (void)state;
    static const char twelve[] = "Kinderen\n  a\n  b\n  c\n  d\n  e\n  f\n  g\n  h\n  i\n  j\n  k\n  l\n";
    char document[1024] = SCHOOL ", 'children': [{'id': 'a'}", expected[256];
    for (char c = 'b'; c <= 'l'; c++)
        snprintf(document + strlen(document), sizeof document - strlen(document), ", {'id': '%c'}", c);
    size_t length = strlen(document);
    strcpy(document + length, "]}");
    assert_shown(document, whole_school, SCHAKEL_DUTCH, twelve);
    strcpy(document + length, ", {'id': 'm'}, {'id': 'n'}]}");
    snprintf(expected, sizeof expected, "%s  en nog 2\n", twelve);
    assert_shown(document, whole_school, SCHAKEL_DUTCH, expected);
    snprintf(expected, sizeof expected, "Children%s  and 2 more\n", twelve + strlen("Kinderen"));
    assert_shown(document, whole_school, SCHAKEL_ENGLISH, expected);
}

static const char two_children[] = SCHOOL
    ", 'groups': [{'id': 'g'}], 'adults': [{'id': 'anna'}], 'children': [{'id': 'kim', 'group': 'g', 'ties': "
    "[{'adult': 'anna', 'kind': 'mother'}]}, {'id': 'tom', 'group': 'g'}], 'cycle': [{'id': 'a', 'kind': "
    "'progress_talk', 'first': '2026-10-01', 'last': "
    "'2026-11-30', 'child': 'absent', 'questions': ['Hoe?', 'Wat?']}, {'id': 'b', 'kind': 'other_talk', "
    "'first': "
    "'2026-10-01', 'last': '2026-11-30', 'child': 'absent'}], 'contacts': [{'id': 'x', 'child': 'kim', "
    "'date': "
    "'2026-09-01', 'channel': 'call', 'purpose': 'acquaint'}, {'id': 'y', 'child': 'tom', 'date': "
    "'2026-09-01', "
    "'channel': 'visit', 'purpose': 'acquaint'}], 'talks': [{'id': 't', 'kind': 'other_talk', 'child': "
    "'kim', "
    "'date': '2026-10-02', 'state': 'planned', 'adults': ['anna']}], 'agreements': [{'id': 'h', 'child': "
    "'kim', "
    "'text': 'Lezen', 'date': '2026-09-01'}]}";

static void a_title_and_colours_are_there_when_asked_for(void **state)
{
    static const struct {
        presenter *show;
        const char *expected;
    } cases[] = {
        {cycle_of_kim, "\x1b[1mDe Springbron\x1b[0m\n\n\x1b[1mkim\x1b[0m\n  "
                       "\x1b[36mvoortgangsgesprek\x1b[0m: te plannen, van 1 oktober 2026 tot en met 30 "
                       "november 2026\n    wie: anna\n    duur: 15 minuten\n    afspraken die terugkomen:\n "
                       "     - Lezen\n    vragen:\n      - Hoe?\n      - Wat?\n  \x1b[36mgesprek\x1b[0m: "
                       "gepland, vrijdag 2 oktober 2026\n    wie: anna\n    duur: 15 minuten\n    afspraken "
                       "die terugkomen:\n      - Lezen\n"},
        {cycle_of_all, "\x1b[1mDe Springbron\x1b[0m\n\n\x1b[1mDe gesprekken van dit jaar\x1b[0m\n  "
                       "\x1b[36mvoortgangsgesprek\x1b[0m, van 1 oktober 2026 tot en met 30 november 2026\n  "
                       "  2 te plannen\n  \x1b[36mgesprek\x1b[0m, van 1 oktober 2026 tot en met 30 november "
                       "2026\n    1 gepland, 1 te plannen\n\n\x1b[1mNog te plannen\x1b[0m\n  "
                       "voortgangsgesprek\n    g: kim, tom\n  gesprek\n    g: tom\n"},
        {agenda_of, "\x1b[1mDe Springbron\x1b[0m\n\n\x1b[36mvrijdag 2 oktober 2026\x1b[0m\n  gesprek "
                    "over kim met anna\n"},
        {whole_school, "\x1b[1mDe Springbron\x1b[0m\n\n\x1b[1mKinderen\x1b[0m\n  kim, g\n  tom, g\n\n"
                       "\x1b[1mOuders en andere volwassenen\x1b[0m\n  anna\n\n\x1b[1mGesprekken\x1b[0m\n  2 "
                       "oktober 2026: gesprek over kim (gepland)\n\n\x1b[1mAfspraken\x1b[0m\n  Lezen\n\n"
                       "\x1b[1mContact\x1b[0m\n  1 september 2026: kim, neutraal\n  1 september 2026: "
                       "tom, neutraal\n"},
    };
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.title = "De Springbron";
    options.colour = 1;
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_shown_with(two_children, cases[i].show, &options, cases[i].expected);
}

/* Escape, a bell, and a change of direction that would turn the rest of the line around. */
#define STEER "\\u001b[2J\\u0007\\u202e"
#define SAFE "\xEF\xBF\xBD[2J\xEF\xBF\xBD\xEF\xBF\xBD"

static void what_steers_a_terminal_is_not_let_through(void **state)
{
    static const char document[] = SCHOOL
        ", 'staff': [{'id': 's', 'name': 'S" STEER "'}], 'groups': [{'id': 'g', 'name': 'G" STEER
        "'}], 'adults': [{'id': 'a', 'name': 'A" STEER "'}], 'children': [{'id': 'kim', 'name': 'K" STEER
        "', 'group': 'g', 'ties': [{'adult': 'a', 'kind': 'mother'}]}], 'cycle': [{'id': 'c', 'kind': "
        "'progress_talk', 'title': 'T" STEER
        "', 'first': '2026-10-01', 'last': '2026-10-02', 'questions': ['Q" STEER
        "']}], 'agreements': [{'id': 'h', 'child': 'kim', 'by_staff': 's', 'text': 'H" STEER
        "', 'date': '2026-09-01'}], 'wishes': [{'id': 'w', 'kind': 'wish', 'text': 'W" STEER
        "', 'date': '2026-09-01'}], 'activities': [{'id': 'x', 'kind': 'walk_in', 'title': 'X" STEER
        "', 'why': 'Samen', 'date': '2026-10-03'}]}";
    static presenter *const all[] = {cycle_of_all, agenda_of, whole_school};
    static const char *const names[] = {"AKTQHS", "KWX", "AGKHWXS"};
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    options.title = "\x1b]0;";
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        char *text = NULL;
        schakel_school *school = read_school(document);
        assert_int_equal(all[i](school, &options, &text, NULL), SCHAKEL_OK);
        for (const unsigned char *c = (const unsigned char *)text; *c != '\0'; c++)
            assert_true(*c >= 0x20 || *c == '\n');
        assert_null(strstr(text, "\xE2\x80\xAE"));
        assert_memory_equal(text, "\xEF\xBF\xBD]0;\n", 7);
        for (const char *name = names[i]; *name != '\0'; name++) {
            const char shown[] = {*name, '\0'};
            char expected[32];
            snprintf(expected, sizeof expected, "%s" SAFE, shown);
            assert_non_null(strstr(text, expected));
        }
        schakel_buffer_free(text);
        schakel_school_destroy(school);
    }
}

static void web_pages_and_misuse_are_refused(void **state)
{
    static presenter *const all[] = {cycle_of_all, agenda_of, whole_school};
    (void)state;
    schakel_school *school = read_school(two_children);
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        char *text = (char *)&options;
        options.format = SCHAKEL_FORMAT_HTML;
        assert_int_equal(all[i](school, &options, &text, NULL), SCHAKEL_MISUSE);
        assert_null(text);
        assert_int_equal(all[i](school, NULL, NULL, NULL), SCHAKEL_MISUSE);
    }
    char *text = NULL;
    schakel_cycle *cycle = NULL;
    schakel_agenda *agenda = NULL;
    schakel_cycle_options cycle_options = SCHAKEL_CYCLE_OPTIONS_INIT;
    schakel_agenda_options agenda_options = SCHAKEL_AGENDA_OPTIONS_INIT;
    cycle_options.today = agenda_options.today = schakel_date_from_ymd(2026, 10, 1);
    assert_int_equal(schakel_cycle_make(school, &cycle_options, &cycle, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_agenda_make(school, &agenda_options, &agenda, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_present_cycle(cycle, NULL, NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_agenda(agenda, NULL, NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_cycle(NULL, school, NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_agenda(NULL, school, NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_school(NULL, NULL, &text, NULL, NULL), SCHAKEL_MISUSE);
    schakel_cycle_destroy(cycle);
    schakel_agenda_destroy(agenda);
    schakel_school_destroy(school);
}

static void kinds_of_activity_have_names(void **state)
{
    (void)state;
    assert_string_equal(schakel_activity_kind_name(SCHAKEL_TALK_INTRODUCTORY, SCHAKEL_DUTCH), "startgesprek");
    assert_string_equal(schakel_activity_kind_name(SCHAKEL_ACTIVITY_FATHERS_EVENING, SCHAKEL_ENGLISH),
                        "fathers' evening");
    for (int kind = SCHAKEL_TALK_INTAKE; kind <= SCHAKEL_ACTIVITY_OTHER; kind++)
        for (int other = SCHAKEL_TALK_INTAKE; other < kind; other++)
            for (int language = SCHAKEL_DUTCH; language <= SCHAKEL_ENGLISH; language++)
                assert_string_not_equal(
                    schakel_activity_kind_name((schakel_activity_kind)kind, (schakel_language)language),
                    schakel_activity_kind_name((schakel_activity_kind)other, (schakel_language)language));
    assert_string_equal(schakel_activity_kind_name((schakel_activity_kind)99, SCHAKEL_DUTCH), "activiteit");
    assert_string_equal(schakel_activity_kind_name((schakel_activity_kind)-1, (schakel_language)7),
                        "activiteit");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_of_activity_have_names),
        cmocka_unit_test(a_cycle_of_a_school_counts_and_names),
        cmocka_unit_test(a_cycle_of_a_child_says_what_to_prepare),
        cmocka_unit_test(an_agenda_has_days_and_then_what_asks_for_care),
        cmocka_unit_test(a_school_is_shown_kind_by_kind),
        cmocka_unit_test(nothing_is_said_to_be_nothing),
        cmocka_unit_test(a_long_list_is_cut_after_twelve),
        cmocka_unit_test(a_title_and_colours_are_there_when_asked_for),
        cmocka_unit_test(what_steers_a_terminal_is_not_let_through),
        cmocka_unit_test(web_pages_and_misuse_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
