/* Which forms play a part in rules of their own. Read by generate_tables only. */
#ifndef SK_TEXT_GENERATE_ROLES_H
#define SK_TEXT_GENERATE_ROLES_H

#include "tables.h"

typedef struct role_words {
    sk_role role;
    const char *forms; /* separated by spaces */
} role_words;

static const role_words roles[] = {
    {SK_ROLE_ZIJN, "is ben bent zijn was waren"},
    {SK_ROLE_WORDEN, "word wordt worden werd werden"},
    {SK_ROLE_HEBBEN, "heb hebt heeft hebben had hadden"},
    {SK_ROLE_MODAL,
     "zal zult zullen zou zouden kan kunt kunnen kon konden moet moeten moest moesten mag mogen "
     "mocht mochten wil wilt willen wilde wilden dient dienen diende dienden hoeft hoeven"},
    {SK_ROLE_GOING,
     "ga gaat gaan ging gingen laat laten liet lieten blijf blijft blijven bleef bleven komt kom komen kwam kwamen"},
    {SK_ROLE_NEGATION, "niet geen nooit niemand niets nergens nimmer geenszins"},
    {SK_ROLE_ZONDER, "zonder"},
    {SK_ROLE_TENZIJ, "tenzij"},
    {SK_ROLE_DENY, "nalaten nagelaten ontken ontkent ontkennen ontkend zelden"},
    {SK_ROLE_EXCLUDE, "uitsluiten uitgesloten"},
    {SK_ROLE_CALLED, "genoemd gezien"},
    {SK_ROLE_MADE, "gemaakt"},
    {SK_ROLE_GREETING, "beste geachte lieve dag hallo hoi"},
    {SK_ROLE_ONCE, "zodra zolang nadat voordat totdat indien mits"},
    {SK_ROLE_YESTERDAY, "gisteren eergisteren gisteravond gistermiddag vanmorgen vanochtend vannacht vorig "
                        "vorige afgelopen onlangs vroeger destijds geleden toen eerder"},
    {SK_ROLE_ER, "er"},
    {SK_ROLE_TE, "te"},
    {SK_ROLE_OM, "om"},
    {SK_ROLE_HET, "het"},
    {SK_ROLE_DE, "de"},
    {SK_ROLE_DAT, "dat"},
    {SK_ROLE_DIE, "die"},
    {SK_ROLE_ALS, "als"},
    {SK_ROLE_RELATIVE,
     "waaraan waarbij waardoor waarin waarmee waarna waarnaar waarom waaronder waarop waarover "
     "waartegen waartoe waaruit waarvan waarvoor waar wat wie wiens welke hoe hoeveel wanneer"},
    {SK_ROLE_SUBJECT, "ik hij zij ze men iedereen iemand"},
    {SK_ROLE_YOU, "u uw je jij jou jouw jullie uzelf"},
    {SK_ROLE_WE, "wij we ons onze"},
    {SK_ROLE_VAN, "van"},
    {SK_ROLE_DOOR, "door"},
    {SK_ROLE_TEN, "ten ter"},
    {SK_ROLE_EN, "en of"},
    {SK_ROLE_MAAR, "maar"},
    {SK_ROLE_ALLEEN, "alleen slechts enkel"},
    {SK_ROLE_HALF, "half"},
    {SK_ROLE_KWART, "kwart"},
    {SK_ROLE_OVER, "over"},
    {SK_ROLE_VOOR, "voor"},
    {SK_ROLE_UUR, "uur"},
    {SK_ROLE_WEEKDAY, "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"},
    {SK_ROLE_MONTH,
     "januari februari maart april mei juni juli augustus september oktober november december"},
    {SK_ROLE_NEXT, "volgende volgend komende komend aanstaande aankomende eerstkomende"},
    {SK_ROLE_PERIOD, "week weken maand maanden jaar weekend"},
    {SK_ROLE_EVENING, "avond avonden avonds middag middags thema-avond ouderavond informatieavond kijkavond"},
    {SK_ROLE_MORNING, "ochtend ochtends morgens ochtenden"},
    {SK_ROLE_MOTHER, "moeder moeders mama mama's mamma's mams"},
    {SK_ROLE_FATHER, "vader vaders papa papa's paps"},
    {SK_ROLE_BOYS, "jongens"},
    {SK_ROLE_GIRLS, "meisjes"},
    /* no forms to fill in, no names on a list */
    {SK_ROLE_PAPER,
     "woord woorden woordjes verhaal verhaaltje verslag verslagje werkstuk kaartje zin zinnen zinnetje tekst "
     "tekstje gedicht lijstje dictee schrift schriftje dagboek dagboekje logboek werkblad werkbladen handleiding "
     "blaadje samenvatting informatie"},
    {SK_ROLE_TOT, "tot à"},
    {SK_ROLE_DIT, "dit"},
    {SK_ROLE_DEZE, "deze"},
    {SK_ROLE_POINTS_BACK,
     "hieraan hierbij hierdoor hierin hiermee hierna hieronder hierop hierover hieruit hiervan "
     "hiervoor daaraan daarbij daardoor daarin daarmee daarna daarnaast daarom daarop daarover daaruit "
     "daarvan daarvoor"},
    {SK_ROLE_VINDT, "vindt vinden vond vonden"},
    {SK_ROLE_TAKES_PLACE,
     "plaatsvinden plaatsvindt plaatsvond plaatsvonden plaatsgevonden geschiedt geschieden"},
    {SK_ROLE_BESTAAT, "bestaat bestaan bestond bestonden"},
    {SK_ROLE_NUMBERED,
     "afdeling blad bladzijde bus deur gang groep halte hoofdstuk huisnummer kamer klas les lijn "
     "lokaal niveau nummer opdracht pagina perron rij spoor stap tafel taak thema vraag zaal"},
    {SK_ROLE_PART_OF_MONTH, "begin eind einde medio halverwege"},
    {SK_ROLE_HOLIDAY, "kerst kerstmis pasen pinksteren sinterklaas jaarwisseling carnaval feestdagen"},
    {SK_ROLE_AROUND, "rond omstreeks"},
    {SK_ROLE_NIGHT, "nachts nacht"},
    {SK_ROLE_HALF_HOUR,
     "halfeen halftwee halfdrie halfvier halfvijf halfzes halfzeven halfacht halfnegen halftien halfelf "
     "halftwaalf"},
    {SK_ROLE_HOUR, "een"},
    {SK_ROLE_HOUR + 1, "twee"},
    {SK_ROLE_HOUR + 2, "drie"},
    {SK_ROLE_HOUR + 3, "vier"},
    {SK_ROLE_HOUR + 4, "vijf"},
    {SK_ROLE_HOUR + 5, "zes"},
    {SK_ROLE_HOUR + 6, "zeven"},
    {SK_ROLE_HOUR + 7, "acht"},
    {SK_ROLE_HOUR + 8, "negen"},
    {SK_ROLE_HOUR + 9, "tien"},
    {SK_ROLE_HOUR + 10, "elf"},
    {SK_ROLE_HOUR + 11, "twaalf"},
};

