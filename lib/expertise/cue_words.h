/*
 * The closed lists of this room, in small letters: words that say nothing about what somebody can do,
 * words that turn down or take back, and words that go with the name of a language.
 */
#ifndef SK_EXPERTISE_CUE_WORDS_H
#define SK_EXPERTISE_CUE_WORDS_H

#include <stdint.h>

/* What a word is here: a set. */
typedef enum sk_cue_word {
    SK_WORD_EMPTY = 1 << 0,
    SK_WORD_REFUSES_AFTER = 1 << 1,
    SK_WORD_REFUSES = 1 << 2,
    SK_WORD_LIFTS = 1 << 3,
    SK_WORD_ASKS_WHY = 1 << 4,
    SK_WORD_TURNS = 1 << 5,
    SK_WORD_CONJUNCTION = 1 << 6,
    SK_WORD_OFFERS = 1 << 7,
    SK_WORD_JOINS = 1 << 8,
    SK_WORD_TAKES_LANGUAGE = 1 << 9,
    SK_WORD_AFTER_LANGUAGE = 1 << 10,
    SK_WORD_ORIGIN = 1 << 11,
    SK_WORD_ARTICLE = 1 << 12,
    SK_WORD_JOB = 1 << 13,
    SK_WORD_PASTIME = 1 << 14,
    SK_WORD_IN = 1 << 15,
    SK_WORD_HARDLY = 1 << 16,
    SK_WORD_SELF = 1 << 17,
    SK_WORD_LEAVES_OUT = 1 << 18
} sk_cue_word;

typedef struct sk_cue_list {
    uint32_t cue;
    const char *words; /* each with a space behind it */
} sk_cue_list;

static const sk_cue_list sk_cue_lists[] = {
    /* Behind it no word is empty. */
    {SK_WORD_ARTICLE, "a de "},
    /* A language behind it is what something is said in. */
    {SK_WORD_IN, "in "},
    /* Before a language it is as good as none. */
    {SK_WORD_HARDLY, "amper hardly little nauwelijks weinig "},
    /* Tells of work. */
    {SK_WORD_JOB,
     "am baan baas bedrijf ben beroep cliënt cliënten collega collega's diploma dienst eigenaar fabriek i'm job kantoor "
     "klant klanten opgeleid opleiding patiënt patiënten personeel praktijk profession vak was werk werkt werkte "
     "werkzaam work working zaak zzp "},
    /* Tells of what somebody likes to do. */
    {SK_WORD_PASTIME,
     "amateur club enjoy fun gezellig graag hobby hobby's hou houd leuk leukste liefst love passie schuur spare thuis "
     "vereniging verzamel vrije weekend zaterdag zolder zondag "},
    /* Says nothing by itself: fills no slot of a label or wording. */
    {SK_WORD_EMPTY,
     "doe doen doet ga gaan gaat hoef hoeft kom komen komt moet moeten vind vinden vindt weet weten één "
     "'n 's 't a aan about al als also altijd am an and andere anders are at ben bij by can "
     "daar dat de deze die dit do door een elk en er ever every for from geen goed graag haar "
     "had heb hebben heeft heel her het hij hoe hun i iemand iets ik in into is je jouw kan "
     "kun kunnen like love maar mag me mee met might mij mijn my naar nog nu of off om on "
     "onder onze ook op or other our out over own pe per samen schakel she should so some somebody "
     "something te ten ter that the their them they this tijdens to tot tussen u uit uw van "
     "veel very voor wat we wel wie wij wil will with without would you your z'n ze zelf zich "
     "zij zijn zo zonder zou "},
    /* Turns down all that follows in its clause. */
    {SK_WORD_REFUSES_AFTER, "behalve except geen neither no noch nor uitgezonderd without zonder "},
    /* Turns down what follows in its clause or, where nothing does, what came before. */
    {SK_WORD_REFUSES,
     "can't cannot couldn't didn't dislike doesn't don't haat hate hekel isn't never nie niet "
     "niets niks nooit not vermijd won't wouldn't "},
    /* Of those the ones that leave the rest of their clause as it is. */
    {SK_WORD_LEAVES_OUT, "without zonder "},
    /* Behind a word of refusal it refuses nothing: niet alleen, geen probleem. */
    {SK_WORD_LIFTS, "afraid alleen bang bezwaar enkel erg just leukers liever moeite mooiers only probleem "
                    "problem punt slechts verkeerd zorgen zozeer "},
    /* Before one it does not either: waarom niet. */
    {SK_WORD_ASKS_WHY, "waarom why "},
    /* Where a refusal ends and an offer begins again. */
    {SK_WORD_TURNS, "because but doch echter however juist maar omdat though want wel "},
    /* Where a clause begins, looking back. */
    {SK_WORD_CONJUNCTION, "als because but if maar omdat wanneer want when "},
    /* What an offer is told with: in a clause behind a comma it ends the refusal before that. */
    {SK_WORD_OFFERS, "am ben can do doe gladly graag happy help i ik kan kun like love vind we wel wij wil "
                     "will "},
    /* Who tells: behind a comma or between things of a list it begins a clause. */
    {SK_WORD_SELF, "i ik we wij "},
    /* Between things of a list. */
    {SK_WORD_JOINS, "and en of or "},
    /* With one of these somewhere before it the name of a language is the language. */
    {SK_WORD_TAKES_LANGUAGE,
     "begrijp beheers beheersen bilingual docent drietalig fluent in interpret interpreter "
     "interpreting into ken kennen kent know language languages leer lees leraar lerares leren "
     "les lezen moedertaal naar native praat praten schrijf schrijven speak speaking speaks "
     "spreek spreekt spreken sprekend taal talen teach thuistaal tolk tolken translate "
     "translating tweetalig uit vanuit versta verstaan vertaal vertalen vertaler vloeiend "
     "voorlezen "},
    /* Right behind the name of a language: it is no adjective. */
    {SK_WORD_AFTER_LANGUAGE,
     "aan als also and as at because beetje ben bij but dan doe doen en fluently for gaat "
     "geven goed graag heb into is kan kunnen language lees leren les lessen lezen lukt maar "
     "makkelijk met naar niet of ook op or perfect praat praten redelijk schrijf schrijven "
     "speaker speakers speaking spreek spreekt spreken sprekend taal talen to tolk tolken too "
     "uitleggen versta verstaan vertaal vertalen vloeiend voor want wel well with "},
    /* Right before it: where somebody comes from, which is nobody's business here. */
    {SK_WORD_ORIGIN, "a am are ben bent de die echt een half heel is onze the was zijn "},
};

#endif
