/* How to reach an adult: each rule of the order worked out by hand, and all of them against a slow second reading. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "outreach/channel.h"
#include "unit/outreach_build.h"

#define BIT(channel) (1u << SCHAKEL_CHANNEL_##channel)

static schakel_channel_advice advise(const schakel_school *school, const char *adult_id, uint32_t offered)
{
    schakel_channel_advice advice = SCHAKEL_CHANNEL_ADVICE_INIT;
    schakel_error error = SCHAKEL_ERROR_INIT;
    if (schakel_channel_advise(school, adult_id, offered, TODAY, &advice, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    assert_true(advice.reason_nl[0] != '\0' && advice.reason_en[0] != '\0');
    return advice;
}

/* The whole order as letters, found by taking the best channel away each time: "pcfvi" and so on. */
static void write_order(const schakel_school *school, const char *adult_id, char *out)
{
    /* in Person, Visit, Call, vIdeo, Message, mAil, Other, Film, Newsletter */
    static const char letters[] = "pvcimaofn";
    uint32_t offered = SCHAKEL_CHANNELS_ALL;
    schakel_channel expected = SCHAKEL_CHANNEL_OTHER;
    for (; offered != 0; out++) {
        schakel_channel_advice advice = advise(school, adult_id, offered);
        if (offered != SCHAKEL_CHANNELS_ALL)
            assert_int_equal(advice.channel, expected);
        *out = letters[advice.channel];
        expected = advice.second;
        offered &= ~(1u << advice.channel);
    }
    assert_int_equal(expected, SCHAKEL_CHANNEL_OTHER);
    *out = '\0';
}

/* ------------------------------------------------------------- rules by hand */

static void the_order_follows_how_well_somebody_knows_dutch(void **state)
{
    static const struct {
        schakel_language_skill skills[2];
        size_t count;
        const char *order;
        uint32_t reasons;
    } cases[] = {
        {{{"nl", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_A2}}, 1, "macpfvin", SCHAKEL_BECAUSE_READS},
        {{{"nl", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_A1}}, 1, "pcfviman", SCHAKEL_BECAUSE_READS_LITTLE},
        {{{"nl", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_NONE}}, 1, "pcfviman", SCHAKEL_BECAUSE_READS_LITTLE},
        {{{"nl", SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_A2}},
         1,
         "pcfviman",
         SCHAKEL_BECAUSE_READS | SCHAKEL_BECAUSE_SPEAKS_LITTLE},
        {{{"nl", SCHAKEL_LEVEL_A2, SCHAKEL_LEVEL_UNKNOWN}}, 1, "macpfvin", SCHAKEL_BECAUSE_NOT_KNOWN},
        {{{"nl", SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_UNKNOWN}}, 1, "macpfvin", SCHAKEL_BECAUSE_NOT_KNOWN},
        {{{NULL, SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_UNKNOWN}}, 0, "macpfvin", SCHAKEL_BECAUSE_NOT_KNOWN},
        /* Another language and no Dutch: speaks none. */
        {{{"ti", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_B1}},
         1,
         "pcfviman",
         SCHAKEL_BECAUSE_NOT_KNOWN | SCHAKEL_BECAUSE_SPEAKS_LITTLE},
        {{{"ti", SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_UNKNOWN}},
         1,
         "pcfviman",
         SCHAKEL_BECAUSE_NOT_KNOWN | SCHAKEL_BECAUSE_SPEAKS_LITTLE},
        /* The highest level of a tag of Dutch. */
        {{{"nl", SCHAKEL_LEVEL_NONE, SCHAKEL_LEVEL_A2}, {"NL-be", SCHAKEL_LEVEL_A2, SCHAKEL_LEVEL_NONE}},
         2,
         "macpfvin",
         SCHAKEL_BECAUSE_READS},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char order[SK_CHANNEL_COUNT];
        schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
        add_speaker(school, "a", cases[i].skills, cases[i].count, 0);
        write_order(school, "a", order);
        assert_string_equal(order, cases[i].order);
        assert_int_equal(advise(school, "a", 0).reasons, cases[i].reasons);
        schakel_school_destroy(school);
    }
}

