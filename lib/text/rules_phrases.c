/* Rules that come from the phrase lists: officialese, school terms, abbreviations, gender, guilt, flight. */
#include <string.h>

#include "text/check.h"
#include "text/lexicon.h"
#include "text/phrases.h"

/* A phrase that stands in a sentence. */
typedef struct match {
    const sk_phrase *phrase;
    const char *text;   /* of its book */
    size_t first, last; /* tokens */
    size_t end;         /* bytes */
} match;

static size_t last_token(const sk_sentence *s, size_t first, size_t end)
{
    size_t last = first;
    while (last + 1 < s->count && s->tokens[last + 1].start < end)
        last++;
    return last;
}

static const char *advice_of(const match *m)
{
    return m->text + m->phrase->advice;
}

static const char *extra_of(const match *m)
{
    return m->text + m->phrase->extra;
}

/* How long the wordings of an entry are as a message has them; a house style has entries of 250 bytes. */
enum { WORDINGS_SIZE = 512 };

/* "a / b" as it is read in a message: a” of “b. What does not fit is left out. */
static void spell_alternatives(const char *wordings, const char *or_word, char out[WORDINGS_SIZE])
{
    size_t used = 0;
    while (*wordings != '\0') {
        const char *end = strstr(wordings, " / ");
        size_t length = end != NULL ? (size_t)(end - wordings) : strlen(wordings);
        size_t or_length = used > 0 ? strlen(or_word) : 0;
        if (used + or_length + length >= WORDINGS_SIZE)
            break;
        memcpy(out + used, or_word, or_length);
        used += or_length;
        memcpy(out + used, wordings, length);
        used += length;
        wordings += length + (end != NULL ? 3 : 0);
    }
    out[used] = '\0';
}

static int is_claimed(const sk_sentence *s, const match *m)
{
    for (size_t i = m->first; i <= m->last; i++)
        if (s->tokens[i].shape & SK_SHAPE_CLAIMED)
            return 1;
    return 0;
}

/* Words before a noun that go by its article, by the article they go with. */
static const struct determiner {
    char de[8], het[8];
} determiners[] = {{"de", "het"},   {"deze", "dit"},     {"die", "dat"},   {"onze", "ons"},
                   {"elke", "elk"}, {"iedere", "ieder"}, {"welke", "welk"}};

static const struct determiner *determiner_of(const sk_sentence *s, const sk_token *token)
{
    for (size_t i = 0; i < sizeof determiners / sizeof determiners[0]; i++)
        if (sk_is_form(s, token, determiners[i].de) || sk_is_form(s, token, determiners[i].het))
            return &determiners[i];
    return NULL;
}

/* How a noun stands with the words around it that go by its article. */
typedef enum agreement { SK_AGREES_WITH_NOTHING, SK_AGREES_WITH_DETERMINER, SK_AGREES_WITH_MORE } agreement;

static agreement agreement_of(const sk_sentence *s, const match *m)
{
    const sk_token *next = m->last + 1 < s->count ? &s->tokens[m->last + 1] : NULL;
    if (next != NULL && (next->role == SK_ROLE_DIE || next->role == SK_ROLE_DAT))
        return SK_AGREES_WITH_MORE;
    if (m->first == 0)
        return SK_AGREES_WITH_NOTHING;
    const sk_token *before = &s->tokens[m->first - 1];
    /* Only what stands right before the noun can be written anew together with it. */
    if (determiner_of(s, before) != NULL)
        return s->tokens[m->first].gap == SK_GAP_SPACE && !(before->shape & SK_SHAPE_CLAIMED)
                   ? SK_AGREES_WITH_DETERMINER
                   : SK_AGREES_WITH_MORE;
    return sk_has(before, SK_ADJECTIVE | SK_PARTICIPLE_INFLECTED | SK_PARTICIPLE_PRESENT | SK_NUMERAL)
               ? SK_AGREES_WITH_MORE
               : SK_AGREES_WITH_NOTHING;
}

