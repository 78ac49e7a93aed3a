/* One check in progress: what every rule reads and where it leaves what it found. */
#ifndef SK_TEXT_CHECK_H
#define SK_TEXT_CHECK_H

#include "base/memory.h"
#include "schakel/text.h"
#include "text/clauses.h"
#include "text/segment.h"

/* What is counted along the way; metrics and model are made of it. */
typedef struct sk_counts {
    size_t words, sentences, paragraphs, syllables, letters, longest_sentence;
    size_t judged; /* words that are no names, numbers or addresses */
    size_t above_target, unknown;
    size_t above_a2, above_b1; /* whatever the target; unknown words count in neither */
    size_t passive_sentences, subordinate_sentences;
    size_t subordinate_clauses, passives;
    size_t formal, abstract_nouns, prepositions, address, function_links; /* van, door, ten, ter */
    size_t finite, long_words, commas;
} sk_counts;

typedef struct sk_seen {
    uint64_t *slots;
    size_t capacity, count;
} sk_seen;

typedef struct sk_found {
    schakel_rule rule;
    schakel_severity severity;
    size_t start, end, line, column;
    const char *message_nl, *message_en;
    size_t suggestion, suggestion_count;
} sk_found;

struct schakel_report {
    schakel_allocator allocator; /* first, as in every handle */
    schakel_verdict verdict;
    schakel_metrics metrics;
    sk_found *findings;
    size_t finding_count, finding_room;
    const char **suggestions;
    size_t suggestion_count, suggestion_room;
    sk_arena arena;
};

typedef struct sk_checking {
    const schakel_allocator *allocator;
    const char *text;
    size_t length;
    schakel_level target;
    schakel_report *report;
    sk_segmenter segmenter;
    sk_counts counts;
    sk_seen seen;         /* words and terms that were found before */
    sk_analysis analysis; /* of the present sentence */
    int evening;          /* an evening or afternoon was named so far */
    int failed;           /* memory ran out */
} sk_checking;

typedef struct sk_sentence {
    sk_token *tokens;
    size_t count;
    const char *forms;
    sk_unit_kind unit;           /* what it stands in */
    size_t in_unit;              /* how many sentences of that unit come before it */
    size_t in_text;              /* how many sentences of the text do */
    const sk_analysis *analysis; /* its clauses, and what each word is there */
} sk_sentence;

/* What kind of key is remembered. */
typedef enum sk_seen_kind { SK_SEEN_LEMMA = 1, SK_SEEN_FORM, SK_SEEN_GROUP } sk_seen_kind;
/* Remember a key; 1 when it was there already. */
int sk_seen_before(sk_checking *c, sk_seen_kind kind, uint32_t value);

/* Length of a stretch of text as messages quote it, the NUL included. */
enum { SK_QUOTE_SIZE = 64 };
/* The text of a place on one line, cut when it is long. */
void sk_quote(const sk_checking *c, size_t start, size_t end, char out[SK_QUOTE_SIZE]);

/*
 * Add a finding. In both messages %1 to %9 stand for the arguments, and there is no other %;
 * NULL when there are none.
 */
void sk_find(sk_checking *c, schakel_rule rule, schakel_severity severity, size_t start, size_t end,
             const char *message_nl, const char *message_en, const char *const *arguments);
/* A number as an argument of sk_find(). */
enum { SK_NUMBER_SIZE = 24 };
const char *sk_number(size_t value, char out[SK_NUMBER_SIZE]);
/* A wording in place of the finding that was added last; a capital is kept. */
void sk_suggest(sk_checking *c, const char *wording, size_t length);
/* All wordings of a list column ("a / b") as suggestions. */
void sk_suggest_all(sk_checking *c, const char *wordings);

/* ------------------------------------------------------------------ the rules */

/* Judge the words of a sentence: names, levels, syllables; count them. */
void sk_judge_words(sk_checking *c, sk_sentence *s);
/* Rules, in the order in which they must run: the first to speak about a word has it. */
void sk_rules_phrases(sk_checking *c, sk_sentence *s);
void sk_rules_time(sk_checking *c, sk_sentence *s);
void sk_rules_words(sk_checking *c, sk_sentence *s);
void sk_rules_sentence(sk_checking *c, sk_sentence *s);
void sk_rules_clauses(sk_checking *c, sk_sentence *s);
void sk_rules_apart(sk_checking *c, sk_sentence *s);
void sk_rules_list(sk_checking *c, sk_sentence *s);
void sk_rules_style(sk_checking *c, sk_sentence *s);

static inline int sk_has(const sk_token *token, uint32_t flags)
{
    return (token->flags & flags) != 0;
}

/* Does an hour of the clock stand here, 1 to 12? Returns it, or 0. */
int sk_hour(const sk_checking *c, const sk_token *token);

/* A noun that stands for a deed or a quality: -ing, -heid, -atie, -iteit, ... */
int sk_is_abstract(const sk_sentence *s, const sk_token *token);
/* Is token i a word of the clause itself, and not of another clause within it? */
static inline int sk_of_clause(const sk_sentence *s, const sk_clause *clause, size_t i)
{
    return &s->analysis->clauses[s->analysis->clause_of[i]] == clause;
}

/* Does a subordinate clause begin with token i? */
static inline int sk_opens_subordinate(const sk_sentence *s, size_t i)
{
    return i < s->analysis->count &&
           (s->analysis->tags[i] == SK_TAG_OPENER || s->analysis->tags[i] == SK_TAG_RELATIVE);
}

/* ---------------------------------------------------------- metrics and model */

void sk_fill_metrics(const sk_counts *counts, size_t bytes, schakel_metrics *out);

#endif
