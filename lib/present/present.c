/* The public calls. */
#include "schakel/present.h"

#include "base/error.h"
#include "present/open.h"

schakel_status sk_open_page(sk_page *page, const void *handle, const schakel_present_options *options,
                            char **out, schakel_error *error)
{
    const schakel_present_options defaults = SCHAKEL_PRESENT_OPTIONS_INIT;
    if (out == NULL)
        return sk_fail_misuse(error, "no place to put the text");
    *out = NULL;
    if (handle == NULL)
        return sk_fail_misuse(error, "expected a result to show");
    page->options = defaults;
    if (options != NULL && !sk_record_in(options, &page->options, sizeof page->options))
        return sk_fail_misuse(error, "expected options with their struct_size");
    if (page->options.format != SCHAKEL_FORMAT_TEXT && page->options.format != SCHAKEL_FORMAT_HTML)
        return sk_fail_misuse(error, "expected a format that exists");
    if (page->options.format == SCHAKEL_FORMAT_HTML)
        page->options.colour = 0;
    if (page->options.first_line == 0)
        page->options.first_line = 1;
    sk_buffer_init(&page->out, sk_handle_allocator(handle));
    return SCHAKEL_OK;
}

schakel_status sk_close_page(sk_page *page, char **out, size_t *out_length, schakel_error *error)
{
    return sk_buffer_take(&page->out, out, out_length) == SCHAKEL_OK ? SCHAKEL_OK : sk_fail_memory(error);
}

