"""What make_school.py draws from: names, concepts, the school's needs and parents' own words.

Everything here is made up. Given names come from many languages; surnames are words from nature that nobody
is called, so that nobody real can be meant. Feasts are things the school does: they stand with the needs, and
an offer only says what somebody can do, so that nothing tells what anybody believes.
"""

SURNAMES = """
Zonnebloem Waterval Regenboog Morgendauw Bergbeek Zeebries Korenaar Klaproos Boterbloem Madeliefje Vlinderstruik
Lentewind Zomerregen Herfstblad Wintermaan Sterrenhemel Avondrood Kastanjeboom Eikenblad Beukennoot Dennenappel
Berkenbast Wilgentak Lindebloesem Kersenbloesem Appelgaard Veldbloem Heidebloem Bosviooltje Sneeuwklokje Krokusveld
Tulpenbol Waterlelie Rietpluim Duinzand Schelpenpad Golfslag Zeester Wolkenlucht Donderwolk Bliksemflits Sneeuwvlok
IJskristal Zandkorrel Kiezelsteen Rotskust Grasspriet Varenblad Paddenstoel Bosbes Braamstruik Frambozenveld
Hazelnoot Walnootboom Lavendelveld Tijmtuin Muntblad Kamilleveld Goudsbloem Korenbloem Rozemarijn Zilverspar
Vlierbes Duindoorn Meidoornhaag Roodborstje Zwaluwstaart Leeuwerikzang Koolmees Ooievaarsnest Reigerpoel Waterjuffer
Vuurvlieg Glimworm Vlinderdans Egelpad Eekhoornstaart Dassenburcht Otterbeek Zeepaardje Maneschijn Zonnestraal
Ochtendnevel Schemerlicht Poolster Melkweg Kometenstaart Getijdenpoel Bronwater Mosheuvel Papaverveld Honingklaver
Pepermuntblad Distelpluis Kikkerpoel Zandkasteel Watermolen Regendruppel Dauwdruppel Windvlaag Vloedlijn Bloesemtak
""".split()

