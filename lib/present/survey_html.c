/* The result of a survey as a web page: for each question a table with bars, and whiskers for how sure it is. */
#include "present/survey.h"

static const char style[] = ".survey td:last-child,.survey th:last-child{width:55%;text-align:left}\n"
                            ".survey svg{width:100%;height:1.3rem}\n"
                            ".survey td p{margin:.1rem 0 0}\n"
                            ".survey caption{font-weight:600}\n"
                            ".survey tbody th{min-width:7.6rem;overflow-wrap:anywhere}\n"
                            ".survey{max-width:52rem;margin:.6rem 0 1.4rem}\n"
                            "@media (max-width:30rem){.survey th,.survey td{padding:.4rem .35rem}}\n";

/* A bar over 0 to 100%, with a whisker from one end of its interval to the other: white around, so that it shows on the bar. */
static void add_picture(sk_page *page, double share, double low, double high)
{
    const double ends[] = {low * 100, high * 100};
    static const struct {
        const char *colour;
        int width;
    } strokes[] = {{"#fff", 5}, {"#1a1a1a", 2}};
    sk_buffer_adds(&page->out,
                   "<svg aria-hidden=\"true\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\">"
                   "<rect width=\"100\" height=\"10\" fill=\"#e2e2e2\"/><rect width=\"");
    sk_buffer_addf(&page->out, "%d\" height=\"10\" fill=\"#0b4a82\"/>", (int)(share * 100 + 0.5));
    for (int i = 0; i < 2; i++)
        sk_buffer_addf(&page->out,
                       "<path d=\"M%d 2v6m0-3H%dm0-3v6\" fill=\"none\" stroke=\"%s\" stroke-width=\"%d\" "
                       "vector-effect=\"non-scaling-stroke\"/>",
                       (int)(ends[0] + 0.5), (int)(ends[1] + 0.5), strokes[i].colour, strokes[i].width);
    sk_buffer_adds(&page->out, "</svg>");
}

/* A number of people and the share that it is, or that is told, of n. */
static void add_cells(sk_page *page, size_t people, size_t n, double share, double low, double high,
                      const char *difference)
{
    sk_buffer_addf(&page->out, "<td>%zu</td><td>", people);
    if (n == 0) {
        sk_buffer_adds(&page->out, "</td>");
        return;
    }
    add_picture(page, share, low, high);
    sk_buffer_adds(&page->out, "<p>");
    sk_add_percentage(page, share);
    sk_buffer_adds(&page->out, ", ");
    sk_add_between(page, low, high);
    if (difference != NULL)
        sk_buffer_addf(&page->out, ": <strong>%s</strong>", difference);
    sk_buffer_adds(&page->out, "</p></td>");
}

static void begin_table(sk_page *page, const char *first_column)
{
    sk_buffer_addf(&page->out,
                   "</caption>\n<thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th "
                   "scope=\"col\">%s</th></tr></thead>\n<tbody>\n",
                   first_column, sk_say(page, "Mensen", "People"), sk_say(page, "Deel", "Share"));
}

static void begin_row(sk_page *page, const char *name)
{
    sk_buffer_adds(&page->out, "<tr><th scope=\"row\">");
    sk_add_name(page, name);
    sk_buffer_adds(&page->out, "</th>");
}

static void add_choices(sk_page *page, const schakel_survey_result *result, size_t index,
                        const schakel_question_result *question)
{
    sk_buffer_addf(&page->out, "<table class=\"survey\">\n<caption>%s",
                   sk_say(page, "Alle antwoorden", "All answers"));
    begin_table(page, sk_say(page, "Antwoord", "Answer"));
    for (size_t i = 0; i < question->choice_count; i++) {
        schakel_choice_result choice = SCHAKEL_CHOICE_RESULT_INIT;
        schakel_survey_result_get_choice(result, index, i, &choice);
        begin_row(page, choice.choice);
        if (choice.hidden)
            sk_add_hidden_cells(page, 2);
        else
            add_cells(page, choice.count, question->n, choice.share, choice.low, choice.high, NULL);
        sk_buffer_adds(&page->out, "</tr>\n");
    }
    sk_buffer_adds(&page->out, "</tbody>\n</table>\n");
}

