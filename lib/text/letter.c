/* Gathering what a letter tells: cues from the lists, dates, times, requests, and how a child is spoken of. */
#include "text/letter.h"

#include <string.h>

#include "text/check.h"

/* A title is not longer; nor is a line in bold that stands for a heading. */
enum { TITLE_WORDS = 12, LEAD_WORDS = 6 };

#define FACT(fact) (1u << (fact))

static uint32_t word_cues(const sk_token *token)
{
    return token->word != SK_NO_WORD ? sk_words[token->word].cues : 0;
}

void sk_note_fact(sk_checking *c, const sk_sentence *s, int fact, size_t start, size_t end)
{
    sk_letter *l = &c->letter;
    const sk_place place = {start, end, c->counts.words - s->count, s->in_text};
    if (!(l->here_known >> fact & 1))
        l->here[fact] = place;
    l->here_known |= FACT(fact);
}

static void note_sentence_as(sk_checking *c, const sk_sentence *s, int fact)
{
    sk_note_fact(c, s, fact, s->tokens[0].start, s->tokens[s->count - 1].end);
}

static int here(const sk_checking *c, int fact)
{
    return (c->letter.here_known >> fact & 1) != 0;
}

/* -------------------------------------------------------------------- cues */

/* in de grote zaal, naar ons lokaal: a preposition shortly before. */
static int stands_in_a_place(const sk_sentence *s, size_t i)
{
    static const char *const prepositions[] = {"in", "op", "naar", "bij", NULL};
    for (size_t back = 1; back <= 3 && back <= i; back++) {
        const sk_token *t = &s->tokens[i - back];
        if (sk_is_one_of(s, &s->tokens[i - back], prepositions))
            return 1;
        if (sk_has(t, SK_PREPOSITION) || t[1].gap & SK_GAP_CLAUSE)
            return 0;
    }
    return 0;
}

/* niet goed, geen fijne dag; moet beter, te weinig zelfstandig: what is wished for is not there */
static int is_denied(const sk_sentence *s, size_t i)
{
    static const char *const lacking[] = {"moet", "moeten", "zou", "weinig", "nauwelijks", "amper", NULL};
    for (size_t back = 1; back <= 4 && back <= i; back++)
        if (s->tokens[i - back].role == SK_ROLE_NEGATION || sk_is_one_of(s, &s->tokens[i - back], lacking))
            return 1;
    return 0;
}

/* wordt ingeleverd, te worden ingediend, dient ondertekend te zijn; not: werd ingeleverd */
static int is_done_by_nobody(const sk_sentence *s)
{
    int due = 0;
    for (size_t i = 0; i < s->count; i++) {
        const sk_token *t = &s->tokens[i];
        const char *form = s->forms + t->form;
        due |= t->role == SK_ROLE_MODAL && (memcmp(form, "dien", 4) == 0 || memcmp(form, "moet", 4) == 0);
        if ((t->role == SK_ROLE_WORDEN && form[1] == 'o') || (due && sk_is_form(s, t, "zijn")))
            return 1;
    }
    return 0;
}

void sk_note_cues(sk_checking *c, const sk_sentence *s, uint32_t cues, size_t first, size_t last)
{
    if (c->counts.words > SK_LETTER_WORDS)
        return;
    /* Uitnodiging, above or before it; not: u krijgt een uitnodiging. */
    if (cues & SK_CUE_INVITE && first == last && first > 0)
        cues &= ~(uint32_t)SK_CUE_INVITE;
    if (cues & SK_CUE_SITE && stands_in_a_place(s, first))
        cues |= SK_CUE_WHERE;
    if (cues & SK_CUE_DEADLINE && sk_ends_a_period(s, first))
        cues &= ~(uint32_t)SK_CUE_DEADLINE;
    if (cues & SK_CUE_GOOD && is_denied(s, first))
        cues &= ~(uint32_t)SK_CUE_GOOD;
    if (cues & SK_CUE_WISH && first == last && !is_done_by_nobody(s))
        cues &= ~(uint32_t)SK_CUE_WISH;
    if (cues & SK_CUE_WISH && first == last) {
        note_sentence_as(c, s, sk_fact_of(SK_CUE_WISH));
        cues &= ~(uint32_t)SK_CUE_WISH;
    }
    for (int fact = 0; fact < SK_FACT_CUES; fact++)
        if (cues >> fact & 1)
            sk_note_fact(c, s, fact, s->tokens[first].start, s->tokens[last].end);
}

