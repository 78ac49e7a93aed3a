/* An engagement as JSON. */
#include "exchange/results.h"
#include "schakel/exchange.h"
#include "school/shape.h"

static const char *const unit_words[] = {"adults", "families", "children"};
static const char *const by_words[] = {"anything", "kind", "contact", "round", "month", "year_before"};

static void write_way(sk_json_writer *json, const schakel_engagement *engagement, size_t index)
{
    schakel_reach_way way = SCHAKEL_REACH_WAY_INIT;
    schakel_engagement_get_way(engagement, index, &way);
    int has_kind = way.by == SCHAKEL_REACHED_BY_KIND || way.by == SCHAKEL_REACHED_IN_ROUND;
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "by", by_words[way.by]);
    sk_json_text(json, "kind", has_kind ? sk_word(SCHAKEL_KIND_ACTIVITY, "kind", way.kind) : NULL);
    sk_json_text(json, "entry", way.entry_id);
    sk_json_text(json, "title", way.title);
    sk_json_date(json, "first", way.first);
    sk_json_date(json, "last", way.last);
    sk_json_integer(json, "occasions", (int64_t)way.occasions);
    sk_json_boolean(json, "same_few", way.same_few);
    sk_json_close(json, '}');
}

static void write_row(sk_json_writer *json, const schakel_engagement *engagement, size_t index)
{
    schakel_engagement_row row = SCHAKEL_ENGAGEMENT_ROW_INIT;
    schakel_engagement_get_row(engagement, index, &row);
    sk_json_open(json, NULL, '{');
    sk_json_integer(json, "way", (int64_t)row.way);
    sk_json_text(json, "unit", unit_words[row.unit]);
    sk_json_text(json, "breakdown", sk_breakdown_word((int)row.breakdown));
    sk_json_text(json, "key", row.key);
    sk_json_count(json, "people", row.people, row.hidden && row.at_least == 0);
    sk_json_count(json, "reached", row.reached, row.hidden);
    sk_json_count(json, "never_reached", row.never_reached, row.hidden);
    sk_json_count(json, "only_problems", row.only_problems, row.problems_hidden);
    sk_json_count(json, "at_least", row.at_least, row.at_least == 0);
    sk_json_close(json, '}');
}

static void write_asks(sk_json_writer *json, const schakel_reach *reach, schakel_language language)
{
    if (reach == NULL) {
        sk_json_null(json, "asks");
        return;
    }
    sk_json_open(json, "asks", '{');
    sk_json_reach(json, reach, language);
    sk_json_close(json, '}');
}

schakel_status schakel_engagement_to_json(const schakel_engagement *engagement, const schakel_reach *reach,
                                          schakel_language language, char **out, size_t *length,
                                          schakel_error *error)
{
    sk_json_writer json;
    schakel_engagement_options options = SCHAKEL_ENGAGEMENT_OPTIONS_INIT;
    if (!sk_result_begin(&json, engagement, out, 0, error))
        return SCHAKEL_MISUSE;
    schakel_engagement_get_options(engagement, &options);
    sk_json_text(&json, "school", schakel_engagement_school(engagement));
    sk_json_date(&json, "from", options.from);
    sk_json_date(&json, "until", options.until);
    sk_json_integer(&json, "min_cell", options.min_cell);
    sk_json_hiding_rule(&json, sk_handle_allocator(engagement), options.min_cell, language);
    sk_json_open(&json, "ways", '[');
    for (size_t i = 0; i < schakel_engagement_way_count(engagement); i++)
        write_way(&json, engagement, i);
    sk_json_close(&json, ']');
    sk_json_open(&json, "rows", '[');
    for (size_t i = 0; i < schakel_engagement_row_count(engagement); i++)
        write_row(&json, engagement, i);
    sk_json_close(&json, ']');
    write_asks(&json, reach, language);
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}
