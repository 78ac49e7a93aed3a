/* What to do first: at most three steps, made of the errors and the heaviest reasons. */
#include "present/report.h"

#include <string.h>

enum { STEPS = 3, LINKS = 4 };

#define BIT(rule) ((uint64_t)1 << SCHAKEL_RULE_##rule)

typedef struct step {
    const char *reason; /* NULL for the errors */
    const char *nl, *en;
    const char *how_nl, *how_en;
    uint64_t rules; /* whose places belong to it */
} step;

static const step errors = {NULL,
                            "Haal eerst de fouten weg.",
                            "Take out the errors first.",
                            "Met deze zinnen kan de tekst niet weg.",
                            "The text cannot go out with these sentences.",
                            0};

static const step steps[] = {
    {"sentences", "Maak de zinnen korter.", "Make the sentences shorter.", "Zet in elke zin één boodschap.",
     "Put one message in each sentence.", BIT(LONG_SENTENCE) | BIT(MAKE_LIST) | BIT(LONG_PARAGRAPH)},
    {"words", "Kies gewone woorden.", "Choose everyday words.",
     "Schrijf een ander woord, of leg het moeilijke woord uit.",
     "Write another word, or explain the hard one.",
     BIT(HARD_WORD) | BIT(SCHOOL_TERM) | BIT(ABBREVIATION) | BIT(FIGURE_OF_SPEECH) | BIT(ONE_NAME)},
    {"passives", "Schrijf wie iets doet.", "Write who does something.",
     "Begin de zin met “wij”, “u” of een naam.", "Begin the sentence with “wij”, “u” or a name.",
     BIT(PASSIVE) | BIT(IMPERSONAL)},
    {"officialese", "Schrijf zoals u praat.", "Write as you speak.", "Bij elke plek staat een gewoner woord.",
     "At each place there is a plainer wording.", BIT(FORMAL_WORDING)},
    {"reader", "Praat tegen de lezer.", "Speak to the reader.",
     "Schrijf “u” en “wij”. Schrijf dagen en tijden in cijfers.",
     "Write “u” and “wij”. Write days and times in figures.",
     BIT(IMPERSONAL) | BIT(NO_CLEAR_REQUEST) | BIT(UNCLEAR_TIME) | BIT(NUMBER_WORDS)},
    {"clauses", "Maak de zinnen eenvoudiger.", "Make the sentences simpler.",
     "Maak van elke bijzin een eigen zin.", "Make each clause a sentence of its own.",
     BIT(SUBORDINATE_CLAUSES) | BIT(PINCER) | BIT(SPLIT_VERB) | BIT(DOUBLE_NEGATION)},
    {"style", "Gebruik meer werkwoorden.", "Use more verbs.",
     "Schrijf “wij bespreken” en niet “de bespreking van”.",
     "Write “wij bespreken” and not “de bespreking van”.",
     BIT(NOMINAL_STYLE) | BIT(PREPOSITION_CHAIN) | BIT(ER_CONSTRUCTION) | BIT(UNCLEAR_REFERENCE)},
};

static int belongs_to(const step *s, const schakel_finding *finding)
{
    if (s->reason == NULL)
        return finding->severity == SCHAKEL_SEVERITY_ERROR;
    return (s->rules >> finding->rule & 1) != 0;
}

/* The text of a report and where to link to. */
typedef struct numbered {
    const schakel_report *report;
    const char *text;
    size_t length;
} numbered;

/* Put the numbers of the first places of a step into `out`; returns how many places there are. */
static size_t find_places(const numbered *n, const step *s, size_t out[LINKS])
{
    size_t number = 0, count = 0;
    for (size_t i = 0; i < schakel_report_finding_count(n->report); i++) {
        schakel_finding finding = SCHAKEL_FINDING_INIT;
        schakel_report_get_finding(n->report, i, &finding);
        if (sk_is_about_all(&finding, n->text, n->length))
            continue;
        number++;
        if (!belongs_to(s, &finding))
            continue;
        if (count < LINKS)
            out[count] = number;
        count++;
    }
    return count;
}

