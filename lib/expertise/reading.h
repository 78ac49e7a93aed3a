/* One text while it is read: the words of a stretch, what they can stand for, and what that adds up to. */
#ifndef SK_EXPERTISE_READING_H
#define SK_EXPERTISE_READING_H

#include "expertise/index.h"

/*
 * Sentences are taken in stretches of at most this many words, so that the time for one that nobody
 * ends is in line with its length. Words of one wording stand at most SK_NEAR apart.
 */
enum { SK_STRETCH_MAX = 200, SK_NEAR = 8, SK_HITS_MAX = 32, SK_EVIDENCE_MAX = 12 };

/* How well a word stands for a term, of SK_WHOLE. */
enum {
    SK_QUALITY_RULE = 940,     /* an inflection by rule */
    SK_QUALITY_OTHER = 850,    /* another word that a form can be of, which is a word by itself */
    SK_QUALITY_PERSON = 950,   /* lerares for leraar */
    SK_QUALITY_DEED = 880,     /* bakker for bakken */
    SK_QUALITY_HEAD = 850,     /* last part of a compound */
    SK_QUALITY_MODIFIER = 560, /* any other part */
    SK_QUALITY_WITHIN = 700,   /* of the parts of a word that is known as a whole */
    SK_QUALITY_LISTED = 700,   /* of one that is a word of its own in the lexicon, as a toonbank is no bank */
    SK_QUALITY_SLIP = 800
};

/* A word, or two that belong together, stands for a term. */
typedef struct sk_hit {
    uint32_t term;
    uint16_t quality; /* 0 when a refusal parts the two */
    uint8_t other;    /* the second word, from the start of the stretch; or the word itself */
    uint8_t part;     /* found in a part of the word */
    uint8_t weak;     /* an adjective before a noun: says nothing without it */
} sk_hit;

/* A pattern that was found. Words count from the start of the stretch. */
typedef struct sk_match {
    const sk_hit *hit; /* of the anchor */
    uint32_t pattern;
    uint32_t start, end; /* bytes */
    uint16_t score;
    uint16_t cover; /* how much of the pattern is there, of SK_WHOLE */
    uint8_t anchor;
    uint8_t word_count;
    uint8_t words[2 * SK_SLOTS_MAX];
} sk_match;

/* What one word of refusal turns down, with all of its clause. Words count from the start of the stretch. */
typedef struct sk_refusal {
    uint8_t start, end; /* of the clause; end is behind it */
    uint8_t borrows;    /* has no verb but helpers, so it takes that of another clause */
} sk_refusal;

typedef struct sk_evidence {
    uint32_t pattern, term; /* term: of the anchor */
    size_t start, end;
    uint16_t score;
    uint8_t refused;
    uint8_t word;  /* a word by itself, of a wording that is not there as a whole; the score is its weight */
    uint32_t next; /* of the same concept, plus one */
} sk_evidence;

typedef struct sk_mention {
    const char *tag;
    size_t start, end;
    uint8_t refused;
} sk_mention;

typedef struct sk_reading {
    const schakel_expertise *expertise;
    const char *text;
    size_t length;
    sk_segmenter segmenter;
    /* The present stretch. */
    const sk_token *tokens;
    size_t count;
    sk_hit *hits; /* SK_HITS_MAX for each word */
    uint8_t hit_counts[SK_STRETCH_MAX];
    sk_match *matches;
    size_t match_count, match_room;
    uint32_t cues[SK_STRETCH_MAX];   /* sets of sk_cue_word */
    uint8_t told[SK_STRETCH_MAX];    /* words that something was found at */
    uint8_t refused[SK_STRETCH_MAX]; /* number of the refusal that turns a word down plus one, or 0 */
    sk_refusal refusals[SK_STRETCH_MAX];
    size_t refusal_count;
    uint8_t finites[SK_STRETCH_MAX + 1]; /* how many finite verbs stand before each word */
    uint8_t verbs[SK_STRETCH_MAX + 1];   /* of those, the ones that go with no other verb */
    uint8_t named[SK_STRETCH_MAX];       /* has the name of a language, meant or not */
    uint16_t language[SK_STRETCH_MAX];   /* number of the language that is meant there plus one */
    uint8_t longest[SK_STRETCH_MAX];     /* how many words the longest match at each has */
    /* What all stretches so far add up to. */
    uint16_t
        *counted; /* of each term: how well it was told before as a word, refused ones behind all others */
    sk_evidence *evidence;
    size_t evidence_count, evidence_room;
    uint32_t *first; /* of each concept: its evidence, plus one */
    sk_mention *mentions;
    size_t mention_count, mention_room;
} sk_reading;

static inline const char *sk_form_of(const sk_reading *r, size_t word)
{
    return r->segmenter.forms + r->tokens[word].form;
}

/* Find what each word of the stretch can stand for. */
void sk_read_words(sk_reading *r);
/* Find the finite verbs. */
void sk_count_finites(sk_reading *r);
/* Find the patterns of the stretch. Returns 0 when memory ran out. */
int sk_read_patterns(sk_reading *r);
/* Find those that lie across a refusal once more, on one side of it. Returns 0 when memory ran out. */
int sk_part_patterns(sk_reading *r);
/* Lower those whose words are all part of a longer one. */
void sk_settle_patterns(sk_reading *r);
/* A language is meant at a word: it stands for any. */
void sk_note_any_language(sk_reading *r, size_t word);
/* Find the languages that are named. */
void sk_read_languages(sk_reading *r);
/* So far nothing is turned down. */
void sk_forget_refusals(sk_reading *r);
/* Find out what is turned down, of what was found, and leave words that a refusal parts. */
void sk_read_refusals(sk_reading *r);
/* May two words belong to one wording: does no refusal part them? */
int sk_go_together(const sk_reading *r, size_t a, size_t b);
/* Is what a match tells turned down? */
int sk_is_refused(const sk_reading *r, const sk_match *m);

/* Note which words tell something. */
void sk_note_telling(sk_reading *r);
/* Add what the stretch tells to what was told before. Returns 0 when memory ran out. */
int sk_keep_evidence(sk_reading *r);

/* The tag of a language by number. */
const char *sk_named_language_tag(size_t language);
/* How many words the name of a language has. */
size_t sk_named_language_words(size_t language);
/* The number of a language with a name in plain letters plus one, or 0. */
size_t sk_named_language_find(const char *name, size_t length);

#endif
