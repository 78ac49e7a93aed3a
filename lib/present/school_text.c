/* What is in a school, or in a view of it, for a terminal: kind by kind, a line a record. */
#include "present/names.h"

/* No more lines of a kind than this: who wants all of them reads the document. */
enum { LINES_MAX = 12 };

static const struct {
    const char *nl, *en;
} headings[] = {
    [SCHAKEL_KIND_STAFF] = {"Mensen die op school werken", "Staff"},
    [SCHAKEL_KIND_GROUP] = {"Groepen", "Groups"},
    [SCHAKEL_KIND_ADULT] = {"Ouders en andere volwassenen", "Parents and other adults"},
    [SCHAKEL_KIND_CHILD] = {"Kinderen", "Children"},
    [SCHAKEL_KIND_OFFER] = {"Schakel mij in voor", "Offers"},
    [SCHAKEL_KIND_NEED] = {"Dit heeft de school nodig", "Needs"},
    [SCHAKEL_KIND_ASK] = {"Gevraagd", "Asks"},
    [SCHAKEL_KIND_CONSENT] = {"Toestemming", "Consent"},
    [SCHAKEL_KIND_WISH] = {"Wensen, klachten en verwachtingen", "Wishes, complaints and expectations"},
    [SCHAKEL_KIND_TEAM] = {"Werkgroepen, raden en plannen", "Working groups, councils and plans"},
    [SCHAKEL_KIND_ACTIVITY] = {"Activiteiten", "Activities"},
    [SCHAKEL_KIND_ANSWER] = {"Paspoort", "Passport"},
    [SCHAKEL_KIND_CASE] = {"Dit lossen we samen op", "Cases"},
    [SCHAKEL_KIND_TALK] = {"Gesprekken", "Talks"},
    [SCHAKEL_KIND_AGREEMENT] = {"Afspraken", "Agreements"},
    [SCHAKEL_KIND_CONTACT] = {"Contact", "Contact"},
};

/* The kinds that are shown, people first. */
static const schakel_kind shown[] = {
    SCHAKEL_KIND_CHILD,  SCHAKEL_KIND_ADULT,    SCHAKEL_KIND_TALK,    SCHAKEL_KIND_AGREEMENT,
    SCHAKEL_KIND_ANSWER, SCHAKEL_KIND_CASE,     SCHAKEL_KIND_CONTACT, SCHAKEL_KIND_CONSENT,
    SCHAKEL_KIND_WISH,   SCHAKEL_KIND_ACTIVITY, SCHAKEL_KIND_TEAM,    SCHAKEL_KIND_OFFER,
    SCHAKEL_KIND_NEED,   SCHAKEL_KIND_ASK,      SCHAKEL_KIND_STAFF,
};

static void add_child(sk_page *page, const schakel_school *school, size_t index)
{
    schakel_child child = SCHAKEL_CHILD_INIT;
    schakel_school_get_child(school, index, &child);
    sk_add_child(page, school, child.id);
    if (child.group_id != NULL) {
        sk_buffer_adds(&page->out, ", ");
        sk_add_group(page, school, child.group_id);
    }
}

static void add_talk(sk_page *page, const schakel_school *school, size_t index)
{
    static const struct {
        const char *nl, *en;
    } states[] = {{"gepland", "planned"},
                  {"geweest", "held"},
                  {"niet geweest", "missed"},
                  {"gaat niet door", "cancelled"}};
    schakel_talk talk = SCHAKEL_TALK_INIT;
    schakel_school_get_talk(school, index, &talk);
    sk_add_date(page, talk.date, 0);
    sk_buffer_addf(&page->out, ": %s%s", sk_activity_word(page, talk.kind),
                   sk_say(page, " over ", " about "));
    sk_add_child(page, school, talk.child_id);
    sk_buffer_addf(&page->out, " (%s)", sk_say(page, states[talk.state].nl, states[talk.state].en));
}

