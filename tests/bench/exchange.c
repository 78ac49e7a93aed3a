/*
 * How long it takes to load a school of 100,000 adults, and what it weighs.
 *
 *     bench_exchange [ADULTS]
 *
 * Each adult has a name, two languages, two weekly windows and an exception; each pair
 * of adults has a child with two ties; half the adults have an offer; there is a need
 * for every hundred.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <cjson/cJSON.h>

#include "base/memory.h"
#include "schakel/exchange.h"

/* Counts what is out; a block is preceded by its size. */
typedef struct counting {
    size_t live;
    size_t peak;
} counting;

typedef union head {
    size_t size;
    max_align_t align;
} head;

static void count_in(counting *c, size_t size)
{
    c->live += size;
    if (c->live > c->peak)
        c->peak = c->live;
}

static void *counting_allocate(void *context, size_t size)
{
    head *block = malloc(sizeof *block + size);
    if (block == NULL)
        return NULL;
    block->size = size;
    count_in(context, size);
    return block + 1;
}

static void *counting_reallocate(void *context, void *old, size_t size)
{
    counting *c = context;
    size_t old_size = ((head *)old - 1)->size;
    head *block = realloc((head *)old - 1, sizeof *block + size);
    if (block == NULL)
        return NULL;
    block->size = size;
    c->live -= old_size;
    count_in(c, size);
    return block + 1;
}

static void counting_release(void *context, void *block)
{
    ((counting *)context)->live -= ((head *)block - 1)->size;
    free((head *)block - 1);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* The document is written with single quotes, which end up double. */
static void double_quotes(sk_buffer *json)
{
    for (size_t i = 0; i < json->length; i++)
        if (json->data[i] == '\'')
            json->data[i] = '"';
}

static void add_people(sk_buffer *json, int count)
{
    static const char *const tags[] = {"tr", "ti", "ar-SY", "pl", "en", "fr"};
    sk_buffer_adds(json, "'adults':[");
    for (int i = 0; i < count; i++) {
        sk_buffer_addf(json, "%s{'id':'a%d','name':'Voornaam Achternaam %d','languages':[{'tag':'nl',",
                       i == 0 ? "" : ",\n", i, i);
        sk_buffer_addf(json, "'speaking':'B%d','reading':'A2'},{'tag':'%s','speaking':'C1'}],", 1 + i % 2,
                       tags[i % 6]);
        sk_buffer_addf(json, "'windows':[{'days':['mon','tue'],'start':'08:%02d','end':'12:00'},", i % 60);
        sk_buffer_addf(json, "{'days':['fri'],'start':'13:00','end':'17:00'}],'exceptions':[");
        sk_buffer_addf(json, "{'date':'2026-12-%02d','available':false}],'cap':%d}", 1 + i % 31, i % 5);
    }
    sk_buffer_adds(json, "],\n'children':[");
    for (int i = 0; i + 1 < count; i += 2) {
        sk_buffer_addf(json, "%s{'id':'c%d','group':'g','ties':[{'adult':'a%d',", i == 0 ? "" : ",\n", i, i);
        sk_buffer_addf(json, "'kind':'mother'},{'adult':'a%d','kind':'father'}]}", i + 1);
    }
}

static void add_work(sk_buffer *json, int count)
{
    sk_buffer_adds(json, "],\n'offers':[");
    for (int i = 0; i < count; i += 2)
        sk_buffer_addf(json, "%s{'id':'o%d','adult':'a%d','concepts':['aloud'],'cap':3,'notice':14}",
                       i == 0 ? "" : ",\n", i, i);
    sk_buffer_adds(json, "],\n'needs':[");
    for (int i = 0; i < count; i += 100) {
        sk_buffer_addf(json, "%s{'id':'n%d','date':'2027-01-%02d','start':'08:30','end':'09:30',",
                       i == 0 ? "" : ",\n", i, 1 + i % 31);
        sk_buffer_adds(json, "'places':[{'id':'p','concept':'reading','count':4}]}");
    }
    sk_buffer_adds(json, "]}\n");
}

static void make_document(sk_buffer *json, int count)
{
    sk_buffer_adds(json, "{'schakel':1,'school':{'id':'s','stage':'po','year_start':'2026-08-24',"
                         "'year_end':'2027-07-16'},'groups':[{'id':'g'}],'concepts':[{'id':'reading'},"
                         "{'id':'aloud','broader':'reading'}],");
    add_people(json, count);
    add_work(json, count);
    double_quotes(json);
}

/* The yardstick: cJSON's own tree of the whole document, nothing checked, nothing kept. */
static double cjson_alone(const sk_buffer *json)
{
    double start = seconds();
    cJSON_Delete(cJSON_ParseWithLengthOpts(json->data, json->length, NULL, 0));
    return seconds() - start;
}

static int run(int count)
{
    counting counted = {0, 0}, scratch = {0, 0};
    schakel_allocator allocator = {sizeof allocator, &counted, counting_allocate, counting_reallocate,
                                   counting_release};
    schakel_allocator own = allocator;
    own.context = &scratch;
    sk_buffer json;
    sk_buffer_init(&json, &own);
    make_document(&json, count);

    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school *school = NULL;
    double start = seconds();
    if (schakel_school_from_json(json.data, json.length, &allocator, &school, &error) != SCHAKEL_OK) {
        fprintf(stderr, "%s: %s\n", error.path, error.message);
        return 1;
    }
    double loaded = seconds();
    size_t weight = counted.live, peak = counted.peak;
    char *text = NULL;
    size_t length = 0;
    if (schakel_school_to_json(school, &text, &length, &error) != SCHAKEL_OK)
        return 1;
    double written = seconds();
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("adults            %d\n", count);
    printf("document          %.1f MB\n", (double)json.length / 1e6);
    printf("load              %.3f s\n", loaded - start);
    printf("school            %.0f bytes per adult (peak while loading %.0f)\n", (double)weight / count,
           (double)peak / count);
    printf("write             %.3f s, %.1f MB\n", written - loaded, (double)length / 1e6);
    printf("peak memory       %.1f MB, document and text included\n", (double)usage.ru_maxrss / 1024);
    double plain = cjson_alone(&json);
    printf("cJSON alone       %.3f s to build and free its tree; load / cJSON %.2f\n", plain,
           (loaded - start) / plain);
    schakel_buffer_free(text);
    schakel_school_destroy(school);
    sk_buffer_destroy(&json);
    return counted.live != 0;
}

int main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 100000;
    return run(count > 0 ? count : 100000);
}
