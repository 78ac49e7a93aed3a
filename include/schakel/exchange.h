/*
 * schakel/exchange.h - schools and results as JSON.
 *
 * The school document is described by the JSON Schema (2020-12) that is installed
 * as share/schakel/school.schema.json. Reading is strict: a wrong type, an unknown
 * member, a member that is there twice, an id that nothing has, a date that does
 * not exist is an error whose path is a JSON Pointer (RFC 6901) and whose message
 * says what was found and what is allowed. Nothing is half-loaded.
 *
 * Members whose name begins with "x-" belong to the host. They are allowed in the
 * document, the school and every record that has an `extra`, are kept there as the text of one JSON
 * object, and come back unchanged, in the same order, after the other members. A number
 * in them that would lose digits as a 64-bit float (over 2^53, or more than 17
 * significant digits) is refused rather than changed.
 *
 * Writing gives one fixed form: every member and item on a line of its own, indented by
 * two spaces, members in the order of the schema, defaults and empty lists left out, a
 * broader concept before a narrower one. Reading that and writing it again gives the
 * same bytes.
 *
 * While a record (or the list of concepts) is read, its tree is held in memory from malloc,
 * whatever the allocator; it is gone before the next one is read.
 */
#ifndef SCHAKEL_EXCHANGE_H
#define SCHAKEL_EXCHANGE_H

#include "expertise.h"
#include "insight.h"
#include "match.h"
#include "outreach.h"
#include "rounds.h"
#include "talks.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The longest document that is read, in bytes; a longer one gives SCHAKEL_TOO_LARGE. */
#define SCHAKEL_DOCUMENT_MAX ((size_t)1024 * 1024 * 1024)
/** How deep arrays and objects may be nested; deeper gives SCHAKEL_TOO_LARGE, as does a number of over 63 characters. */
#define SCHAKEL_NESTING_MAX 64

/**
 * Read a school document.
 * @param json UTF-8 text of `length` bytes, without a byte order mark; need not end in NUL.
 * @param allocator where the school's memory comes from; NULL for malloc and free.
 * @param out where to put the school; the caller ends it with schakel_school_destroy().
 * @return SCHAKEL_OK; SCHAKEL_SYNTAX, SCHAKEL_INVALID, SCHAKEL_DUPLICATE, SCHAKEL_NOT_FOUND or
 * SCHAKEL_TOO_LARGE (path, line, column and offset are set); SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 * *out is NULL on failure.
 */
SCHAKEL_API schakel_status schakel_school_from_json(const char *json, size_t length,
                                                    const schakel_allocator *allocator, schakel_school **out,
                                                    schakel_error *error);

/** What is wrong with a school document; immutable. */
typedef struct schakel_problems schakel_problems;

/**
 * Find all that is wrong with a school document, where schakel_school_from_json() stops at the first: of each record the
 * first thing, and what is wrong with the members at the top. Nothing is told of a record that refers to one that is wrong
 * itself or, while a wrong one has no id, to any that is not there: mend the others first. When the text is no JSON there is
 * only the place where that shows.
 * @param json,length,allocator as for schakel_school_from_json().
 * @param out the caller ends it with schakel_problems_destroy(). It keeps no pointer into the text.
 * @return SCHAKEL_OK, also when there are problems; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE. *out is NULL on failure.
 */
SCHAKEL_API schakel_status schakel_document_check(const char *json, size_t length, const schakel_allocator *allocator,
                                                  schakel_problems **out, schakel_error *error);

/** How many problems there are; 0 when the document is fine, and for NULL. */
SCHAKEL_API size_t schakel_problems_count(const schakel_problems *problems);

/**
 * The problem at an index, in the order of their places in the text, as schakel_school_from_json() would tell it.
 * @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index.
 */
SCHAKEL_API schakel_status schakel_problems_get(const schakel_problems *problems, size_t index, schakel_error *out);

/** End them. @param problems NULL is ignored. */
SCHAKEL_API void schakel_problems_destroy(schakel_problems *problems);

/**
 * Write a school as a document that ends in a newline.
 * @param out where to put the text, NUL-terminated; give it back with schakel_buffer_free().
 * @param length where to put its length in bytes without the NUL; may be NULL.
 * @return SCHAKEL_OK; SCHAKEL_INVALID when an `extra` is no JSON object of "x-" members, or the
 * school has no info (the path names the record); SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE. *out is NULL
 * on failure.
 */
SCHAKEL_API schakel_status schakel_school_to_json(const schakel_school *school, char **out, size_t *length,
                                                  schakel_error *error);

/**
 * Read a school document from a file.
 * @param path the file's name.
 * @return as schakel_school_from_json(), and SCHAKEL_IO (the message has the system's reason; the path
 * is the file's name).
 */
SCHAKEL_API schakel_status schakel_school_load(const char *path, const schakel_allocator *allocator,
                                               schakel_school **out, schakel_error *error);

