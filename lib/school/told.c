#include "school/told.h"

#include "base/error.h"

/* ------------------------------------------------------------- who decides */

enum { AGE_BY_LAW = 18 };

int sk_child_decides(const schakel_school *school, size_t child, schakel_date date)
{
    const schakel_child *record = sk_entry(school, SCHAKEL_KIND_CHILD, child);
    int age = school->info.decides_age == 0 ? AGE_BY_LAW : school->info.decides_age;
    int year, month, day;
    if (record->born == SCHAKEL_NO_DATE)
        return school->info.stage == SCHAKEL_STAGE_MBO;
    schakel_date_to_ymd(record->born, &year, &month, &day);
    schakel_date birthday = schakel_date_from_ymd(year + age, month, day);
    /* Who was born on 29 February is a year older on 1 March of other years. */
    if (birthday == SCHAKEL_NO_DATE)
        birthday = schakel_date_from_ymd(year + age, 3, 1);
    return birthday != SCHAKEL_NO_DATE && date >= birthday;
}

int schakel_school_decides(const schakel_school *school, const char *child_id, schakel_date date)
{
    size_t child = schakel_school_find(school, SCHAKEL_KIND_CHILD, child_id);
    return child != SCHAKEL_NONE && sk_child_decides(school, child, date);
}

/* ----------------------------------------------------------------- consent */

static const schakel_tie *find_tie(const schakel_school *school, size_t child, const char *adult_id)
{
    const child_entry *entry = sk_entry(school, SCHAKEL_KIND_CHILD, child);
    const tie_node *node = entry->ties.first;
    while (node != NULL && node->tie.adult_id != adult_id)
        node = node->next_of_child;
    return node == NULL ? NULL : &node->tie;
}

/* A mother, father or parent stays one without authority. */
static int is_parent(schakel_tie_kind kind)
{
    return kind == SCHAKEL_TIE_MOTHER || kind == SCHAKEL_TIE_FATHER || kind == SCHAKEL_TIE_PARENT;
}

/* Who is told how a child does without having authority. */
static int brings_up(schakel_tie_kind kind)
{
    return is_parent(kind) || kind == SCHAKEL_TIE_FOSTER_PARENT;
}

static int has_authority(const schakel_tie *tie)
{
    if (tie->authority == SCHAKEL_AUTHORITY_UNKNOWN)
        return is_parent(tie->kind) || tie->kind == SCHAKEL_TIE_GUARDIAN;
    return tie->authority == SCHAKEL_AUTHORITY_HAS;
}

/* Is the one who gave a consent the one who decides: the child, or a parent with authority? */
static int given_by_right(const schakel_school *school, size_t child, const schakel_consent *consent,
                          int decides)
{
    if (decides || consent->by_adult_id == NULL)
        return decides && consent->by_adult_id == NULL;
    const schakel_tie *giver = find_tie(school, child, consent->by_adult_id);
    return giver != NULL && giver->informed && has_authority(giver);
}

typedef enum consent_state { NEVER_GIVEN, WITHDRAWN, HOLDS } consent_state;

/* How consent of a child stands, to an adult or a rung (interned; the other is NULL). */
static consent_state find_consent(const schakel_school *school, size_t child, const char *adult_id,
                                  const char *rung_id, uint32_t scope, schakel_date date)
{
    const child_entry *entry = sk_entry(school, SCHAKEL_KIND_CHILD, child);
    int decides = sk_child_decides(school, child, date);
    consent_state state = NEVER_GIVEN;
    for (const consent_node *node = entry->consents; node != NULL && state != HOLDS; node = node->next) {
        const schakel_consent *consent = &node->consent;
        if (consent->adult_id != adult_id || consent->rung_id != rung_id || (consent->scopes & scope) == 0 ||
            consent->given > date || !given_by_right(school, child, consent, decides))
            continue;
        int holds = consent->withdrawn == SCHAKEL_NO_DATE || consent->withdrawn > date;
        state = holds ? HOLDS : WITHDRAWN;
    }
    return state;
}

int sk_rung_allowed(const schakel_school *school, size_t child, const char *rung_id, schakel_date date)
{
    return find_consent(school, child, NULL, rung_id, SCHAKEL_SCOPE_CARE, date) == HOLDS;
}

/* ------------------------------------------------------------ what is told */

