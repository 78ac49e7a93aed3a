/*
 * The closed lists of this room: words that say nothing about what somebody can do, and words that
 * turn down or take back. Each list has a space before and after each word.
 */
#ifndef SK_EXPERTISE_CUE_WORDS_H
#define SK_EXPERTISE_CUE_WORDS_H

#include <string.h>

/* In labels and wordings these fill no slot. */
static const char sk_empty_words[] =
    " a aan about als an and andere anders at bij by daar dat de deze die dit door een elk en er every for from geen "
    "graag haar heel her het hoe hun iets iemand ik in into is je jouw kan kun kunnen me mee met mij mijn my naar niet "
    "of off om on onder onze ook op or other our out over own pe per samen some somebody something te ten ter that the "
    "their them tijdens to tot tussen u uit uw van veel voor wat we wij with you your z'n zelf zich zijn zo 's 't 'n ";

/* What turns down all that follows in its clause. */
static const char sk_before_words[] = " geen behalve uitgezonderd zonder except without no noch nor neither ";
/* What turns down what follows in its clause or, where nothing does, what came before. */
static const char sk_either_words[] =
    " niet nie niets niks nooit not never don't doesn't didn't can't cannot won't isn't wouldn't couldn't "
    "haat hate dislike hekel vermijd ";
/* After these a word of refusal refuses nothing: niet alleen, geen probleem. */
static const char sk_no_refusal[] =
    " alleen slechts enkel erg zozeer bang verkeerd bezwaar probleem punt moeite zorgen only just afraid problem "
    "liever leukers mooiers ";
/* Before these it neither: waarom niet, of niet. */
static const char sk_no_refusal_before[] = " waarom why ";
/* Where a refusal ends and an offer begins again. */
static const char sk_turn_words[] = " maar wel but however echter juist doch though want because omdat ";
/* Who speaks: a new clause. */
static const char sk_speaker_words[] = " ik wij we i ";
/* What an offer is told with: in a clause after a comma it ends the refusal of the clause before. */
static const char sk_offer_words[] =
    " graag wel ik wij we i kan kun wil doe ben help vind love like can will do am gladly happy ";

static inline int sk_is_in(const char *list, const char *word, size_t length)
{
    for (const char *at = list + 1; *at != '\0'; at++) {
        size_t same = strcspn(at, " ");
        if (same == length && memcmp(at, word, length) == 0)
            return 1;
        at += same;
    }
    return 0;
}

#endif
