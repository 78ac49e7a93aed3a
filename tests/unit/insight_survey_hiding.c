/*
 * No small group follows from a survey. An attacker writes down every figure that a result shows as a sum over all
 * combinations of role, language and answers, and looks for every set of combinations whose number of respondents
 * follows by adding, subtracting, multiplying and dividing: every vector of 0 and 1 in the row space of the figures, by exact
 * arithmetic. The combinations of a set of nobody are struck out, and the search begins anew.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdlib.h>

#include "unit/effort.h"
#include "unit/insight_surveys.h"

/* Numbers that are the same on every machine (Knuth's constants, TAOCP 3.3.4). */
static uint32_t random_below(uint64_t *seed, uint32_t bound)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33) % bound;
}

/* ------------------------------------------------------------ a survey to attack */

enum { QUESTIONS = 3, MOST_PEOPLE = 64, ROLES = 3, LANGUAGES = 3 };

static const char *const languages[LANGUAGES] = {"nl", "tr", "ar"};
static const char *const role_keys[ROLES] = {"unknown", "mother", "father"};

typedef struct survey {
    size_t questions, choices[QUESTIONS], counted[QUESTIONS];
    int background; /* is the last question one? */
    size_t people;
    int role[MOST_PEOPLE], language[MOST_PEOPLE], answers[MOST_PEOPLE][QUESTIONS];
    int min_cell;
} survey;

static void draw_shape(survey *s, uint64_t *seed)
{
    memset(s, 0, sizeof *s);
    s->questions = 2 + random_below(seed, 2);
    s->background = s->questions == 3 && random_below(seed, 2);
    s->min_cell = 2 + (int)random_below(seed, 3);
    for (size_t q = 0; q < s->questions; q++) {
        s->choices[q] = 2 + random_below(seed, 2);
        s->counted[q] = 1 + random_below(seed, (uint32_t)s->choices[q] - 1);
        if (random_below(seed, 8) == 0)
            s->counted[q] = 0;
    }
}

/* Small and lopsided, so that much is nearly shown. */
static void draw_people(survey *s, uint64_t *seed)
{
    uint32_t skew = 1 + random_below(seed, 3), skips = random_below(seed, 3) == 0 ? 4 : 1000;
    s->people = 4 + random_below(seed, MOST_PEOPLE - 4);
    for (size_t i = 0; i < s->people; i++) {
        s->role[i] = (int)(random_below(seed, skew) == 0 ? random_below(seed, ROLES) : 1);
        s->language[i] = (int)(random_below(seed, skew) == 0 ? random_below(seed, LANGUAGES) : 0);
        for (size_t q = 0; q < s->questions; q++)
            s->answers[i][q] =
                random_below(seed, skips) == 0 ? SKIPS : (int)random_below(seed, (uint32_t)s->choices[q]);
    }
}

/* What all of one group answer, or SKIPS; -2 when they differ. */
static int habit(uint64_t *seed, size_t choices)
{
    return (int)random_below(seed, (uint32_t)choices + 4) - 4 < SKIPS
               ? -2
               : (int)random_below(seed, (uint32_t)choices + 1) - 1;
}

/* Some languages go with one role, and some groups have one answer: figures of 0 that say who cannot be where. */
static void draw_habits(survey *s, uint64_t *seed)
{
    int role_of_language[LANGUAGES], habits[2][LANGUAGES][QUESTIONS];
    for (int i = 0; i < LANGUAGES; i++) {
        role_of_language[i] = (int)random_below(seed, ROLES + 2);
        for (size_t q = 0; q < s->questions; q++) {
            habits[0][i][q] = habit(seed, s->choices[q]);
            habits[1][i][q] = habit(seed, s->choices[q]);
        }
    }
    for (size_t i = 0; i < s->people; i++) {
        int language = s->language[i], of_language = role_of_language[language];
        int role = of_language < ROLES ? of_language : s->role[i];
        s->role[i] = role;
        for (size_t q = 0; q < s->questions; q++) {
            if (habits[0][language][q] != -2)
                s->answers[i][q] = habits[0][language][q];
            else if (habits[1][role][q] != -2)
                s->answers[i][q] = habits[1][role][q];
        }
    }
}

