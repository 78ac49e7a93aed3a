/* What a matching and its calendar are shown with, in text and on a page. */
#ifndef SK_PRESENT_PLAN_H
#define SK_PRESENT_PLAN_H

#include "present/names.h"

/* What a place asks for, in words where it has them: "tolken bij een gesprek, Turks". */
void sk_add_place(sk_page *page, const schakel_school *school, const char *need_id, const char *place_id);
/*
 * "Voorlezen in groep 3 (voorlezen), donderdag 10 september 2026, 08:30 tot 09:15 uur". Without a place the part in
 * brackets is left out; SCHAKEL_NO_DATE stands for the days of the need itself. Of a need that the school does not
 * have there is only the id.
 */
void sk_add_need(sk_page *page, const schakel_school *school, const char *need_id, const char *place_id,
                 schakel_date date);
/* ", donderdag 10 september 2026, 08:30 tot 09:15 uur" */
void sk_add_when(sk_page *page, const schakel_need *need, schakel_date date);
/* "nog nodig: 2 mensen" */
void sk_add_missing(sk_page *page, int32_t missing);
/* The adult to ask after a no, or that there is nobody. */
void sk_add_next(sk_page *page, const schakel_school *school, const char *adult_id);

/* Was there a plan that this matching repaired, as far as it shows? */
int sk_was_repaired(const schakel_matching *matching);
size_t sk_count_new(const schakel_matching *matching);

/* Where the open places of one need end; they lie together. */
size_t sk_opens_end(const schakel_matching *matching, size_t first);
/* How many people a need, whose open places these are, lacks before it can go ahead; 0 when it goes ahead. */
int32_t sk_opens_lack(const schakel_matching *matching, const schakel_school *school, size_t first,
                      size_t end);
/* How many people are missing in all. */
size_t sk_count_missing(const schakel_matching *matching);
/* "3 vragen te stellen; 2 plaatsen blijven open." */
void sk_add_plan_summary(sk_page *page, const schakel_matching *matching);
/* Whether this is proven best. */
void sk_add_proof(sk_page *page, const schakel_matching *matching);

/* A section of a page: the weeks, and whom to thank. */
void sk_calendar_sections(sk_page *page, const schakel_calendar *calendar, const schakel_school *school);
/* What a page with a plan is styled with besides the frame. */
extern const char sk_plan_style[];

#endif