/* Put the form of a determiner that each wording takes before it: "het begin / de start". */
static void with_determiner(const struct determiner *d, const char *wordings, const char *articles, char *out,
                            size_t size)
{
    size_t used = 0;
    while (*wordings != '\0') {
        const char *end = strstr(wordings, " / ");
        size_t length = end != NULL ? (size_t)(end - wordings) + 3 : strlen(wordings);
        int het = articles[0] == 'h';
        const char *form = het ? d->het : d->de;
        if (used + strlen(form) + 1 + length >= size)
            break;
        memcpy(out + used, form, strlen(form));
        used += strlen(form);
        out[used++] = ' ';
        memcpy(out + used, wordings, length);
        used += length;
        wordings += length;
        articles = strstr(articles, " / ") != NULL ? strstr(articles, " / ") + 3 : articles;
    }
    out[used] = '\0';
}

static void say_formal(sk_checking *c, size_t start, size_t end, int fits, const char *plain)
{
    char quote[SK_QUOTE_SIZE], nl[WORDINGS_SIZE], en[WORDINGS_SIZE];
    sk_quote(c, start, end, quote);
    spell_alternatives(plain, "” of “", nl);
    spell_alternatives(plain, "” or “", en);
    const char *const arguments[] = {quote, nl, en};
    if (*plain == '\0')
        sk_find(c, SCHAKEL_RULE_FORMAL_WORDING, SCHAKEL_SEVERITY_WARNING, start, end,
                "Laat “%1” weg of zeg het gewoner.", "Leave out “%1” or say it in a plainer way.", arguments);
    else if (fits)
        sk_find(c, SCHAKEL_RULE_FORMAL_WORDING, SCHAKEL_SEVERITY_WARNING, start, end,
                "Schrijf “%2” in plaats van “%1”.", "Write “%3” instead of “%1”.", arguments);
    else if (*plain >= 'A' && *plain <= 'Z') /* the list tells what to do */
        sk_find(c, SCHAKEL_RULE_FORMAL_WORDING, SCHAKEL_SEVERITY_WARNING, start, end, "“%1” is ambtelijk. %2",
                "“%1” is officialese. Say it in a plainer way.", arguments);
    else
        sk_find(c, SCHAKEL_RULE_FORMAL_WORDING, SCHAKEL_SEVERITY_WARNING, start, end,
                "“%1” is ambtelijk. Maak de zin gewoner, bijvoorbeeld met “%2”.",
                "“%1” is officialese. Make the sentence plainer, for example with “%3”.", arguments);
    if (fits)
        sk_suggest_all(c, plain);
}

/* Can each of some wordings stand before a noun in the place of an adjective? vele, heel duidelijk; not op tijd. */
static int end_in_adjectives(const char *wordings)
{
    while (*wordings != '\0') {
        const char *end = strstr(wordings, " / ");
        size_t length = end != NULL ? (size_t)(end - wordings) : strlen(wordings), first = length;
        while (first > 0 && wordings[first - 1] != ' ')
            first--;
        const char *last = wordings + first;
        uint32_t word = sk_word_find(sk_hash(last, length - first), last, length - first);
        if (word == SK_NO_WORD || !(sk_words[word].flags & (SK_ADJECTIVE | SK_NUMERAL | SK_PRONOUN)))
            return 0;
        wordings += length + (end != NULL ? 3 : 0);
    }
    return 1;
}

/* Can the plain wording take the place of a word as it is: een tijdig bericht, niet overbodig? */
static int fits_here(const sk_sentence *s, const match *m, const char *plain)
{
    const sk_token *t = &s->tokens[m->first], *next = &s->tokens[m->last] + 1;
    int before_noun = m->last + 1 < s->count && next->gap == SK_GAP_SPACE && sk_has(next, SK_NOUN);
    if (m->first > 0 && t[-1].role == SK_ROLE_NEGATION && strncmp(plain, "niet ", 5) == 0)
        return 0;
    return m->first != m->last || !before_noun || !sk_has(t, SK_ADJECTIVE) || end_in_adjectives(plain);
}

