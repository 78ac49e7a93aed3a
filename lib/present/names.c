#include "present/names.h"

static void add_name_or_id(sk_page *page, const char *name, const char *id)
{
    sk_add_name(page, name != NULL ? name : id);
}

void sk_add_adult(sk_page *page, const schakel_school *school, const char *id)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_school_get_adult(school, schakel_school_find(school, SCHAKEL_KIND_ADULT, id), &adult);
    add_name_or_id(page, adult.name, id);
}

void sk_add_staff(sk_page *page, const schakel_school *school, const char *id)
{
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    schakel_school_get_staff(school, schakel_school_find(school, SCHAKEL_KIND_STAFF, id), &staff);
    add_name_or_id(page, staff.name, id);
}

void sk_add_child(sk_page *page, const schakel_school *school, const char *id)
{
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_school_get_child(school, schakel_school_find(school, SCHAKEL_KIND_CHILD, id), &child);
    add_name_or_id(page, child.name, id);
}

void sk_add_group(sk_page *page, const schakel_school *school, const char *id)
{
    schakel_group group = SCHAKEL_GROUP_INIT;
    schakel_school_get_group(school, schakel_school_find(school, SCHAKEL_KIND_GROUP, id), &group);
    add_name_or_id(page, group.name, id);
}

const char *sk_concept_word(const sk_page *page, const schakel_school *school, const char *id)
{
    schakel_concept concept = SCHAKEL_CONCEPT_INIT;
    size_t index = schakel_school_find(school, SCHAKEL_KIND_CONCEPT, id);
    if (index != SCHAKEL_NONE)
        schakel_school_get_concept(school, index, &concept);
    else
        schakel_builtin_concept_get(schakel_builtin_concept_find(id), &concept);
    const char *label = sk_say(page, concept.label_nl, concept.label_en);
    return label != NULL ? label : id;
}

int sk_add_person(sk_page *page, const schakel_school *school, const char *adult_id, const char *staff_id,
                  const char *child_id)
{
    if (adult_id != NULL)
        sk_add_adult(page, school, adult_id);
    else if (staff_id != NULL)
        sk_add_staff(page, school, staff_id);
    else if (child_id != NULL)
        sk_add_child(page, school, child_id);
    return adult_id != NULL || staff_id != NULL || child_id != NULL;
}

void sk_add_adults(sk_page *page, const schakel_school *school, const char *const *ids, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        sk_buffer_adds(&page->out, i == 0 ? "" : ", ");
        sk_add_adult(page, school, ids[i]);
    }
}

/* In the order of schakel_activity_kind. */
static const struct {
    const char *nl, *en;
} activity_words[] = {
    {"intake", "intake"},
    {"startgesprek", "introductory talk"},
    {"voortgangsgesprek", "progress talk"},
    {"overdrachtsgesprek", "hand-over talk"},
    {"tekenen van de overeenkomst", "signing the agreement"},
    {"zorggesprek", "talk about support"},
    {"gesprek", "talk"},
    {"ouderavond", "parents' evening"},
    {"ouderavond met gesprekken", "interactive evening"},
    {"vaderavond", "fathers' evening"},
    {"avond over wensen", "wishes-and-expectations evening"},
    {"praatgroep", "group talk"},
    {"inloop voor ouder en kind", "walk-in for parent and child"},
    {"opdracht voor thuis", "home assignment"},
    {"les van de cursus", "course meeting"},
    {"welkom", "welcome meeting"},
    {"ouderavond door studenten", "students' evening"},
    {"werkgroep", "working group"},
    {"ouderraad", "council"},
    {"activiteit", "activity"},
};

const char *schakel_activity_kind_name(schakel_activity_kind kind, schakel_language language)
{
    size_t count = sizeof activity_words / sizeof activity_words[0];
    size_t known = (size_t)kind < count ? (size_t)kind : SCHAKEL_ACTIVITY_OTHER;
    return language == SCHAKEL_ENGLISH ? activity_words[known].en : activity_words[known].nl;
}

const char *sk_activity_word(const sk_page *page, schakel_activity_kind kind)
{
    return schakel_activity_kind_name(kind, page->options.language);
}

enum { DAY = 24 * 60 };

/* What goes on after midnight ends on the clock of the next day. */
void sk_add_times(sk_page *page, schakel_time start, schakel_time end)
{
    char from[SCHAKEL_TIME_SIZE], until[SCHAKEL_TIME_SIZE];
    if (start == SCHAKEL_NO_TIME)
        return;
    schakel_time_format(start, from);
    schakel_time_format(end > DAY ? end - DAY : end, until);
    if (end == SCHAKEL_NO_TIME)
        sk_buffer_addf(&page->out, sk_say(page, "%s uur", "%s"), from);
    else
        sk_buffer_addf(&page->out, sk_say(page, "%s tot %s uur", "%s to %s"), from, until);
}

void sk_add_heading(sk_page *page, const char *text)
{
    sk_buffer_adds(&page->out, page->out.length == 0 ? "" : "\n");
    sk_paint(page, SK_BOLD);
    sk_add_name(page, text);
    sk_paint(page, SK_PLAIN);
    sk_buffer_adds(&page->out, "\n");
}

void sk_add_title(sk_page *page)
{
    if (page->options.title != NULL)
        sk_add_heading(page, page->options.title);
}
