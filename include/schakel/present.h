/*
 * schakel/present.h - results as people read them: text for a terminal and
 * self-contained HTML pages.
 */
#ifndef SCHAKEL_PRESENT_H
#define SCHAKEL_PRESENT_H

#include "insight.h"
#include "match.h"
#include "outreach.h"
#include "rounds.h"
#include "talks.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a result is shown as. */
typedef enum schakel_format {
    SCHAKEL_FORMAT_TEXT = 0, /**< for a terminal or a log */
    SCHAKEL_FORMAT_HTML = 1  /**< one page with everything in it, no scripts, nothing fetched */
} schakel_format;

/** How to show a result. */
typedef struct schakel_present_options {
    size_t struct_size;
    schakel_format format;     /**< default text */
    schakel_language language; /**< default Dutch */
    int32_t colour;            /**< 1 for ANSI colours in text; default 0 */
    const char *title;         /**< what is shown, a file's name for instance; may be NULL */
    size_t first_line;         /**< the number of a text's first line, when it is part of something longer; default 1 */
} schakel_present_options;

#define SCHAKEL_PRESENT_OPTIONS_INIT \
    {sizeof(schakel_present_options), SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH, 0, NULL, 1}

/**
 * What a kind of activity is called in a text: "startgesprek", "parents' evening".
 * @param language SCHAKEL_DUTCH for any other value than SCHAKEL_ENGLISH.
 * @return a constant string, never NULL; that of SCHAKEL_ACTIVITY_OTHER for any other value.
 */
SCHAKEL_API const char *schakel_activity_kind_name(schakel_activity_kind kind, schakel_language language);

/**
 * Show a text report. In text: what is about the whole text, then each finding with its source line
 * and the place underlined, then a summary with the level and the reasons. In HTML: the level, what
 * to do first, and the text with numbered highlights and the advice beside it.
 * @param text,length the text that was checked, the same bytes.
 * @param options NULL for the defaults.
 * @param out NUL-terminated UTF-8; give it back with schakel_buffer_free(). @param out_length may be NULL.
 * @return SCHAKEL_OK, SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE (also when a finding lies outside the text).
 */
SCHAKEL_API schakel_status schakel_present_report(const schakel_report *report, const char *text, size_t length,
                                                  const schakel_present_options *options, char **out,
                                                  size_t *out_length, schakel_error *error);

/**
 * Show a matching: what to ask whom by when and why, what stays open, and whether this is proven best. Of one that
 * repaired a plan also what is new and what is dropped. In HTML a page with the calendar (by the default options),
 * each need, and how the asks are spread before and with this plan.
 * @param school the school it was made from: names come from there; ids are shown where there is no name.
 * @return as schakel_present_report(); in HTML also SCHAKEL_NOT_FOUND when the matching is not of this school, and
 * what schakel_calendar_make() gives.
 */
SCHAKEL_API schakel_status schakel_present_matching(const schakel_matching *matching, const schakel_school *school,
                                                    const schakel_present_options *options, char **out,
                                                    size_t *out_length, schakel_error *error);

/**
 * Show a calendar: week by week whom to ask for what, and whom to thank with which words.
 * @param school the school it was made from.
 * @return as schakel_present_report().
 */
SCHAKEL_API schakel_status schakel_present_calendar(const schakel_calendar *calendar, const schakel_school *school,
                                                    const schakel_present_options *options, char **out,
                                                    size_t *out_length, schakel_error *error);

/**
 * Show a reach as a table; in HTML with bars.
 * @return as schakel_present_report().
 */
SCHAKEL_API schakel_status schakel_present_reach(const schakel_reach *reach, const schakel_present_options *options,
                                                 char **out, size_t *out_length, schakel_error *error);

/**
 * Show a load in sentences and as a table; in HTML with a picture of how many people are asked how often.
 * @return as schakel_present_report().
 */
SCHAKEL_API schakel_status schakel_present_load(const schakel_load *load, const schakel_present_options *options,
                                                char **out, size_t *out_length, schakel_error *error);

/**
 * Show a cycle: of a school how many talks are due, planned, done and missed, and for whom; of one child
 * each talk with whom to invite, the questions and the agreements that come back.
 * @param school the school it was made from.
 * @return as schakel_present_report(); SCHAKEL_MISUSE for HTML, which this result does not have.
 */
SCHAKEL_API schakel_status schakel_present_cycle(const schakel_cycle *cycle, const schakel_school *school,
                                                 const schakel_present_options *options, char **out,
                                                 size_t *out_length, schakel_error *error);

/**
 * Show an agenda: what is coming day by day, then what asks for care.
 * @return as schakel_present_cycle().
 */
SCHAKEL_API schakel_status schakel_present_agenda(const schakel_agenda *agenda, const schakel_school *school,
                                                  const schakel_present_options *options, char **out,
                                                  size_t *out_length, schakel_error *error);

/**
 * Show an engagement: who is reached and who is not, by whom, by what, and month by month. In HTML a page with pictures.
 * @param school the school it was made from: names of groups come from there.
 * @param reach the asks of the same school, shown below it; NULL for none.
 * @return as schakel_present_report().
 */
