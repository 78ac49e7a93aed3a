/*
 * schakel/base.h - what every other header stands on: version, status, error,
 * allocator, calendar dates, times of day and weekly availability.
 *
 * Nothing here keeps state. Unless a function says otherwise it may be called
 * from any thread at any time.
 */
#ifndef SCHAKEL_BASE_H
#define SCHAKEL_BASE_H

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32) && !defined(SCHAKEL_STATIC)
#ifdef SCHAKEL_BUILDING
#define SCHAKEL_API __declspec(dllexport)
#else
#define SCHAKEL_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define SCHAKEL_API __attribute__((visibility("default")))
#else
#define SCHAKEL_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------ version */

/** The version of the headers; CMake reads it from here. */
#define SCHAKEL_VERSION_MAJOR 0
#define SCHAKEL_VERSION_MINOR 1
#define SCHAKEL_VERSION_PATCH 0

/**
 * The version of the library that is running, as "major.minor.patch".
 * It may be newer than the headers a program was compiled with.
 * @return a constant string, never NULL; not to be freed.
 */
SCHAKEL_API const char *schakel_version(void);

/* --------------------------------------------------------- status and error */

/** How a call ended. Values are pinned and never reused. */
typedef enum schakel_status {
    SCHAKEL_OK = 0,         /**< it worked */
    SCHAKEL_NO_MEMORY = 1,  /**< the allocator gave nothing; nothing has changed */
    SCHAKEL_MISUSE = 2,     /**< an argument the caller must not pass (NULL, index out of range) */
    SCHAKEL_SYNTAX = 3,     /**< not well-formed: not UTF-8, not JSON */
    SCHAKEL_INVALID = 4,    /**< well-formed, but a value that is not allowed */
    SCHAKEL_DUPLICATE = 5,  /**< an id that is already there */
    SCHAKEL_NOT_FOUND = 6,  /**< an id that nothing has */
    SCHAKEL_IN_USE = 7,     /**< cannot be removed: another record refers to it */
    SCHAKEL_TOO_LARGE = 8,  /**< over a documented maximum */
    SCHAKEL_IO = 9          /**< a file could not be read or written */
} schakel_status;

/**
 * The name of a status in English, for example "out of memory".
 * @param status any value; an unknown one gives "unknown status".
 * @return a constant string, never NULL; not to be freed.
 */
SCHAKEL_API const char *schakel_status_text(schakel_status status);

/**
 * What went wrong and where. Owned by the caller, who starts it with
 * SCHAKEL_ERROR_INIT; every function that can fail takes one, and NULL is fine.
 * It is written only on failure.
 */
typedef struct schakel_error {
    size_t struct_size;    /**< sizeof(schakel_error) */
    schakel_status status; /**< the status the call returned */
    size_t line;           /**< line in the input, from 1; 0 when there is none */
    size_t column;         /**< byte column in that line, from 1; 0 when there is none */
    size_t offset;         /**< byte offset in the input; 0 when there is none */
    char path[128];        /**< place in a document (a JSON Pointer such as "/needs/3/date") or a file name; "" when there is none */
    char message[256];     /**< one impersonal English line, NUL-terminated: what was found, what was expected */
} schakel_error;

#define SCHAKEL_ERROR_INIT {sizeof(schakel_error), SCHAKEL_OK, 0, 0, 0, "", ""}

/* ---------------------------------------------------------------- allocator */

/**
 * Where a handle gets its memory. Passed when a handle is made and copied into
 * it; what a handle makes (a matching from a school, a report from a checker)
 * uses the same one. NULL means malloc, realloc and free.
 * The functions may be called from any thread that uses the handle.
 */
typedef struct schakel_allocator {
    size_t struct_size; /**< sizeof(schakel_allocator) */
    void *context;      /**< handed to each function */
    /** @return size bytes aligned for any type, or NULL; size is never 0 */
    void *(*allocate)(void *context, size_t size);
    /** As realloc: block is never NULL, size never 0; on NULL the old block stays */
    void *(*reallocate)(void *context, void *block, size_t size);
    /** block is never NULL */
    void (*release)(void *context, void *block);
} schakel_allocator;

