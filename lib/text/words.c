/* Judging single words: what is a name, how hard is it, is it in a list at all. */
#include <string.h>

#include "text/check.h"
#include "text/lexicon.h"
#include "text/syllables.h"

enum { LONG_UNKNOWN = 12, FIRST_NAME_MAX = 9, ACRONYM_MAX = 6 };

/*
 * A word with a capital that no list has, or that is too hard to be there by chance: the name of
 * a person, street or school. At the start of a sentence only short ones are taken for names.
 */
static int is_name(const sk_token *token, const sk_token *after)
{
    if (token->kind != SK_TOKEN_WORD || !(token->shape & SK_SHAPE_CAPITAL))
        return 0;
    int known = token->word != SK_NO_WORD;
    if (token->shape & SK_SHAPE_CAPITALS)
        return !known && token->letters <= ACRONYM_MAX;
    if (token->shape & SK_SHAPE_FIRST)
        return !known &&
               (token->letters <= FIRST_NAME_MAX ||
                (after != NULL && (after->shape & SK_SHAPE_CAPITAL) && !(after->shape & SK_SHAPE_FIRST)));
    return !known || (token->level > SCHAKEL_LEVEL_A2 && !(token->flags & SK_CAPITAL));
}

int sk_is_abstract(const sk_sentence *s, const sk_token *token)
{
    static const struct {
        char text[8];
        uint8_t length;
    } ends[] = {{"heid", 4},    {"heden", 5}, {"atie", 4},  {"aties", 5}, {"iteit", 5},
                {"iteiten", 7}, {"isme", 4},  {"schap", 5}, {"ing", 3},   {"ingen", 5}};
    if (token->kind != SK_TOKEN_WORD || token->letters < 8 || (token->shape & SK_SHAPE_NAME) ||
        !(sk_has(token, SK_NOUN) || token->flags == 0) || token->level == SCHAKEL_LEVEL_A1 ||
        token->level == SCHAKEL_LEVEL_A2) /* woning, tekening: everyday */
        return 0;
    const char *form = s->forms + token->form;
    size_t whole = token->form_length;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        size_t length = ends[i].length;
        if (whole > length + 2 && memcmp(form + whole - length, ends[i].text, length) == 0)
            /* A leerling is a person, not a deed. */
            return !(i >= 8 && form[whole - length - 1] == 'l' && form[whole - length - 2] == 'r');
    }
    return 0;
}

static void judge(sk_token *token, const sk_token *after, const char *forms)
{
    if (is_name(token, after) || (token->letters == 1 && token->word == SK_NO_WORD))
        token->shape |= SK_SHAPE_NAME;
    const char *form = forms + token->form;
    if (token->word == SK_NO_WORD && token->kind == SK_TOKEN_WORD && token->form_length > 0) {
        token->syllables = (uint8_t)sk_syllables(form, token->form_length);
        if (token->form_length > 9 &&
            sk_numeral_value(form, token->form_length) > 0) { /* tweehonderdvijftig is in no list */
            token->level = SCHAKEL_LEVEL_A2;
            token->flags = SK_NUMERAL;
        } else if (!(token->shape & SK_SHAPE_NAME)) {
            uint32_t flags;
            token->level = (uint8_t)sk_compound_level(form, token->form_length, &flags);
            token->flags = flags;
        }
    } else if (token->word == SK_NO_WORD && token->kind == SK_TOKEN_WORD) {
        /* Too long for any list, or in another script: three letters a syllable is near enough. */
        token->syllables = (uint8_t)(token->letters / 3 < 255 ? token->letters / 3 : 255);
    }
    if (token->syllables == 0)
        token->syllables = 1; /* numbers and addresses count as one */
}

