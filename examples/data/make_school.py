#!/usr/bin/env python3
"""Make school.json: "De Springplank", a primary school that does not exist.

    python3 make_school.py            writes school.json beside this file
    python3 make_school.py -          writes it to standard output

The same bytes come out everywhere: the standard library is all it needs, and the only thing asked of it is
random.Random(2026).random(), which does not change between versions of Python. What is written is the form in
which Schakel itself writes a school, so that reading and writing the file leaves it as it is.

The school is made to be instructive on 1 September 2026: most places can be filled, and a few stay open, each
for a reason of its own (see `special_offers`, `asks_for_needs` and conditions.py).
"""
import json
import pathlib
import random
import sys

from conditions import Conditions
from dialogue import Dialogue
from outreach import Outreach
from rounds import Rounds
from school_tables import CONCEPTS, GIVEN_NAMES, NEEDS, OFFER_LANGUAGES, OFFERS, SURNAMES

HOLIDAYS = [("2026-10-17", "2026-10-25"), ("2026-12-19", "2027-01-03"), ("2027-02-20", "2027-02-28"),
            ("2027-04-24", "2027-05-09")]
GROUPS = [  # id, name, year, how many children
    ("g12a", "Groep 1/2 A", 0, 29),
    ("g12b", "Groep 1/2 B", 0, 28),
    ("g3", "Groep 3", 3, 28),
    ("g4", "Groep 4", 4, 27),
    ("g5", "Groep 5", 5, 29),
    ("g6", "Groep 6", 6, 27),
    ("g7", "Groep 7", 7, 28),
    ("g8", "Groep 8", 8, 28),
    ("gn", "Nieuwkomers", 0, 16),
]

STAFF = [  # name, role, groups
    ("Hanna Zilverspar", "head", []),
    ("Malika Poolster", "coordinator", []),
    ("Ruud Kiezelsteen", "counsellor", []),
    ("Ellen Boterbloem", "teacher", ["g12a"]),
    ("Fatiha Maneschijn", "teacher", ["g12b"]),
    ("Joost Eikenblad", "teacher", ["g3"]),
    ("Sibel Waterlelie", "teacher", ["g4"]),
    ("Marloes Golfslag", "teacher", ["g5"]),
    ("Dennis Rietpluim", "teacher", ["g6"]),
    ("Naomi Korenaar", "teacher", ["g7"]),
    ("Bas Wolkenlucht", "teacher", ["g8"]),
    ("Yara Lentewind", "teacher", ["gn"]),
    ("Almaz Zonnestraal", "assistant", ["g12a", "gn"]),
    ("Henk Mosheuvel", "other", []),
]

FAMILIES_BY_LANGUAGE = [
    ("nl", 74), ("ar", 24), ("tr", 22), ("pl", 14), ("ti", 14), ("rif", 12), ("uk", 8), ("so", 7), ("en", 7),
    ("pap", 6), ("bg", 4), ("prs", 3),
]

# Who lives with or takes care of a child: the kinds of tie, and how many families are like that.
FAMILY_SHAPES = [
    (["mother", "father"], "together", 129),
    (["mother", "parent"], "together", 3),
    (["mother", "father"], "apart", 24),
    (["mother"], "alone", 20),
    (["father"], "alone", 4),
    (["mother", "mother"], "together", 5),
    (["father", "father"], "together", 2),
    (["foster_parent", "foster_parent"], "together", 2),
    (["foster_parent"], "alone", 1),
    (["relative", "relative"], "grandparents", 2),
    (["relative"], "grandparents", 1),
    (["guardian"], "alone", 2),
]
STEPPARENTS, GRANDPARENTS, FRIENDS = 12, 36, 10

NEWCOMERS = [("ti", 5), ("ar", 4), ("uk", 3), ("prs", 2), ("so", 1), ("bg", 1)]  # one child each in group gn

LEVELS = ["none", "A1", "A2", "B1", "B2", "C1", "C2"]
SCHOOL_DAYS = ["mon", "tue", "wed", "thu", "fri"]


def window(days, start, end):
    return {"days": days, "start": start, "end": end}