/**
 * Write a school to a file, whole or not at all: to a new file beside it, which is
 * synced and then renamed over it. A file that is there keeps its mode; a symbolic link
 * to it keeps pointing to it.
 * @return as schakel_school_to_json(), and SCHAKEL_IO; then the old file is as it was.
 */
SCHAKEL_API schakel_status schakel_school_save(const schakel_school *school, const char *path, schakel_error *error);

/** Documents one a line (newline-delimited JSON), read one at a time. */
typedef struct schakel_stream schakel_stream;

/**
 * Hands out bytes.
 * @param context what the stream was opened with. @param buffer room for `size` bytes.
 * @param read where to put how many were put there; 0 means the end.
 * @return 1, or 0 when reading failed.
 */
typedef int (*schakel_read_function)(void *context, char *buffer, size_t size, size_t *read);

/**
 * Read documents one a line. Memory grows with the longest line, not with the number of lines.
 * @param read,context where bytes come from; after it failed the stream gives SCHAKEL_IO for ever.
 * @param allocator as above, also for the schools.
 * @param out the caller ends it with schakel_stream_close().
 * @return SCHAKEL_OK, SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_stream_open(schakel_read_function read, void *context,
                                               const schakel_allocator *allocator, schakel_stream **out,
                                               schakel_error *error);

/**
 * The next school. Empty lines are skipped. After a line that is wrong the next call goes on with
 * the line after it.
 * @param out the caller ends it with schakel_school_destroy(); NULL with SCHAKEL_OK at the end.
 * @return as schakel_school_from_json(), with the error's line and offset counted in the stream;
 * SCHAKEL_IO when reading failed.
 */
SCHAKEL_API schakel_status schakel_stream_next(schakel_stream *stream, schakel_school **out, schakel_error *error);

/** End a stream; schools it gave live on. @param stream NULL is ignored. */
SCHAKEL_API void schakel_stream_close(schakel_stream *stream);

/**
 * Write a text report as one line of JSON, without a newline at the end: file, difficulty, level,
 * confidence, meets_target, metrics, findings, language, reasons. Numbers are rounded to four decimals.
 * @param file the name to give the text; NULL for null.
 * @param language of the messages.
 * @return SCHAKEL_OK, SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_report_to_json(const schakel_report *report, const char *file,
                                                  schakel_language language, char **out, size_t *length,
                                                  schakel_error *error);

/**
 * Write a matching as JSON: asks, open, dropped, proof ("value" and "bound" are [high, low] pairs).
 * Indented, ends in a newline.
 * @param language of the reasons.
 * @return SCHAKEL_OK, SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_matching_to_json(const schakel_matching *matching, schakel_language language,
                                                    char **out, size_t *length, schakel_error *error);

/**
 * Read the asks of a matching that was written as JSON, to give them to schakel_match() as the plan as it was:
 * need, place and adult of each of its "asks". Other members, of the asks and beside them, are ignored, so that
 * what a later version adds does no harm. Whether a school has the ids is not asked here.
 * @param json,length,allocator as for schakel_school_from_json().
 * @param out where to put the plan; give it back with schakel_planned_free(). It keeps no pointer into the text.
 * @param count where to put how many asks it has; may be 0.
 * @return as schakel_school_from_json(), without SCHAKEL_NOT_FOUND; an error's path is for instance
 * "/asks/3/adult". *out is NULL and *count 0 on failure.
 */
SCHAKEL_API schakel_status schakel_planned_from_json(const char *json, size_t length,
                                                     const schakel_allocator *allocator, schakel_planned **out,
                                                     size_t *count, schakel_error *error);

/** Give back a plan that was read, with the ids in it. @param planned NULL is ignored. */
SCHAKEL_API void schakel_planned_free(schakel_planned *planned);

/**
 * Write a calendar as JSON: today, asks, thanks. Indented, ends in a newline.
 * @param language of the messages.
 * @return SCHAKEL_OK, SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_calendar_to_json(const schakel_calendar *calendar, schakel_language language,
                                                    char **out, size_t *length, schakel_error *error);

/**
 * Write a reach as JSON: from, until, min_cell, rule (the rule for hiding, in words), rows. A hidden
 * count is null. Indented, ends in a newline.
 * @return SCHAKEL_OK, SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_reach_to_json(const schakel_reach *reach, schakel_language language, char **out,
                                                 size_t *length, schakel_error *error);

/**
 * Write a load as JSON: from, until, min_cell, rule (the rule for hiding, in words), has_plan, totals (over
 * adults and over offerers, recorded and with_plan), bins, rows. What is hidden is null. Indented, ends in
 * a newline.
 * @return SCHAKEL_OK, SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_load_to_json(const schakel_load *load, schakel_language language, char **out,
                                                size_t *length, schakel_error *error);

/*
 * The results of schakel/talks.h and of schakel_composition_make(), indented, ending in a newline. Words are
 * those of the school document. They return SCHAKEL_OK, SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE.
 */

