/* Letters to a family, in plain Dutch: each to the adults who come together, about their own talks alone. */
#include <string.h>

#include "present/own_words.h"
#include "present/timetable.h"
#include "school/dutch.h"
#include "school/languages.h"

/* Other times that a letter offers for a talk: enough to choose from, few enough to read. */
enum { MOMENTS_OFFERED = 4 };

/* What stands around each part of a letter: light Markdown or HTML. */
static const struct marks {
    const char *letter, *title, *title_end, *heading, *heading_end, *line, *line_end, *list, *item, *item_end,
        *list_end, *letter_end;
} all_marks[] = {
    [SCHAKEL_FORMAT_TEXT] = {"", "# ", "\n", "\n## ", "\n", "\n", "\n", "\n", "- ", "", "", ""},
    [SCHAKEL_FORMAT_HTML] = {"<article class=\"letter\">\n", "<h2>", "</h2>\n", "<h3>", "</h3>\n", "<p>",
                             "</p>\n", "<ul>\n", "<li>", "</li>\n", "</ul>\n", "</article>\n"},
};

static const struct marks *marks(const sk_page *page)
{
    return &all_marks[page->options.format];
}

/* A letter: to whom it goes, and what its talks have in common. */
typedef struct letter {
    const sk_shown_timetable *shown;
    schakel_timetable_row first; /* its first talk: the adults are those of every other one */
    size_t talks, placed, at_school, movable;
} letter;

static void add_line(sk_page *page, const char *nl, const char *en)
{
    sk_buffer_adds(&page->out, marks(page)->line);
    sk_buffer_adds(&page->out, sk_say(page, nl, en));
    sk_buffer_adds(&page->out, marks(page)->line_end);
}

static void add_heading(sk_page *page, const char *nl, const char *en)
{
    sk_buffer_adds(&page->out, marks(page)->heading);
    sk_buffer_adds(&page->out, sk_say(page, nl, en));
    sk_buffer_adds(&page->out, marks(page)->heading_end);
}

static void begin_item(sk_page *page, const char *nl, const char *en)
{
    sk_buffer_adds(&page->out, marks(page)->item);
    sk_buffer_adds(&page->out, sk_say(page, nl, en));
}

/* What an item says in Dutch or English ends here; the same in the reader's own language may follow. */
static void end_line(sk_page *page)
{
    sk_buffer_adds(&page->out, page->options.format == SCHAKEL_FORMAT_TEXT ? "\n" : "");
}

static void end_item(sk_page *page)
{
    sk_buffer_adds(&page->out, marks(page)->item_end);
}

/* ------------------------------------------------------------------ the talks */

static int same_adults(const schakel_timetable_row *a, const schakel_timetable_row *b)
{
    if (a->adult_count != b->adult_count)
        return 0;
    for (size_t i = 0; i < a->adult_count; i++)
        if (strcmp(a->adult_ids[i], b->adult_ids[i]) != 0)
            return 0;
    return 1;
}

/* The talk at an index of the timetable; 0 when it is in another letter. */
static int get_talk(const letter *l, size_t index, schakel_timetable_row *row)
{
    *row = sk_timetable_row(l->shown, index);
    return same_adults(row, &l->first);
}

static void count_talks(letter *l)
{
    for (size_t i = 0; i < schakel_timetable_count(l->shown->timetable); i++) {
        schakel_timetable_row row;
        if (!get_talk(l, i, &row))
            continue;
        if (l->talks++ == 0)
            l->first = row;
        if (row.date == SCHAKEL_NO_DATE)
            continue;
        l->placed++;
        l->at_school += !row.online;
        l->movable += schakel_timetable_moment_count(l->shown->timetable, i) > 0;
    }
}

/* The letter to who come to the talk at a place of the family; 0 when they have one already, or nobody comes. */
static int begin_letter(letter *l, const sk_shown_timetable *shown, size_t place)
{
    schakel_timetable_row before;
    *l = (letter){.shown = shown, .first = sk_timetable_row(shown, shown->lettered[place].index)};
    for (size_t i = 0; i < place; i++)
        if (get_talk(l, shown->lettered[i].index, &before))
            return 0;
    count_talks(l);
    return l->first.adult_count > 0;
}

/* --------------------------------------------------------- in their own language */

