"""Rounds of talks, from Python: a small round worked out by hand, and the sample school."""
import pytest

import schakel

TODAY = "2026-09-01"


@pytest.fixture
def small(document):
    document["staff"] = [{"id": "juf", "name": "Ellen Boterbloem"}]
    document["groups"][0]["staff"] = ["juf"]
    document["children"].append({**document["children"][0], "id": "c2"})
    document["rounds"] = [
        {"id": "start", "title": "Startgesprekken", "kind": "introductory_talk",
         "blocks": [{"staff": "juf", "date": "2026-09-15", "start": "15:00", "end": "16:30", "room": "lokaal 3"}]}
    ]
    return schakel.School.loads(document)


def test_a_timetable_of_a_small_round(small):
    timetable = small.timetable("start", TODAY)
    assert timetable.summary["talks"] == timetable.summary["placed"] == timetable.summary["most"] == 2
    assert timetable.summary["families"] == timetable.summary["together"] == 1
    first, second = timetable.talks
    # The father speaks Turkish only: with a bridge a talk takes half an hour.
    assert first["date"] == second["date"] == "2026-09-15" and first["minutes"] == second["minutes"] == 30
    assert first["start"] < second["start"] and first["room"] == "lokaal 3" and first["needs_bridge"]
    assert repr(timetable) == "<schakel.Timetable start: 2 of 2 talks>"
    assert timetable.to_dict("en") == timetable.to_dict()


def test_pages_and_letters(small):
    timetable = small.timetable("start", TODAY)
    assert timetable.to_text(title="De school").startswith("De school\n\nStartgesprekken\n")
    assert timetable.to_text(staff="juf").startswith("Startgesprekken: Ellen Boterbloem\n")
    assert "# Kom praten over c1 en c2\n" in timetable.to_text(child="c2")
    assert "<article" in timetable.to_html(child="c1", language="en")
    assert timetable.to_text(all_letters=True) == timetable.to_text(child="c1")
    assert "<article" in timetable.to_html(all_letters=True)
    assert "<iframe" in timetable._repr_html_()
    with pytest.raises(schakel.InvalidInput) as problem:
        timetable.to_text(child="nobody")
    assert problem.value.path == "/child"


def test_applying_gives_a_new_school(small):
    timetable = small.timetable("start", TODAY)
    changed = timetable.apply()
    assert small.count("talk") == 0 and changed.count("talk") == 2
    planned = {talk["child"]: (talk["date"], talk["start"]) for talk in changed.to_dict()["talks"]}
    assert planned == {talk["child"]: (talk["date"], talk["start"]) for talk in timetable.talks}
    again = changed.timetable("start", TODAY)
    assert again.summary["moved"] == 0 and [talk["moved"] for talk in again.talks] == [False, False]


def test_teachers_share_the_talks_of_their_group(document, small):
    document["staff"].append({"id": "meester", "name": "Joost Eikenblad"})
    document["groups"][0]["staff"].append("meester")
    block = {**document["rounds"][0]["blocks"][0], "end": "15:30"}
    document["rounds"][0]["blocks"] = [
        block,
        {**block, "staff": "meester", "start": "15:35", "end": "16:05", "room": "lokaal 4"},
        {"staff": "meester", "date": "2026-09-15", "start": "18:00", "end": "18:30", "online": True},
    ]
    timetable = schakel.School.loads(document).timetable("start", TODAY)
    assert [talk["staff"] for talk in timetable.talks] == [["juf"], ["meester"]]
    assert timetable.talks[0]["other_moments"] == [
        {"date": "2026-09-15", "start": "18:00", "room": None, "online": True, "staff": "meester"}
    ]
    assert "18:00 uur, online, met Joost Eikenblad\n" in timetable.to_text(child="c1")
    assert "c1" in timetable.to_text(staff="juf") and "c2" not in timetable.to_text(staff="juf")


def test_what_is_wrong_is_named(small):
    with pytest.raises(schakel.InvalidInput, match="begin"):
        small.timetable("begin", TODAY)
    with pytest.raises(schakel.InvalidInput):
        small.timetable("start", TODAY, wait_weight=-1)
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        small.timetable("start", "gisteren")


def test_the_round_of_the_sample(sample):
    timetable = sample.timetable("startgesprekken", TODAY)
    summary = timetable.summary
    without = [talk for talk in timetable.talks if talk["date"] is None]
    assert summary["placed"] == summary["most"] == summary["talks"] - 1
    assert [talk["child"] for talk in without] == ["c103"] and without[0]["reason"] == "windows" and without[0]["text"]
    assert len(timetable.talks) > 200