/** Write a cycle as JSON: rows. */
SCHAKEL_API schakel_status schakel_cycle_to_json(const schakel_cycle *cycle, char **out, size_t *length,
                                                 schakel_error *error);

/** Write an agenda as JSON: items. @param language of the texts. */
SCHAKEL_API schakel_status schakel_agenda_to_json(const schakel_agenda *agenda, schakel_language language,
                                                  char **out, size_t *length, schakel_error *error);

/** Write the file of a case as JSON: lines. */
SCHAKEL_API schakel_status schakel_case_file_to_json(const schakel_case_file *file, char **out, size_t *length,
                                                     schakel_error *error);

/** Write a grouping as JSON: groups, left_out, proof. */
SCHAKEL_API schakel_status schakel_grouping_to_json(const schakel_grouping *grouping, char **out, size_t *length,
                                                    schakel_error *error);

/** Write a composition as JSON: members, rows. What is hidden is null. */
SCHAKEL_API schakel_status schakel_composition_to_json(const schakel_composition *composition, char **out,
                                                       size_t *length, schakel_error *error);

/*
 * The results of schakel/outreach.h, and of an engagement, a survey and a balance, likewise; with a language the sentences
 * are in it. What is hidden is null.
 */

/** Write readers as JSON: level, readers (with reach: how to reach them). */
SCHAKEL_API schakel_status schakel_readers_to_json(const schakel_readers *readers, schakel_language language,
                                                   char **out, size_t *length, schakel_error *error);
/** Write a bridge as JSON: needed, bridge, language, date, start, minutes, text, ways, preparations. */
SCHAKEL_API schakel_status schakel_bridge_plan_to_json(const schakel_bridge_plan *plan, schakel_language language,
                                                       char **out, size_t *length, schakel_error *error);
/** Write buddies as JSON: pairs. */
SCHAKEL_API schakel_status schakel_buddies_to_json(const schakel_buddies *buddies, schakel_language language,
                                                   char **out, size_t *length, schakel_error *error);
/** Write a timing as JSON: people, moments (with shut_out). */
SCHAKEL_API schakel_status schakel_timing_to_json(const schakel_timing *timing, char **out, size_t *length,
                                                  schakel_error *error);
/** Write a spread as JSON: each, moments, missed, proof. */
SCHAKEL_API schakel_status schakel_spread_to_json(const schakel_spread *spread, char **out, size_t *length,
                                                  schakel_error *error);
/** Write an invitation as JSON: activity, slot, invite_by, level, families, families_can_come, cannot_read, advice, invitees (with reach: how to reach them). */
SCHAKEL_API schakel_status schakel_invitation_to_json(const schakel_invitation *invitation, schakel_language language,
                                                      char **out, size_t *length, schakel_error *error);
/**
 * Write an engagement as JSON: school, from, until, min_cell, rule (the rule for hiding, in words), ways, rows, asks.
 * @param reach the asks of the same school, as schakel_reach_to_json() writes them; NULL for none, which is null.
 */
SCHAKEL_API schakel_status schakel_engagement_to_json(const schakel_engagement *engagement,
                                                      const schakel_reach *reach, schakel_language language,
                                                      char **out, size_t *length, schakel_error *error);
/** Write the result of a survey as JSON: survey, title, anonymous, responses, min_cell, rule, comparisons, questions, rows. */
SCHAKEL_API schakel_status schakel_survey_result_to_json(const schakel_survey_result *result,
                                                         schakel_language language, char **out, size_t *length,
                                                         schakel_error *error);
/** Write a balance as JSON: adults, expectations. Who wants no maximum has null for `wants`. */
SCHAKEL_API schakel_status schakel_balance_to_json(const schakel_balance *balance, schakel_language language,
                                                   char **out, size_t *length, schakel_error *error);

/** At most how many other moments of a talk are written. */
#define SCHAKEL_MOMENTS_WRITTEN 12

/**
 * Write a timetable as JSON: round, talks (each with other_moments), summary. Of the other moments that a talk could have
 * SCHAKEL_MOMENTS_WRITTEN are written, spread over all there are. What there is not is null.
 * @param language of the texts.
 */
SCHAKEL_API schakel_status schakel_timetable_to_json(const schakel_timetable *timetable, schakel_language language,
                                                     char **out, size_t *length, schakel_error *error);

/**
 * Write what a text says (schakel/expertise.h) as JSON: concepts, languages. Indented, ends in a newline.
 * @return SCHAKEL_OK, SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_understanding_to_json(const schakel_understanding *understanding, char **out,
                                                         size_t *length, schakel_error *error);

#ifdef __cplusplus
}
#endif

#endif
