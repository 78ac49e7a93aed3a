/* Contact about a child, from contacts and talks. */
#ifndef SK_TALKS_CONTACT_H
#define SK_TALKS_CONTACT_H

#include "schakel/talks.h"
#include "talks/records.h"

/* Contacts and talks of all children. */
typedef struct sk_contacts {
    sk_by_child contacts;
    sk_by_child talks;
} sk_contacts;

/* Returns 0 when memory ran out. */
int sk_contacts_collect(sk_contacts *out, const schakel_school *school, sk_arena *arena);

/* Count one talk or contact in, when it was held, is in the period and with the adult (NULL for anybody). */
void sk_contact_add_talk(schakel_contact_summary *sum, const schakel_talk *talk, const char *adult_id,
                         schakel_date from, schakel_date until);
void sk_contact_add(schakel_contact_summary *sum, const schakel_contact *contact, const char *adult_id,
                    schakel_date from, schakel_date until);
/* What follows from the counts. */
void sk_contact_finish(schakel_contact_summary *sum);
/* All of that for a child, with anybody. */
schakel_contact_summary sk_contact_of_child(const schakel_school *school, const sk_contacts *contacts,
                                            size_t child, schakel_date from, schakel_date until);

#endif
