"""Talks, access and small groups on a small school of plainly fictional people."""
import gc
import pickle

import pytest

import schakel

DOCUMENT = {
    "schakel": 1,
    "school": {"id": "s", "stage": "po", "year_start": "2026-08-24", "year_end": "2027-07-16"},
    "staff": [{"id": "juf", "name": "Els Waterlelie"}, {"id": "wim", "role": "other"}],
    "groups": [{"id": "g3", "year": 3, "staff": ["juf"]}],
    "adults": [
        {"id": "moeder", "name": "Ada Zeebries", "languages": [{"tag": "ti", "speaking": "C2"}, {"tag": "nl", "speaking": "A2"}]},
        {"id": "vader", "name": "Bo Zeebries"},
        {"id": "oma", "name": "Cor Zeebries"},
    ],
    "children": [
        {
            "id": "kind",
            "name": "Dee Zeebries",
            "group": "g3",
            "born": "2019-05-05",
            "ties": [
                {"adult": "moeder", "kind": "mother"},
                {"adult": "oma", "kind": "relative"},
                {"adult": "vader", "kind": "father", "authority": "no"},
            ],
        }
    ],
    "ladder": [{"id": "juffen", "level": 1, "staff": ["juf"]}],
    "teams": [{"id": "raad", "kind": "council", "members": [{"adult": "moeder"}]}],
    "cases": [
        {
            "id": "zaak",
            "child": "kind",
            "opened": "2026-09-01",
            "steps": [{"rung": "juffen", "date": "2026-09-01"}],
            "notes": [{"date": "2026-09-02", "kind": "told", "text": "Slaapt slecht.", "by_adult": "moeder"}],
        }
    ],
    "talks": [
        {"id": "praat", "kind": "introductory_talk", "child": "kind", "date": "2026-09-03", "state": "held",
         "staff": ["juf"], "adults": ["moeder"], "tone": "good"}
    ],
    "agreements": [{"id": "lezen", "child": "kind", "talk": "praat", "text": "Samen lezen.", "date": "2026-09-03"}],
    "contacts": [{"id": "belde", "child": "kind", "adult": "vader", "date": "2026-09-08", "channel": "call",
                  "purpose": "concern", "tone": "problem"}],
}


@pytest.fixture
def school():
    return schakel.School.loads(DOCUMENT)


def test_records_come_back(school):
    for member in ("ladder", "teams", "cases", "talks", "agreements", "contacts"):
        assert getattr(school, member) == DOCUMENT[member]
    assert school.wishes == school.consents == school.activities == school.answers == school.series == []
    assert school.cycle_entries == school.questions == []
    assert school.count("talk") == 1


def test_the_cycle_says_what_is_due(school):
    cycle = school.cycle(today="2026-10-01", child="kind")
    first, second, third = cycle.rows
    assert (first["due"], first["talk"]) == ("done", "praat")
    assert (second["due"], third["due"]) == ("later", "later")
    assert second["adults"] == ["moeder", "vader"]
    assert second["needs_bridge"] and second["minutes"] == 30
    assert second["agreements"] == ["lezen"]
    assert "Dee Zeebries" in cycle.to_text()
    assert school.cycle(today="2026-10-01").rows == cycle.rows
    with pytest.raises(schakel.Error) as caught:
        school.cycle(today="2026-10-01", child="niemand")
    assert caught.value.status == schakel.Status.NOT_FOUND


def test_the_agenda_says_what_asks_for_care(school):
    agenda = school.agenda(today="2026-10-01", days=7)
    assert agenda.items == []
    assert "agenda" in agenda.to_text()
    assert school.agenda("2026-09-01").to_dict("en") == {"items": []}
    with pytest.raises(schakel.InvalidInput):
        school.agenda("2026-10-01", days=1000)


def test_a_case_keeps_its_file(school):
    lines = school.case_file("zaak")
    assert [line["kind"] for line in lines] == ["opened", "step", "told"]
    assert lines[2]["text"] == "Slaapt slecht."


