/* Rules about a letter as a whole: what an invitation lacks, hidden requests, only problems, its layout. */
#include <string.h>

#include "text/check.h"

/* Words below which a text is no letter, or too short for the rule; above which it needs a title or headings. */
enum {
    INVITATION_WORDS = 15,
    REQUEST_WORDS = 25,
    WISH_WORDS = 12,
    CHILD_WORDS_LEAST = 8,
    CHILD_WORDS_MOST = 150,
    TITLE_FROM = 100,
    HEADINGS_FROM = 150
};
/* Headings that may all be no question; sentences at the top that are early in any letter. */
enum { STATEMENTS_MOST = 2, TOP_SENTENCES = 4 };

#define FACT(fact) (1u << (fact))

static int known(const sk_letter *l, uint32_t facts)
{
    return (l->known & facts) != 0;
}

/* The place of a cue. */
static const sk_place *place_of(const sk_letter *l, sk_cue cue)
{
    return &l->first[sk_fact_of(cue)];
}

/* -------------------------------------------------------------- invitations */

typedef struct need {
    uint32_t facts;  /* any of these tells it */
    uint32_t beside; /* asked for only when this is known; 0 for always */
    const char *nl, *en;
} need;

static const need needs[] = {
    {SK_CUE_EVENT | FACT(SK_FACT_WHAT), 0, "wat er te doen is", "what it is"},
    {SK_CUE_WHOM, 0, "voor wie het is", "for whom it is"},
    {FACT(SK_FACT_DATE) | FACT(SK_FACT_WEEKDAY), 0, "op welke dag het is", "on which day it is"},
    {FACT(SK_FACT_WEEKDAY), FACT(SK_FACT_DATE), "welke dag van de week het is",
     "which day of the week it is"},
    {FACT(SK_FACT_DATE), FACT(SK_FACT_WEEKDAY), "welke datum het is", "which date it is"},
    {FACT(SK_FACT_BEGIN), 0, "hoe laat het begint", "when it begins"},
    {FACT(SK_FACT_END) | SK_CUE_DURATION, 0, "hoe laat het klaar is", "when it ends"},
    {SK_CUE_WHERE, 0, "waar het is", "where it is"},
    {SK_CUE_ANSWER, 0, "hoe ouders antwoord geven", "how to answer"},
    {SK_CUE_CONTACT | FACT(SK_FACT_REACH), 0, "aan wie ouders iets kunnen vragen", "whom to ask"},
};

/* An invitation tells of something to come to, and does so in its first half: what comes later is by the way. */
static int is_invitation(const sk_checking *c)
{
    const sk_letter *l = &c->letter;
    if (!known(l, SK_CUE_INVITE) || c->counts.words < INVITATION_WORDS)
        return 0;
    const sk_place *invite = place_of(l, SK_CUE_INVITE), *event = place_of(l, SK_CUE_EVENT);
    const sk_place *date = &l->first[SK_FACT_DATE], *begin = &l->first[SK_FACT_BEGIN];
    int early = 2 * invite->words <= c->counts.words;
    if (known(l, SK_CUE_EVENT))
        return early || 2 * event->words <= c->counts.words;
    if (known(l, FACT(SK_FACT_DATE)))
        return early || 2 * date->words <= c->counts.words;
    return known(l, FACT(SK_FACT_BEGIN)) && (early || 2 * begin->words <= c->counts.words);
}

static void add_text(char *out, size_t size, const char *text)
{
    size_t used = strlen(out), length = strlen(text);
    if (used + length + 3 > size)
        return;
    if (used > 0) {
        memcpy(out + used, ", ", 2);
        used += 2;
    }
    memcpy(out + used, text, length + 1);
}

