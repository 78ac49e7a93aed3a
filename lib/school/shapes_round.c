/* The members of rounds of talks and of what families wish for them. */
#include "school/checks.h"
#include "school/fields.h"

static const schakel_block no_block = {NULL, SCHAKEL_NO_DATE, SCHAKEL_NO_TIME, SCHAKEL_NO_TIME, NULL, 0};
static const sk_field block_fields[] = {
    REFERENCE("staff", REQUIRED, schakel_block, staff_id, STAFF),
    DATE("date", REQUIRED, schakel_block, date),
    SCALAR("start", SK_FIELD_TIME, REQUIRED, schakel_block, start),
    SCALAR("end", SK_FIELD_TIME, REQUIRED, schakel_block, end),
    TEXT("room", OPTIONAL, schakel_block, room),
    BOOLEAN("online", schakel_block, online),
};
static SHAPE(block_shape, schakel_block, no_block, SK_NO_EXTRA, block_fields, sk_check_block);

static const schakel_interpreter_block no_interpreter_block = {NULL, NULL, SCHAKEL_NO_DATE, SCHAKEL_NO_TIME,
                                                               SCHAKEL_NO_TIME};
static const sk_field interpreter_block_fields[] = {
    SCALAR("language", SK_FIELD_LANGUAGE, REQUIRED, schakel_interpreter_block, language),
    REFERENCE("adult", OPTIONAL, schakel_interpreter_block, adult_id, ADULT),
    DATE("date", REQUIRED, schakel_interpreter_block, date),
    SCALAR("start", SK_FIELD_TIME, REQUIRED, schakel_interpreter_block, start),
    SCALAR("end", SK_FIELD_TIME, REQUIRED, schakel_interpreter_block, end),
};
static SHAPE(interpreter_block_shape, schakel_interpreter_block, no_interpreter_block, SK_NO_EXTRA,
             interpreter_block_fields, sk_check_interpreter_block);

static const schakel_round no_round = SCHAKEL_ROUND_INIT;
static const sk_field round_fields[] = {
    ID(schakel_round, id),
    TEXT("title", OPTIONAL, schakel_round, title),
    TALK_KIND(schakel_round),
    REFERENCES("groups", OPTIONAL, schakel_round, group_ids, group_count, GROUP),
    OBJECTS("blocks", schakel_round, blocks, block_count, block_shape),
    OBJECTS("interpreters", schakel_round, interpreters, interpreter_count, interpreter_block_shape),
    NUMBER("minutes", schakel_round, minutes, 5, 240),
    NUMBER("bridge_minutes", schakel_round, bridge_minutes, 0, 240),
    NUMBER("pause_minutes", schakel_round, pause_minutes, 0, 60),
    NUMBER("walk_minutes", schakel_round, walk_minutes, 0, 60),
    CHOICE("child", OPTIONAL, schakel_round, child, sk_child_parts),
    NUMBER("child_year", schakel_round, child_year, 0, 8),
};
SHAPE(sk_round_shape, schakel_round, no_round, offsetof(schakel_round, extra), round_fields, NULL);

static const char *const parts_of_day[] = {"morning", "afternoon", "evening"};

static const schakel_round_wish no_round_wish = SCHAKEL_ROUND_WISH_INIT;
static const sk_field round_wish_fields[] = {
    ID(schakel_round_wish, id),
    REFERENCE("round", REQUIRED, schakel_round_wish, round_id, ROUND),
    REFERENCE("child", REQUIRED, schakel_round_wish, child_id, CHILD),
    REFERENCES("adults", OPTIONAL, schakel_round_wish, adult_ids, adult_count, ADULT),
    CHOICE("apart", OPTIONAL, schakel_round_wish, apart, sk_yes_no),
    FLAGS("prefers", OPTIONAL, schakel_round_wish, prefers, parts_of_day),
    NUMBER("minutes", schakel_round_wish, minutes, 0, 240),
    REFERENCES("staff", OPTIONAL, schakel_round_wish, staff_ids, staff_count, STAFF),
    BOOLEAN("skips", schakel_round_wish, skips),
};
SHAPE(sk_round_wish_shape, schakel_round_wish, no_round_wish, offsetof(schakel_round_wish, extra),
      round_wish_fields, sk_check_round_wish);