# Culture: women, men, children.
GIVEN_NAMES = {
    "nl": (
        "Marieke Sanne Femke Lotte Anouk Ilse Judith Roos Wendy Esther Karin Maaike Nienke Bianca Hanneke Tessa",
        "Joris Bram Wouter Sander Jeroen Thijs Ruben Maarten Koen Niels Erik Gijs Pim Roel Stefan Tim",
        "Saar Mees Fenna Daan Lieke Sem Noor Finn Evi Luuk Tess Sep Jip Lotta Bo Floor Stijn Veerle Teun Pien",
    ),
    "ar": (
        "Amira Samira Rania Hanan Layla Nour Salma Iman Farah Dalal Ghada Rima",
        "Omar Karim Bilal Samir Tarek Nabil Ziad Walid Jamal Faris Anas Hadi",
        "Lina Yara Adam Rayan Jana Malik Sara Ilyas Maya Zayd Dina Sami",
    ),
    "tr": (
        "Elif Zeynep Aylin Derya Sevgi Emine Gül Hatice Melek Nur Pinar Yasemin",
        "Emre Murat Kemal Serkan Cem Hakan Deniz Orhan Tolga Volkan Ufuk Baris",
        "Defne Aras Ela Kaan Mira Eymen Ada Efe Nisa Umut Lale Can",
    ),
    "rif": (
        "Naima Fadma Malika Touria Nunja Tlaytmas Rachida Louiza Siham Ouarda",
        "Massin Idir Aghilas Said Anir Mimoun Jawad Yuba Amastan Rachid",
        "Tiziri Sifaw Nuria Ayman Dihya Ilias Tilila Usem Sirin Badr",
    ),
    "ti": (
        "Selam Rahwa Semhar Luwam Feven Bisrat Winta Saba Helen Mihret",
        "Tesfay Yonas Filmon Robel Kidane Samuel Dawit Mehari Amanuel Biniam",
        "Delina Natnael Heran Nahom Soliana Abel Ruta Elda Yosan Meron",
    ),
    "pl": (
        "Agnieszka Magda Kasia Joanna Beata Ewa Dorota Monika Aneta Iwona",
        "Piotr Tomasz Marek Krzysztof Pawel Adrian Kamil Jacek Lukasz Grzegorz",
        "Zofia Antoni Hania Kacper Lena Szymon Oliwia Filip Maja Igor",
    ),
    "uk": (
        "Oksana Iryna Olena Natalia Svitlana Halyna Larysa Yulia",
        "Andriy Taras Mykola Bohdan Serhiy Vasyl Ostap Ruslan",
        "Solomia Danylo Zlata Artem Polina Maksym Daryna Lev",
    ),
    "so": (
        "Hodan Ayaan Sagal Ifrah Deqa Nimco Ubah Fowsia",
        "Abdi Guled Liban Warsame Farhan Mahad Bashir Roble",
        "Hibo Zakariye Sahra Ismail Ayan Sudi Idil Kaafi",
    ),
    "en": (
        "Grace Abena Joy Chioma Hannah Efua Patience Claire",
        "Kwame Daniel Chidi Kofi Emeka Oliver Kojo James",
        "Ama Ethan Zuri Noah Adaeze Liam Esi Tobi",
    ),
    "pap": (
        "Shurmila Raysa Jeanine Ludwina Mirelva Nashaira Sharon Xiomara",
        "Rigoberto Gilmar Jurandy Elvin Ruthsel Tico Randal Churandy",
        "Jaëlle Dion Naomi Gianni Shaniqua Jayden Mila Kian",
    ),
    "prs": (
        "Parwana Shirin Zohra Laila Mahnaz Soraya",
        "Navid Farid Jawid Rustam Haroun Omid",
        "Roya Arash Setara Milad Nargis Sohrab",
    ),
    "bg": (
        "Desislava Elena Radka Tsvetana Vesela Milena",
        "Georgi Dimitar Plamen Stoyan Hristo Ivaylo",
        "Kalina Boris Raya Nikola Simona Viktor",
    ),
}

