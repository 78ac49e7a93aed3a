/*
 * The tables that generate_tables makes out of the word lists at build time. All text lies in one
 * block and is reached by offsets, so the tables need no relocation and no start-up work.
 */
#ifndef SK_TEXT_TABLES_H
#define SK_TEXT_TABLES_H

#include <stddef.h>
#include <stdint.h>

/* What a form can be; a form that belongs to several words has the flags of all. */
enum {
    SK_NOUN = 1u << 0,
    SK_PLURAL = 1u << 1,
    SK_ADJECTIVE = 1u << 2,
    SK_INFLECTED = 1u << 3,  /* of an adjective: with -e */
    SK_INFINITIVE = 1u << 4, /* also the plural of the present */
    SK_FINITE = 1u << 5,
    SK_STEM = 1u << 6,               /* first person singular: the first half of many compounds */
    SK_PARTICIPLE_PASSIVE = 1u << 7, /* of a verb with an object: next to "worden" it is a passive */
    SK_PARTICIPLE_OTHER = 1u << 8,
    SK_PARTICIPLE_INFLECTED = 1u << 9,
    SK_PARTICIPLE_PRESENT = 1u << 10,
    SK_ARTICLE = 1u << 11,
    SK_PRONOUN = 1u << 12,
    SK_PREPOSITION = 1u << 13,
    SK_COORDINATING = 1u << 14,
    SK_SUBORDINATING = 1u << 15,
    SK_ADVERB = 1u << 16,
    SK_NUMERAL = 1u << 17,
    SK_INTERJECTION = 1u << 18,
    SK_PARTICLE = 1u << 19,
    SK_CAPITAL = 1u << 20,      /* is written with a capital */
    SK_WITH_ZIJN = 1u << 21,    /* participle of a verb with "zijn": "is gekomen" is no passive */
    SK_OPENS_PHRASE = 1u << 22, /* a phrase is found by this word */
    SK_OPENS_PAIR = 1u << 23,   /* a phrase is found by this word and the next */
    SK_SEPARABLE = 1u << 24,    /* the first part of a separable verb: op, uit, terecht */
    SK_PAPERWORK = 1u << 25 /* may tell to read or write, or lay guilt: lees, vul, schrijven, verwachten */
};

/*
 * What a form is in its sentence. The list gives each form one of these or, where only the
 * sentence can tell, one of the unsure ones. It stands in the highest bits of the flags.
 */
typedef enum sk_tag {
    SK_TAG_OTHER, /* not known */
    SK_TAG_NOUN,
    SK_TAG_ADJECTIVE,
    SK_TAG_NUMERAL,
    SK_TAG_ADVERB,
    SK_TAG_PREPOSITION,
    SK_TAG_PARTICLE, /* the loose part of a separable verb */
    SK_TAG_DETERMINER,
    SK_TAG_SUBJECT, /* a pronoun that is mostly a subject */
    SK_TAG_PRONOUN,
    SK_TAG_COORDINATING,
    SK_TAG_OPENER,   /* omdat: opens a subordinate clause */
    SK_TAG_RELATIVE, /* opens a clause about the word before it, or says what is asked */
    SK_TAG_OM,       /* om ... te */
    SK_TAG_TE,
    SK_TAG_FINITE,
    SK_TAG_INFINITIVE,
    SK_TAG_PARTICIPLE,
    SK_TAG_SURE,                         /* the first of those that the sentence must make sure */
    SK_UNSURE_NOUN_FINITE = SK_TAG_SURE, /* werk, vraag */
    SK_UNSURE_ADVERB_FINITE,             /* open, stil */
    SK_UNSURE_INFINITIVE,                /* gaan: an infinitive, or the plural */
    SK_UNSURE_NOUN_INFINITIVE,           /* eten, vragen */
    SK_UNSURE_PARTICIPLE,                /* gebeld; may stand before a noun */
    SK_UNSURE_PARTICIPLE_VERB,           /* gebruikt, ontvangen */
    SK_UNSURE_PARTICIPLE_NOUN,           /* geslacht, verband */
    SK_UNSURE_ZIJN,
    SK_UNSURE_HET,
    SK_UNSURE_JE,
    SK_UNSURE_DIT,
    SK_UNSURE_DAT,
    SK_UNSURE_DIE,
    SK_UNSURE_ALS,
    SK_UNSURE_OM,
    SK_UNSURE_OF,
    SK_UNSURE_OPENER, /* toen, nu, sinds */
    SK_UNSURE_RELATIVE
} sk_tag;
#define SK_CLASS_SHIFT 26
#define SK_CLASS(flags) ((flags) >> SK_CLASS_SHIFT)
_Static_assert(SK_UNSURE_RELATIVE < 1u << (32 - SK_CLASS_SHIFT), "a tag does not fit above the flags");

