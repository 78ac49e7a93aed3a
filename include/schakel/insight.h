/*
 * schakel/insight.h - who is reached and who is not, how the asks are spread, and who is missing in a team.
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
    SCHAKEL_BY_LANGUAGE = 2,
    /** how well the adult reads Dutch: "none", "A1" to "C2", "unknown" when no Dutch or no level is recorded; in a load only */
    SCHAKEL_BY_READING = 3
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

/* --------------------------------------------------------------------- load */

/**
 * How the asks are spread over the adults, as recorded and with a plan on top.
 *
 * Only adults with a tie to a child count. An ask counts when its date lies in the period, whatever the
 * answer was. *Offerers* are those of them with an offer whose limit is not SCHAKEL_LIMIT_NEVER: among
 * people who offered nothing there is nothing to spread.
 *
 * The Gini coefficient of n people asked x_1 .. x_n times is
 *     G = sum_i sum_j |x_i - x_j| / (2 n^2 mean),    0 when nobody was asked:
 * 0 when all were asked equally often, near 1 when one person bears it all (C. Gini, Variabilità e
 * mutabilità, 1912; it is twice the area between the curve of M. O. Lorenz, 1905, and the diagonal).
 *
 * What is shown, with m for min_cell. A number is *open* when it is 0 or at least m.
 *  1. Rows are hidden as in a reach of the same period and m (schakel_reach_options), so that the two can
 *     lie side by side. When the row for everybody is hidden, nothing else is shown.
 *  2. The rest comes from one table: people by whether they offer, by how often they were asked (0, 1, ..
 *     up to a last "so often or more") and by how often with the plan. The last numbers are the highest, 12 at
 *     most, for which every cell of that table is open. When even "0" and "1 or more" do not do, the plan is
 *     hidden, or else the offerers are, or else both.
 *  3. The number of asks tells about those in the last cell: what they were asked beyond its number, the rest.
 *     So asks, mean and Gini coefficient are shown only when the rest is open and, unless it is 0, that of three
 *     people or more, of offerers and of others alike; and with a plan, when both end at the same number, what the plan adds to the rest as well. When the
 *     recorded asks end at a lower number than those with the plan, a rest that is not 0 must leave m below the
 *     most that the numbers with the plan have room for. Last numbers for which this holds go before others.
 *  4. A row shows its offerers and its plan only when rule 2 holds for the row with "0" and "1 or more"; its
 *     asks only when rules 2 and 3 hold for the row with the last numbers of the whole. Whatever is hidden so
 *     in a breakdown must add up to what could be shown; until it does, the smallest rows go along, rows of
 *     one size together. So no subtraction yields the asks of a small group. A breakdown in which no row can
 *     show both its offerers and its plan leaves out the offerers, or else the plan, and follows these rules
 *     without telling them apart.
 *  5. In the Gini coefficient those in the last cell count at their mean, so it follows from what is shown.
 *     It is exact when nobody was asked more often than the last number, and else never too high.
 * As for a reach, this is no guard against laying loads of different periods, plans or limits side by side.
 */
typedef struct schakel_load schakel_load;

/** What to count. */
typedef struct schakel_load_options {
    size_t struct_size;
    schakel_date from;  /**< first day that counts; SCHAKEL_NO_DATE for the start of the school year */
    schakel_date until; /**< last day that counts; SCHAKEL_NO_DATE for the end of the school year */
    int32_t min_cell;   /**< the smallest number of people that is shown, 2 to 1000; default 5 */
    const char *const *planned_adult_ids; /**< the plan: an adult for each ask; NULL when there is none */
    size_t planned_count;
} schakel_load_options;

#define SCHAKEL_LOAD_OPTIONS_INIT {sizeof(schakel_load_options), SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, 5, NULL, 0}

/**
 * Count how the asks are spread.
 * @param options NULL for the defaults, which have no plan.
 * @param out the caller ends it with schakel_load_destroy(). It keeps no pointer into the school or the options.
 * @return SCHAKEL_OK; SCHAKEL_INVALID for an option out of range; SCHAKEL_NOT_FOUND for a planned adult who
 * is not there (the path is "/planned/" and the index); SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_load_count(const schakel_school *school, const schakel_load_options *options,
                                              schakel_load **out, schakel_error *error);

/** End a load and all that it lent. @param load NULL is ignored. */
SCHAKEL_API void schakel_load_destroy(schakel_load *load);

