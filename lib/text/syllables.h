/* How many syllables a Dutch word has. */
#ifndef SK_TEXT_SYLLABLES_H
#define SK_TEXT_SYLLABLES_H

#include <stddef.h>

/* Of a form in lower case, which is valid UTF-8. At least 1 when it has a letter. */
size_t sk_syllables(const char *form, size_t length);

#endif
