/* A letter held against how well its readers read. */
#include "base/error.h"
#include "outreach/audience.h"
#include "outreach/channel.h"
#include "school/model.h"

struct schakel_readers {
    schakel_allocator allocator;
    sk_arena arena;
    schakel_level level;
    schakel_reader *readers;
    size_t count;
};

/* ------------------------------------------------------------------ sentences */

typedef struct sentence {
    const char *nl, *en;
} sentence;

/* What to do for who cannot read it, by schakel_channel: in Dutch, and for who knows too little Dutch for that. */
static const sentence in_dutch[SK_CHANNEL_COUNT] = {
    {"Praat op school met deze ouder en vertel wat er in de brief staat.",
     "Talk with this parent at school and tell what the letter says."},
    {"Ga bij deze ouder langs en vertel wat er in de brief staat.",
     "Visit this parent at home and tell what the letter says."},
    {"Bel deze ouder en vertel wat er in de brief staat.", "Call this parent and tell what the letter says."},
    {"Bel deze ouder met beeld en vertel wat er in de brief staat.",
     "Make a video call and tell this parent what the letter says."},
    {"Spreek een bericht in en vertel wat er in de brief staat.",
     "Send a voice message that tells what the letter says."},
    {"Maak de brief makkelijker en vraag of alles duidelijk is.",
     "Make the letter easier and ask whether all is clear."},
    {"Vraag hoe u deze ouder wel kunt bereiken.", "Ask how this parent can be reached."},
    {"Vertel in een filmpje wat er in de brief staat.", "Tell in a short film what the letter says."},
    {"Maak de tekst makkelijker en vraag of alles duidelijk is.",
     "Make the text easier and ask whether all is clear."}};
static const sentence in_another_language[SK_CHANNEL_COUNT] = {
    {"Praat op school over de brief, met een tolk of in de eigen taal.",
     "Talk about the letter at school, with an interpreter or in their own language."},
    {"Ga langs met een tolk en vertel wat er in de brief staat.",
     "Visit this parent at home with an interpreter and tell what the letter says."},
    {"Bel met een tolk of in de eigen taal, en vertel wat er in de brief staat.",
     "Call with an interpreter or in their own language, and tell what the letter says."},
    {"Bel met beeld en met een tolk, en vertel wat er in de brief staat.",
     "Make a video call with an interpreter, and tell what the letter says."},
    {"Vertel in een bericht in de eigen taal wat er in de brief staat.",
     "Send a voice message in this parent's language that tells what the letter says."},
    {"Geef de brief ook in de taal van deze ouder.", "Give the letter in this parent's language as well."},
    {"Vraag hoe u deze ouder wel kunt bereiken.", "Ask how this parent can be reached."},
    {"Vertel in een filmpje in de taal van deze ouder wat er in de brief staat.",
     "Tell in a short film in this parent's language what the letter says."},
    {"Geef de tekst ook in de taal van deze ouder.", "Give the text in this parent's language as well."}};

static const sentence ask = {"Geef de brief, en vraag of alles duidelijk is.",
                             "Give the letter, and ask whether all is clear."};
static const sentence tell_and_ask = {
    "Geef de brief, en vertel met een tolk of in de eigen taal wat er staat.",
    "Give the letter, and tell in their own language or with an interpreter what it says."};
static const sentence nothing = {"Deze ouder kan de brief lezen.", "This parent can read the letter."};

static const sentence *what_to_do(schakel_answered can_read, const schakel_channel_advice *advice)
{
    int dutch = sk_same_language(advice->language, "nl");
    switch (can_read) {
    case SCHAKEL_YES:
        return &nothing;
    case SCHAKEL_NO:
        return dutch ? &in_dutch[advice->channel] : &in_another_language[advice->channel];
    case SCHAKEL_UNASKED:
        break;
    }
    return dutch ? &ask : &tell_and_ask;
}

/* -------------------------------------------------------------------- making */

/* The same people, first who cannot read it, then of whom it is not known, then who can. */
static int put_in_order(schakel_readers *readers, const schakel_reader *by_id)
{
    static const schakel_answered order[] = {SCHAKEL_NO, SCHAKEL_UNASKED, SCHAKEL_YES};
    size_t place = 0;
    readers->readers = sk_arena_alloc(&readers->arena, readers->count * sizeof *readers->readers);
    if (readers->readers == NULL)
        return 0;
    for (size_t turn = 0; turn < sizeof order / sizeof order[0]; turn++)
        for (size_t i = 0; i < readers->count; i++)
            if (by_id[i].reads == order[turn])
                readers->readers[place++] = by_id[i];
    return 1;
}