/** Whom a figure is over. */
typedef enum schakel_load_people {
    SCHAKEL_LOAD_ADULTS = 0,  /**< adults with a tie to a child */
    SCHAKEL_LOAD_OFFERERS = 1 /**< those of them who offer something that may be asked now */
} schakel_load_people;

/** Which asks a figure is over. */
typedef enum schakel_load_moment {
    SCHAKEL_LOAD_RECORDED = 0, /**< the asks on record in the period */
    SCHAKEL_LOAD_WITH_PLAN = 1 /**< those and the planned ones; the same as recorded when there is no plan */
} schakel_load_moment;

/** Figures over all adults or all offerers. */
typedef struct schakel_load_total {
    size_t struct_size;
    int32_t hidden;       /**< 1 when this is too small to show; then the rest is 0 */
    size_t adults;        /**< how many people there are */
    size_t asked;         /**< how many are asked at least once */
    size_t never_asked;   /**< adults - asked */
    size_t most_asked;    /**< the highest number of asks that is shown */
    int32_t most_or_more; /**< 1 when it stands for that number or more */
    size_t most_adults;   /**< how many people that is */
    int32_t asks_hidden;  /**< 1 when the asks cannot be shown; then the rest is 0 */
    size_t asks;          /**< asks of all of them together */
    double mean;          /**< asks for each of them */
    double gini;          /**< 0 to 1: see schakel_load; with most_or_more it is at least this */
} schakel_load_total;

#define SCHAKEL_LOAD_TOTAL_INIT {sizeof(schakel_load_total), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0, 0.0}

/** The figures over some people and some asks. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_load_get_total(const schakel_load *load, schakel_load_people people,
                                                  schakel_load_moment moment, schakel_load_total *out);

/** How many people are asked so often. */
typedef struct schakel_load_bin {
    size_t struct_size;
    size_t asks;     /**< how often */
    int32_t or_more; /**< 1 when it stands for that number or more; the last bin only */
    size_t adults;
    int32_t offerers_hidden; /**< 1 when the offerers cannot be shown */
    size_t offerers;         /**< of the adults; 0 when hidden */
} schakel_load_bin;

#define SCHAKEL_LOAD_BIN_INIT {sizeof(schakel_load_bin), 0, 0, 0, 0, 0}

/** How many bins there are, for 0 asks, 1 and so on; 0 when the figures are hidden. */
SCHAKEL_API size_t schakel_load_bin_count(const schakel_load *load, schakel_load_moment moment);

/** The bin at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_load_get_bin(const schakel_load *load, schakel_load_moment moment, size_t index,
                                                schakel_load_bin *out);

/** One row of the table, over adults with a tie to a child. Strings are lent by the load. */
typedef struct schakel_load_row {
    size_t struct_size;
    schakel_breakdown breakdown;
    const char *key;         /**< as in schakel_reach_row; by reading as in SCHAKEL_BY_READING */
    int32_t hidden;          /**< 1 when the row is too small to show; then the rest is hidden as well */
    size_t adults;           /**< how many there are */
    size_t asked;            /**< how many were asked at least once in the period */
    size_t never_asked;      /**< adults - asked */
    int32_t offerers_hidden; /**< 1 when offerers cannot be shown; then it is 0 */
    size_t offerers;         /**< how many offer something that may be asked now */
    int32_t plan_hidden;     /**< 1 when the next three cannot be shown; then they are 0 */
    size_t asked_with_plan;
    size_t never_asked_with_plan;
    size_t asks_with_plan;   /**< 0 also when asks_hidden */
    int32_t asks_hidden;     /**< 1 when no number of asks can be shown; then they are 0 */
    size_t asks;
    double mean;             /**< asks for each adult */
    double mean_with_plan;   /**< the same with the plan; 0 also when plan_hidden */
} schakel_load_row;

#define SCHAKEL_LOAD_ROW_INIT \
    {sizeof(schakel_load_row), SCHAKEL_BY_ALL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0, 0.0}

/**
 * How many rows there are: those of schakel_reach_row_count(), then one for each level of reading Dutch,
 * from "none" to "C2" and "unknown", in that order.
 */
SCHAKEL_API size_t schakel_load_row_count(const schakel_load *load);

/** The row at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_load_get_row(const schakel_load *load, size_t index, schakel_load_row *out);

/** Was there a plan with an ask in it? 0 for NULL. */
SCHAKEL_API int schakel_load_has_plan(const schakel_load *load);

/** The options as used, defaults filled in; without the plan. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_load_get_options(const schakel_load *load, schakel_load_options *out);

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
