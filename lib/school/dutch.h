/* Whom to speak with in Dutch. */
#ifndef SK_SCHOOL_DUTCH_H
#define SK_SCHOOL_DUTCH_H

#include "schakel/school.h"

/* Is somebody known to speak less Dutch than B1? Not when no language is recorded, or Dutch without a level. */
int sk_lacks_dutch(const schakel_adult *adult);

#endif
