#include "exchange/json_write.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "exchange/json_scan.h"

void sk_json_writer_init(sk_json_writer *writer, const schakel_allocator *allocator, int one_line)
{
    sk_buffer_init(&writer->buffer, allocator);
    writer->depth = 0;
    writer->is_empty = 1;
    writer->one_line = one_line;
}

schakel_status sk_json_finish(sk_json_writer *writer, char **out, size_t *length, schakel_error *error)
{
    if (!writer->one_line)
        sk_buffer_add(&writer->buffer, "\n", 1);
    return sk_buffer_take(&writer->buffer, out, length) == SCHAKEL_OK ? SCHAKEL_OK : sk_fail_memory(error);
}

static void new_line(sk_json_writer *writer)
{
    static const char start[] = "\n                ";
    enum { AT_ONCE = (sizeof start - 2) / 2 };
    size_t levels = writer->depth < AT_ONCE ? writer->depth : AT_ONCE;
    sk_buffer_add(&writer->buffer, start, 1 + 2 * levels);
    for (; levels < writer->depth; levels++)
        sk_buffer_add(&writer->buffer, "  ", 2);
}

/* What comes before a value. */
static void separate(sk_json_writer *writer)
{
    if (!writer->is_empty)
        sk_buffer_adds(&writer->buffer, writer->one_line ? ", " : ",");
    if (writer->depth > 0 && !writer->one_line)
        new_line(writer);
    writer->is_empty = 0;
}

static void add_string(sk_buffer *buffer, const char *text)
{
    sk_buffer_add(buffer, "\"", 1);
    while (*text != '\0') {
        size_t plain = 0;
        while ((unsigned char)text[plain] >= 0x20 && text[plain] != '"' && text[plain] != '\\')
            plain++;
        sk_buffer_add(buffer, text, plain);
        text += plain;
        if (*text == '\0')
            break;
        const char *letter = memchr("\"\"\\\\\bb\ff\nn\rr\tt", *text, 14);
        if (letter != NULL)
            sk_buffer_addf(buffer, "\\%c", letter[1]);
        else
            sk_buffer_addf(buffer, "\\u%04x", (unsigned)(unsigned char)*text);
        text++;
    }
    sk_buffer_add(buffer, "\"", 1);
}

static void begin(sk_json_writer *writer, const char *name)
{
    separate(writer);
    if (name == NULL)
        return;
    add_string(&writer->buffer, name);
    sk_buffer_add(&writer->buffer, ": ", 2);
}

void sk_json_open(sk_json_writer *writer, const char *name, char bracket)
{
    begin(writer, name);
    sk_buffer_add(&writer->buffer, &bracket, 1);
    writer->depth++;
    writer->is_empty = 1;
}

void sk_json_close(sk_json_writer *writer, char bracket)
{
    writer->depth--;
    if (!writer->is_empty && !writer->one_line)
        new_line(writer);
    sk_buffer_add(&writer->buffer, &bracket, 1);
    writer->is_empty = 0;
}

void sk_json_null(sk_json_writer *writer, const char *name)
{
    begin(writer, name);
    sk_buffer_adds(&writer->buffer, "null");
}

void sk_json_text(sk_json_writer *writer, const char *name, const char *text)
{
    if (text == NULL) {
        sk_json_null(writer, name);
        return;
    }
    begin(writer, name);
    add_string(&writer->buffer, text);
}

void sk_json_date(sk_json_writer *writer, const char *name, schakel_date date)
{
    char text[SCHAKEL_DATE_SIZE];
    schakel_date_format(date, text);
    sk_json_text(writer, name, date == SCHAKEL_NO_DATE ? NULL : text);
}

void sk_json_time(sk_json_writer *writer, const char *name, schakel_time time)
{
    char text[SCHAKEL_TIME_SIZE];
    schakel_time_format(time, text);
    sk_json_text(writer, name, time == SCHAKEL_NO_TIME ? NULL : text);
}

void sk_json_integer(sk_json_writer *writer, const char *name, int64_t number)
{
    begin(writer, name);
    sk_buffer_addf(&writer->buffer, "%lld", (long long)number);
}

void sk_json_boolean(sk_json_writer *writer, const char *name, int is_true)
{
    begin(writer, name);
    sk_buffer_adds(&writer->buffer, is_true ? "true" : "false");
}

void sk_json_decimal(sk_json_writer *writer, const char *name, double number)
{
    /* Ten thousandths as a whole number: printing a fraction would use the locale's decimal point. */
    if (!(number > -1e14 && number < 1e14)) {
        sk_json_null(writer, name);
        return;
    }
    int64_t scaled = (int64_t)(number * 10000 + (number < 0 ? -0.5 : 0.5));
    int64_t size = scaled < 0 ? -scaled : scaled;
    char text[48];
    int length = snprintf(text, sizeof text, "%s%lld.%04d", scaled < 0 ? "-" : "", (long long)(size / 10000),
                          (int)(size % 10000));
    while (text[length - 1] == '0')
        length--;
    length -= text[length - 1] == '.';
    begin(writer, name);
    sk_buffer_add(&writer->buffer, text, (size_t)length);
}

/* ------------------------------------------------------------------ copying */

static int is_closing(char c)
{
    return c == '}' || c == ']';
}

void sk_json_copy(sk_json_writer *writer, const sk_value *name, const sk_value *value)
{
    const char *at = value->text, *end = value->text + value->length;
    size_t outside = writer->depth;
    separate(writer);
    sk_buffer_add(&writer->buffer, name->text, name->length);
    sk_buffer_add(&writer->buffer, ": ", 2);
    while ((at = sk_json_skip_space(at, end)) < end) {
        const char *start = at++;
        if (*start == '{' || *start == '[') {
            sk_buffer_add(&writer->buffer, start, 1);
            writer->depth++;
            writer->is_empty = 1;
            at = sk_json_skip_space(at, end);
            if (!is_closing(*at))
                separate(writer);
        } else if (is_closing(*start)) {
            sk_json_close(writer, *start);
        } else if (*start == ',') {
            separate(writer);
        } else if (*start == ':') {
            sk_buffer_add(&writer->buffer, ": ", 2);
        } else {
            at = sk_json_skip_value(start, end);
            sk_buffer_add(&writer->buffer, start, (size_t)(at - start));
        }
    }
    writer->depth = outside;
}
