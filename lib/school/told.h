/* What an adult may be told about a child: see schakel_school_told(). */
#ifndef SK_SCHOOL_TOLD_H
#define SK_SCHOOL_TOLD_H

#include "school/model.h"

/* As schakel_school_told(), by the places of child and adult. */
schakel_told_reason sk_told(const schakel_school *school, size_t child, size_t adult, uint32_t scope,
                            schakel_date date);
int sk_told_allows(schakel_told_reason reason);
/* As schakel_school_decides(), by the place of the child. */
int sk_child_decides(const schakel_school *school, size_t child, schakel_date date);
/* The scopes an adult is told. */
uint32_t sk_told_scopes(const schakel_school *school, size_t child, size_t adult, schakel_date date);
/* May a case of a child go to a rung outside the school? */
int sk_rung_allowed(const schakel_school *school, size_t child, const char *rung_id, schakel_date date);

#endif
