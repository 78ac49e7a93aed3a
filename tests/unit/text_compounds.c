/* How compounds are cut and how hard they are, against words that were labelled by hand. */
#include "unit/text_help.h"
#include "text/lexicon.h"

/* One name may be made of words that a list has. */
enum { STARTS_MAX = 16, PASSED_MAX = 1 };

/* Where the parts of a word begin; those inside a part that is a compound itself need not be found. */
typedef struct labelled_split {
    size_t count;
    size_t starts[STARTS_MAX];
    int optional[STARTS_MAX];
} labelled_split;

typedef struct tally {
    size_t compounds, split, hits; /* split: by the program, also what is no compound */
    size_t levels, exact, near;    /* of the compounds that have a level */
    size_t not_words, passed;      /* misspellings and the like, and those that were taken for words */
} tally;

typedef struct halves {
    tally dev, held;
} halves;

static labelled_split read_split(const char *text)
{
    labelled_split s = {0, {0}, {0}};
    size_t at = 0;
    for (; *text != '\0'; text++) {
        if (*text == '|' || *text == '=') {
            assert_true(s.count < STARTS_MAX);
            s.optional[s.count] = *text == '=';
            s.starts[s.count++] = at;
        } else if (*text != '+') {
            at++;
        }
    }
    return s;
}

/* The same parts begin at the same places. Where a link begins does not count: boeken is a word, too. */
static int is_hit(const labelled_split *s, const sk_compound_part *parts, size_t count)
{
    size_t part = 1;
    for (size_t i = 0; i < s->count; i++) {
        int found = part < count && parts[part].start == s->starts[i];
        if (!found && !s->optional[i])
            return 0;
        part += (size_t)found;
    }
    return part == count;
}

static void show(const char *why, const char *word, const sk_compound_part *parts, size_t count, int level)
{
    print_message("%s: %s", why, word);
    for (size_t i = 0; i < count; i++)
        print_message(" %.*s", parts[i].length + parts[i].link, word + parts[i].start);
    print_message(" %s\n",
                  level == SCHAKEL_LEVEL_UNKNOWN ? "unknown" : schakel_level_name((schakel_level)level));
}

static void count_level(tally *t, const char *word, int labelled, int found, int shown)
{
    if (found == SCHAKEL_LEVEL_UNKNOWN)
        return;
    t->levels++;
    t->exact += (size_t)(found == labelled);
    t->near += (size_t)(abs(found - labelled) <= 1);
    if (shown && abs(found - labelled) > 1)
        show("level", word, NULL, 0, found);
}

/* Only words of the set dev are shown: the held ones are there to be measured, not to be mended one by one. */
static void count_word(char *const *columns, void *context)
{
    halves *both = context;
    const char *word = columns[0], *split = columns[1], *level = columns[2], *set = columns[3];
    size_t length = strlen(word);
    sk_compound_part parts[SK_PARTS_MAX];
    size_t count = sk_compound_parts(word, length, parts);
    int found = (int)schakel_word_level(checker, word, length), shown = strcmp(set, "dev") == 0;
    tally *t = shown ? &both->dev : &both->held;
    t->split += count > 0;
    if (strcmp(split, "-") != 0) {
        labelled_split expected = read_split(split);
        int hit = is_hit(&expected, parts, count);
        t->compounds++;
        t->hits += (size_t)hit;
        if (!hit && shown)
            show("not cut as labelled", word, parts, count, found);
        count_level(t, word, (int)schakel_level_from_name(level), found, shown);
        return;
    }
    if (count > 0 && shown)
        show("no compound", word, parts, count, found);
    if (strcmp(level, "no") == 0) {
        t->not_words++;
        t->passed += found != SCHAKEL_LEVEL_UNKNOWN;
        if (found != SCHAKEL_LEVEL_UNKNOWN)
            show("no word", word, NULL, 0, found);
    }
}

static double share(size_t part, size_t whole)
{
    return whole == 0 ? 0 : (double)part / (double)whole;
}

static void report(const char *name, const tally *t)
{
    print_message(
        "compounds (%s): precision %.3f, recall %.3f of %zu; level exact %.3f, within one %.3f of %zu; "
        "%zu of %zu that are no words were passed\n",
        name, share(t->hits, t->split), share(t->hits, t->compounds), t->compounds,
        share(t->exact, t->levels), share(t->near, t->levels), t->levels, t->passed, t->not_words);
}

static void compounds_are_cut_as_people_cut_them(void **state)
{
    (void)state;
    halves both = {{0}, {0}};
    each_row(SCHAKEL_TEST_DATA "/text/compounds.tsv", count_word, &both);
    tally dev = both.dev, held = both.held;
    report("dev", &dev);
    report("held", &held);
    assert_true(dev.compounds + held.compounds >= 320);
    assert_true(share(held.hits, held.split) >= 0.94);
    assert_true(share(held.hits, held.compounds) >= 0.90);
    assert_true(share(held.near, held.levels) >= 0.95);
    assert_true(dev.passed + held.passed <= PASSED_MAX);
}

static void parts_are_told_with_their_links(void **state)
{
    (void)state;
    sk_compound_part parts[SK_PARTS_MAX];
    assert_int_equal(sk_compound_parts("kinderfiets", 11, parts), 2);
    assert_int_equal(parts[0].start, 0);
    assert_int_equal(parts[0].length, 4);
    assert_int_equal(parts[0].link, 2);
    assert_int_equal(parts[1].start, 6);
    assert_int_equal(parts[1].length, 5);
    assert_int_equal(parts[1].link, 0);
}

static void what_is_too_long_or_no_word_is_not_cut(void **state)
{
    (void)state;
    static const char *const forms[] = {"",
                                        "bal",
                                        "twee woorden",
                                        "school-",
                                        "-school",
                                        "balbalbalbalbalbalbal",
                                        "schoolschoolschoolschoolschoolschoolschoolschoolschool"};
    sk_compound_part parts[SK_PARTS_MAX];
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        assert_int_equal(sk_compound_parts(forms[i], strlen(forms[i]), parts), 0);
    assert_true(sk_compound_parts("schoolschoolschoolschoolschoolschoolschool", 42, parts) <= SK_PARTS_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compounds_are_cut_as_people_cut_them),
        cmocka_unit_test(parts_are_told_with_their_links),
        cmocka_unit_test(what_is_too_long_or_no_word_is_not_cut),
    };
    return cmocka_run_group_tests(tests, make_checker, end_checker);
}
