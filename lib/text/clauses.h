/*
 * A light analysis of a sentence: what each word is there, and which words make a clause. It is no
 * parser: one walk from left to right, with a look at the neighbours, and no more memory than this.
 */
#ifndef SK_TEXT_CLAUSES_H
#define SK_TEXT_CLAUSES_H

#include "text/segment.h"

/* What comes after so many words of a sentence is not analysed: no reader gets there. */
enum { SK_ANALYSED = 400, SK_CLAUSES = 64 };
#define SK_NOWHERE UINT16_MAX

typedef enum sk_clause_kind {
    SK_CLAUSE_MAIN,
    SK_CLAUSE_SUBORDINATE,
    SK_CLAUSE_RELATIVE, /* also what is asked: hoe laat het begint */
    SK_CLAUSE_OM,       /* om ... te */
    SK_CLAUSE_INSERTED  /* between brackets */
} sk_clause_kind;

/* Places are numbers of tokens in the sentence, or SK_NOWHERE. Other clauses may stand within a clause. */
typedef struct sk_clause {
    uint16_t start, end;              /* the token after its last */
    uint16_t opener;                  /* omdat, die, om; shared by "omdat ... en ..." */
    uint16_t finite;                  /* the verb that agrees with the subject */
    uint16_t other_first, other_last; /* the other verbs: participles and infinitives with their te */
    uint16_t participle, infinitive;  /* the last of each */
    uint16_t worden;                  /* any form of it, the last one */
    uint16_t particle;                /* the loose part of a separable verb */
    uint16_t subject;                 /* its first noun or pronoun, where that can be told */
    uint16_t pending;                 /* where a new clause would begin, while walking */
    uint8_t kind, parent;
} sk_clause;

typedef struct sk_analysis {
    size_t count; /* tokens that were analysed */
    size_t clause_count;
    uint8_t tags[SK_ANALYSED];      /* sk_tag */
    uint8_t clause_of[SK_ANALYSED]; /* number of the clause */
    sk_clause clauses[SK_CLAUSES];
} sk_analysis;

/* Analyse the `count` tokens of a sentence. */
void sk_analyse(const sk_token *tokens, size_t count, const char *forms, sk_analysis *out);

/* The whole verb of a finite form and a loose part, as a number in sk_words; SK_NO_WORD when there is none. */
uint32_t sk_whole_verb(const sk_token *finite, const sk_token *part, const char *forms);

#endif
