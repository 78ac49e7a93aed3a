/* Holidays. */
#ifndef SK_SCHOOL_CLOSED_H
#define SK_SCHOOL_CLOSED_H

#include "schakel/school.h"

/* The last day on or before a day on which a school is open. */
schakel_date sk_open_before(const schakel_school *school, schakel_date day);

#endif
