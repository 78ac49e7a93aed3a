/*
 * From bytes to units, sentences and words.
 *
 * A unit is what can hold sentences: a paragraph, a heading, a list item, a table row. A text is
 * taken unit by unit, so that memory is bounded by the largest unit and what is found.
 */
#ifndef SK_TEXT_SEGMENT_H
#define SK_TEXT_SEGMENT_H

#include "base/memory.h"
#include "text/tables.h"

typedef enum sk_unit_kind { SK_UNIT_PARAGRAPH, SK_UNIT_HEADING, SK_UNIT_ITEM, SK_UNIT_ROW } sk_unit_kind;

typedef struct sk_unit {
    size_t start, end; /* bytes, without the mark of a heading or list item */
    sk_unit_kind kind;
    int opens_paragraph; /* 0 for headings and for what goes on with a list or table */
    int apart;           /* one line in another script, or within an isolate of its own */
    int beside;          /* such an isolate right below other lines */
} sk_unit;

/* Find the next unit from *at on; 0 when there is none. */
int sk_next_unit(const char *text, size_t length, size_t *at, sk_unit *unit);

typedef enum sk_token_kind {
    SK_TOKEN_WORD,
    SK_TOKEN_NUMBER, /* has a digit: 5, 19.30, 3e, 12,50, 1A */
    SK_TOKEN_ABBREVIATION,
    SK_TOKEN_ADDRESS /* web or e-mail */
} sk_token_kind;

/* What stands between a token and the one before it. */
enum {
    SK_GAP_SPACE = 1u << 0,
    SK_GAP_COMMA = 1u << 1,
    SK_GAP_COLON = 1u << 2, /* or semicolon */
    SK_GAP_DASH = 1u << 3,
    SK_GAP_OPEN = 1u << 4,  /* ( or [ */
    SK_GAP_CLOSE = 1u << 5, /* ) or ] */
    SK_GAP_QUOTE = 1u << 6,
    SK_GAP_SLASH = 1u << 7,
    SK_GAP_DOT = 1u << 8,          /* one dot or an ellipsis: ends a sentence unless small letters follow */
    SK_GAP_MARK = 1u << 9,         /* ! ? and the like of other scripts: ends a sentence */
    SK_GAP_CELL = 1u << 10,        /* the bar of a table */
    SK_GAP_BREAK = 1u << 11,       /* a line break that was meant: two spaces or a backslash before it */
    SK_GAP_SHORT_LINE = 1u << 12,  /* a line break after a line too short to be wrapped */
    SK_GAP_CLOSED_AFTER = 1u << 13 /* a quote or bracket closed after the end mark */
};
/* Between these no clause goes on. */
#define SK_GAP_CLAUSE                                                                                        \
    (SK_GAP_COMMA | SK_GAP_COLON | SK_GAP_DASH | SK_GAP_OPEN | SK_GAP_CLOSE | SK_GAP_DOT | SK_GAP_MARK)

enum {
    SK_SHAPE_CAPITAL = 1,  /* begins with a capital */
    SK_SHAPE_CAPITALS = 2, /* two or more letters, all capitals */
    SK_SHAPE_FIRST = 4,    /* opens a sentence */
    SK_SHAPE_NAME = 8,
    SK_SHAPE_CLAIMED = 16, /* another finding is about it already */
    SK_SHAPE_FOREIGN = 32, /* not in Latin letters */
    SK_SHAPE_ALLOWED = 64  /* the school's own word: no list speaks about it alone */
};

typedef struct sk_token {
    uint32_t start, end; /* bytes in the text */
    uint32_t form;       /* offset of the lower-case form in the segmenter's forms */
    uint32_t hash;       /* of the form */
    uint32_t key;        /* hash of the letters and digits that the form begins with */
    uint32_t word;       /* number in sk_words or SK_NO_WORD */
    uint32_t flags;      /* of the word; of the last part for a compound */
    uint16_t gap;        /* before it */
    uint16_t letters;    /* letters and digits */
    uint8_t form_length; /* 0 when it is too long for any list */
    uint8_t kind;
    uint8_t shape;
    uint8_t level; /* schakel_level */
    uint8_t role;
    uint8_t syllables;
    uint8_t phrase_kind; /* sk_kind of a listed abbreviation */
} sk_token;

typedef struct sk_segmenter {
    const schakel_allocator *allocator;
    const char *text;
    sk_token *tokens;
    size_t token_count, token_room;
    char *forms;
    size_t form_used, form_room;
    void *break_iterator; /* ICU's, opened when the first other script turns up */
} sk_segmenter;

void sk_segmenter_init(sk_segmenter *segmenter, const schakel_allocator *allocator, const char *text);
void sk_segmenter_destroy(sk_segmenter *segmenter);
/* Cut a unit into tokens, marking those that open a sentence. Returns 0 when memory ran out. */
int sk_tokenise(sk_segmenter *segmenter, const sk_unit *unit);

/* Does a sentence end between two neighbours? */
int sk_sentence_ends(const sk_token *before, const sk_token *after);

#endif