static void find_formal(sk_checking *c, const sk_sentence *s, const match *m)
{
    char wordings[256];
    const sk_phrase *phrase = m->phrase;
    size_t start = s->tokens[m->first].start;
    const char *plain = advice_of(m);
    int fits = phrase->kind == SK_KIND_REPLACE && fits_here(s, m, plain);
    if (phrase->kind == SK_KIND_NOUN) {
        agreement found = agreement_of(s, m);
        fits = found != SK_AGREES_WITH_MORE;
        if (found == SK_AGREES_WITH_DETERMINER) {
            const sk_token *before = &s->tokens[m->first - 1];
            with_determiner(determiner_of(s, before), plain, extra_of(m), wordings, sizeof wordings);
            plain = wordings;
            start = before->start;
        }
    }
    say_formal(c, start, m->end, fits, plain);
}

static void find_abbreviation(sk_checking *c, const sk_sentence *s, const match *m)
{
    char quote[SK_QUOTE_SIZE], nl[WORDINGS_SIZE], en[WORDINGS_SIZE];
    size_t start = s->tokens[m->first].start;
    int school = m->phrase->kind == SK_KIND_SCHOOL;
    if (school && sk_seen_before(c, SK_SEEN_GROUP, m->phrase->group))
        return;
    if (sk_is_bracketed(s, m->first, m->last) ||
        (school && (sk_is_told(c, s, m->first, m->last) || sk_is_given_in_full(c, start, m->end))))
        return;
    sk_quote(c, start, m->end, quote);
    spell_alternatives(advice_of(m), "” of “", nl);
    spell_alternatives(advice_of(m), "” or “", en);
    const char *const arguments[] = {quote, nl, en};
    if (strncmp(nl, "schrijf de dag", 14) == 0 && sk_names_a_day(c, s))
        sk_find(c, SCHAKEL_RULE_ABBREVIATION, SCHAKEL_SEVERITY_WARNING, start, m->end,
                "Laat “%1” weg: de datum staat er al.", "Leave out “%1”: the date is there already.",
                arguments);
    else if (strncmp(nl, "schrijf ", 8) == 0) /* the list tells what to write */
        sk_find(c, SCHAKEL_RULE_ABBREVIATION, SCHAKEL_SEVERITY_WARNING, start, m->end,
                "Gebruik “%1” niet: %2.", "Do not use “%1”. Write it out in full, in plain words.",
                arguments);
    else if (school)
        sk_find(c, SCHAKEL_RULE_ABBREVIATION, SCHAKEL_SEVERITY_WARNING, start, m->end,
                "Niet iedereen kent “%1”. Schrijf het uit of leg het uit: “%2”.",
                "Not everybody knows “%1”. Write it out or explain it: “%3”.", arguments);
    else
        sk_find(c, SCHAKEL_RULE_ABBREVIATION, SCHAKEL_SEVERITY_WARNING, start, m->end,
                "Schrijf “%1” uit: “%2”.", "Write “%1” out: “%3”.", arguments);
    /* What explains or advises cannot stand in the sentence as it is. */
    if (!school && strncmp(nl, "schrijf ", 8) != 0 && strpbrk(nl, "(:") == NULL)
        sk_suggest_all(c, advice_of(m));
}

static sk_role parent_role(const sk_sentence *s, const match *m)
{
    for (size_t i = m->first; i <= m->last; i++)
        if (s->tokens[i].role == SK_ROLE_MOTHER || s->tokens[i].role == SK_ROLE_FATHER)
            return (sk_role)s->tokens[i].role;
    return SK_ROLE_NONE;
}

/* Mothers and fathers named together leave nobody out: lieve mama's en papa's. */
static int both_parents(const sk_sentence *s, const match *m)
{
    sk_role own = parent_role(s, m);
    sk_role other = own == SK_ROLE_MOTHER ? SK_ROLE_FATHER : SK_ROLE_MOTHER;
    if (own == SK_ROLE_NONE)
        return 0;
    for (size_t i = m->last + 1; i < s->count && i <= m->last + 3; i++)
        if (s->tokens[i].role == other)
            return 1;
    for (size_t i = m->first; i-- > 0 && i + 3 >= m->first;)
        if (s->tokens[i].role == other)
            return 1;
    return 0;
}