static void add_section(sk_page *page, const schakel_survey_result *result, const sk_survey_section *section)
{
    sk_buffer_adds(&page->out, "<tr><th colspan=\"3\" scope=\"rowgroup\">");
    sk_add_name(page, sk_survey_section_heading(page, result, section));
    sk_buffer_adds(&page->out, "</th></tr>\n");
    for (size_t i = section->first; i < section->end; i++) {
        schakel_survey_row row = SCHAKEL_SURVEY_ROW_INIT;
        schakel_survey_result_get_row(result, i, &row);
        begin_row(page, sk_survey_group_word(page, &row));
        if (row.hidden)
            sk_add_hidden_cells(page, 2);
        else
            add_cells(page, row.n, row.n, row.share, row.low, row.high,
                      sk_survey_difference(page, result, &row));
        sk_buffer_adds(&page->out, "</tr>\n");
    }
}

static void add_groups(sk_page *page, const schakel_survey_result *result, size_t question)
{
    size_t sections = 0;
    for (sk_survey_section s = {0, 0}; sk_next_survey_section(result, question, &s);) {
        if (sections++ == 0) {
            sk_buffer_addf(&page->out, "<table class=\"survey\">\n<caption>%s",
                           sk_say(page, "Wie zegt ", "Who says "));
            sk_add_counted_choices(page, result, question);
            sk_buffer_adds(&page->out, "?");
            begin_table(page, sk_say(page, "Groep", "Group"));
        } else {
            sk_buffer_adds(&page->out, "</tbody>\n<tbody>\n");
        }
        add_section(page, result, &s);
    }
    if (sections != 0)
        sk_buffer_adds(&page->out, "</tbody>\n</table>\n");
}

static void add_question(sk_page *page, const schakel_survey_result *result, size_t index,
                         const schakel_question_result *question)
{
    sk_buffer_adds(&page->out, "<h3>");
    sk_add_name(page, question->text);
    sk_buffer_adds(&page->out, "</h3>\n");
    sk_add_counted_sentence(page, result, index, "<p class=\"note\">", "</p>\n");
    add_choices(page, result, index, question);
    add_groups(page, result, index);
}

void sk_survey_html(sk_page *page, const schakel_survey_result *result)
{
    schakel_survey_summary summary = SCHAKEL_SURVEY_SUMMARY_INIT;
    schakel_survey_result_get_summary(result, &summary);
    const char *title = sk_survey_title(page, &summary);
    sk_html_begin(page, title, style);
    if (page->options.title != NULL) {
        sk_buffer_adds(&page->out, "<h2>");
        sk_add_name(page, title);
        sk_buffer_adds(&page->out, "</h2>\n");
    }
    sk_add_survey_lead(page, result, "<p class=\"verdict open\">", "</p>\n");
    for (sk_survey_place at = {0}; !summary.hidden && sk_next_survey_question(page, result, &at);) {
        if (at.heading != NULL)
            sk_buffer_addf(&page->out, "<h2>%s</h2>\n", at.heading);
        add_question(page, result, at.index, &at.question);
    }
    if (summary.responses != 0)
        sk_buffer_addf(
            &page->out, "<p class=\"note\">%s</p>\n",
            sk_say(page,
                   "De dunne streep op een balk laat zien hoe zeker dat is. Hoe korter de streep, hoe "
                   "zekerder.",
                   "The thin line on a bar shows how sure that is. The shorter the line, the surer."));
    sk_add_survey_notes(page, result, "<p class=\"note\">", "</p>\n");
    sk_html_end(page);
}
