#include "present/reaching.h"

const schakel_channel sk_reach_order[] = {
    SCHAKEL_CHANNEL_IN_PERSON, SCHAKEL_CHANNEL_CALL,       SCHAKEL_CHANNEL_VISIT,
    SCHAKEL_CHANNEL_VIDEO,     SCHAKEL_CHANNEL_FILM,       SCHAKEL_CHANNEL_MESSAGE,
    SCHAKEL_CHANNEL_MAIL,      SCHAKEL_CHANNEL_NEWSLETTER, SCHAKEL_CHANNEL_OTHER};

void sk_add_counted_heading(sk_page *page, const char *text, size_t count)
{
    sk_buffer_adds(&page->out, page->out.length == 0 ? "" : "\n");
    sk_paint(page, SK_BOLD);
    sk_add_name(page, text);
    sk_paint(page, SK_PLAIN);
    sk_buffer_addf(&page->out, " (%zu)\n", count);
}

void sk_add_remark(sk_page *page, int *count, const char *text)
{
    sk_buffer_adds(&page->out, (*count)++ == 0 ? ": " : ", ");
    sk_add_name(page, text);
}