/* zwemmiddag, klassenfeest: what ends so is something to come to. Not: vanmiddag, maandagochtend. */
static int is_event(const sk_sentence *s, const sk_token *t)
{
    static const struct {
        char text[14];
        uint8_t length;
    } ends[] = {{"avond", 5},         {"middag", 6},      {"ochtend", 7},      {"feest", 5},
                {"markt", 5},         {"gesprek", 7},     {"viering", 7},      {"concert", 7},
                {"café", 5},          {"ontbijt", 7},     {"bijeenkomst", 11}, {"wandeling", 9},
                {"voorstelling", 12}, {"uitreiking", 10}, {"borrel", 6},       {"picknick", 8},
                {"toernooi", 8},      {"optreden", 8},    {"maaltijd", 8}};
    const char *form = s->forms + t->form;
    size_t whole = t->form_length;
    if (t->kind != SK_TOKEN_WORD || whole < 8 || memcmp(form, "van", 3) == 0)
        return 0;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        size_t length = ends[i].length;
        if (whole > length + 2 && memcmp(form + whole - length, ends[i].text, length) == 0)
            return memcmp(form + whole - length - 3, "dag", 3) != 0;
    }
    return 0;
}

/* in De Golf, naar Het Nest: a name after a preposition of place. */
static int is_named_place(const sk_sentence *s, size_t i)
{
    static const char *const into[] = {"in", "naar", NULL};
    if (!(s->tokens[i].shape & SK_SHAPE_NAME))
        return 0;
    return (i > 0 && sk_is_one_of(s, &s->tokens[i - 1], into)) ||
           (i > 1 && sk_is_one_of(s, &s->tokens[i - 2], into));
}

/* ------------------------------------------------------------------- words */

/* 010 - 000 00 00, 06 000 00 000, info@school.nl */
static int is_reach(const sk_checking *c, const sk_token *t)
{
    if (t->kind == SK_TOKEN_ADDRESS)
        return 1;
    size_t length = t->end - t->start;
    return t->kind == SK_TOKEN_NUMBER && c->text[t->start] == '0' &&
           (length > 2 || (length == 2 && c->text[t->start + 1] == '6')) &&
           memchr(c->text + t->start, '.', length) == NULL && !sk_is_date(c, t);
}

/* Hoe lang: 15 minuten; duur: 1,5 uur */
static int is_length(const sk_sentence *s, size_t i)
{
    static const char *const labels[] = {"lang", "duur", "tijdsduur", "gespreksduur", NULL};
    static const char *const units[] = {"minuten", "minuut", "kwartier", "uur", "uurtje", "dagen", NULL};
    if (s->tokens[i].kind != SK_TOKEN_NUMBER || i + 1 >= s->count ||
        !sk_is_one_of(s, &s->tokens[i + 1], units))
        return 0;
    for (size_t k = 0; k < i; k++)
        if (sk_is_one_of(s, &s->tokens[k], labels))
            return 1;
    return 0;
}

