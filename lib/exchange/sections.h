/* The lists at the top of the document, each of one kind of record. */
#ifndef SK_EXCHANGE_SECTIONS_H
#define SK_EXCHANGE_SECTIONS_H

#include "school/shape.h"

/* As sk_school_add(), with what hangs on the record; the path of an error is relative to the record. */
schakel_status sk_section_add(schakel_school *school, schakel_kind kind, const sk_any_record *record,
                              schakel_error *error);
/* Get a record with what hangs on it. Returns 0 when memory for that ran out. */
int sk_section_get(const schakel_school *school, schakel_kind kind, size_t index, sk_any_record *out,
                   sk_arena *arena);

#endif
