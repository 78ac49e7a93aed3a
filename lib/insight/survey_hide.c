/*
 * Which figures of a survey are shown. Somebody who adds and subtracts all of them should find no set of respondents
 * of 1 to min_cell - 1. Why they do not:
 *
 * 1. A figure is a number of respondents in a cell: by one choice, or by group and part (a counted answer, another,
 *    none). Of a table whatever is hidden makes up one cell more, since it is the total less the rest. In every cell,
 *    that one too, there are min_cell or more; where a whole choice or a whole part has nobody, it has no cells. So
 *    no figure tells that some group and some answer do not go together: as far as the figures say, every combination
 *    of groups and answers may be there.
 * 2. What follows by adding and subtracting is a sum of one number for each cell that a respondent is in. It is the
 *    size of a set when that sum is 0 or 1 for each combination. For one respondent's groups, let the answers run
 *    freely: a sum of functions of single answers that is 0 or 1 throughout depends on one question at most.
 * 3. Within one breakdown the questions may hide different groups. They hide the smallest, so what one hides holds what
 *    another does, and the set splits into cells of one table for each group: a sum of numbers of at least min_cell.
 *    (If one hid groups a and b and the other b and c, then a + b less who in a answered would be b and who in a did
 *    not, and b can be one person.) A background question tells the sizes of its groups, so what is hidden among
 *    its choices is hidden on each other question too.
 * 4. Two breakdowns can pick the question together, in one way: by two halves of each breakdown, s = +1 or -1, and of
 *    two questions, t, the set in which s1 t1 + s1 t2 + s2 t1 - s2 t2 is 2 (it is 2 or -2). This is the sum of Clauser,
 *    Horne, Shimony and Holt (Phys. Rev. Lett. 23, 1969). Such sets are nearly always large; hide_crossings() sees
 *    to the rest.
 *
 * Who skipped a question, when they are few, count as having given another answer. Otherwise two who skipped would
 * hide what ninety-eight answered. In a table of groups they do so too when else no group would show, since it takes many
 * who skipped to have enough of them in each group. Counting two parts together is one more way of adding up, so what is said
 * above still holds: where groups and choices of one question are laid side by side, a set is some choices in one part and some
 * groups in the other, or one of these alone.
 */
#include "insight/survey_hide.h"

#include <stdlib.h>
#include <string.h>

#include "insight/parts.h"

/* ------------------------------------------------------------- hiding the smallest */

static size_t people_in(const sk_parts *parts)
{
    return parts->people[SK_COUNTED] + parts->people[SK_OTHER] + parts->people[SK_SKIPPED];
}

static void add_parts(sk_parts *sum, const sk_parts *parts)
{
    for (int i = 0; i < SK_PARTS; i++)
        sum->people[i] += parts->people[i];
}

/* Are there enough people in each part that has any? */
static int shows(const sk_parts *parts, const sk_parts *total, size_t min_cell)
{
    for (int i = 0; i < SK_PARTS; i++)
        if (total->people[i] != 0 && parts->people[i] < min_cell)
            return 0;
    return 1;
}

/*
 * How many of the items, which hold somebody and stand by size, have to be hidden: at least `least`, and so many that
 * the others show and the hidden ones do when added up. Items of one size go together, so that they can
 * change places without a trace. What is hidden must not leave one person for each.
 */
static size_t hide_smallest(const sk_parts *items, size_t count, size_t least, size_t min_cell)
{
    sk_parts total = {{0}}, sum = {{0}};
    size_t hidden = least;
    for (size_t i = 0; i < count; i++)
        add_parts(&total, &items[i]);
    for (size_t i = 0; i < count; i++)
        if (!shows(&items[i], &total, min_cell) && hidden <= i)
            hidden = i + 1;
    for (size_t i = 0; i < hidden; i++)
        add_parts(&sum, &items[i]);
    while (hidden != 0 && hidden < count &&
           (!shows(&sum, &total, min_cell) || people_in(&sum) <= hidden ||
            people_in(&items[hidden]) == people_in(&items[hidden - 1])))
        add_parts(&sum, &items[hidden++]);
    return hidden;
}

/* ------------------------------------------------------------------------ questions */

/* A choice, or having skipped the question. */
typedef struct item {
    size_t people;
    int *hidden;
} item;

static int by_people(const void *a, const void *b)
{
    const item *left = a, *right = b;
    return (left->people > right->people) - (left->people < right->people);
}

