/* The lists of concepts that the build refuses, each with its file, line and what is wrong. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HEADER "id\tbroader\tnl\ten\twordings_nl\twordings_en\tserves\n"
/* Three concepts that are right. */
#define RIGHT                                                                                                \
    HEADER "theme\t\tthema\ttheme\t\t\t\n"                                                                   \
           "theme-water\ttheme\twater\twater\tsloot; dijk\tdike\t\n"                                         \
           "plumber\t\tloodgieter\tplumber\tfitter; buizen leggen\tfitter; pipes\ttheme-water\n"

enum { TEXT_SIZE = 16384, PATH_SIZE = 1024 };

typedef struct workplace {
    char folder[64], list[80], other[80], output[80], errors[80];
} workplace;

static int begin(void **state)
{
    static workplace w;
    snprintf(w.folder, sizeof w.folder, "/tmp/school_lists_XXXXXX");
    if (mkdtemp(w.folder) == NULL)
        return 1;
    snprintf(w.list, sizeof w.list, "%s/a.tsv", w.folder);
    snprintf(w.other, sizeof w.other, "%s/b.tsv", w.folder);
    snprintf(w.output, sizeof w.output, "%s/out.c", w.folder);
    snprintf(w.errors, sizeof w.errors, "%s/errors", w.folder);
    *state = &w;
    return 0;
}

static int end(void **state)
{
    workplace *w = *state;
    const char *const files[] = {w->list, w->other, w->output, w->errors};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        unlink(files[i]);
    return rmdir(w->folder);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void read_file(const char *path, char text[TEXT_SIZE])
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    text[fread(text, 1, TEXT_SIZE - 1, file)] = '\0';
    fclose(file);
}

/* Run the generator over lists; `arguments` are their paths. Returns whether it was content. */
static int generate(const workplace *w, const char *arguments, char errors[TEXT_SIZE])
{
    char command[2 * PATH_SIZE];
    snprintf(command, sizeof command, "'%s' %s %s 2>%s", SCHAKEL_GENERATE_CONCEPTS, w->output, arguments,
             w->errors);
    int result = system(command);
    read_file(w->errors, errors);
    return result == 0;
}

static void a_right_list_gives_tables(void **state)
{
    const workplace *w = *state;
    char text[TEXT_SIZE];
    write_file(w->list, "# About this list.\n" RIGHT);
    if (!generate(w, w->list, text))
        fail_msg("%s", text);
    assert_string_equal(text, "");
    read_file(w->output, text);
    /* By id; what is said alike in both languages is there once. */
    assert_non_null(
        strstr(text, "\"fitter\", \"buizen leggen\", \"pipes\", \n    \"sloot\", \"dijk\", \"dike\", \n"));
    assert_non_null(strstr(text,
                           "{sizeof(schakel_concept), \"schakel:plumber\", \"loodgieter\", \"plumber\", "
                           "NULL, NULL, wordings + 0, 3, served_ids + 0, 1, }"));
    assert_non_null(strstr(text, "sk_builtin_count = 3;"));
}

static void no_lists_give_empty_tables(void **state)
{
    const workplace *w = *state;
    char text[TEXT_SIZE];
    assert_true(generate(w, "", text));
    read_file(w->output, text);
    assert_non_null(strstr(text, "sk_builtin_count = 0;"));
    write_file(w->list, HEADER);
    assert_true(generate(w, w->list, text));
}

/* The order of the lists and of the rows in them makes no difference. */
static void the_order_makes_no_difference(void **state)
{
    const workplace *w = *state;
    static char one[TEXT_SIZE], other[TEXT_SIZE];
    char arguments[PATH_SIZE];
    write_file(w->list, RIGHT);
    assert_true(generate(w, w->list, one));
    read_file(w->output, one);
    write_file(w->list, HEADER "theme-water\ttheme\twater\twater\tsloot; dijk\tdike\t\n");
    write_file(w->other,
               HEADER "plumber\t\tloodgieter\tplumber\tfitter; buizen leggen\tfitter; pipes\ttheme-water\n"
                      "theme\t\tthema\ttheme\t\t\t\n");
    snprintf(arguments, sizeof arguments, "%s %s", w->list, w->other);
    assert_true(generate(w, arguments, other));
    read_file(w->output, other);
    assert_string_equal(one, other);
}

