/* Names of languages, dates and times in words, by ICU. */
#include <string.h>

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "base/error.h"

/* What ICU takes for a language: "ar_SY". */
typedef struct locale {
    char name[ULOC_FULLNAME_CAPACITY];
} locale;

typedef struct words {
    UChar text[SCHAKEL_WORDS_SIZE];
} words;

static const UDate milliseconds_a_day = 86400000.0;
static const UDate milliseconds_a_minute = 60000.0;
/* Earlier than year 1: until then ICU would count by the Julian calendar, and schakel_date never does. */
static const UDate before_all_dates = -1e15;

/* ------------------------------------------------------------------ outcomes */

/* ICU warns when what it found is in no language in particular. */
static schakel_status outcome(UErrorCode status)
{
    if (status == U_MEMORY_ALLOCATION_ERROR)
        return SCHAKEL_NO_MEMORY;
    if (status == U_BUFFER_OVERFLOW_ERROR || status == U_STRING_NOT_TERMINATED_WARNING)
        return SCHAKEL_TOO_LARGE;
    return U_FAILURE(status) || status == U_USING_DEFAULT_WARNING ? SCHAKEL_NOT_FOUND : SCHAKEL_OK;
}

/* A format comes with warnings of its own, also when all its words are there. */
static schakel_status outcome_of_format(UErrorCode status)
{
    return outcome(status == U_USING_DEFAULT_WARNING ? U_ZERO_ERROR : status);
}

static schakel_status refuse(schakel_status status, const char *in, schakel_error *error)
{
    switch (status) {
    case SCHAKEL_NO_MEMORY:
        return sk_fail_memory(error);
    case SCHAKEL_TOO_LARGE:
        return sk_fail(error, status, NULL, "the words do not fit in the place for them");
    default:
        return sk_fail(error, status, "/in", "there are no words in the language \"%.40s\"", in);
    }
}

/* ----------------------------------------------------------------- languages */

static int read_tag(const char *tag, locale *out)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t read = 0;
    uloc_forLanguageTag(tag, out->name, sizeof out->name, &read, &status);
    if (outcome(status) != SCHAKEL_OK || read == 0 || (size_t)read != strlen(tag))
        return 0;
    /* Dari: CLDR keeps it as the Persian of Afghanistan, and this function of ICU does not know that. */
    if (strncmp(out->name, "prs", 3) == 0 && (out->name[3] == '\0' || out->name[3] == '_'))
        strcpy(out->name, "fa_AF");
    return 1;
}

/* A language that ICU has words in has a name for itself; for another, ICU would take the words of the host's language. */
static schakel_status find_words_in(const locale *in)
{
    words name;
    UErrorCode status = U_ZERO_ERROR;
    uloc_getDisplayLanguage(in->name, in->name, name.text, SCHAKEL_WORDS_SIZE, &status);
    return outcome(status);
}

/* Check the arguments that all have, and find the language to write in. */
static schakel_status begin(const char *in, locale *language, char *out, size_t size, schakel_error *error)
{
    if (out == NULL || size == 0)
        return sk_fail_misuse(error, "expected a place for the words");
    out[0] = '\0';
    if (in == NULL)
        return sk_fail_misuse(error, "expected a language to write in");
    if (!read_tag(in, language))
        return sk_fail(error, SCHAKEL_INVALID, "/in",
                       "expected a language tag of BCP 47, such as \"nl\" or \"ar-SY\"");
    schakel_status status = find_words_in(language);
    return status == SCHAKEL_OK ? SCHAKEL_OK : refuse(status, in, error);
}

/* ------------------------------------------------------------------- writing */

static schakel_status write_out(const words *from, char *out, size_t size)
{
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(out, size > INT32_MAX ? INT32_MAX : (int32_t)size, NULL, from->text, -1, &status);
    if (outcome(status) != SCHAKEL_OK)
        out[0] = '\0';
    return outcome(status);
}

static schakel_status find_name(const locale *language, const locale *in, words *found)
{
    UErrorCode status = U_ZERO_ERROR;
    /* The name of all of it, "Arabisch (Syrië)", does not say when only the code is known; that of the language does. */
    uloc_getDisplayLanguage(language->name, in->name, found->text, SCHAKEL_WORDS_SIZE, &status);
    if (outcome(status) != SCHAKEL_OK)
        return outcome(status);
    ULocaleDisplayNames *names = uldn_open(in->name, ULDN_DIALECT_NAMES, &status);
    uldn_localeDisplayName(names, language->name, found->text, SCHAKEL_WORDS_SIZE, &status);
    uldn_close(names);
    return outcome_of_format(status);
}

