/* An invitation for a terminal: when to send it, what to see to first, and whom to invite by which channel. */
#include <stdlib.h>
#include <string.h>

#include "present/open.h"
#include "present/reaching.h"

/* What all parts are about. */
typedef struct shown {
    sk_page *page;
    const schakel_invitation *invitation;
    const schakel_school *school;
    schakel_invitation_summary summary;
    schakel_activity activity;
} shown;

static schakel_invitee invitee_at(const shown *s, size_t index)
{
    schakel_invitee invitee = SCHAKEL_INVITEE_INIT;
    schakel_invitation_get(s->invitation, index, &invitee);
    return invitee;
}

/* ------------------------------------------------------------------- in short */

static int has_time(const shown *s)
{
    return s->summary.slot.date != SCHAKEL_NO_DATE;
}

static schakel_date day_of(const shown *s)
{
    return has_time(s) ? s->summary.slot.date : s->activity.date;
}

static void add_moment(const shown *s)
{
    sk_page *page = s->page;
    sk_buffer_adds(&page->out, sk_say(page, "Wanneer: ", "When: "));
    sk_add_date(page, day_of(s), 1);
    if (has_time(s)) {
        sk_buffer_adds(&page->out, ", ");
        sk_add_times(page, s->summary.slot.start, s->summary.slot.end);
    }
    sk_buffer_adds(&page->out, sk_say(page, "\nNodig uiterlijk op ", "\nInvite no later than "));
    sk_add_date(page, s->summary.invite_by, 1);
    sk_buffer_adds(&page->out, sk_say(page, " uit.\n", ".\n"));
}

static void add_families(const shown *s)
{
    sk_page *page = s->page;
    const char *one = sk_say(page, "gezin", "family"), *more = sk_say(page, "gezinnen", "families");
    sk_add_count(page, s->summary.families, one, more);
    sk_buffer_adds(&page->out, sk_say(page, " op de lijst.", " on the list."));
    if (has_time(s)) {
        sk_buffer_adds(&page->out, sk_say(page, " Uit ", " Of "));
        sk_add_count(page, s->summary.families_can_come, one, more);
        sk_buffer_adds(&page->out, sk_say(page, " kan iemand komen.", " somebody can come."));
    }
    sk_buffer_adds(&page->out, "\n");
}

/* Adults of whom it is not known whether they can read the text. */
static size_t count_unknown(const shown *s)
{
    size_t count = 0;
    for (size_t i = 0; i < schakel_invitation_count(s->invitation); i++) {
        schakel_invitee invitee = invitee_at(s, i);
        count += invitee.adult_id != NULL && invitee.can_read == SCHAKEL_UNASKED;
    }
    return count;
}

static void add_text(const shown *s)
{
    sk_page *page = s->page;
    size_t unknown = count_unknown(s);
    sk_buffer_addf(&page->out, sk_say(page, "De tekst is op niveau %s.", "The text is at level %s."),
                   schakel_level_name(s->summary.level));
    if (s->summary.cannot_read > 0) {
        sk_buffer_adds(&page->out, " ");
        sk_add_count(page, s->summary.cannot_read, sk_say(page, "persoon kan", "person"),
                     sk_say(page, "mensen kunnen", "people"));
        sk_buffer_adds(&page->out, sk_say(page, " de tekst niet lezen.", " cannot read the text."));
    }
    if (unknown > 0) {
        sk_buffer_adds(&page->out, sk_say(page, " Van ", " Of "));
        sk_add_count(page, unknown, sk_say(page, "persoon weten we niet hoe goed die leest", "person"),
                     sk_say(page, "mensen weten we niet hoe goed zij lezen", "people"));
        sk_buffer_adds(&page->out, sk_say(page, ": vraag het.", " we do not know how well they read: ask."));
    }
    sk_buffer_adds(&page->out, "\n");
}

static void add_numbers(const shown *s)
{
    if (schakel_invitation_count(s->invitation) == 0)
        sk_buffer_adds(&s->page->out,
                       sk_say(s->page, "Er is niemand om uit te nodigen.\n", "There is nobody to invite.\n"));
    if (s->summary.families > 0)
        add_families(s);
    if (s->summary.level != SCHAKEL_LEVEL_UNKNOWN)
        add_text(s);
}

static void add_advice(const shown *s)
{
    size_t count = schakel_invitation_advice_count(s->invitation);
    if (count > 0)
        sk_add_heading(s->page, sk_say(s->page, "Let hier eerst op", "See to this first"));
    for (size_t i = 0; i < count; i++)
        sk_buffer_addf(&s->page->out, "  - %s\n",
                       schakel_invitation_advice(s->invitation, i, s->page->options.language));
}

