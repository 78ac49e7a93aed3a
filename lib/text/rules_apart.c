/* Rules about what belongs together and stands apart: verbs, subject and verb, article and noun. */
#include <string.h>

#include "text/check.h"

/* More words than this between two parts of a verb, or between a subject and its verb, is far. */
enum { VERB_FAR = 6, SPLIT_FAR = 5, NOUN_FAR = 4 };

/* Verbs that another verb must follow: kan ... komen, gaat ... zwemmen, laat ... weten. */
static int is_helper(const sk_token *t)
{
    return t->role == SK_ROLE_ZIJN || t->role == SK_ROLE_WORDEN || t->role == SK_ROLE_HEBBEN ||
           t->role == SK_ROLE_MODAL || t->role == SK_ROLE_GOING;
}

static void report_verbs(sk_checking *c, const sk_sentence *s, size_t first, size_t last, size_t between)
{
    char helper[SK_QUOTE_SIZE], main_verb[SK_QUOTE_SIZE], number[SK_NUMBER_SIZE];
    sk_quote(c, s->tokens[first].start, s->tokens[first].end, helper);
    sk_quote(c, s->tokens[last].start, s->tokens[last].end, main_verb);
    int is_long = sk_is_long(c, s);
    sk_find(
        c, SCHAKEL_RULE_PINCER, SCHAKEL_SEVERITY_WARNING, s->tokens[first].start, s->tokens[last].end,
        is_long ? "Zet “%1” en “%2” dichter bij elkaar: er staan %3 woorden tussen. Maak er twee zinnen van."
                : "Zet “%1” en “%2” dichter bij elkaar: er staan %3 woorden tussen. Maak de zin korter.",
        is_long ? "Put “%1” and “%2” closer together: %3 words stand between them. Make two sentences of it."
                : "Put “%1” and “%2” closer together: %3 words stand between them. Make it shorter.",
        (const char *const[]){helper, main_verb, sk_number(between, number)});
}

/*
 * Do the other verbs go with the finite one? Hebben, zijn and worden ask for a participle; of the rest only
 * hoeven and dienen ask for te.
 */
static int asks_for(const sk_sentence *s, const sk_clause *clause)
{
    const sk_token *finite = &s->tokens[clause->finite];
    char first_letter = s->forms[finite->form];
    if (finite->role != SK_ROLE_MODAL && finite->role != SK_ROLE_GOING)
        return clause->participle != SK_NOWHERE;
    return s->analysis->tags[clause->other_first] != SK_TAG_TE ||
           (finite->role == SK_ROLE_MODAL && (first_letter == 'h' || first_letter == 'd'));
}

/*
 * Another finding makes the writer build the sentence anew, and then the verbs come together: an idiom between
 * them, "mocht u" at the start, "wordt ... gebracht" that becomes "wij brengen".
 */
static int is_rewritten(const sk_checking *c, const sk_sentence *s, const sk_clause *clause)
{
    size_t finite = clause->finite;
    if (sk_spoke_at(c, SCHAKEL_RULE_FIGURE_OF_SPEECH, s, finite, clause->other_last))
        return 1;
    if (finite == 0 && sk_spoke_at(c, SCHAKEL_RULE_FORMAL_WORDING, s, finite, finite))
        return 1;
    return s->tokens[finite].role == SK_ROLE_WORDEN &&
           (sk_spoke_at(c, SCHAKEL_RULE_PASSIVE, s, finite, finite) ||
            sk_spoke_at(c, SCHAKEL_RULE_IMPERSONAL, s, finite, finite));
}

/* Wij hebben u gisteren na de les op school met de auto gebracht. */
static int check_verbs_apart(sk_checking *c, const sk_sentence *s, const sk_clause *clause)
{
    size_t finite = clause->finite, first = clause->other_first, last = clause->other_last;
    if (finite == SK_NOWHERE || first == SK_NOWHERE || first <= finite || !is_helper(&s->tokens[finite]))
        return 0;
    size_t between = first - finite - 1;
    /* "... niet meer door laten gaan": the loose part belongs to the verb. */
    if (first > finite + 1 && sk_whole_verb(&s->tokens[last], &s->tokens[first - 1], s->forms) != SK_NO_WORD)
        between--;
    if (between - sk_spare_words(s, finite + 1, first) <= VERB_FAR || !asks_for(s, clause))
        return 0;
    if (!is_rewritten(c, s, clause))
        report_verbs(c, s, finite, last, between);
    return 1;
}

