"""What dialogue.py draws from: the questions, wishes, evenings and notes of De Springplank, in plain Dutch.

Everything here is made up. Ids of adults and children are those of school.json.
"""

CYCLE = [  # id, title, kind, first, last, questions
    ("start", "Startgesprek", "introductory_talk", "2026-08-24", "2026-10-02", [
        "Wat wilt u ons over uw kind vertellen?",
        "Waar is uw kind goed in, en wat vindt het leuk?",
        "Wat verwacht u van ons?",
        "Hoe kunnen we u het best bereiken?",
    ]),
    ("winter", "Gesprek in de winter", "progress_talk", "2027-01-18", "2027-03-05", [
        "Wat gaat goed?",
        "Wat kan beter, en wie kan daarbij helpen?",
        "Hoe ging het met onze afspraken?",
    ]),
    ("over", "Overdrachtsgesprek", "handover_talk", "2027-06-01", "2027-07-09", [
        "Wat ging goed dit jaar?",
        "Wat moet de volgende juf of meester weten?",
    ]),
]

QUESTIONS = [  # id, text, author, kind, readers
    ("v01", "Schakel mij in voor:", "parent", "offer", None),
    ("v02", "Zo is mijn kind thuis:", "parent", "open", ["parent", "teacher"]),
    ("v03", "Dit verwacht ik van de school:", "parent", "open", ["parent", "teacher"]),
    ("v04", "Dit heb ik nodig:", "teacher", "need", None),
    ("v05", "Dit zie ik in de groep:", "teacher", "open", None),
    ("v06", "Dit doe ik graag:", "child", "interest", None),
    ("v07", "Dit kan ik al goed:", "child", "open", None),
    ("v08", "Dit vertel ik alleen aan mijn juf of meester:", "child", "open", ["teacher"]),
]

AT_HOME = [
    "Zij bouwt graag torens en helpt mee met koken.", "Hij is eerst stil. Daarna praat hij veel.",
    "Zij zingt de hele dag.", "Hij speelt graag buiten met zijn broer.", "Zij leest elke avond een boek.",
    "Hij vraagt overal naar.", "Zij zorgt goed voor de kat.", "Hij houdt van tellen en van auto's.",
]
IN_THE_GROUP = [
    "Helpt andere kinderen graag.", "Werkt rustig en af.", "Durft steeds meer te vertellen.",
    "Speelt graag in de hoek met blokken.", "Luistert goed naar verhalen.", "Heeft veel ideeën.",
]
INTERESTS = [  # the child's words, concept
    ("Ik knutsel graag.", "crafts"), ("Ik houd van voetbal.", "sport"), ("Ik maak graag muziek.", "music"),
    ("Ik vind planten leuk.", "gardening"), ("Ik help graag met koken.", "cooking"),
    ("Ik wil weten hoe een lampje werkt.", "electricity"), ("Ik lees graag.", "reading-aloud"),
]
GOOD_AT = ["Ik kan goed rekenen.", "Ik kan hard rennen.", "Ik kan goed tekenen.", "Ik kan al lezen.", "Ik help anderen."]

# id, kind, who says it (a group and which family of it, or a member of the staff), text, from, state, answer, shared
WISHES = [
    ("w01", "complaint", ("g5", 2), "De school belt alleen als er iets mis is.", None, "done",
     "We hebben dit besproken. Het is nu een wens.", False),
    ("w02", "wish", ("g5", 2), "Ik wil ook horen wat goed gaat.", "w01", "busy",
     "Elke leerkracht vertelt nu elke maand iets wat goed gaat.", True),
    ("w03", "complaint", ("g7", 1), "Wij horen pas de dag van tevoren dat er een uitje is.", None, "done",
     "We hebben dit besproken. Het is nu een wens.", False),
    ("w04", "wish", ("g7", 1), "Wij willen vier weken van tevoren weten wanneer een uitje is.", "w03", "done",
     "De hele agenda staat sinds 24 augustus op de website.", True),
    ("w05", "wish", ("g3", 0), "Vaders willen elkaar ook leren kennen.", None, "busy", "In november is er een vaderavond.", True),
    ("w06", "wish", ("g12a", 1), "Ik wil leren hoe ik thuis kan helpen met taal.", None, "busy",
     "Er is elke week inloop, en er komt een cursus.", True),
    ("w07", "wish", ("g6", 0), "Meer groen op het plein.", None, "busy", "Ouders maken nu samen een plan.", True),
    ("w08", "wish", ("g8", 0), "Een zwembad op het plein.", None, "declined", "Dat past niet. We gaan wel vaker zwemmen.", True),
    ("w09", "expectation", ("g4", 0), "Wij verwachten dat de school ons belt als ons kind niet komt.", None, "open", None, False),
    ("w10", "expectation", "s01", "Wij verwachten dat ouders bij het startgesprek komen.", None, "open", None, True),
    ("w11", "complaint", ("g12b", 0), "De brief was moeilijk te lezen.", None, "open", None, False),
    ("w12", "wish", ("gn", 0), "Wij willen zien hoe een dag in de groep is.", None, "open", None, False),
]