static void note_words(sk_checking *c, const sk_sentence *s)
{
    int times = 0;
    for (size_t i = 0; i < s->count; i++) {
        const sk_token *t = &s->tokens[i];
        uint32_t cues = word_cues(t);
        if (cues != 0)
            sk_note_cues(c, s, cues, i, i);
        if (t->kind == SK_TOKEN_NUMBER || sk_is_weekday(t))
            sk_note_day(c, s, i);
        if (is_reach(c, t))
            sk_note_fact(c, s, SK_FACT_REACH, t->start, t->end);
        if (is_event(s, t))
            sk_note_fact(c, s, sk_fact_of(SK_CUE_EVENT), t->start, t->end);
        if (is_named_place(s, i))
            sk_note_fact(c, s, sk_fact_of(SK_CUE_WHERE), t->start, t->end);
        if (is_length(s, i))
            sk_note_fact(c, s, sk_fact_of(SK_CUE_DURATION), t->start, t[1].end);
        times |= t->kind == SK_TOKEN_NUMBER || t->role == SK_ROLE_HALF || t->role == SK_ROLE_KWART ||
                 t->role == SK_ROLE_UUR;
    }
    if (times)
        sk_note_times(c, s);
}

/* ------------------------------------------------------- requests, invitations */

static int is_reader(const sk_sentence *s, size_t i)
{
    static const char *const words[] = {"u", "je", "jij", "jullie", NULL};
    return i < s->count && sk_is_one_of(s, &s->tokens[i], words);
}

static int asks(const sk_checking *c, const sk_sentence *s)
{
    size_t end = s->tokens[s->count - 1].end;
    while (end < c->length && strchr("*_\"' ", c->text[end]) != NULL && c->text[end] != '\0')
        end++;
    return end < c->length && c->text[end] == '?';
}

/* Geef dit terug. Als u komt, meld u dan aan. */
static int is_imperative(const sk_sentence *s, size_t i)
{
    const sk_token *t = &s->tokens[i];
    if (t->kind != SK_TOKEN_WORD || !(word_cues(t) & SK_CUE_REQUEST) || i + 1 >= s->count)
        return 0;
    return sk_has(t, SK_STEM) && t[1].role != SK_ROLE_SUBJECT && t[1].role != SK_ROLE_WE;
}

/* Wilt u, kunt u, zou u: the question that asks to do something. */
static int is_polite_question(const sk_checking *c, const sk_sentence *s)
{
    static const char *const openers[] = {"wilt",   "kunt",  "wil",  "kun",  "zou", "willen",
                                          "kunnen", "helpt", "komt", "gaat", NULL};
    return asks(c, s) && s->count > 2 && sk_is_one_of(s, &s->tokens[0], openers) && is_reader(s, 1);
}

/* Is this the part of a verb that ends its clause? Not: schrijf de naam in het boek. */
static int ends_verb(const sk_sentence *s, size_t i)
{
    const sk_token *next = i + 1 < s->count ? &s->tokens[i + 1] : NULL;
    return next == NULL || next->gap & SK_GAP_CLAUSE || !sk_has(next, SK_ARTICLE | SK_PRONOUN) ||
           next->role == SK_ROLE_RELATIVE;
}

/* Verbs in two parts that ask for an answer: meld u voor vrijdag aan, laat juf Noor weten. */
static void note_answer(sk_checking *c, const sk_sentence *s)
{
    static const struct {
        const char *first, *last;
    } pairs[] = {{"meld", "aan"},      {"meldt", "aan"},  {"geef", "op"},     {"geef", "door"},
                 {"geef", "terug"},    {"laat", "weten"}, {"laten", "weten"}, {"schrijf", "in"},
                 {"vul", "in"},        {"lever", "in"},   {"stuur", "mail"},  {"stuur", "bericht"},
                 {"stuurt", "bericht"}};
    for (size_t i = 0; i < s->count; i++) {
        if (s->tokens[i].form_length < 3)
            continue;
        for (size_t p = 0; p < sizeof pairs / sizeof pairs[0]; p++) {
            if (!sk_is_form(s, &s->tokens[i], pairs[p].first))
                continue;
            for (size_t k = i + 1; k < s->count && !(s->tokens[k].gap & SK_GAP_CLAUSE); k++)
                if (sk_is_form(s, &s->tokens[k], pairs[p].last) && ends_verb(s, k)) {
                    sk_note_fact(c, s, sk_fact_of(SK_CUE_ANSWER), s->tokens[i].start, s->tokens[k].end);
                    /* meld u aan, geef u op: for something to come to */
                    if (p < 3 && is_reader(s, i + 1))
                        sk_note_fact(c, s, sk_fact_of(SK_CUE_INVITE), s->tokens[i].start, s->tokens[k].end);
                }
        }
    }
}