# id, Dutch, English, broader
CONCEPTS = [
    ("learning", "Leren en lezen", "Learning and reading", None),
    ("reading-aloud", "Voorlezen", "Reading aloud", "learning"),
    ("reading-home-language", "Voorlezen in de thuistaal", "Reading aloud in the home language", "reading-aloud"),
    ("reading-group", "Lezen met een groepje", "Reading with a few children", "reading-aloud"),
    ("guest-lesson", "Gastles over een beroep", "Guest lesson about a job", "learning"),
    ("lesson-care", "Gastles: werken in de zorg", "Guest lesson: working in care", "guest-lesson"),
    ("lesson-building", "Gastles: werken in de bouw", "Guest lesson: working in building", "guest-lesson"),
    ("lesson-food", "Gastles: werken met eten", "Guest lesson: working with food", "guest-lesson"),
    ("lesson-money", "Gastles: werken met geld", "Guest lesson: working with money", "guest-lesson"),
    ("lesson-transport", "Gastles: werken in het vervoer", "Guest lesson: working in transport", "guest-lesson"),
    ("lesson-computers", "Gastles: werken met computers", "Guest lesson: working with computers", "guest-lesson"),
    ("lesson-growing-up", "Gastles over groeien en verliefd zijn", "Guest lesson about growing up and love", "learning"),
    ("making", "Maken en techniek", "Making and technology", None),
    ("technology", "Helpen bij een techniekles", "Helping in a technology lesson", "making"),
    ("electricity", "Stroom en lampjes", "Electricity and lights", "technology"),
    ("programming", "Programmeren", "Programming", "technology"),
    ("bicycle-repair", "Fietsen nakijken", "Checking bicycles", "technology"),
    ("crafts", "Knutselen", "Crafts", "making"),
    ("sewing", "Naaien", "Sewing", "crafts"),
    ("gardening", "Tuinieren", "Gardening", "making"),
    ("odd-jobs", "Klussen", "Odd jobs", "making"),
    ("painting", "Verven", "Painting", "odd-jobs"),
    ("carpentry", "Timmeren", "Carpentry", "odd-jobs"),
    ("contact", "Taal en contact", "Language and contact", None),
    ("interpreting", "Tolken bij een gesprek", "Interpreting at a talk", "contact"),
    ("buddy", "Nieuwe ouders op weg helpen", "Helping new parents find their way", "contact"),
    ("going-out", "Op pad", "Going out", None),
    ("trip-guide", "Meegaan met een uitje", "Going along on a trip", "going-out"),
    ("swimming-bus", "Meegaan met de zwembus", "Going along on the swimming bus", "trip-guide"),
    ("driving", "Rijden met de auto", "Driving", "going-out"),
    ("traffic-post", "Op een plek langs de route staan", "Standing along the route", "going-out"),
    ("sport", "Helpen bij sport", "Helping with sport", "going-out"),
    ("celebrating", "Vieren", "Celebrating", None),
    ("celebration-help", "Helpen bij een feest", "Helping at a celebration", "celebrating"),
    ("decorating", "School versieren", "Decorating the school", "celebration-help"),
    ("cooking", "Koken voor een groep", "Cooking for a group", "celebrating"),
    ("music", "Muziek maken", "Making music", "celebrating"),
    ("stage-sound", "Geluid bij een optreden", "Sound at a performance", "celebrating"),
    ("thinking-along", "Meedenken", "Thinking along", None),
    ("communication", "Meedenken over brieven en nieuws", "Thinking along about letters and news", "thinking-along"),
    ("website", "Helpen met de website", "Helping with the website", "communication"),
    ("photo", "Foto's maken", "Taking photos", "communication"),
    ("school-paper", "Helpen met de schoolkrant", "Helping with the school paper", "communication"),
    ("building-advice", "Advies over het gebouw en het plein", "Advice on building and playground", "thinking-along"),
    ("hair-check", "Luizencontrole", "Checking for head lice", None),
]

