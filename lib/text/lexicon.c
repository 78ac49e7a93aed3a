#include "text/lexicon.h"

#include <string.h>

#include "schakel/text.h"
#include "base/unicode.h"

uint32_t sk_word_find(uint32_t hash, const char *form, size_t length)
{
    uint32_t at = SK_HASH_SLOT(hash, sk_word_slot_mask);
    for (uint32_t slot; (slot = sk_word_slots[at]) != 0; at = (at + 1) & sk_word_slot_mask) {
        if (SK_SLOT_TAG(slot) != SK_SLOT_TAG(hash))
            continue;
        const sk_word *word = &sk_words[SK_SLOT_NUMBER(slot) - 1];
        if (word->length == length && memcmp(sk_word_text + word->text, form, length) == 0)
            return SK_SLOT_NUMBER(slot) - 1;
    }
    return SK_NO_WORD;
}

void sk_token_look_up(sk_token *token, const char *form)
{
    token->word = sk_word_find(token->hash, form, token->form_length);
    if (token->word == SK_NO_WORD)
        return;
    const sk_word *word = &sk_words[token->word];
    token->flags = word->flags;
    token->level = word->level;
    token->role = word->role;
    token->syllables = word->syllables;
}

schakel_level schakel_word_level(const schakel_checker *checker, const char *word, size_t length)
{
    if (checker == NULL || word == NULL || length == 0 || length > 4 * SK_FORM_MAX ||
        !sk_utf8_valid(word, length, NULL))
        return SCHAKEL_LEVEL_UNKNOWN;
    char form[SK_FORM_MAX + 1];
    size_t form_length = sk_fold(word, length, form);
    if (form_length == 0)
        return SCHAKEL_LEVEL_UNKNOWN;
    uint32_t number = sk_word_find(sk_hash(form, form_length), form, form_length), flags;
    if (number != SK_NO_WORD)
        return (schakel_level)sk_words[number].level;
    return sk_compound_level(form, form_length, &flags);
}