/* The language an adult reads best besides Dutch, when Dutch is hard for them; NULL for none. */
static const char *own_language(const schakel_adult *adult)
{
    sk_skill dutch = sk_adult_skill(adult, "nl");
    int reads_little = dutch.reading != SCHAKEL_LEVEL_UNKNOWN && dutch.reading < SCHAKEL_LEVEL_B1;
    const schakel_language_skill *best = NULL;
    if (!reads_little && !sk_lacks_dutch(adult))
        return NULL;
    for (size_t i = 0; i < adult->language_count; i++) {
        const schakel_language_skill *skill = &adult->languages[i];
        if (!sk_same_language(skill->tag, "nl") && (best == NULL || skill->reading > best->reading))
            best = skill;
    }
    return best != NULL ? best->tag : NULL;
}

static const char *language_of(const letter *l, size_t adult)
{
    schakel_adult record = SCHAKEL_ADULT_INIT;
    schakel_school_get_adult(
        l->shown->school,
        schakel_school_find(l->shown->school, SCHAKEL_KIND_ADULT, l->first.adult_ids[adult]), &record);
    return own_language(&record);
}

/* A day and time in the language of each reader who knows little Dutch, each language once. */
static void add_own_moments(sk_page *page, const letter *l, schakel_date date, schakel_time start)
{
    for (size_t i = 0; i < l->first.adult_count; i++) {
        const char *tag = language_of(l, i);
        int is_new = tag != NULL;
        for (size_t k = 0; k < i && is_new; k++) {
            const char *before = language_of(l, k);
            is_new = before == NULL || strcmp(before, tag) != 0;
        }
        if (is_new)
            sk_add_own_moment(page, tag, date, start);
    }
}

/* ------------------------------------------------------------------ parts */

static void add_children(sk_page *page, const letter *l)
{
    size_t added = 0;
    for (size_t i = 0; i < schakel_timetable_count(l->shown->timetable); i++) {
        schakel_timetable_row row;
        if (!get_talk(l, i, &row))
            continue;
        added++;
        if (added > 1)
            sk_buffer_adds(&page->out, added < l->talks ? ", " : sk_say(page, " en ", " and "));
        sk_add_child(page, l->shown->school, row.child_id);
    }
}

/* Whom to ask and tell. */
static void add_contact(sk_page *page, const letter *l)
{
    if (l->first.staff_count > 0)
        sk_add_staff(page, l->shown->school, l->first.staff_ids[0]);
    else
        sk_buffer_adds(&page->out, sk_say(page, "de school", "the school"));
}

static void add_tell(sk_page *page, const letter *l)
{
    sk_buffer_adds(&page->out, sk_say(page, "Zeg het tegen ", "Tell "));
    add_contact(page, l);
    sk_buffer_adds(&page->out, ".");
}

/* What is done in a talk, by its kind. */
static const struct {
    const char *nl, *en;
} purposes[SCHAKEL_TALK_OTHER + 1] = {
    [SCHAKEL_TALK_INTAKE] =
        {"Wij willen elkaar leren kennen. U vertelt, wij luisteren. Wat vindt u belangrijk?",
         "We would like to get to know each other. You tell, we listen. What matters to you?"},
    [SCHAKEL_TALK_INTRODUCTORY] = {"U vertelt, wij luisteren. Wat gaat goed? Wat is moeilijk?",
                                   "You tell, we listen. What goes well? What is hard?"},
    [SCHAKEL_TALK_PROGRESS] =
        {"Hoe gaat het thuis? Dat vertelt u. Hoe gaat het op school? Dat vertellen wij.",
         "How is it going at home? You tell us. How is it going at school? We tell you."},
    [SCHAKEL_TALK_HANDOVER] = {"Er komt een nieuwe groep of een nieuwe school. Wat moeten zij daar weten? "
                               "Dat bespreken wij samen.",
                               "A new group or a new school is coming. What should they know there? "
                               "We talk about that together."},
    [SCHAKEL_TALK_SIGNING] = {"Wij lezen samen de afspraken met de school. U mag alles vragen. "
                              "Daarna zetten wij een handtekening.",
                              "Together we read the agreement with the school. You may ask anything. "
                              "Then we sign it."},
    [SCHAKEL_TALK_CARE] = {"Welke hulp is nodig? Dat bespreken wij samen. U vertelt wat u ziet. "
                           "Wij vertellen wat wij zien.",
                           "Which help is needed? We talk about that together. You tell what you see. "
                           "We tell what we see."},
    [SCHAKEL_TALK_OTHER] =
        {"Wat wilt u vertellen? Wat wilt u vragen? Daar is tijd voor.",
         "What would you like to tell? What would you like to ask? There is time for that."},
};

