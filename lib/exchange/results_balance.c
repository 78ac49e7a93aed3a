/* A balance as JSON. */
#include "exchange/results.h"
#include "schakel/exchange.h"

/* By value of schakel_asked_kind and schakel_side. */
static const char *const kind_words[] = {"too_often", "never", "while_not"};
static const char *const side_words[] = {"parents", "school", "children"};

static void write_row(sk_json_writer *json, const schakel_balance *balance, size_t index,
                      schakel_language language)
{
    schakel_balance_row row = SCHAKEL_BALANCE_ROW_INIT;
    schakel_balance_get(balance, index, &row);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "adult", row.adult_id);
    sk_json_text(json, "kind", kind_words[row.kind]);
    sk_json_integer(json, "asks", (int64_t)row.asks);
    if (row.wants == 0)
        sk_json_null(json, "wants");
    else
        sk_json_integer(json, "wants", row.wants);
    sk_json_texts(json, "offers", row.offer_ids, row.offer_count);
    sk_json_texts(json, "expectations", row.expectation_ids, row.expectation_count);
    sk_json_text(json, "text", language == SCHAKEL_ENGLISH ? row.text_en : row.text_nl);
    sk_json_close(json, '}');
}

static void write_expectation(sk_json_writer *json, const schakel_balance *balance, size_t index)
{
    schakel_expectation expectation = SCHAKEL_EXPECTATION_INIT;
    schakel_balance_get_expectation(balance, index, &expectation);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "wish", expectation.wish_id);
    sk_json_text(json, "side", side_words[expectation.side]);
    sk_json_text(json, "text", expectation.text);
    sk_json_text(json, "answer", expectation.answer);
    sk_json_date(json, "date", expectation.date);
    sk_json_close(json, '}');
}

schakel_status schakel_balance_to_json(const schakel_balance *balance, schakel_language language, char **out,
                                       size_t *length, schakel_error *error)
{
    sk_json_writer json;
    if (!sk_result_begin(&json, balance, out, 0, error))
        return SCHAKEL_MISUSE;
    sk_json_open(&json, "adults", '[');
    for (size_t i = 0; i < schakel_balance_count(balance); i++)
        write_row(&json, balance, i, language);
    sk_json_close(&json, ']');
    sk_json_open(&json, "expectations", '[');
    for (size_t i = 0; i < schakel_balance_expectation_count(balance); i++)
        write_expectation(&json, balance, i);
    sk_json_close(&json, ']');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}
