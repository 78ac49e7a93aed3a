/*
 * Writes JSON. In the fixed form every member and item stands on a line of its own,
 * indented by two spaces; or everything stands on one line. Numbers never depend on
 * the locale.
 */
#ifndef SK_EXCHANGE_JSON_WRITE_H
#define SK_EXCHANGE_JSON_WRITE_H

#include "base/memory.h"
#include "exchange/json_tree.h"

typedef struct sk_json_writer {
    sk_buffer buffer;
    size_t depth;
    int is_empty; /* has the innermost array or object nothing in it yet? */
    int one_line;
} sk_json_writer;

void sk_json_writer_init(sk_json_writer *writer, const schakel_allocator *allocator, int one_line);
/* End with a newline, unless all stands on one line, and hand the text to the caller. */
schakel_status sk_json_finish(sk_json_writer *writer, char **out, size_t *length, schakel_error *error);

/* Each writes a value; `name` is its name in an object, NULL in an array. */
void sk_json_open(sk_json_writer *writer, const char *name, char bracket);
void sk_json_close(sk_json_writer *writer, char bracket);
/* NULL gives null; likewise SCHAKEL_NO_DATE and SCHAKEL_NO_TIME. */
void sk_json_text(sk_json_writer *writer, const char *name, const char *text);
void sk_json_date(sk_json_writer *writer, const char *name, schakel_date date);
void sk_json_time(sk_json_writer *writer, const char *name, schakel_time time);
void sk_json_integer(sk_json_writer *writer, const char *name, int64_t number);
void sk_json_boolean(sk_json_writer *writer, const char *name, int is_true);
/* Rounded to four decimals; null for what is no number. */
void sk_json_decimal(sk_json_writer *writer, const char *name, double number);
void sk_json_null(sk_json_writer *writer, const char *name);
/* A member from scanned text: only the white space changes. */
void sk_json_copy(sk_json_writer *writer, const sk_value *name, const sk_value *value);

#endif