static void add_top(sk_page *page, const letter *l)
{
    const struct marks *m = marks(page);
    sk_buffer_adds(&page->out, m->title);
    sk_buffer_adds(&page->out, l->placed > 0
                                   ? sk_say(page, "Kom praten over ", "Come and talk about ")
                                   : sk_say(page, "Wanneer praten wij over ", "When do we talk about "));
    add_children(page, l);
    sk_buffer_adds(&page->out, l->placed > 0 ? "" : "?");
    sk_buffer_adds(&page->out, m->title_end);
    sk_buffer_adds(&page->out, m->line);
    sk_buffer_adds(&page->out, sk_say(page, "Beste ", "Dear "));
    sk_add_list(page, l->shown->school, l->first.adult_ids, l->first.adult_count, sk_add_adult);
    sk_buffer_adds(&page->out, ",");
    sk_buffer_adds(&page->out, m->line_end);
    sk_buffer_adds(&page->out, m->line);
    sk_buffer_adds(&page->out, sk_say(page, "Wij praten graag met u. ", "We would like to talk with you. "));
    if (l->at_school > 0)
        sk_buffer_adds(&page->out, sk_say(page, "Kom daarom naar school voor een gesprek. ",
                                          "Please come to school for a talk. "));
    sk_buffer_adds(&page->out,
                   sk_say(page, purposes[l->shown->round.kind].nl, purposes[l->shown->round.kind].en));
    sk_buffer_adds(&page->out, m->line_end);
}

/* The talk as it was planned before; without a day when it is new. */
static schakel_talk talk_before(const letter *l, const schakel_timetable_row *row)
{
    schakel_talk talk = SCHAKEL_TALK_INIT;
    if (row->talk_id != NULL)
        schakel_school_get_talk(
            l->shown->school, schakel_school_find(l->shown->school, SCHAKEL_KIND_TALK, row->talk_id), &talk);
    return talk;
}

/* A talk that moved has another time, or is by video now, or no longer, or is led by somebody else. */
static void add_moment(sk_page *page, const letter *l, const schakel_timetable_row *row)
{
    schakel_talk before = talk_before(l, row);
    int is_new_time = row->moved && (before.date != row->date || before.start != row->start);
    begin_item(page, "Wanneer: ", "When: ");
    sk_add_date(page, row->date, 1);
    sk_buffer_adds(&page->out, ", ");
    sk_add_times(page, row->start, row->start + row->minutes);
    if (is_new_time)
        sk_buffer_adds(&page->out, sk_say(page, ". Dit is een nieuwe tijd.", ". This is a new time."));
    end_line(page);
    add_own_moments(page, l, row->date, row->start);
    end_item(page);
    begin_item(page, "Hoe lang: ", "How long: ");
    sk_buffer_addf(&page->out, sk_say(page, "%d minuten", "%d minutes"), (int)row->minutes);
    end_line(page);
    end_item(page);
    begin_item(page, "Waar: ", "Where: ");
    if (row->online) {
        sk_buffer_adds(&page->out, sk_say(page, "online. U krijgt een link van de school.",
                                          "online. The school sends you a link."));
    } else {
        sk_buffer_adds(&page->out, sk_say(page, "op school", "at school"));
        sk_buffer_adds(&page->out, row->room != NULL ? ", " : "");
        sk_add_where(page, row);
    }
    if (row->moved && !is_new_time && before.online != row->online)
        sk_buffer_adds(&page->out, row->online ? sk_say(page, " Dit is nieuw.", " This is new.")
                                               : sk_say(page, ". Dit is nieuw.", ". This is new."));
    end_line(page);
    end_item(page);
}

/* Does somebody lead a talk who was not to be there before? One that was planned without staff says nothing of it. */
static int has_new_leader(const letter *l, const schakel_timetable_row *row)
{
    schakel_talk before = talk_before(l, row);
    if (row->date == SCHAKEL_NO_DATE || row->staff_count == 0)
        return 0;
    size_t i = 0;
    while (i < before.staff_count && strcmp(before.staff_ids[i], row->staff_ids[0]) != 0)
        i++;
    return before.staff_count > 0 && i == before.staff_count;
}

