/* Reasons in words: short sentences that a parent at level A2 reads too. */
#include "match/outcome.h"

#include <stdio.h>
#include <string.h>

enum { LANGUAGES = SCHAKEL_ENGLISH + 1, SENTENCES_MOST = 400 };

typedef struct sentence {
    uint32_t reason;
    const char *text[LANGUAGES];
} sentence;

/* In the order in which they are said. */
static const sentence sentences[] = {
    {SCHAKEL_REASON_SAME_CONCEPT, {"Biedt precies dit aan.", "Offers exactly this."}},
    {SCHAKEL_REASON_NARROWER_CONCEPT,
     {"Biedt iets aan wat hierbij hoort.", "Offers something that is part of this."}},
    {SCHAKEL_REASON_SERVES_THEME,
     {"Biedt iets anders aan, maar kan hierbij ook helpen.",
      "Offers something else, but can help with this too."}},
    {SCHAKEL_REASON_LANGUAGE, {"Spreekt de taal die nodig is.", "Speaks the language that is needed."}},
    {SCHAKEL_REASON_OWN_GROUP, {"Heeft een kind in deze groep.", "Has a child in this group."}},
    {SCHAKEL_REASON_NEVER_ASKED,
     {"Is dit schooljaar nog niet gevraagd.", "Was not asked yet this school year."}},
};

static const char *const asked_text[LANGUAGES] = {"Is dit schooljaar al %d keer gevraagd.",
                                                  "Was asked %d times this school year."};
static const char *const asked_once_text[LANGUAGES] = {"Is dit schooljaar al 1 keer gevraagd.",
                                                       "Was asked once this school year."};
static const char *const least_asked_text[LANGUAGES] = {"Niemand die kan, is minder vaak gevraagd.",
                                                        "Nobody who can was asked less often."};
static const char *const only_one_text[LANGUAGES] = {"Niemand anders kan dit nu doen.",
                                                     "Nobody else can do this now."};

static void say(char *text, const char *sentence_text)
{
    size_t length = strlen(text);
    snprintf(text + length, SENTENCES_MOST - length, "%s%s", length == 0 ? "" : " ", sentence_text);
}

const char *sk_reason_text(sk_arena *arena, uint32_t reasons, int32_t asked_before, schakel_language language)
{
    char text[SENTENCES_MOST] = "", asked[100];
    for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++)
        if (reasons & sentences[i].reason)
            say(text, sentences[i].text[language]);
    if (asked_before == 1) {
        say(text, asked_once_text[language]);
    } else if (asked_before > 1) {
        snprintf(asked, sizeof asked, asked_text[language], (int)asked_before);
        say(text, asked);
    }
    /* That nobody was asked less says nothing new of somebody who was never asked, or who is the only one. */
    if (reasons & SCHAKEL_REASON_ONLY_ONE)
        say(text, only_one_text[language]);
    else if ((reasons & SCHAKEL_REASON_LEAST_ASKED) && asked_before > 0)
        say(text, least_asked_text[language]);
    return sk_arena_text(arena, text, strlen(text));
}

/* By reason, whether somebody is found already, and language. */
static const char *const open_text[][2][LANGUAGES] = {
    [SCHAKEL_OPEN_NO_OFFER] = {{"Niemand biedt dit aan.", "Nobody offers this."},
                               {"Verder biedt niemand dit aan.", "Nobody else offers this."}},
    [SCHAKEL_OPEN_LIMIT] = {{"Wie dit aanbiedt, doet het niet voor deze groep of nu niet.",
                             "Those who offer this do not do it for this group, or not now."},
                            {"Wie dit verder aanbiedt, doet het niet voor deze groep of nu niet.",
                             "The others who offer this do not do it for this group, or not now."}},
    [SCHAKEL_OPEN_LANGUAGE] = {{"Wie dit aanbiedt, spreekt de taal niet die nodig is.",
                                "Those who offer this do not speak the language that is needed."},
                               {"Wie dit verder aanbiedt, spreekt de taal niet die nodig is.",
                                "The others who offer this do not speak the language that is needed."}},
    [SCHAKEL_OPEN_TIME] = {{"Wie dit aanbiedt, kan dan niet komen.",
                            "Those who offer this cannot come then."},
                           {"Wie dit verder aanbiedt, kan dan niet komen.",
                            "The others who offer this cannot come then."}},
    [SCHAKEL_OPEN_NOTICE] = {{"Het is te laat om iemand te vragen.", "It is too late to ask anybody."},
                             {"Het is te laat om nog iemand te vragen.",
                              "It is too late to ask anybody else."}},
    [SCHAKEL_OPEN_DECLINED] = {{"Wie kan komen, heeft nee gezegd.", "Those who can come said no."},
                               {"Wie verder kan komen, heeft nee gezegd.",
                                "The others who can come said no."}},
    [SCHAKEL_OPEN_CAP] = {{"Wie kan komen, is al vaak genoeg gevraagd.",
                           "Those who can come have been asked often enough."},
                          {"Wie verder kan komen, is al vaak genoeg gevraagd.",
                           "The others who can come have been asked often enough."}},
    [SCHAKEL_OPEN_BUSY] = {{"Wie kan komen, is al nodig voor iets anders.",
                            "Those who can come are needed for something else."},
                           {"Wie verder kan komen, is al nodig voor iets anders.",
                            "The others who can come are needed for something else."}},
};

const char *sk_open_text(schakel_open_reason reason, int somebody_is_found, schakel_language language)
{
    return open_text[reason][somebody_is_found != 0][language];
}