SCHAKEL_API schakel_status schakel_present_engagement(const schakel_engagement *engagement,
                                                      const schakel_school *school, const schakel_reach *reach,
                                                      const schakel_present_options *options, char **out,
                                                      size_t *out_length, schakel_error *error);

/**
 * Show the result of a survey by theme, with intervals, and which groups differ. In HTML a page with pictures.
 * @return as schakel_present_report().
 */
SCHAKEL_API schakel_status schakel_present_survey_result(const schakel_survey_result *result,
                                                         const schakel_present_options *options, char **out,
                                                         size_t *out_length, schakel_error *error);

/**
 * Show a balance: who is asked too often or never, and what each side expects.
 * @return as schakel_present_cycle().
 */
SCHAKEL_API schakel_status schakel_present_balance(const schakel_balance *balance, const schakel_school *school,
                                                   const schakel_present_options *options, char **out,
                                                   size_t *out_length, schakel_error *error);

/**
 * Show readers: who cannot read the letter, and what to do for them.
 * @return as schakel_present_cycle().
 */
SCHAKEL_API schakel_status schakel_present_readers(const schakel_readers *readers, const schakel_school *school,
                                                   const schakel_present_options *options, char **out,
                                                   size_t *out_length, schakel_error *error);

/**
 * Show a bridge: the way to take, the other ways, how long it takes and what to prepare.
 * @return as schakel_present_cycle().
 */
SCHAKEL_API schakel_status schakel_present_bridge_plan(const schakel_bridge_plan *plan, const schakel_school *school,
                                                       const schakel_present_options *options, char **out,
                                                       size_t *out_length, schakel_error *error);

/**
 * Show buddies: who could help which newcomer, and why; then who has nobody, together where the same is to be done.
 * @return as schakel_present_cycle().
 */
SCHAKEL_API schakel_status schakel_present_buddies(const schakel_buddies *buddies, const schakel_school *school,
                                                   const schakel_present_options *options, char **out,
                                                   size_t *out_length, schakel_error *error);

/**
 * Show moments: whom each reaches and shuts out, the best first; and which of them together reach everybody.
 * @param spread made from the timing; NULL for none.
 * @return as schakel_present_cycle().
 */
SCHAKEL_API schakel_status schakel_present_timing(const schakel_timing *timing, const schakel_spread *spread,
                                                  const schakel_school *school,
                                                  const schakel_present_options *options, char **out,
                                                  size_t *out_length, schakel_error *error);

/**
 * Show an invitation: when to send it, what to see to first, and whom to invite by which channel; dates and languages of who knows
 * little Dutch also in their own language.
 * @return as schakel_present_cycle().
 */
SCHAKEL_API schakel_status schakel_present_invitation(const schakel_invitation *invitation,
                                                      const schakel_school *school,
                                                      const schakel_present_options *options, char **out,
                                                      size_t *out_length, schakel_error *error);

/** Which part of a timetable to show: at most one of them; with none the whole round. */
typedef struct schakel_timetable_view {
    size_t struct_size;
    const char *staff_id; /**< the talks of one member of the staff */
    const char *child_id; /**< letters to who come to the talks about a child and its brothers and sisters */
    int32_t all_letters;  /**< 1 for the letters to every family, in the order of the school's children */
} schakel_timetable_view;

#define SCHAKEL_TIMETABLE_VIEW_INIT {sizeof(schakel_timetable_view), NULL, NULL, 0}

/**
 * Show a timetable. Of the whole round how good it is, what has no time and what would change that, and the talks day by day
 * and teacher by teacher; in HTML with a picture of each day. Of one teacher the talks day by day, and who comes to them and reads
 * Dutch below A2: they must hear of it in person. Of a family a letter to each adult, or adults who come together, with their own
 * talks alone: when, where, with whom and how long, that they do the telling, and other times to choose from. For who knows little
 * Dutch the days and times are there in their own language as well. The letter is plain Dutch at level A2, in text as light Markdown.
 * @param school the school it was made from.
 * @param view NULL for the whole round.
 * @return as schakel_present_report(); SCHAKEL_NOT_FOUND when the school does not have the member of the staff ("/staff") or
 * the child ("/child"); SCHAKEL_MISUSE also for a view with more than one part.
 */
SCHAKEL_API schakel_status schakel_present_timetable(const schakel_timetable *timetable, const schakel_school *school,
                                                     const schakel_timetable_view *view,
                                                     const schakel_present_options *options, char **out,
                                                     size_t *out_length, schakel_error *error);

/**
 * Show what a school holds, or what a view of it holds: a line a record, at most twelve of a kind.
 * @return as schakel_present_cycle().
 */
SCHAKEL_API schakel_status schakel_present_school(const schakel_school *school,
                                                  const schakel_present_options *options, char **out,
                                                  size_t *out_length, schakel_error *error);

#ifdef __cplusplus
}
#endif

#endif
