"""What rounds.py chooses from: the round, when the teachers sit, who interprets, what families prefer."""

ROUND = {"id": "startgesprekken", "title": "Startgesprekken", "kind": "introductory_talk"}

BLOCKS = [  # date, start, end, by video; Tuesday is free of lessons
    ("2026-09-21", "15:00", "17:00", False),
    ("2026-09-21", "18:30", "20:30", False),
    ("2026-09-22", "08:30", "12:15", False),
    ("2026-09-22", "13:00", "15:00", False),
    ("2026-09-24", "15:00", "17:00", False),
    ("2026-09-24", "19:00", "20:30", True),
    ("2026-09-25", "14:45", "16:15", False),
]
# Which days a teacher does not work.
NOT_THERE = {"s11": ["2026-09-25"], "s12": ["2026-09-25"]}

# Of the counsellor, who joins one talk.
COUNSELLOR = {"staff": "s03", "date": "2026-09-22", "start": "08:30", "end": "10:00", "room": "kamer van Ruud"}

INTERPRETERS = [  # language, who (of the offers to interpret; None for somebody from outside), date, start, end
    ("ti", "a391", "2026-09-21", "15:00", "17:00"),
    ("ti", None, "2026-09-22", "08:30", "12:15"),
    ("ti", "a370", "2026-09-24", "15:00", "17:00"),
    ("ti", "a370", "2026-09-24", "19:00", "20:30"),
    ("ar", "a317", "2026-09-21", "15:00", "17:00"),
    ("ar", "a284", "2026-09-21", "18:30", "20:30"),
    ("ar", None, "2026-09-22", "08:30", "12:15"),
    ("ar", "a317", "2026-09-24", "15:00", "17:00"),
    ("tr", "a021", "2026-09-21", "15:00", "17:00"),
    ("tr", "a257", "2026-09-22", "08:30", "12:15"),
    ("tr", "a021", "2026-09-24", "19:00", "20:30"),
    ("uk", None, "2026-09-21", "15:00", "17:00"),
    ("uk", None, "2026-09-22", "08:30", "12:15"),
    ("uk", None, "2026-09-22", "13:00", "14:00"),
    ("uk", "a362", "2026-09-24", "15:00", "17:00"),
    ("uk", "a362", "2026-09-24", "19:00", "20:30"),
]

PREFERENCES = [(40, ["evening"]), (25, ["afternoon"]), (20, ["morning"]), (15, ["afternoon", "evening"])]
