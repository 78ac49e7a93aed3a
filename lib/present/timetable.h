/* What the text, the page, the picture and the letters of a timetable share. */
#ifndef SK_PRESENT_TIMETABLE_H
#define SK_PRESENT_TIMETABLE_H

#include "present/names.h"

/* A talk, by its index, with the number of its family: see sk_families. */
typedef struct sk_family_talk {
    uint32_t family;
    size_t index;
} sk_family_talk;

/* A timetable with what is shown of it. */
typedef struct sk_shown_timetable {
    const schakel_timetable *timetable;
    const schakel_school *school;
    schakel_round round;    /* its id alone when the school does not have it */
    const char **staff_ids; /* who have talks or sit for them, by id; of one teacher's page that teacher */
    size_t staff_count;
    const sk_family_talk *lettered; /* of letters the talks they are about, family by family */
    size_t lettered_count;
    int is_one_teacher; /* 1 for a teacher's page */
    uint32_t *listed;   /* of each adult the last list they stand on, from 1; UINT32_MAX for who can read a letter */
    uint32_t lists;     /* so far */
} sk_shown_timetable;

schakel_timetable_row sk_timetable_row(const sk_shown_timetable *shown, size_t index);
/* Is this talk on a day (SCHAKEL_NO_DATE: without a time) and of a member of the staff (NULL: of anybody)? */
int sk_is_talk_of(const schakel_timetable_row *row, schakel_date date, const char *staff_id);
/* Is there such a talk? */
int sk_has_talk_on(const sk_shown_timetable *shown, schakel_date date, const char *staff_id);
/* The first day after a day (SCHAKEL_NO_DATE: of all) with such talks; SCHAKEL_NO_DATE when there are no more. */
schakel_date sk_next_day(const sk_shown_timetable *shown, schakel_date date, const char *staff_id);

/* What the round is called. */
const char *sk_round_name(const sk_shown_timetable *shown);
/* "Saar Zonnebloem, Mees Waterval en Lot Waterval" */
void sk_add_list(sk_page *page, const schakel_school *school, const char *const *ids, size_t count,
                 void (*add)(sk_page *, const schakel_school *, const char *));
/* "lokaal 4", "online"; nothing when neither is known. */
void sk_add_where(sk_page *page, const schakel_timetable_row *row);
/* "tolk Tigrinya: Selam Avondrood", "samen in het Engels", "hulp nodig met de taal"; nothing without a bridge. */
void sk_add_help(sk_page *page, const schakel_school *school, const schakel_timetable_row *row);
/* The sentences that sum it up, each between `before` and `after`. */
void sk_add_timetable_sentences(sk_page *page, sk_shown_timetable *shown, const char *before,
                                const char *after);

/*
 * A list of who come to a talk that has a time, with a member of the staff (NULL: with anybody), and read too little Dutch for a
 * letter: each once, between `before` and `after`, or with NULL only counted. Returns how many.
 */
size_t sk_add_little_readers(sk_page *page, sk_shown_timetable *shown, const char *staff_id,
                             const char *before, const char *after);
/* What to do for them, as a heading and as a sentence. */
const char *sk_tell_them(const sk_page *page);
const char *sk_why_tell_them(const sk_page *page);

/* An SVG picture of a day: who sits when, and with whom. */
void sk_day_picture(sk_page *page, const sk_shown_timetable *shown, schakel_date date);
/* What its colours mean. */
void sk_day_key(sk_page *page);
void sk_timetable_text(sk_page *page, sk_shown_timetable *shown);
void sk_timetable_html(sk_page *page, sk_shown_timetable *shown);
/* The letters to one family or to all, in either format. */
void sk_timetable_letters(sk_page *page, const sk_shown_timetable *shown);

#endif
