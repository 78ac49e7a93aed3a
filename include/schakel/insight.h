/*
 * schakel/insight.h - who is reached and who is not, how the asks are spread, who is missing in a team, and
 * what came out of a survey.
 *
 * Counts never show a group of people that is too small to stay anonymous: see
 * schakel_reach_options.min_cell.
 */
#ifndef SCHAKEL_INSIGHT_H
#define SCHAKEL_INSIGHT_H

#include "survey.h"

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
     *     the smallest other row is hidden too; rows of one size go together. This is done
     *     for the adults alone first, as in every table of the same people, and then for all
     *     three. A breakdown in which that is not enough has no rows at all.
     *  3. When the row for everybody is hidden, every row with people in it is.
     *  4. Likewise said_yes and asked - said_yes: in a row that is shown, said_yes is
     *     shown only when both are 0 or at least this, and other rows go along until
     *     what is hidden adds up to 0 or at least this.
     * This guards one table against subtraction, and with a load and an engagement of the
     * same period and limit beside it. It is no guard against laying tables of different
     * periods or different limits side by side.
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
    SCHAKEL_BY_READING = 3,
    SCHAKEL_BY_GROUP = 4,     /**< the id of a child's group; "" for children in none; in an engagement only */
    SCHAKEL_BY_BACKGROUND = 5 /**< a choice of a background question; in the results of a survey only */
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

/* --------------------------------------------------------------- engagement */

/**
 * Who is reached: by talks, activities, contact, and by doing what was asked.
 *
 * In a period an adult is reached by a talk that was held and in which they are named; an activity that they attended or
 * hosted, when anybody is recorded to have come; a contact with them that got through (schakel_contact.reached is not
 * SCHAKEL_NO); an ask that they did (SCHAKEL_ASK_DONE), on the day they were asked. A child is reached when a talk about it was
 * held, when a contact about it got through, and when an adult with a tie to it attended or hosted an activity for its group or
 * for all, or did an ask. A family, which is children who share a parent (mother, father, parent, stepparent, foster parent,
 * guardian), is reached when one of its children is. Somebody is reached *only about problems* when each talk and contact that
 * reached them had SCHAKEL_TONE_PROBLEM, and nothing else did.
 *
 * The figures are rows: how many people there are, and of those how many were reached by something. That something
 * (schakel_reached_by) is anything; or a *sort*: a kind of talk or activity, or contact, with which an ask goes; or a round: the talks
 * of an entry of the cycle (schakel_cycle_entry) of its kind, between its first and its last day; or a month; or
 * anything in the same period a year earlier. A kind of talk that has a round is told by round, and everything else by month.
 * There are no rounds in a school without cycle entries of its own. Of rounds of one kind that share a day only the shortest
 * is told (then the earliest, then the first by id).
 *
 * What is shown, with m for min_cell. A number is *open* when it is 0 or at least m.
 *  1. A row by anything shows when its people, its reached and its never reached are open. When the row for everybody
 *     of a unit does not show something, no row of that unit with people in it does.
 *  2. A sort needs the row by anything, and a round the row of its kind; then it shows when it is open, and when what
 *     it leaves of that row is open too: who was reached, but not by this. The year before leaves an open number of the people.
 *     The sorts together reached everybody who was reached, and so do the rounds of a kind, where they take every day of the period,
 *     with those of the kind: while they add up in a row to more than those people, by a number that is not open, the one
 *     that reached fewest is hidden.
 *  3. Only_problems, and the rest of those reached, must be open. Activities and asks lie within that rest: they leave an open
 *     number of it where they show. So does the only sort with a tone, when there is but one: who it reached, but not only about problems.
 *  4. What a breakdown hides is known, added up: it is the total less the rows that show. The people must be open in that sum too, and
 *     are made so first, as in every table of the same people. Rules 2 and 3 hold for it as well, and
 *     more strictly: in each hidden row somebody may subtract something different that shows there, so the smallest numbers
 *     that this can leave must add up to at least m. Until they do, and while a sum leaves one person for each hidden
 *     row, the smallest other rows go along, rows of one size together. Where that is not enough this is not shown
 *     of the unit at all; a breakdown by anything that holds one person a row is left out.
 *  5. Months show for everybody only, not in a breakdown. A month shows when it and the rest of those reached are open; where kinds of talk
 *     have rounds, at least m must have been reached in other months; and the months are held to rule 2 for what they add up to.
 *  6. Where a row for everybody of a unit, not by month, is hidden and what was reached is 1 to m - 1 people less than the
 *     nearest number around it that shows (of the kind, of those reached, of the people), schakel_engagement_row.at_least tells
 *     that number less m - 1: nearly all. It is told when m is 3 or more and that number at least 4 (m - 1). Told by anything,
 *     it lets the people take the place of those reached in rules 2 and 5, and a breakdown by anything shows nothing. That it is
 *     just at_least must not follow from what it adds up of: then the sorts show only where they add up to all the people, in
 *     each row of a breakdown and for everybody; and where at_least is told by anything or by a sort the months show only where
 *     they add up to those reached, or the people.
 *  7. A row of a breakdown, by anything, tells at_least of its people like that too, where the row for everybody shows and that of how
 *     many people there are alone (rule 4) would. What is known of never reached in all hidden rows together must leave more
 *     than one number for each of those told; else none of them is.
 * So whoever adds and subtracts what one engagement shows, and knows what lies within what, finds no group of people smaller than
 * m. Nor does who lays a schakel_reach of the same period and m beside it: there is no row of those who did what they were asked. It
 * is no guard against laying engagements of different periods or limits side by side.
 */
