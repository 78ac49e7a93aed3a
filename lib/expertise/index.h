/*
 * The words of all concepts, as they are looked up. Every label and wording is a pattern of slots,
 * one for each word that tells something. A slot is filled by any of a few terms; the rarest slot
 * of a pattern is its anchor, and only from there is the rest looked for, so that common words
 * ("doen", "kinderen") cost no time.
 */
#ifndef SK_EXPERTISE_INDEX_H
#define SK_EXPERTISE_INDEX_H

#include "base/memory.h"
#include "base/strings.h"
#include "schakel/expertise.h"
#include "school/builtin.h"
#include "text/bases.h"
#include "text/segment.h"

enum { SK_SLOT_TERMS = 4, SK_SLOTS_MAX = 6, SK_WHOLE = 1000 };
/* A word that more concepts than this use tells nothing by itself. */
enum { SK_USES_MAX = 64 };
#define SK_NO_TERM UINT32_MAX
#define SK_NO_CONCEPT SK_NO_BUILTIN

/* A word that stands in a pattern, in plain letters (sk_utf8_plain). */
typedef struct sk_term {
    const char *text;
    uint32_t synonym; /* the first of its synonyms */
    uint32_t synonym_count;
    uint32_t use; /* the first of its uses */
    uint32_t use_count;
    uint32_t concepts; /* in how many it stands */
    uint32_t last;     /* the last of those, while patterns are added */
    uint32_t posting;  /* the first of the patterns that it is an anchor of */
    uint32_t posting_count;
    uint16_t weight; /* 0 to 1000, high for a rare word */
    uint8_t length;
} sk_term;

typedef struct sk_slot {
    uint32_t terms[SK_SLOT_TERMS];
    uint8_t count;
    uint16_t weight;
} sk_slot;

/* A term that says much the same as another. */
typedef struct sk_synonym {
    uint32_t of, term;
    uint16_t quality;
} sk_synonym;

/* A concept that a term stands in a label or wording of, however common it is there. */
typedef struct sk_use {
    uint32_t concept;
    uint32_t pattern; /* the one of which it is most */
    uint16_t share;   /* how much, of SK_WHOLE */
} sk_use;

typedef enum sk_pattern_kind {
    SK_PATTERN_LABEL,
    SK_PATTERN_WORDING,
    SK_PATTERN_WORDS, /* parts of the words of a wording: each tells a little, together they are no wording */
    SK_PATTERN_HINT,  /* a word that goes with the concept */
    SK_PATTERN_SPLIT  /* a compound by its parts: onderhoud van de tuin */
} sk_pattern_kind;

typedef struct sk_pattern {
    const char *text; /* the label or wording */
    uint32_t concept;
    uint32_t slot; /* the first one */
    uint16_t weight;
    uint8_t slot_count;
    uint8_t anchor;  /* which slot */
    uint8_t kind;    /* sk_pattern_kind */
    uint8_t is_name; /* one short word that is only meant with a capital: Ga */
    uint8_t refuses; /* holds a word of refusal itself: boeren zonder gif */
} sk_pattern;

/* In place of the name of any language: voorlezen in het Arabisch. No word is written so. */
#define SK_ANY_LANGUAGE "*"

/* What a concept descends from, as far as it matters. */
typedef enum sk_root {
    SK_ROOT_OTHER,
    SK_ROOT_LANGUAGE,
    SK_ROOT_THEME,
    SK_ROOT_NEED,
    SK_ROOT_OCCUPATION,
    SK_ROOT_ACTIVITY
} sk_root;

typedef struct sk_expert_concept {
    const char *id, *label_nl, *label_en;
    uint32_t broader; /* SK_NO_CONCEPT for none */
    const uint32_t *serves;
    uint32_t serves_count;
    uint8_t root;     /* sk_root */
    uint8_t is_group; /* others are narrower */
} sk_expert_concept;

struct schakel_expertise {
    schakel_allocator allocator; /* first, as in every handle */
    sk_arena arena;
    sk_strings strings; /* texts of terms */
    sk_index numbers;   /* from those to terms */
    sk_index cues;      /* from words to sets of sk_cue_word */
    sk_term *terms;
    size_t term_count, term_room;
    sk_slot *slots;
    size_t slot_count, slot_room;
    sk_pattern *patterns;
    size_t pattern_count, pattern_room;
    uint32_t *postings;
    sk_use *uses;
    sk_synonym *synonyms; /* in the order of what they are synonyms of */
    size_t synonym_count, synonym_room;
    sk_expert_concept *concepts;
    size_t concept_count;
    uint32_t *by_start, *by_end; /* long terms in the order of their letters, forwards and backwards */
    size_t long_count;
};

/* Terms of this many bytes or more may have a slip. */
enum { SK_SLIP_MIN = 7 };

/* The term of a word, made when it is new; SK_NO_TERM when memory ran out. */
uint32_t sk_term_take(schakel_expertise *expertise, const char *word, size_t length);
/* A word in plain letters, NUL-terminated; returns its length. */
size_t sk_plain_word(const char *word, size_t length, char out[SK_FORM_MAX + 1]);
/* The term of a word in plain letters, or SK_NO_TERM. `text` ends in NUL. */
uint32_t sk_term_find(const schakel_expertise *expertise, const char *text);

/*
 * Call `found` with every long term that differs from a word in plain letters by one letter that is
 * wrong, missing or too many, or by two neighbours that changed places.
 */
void sk_terms_near(const schakel_expertise *expertise, const char *text, size_t length,
                   void (*found)(void *context, uint32_t term), void *context);
/* Put the long terms in order. Returns 0 when memory ran out. */
int sk_order_long_terms(schakel_expertise *expertise);

/* Take in the words that say the same; all patterns are there. Returns 0 when memory ran out. */
int sk_add_synonyms(schakel_expertise *expertise);

/* Longer words are no cues. */
enum { SK_CUE_LONGEST = 16 };
/* Take in the closed lists. Returns 0 when memory ran out. */
int sk_add_cues(schakel_expertise *expertise);
/* The set of sk_cue_word that a form in small letters is. */
uint32_t sk_cues_of(const schakel_expertise *expertise, const char *form, size_t length);

/* Fill patterns of a label or wording; concepts come one after the other. Returns 0 when memory ran out. */
int sk_add_pattern(schakel_expertise *expertise, sk_segmenter *segmenter, uint32_t concept, const char *text,
                   sk_pattern_kind kind);
/* Add a word that goes with a concept. Returns 0 when memory ran out. */
int sk_add_hint(schakel_expertise *expertise, uint32_t concept, const char *word, size_t length,
                const char *text);
/* All patterns are there: weigh terms and slots, choose anchors. Returns 0 when memory ran out. */
int sk_finish_patterns(schakel_expertise *expertise);

#endif