schakel_status schakel_present_report(const schakel_report *report, const char *text, size_t length,
                                      const schakel_present_options *options, char **out, size_t *out_length,
                                      schakel_error *error)
{
    sk_page page;
    schakel_status status = sk_open_page(&page, report, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    if (text == NULL && length != 0)
        return sk_fail_misuse(error, "expected the text that was checked");
    int html = page.options.format == SCHAKEL_FORMAT_HTML;
    int fits =
        html ? sk_report_html(&page, report, text, length) : sk_report_text(&page, report, text, length);
    if (!fits) {
        sk_buffer_destroy(&page.out);
        return sk_fail_misuse(error,
                              "a finding lies outside the text: this is not the text that was checked");
    }
    return sk_close_page(&page, out, out_length, error);
}

schakel_status sk_open_school_page(sk_page *page, const void *handle, const schakel_school *school,
                                   const schakel_present_options *options, char **out, schakel_error *error)
{
    schakel_status status = sk_open_page(page, handle, options, out, error);
    if (status == SCHAKEL_OK && school == NULL)
        return sk_fail_misuse(error, "expected the school that the result was made from");
    return status;
}

schakel_status sk_open_text_page(sk_page *page, const void *handle, const schakel_school *school,
                                 const schakel_present_options *options, char **out, schakel_error *error)
{
    schakel_status status = sk_open_school_page(page, handle, school, options, out, error);
    if (status == SCHAKEL_OK && page->options.format == SCHAKEL_FORMAT_HTML)
        return sk_fail_misuse(error, "this result has no web page");
    return status;
}

/* How the asks are spread, now and with the matching. */
static schakel_status count_load(const schakel_matching *matching, const schakel_school *school,
                                 schakel_load **load, schakel_error *error)
{
    schakel_load_options options = SCHAKEL_LOAD_OPTIONS_INIT;
    sk_arena arena;
    sk_arena_init(&arena, sk_handle_allocator(matching));
    options.planned_count = schakel_matching_count(matching);
    const char **ids = sk_arena_alloc(&arena, options.planned_count * sizeof *ids);
    for (size_t i = 0; ids != NULL && i < options.planned_count; i++) {
        schakel_match_ask ask = SCHAKEL_MATCH_ASK_INIT;
        schakel_matching_get(matching, i, &ask);
        ids[i] = ask.adult_id;
    }
    options.planned_adult_ids = ids;
    schakel_status status =
        ids != NULL ? schakel_load_count(school, &options, load, error) : sk_fail_memory(error);
    sk_arena_destroy(&arena);
    return status;
}

/* Besides the matching a page shows its calendar and how it spreads the asks. */
static schakel_status add_matching_page(sk_page *page, const schakel_matching *matching,
                                        const schakel_school *school, schakel_error *error)
{
    schakel_calendar *calendar = NULL;
    schakel_load *load = NULL;
    schakel_status status = schakel_calendar_make(matching, school, NULL, &calendar, error);
    if (status == SCHAKEL_OK)
        status = count_load(matching, school, &load, error);
    if (status == SCHAKEL_OK)
        sk_matching_html(page, matching, school, calendar, load);
    schakel_load_destroy(load);
    schakel_calendar_destroy(calendar);
    return status;
}

schakel_status schakel_present_matching(const schakel_matching *matching, const schakel_school *school,
                                        const schakel_present_options *options, char **out,
                                        size_t *out_length, schakel_error *error)
{
    sk_page page;
    schakel_status status = sk_open_school_page(&page, matching, school, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    if (page.options.format == SCHAKEL_FORMAT_HTML)
        status = add_matching_page(&page, matching, school, error);
    else
        sk_matching_text(&page, matching, school);
    if (status == SCHAKEL_OK)
        return sk_close_page(&page, out, out_length, error);
    sk_buffer_destroy(&page.out);
    return status;
}

schakel_status schakel_present_calendar(const schakel_calendar *calendar, const schakel_school *school,
                                        const schakel_present_options *options, char **out,
                                        size_t *out_length, schakel_error *error)
{
    sk_page page;
    schakel_status status = sk_open_school_page(&page, calendar, school, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    if (page.options.format == SCHAKEL_FORMAT_HTML)
        sk_calendar_html(&page, calendar, school);
    else
        sk_calendar_text(&page, calendar, school);
    return sk_close_page(&page, out, out_length, error);
}

schakel_status schakel_present_reach(const schakel_reach *reach, const schakel_present_options *options,
                                     char **out, size_t *out_length, schakel_error *error)
{
    sk_page page;
    schakel_status status = sk_open_page(&page, reach, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    if (page.options.format == SCHAKEL_FORMAT_HTML)
        sk_reach_html(&page, reach);
    else
        sk_reach_text(&page, reach);
    return sk_close_page(&page, out, out_length, error);
}

schakel_status schakel_present_load(const schakel_load *load, const schakel_present_options *options,
                                    char **out, size_t *out_length, schakel_error *error)
{
    sk_page page;
    schakel_status status = sk_open_page(&page, load, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    if (page.options.format == SCHAKEL_FORMAT_HTML)
        sk_load_html(&page, load);
    else
        sk_load_text(&page, load);
    return sk_close_page(&page, out, out_length, error);
}

schakel_status schakel_present_cycle(const schakel_cycle *cycle, const schakel_school *school,
                                     const schakel_present_options *options, char **out, size_t *out_length,
                                     schakel_error *error)
{
    sk_page page;
    schakel_status status = sk_open_text_page(&page, cycle, school, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    sk_cycle_text(&page, cycle, school);
    return sk_close_page(&page, out, out_length, error);
}

schakel_status schakel_present_agenda(const schakel_agenda *agenda, const schakel_school *school,
                                      const schakel_present_options *options, char **out, size_t *out_length,
                                      schakel_error *error)
{
    sk_page page;
    schakel_status status = sk_open_text_page(&page, agenda, school, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    sk_agenda_text(&page, agenda, school);
    return sk_close_page(&page, out, out_length, error);
}

schakel_status schakel_present_school(const schakel_school *school, const schakel_present_options *options,
                                      char **out, size_t *out_length, schakel_error *error)
{
    sk_page page;
    schakel_status status = sk_open_text_page(&page, school, school, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    sk_school_text(&page, school);
    return sk_close_page(&page, out, out_length, error);
}
