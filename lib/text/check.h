/* One check in progress: what every rule reads and where it leaves what it found. */
#ifndef SK_TEXT_CHECK_H
#define SK_TEXT_CHECK_H

#include <string.h>

#include "base/memory.h"
#include "schakel/text.h"
#include "text/clauses.h"
#include "text/letter.h"
#include "text/phrases.h"
#include "text/segment.h"

enum { SK_RULES = SCHAKEL_RULE_UNKNOWN_WORD + 1, SK_FEATURES_MAX = 32 };
_Static_assert(SK_RULES <= 64, "a rule has no bit of its own in what is silent");

/* What is counted along the way; metrics and model are made of it. */
typedef struct sk_counts {
    size_t words, sentences, paragraphs, syllables, letters, longest_sentence;
    /* Words by level: everyday ones are of A1; unknown ones count in no other. */
    size_t above_target, above_a2, above_b1, unknown, everyday;
    size_t passives, passive_sentences, subordinate_sentences;
    size_t abstract_nouns, prepositions, adverbs, address, numbers, commas, brackets;
    size_t function_links;  /* van, door, ten, ter */
    size_t participles;     /* but for those of a perfect with hebben */
    size_t verbless;        /* sentences and subordinate clauses that have no verb */
    size_t far;             /* longest ways between the parts of a clause, a sentence each */
    size_t found[SK_RULES]; /* findings by rule, also of rules that are silent */
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
    double features[SK_FEATURES_MAX]; /* what the verdict was made of, with the counts */
    sk_counts counts;
    sk_found *findings;
    size_t finding_count, finding_room;
    const char **suggestions;
    size_t suggestion_count, suggestion_room;
    sk_arena arena;
};

/* The names that a thing has had so far: the first, and another that was told or explained. */
typedef struct sk_named {
    size_t start, end;
    size_t other_start, other_end;
} sk_named;

typedef struct sk_checking {
    const schakel_allocator *allocator;
    const char *text;
    size_t length;
    schakel_level target;
    const sk_book *own; /* of the house style; without phrases when there is none */
    uint64_t silent;    /* rules that do not speak, a bit each */
    schakel_report *report;
    sk_segmenter segmenter;
    sk_counts counts;
    sk_seen seen;         /* words and terms that were found before */
    sk_analysis analysis; /* of the present sentence */
    sk_named *named;      /* sk_name_count things; NULL until the first has a name */
    sk_letter letter;
    size_t reading_tasks, guilts;   /* found up to the sentence before */
    int evening;                    /* an evening or afternoon was named so far */
    size_t other_words, other_most; /* in other languages: all, and of the largest unit */
    int other_language;             /* of that unit */
    int in_other_language;          /* the unit before this one was */
    int told;                       /* a sentence came that is no greeting: words can point back at it */
    int last_is_silent;             /* the finding that was added last is of a silent rule */
    int failed;                     /* memory ran out */
} sk_checking;

/*
 * Words further apart than this have nothing to do with each other. No sentence that people write comes
 * near it; it keeps the time for one that nobody wrote in line with its length.
 */
enum { SK_REACH = 100 };

/* What was asked about a sentence as a whole, so that it is found out once: 0 when it was not, else 1 for no, 2 for yes. */
typedef struct sk_asked {
    uint8_t at_school, names_a_day, names_weekdays; /* weekdays: more than one */
} sk_asked;