/* Is what is asked only for some: als, wanneer? */
static int depends(const sk_sentence *s)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->tokens[i].role == SK_ROLE_ALS || sk_is_form(s, &s->tokens[i], "dan"))
            return 1;
    return 0;
}

/* Wij vragen u, vraag ik ouders: a request that says so. */
static int is_asking(const sk_sentence *s)
{
    static const char *const verbs[] = {"vragen", "verzoeken", "vraag", "verzoek", NULL};
    static const char *const asked[] = {"u", "jullie", "ouders", "alle", NULL};
    if (!(s->roles & (sk_role_bit(SK_ROLE_WE) | sk_role_bit(SK_ROLE_SUBJECT))))
        return 0;
    for (size_t i = 0; i + 1 < s->count; i++) {
        size_t next = i + 1 + (s->tokens[i + 1].role == SK_ROLE_WE || sk_is_form(s, &s->tokens[i + 1], "ik"));
        int ours = next > i + 1 ||
                   (i > 0 && (s->tokens[i - 1].role == SK_ROLE_WE || sk_is_form(s, &s->tokens[i - 1], "ik")));
        if (ours && next < s->count && sk_is_one_of(s, &s->tokens[i], verbs) &&
            sk_is_one_of(s, &s->tokens[next], asked))
            return 1;
    }
    return 0;
}

static void note_order(sk_checking *c, const sk_sentence *s)
{
    /* What is given back or paid needs a day. */
    static const char *const returning[] = {"betaal", "onderteken", "bestel", "lever", "retourneer", NULL};
    sk_letter *l = &c->letter;
    int order = is_imperative(s, 0) || is_polite_question(c, s);
    for (size_t i = 1; i < s->count && !order; i++)
        order = s->tokens[i].gap & SK_GAP_COMMA && is_imperative(s, i);
    int dated = here(c, SK_FACT_DATE) || here(c, SK_FACT_WEEKDAY) || here(c, sk_fact_of(SK_CUE_DEADLINE));
    int contact =
        here(c, sk_fact_of(SK_CUE_CONTACT)) || sk_is_form(s, &s->tokens[0], "vraag") || l->asked_whom;
    if (!order && is_asking(s)) {
        l->asking_dated |= dated;
        l->asking_answer |= here(c, sk_fact_of(SK_CUE_ANSWER));
        note_sentence_as(c, s, SK_FACT_ASKING);
    }
    if (!order || (contact && !dated))
        return;
    note_sentence_as(c, s, SK_FACT_ORDER);
    /* Hebt u het niet gehad? Laat het dan weten. That needs no day. */
    int for_all = !l->asked && !depends(s);
    int answer = (here(c, sk_fact_of(SK_CUE_ANSWER)) || sk_is_one_of(s, &s->tokens[0], returning)) && for_all;
    if ((dated && for_all) || answer)
        note_sentence_as(c, s, SK_FACT_DUE);
    if (here(c, sk_fact_of(SK_CUE_DEADLINE)))
        note_sentence_as(c, s, sk_fact_of(SK_CUE_ANSWER));
    if (answer)
        note_sentence_as(c, s, SK_FACT_REPLY);
    l->order_dated |= dated;
    l->order_below_heading |= l->headings > 0;
}

