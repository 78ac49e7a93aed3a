/* The talks of a school year when the school has made no cycle of its own. */
#include "base/error.h"
#include "schakel/talks.h"

/* What days are counted from. */
typedef enum anchor { FROM_START, FROM_END } anchor;

typedef struct default_talk {
    const char *id, *title;
    schakel_activity_kind kind;
    anchor from;
    int32_t first, last; /* days after the first or the last day of the year, both included */
    schakel_child_part child;
    int32_t child_year;
    const char *const *questions;
    size_t question_count;
} default_talk;

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define ASK(questions) questions, COUNT(questions)

static const char *const at_the_start[] = {
    "Wat wilt u ons over uw kind vertellen?",
    "Waar is uw kind goed in, en wat vindt het leuk?",
    "Wat heeft uw kind nodig om goed te leren?",
    "Wat verwacht u van ons, en wat kunnen wij van u verwachten?",
    "Hoe kunnen we u het best bereiken?",
};
static const char *const on_the_way[] = {
    "Wat gaat goed?",
    "Wat kan beter, en wie kan daarbij helpen?",
    "Hoe gaat het met wat we de vorige keer hebben afgesproken?",
    "Wat spreken we nu af: wie doet wat, en wanneer?",
};
static const char *const at_the_end[] = {
    "Wat ging goed dit jaar?",
    "Wat moet de volgende leerkracht weten?",
    "Waar kijkt uw kind naar uit, en wat vindt het spannend?",
};
static const char *const before_mbo[] = {
    "Waarom kies je deze opleiding?",
    "Wat kun je al goed, en waar wil je hulp bij?",
    "Wie is belangrijk voor jou, en wat mogen we aan die persoon vertellen?",
};
static const char *const signing[] = {
    "Is duidelijk wat er in de overeenkomst staat?",
    "Wat verwacht je van de school, en wat verwacht de school van jou?",
};
static const char *const own_talk[] = {
    "Wat wil jij vandaag vertellen?",
    "Waar ben je trots op?",
    "Wat kan beter, en wie kan je daarbij helpen?",
    "Hoe gaat het met wat we de vorige keer hebben afgesproken?",
};

static const default_talk young[] = {
    {"default-introductory", "Startgesprek", SCHAKEL_TALK_INTRODUCTORY, FROM_START, 0, 41,
     SCHAKEL_CHILD_JOINS, 3, ASK(at_the_start)},
    {"default-progress", "Voortgangsgesprek", SCHAKEL_TALK_PROGRESS, FROM_START, 147, 195,
     SCHAKEL_CHILD_JOINS, 3, ASK(on_the_way)},
    {"default-handover", "Overdrachtsgesprek", SCHAKEL_TALK_HANDOVER, FROM_END, -47, 0, SCHAKEL_CHILD_JOINS,
     3, ASK(at_the_end)},
};
static const default_talk secondary[] = {
    {"default-introductory", "Startgesprek", SCHAKEL_TALK_INTRODUCTORY, FROM_START, 0, 55,
     SCHAKEL_CHILD_JOINS, 0, ASK(at_the_start)},
    {"default-progress-1", "Gesprek dat de leerling leidt", SCHAKEL_TALK_PROGRESS, FROM_START, 84, 132,
     SCHAKEL_CHILD_LEADS, 0, ASK(own_talk)},
    {"default-progress-2", "Gesprek dat de leerling leidt", SCHAKEL_TALK_PROGRESS, FROM_START, 196, 244,
     SCHAKEL_CHILD_LEADS, 0, ASK(own_talk)},
};
static const default_talk college[] = {
    {"default-intake", "Intake", SCHAKEL_TALK_INTAKE, FROM_START, -180, -1, SCHAKEL_CHILD_LEADS, 0,
     ASK(before_mbo)},
    {"default-signing", "Tekenen van de onderwijsovereenkomst", SCHAKEL_TALK_SIGNING, FROM_START, -90, 28,
     SCHAKEL_CHILD_LEADS, 0, ASK(signing)},
    {"default-progress", "Voortgangsgesprek na de eerste stage", SCHAKEL_TALK_PROGRESS, FROM_START, 140, 200,
     SCHAKEL_CHILD_LEADS, 0, ASK(own_talk)},
};

static const struct {
    const default_talk *talks;
    size_t count;
} cycles[] = {
    [SCHAKEL_STAGE_PRESCHOOL] = {young, COUNT(young)},
    [SCHAKEL_STAGE_PO] = {young, COUNT(young)},
    [SCHAKEL_STAGE_VO] = {secondary, COUNT(secondary)},
    [SCHAKEL_STAGE_MBO] = {college, COUNT(college)},
};

size_t schakel_cycle_default_count(schakel_stage stage)
{
    return (size_t)stage < COUNT(cycles) ? cycles[stage].count : 0;
}

schakel_status schakel_cycle_default(schakel_stage stage, size_t index, schakel_date year_start,
                                     schakel_date year_end, schakel_cycle_entry *out)
{
    if (out == NULL || index >= schakel_cycle_default_count(stage))
        return SCHAKEL_MISUSE;
    const default_talk *talk = &cycles[stage].talks[index];
    schakel_cycle_entry entry = SCHAKEL_CYCLE_ENTRY_INIT;
    entry.id = talk->id;
    entry.title = talk->title;
    entry.kind = talk->kind;
    schakel_date anchor_day = talk->from == FROM_START ? year_start : year_end;
    entry.first = anchor_day + talk->first;
    entry.last = anchor_day + talk->last;
    entry.child = talk->child;
    entry.child_year = talk->child_year;
    entry.questions = talk->questions;
    entry.question_count = talk->question_count;
    return sk_record_out(out, &entry, sizeof entry) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}