static void count_word(sk_checking *c, const sk_sentence *s, const sk_token *token)
{
    sk_counts *n = &c->counts;
    n->words++;
    n->syllables += token->syllables;
    n->letters += token->letters;
    c->evening |= token->role == SK_ROLE_EVENING;
    n->commas += (token->gap & SK_GAP_COMMA) != 0;
    n->address += token->role == SK_ROLE_YOU || token->role == SK_ROLE_WE;
    n->prepositions += sk_has(token, SK_PREPOSITION) && token->role != SK_ROLE_TE;
    n->function_links +=
        token->role == SK_ROLE_VAN || token->role == SK_ROLE_DOOR || token->role == SK_ROLE_TEN;
    n->brackets += (token->gap & SK_GAP_OPEN) != 0;
    n->numbers += token->kind == SK_TOKEN_NUMBER;
    if (token->kind != SK_TOKEN_WORD || (token->shape & SK_SHAPE_NAME))
        return;
    n->adverbs += sk_has(token, SK_ADVERB);
    n->everyday += token->level == SCHAKEL_LEVEL_A1;
    n->abstract_nouns += (size_t)sk_is_abstract(s, token);
    n->unknown += token->level == SCHAKEL_LEVEL_UNKNOWN;
    n->above_target += token->level > c->target;
    n->above_a2 += token->level > SCHAKEL_LEVEL_A2;
    n->above_b1 += token->level > SCHAKEL_LEVEL_B1;
}

void sk_judge_words(sk_checking *c, sk_sentence *s)
{
    sk_counts *n = &c->counts;
    for (size_t i = 0; i < s->count; i++)
        judge(&s->tokens[i], i + 1 < s->count ? &s->tokens[i + 1] : NULL, s->forms);
    if (c->own->phrases != NULL)
        sk_apply_house_style(c, s);
    size_t abstract_nouns = n->abstract_nouns, prepositions = n->prepositions;
    for (size_t i = 0; i < s->count; i++) {
        const sk_token *t = &s->tokens[i];
        count_word(c, s, t);
        s->roles |= sk_role_bit(t->role);
        s->flags |= t->flags;
        s->kinds |= 1u << t->kind;
    }
    s->abstract_nouns = n->abstract_nouns - abstract_nouns;
    s->prepositions = n->prepositions - prepositions;
    n->sentences++;
    if (s->count > n->longest_sentence)
        n->longest_sentence = s->count;
}

void sk_rules_words(sk_checking *c, sk_sentence *s)
{
    for (size_t i = 0; i < s->count; i++) {
        sk_token *t = &s->tokens[i];
        int unknown = t->level == SCHAKEL_LEVEL_UNKNOWN;
        if (t->kind != SK_TOKEN_WORD || (t->shape & (SK_SHAPE_NAME | SK_SHAPE_CLAIMED)))
            continue;
        if (unknown ? t->letters < LONG_UNKNOWN : (int)t->level < (int)c->target + 2)
            continue;
        if (t->word != SK_NO_WORD ? sk_seen_before(c, SK_SEEN_LEMMA, sk_words[t->word].lemma)
                                  : sk_seen_before(c, SK_SEEN_FORM, t->hash))
            continue;
        char word[SK_QUOTE_SIZE];
        sk_quote(c, t->start, t->end, word);
        if (unknown)
            sk_find(
                c, SCHAKEL_RULE_UNKNOWN_WORD, SCHAKEL_SEVERITY_HINT, t->start, t->end,
                "“%1” is een lang woord dat weinig mensen kennen. Gebruik een korter woord of leg het uit.",
                "“%1” is a long word that few people know. Use a shorter word or explain it.",
                (const char *const[]){word});
        else
            sk_find(c, SCHAKEL_RULE_HARD_WORD, SCHAKEL_SEVERITY_WARNING, t->start, t->end,
                    "“%1” is een moeilijk woord (niveau %2). Gebruik een gewoner woord of leg het uit.",
                    "“%1” is a hard word (level %2). Use a more common word or explain it.",
                    (const char *const[]){word, schakel_level_name((schakel_level)t->level)});
        t->shape |= SK_SHAPE_CLAIMED;
    }
}