# Title, group, first day, last day, start, end, notice, priority, places (concept, count, language).
# A need with a last day and no time can be done on any of those days.
NEEDS = [
    ("Foto's van de eerste weken", None, "2026-09-04", None, "10:00", "11:30", 0, "normal", [("photo", 1, None)]),
    ("Luizencontrole na de zomer", None, "2026-09-08", None, "08:30", "10:30", 5, "normal", [("hair-check", 4, None)]),
    ("Startgesprekken nieuwkomers, dag 1", "gn", "2026-09-09", None, "13:00", "16:00", 3, "high",
     [("interpreting", 1, "ti"), ("interpreting", 1, "ar")]),
    ("Startgesprekken nieuwkomers, dag 2", "gn", "2026-09-10", None, "14:00", "17:00", 3, "high",
     [("interpreting", 1, "uk"), ("interpreting", 1, "prs")]),
    ("Mee in de bus naar het zwembad", "g5", "2026-09-11", None, "09:15", "11:15", 3, "normal",
     [("swimming-bus", 2, None)]),
    ("Startgesprekken groep 3", "g3", "2026-09-15", None, "15:00", "17:30", 3, "high",
     [("interpreting", 1, "tr"), ("interpreting", 1, "pl")]),
    ("Startgesprekken groep 1 en 2", None, "2026-09-17", None, "15:00", "18:00", 3, "high",
     [("interpreting", 1, "ar"), ("interpreting", 1, "tr"), ("interpreting", 1, "ti")]),
    ("Fietsen nakijken", "g7", "2026-09-22", None, "10:00", "12:00", 7, "low", [("bicycle-repair", 2, None)]),
    ("Nieuwe foto's en teksten op de website", None, "2026-09-14", "2026-09-30", None, None, 7, "normal",
     [("website", 1, None)]),
    ("Nieuwe ouders wegwijs maken", None, "2026-09-23", None, "08:30", "10:00", 7, "high",
     [("buddy", 1, "ar"), ("buddy", 1, "ti"), ("buddy", 1, "pl")]),
    ("Meedenken over het nieuwe plein", None, "2026-09-24", None, "19:30", "21:00", 14, "normal",
     [("building-advice", 1, None)]),
    ("Lezen met een groepje", "g4", "2026-09-28", None, "08:45", "09:30", 7, "normal", [("reading-group", 2, None)]),
    ("Wandeling naar het bos", "g3", "2026-09-29", None, "09:00", "12:00", 14, "normal", [("trip-guide", 4, None)]),
    ("Kinderboekenweek: voorlezen", "g12a", "2026-10-01", None, "08:45", "09:30", 14, "normal",
     [("reading-aloud", 2, None)]),
    ("Kinderboekenweek: voorlezen", "g12b", "2026-10-02", None, "08:45", "09:30", 14, "normal",
     [("reading-aloud", 2, None)]),
    ("Kinderboekenweek: voorlezen", "g3", "2026-10-06", None, "11:00", "11:45", 14, "normal",
     [("reading-aloud", 2, None)]),
    ("Verhalen in je eigen taal", None, "2026-10-08", None, "13:15", "14:15", 14, "high",
     [("reading-home-language", 1, "tr"), ("reading-home-language", 1, "ar"), ("reading-home-language", 1, "ti"),
      ("reading-home-language", 1, "pl"), ("reading-home-language", 1, "rif")]),
    ("De schooltuin klaarmaken voor de winter", None, "2026-10-27", None, "13:00", "15:00", 14, "normal",
     [("gardening", 4, None)]),
    ("Naar de bibliotheek", "g4", "2026-11-03", None, "10:30", "12:00", 14, "normal", [("trip-guide", 3, None)]),
    ("Naar het museum", "g6", "2026-11-05", None, "09:00", "13:00", 14, "normal", [("trip-guide", 3, None)]),
    ("Sint-Maarten: lampionnen maken", None, "2026-11-06", None, "13:00", "14:30", 14, "normal",
     [("crafts", 4, None)]),
    ("Divali: lichtjes en hapjes", None, "2026-11-09", None, "13:00", "15:00", 14, "normal",
     [("celebration-help", 2, None), ("cooking", 2, None)]),
    ("Techniek: zelf een lampje maken", "g7", "2026-11-10", None, "10:30", "12:00", 14, "normal",
     [("technology", 3, None)]),
    ("Kapstokken ophangen", None, "2026-11-11", "2026-11-20", None, None, 14, "low", [("odd-jobs", 2, None)]),
    ("Rapportgesprekken november", None, "2026-11-17", None, "15:00", "18:00", 14, "high",
     [("interpreting", 1, "ti"), ("interpreting", 2, "ar"), ("interpreting", 1, "tr"), ("interpreting", 1, "pl")]),
    ("Sinterklaas: de school versieren", None, "2026-11-18", None, "19:00", "21:00", 14, "low",
     [("decorating", 3, None)]),
    ("Schoolkrant: winternummer", None, "2026-11-23", "2026-12-11", None, None, 14, "low",
     [("school-paper", 2, None)]),
    ("Sinterklaas op school", None, "2026-12-04", None, "08:30", "12:00", 21, "normal",
     [("celebration-help", 4, None)]),
    ("Winterconcert", None, "2026-12-15", None, "18:30", "20:00", 21, "normal",
     [("music", 3, None), ("stage-sound", 1, None)]),
    ("Kerstdiner", None, "2026-12-17", None, "16:00", "19:00", 21, "normal",
     [("cooking", 3, None), ("celebration-help", 2, None)]),
    ("Luizencontrole na de vakantie", None, "2027-01-05", None, "08:30", "10:30", 5, "normal",
     [("hair-check", 4, None)]),
    ("Gastles: werken in de zorg", "g8", "2027-01-19", None, "13:00", "14:00", 21, "normal",
     [("lesson-care", 1, None)]),
    ("Rijden naar het schaaktoernooi", None, "2027-01-20", None, "12:45", "17:00", 21, "normal",
     [("driving", 3, None)]),
    ("Programmeren met robots", "g6", "2027-01-26", None, "13:00", "14:30", 21, "normal", [("programming", 2, None)]),
    ("Voorleesontbijt", None, "2027-01-27", None, "08:30", "09:30", 21, "normal",
     [("reading-aloud", 5, None), ("cooking", 2, None)]),
    ("Meedenken over brieven en nieuws", None, "2027-02-03", None, "19:30", "21:00", 21, "normal",
     [("communication", 3, None)]),
    ("Chinees Nieuwjaar: draken maken", None, "2027-02-05", None, "13:00", "14:30", 14, "normal",
     [("crafts", 3, None)]),
    ("Leren naaien", "g7", "2027-02-09", None, "13:00", "14:30", 14, "low", [("sewing", 2, None)]),
    ("Rapportgesprekken maart", None, "2027-03-04", None, "15:00", "18:00", 14, "high",
     [("interpreting", 1, "ti"), ("interpreting", 1, "ar"), ("interpreting", 1, "tr"), ("interpreting", 1, "uk")]),
    ("Suikerfeest: samen ontbijten", None, "2027-03-12", None, "08:30", "10:00", 21, "normal",
     [("cooking", 4, None), ("celebration-help", 3, None)]),
    ("Week van het geld: gastles", "g5", "2027-03-15", None, "13:00", "14:00", 28, "normal",
     [("guest-lesson", 2, None)]),
    ("Week van het geld: gastles", "g6", "2027-03-16", None, "13:00", "14:00", 28, "normal",
     [("guest-lesson", 2, None)]),
    ("Week van het geld: gastles", "g7", "2027-03-18", None, "10:30", "11:30", 28, "normal",
     [("lesson-money", 1, None), ("guest-lesson", 1, None)]),
    ("Week van het geld: gastles", "g8", "2027-03-19", None, "09:00", "10:00", 28, "normal",
     [("lesson-money", 1, None), ("guest-lesson", 2, None)]),
    ("Noroez: de lentetafel", None, "2027-03-22", None, "09:00", "11:00", 14, "normal",
     [("celebration-help", 2, None), ("crafts", 1, None)]),
    ("Lentekriebels: gastles", "g7", "2027-03-23", None, "10:30", "11:30", 28, "normal",
     [("lesson-growing-up", 1, None)]),
    ("Lentekriebels: gastles", "g8", "2027-03-24", None, "09:00", "10:00", 28, "normal",
     [("lesson-growing-up", 1, None)]),
    ("Pasen: ontbijt", None, "2027-03-25", None, "08:30", "09:30", 14, "normal",
     [("cooking", 2, None), ("celebration-help", 2, None)]),
    ("Zaaien in de schooltuin", None, "2027-04-06", None, "13:00", "15:00", 14, "normal", [("gardening", 5, None)]),
    ("Verkeersexamen: langs de route staan", "g7", "2027-04-13", None, "09:00", "12:00", 21, "high",
     [("traffic-post", 4, None)]),
    ("Koningsspelen", None, "2027-04-23", None, "08:30", "13:00", 21, "normal", [("sport", 6, None)]),
    ("Schoolkrant: zomernummer", None, "2027-05-18", "2027-06-11", None, None, 14, "low",
     [("school-paper", 2, None)]),
    ("Schoolreis groep 1 en 2", None, "2027-05-25", None, "08:45", "14:45", 28, "high", [("trip-guide", 4, None)]),
    ("Decor bouwen voor de musical", "g8", "2027-06-01", "2027-06-25", None, None, 14, "normal",
     [("carpentry", 2, None), ("painting", 2, None)]),
    ("Sportdag", None, "2027-06-08", None, "08:30", "14:00", 28, "normal",
     [("sport", 11, None), ("photo", 2, None)]),
    ("Naar de boerderij", "gn", "2027-06-08", None, "09:00", "12:00", 21, "high",
     [("trip-guide", 3, None), ("photo", 1, None)]),
    ("Dansmiddag: rijden naar het theater", "g6", "2027-06-15", None, "12:30", "15:30", 21, "low",
     [("driving", 3, None)]),
    ("Keti Koti: samen eten", None, "2027-07-01", None, "12:00", "14:00", 21, "normal",
     [("cooking", 3, None), ("music", 2, None)]),
    ("Musical van groep 8", "g8", "2027-07-07", None, "18:30", "21:00", 21, "normal",
     [("celebration-help", 3, None), ("photo", 1, None)]),
    ("Zomerfeest", None, "2027-07-09", None, "15:00", "18:00", 28, "normal",
     [("cooking", 3, None), ("celebration-help", 3, None), ("music", 2, None)]),
]

