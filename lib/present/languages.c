/* What languages are called. */
#include "present/page.h"

#include <string.h>

/* Languages that many families in Dutch schools speak; names after CLDR. Another one shows its tag. */
static const struct {
    const char *tag, *nl, *en;
} languages[] = {{"am", "Amhaars", "Amharic"},
                 {"ar", "Arabisch", "Arabic"},
                 {"bg", "Bulgaars", "Bulgarian"},
                 {"ckb", "Soranî", "Central Kurdish"},
                 {"de", "Duits", "German"},
                 {"en", "Engels", "English"},
                 {"es", "Spaans", "Spanish"},
                 {"fa", "Perzisch", "Persian"},
                 {"fr", "Frans", "French"},
                 {"fy", "Fries", "Western Frisian"},
                 {"hi", "Hindi", "Hindi"},
                 {"hu", "Hongaars", "Hungarian"},
                 {"id", "Indonesisch", "Indonesian"},
                 {"it", "Italiaans", "Italian"},
                 {"ku", "Koerdisch", "Kurdish"},
                 {"lt", "Litouws", "Lithuanian"},
                 {"nl", "Nederlands", "Dutch"},
                 {"pap", "Papiaments", "Papiamento"},
                 {"pl", "Pools", "Polish"},
                 {"prs", "Dari", "Dari"},
                 {"ps", "Pasjtoe", "Pashto"},
                 {"pt", "Portugees", "Portuguese"},
                 {"rif", "Riffijns", "Riffian"},
                 {"ro", "Roemeens", "Romanian"},
                 {"ru", "Russisch", "Russian"},
                 {"so", "Somalisch", "Somali"},
                 {"srn", "Sranantongo", "Sranan Tongo"},
                 {"ti", "Tigrinya", "Tigrinya"},
                 {"tr", "Turks", "Turkish"},
                 {"uk", "Oekraïens", "Ukrainian"},
                 {"und", "taal niet bekend", "language not known"},
                 {"ur", "Urdu", "Urdu"},
                 {"vi", "Vietnamees", "Vietnamese"},
                 {"zgh", "Tamazight", "Tamazight"},
                 {"zh", "Chinees", "Chinese"}};

/* The tag before its first dash, so that "ar-SY" is "Arabisch". */
const char *sk_language_word(const sk_page *page, const char *tag)
{
    size_t length = strcspn(tag, "-");
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++)
        if (strncmp(languages[i].tag, tag, length) == 0 && languages[i].tag[length] == '\0')
            return sk_say(page, languages[i].nl, languages[i].en);
    return tag;
}
