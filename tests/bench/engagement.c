/*
 * How long it takes to count who is reached: in one school of growing size; and in all schools of a country, read one a line,
 * counted and written as JSON, with the memory that takes.
 *
 *     bench_engagement [CHILDREN]      of the largest country, 100,000 unless said
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "schakel/schakel.h"

enum { TODAY = 20700, GROUP_SIZE = 25, SCHOOL_SIZE = 240 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void require(schakel_status status)
{
    if (status != SCHAKEL_OK) {
        fprintf(stderr, "%s\n", schakel_status_text(status));
        exit(1);
    }
}

/* --------------------------------------------------------------------- schools */

static void add_group(schakel_school *school, size_t number)
{
    char id[24];
    snprintf(id, sizeof id, "g%zu", number);
    schakel_group group = SCHAKEL_GROUP_INIT;
    group.id = id;
    require(schakel_school_add_group(school, &group, NULL));
}

static void add_parent(schakel_school *school, const char *id, const char *child_id, schakel_tie_kind kind,
                       const char *language)
{
    schakel_language_skill skill = {language, SCHAKEL_LEVEL_C1, SCHAKEL_LEVEL_B1};
    schakel_adult adult = SCHAKEL_ADULT_INIT;
    adult.id = id;
    adult.languages = &skill;
    adult.language_count = 1;
    require(schakel_school_add_adult(school, &adult, NULL));
    schakel_tie tie = SCHAKEL_TIE_INIT;
    tie.child_id = child_id;
    tie.adult_id = id;
    tie.kind = kind;
    require(schakel_school_add_tie(school, &tie, NULL));
}

/* A child with two parents; of most a talk, of some a contact and an ask. */
static void add_family(schakel_school *school, size_t number, uint64_t *seed)
{
    static const char *const languages[] = {"nl", "nl", "nl", "nl", "ar", "tr", "ti", "pl"};
    char child_id[24], group_id[24], mother[24], father[24];
    const char *adults[] = {mother, father};
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    uint32_t dice = (uint32_t)(*seed >> 33);
    snprintf(child_id, sizeof child_id, "c%zu", number);
    snprintf(group_id, sizeof group_id, "g%zu", number / GROUP_SIZE);
    snprintf(mother, sizeof mother, "m%zu", number);
    snprintf(father, sizeof father, "f%zu", number);
    schakel_child child = SCHAKEL_CHILD_INIT;
    child.id = child_id;
    child.group_id = group_id;
    require(schakel_school_add_child(school, &child, NULL));
    add_parent(school, mother, child_id, SCHAKEL_TIE_MOTHER, languages[dice % 8]);
    add_parent(school, father, child_id, SCHAKEL_TIE_FATHER, languages[dice / 8 % 8]);
    schakel_talk talk = SCHAKEL_TALK_INIT;
    talk.id = child_id;
    talk.kind = SCHAKEL_TALK_INTRODUCTORY;
    talk.child_id = child_id;
    talk.date = TODAY - (schakel_date)(dice % 60);
    talk.state = dice % 7 ? SCHAKEL_TALK_HELD : SCHAKEL_TALK_MISSED;
    talk.adult_ids = adults;
    talk.adult_count = 1 + dice % 2;
    require(schakel_school_add_talk(school, &talk, NULL));
    schakel_contact contact = SCHAKEL_CONTACT_INIT;
    contact.id = contact.child_id = child_id;
    contact.adult_id = dice % 3 ? mother : father;
    contact.date = TODAY + (schakel_date)(dice % 200);
    contact.tone = dice % 5 ? SCHAKEL_TONE_GOOD : SCHAKEL_TONE_PROBLEM;
    if (dice % 4 == 0)
        require(schakel_school_add_contact(school, &contact, NULL));
    schakel_ask ask = SCHAKEL_ASK_INIT;
    ask.id = child_id;
    ask.adult_id = father;
    ask.date = TODAY + (schakel_date)(dice % 200);
    ask.state = SCHAKEL_ASK_DONE;
    if (dice % 6 == 0)
        require(schakel_school_add_ask(school, &ask, NULL));
}

