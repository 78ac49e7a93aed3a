#!/usr/bin/env python3
"""Make college.json: "College De Kade", a vocational college (mbo) that does not exist.

    python3 make_college.py            writes college.json beside this file
    python3 make_college.py -          writes it to standard output

It is made as school.json is, and tells of students who steer: on 24 November 2026 most of the thirty students are
of age. It has no cycle of its own, so the default one of mbo holds. Where a story is found:

    who decides               b01 to b24 are of age, b25 to b29 are not, of b30 the age is not known
    all is told               b01 lets a parent hear everything; b02 lets a partner, b03 a friend, b04 a grandmother
    nothing is told           b05 gave no consent, b06 withdrew it
    only problems             contacts about b07; b08 also hears what goes well
    student's evening         activity avond, ten weeks after the start; welcome meeting welkom in June
    who leads                 in the talks the student leads
    a council                 team raad: students, parents, staff
"""
import json
import pathlib
import sys

from dialogue import only
from make_school import Dice
from school_tables import GIVEN_NAMES, SURNAMES

GROUPS = [("zorg", "Zorg 1A"), ("techniek", "Techniek 1B")]
STAFF = [("m01", "Greet Rotskust", "head", None), ("m02", "Anton Watermolen", "counsellor", None),
         ("m03", "Farida Zeebries", "teacher", "zorg"), ("m04", "Lars Windvlaag", "teacher", "techniek")]
STUDENTS = 30
OF_AGE = 24