/* Role and language pick together which question tells the role: almost nobody is in the set of the crossing. */
static void draw_crossing(survey *s, uint64_t *seed)
{
    s->questions = 2;
    s->background = 0;
    s->people = MOST_PEOPLE - random_below(seed, 8);
    size_t others = random_below(seed, 3); /* who are in it */
    for (size_t q = 0; q < 2; q++)
        s->choices[q] = 2, s->counted[q] = 1;
    for (size_t i = 0; i < s->people; i++) {
        int role = (int)random_below(seed, 2), language = (int)random_below(seed, 2),
            first = (int)random_below(seed, 2);
        int chosen = role ^ 1;
        s->role[i] = role + 1;
        s->language[i] = language;
        s->answers[i][role != language] = chosen;
        s->answers[i][role == language] = first;
        if (i < others)
            s->answers[i][role != language] = !chosen;
    }
}

static void add_people(survey *s, int role, int language, int first, int second, int count)
{
    for (int i = 0; i < count; i++, s->people++) {
        s->role[s->people] = role;
        s->language[s->people] = language;
        s->answers[s->people][0] = first;
        s->answers[s->people][1] = second;
    }
}

/*
 * Fathers all say yes to the first question and speakers of Turkish all no. If those zeros were told, all speakers of
 * Turkish would be known as mothers, and the other mothers who say no to the second would follow: one or two.
 */
static void draw_zeros(survey *s, uint64_t *seed)
{
    int enough = s->min_cell;
    s->questions = 2;
    s->background = 0;
    s->people = 0;
    for (size_t q = 0; q < 2; q++)
        s->choices[q] = 2, s->counted[q] = 1;
    add_people(s, 1, 1, 1, 0, enough);
    add_people(s, 1, 1, 1, 1, enough);
    add_people(s, 2, 0, 0, 0, enough + (int)random_below(seed, 5));
    add_people(s, 2, 0, 0, 1, enough + (int)random_below(seed, 5));
    add_people(s, 1, 0, 1, 0, enough + (int)random_below(seed, 5));
    add_people(s, 1, 0, 1, 1, 1 + (int)random_below(seed, 2));
}

static schakel_school *build(const survey *s)
{
    schakel_school *school = build_survey(1);
    for (size_t q = 0; q < s->questions; q++) {
        char id[24];
        snprintf(id, sizeof id, "q%zu", q);
        build_question(school, id, s->choices[q], s->counted[q], s->background && q + 1 == s->questions);
    }
    for (size_t i = 0; i < s->people; i++)
        build_response(school, (schakel_respondent)s->role[i], languages[s->language[i]], s->answers[i],
                       s->questions);
    return school;
}

/* ------------------------------------------------------------- what is written down */

enum { MOST_CELLS = ROLES * LANGUAGES * 4 * 4 * 4, MOST_FIGURES = 128 };

/* A combination: role, language, and the answer to each question, where what is past the choices is none. */
typedef struct combination {
    int role, language, answers[QUESTIONS];
} combination;

typedef struct notes {
    const survey *survey;
    combination cells[MOST_CELLS];
    size_t cell_count;
    unsigned char figures[MOST_FIGURES][MOST_CELLS];
    size_t people[MOST_FIGURES];
    size_t figure_count;
} notes;

/* Whom a figure is over: -1 for all. */
typedef struct over {
    int role, language;
    int question, from, until; /* answers */
    int background;            /* an answer to the last question */
} over;

static int is_in(const notes *n, const combination *c, const over *o)
{
    return (o->role < 0 || c->role == o->role) && (o->language < 0 || c->language == o->language) &&
           (o->background < 0 || c->answers[n->survey->questions - 1] == o->background) &&
           (o->question < 0 || (c->answers[o->question] >= o->from && c->answers[o->question] < o->until));
}

static void write_down(notes *n, over o, size_t people)
{
    assert_true(n->figure_count < MOST_FIGURES);
    for (size_t i = 0; i < n->cell_count; i++)
        n->figures[n->figure_count][i] = (unsigned char)is_in(n, &n->cells[i], &o);
    n->people[n->figure_count++] = people;
}

static void list_cells(notes *n)
{
    const survey *s = n->survey;
    size_t answers[QUESTIONS] = {1, 1, 1};
    n->cell_count = 0;
    for (size_t q = 0; q < s->questions; q++)
        answers[q] = s->choices[q] + 1;
    for (int role = 0; role < ROLES; role++)
        for (int language = 0; language < LANGUAGES; language++)
            for (size_t i = 0; i < answers[0] * answers[1] * answers[2]; i++)
                n->cells[n->cell_count++] =
                    (combination){role,
                                  language,
                                  {(int)(i % answers[0]), (int)(i / answers[0] % answers[1]),
                                   (int)(i / answers[0] / answers[1])}};
}

