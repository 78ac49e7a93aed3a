/* Results as JSON: readers and invitation. */
#include "exchange/results.h"
#include "school/shape.h"
#include "schakel/exchange.h"

/* ------------------------------------------------------------------ channels */

/* By bit. */
static const char *const because_words[] = {"asked_for",     "got_through", "reads", "reads_little",
                                            "speaks_little", "not_known",   "failed"};
static const char *const flag_words[] = {"late",         "better_slot",   "text_hard", "text_gendered",
                                         "text_missing", "text_pressure", "no_wish",   "family_shut_out"};
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Null when there is none. */
static void write_channel(sk_json_writer *json, const char *name, schakel_channel channel)
{
    sk_json_text(
        json, name,
        channel == SCHAKEL_CHANNEL_OTHER ? NULL : sk_word(SCHAKEL_KIND_CONTACT, "channel", (int32_t)channel));
}

/* How to reach somebody; null for who is told in person. */
static void write_reach(sk_json_writer *json, const schakel_channel_advice *advice, schakel_language language)
{
    if (advice == NULL) {
        sk_json_null(json, "reach");
        return;
    }
    sk_json_open(json, "reach", '{');
    write_channel(json, "channel", advice->channel);
    write_channel(json, "second", advice->second);
    sk_json_text(json, "language", advice->language);
    sk_json_open(json, "because", '[');
    for (size_t bit = 0; bit < COUNT(because_words); bit++)
        if ((advice->reasons >> bit & 1u) != 0)
            sk_json_text(json, NULL, because_words[bit]);
    sk_json_close(json, ']');
    sk_json_text(json, "reason", language == SCHAKEL_ENGLISH ? advice->reason_en : advice->reason_nl);
    sk_json_close(json, '}');
}

/* Null when it is not known. */
static void write_answered(sk_json_writer *json, const char *name, schakel_answered answered)
{
    sk_json_text(json, name, sk_word(SCHAKEL_KIND_CONTACT, "reached", (int32_t)answered));
}

/* ------------------------------------------------------------------- readers */

schakel_status schakel_readers_to_json(const schakel_readers *readers, schakel_language language, char **out,
                                       size_t *length, schakel_error *error)
{
    sk_json_writer json;
    if (!sk_result_begin(&json, readers, out, 0, error))
        return SCHAKEL_MISUSE;
    sk_json_text(&json, "level", schakel_level_name(schakel_readers_level(readers)));
    sk_json_open(&json, "readers", '[');
    for (size_t i = 0; i < schakel_readers_count(readers); i++) {
        schakel_reader reader = SCHAKEL_READER_INIT;
        schakel_readers_get(readers, i, &reader);
        sk_json_open(&json, NULL, '{');
        sk_json_text(&json, "adult", reader.adult_id);
        sk_json_text(&json, "reading", schakel_level_name(reader.reading));
        write_answered(&json, "reads", reader.reads);
        sk_json_text(&json, "text", language == SCHAKEL_ENGLISH ? reader.text_en : reader.text_nl);
        write_reach(&json, reader.advice, language);
        sk_json_close(&json, '}');
    }
    sk_json_close(&json, ']');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}

/* ---------------------------------------------------------------- invitation */

/* Null when no time is known. */
static void write_slot(sk_json_writer *json, const schakel_slot *slot)
{
    if (slot->date == SCHAKEL_NO_DATE) {
        sk_json_null(json, "slot");
        return;
    }
    sk_json_open(json, "slot", '{');
    sk_json_date(json, "date", slot->date);
    sk_json_time(json, "start", slot->start);
    sk_json_time(json, "end", slot->end);
    sk_json_close(json, '}');
}

/* There is one advice for each flag, in the order of the bits. */
static void write_advice(sk_json_writer *json, const schakel_invitation *invitation, uint32_t flags,
                         schakel_language language)
{
    size_t index = 0;
    sk_json_open(json, "advice", '[');
    for (size_t bit = 0; bit < COUNT(flag_words); bit++) {
        if ((flags >> bit & 1u) == 0)
            continue;
        sk_json_open(json, NULL, '{');
        sk_json_text(json, "kind", flag_words[bit]);
        sk_json_text(json, "text", schakel_invitation_advice(invitation, index++, language));
        sk_json_close(json, '}');
    }
    sk_json_close(json, ']');
}

static void write_invitee(sk_json_writer *json, const schakel_invitation *invitation, size_t index,
                          schakel_language language)
{
    schakel_invitee invitee = SCHAKEL_INVITEE_INIT;
    schakel_invitation_get(invitation, index, &invitee);
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "adult", invitee.adult_id);
    sk_json_text(json, "child", invitee.child_id);
    sk_json_texts(json, "children", invitee.child_ids, invitee.child_count);
    write_answered(json, "can_come", invitee.can_come);
    write_answered(json, "can_read", invitee.can_read);
    write_reach(json, invitee.advice, language);
    sk_json_close(json, '}');
}

schakel_status schakel_invitation_to_json(const schakel_invitation *invitation, schakel_language language,
                                          char **out, size_t *length, schakel_error *error)
{
    sk_json_writer json;
    schakel_invitation_summary summary = SCHAKEL_INVITATION_SUMMARY_INIT;
    if (!sk_result_begin(&json, invitation, out, 0, error))
        return SCHAKEL_MISUSE;
    schakel_invitation_get_summary(invitation, &summary);
    sk_json_text(&json, "activity", summary.activity_id);
    write_slot(&json, &summary.slot);
    sk_json_date(&json, "invite_by", summary.invite_by);
    sk_json_text(&json, "level", schakel_level_name(summary.level));
    sk_json_integer(&json, "families", (int64_t)summary.families);
    sk_json_integer(&json, "families_can_come", (int64_t)summary.families_can_come);
    sk_json_integer(&json, "cannot_read", (int64_t)summary.cannot_read);
    write_advice(&json, invitation, summary.flags, language);
    sk_json_open(&json, "invitees", '[');
    for (size_t i = 0; i < schakel_invitation_count(invitation); i++)
        write_invitee(&json, invitation, i, language);
    sk_json_close(&json, ']');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}