AVAILABILITY = [  # weight, windows
    (30, []),
    (12, [window(["mon", "tue", "thu", "fri"], "08:15", "15:00")]),
    (12, [window(SCHOOL_DAYS, "08:15", "12:15")]),
    (8, [window(["mon", "wed"], "08:15", "17:00"), window(["fri"], "08:15", "12:30")]),
    (8, [window(["tue", "thu"], "08:15", "18:00")]),
    (6, [window(["fri"], "08:00", "17:30")]),
    (10, [window(["mon", "tue", "wed", "thu"], "18:30", "22:00")]),  # works by day
    (6, [window(SCHOOL_DAYS, "13:00", "20:30")]),  # works at night
    (8, [window(SCHOOL_DAYS, "14:30", "21:30")]),  # starts early
]
ONE_HALF_OF_THE_WEEK = [window(["mon", "tue"], "08:15", "20:00")]
OTHER_HALF_OF_THE_WEEK = [window(["wed", "thu", "fri"], "08:15", "20:00")]
EVENINGS = [window(["mon", "tue", "thu"], "19:00", "21:30")]


class Dice:
    """Choices that depend on nothing but the seed."""

    def __init__(self, seed):
        self.roll = random.Random(seed).random

    def below(self, count):
        return int(self.roll() * count)

    def chance(self, probability):
        return self.roll() < probability

    def pick(self, items):
        return items[self.below(len(items))]

    def weighted(self, pairs):
        point = self.roll() * sum(weight for weight, _ in pairs)
        for weight, item in pairs:
            point -= weight
            if point < 0:
                return item
        return pairs[-1][1]

    def shuffled(self, items):
        items = list(items)
        for last in range(len(items) - 1, 0, -1):
            other = self.below(last + 1)
            items[last], items[other] = items[other], items[last]
        return items