typedef struct schakel_engagement schakel_engagement;

/** What to count. */
typedef struct schakel_engagement_options {
    size_t struct_size;
    schakel_date from;  /**< first day that counts; SCHAKEL_NO_DATE for the start of the school year */
    schakel_date until; /**< last day that counts; SCHAKEL_NO_DATE for the end of the school year */
    int32_t min_cell;   /**< the smallest number of people that is shown, 2 to 1000; default 5 */
} schakel_engagement_options;

#define SCHAKEL_ENGAGEMENT_OPTIONS_INIT {sizeof(schakel_engagement_options), SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, 5}

/**
 * Count who is reached. Only adults with a tie to a child count.
 * @param options NULL for the defaults.
 * @param out the caller ends it with schakel_engagement_destroy(). It keeps no pointer into the school.
 * @return SCHAKEL_OK; SCHAKEL_INVALID for an option out of range; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_engagement_count(const schakel_school *school,
                                                    const schakel_engagement_options *options,
                                                    schakel_engagement **out, schakel_error *error);

/** End an engagement and all that it lent. @param engagement NULL is ignored. */
SCHAKEL_API void schakel_engagement_destroy(schakel_engagement *engagement);

/** The id of the school it was made of; lent by the engagement. @return NULL for NULL. */
SCHAKEL_API const char *schakel_engagement_school(const schakel_engagement *engagement);

/** What a row counts. */
typedef enum schakel_unit {
    SCHAKEL_UNIT_ADULTS = 0,
    SCHAKEL_UNIT_FAMILIES = 1,
    SCHAKEL_UNIT_CHILDREN = 2
} schakel_unit;

/** By what people are reached. */
typedef enum schakel_reached_by {
    SCHAKEL_REACHED_BY_ANYTHING = 0,
    SCHAKEL_REACHED_BY_KIND = 1,    /**< a kind of talk or activity */
    SCHAKEL_REACHED_BY_CONTACT = 2, /**< contact outside the talks, or doing what was asked */
    SCHAKEL_REACHED_IN_ROUND = 3,
    SCHAKEL_REACHED_IN_MONTH = 4,   /**< anything but a kind of talk that has a round */
    SCHAKEL_REACHED_YEAR_BEFORE = 5 /**< anything in the same period, a year earlier */
} schakel_reached_by;