static void find_gendered(sk_checking *c, const sk_sentence *s, const match *m)
{
    char quote[SK_QUOTE_SIZE], nl[WORDINGS_SIZE], en[WORDINGS_SIZE];
    size_t start = s->tokens[m->first].start;
    const char *why = extra_of(m);
    if (both_parents(s, m))
        return;
    sk_quote(c, start, m->end, quote);
    spell_alternatives(advice_of(m), "” of “", nl);
    spell_alternatives(advice_of(m), "” or “", en);
    const char *problem = m->phrase->kind == SK_KIND_STEREOTYPE
                              ? "repeats a fixed idea about men and women or boys and girls"
                              : "leaves some parents out";
    const char *const arguments[] = {quote, why, problem, nl, en};
    if (*nl == '\0')
        sk_find(c, SCHAKEL_RULE_GENDERED_WORDING, SCHAKEL_SEVERITY_WARNING, start, m->end,
                "%2 Schrijf dit anders of laat “%1” weg.", "“%1” %3. Rephrase it or leave it out.",
                arguments);
    else
        sk_find(c, SCHAKEL_RULE_GENDERED_WORDING, SCHAKEL_SEVERITY_WARNING, start, m->end,
                "%2 Schrijf “%4” in plaats van “%1”.", "“%1” %3. Write “%5” instead.", arguments);
    sk_suggest_all(c, advice_of(m));
}

static void find_guilt(sk_checking *c, const sk_sentence *s, const match *m)
{
    char quote[SK_QUOTE_SIZE];
    size_t start = s->tokens[m->first].start;
    sk_quote(c, start, m->end, quote);
    sk_find(c, SCHAKEL_RULE_GUILT, SCHAKEL_SEVERITY_WARNING, start, m->end, "“%1” legt druk op ouders. %2",
            "“%1” puts pressure on parents. Ask in a friendly way, say why it matters and offer help.",
            (const char *const[]){quote, advice_of(m)});
}

static void find_flight(sk_checking *c, const sk_sentence *s, const match *m)
{
    char quote[SK_QUOTE_SIZE];
    size_t start = s->tokens[m->first].start;
    sk_quote(c, start, m->end, quote);
    sk_find(c, SCHAKEL_RULE_FLIGHT_HISTORY, SCHAKEL_SEVERITY_ERROR, start, m->end,
            "“%1” gaat over de vlucht van ouders. %2",
            "“%1” asks about a flight. Do not ask that; ask how the child is doing and what it needs.",
            (const char *const[]){quote, advice_of(m)});
}

/* The words of some idioms also stand for what they say: beside these words they do. */
static int is_literal(const sk_sentence *s, const match *m)
{
    static const struct {
        const char *last; /* word of the idiom */
        const char *beside[4];
    } literal[] = {{"i", {"schrijven", "letter", "letters", "naam"}},
                   {"bel", {"deur", "poort", "ingang", "fiets"}},
                   {"tenen", {"loop", "langs", "dans", "sta"}},
                   {"gezet", {"melk", "eten", "yoghurt", "taart"}},
                   {"knie", {"pleister", "wond", "gevallen", "schaafwond"}}};
    for (size_t i = 0; i < sizeof literal / sizeof literal[0]; i++) {
        if (!sk_is_form(s, &s->tokens[m->last], literal[i].last))
            continue;
        size_t from = m->first > SK_REACH ? m->first - SK_REACH : 0;
        for (size_t k = from; k < s->count && k <= m->last + SK_REACH; k++)
            for (size_t w = 0; w < 4; w++)
                if ((k < m->first || k > m->last) && sk_is_form(s, &s->tokens[k], literal[i].beside[w]))
                    return 1;
    }
    return 0;
}

