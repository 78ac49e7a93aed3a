"""What parents, children and school of De Springplank say and agree; make_school.py puts it into school.json.

Where a story is found:

    the wishes evening             activity wensen; w01 and w03 are complaints that became w02 and w04
    fathers' evening               activity vaders answers w02 and w05
    course, walk-ins               series cursus (cursus-1 to -8) and inloop (inloop-01 to -12)
    a case that climbed            zaak1, from the teacher to the counsellor, with independent support
    a case that just began         zaak2
    a plan that cannot be done     agreement k001: the parents support it and cannot do it
    only problems                  contacts about the third child of group 7
    warm contact                   contacts about the second child of group 4
    council without newcomers      team raad; working group team lezen; parents' plan team plein
    separated parents              the second of two parents who live apart has no authority
    a grandmother may hear it      consent t01; t02 was withdrawn
"""
from dialogue_tables import (ACTIVITIES, AT_HOME, COURSE, COURSE_STEPS, CYCLE, GOOD_AT, IN_THE_GROUP, INTERESTS, NOTES,
                             QUESTIONS, SERIES, WALK_IN_STEPS, WISHES)

LAST_YEAR = ["2026-06-02", "2026-06-04", "2026-06-09", "2026-06-11", "2026-06-16"]
FIRST_WEEK = ["2026-08-27", "2026-08-28", "2026-08-31"]
NEXT_WEEKS = ["2026-09-02", "2026-09-03", "2026-09-08", "2026-09-10", "2026-09-14", "2026-09-15"]
TIMES = ["08:30", "14:15", "14:30", "15:00", "15:30", "16:00", "18:30"]
PARENTS = ("mother", "father", "parent", "foster_parent", "guardian")


def only(**members):
    """A record without the members that are not there."""
    return {name: value for name, value in members.items() if value not in (None, [], "")}


