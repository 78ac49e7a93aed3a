#include "base/days.h"

const char *sk_weekday_word(schakel_date date, schakel_language language)
{
    static const char *const words[][7] = {
        {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"},
        {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}};
    return words[language == SCHAKEL_ENGLISH][schakel_date_weekday(date) - 1];
}

const char *sk_month_word(int month, schakel_language language)
{
    static const char *const words[][12] = {{"januari", "februari", "maart", "april", "mei", "juni", "juli",
                                             "augustus", "september", "oktober", "november", "december"},
                                            {"January", "February", "March", "April", "May", "June", "July",
                                             "August", "September", "October", "November", "December"}};
    return words[language == SCHAKEL_ENGLISH][month - 1];
}