schakel_status schakel_language_name(const char *tag, const char *in, char *out, size_t size,
                                     schakel_error *error)
{
    locale language, named;
    words found;
    schakel_status status = begin(in, &language, out, size, error);
    if (status != SCHAKEL_OK)
        return status;
    if (tag == NULL)
        return sk_fail_misuse(error, "expected a language to name");
    if (!read_tag(tag, &named))
        return sk_fail(error, SCHAKEL_INVALID, "/tag",
                       "expected a language tag of BCP 47, such as \"nl\" or \"ar-SY\"");
    /* "und" is a tag and no language. */
    status = named.name[0] == '\0' ? SCHAKEL_NOT_FOUND : find_name(&named, &language, &found);
    if (status == SCHAKEL_NOT_FOUND)
        return sk_fail(error, status, "/tag", "there is no name for \"%.40s\" in the language \"%.40s\"", tag,
                       in);
    if (status == SCHAKEL_OK)
        status = write_out(&found, out, size);
    return status == SCHAKEL_OK ? SCHAKEL_OK : refuse(status, in, error);
}

static schakel_status set_calendar(UDateFormat *format)
{
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *calendar = ucal_clone(udat_getCalendar(format), &status);
    if (U_FAILURE(status))
        return outcome(status);
    ucal_setGregorianChange(calendar, before_all_dates, &status);
    udat_setCalendar(format, calendar);
    ucal_close(calendar);
    return outcome_of_format(status);
}

/* Days and times here have no zone; UTC is one in which none is skipped. */
static schakel_status format_moment(locale *language, UDateFormatStyle date, UDateFormatStyle time,
                                    UDate moment, words *found)
{
    static const UChar utc[] = {'U', 'T', 'C'};
    UErrorCode status = U_ZERO_ERROR;
    uloc_setKeywordValue("calendar", "gregorian", language->name, sizeof language->name, &status);
    UDateFormat *format =
        udat_open(time, date, language->name, utc, sizeof utc / sizeof utc[0], NULL, 0, &status);
    if (U_FAILURE(status))
        return outcome(status);
    schakel_status set = set_calendar(format);
    if (set == SCHAKEL_OK)
        udat_format(format, moment, found->text, SCHAKEL_WORDS_SIZE, NULL, &status);
    udat_close(format);
    return set == SCHAKEL_OK ? outcome_of_format(status) : set;
}

static schakel_status write_moment(locale *language, UDateFormatStyle date, UDateFormatStyle time,
                                   UDate moment, char *out, size_t size)
{
    words found;
    schakel_status status = format_moment(language, date, time, moment, &found);
    return status == SCHAKEL_OK ? write_out(&found, out, size) : status;
}

schakel_status schakel_date_words(schakel_date date, const char *in, char *out, size_t size,
                                  schakel_error *error)
{
    locale language;
    schakel_status status = begin(in, &language, out, size, error);
    if (status != SCHAKEL_OK)
        return status;
    if (schakel_date_to_ymd(date, NULL, NULL, NULL) != SCHAKEL_OK)
        return sk_fail(error, SCHAKEL_INVALID, "/date", "expected a date in the years 1 to 9999");
    status = write_moment(&language, UDAT_FULL, UDAT_NONE, date * milliseconds_a_day, out, size);
    return status == SCHAKEL_OK ? SCHAKEL_OK : refuse(status, in, error);
}

schakel_status schakel_time_words(schakel_time time, const char *in, char *out, size_t size,
                                  schakel_error *error)
{
    locale language;
    schakel_status status = begin(in, &language, out, size, error);
    if (status == SCHAKEL_OK)
        status = sk_check_number(error, "/time", time, 0, 1439);
    if (status != SCHAKEL_OK)
        return status;
    status = write_moment(&language, UDAT_NONE, UDAT_SHORT, time * milliseconds_a_minute, out, size);
    return status == SCHAKEL_OK ? SCHAKEL_OK : refuse(status, in, error);
}

int schakel_language_right_to_left(const char *tag)
{
    locale language;
    return tag != NULL && read_tag(tag, &language) && uloc_isRightToLeft(language.name);
}
