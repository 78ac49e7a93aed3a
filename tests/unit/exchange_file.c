/* Schools in files: read whole, written whole or not at all. */
#define _XOPEN_SOURCE 700
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "schakel/exchange.h"

#define RIGHT SCHAKEL_TEST_DATA "/right/full.json"

/* A folder of its own for each test. */
static int make_folder(void **state)
{
    char *folder = strdup("/tmp/schakel-file-XXXXXX");
    *state = folder;
    return folder == NULL || mkdtemp(folder) == NULL;
}

static int remove_folder(void **state)
{
    DIR *folder = opendir(*state);
    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s", (char *)*state, entry->d_name);
        unlink(path);
    }
    if (folder != NULL)
        closedir(folder);
    rmdir(*state);
    free(*state);
    return 0;
}

static const char *in_folder(void **state, const char *name, char path[512])
{
    snprintf(path, 512, "%s/%s", (char *)*state, name);
    return path;
}

static size_t count_files(void **state)
{
    size_t count = 0;
    DIR *folder = opendir(*state);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
        count += entry->d_name[0] != '.';
    closedir(folder);
    return count;
}

static void put_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void assert_same_file(const char *path, const char *other)
{
    static char first[65536], second[65536];
    FILE *a = fopen(path, "rb"), *b = fopen(other, "rb");
    assert_non_null(a);
    assert_non_null(b);
    size_t length = fread(first, 1, sizeof first, a);
    assert_int_equal(fread(second, 1, sizeof second, b), length);
    assert_memory_equal(first, second, length);
    fclose(a);
    fclose(b);
}

static schakel_school *load(void)
{
    schakel_school *school = NULL;
    assert_int_equal(schakel_school_load(RIGHT, NULL, &school, NULL), SCHAKEL_OK);
    return school;
}

static void a_school_is_saved_and_loaded(void **state)
{
    char path[512];
    schakel_school *school = load();
    assert_int_equal(schakel_school_save(school, in_folder(state, "school.json", path), NULL), SCHAKEL_OK);
    assert_same_file(path, RIGHT);
    assert_int_equal(count_files(state), 1);
    schakel_school_destroy(school);
}

static void a_new_file_obeys_the_umask(void **state)
{
    char path[512];
    struct stat info;
    schakel_school *school = load();
    mode_t old = umask(027);
    assert_int_equal(schakel_school_save(school, in_folder(state, "school.json", path), NULL), SCHAKEL_OK);
    umask(old);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    schakel_school_destroy(school);
}

static void a_file_that_is_there_is_replaced_and_keeps_its_mode(void **state)
{
    char path[512];
    struct stat before, after;
    schakel_school *school = load();
    put_file(in_folder(state, "school.json", path), "old");
    assert_int_equal(chmod(path, 0604), 0);
    assert_int_equal(stat(path, &before), 0);
    assert_int_equal(schakel_school_save(school, path, NULL), SCHAKEL_OK);
    assert_int_equal(stat(path, &after), 0);
    assert_int_equal(after.st_mode, before.st_mode);
    assert_int_not_equal(after.st_ino, before.st_ino);
    assert_same_file(path, RIGHT);
    assert_int_equal(count_files(state), 1);
    schakel_school_destroy(school);
}

static void a_symbolic_link_keeps_pointing_to_the_file(void **state)
{
    char path[512], link[512];
    struct stat info;
    schakel_school *school = load();
    put_file(in_folder(state, "school.json", path), "old");
    assert_int_equal(symlink("school.json", in_folder(state, "link", link)), 0);
    assert_int_equal(schakel_school_save(school, link, NULL), SCHAKEL_OK);
    assert_int_equal(lstat(link, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_same_file(path, RIGHT);
    schakel_school_destroy(school);
}

static void a_path_without_a_folder_is_in_the_working_folder(void **state)
{
    char here[512];
    schakel_school *school = load();
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(*state), 0);
    assert_int_equal(schakel_school_save(school, "school.json", NULL), SCHAKEL_OK);
    assert_same_file("school.json", RIGHT);
    assert_int_equal(chdir(here), 0);
    schakel_school_destroy(school);
}

static void a_failed_write_leaves_the_old_file_and_nothing_else(void **state)
{
    char path[512], text[16] = "";
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school *school = load();
    put_file(in_folder(state, "school.json", path), "old");
    /* A file may grow to a thousand bytes: the write fails halfway. */
    struct rlimit old, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small = old;
    small.rlim_cur = 1000;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    schakel_status status = schakel_school_save(school, path, &error);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_int_equal(status, SCHAKEL_IO);
    assert_string_equal(error.path, path);
    assert_string_equal(error.message, "this file cannot be written: File too large");
    assert_int_equal(count_files(state), 1);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fread(text, 1, sizeof text, file), 3);
    assert_string_equal(text, "old");
    fclose(file);
    schakel_school_destroy(school);
}

