/* Readers for a terminal: how many cannot read the letter, and what to do for whom. */
#include <string.h>

#include "present/open.h"
#include "present/reaching.h"

static schakel_reader reader_at(const schakel_readers *readers, size_t index)
{
    schakel_reader reader = SCHAKEL_READER_INIT;
    schakel_readers_get(readers, index, &reader);
    return reader;
}

static size_t count_who(const schakel_readers *readers, schakel_answered reads)
{
    size_t count = 0;
    for (size_t i = 0; i < schakel_readers_count(readers); i++)
        count += reader_at(readers, i).reads == reads;
    return count;
}

/* "12 mensen kunnen de brief lezen."; nothing for nobody. */
static void add_line(sk_page *page, size_t count, const char *one, const char *more)
{
    if (count == 0)
        return;
    sk_add_count(page, count, one, more);
    sk_buffer_adds(&page->out, "\n");
}

static void add_counts(sk_page *page, const schakel_readers *readers)
{
    sk_buffer_addf(&page->out, sk_say(page, "De brief is op niveau %s.\n", "The letter is at level %s.\n"),
                   schakel_level_name(schakel_readers_level(readers)));
    if (schakel_readers_count(readers) == 0)
        sk_buffer_adds(&page->out,
                       sk_say(page, "Niemand krijgt deze brief.\n", "Nobody gets this letter.\n"));
    add_line(page, count_who(readers, SCHAKEL_NO),
             sk_say(page, "persoon kan de brief niet lezen.", "person cannot read the letter."),
             sk_say(page, "mensen kunnen de brief niet lezen.", "people cannot read the letter."));
    add_line(page, count_who(readers, SCHAKEL_UNASKED),
             sk_say(page, "persoon: we weten niet of die de brief kan lezen.",
                    "person of whom we do not know whether they can."),
             sk_say(page, "mensen: we weten niet of zij de brief kunnen lezen.",
                    "people of whom we do not know whether they can."));
    add_line(page, count_who(readers, SCHAKEL_YES),
             sk_say(page, "persoon kan de brief lezen.", "person can read the letter."),
             sk_say(page, "mensen kunnen de brief lezen.", "people can read the letter."));
}

/* "  Derya Varenblad: leest op niveau A1, Turks" */
static void add_reader(sk_page *page, const schakel_school *school, const schakel_reader *reader)
{
    int remarks = 0;
    sk_buffer_adds(&page->out, "  ");
    sk_add_adult(page, school, reader->adult_id);
    if (reader->reading == SCHAKEL_LEVEL_NONE) {
        sk_add_remark(page, &remarks, sk_say(page, "leest geen Nederlands", "reads no Dutch"));
    } else if (reader->reading != SCHAKEL_LEVEL_UNKNOWN) {
        sk_add_remark(page, &remarks, sk_say(page, "leest op niveau ", "reads at level "));
        sk_buffer_adds(&page->out, schakel_level_name(reader->reading));
    }
    if (strcmp(reader->advice->language, "nl") != 0) {
        sk_add_remark(page, &remarks, "");
        sk_add_language(page, reader->advice->language);
    }
    sk_buffer_adds(&page->out, "\n");
}

/* For whom the same is to be done: of whom it is not known whether they read it the channel makes no difference. */
typedef struct alike {
    schakel_answered reads;
    schakel_channel channel;
    int in_dutch;
} alike;

static int belongs(const schakel_reader *reader, const alike *to)
{
    return reader->reads == to->reads &&
           (reader->reads == SCHAKEL_UNASKED || reader->advice->channel == to->channel) &&
           (strcmp(reader->advice->language, "nl") == 0) == to->in_dutch;
}

static void add_alike(sk_page *page, const schakel_readers *readers, const schakel_school *school,
                      const alike *to)
{
    size_t count = 0, first = 0;
    for (size_t i = schakel_readers_count(readers); i-- > 0;) {
        schakel_reader reader = reader_at(readers, i);
        if (!belongs(&reader, to))
            continue;
        count++;
        first = i;
    }
    if (count == 0)
        return;
    schakel_reader reader = reader_at(readers, first);
    sk_add_counted_heading(page, sk_say(page, reader.text_nl, reader.text_en), count);
    for (size_t i = first; i < schakel_readers_count(readers); i++) {
        reader = reader_at(readers, i);
        if (belongs(&reader, to))
            add_reader(page, school, &reader);
    }
}

schakel_status schakel_present_readers(const schakel_readers *readers, const schakel_school *school,
                                       const schakel_present_options *options, char **out, size_t *out_length,
                                       schakel_error *error)
{
    sk_page page;
    schakel_status status = sk_open_text_page(&page, readers, school, options, out, error);
    if (status != SCHAKEL_OK)
        return status;
    sk_add_title(&page);
    add_counts(&page, readers);
    for (size_t i = 0; i < SK_REACH_COUNT; i++)
        for (int in_dutch = 0; in_dutch <= 1; in_dutch++)
            add_alike(&page, readers, school, &(alike){SCHAKEL_NO, sk_reach_order[i], in_dutch});
    for (int in_dutch = 0; in_dutch <= 1; in_dutch++)
        add_alike(&page, readers, school, &(alike){SCHAKEL_UNASKED, SCHAKEL_CHANNEL_OTHER, in_dutch});
    return sk_close_page(&page, out, out_length, error);
}