/* --------------------------------------------------------------------- people */

static const struct {
    const char *nl, *en;
} channel_headings[SK_REACH_COUNT] = {
    {"Praat met deze mensen op school", "Talk with these people at school"},
    {"Ga bij deze mensen langs", "Visit these people at home"},
    {"Bel deze mensen", "Call these people"},
    {"Bel deze mensen met beeld", "Make a video call to these people"},
    {"Stuur deze mensen een bericht", "Send these people a message"},
    {"Stuur deze mensen een brief of een mail", "Send these people a letter or an e-mail"},
    {"Vraag hoe u deze mensen kunt bereiken", "Ask how these people can be reached"},
    {"Stuur deze mensen een filmpje", "Send these people a short film"},
    {"Zet het voor deze mensen in de nieuwsbrief", "Put it in the newsletter for these people"}};

static void add_children(const shown *s, const schakel_invitee *invitee)
{
    for (size_t i = 0; i < invitee->child_count; i++) {
        sk_buffer_adds(&s->page->out, i == 0 ? " (" : ", ");
        sk_add_child(s->page, s->school, invitee->child_ids[i]);
    }
    sk_buffer_adds(&s->page->out, invitee->child_count > 0 ? ")" : "");
}

/* "  Derya Varenblad (Kim Varenblad): kan niet komen, Turks" */
static void add_adult(const shown *s, const schakel_invitee *invitee)
{
    sk_page *page = s->page;
    int remarks = 0;
    sk_buffer_adds(&page->out, "  ");
    sk_add_adult(page, s->school, invitee->adult_id);
    add_children(s, invitee);
    if (invitee->can_come != SCHAKEL_UNASKED)
        sk_add_remark(page, &remarks,
                      invitee->can_come == SCHAKEL_YES ? sk_say(page, "kan komen", "can come")
                                                       : sk_say(page, "kan niet komen", "cannot come"));
    if (invitee->can_read == SCHAKEL_NO)
        sk_add_remark(page, &remarks, sk_say(page, "kan de tekst niet lezen", "cannot read the text"));
    if (strcmp(invitee->advice->language, "nl") != 0) {
        sk_add_remark(page, &remarks, "");
        sk_add_language(page, invitee->advice->language);
    }
    sk_buffer_adds(&page->out, "\n");
}

static void add_child(const shown *s, const schakel_invitee *invitee)
{
    sk_buffer_adds(&s->page->out, "  ");
    sk_add_child(s->page, s->school, invitee->child_id);
    sk_buffer_adds(&s->page->out, "\n");
}

/* Is somebody told by a channel? A child who is invited itself is told by none. */
static int is_told_by(const schakel_invitee *invitee, const schakel_channel *channel)
{
    if (channel == NULL)
        return invitee->child_id != NULL;
    return invitee->advice != NULL && invitee->advice->channel == *channel;
}

/* Those of a channel; of no channel, the children who are invited themselves. */
static void add_people(const shown *s, const schakel_channel *channel, const char *heading)
{
    size_t count = 0;
    for (size_t i = 0; i < schakel_invitation_count(s->invitation); i++) {
        schakel_invitee invitee = invitee_at(s, i);
        count += (size_t)is_told_by(&invitee, channel);
    }
    if (count > 0)
        sk_add_counted_heading(s->page, heading, count);
    for (size_t i = 0; i < schakel_invitation_count(s->invitation) && count > 0; i++) {
        schakel_invitee invitee = invitee_at(s, i);
        if (is_told_by(&invitee, channel))
            (invitee.adult_id != NULL ? add_adult : add_child)(s, &invitee);
    }
}

static const char *children_heading(const shown *s)
{
    static const struct {
        const char *nl, *en;
    } headings[] = {
        [SCHAKEL_STAGE_PRESCHOOL] = {"Nodig deze kinderen zelf uit", "Invite these children themselves"},
        [SCHAKEL_STAGE_PO] = {"Nodig deze kinderen zelf uit", "Invite these children themselves"},
        [SCHAKEL_STAGE_VO] = {"Nodig deze leerlingen zelf uit", "Invite these students themselves"},
        [SCHAKEL_STAGE_MBO] = {"Nodig deze studenten zelf uit", "Invite these students themselves"}};
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(s->school, &info);
    return sk_say(s->page, headings[info.stage].nl, headings[info.stage].en);
}

