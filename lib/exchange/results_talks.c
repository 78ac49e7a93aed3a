/* Results as JSON: cycle, agenda, case file, groups and composition. */
#include "base/error.h"
#include "exchange/results.h"
#include "school/shape.h"
#include "schakel/exchange.h"

/* -------------------------------------------------------------------- words */

static const char *const due_words[] = {"later", "due", "planned", "unrecorded", "done", "missed"};
static const char *const agenda_words[] = {"talk",
                                           "activity",
                                           "talk_due",
                                           "talk_unrecorded",
                                           "agreement",
                                           "agreement_not_carried",
                                           "wish",
                                           "complaint",
                                           "activity_without_wish",
                                           "first_contact_is_bad_news",
                                           "only_problems",
                                           "not_spoken",
                                           "case_without_support"};
static const char *const file_words[] = {"opened", "told",      "tried",   "agreed", "contact",
                                         "talk",   "agreement", "support", "step",   "closed"};

/* -------------------------------------------------------------------- cycle */

static void write_cycle_row(sk_json_writer *json, const schakel_cycle_row *row)
{
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "child", row->child_id);
    sk_json_text(json, "entry", row->entry_id);
    sk_json_text(json, "title", row->title);
    sk_json_text(json, "kind", sk_word(SCHAKEL_KIND_TALK, "kind", (int32_t)row->kind));
    sk_json_text(json, "due", due_words[row->due]);
    sk_json_date(json, "first", row->first);
    sk_json_date(json, "last", row->last);
    sk_json_text(json, "talk", row->talk_id);
    sk_json_date(json, "date", row->date);
    sk_json_integer(json, "minutes", row->minutes);
    sk_json_boolean(json, "needs_bridge", row->needs_bridge);
    sk_json_text(json, "child_part", sk_word(SCHAKEL_KIND_TALK, "child_part", (int32_t)row->child));
    sk_json_texts(json, "adults", row->adult_ids, row->adult_count);
    sk_json_texts(json, "questions", row->questions, row->question_count);
    sk_json_texts(json, "agreements", row->agreement_ids, row->agreement_count);
    sk_json_integer(json, "missed_before", row->missed_before);
    sk_json_close(json, '}');
}

schakel_status schakel_cycle_to_json(const schakel_cycle *cycle, char **out, size_t *length,
                                     schakel_error *error)
{
    sk_json_writer json;
    if (!sk_result_begin(&json, cycle, out, 0, error))
        return SCHAKEL_MISUSE;
    sk_json_open(&json, "rows", '[');
    for (size_t i = 0; i < schakel_cycle_count(cycle); i++) {
        schakel_cycle_row row = SCHAKEL_CYCLE_ROW_INIT;
        schakel_cycle_get(cycle, i, &row);
        write_cycle_row(&json, &row);
    }
    sk_json_close(&json, ']');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}

/* ------------------------------------------------------------------- agenda */

schakel_status schakel_agenda_to_json(const schakel_agenda *agenda, schakel_language language, char **out,
                                      size_t *length, schakel_error *error)
{
    sk_json_writer json;
    if (!sk_result_begin(&json, agenda, out, 0, error))
        return SCHAKEL_MISUSE;
    sk_json_open(&json, "items", '[');
    for (size_t i = 0; i < schakel_agenda_count(agenda); i++) {
        schakel_agenda_item item = SCHAKEL_AGENDA_ITEM_INIT;
        schakel_agenda_get(agenda, i, &item);
        sk_json_open(&json, NULL, '{');
        sk_json_text(&json, "kind", agenda_words[item.kind]);
        sk_json_date(&json, "date", item.date);
        sk_json_time(&json, "start", item.start);
        sk_json_text(&json, "id", item.id);
        sk_json_text(&json, "child", item.child_id);
        sk_json_text(&json, "text", language == SCHAKEL_ENGLISH ? item.text_en : item.text_nl);
        sk_json_close(&json, '}');
    }
    sk_json_close(&json, ']');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}

/* ---------------------------------------------------------------- case file */