/* Hide some of the items that make up an open number. Returns 0 when that leaves one person for each of them. */
static int hide_items(item *items, size_t count, size_t min_cell)
{
    sk_parts parts[SCHAKEL_CHOICES_MAX + 1] = {{{0}}};
    size_t people = 0;
    if (count != 0)
        qsort(items, count, sizeof *items, by_people);
    for (size_t i = 0; i < count; i++) {
        parts[i] = (sk_parts){{items[i].people, 0, 0}};
        people += items[i].people;
    }
    size_t hidden = hide_smallest(parts, count, 0, min_cell);
    for (size_t i = 0; i < count; i++)
        *items[i].hidden = i < hidden;
    return hidden < count || count == 0 || people > count;
}

enum { EITHER_PART = SK_PARTS };

/* Hide some of the choices in one part, or in either. Returns 0 when that leaves one person for each of them. */
static int hide_choices(const sk_question *question, int part, size_t min_cell, sk_shown_question *out)
{
    item items[SCHAKEL_CHOICES_MAX + 1];
    size_t count = 0;
    int skipped_hidden; /* they are few, so always */
    for (size_t i = 0; i < question->record.choice_count; i++) {
        int own = question->choice_counted[i] ? SK_COUNTED : SK_OTHER;
        if (question->choice_people[i] != 0 && (part == EITHER_PART || part == own))
            items[count++] = (item){question->choice_people[i], &out->choice_hidden[i]};
    }
    if (out->few_skipped && part != SK_COUNTED)
        items[count++] = (item){question->all.people[SK_SKIPPED], &skipped_hidden};
    return hide_items(items, count, min_cell);
}

static void show_question(const sk_question *question, size_t min_cell, sk_shown_question *out)
{
    sk_parts all = question->all;
    size_t given = all.people[SK_COUNTED] + all.people[SK_OTHER];
    out->few_skipped = !sk_is_open(all.people[SK_SKIPPED], min_cell);
    out->n = out->few_skipped ? given + all.people[SK_SKIPPED] : given;
    out->counted_hidden = !sk_is_open(all.people[SK_COUNTED], min_cell) ||
                          !sk_is_open(out->n - all.people[SK_COUNTED], min_cell) ||
                          !hide_choices(question, SK_COUNTED, min_cell, out) ||
                          !hide_choices(question, SK_OTHER, min_cell, out);
    out->hidden = !sk_is_open(out->n, min_cell) ||
                  (out->counted_hidden && !hide_choices(question, EITHER_PART, min_cell, out));
    for (size_t i = 0; out->hidden && i < question->record.choice_count; i++)
        out->choice_hidden[i] = 1;
    out->counted_hidden |= out->hidden;
}

/* --------------------------------------------------------------------------- tables */

/* Is the size of this group of a background question not told by what is shown of the question? */
static int group_is_hidden(const sk_question *question, const sk_shown_question *shown, const char *key)
{
    for (size_t i = 0; i < question->record.choice_count; i++)
        if (strcmp(question->record.choices[i], key) == 0)
            return shown->choice_hidden[i];
    return shown->few_skipped;
}

/* How many of the groups are hidden on every question, since they are among its choices. */
static size_t least_hidden(const sk_answers *answers, const sk_breakdown *breakdown, const sk_shown *shown)
{
    size_t hidden = 0;
    if (breakdown->kind != SCHAKEL_BY_BACKGROUND || shown->questions[breakdown->question].hidden)
        return 0;
    for (size_t i = 0; i < breakdown->group_count; i++)
        if (group_is_hidden(&answers->questions[breakdown->question], &shown->questions[breakdown->question],
                            breakdown->groups[i].key))
            hidden = i + 1;
    return hidden;
}

static void join_skipped(sk_shown_table *table)
{
    table->with_skipped = 1;
    for (size_t i = 0; i < table->group_count; i++) {
        table->cells[i].people[SK_OTHER] += table->cells[i].people[SK_SKIPPED];
        table->cells[i].people[SK_SKIPPED] = 0;
    }
}

static int show_table(const sk_answers *answers, const sk_breakdown *breakdown, size_t question,
                      size_t min_cell, sk_arena *arena, const sk_shown *shown, sk_shown_table *table)
{
    const sk_shown_question *of_question = &shown->questions[question];
    size_t count = breakdown->group_count;
    table->group_count = table->hidden_count = count;
    table->cells = sk_arena_array(arena, count, sizeof *table->cells, 0);
    if (table->cells == NULL)
        return 0;
    sk_answers_cross(answers, breakdown, question, table->cells);
    if (of_question->few_skipped)
        join_skipped(table);
    if (of_question->counted_hidden)
        return 1;
    size_t least = least_hidden(answers, breakdown, shown);
    table->hidden_count = hide_smallest(table->cells, count, least, min_cell);
    if (table->hidden_count == count && !table->with_skipped) {
        join_skipped(table);
        table->hidden_count = hide_smallest(table->cells, count, least, min_cell);
    }
    return 1;
}

/* ------------------------------------------------------------------------- crossings */

