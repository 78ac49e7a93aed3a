/* The questions of a survey when the school has none of its own: two for each theme. */
#include "base/error.h"
#include "schakel/survey.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* So asked that "ja" is what a school hopes to hear. */
static const struct {
    const char *id, *text;
    schakel_theme theme;
} questions[] = {
    {"default-welcome", "Voelt u zich welkom op school?", SCHAKEL_THEME_ROLE},
    {"default-asks", "Weet u wat de school van u vraagt?", SCHAKEL_THEME_ROLE},
    {"default-next", "Praat de school op tijd met u over de volgende groep?", SCHAKEL_THEME_TRANSITIONS},
    {"default-help", "Helpt de school uw kind als het naar een nieuwe groep gaat?",
     SCHAKEL_THEME_TRANSITIONS},
    {"default-record", "Weet u wat de school over uw kind opschrijft?", SCHAKEL_THEME_PRIVACY},
    {"default-photos", "Kiest u zelf of de school foto's van uw kind laat zien?", SCHAKEL_THEME_PRIVACY},
    {"default-hours", "Zijn de schooltijden goed voor u en uw kind?", SCHAKEL_THEME_HOURS},
    {"default-holidays", "Hoort u op tijd wanneer uw kind vrij is?", SCHAKEL_THEME_HOURS},
    {"default-safe", "Voelt uw kind zich veilig op school?", SCHAKEL_THEME_SAFETY},
    {"default-bullying", "Weet u met wie u kunt praten over pesten?", SCHAKEL_THEME_SAFETY},
};
static const char *const choices[] = {"ja", "soms", "nee", "weet ik niet"};
static const char *const counted[] = {"ja"};

size_t schakel_survey_default_count(void)
{
    return COUNT(questions);
}

schakel_status schakel_survey_default(size_t index, schakel_survey_question *out)
{
    if (out == NULL || index >= COUNT(questions))
        return SCHAKEL_MISUSE;
    schakel_survey_question question = SCHAKEL_SURVEY_QUESTION_INIT;
    question.id = questions[index].id;
    question.theme = questions[index].theme;
    question.text = questions[index].text;
    question.choices = choices;
    question.choice_count = COUNT(choices);
    question.counted = counted;
    question.counted_count = COUNT(counted);
    return sk_record_out(out, &question, sizeof question) ? SCHAKEL_OK : SCHAKEL_MISUSE;
}
