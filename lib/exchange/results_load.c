/* A load as JSON. */
#include "base/error.h"
#include "exchange/results.h"
#include "schakel/exchange.h"

/* By value of schakel_load_people and schakel_load_moment. */
static const char *const people_words[] = {"adults", "offerers"};
static const char *const moment_words[] = {"recorded", "with_plan"};

static void write_total(sk_json_writer *json, const schakel_load *load, int people, int moment)
{
    schakel_load_total total = SCHAKEL_LOAD_TOTAL_INIT;
    schakel_load_get_total(load, (schakel_load_people)people, (schakel_load_moment)moment, &total);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "people", people_words[people]);
    sk_json_text(json, "moment", moment_words[moment]);
    sk_json_count(json, "adults", total.adults, total.hidden);
    sk_json_count(json, "asked", total.asked, total.hidden);
    sk_json_count(json, "never_asked", total.never_asked, total.hidden);
    sk_json_count(json, "most_asked", total.most_asked, total.hidden);
    if (total.hidden)
        sk_json_null(json, "most_or_more");
    else
        sk_json_boolean(json, "most_or_more", total.most_or_more);
    sk_json_count(json, "most_adults", total.most_adults, total.hidden);
    sk_json_count(json, "asks", total.asks, total.asks_hidden);
    sk_json_figure(json, "mean", total.mean, total.asks_hidden);
    sk_json_figure(json, "gini", total.gini, total.asks_hidden);
    sk_json_close(json, '}');
}

static void write_bins(sk_json_writer *json, const schakel_load *load, int moment)
{
    for (size_t i = 0; i < schakel_load_bin_count(load, (schakel_load_moment)moment); i++) {
        schakel_load_bin bin = SCHAKEL_LOAD_BIN_INIT;
        schakel_load_get_bin(load, (schakel_load_moment)moment, i, &bin);
        sk_json_open(json, NULL, '{');
        sk_json_text(json, "moment", moment_words[moment]);
        sk_json_integer(json, "asks", (int64_t)bin.asks);
        sk_json_boolean(json, "or_more", bin.or_more);
        sk_json_integer(json, "adults", (int64_t)bin.adults);
        sk_json_count(json, "offerers", bin.offerers, bin.offerers_hidden);
        sk_json_close(json, '}');
    }
}

static void write_row(sk_json_writer *json, const schakel_load *load, size_t index)
{
    schakel_load_row row = SCHAKEL_LOAD_ROW_INIT;
    schakel_load_get_row(load, index, &row);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "breakdown", sk_breakdown_word((int)row.breakdown));
    sk_json_text(json, "key", row.key);
    sk_json_count(json, "adults", row.adults, row.hidden);
    sk_json_count(json, "offerers", row.offerers, row.offerers_hidden);
    sk_json_count(json, "asked", row.asked, row.hidden);
    sk_json_count(json, "never_asked", row.never_asked, row.hidden);
    sk_json_count(json, "asked_with_plan", row.asked_with_plan, row.plan_hidden);
    sk_json_count(json, "never_asked_with_plan", row.never_asked_with_plan, row.plan_hidden);
    sk_json_count(json, "asks", row.asks, row.asks_hidden);
    sk_json_count(json, "asks_with_plan", row.asks_with_plan, row.asks_hidden || row.plan_hidden);
    sk_json_figure(json, "mean", row.mean, row.asks_hidden);
    sk_json_figure(json, "mean_with_plan", row.mean_with_plan, row.asks_hidden || row.plan_hidden);
    sk_json_close(json, '}');
}

schakel_status schakel_load_to_json(const schakel_load *load, schakel_language language, char **out,
                                    size_t *length, schakel_error *error)
{
    sk_json_writer json;
    schakel_load_options options = SCHAKEL_LOAD_OPTIONS_INIT;
    if (!sk_result_begin(&json, load, out, 0, error))
        return SCHAKEL_MISUSE;
    schakel_load_get_options(load, &options);
    sk_json_date(&json, "from", options.from);
    sk_json_date(&json, "until", options.until);
    sk_json_integer(&json, "min_cell", options.min_cell);
    sk_json_hiding_rule(&json, sk_handle_allocator(load), options.min_cell, language);
    sk_json_boolean(&json, "has_plan", schakel_load_has_plan(load));
    sk_json_open(&json, "totals", '[');
    for (int people = SCHAKEL_LOAD_ADULTS; people <= SCHAKEL_LOAD_OFFERERS; people++)
        for (int moment = SCHAKEL_LOAD_RECORDED; moment <= SCHAKEL_LOAD_WITH_PLAN; moment++)
            write_total(&json, load, people, moment);
    sk_json_close(&json, ']');
    sk_json_open(&json, "bins", '[');
    for (int moment = SCHAKEL_LOAD_RECORDED; moment <= SCHAKEL_LOAD_WITH_PLAN; moment++)
        write_bins(&json, load, moment);
    sk_json_close(&json, ']');
    sk_json_open(&json, "rows", '[');
    for (size_t i = 0; i < schakel_load_row_count(load); i++)
        write_row(&json, load, i);
    sk_json_close(&json, ']');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}
