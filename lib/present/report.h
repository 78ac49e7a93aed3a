/* What both forms of a text report share. */
#ifndef SK_PRESENT_REPORT_H
#define SK_PRESENT_REPORT_H

#include "present/page.h"

const char *sk_severity_word(const sk_page *page, schakel_severity severity);
/* Does the text suit its target? Without how sure that is. */
void sk_add_verdict(sk_page *page, const schakel_verdict *verdict);
/* "vrij zeker": how sure the level of a text of so many words is. */
const char *sk_certainty(const sk_page *page, const schakel_verdict *verdict, size_t words);
/* Was it judged at all: is it Dutch with words in it? */
int sk_is_judged(const schakel_verdict *verdict);

/* Is a finding about the text as a whole, rather than about a place in it? */
int sk_is_about_all(const schakel_finding *finding, const char *text, size_t length);
/* Does a place take in so much that marking all of it would hide what it is about? */
int sk_is_wide(const schakel_finding *finding, const char *text);
/* Does a finding lie within the text? */
int sk_fits(const schakel_finding *finding, size_t length);

/* What to do first, as a part of a page. */
void sk_add_steps(sk_page *page, const schakel_report *report, const char *text, size_t length);

#endif