/** Something that people are reached by. Strings are lent by the engagement. */
typedef struct schakel_reach_way {
    size_t struct_size;
    schakel_reached_by by;
    schakel_activity_kind kind; /**< of a kind and of a round; else SCHAKEL_ACTIVITY_OTHER */
    const char *entry_id;       /**< of a round: of the cycle entry; else NULL */
    const char *title;          /**< of a round, when it has one; else NULL */
    schakel_date first;         /**< the first day that counts, in the period */
    schakel_date last;          /**< the last */
    /**
     * Of a kind of activity: how many there were to which somebody came. Else 0: a talk, a contact and an ask are about
     * one person, so their number would tell about few people.
     */
    size_t occasions;
    /**
     * 1 for a kind of activity that reaches the same few: it took place three times or more, and of the families that it
     * reached, which are a quarter of all at most, at least half were reached by half or more of its occasions. Only ever 1
     * where the numbers of families this rests on are open, and the row of families by this shows.
     */
    int32_t same_few;
} schakel_reach_way;

#define SCHAKEL_REACH_WAY_INIT                                                                            \
    {sizeof(schakel_reach_way), SCHAKEL_REACHED_BY_ANYTHING, SCHAKEL_ACTIVITY_OTHER, NULL, NULL,          \
     SCHAKEL_NO_DATE, SCHAKEL_NO_DATE, 0, 0}

/**
 * How many ways there are: anything; the kinds that took place, by value; contact where there is any; rounds by first
 * day and entry id; months in order, where there are two to 24; the year before, when anything took place in it and the
 * period is no longer than a year.
 */
SCHAKEL_API size_t schakel_engagement_way_count(const schakel_engagement *engagement);

/** The way at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_engagement_get_way(const schakel_engagement *engagement, size_t index,
                                                      schakel_reach_way *out);

/** How many people are reached by one way. Strings are lent by the engagement. */
typedef struct schakel_engagement_row {
    size_t struct_size;
    size_t way; /**< its index */
    schakel_unit unit;
    schakel_breakdown breakdown; /**< adults: all, role, language, reading; families: all; children: all, group */
    const char *key;             /**< as in schakel_reach_row and schakel_load_row; of a group its id */
    int32_t hidden;              /**< 1 when the row cannot be shown; then the counts are 0, but see at_least */
    size_t people;               /**< how many there are */
    size_t reached;              /**< how many were reached by this way */
    size_t never_reached;        /**< people - reached */
    size_t only_problems;        /**< by anything: of those reached, how many only about problems; else 0 */
    int32_t problems_hidden;     /**< 1 when only_problems cannot be shown; always 1 in a row that is not by anything */
    size_t at_least;             /**< of a hidden row: so many were reached at least, which is nearly all, and people is shown; else 0 */
} schakel_engagement_row;

#define SCHAKEL_ENGAGEMENT_ROW_INIT \
    {sizeof(schakel_engagement_row), 0, SCHAKEL_UNIT_ADULTS, SCHAKEL_BY_ALL, NULL, 0, 0, 0, 0, 0, 1, 0}

/**
 * How many rows there are: for each way all adults, all families, all children, and but for months adults by role, by language
 * and by reading, then children by group. In a breakdown rows stand in the same order for each way: those that tell their people by anything
 * the largest first, then the others by key; readings from low to high. Every role, reading and group has a row; a language has one when
 * somebody speaks it best, and "" when a child is in no group.
 */
SCHAKEL_API size_t schakel_engagement_row_count(const schakel_engagement *engagement);

/** The row at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_engagement_get_row(const schakel_engagement *engagement, size_t index,
                                                      schakel_engagement_row *out);

/** The options as used, defaults filled in. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_engagement_get_options(const schakel_engagement *engagement,
                                                          schakel_engagement_options *out);

/* ------------------------------------------------------------------ surveys */

/**
 * The interval of a share in which the true share lies with 95% confidence (E. B. Wilson, Probable inference, the law
 * of succession, and statistical inference, JASA 22, 1927): with p = count / n and z = 1.959964,
 *     (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n).
 * @param count,n how many of how many; count is not over n.
 * @param low,high where to put the ends, from 0 to 1; each may be NULL. With n 0 they are 0 and 1.
 * @return SCHAKEL_OK or SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_share_interval(size_t count, size_t n, double *low, double *high);

/**
 * Do two groups differ? The exact test of R. A. Fisher (Statistical Methods for Research Workers, 5th ed. 1934, 21.02),
 * two-sided: the chance, when both answer alike, of a table with the same margins that is no likelier than this one.
 * @param a_count,a_n how many of how many in the first group. @param b_count,b_n in the second.
 * @return the p-value, 0 to 1, right to ten digits unless it is below 1e-290, where it may be 0; 1 when a group is
 * empty; -1 when a count is over its n, or there are 10,000,000 people or more.
 */
