/*
 * Guilt and obligation where a list of fixed runs cannot tell: "wij verwachten dit jaar van alle
 * ouders", "u had ons eerder moeten bellen". Kinds of words in order, with few words between them.
 */
#include <stdlib.h>
#include <string.h>

#include "text/check.h"

/* No more words of a sentence are looked at, and a pattern has no more parts. */
enum { WORDS_MOST = 80, PARTS = 4 };

/* Kinds of words, named by what they say or by a word of theirs. */
enum {
    U,
    UW,
    PARENT,
    ALL,
    EXPECT,
    VAN,
    DAT,
    FEW,
    NIEMAND,
    MAAR,
    NO,
    TURNOUT,
    CAME,
    NODIG,
    SAD,
    AGAIN,
    ALWAYS,
    SAME,
    PEOPLE,
    MUST,
    TOCH,
    CAN,
    HAD,
    SHOULD,
    SCHOOL,
    BOUND,
    VERANTW,
    VERANTWHEID,
    BIJ,
    TE,
    LATE,
    HURT,
    ZONDER,
    AID,
    HELPERS,
    GENOEG,
    ANDERS,
    ALS,
    CANCEL,
    DRY,
    BLIJK,
    OTHERS,
    MOST,
    WEL,
    ENIGE,
    ONDANKS,
    CALLS,
    NOG,
    LUKT,
    FORGOT,
    BEDOELING,
    VANUIT,
    UIT,
    REKEN,
    OP,
    EROP,
    MANY,
    ACCEPT,
    FORCED,
    CHILD,
    PITY,
    EXAMPLE
};

#define B(kind) (UINT64_C(1) << (kind))