class Maker:
    def __init__(self):
        self.dice = Dice(2026)
        self.adults, self.children, self.offers, self.asks = [], [], [], []
        self.names = {name for name, _, _ in STAFF}
        self.needs = [make_need(i, need) for i, need in enumerate(NEEDS)]
        self.broader = {concept[0]: concept[3] for concept in CONCEPTS}

    # ------------------------------------------------------------ people

    def name(self, language, who, surname):
        women, men, children = (names.split() for names in GIVEN_NAMES[language])
        given = {"woman": women, "man": men, "child": children, "any": women + men}[who]
        while True:
            name = f"{self.dice.pick(given)} {surname}"
            if name not in self.names:
                self.names.add(name)
                return name
            surname = self.dice.pick(SURNAMES)

    def languages(self, home, newcomer):
        dice = self.dice
        reads_little = dice.chance(0.1)
        if home == "nl":
            reading = dice.pick(["A1", "A2"] if reads_little else ["C1", "C1", "C2"])
            skills = [("nl", "C2", reading)]
        else:
            tag = "ar-SY" if home == "ar" and (newcomer or dice.chance(0.4)) else home
            skills = [(tag, "C2", dice.pick(["none", "A1", "A2"]) if reads_little else "C1")]
            if newcomer:
                dutch = dice.below(2)
            else:
                dutch = dice.weighted([(10, 1), (20, 2), (25, 3), (20, 4), (25, 5)])
            reading = max(0, dutch - dice.below(3)) if not reads_little else min(dutch, dice.below(2))
            skills.append(("nl", LEVELS[dutch], LEVELS[reading]))
        if home != "en" and dice.chance(0.35):
            skills.append(("en", dice.pick(["A2", "B1", "B1", "B2"]), "A2" if reads_little else "B1"))
        return [{"tag": tag, "speaking": speaking, "reading": reading} for tag, speaking, reading in skills]

    def add_adult(self, kind, home, surname, newcomer=False, windows=None):
        who = {"mother": "woman", "father": "man"}.get(kind, "any")
        adult = {
            "id": f"a{len(self.adults) + 1:03}",
            "name": self.name(home, who, surname),
            "languages": self.languages(home, newcomer),
            "windows": self.dice.weighted(AVAILABILITY) if windows is None else windows,
            "exceptions": [],
        }
        if self.dice.chance(0.06):
            date = self.dice.pick(["2026-11-05", "2026-12-04", "2027-03-12", "2027-06-08"])
            adult["exceptions"] = [{"date": date, "available": False}]
        elif adult["windows"] and self.dice.chance(0.08):
            date = self.dice.pick(["2026-12-17", "2027-04-23", "2027-05-25", "2027-07-09"])
            adult["exceptions"] = [{"date": date, "start": "08:00", "end": "21:00", "available": True}]
        if self.dice.chance(0.2):
            adult["cap"] = 2 + self.dice.below(3)
        self.adults.append(adult)
        return adult

    def add_families(self):
        dice = self.dice
        shapes = dice.shuffled([(kinds, how) for kinds, how, count in FAMILY_SHAPES for _ in range(count)])
        homes = dice.shuffled([home for home, count in FAMILIES_BY_LANGUAGE for _ in range(count)])
        newcomers = dict(NEWCOMERS)
        sizes = dice.shuffled([1] * 153 + [2] * 39 + [3] * 3)
        others = {"together": ["relative"] * GRANDPARENTS + ["friend"] * FRIENDS, "apart": ["stepparent"] * STEPPARENTS}
        for how, kinds in others.items():
            nobody = [None] * (sum(shape[1] == how for shape in shapes) - len(kinds))
            others[how] = dice.shuffled(kinds + nobody)
        families = []
        for (kinds, how), home, size in zip(shapes, homes, sizes):
            newcomer = newcomers.get(home, 0) > 0 and how != "grandparents"
            if newcomer:
                newcomers[home] -= 1
            surname = dice.pick(SURNAMES)
            ties = []
            for i, kind in enumerate(kinds):
                apart = how == "apart"
                same_home = i == 0 or newcomer or dice.chance(0.85)
                language = home if same_home else dice.pick(["nl", "nl", "en", "ar", "tr"])
                half = (ONE_HALF_OF_THE_WEEK, OTHER_HALF_OF_THE_WEEK)[i]
                windows = half if apart and dice.chance(0.7) else None
                family_name = surname if i == 0 or dice.chance(0.3) else dice.pick(SURNAMES)
                adult = self.add_adult(kind, language, family_name, newcomer, windows)
                ties.append({"adult": adult["id"], "kind": kind})
            another = others[how].pop() if how in others else None
            if another:
                adult = self.add_adult(another, home, dice.pick(SURNAMES))
                ties.append({"adult": adult["id"], "kind": another})
            families.append({"home": home, "how": how, "surname": surname, "size": size, "ties": ties,
                             "newcomer": newcomer})
        # In one family that lives apart the school may not tell one parent about the child.
        apart = [family for family in families if family["how"] == "apart" and len(family["ties"]) == 2]
        apart[0]["ties"][1]["informed"] = False
        return families

    def add_children(self, families):
        dice = self.dice
        room = {group: count for group, _, _, count in GROUPS}
        room["gn"] = 0
        seats = dice.shuffled([group for group, count in room.items() for _ in range(count)])
        for family in families:
            taken = []
            for i in range(family["size"]):
                if i == 0 and family["newcomer"]:
                    group = "gn"
                else:
                    # Brothers and sisters are not in one group, as far as there is room.
                    free = [k for k, seat in enumerate(seats) if seat not in taken]
                    at = free[-1] if free else len(seats) - 1
                    group = seats.pop(at)
                taken.append(group)
                self.children.append({
                    "id": f"c{len(self.children) + 1:03}",
                    "name": self.name(family["home"], "child", family["surname"]),
                    "group": group,
                    "ties": family["ties"],
                })

    # ------------------------------------------------------------ offers

    def chain(self, concept):
        while concept:
            yield concept
            concept = self.broader[concept]

    def groups_of(self, adult):
        return {c["group"] for c in self.children if any(tie["adult"] == adult["id"] for tie in c["ties"])}

    def is_parent(self, adult):
        ties = [tie for child in self.children for tie in child["ties"] if tie["adult"] == adult["id"]]
        return any(tie["kind"] in ("mother", "father", "parent") for tie in ties)

    def could_come(self, adult, concept):
        """Most people offer what they often have time for."""
        wanted = set(self.chain(concept))
        needs = [n for n in self.needs if any(place["concept"] in wanted for place in n["places"])]
        return 2 * sum(covers(adult["windows"], need) for need in needs) >= len(needs)

    def choose(self, fits):
        """Somebody of whom `fits` is true, rather without offers so far."""
        busy = {offer["adult"] for offer in self.offers}
        pool = [adult for adult in self.adults if fits(adult)]
        fresh = [adult for adult in pool if adult["id"] not in busy]
        return self.dice.pick(fresh if fresh and self.dice.chance(0.85) else pool)

    def add_offer(self, adult, concepts, notice, text, **more):
        offer = {"id": f"o{len(self.offers) + 1:03}", "adult": adult["id"], "concepts": concepts}
        offer.update({"cap": more.get("cap", 0), "notice": notice, "limit": more.get("limit", "none")})
        offer.update({"languages": more.get("languages", []), "windows": more.get("windows", [])})
        offer["text"] = text
        self.offers.append(offer)
        return offer

    def add_offers(self):
        dice = self.dice
        for concept, (count, notice, texts) in OFFERS.items():
            tags = OFFER_LANGUAGES.get(concept, [None] * count)
            for i, tag in zip(range(count), tags):

                def fits(adult, concept=concept, tag=tag):
                    if any(o["adult"] == adult["id"] and concept in o["concepts"] for o in self.offers):
                        return False
                    if tag and not speaks(adult, tag, "B1"):
                        return False
                    if concept == "interpreting" and not speaks(adult, "nl", "B1"):
                        return False
                    return self.could_come(adult, concept) or (not tag and dice.chance(0.05))

                adult = self.choose(fits)
                languages = [home_tag(adult)] if concept == "reading-home-language" else []
                limit = "none"
                if concept in ("reading-aloud", "trip-guide", "reading-group") and dice.chance(0.25):
                    limit = "own_group"
                elif not tag and dice.chance(0.02):
                    limit = "never"
                cap = dice.pick([0, 4, 5, 6]) if concept == "interpreting" else dice.pick([0, 2, 2, 3, 3, 4])
                ahead = notice + dice.pick([0, 0, 0, 7])
                concepts = [concept]
                if concept == "cooking" and dice.chance(0.4):
                    concepts.append("celebration-help")
                words = texts[i % len(texts)]
                self.add_offer(adult, concepts, ahead, words, cap=cap, limit=limit, languages=languages)

    def special_offers(self):
        """Offers that leave a place open in September, each for a reason of its own."""
        free = [adult for adult in self.adults if not adult["windows"] and speaks(adult, "nl", "B1")
                and "cap" not in adult and not any(o["adult"] == adult["id"] for o in self.offers)]
        free = self.dice.shuffled(free)
        not_in_5 = [adult for adult in free if self.is_parent(adult) and "g5" not in self.groups_of(adult)]
        for adult in not_in_5[:2]:
            free.remove(adult)
        # Notice: they want to hear it weeks ahead, and the photos are this week.
        self.add_offer(free[0], ["photo"], 14, "Ik maak graag foto's. Vraag het wel op tijd.", cap=3)
        self.add_offer(free[1], ["photo"], 21, "Fotograferen is mijn hobby.", cap=2)
        # Limit: one goes along with the own group only, the other cannot be asked now.
        own = "Ik ga mee met de groep van mijn kind."
        self.add_offer(not_in_5[0], ["swimming-bus"], 2, own, limit="own_group")
        later = "Ik kan weer mee als mijn baby groter is."
        self.add_offer(not_in_5[1], ["swimming-bus"], 2, later, limit="never")
        # Time: they come in the evening, and the bicycles are at school in the morning.
        self.add_offer(free[2], ["bicycle-repair"], 3, "Ik maak fietsen. Dat kan alleen in de avond.", windows=EVENINGS)
        self.add_offer(free[3], ["bicycle-repair"], 3, "Ik kan na mijn werk fietsen nakijken.", windows=EVENINGS)
        # Cap: once a year, and that was last week. Declined: said no to the need for the website.
        self.advice = self.add_offer(free[4], ["building-advice"], 7, "Ik teken gebouwen. Ik denk graag mee.", cap=1)
        self.website = self.add_offer(free[5], ["website"], 3, "Ik kan helpen met de website.")

    # -------------------------------------------------------------- asks

    def answer(self, date, offer, state, need=None, place=None):
        self.asks.append({"adult": offer["adult"], "need": need, "place": place, "offer": offer["id"],
                          "date": date, "state": state})

    def offers_of(self, concept, tag=None):
        adults = {adult["id"]: adult for adult in self.adults}
        return [o for o in self.offers if concept in o["concepts"] and o["limit"] == "none"
                and (tag is None or speaks(adults[o["adult"]], tag, "B1"))]

    def asks_for_needs(self):
        need_of = {}
        for need in self.needs:
            need_of.setdefault(need["title"], need["id"])
        self.answer("2026-08-27", self.advice, "done")
        self.answer("2026-08-31", self.website, "no", need_of["Nieuwe foto's en teksten op de website"], "p1")
        hair = self.offers_of("hair-check")
        lice = need_of["Luizencontrole na de zomer"]
        self.answer("2026-08-26", hair[0], "yes", lice, "p1")
        self.answer("2026-08-26", hair[1], "no", lice, "p1")
        self.answer("2026-08-28", hair[2], "open", lice, "p1")
        day_1 = need_of["Startgesprekken nieuwkomers, dag 1"]
        self.answer("2026-08-25", self.offers_of("interpreting", "ti")[0], "yes", day_1, "p1")
        self.answer("2026-08-25", self.offers_of("interpreting", "ar")[0], "no", day_1, "p2")
        self.answer("2026-08-28", self.offers_of("interpreting", "uk")[0], "open",
                    need_of["Startgesprekken nieuwkomers, dag 2"], "p1")
        group_3 = need_of["Startgesprekken groep 3"]
        self.answer("2026-08-27", self.offers_of("interpreting", "tr")[0], "yes", group_3, "p1")
        self.answer("2026-08-27", self.offers_of("interpreting", "pl")[0], "no", group_3, "p2")
        walk = need_of["Wandeling naar het bos"]
        self.answer("2026-08-31", self.offers_of("trip-guide")[0], "yes", walk, "p1")
        self.answer("2026-08-31", self.offers_of("trip-guide")[1], "open", walk, "p1")

    def asks_before(self):
        """The last months: the same four again and again, some once, and most never."""
        dice = self.dice
        last_year = [f"2026-05-{day:02}" for day in (11, 13, 18, 20, 26, 28)]
        last_year += [f"2026-06-{day:02}" for day in (2, 4, 9, 11, 16, 18, 23, 25, 30)] + ["2026-07-02", "2026-07-07"]
        this_year = [f"2026-08-{day}" for day in (24, 25, 26, 27, 28, 31)]
        states = [(70, "done"), (12, "no"), (12, "yes"), (6, "no_show")]
        taken = {ask["adult"] for ask in self.asks}
        willing = []
        for concept in ("trip-guide", "celebration-help", "cooking", "reading-aloud", "sport", "crafts"):
            willing += [o for o in self.offers_of(concept) if o["adult"] not in taken and o["cap"] != 2]
        willing = dice.shuffled(willing)
        the_same_four = []
        for offer in willing:
            if len(the_same_four) < 4 and offer["adult"] not in [o["adult"] for o in the_same_four]:
                the_same_four.append(offer)
        four = {offer["adult"] for offer in the_same_four}
        once = dice.shuffled([o for o in self.offers if o["adult"] not in four | taken and o["limit"] == "none"])
        for offer in the_same_four:
            for date in dice.shuffled(last_year)[:5]:
                self.answer(date, offer, "done")
            for date in dice.shuffled(this_year)[:3]:
                self.answer(date, offer, dice.weighted(states[:2]))
        for i in range(36):
            past = i < 12
            state = dice.weighted([(80, "done"), (15, "no"), (5, "no_show")] if past else states)
            self.answer(dice.pick(last_year if past else this_year), once[i], state)

    def asks_in_order(self):
        self.asks.sort(key=lambda ask: (ask["date"], ask["adult"], ask["need"] or ""))
        return [{"id": f"q{i + 1:03}", **ask} for i, ask in enumerate(self.asks)]

    def school(self):
        self.add_children(self.add_families())
        self.add_offers()
        self.special_offers()
        self.asks_for_needs()
        self.asks_before()
        return {
            "schakel": 1,
            "school": {"id": "springplank", "name": "De Springplank", "stage": "po",
                       "year_start": "2026-08-24", "year_end": "2027-07-16",
                       "closed": [{"first": first, "last": last} for first, last in HOLIDAYS]},
            "staff": [{"id": f"s{i + 1:02}", "name": name, "role": role} for i, (name, role, _) in enumerate(STAFF)],
            "groups": [{"id": group, "name": name, "year": year,
                        "staff": [f"s{i + 1:02}" for i, (_, _, groups) in enumerate(STAFF) if group in groups]}
                       for group, name, year, _ in GROUPS],
            "concepts": [dict(zip(("id", "nl", "en", "broader"), concept)) for concept in CONCEPTS],
            "adults": self.adults,
            "children": self.children,
            "offers": self.offers,
            "needs": self.needs,
            "asks": self.asks_in_order(),
        }