/* Who talks with whom: "u, Saar Waterval en Joost Eikenblad". */
static void add_who(sk_page *page, const letter *l, const schakel_timetable_row *row)
{
    begin_item(page, "Wie: ", "Who: ");
    sk_buffer_adds(&page->out, sk_say(page, "u", "you"));
    if (row->child != SCHAKEL_CHILD_ABSENT) {
        sk_buffer_adds(&page->out, row->staff_count > 0 ? ", " : sk_say(page, " en ", " and "));
        sk_add_child(page, l->shown->school, row->child_id);
    }
    sk_buffer_adds(&page->out, row->staff_count == 1  ? sk_say(page, " en ", " and ")
                               : row->staff_count > 1 ? ", "
                                                      : "");
    sk_add_list(page, l->shown->school, row->staff_ids, row->staff_count, sk_add_staff);
    int is_new = has_new_leader(l, row);
    if (is_new)
        sk_buffer_adds(&page->out, sk_say(page, ". Dit is nieuw.", ". This is new."));
    if (row->child == SCHAKEL_CHILD_LEADS) {
        sk_buffer_adds(&page->out, is_new ? " " : ". ");
        sk_add_child(page, l->shown->school, row->child_id);
        sk_buffer_adds(&page->out, sk_say(page, " leidt het gesprek.", " leads the talk."));
    }
    end_line(page);
    end_item(page);
}

/* An interpreter of the round, or one who was named for this talk and of whom no language is known. */
static void add_interpreter(sk_page *page, const letter *l, const schakel_timetable_row *row)
{
    sk_buffer_adds(&page->out, sk_say(page, "een tolk helpt u.", "an interpreter helps you."));
    if (row->language != NULL) {
        sk_buffer_adds(&page->out, sk_say(page, " De tolk spreekt ", " The interpreter speaks "));
        sk_add_language(page, row->language);
        sk_add_own_name(page, row->language);
        sk_buffer_adds(&page->out, ".");
    }
    if (row->interpreter_id != NULL) {
        sk_buffer_adds(&page->out, sk_say(page, " De tolk heet ", " The interpreter is "));
        sk_add_adult(page, l->shown->school, row->interpreter_id);
        sk_buffer_adds(&page->out, sk_say(page, ". Wilt u liever iemand anders? Zeg het ons.",
                                          ". Would you rather have somebody else? Tell us."));
    }
}

static void add_language(sk_page *page, const letter *l, const schakel_timetable_row *row)
{
    if (!row->needs_bridge)
        return;
    begin_item(page, "Taal: ", "Language: ");
    if (row->has_interpreter) {
        add_interpreter(page, l, row);
    } else if (row->language != NULL) {
        sk_buffer_adds(&page->out, sk_say(page, "u praat in het ", "you talk in "));
        sk_add_language(page, row->language);
        sk_add_own_name(page, row->language);
        sk_buffer_adds(&page->out, ".");
    } else if (row->brings_interpreter) {
        sk_buffer_adds(
            &page->out,
            sk_say(page, "u neemt een volwassene mee die vertaalt. Lukt dat niet? Vraag de school om hulp.",
                   "you bring an adult who translates. Is that not possible? Ask the school for help."));
    } else {
        sk_buffer_adds(
            &page->out,
            sk_say(
                page,
                "kent u een volwassene die kan vertalen? Neem deze persoon mee. Of vraag de school om hulp.",
                "do you know an adult who can translate? Bring this person along. Or ask the school for help."));
    }
    /* One of two parents has a language with the staff or an interpreter, and the other brings somebody. */
    if (row->language != NULL && row->brings_interpreter)
        sk_buffer_adds(&page->out,
                       sk_say(page, " Spreekt u deze taal niet? Neem een volwassene mee die vertaalt.",
                              " Do you not speak this language? Bring an adult who translates."));
    end_line(page);
    end_item(page);
}