/* Does someone get to come along: u mag meedoen, ouders kunnen meelopen, u mag mee? */
static int may_come(const sk_sentence *s)
{
    /* Who may come with a child is invited; a child that may take part is not. */
    static const char *const parents[] = {"ouders", "ouder", "meekomen", "iedereen", "buren", NULL};
    int reader = 0, may = 0;
    for (size_t i = 0; i < s->count; i++) {
        const sk_token *t = &s->tokens[i];
        const char *form = s->forms + t->form;
        reader |= is_reader(s, i) || sk_is_one_of(s, t, parents);
        may |= t->role == SK_ROLE_MODAL && (form[0] == 'm' || form[0] == 'k');
        if (reader && may && t->form_length > 5 && memcmp(form, "mee", 3) == 0 &&
            (sk_has(t, SK_INFINITIVE) || form[3] == '-') && !(word_cues(t) & SK_CUE_BRING))
            return 1;
    }
    return reader && may && sk_is_form(s, &s->tokens[s->count - 1], "mee") && is_reader(s, 0);
}

/* What there is to do is told by a verb, before the invitation, or by what it is about. */
static void note_what(sk_checking *c, const sk_sentence *s, int along)
{
    static const char *const inviting[] = {"komen",  "zien",  "nodigen", "uitnodigen", "ontvangen",  "heten",
                                           "melden", "geven", "laten",   "weten",      "antwoorden", NULL};
    const int invite = sk_fact_of(SK_CUE_INVITE);
    int told = along || (here(c, invite) && !sk_knows(&c->letter, invite) && s->in_text > 1);
    for (size_t i = 1; i < s->count && !told; i++) {
        const sk_token *t = &s->tokens[i];
        told = (here(c, invite) && sk_has(t, SK_INFINITIVE) && !sk_is_one_of(s, t, inviting)) ||
               (t->role == SK_ROLE_OVER && i + 1 < s->count && sk_has(t + 1, SK_ARTICLE));
    }
    if (told)
        note_sentence_as(c, s, SK_FACT_WHAT);
}

static void note_invitation(sk_checking *c, const sk_sentence *s)
{
    static const char *const given[] = {"neemt", "neem", "geeft", "geef", "brengt", "breng", NULL};
    const int invite = sk_fact_of(SK_CUE_INVITE);
    /* Kom dan naar de balie: what to do in some case, and no invitation. */
    int case_only = c->letter.asked && !here(c, SK_FACT_WEEKDAY) && !here(c, SK_FACT_DATE);
    int comes = (sk_is_form(s, &s->tokens[0], "kom") && !case_only) ||
                (sk_is_form(s, &s->tokens[0], "komt") && is_reader(s, 1));
    int along = sk_is_form(s, &s->tokens[s->count - 1], "mee") && s->count > 2 && asks(c, s) &&
                !sk_is_one_of(s, &s->tokens[0], given) &&
                (is_reader(s, 1) || sk_is_form(s, &s->tokens[0], "wie"));
    int deed = along;
    for (size_t i = 1; comes && i < s->count; i++) {
        int infinitive = sk_has(&s->tokens[i], SK_INFINITIVE) && !sk_has(&s->tokens[i], SK_NOUN);
        deed |= infinitive || sk_is_form(s, &s->tokens[i], "naar") || sk_is_weekday(&s->tokens[i]);
    }
    deed |= may_come(s);
    if (deed)
        note_sentence_as(c, s, invite);
    note_what(c, s, along);
}

/* ------------------------------------------------------------------ one child */

static int is_singular(const sk_sentence *s, const sk_token *t)
{
    return sk_has(t, SK_FINITE) && t->form_length > 2 && s->forms[t->form + t->form_length - 1] != 'n';
}

/* hij, hem, uw zoon; ze and zij with a verb in the singular. */
static int speaks_of_one(const sk_sentence *s, size_t i)
{
    static const char *const one[] = {"hij", NULL};
    static const char *const she[] = {"ze", "zij", NULL};
    static const char *const children[] = {"zoon", "dochter", NULL};
    if (sk_is_one_of(s, &s->tokens[i], one) ||
        (i > 0 && sk_is_one_of(s, &s->tokens[i], children) && s->tokens[i - 1].role == SK_ROLE_YOU))
        return 1;
    return sk_is_one_of(s, &s->tokens[i], she) && ((i + 1 < s->count && is_singular(s, &s->tokens[i + 1])) ||
                                                   (i > 0 && is_singular(s, &s->tokens[i - 1])));
}

