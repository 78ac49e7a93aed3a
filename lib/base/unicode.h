/* The little that every room needs of Unicode. */
#ifndef SK_BASE_UNICODE_H
#define SK_BASE_UNICODE_H

#include <stddef.h>

/* Is this UTF-8 (no surrogates, nothing over U+10FFFF, nothing overlong)? On 0, *bad_offset is the first bad byte. */
int sk_utf8_valid(const char *text, size_t length, size_t *bad_offset);
/* The largest length not over `length` that does not cut a character in two. */
size_t sk_utf8_cut(const char *text, size_t length);
/* Line and byte column, both from 1, of an offset; lines end at LF, CR LF or CR. */
void sk_position(const char *text, size_t offset, size_t *line, size_t *column);

#endif