SCHAKEL_API double schakel_groups_differ(size_t a_count, size_t a_n, size_t b_count, size_t b_n);

/**
 * What came out of a survey.
 *
 * What is shown, with m for min_cell. A number is *open* when it is 0 or at least m.
 *  1. How many answered a question is shown when it is open. When so few skipped it that their number is not, they
 *     count as having given another answer, and n is all responses.
 *  2. The counted answers are shown when they and the other answers are open. A choice is shown when it is open; what is
 *     hidden of the counted choices adds up to at least m, of the others as well, or of all together when the counted
 *     answers are hidden. While it does not, or leaves one person for each hidden choice, the smallest other choices go
 *     along, choices of one size together. Where that is not enough the question is hidden.
 *  3. A group is in three parts: who gave a counted answer, who gave another, who gave none; or in two, where who gave none counts
 *     as having given another answer, when else no group would show (schakel_survey_row.with_skipped). It is shown on a question
 *     when each part that anybody is in has at least m of the group (not 0: all of a group would be known to answer
 *     alike). What is hidden of a breakdown adds up to such parts as well; until it does, the smallest groups go. A larger
 *     group is hidden only together with all smaller ones, and a group whose size is hidden among the choices of a background question
 *     always, so that questions cannot be laid side by side.
 *  4. From two breakdowns of two questions the number of people follows in whom these go together in one particular way.
 *     When those can be fewer than m, the last of the four shows no group.
 * So whoever adds and subtracts what one result shows finds no set of respondents smaller than m. It is no guard against
 * laying results of different limits, or of a survey that grew, side by side; beside a reach or an engagement it can follow how
 * few of a group did not respond.
 *
 * A group that is shown is compared with everybody else who answered that question, by schakel_groups_differ(); of two
 * groups that are all there is, once. Many comparisons find differences by chance, so the p-values of a survey are adjusted together by
 * the step-down method of S. Holm (A simple sequentially rejective multiple test procedure, Scand. J. Statist. 6, 1979).
 */
typedef struct schakel_survey_result schakel_survey_result;

/** How to count. */
typedef struct schakel_survey_options {
    size_t struct_size;
    int32_t min_cell; /**< the smallest number of people that is shown, 2 to 1000; default 5 */
} schakel_survey_options;

#define SCHAKEL_SURVEY_OPTIONS_INIT {sizeof(schakel_survey_options), 5}

/**
 * Count the responses to a survey. Groups are by role and by language (of the adult, or as a response without a name says), by reading where
 * names are kept, and by each background question; there is one for each key that somebody has. A breakdown with as many groups
 * as responses is left out.
 * @param options NULL for the defaults.
 * @param out the caller ends it with schakel_survey_result_destroy(). It keeps no pointer into the school.
 * @return SCHAKEL_OK; SCHAKEL_NOT_FOUND for a survey that is not there; SCHAKEL_INVALID for an option out of range;
 * SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_survey_count(const schakel_school *school, const char *survey_id,
                                                const schakel_survey_options *options,
                                                schakel_survey_result **out, schakel_error *error);

/** End a result and all that it lent. @param result NULL is ignored. */
SCHAKEL_API void schakel_survey_result_destroy(schakel_survey_result *result);

/** The result in short. Strings are lent by the result. */
typedef struct schakel_survey_summary {
    size_t struct_size;
    const char *survey_id;
    const char *title;    /**< may be NULL */
    int32_t anonymous;
    int32_t hidden;       /**< 1 when there are too few responses to show; then nothing is */
    size_t responses;
    size_t comparisons;   /**< how many tests the p-values are adjusted for */
    int32_t min_cell;
} schakel_survey_summary;

#define SCHAKEL_SURVEY_SUMMARY_INIT {sizeof(schakel_survey_summary), NULL, NULL, 0, 0, 0, 0, 0}

