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
    [SCHAKEL_OPEN_LIMIT] = {{"Wie dit aanbiedt, wil het niet voor deze groep doen, of nu niet.",
                             "Those who offer this do not do it for this group, or not now."},
                            {"Wie dit verder aanbiedt, wil het niet voor deze groep doen, of nu niet.",
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
    [SCHAKEL_OPEN_CERTIFICATE] =
        {{"Wie dit aanbiedt, heeft dan geen geldige VOG.",
          "Those who offer this have no certificate of conduct that holds then."},
         {"Wie dit verder aanbiedt, heeft dan geen geldige VOG.",
          "The others who offer this have no certificate of conduct that holds then."}},
    [SCHAKEL_OPEN_TOGETHER] = {{"Wie kan komen, wil alleen samen met iemand die niet kan.",
                                "Those who can come only come together with somebody who cannot."},
                               {"Wie verder kan komen, wil alleen samen met iemand die niet kan.",
                                "The others who can come only come together with somebody who cannot."}},
    [SCHAKEL_OPEN_MINIMUM] = {{"Dit kan nog niet doorgaan: er zijn niet genoeg mensen.",
                               "This cannot go ahead yet: there are not enough people."},
                              {"Dit kan nog niet doorgaan: er zijn niet genoeg mensen.",
                               "This cannot go ahead yet: there are not enough people."}},
};

const char *sk_open_text(schakel_open_reason reason, int somebody_is_found, schakel_language language)
{
    return open_text[reason][somebody_is_found != 0][language];
}

static const char *const drop_text[][LANGUAGES] = {
    [SCHAKEL_DROP_GONE] = {"Dit is niet meer nodig, of deze persoon staat niet meer op de lijst.",
                           "This is not needed any more, or this person is not on the list any more."},
    [SCHAKEL_DROP_DECLINED] = {"Heeft nee gezegd of is niet gekomen.", "Said no or did not come."},
    [SCHAKEL_DROP_CANNOT] = {"Kan dit niet meer doen.", "Cannot do this any more."},
    [SCHAKEL_DROP_FILLED] = {"Hiervoor is nu niemand meer nodig.", "Nobody else is needed for this now."},
    [SCHAKEL_DROP_MOVED] = {"Het plan is beter als iemand anders dit doet.",
                            "The plan is better when somebody else does this."},
};

const char *sk_drop_text(schakel_drop_reason reason, schakel_language language)
{
    return drop_text[reason][language];
}