static schakel_status add_readers(schakel_readers *readers, const sk_audience *audience,
                                  const sk_advisor *advisor, schakel_error *error)
{
    readers->count = audience->count;
    schakel_reader *by_id = sk_arena_alloc(&readers->arena, readers->count * sizeof *by_id);
    schakel_channel_advice *advices = sk_arena_alloc(&readers->arena, readers->count * sizeof *advices);
    if (by_id == NULL || advices == NULL)
        return sk_fail_memory(error);
    for (size_t i = 0; i < readers->count; i++) {
        const schakel_adult *adult =
            sk_entry(advisor->school, SCHAKEL_KIND_ADULT, audience->members[i].adult);
        advices[i] = sk_advise(advisor, audience->members[i].adult);
        schakel_level reading = sk_adult_skill(adult, "nl").reading;
        schakel_answered reads = sk_can_read(reading, readers->level);
        const sentence *text = what_to_do(reads, &advices[i]);
        by_id[i] =
            (schakel_reader){sizeof by_id[i], adult->id, reading, reads, &advices[i], text->nl, text->en};
    }
    return put_in_order(readers, by_id) ? SCHAKEL_OK : sk_fail_memory(error);
}

static schakel_status fill(schakel_readers *readers, const schakel_school *school,
                           const schakel_readers_options *options, schakel_error *error)
{
    sk_audience audience;
    sk_advisor advisor;
    sk_audience_of of = {options->activity_id, options->group_ids, options->group_count, options->today};
    schakel_status status = sk_audience_find(&audience, school, &of, &readers->arena, error);
    if (status == SCHAKEL_OK)
        status = sk_advisor_make(&advisor, school, options->offered, options->today, &readers->arena, error);
    return status == SCHAKEL_OK ? add_readers(readers, &audience, &advisor, error) : status;
}

static schakel_status take_options(const schakel_readers_options *given, schakel_readers_options *options,
                                   schakel_error *error)
{
    if (given == NULL || !sk_record_in(given, options, sizeof *options) ||
        (options->group_ids == NULL && options->group_count > 0))
        return sk_fail_misuse(error,
                              "expected options with their struct_size, and groups where they have any");
    if (options->level < SCHAKEL_LEVEL_A1 || options->level > SCHAKEL_LEVEL_C2)
        return sk_fail(error, SCHAKEL_INVALID, "/level", "expected a level from A1 to C2");
    return SCHAKEL_OK;
}

schakel_status schakel_readers_make(const schakel_school *school, const schakel_readers_options *options,
                                    schakel_readers **out, schakel_error *error)
{
    schakel_readers_options full = SCHAKEL_READERS_OPTIONS_INIT;
    if (out != NULL)
        *out = NULL;
    if (school == NULL || out == NULL)
        return sk_fail_misuse(error, "expected a school and a place to put the readers");
    schakel_status status = take_options(options, &full, error);
    if (status != SCHAKEL_OK)
        return status;
    schakel_readers *readers = sk_alloc_zeroed(&school->allocator, 1, sizeof *readers);
    if (readers == NULL)
        return sk_fail_memory(error);
    readers->allocator = school->allocator;
    readers->level = full.level;
    sk_arena_init(&readers->arena, &readers->allocator);
    status = fill(readers, school, &full, error);
    if (status == SCHAKEL_OK)
        *out = readers;
    else
        schakel_readers_destroy(readers);
    return status;
}

void schakel_readers_destroy(schakel_readers *readers)
{
    if (readers == NULL)
        return;
    schakel_allocator allocator = readers->allocator;
    sk_arena_destroy(&readers->arena);
    sk_free(&allocator, readers);
}

/* ------------------------------------------------------------------- getting */

size_t schakel_readers_count(const schakel_readers *readers)
{
    return readers == NULL ? 0 : readers->count;
}

schakel_status schakel_readers_get(const schakel_readers *readers, size_t index, schakel_reader *out)
{
    if (readers == NULL || out == NULL || index >= readers->count)
        return SCHAKEL_MISUSE;
    return sk_record_out(out, &readers->readers[index], sizeof readers->readers[index]) ? SCHAKEL_OK
                                                                                        : SCHAKEL_MISUSE;
}

schakel_level schakel_readers_level(const schakel_readers *readers)
{
    return readers == NULL ? SCHAKEL_LEVEL_UNKNOWN : readers->level;
}