/** The result in short. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_survey_result_get_summary(const schakel_survey_result *result,
                                                             schakel_survey_summary *out);

/** What was answered to one question. Strings are lent by the result. */
typedef struct schakel_question_result {
    size_t struct_size;
    const char *question_id;
    schakel_theme theme;
    const char *text;
    int32_t background;
    int32_t hidden;         /**< 1 when how many answered cannot be shown; then the rest is 0 */
    size_t n;               /**< how many answered it; all responses when too few skipped it to tell */
    size_t choice_count;    /**< its choices: see schakel_survey_result_get_choice() */
    int32_t has_counted;    /**< 1 when some choices are counted together */
    int32_t counted_hidden; /**< 1 when the next four cannot be shown */
    size_t counted;         /**< how many gave a counted answer */
    double share;           /**< counted / n */
    double low;             /**< schakel_share_interval() of it */
    double high;
} schakel_question_result;

#define SCHAKEL_QUESTION_RESULT_INIT                                                             \
    {sizeof(schakel_question_result), NULL, SCHAKEL_THEME_OTHER, NULL, 0, 0, 0, 0, 0, 0, 0, 0.0, \
     0.0, 0.0}

/** How many questions there are, by theme, then as they were added. */
SCHAKEL_API size_t schakel_survey_result_question_count(const schakel_survey_result *result);

/** The question at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_survey_result_get_question(const schakel_survey_result *result, size_t index,
                                                              schakel_question_result *out);

/** How many gave one answer. Strings are lent by the result. */
typedef struct schakel_choice_result {
    size_t struct_size;
    const char *choice;
    int32_t counted; /**< 1 when it is one of those that are counted together */
    int32_t hidden;  /**< 1 when the rest cannot be shown; then it is 0 */
    size_t count;
    double share;    /**< of the n of the question */
    double low;
    double high;
} schakel_choice_result;

#define SCHAKEL_CHOICE_RESULT_INIT {sizeof(schakel_choice_result), NULL, 0, 0, 0, 0.0, 0.0, 0.0}

/** A choice of the question at an index, in the order of the question. @return SCHAKEL_OK or SCHAKEL_MISUSE. */
SCHAKEL_API schakel_status schakel_survey_result_get_choice(const schakel_survey_result *result, size_t question_index,
                                                            size_t choice_index, schakel_choice_result *out);

/** What one group answered to one question that has counted choices and is no background question. Strings are lent by the result. */
typedef struct schakel_survey_row {
    size_t struct_size;
    size_t question;             /**< its index */
    schakel_breakdown breakdown; /**< role, language, reading or background */
    const char *background_id;   /**< of a background question; else NULL */
    const char *key;             /**< as in schakel_reach_row ("unknown" when a response says no role, "und" no language); or the choice, "" for who did not answer it */
    int32_t hidden;              /**< 1 when the rest cannot be shown; then it is 0 */
    size_t n;                    /**< how many of the group answered it; all of the group with_skipped */
    size_t counted;
    double share;
    double low;
    double high;
    double p;          /**< of the comparison with everybody else who answered; 1 when there is nobody else */
    double p_adjusted; /**< the same after Holm */
    int32_t differs;   /**< 1 when p_adjusted is below 0.05 */
    int32_t with_skipped; /**< 1 when who skipped the question counts as having given another answer, here and among everybody else */
} schakel_survey_row;

#define SCHAKEL_SURVEY_ROW_INIT                                                                         \
    {sizeof(schakel_survey_row), 0, SCHAKEL_BY_ROLE, NULL, NULL, 0, 0, 0, 0.0, 0.0, 0.0, 1.0, 1.0, 0, 0}

/** How many rows there are: by question, breakdown, background question in order, then the largest first, hidden ones last by key. */
SCHAKEL_API size_t schakel_survey_result_row_count(const schakel_survey_result *result);

/** The row at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_survey_result_get_row(const schakel_survey_result *result, size_t index,
                                                         schakel_survey_row *out);

/* ------------------------------------------------------------------ balance */

/**
 * Who is asked more than they want, who offered and was never asked, and what parents and school expect of each other.
 * This names people: it is for whoever does the asking. Keeps pointers into the school, which must not change.
 */
typedef struct schakel_balance schakel_balance;

