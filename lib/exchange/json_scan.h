/*
 * A strict reader of JSON syntax (RFC 8259). It goes over the bytes once and builds
 * nothing; cJSON, which lets much pass that is no JSON, only sees text that has
 * been through here.
 */
#ifndef SK_EXCHANGE_JSON_SCAN_H
#define SK_EXCHANGE_JSON_SCAN_H

#include "schakel/base.h"

/* The longest number, in bytes: cJSON copies a number into 64. */
enum { SK_NUMBER_LENGTH_MAX = 63 };

/*
 * Is this one JSON value and nothing else? Arrays and objects may be nested `depth_max`
 * deep, at most SCHAKEL_NESTING_MAX. On failure the error has the path, line, column and offset.
 */
schakel_status sk_json_scan(const char *text, size_t length, size_t depth_max, schakel_error *error);

/*
 * The JSON Pointer (RFC 6901) of the value that begins at an offset of scanned text. When that does
 * not fit it is the pointer of the nearest value around it that does.
 */
void sk_json_pointer(const char *text, size_t length, size_t offset, char *out, size_t size);

/* The first byte of scanned text from `at` that is not white space. */
const char *sk_json_skip_space(const char *at, const char *end);
/* The first byte after the value that begins at `at` in scanned text. */
const char *sk_json_skip_value(const char *at, const char *end);

#endif
