"""How parents of De Springplank are reached, what was done last year, and what they answered in the spring; make_school.py
puts it into school.json.

Where a story is found:

    languages of the staff         s02, s05, s07, s12 and s13
    who is new                     adults whose `since` lies in 2026
    who can bring an interpreter   adults with little Dutch
    the same few                   the parents' evenings of last year (avond-1 to -4)
    nearly everybody               the introductory talks of last year, in the week of the school (start-2025)
    fathers                        the fathers' evening of last year (vaders-2025)
    a survey                       hoe-gaat-het: anonymous, with a background question
"""
from outreach_tables import (COUNTRIES, EVENINGS, MEANING, QUESTIONS, STAFF_LANGUAGES, SURVEY)

PARENTS = ("mother", "father", "parent", "foster_parent", "guardian")
LITTLE_DUTCH = ("none", "A1", "A2")
NEWCOMERS_SINCE = ["2026-03-02", "2026-04-13", "2026-06-01", "2026-08-24"]
PREFERS = [(62, []), (22, ["message"]), (6, ["call"]), (4, ["in_person"]), (3, ["mail"]), (2, ["visit", "call"]), (1, ["film"])]
RESPONDENTS = 134
TALKS_LAST_YEAR = [f"2025-09-{day:02}" for day in (2, 3, 4, 8, 9, 11, 15, 16, 18, 22, 23, 25)]


class Outreach:
    """Adds to a school document; its dice are its own, so that the rest of the school stays as it is."""

    def __init__(self, school, dice):
        self.school, self.dice = school, dice
        self.newcomers = {tie["adult"] for child in school["children"] if child["group"] == "gn" for tie in child["ties"]}
        self.kinds = {}
        for child in school["children"]:
            for tie in child["ties"]:
                self.kinds.setdefault(tie["adult"], tie["kind"])

    def dutch(self, adult):
        return next((s["speaking"] for s in adult["languages"] if s["tag"] == "nl"), "none")

    # ------------------------------------------------------------------ people

    def add_to_staff(self):
        for member in self.school["staff"]:
            skills = STAFF_LANGUAGES.get(member["id"], [])
            if skills:
                member["languages"] = [{"tag": tag, "speaking": level} for tag, level in skills]

    def add_to_adults(self):
        dice = self.dice
        for adult in self.school["adults"]:
            home = adult["languages"][0]["tag"].split("-")[0]
            new = adult["id"] in self.newcomers
            prefers, country = dice.weighted(PREFERS), dice.pick(COUNTRIES.get(home, [None]))
            since = dice.pick(NEWCOMERS_SINCE) if new else f"{2018 + dice.below(8)}-08-{24 + dice.below(3)}"
            brings, video = dice.below(10), dice.below(10)
            if prefers:
                adult["prefers"] = prefers
            if country and (new or dice.chance(0.6)):
                adult["country"] = country
            if adult["id"] in self.kinds and dice.chance(0.9):
                adult["since"] = since
            if self.dutch(adult) in LITTLE_DUTCH:
                for member, roll in (("brings_interpreter", brings), ("video_interpreter", video)):
                    if roll < 6:
                        adult[member] = "yes" if roll < 3 else "no"

    def add_to_contacts(self):
        """Messages about what goes wrong did not get through; speaking with each other did."""
        for contact in self.school["contacts"]:
            if contact["channel"] == "message" and contact.get("tone") == "problem":
                contact["reached"] = "no"
            elif contact["channel"] in ("in_person", "call"):
                contact["reached"] = "yes"

    # --------------------------------------------------------------- last year

    def parents_of(self, groups):
        found = []
        for child in self.school["children"]:
            if groups and child["group"] not in groups:
                continue
            for tie in child["ties"]:
                if tie["kind"] in PARENTS and tie.get("informed", True) and tie["adult"] not in found:
                    found.append(tie["adult"])
        return [adult for adult in found if adult not in self.newcomers]

    def last_year(self):
        """What took place before the summer, with who came."""
        dice, made = self.dice, []
        adults = {adult["id"]: adult for adult in self.school["adults"]}
        regulars = [adult for adult in self.parents_of([]) if self.dutch(adults[adult]) == "C2" and dice.chance(0.16)]
        for number, title, kind, audience, why, date, start, end, groups, share in EVENINGS:
            pool = self.parents_of(groups)
            if audience == "newcomers":
                pool = sorted(adult for adult in self.newcomers if adults[adult].get("since", date) < date)
            if audience == "fathers":
                pool = [adult for adult in pool if self.kinds[adult] == "father"]
            came = [adult for adult in pool if dice.chance(share)]
            if kind == "parents_evening":
                came = [adult for adult in pool if dice.chance(0.85 if adult in regulars else share)]
            record = {"id": number, "title": title, "kind": kind, "audience": audience, "why": why, "date": date,
                      "start": start, "end": end, "groups": groups, "attended": came}
            made.append({name: value for name, value in record.items() if value and value != "parents"})
        return made

    def talks_of_last_year(self):
        """A personal talk about every child at the start of last year: nearly everybody came."""
        dice, made = self.dice, []
        teacher = {group["id"]: group["staff"][0] for group in self.school["groups"]}
        for child in self.school["children"]:
            parents = [tie["adult"] for tie in child["ties"] if tie["kind"] in PARENTS and tie.get("informed", True)]
            if child["group"] == "gn" or not parents:
                continue
            both = parents if dice.chance(0.45) else parents[:1]
            made.append({"id": f"h{len(made) + 1:03}", "kind": "introductory_talk", "child": child["id"],
                         "date": dice.pick(TALKS_LAST_YEAR), "minutes": 15,
                         "state": "held" if dice.chance(0.97) else "missed", "staff": [teacher[child["group"]]],
                         "adults": both, "child_part": "joins"})
        return made

    # ------------------------------------------------------------------ survey

    def survey(self):
        dice, responses = self.dice, []
        adults = dice.shuffled([a for a in self.school["adults"] if a["id"] in self.kinds and a["id"] not in self.newcomers])
        for adult in adults[:RESPONDENTS]:
            response = {"id": f"e{len(responses) + 1:03}", "survey": SURVEY["id"]}
            kind = self.kinds[adult["id"]]
            if dice.chance(0.9):
                response["role"] = kind if kind in ("mother", "father") else "parent" if kind in PARENTS else "other"
            if dice.chance(0.85):
                response["language"] = adult["languages"][0]["tag"].split("-")[0]
            replies = []
            for number, _, _, choices, _, _, weights, fathers in QUESTIONS:
                odds = fathers if kind == "father" and fathers else weights
                choice = dice.weighted(list(zip(odds, choices)))
                if dice.chance(0.95):
                    replies.append({"question": number, "choice": choice})
            response["replies"] = replies
            responses.append(response)
        questions = []
        for number, theme, text, choices, counted, background, _, _ in QUESTIONS:
            question = {"id": number, "survey": SURVEY["id"], "theme": theme, "text": text, "choices": choices,
                        "counted": counted, "background": background}
            questions.append({name: value for name, value in question.items() if value and value != "other"})
        return {"surveys": [SURVEY], "survey_questions": questions, "responses": responses}

    def add(self):
        """The school with all of it, in the order of the document."""
        self.add_to_staff()
        self.add_to_adults()
        self.add_to_contacts()
        self.school["activities"] += self.last_year()
        self.school["talks"] += self.talks_of_last_year()
        for concept in self.school["concepts"]:
            if concept["id"] in MEANING:
                concept["serves"] = MEANING[concept["id"]]
        return {**self.school, **self.survey()}