static void find_idiom(sk_checking *c, const sk_sentence *s, const match *m)
{
    char quote[SK_QUOTE_SIZE];
    size_t start = s->tokens[m->first].start;
    if (is_literal(s, m))
        return;
    sk_quote(c, start, m->end, quote);
    sk_find(c, SCHAKEL_RULE_FIGURE_OF_SPEECH, SCHAKEL_SEVERITY_WARNING, start, m->end,
            "Niet iedereen kent “%1”. Schrijf gewoon wat u bedoelt, bijvoorbeeld “%2”.",
            "Not everybody knows “%1”. Write what you mean in plain words, for example “%2”.",
            (const char *const[]){quote, advice_of(m)});
}

static void find_reading(sk_checking *c, const sk_sentence *s, const match *m)
{
    char quote[SK_QUOTE_SIZE];
    size_t start = s->tokens[m->first].start;
    if (sk_is_at_school(s))
        return;
    sk_quote(c, start, m->end, quote);
    sk_find(c, SCHAKEL_RULE_READING_TASK, SCHAKEL_SEVERITY_HINT, start, m->end,
            "“%1”: niet elke ouder leest of schrijft makkelijk Nederlands. %2",
            "“%1”: not every parent reads or writes Dutch easily. Offer a way to do it by talking or doing.",
            (const char *const[]){quote, advice_of(m)});
}

/* Abbreviations with dots were read whole and in their context before; only those count. */
static int is_possible(const sk_sentence *s, const match *m)
{
    const sk_token *token = &s->tokens[m->first];
    if (m->phrase->list != SK_LIST_ABBREVIATION)
        return 1;
    if (m->phrase->kind != SK_KIND_AVOID && m->phrase->kind != SK_KIND_SCHOOL)
        return 0;
    const char *pattern = m->text + m->phrase->pattern;
    return strchr(pattern, '.') == NULL || (token->kind == SK_TOKEN_ABBREVIATION && m->end == token->end);
}

/* Where a phrase ends that stands at a token, or 0. OPP-bespreking: what a hyphen parts from a short form leaves it as it is. */
static size_t phrase_end(const sk_checking *c, const sk_sentence *s, const sk_book *book,
                         const sk_phrase *phrase, size_t first)
{
    const sk_token *t = &s->tokens[first];
    size_t end = sk_phrase_end(book, phrase, c->text, t->start, s->tokens[s->count - 1].end);
    if (end > 0 || (phrase->list != SK_LIST_TERM && phrase->kind != SK_KIND_SCHOOL) ||
        t->end - t->start < 2 || c->text[t->start + 1] < 'A' || c->text[t->start + 1] > 'Z')
        return end;
    const char *hyphen = memchr(c->text + t->start, '-', t->end - t->start);
    return hyphen == NULL ? 0 : sk_phrase_end(book, phrase, c->text, t->start, (size_t)(hyphen - c->text));
}

/*
 * Put the longest phrase of each list that has a head, and stands at a token, into `best` where it is
 * no shorter. Returns the lists that have one, a bit each.
 */
static uint32_t match_head(const sk_checking *c, const sk_sentence *s, const sk_book *book, uint32_t head,
                           size_t first, match *best)
{
    const sk_phrase *phrase = sk_phrase_first(book, head);
    uint32_t found = 0;
    uint16_t third = first + 2 < s->count ? sk_third_mark(s->tokens[first + 2].key) : 0;
    for (int more = phrase != NULL; more; more = phrase->more, phrase++) {
        if (phrase->third != 0 && phrase->third != third)
            continue;
        match m = {phrase, book->text, first, first, 0};
        m.end = phrase_end(c, s, book, phrase, first);
        if (m.end == 0 || m.end < best[phrase->list].end || !is_possible(s, &m))
            continue;
        if (best[phrase->list].phrase != NULL && best[phrase->list].text == book->text &&
            best[phrase->list].end == m.end)
            continue; /* of a house style, what was added last comes first */
        m.last = last_token(s, first, m.end);
        best[phrase->list] = m;
        found |= 1u << phrase->list;
    }
    return found;
}

