/* What a form can be in a sentence, as one number out of its flags. Read by generate_tables only. */
#ifndef SK_TEXT_GENERATE_CLASSES_H
#define SK_TEXT_GENERATE_CLASSES_H

#include <string.h>

#include "tables.h"

static int is_one_of(const char *word, const char *words)
{
    size_t length = strlen(word);
    for (const char *at = words; (at = strstr(at, word)) != NULL; at += length)
        if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return 1;
    return 0;
}

/* Words whose part in a sentence no flag tells. */
static const struct {
    sk_tag tag;
    const char *forms;
} class_words[] = {
    {SK_TAG_SUBJECT, "ik hij zij ze men iedereen iemand wij we u jij jullie ge gij ie ikzelf hijzelf zijzelf "
                     "wijzelf niemand degene degenen diegene diegenen eenieder"},
    {SK_UNSURE_HET, "het 't"},
    {SK_UNSURE_JE, "je"},
    {SK_UNSURE_DIT, "dit deze ons haar hun"},
    {SK_TAG_DETERMINER,
     "de 'n mijn m'n jouw uw onze z'n elk elke ieder iedere alle geen zo'n zulke "
     "beide enkele enige sommige meerdere verschillende andere dezelfde hetzelfde meeste allerlei "
     "verscheidene dergelijke ieders"},
    {SK_UNSURE_DAT, "dat"},
    {SK_UNSURE_DIE, "die"},
    {SK_UNSURE_ALS, "als zoals"},
    {SK_UNSURE_OM, "om teneinde alvorens"},
    {SK_UNSURE_OF, "of"},
    {SK_TAG_TE, "te"},
    {SK_UNSURE_OPENER, "toen nu sinds sedert"},
    {SK_UNSURE_PARTICIPLE, "gezien"},
    {SK_TAG_PRONOUN, "veel weinig meer minder"},
    {SK_UNSURE_ZIJN, "zijn"},
    {SK_TAG_PREPOSITION, "voor tot ongeacht behalve naargelang niettegenstaande"},
    {SK_TAG_ADVERB, "dan er gelijk zoveel zover evenals soms niet wel maar"},
    {SK_TAG_FINITE, "is ben bent word wordt werd werden heeft hebt heb had hadden zal zult zullen zou zouden "
                    "kunt kon konden moet moest moesten mag mocht mochten wilt wilde wilden waren"},
};

enum {
    PARTICIPLE = SK_PARTICIPLE_PASSIVE | SK_PARTICIPLE_OTHER,
    LIKE_ADJECTIVE = SK_ADJECTIVE | SK_PARTICIPLE_INFLECTED | SK_PARTICIPLE_PRESENT
};

static sk_tag class_of_verb(uint32_t flags)
{
    int nominal = (flags & (SK_NOUN | SK_NUMERAL)) != 0;
    int like_adjective = (flags & (SK_ADJECTIVE | SK_ADVERB | SK_PARTICLE | SK_INTERJECTION)) != 0;
    if (flags & PARTICIPLE)
        return flags & (SK_FINITE | SK_INFINITIVE) ? SK_UNSURE_PARTICIPLE_VERB
               : nominal                           ? SK_UNSURE_PARTICIPLE_NOUN
                                                   : SK_UNSURE_PARTICIPLE;
    if (flags & SK_INFINITIVE)
        return nominal || like_adjective ? SK_UNSURE_NOUN_INFINITIVE : SK_UNSURE_INFINITIVE;
    return nominal ? SK_UNSURE_NOUN_FINITE : like_adjective ? SK_UNSURE_ADVERB_FINITE : SK_TAG_FINITE;
}

static sk_tag class_of(const char *form, uint32_t flags, int role)
{
    for (size_t i = 0; i < sizeof class_words / sizeof class_words[0]; i++)
        if (is_one_of(form, class_words[i].forms))
            return class_words[i].tag;
    if (role == SK_ROLE_RELATIVE)
        return SK_UNSURE_RELATIVE;
    if (flags & SK_SUBORDINATING)
        return SK_TAG_OPENER;
    if (flags & SK_ARTICLE)
        return SK_TAG_DETERMINER;
    if (flags & SK_COORDINATING)
        return SK_TAG_COORDINATING;
    if (flags & SK_PREPOSITION)
        return SK_TAG_PREPOSITION;
    if (flags & SK_PRONOUN)
        return SK_TAG_PRONOUN;
    if (flags & (SK_FINITE | SK_INFINITIVE | PARTICIPLE))
        return class_of_verb(flags);
    if (flags & SK_NUMERAL)
        return SK_TAG_NUMERAL;
    if (flags & SK_NOUN)
        return SK_TAG_NOUN;
    if (flags & LIKE_ADJECTIVE)
        return SK_TAG_ADJECTIVE;
    return flags & (SK_ADVERB | SK_PARTICLE | SK_INTERJECTION) ? SK_TAG_ADVERB : SK_TAG_OTHER;
}

#endif