typedef struct sk_sentence {
    size_t findings_before; /* of the report, when the sentence began */
    sk_token *tokens;
    size_t count;
    const char *forms;
    sk_unit_kind unit; /* what it stands in */
    size_t in_unit;    /* how many sentences of that unit come before it */
    size_t in_text;    /* how many sentences of the text do */
    /* Seen when its words are judged, so that most rules need no look at most sentences. */
    size_t abstract_nouns, prepositions;
    uint64_t roles;              /* of its words, a bit each */
    uint32_t flags;              /* of its words, together */
    unsigned kinds;              /* of its tokens, a bit each */
    const sk_analysis *analysis; /* its clauses, and what each word is there */
    sk_asked *asked;
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
/* Did a rule speak about any of the tokens first to last? One problem gets one finding. */
int sk_spoke_at(const sk_checking *c, schakel_rule rule, const sk_sentence *s, size_t first, size_t last);
/* A number as an argument of sk_find(). */
enum { SK_NUMBER_SIZE = 24 };
const char *sk_number(size_t value, char out[SK_NUMBER_SIZE]);
/* A wording in place of the finding that was added last; a capital is kept. */
void sk_suggest(sk_checking *c, const char *wording, size_t length);
/* All wordings of a list column ("a / b") as suggestions. */
void sk_suggest_all(sk_checking *c, const char *wordings);

/* ------------------------------------------------------------- other languages */

enum { SK_DUTCH = -1, SK_UNDETERMINED = -2 };
/*
 * The language of the unit that was tokenised last: SK_DUTCH, SK_UNDETERMINED or a number in sk_languages.
 * Of a line that stands apart half of the words are not enough to be Dutch.
 */
int sk_other_language(const sk_segmenter *g, int apart);
/* Say that this unit is not judged. */
void sk_find_other_language(sk_checking *c, int language);

/* ------------------------------------------------------------------ the rules */

/* Judge the words of a sentence: names, levels, syllables; count them. */
void sk_judge_words(sk_checking *c, sk_sentence *s);
/* Levels of the house style, before words are counted. */
void sk_apply_house_style(const sk_checking *c, sk_sentence *s);
/* Rules, in the order in which they must run: the first to speak about a word has it. */
void sk_rules_phrases(sk_checking *c, sk_sentence *s);
void sk_rules_time(sk_checking *c, sk_sentence *s);
void sk_rules_words(sk_checking *c, sk_sentence *s);
void sk_rules_sentence(sk_checking *c, sk_sentence *s);
void sk_rules_clauses(sk_checking *c, sk_sentence *s);
void sk_rules_apart(sk_checking *c, sk_sentence *s);
void sk_rules_list(sk_checking *c, sk_sentence *s);
void sk_rules_style(sk_checking *c, sk_sentence *s);
void sk_rules_reference(sk_checking *c, sk_sentence *s);
void sk_rules_nouns(sk_checking *c, sk_sentence *s);
void sk_rules_numbers(sk_checking *c, sk_sentence *s);
/* Reading tasks and parents left out, where no list spoke. */
void sk_rules_reader(sk_checking *c, sk_sentence *s);
/* Guilt and obligation, where no list spoke. */
void sk_rules_pressure(sk_checking *c, const sk_sentence *s);
/* Is something done at school, not at home? */
int sk_is_at_school(const sk_sentence *s);
/* Capitals and exclamation marks. */
void sk_rules_marks(sk_checking *c, sk_sentence *s);
/* A name of a thing stands in tokens first to last, up to byte `end`. */
void sk_note_name(sk_checking *c, const sk_sentence *s, const sk_phrase *phrase, size_t first, size_t last,
                  size_t end);

/* Is what stands in tokens first to last followed by a bracket, or in one: are two names told together? */
int sk_is_bracketed(const sk_sentence *s, size_t first, size_t last);
/* Is the last word of a bracket token i? */
int sk_ends_bracket(const sk_sentence *s, size_t i);
/* toelaatbaarheidsverklaring (TLV), AB'er (ambulant begeleider): is the other of two such names only an abbreviation? */
int sk_is_beside_its_short_form(const sk_checking *c, const sk_sentence *s, size_t first, size_t last);
/* Does its sentence or the next one tell what stands in tokens first to last? */
int sk_is_told(const sk_checking *c, const sk_sentence *s, size_t first, size_t last);

/* Does the text give these bytes somewhere in brackets, behind the name in full? */
int sk_is_given_in_full(const sk_checking *c, size_t start, size_t end);

/* Gather what a letter tells: cues (a set of sk_cue) in a run of tokens, then the sentence as a whole. */
void sk_note_cues(sk_checking *c, const sk_sentence *s, uint32_t cues, size_t first, size_t last);
void sk_note_sentence(sk_checking *c, const sk_sentence *s);
/* The parts of that: a place that tells a fact (sk_fact), days, times of the clock. */
void sk_note_fact(sk_checking *c, const sk_sentence *s, int fact, size_t start, size_t end);
void sk_note_day(sk_checking *c, const sk_sentence *s, size_t i);
void sk_note_times(sk_checking *c, const sk_sentence *s);
int sk_ends_a_period(const sk_sentence *s, size_t i);
int sk_is_weekday(const sk_token *token);
int sk_is_date(const sk_checking *c, const sk_token *token);
/* What is said about the letter as a whole, when all of it was read. */
void sk_rules_letter(sk_checking *c);

/* Speak about tokens that break a rule of style; `plain` is a wording to write, "" for none. */
void sk_find_style_at(sk_checking *c, const sk_sentence *s, sk_style style, size_t first, size_t last,
                      const char *plain);
/* A run of words of the lists on style, found from token first to last. Return whether it was a finding. */
int sk_find_style(sk_checking *c, const sk_sentence *s, const sk_phrase *phrase, const char *text,
                  size_t first, size_t last);
int sk_find_weak_verb(sk_checking *c, const sk_sentence *s, const sk_phrase *phrase, const char *text,
                      size_t first, size_t last);

static inline int sk_has(const sk_token *token, uint32_t flags)
{
    return (token->flags & flags) != 0;
}

static inline int sk_is_form(const sk_sentence *s, const sk_token *token, const char *form)
{
    return token->form_length == strlen(form) &&
           memcmp(s->forms + token->form, form, token->form_length) == 0;
}

/* Is a token one of some words? They end in NULL. */
static inline int sk_is_one_of(const sk_sentence *s, const sk_token *token, const char *const *words)
{
    const char *form = s->forms + token->form;
    for (; token->form_length > 0 && *words != NULL; words++)
        if (**words == *form && sk_is_form(s, token, *words))
            return 1;
    return 0;
}

/* Says who: ik, u, wij, a name; and "het", which often does. */
static inline int sk_is_named_subject(const sk_token *t)
{
    return t->role == SK_ROLE_YOU || t->role == SK_ROLE_WE || t->role == SK_ROLE_SUBJECT ||
           t->role == SK_ROLE_HET || (t->kind == SK_TOKEN_WORD && (t->shape & SK_SHAPE_NAME));
}

/* The bit of a role in the roles of a sentence. The hours share one, which may only cost a look too many. */
static inline uint64_t sk_role_bit(unsigned role)
{
    return (uint64_t)1 << (role < SK_ROLE_HOUR ? role : SK_ROLE_HOUR);
}
_Static_assert(SK_ROLE_HOUR < 64, "a role that is no hour has no bit of its own");

/* Has a word of the sentence this role, which is none of the hours? */
static inline int sk_has_role(const sk_sentence *s, sk_role role)
{
    return (s->roles & sk_role_bit(role)) != 0;
}

/* A finding is about tokens first to last: the lists leave them alone. */
static inline void sk_claim(sk_sentence *s, size_t first, size_t last)
{
    for (size_t i = first; i <= last; i++)
        s->tokens[i].shape |= SK_SHAPE_CLAIMED;
}

/* Are all of tokens first to last words the school allows? With one more beside them they are not. */
static inline int sk_is_allowed(const sk_sentence *s, size_t first, size_t last)
{
    for (size_t i = first; i <= last; i++)
        if (!(s->tokens[i].shape & SK_SHAPE_ALLOWED))
            return 0;
    return 1;
}

/* Does an hour of the clock stand here, 1 to 12? Returns it, or 0. */
int sk_hour(const sk_checking *c, const sk_token *token);

/* The value of a numeral below a million that is written as one word, or 0. */
int sk_numeral_value(const char *form, size_t length);
/* Has a sentence more words than its level allows? */
int sk_is_long(const sk_checking *c, const sk_sentence *s);
/* Words before `end` that read as one with the next: dinsdag 3 maart 2027, 8.30 uur, voor of op. */
size_t sk_spare_words(const sk_sentence *s, size_t first, size_t end);
/* Does the sentence name a day: a number beside a month or weekday, or a date in figures? */
int sk_names_a_day(const sk_checking *c, const sk_sentence *s);

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

/* Does it begin with a word of greeting? */
int sk_is_greeting(const sk_sentence *s);
/* Count what the analysis of a sentence tells. */
void sk_count_clauses(const sk_sentence *s, sk_counts *counts);
void sk_fill_metrics(const sk_counts *counts, size_t bytes, schakel_metrics *out);

#endif