/* Sorted by word. */
static const struct kind_word {
    char word[20];
    uint64_t kinds;
} kind_words[] = {
    {"aangemeld", B(CAME)},
    {"aanmeldingen", B(TURNOUT)},
    {"acceptabel", B(ACCEPT)},
    {"accepteren", B(ACCEPT)},
    {"afgelast", B(CANCEL)},
    {"afspraken", B(CALLS)},
    {"afzeggen", B(CANCEL)},
    {"al", B(WEL)},
    {"alle", B(ALL)},
    {"als", B(ALS)},
    {"altijd", B(ALWAYS)},
    {"alweer", B(AGAIN)},
    {"amper", B(FEW)},
    {"anderen", B(OTHERS)},
    {"anders", B(ANDERS)},
    {"animo", B(TURNOUT)},
    {"annuleren", B(CANCEL)},
    {"bedoeling", B(BEDOELING)},
    {"begeleiders", B(AID) | B(HELPERS)},
    {"begrijpt", B(CAN)},
    {"behoort", B(MUST)},
    {"behoren", B(MUST)},
    {"belangstelling", B(TURNOUT)},
    {"bent", B(CAN)},
    {"berichten", B(CALLS)},
    {"beter", B(SHOULD)},
    {"bij", B(BIJ)},
    {"bijdrage", B(AID)},
    {"blijkbaar", B(BLIJK)},
    {"brieven", B(CALLS)},
    {"dat", B(DAT)},
    {"dezelfde", B(SAME)},
    {"dienen", B(MUST)},
    {"dient", B(MUST)},
    {"dit", B(DAT)},
    {"dochter", B(CHILD)},
    {"door", B(CANCEL)},
    {"doorgaan", B(CANCEL)},
    {"droog", B(DRY)},
    {"dulden", B(ACCEPT)},
    {"echt", B(TOCH)},
    {"eerder", B(SHOULD)},
    {"elk", B(ALL)},
    {"elke", B(ALL)},
    {"enige", B(ENIGE)},
    {"enkele", B(MANY)},
    {"erop", B(EROP)},
    {"ervan", B(VANUIT)},
    {"gedwongen", B(FORCED)},
    {"geen", B(NO)},
    {"geholpen", B(CAME)},
    {"gekomen", B(CAME)},
    {"gemeente", B(SCHOOL)},
    {"genoeg", B(GENOEG)},
    {"genoodzaakt", B(FORCED)},
    {"gereageerd", B(CAME)},
    {"gewoon", B(TOCH)},
    {"gezin", B(PARENT)},
    {"gezinnen", B(PARENT) | B(TURNOUT) | B(PEOPLE)},
    {"groepje", B(PEOPLE)},
    {"gunt", B(CAN)},
    {"had", B(HAD)},
    {"hebt", B(CAN)},
    {"heeft", B(CAN)},
    {"helaas", B(SAD)},
    {"helpers", B(AID) | B(HELPERS)},
    {"herinnering", B(CALLS)},
    {"herinneringen", B(CALLS)},
    {"hielp", B(CAME)},
    {"hielpen", B(CAME)},
    {"hoeft", B(LUKT)},
    {"hoort", B(MUST)},
    {"horen", B(MUST)},
    {"hulp", B(TURNOUT) | B(AID) | B(HELPERS)},
    {"hulpouders", B(TURNOUT) | B(PEOPLE) | B(AID) | B(HELPERS)},
    {"ieder", B(ALL)},
    {"iedere", B(ALL)},
    {"iedereen", B(ALL)},
    {"ik", B(SCHOOL)},
    {"indien", B(ALS)},
    {"inzet", B(AID)},
    {"jammer", B(SAD) | B(PITY)},
    {"juf", B(SCHOOL)},
    {"jullie", B(U) | B(UW)},
    {"kennelijk", B(BLIJK)},
    {"kind", B(CHILD)},
    {"kinderen", B(CHILD)},
    {"kon", B(LUKT)},
    {"konden", B(LUKT)},
    {"kunnen", B(SHOULD)},
    {"kunt", B(CAN) | B(LUKT)},
    {"kwam", B(CAME)},
    {"kwamen", B(CAME)},
    {"laat", B(LATE)},
    {"last", B(HURT)},
    {"lukt", B(LUKT)},
    {"maar", B(MAAR)},
    {"mails", B(CALLS)},
    {"medewerking", B(AID)},
    {"meeste", B(MOST)},
    {"meester", B(SCHOOL)},
    {"meldde", B(CAME)},
    {"meldden", B(CAME)},
    {"mensen", B(PEOPLE)},
    {"missen", B(HURT)},
    {"mist", B(HURT)},
    {"moeders", B(PARENT) | B(TURNOUT) | B(PEOPLE)},
    {"moet", B(MUST)},
    {"moeten", B(MUST) | B(SHOULD)},
    {"nauwelijks", B(FEW)},
    {"niemand", B(NIEMAND)},
    {"niet", B(NO)},
    {"niets", B(NO)},
    {"nodig", B(NODIG)},
    {"nog", B(NOG)},
    {"nooit", B(NO)},
    {"onacceptabel", B(SAD)},
    {"onbegrijpelijk", B(SAD)},
    {"ondanks", B(ONDANKS)},
    {"onrust", B(HURT)},
    {"op", B(OP)},
    {"opdagen", B(CAME)},
    {"opgegeven", B(CAME)},
    {"opnieuw", B(AGAIN)},
    {"oproep", B(CALLS)},
    {"oproepen", B(CALLS)},
    {"ouder", B(PARENT) | B(TURNOUT)},
    {"ouders", B(PARENT) | B(TURNOUT) | B(PEOPLE) | B(HELPERS)},
    {"pas", B(MAAR)},
    {"plicht", B(VERANTWHEID)},
    {"reactie", B(TURNOUT)},
    {"reacties", B(TURNOUT)},
    {"reageerde", B(CAME)},
    {"reageerden", B(CAME)},
    {"regen", B(DRY)},
    {"regent", B(DRY)},
    {"reken", B(REKEN)},
    {"rekenen", B(REKEN)},
    {"schijnbaar", B(BLIJK)},
    {"school", B(SCHOOL)},
    {"schrappen", B(CANCEL)},
    {"slechts", B(FEW)},
    {"sommige", B(MANY)},
    {"spijtig", B(SAD)},
    {"steeds", B(ALWAYS)},
    {"steun", B(AID)},
    {"stoort", B(HURT)},
    {"storen", B(HURT)},
    {"storm", B(DRY)},
    {"te", B(TE)},
    {"teleurgesteld", B(SAD) | B(PITY)},
    {"teleurstellend", B(SAD)},
    {"telkens", B(ALWAYS)},
    {"toch", B(TOCH)},
    {"tolereren", B(ACCEPT)},
    {"treurig", B(SAD)},
    {"triest", B(SAD)},
    {"u", B(U)},
    {"uit", B(UIT)},
    {"uw", B(UW)},
    {"vaders", B(PARENT) | B(TURNOUT) | B(PEOPLE)},
    {"van", B(VAN) | B(BIJ)},
    {"vanuit", B(VANUIT)},
    {"veel", B(MANY)},
    {"verantwoordelijk", B(VERANTW)},
    {"verantwoordelijkheid", B(VERANTWHEID)},
    {"verdrietig", B(PITY)},
    {"vergeten", B(FORGOT)},
    {"verliest", B(HURT)},
    {"verliezen", B(HURT)},
    {"verplicht", B(BOUND)},
    {"verplichting", B(BOUND)},
    {"verschillende", B(MANY)},
    {"verstoort", B(HURT)},
    {"verstoren", B(HURT)},
    {"vervallen", B(CANCEL)},
    {"vervalt", B(CANCEL)},
    {"verwacht", B(EXPECT)},
    {"verwachten", B(EXPECT)},
    {"verwachtten", B(EXPECT)},
    {"verzoek", B(CALLS)},
    {"verzoeken", B(CALLS)},
    {"verzorgers", B(PARENT)},
    {"vindt", B(CAN)},
    {"voldoende", B(GENOEG)},
    {"voorbeeld", B(EXAMPLE)},
    {"vragen", B(CALLS)},
    {"vrijwilligers", B(TURNOUT) | B(PEOPLE) | B(AID) | B(HELPERS)},
    {"wachten", B(HURT)},
    {"wanneer", B(ALS)},
    {"we", B(SCHOOL)},
    {"wederom", B(AGAIN)},
    {"weer", B(AGAIN) | B(DRY)},
    {"weet", B(CAN)},
    {"weinig", B(FEW)},
    {"wel", B(WEL)},
    {"wij", B(SCHOOL)},
    {"wilt", B(CAN)},
    {"ziek", B(LUKT)},
    {"zielig", B(PITY)},
    {"zonder", B(ZONDER)},
    {"zoon", B(CHILD)},
};