#define SCHAKEL_ALLOCATOR_INIT {sizeof(schakel_allocator), NULL, NULL, NULL, NULL}

/**
 * Give back a string that a function of this library handed out through a
 * `char **` parameter. It remembers its own allocator.
 * @param buffer the string; NULL is ignored.
 */
SCHAKEL_API void schakel_buffer_free(char *buffer);

/* ---------------------------------------------------------- dates and times */

/** A calendar date: days since 1970-01-01, proleptic Gregorian, no time zone. */
typedef int32_t schakel_date;
/** A time of day: minutes since midnight, local to the school, 0 to 1440. */
typedef int32_t schakel_time;

#define SCHAKEL_NO_DATE INT32_MIN
#define SCHAKEL_NO_TIME (-1)

/** Bytes that schakel_date_format() and schakel_time_format() need at most, NUL included. */
#define SCHAKEL_DATE_SIZE 11
#define SCHAKEL_TIME_SIZE 6

/**
 * The date of a year, month and day.
 * @param year 1 to 9999. @param month 1 to 12. @param day 1 to the month's last.
 * @return the date, or SCHAKEL_NO_DATE when there is no such day.
 */
SCHAKEL_API schakel_date schakel_date_from_ymd(int year, int month, int day);

/**
 * Year, month and day of a date.
 * @param date a date in the years 1 to 9999.
 * @param year,month,day where to put them; each may be NULL.
 * @return SCHAKEL_OK, or SCHAKEL_INVALID for a date outside those years (nothing is written).
 */
SCHAKEL_API schakel_status schakel_date_to_ymd(schakel_date date, int *year, int *month, int *day);

/**
 * Read a date written as YYYY-MM-DD (ISO 8601), exactly ten characters.
 * @param text NUL-terminated; NULL gives SCHAKEL_NO_DATE.
 * @return the date, or SCHAKEL_NO_DATE when it is written otherwise or does not exist.
 */
SCHAKEL_API schakel_date schakel_date_parse(const char *text);

/**
 * Write a date as YYYY-MM-DD.
 * @param date a date; one outside the years 1 to 9999 gives "".
 * @param out at least SCHAKEL_DATE_SIZE bytes; NUL-terminated.
 */
SCHAKEL_API void schakel_date_format(schakel_date date, char out[SCHAKEL_DATE_SIZE]);

/**
 * The day of the week (ISO 8601).
 * @return 1 for Monday to 7 for Sunday.
 */
SCHAKEL_API int schakel_date_weekday(schakel_date date);

/**
 * The ISO 8601 week: week 1 holds the year's first Thursday.
 * @param year where to put the year the week belongs to; may be NULL.
 * @return 1 to 53.
 */
SCHAKEL_API int schakel_date_iso_week(schakel_date date, int *year);

/**
 * Read a time written as HH:MM, 00:00 to 24:00, exactly five characters.
 * @param text NUL-terminated; NULL gives SCHAKEL_NO_TIME.
 * @return minutes since midnight, or SCHAKEL_NO_TIME.
 */
SCHAKEL_API schakel_time schakel_time_parse(const char *text);

/**
 * Write a time as HH:MM.
 * @param time 0 to 1440; anything else gives "".
 * @param out at least SCHAKEL_TIME_SIZE bytes; NUL-terminated.
 */
SCHAKEL_API void schakel_time_format(schakel_time time, char out[SCHAKEL_TIME_SIZE]);

/* ------------------------------------------------------------- availability */

/**
 * A part of the week in which somebody can come. Its layout is final: it never
 * grows, so that arrays of it keep their stride.
 */
typedef struct schakel_window {
    uint32_t weekdays;  /**< bit 0 Monday to bit 6 Sunday; at least one */
    schakel_time start; /**< minutes since midnight */
    schakel_time end;   /**< later than start */
} schakel_window;

/**
 * A date on which the weekly windows are overruled for a part of the day.
 * Its layout is final: it never grows.
 */
typedef struct schakel_exception {
    schakel_date date;
    schakel_time start; /**< minutes since midnight */
    schakel_time end;   /**< later than start */
    int32_t available;  /**< 1: can come after all; 0: cannot come */
} schakel_exception;

