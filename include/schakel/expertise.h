/*
 * schakel/expertise.h - from what people write about themselves to concepts.
 *
 * "Schakel mij in voor: ik ben verpleegkundige en kan iets vertellen over het ziekenhuis, ook in
 * het Tigrinya" becomes concepts (schakel/school.h), each with a score and the words that led to
 * it, and the languages that are named. What is turned down ("liever niet rijden", "geen
 * feestjes") is told apart, and no word of it adds to what is offered: "ik spreek Turks en ik kan
 * niet koken" is no Turkish food. A person decides what becomes an offer: show the result, don't
 * store it unseen.
 *
 * Texts are Dutch or English, in any inflection; a compound is understood by its parts, a long word
 * with one slip of the keyboard by what it was meant to be. Nothing is learnt from texts and
 * nothing of them is kept but the places.
 *
 * An expertise never changes after it is made: any number of threads may use one at the same
 * time. So may a finished understanding. Only the thread that ends one must be the last to use it.
 */
#ifndef SCHAKEL_EXPERTISE_H
#define SCHAKEL_EXPERTISE_H

#include "school.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What texts are understood with: the built-in concepts and those of a school, by their words. */
typedef struct schakel_expertise schakel_expertise;
/** What one text says. */
typedef struct schakel_understanding schakel_understanding;

/** The longest text, in bytes; a longer one gives SCHAKEL_TOO_LARGE. */
#define SCHAKEL_UNDERSTAND_MAX ((size_t)16 * 1024 * 1024)

/**
 * Make an expertise. That takes some hundredths of a second, so make it once and keep it for many texts.
 * @param school whose own concepts count too, with their labels and wordings; it is copied from, and
 * may change or end afterwards. NULL for the built-in concepts alone.
 * @param allocator where its memory and that of its understandings comes from; NULL for the school's,
 * or malloc and free without one.
 * @param out where to put it; the caller ends it with schakel_expertise_destroy().
 * @return SCHAKEL_OK, SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE; *out is NULL on failure.
 */
SCHAKEL_API schakel_status schakel_expertise_create(const schakel_school *school,
                                                    const schakel_allocator *allocator,
                                                    schakel_expertise **out, schakel_error *error);

/** End an expertise. Its understandings live on. @param expertise NULL is ignored. */
SCHAKEL_API void schakel_expertise_destroy(schakel_expertise *expertise);

/** What to tell. */
typedef struct schakel_understand_options {
    size_t struct_size;
    int32_t max_concepts; /**< the most concepts that are offered, and the most that are turned down; 1 to 1000, default 10 */
    int32_t min_score;    /**< concepts below it are left out; 0 to 1000, default 150 */
} schakel_understand_options;

#define SCHAKEL_UNDERSTAND_OPTIONS_INIT {sizeof(schakel_understand_options), 10, 150}

/**
 * Understand a text. Time grows with the length of the text; memory with its longest paragraph.
 * @param expertise not NULL. @param text UTF-8, `length` bytes, need not end in NUL; NULL only with length 0.
 * @param options NULL for the defaults.
 * @param out where to put what it says; the caller ends it with schakel_understanding_destroy(). It keeps
 * no pointer into the text or the expertise.
 * @return SCHAKEL_OK; SCHAKEL_SYNTAX when the text is not UTF-8 (the error has line, column and offset);
 * SCHAKEL_INVALID for an option out of range; SCHAKEL_TOO_LARGE; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_expertise_understand(const schakel_expertise *expertise, const char *text,
                                                        size_t length,
                                                        const schakel_understand_options *options,
                                                        schakel_understanding **out, schakel_error *error);

/**
 * Understand one text: make an expertise, use it and end it.
 * @param school as in schakel_expertise_create(). The rest as in schakel_expertise_understand().
 * @return as schakel_expertise_understand().
 */
SCHAKEL_API schakel_status schakel_understand(const schakel_school *school, const char *text, size_t length,
                                              const schakel_understand_options *options,
                                              schakel_understanding **out, schakel_error *error);

/** End an understanding and all that it lent. @param understanding NULL is ignored. */
SCHAKEL_API void schakel_understanding_destroy(schakel_understanding *understanding);

/** A concept that a text speaks of. Strings are lent by the understanding. */
typedef struct schakel_found_concept {
    size_t struct_size;
    const char *concept_id; /**< of the school, or built in ("schakel:nurse") */
    const char *label_nl;   /**< may be NULL for a concept of the school */
    const char *label_en;   /**< likewise */
    int32_t score;          /**< 1 to 1000: how well the words tell; not a probability */
    int32_t excluded;       /**< 1 when the text turns it down */
    size_t evidence_count;  /**< at least 1 */
} schakel_found_concept;

#define SCHAKEL_FOUND_CONCEPT_INIT {sizeof(schakel_found_concept), NULL, NULL, NULL, 0, 0, 0}

/** How many concepts were found: first what is offered, then what is turned down, each by score. 0 for NULL. */
SCHAKEL_API size_t schakel_understanding_concept_count(const schakel_understanding *understanding);

/** The concept at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_understanding_get_concept(const schakel_understanding *understanding,
                                                             size_t index, schakel_found_concept *out);

/** The words that led to a concept. Strings are lent by the understanding. */
typedef struct schakel_found_evidence {
    size_t struct_size;
    size_t start;        /**< byte offset of the first word */
    size_t end;          /**< byte offset after the last; other words may stand between */
    const char *wording; /**< the label or wording of the concept that they match */
    int32_t score;       /**< 1 to 1000: what they say by themselves */
} schakel_found_evidence;

#define SCHAKEL_FOUND_EVIDENCE_INIT {sizeof(schakel_found_evidence), 0, 0, NULL, 0}

/**
 * The evidence at an index, the strongest first.
 * @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index.
 */
SCHAKEL_API schakel_status schakel_understanding_get_evidence(const schakel_understanding *understanding,
                                                              size_t concept_index, size_t evidence_index,
                                                              schakel_found_evidence *out);

/** A language that a text names as one that somebody knows, or that part of it is written in. Strings are constant. */
typedef struct schakel_found_language {
    size_t struct_size;
    const char *tag; /**< BCP 47 */
    size_t start;    /**< byte range of its name, where it stands first, or of a passage that is written in it */
    size_t end;
    int32_t excluded; /**< 1 when the text says that it is not known or not wanted */
} schakel_found_language;

#define SCHAKEL_FOUND_LANGUAGE_INIT {sizeof(schakel_found_language), NULL, 0, 0, 0}

/** How many languages are named, each once, in the order of the text; 0 for NULL. */
SCHAKEL_API size_t schakel_understanding_language_count(const schakel_understanding *understanding);

/** The language at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_understanding_get_language(const schakel_understanding *understanding,
                                                              size_t index, schakel_found_language *out);

#ifdef __cplusplus
}
#endif

#endif
