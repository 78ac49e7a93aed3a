/*
 * What a letter takes for granted of its readers, where a list cannot tell: that a parent reads and
 * writes, and which parent it is.
 */
#include <string.h>

#include "text/check.h"

static int has_one_of(const sk_sentence *s, const char *const *words)
{
    for (size_t i = 0; i < s->count; i++)
        if (sk_is_one_of(s, &s->tokens[i], words))
            return 1;
    return 0;
}

/* ------------------------------------------------------------- reading tasks */

/* How a form shows that it is a task. */
typedef enum task_form { TASK_ORDER, TASK_FINITE, TASK_INFINITIVE } task_form;
typedef enum task_kind { TASK_READS, TASK_WRITES, TASK_WITH_PAPER, TASK_WITH_BOOK } task_kind;

static const struct task_verb {
    char word[16];
    uint8_t form;
    uint8_t kind; /* TASK_WITH_PAPER, TASK_WITH_BOOK: only when something to read or write is named */
} task_verbs[] = {
    {"lees", TASK_ORDER, TASK_READS},
    {"overhoor", TASK_ORDER, TASK_READS},
    {"schrijf", TASK_ORDER, TASK_WITH_PAPER},
    {"noteer", TASK_ORDER, TASK_WRITES},
    {"houd", TASK_ORDER, TASK_WITH_PAPER},
    {"hou", TASK_ORDER, TASK_WITH_PAPER},
    {"vul", TASK_ORDER, TASK_WITH_PAPER},
    {"beantwoord", TASK_ORDER, TASK_WITH_BOOK},
    {"maak", TASK_ORDER, TASK_WITH_PAPER},
    {"doe", TASK_ORDER, TASK_WITH_PAPER},
    {"help", TASK_ORDER, TASK_WITH_PAPER},
    {"neem", TASK_ORDER, TASK_WITH_PAPER},
    {"kijk", TASK_ORDER, TASK_WITH_PAPER},
    {"plak", TASK_ORDER, TASK_WITH_PAPER},
    {"oefen", TASK_ORDER, TASK_WITH_BOOK},
    {"zoek", TASK_ORDER, TASK_WITH_PAPER},
    {"leest", TASK_FINITE, TASK_READS},
    {"voorleest", TASK_FINITE, TASK_READS},
    {"schrijft", TASK_FINITE, TASK_WITH_PAPER},
    {"opschrijft", TASK_FINITE, TASK_WRITES},
    {"noteert", TASK_FINITE, TASK_WRITES},
    {"zoekt", TASK_FINITE, TASK_WITH_PAPER},
    {"overhoort", TASK_FINITE, TASK_READS},
    {"oefent", TASK_FINITE, TASK_WITH_BOOK},
    {"vult", TASK_FINITE, TASK_WITH_PAPER},
    {"houdt", TASK_FINITE, TASK_WITH_PAPER},
    {"lezen", TASK_INFINITIVE, TASK_READS},
    {"voorlezen", TASK_INFINITIVE, TASK_READS},
    {"nalezen", TASK_INFINITIVE, TASK_READS},
    {"doorlezen", TASK_INFINITIVE, TASK_READS},
    {"overhoren", TASK_INFINITIVE, TASK_READS},
    {"schrijven", TASK_INFINITIVE, TASK_WITH_PAPER},
    {"opschrijven", TASK_INFINITIVE, TASK_WRITES},
    {"noteren", TASK_INFINITIVE, TASK_WRITES},
    {"bijhouden", TASK_INFINITIVE, TASK_WITH_PAPER},
    {"invullen", TASK_INFINITIVE, TASK_WITH_PAPER},
    {"zetten", TASK_INFINITIVE, TASK_WITH_PAPER},
    {"oefenen", TASK_INFINITIVE, TASK_WITH_BOOK},
    {"doornemen", TASK_INFINITIVE, TASK_WITH_BOOK},
    {"beantwoorden", TASK_INFINITIVE, TASK_WITH_BOOK},
};

/* What a sentence says about what is read or written, and where. Looked up once, when a verb of a task stands in it. */
typedef struct task_facts {
    int paper; /* what one reads or writes at home for school */
    int book;  /* what is a task only with some verbs: one may also look at a book, or take a letter along */
    int dated; /* noteer de datum */
    int home;  /* thuis */
    int together; /* samen, or thuis */
    size_t child; /* the last place of kind, zoon, dochter; s->count for none */
    size_t down;  /* the last "op" of: schrijf op wat uw kind eet; not of: schrijf op de lijst */
} task_facts;