/* Words that rules ask for by name. */
typedef enum sk_role {
    SK_ROLE_NONE,
    SK_ROLE_ZIJN, /* finite forms only, here and below */
    SK_ROLE_WORDEN,
    SK_ROLE_HEBBEN,
    SK_ROLE_MODAL,
    SK_ROLE_GOING,    /* gaat, laat, ...: an infinitive without te follows */
    SK_ROLE_NEGATION, /* niet, geen, ... */
    SK_ROLE_ZONDER,
    SK_ROLE_TENZIJ,
    SK_ROLE_DENY, /* ontkennen, nalaten, zelden: as good as a "niet" */
    SK_ROLE_EXCLUDE,
    SK_ROLE_CALLED,    /* genoemd, gezien: how something is called */
    SK_ROLE_MADE,      /* gemaakt */
    SK_ROLE_GREETING,  /* beste, geachte */
    SK_ROLE_ONCE,      /* zodra, nadat, ...: what must be so first */
    SK_ROLE_YESTERDAY, /* points at a time gone by */
    SK_ROLE_ER,
    SK_ROLE_TE,
    SK_ROLE_OM,
    SK_ROLE_HET,
    SK_ROLE_DE,
    SK_ROLE_DAT,
    SK_ROLE_DIE,
    SK_ROLE_ALS,
    SK_ROLE_RELATIVE, /* waarmee, wat, hoe, ... */
    SK_ROLE_SUBJECT,  /* ik, hij, ...: a pronoun that opens a clause and no address */
    SK_ROLE_YOU,
    SK_ROLE_WE,
    SK_ROLE_VAN,
    SK_ROLE_DOOR,
    SK_ROLE_TEN,
    SK_ROLE_EN,
    SK_ROLE_MAAR,
    SK_ROLE_ALLEEN,
    SK_ROLE_HALF,
    SK_ROLE_KWART,
    SK_ROLE_OVER,
    SK_ROLE_VOOR,
    SK_ROLE_UUR,
    SK_ROLE_WEEKDAY,
    SK_ROLE_MONTH,
    SK_ROLE_NEXT,   /* volgende, komende */
    SK_ROLE_PERIOD, /* week, maand */
    SK_ROLE_EVENING,
    SK_ROLE_MORNING,
    SK_ROLE_MOTHER,
    SK_ROLE_FATHER,
    SK_ROLE_BOYS,
    SK_ROLE_GIRLS,
    SK_ROLE_PAPER, /* what one reads or writes at home for school: verhaal, dictee */
    SK_ROLE_TOT,
    SK_ROLE_DIT,
    SK_ROLE_DEZE,
    SK_ROLE_POINTS_BACK, /* hiermee, daardoor, ... */
    SK_ROLE_VINDT,       /* plaats, in two words */
    SK_ROLE_TAKES_PLACE, /* in one */
    SK_ROLE_BESTAAT,
    SK_ROLE_NUMBERED,      /* has a number of its own behind it: groep 3 */
    SK_ROLE_PART_OF_MONTH, /* begin, eind, medio */
    SK_ROLE_HOLIDAY,
    SK_ROLE_AROUND, /* rond */
    SK_ROLE_NIGHT,
    SK_ROLE_HALF_HOUR, /* halfacht, as some write it */
    SK_ROLE_HOUR,      /* een: 1 */
    SK_ROLE_HOUR_LAST = SK_ROLE_HOUR + 11
} sk_role;

typedef struct sk_word {
    uint32_t text; /* offset of the form, lower case, in sk_word_text */
    uint32_t flags;
    uint16_t lemma; /* forms of one word share it */
    uint8_t length; /* in bytes */
    uint8_t level;  /* schakel_level */
    uint8_t role;
    uint8_t syllables;
    uint16_t cues; /* a set of sk_cue: what the word says by itself about a letter */
} sk_word;

#define SK_NO_WORD UINT32_MAX
/* Longer forms are in no list. */
#define SK_FORM_MAX 63

extern const char sk_word_text[];
extern const sk_word sk_words[];
/*
 * Open addressing: number of the word plus one, 0 for an empty slot. The bits above it repeat
 * those of the hash, so that most words that are not there never cost a look at the word itself.
 */
#define SK_SLOT_BITS 18
#define SK_SLOT_NUMBER(slot) ((slot) & ((1u << SK_SLOT_BITS) - 1))
#define SK_SLOT_TAG(hash) ((hash) & ~((1u << SK_SLOT_BITS) - 1))
extern const uint32_t sk_word_slots[];
extern const uint32_t sk_word_slot_mask;

