/*
 * schakel/text.h - is a text plain Dutch, and what to change.
 *
 * It needs no school. Texts go in as UTF-8, plain or light Markdown; places come
 * out as byte ranges of that same text.
 *
 * A checker never changes after it is made: any number of threads may use one at
 * the same time. So may a finished report. Only the thread that ends one must be
 * the last to use it. Reports may be ended after their checker.
 */
#ifndef SCHAKEL_TEXT_H
#define SCHAKEL_TEXT_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What checks texts: lexicon, rules and segmentation. */
typedef struct schakel_checker schakel_checker;
/** What a checker found in one text. */
typedef struct schakel_report schakel_report;

/** The longest text that is checked, in bytes; a longer one gives SCHAKEL_TOO_LARGE. */
#define SCHAKEL_TEXT_MAX ((size_t)256 * 1024 * 1024)

/**
 * Make a checker. Made once and kept: checking needs no further set-up.
 * @param allocator where its memory and that of its reports comes from; NULL for malloc and free. Texts
 * with words in other scripts than Latin also take memory from ICU while they are checked.
 * @param out where to put it; the caller ends it with schakel_checker_destroy().
 * @return SCHAKEL_OK, SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE; *out is NULL on failure.
 */
SCHAKEL_API schakel_status schakel_checker_create(const schakel_allocator *allocator, schakel_checker **out,
                                                  schakel_error *error);

/** End a checker. Its reports live on. @param checker NULL is ignored. */
SCHAKEL_API void schakel_checker_destroy(schakel_checker *checker);

/** The rules. Values are pinned; new rules come at the end. */
typedef enum schakel_rule {
    SCHAKEL_RULE_LONG_SENTENCE = 0,
    SCHAKEL_RULE_HARD_WORD = 1,
    SCHAKEL_RULE_FORMAL_WORDING = 2, /**< officialese that has a plainer wording */
    SCHAKEL_RULE_SCHOOL_TERM = 3,
    SCHAKEL_RULE_ABBREVIATION = 4,
    SCHAKEL_RULE_PASSIVE = 5,
    SCHAKEL_RULE_PINCER = 6,              /**< verb parts far apart (tangconstructie) */
    SCHAKEL_RULE_SUBORDINATE_CLAUSES = 7, /**< subordinate clauses piled up */
    SCHAKEL_RULE_NOMINAL_STYLE = 8,
    SCHAKEL_RULE_GENDERED_WORDING = 9,
    SCHAKEL_RULE_DOUBLE_NEGATION = 10,
    SCHAKEL_RULE_UNCLEAR_TIME = 11, /**< a time or date that can be read in two ways */
    SCHAKEL_RULE_LONG_TEXT = 12,
    SCHAKEL_RULE_GUILT = 13,          /**< wording of guilt or obligation */
    SCHAKEL_RULE_FLIGHT_HISTORY = 14, /**< asks for the story of a flight */
    SCHAKEL_RULE_LONG_PARAGRAPH = 15,
    SCHAKEL_RULE_PREPOSITION_CHAIN = 16,
    SCHAKEL_RULE_IMPERSONAL = 17,        /**< "men", "er wordt", "het is de bedoeling dat" */
    SCHAKEL_RULE_UNCLEAR_REFERENCE = 18, /**< "deze", "dit" with nothing to refer to */
    SCHAKEL_RULE_ER_CONSTRUCTION = 19,   /**< "er is sprake van", "er zijn ouders die" */
    SCHAKEL_RULE_SPLIT_VERB = 20,        /**< the parts of a separable verb far apart */
    SCHAKEL_RULE_MAKE_LIST = 21,         /**< an enumeration that should be a list */
    SCHAKEL_RULE_ONE_NAME = 22,          /**< two names for one thing */
    SCHAKEL_RULE_NUMBER_WORDS = 23,      /**< a number in letters */
    SCHAKEL_RULE_FIGURE_OF_SPEECH = 24,
    SCHAKEL_RULE_READING_TASK = 25, /**< a task for at home that takes reading or writing */
    SCHAKEL_RULE_INCOMPLETE_INVITATION = 26,
    SCHAKEL_RULE_NO_CLEAR_REQUEST =
        27, /**< what the reader must do is not said first, as a request, with its date */
    SCHAKEL_RULE_ONLY_PROBLEMS = 28,  /**< tells only what goes wrong with a child */
    SCHAKEL_RULE_LAYOUT = 29,         /**< no title or headings, capitals for emphasis */
    SCHAKEL_RULE_OTHER_LANGUAGE = 30, /**< not Dutch: not judged */
    SCHAKEL_RULE_UNKNOWN_WORD = 31    /**< a long word that is in no list */
} schakel_rule;

