/* Holidays. */
#ifndef SK_SCHOOL_CLOSED_H
#define SK_SCHOOL_CLOSED_H

#include "schakel/school.h"

/* The period in which a school is closed that a day lies in; NULL when it is open. */
const schakel_period *sk_closed_on(const schakel_school *school, schakel_date day);

#endif