/* A talk has no time, or none any more: nobody should come at the time that it had. */
static void add_no_time(sk_page *page, const letter *l, const schakel_timetable_row *row)
{
    schakel_talk before = talk_before(l, row);
    sk_buffer_adds(&page->out, marks(page)->line);
    if (before.date != SCHAKEL_NO_DATE) {
        sk_buffer_adds(&page->out, sk_say(page, "Het gesprek op ", "The talk on "));
        sk_add_date(page, before.date, 1);
        sk_buffer_adds(&page->out, sk_say(page, " gaat niet door. ", " is off. "));
    }
    sk_buffer_adds(
        &page->out,
        before.date != SCHAKEL_NO_DATE
            ? sk_say(page, "Er is nog geen nieuwe tijd. ", "There is no new time yet. ")
            : sk_say(page, "Er is nog geen tijd voor dit gesprek. ", "There is no time for this talk yet. "));
    sk_buffer_adds(&page->out, sk_say(page, "Wanneer kunt u? ", "When can you come? "));
    add_tell(page, l);
    sk_buffer_adds(&page->out,
                   sk_say(page, " Dan zoeken wij samen een tijd.", " Then we look for a time together."));
    sk_buffer_adds(&page->out, marks(page)->line_end);
}

static void add_talk(sk_page *page, const letter *l, const schakel_timetable_row *row)
{
    const struct marks *m = marks(page);
    int placed = row->date != SCHAKEL_NO_DATE;
    sk_buffer_adds(&page->out, m->heading);
    sk_buffer_adds(&page->out, placed
                                   ? sk_say(page, "Wanneer is het gesprek over ", "When is the talk about ")
                                   : sk_say(page, "Wanneer kunt u praten over ", "When can you talk about "));
    sk_add_child(page, l->shown->school, row->child_id);
    sk_buffer_adds(&page->out, "?");
    sk_buffer_adds(&page->out, m->heading_end);
    if (!placed)
        add_no_time(page, l, row);
    sk_buffer_adds(&page->out, m->list);
    if (placed)
        add_moment(page, l, row);
    add_who(page, l, row);
    add_language(page, l, row);
    sk_buffer_adds(&page->out, m->list_end);
}

/* Where a talk would be at another time, when that is not where it is now. */
static void add_other_place(sk_page *page, const schakel_timetable_row *row,
                            const schakel_timetable_moment *moment)
{
    const char *room = moment->room == NULL ? "" : moment->room;
    int is_other_room = strcmp(room, row->room == NULL ? "" : row->room) != 0;
    if (moment->online != row->online || (is_other_room && room[0] == '\0'))
        sk_buffer_adds(&page->out, moment->online ? ", online" : sk_say(page, ", op school", ", at school"));
    if (is_other_room && room[0] != '\0') {
        sk_buffer_adds(&page->out, ", ");
        sk_add_name(page, room);
    }
}

static void add_other_moment(sk_page *page, const letter *l, const schakel_timetable_row *row,
                             const schakel_timetable_moment *moment)
{
    begin_item(page, "", "");
    sk_add_date(page, moment->date, 1);
    sk_buffer_adds(&page->out, ", ");
    sk_add_times(page, moment->start, SCHAKEL_NO_TIME);
    add_other_place(page, row, moment);
    if (strcmp(moment->staff_id, row->staff_ids[0]) != 0) {
        sk_buffer_adds(&page->out, sk_say(page, ", met ", ", with "));
        sk_add_staff(page, l->shown->school, moment->staff_id);
    }
    end_line(page);
    add_own_moments(page, l, moment->date, moment->start);
    end_item(page);
}

/* Other times for a talk, spread over all there are. */
static void add_choice(sk_page *page, const letter *l, size_t index, const schakel_timetable_row *row)
{
    const struct marks *m = marks(page);
    size_t count = schakel_timetable_moment_count(l->shown->timetable, index);
    size_t offered = count < MOMENTS_OFFERED ? count : MOMENTS_OFFERED;
    if (row->date == SCHAKEL_NO_DATE || offered == 0)
        return;
    sk_buffer_adds(&page->out, m->line);
    sk_buffer_adds(&page->out, sk_say(page, "Praten over ", "The talk about "));
    sk_add_child(page, l->shown->school, row->child_id);
    sk_buffer_adds(&page->out, sk_say(page, " kan ook op:", " can also be on:"));
    sk_buffer_adds(&page->out, m->line_end);
    sk_buffer_adds(&page->out, m->list);
    for (size_t i = 0; i < offered; i++) {
        schakel_timetable_moment moment = SCHAKEL_TIMETABLE_MOMENT_INIT;
        schakel_timetable_get_moment(l->shown->timetable, index, i * count / offered, &moment);
        add_other_moment(page, l, row, &moment);
    }
    sk_buffer_adds(&page->out, m->list_end);
}