/* What of a book begins with a token. Of listed words it is known what kind of head they open. */
static uint32_t match_book(const sk_checking *c, const sk_sentence *s, const sk_book *book, int opens_known,
                           size_t first, match *best)
{
    const sk_token *token = &s->tokens[first];
    uint32_t found = 0;
    if (first + 1 < s->count && (!opens_known || sk_has(token, SK_OPENS_PAIR)))
        found = match_head(c, s, book, sk_pair_head(token->key, token[1].key), first, best);
    if (!opens_known || sk_has(token, SK_OPENS_PHRASE))
        found |= match_head(c, s, book, token->key, first, best);
    return found;
}

/* What begins with a token, in the library's own lists and the house style. `best` is empty before and, on 0, after. */
static uint32_t longest_matches(const sk_checking *c, const sk_sentence *s, size_t first,
                                match best[SK_LIST_COUNT])
{
    const sk_book listed = sk_listed_phrases();
    uint32_t found = match_book(c, s, &listed, s->tokens[first].word != SK_NO_WORD, first, best);
    if (c->own->phrases != NULL)
        found |= match_book(c, s, c->own, 0, first, best);
    return found;
}

static int is_own(const sk_checking *c, const match *m)
{
    return c->own->text != NULL && m->text == c->own->text;
}

/* TLV (een toelaatbaarheidsverklaring): the same term once more. Returns its last token, or m->last. */
static size_t end_of_other_name(const sk_checking *c, const sk_sentence *s, const match *m)
{
    match best[SK_LIST_COUNT];
    const match *other = &best[SK_LIST_TERM];
    const sk_book listed = sk_listed_phrases();
    size_t next = m->last + 1;
    if (next >= s->count || !(s->tokens[next].gap & SK_GAP_OPEN))
        return m->last;
    if (sk_is_beside_its_short_form(c, s, m->first, m->last))
        return next;
    next += sk_has(&s->tokens[next], SK_ARTICLE) && next + 1 < s->count;
    memset(best, 0, sizeof best);
    match_book(c, s, is_own(c, m) ? c->own : &listed, 0, next, best);
    return other->phrase != NULL && other->phrase->group == m->phrase->group &&
                   sk_ends_bracket(s, other->last)
               ? other->last
               : m->last;
}

/* Another name of the same thing explains no term: its abbreviation, or the words that one is short for. */
static int is_explained_term(const sk_checking *c, const sk_sentence *s, const match *m)
{
    size_t last = end_of_other_name(c, s, m);
    if (last == m->last && sk_is_bracketed(s, m->first, m->last) &&
        !sk_is_beside_its_short_form(c, s, m->first, m->last))
        return 1;
    return sk_is_told(c, s, m->first, last);
}

static void find_term(sk_checking *c, const sk_sentence *s, const match *m)
{
    char quote[SK_QUOTE_SIZE];
    size_t start = s->tokens[m->first].start;
    if (sk_seen_before(c, SK_SEEN_GROUP, m->phrase->group) || is_explained_term(c, s, m))
        return;
    sk_quote(c, start, m->end, quote);
    sk_find(c, SCHAKEL_RULE_SCHOOL_TERM, SCHAKEL_SEVERITY_HINT, start, m->end,
            "“%1” is een schoolwoord. Leg het uit: %2", "“%1” is a school term. Explain it: %3",
            (const char *const[]){quote, advice_of(m), extra_of(m)});
}

/* Make `best` empty again where it was filled. */
static void empty(match best[SK_LIST_COUNT], uint32_t filled)
{
    for (int list = 0; filled != 0; list++, filled >>= 1)
        if (filled & 1)
            memset(&best[list], 0, sizeof best[list]);
}

/* Of officialese, term and abbreviation only the longest speaks; at equal length the school's, then the term, which explains. */
static const match *plainest(const sk_checking *c, const match best[SK_LIST_COUNT])
{
    static const sk_list order[] = {SK_LIST_TERM, SK_LIST_ABBREVIATION, SK_LIST_FORMAL};
    const match *chosen = NULL;
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        const match *m = &best[order[i]];
        if (m->phrase == NULL)
            continue;
        if (chosen == NULL || m->end > chosen->end ||
            (m->end == chosen->end && is_own(c, m) && !is_own(c, chosen)))
            chosen = m;
    }
    return chosen;
}

