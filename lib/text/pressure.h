/* Kinds of words that wording of guilt and obligation is made of: words/pressure.tsv. */
#ifndef SK_TEXT_PRESSURE_H
#define SK_TEXT_PRESSURE_H

#include <stdint.h>

/* Named by what they say or by a word of theirs; the list has the same names in small letters. */
#define SK_PRESSURE_KINDS(X)                                                                                 \
    X(U)                                                                                                     \
    X(UW)                                                                                                    \
    X(PARENT)                                                                                                \
    X(ALL)                                                                                                   \
    X(EXPECT)                                                                                                \
    X(VAN) X(DAT) X(FEW) X(NIEMAND) X(MAAR) X(NO) X(TURNOUT) X(CAME) X(NODIG) X(SAD) X(AGAIN) X(ALWAYS)      \
        X(SAME) X(PEOPLE) X(MUST) X(TOCH) X(CAN) X(HAD) X(SHOULD) X(SCHOOL) X(BOUND) X(VERANTW)              \
            X(VERANTWHEID) X(BIJ) X(TE) X(LATE) X(HURT) X(ZONDER) X(AID) X(HELPERS) X(GENOEG) X(ANDERS)      \
                X(ALS) X(CANCEL) X(DRY) X(BLIJK) X(OTHERS) X(MOST) X(WEL) X(ENIGE) X(ONDANKS) X(CALLS)       \
                    X(NOG) X(LUKT) X(FORGOT) X(BEDOELING) X(VANUIT) X(UIT) X(REKEN) X(OP) X(EROP) X(MANY)    \
                        X(ACCEPT) X(FORCED) X(CHILD) X(PITY) X(EXAMPLE) X(DEAL) X(DONE)

#define SK_PRESSURE_NUMBER(kind) SK_PRESSURE_##kind,
typedef enum sk_pressure { SK_PRESSURE_KINDS(SK_PRESSURE_NUMBER) SK_PRESSURE_COUNT } sk_pressure;
#undef SK_PRESSURE_NUMBER

/* Open addressing by hash; an empty slot has no kinds. */
typedef struct sk_pressure_word {
    uint32_t hash;
    uint64_t kinds; /* a bit for each */
} sk_pressure_word;
extern const sk_pressure_word sk_pressure_words[];
extern const uint32_t sk_pressure_word_mask;

#endif
