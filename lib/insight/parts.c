#include "insight/parts.h"

int sk_is_open(size_t people, size_t min_cell)
{
    return people == 0 || people >= min_cell;
}

/* What is hidden, added up. */
typedef struct hidden_sum {
    sk_part parts[SK_PARTS_MAX];
    size_t rows;
} hidden_sum;

static void add_row(hidden_sum *sum, const sk_parted_row *row)
{
    sum->rows++;
    for (int i = 0; i < SK_PARTS_MAX; i++) {
        sum->parts[i].least += row->parts[i].least;
        sum->parts[i].most += row->parts[i].most;
    }
}

static int is_safe(const hidden_sum *sum, size_t min_cell)
{
    for (int i = 0; i < SK_PARTS_MAX; i++) {
        const sk_part *part = &sum->parts[i];
        if (part->most != 0 && (part->least < min_cell || part->most == sum->rows))
            return 0;
    }
    return 1;
}

int sk_hide_parted(sk_parted_row *rows, size_t count, size_t min_cell)
{
    hidden_sum sum = {0};
    for (size_t i = 0; i < count; i++)
        if (rows[i].hidden)
            add_row(&sum, &rows[i]);
    size_t size = 0; /* of the last row that went along */
    for (size_t i = 0; i < count && sum.rows != 0; i++) {
        if (rows[i].hidden || rows[i].people == 0)
            continue;
        if (is_safe(&sum, min_cell) && rows[i].people != size)
            break;
        rows[i].hidden = 1;
        size = rows[i].people;
        add_row(&sum, &rows[i]);
    }
    return is_safe(&sum, min_cell);
}