typedef enum advice_kind { ASK, THANK, LEAVE_OUT, CALMLY, HELPERS_WANTED, ANSWER_HOW, WHO_DOES } advice_kind;

static const char *const advices[] = {
    "Vraag het: \"Wilt u …?\" Niet elke ouder kan altijd.",
    "Bedank wie er was. Vraag de anderen wat wel past.",
    "Laat dit weg. Elke ouder wil het goed doen.",
    "Zeg rustig wat er is. Vraag hoe u kunt helpen.",
    "Zeg hoeveel helpers u zoekt en voor welke dag.",
    "Zeg hoe de ouder kan antwoorden. Bel een ouder die niet antwoordt.",
    "Zeg wie wat doet: de ouder en de school.",
};

/* Each part may be of any of its kinds; 0 when there are fewer parts. */
static const struct pattern {
    uint64_t parts[PARTS];
    uint8_t gaps[PARTS - 1]; /* words that may stand between one part and the next */
    uint8_t crosses;         /* a comma may stand between them too */
    uint8_t advice;
    uint64_t beside; /* the sentence must have one of these; 0 for no matter */
    uint64_t unless; /* and none of these */
} patterns[] = {
    /* wij verwachten van alle ouders, verwachten dat u, van ouders mag verwacht worden */
    {{B(EXPECT), B(VAN), B(U) | B(PARENT)}, {4, 2}, 0, ASK, 0, B(NO)},
    {{B(EXPECT), B(DAT), B(U) | B(PARENT)}, {4, 2}, 1, ASK, 0, B(NO)},
    {{B(VAN), B(U) | B(PARENT), B(EXPECT)}, {2, 5}, 0, ASK, 0, B(NO)},
    {{B(EXPECT), B(ALL), B(PARENT)}, {2, 0}, 0, ASK, 0, 0},
    /* weinig ouders, helaas kwamen maar vier ouders, niemand meldde zich */
    {{B(FEW), B(TURNOUT)}, {2}, 0, THANK, 0, B(NODIG) | B(LUKT)},
    {{B(SAD), B(MAAR) | B(NO), B(TURNOUT)}, {6, 3}, 0, THANK, 0, B(LUKT)},
    {{B(CAME), B(MAAR), B(TURNOUT)}, {4, 2}, 0, THANK, 0, 0},
    {{B(MAAR), B(TURNOUT), B(CAME)}, {2, 6}, 0, THANK, 0, 0},
    {{B(NIEMAND), B(CAME)}, {6}, 0, THANK, 0, 0},
    {{B(CAME), B(NIEMAND)}, {4}, 0, THANK, 0, 0},
    {{B(SAD), B(NIEMAND)}, {6}, 1, THANK, B(CAME) | B(PARENT) | B(U), 0},
    /* steeds dezelfde mensen; het moet niet weer op dezelfde ouders neerkomen */
    {{B(ALWAYS) | B(AGAIN), B(SAME), B(PEOPLE)}, {4, 1}, 0, THANK, 0, 0},
    /* u moet toch, u wilt toch, moet u echt */
    {{B(U) | B(PARENT), B(MUST), B(TOCH)}, {1, 1}, 0, LEAVE_OUT, 0, 0},
    {{B(MUST), B(U), B(TOCH)}, {0, 0}, 0, LEAVE_OUT, 0, 0},
    {{B(U), B(CAN), B(TOCH)}, {0, 0}, 0, LEAVE_OUT, 0, 0},
    /* u had dit eerder moeten zeggen, had u maar */
    {{B(U), B(HAD), B(SHOULD)}, {1, 5}, 0, LEAVE_OUT, 0, B(SCHOOL)},
    {{B(HAD), B(U), B(SHOULD)}, {0, 5}, 0, LEAVE_OUT, 0, B(SCHOOL)},
    /* bent u verplicht, ouders zijn wettelijk verplicht, als ouder bent u verantwoordelijk */
    {{B(U) | B(PARENT), B(BOUND)}, {4}, 0, ASK, 0, B(NO)},
    {{B(BOUND), B(U) | B(PARENT)}, {2}, 0, ASK, 0, B(NO)},
    {{B(U) | B(PARENT), B(VERANTW)}, {4}, 0, WHO_DOES, 0, B(NO) | B(SCHOOL)},
    {{B(VERANTW), B(U) | B(PARENT)}, {4}, 0, WHO_DOES, 0, B(NO) | B(SCHOOL)},
    {{B(UW), B(VERANTWHEID)}, {1}, 0, WHO_DOES, 0, 0},
    {{B(VERANTWHEID), B(BIJ), B(U) | B(PARENT)}, {4, 1}, 0, WHO_DOES, 0, 0},
    /* u bent weer te laat; ouders die te laat komen, storen de les */
    {{B(U) | B(PARENT), B(AGAIN) | B(ALWAYS), B(TE), B(LATE)}, {4, 3, 0}, 0, CALMLY, 0, 0},
    {{B(U) | B(PARENT), B(TE), B(LATE), B(HURT)}, {8, 0, 10}, 1, CALMLY, 0, 0},
    {{B(HURT), B(U) | B(PARENT), B(TE), B(LATE)}, {8, 5, 0}, 1, CALMLY, 0, 0},
    /* zonder hulp van ouders kan het feest niet doorgaan, anders kan het niet doorgaan */
    {{B(ZONDER), B(AID), B(NO)}, {2, 10}, 1, HELPERS_WANTED, B(U) | B(UW) | B(PEOPLE) | B(SCHOOL), 0},
    {{B(ZONDER), B(U) | B(PARENT), B(NO), B(CANCEL)}, {2, 8, 2}, 1, HELPERS_WANTED, 0, 0},
    {{B(ALS), B(NO) | B(FEW), B(HELPERS), B(CANCEL)}, {5, 2, 12}, 1, HELPERS_WANTED, 0, 0},
    {{B(ANDERS), B(NO), B(CANCEL)}, {6, 1}, 0, HELPERS_WANTED, 0, B(DRY)},
    /* blijkbaar vindt u, u hebt kennelijk */
    {{B(BLIJK), B(U) | B(UW) | B(PARENT)}, {4}, 0, LEAVE_OUT, 0, 0},
    {{B(U) | B(PARENT), B(BLIJK)}, {4}, 0, LEAVE_OUT, 0, 0},
    /* anderen moeten het weer doen; de meeste ouders hebben al betaald; u bent de enige */
    {{B(OTHERS), B(MUST)}, {1}, 0, LEAVE_OUT, 0, 0},
    {{B(MUST), B(OTHERS)}, {2}, 0, LEAVE_OUT, B(U) | B(PARENT), 0},
    {{B(MOST), B(PARENT), B(WEL)}, {0, 5}, 0, LEAVE_OUT, 0, 0},
    {{B(U), B(ENIGE)}, {2}, 0, LEAVE_OUT, 0, 0},
    {{B(UW), B(CHILD), B(ENIGE), B(ZONDER) | B(NO)}, {0, 3, 4}, 0, LEAVE_OUT, 0, 0},
    /* ondanks onze oproepen; hebben wij nog steeds geen formulier van u; u bent alweer niet gekomen */
    {{B(ONDANKS), B(CALLS)}, {4}, 0, ANSWER_HOW, 0, 0},
    {{B(U) | B(PARENT) | B(SCHOOL), B(NOG), B(ALWAYS), B(NO)},
     {4, 0, 3},
     0,
     ANSWER_HOW,
     B(U) | B(UW) | B(PARENT),
     B(LUKT)},
    {{B(NOG), B(ALWAYS), B(NO), B(U) | B(UW) | B(PARENT)}, {0, 3, 6}, 0, ANSWER_HOW, 0, B(LUKT)},
    {{B(U) | B(PARENT), B(AGAIN), B(NO)}, {3, 1}, 0, CALMLY, 0, B(LUKT)},
    {{B(U) | B(PARENT), B(AGAIN) | B(ALWAYS), B(FORGOT)}, {4, 4}, 0, CALMLY, 0, 0},
    /* het is niet de bedoeling dat u; wij gaan ervan uit dat elke ouder; wij rekenen erop dat u */
    {{B(NO), B(BEDOELING), B(DAT), B(U) | B(PARENT)}, {1, 1, 2}, 1, CALMLY, 0, 0},
    {{B(VANUIT), B(DAT), B(U) | B(PARENT) | B(ALL)}, {1, 2}, 1, ASK, 0, 0},
    {{B(REKEN), B(EROP), B(DAT), B(U) | B(PARENT) | B(ALL)}, {2, 0, 1}, 1, ASK, 0, 0},
    {{B(REKEN), B(OP), B(U) | B(UW) | B(ALL)}, {2, 0}, 0, ASK, B(SCHOOL), B(LUKT)},
    /* jammer dat u niet, helaas komen veel ouders te laat */
    {{B(SAD), B(DAT), B(U) | B(PARENT), B(NO) | B(FEW)}, {2, 3, 6}, 1, LEAVE_OUT, 0, B(LUKT)},
    {{B(SAD), B(NO), B(ALL), B(PARENT)}, {6, 0, 0}, 1, THANK, 0, B(LUKT)},
    {{B(SAD), B(MANY), B(PARENT)}, {6, 1}, 1, CALMLY, 0, B(LUKT)},
    {{B(ACCEPT), B(NO), B(DAT)}, {2, 1}, 1, CALMLY, 0, 0},
    {{B(NO), B(ACCEPT), B(DAT)}, {2, 0}, 1, CALMLY, 0, 0},
    {{B(FORCED)}, {0}, 0, CALMLY, B(U) | B(UW) | B(PARENT), 0},
    /* uw kind is verdrietig als u niet komt; u geeft het verkeerde voorbeeld */
    {{B(PITY), B(ALS), B(U), B(NO)}, {2, 0, 5}, 1, LEAVE_OUT, 0, 0},
    {{B(U) | B(PARENT), B(EXAMPLE)}, {5}, 0, LEAVE_OUT, 0, 0},
};