/* Two questions in one breakdown, at the groups that both show; who are hidden on either are together. */
typedef struct pair {
    const sk_shown_table *tables[2];
    size_t hidden;
} pair;

static pair pair_of(const sk_shown_table *a, const sk_shown_table *b)
{
    return (pair){{a, b}, a->hidden_count > b->hidden_count ? a->hidden_count : b->hidden_count};
}

/* Of a group: who are in a part of a question, less who are not. */
static int64_t balance(const sk_parts *parts, int part)
{
    return 2 * (int64_t)parts->people[part] - (int64_t)people_in(parts);
}

/*
 * The most that groups can add up to, each taken as it is or reversed, of t1 + sign t2; at least one group is
 * taken as it is and one reversed, since else the breakdown does not come into it.
 */
static int64_t most_of(const pair *p, const int parts[2], int sign)
{
    int64_t most = 0, hidden = 0, least = INT64_MAX;
    int up = 0, down = 0;
    for (size_t i = 0; i < p->tables[0]->group_count; i++) {
        int64_t value =
            balance(&p->tables[0]->cells[i], parts[0]) + sign * balance(&p->tables[1]->cells[i], parts[1]);
        if (i < p->hidden) {
            hidden += value;
            if (i + 1 < p->hidden)
                continue;
            value = hidden;
        }
        up |= value >= 0;
        down |= value <= 0;
        value = value < 0 ? -value : value;
        most += value;
        least = value < least ? value : least;
    }
    return up && down ? most : most - 2 * least;
}

/* Is there among the sets of two breakdowns and two questions one of fewer than min_cell respondents? */
static int crossing_is_small(const pair *a, const pair *b, size_t responses, size_t min_cell)
{
    for (int i = 0; i < SK_PARTS * SK_PARTS * 2; i++) {
        const int parts[2] = {i % SK_PARTS, i / SK_PARTS % SK_PARTS};
        int sign = i < SK_PARTS * SK_PARTS ? 1 : -1;
        int64_t most = most_of(a, parts, sign) + most_of(b, parts, -sign);
        /* The set has (2 responses - sum) / 4 people. */
        if (2 * (int64_t)responses - most < 4 * (int64_t)min_cell)
            return 1;
    }
    return 0;
}

static int has_shown_rows(const sk_shown_table *table)
{
    return table->cells != NULL && table->hidden_count < table->group_count;
}

/* Hide the last of the four tables of which such a set can be worked out. */
static void hide_crossing(const sk_answers *answers, sk_shown_table *first, sk_shown_table *second, size_t q1,
                          size_t q2, size_t min_cell)
{
    pair a = pair_of(&first[q1], &first[q2]), b = pair_of(&second[q1], &second[q2]);
    if (has_shown_rows(&first[q1]) && has_shown_rows(&first[q2]) && has_shown_rows(&second[q1]) &&
        has_shown_rows(&second[q2]) && crossing_is_small(&a, &b, answers->response_count, min_cell))
        second[q2].hidden_count = second[q2].group_count;
}

static void hide_crossings(const sk_answers *answers, size_t min_cell, sk_shown *shown)
{
    size_t questions = answers->question_count;
    for (size_t b2 = 1; b2 < answers->breakdown_count; b2++)
        for (size_t b1 = 0; b1 < b2; b1++)
            for (size_t q2 = 1; q2 < questions; q2++)
                for (size_t q1 = 0; q1 < q2; q1++)
                    hide_crossing(answers, shown->tables + b1 * questions, shown->tables + b2 * questions, q1,
                                  q2, min_cell);
}

/* -------------------------------------------------------------------------- the whole */

int sk_answers_hide(const sk_answers *answers, size_t min_cell, sk_arena *arena, sk_shown *shown)
{
    size_t questions = answers->question_count, breakdowns = answers->breakdown_count;
    shown->questions = sk_arena_array(arena, questions, sizeof *shown->questions, 0);
    shown->tables = sk_arena_array(arena, questions * breakdowns, sizeof *shown->tables, 0);
    if (shown->questions == NULL || shown->tables == NULL)
        return 0;
    for (size_t q = 0; q < questions; q++)
        show_question(&answers->questions[q], min_cell, &shown->questions[q]);
    for (size_t b = 0; b < breakdowns; b++)
        for (size_t q = 0; q < questions; q++)
            /* With one respondent for each group even their names would tell it all. */
            if (sk_question_has_rows(&answers->questions[q]) &&
                answers->breakdowns[b].group_count < answers->response_count &&
                !show_table(answers, &answers->breakdowns[b], q, min_cell, arena, shown,
                            &shown->tables[b * questions + q]))
                return 0;
    hide_crossings(answers, min_cell, shown);
    return 1;
}