/**
 * The name of a rule as programs see it, for example "long-sentence".
 * @return a constant string; NULL for a value that is no rule.
 */
SCHAKEL_API const char *schakel_rule_name(schakel_rule rule);

/*
 * A house style: what a school adds to the lists, and which rules it wants. It is made and filled
 * by one thread; a checker copies it, so it may be changed or ended afterwards.
 *
 * Wordings are one word or several, matched as whole words and without regard to case unless they
 * hold a capital. Every form is added by itself. What is added last wins over what was added
 * before; of the school's wordings and the library's own the longest at a place speaks, at equal
 * length the school's.
 */
typedef struct schakel_house_style schakel_house_style;

/** The most entries of a house style; one more gives SCHAKEL_TOO_LARGE. */
#define SCHAKEL_HOUSE_STYLE_MAX ((size_t)10000)

/**
 * Make an empty house style.
 * @param allocator NULL for malloc and free. @param out ended with schakel_house_style_destroy().
 * @return SCHAKEL_OK, SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE; *out is NULL on failure.
 */
SCHAKEL_API schakel_status schakel_house_style_create(const schakel_allocator *allocator,
                                                      schakel_house_style **out, schakel_error *error);

/** End a house style. Checkers made with it live on. @param style NULL is ignored. */
SCHAKEL_API void schakel_house_style_destroy(schakel_house_style *style);

/**
 * Give a word or run of words a level. At or below the target of a check it is left alone: no
 * other list speaks about it, which is how a school allows a word that all its parents know.
 * @param word NUL-terminated UTF-8, at most 250 bytes, begins with a letter or digit.
 * @param level A1 to C1.
 * @return SCHAKEL_OK; SCHAKEL_INVALID for a word or level that is none; SCHAKEL_SYNTAX for text
 * that is not UTF-8; SCHAKEL_TOO_LARGE; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE. On failure the style is
 * as it was.
 */
SCHAKEL_API schakel_status schakel_house_style_add_word(schakel_house_style *style, const char *word,
                                                        schakel_level level, schakel_error *error);

/**
 * Add a wording with the plainer one that takes its place unchanged ("formal-wording").
 * @param hard as word above. @param plain NUL-terminated UTF-8 of at most 250 bytes; alternatives
 * are parted by " / ", the best first; "" advises to leave it out.
 * @return as schakel_house_style_add_word().
 */
SCHAKEL_API schakel_status schakel_house_style_add_replacement(schakel_house_style *style, const char *hard,
                                                               const char *plain, schakel_error *error);

/**
 * Add a term with its explanation ("school-term").
 * @param term as word above. @param explanation Dutch, NUL-terminated UTF-8, 1 to 500 bytes.
 * @param explanation_en the same in English; NULL or "" to show the Dutch one.
 * @return as schakel_house_style_add_word().
 */
SCHAKEL_API schakel_status schakel_house_style_add_term(schakel_house_style *style, const char *term,
                                                        const char *explanation, const char *explanation_en,
                                                        schakel_error *error);

/**
 * Let a rule speak or be silent. Difficulty, level and metrics stay as they are.
 * @param on 0 for silent. All rules speak until told otherwise.
 * @return SCHAKEL_OK; SCHAKEL_INVALID for a value that is no rule; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_house_style_set_rule(schakel_house_style *style, schakel_rule rule, int on,
                                                        schakel_error *error);

/**
 * Read lines of a house style; columns are parted by tabs:
 *
 *     word<TAB>kanjertraining<TAB>A2
 *     replace<TAB>kernteam<TAB>de leraren
 *     term<TAB>kanjerles<TAB>Uw kind leert goed omgaan met anderen.<TAB>Your child learns ...
 *     rule<TAB>guilt<TAB>off
 *
 * Empty lines and lines that begin with # are passed; the English explanation may be left out.
 * @param text UTF-8, `length` bytes; NULL only with length 0.
 * @return as the calls above; SCHAKEL_SYNTAX for a line that is none of these or text that is not
 * UTF-8. The error has line and column. On failure the style is as it was.
 */