static void add_agreement(sk_page *page, const schakel_school *school, size_t index)
{
    schakel_agreement agreement = SCHAKEL_AGREEMENT_INIT;
    schakel_school_get_agreement(school, index, &agreement);
    if (sk_add_person(page, school, agreement.by_adult_id, agreement.by_staff_id, agreement.by_child_id))
        sk_buffer_adds(&page->out, ": ");
    sk_add_name(page, agreement.text);
    if (agreement.due != SCHAKEL_NO_DATE) {
        sk_buffer_adds(&page->out, sk_say(page, " (uiterlijk ", " (by "));
        sk_add_date(page, agreement.due, 0);
        sk_buffer_adds(&page->out, ")");
    }
}

static void add_answer(sk_page *page, const schakel_school *school, size_t index)
{
    schakel_answer answer = SCHAKEL_ANSWER_INIT;
    schakel_question question = SCHAKEL_QUESTION_INIT;
    schakel_school_get_answer(school, index, &answer);
    schakel_school_get_question(
        school, schakel_school_find(school, SCHAKEL_KIND_QUESTION, answer.question_id), &question);
    sk_add_name(page, question.text != NULL ? question.text : answer.question_id);
    sk_buffer_adds(&page->out, " ");
    sk_add_name(page, answer.text);
}

static void add_case(sk_page *page, const schakel_school *school, size_t index)
{
    schakel_case c = SCHAKEL_CASE_INIT;
    schakel_school_get_case(school, index, &c);
    sk_add_child(page, school, c.child_id);
    sk_buffer_adds(&page->out, c.title != NULL ? ": " : "");
    sk_add_name(page, c.title != NULL ? c.title : "");
}

static void add_contact(sk_page *page, const schakel_school *school, size_t index)
{
    static const struct {
        const char *nl, *en;
    } tones[] = {{"neutraal", "neutral"},
                 {"over wat goed gaat", "about what goes well"},
                 {"over een probleem", "about a problem"}};
    schakel_contact contact = SCHAKEL_CONTACT_INIT;
    schakel_school_get_contact(school, index, &contact);
    sk_add_date(page, contact.date, 0);
    sk_buffer_adds(&page->out, ": ");
    sk_add_child(page, school, contact.child_id);
    sk_buffer_addf(&page->out, ", %s", sk_say(page, tones[contact.tone].nl, tones[contact.tone].en));
}

static void add_consent(sk_page *page, const schakel_school *school, size_t index)
{
    schakel_consent consent = SCHAKEL_CONSENT_INIT;
    schakel_rung rung = SCHAKEL_RUNG_INIT;
    schakel_school_get_consent(school, index, &consent);
    schakel_school_get_rung(school, schakel_school_find(school, SCHAKEL_KIND_RUNG, consent.rung_id), &rung);
    sk_add_person(page, school, consent.by_adult_id, NULL, consent.child_id);
    sk_buffer_adds(&page->out, sk_say(page, " geeft toestemming aan ", " gives consent to "));
    if (consent.adult_id != NULL)
        sk_add_adult(page, school, consent.adult_id);
    else
        sk_add_name(page, rung.name != NULL ? rung.name : consent.rung_id);
    if (consent.withdrawn != SCHAKEL_NO_DATE) {
        sk_buffer_adds(&page->out, sk_say(page, ", tot ", ", until "));
        sk_add_date(page, consent.withdrawn, 0);
    }
}

static void add_activity(sk_page *page, const schakel_school *school, size_t index)
{
    schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
    schakel_school_get_activity(school, index, &activity);
    sk_add_date(page, activity.date, 0);
    sk_buffer_adds(&page->out, ": ");
    sk_add_name(page, activity.title != NULL ? activity.title : sk_activity_word(page, activity.kind));
}