/** Which asks count. */
typedef struct schakel_balance_options {
    size_t struct_size;
    schakel_date from;  /**< first day that counts; SCHAKEL_NO_DATE for the start of the school year */
    schakel_date until; /**< last day that counts; SCHAKEL_NO_DATE for the end of the school year */
} schakel_balance_options;

#define SCHAKEL_BALANCE_OPTIONS_INIT {sizeof(schakel_balance_options), SCHAKEL_NO_DATE, SCHAKEL_NO_DATE}

/** How somebody is asked. */
typedef enum schakel_asked_kind {
    SCHAKEL_ASKED_TOO_OFTEN = 0, /**< more often than they want */
    SCHAKEL_ASKED_NEVER = 1,     /**< offered something that may be asked, and was not asked */
    SCHAKEL_ASKED_WHILE_NOT = 2  /**< was asked for an offer that says not to ask (SCHAKEL_LIMIT_NEVER) */
} schakel_asked_kind;

/** Somebody to think of. Strings and lists are lent by balance and school. */
typedef struct schakel_balance_row {
    size_t struct_size;
    const char *adult_id;
    schakel_asked_kind kind;
    size_t asks;                        /**< how often they were asked in the period */
    int32_t wants;                      /**< how often at most a school year; 0 for no maximum */
    const char *const *offer_ids;       /**< by id. Too often: the offers over their own limit, if any; never: those that may
                                             be asked; while not: those that were asked and say not to */
    size_t offer_count;
    const char *const *expectation_ids; /**< what they expect (a wish of kind expectation) that has no answer yet, by date and id */
    size_t expectation_count;
    const char *text_nl;                /**< what to do, one Dutch sentence */
    const char *text_en;                /**< the same in English */
} schakel_balance_row;

#define SCHAKEL_BALANCE_ROW_INIT \
    {sizeof(schakel_balance_row), NULL, SCHAKEL_ASKED_NEVER, 0, 0, NULL, 0, NULL, 0, NULL, NULL}

/**
 * Make the balance, over all adults. Somebody is asked too often when the asks in the period are more than the adult's cap,
 * or those based on one offer more than that offer's cap. An ask counts whatever the answer was: a no has to be said as
 * well. (schakel_match() goes on asking after a no, so who says no often can be asked more than the cap.)
 * @param options NULL for the defaults.
 * @param out the caller ends it with schakel_balance_destroy().
 * @return SCHAKEL_OK; SCHAKEL_INVALID for an option out of range; SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE.
 */
SCHAKEL_API schakel_status schakel_balance_make(const schakel_school *school, const schakel_balance_options *options,
                                                schakel_balance **out, schakel_error *error);

/** End a balance and all that it lent. @param balance NULL is ignored. */
SCHAKEL_API void schakel_balance_destroy(schakel_balance *balance);

/** How many rows there are: by kind, then the most asks first, then by id. */
SCHAKEL_API size_t schakel_balance_count(const schakel_balance *balance);

/** The row at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_balance_get(const schakel_balance *balance, size_t index, schakel_balance_row *out);

/** Who expects. */
typedef enum schakel_side {
    SCHAKEL_SIDE_PARENTS = 0, /**< an adult, or nobody who is named */
    SCHAKEL_SIDE_SCHOOL = 1,  /**< somebody of the staff */
    SCHAKEL_SIDE_CHILDREN = 2
} schakel_side;

/** What one side expects. Strings are lent by the school. */
typedef struct schakel_expectation {
    size_t struct_size;
    const char *wish_id;
    schakel_side side;
    const char *text;
    const char *answer; /**< what was done with it; NULL when there is no answer yet */
    schakel_date date;
} schakel_expectation;

#define SCHAKEL_EXPECTATION_INIT \
    {sizeof(schakel_expectation), NULL, SCHAKEL_SIDE_PARENTS, NULL, NULL, SCHAKEL_NO_DATE}

/** How many expectations there are, of any date: by side, those without an answer first, then by date and id. */
SCHAKEL_API size_t schakel_balance_expectation_count(const schakel_balance *balance);

/** The expectation at an index. @return SCHAKEL_OK, or SCHAKEL_MISUSE for NULL or a too high index. */
SCHAKEL_API schakel_status schakel_balance_get_expectation(const schakel_balance *balance, size_t index,
                                                           schakel_expectation *out);

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