/* What to do when a time does not suit. */
static void add_choices(sk_page *page, const letter *l)
{
    const struct marks *m = marks(page);
    if (l->placed == 0)
        return;
    add_heading(page, "Past een tijd niet?", "Does a time not suit you?");
    sk_buffer_adds(&page->out, m->line);
    sk_buffer_adds(&page->out, sk_say(page, "Dat is geen probleem. ", "That is no problem. "));
    if (l->movable > 0)
        sk_buffer_adds(&page->out, sk_say(page, "Kies een andere tijd. ", "Choose another time. "));
    add_tell(page, l);
    sk_buffer_adds(&page->out, l->movable == 0 ? sk_say(page, " Dan zoeken wij samen een andere tijd.",
                                                        " Then we look for another time together.")
                                               : sk_say(page, " Wij kijken of die tijd nog vrij is.",
                                                        " We see whether that time is still free."));
    sk_buffer_adds(&page->out, m->line_end);
    for (size_t i = 0; i < schakel_timetable_count(l->shown->timetable); i++) {
        schakel_timetable_row row;
        if (get_talk(l, i, &row))
            add_choice(page, l, i, &row);
    }
}

static void add_end(sk_page *page, const letter *l)
{
    const struct marks *m = marks(page);
    schakel_school_info info = SCHAKEL_SCHOOL_INFO_INIT;
    schakel_school_get_info(l->shown->school, &info);
    add_heading(page, "Hebt u een vraag?", "Do you have a question?");
    sk_buffer_adds(&page->out, m->line);
    sk_buffer_adds(&page->out, sk_say(page, "Stel uw vraag aan ", "Ask "));
    add_contact(page, l);
    sk_buffer_adds(&page->out,
                   sk_say(page,
                          ". U mag iemand meenemen. Kies iemand die u vertrouwt. Het gesprek is gratis.",
                          ". You may bring somebody along. Choose somebody you trust. The talk is free."));
    sk_buffer_adds(&page->out, m->line_end);
    sk_buffer_adds(&page->out, m->line);
    sk_buffer_adds(&page->out, sk_say(page, "Groeten van ", "Kind regards, "));
    sk_add_name(page, info.name != NULL ? info.name : sk_say(page, "de school", "the school"));
    sk_buffer_adds(&page->out, m->line_end);
}

static void add_letter(sk_page *page, const letter *l)
{
    sk_buffer_adds(&page->out, marks(page)->letter);
    add_top(page, l);
    for (size_t i = 0; i < schakel_timetable_count(l->shown->timetable); i++) {
        schakel_timetable_row row;
        if (get_talk(l, i, &row))
            add_talk(page, l, &row);
    }
    add_choices(page, l);
    add_end(page, l);
    sk_buffer_adds(&page->out, marks(page)->letter_end);
}

/* ------------------------------------------------------------------- letters */

static const char own_style[] =
    ".letter{max-width:42rem;margin:0 0 2.5rem}\n"
    ".letter h2{font-size:1.5rem;line-height:1.25}\n"
    "@media print{h1{display:none}.letter+.letter{break-before:page}.letter li{break-inside:avoid}}\n";

static void begin_page(sk_page *page, const sk_shown_timetable *shown)
{
    if (page->options.format == SCHAKEL_FORMAT_TEXT) {
        sk_add_title(page);
        return;
    }
    sk_html_begin(page, sk_round_name(shown), own_style);
}

static void add_no_letter(sk_page *page)
{
    sk_buffer_adds(&page->out, marks(page)->title);
    sk_buffer_adds(&page->out, sk_say(page, "Er is geen brief", "There is no letter"));
    sk_buffer_adds(&page->out, marks(page)->title_end);
    add_line(page, "In deze ronde is er geen gesprek om over te schrijven.",
             "This round has no talk to write about.");
}

void sk_timetable_letters(sk_page *page, const sk_shown_timetable *shown)
{
    size_t letters = 0;
    begin_page(page, shown);
    for (size_t i = 0; i < shown->lettered_count; i++) {
        letter l;
        if (!begin_letter(&l, shown, i))
            continue;
        if (letters++ > 0 && page->options.format == SCHAKEL_FORMAT_TEXT)
            sk_buffer_adds(&page->out, "\n---\n\n");
        add_letter(page, &l);
    }
    if (letters == 0)
        add_no_letter(page);
    if (page->options.format == SCHAKEL_FORMAT_HTML)
        sk_html_end(page);
}
