/* What a reader reads in their own language: names, days and times by ICU. */
#ifndef SK_PRESENT_OWN_WORDS_H
#define SK_PRESENT_OWN_WORDS_H

#include "present/page.h"

/* "Tigrinya": a language in the language of the page; its tag when it has no name. */
void sk_add_language(sk_page *page, const char *tag);
/* The name of a language in itself, in brackets, after a space; nothing when ICU has none, or it is the page's. */
void sk_add_own_name(sk_page *page, const char *tag);
/*
 * A line of its own with a day, and a time unless it is SCHAKEL_NO_TIME, in a language; nothing when ICU has no words
 * in it, or it is the page's. In text the line before it has ended; on a page it comes after it, in the same element.
 */
void sk_add_own_moment(sk_page *page, const char *tag, schakel_date date, schakel_time time);

#endif
