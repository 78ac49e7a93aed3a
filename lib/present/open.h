/* How every public call of present begins and ends. */
#ifndef SK_PRESENT_OPEN_H
#define SK_PRESENT_OPEN_H

#include "present/page.h"

/* A page that takes its memory from where the handle takes its own. After SCHAKEL_OK it must be closed, or its buffer destroyed. */
schakel_status sk_open_page(sk_page *page, const void *handle, const schakel_present_options *options,
                            char **out, schakel_error *error);
/* The same for a result that is shown with the names of a school. */
schakel_status sk_open_school_page(sk_page *page, const void *handle, const schakel_school *school,
                                   const schakel_present_options *options, char **out, schakel_error *error);
/* The same for one that is shown as text alone. */
schakel_status sk_open_text_page(sk_page *page, const void *handle, const schakel_school *school,
                                 const schakel_present_options *options, char **out, schakel_error *error);
/* Hand out what was written. */
schakel_status sk_close_page(sk_page *page, char **out, size_t *out_length, schakel_error *error);

#endif