static void wrong_lists_are_refused_with_file_and_line(void **state)
{
    static const struct {
        const char *text;
        int line;
        const char *message;
    } cases[] = {
        {"", 0, "there is no header"},
        {"# only this\n", 1, "there is no header"},
        {"id\tbroader\tnl\ten\twordings_nl\twordings_en\n", 1, "there must be 7 columns"},
        {"id\tbroader\ten\tnl\twordings_nl\twordings_en\tserves\n", 1, "column 3 must be nl"},
        {RIGHT "nurse\t\tverpleegkundige\tnurse\t\t\n", 5, "there must be 7 columns"},
        {RIGHT "nurse\t\tverpleegkundige\tnurse\t\t\t\t\n", 5, "there must be 7 columns"},
        {RIGHT "\n", 5, "there must be 7 columns"},
        {RIGHT "# late\n", 5, "there must be 7 columns"},
        {RIGHT "nurse\t\tverpleegkundige\tnurse\t\t\t\r\n", 5, "lines must end in LF"},
        {RIGHT "\t\tverpleegkundige\tnurse\t\t\t\n", 5, "\"\" is no id"},
        {RIGHT "Nurse\t\tverpleegkundige\tnurse\t\t\t\n", 5, "\"Nurse\" is no id"},
        {RIGHT "a--b\t\tverpleegkundige\tnurse\t\t\t\n", 5, "\"a--b\" is no id"},
        {RIGHT "a-\t\tverpleegkundige\tnurse\t\t\t\n", 5, "\"a-\" is no id"},
        {RIGHT "schakel:a\t\tverpleegkundige\tnurse\t\t\t\n", 5, "\"schakel:a\" is no id"},
        {RIGHT "nurse\t\t\tnurse\t\t\t\n", 5, "\"\" in column nl"},
        {RIGHT "nurse\t\tverpleegkundige\t\t\t\t\n", 5, "\"\" in column en"},
        {RIGHT "nurse\t\t verpleegkundige\tnurse\t\t\t\n", 5, "\" verpleegkundige\" in column nl"},
        {RIGHT "nurse\t\tverpleegkundige\tnurse\tde  zorg\t\t\n", 5, "\"de  zorg\" in column wordings_nl"},
        {RIGHT "nurse\t\tverpleegkundige\tnurse\tzorg;zieken\t\t\n", 5,
         "\"zorg;zieken\" in column wordings_nl"},
        {RIGHT "nurse\t\tverpleegkundige\tnurse\tzorg; \t\t\n", 5, "column wordings_nl ends in \"; \""},
        {RIGHT "nurse\t\tverpleegkundige\tnurse\t; zorg\t\t\n", 5, "\"\" in column wordings_nl"},
        {RIGHT "nurse\t\tverpleegkundige\tnurse\tzorg\xC3\t\t\n", 5, "in column wordings_nl"},
        {RIGHT "nurse\t\tverpleegkundige\tnurse\tzorg; Zorg\t\t\n", 5,
         "\"Zorg\" is there twice, in column wordings_nl"},
        {RIGHT "nurse\t\tverpleegkundige\tnurse\t\tcare; care\t\n", 5,
         "\"care\" is there twice, in column wordings_en"},
        {RIGHT "nurse\t\tverpleegkundige\tnurse\tverpleegkundige\t\t\n", 5,
         "\"verpleegkundige\" is there twice"},
        {RIGHT "nurse\tcare\tverpleegkundige\tnurse\t\t\t\n", 5, "there is no concept \"care\""},
        {RIGHT "nurse\t\tverpleegkundige\tnurse\t\t\ttheme-care\n", 5, "there is no concept \"theme-care\""},
        {RIGHT "nurse\t\tverpleegkundige\tnurse\t\t\ttheme; theme\n", 5,
         "\"theme\" is there twice, in column serves"},
        {RIGHT "nurse\t\tverpleegkundige\tnurse\t\t\tplumber\n", 5, "\"plumber\" is no theme and no need"},
        {RIGHT "theme-air\ttheme\tlucht\tair\t\t\ttheme-air\n", 5, "\"theme-air\" serves itself"},
        {RIGHT "plumber\t\tmonteur\tfitter\t\t\t\n", 5, "the id \"plumber\" is taken already, at "},
        {RIGHT "nurse\tnurse\tverpleegkundige\tnurse\t\t\t\n", 5, "go round in a circle"},
        {RIGHT "a\tb\ta\ta\t\t\t\nb\tc\tb\tb\t\t\t\nc\ta\tc\tc\t\t\t\n", 5, "go round in a circle"},
        {RIGHT "d\ta\td\td\t\t\t\na\tb\ta\ta\t\t\t\nb\ta\tb\tb\t\t\t\n", 6, "go round in a circle"},
    };
    const workplace *w = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char errors[TEXT_SIZE], place[PATH_SIZE];
        write_file(w->list, cases[i].text);
        unlink(w->output);
        if (generate(w, w->list, errors))
            fail_msg("accepted: %s", cases[i].message);
        snprintf(place, sizeof place, "%s:%d: ", w->list, cases[i].line);
        if (strncmp(errors, place, strlen(place)) != 0 || strstr(errors, cases[i].message) == NULL)
            fail_msg("expected %s... %s; found %s", place, cases[i].message, errors);
        assert_int_not_equal(access(w->output, F_OK), 0);
    }
}

static void a_list_that_is_not_there_is_named(void **state)
{
    const workplace *w = *state;
    char errors[TEXT_SIZE];
    assert_false(generate(w, "/no/such/list.tsv", errors));
    assert_string_equal(errors, "/no/such/list.tsv: cannot be read\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_right_list_gives_tables, begin, end),
        cmocka_unit_test_setup_teardown(no_lists_give_empty_tables, begin, end),
        cmocka_unit_test_setup_teardown(the_order_makes_no_difference, begin, end),
        cmocka_unit_test_setup_teardown(wrong_lists_are_refused_with_file_and_line, begin, end),
        cmocka_unit_test_setup_teardown(a_list_that_is_not_there_is_named, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
