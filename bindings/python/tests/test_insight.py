"""Counts, from Python: small cases worked out by hand, and the sample school."""
import pytest

import schakel


def family(i, **more):
    adult = {"id": f"a{i:02}", "languages": [{"tag": "nl", "speaking": "C2", "reading": "B1"}], **more}
    return adult, {"id": f"c{i:02}", "group": "g", "ties": [{"adult": adult["id"], "kind": "mother"}]}


@pytest.fixture
def twenty(document):
    families = [family(i) for i in range(20)]
    document["groups"] = [{"id": "g", "name": "Groep 4"}]
    document["adults"] = [adult for adult, _ in families]
    document["children"] = [child for _, child in families]
    for name in ("offers", "needs", "asks"):
        document.pop(name, None)
    document["activities"] = [
        {"id": "avond", "kind": "parents_evening", "why": "Ouders willen dit weten.", "date": "2026-09-22",
         "attended": [f"a{i:02}" for i in range(8)]}
    ]
    return document


def test_engagement_counts_families(twenty):
    engagement = schakel.School.loads(twenty).engagement()
    rows = {(row["way"], row["unit"], row["breakdown"]): row for row in engagement.rows if row["key"] == "all"}
    assert rows[0, "families", "all"]["reached"] == 8 and rows[0, "families", "all"]["never_reached"] == 12
    assert [way["by"] for way in engagement.ways][:2] == ["anything", "kind"]
    assert repr(engagement) == "<schakel.Engagement: families reached: 8 of 20>"
    assert engagement.to_dict()["asks"] is None and "8" in engagement.to_text()
    assert engagement._repr_html_().startswith("<iframe")


def test_engagement_hides_few(twenty):
    twenty["activities"][0]["attended"] = ["a00", "a01"]
    engagement = schakel.School.loads(twenty).engagement()
    assert all(row["reached"] is None for row in engagement.rows if row["people"] != 0)
    assert schakel.School.loads(twenty).engagement(min_cell=2).rows[0]["reached"] == 2


def test_engagement_tells_nearly_all(twenty):
    twenty["activities"][0]["attended"] = [f"a{i:02}" for i in range(18)]
    engagement = schakel.School.loads(twenty).engagement()
    families = next(row for row in engagement.rows if row["unit"] == "families")
    assert (families["people"], families["reached"], families["at_least"]) == (20, None, 16)
    assert repr(engagement) == "<schakel.Engagement: families reached: at least 16 of 20>"
    assert "16 of meer" in engagement.to_text()


def test_a_survey_with_an_interval(twenty):
    choices = ["ja", "nee"]
    twenty["surveys"] = [{"id": "v", "title": "Vraag"}]
    twenty["survey_questions"] = [
        {"id": "u", "survey": "v", "theme": "safety", "text": "Is uw kind veilig?", "choices": choices, "counted": ["ja"]}
    ]
    twenty["responses"] = [
        {"id": f"r{i:02}", "survey": "v", "adult": f"a{i:02}", "replies": [{"question": "u", "choice": choices[i % 2]}]}
        for i in range(20)
    ]
    survey = schakel.School.loads(twenty).survey("v")
    question = survey.questions[0]
    assert (question["n"], question["counted"], question["share"]) == (20, 10, 0.5)
    low, high = schakel.share_interval(10, 20)
    assert question["low"] == pytest.approx(low, abs=1e-4) and question["high"] == pytest.approx(high, abs=1e-4)
    assert low == pytest.approx(0.2993, abs=1e-4) and low + high == pytest.approx(1)
    assert "<svg" in survey.to_html() and survey.to_text()
    with pytest.raises(schakel.InvalidInput):
        schakel.School.loads(twenty).survey("w")


def test_statistics():
    assert schakel.groups_differ(3, 4, 1, 4) == pytest.approx(0.4857142857)
    assert schakel.groups_differ(0, 0, 1, 4) == 1
    with pytest.raises(ValueError):
        schakel.groups_differ(5, 4, 1, 4)
    with pytest.raises(ValueError):
        schakel.share_interval(2, 1)
    questions = schakel.default_survey_questions()
    assert len(questions) == 10 and {question["theme"] for question in questions} == {
        "role", "transitions", "privacy", "hours", "safety"}
    for question in questions:
        assert schakel.check(question["text"]).meets_target


def test_the_default_questions_need_only_a_survey(document):
    document["surveys"] = [{"id": "s"}]
    document["survey_questions"] = [{**question, "survey": "s"} for question in schakel.default_survey_questions()]
    assert len(schakel.School.loads(document).survey_questions) == 10


def test_the_balance_names_people(document):
    document["adults"][0]["cap"] = 1
    document["asks"] = [
        {"id": f"q{i}", "adult": "asked", "date": f"2026-09-0{i + 1}", "state": "done"} for i in range(2)
    ]
    document["wishes"] = [
        {"id": "w", "kind": "expectation", "by_adult": "asked", "date": "2026-09-01", "text": "Vraag ook eens anderen."}
    ]
    balance = schakel.School.loads(document).balance()
    first = balance.adults[0]
    assert (first["adult"], first["kind"], first["asks"], first["wants"]) == ("asked", "too_often", 2, 1)
    assert first["expectations"] == ["w"] and balance.expectations[0]["side"] == "parents"


def test_the_sample_school(sample):
    year = sample.engagement(from_="2025-09-01", until="2026-07-17")
    families = next(row for row in year.rows if row["way"] == 0 and row["unit"] == "families")
    assert families["reached"] > 0.9 * families["people"]
    few = [way for way in year.ways if way["same_few"]]
    assert [way["kind"] for way in few] == ["parents_evening"]
    survey = sample.survey("hoe-gaat-het")
    partner = next(question for question in survey.questions if question["id"] == "v-partner")
    fathers = [row for row in survey.rows if row["question"] == "v-partner" and row["key"] == "father"]
    assert fathers[0]["differs"] and fathers[0]["share"] < partner["share"]
    assert len(sample.surveys) == 1 and len(sample.responses) == 134 and len(sample.survey_questions) == 7
