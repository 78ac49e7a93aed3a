/* A bridge as JSON. */
#include "exchange/results.h"
#include "school/shape.h"
#include "schakel/exchange.h"

static const char *bridge_word(schakel_bridge bridge)
{
    return sk_word(SCHAKEL_KIND_TALK, "bridge", (int32_t)bridge);
}

static void write_way(sk_json_writer *json, const schakel_bridge_way *way, schakel_language language)
{
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "bridge", bridge_word(way->bridge));
    sk_json_boolean(json, "possible", way->possible);
    sk_json_text(json, "language", way->language);
    sk_json_text(json, "adult", way->adult_id);
    sk_json_text(json, "staff", way->staff_id);
    sk_json_text(json, "text", language == SCHAKEL_ENGLISH ? way->text_en : way->text_nl);
    sk_json_close(json, '}');
}

schakel_status schakel_bridge_plan_to_json(const schakel_bridge_plan *plan, schakel_language language,
                                           char **out, size_t *length, schakel_error *error)
{
    sk_json_writer json;
    schakel_bridge_summary summary = SCHAKEL_BRIDGE_SUMMARY_INIT;
    if (!sk_result_begin(&json, plan, out, 0, error))
        return SCHAKEL_MISUSE;
    schakel_bridge_plan_get_summary(plan, &summary);
    sk_json_boolean(&json, "needed", summary.needed);
    sk_json_text(&json, "bridge", bridge_word(summary.bridge));
    sk_json_text(&json, "language", summary.language);
    sk_json_date(&json, "date", summary.date);
    sk_json_time(&json, "start", summary.start);
    sk_json_integer(&json, "minutes", summary.minutes);
    sk_json_text(&json, "text", language == SCHAKEL_ENGLISH ? summary.text_en : summary.text_nl);
    sk_json_open(&json, "ways", '[');
    for (size_t i = 0; i < schakel_bridge_plan_way_count(plan); i++) {
        schakel_bridge_way way = SCHAKEL_BRIDGE_WAY_INIT;
        schakel_bridge_plan_get_way(plan, i, &way);
        write_way(&json, &way, language);
    }
    sk_json_close(&json, ']');
    sk_json_open(&json, "preparations", '[');
    for (size_t i = 0; i < schakel_bridge_plan_preparation_count(plan); i++)
        sk_json_text(&json, NULL, schakel_bridge_plan_preparation(plan, i, language));
    sk_json_close(&json, ']');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}