static int compare_words(const void *key, const void *word)
{
    return strcmp(key, ((const struct kind_word *)word)->word);
}

static uint64_t kinds_of(const sk_sentence *s, const sk_token *t)
{
    char form[sizeof kind_words[0].word];
    if (t->kind != SK_TOKEN_WORD || t->form_length >= sizeof form)
        return 0;
    memcpy(form, s->forms + t->form, t->form_length);
    form[t->form_length] = '\0';
    const struct kind_word *found = bsearch(form, kind_words, sizeof kind_words / sizeof kind_words[0],
                                            sizeof kind_words[0], compare_words);
    return found != NULL ? found->kinds : 0;
}

/* Where the parts of a pattern from `part` on end when the one before stands at i; 0 when they do not follow. */
static size_t parts_end(const sk_sentence *s, const uint64_t *kinds, size_t count, const struct pattern *p,
                        size_t part, size_t i)
{
    if (part == PARTS || p->parts[part] == 0)
        return i;
    for (size_t k = i + 1; k < count && k <= i + 1 + p->gaps[part - 1]; k++) {
        if (!p->crosses && s->tokens[k].gap & SK_GAP_CLAUSE)
            break;
        size_t end = kinds[k] & p->parts[part] ? parts_end(s, kinds, count, p, part + 1, k) : 0;
        if (end > 0)
            return end;
    }
    return 0;
}