class Dialogue:
    def __init__(self, school, dice):
        self.school, self.dice = school, dice
        self.adults = {adult["id"]: adult for adult in school["adults"]}
        self.children = {}
        for child in school["children"]:
            self.children.setdefault(child["group"], []).append(child)
        self.teacher = {group["id"]: group["staff"][0] for group in school["groups"]}

    def family(self, group, place):
        """A child of a group of which two parents are known, with the mother and the father."""
        known = []
        for child in self.children[group]:
            ties = {tie["kind"]: tie["adult"] for tie in child["ties"] if tie.get("informed", True)}
            if "mother" in ties and "father" in ties:
                known.append((child, ties["mother"], ties["father"]))
        return known[place]

    def parents(self, child):
        return [tie["adult"] for tie in child["ties"] if tie["kind"] in PARENTS and tie.get("informed", True)]

    def lacks_dutch(self, adult):
        levels = ["none", "A1", "A2"]
        return any(s["tag"] == "nl" and s["speaking"] in levels for s in self.adults[adult]["languages"])

    # ------------------------------------------------------- ties and consent

    def settle_ties(self):
        """Who brings up a child as grandparent or relative has authority; of two parents apart one has not."""
        seen = set()
        for child in self.school["children"]:
            key = id(child["ties"])
            if key in seen:
                continue
            seen.add(key)
            kinds = [tie["kind"] for tie in child["ties"]]
            if set(kinds) == {"relative"}:
                for tie in child["ties"]:
                    tie["authority"] = "yes"
            if kinds == ["mother", "father", "stepparent"] and "apart" not in seen:
                seen.add("apart")
                child["ties"][1]["authority"] = "no"

    def consents(self):
        grown = [(child, tie["adult"]) for child in self.school["children"] for tie in child["ties"]
                 if tie["kind"] == "relative" and child["ties"][0]["kind"] == "mother"]
        (first, grandmother), (second, other) = grown[0], grown[1]
        return [
            only(id="t01", child=first["id"], by_adult=first["ties"][0]["adult"], adult=grandmother,
                 scopes=["practical", "progress"], given="2026-08-24"),
            only(id="t02", child=second["id"], by_adult=second["ties"][0]["adult"], adult=other,
                 scopes=["practical"], given="2026-03-02", withdrawn="2026-07-01"),
        ]

    # ------------------------------------------------------------------ talks

    def talk(self, number, child, kind, date, state, tone=None, case=None):
        adults = self.parents(child)
        bridge = "nearby" if any(self.lacks_dutch(adult) for adult in adults) else None
        part = "joins" if child["group"] in ("g3", "g4", "g5", "g6", "g7", "g8") else None
        return only(id=f"g{number:03}", kind=kind, child=child["id"], date=date, start=self.dice.pick(TIMES),
                    minutes=30 if bridge else 15, state=state, staff=[self.teacher[child["group"]]], adults=adults,
                    child_part=part, bridge=bridge, tone=tone, case=case)

    def talks(self):
        dice, talks = self.dice, []
        for child in self.school["children"]:
            if not self.parents(child):
                continue
            if dice.chance(0.4):
                tone = dice.pick([None, "good", "good"])
                talks.append(self.talk(len(talks) + 1, child, "handover_talk", dice.pick(LAST_YEAR), "held", tone))
            roll = dice.below(10)
            if roll < 2:
                tone = dice.pick([None, "good"])
                talks.append(self.talk(len(talks) + 1, child, "introductory_talk", dice.pick(FIRST_WEEK), "held", tone))
            elif roll == 2:
                talks.append(self.talk(len(talks) + 1, child, "introductory_talk", dice.pick(FIRST_WEEK), "missed"))
        case_child = self.family("g6", 1)[0]
        talks.append(self.talk(len(talks) + 1, case_child, "care_talk", "2026-09-04", "planned", "problem", "zaak1"))
        return talks

    def agreements(self, talks):
        held = [talk for talk in talks if talk["state"] == "held"]
        by_child = {child["id"]: child for child in self.school["children"]}
        wordings = [
            ("Elke dag tien minuten samen lezen.", "adult", "home", "learning"),
            ("Elke avond op tijd naar bed.", "adult", "home", "pedagogical"),
            ("Het kind krijgt een plek vooraan.", "staff", "school", None),
            ("De leerkracht belt over twee weken.", "staff", "school", None),
            ("Ik vertel thuis wat ik heb geleerd.", "child", "home", "learning"),
        ]
        child, _, father = self.family("g6", 1)
        agreements = [only(id="k001", child=child["id"], case="zaak1", text="Vader brengt het kind elke dag zelf.",
                           by_adult=father, date="2026-08-28", supported="yes", feasible="no")]
        for talk in held:
            if not self.dice.chance(0.5):
                continue
            text, who, where, component = self.dice.pick(wordings)
            last_year = talk["date"] < "2026-08-01"
            done = last_year and self.dice.chance(0.7)
            agreements.append(only(
                id=f"k{len(agreements) + 1:03}", child=talk["child"], talk=talk["id"], text=text,
                by_adult=self.parents(by_child[talk["child"]])[0] if who == "adult" else None,
                by_staff=talk["staff"][0] if who == "staff" else None, by_child=talk["child"] if who == "child" else None,
                date=talk["date"], due="2026-09-18" if not last_year else None,
                where="school" if where == "school" else None, component=component, state="done" if done else None,
                supported="yes" if self.dice.chance(0.6) else None, feasible="yes" if self.dice.chance(0.5) else None))
        return agreements

    def contacts(self):
        contacts = []

        def add(child, adult, date, channel, purpose, tone=None, from_parent=None, case=None):
            contacts.append(only(id=f"z{len(contacts) + 1:03}", child=child["id"], adult=adult,
                                 staff=self.teacher[child["group"]], date=date, channel=channel, purpose=purpose, tone=tone,
                                 from_parent=from_parent, case=case))

        bad, mother, _ = self.family("g7", 2)
        for date in ("2026-08-25", "2026-08-27", "2026-08-31"):
            add(bad, mother, date, "message", "concern", "problem")
        warm, mother, father = self.family("g4", 1)
        add(warm, mother, "2026-08-24", "in_person", "acquaint", "good")
        add(warm, father, "2026-08-27", "in_person", "progress", "good", True)
        add(warm, mother, "2026-08-31", "message", "progress", "good")
        child, mother, father = self.family("g6", 1)
        add(child, mother, "2026-08-26", "call", "concern", "problem", True, "zaak1")
        add(child, father, "2026-08-28", "in_person", "progress", None, None, "zaak1")
        for group in ("g12a", "g12b", "gn"):
            for child in self.children[group][:6]:
                if self.parents(child):
                    add(child, self.parents(child)[0], self.dice.pick(["2026-08-24", "2026-08-25"]), "in_person", "acquaint",
                        self.dice.pick([None, "good"]))
        return contacts

    # -------------------------------------------------------------- passports

    def answers(self):
        dice, answers = self.dice, []
        offers = {}
        for offer in self.school["offers"]:
            offers.setdefault(offer["adult"], offer)

        def add(question, date, text, child=None, group=None, by_adult=None, by_staff=None, by_child=None, **more):
            answers.append(only(id=f"p{len(answers) + 1:03}", question=question, child=child, group=group, by_adult=by_adult,
                                by_staff=by_staff, by_child=by_child, date=date, text=text, **more))

        for group in ("g3", "g6"):
            for child in self.children[group]:
                parents = self.parents(child)
                if not parents or dice.chance(0.2):
                    continue
                about = {"child": child["id"]}
                if parents[0] in offers:
                    offer = offers[parents[0]]
                    add("v01", "2026-08-25", offer["text"], by_adult=parents[0], concepts=offer["concepts"],
                        offer=offer["id"], **about)
                add("v02", "2026-08-25", dice.pick(AT_HOME), by_adult=parents[-1], **about)
                add("v05", "2026-08-31", dice.pick(IN_THE_GROUP), by_staff=self.teacher[group], **about)
                words, concept = dice.pick(INTERESTS)
                add("v06", "2026-08-26", words, by_child=child["id"], concepts=[concept], **about)
                add("v07", "2026-08-26", dice.pick(GOOD_AT), by_child=child["id"], **about)
        secret = self.family("g6", 1)[0]
        add("v08", "2026-08-26", "Ik vind het druk in de kring.", by_child=secret["id"], child=secret["id"])
        needs = {need["title"]: need for need in self.school["needs"]}
        for title, group in (("Lezen met een groepje", "g3"), ("Techniek: zelf een lampje maken", "g6")):
            need = needs[title]
            add("v04", "2026-08-31", title, group=group, by_staff=self.teacher[group],
                concepts=[place["concept"] for place in need["places"]][:1], need=need["id"])
        return answers

    def wishes(self):
        wishes = []
        for number, kind, who, text, origin, state, answer, shared in WISHES:
            by = {"by_staff": who} if isinstance(who, str) else {"by_adult": self.family(*who)[1]}
            wishes.append(only(id=number, kind=kind, **by, date="2026-06-18", text=text, state=state if state != "open" else None,
                               answer=answer, answer_date="2026-08-24" if answer else None, shared=shared or None,
                               **{"from": origin} if origin else {}))
        order = ["id", "kind", "by_adult", "by_staff", "date", "text", "from", "state", "answer", "answer_date", "shared"]
        return [{name: wish[name] for name in order if name in wish} for wish in wishes]

    # -------------------------------------------------------------- activities

    def activities(self):
        activities = []
        for number, title, kind, goal, component, audience, why, date, start, end, groups, wishes, staff in ACTIVITIES:
            activities.append(only(
                id=number, title=title, kind=kind, goal=goal if goal != "exchange" else None,
                component=component if component != "none" else None, audience=audience if audience != "parents" else None,
                why=why, date=date, start=start, end=end, team=number if audience == "team" else None,
                groups=groups, wishes=wishes, staff=staff))
        for i, (title, goal, background) in enumerate(COURSE):
            date = ["2026-10-01", "2026-10-08", "2026-10-15", "2026-11-05", "2026-11-12", "2026-11-19", "2026-11-26",
                    "2026-12-03"][i]
            activities.append(only(
                id=f"cursus-{i + 1}", title=title, kind="course_meeting", goal="facilitate", component="learning",
                why="Ouders willen weten hoe het gaat op school.", date=date, start="08:45", end="10:45", series="cursus",
                wishes=["w06"], staff=["s02"], guide_goal=goal, guide_steps=COURSE_STEPS, guide_background=background))
        weeks = ["2026-05-29", "2026-06-05", "2026-06-12", "2026-06-19", "2026-08-28", "2026-09-04", "2026-09-11",
                 "2026-09-18", "2026-09-25", "2026-10-02", "2026-10-09", "2026-10-16"]
        for i, date in enumerate(weeks):
            came = []
            if date < "2026-09-01":
                for child in self.children["g12a"]:
                    for adult in self.parents(child)[:1]:
                        if adult not in came and self.dice.chance(0.8):
                            came.append(adult)
            activities.append(only(
                id=f"inloop-{i + 1:02}", title="Samen spelen en praten", kind="walk_in", goal="facilitate", component="learning",
                audience="together", why="Ouders en kinderen praten meer met elkaar.", date=date, start="08:30", end="08:55",
                series="inloop", groups=["g12a"], wishes=["w06"], staff=["s04", "s13"], guide_steps=WALK_IN_STEPS,
                attended=came, unnamed_attended=2 if came else None))
        return activities

    def teams(self):
        dutch = [adult["id"] for adult in self.school["adults"] if adult["languages"][0]["tag"] == "nl"
                 and any(tie["adult"] == adult["id"] and tie["kind"] == "mother" for child in self.school["children"]
                         for tie in child["ties"])]
        child, mother, father = self.family("g6", 0)
        members = [{"adult": adult} for adult in dutch[:8]]
        members[0]["role"] = "voorzitter"
        return [
            only(id="raad", name="Ouderraad", kind="council", first="2025-09-01", members=members + [{"staff": "s01"}]),
            only(id="lezen", name="Werkgroep lezen", kind="working_group", why="Alle kinderen lezen graag.", first="2026-08-24",
                 members=[{"adult": self.family("g3", 1)[1]}, {"adult": self.family("g4", 2)[2]}, {"staff": "s06"},
                          {"child": self.family("g8", 0)[0]["id"]}], wishes=["w06"]),
            only(id="plein", name="Een groen plein", kind="initiative", why="Kinderen willen buiten leren en spelen.",
                 first="2026-08-24",
                 members=[{"adult": mother, "role": "voorzitter"}, {"adult": father, "role": "tekent en bouwt"},
                          {"staff": "s02", "role": "helpt met afspraken"}, {"child": child["id"], "role": "vraagt wat kinderen willen"}],
                 wishes=["w07"], school_offers=["De helft van het plein", "Geld voor planten", "Een lokaal om te praten"]),
        ]

    # ------------------------------------------------------------------ cases

    def ladder(self):
        rungs = [("leerkracht", "Leerkracht van de groep", [], False),
                 ("begeleider", "Intern begeleider", ["s03"], False), ("directeur", "Directeur", ["s01"], False),
                 ("bestuur", "Bestuur", [], True), ("samen", "Samenwerkingsverband", [], True)]
        return [only(id=number, name=name, level=i + 1, staff=staff, outside=outside or None)
                for i, (number, name, staff, outside) in enumerate(rungs)]

    def cases(self):
        made = []
        for number, (group, place), title, opened, steps, offered, support in (
                ("zaak1", ("g6", 1), "Niet naar school willen", "2026-08-26",
                 [("leerkracht", "2026-08-26", None), ("begeleider", "2026-08-31", "Het helpt nog niet genoeg.")],
                 "2026-08-28", "Iemand van de oudervereniging gaat mee naar gesprekken."),
                ("zaak2", ("g8", 1), "Ruzie op het plein", "2026-08-31", [("leerkracht", "2026-08-31", None)], None, None)):
            child, mother, father = self.family(group, place)
            who = {"mother": ("by_adult", mother), "father": ("by_adult", father), "child": ("by_child", child["id"]),
                   "teacher": ("by_staff", self.teacher[group]), "s03": ("by_staff", "s03")}
            notes = []
            for date, kind, by, text in NOTES[number]:
                member, person = who[by]
                notes.append({"date": date, "kind": kind, "text": text, member: person})
            made.append(only(id=number, child=child["id"], title=title, opened=opened,
                             steps=[only(rung=rung, date=date, reason=reason) for rung, date, reason in steps], notes=notes,
                             support_offered=offered, support=support))
        return made

    def add(self):
        """The school with all of it, in the order of the document."""
        self.settle_ties()
        talks = self.talks()
        for need in self.school["needs"]:
            if need["title"] == "Meedenken over het nieuwe plein":
                places = need.pop("places")
                need.update(team="plein", places=places)
        for offer in self.school["offers"]:
            if offer["concepts"] == ["gardening"]:
                offer["team"] = "plein"
        sections = {
            "ladder": self.ladder(), "consents": self.consents(),
            "cycle": [only(id=number, title=title, kind=kind, first=first, last=last, child_year=3, questions=questions)
                      for number, title, kind, first, last, questions in CYCLE],
            "questions": [only(id=number, text=text, author=author, kind=kind if kind != "open" else None, readers=readers)
                          for number, text, author, kind, readers in QUESTIONS],
            "wishes": self.wishes(),
            "series": [only(id=number, title=title, goal=goal, background=background)
                       for number, title, goal, background in SERIES],
            "teams": self.teams(), "activities": self.activities(),
        }
        later = {"answers": self.answers(), "cases": self.cases(), "talks": talks, "agreements": self.agreements(talks),
                 "contacts": self.contacts()}
        whole = {}
        for name, records in self.school.items():
            if name == "offers":
                whole.update(sections)
            whole[name] = records
        whole.update(later)
        return whole
