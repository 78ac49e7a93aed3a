/* A timetable as JSON. */
#include "exchange/results.h"
#include "school/shape.h"
#include "schakel/exchange.h"

/* By schakel_unplaced_reason. */
static const char *const reason_words[] = {NULL,          "no_staff", "no_adult", "windows",
                                           "interpreter", "too_long", "full"};

static void write_ids(sk_json_writer *json, const char *name, const char *const *ids, size_t count)
{
    sk_json_open(json, name, '[');
    for (size_t i = 0; i < count; i++)
        sk_json_text(json, NULL, ids[i]);
    sk_json_close(json, ']');
}

static void write_moments(sk_json_writer *json, const schakel_timetable *timetable, size_t index)
{
    size_t count = schakel_timetable_moment_count(timetable, index);
    size_t written = count < SCHAKEL_MOMENTS_WRITTEN ? count : SCHAKEL_MOMENTS_WRITTEN;
    sk_json_open(json, "other_moments", '[');
    for (size_t i = 0; i < written; i++) {
        schakel_timetable_moment moment = SCHAKEL_TIMETABLE_MOMENT_INIT;
        schakel_timetable_get_moment(timetable, index, i * count / written, &moment);
        sk_json_open(json, NULL, '{');
        sk_json_date(json, "date", moment.date);
        sk_json_time(json, "start", moment.start);
        sk_json_text(json, "room", moment.room);
        sk_json_boolean(json, "online", moment.online);
        sk_json_text(json, "staff", moment.staff_id);
        sk_json_close(json, '}');
    }
    sk_json_close(json, ']');
}

static void write_talk(sk_json_writer *json, const schakel_timetable *timetable, size_t index,
                       schakel_language language)
{
    schakel_timetable_row row = SCHAKEL_TIMETABLE_ROW_INIT;
    schakel_timetable_get(timetable, index, &row);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "child", row.child_id);
    write_ids(json, "adults", row.adult_ids, row.adult_count);
    write_ids(json, "staff", row.staff_ids, row.staff_count);
    sk_json_date(json, "date", row.date);
    sk_json_time(json, "start", row.start);
    sk_json_integer(json, "minutes", row.minutes);
    sk_json_text(json, "room", row.room);
    sk_json_boolean(json, "online", row.online);
    sk_json_text(json, "child_part", sk_word(SCHAKEL_KIND_TALK, "child_part", (int32_t)row.child));
    sk_json_boolean(json, "needs_bridge", row.needs_bridge);
    sk_json_text(json, "language", row.language);
    sk_json_text(json, "interpreter", row.interpreter_id);
    sk_json_boolean(json, "has_interpreter", row.has_interpreter);
    sk_json_boolean(json, "brings_interpreter", row.brings_interpreter);
    sk_json_text(json, "talk", row.talk_id);
    sk_json_boolean(json, "moved", row.moved);
    sk_json_boolean(json, "fixed", row.fixed);
    sk_json_text(json, "reason", reason_words[row.reason]);
    sk_json_text(json, "text", language == SCHAKEL_ENGLISH ? row.text_en : row.text_nl);
    write_moments(json, timetable, index);
    sk_json_close(json, '}');
}

static void write_summary(sk_json_writer *json, const schakel_timetable *timetable)
{
    schakel_timetable_summary summary = SCHAKEL_TIMETABLE_SUMMARY_INIT;
    schakel_timetable_get_summary(timetable, &summary);
    sk_json_open(json, "summary", '{');
    sk_json_integer(json, "talks", (int64_t)summary.talks);
    sk_json_integer(json, "placed", (int64_t)summary.placed);
    sk_json_integer(json, "most", (int64_t)summary.most);
    sk_json_integer(json, "cost", summary.cost);
    sk_json_integer(json, "bound", summary.bound);
    sk_json_boolean(json, "optimal", summary.optimal);
    sk_json_integer(json, "families", (int64_t)summary.families);
    sk_json_integer(json, "together", (int64_t)summary.together);
    sk_json_integer(json, "wait_minutes", summary.wait_minutes);
    sk_json_integer(json, "hole_minutes", summary.hole_minutes);
    sk_json_integer(json, "preferring", (int64_t)summary.preferring);
    sk_json_integer(json, "preferred", (int64_t)summary.preferred);
    sk_json_integer(json, "moved", (int64_t)summary.moved);
    sk_json_close(json, '}');
}

schakel_status schakel_timetable_to_json(const schakel_timetable *timetable, schakel_language language,
                                         char **out, size_t *length, schakel_error *error)
{
    sk_json_writer json;
    if (!sk_result_begin(&json, timetable, out, 0, error))
        return SCHAKEL_MISUSE;
    sk_json_text(&json, "round", schakel_timetable_round(timetable));
    sk_json_open(&json, "talks", '[');
    for (size_t i = 0; i < schakel_timetable_count(timetable); i++)
        write_talk(&json, timetable, i, language);
    sk_json_close(&json, ']');
    write_summary(&json, timetable);
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}
