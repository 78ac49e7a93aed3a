/* What records are called: names where the school has them, ids where not. */
#ifndef SK_PRESENT_NAMES_H
#define SK_PRESENT_NAMES_H

#include "present/page.h"

void sk_add_adult(sk_page *page, const schakel_school *school, const char *id);
void sk_add_staff(sk_page *page, const schakel_school *school, const char *id);
void sk_add_child(sk_page *page, const schakel_school *school, const char *id);
void sk_add_group(sk_page *page, const schakel_school *school, const char *id);
/* The adult, the member of the staff or the child; nothing when there is none. Returns whether there is one. */
int sk_add_person(sk_page *page, const schakel_school *school, const char *adult_id, const char *staff_id,
                  const char *child_id);
/* Names with commas between them. */
void sk_add_adults(sk_page *page, const schakel_school *school, const char *const *ids, size_t count);
/* What a concept is called, one of the school or a built-in one; its id without a label in the language. */
const char *sk_concept_word(const sk_page *page, const schakel_school *school, const char *id);
/* "startgesprek", "vaderavond" */
const char *sk_activity_word(const sk_page *page, schakel_activity_kind kind);
/* "19:30 tot 21:00 uur", or "19:30 uur" without an end; nothing without a start. */
void sk_add_times(sk_page *page, schakel_time start, schakel_time end);
/* A bold line, and an empty line before it unless it is the first. */
void sk_add_heading(sk_page *page, const char *text);
/* The title of the page, when it has one. */
void sk_add_title(sk_page *page);

#endif