/*
 * What each form is a form of, as a dictionary has it: the number of that word. Where there are more,
 * SK_MANY_BASES and the place in sk_more_bases of how many there are, which come behind it. The loose
 * forms of a separable verb (lees of voorlezen) are forms of the verb without its first part.
 */
#define SK_MANY_BASES (1u << 31)
extern const uint32_t sk_word_bases[];
extern const uint32_t sk_more_bases[];

/* Separable verbs, sorted by lemma, so that a message can name the whole verb. */
typedef struct sk_separable {
    uint32_t text; /* of the infinitive, in sk_word_text */
    uint16_t lemma;
    uint8_t length;
} sk_separable;
extern const sk_separable sk_separables[];
extern const uint32_t sk_separable_count;

/* The lists that phrases come from. */
typedef enum sk_list {
    SK_LIST_FORMAL,
    SK_LIST_TERM,
    SK_LIST_ABBREVIATION,
    SK_LIST_GENDERED,
    SK_LIST_GUILT,
    SK_LIST_FLIGHT,
    SK_LIST_IDIOM,
    SK_LIST_READING,
    SK_LIST_NAME,  /* one name for one thing: the advice is the name to keep, the group the thing */
    SK_LIST_CUE,   /* parts of a letter: the group is a set of sk_cue */
    SK_LIST_WORD,  /* of a house style: the group is a level */
    SK_LIST_STYLE, /* the group is an sk_style */
    SK_LIST_WEAK,  /* a noun that takes a weak verb: the advice are those verbs, the extra the plain one */
    SK_LIST_COUNT
} sk_list;

/* What a run of words says about the part of a letter it stands in. */
typedef enum sk_cue {
    SK_CUE_INVITE = 1 << 0,
    SK_CUE_EVENT = 1 << 1,
    SK_CUE_WHERE = 1 << 2,
    SK_CUE_COST = 1 << 3,
    SK_CUE_BRING = 1 << 4,
    SK_CUE_ANSWER = 1 << 5,
    SK_CUE_CONTACT = 1 << 6,
    SK_CUE_DEADLINE = 1 << 7,
    SK_CUE_WHOM = 1 << 8,
    SK_CUE_DURATION = 1 << 9,
    SK_CUE_REQUEST = 1 << 10,
    SK_CUE_PROBLEM = 1 << 11,
    SK_CUE_GOOD = 1 << 12,
    SK_CUE_EXCUSE = 1 << 13, /* greetings and closing lines */
    SK_CUE_WISH = 1 << 14,   /* a request in hiding */
    SK_CUE_SITE = 1 << 15    /* a noun that is a place after in, op, naar and the like */
} sk_cue;

/* Which rule of style a run of words breaks. */
typedef enum sk_style {
    SK_STYLE_IMPERSONAL,
    SK_STYLE_ASKED, /* impersonal where "worden" stands in the clause */
    SK_STYLE_REFERENCE,
    SK_STYLE_ER,
    SK_STYLE_TIME,
    SK_STYLE_SOON /* a time with a wording that can take its place */
} sk_style;

/* What the column "kind" of a list says. */
typedef enum sk_kind {
    SK_KIND_NONE,
    SK_KIND_REPLACE,
    SK_KIND_ADVISE,
    SK_KIND_AVOID,
    SK_KIND_ACCEPT,
    SK_KIND_TITLE,
    SK_KIND_WEEKDAY,
    SK_KIND_MONTH,
    SK_KIND_SCHOOL,
    SK_KIND_GENDERED,
    SK_KIND_STEREOTYPE,
    SK_KIND_NOUN /* replace, but the wording takes another article: `extra` has those of all wordings */
} sk_kind;

/*
 * A run of whole words to look for. It is found by its head: the hash of its first word, or of its
 * first two where a space parts them. Phrases are sorted by head, then longest first.
 */
typedef struct sk_phrase {
    uint32_t pattern; /* offsets in sk_phrase_text of NUL-terminated texts */
    uint32_t advice;  /* wordings (separated by " / "), explanation or advice; "" for none */
    uint32_t extra;   /* English explanation or the reason why; "" for none */
    uint32_t head;
    uint16_t third; /* of its third word, where spaces part all three: sk_third_mark(); else 0 */
    uint16_t group; /* forms of one term share it */
    uint8_t length; /* of the pattern in bytes */
    uint8_t list;
    uint8_t kind;
    uint8_t exact; /* capitals count */
    uint8_t more;  /* the next phrase has the same head */
} sk_phrase;