SERIES = [
    ("cursus", "Mijn kind op de basisschool", "U weet hoe het gaat op school en hoe u thuis kunt helpen.",
     "Begin met de vragen van de ouders. Er zijn geen domme vragen. Gebruik korte zinnen en veel plaatjes."),
    ("inloop", "Samen spelen en praten", "Ouder en kind praten meer met elkaar, in hun eigen taal of in het Nederlands.",
     "Doe het voor en leg weinig uit. Het gaat om het praten, niet om wat er klaar is."),
]
COURSE = [  # title, goal, background
    ("Hoe gaat het op school?", "Ouders weten wat een kind op een dag doet.", "Neem foto's van een dag mee."),
    ("De weg in de school", "Ouders weten bij wie ze met een vraag kunnen komen.", "Loop samen door de school."),
    ("Het startgesprek", "Ouders durven te vertellen over hun kind.", "Oefen een gesprek met z'n tweeën."),
    ("Woorden van school", "Ouders kennen tien woorden van school.", "Gebruik de woordenlijst met plaatjes."),
    ("Lezen en voorlezen", "Ouders kiezen een boek dat past, ook in hun eigen taal.", "Leg boeken in veel talen klaar."),
    ("Rekenen met spullen van thuis", "Ouders kunnen een spel met tellen doen.", "Neem knopen, bekers en een weegschaal mee."),
    ("Slapen, eten en schermen", "Ouders praten over regels thuis.", "Vertel zelf niet wat goed is. Laat ouders praten."),
    ("Wat wordt mijn kind later?", "Ouders weten hoe de scholen na groep 8 heten.", "Nodig een leerling van groep 8 uit."),
]
COURSE_STEPS = ["Vraag wat de ouders willen weten.", "Doe samen iets: kijken, lezen of spelen.", "Vertel om de beurt wat u thuis gaat doen."]
WALK_IN_STEPS = ["Geef de ouder de leiding: de ouder kiest het spel.", "Let op het praten, niet op wat er klaar is.",
                 "Maak de taal rijker: vraag waarom, en noem nieuwe woorden."]

# id, title, kind, goal, component, audience, why, date, start, end, groups, wishes, staff
ACTIVITIES = [
    ("welkom", "Welkom, nieuwe ouders", "welcome_meeting", "exchange", "none", "newcomers",
     "Nieuwe ouders willen de school en elkaar leren kennen.", "2026-09-10", "08:45", "10:00", ["gn"], ["w12"], ["s02", "s12"]),
    ("wensen", "Avond over wensen en verwachtingen", "wishes_evening", "align", "none", "parents",
     "We willen weten wat ouders en school van elkaar verwachten.", "2026-09-22", "19:30", "21:00", [], ["w09", "w10"], ["s01", "s02"]),
    ("praten-3", "Praten over buiten spelen", "group_talk", "exchange", "pedagogical", "parents",
     "Ouders willen van elkaar horen wat mag en wat niet mag.", "2026-10-06", "08:45", "09:45", ["g3"], [], ["s06"]),
    ("lezen", "Hoe leest mijn kind?", "interactive_evening", "facilitate", "learning", "parents",
     "Ouders willen weten hoe ze thuis met lezen kunnen helpen.", "2026-10-13", "19:30", "21:00", ["g3", "g4"], ["w06"], ["s06", "s07"]),
    ("vaders", "Vaderavond", "fathers_evening", "exchange", "pedagogical", "fathers",
     "Vaders willen elkaar leren kennen en horen wat hun kind goed doet.", "2026-11-12", "19:30", "21:30", [], ["w02", "w05"], ["s06", "s10"]),
    ("thuis-5", "Vraag iemand naar zijn werk", "home_assignment", "facilitate", "career", "together",
     "Kinderen ontdekken welk werk er is.", "2026-11-16", None, None, ["g5"], [], ["s08"]),
    ("plein", "Samen tekenen aan het plein", "working_group", "align", "none", "team",
     "Kinderen willen buiten leren en spelen.", "2026-10-27", "19:30", "21:00", [], ["w07"], ["s02"]),
    ("raad", "Ouderraad", "council", "align", "none", "team",
     "Ouders praten mee over het beleid van de school.", "2026-09-29", "19:30", "21:00", [], [], ["s01"]),
    ("groep8", "Naar de brugklas", "parents_evening", "facilitate", "career", "parents",
     "Ouders van groep 8 willen weten hoe hun kind een school kiest.", "2026-11-03", "19:30", "21:00", ["g8"], [], ["s11"]),
]

NOTES = {  # case: date, kind, who (mother, father, child or a member of the staff), text
    "zaak1": [
        ("2026-08-26", "told", "mother", "Mijn kind wil in de ochtend niet naar school."),
        ("2026-08-27", "told", "child", "Het is zo druk in de kring."),
        ("2026-08-27", "tried", "teacher", "Een plek vooraan, dicht bij de juf. Dat hielp twee dagen."),
        ("2026-08-28", "agreed", "teacher", "Het kind mag een kwartier eerder komen. We kijken samen op vrijdag."),
        ("2026-08-31", "told", "s03", "Ik heb alles gelezen. De ouders hoeven niets opnieuw te vertellen."),
    ],
    "zaak2": [
        ("2026-08-31", "told", "father", "Er is ruzie op het plein, elke dag."),
    ],
}