/* ------------------------------------------------------------ subject and verb */

/* Can what stands behind the subject be about it: van groep 3, die ..., gemaakt in ..., (...)? A list cannot. */
static int is_about_subject(const sk_sentence *s, const sk_clause *clause, size_t i)
{
    sk_tag tag = (sk_tag)s->analysis->tags[i];
    uint16_t gap = s->tokens[i].gap;
    return tag == SK_TAG_PREPOSITION || tag == SK_TAG_RELATIVE || tag == SK_TAG_PARTICIPLE ||
           tag == SK_TAG_OPENER || gap & (SK_GAP_OPEN | SK_GAP_DASH) ||
           (gap & SK_GAP_COMMA && !sk_of_clause(s, clause, i));
}

/*
 * "Beste ouders van groep 3, op dinsdag gaan wij ...": a word of greeting and its comma, or a heading without a
 * mark, and the sentence itself only begins. A piece put in between ends in a comma before the verb.
 */
static int begins_anew(const sk_sentence *s, const sk_clause *clause, size_t i)
{
    const sk_token *t = &s->tokens[i];
    sk_tag tag = (sk_tag)s->analysis->tags[i];
    int begins = tag == SK_TAG_PREPOSITION || tag == SK_TAG_ADVERB || tag == SK_TAG_SUBJECT ||
                 tag == SK_TAG_FINITE || (tag == SK_TAG_DETERMINER && t->role != SK_ROLE_DE);
    int behind_comma = t->gap & SK_GAP_COMMA && !(s->tokens[clause->finite].gap & SK_GAP_COMMA);
    return begins && (behind_comma || t->shape & SK_SHAPE_CAPITAL);
}

static int stands_apart(const sk_sentence *s, const sk_clause *clause)
{
    if (s->tokens[clause->start].role == SK_ROLE_GREETING ||
        !is_about_subject(s, clause, clause->subject + 1u))
        return 0;
    for (size_t i = clause->subject + 1u; i <= clause->finite; i++)
        if (sk_of_clause(s, clause, i) && begins_anew(s, clause, i))
            return 0;
    return 1;
}

/* The subject as far as it is told before a long piece: the noun that the piece is about. */
static int check_subject_apart(sk_checking *c, const sk_sentence *s, const sk_clause *clause)
{
    size_t subject = clause->subject, finite = clause->finite;
    if (clause->kind != SK_CLAUSE_MAIN || subject == SK_NOWHERE || finite == SK_NOWHERE ||
        finite <= subject + VERB_FAR + 1 || !stands_apart(s, clause))
        return 0;
    char one[SK_QUOTE_SIZE], other[SK_QUOTE_SIZE], number[SK_NUMBER_SIZE];
    sk_quote(c, s->tokens[subject].start, s->tokens[subject].end, one);
    sk_quote(c, s->tokens[finite].start, s->tokens[finite].end, other);
    sk_find(
        c, SCHAKEL_RULE_PINCER, SCHAKEL_SEVERITY_WARNING, s->tokens[subject].start, s->tokens[finite].end,
        "Zet “%1” en “%2” dichter bij elkaar: er staan %3 woorden tussen. Maak van dat stuk een eigen zin.",
        "Put “%1” and “%2” closer together: %3 words stand between them. Make that piece a sentence of "
        "its own.",
        (const char *const[]){one, other, sk_number(finite - subject - 1, number)});
    return 1;
}

/* ------------------------------------------------------------- article and noun */