extern const char sk_phrase_text[];
extern const sk_phrase sk_phrases[];
extern const uint32_t sk_phrase_count;
extern const uint32_t sk_phrase_slots[];
extern const uint32_t sk_phrase_slot_mask;
/* How many term groups there are. */
extern const uint32_t sk_group_count;
/* How many things have more than one name. */
extern const uint32_t sk_name_count;

/* Other languages by tag, and the hashes of their frequent words: open addressing, an empty slot has no languages. */
enum { SK_LANGUAGES_MAX = 16 };
typedef struct sk_language_word {
    uint32_t hash;
    uint32_t languages; /* a bit for each language */
} sk_language_word;
extern const char sk_languages[SK_LANGUAGES_MAX][4];
extern const uint32_t sk_language_count;
extern const sk_language_word sk_language_words[];
extern const uint32_t sk_language_word_mask;

/* The model of difficulty: words/model.tsv. */
typedef enum sk_aspect {
    SK_ASPECT_SENTENCES,
    SK_ASPECT_WORDS,
    SK_ASPECT_PASSIVES,
    SK_ASPECT_OFFICIALESE,
    SK_ASPECT_READER,
    SK_ASPECT_CLAUSES,
    SK_ASPECT_STYLE,
    SK_ASPECTS /* of a feature: it tells of none */
} sk_aspect;
typedef struct sk_weight {
    char name[16];
    double weight;
    double usual; /* in texts written for A2 */
    uint8_t aspect;
} sk_weight;
enum { SK_LIMITS = 4, SK_DOUBTS = 4 };
extern const sk_weight sk_weights[];
extern const uint32_t sk_weight_count;
extern const double sk_limits[SK_LIMITS]; /* the sums up to which a text is A1, A2, B1, B2 */
extern const double
    sk_doubts[SK_DOUBTS]; /* of confidence: constant, length, distance to a limit, both together */

/* FNV-1a, one byte at a time, so that the key's hash falls out on the way to the whole form's. */
#define SK_HASH_START 2166136261u
#define SK_HASH_STEP(hash, byte) (((hash) ^ (uint32_t)(unsigned char)(byte)) * 16777619u)
/* The high bits of FNV are the better ones. */
#define SK_HASH_SLOT(hash, mask) (((hash) ^ ((hash) >> 15)) & (mask))

static inline uint32_t sk_hash(const char *text, size_t length)
{
    uint32_t hash = SK_HASH_START;
    for (size_t i = 0; i < length; i++)
        hash = SK_HASH_STEP(hash, text[i]);
    return hash;
}

/* Letters and digits: what a key, the part of a word that heads are made of, consists of. */
static inline int sk_is_key_byte(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c >= 0x80;
}

static inline uint32_t sk_pair_head(uint32_t first_key, uint32_t second_key)
{
    return (first_key * 0x9E3779B1u) ^ second_key;
}

/* The hash of the key at the start of a text in small letters, and how many bytes it has. */
static inline uint32_t sk_key_hash(const char *text, size_t *length)
{
    uint32_t hash = SK_HASH_START;
    for (*length = 0; sk_is_key_byte((unsigned char)text[*length]); (*length)++)
        hash = SK_HASH_STEP(hash, text[*length]);
    return hash;
}

/* What is kept of the key of a phrase's third word: enough to pass most phrases with the same head. */
static inline uint16_t sk_third_mark(uint32_t key)
{
    return (uint16_t)(key | 1);
}

/* How a pattern in small letters is found. */
typedef struct sk_pattern_start {
    uint32_t key, head;
    size_t key_length;
    uint16_t third;
    int pair; /* the head is of two words */
} sk_pattern_start;

static inline sk_pattern_start sk_start_of_pattern(const char *pattern)
{
    sk_pattern_start start = {0, 0, 0, 0, 0};
    size_t second, third;
    start.head = start.key = sk_key_hash(pattern, &start.key_length);
    pattern += start.key_length;
    start.pair = pattern[0] == ' ' && sk_is_key_byte((unsigned char)pattern[1]);
    if (!start.pair)
        return start;
    start.head = sk_pair_head(start.key, sk_key_hash(pattern + 1, &second));
    pattern += 1 + second;
    if (pattern[0] == ' ' && sk_is_key_byte((unsigned char)pattern[1]))
        start.third = sk_third_mark(sk_key_hash(pattern + 1, &third));
    return start;
}

/* The order of phrases: by head, the longest pattern first; 0 where both are alike. */
static inline int sk_compare_starts(uint32_t head, size_t length, uint32_t other_head, size_t other_length)
{
    if (head != other_head)
        return head < other_head ? -1 : 1;
    return length == other_length ? 0 : length > other_length ? -1 : 1;
}

#endif
