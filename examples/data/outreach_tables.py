"""What outreach.py chooses from: languages, countries, the evenings of last year, the questions of the survey."""

STAFF_LANGUAGES = {  # besides Dutch
    "s02": [("ar", "C1"), ("rif", "C2"), ("en", "B2")],
    "s04": [("en", "B1")],
    "s05": [("ar", "B2"), ("en", "B1")],
    "s07": [("tr", "C2"), ("en", "B2")],
    "s09": [("en", "B2")],
    "s11": [("en", "C1"), ("de", "B1")],
    "s12": [("en", "C1"), ("uk", "A2")],
    "s13": [("ti", "C2"), ("am", "B2"), ("en", "B1")],
}

COUNTRIES = {  # by language: whose schools they may know
    "ar": ["SY", "SY", "MA", "IQ"], "tr": ["TR"], "pl": ["PL"], "ti": ["ER"], "rif": ["MA"], "uk": ["UA"], "so": ["SO"],
    "pap": ["CW"], "bg": ["BG"], "prs": ["AF"],
}

# What offers of the school's own concepts are good for, in built-in concepts.
MEANING = {"buddy": ["schakel:need-buddy"], "interpreting": ["schakel:need-interpreting"]}

EVENINGS = [  # id, title, kind, audience, why, date, start, end, groups, share of those invited who came
    ("avond-1", "Ouderavond over de groepen", "parents_evening", "parents", "Ouders willen weten wat hun kind dit jaar leert.",
     "2025-09-30", "19:30", "21:00", [], 0.012),
    ("vaders-2025", "Vaderavond", "fathers_evening", "fathers", "Vaders willen elkaar leren kennen.",
     "2025-11-13", "19:30", "21:30", [], 0.38),
    ("avond-2", "Ouderavond over veilig op straat", "parents_evening", "parents", "Ouders maken zich zorgen om het verkeer.",
     "2025-11-25", "19:30", "21:00", [], 0.004),
    ("rekenen", "Rekenen met uw kind", "interactive_evening", "parents", "Ouders willen thuis helpen met rekenen.",
     "2026-01-20", "19:00", "20:30", ["g5", "g6", "g7"], 0.3),
    ("avond-3", "Ouderavond over pesten", "parents_evening", "parents", "Ouders willen weten wat de school doet tegen pesten.",
     "2026-02-10", "19:30", "21:00", [], 0.006),
    ("knutselen", "Samen knutselen voor de lente", "walk_in", "together", "Ouders en kinderen maken graag iets samen.",
     "2026-03-20", "08:30", "09:15", ["g12a", "g12b", "g3"], 0.55),
    ("avond-4", "Ouderavond over het nieuwe jaar", "parents_evening", "parents", "Ouders willen weten wat er verandert.",
     "2026-06-02", "19:30", "21:00", [], 0.004),
    ("koffie", "Koffie voor nieuwe ouders", "welcome_meeting", "newcomers", "Nieuwe ouders willen de school en elkaar leren kennen.",
     "2026-06-09", "08:45", "10:00", ["gn"], 0.85),
]

SURVEY = {"id": "hoe-gaat-het", "title": "Hoe gaat het op school?", "first": "2026-05-11", "last": "2026-05-29",
          "anonymous": True}

YES = ["ja", "soms", "nee", "weet ik niet"]
# id, theme, text, choices, counted, background, weights of the choices, those of fathers when they differ
QUESTIONS = [
    ("v-kinderen", "other", "Hoeveel kinderen hebt u op school?", ["1", "2 of meer"], [], True, [70, 30], None),
    ("v-welkom", "role", "Voelt u zich welkom op school?", YES, ["ja"], False, [72, 20, 6, 2], None),
    ("v-partner", "role", "Praat de leerkracht ook met u, en niet alleen met uw partner?", YES, ["ja"], False, [74, 14, 8, 4],
     [38, 24, 32, 6]),
    ("v-overgang", "transitions", "Weet u wat uw kind volgend jaar gaat doen?", YES, ["ja"], False, [48, 22, 24, 6], None),
    ("v-privacy", "privacy", "Weet u wie de gegevens van uw kind kan zien?", YES, ["ja"], False, [31, 14, 38, 17], None),
    ("v-tijden", "hours", "Passen de tijden van school bij uw werk?", YES, ["ja"], False, [55, 25, 18, 2], None),
    ("v-veilig", "safety", "Is uw kind veilig op school?", YES, ["ja"], False, [81, 12, 4, 3], None),
]
