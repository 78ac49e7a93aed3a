/* What is shown of people who must be reached: by which channel, and what is said of them. */
#ifndef SK_PRESENT_REACHING_H
#define SK_PRESENT_REACHING_H

#include "present/names.h"
#include "present/own_words.h"

enum { SK_REACH_COUNT = SCHAKEL_CHANNEL_NEWSLETTER + 1 };
/* Every channel once: what takes most of a person first, SCHAKEL_CHANNEL_OTHER last. */
extern const schakel_channel sk_reach_order[SK_REACH_COUNT];

/* A bold line with a count behind it: "Bel deze mensen (12)". */
void sk_add_counted_heading(sk_page *page, const char *text, size_t count);
/* What is said of a person, one thing after another: ": " before the first, ", " before the others. */
void sk_add_remark(sk_page *page, int *count, const char *text);

#endif
