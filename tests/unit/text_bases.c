/* From forms to the words that they are forms of. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "text/bases.h"

static int has_base(const char *form, const char *base, int kind)
{
    sk_base bases[SK_BASES_MAX];
    size_t count = sk_bases(form, strlen(form), bases);
    assert_in_range(count, 1, SK_BASES_MAX);
    assert_string_equal(bases[0].text, form);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(strlen(bases[i].text), bases[i].length);
        if (strcmp(bases[i].text, base) == 0)
            return kind < 0 || bases[i].kind == kind;
    }
    return 0;
}

static void the_lexicon_tells_all_words_of_a_form(void **state)
{
    (void)state;
    /* A vraag and to vragen share a form. */
    assert_true(has_base("vragen", "vragen", SK_BASE_SAME));
    assert_true(has_base("vragen", "vraag", SK_BASE_LISTED));
    assert_true(has_base("bakte", "bakken", SK_BASE_LISTED));
    assert_true(has_base("gebakken", "bakken", SK_BASE_LISTED));
    assert_true(has_base("buizen", "buis", SK_BASE_LISTED));
    assert_true(has_base("mooiste", "mooi", SK_BASE_LISTED));
    /* The loose forms of a separable verb are those of the verb without its first part, the joined ones are not. */
    assert_true(has_base("lees", "lezen", SK_BASE_LISTED));
    assert_false(has_base("lees", "voorlezen", -1));
    assert_true(has_base("voorlees", "voorlezen", SK_BASE_LISTED));
    assert_true(has_base("voorgelezen", "voorlezen", SK_BASE_LISTED));
}

static void endings_tell_of_other_words(void **state)
{
    (void)state;
    assert_true(has_base("zwoffels", "zwoffel", SK_BASE_PLURAL));
    assert_true(has_base("zwoffen", "zwof", SK_BASE_PLURAL) || has_base("zwoffen", "zwoff", SK_BASE_PLURAL));
    assert_true(has_base("krommels", "krommel", SK_BASE_PLURAL));
    assert_true(has_base("zwofeltje", "zwofel", SK_BASE_PLURAL));
    assert_true(has_base("zwaakt", "zwaken", SK_BASE_RULE));
    assert_true(has_base("gezwakt", "zwakken", SK_BASE_RULE));
    assert_true(has_base("zwakte", "zwakken", SK_BASE_RULE) || has_base("zwakte", "zwakte", -1));
    assert_true(has_base("blorking", "blork", SK_BASE_RULE));
    assert_true(has_base("blorks", "blork", SK_BASE_PLURAL));
    assert_true(has_base("blorries", "blorry", SK_BASE_PLURAL));
}

static void who_does_something_and_what_is_done(void **state)
{
    (void)state;
    assert_true(has_base("bakker", "bakken", SK_BASE_DEED));
    assert_true(has_base("bakkerij", "bakken", SK_BASE_DEED));
    assert_true(has_base("kapster", "kapper", SK_BASE_PERSON));
    assert_true(has_base("lerares", "leraar", SK_BASE_PERSON));
    assert_true(has_base("blorkente", "blorkent", -1));
}

static void every_form_of_the_lexicon_has_bases_that_are_in_it(void **state)
{
    (void)state;
    size_t more = 0;
    for (uint32_t slot = 0; slot <= sk_word_slot_mask; slot++) {
        const uint32_t *numbers;
        if (sk_word_slots[slot] == 0)
            continue;
        uint32_t word = SK_SLOT_NUMBER(sk_word_slots[slot]) - 1;
        size_t count = sk_listed_bases(word, &numbers);
        assert_true(count >= 1);
        more += count > 1;
        for (size_t i = 0; i < count; i++) {
            const sk_word *base = &sk_words[numbers[i]];
            const char *text = sk_word_text + base->text;
            assert_int_equal(sk_word_find(sk_hash(text, base->length), text, base->length), numbers[i]);
        }
    }
    assert_true(more > 1000);
}

static void any_length_is_fine(void **state)
{
    (void)state;
    char word[2 * SK_FORM_MAX];
    sk_base bases[SK_BASES_MAX];
    memset(word, 'e', sizeof word);
    for (size_t length = 1; length <= sizeof word; length++) {
        size_t count = sk_bases(word, length, bases);
        assert_in_range(count, 1, SK_BASES_MAX);
        for (size_t i = 0; i < count; i++)
            assert_true(bases[i].length <= SK_FORM_MAX && bases[i].text[bases[i].length] == '\0');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lexicon_tells_all_words_of_a_form),
        cmocka_unit_test(endings_tell_of_other_words),
        cmocka_unit_test(who_does_something_and_what_is_done),
        cmocka_unit_test(every_form_of_the_lexicon_has_bases_that_are_in_it),
        cmocka_unit_test(any_length_is_fine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