static task_facts facts_of(const sk_sentence *s)
{
    static const char *const papers[] = {
        "boekverslag",           "leeslogboek", "tabel",        "antwoordblad", "heen-en-weerschrift",
        "heen-en-weerschriftje", "leeskaart",   "woordenlijst", "leesblad",     NULL};
    static const char *const books[] = {"boek",        "boekje",  "brief",     "briefje", "antwoord",
                                        "antwoorden",  "letters", "letter",    "lezen",   "spelling",
                                        "krant",       "kaart",   "leestekst", "papier",  "bladzijde",
                                        "vragenlijst", NULL};
    static const char *const dates[] = {"alvast", "datum", "agenda", NULL};
    static const char *const children[] = {"kind", "zoon", "dochter", NULL};
    task_facts f = {sk_has_role(s, SK_ROLE_PAPER), 0, 0, 0, 0, s->count, s->count};
    for (size_t i = 0; i < s->count; i++) {
        const sk_token *t = &s->tokens[i];
        /* Most words are short or no nouns, and can be neither. */
        if (t->letters > 3 && (t->word == SK_NO_WORD || sk_has(t, SK_NOUN | SK_INFINITIVE))) {
            f.paper |= sk_is_one_of(s, t, papers);
            f.book |= sk_is_one_of(s, t, books);
        }
        f.dated |= sk_is_one_of(s, t, dates);
        f.home |= sk_is_form(s, t, "thuis");
        f.together |= sk_is_form(s, t, "samen");
        if (sk_is_one_of(s, t, children))
            f.child = i;
        if (sk_is_form(s, t, "op") &&
            (i + 1 == s->count || t[1].role == SK_ROLE_RELATIVE || t[1].gap & SK_GAP_CLAUSE))
            f.down = i;
    }
    f.book |= f.paper;
    f.together |= f.home;
    return f;
}

static int comes_after(const sk_sentence *s, size_t place, size_t i)
{
    return place < s->count && place > i;
}

/* Is there something to read or write for a verb that is a task only with it? */
static int has_object(const sk_sentence *s, size_t i, const struct task_verb *verb, const task_facts *f)
{
    static const char *const writing[] = {"schrijf", "schrijft", NULL};
    if (sk_is_one_of(s, &s->tokens[i], writing) && comes_after(s, f->down, i))
        return 1;
    return !(verb->kind == TASK_WITH_PAPER && !f->paper) && !(verb->kind == TASK_WITH_BOOK && !f->book);
}

/* What stands before a verb, as far as it was read. */
typedef struct passed {
    int reader;   /* u, with nothing behind it that begins another clause */
    int relative; /* in welke taal leest u */
    int modal;
} passed;

static void pass(const sk_sentence *s, size_t i, const task_facts *f, passed *b)
{
    static const char *const readers[] = {"u", "je", "jullie", NULL};
    static const char *const others[] = {"kind", "kinderen", "juf", "meester", "leraar",
                                         "klas", "hij",      "zij", NULL};
    b->relative |= s->tokens[i].role == SK_ROLE_RELATIVE;
    b->modal |= s->tokens[i].role == SK_ROLE_MODAL;
    if (sk_is_one_of(s, &s->tokens[i], readers) || (f->home && sk_is_form(s, &s->tokens[i], "ouders")))
        b->reader = 1;
    else if ((i + 1 < s->count && s->tokens[i + 1].gap & SK_GAP_CLAUSE) || sk_opens_subordinate(s, i) ||
             (sk_is_one_of(s, &s->tokens[i], others) && !(i > 0 && s->tokens[i - 1].role == SK_ROLE_YOU)))
        b->reader = 0;
}

/* Thuis leest u samen; not: in de brief leest u wat wij doen. */
static int is_done_together(const sk_sentence *s, size_t i, const task_facts *f)
{
    return f->together || (!sk_is_form(s, &s->tokens[i], "leest") && s->roles & sk_role_bit(SK_ROLE_YOU) &&
                           comes_after(s, f->child, i));
}

static int asks_reader(const sk_sentence *s, size_t i, task_form form, const task_facts *f, const passed *b)
{
    static const char *const joining[] = {"en", "dan", "daarna", "samen", "eerst", NULL};
    const sk_token *t = &s->tokens[i];
    const sk_token *next = i + 1 < s->count ? t + 1 : NULL;
    if (form == TASK_ORDER)
        return (i == 0 || t->gap & (SK_GAP_COMMA | SK_GAP_COLON) ||
                sk_is_one_of(s, &s->tokens[i - 1], joining)) &&
               (next == NULL || (next->role != SK_ROLE_SUBJECT && next->role != SK_ROLE_WE));
    if (b->relative)
        return 0;
    if (form == TASK_FINITE)
        return b->reader || (next != NULL && sk_is_form(s, next, "u") &&
                             (i == 0 || sk_is_one_of(s, t - 1, joining) || is_done_together(s, i, f)));
    return b->reader && (b->modal || (i > 0 && s->tokens[i - 1].role == SK_ROLE_TE));
}