/* Forms that rules_reader.c looks into, then the rarest ones of the patterns in rules_pressure.c. */
static const char paperwork[] =
    "lees overhoor schrijf noteer houd hou vul beantwoord maak doe help neem kijk plak leest voorleest schrijft "
    "opschrijft noteert zoekt overhoort lezen voorlezen nalezen doorlezen overhoren schrijven opschrijven noteren "
    "bijhouden invullen zetten oefen zoek oefent vult houdt oefenen doornemen beantwoorden "
    "verwacht verwachten verwachtten weinig nauwelijks amper slechts niemand helaas jammer teleurstellend "
    "teleurgesteld spijtig triest onbegrijpelijk onacceptabel treurig dezelfde toch gewoon echt verplicht "
    "verplichting verantwoordelijk verantwoordelijkheid eindverantwoordelijk eindverantwoordelijkheid "
    "gehouden nagekomen nakomt houden nakomen plicht zonder anders blijkbaar kennelijk "
    "schijnbaar anderen meeste enige ondanks bedoeling ervan vanuit erop accepteren tolereren dulden "
    "acceptabel genoodzaakt gedwongen verdrietig zielig voorbeeld weer opnieuw alweer wederom steeds "
    "altijd telkens had genoeg voldoende rekenen reken";

#endif
