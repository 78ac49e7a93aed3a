/* How well people speak a language, whatever its script or region. */
#ifndef SK_SCHOOL_LANGUAGES_H
#define SK_SCHOOL_LANGUAGES_H

#include "schakel/school.h"

/* How well somebody speaks and reads a language: the highest of its tags, whatever their region; unknown when there is none. */
typedef struct sk_skill {
    schakel_level speaking, reading;
    int is_there; /* is there such a tag? */
} sk_skill;
sk_skill sk_skill_in(const schakel_language_skill *languages, size_t count, const char *language);
sk_skill sk_adult_skill(const schakel_adult *adult, const char *language);
/* Have two tags the same language, whatever script or region? */
int sk_same_language(const char *a, const char *b);

#endif