static int is_at_school(const sk_sentence *s)
{
    static const char *const places[] = {"klas", "school", "les", "komen", "komt", "kom", "groep", NULL};
    static const char *const home[] = {"thuis", NULL};
    for (size_t i = 0; i < s->count; i++)
        if (sk_is_one_of(s, &s->tokens[i], places) && !(i > 0 && s->tokens[i - 1].role == SK_ROLE_VAN) &&
            !(i > 1 && s->tokens[i - 2].role == SK_ROLE_VAN))
            return !has_one_of(s, home);
    return 0;
}

/* Done at school or with others: the teacher sees to it. */
int sk_is_at_school(const sk_sentence *s)
{
    if (s->asked->at_school == 0)
        s->asked->at_school = (uint8_t)(1 + is_at_school(s));
    return s->asked->at_school == 2;
}

static void find_task(sk_checking *c, const sk_sentence *s, size_t i, task_kind kind)
{
    char quote[SK_QUOTE_SIZE];
    const sk_token *t = &s->tokens[i];
    const char *instead = kind == TASK_READS ? "Vraag om samen te kijken, te praten of te zingen."
                                             : "Vraag om te vertellen, te tekenen of een foto te maken.";
    sk_quote(c, t->start, t->end, quote);
    sk_find(c, SCHAKEL_RULE_READING_TASK, SCHAKEL_SEVERITY_HINT, t->start, t->end,
            "“%1”: niet elke ouder leest of schrijft makkelijk Nederlands. %2",
            "“%1”: not every parent reads or writes Dutch easily. Offer a way to do it by talking or doing.",
            (const char *const[]){quote, instead});
}

static const struct task_verb *task_verb_of(const sk_sentence *s, const sk_token *t)
{
    for (size_t v = 0; v < sizeof task_verbs / sizeof task_verbs[0]; v++)
        if (s->forms[t->form] == task_verbs[v].word[0] && sk_is_form(s, t, task_verbs[v].word))
            return &task_verbs[v];
    return NULL;
}

static int has_task_verb(const sk_sentence *s)
{
    for (size_t i = 0; i < s->count; i++)
        if (sk_has(&s->tokens[i], SK_PAPERWORK) && task_verb_of(s, &s->tokens[i]) != NULL)
            return 1;
    return 0;
}

static void check_task(sk_checking *c, const sk_sentence *s)
{
    if (!(s->flags & SK_PAPERWORK) || !has_task_verb(s))
        return;
    task_facts f = facts_of(s);
    passed b = {0, 0, 0};
    if (f.dated)
        return;
    for (size_t i = 0; i < s->count; pass(s, i++, &f, &b)) {
        if (!sk_has(&s->tokens[i], SK_PAPERWORK))
            continue;
        const struct task_verb *verb = task_verb_of(s, &s->tokens[i]);
        if (verb == NULL || !has_object(s, i, verb, &f) ||
            !asks_reader(s, i, (task_form)verb->form, &f, &b) || sk_is_at_school(s))
            continue;
        find_task(c, s, i, (task_kind)verb->kind);
        return;
    }
}

/* --------------------------------------------------------------- one parent */

static void find_parent(sk_checking *c, const sk_sentence *s, size_t first, size_t last, const char *instead)
{
    char quote[SK_QUOTE_SIZE];
    size_t start = s->tokens[first].start, end = s->tokens[last].end;
    sk_quote(c, start, end, quote);
    sk_find(c, SCHAKEL_RULE_GENDERED_WORDING, SCHAKEL_SEVERITY_WARNING, start, end,
            "“%1” sluit andere ouders uit. Schrijf liever “%2”.",
            "“%1” leaves some parents out. Better write “%2”.", (const char *const[]){quote, instead});
}

