/* What a bridge says. */
#include "outreach/bridge.h"

#include <string.h>

typedef struct sentence {
    const char *nl, *en;
} sentence;

/* By sk_way_reason. */
static const struct {
    int is_possible;
    sentence says;
} ways[] = {
    [SK_WAY_SHARED] = {1,
                       {"De ouder en deze medewerker spreken deze taal allebei goed.",
                        "The parent and this member of the staff both speak this language well."}},
    [SK_WAY_NOT_SHARED] =
        {0,
         {"Niemand van de school in dit gesprek spreekt een taal die de ouder ook goed spreekt.",
          "Nobody of the staff in this talk speaks a language that the parent speaks well too."}},
    [SK_WAY_BROUGHT] = {1,
                        {"De ouder kan een volwassene meenemen die vertaalt.",
                         "The parent can bring an adult who interprets."}},
    [SK_WAY_BROUGHT_UNASKED] = {0,
                                {"Vraag de ouder of er een volwassene mee kan komen die vertaalt.",
                                 "Ask the parent whether an adult can come along who interprets."}},
    [SK_WAY_NOT_BROUGHT] = {0,
                            {"De ouder kan zelf niemand meenemen die vertaalt.",
                             "The parent can bring nobody who interprets."}},
    [SK_WAY_TIED] =
        {1,
         {"Deze volwassene kent het kind en spreekt beide talen: vraag eerst of de ouder dit wil.",
          "This adult knows the child and speaks both languages: ask first whether the parent wants this."}},
    [SK_WAY_TIED_BUSY] = {0,
                          {"Deze volwassene kent het kind en spreekt beide talen, maar kan dan niet komen.",
                           "This adult knows the child and speaks both languages, but cannot come then."}},
    [SK_WAY_OFFERED] =
        {1,
         {"Deze persoon wil vertalen: vraag eerst of de ouder het goed vindt dat deze persoon alles hoort.",
          "This person offers to interpret: ask first whether the parent wants this person to hear it all."}},
    [SK_WAY_OFFERED_BUSY] = {0,
                             {"Deze persoon wil vertalen, maar kan dan niet komen.",
                              "This person offers to interpret, but cannot come then."}},
    [SK_WAY_VIDEO] = {1,
                      {"De ouder kent iemand die via video kan vertalen.",
                       "The parent knows somebody who can interpret by video."}},
    [SK_WAY_VIDEO_UNASKED] = {0,
                              {"Vraag of de ouder iemand kent die via video kan vertalen.",
                               "Ask whether the parent knows somebody who can interpret by video."}},
    [SK_WAY_NO_VIDEO] = {0,
                         {"De ouder kent niemand die via video kan vertalen.",
                          "The parent knows nobody who can interpret by video."}},
    [SK_WAY_MACHINE] = {1,
                        {"Een app kan vertalen wat u zegt: kijk eerst of de app deze taal kent.",
                         "An app can translate what is said: see first whether it knows this language."}},
    [SK_WAY_TELEPHONE] = {1,
                          {"Een tolk kan vertalen via de telefoon: vraag op tijd een tolk aan.",
                           "An interpreter can translate by telephone: book one in time."}},
    [SK_WAY_NO_LANGUAGE] = {0,
                            {"We weten niet welke taal de ouder goed spreekt: vraag dat eerst.",
                             "It is not known which language the parent speaks well: ask that first."}},
    [SK_WAY_NOT_AT_SCHOOL] = {0, {"Dit kan niet bij deze school.", "This school cannot do this."}},
};

void sk_bridge_say_way(schakel_bridge_way *way, sk_way_reason reason)
{
    way->possible = ways[reason].is_possible;
    way->text_nl = ways[reason].says.nl;
    way->text_en = ways[reason].says.en;
}

/* ------------------------------------------------------------------- summary */

