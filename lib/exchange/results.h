/* What all results written as JSON begin with. */
#ifndef SK_EXCHANGE_RESULTS_H
#define SK_EXCHANGE_RESULTS_H

#include "exchange/json_write.h"
#include "schakel/insight.h"

/* Is there something to write and a place for it? If so, begin; if not, 0 after filling the error. */
int sk_result_begin(sk_json_writer *json, const void *handle, char **out, int one_line, schakel_error *error);

/* An array of texts. */
void sk_json_texts(sk_json_writer *json, const char *name, const char *const *texts, size_t count);
/* The words of schakel_breakdown. */
const char *sk_breakdown_word(int breakdown);
/* An array of texts. */
void sk_json_texts(sk_json_writer *json, const char *name, const char *const *texts, size_t count);
/* A count, or null when it is hidden. */
void sk_json_count(sk_json_writer *json, const char *name, size_t count, int is_hidden);
/* Likewise a number with decimals. */
void sk_json_figure(sk_json_writer *json, const char *name, double figure, int is_hidden);
/* "rule": the rule for hiding, in words. */
void sk_json_hiding_rule(sk_json_writer *json, const schakel_allocator *allocator, int32_t min_cell,
                         schakel_language language);
/* The members of a reach. */
void sk_json_reach(sk_json_writer *json, const schakel_reach *reach, schakel_language language);

#endif