static void add_links(sk_page *page, const size_t places[LINKS], size_t count)
{
    size_t shown = count < LINKS ? count : LINKS;
    sk_buffer_adds(&page->out, "<br><span class=\"places\">");
    sk_add_count(page, count, sk_say(page, "plek", "place"), sk_say(page, "plekken", "places"));
    sk_buffer_adds(&page->out, count > shown ? sk_say(page, ", de eerste zijn ", ", the first are ") : ": ");
    for (size_t i = 0; i < shown; i++) {
        const char *before = i == 0 ? "" : i + 1 < shown ? ", " : sk_say(page, " en ", " and ");
        sk_buffer_addf(&page->out, "%s<a href=\"#p%zu\">%zu</a>", before, places[i], places[i]);
    }
    sk_buffer_adds(&page->out, ".</span>");
}

static void add_step(sk_page *page, const numbered *n, const step *s)
{
    size_t places[LINKS], count = find_places(n, s, places);
    sk_buffer_addf(&page->out, "<li><strong>%s</strong> %s", sk_say(page, s->nl, s->en),
                   sk_say(page, s->how_nl, s->how_en));
    if (count != 0)
        add_links(page, places, count);
    sk_buffer_adds(&page->out, "</li>\n");
}

static const step *step_of(const schakel_report *report, size_t index)
{
    schakel_reason reason = SCHAKEL_REASON_INIT;
    schakel_report_get_reason(report, index, &reason);
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
        if (reason.name != NULL && strcmp(steps[i].reason, reason.name) == 0)
            return &steps[i];
    return NULL;
}

/* The steps of a report, the most urgent first; returns how many. */
static size_t choose_steps(const schakel_report *report, const step *out[STEPS])
{
    size_t count = 0;
    for (size_t i = 0; i < schakel_report_finding_count(report) && count == 0; i++) {
        schakel_finding finding = SCHAKEL_FINDING_INIT;
        schakel_report_get_finding(report, i, &finding);
        if (finding.severity == SCHAKEL_SEVERITY_ERROR)
            out[count++] = &errors;
    }
    for (size_t i = 0; i < schakel_report_reason_count(report) && count < STEPS; i++) {
        const step *s = step_of(report, i);
        if (s != NULL)
            out[count++] = s;
    }
    return count;
}

void sk_add_steps(sk_page *page, const schakel_report *report, const char *text, size_t length)
{
    const step *chosen[STEPS];
    const numbered n = {report, text, length};
    schakel_verdict verdict = SCHAKEL_VERDICT_INIT;
    size_t count = choose_steps(report, chosen);
    schakel_report_get_verdict(report, &verdict);
    sk_buffer_addf(&page->out, "<section class=\"steps\">\n<h2>%s</h2>\n",
                   sk_say(page, "Wat doet u eerst?", "What to do first?"));
    if (count == 0)
        sk_buffer_addf(&page->out, "<p>%s</p>\n",
                       schakel_report_finding_count(report) == 0
                           ? sk_say(page, "U hoeft niets te doen.", "You need not do anything.")
                           : sk_say(page, "Kijk naar de opmerkingen bij de tekst.",
                                    "Look at the remarks about the text."));
    else if (verdict.meets_target)
        sk_buffer_addf(&page->out, "<p>%s</p>\n",
                       sk_say(page, "De tekst is goed genoeg. Zo wordt hij nog beter:",
                              "The text is good enough. This makes it even better:"));
    if (count != 0)
        sk_buffer_adds(&page->out, "<ol>\n");
    for (size_t i = 0; i < count; i++)
        add_step(page, &n, chosen[i]);
    if (count != 0)
        sk_buffer_adds(&page->out, "</ol>\n");
    sk_buffer_adds(&page->out, "</section>\n");
}