/* Eight walk-ins of a group, each with nine mothers. */
static void add_walk_ins(schakel_school *school, size_t group_number, size_t children)
{
    enum { WALK_INS = 8, CAME = 9 };
    char names[CAME][24], group_id[24], id[48];
    const char *came[CAME], *groups[] = {group_id};
    size_t first = group_number * GROUP_SIZE;
    size_t members = children - first < GROUP_SIZE ? children - first : GROUP_SIZE;
    snprintf(group_id, sizeof group_id, "g%zu", group_number);
    for (size_t i = 0; i < WALK_INS; i++) {
        schakel_activity activity = SCHAKEL_ACTIVITY_INIT;
        size_t count = members < CAME ? members : CAME;
        for (size_t k = 0; k < count; k++) {
            snprintf(names[k], sizeof names[k], "m%zu", first + (i + k) % members);
            came[k] = names[k];
        }
        snprintf(id, sizeof id, "%s-%zu", group_id, i);
        activity.id = id;
        activity.kind = SCHAKEL_ACTIVITY_WALK_IN;
        activity.why = "samen spelen met taal";
        activity.date = TODAY + (schakel_date)(7 * i);
        activity.group_ids = groups;
        activity.group_count = 1;
        activity.attended_ids = came;
        activity.attended_count = count;
        require(schakel_school_add_activity(school, &activity, NULL));
    }
}

static schakel_school *make_school(size_t children, uint64_t *seed)
{
    schakel_school *school = NULL;
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_cycle_entry entry = SCHAKEL_CYCLE_ENTRY_INIT;
    info.id = "bench";
    info.year_start = TODAY - 60;
    info.year_end = TODAY + 260;
    entry.id = "start";
    entry.kind = SCHAKEL_TALK_INTRODUCTORY;
    entry.first = TODAY - 50;
    entry.last = TODAY - 10;
    require(schakel_school_create(NULL, &school, NULL));
    require(schakel_school_set_info(school, &info, NULL));
    require(schakel_school_add_cycle_entry(school, &entry, NULL));
    for (size_t i = 0; i * GROUP_SIZE < children; i++)
        add_group(school, i);
    for (size_t i = 0; i < children; i++)
        add_family(school, i, seed);
    for (size_t i = 0; i * GROUP_SIZE < children; i++)
        add_walk_ins(school, i, children);
    return school;
}

static void time_school(size_t children)
{
    uint64_t seed = 1;
    schakel_school *school = make_school(children, &seed);
    size_t turns = 200000 / children + 1, rows = 0;
    double start = now();
    for (size_t i = 0; i < turns; i++) {
        schakel_engagement *engagement = NULL;
        require(schakel_engagement_count(school, NULL, &engagement, NULL));
        rows = schakel_engagement_row_count(engagement);
        schakel_engagement_destroy(engagement);
    }
    double taken = (now() - start) / (double)turns;
    printf("%7zu children  %9.3f ms  %6.2f us a child  %zu rows\n", children, taken * 1e3,
           taken * 1e6 / (double)children, rows);
    schakel_school_destroy(school);
}

/* --------------------------------------------------------------------- country */

/* Blocks with their size in front. */
typedef struct counted {
    size_t out, most;
} counted;

enum { HEAD = 16 };

static void count_out(counted *c, size_t more, size_t less)
{
    c->out += more;
    c->out -= less;
    c->most = c->out > c->most ? c->out : c->most;
}

static void *counted_allocate(void *context, size_t size)
{
    unsigned char *block = malloc(size + HEAD);
    if (block == NULL)
        return NULL;
    memcpy(block, &size, sizeof size);
    count_out(context, size, 0);
    return block + HEAD;
}

static void *counted_reallocate(void *context, void *old, size_t size)
{
    size_t before = 0;
    if (old != NULL)
        memcpy(&before, (unsigned char *)old - HEAD, sizeof before);
    unsigned char *block = realloc(old != NULL ? (unsigned char *)old - HEAD : NULL, size + HEAD);
    if (block == NULL)
        return NULL;
    memcpy(block, &size, sizeof size);
    count_out(context, size, before);
    return block + HEAD;
}