static int place_in(const char *const *names, int count, const char *name)
{
    int i = 0;
    while (i < count && strcmp(names[i], name) != 0)
        i++;
    return i;
}

static void write_rows(notes *n, const schakel_survey_result *result)
{
    for (size_t i = 0; i < schakel_survey_result_row_count(result); i++) {
        schakel_survey_row row = row_at(result, i);
        int question = (int)row.question, counted = (int)n->survey->counted[row.question];
        over o = {-1, -1, question, 0, counted, -1};
        if (row.breakdown == SCHAKEL_BY_ROLE)
            o.role = place_in(role_keys, ROLES, row.key);
        else if (row.breakdown == SCHAKEL_BY_LANGUAGE)
            o.language = place_in(languages, LANGUAGES, row.key);
        else
            o.background = row.key[0] == '\0' ? (int)n->survey->choices[n->survey->questions - 1]
                                              : place_in(survey_choices, 6, row.key);
        if (row.hidden)
            continue;
        write_down(n, o, row.counted);
        o.until = (int)n->survey->choices[row.question];
        if (row.with_skipped)
            o.until++;
        write_down(n, o, row.n);
    }
}

static void take_notes(notes *n, const survey *s, const schakel_survey_result *result)
{
    const over all = {-1, -1, -1, 0, 0, -1};
    n->survey = s;
    n->figure_count = 0;
    list_cells(n);
    write_down(n, all, summary_of(result).responses);
    for (size_t q = 0; q < s->questions; q++) {
        schakel_question_result question = question_at(result, q);
        over o = {-1, -1, (int)q, 0, (int)s->choices[q], -1};
        if (!question.hidden && question.n != s->people)
            write_down(n, o, question.n);
        o.until = (int)s->counted[q];
        if (question.has_counted && !question.counted_hidden)
            write_down(n, o, question.counted);
        for (size_t i = 0; i < s->choices[q]; i++) {
            schakel_choice_result choice = choice_at(result, q, i);
            o.from = (int)i;
            o.until = (int)i + 1;
            if (!choice.hidden)
                write_down(n, o, choice.count);
        }
    }
    write_rows(n, result);
}

/* -------------------------------------------------------------------- the attack */

