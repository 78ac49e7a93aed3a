/* A small school with an evening, and readers and invitations made of it on 1 September 2026. */
#ifndef TESTS_UNIT_INVITATION_DOCUMENT_H
#define TESTS_UNIT_INVITATION_DOCUMENT_H

#include <string.h>

#include "schakel/schakel.h"

/* With ' for ". One parent hardly reads, one wants mail, of one nothing is known; an aunt has a language of her own. */
static const char document[] =
    "{'schakel': 1, 'school': {'id': 's', 'stage': 'po', 'year_start': '2026-08-01', 'year_end': '2027-07-31'}, "
    "'groups': [{'id': 'g3', 'name': 'Groep 3'}], 'adults': ["
    "{'id': 'bram', 'name': 'Bram Varenblad', 'prefers': ['mail'], 'languages': [{'tag': 'nl', 'speaking': 'C2', "
    "'reading': 'C1'}], 'windows': [{'days': ['tue'], 'start': '18:00', 'end': '22:00'}]}, "
    "{'id': 'derya', 'name': 'Derya Varenblad', 'languages': [{'tag': 'nl', 'speaking': 'A1', 'reading': 'none'}, "
    "{'tag': 'tr', 'speaking': 'C2', 'reading': 'B1'}], 'windows': [{'days': ['tue'], 'start': '08:30', 'end': "
    "'12:00'}]}, "
    "{'id': 'fatma', 'languages': [{'tag': 'nl', 'speaking': 'A2', 'reading': 'A1'}]}, "
    "{'id': 'rif', 'name': 'Siham Zwaluwstaart', 'languages': [{'tag': 'rif', 'speaking': 'C2'}]}, "
    "{'id': 'tom', 'name': 'Tom Zwaluwstaart', 'windows': [{'days': ['wed'], 'start': '18:00', 'end': '22:00'}]}], "
    "'children': ["
    "{'id': 'kim', 'name': 'Kim Varenblad', 'group': 'g3', 'ties': [{'adult': 'bram', 'kind': 'father'}, {'adult': "
    "'derya', 'kind': 'mother'}]}, "
    "{'id': 'noor', 'name': 'Noor Varenblad', 'group': 'g3', 'ties': [{'adult': 'bram', 'kind': 'father'}, {'adult': "
    "'fatma', 'kind': 'mother'}]}, "
    "{'id': 'zoe', 'group': 'g3', 'ties': [{'adult': 'tom', 'kind': 'father'}]}, "
    "{'id': 'zus', 'name': 'Zus Zwaluwstaart', 'ties': [{'adult': 'rif', 'kind': 'mother'}]}], "
    "'activities': ["
    "{'id': 'avond', 'title': 'Samen <lezen>', 'kind': 'interactive_evening', 'why': 'Lezen', 'date': "
    "'2026-10-06', 'start': '19:30', 'end': '21:00', 'groups': ['g3']}, "
    "{'id': 'thuis', 'kind': 'home_assignment', 'audience': 'together', 'why': 'Lezen', 'date': '2026-09-10'}], "
    "'contacts': [{'id': 'k', 'child': 'kim', 'adult': 'derya', 'date': '2026-08-30', 'channel': 'call', 'purpose': "
    "'invite', 'reached': 'yes'}]}";

static const char letter[] =
    "# Ouderavond\n\nBeste ouders,\n\nKomt u ook? De ouderavond is op dinsdag 6 oktober 2026. "
    "Wij beginnen om 19.30 uur en stoppen om 21.00 uur. U bent welkom op school, in de aula. "
    "Hebt u een vraag? Bel dan juf Els. Stuur voor 1 oktober een bericht.\n";

static inline schakel_school *read_document(void)
{
    char json[sizeof document];
    schakel_school *school = NULL;
    schakel_error error = SCHAKEL_ERROR_INIT;
    memcpy(json, document, sizeof json);
    for (char *c = json; *c != '\0'; c++)
        *c = *c == '\'' ? '"' : *c;
    if (schakel_school_from_json(json, strlen(json), NULL, &school, &error) != SCHAKEL_OK)
        fail_msg("%s: %s", error.path, error.message);
    return school;
}

static inline schakel_date first_of_september(void)
{
    return schakel_date_from_ymd(2026, 9, 1);
}

static inline schakel_readers *readers_of(const schakel_school *school, schakel_level level,
                                          const char *activity_id)
{
    schakel_readers_options options = SCHAKEL_READERS_OPTIONS_INIT;
    schakel_readers *readers = NULL;
    options.today = first_of_september();
    options.level = level;
    options.activity_id = activity_id;
    assert_int_equal(schakel_readers_make(school, &options, &readers, NULL), SCHAKEL_OK);
    return readers;
}

/* The letter goes with it when `with_letter` is 1. */
static inline schakel_invitation *invitation_of(const schakel_school *school, const char *activity_id,
                                                int with_letter)
{
    schakel_invitation_options options = SCHAKEL_INVITATION_OPTIONS_INIT;
    schakel_invitation *invitation = NULL;
    schakel_checker *checker = NULL;
    schakel_report *report = NULL;
    assert_int_equal(schakel_checker_create(NULL, &checker, NULL), SCHAKEL_OK);
    assert_int_equal(schakel_check(checker, letter, strlen(letter), NULL, &report, NULL), SCHAKEL_OK);
    options.today = first_of_september();
    options.activity_id = activity_id;
    options.report = with_letter ? report : NULL;
    assert_int_equal(schakel_invitation_make(school, &options, &invitation, NULL), SCHAKEL_OK);
    schakel_report_destroy(report);
    schakel_checker_destroy(checker);
    return invitation;
}

#endif