SCHAKEL_API schakel_status schakel_house_style_read(schakel_house_style *style, const char *text,
                                                    size_t length, schakel_error *error);

/**
 * Make a checker with a house style.
 * @param allocator as in schakel_checker_create(). @param style NULL for none.
 * @return SCHAKEL_OK, SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE; *out is NULL on failure.
 */
SCHAKEL_API schakel_status schakel_checker_create_with(const schakel_allocator *allocator,
                                                       const schakel_house_style *style,
                                                       schakel_checker **out, schakel_error *error);

/** How a text is checked. */
typedef struct schakel_check_options {
    size_t struct_size;
    schakel_level target; /**< the level the text should be readable at, A1 to C1; default A2 */
} schakel_check_options;

#define SCHAKEL_CHECK_OPTIONS_INIT                                                                           \
    {                                                                                                        \
        sizeof(schakel_check_options), SCHAKEL_LEVEL_A2                                                      \
    }

/**
 * Check a text. Time grows with the text; memory with its longest paragraph, list item or table row and
 * with what is found. A line that is one isolate of Unicode (U+2066 to U+2069) right below a line in Dutch
 * and is not in Dutch itself says that line once more: it is passed without a finding.
 * @param checker not NULL. @param text UTF-8, `length` bytes, need not end in NUL; NULL only with length 0.
 * @param options NULL for the defaults.
 * @param out where to put the report; the caller ends it with schakel_report_destroy(). It keeps no
 * pointer into the text.
 * @return SCHAKEL_OK; SCHAKEL_SYNTAX when the text is not UTF-8 (the error has line, column and
 * offset); SCHAKEL_INVALID for a target that is no level of a text; SCHAKEL_TOO_LARGE;
 * SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_check(const schakel_checker *checker, const char *text, size_t length,
                                         const schakel_check_options *options, schakel_report **out,
                                         schakel_error *error);

/** End a report and all that it lent. @param report NULL is ignored. */
SCHAKEL_API void schakel_report_destroy(schakel_report *report);

/** What a text adds up to. */
typedef struct schakel_verdict {
    size_t struct_size;
    double difficulty; /**< 0 to 100, higher is harder */
    schakel_level
        level; /**< A1 to C1: the lowest level that can read it; SCHAKEL_LEVEL_UNKNOWN for a text without words */
    double confidence;    /**< 0 to 1: how sure the level is; low for a short text */
    schakel_level target; /**< what was asked for */
    int32_t
        meets_target; /**< 1 when level is at or below target and no finding is an error; a text without words does */
    /**
     * BCP 47 tag of the language that most of it is in: "nl", or else "en", "de", ...; "und" for one
     * that is not known. What is not in Dutch is not judged: level, difficulty and confidence are
     * those of a text without words, and it does not meet the target. A constant string.
     */
    const char *language;
} schakel_verdict;

#define SCHAKEL_VERDICT_INIT                                                                                 \
    {                                                                                                        \
        sizeof(schakel_verdict), 0, SCHAKEL_LEVEL_UNKNOWN, 0, SCHAKEL_LEVEL_A2, 0, "nl"                      \
    }

/** The verdict of a report. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_report_get_verdict(const schakel_report *report, schakel_verdict *out);

/**
 * Why a text is as hard as it is: one aspect in which it is harder than texts for A2 usually are, by the
 * points and by what was counted. Not all of a text's difficulty is of an aspect. Strings are constant.
 */
typedef struct schakel_reason {
    size_t struct_size;
    const char *name; /**< "sentences", "words", "passives", "officialese", "reader", "clauses" or "style" */
    double points;    /**< by how much difficulty would fall if this were as in a usual text for A2 */
    const char *text_nl; /**< one sentence, in Dutch */
    const char *text_en; /**< the same in English */
} schakel_reason;

#define SCHAKEL_REASON_INIT                                                                                  \
    {                                                                                                        \
        sizeof(schakel_reason), NULL, 0, NULL, NULL                                                          \
    }

/**
 * How many reasons a report has, the heaviest first; 0 for a text at A2 or below, for one in which no aspect
 * stands out, and for NULL.
 */