static void find_pressure(sk_checking *c, const sk_sentence *s, size_t first, size_t last, const char *advice)
{
    char quote[SK_QUOTE_SIZE];
    size_t start = s->tokens[first].start, end = s->tokens[last].end;
    sk_quote(c, start, end, quote);
    sk_find(c, SCHAKEL_RULE_GUILT, SCHAKEL_SEVERITY_WARNING, start, end, "“%1” legt druk op ouders. %2",
            "“%1” puts pressure on parents. Ask in a friendly way, say why it matters and offer help.",
            (const char *const[]){quote, advice});
}

static int can_stand(const struct pattern *p, uint64_t all)
{
    for (size_t part = 0; part < PARTS && p->parts[part] != 0; part++)
        if (!(p->parts[part] & all))
            return 0;
    return (p->beside == 0 || p->beside & all) && !(p->unless & all);
}

static int is_found_allowed(const sk_sentence *s, size_t first, size_t last)
{
    for (size_t i = first; i <= last; i++)
        if (!(s->tokens[i].shape & SK_SHAPE_ALLOWED))
            return 0;
    return 1;
}

void sk_rules_pressure(sk_checking *c, const sk_sentence *s)
{
    uint64_t kinds[WORDS_MOST], all = 0;
    size_t count = s->count < WORDS_MOST ? s->count : WORDS_MOST;
    for (size_t i = 0; i < count; i++) {
        kinds[i] = kinds_of(s, &s->tokens[i]);
        all |= kinds[i];
    }
    for (size_t n = 0; n < sizeof patterns / sizeof patterns[0]; n++) {
        const struct pattern *p = &patterns[n];
        if (!can_stand(p, all))
            continue;
        for (size_t i = 0; i < count; i++) {
            size_t end = kinds[i] & p->parts[0] ? parts_end(s, kinds, count, p, 1, i) : 0;
            if ((end == 0 && !(p->parts[1] == 0 && kinds[i] & p->parts[0])) || is_found_allowed(s, i, end))
                continue;
            find_pressure(c, s, i, p->parts[1] == 0 ? i : end, advices[p->advice]);
            return;
        }
    }
}
