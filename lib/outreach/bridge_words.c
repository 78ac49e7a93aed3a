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
    [SK_WAY_PERHAPS_SHARED] =
        {0,
         {"De ouder en deze medewerker kennen deze taal. Vraag of ze die allebei goed spreken.",
          "The parent and this member of the staff know this language. Ask whether both speak it well."}},
    [SK_WAY_NOT_SHARED] = {0,
                           {"Geen medewerker in dit gesprek spreekt ook een taal van de ouder.",
                            "Nobody of the staff in this talk speaks a language of the parent as well."}},
    [SK_WAY_BROUGHT] = {1,
                        {"De ouder kan een volwassene meenemen die vertaalt.",
                         "The parent can bring an adult who interprets."}},
    [SK_WAY_BROUGHT_UNASKED] = {0,
                                {"Vraag de ouder: kan er een volwassene meekomen die vertaalt?",
                                 "Ask the parent: can an adult come along who interprets?"}},
    [SK_WAY_NOT_BROUGHT] = {0,
                            {"De ouder kan zelf niemand meenemen die vertaalt.",
                             "The parent can bring nobody who interprets."}},
    [SK_WAY_TIED] =
        {1,
         {"Deze volwassene kent het kind en spreekt beide talen. Vraag de ouder eerst of dit goed is.",
          "This adult knows the child and speaks both languages. Ask first whether the parent agrees."}},
    [SK_WAY_TIED_BUSY] =
        {0,
         {"Deze volwassene kent het kind en spreekt beide talen. Maar deze volwassene kan dan niet komen.",
          "This adult knows the child and speaks both languages, but cannot come then."}},
    [SK_WAY_OFFERED] =
        {1,
         {"Deze persoon wil vertalen. Vraag de ouder eerst: mag deze persoon alles horen?",
          "This person offers to interpret. Ask the parent first: may this person hear it all?"}},
    [SK_WAY_OFFERED_BUSY] = {0,
                             {"Deze persoon wil vertalen, maar kan dan niet komen.",
                              "This person offers to interpret, but cannot come then."}},
    [SK_WAY_VIDEO] = {1,
                      {"De ouder kent iemand die via video kan vertalen.",
                       "The parent knows somebody who can interpret by video."}},
    [SK_WAY_VIDEO_UNASKED] = {0,
                              {"Vraag de ouder: kan een bekende vertalen via video?",
                               "Ask the parent: can somebody they know interpret by video?"}},
    [SK_WAY_NO_VIDEO] = {0,
                         {"De ouder kent niemand die via video kan vertalen.",
                          "The parent knows nobody who can interpret by video."}},
    [SK_WAY_MACHINE] = {1,
                        {"Een app kan vertalen wat u zegt. Kijk eerst of de app deze taal kent.",
                         "An app can translate what is said. See first whether it knows this language."}},
    [SK_WAY_TELEPHONE] = {1,
                          {"Een tolk kan vertalen via de telefoon. Vraag op tijd een tolk aan.",
                           "An interpreter can translate by telephone. Book one in time."}},
    [SK_WAY_NO_LANGUAGE] = {0,
                            {"We weten niet welke taal de ouder goed spreekt. Vraag dat eerst.",
                             "It is not known which language the parent speaks well. Ask that first."}},
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
        {"Er is hulp nodig met de taal. We weten nog niet hoe.",
         "Help with the language is needed. It is not known yet how."},
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
     {"Niet alle ouders spreken deze taal. Regel ook hulp voor de andere ouder.",
      "Not all the parents speak this language. Find help for the other parent too."}},
    {0,
     {"Neem meer tijd voor het gesprek. Vertalen en uitleggen duurt langer.",
      "Take more time for the talk. Translating and explaining takes longer."}},
    {0,
     {"Laat nooit een kind vertalen, ook niet als het dat goed kan.",
      "Never let a child interpret, however well it can."}},
    {SK_WHEN_INTERPRETED,
     {"Kijk naar de ouder. Praat tegen de ouder en niet tegen de tolk.",
      "Look at the parent. Speak to the parent, not to the interpreter."}},
    {SK_WHEN_TECHNICAL,
     {"Test de app of het toestel voor het gesprek. Werken beeld en geluid goed?",
      "Try the app or the device before the talk. Do picture and sound work well?"}},
    {SK_WHEN_MACHINE | SK_WHEN_READS_LITTLE,
     {"Laat de app de zinnen hardop zeggen. Lezen is moeilijk voor de ouder.",
      "Let the app say the sentences aloud. Reading is hard for the parent."}},
    {0,
     {"Praat in korte zinnen. Laat foto's zien van een dag op school.",
      "Speak in short sentences. Show photos of a day at school."}},
    {0,
     {"Vraag hoe het met het kind gaat. Vraag wat het kind al kan. Vraag niet naar een vlucht.",
      "Ask how the child is doing. Ask what it can do already. Do not ask about a flight."}},
    {0,
     {"Schrijf de afspraken op. Zeg ze aan het einde nog een keer.",
      "Write down what is agreed. Say it once more at the end."}},
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
