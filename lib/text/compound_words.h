/*
 * The closed lists behind compound.c: what may open a compound, what may end one and what links
 * its parts. Each list is in the order of its letters and has a space before and after each word.
 */
#ifndef SK_TEXT_COMPOUND_WORDS_H
#define SK_TEXT_COMPOUND_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "text/tables.h"

/* Function words that open compounds with a noun: achtertuin, thuistaal. */
static const char openers[] =
    " achter beneden bij binnen boven buiten mede na onder rond samen tegen terug thuis tussen "
    "voor zelf ";
/* Adjectives that do so, or stand before a participle: nieuwkomer, slechthorend. */
static const char qualities[] =
    " breed diep dood dubbel duur goed goedkoop groen groot half hard hoog jong klein kort "
    "laag lang licht nieuw open oud privé slecht snel speciaal sterk vast veel vers vol vrij "
    "warm zacht ziek zoet zout zuur zwaar zwak ";
/* What verbs are separated from: openmaken, terugkomen. */
static const char particles[] =
    " aan aaneen achter af bij binnen buiten dicht door in klaar langs los mee na neer om "
    "onder op open over rond samen schoon stil tegen terug thuis toe uit vast vol voor "
    "voorbij vooruit vrij weg ";
/* What looks like a word but is a prefix or an auxiliary at the start of most words that it starts. */
static const char no_parts[] =
    " ant ben els ene gat heb her kan laat mag moet ont per ten ter veer ver wil word zal ";
/* What is no last part, because it is nearly always a misspelt ending: leefbar, hoestteen, leidinggen. */
static const char no_ends[] = " bar deen eden gen teen tenen ";
/* Adjectives that other words are put before: kindvriendelijk, sneeuwwit. */
static const char heads[] =
    " arm begaafd bestendig bewust blauw brede breed bruin dicht diep dik dikke geel gele "
    "gericht gevoelig grijs grijze groen groot grote hard hoge hoog klaar koud lang moe nodig "
    "oud rijk rijke rijp rijpe rode rood roze sterk vaardig vers vol volle vriendelijk vrij "
    "vrije waardig warm warme wit witte ziek zwaar zwak zwakke zware zwart ";
/* Words that are put before any adjective. */
static const char shades[] = " donker dood fel half licht over zacht ";
/* Nouns that take -er-: kinderboek. */
static const char with_er[] = " blad ei hoen kind lied rund volk ";
/* Nouns that take -s- although their form does not show it. */
static const char with_s[] =
    " arbeid bestuur broer burger dag dokter dood dorp driehoek eten gang geest groep handel huwelijk "
    "inkomen jongen kalf koning lam land lente leven liefde lijf meester najaar oorlog "
    "ouderdom personeel raad recht rijk schaap scheid staat stad stand tijd varken voorjaar "
    "vrede water weer wereld werk wet winter ziekenhuis zuster ";
static const char *const s_endings[] = {"ing", "heid", "schap", "teit", "dom", "er", "je",
                                        "aar", "ster", "gang",  "tijd", "eur", NULL};
static const char *const s_prefixes[] = {"be",   "ge", "ver",  "ont", "aan", "uit", "voor", "onder",
                                         "over", "af", "door", "in",  "op",  "toe", NULL};
/* Nouns that only follow particles, as the verbs do that they come from: aankomst. */
static const char deeds[] = " dracht gave keer komst name spraak ";
/* Last parts that are used as figures: the parts do not tell what a draagvlak or speerpunt is. */
static const char figures[] =
    " doel doelen gang kader kaders kracht krachten lijn lijnen punt punten term termen "
    "traject trajecten vlak vlakken waarde waarden ";

/* What a word is made with: put after (or before) a word of the kind `of`, it makes one of the kind `flags`. */
typedef struct affix {
    char text[9];
    uint8_t length;
    uint32_t of;
    uint32_t flags;
} affix;

/* SK_INFINITIVE stands for the infinitive without -en: lezing is made of lezen. */
static const affix endings[] = {
    {"heden", 5, SK_ADJECTIVE | SK_PARTICIPLE_PASSIVE, SK_NOUN},
    {"heid", 4, SK_ADJECTIVE | SK_PARTICIPLE_PASSIVE, SK_NOUN},
    {"loze", 4, SK_NOUN, SK_ADJECTIVE},
    {"loos", 4, SK_NOUN, SK_ADJECTIVE},
    {"bare", 4, SK_STEM, SK_ADJECTIVE},
    {"baar", 4, SK_STEM, SK_ADJECTIVE},
    {"baarder", 7, SK_STEM, SK_ADJECTIVE},
    {"achtige", 7, SK_NOUN, SK_ADJECTIVE},
    {"achtig", 6, SK_NOUN, SK_ADJECTIVE},
    {"sters", 5, SK_STEM, SK_NOUN},
    {"ster", 4, SK_STEM, SK_NOUN},
    {"ingen", 5, SK_INFINITIVE, SK_NOUN},
    {"ing", 3, SK_INFINITIVE, SK_NOUN},
    {"schap", 5, SK_NOUN, SK_NOUN},
    {"ers", 3, SK_INFINITIVE, SK_NOUN},
    {"er", 2, SK_INFINITIVE, SK_NOUN},
};

static const affix prefixes[] = {
    {"on", 2, SK_ADJECTIVE, SK_ADJECTIVE},
    {"her", 3, SK_INFINITIVE, SK_INFINITIVE},
};

#endif