SCHAKEL_API size_t schakel_report_reason_count(const schakel_report *report);

/** The reason at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_report_get_reason(const schakel_report *report, size_t index,
                                                     schakel_reason *out);

/** What was counted. Ratios of a text without words are 0. */
typedef struct schakel_metrics {
    size_t struct_size;
    size_t bytes;
    size_t words;     /**< tokens with a letter or digit */
    size_t sentences; /**< headings and list items count as sentences of their own */
    size_t paragraphs;
    size_t syllables;
    size_t letters;          /**< letters and digits in words */
    size_t longest_sentence; /**< in words */
    double words_per_sentence;
    double syllables_per_word;
    double letters_per_word;
    double hard_word_share;    /**< 0 to 1: words whose level is above the target */
    double unknown_word_share; /**< 0 to 1: words that are neither in the lexicon nor names nor numbers */
    double passive_share;      /**< 0 to 1: sentences with a passive */
    double subordinate_share;  /**< 0 to 1: sentences with a subordinate clause */
    /** Douma 1960: 206.84 - 77 syllables/word - 0.93 words/sentence; higher is easier */
    double flesch_douma;
    /** Brouwer 1963: 195 - 2 words/sentence - (2/3) syllables per 100 words; higher is easier */
    double leesindex_a;
} schakel_metrics;

#define SCHAKEL_METRICS_INIT                                                                                 \
    {                                                                                                        \
        sizeof(schakel_metrics), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0                              \
    }

/** The metrics of a report. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_report_get_metrics(const schakel_report *report, schakel_metrics *out);

/** How much a finding matters. */
typedef enum schakel_severity {
    SCHAKEL_SEVERITY_HINT = 0,    /**< could be better */
    SCHAKEL_SEVERITY_WARNING = 1, /**< makes the text harder than the target */
    SCHAKEL_SEVERITY_ERROR = 2    /**< must not go out like this */
} schakel_severity;

/** One place in the text that can be plainer, and how. Strings are lent by the report. */
typedef struct schakel_finding {
    size_t struct_size;
    schakel_rule rule;
    schakel_severity severity;
    size_t start;            /**< byte offset of the first byte */
    size_t end;              /**< byte offset after the last byte */
    size_t line;             /**< line of start, from 1; lines end at LF, CR LF or CR */
    size_t column;           /**< byte column of start, from 1 */
    const char *message_nl;  /**< one sentence or two that say what to do, in Dutch */
    const char *message_en;  /**< the same in English */
    size_t suggestion_count; /**< wordings that can stand in place of start..end as they are */
} schakel_finding;

#define SCHAKEL_FINDING_INIT                                                                                 \
    {                                                                                                        \
        sizeof(schakel_finding), SCHAKEL_RULE_LONG_SENTENCE, SCHAKEL_SEVERITY_HINT, 0, 0, 0, 0, NULL, NULL,  \
            0                                                                                                \
    }

/** How many findings a report has, in the order of their start; 0 for NULL. */
SCHAKEL_API size_t schakel_report_finding_count(const schakel_report *report);

/** The finding at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_report_get_finding(const schakel_report *report, size_t index,
                                                      schakel_finding *out);

/**
 * A suggestion of a finding, best first.
 * @return lent by the report; NULL for a report that is NULL or an index that is too high.
 */
SCHAKEL_API const char *schakel_report_get_suggestion(const schakel_report *report, size_t finding_index,
                                                      size_t suggestion_index);

/**
 * How many syllables a Dutch word has. Any thread may ask.
 * @param word UTF-8, `length` bytes.
 * @return at least 1 for a word with a letter; 0 for none, for NULL or for text that is not UTF-8.
 */
SCHAKEL_API size_t schakel_syllables(const char *word, size_t length);

/**
 * The level at which a learner of Dutch meets a word, inflected forms and
 * compounds of known words included.
 * @param checker of any kind: the level is the library's own, also with a house style.
 * @param word UTF-8, `length` bytes, one word.
 * @return the level, or SCHAKEL_LEVEL_UNKNOWN for a word that is not in the lexicon, for more than one word
 * and for NULL.
 */
SCHAKEL_API schakel_level schakel_word_level(const schakel_checker *checker, const char *word, size_t length);

#ifdef __cplusplus
}
#endif

#endif