/* de door de school in maart vastgestelde regels: an article, a preposition, and the noun much later. */
static void check_noun_apart(sk_checking *c, const sk_sentence *s)
{
    const sk_analysis *a = s->analysis;
    for (size_t i = 0; i + NOUN_FAR < a->count; i++) {
        if (a->tags[i] != SK_TAG_DETERMINER || a->tags[i + 1] != SK_TAG_PREPOSITION ||
            s->tokens[i + 1].gap & SK_GAP_CLAUSE)
            continue;
        for (size_t k = i + NOUN_FAR; k + 1 < a->count && a->clause_of[k + 1] == a->clause_of[i]; k++) {
            if (!sk_has(&s->tokens[k], SK_PARTICIPLE_INFLECTED | SK_PARTICIPLE_PRESENT) ||
                a->tags[k + 1] != SK_TAG_NOUN || s->tokens[k + 1].gap & SK_GAP_CLAUSE)
                continue;
            char article[SK_QUOTE_SIZE], noun[SK_QUOTE_SIZE];
            sk_quote(c, s->tokens[i].start, s->tokens[i].end, article);
            sk_quote(c, s->tokens[k + 1].start, s->tokens[k + 1].end, noun);
            sk_find(c, SCHAKEL_RULE_PINCER, SCHAKEL_SEVERITY_WARNING, s->tokens[i].start,
                    s->tokens[k + 1].end, "Zet “%1” en “%2” bij elkaar. Vertel de rest in een eigen zin.",
                    "Put “%1” and “%2” together. Tell the rest in a sentence of its own.",
                    (const char *const[]){article, noun});
            i = k;
            break;
        }
    }
}

/* ------------------------------------------------------------- separable verbs */

/* The infinitive of a separable verb by the number of one of its forms. */
static void name_verb(uint32_t word, char out[SK_QUOTE_SIZE])
{
    uint32_t low = 0, high = sk_separable_count;
    uint32_t text = sk_words[word].text, length = sk_words[word].length;
    uint16_t lemma = sk_words[word].lemma;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (sk_separables[middle].lemma < lemma)
            low = middle + 1;
        else
            high = middle;
    }
    /* A noun of the same form may have the lemma (het optreden): then the form itself must do. */
    if (low < sk_separable_count && sk_separables[low].lemma == lemma) {
        text = sk_separables[low].text;
        length = sk_separables[low].length;
    }
    length = length < SK_QUOTE_SIZE ? length : SK_QUOTE_SIZE - 1;
    memcpy(out, sk_word_text + text, length);
    out[length] = '\0';
}

/* Wij nodigen alle ouders van de kinderen in groep 3 uit. */
static void check_split_verb(sk_checking *c, const sk_sentence *s, const sk_clause *clause)
{
    size_t finite = clause->finite, part = clause->particle;
    if (part == SK_NOWHERE || finite == SK_NOWHERE || part <= finite + SPLIT_FAR + 1 ||
        part - finite - 1 - sk_spare_words(s, finite + 1, part) <= SPLIT_FAR ||
        clause->other_first != SK_NOWHERE)
        return;
    char one[SK_QUOTE_SIZE], other[SK_QUOTE_SIZE], whole[SK_QUOTE_SIZE], number[SK_NUMBER_SIZE];
    uint32_t word = sk_whole_verb(&s->tokens[finite], &s->tokens[part], s->forms);
    if (word == SK_NO_WORD)
        return;
    name_verb(word, whole);
    sk_quote(c, s->tokens[finite].start, s->tokens[finite].end, one);
    sk_quote(c, s->tokens[part].start, s->tokens[part].end, other);
    sk_find(c, SCHAKEL_RULE_SPLIT_VERB, SCHAKEL_SEVERITY_WARNING, s->tokens[finite].start,
            s->tokens[part].end,
            "Zet “%1” en “%2” (van “%3”) dichter bij elkaar: er staan %4 woorden tussen.",
            "Put “%1” and “%2” (of “%3”) closer together: %4 words stand between them.",
            (const char *const[]){one, other, whole, sk_number(part - finite - 1, number)});
}

void sk_rules_apart(sk_checking *c, sk_sentence *s)
{
    for (size_t i = 0; i < s->analysis->clause_count; i++) {
        const sk_clause *clause = &s->analysis->clauses[i];
        if (clause->end - clause->start <= SPLIT_FAR + 2)
            continue;
        if (!check_verbs_apart(c, s, clause))
            check_split_verb(c, s, clause);
        check_subject_apart(c, s, clause);
    }
    check_noun_apart(c, s);
}