static void note_child(sk_checking *c, const sk_sentence *s)
{
    sk_letter *l = &c->letter;
    static const char *const of_child[] = {"hem", "haar", NULL}; /* of one who was named; else of any thing */
    int denied = 0, child = 0, problem = here(c, sk_fact_of(SK_CUE_PROBLEM));
    l->named |= s->count > 1 && s->tokens[0].shape & SK_SHAPE_NAME && sk_has(&s->tokens[1], SK_FINITE);
    for (size_t i = 0; i < s->count; i++) {
        l->child |= speaks_of_one(s, i);
        l->child |= l->named && sk_is_one_of(s, &s->tokens[i], of_child);
        child |= speaks_of_one(s, i) || s->tokens[i].shape & SK_SHAPE_NAME;
        denied |= s->tokens[i].role == SK_ROLE_NEGATION;
    }
    int near = child || l->child_before || s->in_text == 0;
    l->child_before = child;
    if (asks(c, s)) /* Waar is hij goed in? Wat vindt hij moeilijk? That tells neither. */
        return;
    if (here(c, sk_fact_of(SK_CUE_GOOD)) && !here(c, sk_fact_of(SK_CUE_EXCUSE)))
        l->praise++;
    if (problem && near && l->problems++ == 0)
        l->problem = l->here[sk_fact_of(SK_CUE_PROBLEM)];
    l->denials += denied && !problem && near;
}

/* ------------------------------------------------------------------- headings */

/* A line in bold before its text does the work of a heading. */
static int is_heading(const sk_checking *c, const sk_sentence *s)
{
    size_t start = s->tokens[0].start;
    return s->unit == SK_UNIT_HEADING || (s->count <= LEAD_WORDS && s->in_unit == 0 && start > 1 &&
                                          memcmp(c->text + start - 2, "**", 2) == 0);
}

static void note_heading(sk_checking *c, const sk_sentence *s)
{
    sk_letter *l = &c->letter;
    size_t end = s->tokens[s->count - 1].end;
    if (s->in_text == 0) {
        int ends_open = end >= c->length || strchr("\r\n!?*", c->text[end]) != NULL;
        l->has_title = s->unit == SK_UNIT_HEADING ||
                       (s->count <= TITLE_WORDS && ends_open && !here(c, sk_fact_of(SK_CUE_EXCUSE)));
        if (l->has_title && s->count > 1)
            note_sentence_as(c, s, SK_FACT_WHAT);
    } else if (is_heading(c, s)) {
        const sk_place place = {s->tokens[0].start, end, 0, s->in_text};
        int question = asks(c, s) || s->tokens[0].role == SK_ROLE_RELATIVE;
        l->headings++;
        l->questions += (size_t)question;
        if (!question && l->statement.end == 0)
            l->statement = place;
        note_sentence_as(c, s, SK_FACT_HEADING);
    }
}

void sk_note_sentence(sk_checking *c, const sk_sentence *s)
{
    sk_letter *l = &c->letter;
    if (c->counts.words > SK_LETTER_WORDS)
        return;
    note_words(c, s);
    note_answer(c, s);
    note_heading(c, s);
    note_order(c, s);
    note_invitation(c, s);
    note_child(c, s);
    l->asked = asks(c, s);
    l->asked_whom = asks(c, s) && here(c, sk_fact_of(SK_CUE_CONTACT));
    for (int fact = 0; fact < SK_FACT_COUNT; fact++)
        if (l->here_known >> fact & 1 && !sk_knows(l, fact))
            l->first[fact] = l->here[fact];
    l->known |= l->here_known;
    l->here_known = 0;
}