static void counted_release(void *context, void *block)
{
    size_t size;
    memcpy(&size, (unsigned char *)block - HEAD, sizeof size);
    count_out(context, 0, size);
    free((unsigned char *)block - HEAD);
}

/* A few schools as lines, which come back again and again until there are enough. */
enum { DIFFERENT = 8 };

typedef struct country {
    char *lines[DIFFERENT];
    size_t lengths[DIFFERENT];
    size_t schools, given, at;
} country;

static void make_lines(country *c)
{
    uint64_t seed = 7;
    for (size_t i = 0; i < DIFFERENT; i++) {
        schakel_school *school = make_school(SCHOOL_SIZE, &seed);
        size_t length = 0;
        char *line;
        require(schakel_school_to_json(school, &line, &length, NULL));
        for (size_t k = 0; k + 1 < length; k++)
            if (line[k] == '\n')
                line[k] = ' ';
        c->lines[i] = line;
        c->lengths[i] = length;
        schakel_school_destroy(school);
    }
}

static int read_country(void *context, char *buffer, size_t size, size_t *read)
{
    country *c = context;
    *read = 0;
    while (*read < size && c->given < c->schools) {
        size_t line = c->given % DIFFERENT, left = c->lengths[line] - c->at;
        size_t some = size - *read < left ? size - *read : left;
        memcpy(buffer + *read, c->lines[line] + c->at, some);
        *read += some;
        c->at += some;
        if (c->at == c->lengths[line]) {
            c->at = 0;
            c->given++;
        }
    }
    return 1;
}

static void time_country(country *c, size_t children)
{
    counted memory = {0, 0};
    schakel_allocator allocator = SCHAKEL_ALLOCATOR_INIT;
    schakel_stream *stream = NULL;
    schakel_school *school = NULL;
    size_t written = 0, schools = 0, read = 0;
    double counting = 0, start = now();
    allocator.context = &memory;
    allocator.allocate = counted_allocate;
    allocator.reallocate = counted_reallocate;
    allocator.release = counted_release;
    c->schools = (children + SCHOOL_SIZE - 1) / SCHOOL_SIZE;
    c->given = c->at = 0;
    require(schakel_stream_open(read_country, c, &allocator, &stream, NULL));
    for (;;) {
        require(schakel_stream_next(stream, &school, NULL));
        if (school == NULL)
            break;
        schakel_engagement *engagement = NULL;
        char *json = NULL;
        size_t length = 0;
        double before = now();
        require(schakel_engagement_count(school, NULL, &engagement, NULL));
        require(schakel_engagement_to_json(engagement, NULL, SCHAKEL_DUTCH, &json, &length, NULL));
        counting += now() - before;
        read += c->lengths[schools % DIFFERENT];
        written += length;
        schools++;
        schakel_buffer_free(json);
        schakel_engagement_destroy(engagement);
        schakel_school_destroy(school);
    }
    schakel_stream_close(stream);
    double taken = now() - start;
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf(
        "%8zu children in %5zu schools  %7.2f s (counting and writing %.2f s)  %.1f MB in, %.1f MB out  at most %.2f MB "
        "handed out, %.1f MB resident  1,500,000 children would take %.0f s\n",
        schools * SCHOOL_SIZE, schools, taken, counting, (double)read / 1e6, (double)written / 1e6,
        (double)memory.most / 1e6, (double)usage.ru_maxrss / 1e3,
        taken * 1.5e6 / (double)(schools * SCHOOL_SIZE));
}

int main(int argc, char **argv)
{
    static const size_t sizes[] = {240, 2400, 24000, 100000};
    size_t largest = argc > 1 ? strtoul(argv[1], NULL, 10) : 100000;
    country c = {.schools = 0};
    make_lines(&c);
    /* The country goes first, so that the memory of large schools is not counted. */
    time_country(&c, largest / 10);
    time_country(&c, largest);
    for (size_t i = 0; i < DIFFERENT; i++)
        schakel_buffer_free(c.lines[i]);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        time_school(sizes[i]);
    return 0;
}
