/*
 * schakel/insight.h - who is reached and who is not, and who is missing in a team.
 *
 * Counts never show a group of people that is too small to stay anonymous: see
 * schakel_reach_options.min_cell.
 */
#ifndef SCHAKEL_INSIGHT_H
#define SCHAKEL_INSIGHT_H

#include "dialogue.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Who was ever asked. */
typedef struct schakel_reach schakel_reach;

/** What to count. */
typedef struct schakel_reach_options {
    size_t struct_size;
    schakel_date from;  /**< first day that counts; SCHAKEL_NO_DATE for the start of the school year */
    schakel_date until; /**< last day that counts; SCHAKEL_NO_DATE for the end of the school year */
    /**
     * The smallest number of people that is shown, 2 to 1000; default 5.
     *  1. A row is shown only when its adults, its asked and its never asked are each 0
     *     or at least this.
     *  2. What is hidden in a breakdown can be added up: the total less the rows that are
     *     shown. While that sum breaks rule 1, or leaves one person for each hidden row,
     *     the smallest other row is hidden too; rows of one size go together. A breakdown
     *     in which that is not enough has no rows at all.
     *  3. When the row for everybody is hidden, every row with people in it is.
     *  4. Likewise said_yes and asked - said_yes: in a row that is shown, said_yes is
     *     shown only when both are 0 or at least this, and other rows go along until
     *     what is hidden adds up to 0 or at least this.
     * This guards one table against subtraction. It is no guard against laying tables of
     * different periods or different limits side by side.
     */
    int32_t min_cell;
} schakel_reach_options;

#define SCHAKEL_REACH_OPTIONS_INIT {sizeof(schakel_reach_options), SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, 5}

/**
 * Count which adults were asked for something in a period. Only adults with a tie
 * to a child count; each counts once in every breakdown.
 * @param options NULL for the defaults.
 * @param out the caller ends it with schakel_reach_destroy(). It keeps no pointer into the school.
 * @return SCHAKEL_OK, SCHAKEL_INVALID for an option out of range, SCHAKEL_NO_MEMORY or SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_reach_count(const schakel_school *school, const schakel_reach_options *options,
                                               schakel_reach **out, schakel_error *error);

/** End a reach and all that it lent. @param reach NULL is ignored. */
SCHAKEL_API void schakel_reach_destroy(schakel_reach *reach);

/** How the adults are broken down. */
typedef enum schakel_breakdown {
    SCHAKEL_BY_ALL = 0, /**< one row: everybody */
    /** mother, father, parent (the kinds of parent that are called neither), other; an adult with several ties is the first of these */
    SCHAKEL_BY_ROLE = 1,
    /** the language the adult speaks best, as a lower-case primary subtag; at equal level one that is not Dutch before Dutch, then by tag; "und" when none is known */
    SCHAKEL_BY_LANGUAGE = 2
} schakel_breakdown;

/** One row of the table. Strings are lent by the reach. */
typedef struct schakel_reach_row {
    size_t struct_size;
    schakel_breakdown breakdown;
    const char *key;     /**< "all"; a role; a primary language subtag */
    int32_t hidden;      /**< 1 when the row is too small to show; then the counts are 0 */
    size_t adults;       /**< how many there are */
    size_t asked;        /**< how many were asked at least once in the period */
    size_t never_asked;  /**< adults - asked */
    size_t said_yes;     /**< how many said yes at least once, came or not; 0 when yes_hidden */
    int32_t yes_hidden;  /**< 1 when said_yes cannot be shown; so in every hidden row */
} schakel_reach_row;

#define SCHAKEL_REACH_ROW_INIT {sizeof(schakel_reach_row), SCHAKEL_BY_ALL, NULL, 0, 0, 0, 0, 0, 0}

/**
 * How many rows there are: the breakdowns in order, in each the largest row first, hidden rows last
 * by key. Every role has a row; a language has one when somebody speaks it best.
 */
SCHAKEL_API size_t schakel_reach_row_count(const schakel_reach *reach);

/** The row at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_reach_get_row(const schakel_reach *reach, size_t index, schakel_reach_row *out);

/** The options as used, defaults filled in. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_reach_get_options(const schakel_reach *reach, schakel_reach_options *out);

/* -------------------------------------------------------------- composition */

/** How a team compares with the parents it speaks for: who is missing in it. */
typedef struct schakel_composition schakel_composition;

/** How to compare. */
typedef struct schakel_composition_options {
    size_t struct_size;
    int32_t min_cell; /**< as in schakel_reach_options */
} schakel_composition_options;

#define SCHAKEL_COMPOSITION_OPTIONS_INIT {sizeof(schakel_composition_options), 5}

/**
 * Compare the adults in a team with all adults who have a tie to a child, by role and by language
 * (see schakel_breakdown).
 * @param options NULL for the defaults.
 * @param out the caller ends it with schakel_composition_destroy(). It keeps no pointer into the school.
 * @return SCHAKEL_OK; SCHAKEL_NOT_FOUND for a team that is not there; SCHAKEL_INVALID for an option out of
 * range; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_composition_make(const schakel_school *school, const char *team_id,
                                                    const schakel_composition_options *options,
                                                    schakel_composition **out, schakel_error *error);

/** End a composition and all that it lent. @param composition NULL is ignored. */
SCHAKEL_API void schakel_composition_destroy(schakel_composition *composition);

/**
 * One row. It never says how many members are in it: a team is small, and its members are known.
 * Strings are lent by the composition.
 */
typedef struct schakel_composition_row {
    size_t struct_size;
    schakel_breakdown breakdown;
    const char *key; /**< as in schakel_reach_row */
    int32_t hidden;  /**< 1 when the row is too small to show; then the rest is 0 */
    size_t adults;   /**< how many there are */
    double expected; /**< how many members it would have if the team were like the parents */
    int32_t missing; /**< 1 when that is a half or more, and nobody in the team is one of them */
} schakel_composition_row;

#define SCHAKEL_COMPOSITION_ROW_INIT \
    {sizeof(schakel_composition_row), SCHAKEL_BY_ALL, NULL, 0, 0, 0.0, 0}

/** How many adults of the team have a tie to a child. */
SCHAKEL_API size_t schakel_composition_members(const schakel_composition *composition);

/** How many rows there are, in the order of schakel_reach_row_count(). */
SCHAKEL_API size_t schakel_composition_row_count(const schakel_composition *composition);

/** The row at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_composition_get_row(const schakel_composition *composition, size_t index,
                                                       schakel_composition_row *out);

#ifdef __cplusplus
}
#endif

#endif