schakel_told_reason sk_told(const schakel_school *school, size_t child, size_t adult, uint32_t scope,
                            schakel_date date)
{
    const char *adult_id = sk_entry_id(school, SCHAKEL_KIND_ADULT, adult);
    const schakel_tie *tie = find_tie(school, child, adult_id);
    if (tie == NULL)
        return SCHAKEL_TOLD_NO_TIE;
    if (!tie->informed)
        return SCHAKEL_TOLD_STOPPED;
    int decides = sk_child_decides(school, child, date);
    if (!decides && has_authority(tie))
        return SCHAKEL_TOLD_AUTHORITY;
    if (!decides && brings_up(tie->kind) && scope != SCHAKEL_SCOPE_CARE)
        return SCHAKEL_TOLD_DUTY;
    switch (find_consent(school, child, adult_id, NULL, scope, date)) {
    case HOLDS:
        return decides ? SCHAKEL_TOLD_CHILD : SCHAKEL_TOLD_CONSENT;
    case WITHDRAWN:
        return SCHAKEL_TOLD_WITHDRAWN;
    case NEVER_GIVEN:
        break;
    }
    return decides ? SCHAKEL_TOLD_CHILD_DECIDES : SCHAKEL_TOLD_NO_CONSENT;
}

int sk_told_allows(schakel_told_reason reason)
{
    return reason >= SCHAKEL_TOLD_AUTHORITY && reason <= SCHAKEL_TOLD_CHILD;
}

uint32_t sk_told_scopes(const schakel_school *school, size_t child, size_t adult, schakel_date date)
{
    uint32_t scopes = 0;
    for (uint32_t scope = SCHAKEL_SCOPE_PRACTICAL; scope <= SCHAKEL_SCOPE_CARE; scope <<= 1)
        if (sk_told_allows(sk_told(school, child, adult, scope, date)))
            scopes |= scope;
    return scopes;
}

/* In the order of schakel_told_reason. */
static const struct {
    const char *nl, *en, *source;
} reasons[] = {
    {"Deze persoon hoort niet bij dit kind.", "This person is nothing to this child.", NULL},
    {"De school mag deze persoon niets over dit kind vertellen.",
     "The school may not tell this person about this child.", NULL},
    {"Deze ouder heeft het gezag over het kind.", "This parent has authority over the child.",
     "Burgerlijk Wetboek 1:245"},
    {"Deze ouder heeft geen gezag, maar mag wel horen hoe het met het kind gaat.",
     "This parent has no authority, but is told how the child does.", "Burgerlijk Wetboek 1:377c"},
    {"Een ouder met gezag vindt dit goed.", "A parent with authority gave consent.", NULL},
    {"De leerling beslist zelf en vindt dit goed.", "The student decides and gave consent.", NULL},
    {"Niemand heeft gezegd dat dit mag.", "Nobody gave consent for this.", NULL},
    {"De leerling beslist zelf en heeft niet gezegd dat dit mag.",
     "The student decides and gave no consent for this.", "Burgerlijk Wetboek 1:233"},
    {"Dit mocht eerst wel, maar nu niet meer.", "Consent was withdrawn.", NULL},
};

schakel_status schakel_school_told(const schakel_school *school, const char *child_id, const char *adult_id,
                                   uint32_t scope, schakel_date date, schakel_told *out, schakel_error *error)
{
    int is_one =
        scope == SCHAKEL_SCOPE_PRACTICAL || scope == SCHAKEL_SCOPE_PROGRESS || scope == SCHAKEL_SCOPE_CARE;
    if (school == NULL || child_id == NULL || adult_id == NULL || out == NULL || !is_one)
        return sk_fail_misuse(error, "expected a school, a child, an adult, one scope and a place to answer");
    size_t child = schakel_school_find(school, SCHAKEL_KIND_CHILD, child_id);
    size_t adult = schakel_school_find(school, SCHAKEL_KIND_ADULT, adult_id);
    if (child == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, NULL, "there is no child with id \"%s\"", child_id);
    if (adult == SCHAKEL_NONE)
        return sk_fail(error, SCHAKEL_NOT_FOUND, NULL, "there is no adult with id \"%s\"", adult_id);
    schakel_told told = SCHAKEL_TOLD_INIT;
    told.reason = sk_told(school, child, adult, scope, date);
    told.allowed = sk_told_allows(told.reason);
    told.reason_nl = reasons[told.reason].nl;
    told.reason_en = reasons[told.reason].en;
    told.source = reasons[told.reason].source;
    /* The law speaks of parents; that a foster parent is told is the library's own rule. */
    const schakel_tie *tie = find_tie(school, child, sk_entry_id(school, SCHAKEL_KIND_ADULT, adult));
    if (told.reason == SCHAKEL_TOLD_DUTY && !is_parent(tie->kind))
        told.source = NULL;
    /* The law says 18; a lower age is the school's own rule. */
    if (school->info.decides_age != 0 && school->info.decides_age < AGE_BY_LAW &&
        told.reason == SCHAKEL_TOLD_CHILD_DECIDES)
        told.source = NULL;
    return sk_record_out(out, &told, sizeof told) ? SCHAKEL_OK
                                                  : sk_fail_misuse(error, "expected a struct_size");
}