static void what_is_no_file_is_not_replaced(void **state)
{
    char path[512];
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school *school = load();
    assert_int_equal(schakel_school_save(school, *state, &error), SCHAKEL_IO);
    assert_string_equal(error.message, "this is not an ordinary file");
    assert_int_equal(schakel_school_save(school, "/dev/null", &error), SCHAKEL_IO);
    assert_int_equal(schakel_school_save(school, in_folder(state, "no/folder.json", path), &error),
                     SCHAKEL_IO);
    assert_string_equal(error.message, "its folder cannot be opened: No such file or directory");
    assert_int_equal(schakel_school_save(school, "", &error), SCHAKEL_IO);
    assert_int_equal(count_files(state), 0);
    schakel_school_destroy(school);
}

static void a_left_over_temporary_file_is_not_in_the_way(void **state)
{
    char path[512], left_over[600];
    schakel_school *school = load();
    in_folder(state, "school.json", path);
    snprintf(left_over, sizeof left_over, "%s.%ld-0.tmp", path, (long)getpid());
    put_file(left_over, "somebody else's");
    assert_int_equal(schakel_school_save(school, path, NULL), SCHAKEL_OK);
    assert_same_file(path, RIGHT);
    assert_int_equal(count_files(state), 2);
    schakel_school_destroy(school);
}

static void a_file_that_cannot_be_read_is_an_error(void **state)
{
    schakel_error error = SCHAKEL_ERROR_INIT;
    schakel_school *school = (schakel_school *)*state;
    assert_int_equal(schakel_school_load("/nonexistent/school.json", NULL, &school, &error), SCHAKEL_IO);
    assert_null(school);
    assert_string_equal(error.path, "/nonexistent/school.json");
    assert_string_equal(error.message, "this file cannot be opened: No such file or directory");
    assert_int_equal(schakel_school_load(*state, NULL, &school, &error), SCHAKEL_IO);
    assert_string_equal(error.message, "this file cannot be read: Is a directory");
    assert_int_equal(schakel_school_load("/dev/null", NULL, &school, &error), SCHAKEL_SYNTAX);
    assert_int_equal(
        schakel_school_load(SCHAKEL_TEST_DATA "/wrong/date_not_there.json", NULL, &school, &error),
        SCHAKEL_INVALID);
    assert_string_equal(error.path, "/needs/0/date");
}

static void misuse_is_refused(void **state)
{
    schakel_school *school = NULL;
    schakel_allocator allocator = SCHAKEL_ALLOCATOR_INIT;
    (void)state;
    assert_int_equal(schakel_school_load(NULL, NULL, &school, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_load(RIGHT, NULL, NULL, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_load(RIGHT, &allocator, &school, NULL), SCHAKEL_MISUSE);
    assert_int_equal(schakel_school_save(NULL, "x", NULL), SCHAKEL_MISUSE);
    school = load();
    assert_int_equal(schakel_school_save(school, NULL, NULL), SCHAKEL_MISUSE);
    schakel_school_destroy(school);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_school_is_saved_and_loaded),
        IN_FOLDER(a_new_file_obeys_the_umask),
        IN_FOLDER(a_file_that_is_there_is_replaced_and_keeps_its_mode),
        IN_FOLDER(a_symbolic_link_keeps_pointing_to_the_file),
        IN_FOLDER(a_path_without_a_folder_is_in_the_working_folder),
        IN_FOLDER(a_failed_write_leaves_the_old_file_and_nothing_else),
        IN_FOLDER(what_is_no_file_is_not_replaced),
        IN_FOLDER(a_left_over_temporary_file_is_not_in_the_way),
        IN_FOLDER(a_file_that_cannot_be_read_is_an_error),
        IN_FOLDER(misuse_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