static void check_invitation(sk_checking *c)
{
    const sk_letter *l = &c->letter;
    char nl[512] = "", en[512] = "";
    for (size_t i = 0; i < sizeof needs / sizeof needs[0]; i++) {
        if (known(l, needs[i].facts) || (needs[i].beside != 0 && !known(l, needs[i].beside)))
            continue;
        add_text(nl, sizeof nl, needs[i].nl);
        add_text(en, sizeof en, needs[i].en);
    }
    /* Not every evening costs something: asked only of one that is written anew all the same. */
    int cost = known(l, SK_CUE_COST), bring = known(l, SK_CUE_BRING);
    const char *also_nl = !cost && !bring ? " Zeg ook of het iets kost en of ouders iets meenemen."
                          : !cost         ? " Zeg ook of het iets kost."
                          : !bring        ? " Zeg ook of ouders iets meenemen."
                                          : "";
    const char *also_en = !cost && !bring ? " Say as well whether it costs anything and what to bring."
                          : !cost         ? " Say as well whether it costs anything."
                          : !bring        ? " Say as well what to bring, if anything."
                                          : "";
    const sk_place *place = place_of(l, SK_CUE_INVITE);
    if (*nl != '\0')
        sk_find(c, SCHAKEL_RULE_INCOMPLETE_INVITATION, SCHAKEL_SEVERITY_WARNING, place->start, place->end,
                "In deze uitnodiging staat nog niet: %1.%3", "This invitation does not say yet: %2.%4",
                (const char *const[]){nl, en, also_nl, also_en});
}

/* ----------------------------------------------------------------- requests */

/* In the first third, or among the first sentences after the greeting. */
static int is_near_top(const sk_checking *c, const sk_place *place)
{
    return 3 * place->words <= c->counts.words || place->sentence < TOP_SENTENCES;
}

/* "Wij rekenen op uw hulp": the rule about guilt says already how to ask. */
static int is_guilt(const sk_checking *c, const sk_place *place)
{
    for (size_t i = 0; i < c->report->finding_count; i++) {
        const sk_found *found = &c->report->findings[i];
        if (found->rule == SCHAKEL_RULE_GUILT && found->start < place->end && found->end > place->start)
            return 1;
    }
    return 0;
}

/* Wij vragen u: far below, or for an answer without a day. */
static int is_vaguely_asked(const sk_checking *c)
{
    const sk_letter *l = &c->letter;
    if (!known(l, FACT(SK_FACT_ASKING)))
        return 0;
    int undated = !l->asking_dated && !l->order_dated && !known(l, SK_CUE_DEADLINE);
    return !is_near_top(c, &l->first[SK_FACT_ASKING]) || (l->asking_answer && undated);
}

static void check_request(sk_checking *c, int invitation)
{
    const sk_letter *l = &c->letter;
    const sk_place *order = &l->first[SK_FACT_ORDER], *reply = &l->first[SK_FACT_REPLY];
    int ordered = known(l, FACT(SK_FACT_ORDER));
    int clear = ordered && (is_near_top(c, order) || l->order_below_heading);
    /* Without a greeting it is no letter, and what must be done in it is for others. */
    if (c->counts.words < (known(l, SK_CUE_WISH) ? WISH_WORDS : REQUEST_WORDS) || !known(l, SK_CUE_EXCUSE))
        return;
    if (known(l, SK_CUE_WISH) && !clear && !is_guilt(c, place_of(l, SK_CUE_WISH))) {
        const sk_place *wish = place_of(l, SK_CUE_WISH);
        sk_find(
            c, SCHAKEL_RULE_NO_CLEAR_REQUEST, SCHAKEL_SEVERITY_WARNING, wish->start, wish->end,
            "Hier vraagt u iets, maar niet duidelijk. Zet bovenaan wat de ouder moet doen en voor wanneer.",
            "This asks something, but not clearly. Say at the top what the parent must do and by when.",
            NULL);
    } else if (!invitation && !clear && l->headings == 0 && is_vaguely_asked(c)) {
        const sk_place *asking = &l->first[SK_FACT_ASKING];
        sk_find(c, SCHAKEL_RULE_NO_CLEAR_REQUEST, SCHAKEL_SEVERITY_WARNING, asking->start, asking->end,
                "Zet bovenaan wat de ouder moet doen en voor wanneer.",
                "Say at the top what the parent must do and by when.", NULL);
    } else if (invitation || !ordered) {
        return;
    } else if (!clear && known(l, FACT(SK_FACT_DUE))) {
        const sk_place *due = &l->first[SK_FACT_DUE];
        sk_find(c, SCHAKEL_RULE_NO_CLEAR_REQUEST, SCHAKEL_SEVERITY_WARNING, due->start, due->end,
                "Deze vraag staat ver in de tekst. Zet bovenaan wat de ouder moet doen en voor wanneer.",
                "This request comes late. Say at the top what the parent must do and by when.", NULL);
    } else if (known(l, FACT(SK_FACT_REPLY)) && !l->order_dated && !known(l, SK_CUE_DEADLINE)) {
        sk_find(c, SCHAKEL_RULE_NO_CLEAR_REQUEST, SCHAKEL_SEVERITY_WARNING, reply->start, reply->end,
                "Zet erbij voor welke dag de ouder dit moet doen.",
                "Say by which day the parent must do this.", NULL);
    }
}

