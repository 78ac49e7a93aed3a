/* What an engagement says, in text and on a page: the numbers are worked out by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "schakel/present.h"
#include "unit/engaged_school.h"

typedef struct shown {
    schakel_school *school;
    schakel_engagement *engagement;
    schakel_reach *reach;
} shown;

static shown make(int32_t min_cell)
{
    shown s = {NULL, NULL, NULL};
    schakel_engagement_options options = SCHAKEL_ENGAGEMENT_OPTIONS_INIT;
    options.min_cell = min_cell;
    assert_int_equal(schakel_school_create(NULL, &s.school, NULL), SCHAKEL_OK);
    assert_int_equal(fill_engaged_school(s.school), SCHAKEL_OK);
    assert_int_equal(schakel_engagement_count(s.school, &options, &s.engagement, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_reach_count(s.school, NULL, &s.reach, NULL), SCHAKEL_OK);
    return s;
}

static void end(shown *s)
{
    schakel_reach_destroy(s->reach);
    schakel_engagement_destroy(s->engagement);
    schakel_school_destroy(s->school);
}

static char *show(const shown *s, schakel_format format, schakel_language language, int with_asks)
{
    schakel_present_options options = SCHAKEL_PRESENT_OPTIONS_INIT;
    char *text = NULL;
    size_t length = 0;
    options.format = format;
    options.language = language;
    options.title = "De Brug";
    assert_int_equal(schakel_present_engagement(s->engagement, s->school, with_asks ? s->reach : NULL,
                                                &options, &text, &length, NULL),
                     SCHAKEL_OK);
    assert_int_equal(length, strlen(text));
    return text;
}

static void assert_says(const char *text, const char *words)
{
    if (strstr(text, words) == NULL)
        fail_msg("\"%s\" is not in:\n%s", words, text);
}

static void S13_the_text_says_who_hears_of_problems_alone(void **state)
{
    (void)state;
    shown s = make(5);
    char *text = show(&s, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH, 0);
    assert_says(
        text, "De Brug: Wie bereiken we, en wie niet?\nVan 1 september 2026 tot en met 31 december 2026.\n");
    assert_says(text, "Van de 30 gezinnen zijn er 20 bereikt (67%). Nog niet: 10.\n");
    assert_says(text, "Met 6 gezinnen ging het contact alleen over wat er misgaat.");
    assert_says(text, "Een jaar eerder waren in dezelfde tijd 10 gezinnen bereikt; nu 20.\n");
    assert_says(text, "gezinnen                                    30        20        10             6  ");
    assert_says(text, "\nKinderen per groep\n  De <Uilen>");
    /* A kind of activity says how often, contact does not. */
    assert_says(text,
                "  inloop voor ouder en kind                  1        14            \xC2\xB7        14  ");
    assert_says(text,
                "  contact of helpen op school                          6            \xC2\xB7         6  ");
    assert_null(strstr(text, "Wie is gevraagd"));
    schakel_buffer_free(text);
    text = show(&s, SCHAKEL_FORMAT_TEXT, SCHAKEL_ENGLISH, 1);
    assert_says(text, "Of 30 families 20 are reached (67%). Not yet: 10.\n");
    assert_says(text, "With 6 families contact was only about what goes wrong.");
    assert_says(text, "Who was asked, and who never was?");
    schakel_buffer_free(text);
    end(&s);
}

static void a_page_has_pictures_with_their_numbers(void **state)
{
    (void)state;
    shown s = make(5);
    char *page = show(&s, SCHAKEL_FORMAT_HTML, SCHAKEL_DUTCH, 1);
    assert_says(page, "<html lang=\"nl\">");
    assert_says(page, "<title id=\"engaged-units\">Wie bereiken we, en wie niet?</title>");
    assert_says(page, ">20 van 30</text>");
    assert_says(page, "fill=\"url(#engaged-hatched)\"");
    assert_says(page, "<title id=\"engaged-ways\">");
    assert_says(page, "inloop voor ouder en kind (1&times;)");
    assert_says(page, "De &lt;Uilen&gt;");
    assert_says(page, "<h2>Wie is gevraagd, en wie nooit?</h2>");
    assert_null(strstr(page, "<Uilen>"));
    assert_null(strstr(page, "http"));
    assert_null(strstr(page, "<script"));
    /* The bar of the families: 14 of 30 full, 6 hatched, of 290 wide. */
    assert_says(page, "<rect x=\"1\" y=\"22\" width=\"135\"");
    assert_says(page, "<rect x=\"136\" y=\"22\" width=\"58\"");
    schakel_buffer_free(page);
    end(&s);
}