class Maker:
    def __init__(self):
        self.dice = Dice(18)
        self.names, self.adults, self.students = set(), [], []

    def name(self, language, who, surname):
        women, men, children = (names.split() for names in GIVEN_NAMES[language])
        given = {"woman": women, "man": men, "child": children, "any": women + men}[who]
        while True:
            name = f"{self.dice.pick(given)} {surname}"
            if name not in self.names:
                self.names.add(name)
                return name
            surname = self.dice.pick(SURNAMES)

    def adult(self, language, who, surname):
        skills = [{"tag": language, "speaking": "C2"}]
        if language != "nl":
            skills.append({"tag": "nl", "speaking": self.dice.pick(["A1", "A2", "B1", "B2"])})
        adult = {"id": f"o{len(self.adults) + 1:02}", "name": self.name(language, who, surname), "languages": skills}
        self.adults.append(adult)
        return adult["id"]

    def born(self, number):
        if number == STUDENTS:
            return None
        # Up to number 24 eighteen to twenty years old on 24 November 2026, after that sixteen or seventeen.
        year = 2006 + number % 2 if number <= OF_AGE else 2009
        return f"{year}-{1 + self.dice.below(10):02}-{1 + self.dice.below(28):02}"

    def student(self, number):
        dice = self.dice
        language = dice.pick(["nl", "nl", "nl", "ar", "tr", "pap", "pl"])
        surname = dice.pick(SURNAMES)
        ties = []
        for kind, who in (("mother", "woman"), ("father", "man")):
            if kind == "mother" or dice.chance(0.7):
                ties.append({"adult": self.adult(language, who, surname), "kind": kind})
        extra = {2: ("partner", "any"), 3: ("friend", "any"), 4: ("relative", "woman")}.get(number)
        if extra:
            kind, who = extra
            ties.append({"adult": self.adult(language, who, dice.pick(SURNAMES)), "kind": kind})
        self.students.append(only(id=f"b{number:02}", name=self.name(language, "child", surname),
                                  group=GROUPS[number % 2][0], born=self.born(number), ties=ties))

    def consents(self):
        def consent(number, student, place, scopes, given, withdrawn=None):
            return only(id=number, child=student, adult=self.students[int(student[1:]) - 1]["ties"][place]["adult"],
                        scopes=scopes, given=given, withdrawn=withdrawn)

        return [
            consent("t01", "b01", 0, ["practical", "progress", "care"], "2026-08-31"),
            consent("t02", "b02", -1, ["practical", "progress"], "2026-08-31"),
            consent("t03", "b03", -1, ["practical"], "2026-09-02"),
            consent("t04", "b04", -1, ["practical", "progress"], "2026-09-02"),
            consent("t05", "b06", 0, ["practical", "progress"], "2026-09-02", "2026-10-12"),
            consent("t06", "b08", 0, ["practical", "progress"], "2026-09-03"),
        ]

    def talks(self):
        talks = []
        for student in self.students:
            teacher = "m03" if student["group"] == "zorg" else "m04"
            mother = student["ties"][0]["adult"]
            for kind, date in (("intake_talk", "2026-05-19"), ("signing_talk", "2026-08-27")):
                if not self.dice.chance(0.9):
                    continue
                talks.append(only(id=f"g{len(talks) + 1:02}", kind=kind, child=student["id"], date=date, start="14:00",
                                  minutes=15, state="held", staff=[teacher], adults=[mother] if self.dice.chance(0.6) else [],
                                  child_part="leads"))
        for number, place in (("b01", 0), ("b02", -1), ("b03", -1)):
            student = self.students[int(number[1:]) - 1]
            talks.append(only(id=f"g{len(talks) + 1:02}", kind="progress_talk", child=number, date="2027-01-26",
                              start="15:30", minutes=15, state="planned", staff=["m03" if student["group"] == "zorg" else "m04"],
                              adults=[student["ties"][place]["adult"]], child_part="leads"))
        return talks

    def contacts(self):
        rows = [("b07", "2026-09-29", "message", "concern", "problem"), ("b07", "2026-10-13", "mail", "concern", "problem"),
                ("b07", "2026-11-10", "call", "concern", "problem"), ("b08", "2026-10-06", "call", "concern", "problem"),
                ("b08", "2026-11-03", "call", "progress", "good")]
        return [only(id=f"z{i + 1:02}", child=student, staff="m02", date=date, channel=channel, purpose=purpose, tone=tone)
                for i, (student, date, channel, purpose, tone) in enumerate(rows)]

    def activities(self):
        groups = [group for group, _ in GROUPS]
        return [
            only(id="welkom", title="Welkom op De Kade", kind="welcome_meeting",
                 why="Nieuwe studenten en hun ouders willen weten hoe het hier gaat.", date="2026-06-23", start="19:00",
                 end="20:30", groups=groups, staff=["m01", "m02"]),
            only(id="avond", title="Zo gaat het met ons", kind="student_evening",
                 why="Studenten laten zelf zien wat ze leren.", date="2026-11-05", start="19:00", end="21:00", groups=groups,
                 wishes=["w01"], staff=["m03", "m04"], unnamed_attended=31),
        ]

    def college(self):
        for number in range(1, STUDENTS + 1):
            self.student(number)
        return {
            "schakel": 1,
            "school": {"id": "kade", "name": "College De Kade", "stage": "mbo", "year_start": "2026-08-31",
                       "year_end": "2027-07-16"},
            "staff": [only(id=number, name=name, role=role if role != "teacher" else None) for number, name, role, _ in STAFF],
            "groups": [{"id": group, "name": name, "year": 1, "staff": [s[0] for s in STAFF if s[3] == group]}
                       for group, name in GROUPS],
            "adults": self.adults,
            "children": self.students,
            "ladder": [{"id": "mentor", "name": "Mentor van de groep", "level": 1},
                       {"id": "begeleider", "name": "Begeleider", "level": 2, "staff": ["m02"]},
                       {"id": "directeur", "name": "Directeur", "level": 3, "staff": ["m01"]}],
            "consents": self.consents(),
            "wishes": [only(id="w01", kind="wish", by_child="b10", date="2026-09-15",
                            text="Wij willen zelf vertellen wat we leren.", state="done",
                            answer="De avond in november is van de studenten.", answer_date="2026-09-22", shared=True)],
            "teams": [only(id="raad", name="Raad van De Kade", kind="council", first="2026-09-01",
                           members=[{"child": "b01", "role": "voorzitter"}, {"child": "b10"}, {"adult": "o01"},
                                    {"adult": "o05"}, {"staff": "m01"}])],
            "activities": self.activities(),
            "talks": self.talks(),
            "contacts": self.contacts(),
        }


def document():
    return json.dumps(Maker().college(), indent=2, ensure_ascii=False) + "\n"


def main():
    if sys.argv[1:] == ["-"]:
        sys.stdout.buffer.write(document().encode("utf-8"))
    else:
        (pathlib.Path(__file__).parent / "college.json").write_bytes(document().encode("utf-8"))


if __name__ == "__main__":
    main()
