/* What the sentences, the table and the picture of a load share. */
#ifndef SK_PRESENT_LOAD_H
#define SK_PRESENT_LOAD_H

#include "present/counts.h"

/* Whom a load is shown for: the offerers, unless they are hidden. */
schakel_load_people sk_load_people(const schakel_load *load);
schakel_load_total sk_load_total(const schakel_load *load, schakel_load_moment moment);
/* Is there a plan, and may it be shown? */
int sk_load_shows_plan(const schakel_load *load);

/* How many of them are in a bin, and what it is called: "3 keer of vaker". */
size_t sk_load_bin_people(const schakel_load *load, schakel_load_moment moment, size_t index,
                          schakel_load_bin *bin);
void sk_add_bin_words(sk_page *page, const schakel_load_bin *bin);
/* What the bins show, of whom. */
const char *sk_spread_words(const sk_page *page, const schakel_load *load);
/* "Nu", "Met het plan" */
const char *sk_moment_words(const sk_page *page, schakel_load_moment moment);
/* The number of people in the fullest bin, 1 at least. */
size_t sk_load_fullest(const schakel_load *load);

#endif