/* ------------------------------------------------------------------ languages */

/* A language in which people are invited. */
typedef struct spoken {
    const char *tag;
    size_t people;
} spoken;

static int by_tag(const void *a, const void *b)
{
    return strcmp(((const spoken *)a)->tag, ((const spoken *)b)->tag);
}

/* The languages other than Dutch and that of the page, each once. */
static size_t collect_languages(const shown *s, spoken **languages)
{
    size_t count = 0, capacity = 0;
    for (size_t i = 0; i < schakel_invitation_count(s->invitation); i++) {
        schakel_invitee invitee = invitee_at(s, i);
        if (invitee.advice == NULL || strcmp(invitee.advice->language, "nl") == 0 ||
            strcmp(invitee.advice->language, sk_say(s->page, "nl", "en")) == 0)
            continue;
        size_t k = 0;
        while (k < count && strcmp((*languages)[k].tag, invitee.advice->language) != 0)
            k++;
        if (k == count) {
            if (!sk_grow(s->page->out.allocator, languages, &capacity, count + 1, sizeof **languages)) {
                s->page->out.failed = 1;
                return count;
            }
            (*languages)[count++] = (spoken){invitee.advice->language, 0};
        }
        (*languages)[k].people++;
    }
    return count;
}

/* When it is, in a language for which ICU may have no words. */
static void add_own_moment(const shown *s, const char *tag)
{
    sk_page *page = s->page;
    size_t before = page->out.length;
    sk_add_own_moment(page, tag, day_of(s), s->summary.slot.start);
    if (page->out.length > before)
        return;
    if (has_time(s))
        sk_buffer_adds(&page->out,
                       sk_say(page, "  vertel de dag en de tijd\n", "  tell the day and the time\n"));
    else
        sk_buffer_adds(&page->out, sk_say(page, "  vertel de dag\n", "  tell the day\n"));
}

static void add_languages(const shown *s)
{
    sk_page *page = s->page;
    spoken *languages = NULL;
    size_t count = collect_languages(s, &languages);
    if (count > 0) {
        qsort(languages, count, sizeof *languages, by_tag);
        sk_add_heading(page, has_time(s)
                                 ? sk_say(page, "De dag en de tijd in andere talen",
                                          "The day and the time in other languages")
                                 : sk_say(page, "De dag in andere talen", "The day in other languages"));
    }
    for (size_t i = 0; i < count; i++) {
        sk_buffer_adds(&page->out, "  ");
        sk_add_language(page, languages[i].tag);
        sk_add_own_name(page, languages[i].tag);
        sk_buffer_adds(&page->out, ", ");
        sk_add_count(page, languages[i].people, sk_say(page, "persoon", "person"),
                     sk_say(page, "mensen", "people"));
        sk_buffer_adds(&page->out, "\n  ");
        add_own_moment(s, languages[i].tag);
    }
    sk_free(page->out.allocator, languages);
}

/* ----------------------------------------------------------------------- call */

static void add_title(const shown *s)
{
    const char *word = sk_activity_word(s->page, s->activity.kind);
    sk_add_title(s->page);
    sk_add_heading(s->page, s->activity.title != NULL ? s->activity.title : word);
}

schakel_status schakel_present_invitation(const schakel_invitation *invitation, const schakel_school *school,
                                          const schakel_present_options *options, char **out,
                                          size_t *out_length, schakel_error *error)
{
    sk_page page;
    schakel_status status = sk_open_text_page(&page, invitation, school, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    shown s = {.page = &page, .invitation = invitation, .school = school};
    s.summary = (schakel_invitation_summary)SCHAKEL_INVITATION_SUMMARY_INIT;
    s.activity = (schakel_activity)SCHAKEL_ACTIVITY_INIT;
    schakel_invitation_get_summary(invitation, &s.summary);
    schakel_school_get_activity(
        school, schakel_school_find(school, SCHAKEL_KIND_ACTIVITY, s.summary.activity_id), &s.activity);
    add_title(&s);
    add_moment(&s);
    add_numbers(&s);
    add_advice(&s);
    for (size_t i = 0; i < SK_REACH_COUNT; i++) {
        schakel_channel channel = sk_reach_order[i];
        add_people(&s, &channel, sk_say(&page, channel_headings[channel].nl, channel_headings[channel].en));
    }
    add_people(&s, NULL, children_heading(&s));
    add_languages(&s);
    return sk_close_page(&page, out, out_length, error);
}
