/* The words for days and months in the two languages of ready sentences. */
#ifndef SK_BASE_DAYS_H
#define SK_BASE_DAYS_H

#include "schakel/base.h"

/* "dinsdag", "Tuesday" */
const char *sk_weekday_word(schakel_date date, schakel_language language);
/* "september", "September"; 1 is January. */
const char *sk_month_word(int month, schakel_language language);

#endif
