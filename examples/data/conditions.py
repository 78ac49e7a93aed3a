"""What is asked of people in De Springplank besides time, and what binds them; make_school.py puts it into school.json.

Where it is found:

    a trip that needs enough people     minimum in MINIMUMS; the ride to the theatre is off, the others go ahead
    a certificate of conduct            need zwemmen-1: one of the helpers must have one; in zwemmen-2 hardly anybody has
    only together with somebody         offers "samen-1" to "samen-6": two couples, and two who come with a friend
    concepts of the library itself      BUILT_IN and JOBS: what is not of this school alone begins with "schakel:"

Everything is made up, as in school_tables.py. Nothing is drawn: the people stay as they are.
"""

# What the school calls in its own way is its own; for these the library has concepts.
BUILT_IN = {
    "hair-check": "schakel:help-hair-check",
    "bicycle-repair": "schakel:help-bicycle-check",
    "guest-lesson": "schakel:occupation",
    "lesson-care": "schakel:nurse",
    "lesson-building": "schakel:bricklayer",
    "lesson-food": "schakel:baker",
    "lesson-money": "schakel:bank-employee",
    "lesson-transport": "schakel:tram-driver",
    "lesson-computers": "schakel:web-developer",
}
# A place asks for what must be done; the people above can serve it.
BUILT_IN_PLACES = {
    "guest-lesson": "schakel:occupation",
    "lesson-care": "schakel:work-health",
    "lesson-money": "schakel:theme-money",
}
# By how somebody tells it, for those who do something else than most.
JOBS = {
    "Ik help oude mensen thuis.": "schakel:home-carer",
    "Ik leg daken.": "schakel:roofer",
    "Ik ben kok.": "schakel:cook",
    "Ik heb een eigen winkel.": "schakel:shopkeeper",
    "Ik ben chauffeur.": "schakel:truck-driver",
    "Ik werk met computers.": "schakel:software-developer",
}

# Title of the need: with fewer people it is off.
MINIMUMS = {
    "Wandeling naar het bos": 3,
    "Naar de bibliotheek": 2,
    "Naar het museum": 3,
    "Schoolreis groep 1 en 2": 3,
    "Naar de boerderij": 2,
    "Dansmiddag: rijden naar het theater": 3,
}

NEEDS = [
    {"id": "zwemmen-1", "title": "Zwemmen met groep 1 en 2", "date": "2026-10-13", "start": "09:00", "end": "11:15",
     "notice": 14, "priority": "high",
     "places": [{"id": "p1", "concept": "trip-guide", "count": 3, "minimum": 2},
                {"id": "p2", "concept": "schakel:help-swimming", "minimum": 1, "certificate": True}]},
    {"id": "zwemmen-2", "title": "Spelen in het zwembad", "date": "2027-05-11", "start": "09:00", "end": "11:15",
     "notice": 14, "priority": "low",
     "places": [{"id": "p1", "concept": "schakel:help-swimming", "count": 2, "certificate": True}]},
]

WITH_CHILDREN = {"trip-guide", "swimming-bus", "reading-group", "sport", "buddy"}
CERTIFICATES = ["2029-08-31", "2028-03-31", "2027-01-31", "2026-09-15"]


class Conditions:
    def __init__(self, school):
        self.school = school
        self.adults = {adult["id"]: adult for adult in school["adults"]}

    def use_built_in_concepts(self):
        self.school["concepts"] = [c for c in self.school["concepts"] if c["id"] not in BUILT_IN]
        for record in self.school["offers"] + self.school["answers"]:
            if "concepts" in record:
                record["concepts"] = [self.built_in(concept, record.get("text", "")) for concept in record["concepts"]]
        for need in self.school["needs"]:
            for place in need["places"]:
                place["concept"] = BUILT_IN_PLACES.get(place["concept"], self.built_in(place["concept"], ""))

    @staticmethod
    def built_in(concept, text):
        jobs = [job for words, job in JOBS.items() if text.startswith(words)]
        return jobs[0] if concept in BUILT_IN and jobs else BUILT_IN.get(concept, concept)

    def set_minimums(self):
        for need in self.school["needs"]:
            if need["title"] in MINIMUMS:
                need["places"][0]["minimum"] = MINIMUMS[need["title"]]

    def give_certificates(self):
        """Who often goes along with children had one for that; not everybody's holds for ever."""
        helpers = sorted({offer["adult"] for offer in self.school["offers"] if WITH_CHILDREN & set(offer["concepts"])})
        for i, helper in enumerate(helpers):
            if i % 2 == 0:
                self.adults[helper]["certificate_until"] = CERTIFICATES[i // 2 % len(CERTIFICATES)]

    def couples(self):
        """Mothers and fathers of one child who offered nothing and can come on a Tuesday morning."""
        busy = {offer["adult"] for offer in self.school["offers"]}
        for child in self.school["children"]:
            ties = {tie["kind"]: tie["adult"] for tie in child["ties"]}
            pair = [ties.get("mother"), ties.get("father")]
            if None not in pair and not any(a in busy or not self.comes_on_tuesday(a) for a in pair):
                busy.update(pair)
                yield pair

    def comes_on_tuesday(self, adult):
        windows = self.adults[adult].get("windows", [])
        return not windows or any("tue" in w["days"] and w["start"] <= "09:00" for w in windows)

    def add_offer(self, id, adult, concept, notice, text, together=None):
        offer = {"id": id, "adult": adult, "concepts": [concept], "cap": 3, "notice": notice, "text": text}
        if together:
            offer["together"] = together
        self.school["offers"].append(offer)

    def add_offers(self):
        couples = self.couples()
        for number, (concept, words) in enumerate([
                ("cooking", "Wij koken graag samen. Eén van ons alleen gaat niet."),
                ("trip-guide", "Wij gaan samen mee, of niet.")]):
            one, other = next(couples)
            self.add_offer(f"samen-{2 * number + 1}", one, concept, 7, words, other)
            self.add_offer(f"samen-{2 * number + 2}", other, concept, 7, words, one)
        # One who dares to come with somebody she knows; the other also comes alone.
        for number, concept in enumerate(["celebration-help", "crafts"]):
            friend = next(o["adult"] for o in self.school["offers"] if o["concepts"] == [concept])
            shy, _ = next(couples)
            self.add_offer(f"samen-{5 + number}", shy, concept, 7,
                           "Ik durf nog niet alleen. Met iemand die ik ken, kom ik graag.", friend)
        holds, ends = next(couples)
        self.adults[holds]["certificate_until"] = "2029-08-31"
        self.adults[ends]["certificate_until"] = "2026-12-31"
        for id, adult in (("zwem-1", holds), ("zwem-2", ends)):
            self.add_offer(id, adult, "schakel:help-swimming", 7, "Ik ga graag mee het water in.")

    def add(self):
        self.use_built_in_concepts()
        self.set_minimums()
        self.give_certificates()
        self.add_offers()
        self.school["needs"].extend(NEEDS)
        return self.school
