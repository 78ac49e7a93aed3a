/* What somebody offers. */
#ifndef SK_OUTREACH_OFFERS_H
#define SK_OUTREACH_OFFERS_H

#include "schakel/school.h"

/* Is one of an offer's concepts one of these, own or built-in, narrower than one, or does it serve one? */
int sk_offers_concept(const schakel_school *school, const schakel_offer *offer,
                      const char *const *concept_ids, size_t count);
/* Does an offer hold in a language? Without any it holds in all of them. */
int sk_offer_holds_in(const schakel_offer *offer, const char *language);

#endif