def make_need(index, row):
    title, group, date, last_date, start, end, notice, priority, places = row
    return {
        "id": f"n{index + 1:03}", "title": title, "group": group, "date": date, "last_date": last_date,
        "start": start, "end": end, "notice": notice, "priority": priority,
        "places": [{"id": f"p{i + 1}", "concept": concept, "count": count, "language": language}
                   for i, (concept, count, language) in enumerate(places)],
    }


def weekday(date):
    """The day of the week of a date: Zeller's congruence, 0 for Monday."""
    year, month, day = map(int, date.split("-"))
    if month < 3:
        year, month = year - 1, month + 12
    return (day + 13 * (month + 1) // 5 + year + year // 4 - year // 100 + year // 400 + 5) % 7


def covers(windows, need):
    if not windows or not need["start"]:
        return True
    day = SCHOOL_DAYS[weekday(need["date"])]
    return any(day in w["days"] and w["start"] <= need["start"] and need["end"] <= w["end"] for w in windows)


def speaks(adult, tag, level):
    return any(skill["tag"].split("-")[0] == tag and LEVELS.index(skill["speaking"]) >= LEVELS.index(level)
               for skill in adult["languages"])


def home_tag(adult):
    return adult["languages"][0]["tag"]


DEFAULTS = {"role": "teacher", "year": 0, "informed": True, "cap": 0, "notice": 0, "limit": "none",
            "priority": "normal", "count": 1}


def without_defaults(value):
    """What the document leaves out: empty lists, nothing, and what goes without saying."""
    if isinstance(value, dict):
        return {
            key: without_defaults(item)
            for key, item in value.items()
            if item is not None and item != [] and (key not in DEFAULTS or item != DEFAULTS[key])
        }
    if isinstance(value, list):
        return [without_defaults(item) for item in value]
    return value


def document():
    school = without_defaults(Maker().school())
    # Draws of its own, so that the people and what is asked of them stay as they are.
    school = Conditions(Dialogue(school, Dice(2027)).add()).add()
    school = Outreach(school, Dice(2028)).add()
    school = Rounds(school, Dice(2029)).add()
    return json.dumps(school, indent=2, ensure_ascii=False) + "\n"


def main():
    if sys.argv[1:] == ["-"]:
        sys.stdout.buffer.write(document().encode("utf-8"))
    else:
        (pathlib.Path(__file__).parent / "school.json").write_bytes(document().encode("utf-8"))


if __name__ == "__main__":
    main()