void sk_bridge_say_summary(schakel_bridge_summary *summary)
{
    /* By schakel_bridge. */
    static const sentence bridges[] = {
        {"Er is hulp nodig met de taal, maar we weten nog niet hoe.",
         "Help with the language is needed, but it is not known yet how."},
        {"Praat in de taal die u en de ouder allebei goed spreken.",
         "Talk in the language that you and the parent both speak well."},
        {"Laat een volwassene meekomen die beide talen goed spreekt.",
         "Let an adult come along who speaks both languages well."},
        {"Laat een bekende van de ouder vertalen via video.",
         "Let somebody whom the parent knows interpret by video."},
        {"Gebruik een app die vertaalt wat u en de ouder zeggen.",
         "Use an app that translates what you and the parent say."},
        {"Laat een tolk vertalen via de telefoon.", "Let an interpreter translate by telephone."},
    };
    static const sentence not_needed = {"Er is geen hulp nodig met de taal.",
                                        "No help with the language is needed."};
    static const sentence ask = {"Vraag eerst welke taal de ouder goed spreekt.",
                                 "Ask first which language the parent speaks well."};
    int is_known = summary->bridge != SCHAKEL_BRIDGE_NONE || strcmp(summary->language, "und") != 0;
    const sentence *says = !summary->needed ? &not_needed : is_known ? &bridges[summary->bridge] : &ask;
    summary->text_nl = says->nl;
    summary->text_en = says->en;
}

/* --------------------------------------------------------------- preparation */

static const struct {
    unsigned when;
    sentence says;
} preparations[] = {
    {SK_WHEN_NOT_ALL,
     {"Niet alle ouders spreken deze taal: regel ook hulp voor de andere ouder.",
      "Not all the parents speak this language: find help for the other parent too."}},
    {0,
     {"Neem meer tijd voor het gesprek: vertalen en uitleggen duurt langer.",
      "Take more time for the talk: translating and explaining takes longer."}},
    {0,
     {"Laat nooit een kind vertalen, ook niet als het dat goed kan.",
      "Never let a child interpret, however well it can."}},
    {SK_WHEN_INTERPRETED,
     {"Kijk naar de ouder en praat tegen de ouder, niet tegen de tolk.",
      "Look at the parent and speak to the parent, not to the interpreter."}},
    {SK_WHEN_TECHNICAL,
     {"Probeer van tevoren of het beeld, het geluid of de app goed werkt.",
      "Try beforehand whether picture, sound or app work well."}},
    {SK_WHEN_MACHINE | SK_WHEN_READS_LITTLE,
     {"Laat de app de zinnen hardop zeggen, want de ouder leest niet makkelijk in de eigen taal.",
      "Let the app say the sentences aloud, since the parent does not read easily in their own language."}},
    {0,
     {"Praat in korte zinnen en laat foto's zien van een dag in de groep.",
      "Speak in short sentences and show photos of a day in the group."}},
    {0,
     {"Vraag hoe het met het kind gaat en wat het al kan, niet waarom of hoe het gezin hier kwam.",
      "Ask how the child is doing and what it can do already, not why or how the family came here."}},
    {0,
     {"Schrijf de afspraken op en zeg ze aan het einde nog een keer.",
      "Write down what is agreed and say it once more at the end."}},
};
enum { PREPARATIONS = sizeof preparations / sizeof preparations[0] };
_Static_assert((int)PREPARATIONS <= (int)SK_PREPARATIONS_MAX, "a plan has room for all there is to prepare");

void sk_bridge_prepare(schakel_bridge_plan *plan, unsigned holds)
{
    for (size_t i = 0; i < PREPARATIONS; i++)
        if ((preparations[i].when & ~holds) == 0)
            plan->preparations[plan->preparation_count++] = i;
}

const char *schakel_bridge_plan_preparation(const schakel_bridge_plan *plan, size_t index,
                                            schakel_language language)
{
    if (plan == NULL || index >= plan->preparation_count)
        return NULL;
    const sentence *says = &preparations[plan->preparations[index]].says;
    return language == SCHAKEL_ENGLISH ? says->en : says->nl;
}
