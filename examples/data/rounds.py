"""The introductory talks of De Springplank in September 2026: when the teachers sit, who interprets and what families
wish; make_school.py puts them into school.json.

Where a story is found:

    a day for everybody            Tuesday is free of lessons, for who can come in the morning only
    the evening by video           Thursday evening
    parents who live apart         `home` of their ties; each has a talk of their own
    apart, and yet together        the wish about the first of those children
    who can come                   wishes with `adults`: of these families not everybody is free when the teacher sits
    a part of the day              wishes with `prefers`
    more time, one more teacher    the wish about the child of the case zaak1: the counsellor joins
    came in the first week         wishes with `skips`, and one who does not come this time
    a talk that cannot be placed   c103: the mother is free on Friday only, and the teacher of group 8 is not there then
"""
from rounds_tables import BLOCKS, COUNSELLOR, INTERPRETERS, NOT_THERE, PREFERENCES, ROUND

PARENTS = ("mother", "father", "parent", "foster_parent", "guardian")
DAYS = {"2026-09-21": "mon", "2026-09-22": "tue", "2026-09-24": "thu", "2026-09-25": "fri"}
YEAR_START = "2026-08-24"
PREFERRING = 40
ENOUGH = 60  # minutes that all who come share with the teacher


def minutes(time):
    hours, rest = time.split(":")
    return 60 * int(hours) + int(rest)


def shared(adults, block):
    """How many minutes of a block all of some adults can come."""
    start, end = minutes(block["start"]), minutes(block["end"])
    parts = [(start, end)]
    for adult in adults:
        if "windows" in adult:
            own = [(minutes(w["start"]), minutes(w["end"])) for w in adult["windows"] if DAYS[block["date"]] in w["days"]]
            parts = [(max(a, c), min(b, d)) for a, b in parts for c, d in own if max(a, c) < min(b, d)]
    return max((last - first for first, last in parts), default=0)


class Rounds:
    """Adds to a school document; its dice are its own, so that the rest of the school stays as it is."""

    def __init__(self, school, dice):
        self.school, self.dice = school, dice
        self.adults = {adult["id"]: adult for adult in school["adults"]}
        self.teacher = {group["id"]: group["staff"][0] for group in school["groups"]}
        self.blocks = {teacher: self.blocks_of(teacher, i + 1) for i, teacher in enumerate(self.teacher.values())}
        self.wishes = {}

    @staticmethod
    def blocks_of(teacher, room):
        made = []
        for date, start, end, online in BLOCKS:
            if date not in NOT_THERE.get(teacher, ()):
                place = {"online": True} if online else {"room": f"lokaal {room}"}
                made.append({"staff": teacher, "date": date, "start": start, "end": end, **place})
        return made

    # ---------------------------------------------------------------- families

    def settle_homes(self):
        """Parents who are free on one half of the week each, or one of whom has a new partner, live apart."""
        self.apart = set()
        for child in self.school["children"]:
            kinds = [tie["kind"] for tie in child["ties"]]
            windows = [self.adults[tie["adult"]].get("windows", [])[:1] for tie in child["ties"][:2]]
            halves = any(window["end"] == "20:00" for listed in windows for window in listed)
            if kinds[:2] == ["mother", "father"] and ("stepparent" in kinds or halves):
                self.apart.add(child["id"])
                for home, tie in enumerate(child["ties"][:2]):
                    tie["home"] = home + 1

    def told(self, child):
        """The parents, and who brings up a child in their place."""
        return [tie["adult"] for tie in child["ties"] if tie.get("informed", True) and tie.get("authority") != "no"
                and (tie["kind"] in PARENTS or tie.get("authority") == "yes")]

    def time(self, child, adults):
        """How many minutes some adults share with the teacher of a child."""
        people = [self.adults[adult] for adult in adults]
        return sum(shared(people, block) for block in self.blocks[self.teacher[child["group"]]])

    # ------------------------------------------------------------------ wishes

    def wish(self, child, **members):
        self.wishes.setdefault(child["id"], {}).update(members)

    def who_can_come(self):
        """Of families that are hardly ever free together, whoever is free most comes."""
        for child in self.school["children"]:
            told = self.told(child)
            alone = child["id"] in self.apart
            able = [adult for adult in told if self.time(child, [adult]) >= ENOUGH]
            if not alone and self.time(child, told) < ENOUGH:
                able = sorted(told, key=lambda adult: -self.time(child, [adult]))[:1]
            if able and able != told and len(told) > 1:
                self.wish(child, adults=able)

    def who_came_already(self):
        """Those with whom the teacher spoke in the first week."""
        for talk in self.school["talks"]:
            if talk["kind"] == ROUND["kind"] and talk["date"] >= YEAR_START and talk["state"] == "held":
                self.wishes[talk["child"]] = {"skips": True}

    def special_wishes(self):
        children = {child["id"]: child for child in self.school["children"]}
        case = next(case for case in self.school["cases"] if case["id"] == "zaak1")
        self.wish(children[case["child"]], minutes=30, staff=["s03"])
        both = next(child for child in self.school["children"] if child["id"] in self.apart
                    and self.time(child, self.told(child)) >= ENOUGH and child["id"] not in self.wishes)
        self.wish(both, apart="no")

    def preferences(self):
        """The rest say which part of the day suits them; one does not come this time."""
        free = self.dice.shuffled([child for child in self.school["children"] if child["id"] not in self.wishes])
        self.wish(free[0], skips=True)
        for child in free[1:1 + PREFERRING]:
            self.wish(child, prefers=self.dice.weighted(PREFERENCES))

    # ------------------------------------------------------------------- round

    def round(self):
        blocks = [block for blocks in self.blocks.values() for block in blocks] + [COUNSELLOR]
        interpreters = []
        for language, adult, date, start, end in INTERPRETERS:
            who = {} if adult is None else {"adult": adult}
            interpreters.append({"language": language, **who, "date": date, "start": start, "end": end})
        return {**ROUND, "blocks": blocks, "interpreters": interpreters, "child_year": 3}

    def add(self):
        """The school with all of it, in the order of the document."""
        self.settle_homes()
        self.who_can_come()
        self.who_came_already()
        self.special_wishes()
        self.preferences()
        order = ("id", "round", "child", "adults", "apart", "prefers", "minutes", "staff", "skips")
        wishes = []
        for child in sorted(self.wishes):
            wish = {"id": f"rw{len(wishes) + 1:02}", "round": ROUND["id"], "child": child, **self.wishes[child]}
            wishes.append({name: wish[name] for name in order if name in wish})
        made = {"rounds": [self.round()], "round_wishes": wishes}
        document = {}
        for name, records in self.school.items():
            if name == "talks":
                document.update(made)
            document[name] = records
        return document
