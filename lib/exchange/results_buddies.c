/* Buddies as JSON. */
#include "exchange/results.h"
#include "schakel/exchange.h"

static void write_pair(sk_json_writer *json, const schakel_buddies *buddies, size_t index,
                       schakel_language language)
{
    schakel_buddy_pair pair = SCHAKEL_BUDDY_PAIR_INIT;
    schakel_buddies_get(buddies, index, &pair);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "newcomer", pair.newcomer_id);
    sk_json_text(json, "buddy", pair.buddy_id);
    sk_json_text(json, "offer", pair.offer_id);
    sk_json_text(json, "language", pair.language);
    sk_json_boolean(json, "same_country", pair.same_country);
    sk_json_boolean(json, "same_group", pair.same_group);
    sk_json_integer(json, "fit", pair.fit);
    sk_json_text(json, "text", language == SCHAKEL_ENGLISH ? pair.text_en : pair.text_nl);
    sk_json_close(json, '}');
}

schakel_status schakel_buddies_to_json(const schakel_buddies *buddies, schakel_language language, char **out,
                                       size_t *length, schakel_error *error)
{
    sk_json_writer json;
    if (!sk_result_begin(&json, buddies, out, 0, error))
        return SCHAKEL_MISUSE;
    sk_json_open(&json, "pairs", '[');
    for (size_t i = 0; i < schakel_buddies_count(buddies); i++)
        write_pair(&json, buddies, i, language);
    sk_json_close(&json, ']');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}