static void what_was_asked_for_goes_first(void **state)
{
    static const struct {
        uint32_t prefers;
        const char *order;
    } cases[] = {{SCHAKEL_CHANNELS_ALL, "pcvmfian"},
                 {BIT(NEWSLETTER), "nmacpfvi"},
                 {BIT(MAIL) | BIT(VISIT), "vamcpfin"},
                 {BIT(OTHER), "macpfvin"},
                 {BIT(NEWSLETTER) | BIT(VIDEO), "inmacpfv"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char order[SK_CHANNEL_COUNT];
        schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
        add_speaker(school, "a", NULL, 0, cases[i].prefers);
        write_order(school, "a", order);
        assert_string_equal(order, cases[i].order);
        uint32_t asked_for = cases[i].prefers != BIT(OTHER) ? SCHAKEL_BECAUSE_ASKED_FOR : 0;
        assert_int_equal(advise(school, "a", 0).reasons, SCHAKEL_BECAUSE_NOT_KNOWN | asked_for);
        schakel_school_destroy(school);
    }
}

/* Contacts as they are added: channel, whether it got through, who began, how many days ago. */
typedef struct
try {
    schakel_channel channel;
    schakel_answered reached;
    int from_parent;
    int days_ago;
}
try;

static void what_got_through_or_failed_decides_the_order(void **state)
{
    static const struct {
        const char *why;
        uint32_t prefers;
        try tries[5];
        const char *order;
        uint32_t reasons;
    } cases[] = {
        {"most often first",
         0,
         {{SCHAKEL_CHANNEL_VISIT, SCHAKEL_YES, 0, 1},
          {SCHAKEL_CHANNEL_CALL, SCHAKEL_YES, 0, 2},
          {SCHAKEL_CHANNEL_CALL, SCHAKEL_YES, 0, 3}},
         "cvmapfin",
         SCHAKEL_BECAUSE_GOT_THROUGH},
        {"as often: in the order for who reads",
         0,
         {{SCHAKEL_CHANNEL_VISIT, SCHAKEL_YES, 0, 1}, {SCHAKEL_CHANNEL_MAIL, SCHAKEL_YES, 0, 2}},
         "avmcpfin",
         SCHAKEL_BECAUSE_GOT_THROUGH},
        {"the parent began",
         0,
         {{SCHAKEL_CHANNEL_VIDEO, SCHAKEL_UNASKED, 1, 1}},
         "imacpfvn",
         SCHAKEL_BECAUSE_GOT_THROUGH},
        {"not known whether it did", 0, {{SCHAKEL_CHANNEL_VIDEO, SCHAKEL_UNASKED, 0, 1}}, "macpfvin", 0},
        {"today and a year ago count",
         0,
         {{SCHAKEL_CHANNEL_VIDEO, SCHAKEL_YES, 0, 0}, {SCHAKEL_CHANNEL_FILM, SCHAKEL_YES, 0, 365}},
         "fimacpvn",
         SCHAKEL_BECAUSE_GOT_THROUGH},
        {"tomorrow and before do not",
         0,
         {{SCHAKEL_CHANNEL_VIDEO, SCHAKEL_YES, 0, -1}, {SCHAKEL_CHANNEL_FILM, SCHAKEL_YES, 0, 366}},
         "macpfvin",
         0},
        {"once failed is no reason", 0, {{SCHAKEL_CHANNEL_MESSAGE, SCHAKEL_NO, 0, 1}}, "macpfvin", 0},
        {"twice failed",
         0,
         {{SCHAKEL_CHANNEL_MESSAGE, SCHAKEL_NO, 0, 1}, {SCHAKEL_CHANNEL_MESSAGE, SCHAKEL_NO, 0, 2}},
         "acpfvinm",
         SCHAKEL_BECAUSE_FAILED},
        {"twice failed and once not",
         0,
         {{SCHAKEL_CHANNEL_MESSAGE, SCHAKEL_NO, 0, 1},
          {SCHAKEL_CHANNEL_MESSAGE, SCHAKEL_NO, 0, 2},
          {SCHAKEL_CHANNEL_MESSAGE, SCHAKEL_YES, 0, 3}},
         "macpfvin",
         SCHAKEL_BECAUSE_GOT_THROUGH},
        {"got through too long ago",
         0,
         {{SCHAKEL_CHANNEL_MESSAGE, SCHAKEL_NO, 0, 1},
          {SCHAKEL_CHANNEL_MESSAGE, SCHAKEL_NO, 0, 2},
          {SCHAKEL_CHANNEL_MESSAGE, SCHAKEL_YES, 0, 400}},
         "acpfvinm",
         SCHAKEL_BECAUSE_FAILED},
        {"asked for and failed",
         BIT(CALL) | BIT(MAIL),
         {{SCHAKEL_CHANNEL_CALL, SCHAKEL_NO, 0, 1}, {SCHAKEL_CHANNEL_CALL, SCHAKEL_NO, 0, 2}},
         "ampfvinc",
         SCHAKEL_BECAUSE_ASKED_FOR | SCHAKEL_BECAUSE_FAILED},
        {"one further on failed: no reason",
         0,
         {{SCHAKEL_CHANNEL_CALL, SCHAKEL_NO, 0, 1}, {SCHAKEL_CHANNEL_CALL, SCHAKEL_NO, 0, 2}},
         "mapfvinc",
         0},
        {"two failed: the order stays",
         0,
         {{SCHAKEL_CHANNEL_MAIL, SCHAKEL_NO, 0, 1},
          {SCHAKEL_CHANNEL_MAIL, SCHAKEL_NO, 0, 2},
          {SCHAKEL_CHANNEL_MESSAGE, SCHAKEL_NO, 0, 1},
          {SCHAKEL_CHANNEL_MESSAGE, SCHAKEL_NO, 0, 2}},
         "cpfvinma",
         SCHAKEL_BECAUSE_FAILED},
        {"a newsletter that got through still comes last",
         0,
         {{SCHAKEL_CHANNEL_NEWSLETTER, SCHAKEL_YES, 0, 1}},
         "macpfvin",
         0},
        {"another way is no channel", 0, {{SCHAKEL_CHANNEL_OTHER, SCHAKEL_YES, 1, 1}}, "macpfvin", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char order[SK_CHANNEL_COUNT];
        schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
        add_child(school, "c", NULL);
        add_speaker(school, "a", NULL, 0, cases[i].prefers);
        add_speaker(school, "b", NULL, 0, 0);
        for (size_t k = 0; k < 5; k++) {
            const try *t = &cases[i].tries[k];
            if (t->channel != SCHAKEL_CHANNEL_IN_PERSON)
                add_contact(school, "a", t->channel, t->reached, t->from_parent, TODAY - t->days_ago);
        }
        /* Contacts of another adult, or of nobody who is named, say nothing. */
        add_contact(school, "b", SCHAKEL_CHANNEL_VISIT, SCHAKEL_YES, 0, TODAY);
        add_contact(school, NULL, SCHAKEL_CHANNEL_VISIT, SCHAKEL_YES, 0, TODAY);
        write_order(school, "a", order);
        if (strcmp(order, cases[i].order) != 0)
            fail_msg("%s: %s", cases[i].why, order);
        assert_int_equal(advise(school, "a", 0).reasons, SCHAKEL_BECAUSE_NOT_KNOWN | cases[i].reasons);
        schakel_school_destroy(school);
    }
}

static void who_came_to_a_talk_can_be_reached_in_person(void **state)
{
    static const struct {
        schakel_talk_state state;
        int days_ago;
        int can_be_reached;
    } cases[] = {{SCHAKEL_TALK_HELD, 10, 1},     {SCHAKEL_TALK_HELD, 365, 1},   {SCHAKEL_TALK_HELD, 366, 0},
                 {SCHAKEL_TALK_HELD, -1, 0},     {SCHAKEL_TALK_PLANNED, 10, 0}, {SCHAKEL_TALK_MISSED, 10, 0},
                 {SCHAKEL_TALK_CANCELLED, 10, 0}};
    static const schakel_language_skill little = {"nl", SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_NONE};
    static const char *const ids[] = {"a", "b", "d"}, *const who[] = {"b", "a"};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        schakel_talk talk = SCHAKEL_TALK_INIT;
        schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
        add_child(school, "c", NULL);
        for (size_t k = 0; k < 3; k++) {
            add_speaker(school, ids[k], &little, 1, 0);
            add_contact(school, ids[k], SCHAKEL_CHANNEL_IN_PERSON, SCHAKEL_NO, 0, TODAY);
            add_contact(school, ids[k], SCHAKEL_CHANNEL_IN_PERSON, SCHAKEL_NO, 0, TODAY);
        }
        talk.id = "t";
        talk.child_id = "c";
        talk.date = TODAY - cases[i].days_ago;
        talk.state = cases[i].state;
        talk.adult_ids = who;
        talk.adult_count = 2;
        TELL(school, talk, &talk);
        schakel_channel expected = cases[i].can_be_reached ? SCHAKEL_CHANNEL_IN_PERSON : SCHAKEL_CHANNEL_CALL;
        assert_int_equal(advise(school, "a", 0).channel, expected);
        assert_int_equal(advise(school, "b", 0).channel, expected);
        assert_int_equal(advise(school, "d", 0).channel, SCHAKEL_CHANNEL_CALL);
        schakel_school_destroy(school);
    }
}

/* Everybody comes to the first talk of the year: that is no reason to go and see who reads well. */
static void a_talk_alone_puts_nothing_first(void **state)
{
    static const char *const who[] = {"a"};
    char order[SK_CHANNEL_COUNT];
    schakel_talk talk = SCHAKEL_TALK_INIT;
    (void)state;
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    add_child(school, "c", NULL);
    add_speaker(school, "a", NULL, 0, 0);
    talk.id = "t";
    talk.child_id = "c";
    talk.date = TODAY - 3;
    talk.state = SCHAKEL_TALK_HELD;
    talk.adult_ids = who;
    talk.adult_count = 1;
    TELL(school, talk, &talk);
    write_order(school, "a", order);
    assert_string_equal(order, "macpfvin");
    assert_int_equal(advise(school, "a", 0).reasons, SCHAKEL_BECAUSE_NOT_KNOWN);
    schakel_school_destroy(school);
}

static void only_what_the_school_offers_is_advised(void **state)
{
    (void)state;
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    add_speaker(school, "a", NULL, 0, BIT(CALL) | BIT(OTHER));
    schakel_channel_advice advice = advise(school, "a", BIT(FILM) | BIT(VIDEO));
    assert_int_equal(advice.channel, SCHAKEL_CHANNEL_FILM);
    assert_int_equal(advice.second, SCHAKEL_CHANNEL_VIDEO);
    advice = advise(school, "a", BIT(FILM) | BIT(OTHER));
    assert_int_equal(advice.channel, SCHAKEL_CHANNEL_FILM);
    assert_int_equal(advice.second, SCHAKEL_CHANNEL_OTHER);
    advice = advise(school, "a", BIT(OTHER));
    assert_int_equal(advice.channel, SCHAKEL_CHANNEL_OTHER);
    assert_int_equal(advice.reasons, SCHAKEL_BECAUSE_NOT_KNOWN);
    assert_string_equal(advice.reason_en, "No way that the school has will do: ask what would.");
    schakel_school_destroy(school);
}

static void the_language_is_the_one_that_does_for_the_channel(void **state)
{
    static const struct {
        schakel_language_skill skills[3];
        const char *spoken, *written;
    } cases[] = {
        {{{"nl", SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_NONE},
          {"ti", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_NONE},
          {"en", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_B1}},
         "ti",
         "en"},
        /* Enough Dutch, however well another language is known. */
        {{{"nl", SCHAKEL_LEVEL_A2, SCHAKEL_LEVEL_A2}, {"tr", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_C2}},
         "nl",
         "nl"},
        /* Reads no language better. */
        {{{"nl", SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_NONE}, {"rif", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_NONE}},
         "nl",
         "nl"},
        /* How they read is not known: by how they speak. */
        {{{"nl", SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_UNKNOWN}, {"pap", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_UNKNOWN}},
         "pap",
         "pap"},
        /* As well: by tag, whatever the order. */
        {{{"nl", SCHAKEL_LEVEL_NONE, SCHAKEL_LEVEL_A1},
          {"ku", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_B1},
          {"ar-SY", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_B1}},
         "ar-SY",
         "ar-SY"},
        /* Only slightly better is better. */
        {{{"nl", SCHAKEL_LEVEL_NONE, SCHAKEL_LEVEL_NONE}, {"so", SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_A1}},
         "so",
         "so"},
        /* No Dutch at all. */
        {{{"uk", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_C2}}, "uk", "uk"},
        /* A level that nobody wrote down: better than little Dutch, behind one that is known to be. */
        {{{"uk", SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_C2}}, "uk", "uk"},
        {{{"ti", SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_UNKNOWN},
          {"nl", SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_NONE},
          {"am", SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_UNKNOWN}},
         "am",
         "am"},
        {{{"nl", SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_A1},
          {"ar", SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_UNKNOWN},
          {"en", SCHAKEL_LEVEL_A2, SCHAKEL_LEVEL_NONE}},
         "en",
         "ar"},
        {{{"ti", SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_UNKNOWN},
          {"nl", SCHAKEL_LEVEL_UNKNOWN, SCHAKEL_LEVEL_UNKNOWN}},
         "nl",
         "nl"},
        /* The tag for a language that is not known is none in which to reach anybody. */
        {{{"und", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_C2},
          {"nl", SCHAKEL_LEVEL_NONE, SCHAKEL_LEVEL_NONE},
          {"tr", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_B1}},
         "tr",
         "tr"},
        {{{"und", SCHAKEL_LEVEL_C2, SCHAKEL_LEVEL_C2}}, "nl", "nl"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t count = 0;
        while (count < 3 && cases[i].skills[count].tag != NULL)
            count++;
        schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
        add_speaker(school, "a", cases[i].skills, count, 0);
        for (uint32_t channel = 0; channel < SK_CHANNEL_COUNT; channel++) {
            if (channel == SCHAKEL_CHANNEL_OTHER)
                continue;
            int written = channel == SCHAKEL_CHANNEL_MESSAGE || channel == SCHAKEL_CHANNEL_MAIL ||
                          channel == SCHAKEL_CHANNEL_NEWSLETTER;
            assert_string_equal(advise(school, "a", 1u << channel).language,
                                written ? cases[i].written : cases[i].spoken);
        }
        schakel_school_destroy(school);
    }
}

static void every_reason_has_a_sentence_of_its_own(void **state)
{
    static const schakel_language_skill levels[] = {{"nl", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_B1},
                                                    {"nl", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_A1},
                                                    {"nl", SCHAKEL_LEVEL_A1, SCHAKEL_LEVEL_UNKNOWN},
                                                    {"nl", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_UNKNOWN},
                                                    {"nl", SCHAKEL_LEVEL_B1, SCHAKEL_LEVEL_A1}};
    static const uint32_t offers[] = {0, 0, 0, 0, BIT(MAIL)};
    static const char *const expected[] = {
        "Deze ouder leest goed genoeg Nederlands.",
        "Lezen is moeilijk voor deze ouder: praat eerst, en schrijf daarna.",
        "Nederlands is moeilijk voor deze ouder: praat in een andere taal of met een tolk.",
        "We weten niet hoe goed deze ouder leest: vraag het.",
        "Lezen is moeilijk voor deze ouder: leg ook uit wat er staat."};
    (void)state;
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
        schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
        add_speaker(school, "a", &levels[i], 1, 0);
        assert_string_equal(advise(school, "a", offers[i]).reason_nl, expected[i]);
        schakel_school_destroy(school);
    }
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    add_child(school, "c", NULL);
    add_speaker(school, "a", NULL, 0, 0);
    add_speaker(school, "b", NULL, 0, BIT(CALL));
    add_contact(school, "a", SCHAKEL_CHANNEL_MESSAGE, SCHAKEL_NO, 0, TODAY);
    add_contact(school, "a", SCHAKEL_CHANNEL_MESSAGE, SCHAKEL_NO, 0, TODAY);
    assert_string_equal(advise(school, "a", 0).reason_en,
                        "Another way did not get through, so try this one.");
    assert_string_equal(advise(school, "b", 0).reason_en, "This parent would like it this way.");
    add_contact(school, "a", SCHAKEL_CHANNEL_FILM, SCHAKEL_YES, 0, TODAY);
    assert_string_equal(advise(school, "a", 0).reason_nl, "Zo lukte het al eerder.");
    schakel_school_destroy(school);
}

/* -------------------------------------------------------- a slow second reading */

/* How far back a channel stands, written as one number: the smaller, the sooner. */
static long standing(const schakel_school *school, size_t adult, schakel_channel channel)
{
    /* Places in the order of schakel_channel. */
    static const long asked[] = {0, 2, 1, 5, 3, 6, 9, 4, 7}, talk[] = {0, 3, 1, 4, 5, 6, 9, 2, 7},
                      write[] = {3, 5, 2, 6, 0, 1, 9, 4, 7};
    schakel_adult a = SCHAKEL_ADULT_INIT;
    schakel_school_get_adult(school, adult, &a);
    long through = 0, failed = 0;
    for (size_t i = 0; i < schakel_school_count(school, SCHAKEL_KIND_CONTACT); i++) {
        schakel_contact contact = SCHAKEL_CONTACT_INIT;
        schakel_school_get_contact(school, i, &contact);
        if (contact.adult_id == NULL || strcmp(contact.adult_id, a.id) != 0 || contact.channel != channel ||
            contact.date > TODAY || contact.date < TODAY - 365)
            continue;
        if (contact.from_parent || contact.reached == SCHAKEL_YES)
            through++;
        else if (contact.reached == SCHAKEL_NO)
            failed++;
    }
    int speaking = 0, reading = 0, has_dutch = 0;
    for (size_t i = 0; i < a.language_count; i++) {
        int dutch = a.languages[i].tag[0] == 'n';
        has_dutch |= dutch;
        if (dutch && (int)a.languages[i].speaking > speaking)
            speaking = (int)a.languages[i].speaking;
        if (dutch && (int)a.languages[i].reading > reading)
            reading = (int)a.languages[i].reading;
    }
    int little = speaking == SCHAKEL_LEVEL_NONE || speaking == SCHAKEL_LEVEL_A1 ||
                 reading == SCHAKEL_LEVEL_NONE || reading == SCHAKEL_LEVEL_A1 ||
                 (!has_dutch && a.language_count > 0);
    long far = 0;
    if (failed >= 2 && through == 0)
        far += 1000000;
    if (a.prefers & (1u << channel))
        return far + asked[channel];
    if (channel == SCHAKEL_CHANNEL_NEWSLETTER)
        return far + 500000;
    return far + 100000 - 100 * through + (little ? talk[channel] : write[channel]);
}

static void the_order_is_that_of_a_slow_second_reading(void **state)
{
    enum { ROUNDS = 300, ADULTS = 4 };
    static const char *const ids[ADULTS] = {"m", "c", "x", "a"};
    static const char *const tags[] = {"nl", "nl-BE", "ti", "en"};
    size_t failed_first = 0, asked_first = 0;
    (void)state;
    for (uint64_t round = 0; round < ROUNDS; round++) {
        uint64_t seed = round;
        schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
        add_child(school, "kid", NULL);
        for (size_t i = 0; i < ADULTS; i++) {
            schakel_language_skill skills[2];
            uint32_t tag = draw(&seed, 4);
            for (size_t k = 0; k < 2; k++) {
                skills[k] = (schakel_language_skill){tags[tag], (schakel_level)draw(&seed, 8),
                                                     (schakel_level)draw(&seed, 8)};
                tag = (tag + 1 + draw(&seed, 3)) % 4;
            }
            uint32_t prefers = draw(&seed, 2) ? draw(&seed, 512) & draw(&seed, 512) : 0;
            add_speaker(school, ids[i], skills, draw(&seed, 3), prefers);
        }
        for (size_t i = draw(&seed, 100); i > 0; i--)
            add_contact(school, draw(&seed, 9) ? ids[draw(&seed, ADULTS)] : NULL,
                        (schakel_channel)draw(&seed, 9),
                        draw(&seed, 2) ? SCHAKEL_NO : (schakel_answered)draw(&seed, 3), draw(&seed, 9) == 0,
                        TODAY + 10 - (schakel_date)draw(&seed, 400));
        sk_arena arena;
        sk_advisor advisor;
        uint32_t offered = 1 + draw(&seed, 511);
        sk_arena_init(&arena, sk_handle_allocator(school));
        assert_int_equal(sk_advisor_make(&advisor, school, offered, TODAY, &arena, NULL), SCHAKEL_OK);
        for (size_t i = 0; i < ADULTS; i++) {
            schakel_channel_advice one = advise(school, ids[i], offered), of_all = sk_advise(&advisor, i);
            schakel_channel best = SCHAKEL_CHANNEL_OTHER, second = SCHAKEL_CHANNEL_OTHER;
            for (uint32_t c = 0; c < SK_CHANNEL_COUNT; c++) {
                schakel_channel channel = (schakel_channel)c;
                if (channel == SCHAKEL_CHANNEL_OTHER || !(offered & (1u << channel)))
                    continue;
                long here = standing(school, i, channel);
                if (best == SCHAKEL_CHANNEL_OTHER || here < standing(school, i, best)) {
                    second = best;
                    best = channel;
                } else if (second == SCHAKEL_CHANNEL_OTHER || here < standing(school, i, second)) {
                    second = channel;
                }
            }
            assert_int_equal(one.channel, best);
            assert_int_equal(one.second, second);
            assert_int_equal(of_all.channel, best);
            assert_int_equal(of_all.second, second);
            assert_int_equal(of_all.reasons, one.reasons);
            assert_string_equal(of_all.language, one.language);
            assert_ptr_equal(of_all.reason_nl, one.reason_nl);
            failed_first += (one.reasons & SCHAKEL_BECAUSE_FAILED) != 0;
            asked_first += (one.reasons & SCHAKEL_BECAUSE_ASKED_FOR) != 0;
        }
        sk_arena_destroy(&arena);
        schakel_school_destroy(school);
    }
    /* The draw must reach what it is to test. */
    assert_true(failed_first > 50 && asked_first > 50);
}

/* -------------------------------------------------------------------- misuse */

static void what_is_wrong_is_named(void **state)
{
    schakel_channel_advice advice = SCHAKEL_CHANNEL_ADVICE_INIT;
    schakel_error error = SCHAKEL_ERROR_INIT;
    (void)state;
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    add_speaker(school, "a", NULL, 0, 0);
    assert_int_equal(schakel_channel_advise(NULL, "a", 0, TODAY, &advice, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_channel_advise(school, NULL, 0, TODAY, &advice, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_channel_advise(school, "a", 0, TODAY, NULL, NULL), SCHAKEL_MISUSE);
    advice.struct_size = 0;
    assert_int_equal(schakel_channel_advise(school, "a", 0, TODAY, &advice, NULL), SCHAKEL_MISUSE);
    advice.struct_size = sizeof advice;
    assert_int_equal(schakel_channel_advise(school, "z", 0, TODAY, &advice, &error), SCHAKEL_NOT_FOUND);
    assert_non_null(strstr(error.message, "\"z\""));
    assert_int_equal(schakel_channel_advise(school, "a", 0, SCHAKEL_NO_DATE, &advice, &error),
                     SCHAKEL_INVALID);
    assert_string_equal(error.path, "/today");
    assert_int_equal(schakel_channel_advise(school, "a", 1u << SK_CHANNEL_COUNT, TODAY, &advice, &error),
                     SCHAKEL_INVALID);
    assert_string_equal(error.path, "/offered");
    assert_null(advice.language); /* nothing was written */
    schakel_school_destroy(school);
}

static void a_shorter_record_is_filled_as_far_as_it_goes(void **state)
{
    schakel_channel_advice advice = SCHAKEL_CHANNEL_ADVICE_INIT;
    (void)state;
    schakel_school *school = begin_school(SCHAKEL_STAGE_PO);
    add_speaker(school, "a", NULL, 0, 0);
    advice.struct_size = offsetof(schakel_channel_advice, language);
    assert_int_equal(schakel_channel_advise(school, "a", 0, TODAY, &advice, NULL), SCHAKEL_OK);
    assert_int_equal(advice.channel, SCHAKEL_CHANNEL_MESSAGE);
    assert_int_equal(advice.second, SCHAKEL_CHANNEL_MAIL);
    assert_null(advice.language);
    assert_null(advice.reason_nl);
    schakel_school_destroy(school);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_order_follows_how_well_somebody_knows_dutch),
        cmocka_unit_test(what_was_asked_for_goes_first),
        cmocka_unit_test(what_got_through_or_failed_decides_the_order),
        cmocka_unit_test(who_came_to_a_talk_can_be_reached_in_person),
        cmocka_unit_test(a_talk_alone_puts_nothing_first),
        cmocka_unit_test(only_what_the_school_offers_is_advised),
        cmocka_unit_test(the_language_is_the_one_that_does_for_the_channel),
        cmocka_unit_test(every_reason_has_a_sentence_of_its_own),
        cmocka_unit_test(the_order_is_that_of_a_slow_second_reading),
        cmocka_unit_test(what_is_wrong_is_named),
        cmocka_unit_test(a_shorter_record_is_filled_as_far_as_it_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
