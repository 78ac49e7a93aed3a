/* Moments, and a spread of them, as JSON. */
#include "base/error.h"
#include "exchange/results.h"
#include "schakel/exchange.h"

/* By value of schakel_spread_each. */
static const char *const each_words[] = {"adults", "families"};

static void write_slot(sk_json_writer *json, size_t index, const schakel_slot *slot)
{
    sk_json_integer(json, "slot", (int64_t)index);
    sk_json_date(json, "date", slot->date);
    sk_json_time(json, "start", slot->start);
    sk_json_time(json, "end", slot->end);
}

static void write_people(sk_json_writer *json, const schakel_timing *timing)
{
    schakel_timing_people people = SCHAKEL_TIMING_PEOPLE_INIT;
    schakel_timing_get_people(timing, &people);
    sk_json_open(json, "people", '{');
    sk_json_integer(json, "families", (int64_t)people.families);
    sk_json_integer(json, "adults", (int64_t)people.adults);
    sk_json_integer(json, "mothers", (int64_t)people.mothers);
    sk_json_integer(json, "fathers", (int64_t)people.fathers);
    sk_json_integer(json, "unknown", (int64_t)people.unknown);
    sk_json_close(json, '}');
}

static void write_moment(sk_json_writer *json, const schakel_timing *timing, size_t rank)
{
    schakel_timing_row row = SCHAKEL_TIMING_ROW_INIT;
    schakel_timing_get(timing, rank, &row);
    sk_json_open(json, NULL, '{');
    write_slot(json, row.slot_index, &row.slot);
    sk_json_integer(json, "families", (int64_t)row.families);
    sk_json_integer(json, "adults", (int64_t)row.adults);
    sk_json_integer(json, "mothers", (int64_t)row.mothers);
    sk_json_integer(json, "fathers", (int64_t)row.fathers);
    sk_json_integer(json, "unknown", (int64_t)row.unknown);
    sk_json_open(json, "shut_out", '[');
    for (size_t i = 0; i < schakel_timing_shut_out_count(timing, rank); i++)
        sk_json_text(json, NULL, schakel_timing_shut_out(timing, rank, i));
    sk_json_close(json, ']');
    sk_json_close(json, '}');
}

schakel_status schakel_timing_to_json(const schakel_timing *timing, char **out, size_t *length,
                                      schakel_error *error)
{
    sk_json_writer json;
    if (!sk_result_begin(&json, timing, out, 0, error))
        return SCHAKEL_MISUSE;
    write_people(&json, timing);
    sk_json_open(&json, "moments", '[');
    for (size_t rank = 0; rank < schakel_timing_count(timing); rank++)
        write_moment(&json, timing, rank);
    sk_json_close(&json, ']');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}

static void write_chosen(sk_json_writer *json, const schakel_spread *spread)
{
    sk_json_open(json, "moments", '[');
    for (size_t i = 0; i < schakel_spread_count(spread); i++) {
        schakel_spread_moment moment = SCHAKEL_SPREAD_MOMENT_INIT;
        schakel_spread_get(spread, i, &moment);
        sk_json_open(json, NULL, '{');
        write_slot(json, moment.slot_index, &moment.slot);
        sk_json_integer(json, "can_come", (int64_t)moment.can_come);
        sk_json_integer(json, "first_time", (int64_t)moment.first_time);
        sk_json_close(json, '}');
    }
    sk_json_close(json, ']');
}

schakel_status schakel_spread_to_json(const schakel_spread *spread, char **out, size_t *length,
                                      schakel_error *error)
{
    sk_json_writer json;
    schakel_spread_summary summary = SCHAKEL_SPREAD_SUMMARY_INIT;
    if (!sk_result_begin(&json, spread, out, 0, error))
        return SCHAKEL_MISUSE;
    schakel_spread_get_summary(spread, &summary);
    sk_json_text(&json, "each", each_words[summary.each]);
    write_chosen(&json, spread);
    sk_json_open(&json, "missed", '[');
    for (size_t i = 0; i < schakel_spread_missed_count(spread); i++)
        sk_json_text(&json, NULL, schakel_spread_missed(spread, i));
    sk_json_close(&json, ']');
    sk_json_open(&json, "proof", '{');
    sk_json_integer(&json, "people", (int64_t)summary.people);
    sk_json_integer(&json, "reached", (int64_t)summary.reached);
    sk_json_integer(&json, "bound", (int64_t)summary.bound);
    sk_json_integer(&json, "fewest", (int64_t)summary.fewest);
    sk_json_boolean(&json, "optimal", summary.optimal);
    sk_json_close(&json, '}');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}