def test_contact_is_summed_and_advised(school):
    assert school.contact("kind")["count"] == 2
    assert school.contact("kind", "vader") == {
        "count": 1, "good": 0, "problem": 1, "spoken": 1, "from_parent": 0, "only_problems": False,
    }
    assert school.contact("kind", until="2026-09-05")["good"] == 1
    assert school.contact_advice("kind", "problem", "mail", "2026-10-01")["advice"] == "message_is_cold"
    only = school.contact_advice("kind", "problem", "call", "2026-10-01", adult="vader", language="en")
    assert only["advice"] == "only_problems" and "goes well" in only["text"]
    with pytest.raises(ValueError, match="tone"):
        school.contact_advice("kind", "boos", "call", "2026-10-01")


def test_a_view_holds_no_more_than_may_be_seen(school):
    mother = school.view("moeder", "care", today="2026-10-01")
    assert [case["id"] for case in mother.cases] == ["zaak"]
    assert mother.contacts == []
    father = school.view("vader", "care", today="2026-10-01")
    assert father.cases == [] and [talk["id"] for talk in father.talks] == ["praat"]
    assert [contact["id"] for contact in father.contacts] == ["belde"]
    assert "born" not in father.children[0]
    grandmother = school.view("oma", today="2026-10-01")
    assert grandmother.children == [] and grandmother.talks == []
    assert school.view("juf", today="2026-10-01", kind="staff").children[0]["born"] == "2019-05-05"
    assert school.view("wim", today="2026-10-01").adults == []
    with pytest.raises(ValueError, match="nobody"):
        school.view("niemand", today="2026-10-01")
    with pytest.raises(ValueError, match="purpose"):
        school.view("oma", "gluren", today="2026-10-01")


def test_questions_of_access_get_a_reason(school):
    answer = school.access("oma", "talk", "praat", today="2026-10-01", language="en")
    assert answer["sight"] == "nothing" and answer["reason"] == "no_consent" and answer["text"]
    assert school.access("moeder", "talk", "praat", today="2026-10-01")["sight"] == "whole"
    told = school.told("kind", "vader", "progress", "2026-10-01")
    assert told["allowed"] and told["reason"] == "duty" and told["source"].endswith("1:377c")
    assert not school.told("kind", "vader", "care", "2026-10-01")["allowed"]


def test_a_school_without_somebody(school):
    without = school.without("adult", "moeder")
    assert "moeder" not in without.to_json() and "Ada" not in without.to_json()
    assert without.talks[0]["unnamed_adults"] == 1
    assert school.count("adult") == 3
    with pytest.raises(schakel.Error):
        school.without("need", "n")


def test_small_groups(school):
    grouping = school.grouping(["moeder", "vader", "oma"], 2, 3, hosts=["oma"], apart=[("vader", "moeder")])
    assert grouping.groups == [{"adults": ["moeder", "oma"], "host": "oma", "language": "nl"}]
    assert grouping.left_out == ["vader"]
    assert grouping.proof["optimal"]
    assert school.grouping([], mix="alike", shared_language=False, effort=5).groups == []
    with pytest.raises(schakel.InvalidInput):
        school.grouping(["moeder"], low=0)


def test_who_is_missing_in_a_team(school):
    composition = school.composition("raad")
    assert composition.members == 1
    assert all(row["missing"] is None or not row["missing"] for row in composition.rows)
    assert "missing" in repr(composition)


def test_results_outlive_the_school_and_schools_are_pickled(school):
    cycle, agenda = school.cycle("2026-10-01"), school.agenda("2026-10-01")
    grouping = school.grouping(["moeder", "oma"], 2, 2)
    again = pickle.loads(pickle.dumps(school.view("moeder", today="2026-10-01")))
    del school
    gc.collect()
    assert len(cycle.rows) == 3 and agenda.items == [] and len(grouping.groups) == 1
    assert again.children[0]["id"] == "kind"
    assert "3 rows" in repr(cycle) and "0 items" in repr(agenda) and "1 groups" in repr(grouping)
    assert cycle._repr_html_().startswith("<pre") and agenda._repr_html_().startswith("<pre")