/**
 * Can somebody be there the whole of a stretch of time? Windows that touch or
 * overlap count as one. No windows means always. An exception "cannot come"
 * wins over every window and over "can come"; "can come" adds to the windows.
 * @param windows,window_count the weekly windows; NULL with 0.
 * @param exceptions,exception_count the exceptions; NULL with 0.
 * @param date the day. @param start,end the stretch, minutes, start < end.
 * @return 1 or 0.
 */
SCHAKEL_API int schakel_available(const schakel_window *windows, size_t window_count,
                                  const schakel_exception *exceptions, size_t exception_count,
                                  schakel_date date, schakel_time start, schakel_time end);

/* ----------------------------------------------------- levels and languages */

/**
 * A level of the Common European Framework of Reference (CEFR), for what a
 * person can say or read and for how hard a word or text is. Pinned values, in
 * order: a higher number is a higher level.
 */
typedef enum schakel_level {
    SCHAKEL_LEVEL_UNKNOWN = 0,
    SCHAKEL_LEVEL_NONE = 1, /**< not at all (below A1) */
    SCHAKEL_LEVEL_A1 = 2,
    SCHAKEL_LEVEL_A2 = 3,
    SCHAKEL_LEVEL_B1 = 4,
    SCHAKEL_LEVEL_B2 = 5,
    SCHAKEL_LEVEL_C1 = 6,
    SCHAKEL_LEVEL_C2 = 7
} schakel_level;

/**
 * The name of a level: "none", "A1" to "C2"; "unknown" for SCHAKEL_LEVEL_UNKNOWN
 * and for any other value.
 * @return a constant string, never NULL; not to be freed.
 */
SCHAKEL_API const char *schakel_level_name(schakel_level level);

/**
 * The level with a name, upper or lower case.
 * @param name NUL-terminated; NULL gives SCHAKEL_LEVEL_UNKNOWN.
 * @return the level, or SCHAKEL_LEVEL_UNKNOWN when no level is called that.
 */
SCHAKEL_API schakel_level schakel_level_from_name(const char *name);

/** The language of ready sentences. */
typedef enum schakel_language { SCHAKEL_DUTCH = 0, SCHAKEL_ENGLISH = 1 } schakel_language;

/*
 * Names and dates in the reader's own language, by the data of Unicode (CLDR) in ICU. Each call returns SCHAKEL_OK;
 * SCHAKEL_NOT_FOUND when ICU has no words in that language, so that the Dutch ones must do; SCHAKEL_INVALID for a tag,
 * date or time that is none; SCHAKEL_TOO_LARGE when it does not fit in `size` bytes, NUL included (or, for a tag with
 * many parts, in SCHAKEL_WORDS_SIZE); SCHAKEL_NO_MEMORY; SCHAKEL_MISUSE. On failure `out` holds "". A tag is BCP 47:
 * "ti", "ar-SY". Memory is ICU's own.
 */

/** Bytes that are enough for every name and date below. */
#define SCHAKEL_WORDS_SIZE 192

/**
 * What a language is called, in a language: "Tigrinya" in "nl", "Nederlands" in "nl", "الهولندية" in "ar".
 * @param tag the language. @param in the language of the name.
 */
SCHAKEL_API schakel_status schakel_language_name(const char *tag, const char *in, char *out, size_t size,
                                                 schakel_error *error);

/**
 * A date with the day of the week in words, in the order, numerals and Gregorian calendar that the language is written in.
 * @param date the day. @param in the language.
 */
SCHAKEL_API schakel_status schakel_date_words(schakel_date date, const char *in, char *out, size_t size,
                                              schakel_error *error);

/**
 * A time of day as the language writes it.
 * @param time 0 to 1439. @param in the language.
 */
SCHAKEL_API schakel_status schakel_time_words(schakel_time time, const char *in, char *out, size_t size,
                                              schakel_error *error);

/** Is a language written from right to left? @return 1 or 0, also 0 for a tag that is none. */
SCHAKEL_API int schakel_language_right_to_left(const char *tag);

#ifdef __cplusplus
}
#endif

#endif