static void write_file_line(sk_json_writer *json, const schakel_file_line *line)
{
    sk_json_open(json, NULL, '{');
    sk_json_date(json, "date", line->date);
    sk_json_text(json, "kind", file_words[line->kind]);
    sk_json_text(json, "text", line->text);
    sk_json_text(json, "id", line->id);
    sk_json_text(json, "adult", line->adult_id);
    sk_json_text(json, "staff", line->staff_id);
    sk_json_text(json, "child", line->child_id);
    if (line->kind == SCHAKEL_FILE_AGREEMENT) {
        sk_json_text(json, "supported",
                     sk_word(SCHAKEL_KIND_AGREEMENT, "supported", (int32_t)line->supported));
        sk_json_text(json, "feasible", sk_word(SCHAKEL_KIND_AGREEMENT, "feasible", (int32_t)line->feasible));
        sk_json_text(json, "state", sk_word(SCHAKEL_KIND_AGREEMENT, "state", (int32_t)line->state));
    }
    sk_json_close(json, '}');
}

schakel_status schakel_case_file_to_json(const schakel_case_file *file, char **out, size_t *length,
                                         schakel_error *error)
{
    sk_json_writer json;
    if (!sk_result_begin(&json, file, out, 0, error))
        return SCHAKEL_MISUSE;
    sk_json_open(&json, "lines", '[');
    for (size_t i = 0; i < schakel_case_file_count(file); i++) {
        schakel_file_line line = SCHAKEL_FILE_LINE_INIT;
        schakel_case_file_get(file, i, &line);
        write_file_line(&json, &line);
    }
    sk_json_close(&json, ']');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}

/* ------------------------------------------------------------------- groups */

static void write_groups(sk_json_writer *json, const schakel_grouping *grouping)
{
    sk_json_open(json, "groups", '[');
    for (size_t i = 0; i < schakel_grouping_count(grouping); i++) {
        schakel_small_group group = SCHAKEL_SMALL_GROUP_INIT;
        schakel_grouping_get(grouping, i, &group);
        sk_json_open(json, NULL, '{');
        sk_json_texts(json, "adults", group.adult_ids, group.adult_count);
        sk_json_text(json, "host", group.host_id);
        sk_json_text(json, "language", group.language);
        sk_json_close(json, '}');
    }
    sk_json_close(json, ']');
}

schakel_status schakel_grouping_to_json(const schakel_grouping *grouping, char **out, size_t *length,
                                        schakel_error *error)
{
    sk_json_writer json;
    schakel_grouping_proof proof = SCHAKEL_GROUPING_PROOF_INIT;
    if (!sk_result_begin(&json, grouping, out, 0, error))
        return SCHAKEL_MISUSE;
    schakel_grouping_get_proof(grouping, &proof);
    write_groups(&json, grouping);
    sk_json_texts(&json, "left_out", proof.out_ids, proof.out_count);
    sk_json_open(&json, "proof", '{');
    sk_json_integer(&json, "hostless", (int64_t)proof.hostless);
    sk_json_integer(&json, "worth", proof.worth);
    sk_json_integer(&json, "left_out_bound", (int64_t)proof.out_bound);
    sk_json_integer(&json, "hostless_bound", (int64_t)proof.hostless_bound);
    sk_json_integer(&json, "worth_bound", proof.worth_bound);
    sk_json_boolean(&json, "optimal", proof.optimal);
    sk_json_close(&json, '}');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}

/* -------------------------------------------------------------- composition */

static void write_composition_row(sk_json_writer *json, const schakel_composition_row *row)
{
    sk_json_open(json, NULL, '{');
    sk_json_text(json, "breakdown", sk_breakdown_word((int)row->breakdown));
    sk_json_text(json, "key", row->key);
    if (row->hidden) {
        sk_json_null(json, "adults");
        sk_json_null(json, "expected");
        sk_json_null(json, "missing");
    } else {
        sk_json_integer(json, "adults", (int64_t)row->adults);
        sk_json_decimal(json, "expected", row->expected);
        sk_json_boolean(json, "missing", row->missing);
    }
    sk_json_close(json, '}');
}

schakel_status schakel_composition_to_json(const schakel_composition *composition, char **out, size_t *length,
                                           schakel_error *error)
{
    sk_json_writer json;
    if (!sk_result_begin(&json, composition, out, 0, error))
        return SCHAKEL_MISUSE;
    sk_json_integer(&json, "members", (int64_t)schakel_composition_members(composition));
    sk_json_open(&json, "rows", '[');
    for (size_t i = 0; i < schakel_composition_row_count(composition); i++) {
        schakel_composition_row row = SCHAKEL_COMPOSITION_ROW_INIT;
        schakel_composition_get_row(composition, i, &row);
        write_composition_row(&json, &row);
    }
    sk_json_close(&json, ']');
    sk_json_close(&json, '}');
    return sk_json_finish(&json, out, length, error);
}