# Concept: how many offers, how many days ahead they want to be asked, and parents' own words in turn.
OFFERS = {
    "reading-aloud": (8, 7, [
        "Ik lees graag voor. Ik doe ook gekke stemmen.",
        "Voorlezen vind ik leuk. Ik neem mijn eigen boek mee.",
        "Ik kan in de ochtend een half uur voorlezen.",
    ]),
    "reading-home-language": (8, 7, [
        "Ik kan een verhaal in mijn eigen taal vertellen.",
        "Ik lees voor in onze taal. De kinderen helpen mee.",
        "Ik ken veel verhalen van vroeger. Die vertel ik graag.",
    ]),
    "reading-group": (5, 7, [
        "Ik lees graag met een paar kinderen samen.",
        "Ik kan elke week met een groepje lezen.",
    ]),
    "guest-lesson": (3, 21, [
        "Ik vertel graag over mijn werk. Vraag het op tijd.",
        "Ik wil de kinderen laten zien wat ik op mijn werk doe.",
    ]),
    "lesson-care": (3, 28, [
        "Ik werk in het ziekenhuis. Ik kan over mijn werk vertellen.",
        "Ik help oude mensen thuis. De kinderen mogen mij alles vragen.",
    ]),
    "lesson-building": (3, 21, [
        "Ik bouw huizen. Ik neem een helm en een steen mee.",
        "Ik leg daken. Ik kan foto's laten zien.",
    ]),
    "lesson-food": (3, 14, [
        "Ik werk in een bakkerij. We kunnen samen brood maken.",
        "Ik ben kok. Ik laat de kinderen graag proeven.",
    ]),
    "lesson-money": (3, 28, [
        "Ik werk bij een bank. Ik leer kinderen graag over geld.",
        "Ik heb een eigen winkel. Ik vertel hoe je geld verdient.",
    ]),
    "lesson-transport": (3, 21, [
        "Ik rijd op de tram. Ik vertel daar graag over.",
        "Ik ben chauffeur. Misschien kan de vrachtwagen mee.",
    ]),
    "lesson-computers": (3, 28, [
        "Ik maak websites. Ik kan laten zien hoe dat gaat.",
        "Ik werk met computers. Ik maak graag een spel met de kinderen.",
    ]),
    "lesson-growing-up": (2, 28, [
        "Ik ben verpleegkundige. Ik praat rustig over groeien en verliefd zijn.",
        "Ik geef dit soort lessen ook op mijn werk.",
    ]),
    "electricity": (3, 14, [
        "Ik weet veel van stroom. Ik kan helpen met lampjes.",
        "Ik ben monteur. Ik leg graag uit hoe een lamp werkt.",
    ]),
    "technology": (2, 14, [
        "Ik help graag bij techniek. Ik ben handig.",
        "Ik maak graag dingen met kinderen.",
    ]),
    "programming": (3, 14, [
        "Ik kan kinderen leren programmeren.",
        "Ik bouw robots voor mijn plezier. Die neem ik graag mee.",
    ]),
    "crafts": (6, 7, [
        "Ik knutsel graag. Ik heb thuis veel papier en verf.",
        "Ik kan helpen met knutselen. Ik zit graag bij de kleintjes.",
        "Knippen en plakken, dat kan ik goed.",
    ]),
    "sewing": (3, 7, [
        "Ik heb een naaimachine. Ik kan hem meenemen.",
        "Ik maak zelf kleren. Ik kan het de kinderen leren.",
    ]),
    "gardening": (5, 7, [
        "Ik werk graag in de tuin.",
        "Ik heb verstand van planten en groente.",
        "Vroeger had ik een boerderij. Ik wil graag helpen in de tuin.",
    ]),
    "odd-jobs": (3, 7, [
        "Ik kan goed klussen. Ik heb zelf gereedschap.",
        "Bel mij als er iets kapot is.",
    ]),
    "painting": (2, 7, [
        "Ik ben schilder. Ik help graag met verven.",
        "Verven kan ik goed. Ik kan niet op een hoge ladder.",
    ]),
    "carpentry": (3, 14, [
        "Ik maak meubels. Ik kan iets bouwen voor de school.",
        "Ik timmer graag met oud hout.",
    ]),
    "interpreting": (13, 2, [
        "Ik spreek twee talen. Ik help graag bij een gesprek.",
        "Ik kan tolken voor andere ouders.",
        "Andere ouders hielpen mij ook. Nu help ik graag.",
    ]),
    "buddy": (5, 3, [
        "Ik wil nieuwe ouders graag de school laten zien.",
        "Nieuwe ouders mogen mij altijd bellen.",
    ]),
    "trip-guide": (9, 7, [
        "Ik ga graag mee met een uitje.",
        "Ik kan een groepje kinderen meenemen.",
        "Ik loop graag mee. Ik ben dol op het bos.",
    ]),
    "driving": (4, 7, [
        "Ik heb een auto met zes plaatsen.",
        "Ik kan vier kinderen in mijn auto meenemen.",
    ]),
    "traffic-post": (4, 7, [
        "Ik kan bij het verkeersexamen helpen.",
        "Ik sta graag langs de weg, ook als het regent.",
    ]),
    "sport": (10, 7, [
        "Ik sport veel. Ik help graag op een sportdag.",
        "Ik geef training aan kinderen in de buurt.",
        "Ik kan een spel leiden.",
    ]),
    "celebration-help": (8, 7, [
        "Ik help graag bij een feest.",
        "Ik kan stoelen en tafels klaarzetten.",
        "Een feest op school vind ik leuk. Ik help met alles.",
    ]),
    "decorating": (3, 7, [
        "Ik maak de school graag mooi voor een feest.",
        "Ik kan helpen met slingers en lichtjes.",
    ]),
    "cooking": (8, 10, [
        "Ik kook graag voor veel mensen.",
        "Ik kan lekkere hapjes maken.",
        "Ik bak graag taart en brood.",
        "Mijn soep is heel lekker, zeggen ze. Ik kom graag koken.",
    ]),
    "music": (4, 14, [
        "Ik speel gitaar en ik zing.",
        "Ik speel op de trommel. De kinderen mogen meedoen.",
    ]),
    "school-paper": (2, 7, [
        "Ik schrijf graag. Ik help met de schoolkrant.",
        "Ik kan de schoolkrant op de computer maken.",
    ]),
    "communication": (3, 14, [
        "Ik wil meedenken over de brieven van school.",
        "Ik help graag om brieven korter te maken.",
    ]),
    "hair-check": (5, 3, [
        "Ik kan haren nakijken op luizen. Ik doe het rustig.",
        "Ik help met de luizencontrole. Dat duurt niet lang.",
    ]),
}

# How many interpreters, guides for new parents and tellers of stories each language has among the offers.
OFFER_LANGUAGES = {
    "interpreting": ["ti", "ti", "ti", "ar", "ar", "ar", "ar", "tr", "tr", "tr", "pl", "pl", "uk"],
    "buddy": ["ar", "ar", "ti", "pl", "tr"],
    "reading-home-language": ["tr", "tr", "ar", "ar", "ti", "pl", "rif", "so"],
}