static int64_t gcd(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

/* Figures as rows; the last column is the number of people. After it each row has a pivot of its own. */
typedef struct matrix {
    int64_t rows[MOST_FIGURES][MOST_CELLS + 1];
    size_t row_count, columns;
    size_t pivots[MOST_FIGURES];
} matrix;

/* Cells that the figures cannot tell apart make one column; what a 0 rules out makes none. */
static void fill_matrix(matrix *m, const notes *n)
{
    m->columns = 0;
    m->row_count = n->figure_count;
    for (size_t i = 0; i < n->cell_count; i++) {
        int ruled_out = 0;
        size_t same = 0;
        for (size_t f = 0; f < n->figure_count; f++) {
            ruled_out |= n->people[f] == 0 && n->figures[f][i];
            m->rows[f][m->columns] = n->figures[f][i];
        }
        for (; same < m->columns; same++) {
            size_t f = 0;
            while (f < n->figure_count && m->rows[f][same] == m->rows[f][m->columns])
                f++;
            if (f == n->figure_count)
                break;
        }
        m->columns += !ruled_out && same == m->columns;
    }
    for (size_t f = 0; f < n->figure_count; f++)
        m->rows[f][m->columns] = (int64_t)n->people[f];
}

static void reduce_row(int64_t *row, size_t length)
{
    int64_t common = 0;
    for (size_t i = 0; i < length; i++)
        common = gcd(common, row[i]);
    for (size_t i = 0; i < length && common > 1; i++)
        row[i] /= common;
    for (size_t i = 0; i < length; i++)
        assert_true(row[i] > -1000000000 && row[i] < 1000000000);
}

/* Gauss and Jordan without fractions. */
static void solve(matrix *m)
{
    size_t rank = 0, length = m->columns + 1;
    for (size_t column = 0; column < m->columns && rank < m->row_count; column++) {
        size_t from = rank;
        while (from < m->row_count && m->rows[from][column] == 0)
            from++;
        if (from == m->row_count)
            continue;
        for (size_t i = 0; i < length; i++) {
            int64_t other = m->rows[from][i];
            m->rows[from][i] = m->rows[rank][i];
            m->rows[rank][i] = other;
        }
        for (size_t row = 0; row < m->row_count; row++) {
            int64_t factor = m->rows[row][column], pivot = m->rows[rank][column];
            if (row == rank || factor == 0)
                continue;
            for (size_t i = 0; i < length; i++)
                m->rows[row][i] = m->rows[row][i] * pivot - m->rows[rank][i] * factor;
            reduce_row(m->rows[row], length);
        }
        m->pivots[rank++] = column;
    }
    m->row_count = rank;
}

typedef struct search {
    const matrix *matrix;
    int64_t scale;                              /* 1, in what follows */
    int64_t rows[MOST_FIGURES][MOST_CELLS + 1]; /* with 1 at the pivot */
    int64_t low[MOST_FIGURES + 1][MOST_CELLS],
        high[MOST_FIGURES + 1][MOST_CELLS]; /* what later rows can add */
    size_t touched[MOST_FIGURES][MOST_CELLS],
        touched_count[MOST_FIGURES]; /* the columns of a row that are not 0 */
    int64_t sums[MOST_CELLS], people;
    int64_t least_left[MOST_FIGURES + 1]; /* the fewest people that this and later rows can add */
    int min_cell;
    size_t small;                     /* sets of too few people */
    unsigned char nobody[MOST_CELLS]; /* columns of a set of nobody */
    int found_nobody;
} search;

/* May each column that a row touches still come to 0 or to 1, whatever the later rows are? */
static int may_be_a_set(const search *s, size_t row)
{
    for (size_t k = 0; k < s->touched_count[row]; k++) {
        size_t i = s->touched[row][k];
        int64_t least = s->sums[i] + s->low[row + 1][i], most = s->sums[i] + s->high[row + 1][i];
        if ((least > 0 || most < 0) && (least > s->scale || most < s->scale))
            return 0;
    }
    return 1;
}

static void add_row(search *s, size_t row, int64_t times)
{
    for (size_t k = 0; k < s->touched_count[row]; k++)
        s->sums[s->touched[row][k]] += times * s->rows[row][s->touched[row][k]];
    s->people += times * s->rows[row][s->matrix->columns];
}

/* Each pivot is in the set or not, which settles every other column. Sets that cannot be small any more are not looked for. */
static void search_from(search *s, size_t row)
{
    if (s->people + s->least_left[row] >= s->min_cell * s->scale)
        return;
    if (row == s->matrix->row_count) {
        s->small += s->people != 0;
        for (size_t i = 0; i < s->matrix->columns && s->people == 0; i++)
            if (s->sums[i] != 0)
                s->nobody[i] = 1, s->found_nobody = 1;
        return;
    }
    if (may_be_a_set(s, row))
        search_from(s, row + 1);
    add_row(s, row, 1);
    if (may_be_a_set(s, row))
        search_from(s, row + 1);
    add_row(s, row, -1);
}

static void prepare(search *s, const matrix *m, int min_cell)
{
    s->matrix = m;
    s->min_cell = min_cell;
    s->small = 0;
    s->found_nobody = 0;
    memset(s->nobody, 0, sizeof s->nobody);
    s->scale = 1;
    for (size_t row = 0; row < m->row_count; row++) {
        int64_t pivot = m->rows[row][m->pivots[row]];
        s->scale = s->scale / gcd(s->scale, pivot) * (pivot < 0 ? -pivot : pivot);
    }
    assert_true(s->scale < 1000000);
    memset(s->sums, 0, sizeof s->sums);
    s->people = s->least_left[m->row_count] = 0;
    memset(s->low[m->row_count], 0, sizeof s->low[0]);
    memset(s->high[m->row_count], 0, sizeof s->high[0]);
    for (size_t row = m->row_count; row-- > 0;) {
        s->touched_count[row] = 0;
        for (size_t i = 0; i <= m->columns; i++) {
            int64_t value = m->rows[row][i] * (s->scale / m->rows[row][m->pivots[row]]);
            s->rows[row][i] = value;
            if (i == m->columns) {
                s->least_left[row] = s->least_left[row + 1] + (value < 0 ? value : 0);
                continue;
            }
            if (value != 0)
                s->touched[row][s->touched_count[row]++] = i;
            s->low[row][i] = s->low[row + 1][i] + (value < 0 ? value : 0);
            s->high[row][i] = s->high[row + 1][i] + (value > 0 ? value : 0);
        }
    }
}

/* Leave out the columns of nobody. */
static void strike_out(matrix *m, const unsigned char *nobody)
{
    size_t kept = 0;
    for (size_t i = 0; i <= m->columns; i++) {
        if (i < m->columns && nobody[i])
            continue;
        for (size_t row = 0; row < m->row_count; row++)
            m->rows[row][kept] = m->rows[row][i];
        kept++;
    }
    m->columns = kept - 1;
}

/* How many sets of too few people follow. */
static size_t find_small_sets(search *s, matrix *m, int min_cell)
{
    do {
        solve(m);
        prepare(s, m, min_cell);
        search_from(s, 0);
        strike_out(m, s->nobody);
    } while (s->found_nobody && s->small == 0);
    return s->small;
}

/* Hidden groups and choices hold somebody; they must not be known to hold one each. */
static void hidden_ones_are_not_one_each(const survey *s, const schakel_survey_result *result)
{
    for (size_t q = 0; q < s->questions; q++) {
        size_t hidden = 0, shown = 0;
        schakel_question_result question = question_at(result, q);
        for (size_t i = 0; i < s->choices[q]; i++) {
            schakel_choice_result choice = choice_at(result, q, i);
            hidden += (size_t)choice.hidden;
            shown += choice.count;
        }
        assert_true(question.hidden || hidden == 0 || question.n - shown > hidden);
    }
    for (int b = SCHAKEL_BY_ROLE; b <= SCHAKEL_BY_LANGUAGE; b++)
        for (size_t q = 0; q < s->questions; q++) {
            size_t hidden = 0, people = 0;
            for (size_t i = 0; i < schakel_survey_result_row_count(result); i++) {
                schakel_survey_row row = row_at(result, i);
                if ((int)row.breakdown != b || row.question != q || !row.hidden)
                    continue;
                hidden++;
                for (size_t p = 0; p < s->people; p++)
                    people += b == SCHAKEL_BY_ROLE ? strcmp(role_keys[s->role[p]], row.key) == 0
                                                   : strcmp(languages[s->language[p]], row.key) == 0;
            }
            assert_true(hidden == 0 || people > hidden);
        }
}

/* Static: they are large. */
static notes written;
static matrix known;
static search attack;

static void no_small_group_follows_from_what_is_shown(void **state)
{
    size_t figures = 0, rows = 0, hidden_rows = 0, surveys_with_both = 0;
    uint64_t seed = 20261126;
    (void)state;
    for (int round = 0; round < 60 * EFFORT; round++) {
        survey s;
        draw_shape(&s, &seed);
        if (round % 6 == 0)
            draw_crossing(&s, &seed);
        else if (round % 6 == 1)
            draw_zeros(&s, &seed);
        else
            draw_people(&s, &seed);
        if (round % 6 > 3)
            draw_habits(&s, &seed);
        schakel_school *school = build(&s);
        schakel_survey_result *result = count_survey(school, s.min_cell);
        schakel_school_destroy(school);
        if (!summary_of(result).hidden) {
            take_notes(&written, &s, result);
            fill_matrix(&known, &written);
            size_t small = find_small_sets(&attack, &known, s.min_cell);
            if (small != 0)
                fail_msg("round %d: %zu sets of too few people", round, small);
            hidden_ones_are_not_one_each(&s, result);
            figures += known.row_count;
        }
        size_t shown_here = 0, hidden_here = 0;
        for (size_t i = 0; i < schakel_survey_result_row_count(result); i++) {
            schakel_survey_row row = row_at(result, i);
            hidden_here += (size_t)row.hidden;
            shown_here += !row.hidden;
        }
        rows += shown_here;
        hidden_rows += hidden_here;
        surveys_with_both += shown_here != 0 && hidden_here != 0;
        schakel_survey_result_destroy(result);
    }
    print_message("%zu figures that do not follow from others, %zu rows shown, %zu hidden, %zu with both\n",
                  figures, rows, hidden_rows, surveys_with_both);
    assert_true(figures > 400 * EFFORT && rows > 50 * EFFORT && surveys_with_both > EFFORT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_small_group_follows_from_what_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