static void add_ask(sk_page *page, const schakel_school *school, size_t index)
{
    schakel_ask ask = SCHAKEL_ASK_INIT;
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_school_get_ask(school, index, &ask);
    schakel_school_get_need(school, schakel_school_find(school, SCHAKEL_KIND_NEED, ask.need_id), &need);
    sk_add_date(page, ask.date, 0);
    sk_buffer_adds(&page->out, ": ");
    sk_add_adult(page, school, ask.adult_id);
    if (need.title != NULL) {
        sk_buffer_adds(&page->out, sk_say(page, " voor ", " for "));
        sk_add_name(page, need.title);
    }
}

/* A record of which one text says enough; NULL when it has none. */
static const char *own_words(const sk_page *page, const schakel_school *school, schakel_kind kind,
                             size_t index)
{
    schakel_offer offer = SCHAKEL_OFFER_INIT;
    schakel_need need = SCHAKEL_NEED_INIT;
    schakel_wish wish = SCHAKEL_WISH_INIT;
    schakel_team team = SCHAKEL_TEAM_INIT;
    switch (kind) {
    case SCHAKEL_KIND_OFFER:
        schakel_school_get_offer(school, index, &offer);
        return offer.text != NULL ? offer.text : sk_concept_word(page, school, offer.concept_ids[0]);
    case SCHAKEL_KIND_NEED:
        schakel_school_get_need(school, index, &need);
        return need.title != NULL ? need.title : need.id;
    case SCHAKEL_KIND_WISH:
        schakel_school_get_wish(school, index, &wish);
        return wish.text;
    default:
        schakel_school_get_team(school, index, &team);
        return team.name != NULL ? team.name : team.id;
    }
}

static void add_record(sk_page *page, const schakel_school *school, schakel_kind kind, size_t index)
{
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    schakel_staff staff = SCHAKEL_STAFF_INIT;
    switch (kind) {
    case SCHAKEL_KIND_CHILD:
        add_child(page, school, index);
        break;
    case SCHAKEL_KIND_ADULT:
        schakel_school_get_adult(school, index, &adult);
        sk_add_adult(page, school, adult.id);
        break;
    case SCHAKEL_KIND_STAFF:
        schakel_school_get_staff(school, index, &staff);
        sk_add_staff(page, school, staff.id);
        break;
    case SCHAKEL_KIND_TALK:
        add_talk(page, school, index);
        break;
    case SCHAKEL_KIND_AGREEMENT:
        add_agreement(page, school, index);
        break;
    case SCHAKEL_KIND_ANSWER:
        add_answer(page, school, index);
        break;
    case SCHAKEL_KIND_CASE:
        add_case(page, school, index);
        break;
    case SCHAKEL_KIND_CONTACT:
        add_contact(page, school, index);
        break;
    case SCHAKEL_KIND_CONSENT:
        add_consent(page, school, index);
        break;
    case SCHAKEL_KIND_ACTIVITY:
        add_activity(page, school, index);
        break;
    case SCHAKEL_KIND_ASK:
        add_ask(page, school, index);
        break;
    default:
        sk_add_name(page, own_words(page, school, kind, index));
        break;
    }
}

void sk_school_text(sk_page *page, const schakel_school *school)
{
    sk_add_title(page);
    for (size_t k = 0; k < sizeof shown / sizeof shown[0]; k++) {
        size_t count = schakel_school_count(school, shown[k]);
        if (count == 0)
            continue;
        sk_add_heading(page, sk_say(page, headings[shown[k]].nl, headings[shown[k]].en));
        for (size_t i = 0; i < count && i < LINES_MAX; i++) {
            sk_buffer_adds(&page->out, "  ");
            add_record(page, school, shown[k], i);
            sk_buffer_adds(&page->out, "\n");
        }
        if (count > LINES_MAX)
            sk_buffer_addf(&page->out, sk_say(page, "  en nog %zu\n", "  and %zu more\n"), count - LINES_MAX);
    }
}
