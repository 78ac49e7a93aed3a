/* Results as JSON: matchings and calendars. */
#include "exchange/results.h"
#include "schakel/exchange.h"

/* An array of words for the flags that are set; words[i] is for bit i. */
static void write_flags(sk_json_writer *json, const char *name, uint32_t flags, const char *const *words,
                        size_t count)
{
    sk_json_open(json, name, '[');
    for (size_t i = 0; i < count; i++)
        if ((flags >> i & 1) != 0)
            sk_json_text(json, NULL, words[i]);
    sk_json_close(json, ']');
}

static void write_ask(sk_json_writer *json, const schakel_matching *matching, size_t index,
                      schakel_language language)
{
    static const char *const reasons[] = {"same_concept", "narrower_concept", "language", "never_asked",
                                          "least_asked",  "own_group",        "only_one", "serves_theme"};
    schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
    schakel_matching_get(matching, index, &ask);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "need", ask.need_id);
    sk_json_text(json, "place", ask.place_id);
    sk_json_text(json, "adult", ask.adult_id);
    sk_json_text(json, "offer", ask.offer_id);
    sk_json_integer(json, "fit", ask.fit);
    sk_json_date(json, "date", ask.date);
    sk_json_date(json, "ask_by", ask.ask_by);
    sk_json_integer(json, "asked_before", ask.asked_before);
    sk_json_text(json, "next", ask.next_adult_id);
    write_flags(json, "reasons", ask.reasons, reasons, sizeof reasons / sizeof reasons[0]);
    sk_json_text(json, "reason", language == SCHAKEL_ENGLISH ? ask.reason_en : ask.reason_nl);
    sk_json_boolean(json, "was_planned", ask.was_planned);
    sk_json_close(json, '}');
}

static void write_open(sk_json_writer *json, const schakel_matching *matching, size_t index,
                       schakel_language language)
{
    static const char *const reasons[] = {"no_offer",    "limit",    "language", "time",
                                          "notice",      "declined", "cap",      "busy",
                                          "certificate", "together", "minimum"};
    schakel_match_open open = SCHAKEL_MATCH_OPEN_INIT;
    schakel_matching_get_open(matching, index, &open);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "need", open.need_id);
    sk_json_text(json, "place", open.place_id);
    sk_json_integer(json, "missing", open.missing);
    sk_json_text(json, "why", reasons[open.reason]);
    sk_json_text(json, "message", language == SCHAKEL_ENGLISH ? open.why_en : open.why_nl);
    sk_json_close(json, '}');
}

static void write_dropped(sk_json_writer *json, const schakel_matching *matching, size_t index,
                          schakel_language language)
{
    static const char *const reasons[] = {"gone", "declined", "cannot", "filled", "moved"};
    schakel_match_dropped dropped = SCHAKEL_MATCH_DROPPED_INIT;
    schakel_matching_get_dropped(matching, index, &dropped);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "need", dropped.need_id);
    sk_json_text(json, "place", dropped.place_id);
    sk_json_text(json, "adult", dropped.adult_id);
    sk_json_text(json, "why", reasons[dropped.reason]);
    sk_json_text(json, "message", language == SCHAKEL_ENGLISH ? dropped.why_en : dropped.why_nl);
    sk_json_close(json, '}');
}

static void write_pair(sk_json_writer *json, const char *name, int64_t high, int64_t low)
{
    sk_json_open(json, name, '[');
    sk_json_integer(json, NULL, high);
    sk_json_integer(json, NULL, low);
    sk_json_close(json, ']');
}

static void write_proof(sk_json_writer *json, const schakel_matching *matching)
{
    schakel_match_proof proof = SCHAKEL_MATCH_PROOF_INIT;
    schakel_matching_get_proof(matching, &proof);
    sk_json_open(json, "proof", '{');
    write_pair(json, "value", proof.value_high, proof.value_low);
    write_pair(json, "bound", proof.bound_high, proof.bound_low);
    sk_json_boolean(json, "optimal", proof.optimal);
    sk_json_integer(json, "nodes", proof.nodes);
    sk_json_close(json, '}');
}

schakel_status schakel_matching_to_json(const schakel_matching *matching, schakel_language language,
                                        char **out, size_t *length, schakel_error *error)
{
    sk_json_writer json;
    if (!sk_result_begin(&json, matching, out, 0, error))
        return SCHAKEL_MISUSE;
    sk_json_open(&json, "asks", '[');
    for (size_t i = 0; i < schakel_matching_count(matching); i++)
        write_ask(&json, matching, i, language);
    sk_json_close(&json, ']');
    sk_json_open(&json, "open", '[');
    for (size_t i = 0; i < schakel_matching_open_count(matching); i++)
        write_open(&json, matching, i, language);
    sk_json_close(&json, ']');
    sk_json_open(&json, "dropped", '[');
    for (size_t i = 0; i < schakel_matching_dropped_count(matching); i++)
        write_dropped(&json, matching, i, language);
    sk_json_close(&json, ']');
    write_proof(&json, matching);
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}

/* ----------------------------------------------------------------- calendar */

static void write_entry(sk_json_writer *json, const schakel_calendar *calendar, size_t index)
{
    schakel_calendar_entry entry = SCHAKEL_CALENDAR_ENTRY_INIT;
    schakel_calendar_get(calendar, index, &entry);
    sk_json_open(json, NULL, '{');
    sk_json_date(json, "send_on", entry.send_on);
    sk_json_text(json, "adult", entry.adult_id);
    sk_json_text(json, "need", entry.need_id);
    sk_json_text(json, "place", entry.place_id);
    sk_json_date(json, "ask_by", entry.ask_by);
    sk_json_date(json, "date", entry.date);
    sk_json_text(json, "next", entry.next_adult_id);
    sk_json_boolean(json, "urgent", entry.is_urgent);
    sk_json_close(json, '}');
}

static void write_thanks(sk_json_writer *json, const schakel_calendar *calendar, size_t index,
                         schakel_language language)
{
    static const char *const reasons[] = {"no_need", "enough", "not_then", "waiting"};
    schakel_calendar_thanks thanks = SCHAKEL_CALENDAR_THANKS_INIT;
    schakel_calendar_get_thanks(calendar, index, &thanks);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "adult", thanks.adult_id);
    sk_json_text(json, "why", reasons[thanks.reason]);
    sk_json_text(json, "message", language == SCHAKEL_ENGLISH ? thanks.message_en : thanks.message_nl);
    sk_json_close(json, '}');
}

schakel_status schakel_calendar_to_json(const schakel_calendar *calendar, schakel_language language,
                                        char **out, size_t *length, schakel_error *error)
{
    sk_json_writer json;
    schakel_calendar_options options = SCHAKEL_CALENDAR_OPTIONS_INIT;
    if (!sk_result_begin(&json, calendar, out, 0, error))
        return SCHAKEL_MISUSE;
    schakel_calendar_get_options(calendar, &options);
    sk_json_date(&json, "today", options.today);
    sk_json_open(&json, "asks", '[');
    for (size_t i = 0; i < schakel_calendar_count(calendar); i++)
        write_entry(&json, calendar, i);
    sk_json_close(&json, ']');
    sk_json_open(&json, "thanks", '[');
    for (size_t i = 0; i < schakel_calendar_thanks_count(calendar); i++)
        write_thanks(&json, calendar, i, language);
    sk_json_close(&json, ']');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}
