/* Filling errors and growing records. */
#ifndef SK_BASE_ERROR_H
#define SK_BASE_ERROR_H

#include <stdarg.h>

#include "schakel/base.h"

/*
 * Fill an error (NULL is fine) and return its status. `path` may be NULL for none.
 * The message is cut at a character boundary when it is too long.
 */
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
schakel_status
sk_fail(schakel_error *error, schakel_status status, const char *path, const char *format, ...);
/* The same for a list of arguments. */
schakel_status sk_fail_list(schakel_error *error, schakel_status status, const char *path, const char *format,
                            va_list arguments);
/* The two failures that always read the same. */
schakel_status sk_fail_memory(schakel_error *error);
schakel_status sk_fail_misuse(schakel_error *error, const char *what);
/* SCHAKEL_OK when a number is within limits; otherwise SCHAKEL_INVALID at `path`, with what was expected and found. */
schakel_status sk_check_number(schakel_error *error, const char *path, int32_t number, int32_t least,
                               int32_t most);
/* Add the place in the input to an error that was just filled. */
void sk_error_at(schakel_error *error, size_t line, size_t column, size_t offset);

/*
 * Records begin with size_t struct_size and only grow at the end, so caller and
 * library may know different lengths.
 * sk_record_out copies as much of `full` as the caller's record has room for and
 * leaves its struct_size; sk_record_in copies what the caller's record has over
 * `full`, which holds the defaults. Both return 0 when the caller's struct_size is
 * too small to be one.
 */
int sk_record_out(void *record, const void *full, size_t full_size);
int sk_record_in(const void *record, void *full, size_t full_size);

#endif