/* vraag je moeder, dat mama je brood smeert: a child has other parents too. */
static int is_any_childs(const sk_sentence *s, size_t i)
{
    static const char *const own[] = {"je", "jouw", NULL};
    static const char *const small[] = {"mama", "papa", NULL};
    static const char *const someones[] = {"de", "zijn", "haar", "mijn", "uw", "een", "word", "wordt", NULL};
    if (i > 0 && sk_is_one_of(s, &s->tokens[i - 1], own))
        return 1;
    return sk_is_one_of(s, &s->tokens[i], small) &&
           !(i > 0 && sk_is_one_of(s, &s->tokens[i - 1], someones)) &&
           !(i + 1 < s->count &&
             (s->tokens[i + 1].role == SK_ROLE_VAN || s->tokens[i + 1].shape & SK_SHAPE_NAME));
}

/* moeders, vaders die kunnen sjouwen, papa's met een aanhanger. An evening for fathers may greet fathers. */
static int is_one_kind(const sk_sentence *s, size_t i, int fair)
{
    static const char *const mothers[] = {"moeders", "mama's", "mamma's", NULL};
    static const char *const fathers[] = {"vaders", "papa's", NULL};
    static const char *const before[] = {"ook", "sterke", "handige", "stoere", NULL};
    static const char *const after[] = {"met", NULL};
    if (sk_is_one_of(s, &s->tokens[i], mothers))
        return !fair;
    return sk_is_one_of(s, &s->tokens[i], fathers) &&
           ((i > 0 && sk_is_one_of(s, &s->tokens[i - 1], before)) ||
            (i + 1 < s->count && sk_is_one_of(s, &s->tokens[i + 1], after)));
}

static void check_parent(sk_checking *c, const sk_sentence *s)
{
    static const char *const fair[] = {"ook", "alleen", "niet", NULL}; /* moeders kunnen dit ook */
    int mothers = sk_has_role(s, SK_ROLE_MOTHER), fathers = sk_has_role(s, SK_ROLE_FATHER);
    if (mothers == fathers) /* neither, or both: nobody is left out */
        return;
    int is_fair = has_one_of(s, fair);
    for (size_t i = 0; i < s->count; i++) {
        const sk_token *t = &s->tokens[i];
        if ((t->role != SK_ROLE_MOTHER && t->role != SK_ROLE_FATHER) || t->shape & SK_SHAPE_CLAIMED)
            continue;
        if (is_one_kind(s, i, is_fair)) {
            find_parent(c, s, i, i, "ouders");
            return;
        }
        if (is_any_childs(s, i)) {
            int own = i > 0 && s->tokens[i - 1].role == SK_ROLE_YOU;
            find_parent(c, s, own ? i - 1 : i, i, own ? "je ouders" : "een ouder");
            return;
        }
    }
}

/* The girls clear up and the boys carry: work parted by who is a boy. */
static void check_children(sk_checking *c, const sk_sentence *s)
{
    static const char *const work[] = {
        "dragen",     "sjouwen", "tillen",    "versieren", "afwassen",    "koken",    "bakken",
        "opruimen",   "helpen",  "timmeren",  "bouwen",    "poetsen",     "naaien",   "knutselen",
        "voetballen", "dansen",  "sjouwwerk", "klussen",   "schoonmaken", "afdrogen", NULL};
    size_t boys = s->count, girls = s->count;
    if (!sk_has_role(s, SK_ROLE_BOYS) || !sk_has_role(s, SK_ROLE_GIRLS))
        return;
    for (size_t i = 0; i < s->count; i++) {
        if (s->tokens[i].role == SK_ROLE_BOYS)
            boys = i;
        if (s->tokens[i].role == SK_ROLE_GIRLS)
            girls = i;
    }
    size_t first = boys < girls ? boys : girls, last = boys < girls ? girls : boys;
    if (last >= s->count || last - first < 5 || !has_one_of(s, work))
        return;
    sk_find(c, SCHAKEL_RULE_GENDERED_WORDING, SCHAKEL_SEVERITY_WARNING, s->tokens[first].start,
            s->tokens[last].end, "Jongens en meisjes kunnen hetzelfde werk doen. Schrijf “kinderen”.",
            "Boys and girls can do the same work. Write “kinderen”.", NULL);
}

void sk_rules_reader(sk_checking *c, sk_sentence *s)
{
    size_t tasks = c->counts.found[SCHAKEL_RULE_READING_TASK];
    if (tasks == c->reading_tasks && s->flags & SK_PAPERWORK)
        check_task(c, s);
    c->reading_tasks = c->counts.found[SCHAKEL_RULE_READING_TASK];
    if (c->counts.found[SCHAKEL_RULE_GUILT] == c->guilts && s->flags & SK_PAPERWORK)
        sk_rules_pressure(c, s);
    c->guilts = c->counts.found[SCHAKEL_RULE_GUILT];
    check_parent(c, s);
    check_children(c, s);
}
