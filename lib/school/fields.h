/* How the tables of members are written down. */
#ifndef SK_SCHOOL_FIELDS_H
#define SK_SCHOOL_FIELDS_H

#include "school/shape.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
enum { OPTIONAL = 0, REQUIRED = 1 };

/* Members of the number kinds are read and written as an int32_t. */
_Static_assert(sizeof(schakel_stage) == sizeof(int32_t) && sizeof(schakel_level) == sizeof(int32_t) &&
                   sizeof(schakel_date) == sizeof(int32_t) && sizeof(uint32_t) == sizeof(int32_t),
               "an enum, a date and a set of flags are as large as an int32_t");

/* clang-format off */
#define SCALAR(label, kind_, required_, type, member) \
    {.name = label, .kind = kind_, .required = required_, .offset = offsetof(type, member)}
#define ID(type, member) SCALAR("id", SK_FIELD_ID, REQUIRED, type, member)
#define KEY(label, type, member) SCALAR(label, SK_FIELD_KEY, REQUIRED, type, member)
#define TEXT(label, required_, type, member) SCALAR(label, SK_FIELD_TEXT, required_, type, member)
#define DATE(label, required_, type, member) SCALAR(label, SK_FIELD_DATE, required_, type, member)
#define BOOLEAN(label, type, member) SCALAR(label, SK_FIELD_BOOLEAN, OPTIONAL, type, member)
#define REFERENCE(label, required_, type, member, kind_) \
    {.name = label, .kind = SK_FIELD_REFERENCE, .required = required_, .offset = offsetof(type, member), \
     .target = SCHAKEL_KIND_##kind_}
#define NUMBER(label, type, member, low_, high_) \
    {.name = label, .kind = SK_FIELD_NUMBER, .offset = offsetof(type, member), .low = low_, .high = high_}
#define WORDS(label, kind_, required_, type, member, words) \
    {.name = label, .kind = kind_, .required = required_, .offset = offsetof(type, member), \
     .choices = words, .choice_count = COUNT(words)}
#define CHOICE(label, required_, type, member, words) WORDS(label, SK_FIELD_CHOICE, required_, type, member, words)
#define FLAGS(label, required_, type, member, words) WORDS(label, SK_FIELD_FLAGS, required_, type, member, words)
#define LIST(label, kind_, type, member, count) \
    .name = label, .kind = kind_, .offset = offsetof(type, member), .count_offset = offsetof(type, count)
#define TEXTS(label, type, member, count) {LIST(label, SK_FIELD_TEXTS, type, member, count)}
#define LANGUAGES(label, type, member, count) {LIST(label, SK_FIELD_LANGUAGES, type, member, count)}
#define REFERENCES(label, required_, type, member, count, kind_) \
    {LIST(label, SK_FIELD_REFERENCES, type, member, count), .required = required_, \
     .target = SCHAKEL_KIND_##kind_}
#define OBJECTS(label, type, member, count, shape) \
    {LIST(label, SK_FIELD_OBJECTS, type, member, count), .items = &(shape)}
#define HANGING(label, type, member, count, shape, most) \
    {LIST(label, SK_FIELD_HANGING, type, member, count), .items = &(shape), .high = most}
/* A kind of talk: the first kinds of activity are talks about one child. */
#define TALK_KIND(type) \
    {.name = "kind", .kind = SK_FIELD_CHOICE, .required = REQUIRED, .offset = offsetof(type, kind), \
     .choices = sk_activity_kinds, .choice_count = SCHAKEL_TALK_OTHER + 1}
/* A whole table; `extra` is where the host's own data is, or SK_NO_EXTRA. */
#define SHAPE(name, type, defaults, extra, fields, check) \
    const sk_shape name = {sizeof(type), &(defaults), extra, fields, COUNT(fields), check}
/* clang-format on */

#endif
