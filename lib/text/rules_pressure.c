/*
 * Guilt and obligation where a list of fixed runs cannot tell: "wij verwachten dit jaar van alle
 * ouders", "u had ons eerder moeten bellen". Kinds of words in order, with few words between them.
 */
#include "text/check.h"
#include "text/pressure.h"

/* No more words of a sentence are looked at, and a pattern has no more parts. */
enum { WORDS_MOST = 80, PARTS = 4 };

#define B(kind) (UINT64_C(1) << SK_PRESSURE_##kind)

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
    /* helaas gebeurt dat thuis onvoldoende, helaas leest u te weinig, u hebt zich niet aan de afspraak gehouden */
    {{B(SAD), B(FEW), B(DONE)}, {8, 0}, 1, CALMLY, 0, 0},
    {{B(SAD), B(U) | B(PARENT), B(TE), B(FEW)}, {1, 2, 0}, 0, CALMLY, 0, B(LUKT)},
    {{B(U) | B(PARENT), B(NO), B(DEAL), B(DONE)}, {2, 2, 1}, 0, CALMLY, 0, B(SCHOOL) | B(LUKT)},
    {{B(ACCEPT), B(NO), B(DAT)}, {2, 1}, 1, CALMLY, 0, 0},
    {{B(NO), B(ACCEPT), B(DAT)}, {2, 0}, 1, CALMLY, 0, 0},
    {{B(FORCED)}, {0}, 0, CALMLY, B(U) | B(UW) | B(PARENT), 0},
    /* uw kind is verdrietig als u niet komt; u geeft het verkeerde voorbeeld */
    {{B(PITY), B(ALS), B(U), B(NO)}, {2, 0, 5}, 1, LEAVE_OUT, 0, 0},
    {{B(U) | B(PARENT), B(EXAMPLE)}, {5}, 0, LEAVE_OUT, 0, 0},
};

static uint64_t kinds_of(const sk_token *t)
{
    uint32_t at = SK_HASH_SLOT(t->hash, sk_pressure_word_mask);
    for (; sk_pressure_words[at].kinds != 0; at = (at + 1) & sk_pressure_word_mask)
        if (sk_pressure_words[at].hash == t->hash)
            return t->kind == SK_TOKEN_WORD ? sk_pressure_words[at].kinds : 0;
    return 0;
}

/* Where the parts of a pattern from `part` on end when the one before stands at i, or `count`: they do not follow. */
static size_t parts_end(const sk_sentence *s, const uint64_t *kinds, size_t count, const struct pattern *p,
                        size_t part, size_t i)
{
    if (part == PARTS || p->parts[part] == 0)
        return i;
    for (size_t k = i + 1; k < count && k <= i + 1 + p->gaps[part - 1]; k++) {
        if (!p->crosses && s->tokens[k].gap & SK_GAP_CLAUSE)
            break;
        size_t end = kinds[k] & p->parts[part] ? parts_end(s, kinds, count, p, part + 1, k) : count;
        if (end < count)
            return end;
    }
    return count;
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

void sk_rules_pressure(sk_checking *c, const sk_sentence *s)
{
    uint64_t kinds[WORDS_MOST], all = 0;
    size_t count = s->count < WORDS_MOST ? s->count : WORDS_MOST;
    for (size_t i = 0; i < count; i++) {
        kinds[i] = kinds_of(&s->tokens[i]);
        all |= kinds[i];
    }
    /* No pattern is found in less than two kinds. */
    if ((all & (all - 1)) == 0)
        return;
    for (size_t n = 0; n < sizeof patterns / sizeof patterns[0]; n++) {
        const struct pattern *p = &patterns[n];
        if (!can_stand(p, all))
            continue;
        for (size_t i = 0; i < count; i++) {
            size_t end = kinds[i] & p->parts[0] ? parts_end(s, kinds, count, p, 1, i) : count;
            if (end == count || sk_is_allowed(s, i, end))
                continue;
            find_pressure(c, s, i, end, advices[p->advice]);
            return;
        }
    }
}
