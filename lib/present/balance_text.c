/* A balance for a terminal: who is asked too often or never, then what each side expects of the other. */
#include "present/names.h"
#include "present/open.h"

/* By value of schakel_asked_kind. */
static const struct {
    const char *nl, *en;
} kind_headings[] = {{"Te vaak gevraagd", "Asked too often"},
                     {"Biedt iets aan en is niet gevraagd: vraag deze ouders ook eens",
                      "Offers something and was not asked: ask these parents as well"},
                     {"Wel gevraagd, maar wil dat nu niet", "Was asked, but does not want that now"}};

/* By value of schakel_side. */
static const struct {
    const char *nl, *en;
} side_headings[] = {{"Wat ouders verwachten", "What parents expect"},
                     {"Wat de school verwacht", "What the school expects"},
                     {"Wat kinderen verwachten", "What children expect"}};

/* -------------------------------------------------------------------- adults */

static void add_offers(sk_page *page, const schakel_school *school, const schakel_balance_row *row)
{
    for (size_t i = 0; i < row->offer_count; i++) {
        schakel_offer offer = SCHAKEL_OFFER_INIT;
        size_t index = schakel_school_find(school, SCHAKEL_KIND_OFFER, row->offer_ids[i]);
        schakel_school_get_offer(school, index, &offer);
        for (size_t k = 0; k < offer.concept_count; k++) {
            sk_buffer_adds(&page->out, k > 0 ? ", " : i > 0 ? "; " : "");
            sk_add_name(page, sk_concept_word(page, school, offer.concept_ids[k]));
        }
    }
}

static void add_times_asked(sk_page *page, const schakel_balance_row *row)
{
    const char *one = sk_say(page, "keer", "time"), *more = sk_say(page, "keer", "times");
    sk_buffer_adds(&page->out, sk_say(page, "", "asked "));
    sk_add_count(page, row->asks, one, more);
    sk_buffer_adds(&page->out, sk_say(page, " gevraagd", ""));
    if (row->wants != 0) {
        sk_buffer_adds(&page->out, sk_say(page, ", wil hoogstens ", ", wants at most "));
        sk_add_count(page, (size_t)row->wants, one, more);
    }
}

/* How often, for what, and what to do. */
static void add_asked(sk_page *page, const schakel_school *school, const schakel_balance_row *row)
{
    add_times_asked(page, row);
    if (row->offer_count > 0) {
        sk_buffer_adds(&page->out, " (");
        add_offers(page, school, row);
        sk_buffer_adds(&page->out, ")");
    }
    sk_buffer_addf(&page->out, "\n    %s", sk_say(page, row->text_nl, row->text_en));
}

static void add_expectations(sk_page *page, const schakel_school *school, const schakel_balance_row *row)
{
    for (size_t i = 0; i < row->expectation_count; i++) {
        schakel_wish wish = SCHAKEL_WISH_INIT;
        schakel_school_get_wish(
            school, schakel_school_find(school, SCHAKEL_KIND_WISH, row->expectation_ids[i]), &wish);
        sk_buffer_adds(&page->out, sk_say(page, "    verwacht: ", "    expects: "));
        sk_add_name(page, wish.text);
        sk_buffer_adds(&page->out, "\n");
    }
}

/* Of who was never asked the heading says what to do: there can be many. */
static void add_row(sk_page *page, const schakel_school *school, const schakel_balance_row *row)
{
    sk_buffer_adds(&page->out, "  - ");
    sk_add_adult(page, school, row->adult_id);
    sk_buffer_adds(&page->out, ": ");
    if (row->kind == SCHAKEL_ASKED_NEVER)
        add_offers(page, school, row);
    else
        add_asked(page, school, row);
    sk_buffer_adds(&page->out, "\n");
    add_expectations(page, school, row);
}

static void add_rows(sk_page *page, const schakel_balance *balance, const schakel_school *school)
{
    int kind = -1;
    for (size_t i = 0; i < schakel_balance_count(balance); i++) {
        schakel_balance_row row = SCHAKEL_BALANCE_ROW_INIT;
        schakel_balance_get(balance, i, &row);
        if ((int)row.kind != kind)
            sk_add_heading(page, sk_say(page, kind_headings[row.kind].nl, kind_headings[row.kind].en));
        kind = (int)row.kind;
        add_row(page, school, &row);
    }
    if (schakel_balance_count(balance) == 0)
        sk_buffer_adds(&page->out,
                       sk_say(page, "Niemand is te vaak gevraagd, en wie iets aanbiedt, is ook gevraagd.\n",
                              "Nobody was asked too often, and who offers something was asked.\n"));
}

/* -------------------------------------------------------------- expectations */

static void add_expectation(sk_page *page, const schakel_expectation *expectation)
{
    sk_buffer_adds(&page->out, "  - ");
    sk_add_date(page, expectation->date, 0);
    sk_buffer_adds(&page->out, ": ");
    sk_add_name(page, expectation->text);
    sk_buffer_adds(&page->out, "\n    ");
    if (expectation->answer == NULL) {
        sk_buffer_adds(&page->out, sk_say(page, "Dit heeft nog geen antwoord.", "This has no answer yet."));
    } else {
        sk_buffer_adds(&page->out, sk_say(page, "antwoord: ", "answer: "));
        sk_add_name(page, expectation->answer);
    }
    sk_buffer_adds(&page->out, "\n");
}

static void add_sides(sk_page *page, const schakel_balance *balance)
{
    int side = -1;
    for (size_t i = 0; i < schakel_balance_expectation_count(balance); i++) {
        schakel_expectation expectation = SCHAKEL_EXPECTATION_INIT;
        schakel_balance_get_expectation(balance, i, &expectation);
        if ((int)expectation.side != side)
            sk_add_heading(
                page, sk_say(page, side_headings[expectation.side].nl, side_headings[expectation.side].en));
        side = (int)expectation.side;
        add_expectation(page, &expectation);
    }
}

schakel_status schakel_present_balance(const schakel_balance *balance, const schakel_school *school,
                                       const schakel_present_options *options, char **out, size_t *out_length,
                                       schakel_error *error)
{
    sk_page page;
    schakel_status status = sk_open_text_page(&page, balance, school, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    sk_add_title(&page);
    add_rows(&page, balance, school);
    add_sides(&page, balance);
    return sk_close_page(&page, out, out_length, error);
}
