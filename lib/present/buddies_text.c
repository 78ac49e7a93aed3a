/* Buddies for a terminal: whom to ask to help which newcomer, then for whom somebody is still to be found. */
#include <stdio.h>
#include <string.h>

#include "present/names.h"
#include "present/open.h"
#include "present/own_words.h"
#include "school/languages.h"

/* A language whatever its region: that is no matter to who speaks it. */
static void add_language(sk_page *page, const char *tag)
{
    char language[SCHAKEL_WORDS_SIZE];
    snprintf(language, sizeof language, "%.*s", (int)strcspn(tag, "-"), tag);
    sk_add_language(page, language);
}

/* Is a language one that stood before it, whatever the region? */
static int stood_before(const schakel_adult *adult, size_t index)
{
    size_t i = 0;
    while (!sk_same_language(adult->languages[i].tag, adult->languages[index].tag))
        i++;
    return i < index;
}

/* In which languages somebody is to be found for a newcomer. */
static void add_own_languages(sk_page *page, const schakel_school *school, const char *adult_id)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    size_t count = 0;
    schakel_school_get_adult(school, schakel_school_find(school, SCHAKEL_KIND_ADULT, adult_id), &adult);
    for (size_t i = 0; i < adult.language_count; i++) {
        if (sk_same_language(adult.languages[i].tag, "nl") || stood_before(&adult, i))
            continue;
        sk_buffer_adds(&page->out, count++ == 0 ? " (" : ", ");
        add_language(page, adult.languages[i].tag);
    }
    sk_buffer_adds(&page->out, count > 0 ? ")" : "");
}

static schakel_buddy_pair pair_at(const schakel_buddies *buddies, size_t index)
{
    schakel_buddy_pair pair = SCHAKEL_BUDDY_PAIR_INIT;
    schakel_buddies_get(buddies, index, &pair);
    return pair;
}

/* "  - Nora Dauwkruid: vraag Sami Zonnedauw (Arabisch)", and why. */
static void add_pair(sk_page *page, const schakel_school *school, const schakel_buddy_pair *pair)
{
    sk_buffer_adds(&page->out, "  - ");
    sk_add_adult(page, school, pair->newcomer_id);
    sk_buffer_adds(&page->out, sk_say(page, ": vraag ", ": ask "));
    sk_add_adult(page, school, pair->buddy_id);
    if (pair->language != NULL) {
        sk_buffer_adds(&page->out, " (");
        add_language(page, pair->language);
        sk_buffer_adds(&page->out, ")");
    }
    sk_buffer_addf(&page->out, "\n    %s\n", sk_say(page, pair->text_nl, pair->text_en));
}

/* What is to be done, with everybody for whom it is; those come from an index on. */
static void add_alike(sk_page *page, const schakel_buddies *buddies, const schakel_school *school,
                      size_t first)
{
    const schakel_buddy_pair of = pair_at(buddies, first);
    sk_buffer_addf(&page->out, "%s\n", sk_say(page, of.text_nl, of.text_en));
    for (size_t i = first; i < schakel_buddies_count(buddies); i++) {
        schakel_buddy_pair pair = pair_at(buddies, i);
        if (strcmp(pair.text_nl, of.text_nl) != 0)
            continue;
        sk_buffer_adds(&page->out, "  - ");
        sk_add_adult(page, school, pair.newcomer_id);
        add_own_languages(page, school, pair.newcomer_id);
        sk_buffer_adds(&page->out, "\n");
    }
}

/* Is what is to be done for a newcomer the same as for one before, from an index on? */
static int was_told(const schakel_buddies *buddies, size_t from, size_t index)
{
    schakel_buddy_pair pair = pair_at(buddies, index);
    while (from < index && strcmp(pair_at(buddies, from).text_nl, pair.text_nl) != 0)
        from++;
    return from < index;
}

static void add_buddies(sk_page *page, const schakel_buddies *buddies, const schakel_school *school)
{
    size_t count = schakel_buddies_count(buddies), helped = 0;
    sk_add_title(page);
    while (helped < count && pair_at(buddies, helped).buddy_id != NULL)
        helped++;
    if (helped > 0)
        sk_add_heading(page,
                       sk_say(page, "Wie kan welke nieuwe ouder helpen?", "Who can help which new parent?"));
    for (size_t i = 0; i < helped; i++) {
        schakel_buddy_pair pair = pair_at(buddies, i);
        add_pair(page, school, &pair);
    }
    if (helped < count)
        sk_add_heading(page, sk_say(page, "Wie zoekt nog een maatje?", "Who is still without a buddy?"));
    for (size_t i = helped; i < count; i++)
        if (!was_told(buddies, helped, i))
            add_alike(page, buddies, school, i);
    if (count == 0)
        sk_buffer_adds(&page->out, sk_say(page, "Geen nieuwe ouder zoekt nog een maatje.\n",
                                          "No new parent is without a buddy.\n"));
}

schakel_status schakel_present_buddies(const schakel_buddies *buddies, const schakel_school *school,
                                       const schakel_present_options *options, char **out, size_t *out_length,
                                       schakel_error *error)
{
    sk_page page;
    schakel_status status = sk_open_text_page(&page, buddies, school, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    add_buddies(&page, buddies, school);
    return sk_close_page(&page, out, out_length, error);
}