/* ------------------------------------------------------------------ problems */

static void check_problems(sk_checking *c)
{
    const sk_letter *l = &c->letter;
    if (!l->child || l->praise > 0 || l->headings > 0 || l->problems == 0 || l->problems + l->denials < 2 ||
        c->counts.words < CHILD_WORDS_LEAST || c->counts.words > CHILD_WORDS_MOST)
        return;
    sk_find(c, SCHAKEL_RULE_ONLY_PROBLEMS, SCHAKEL_SEVERITY_WARNING, l->problem.start, l->problem.end,
            "Deze tekst vertelt alleen wat moeilijk gaat. Vertel ook iets wat goed gaat.",
            "This text tells only what is hard. Also tell something that goes well.", NULL);
}

/* -------------------------------------------------------------------- layout */

static void check_layout(sk_checking *c)
{
    const sk_letter *l = &c->letter;
    const char *nl = NULL, *en = NULL;
    size_t start = 0, end = 0;
    while (start < c->length && strchr(" \t\r\n", c->text[start]) != NULL && c->text[start] != '\0')
        start++;
    for (end = start; end < c->length && c->text[end] != '\n' && c->text[end] != '\r';)
        end++;
    int bare = l->headings == 0 && c->counts.words > HEADINGS_FROM;
    if (!l->has_title && c->counts.words > TITLE_FROM) {
        nl =
            bare
                ? "Zet boven de tekst een titel. Zet boven elk deel een kopje, bijvoorbeeld “Wanneer is het?”"
                : "Zet boven de tekst een titel die zegt waar het over gaat.";
        en = bare ? "Give the text a title, and each part a heading, for example “Wanneer is het?”"
                  : "Give the text a title that says what it is about.";
    } else if (bare) {
        nl = "Zet boven elk deel van de tekst een kopje, bijvoorbeeld “Wanneer is het?”";
        en = "Give each part of the text a heading, for example “Wanneer is het?”";
    } else if (c->target <= SCHAKEL_LEVEL_A2 && l->questions == 0 && l->headings > STATEMENTS_MOST) {
        nl = "Maak van de kopjes liever vragen, bijvoorbeeld “Wanneer is het?”";
        en = "Better make the headings questions, for example “Wanneer is het?”";
        start = l->statement.start;
        end = l->statement.end;
    }
    if (nl != NULL)
        sk_find(c, SCHAKEL_RULE_LAYOUT, SCHAKEL_SEVERITY_HINT, start, end, nl, en, NULL);
}

void sk_rules_letter(sk_checking *c)
{
    if (c->counts.words == 0 || c->counts.words > SK_LETTER_WORDS)
        return;
    int invitation = is_invitation(c);
    if (invitation)
        check_invitation(c);
    check_request(c, invitation);
    check_problems(c);
    check_layout(c);
}
