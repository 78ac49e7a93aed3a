/* What is gathered about a letter while its sentences pass, for the rules about the letter as a whole. */
#ifndef SK_TEXT_LETTER_H
#define SK_TEXT_LETTER_H

#include "text/segment.h"

/* Beyond this many words a text is no letter: nothing more is gathered and these rules are silent. */
enum { SK_LETTER_WORDS = 1500 };

/* What a letter may tell. The first ones are the cues, a bit each, in the order of sk_cue. */
typedef enum sk_fact {
    SK_FACT_CUES = 16,
    SK_FACT_DATE = SK_FACT_CUES, /* of what the letter is about, here and below: no deadlines */
    SK_FACT_WEEKDAY,
    SK_FACT_BEGIN,
    SK_FACT_END,
    SK_FACT_REACH,   /* a telephone number or address */
    SK_FACT_ORDER,   /* an imperative, or a question that asks to do something */
    SK_FACT_REPLY,   /* the same, and it asks every reader for an answer */
    SK_FACT_DUE,     /* the same, or it has a day */
    SK_FACT_ASKING,  /* wij vragen u */
    SK_FACT_HEADING, /* below the title */
    SK_FACT_WHAT,    /* what there is to do */
    SK_FACT_COUNT
} sk_fact;
_Static_assert(SK_FACT_COUNT <= 32, "a fact has no bit of its own");

/* Where something stands first. */
typedef struct sk_place {
    size_t start, end;
    size_t words; /* of the text, before its sentence */
    size_t sentence;
} sk_place;

typedef struct sk_letter {
    uint32_t known;                /* facts, a bit each */
    sk_place first[SK_FACT_COUNT]; /* of the facts that are known */
    sk_place here[SK_FACT_COUNT];  /* of those of the sentence in hand */
    uint32_t here_known;
    size_t headings, questions; /* headings below the title; those that ask something */
    sk_place statement;         /* the first heading that asks nothing */
    int has_title;
    int order_below_heading, order_dated;
    int asking_dated, asking_answer;
    int asked, asked_whom;   /* the sentence before was a question; one about whom to ask */
    int named;               /* a sentence began with a name and a verb: Daan loopt */
    int child, child_before; /* one child is spoken of: so far, in the sentence before */
    size_t problems, praise; /* sentences with either */
    size_t denials;          /* sentences that say what is not, and no problem */
    sk_place problem;
} sk_letter;

static inline int sk_knows(const sk_letter *letter, int fact)
{
    return (letter->known >> fact & 1) != 0;
}

/* The number of a cue among the facts. */
static inline int sk_fact_of(sk_cue cue)
{
    int fact = 0;
    while ((1 << fact) != (int)cue)
        fact++;
    return fact;
}

#endif