static void one_number_is_hidden_as_one(void **state)
{
    (void)state;
    shown s = make(2);
    char *text = show(&s, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH, 0);
    assert_says(text, "\xC2\xB7 Het aantal 1 staat er niet in. Zo kan niemand zien");
    schakel_buffer_free(text);
    end(&s);
}

static void what_is_hidden_is_said_to_be(void **state)
{
    (void)state;
    shown s = make(25); /* ten who are not reached are too few */
    char *text = show(&s, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH, 0),
         *page = show(&s, SCHAKEL_FORMAT_HTML, SCHAKEL_DUTCH, 0);
    assert_null(strstr(text, "Van de 30 gezinnen"));
    assert_says(text, "Hoeveel gezinnen bereikt zijn, staat er niet in.");
    assert_says(text, "Aantallen van 1 tot en met 24 staan er niet in.");
    assert_says(page, "niet getoond: te weinig mensen, of uit te rekenen");
    assert_says(page, ">niet getoond</text>");
    assert_null(strstr(page, "van 30</text>"));
    schakel_buffer_free(page);
    schakel_buffer_free(text);
    end(&s);
}

/* Eight more families are reached; two are not, a year before all of ten were not. */
static void S9_nearly_all_is_told_as_so_many_or_more(void **state)
{
    (void)state;
    shown s = make(5);
    for (int i = WALKED_IN + WORRIED; i < FAMILIES - 2; i++)
        assert_int_equal(add_worry(s.school, i), SCHAKEL_OK);
    schakel_engagement_destroy(s.engagement);
    assert_int_equal(schakel_engagement_count(s.school, NULL, &s.engagement, NULL), SCHAKEL_OK);
    char *text = show(&s, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH, 0),
         *page = show(&s, SCHAKEL_FORMAT_HTML, SCHAKEL_ENGLISH, 0);
    assert_says(text, "Van de 30 gezinnen zijn er 26 of meer bereikt: bijna allemaal.\n");
    assert_says(text, "in dezelfde tijd 10 gezinnen bereikt; nu 26 of meer.\n");
    assert_says(text, "gezinnen                                    30       26+         \xC2\xB7");
    assert_says(text, " 86%+\n");
    assert_says(text, " Een + betekent: zo veel of meer.\n");
    assert_says(page, "<td>30</td><td>26+</td><td class=\"hidden\">not shown</td>");
    assert_says(page, ">26+ of 30</text>");
    assert_says(page, "aria-label=\"86%+\"");
    schakel_buffer_free(page);
    schakel_buffer_free(text);
    end(&s);
}

static void a_school_without_families_says_so(void **state)
{
    (void)state;
    shown s = {NULL, NULL, NULL};
    schakel_engagement_options options = SCHAKEL_ENGAGEMENT_OPTIONS_INIT;
    options.from = options.until = FIRST_DAY;
    assert_int_equal(schakel_school_create(NULL, &s.school, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_engagement_count(s.school, &options, &s.engagement, NULL), SCHAKEL_OK);
    char *text = show(&s, SCHAKEL_FORMAT_TEXT, SCHAKEL_DUTCH, 0);
    assert_says(text, "\nOp 1 september 2026.\n\nEr zijn nog geen gezinnen.\n");
    schakel_buffer_free(text);
    end(&s);
}

static void wrong_use_is_told(void **state)
{
    (void)state;
    shown s = make(5);
    char *text = (char *)&s;
    assert_int_equal(schakel_present_engagement(NULL, s.school, NULL, NULL, &text, NULL, NULL),
                     SCHAKEL_MISUSE);
    assert_null(text);
    assert_int_equal(schakel_present_engagement(s.engagement, NULL, NULL, NULL, &text, NULL, NULL),
                     SCHAKEL_MISUSE);
    assert_int_equal(schakel_present_engagement(s.engagement, s.school, NULL, NULL, NULL, NULL, NULL),
                     SCHAKEL_MISUSE);
    end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(S13_the_text_says_who_hears_of_problems_alone),
        cmocka_unit_test(a_page_has_pictures_with_their_numbers),
        cmocka_unit_test(what_is_hidden_is_said_to_be),
        cmocka_unit_test(one_number_is_hidden_as_one),
        cmocka_unit_test(S9_nearly_all_is_told_as_so_many_or_more),
        cmocka_unit_test(a_school_without_families_says_so),
        cmocka_unit_test(wrong_use_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