/* Wording that a rule of style is about, where no longer one of officialese begins. It may find that the sentence is fine. */
static void match_style(sk_checking *c, sk_sentence *s, const match *style, const match *plainest)
{
    if (style->phrase != NULL && !is_claimed(s, style) && (plainest == NULL || plainest->end <= style->end) &&
        sk_find_style(c, s, style->phrase, style->text, style->first, style->last))
        sk_claim(s, style->first, style->last);
}

/* A noun with a weak verb, where officialese has no plain wording for both. */
static void match_weak(sk_checking *c, sk_sentence *s, const match *weak)
{
    if (weak->phrase != NULL && !is_claimed(s, weak) &&
        sk_find_weak_verb(c, s, weak->phrase, weak->text, weak->first, weak->last))
        sk_claim(s, weak->first, weak->last);
}

/* Names and cues speak at the end of the text, and leave the words to other rules. */
static void note_for_letter(sk_checking *c, const sk_sentence *s, const match best[SK_LIST_COUNT],
                            size_t next[SK_LIST_COUNT])
{
    const match *name = &best[SK_LIST_NAME], *cue = &best[SK_LIST_CUE];
    if (name->phrase != NULL && next[SK_LIST_NAME] <= name->first) {
        sk_note_name(c, s, name->phrase, name->first, name->last, name->end);
        next[SK_LIST_NAME] = name->last + 1;
    }
    if (cue->phrase != NULL)
        sk_note_cues(c, s, cue->phrase->group, cue->first, cue->last);
}

void sk_rules_phrases(sk_checking *c, sk_sentence *s)
{
    typedef void (*finder)(sk_checking *, const sk_sentence *, const match *);
    static const finder finders[SK_LIST_COUNT] = {find_formal, find_term,   find_abbreviation, find_gendered,
                                                  find_guilt,  find_flight, find_idiom,        find_reading};
    match best[SK_LIST_COUNT];
    size_t next[SK_LIST_COUNT] = {0};
    memset(best, 0, sizeof best);
    for (size_t i = 0; i < s->count; i++) {
        uint32_t found = s->tokens[i].form_length == 0 ? 0 : longest_matches(c, s, i, best);
        if (found == 0)
            continue;
        const match *m = plainest(c, best);
        size_t own_end = m != NULL && is_own(c, m) ? m->end : 0;
        for (int list = SK_LIST_GENDERED; list <= SK_LIST_READING; list++) {
            if (best[list].phrase == NULL || next[list] > i || best[list].end <= own_end ||
                sk_is_allowed(s, best[list].first, best[list].last))
                continue;
            finders[list](c, s, &best[list]);
            next[list] = best[list].last + 1;
            sk_claim(s, best[list].first, best[list].last);
        }
        note_for_letter(c, s, best, next);
        match_style(c, s, &best[SK_LIST_STYLE], m);
        if (m != NULL && !is_claimed(s, m) && !sk_is_allowed(s, m->first, m->last)) {
            finders[m->phrase->list](c, s, m);
            sk_claim(s, m->first, m->last);
        }
        match_weak(c, s, &best[SK_LIST_WEAK]);
        empty(best, found);
    }
}

void sk_apply_house_style(const sk_checking *c, sk_sentence *s)
{
    match best[SK_LIST_COUNT];
    memset(best, 0, sizeof best);
    for (size_t i = 0; i < s->count; i++) {
        uint32_t found = s->tokens[i].form_length == 0 ? 0 : match_book(c, s, c->own, 0, i, best);
        if (found == 0)
            continue;
        const match *m = &best[SK_LIST_WORD];
        for (size_t k = i; m->phrase != NULL && k <= m->last; k++) {
            s->tokens[k].level = (uint8_t)m->phrase->group;
            if (s->tokens[k].level <= c->target)
                s->tokens[k].shape |= SK_SHAPE_ALLOWED;
        }
        if (m->phrase != NULL)
            i = m->last;
        empty(best, found);
    }
}
