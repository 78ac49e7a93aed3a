import copy
import datetime
import gc
import io
import json
import pickle
import random

import pytest

import schakel


@pytest.fixture
def school(document):
    return schakel.School.loads(document)


def test_records_come_back_as_lists_of_dicts(school, document):
    assert school.info == document["school"]
    assert school.adults == document["adults"]
    assert school.children == document["children"]
    assert school.offers == document["offers"]
    assert school.needs == document["needs"]
    assert school.groups == document["groups"]
    assert school.concepts == document["concepts"]
    assert school.asks == document["asks"]
    assert school.staff == []
    assert school.to_dict() == document


def test_counts_by_kind(school):
    assert school.count("adult") == 2
    assert school.count("need") == 2
    assert school.count("staff") == 0
    with pytest.raises(ValueError, match="kind"):
        school.count("dragon")


def test_text_bytes_and_dict_give_the_same_school(document):
    text = json.dumps(document)
    schools = [schakel.School.loads(form) for form in (text, text.encode(), document)]
    assert len({school.to_json() for school in schools}) == 1


def test_what_is_written_reads_back_the_same(school, tmp_path):
    path = tmp_path / "school.json"
    school.save(path)
    again = schakel.School.load(path)
    assert again.to_json() == school.to_json() == path.read_text(encoding="utf-8")
    assert pickle.loads(pickle.dumps(school)).to_json() == school.to_json()


def test_the_hosts_own_members_come_back(document):
    document["adults"][0]["x-host"] = {"number": 12, "list": [True, None, "é"]}
    assert schakel.School.loads(document).adults[0]["x-host"] == {"number": 12, "list": [True, None, "é"]}


def test_a_wrong_value_names_its_place(document):
    document["needs"][1]["date"] = "2026-02-30"
    with pytest.raises(schakel.InvalidInput) as caught:
        schakel.School.loads(document)
    assert caught.value.status is schakel.Status.INVALID
    assert caught.value.path == "/needs/1/date"
    assert str(caught.value).startswith("/needs/1/date")
    assert str(caught.value).endswith(f": {caught.value.message}")
    assert isinstance(caught.value, ValueError)


def test_an_id_that_nothing_has_and_one_that_is_there_twice(document):
    dangling = copy.deepcopy(document)
    dangling["offers"][0]["adult"] = "nobody"
    with pytest.raises(schakel.InvalidInput) as caught:
        schakel.School.loads(dangling)
    assert caught.value.status is schakel.Status.NOT_FOUND
    document["adults"][1]["id"] = "asked"
    with pytest.raises(schakel.InvalidInput) as caught:
        schakel.School.loads(document)
    assert caught.value.status is schakel.Status.DUPLICATE


def test_what_is_not_json_says_where():
    with pytest.raises(schakel.InvalidInput) as caught:
        schakel.School.loads('{\n  "schakel": 1,\n  oops\n}')
    assert caught.value.status is schakel.Status.SYNTAX
    assert caught.value.line == 3
    assert pickle.loads(pickle.dumps(caught.value)).line == 3


def test_a_file_that_is_not_there_is_an_os_error(tmp_path):
    with pytest.raises(schakel.FileError) as caught:
        schakel.School.load(tmp_path / "nothing.json")
    assert isinstance(caught.value, OSError)
    assert caught.value.status is schakel.Status.IO
    with pytest.raises(schakel.FileError):
        schakel.School.loads(_minimal()).save(tmp_path / "no" / "folder.json")
    with pytest.raises(ValueError, match="NUL"):
        schakel.School.load("school\0.json")


def test_matching_spreads_the_load_and_says_what_stays_open(school):
    matching = school.match(today="2026-09-01")
    assert [(ask["need"], ask["place"], ask["adult"]) for ask in matching.asks] == [("n1", "p1", "fresh")]
    assert matching.asks[0]["ask_by"] == "2026-09-08"
    assert matching.asks[0]["fit"] == 1000
    assert matching.asks[0]["reasons"]
    assert [(place["need"], place["place"], place["missing"]) for place in matching.open] == [("n2", "p1", 2)]
    assert matching.proof["optimal"] is True
    assert matching.proof["value"] == matching.proof["bound"]
    assert "1 asks" in repr(matching) and "proven best" in repr(matching)


def test_matching_options(school):
    as_date = school.match(datetime.date(2026, 9, 1), "fairest", max_nodes=10, travel_minutes=15)
    assert as_date.to_dict()["asks"] == school.match("2026-09-01", objective="fairest").asks
    # Later, nothing can be asked in time.
    assert school.match(today="2026-09-10").asks == []
    with pytest.raises(schakel.InvalidInput) as caught:
        school.match("2026-09-01", fit_weight=-1)
    assert "fit_weight" in caught.value.path
    with pytest.raises(ValueError, match="objective"):
        school.match("2026-09-01", objective="best")
    for wrong in ("1 september", "2026-09-31", "2026-09-01\0", ""):
        with pytest.raises(ValueError, match="today"):
            school.match(today=wrong)
    with pytest.raises(TypeError, match="today"):
        school.match(today=20260901)


def test_a_plan_is_repaired(school, document):
    plan = school.match(today="2026-09-01")
    assert plan.dropped == [] and [ask["was_planned"] for ask in plan.asks] == [False]
    document["asks"].append(
        {"id": "q9", "adult": "fresh", "need": "n1", "place": "p1", "date": "2026-09-01", "state": "no"}
    )
    changed = schakel.School.loads(document)
    for planned in (plan, plan.asks, [{"need": "n1", "place": "p1", "adult": "fresh"}]):
        repaired = changed.match(today="2026-09-01", planned=planned, change_weight=100)
        assert [(ask["adult"], ask["was_planned"]) for ask in repaired.asks] == [("asked", False)]
        assert [(drop["adult"], drop["why"]) for drop in repaired.dropped] == [("fresh", "declined")]
        assert repaired.dropped[0]["message"] and "valt af" in repaired.to_text()
    kept = school.match(today="2026-09-01", planned=[{"need": "n1", "place": "p1", "adult": "asked"}])
    assert [(ask["adult"], ask["was_planned"]) for ask in kept.asks] == [("asked", True)]
    assert school.match(today="2026-09-01", planned=[]).to_json() == plan.to_json()


def test_a_plan_that_is_none_is_refused(school):
    for wrong in (["n1"], [{"need": "n1", "place": "p1"}], [{"need": "n1", "place": "p1", "adult": 3}], "n1"):
        with pytest.raises(ValueError, match=r"planned\[0\]"):
            school.match(today="2026-09-01", planned=wrong)
    with pytest.raises(ValueError, match="NUL"):
        school.match(today="2026-09-01", planned=[{"need": "n\0", "place": "p1", "adult": "a"}])
    with pytest.raises(schakel.InvalidInput) as caught:
        school.match(today="2026-09-01", change_weight=-1)
    assert caught.value.path == "/change_weight"


def test_a_matching_is_verified(school, document):
    matching = school.match(today="2026-09-01")
    assert matching.verify() is None and matching.verify(school) is None
    document["adults"][1]["windows"] = [{"days": ["sat"], "start": "09:00", "end": "10:00"}]
    with pytest.raises(schakel.InvalidInput) as caught:
        matching.verify(schakel.School.loads(document))
    assert caught.value.path == "/asks/0"


def test_a_calendar_says_when_to_ask_whom(school, document):
    matching = school.match(today="2026-09-01")
    calendar = matching.calendar()
    # By 8 September, with a week to ask somebody else: 1 September, before which there is no Monday any more.
    assert [(ask["send_on"], ask["adult"], ask["need"], ask["urgent"]) for ask in calendar.asks] == [
        ("2026-09-07", "fresh", "n1", True)
    ]
    friday = matching.calendar(school, weekday=5, answer_days=2, today=datetime.date(2026, 9, 2))
    assert [(ask["send_on"], ask["urgent"]) for ask in friday.asks] == [("2026-09-04", False)]
    assert friday.to_dict()["today"] == "2026-09-02"
    assert repr(calendar) == "<schakel.Calendar: 1 asks, 0 people to thank>"
    assert "Week 37, maandag 7 september 2026" in calendar.to_text()
    assert "Week 37, Monday 7 September 2026" in calendar.to_html(language="en")
    assert calendar._repr_html_().startswith("<iframe srcdoc=")
    document["asks"] = []
    thanked = schakel.School.loads(document).match(today="2026-09-01").calendar()
    assert [(thanks["adult"], thanks["why"]) for thanks in thanked.thanks] == [("fresh", "enough")]
    assert thanked.to_dict("en")["thanks"][0]["message"].startswith("Thank you")
    with pytest.raises(schakel.InvalidInput) as caught:
        matching.calendar(weekday=0)
    assert caught.value.path == "/weekday"
    with pytest.raises(schakel.InvalidInput) as caught:
        matching.calendar(schakel.School.loads(_minimal()))
    assert caught.value.status is schakel.Status.NOT_FOUND


def test_reasons_come_in_both_languages(school):
    matching = school.match(today="2026-09-01")
    assert matching.to_dict("nl") != matching.to_dict("en")
    assert matching.to_dict("en")["asks"][0]["adult"] == "fresh"


def test_a_matching_keeps_its_school(document):
    matching = schakel.School.loads(document).match(today="2026-09-01")
    gc.collect()
    assert "fresh" in matching.to_text()
    assert matching.school.count("adult") == 2


def test_results_show_themselves(school):
    matching = school.match(today="2026-09-01")
    assert matching._repr_html_().startswith("<iframe srcdoc=") and "fresh" in matching._repr_html_()
    assert "<h1>Plan</h1>" in matching.to_html(title="Plan") and "fresh" in matching.to_text()
    reach = school.reach()
    assert reach._repr_html_().startswith("<iframe srcdoc=")
    assert "<script" not in reach.to_html(title="Bereik")
    assert reach.to_text()
    assert repr(reach) == f"<schakel.Reach: {len(reach.rows)} rows>"
    assert repr(school) == "<schakel.School De Kleine School: 2 adults, 1 children, 2 offers, 2 needs>"


def test_reach_hides_what_is_too_small(school):
    rows = school.reach().rows
    assert rows[0]["breakdown"] == "all" and rows[0]["adults"] is None
    for row in rows:
        for count in ("adults", "asked", "never_asked", "said_yes"):
            assert row[count] in (None, 0)


def test_reach_counts_who_was_asked():
    document = _minimal()
    document["adults"] = [{"id": f"a{i:02}"} for i in range(30)]
    document["children"] = [
        {"id": f"c{i:02}", "ties": [{"adult": f"a{i:02}", "kind": "father" if i % 2 else "mother"}]} for i in range(30)
    ]
    document["asks"] = [
        {"id": f"q{i:02}", "adult": f"a{i:02}", "date": "2026-09-10", "state": "yes"} for i in range(12)
    ]
    school = schakel.School.loads(document)
    everybody = school.reach().rows[0]
    assert (everybody["adults"], everybody["asked"], everybody["never_asked"]) == (30, 12, 18)
    later = school.reach(from_="2026-09-11").rows[0]
    assert (later["adults"], later["asked"], later["never_asked"]) == (30, 0, 30)
    earlier = school.reach(from_="2026-09-01", until=datetime.date(2026, 9, 9), min_cell=10).to_dict()
    assert (earlier["from"], earlier["until"], earlier["min_cell"]) == ("2026-09-01", "2026-09-09", 10)
    with pytest.raises(schakel.InvalidInput):
        school.reach(min_cell=1)


@pytest.fixture
def offering():
    """Thirty adults who offer something, of whom twelve were asked once."""
    document = _minimal()
    document["concepts"] = [{"id": "reading"}]
    document["adults"] = [
        {"id": f"a{i:02}", "languages": [{"tag": "nl", "speaking": "C1", "reading": "A2" if i % 2 else "C1"}]}
        for i in range(30)
    ]
    document["children"] = [{"id": f"c{i:02}", "ties": [{"adult": f"a{i:02}", "kind": "mother"}]} for i in range(30)]
    document["offers"] = [{"id": f"o{i:02}", "adult": f"a{i:02}", "concepts": ["reading"]} for i in range(30)]
    document["asks"] = [
        {"id": f"q{i:02}", "adult": f"a{i:02}", "date": "2026-09-10", "state": "yes"} for i in range(12)
    ]
    return schakel.School.loads(document)


def test_spread_before_and_with_a_plan(offering):
    plan = [f"a{i:02}" for i in range(12, 30)]
    spread = offering.spread(planned=plan)
    now, then = spread.total(), spread.total("offerers", "with_plan")
    assert (now["adults"], now["never_asked"], now["asks"], now["gini"]) == (30, 18, 12, 0.6)
    assert (then["adults"], then["never_asked"], then["asks"], then["gini"]) == (30, 0, 30, 0)
    assert [(b["moment"], b["asks"], b["offerers"]) for b in spread.bins] == [
        ("recorded", 0, 18),
        ("recorded", 1, 12),
        ("with_plan", 0, 0),
        ("with_plan", 1, 30),
    ]
    reading = {row["key"]: row for row in spread.rows if row["breakdown"] == "reading"}
    assert list(reading) == ["none", "A1", "A2", "B1", "B2", "C1", "C2", "unknown"]
    assert (reading["A2"]["adults"], reading["A2"]["asks"], reading["A2"]["asks_with_plan"]) == (15, 6, 15)
    assert repr(spread) == "<schakel.Spread: Gini 0.60, with the plan 0.00>"
    assert repr(offering.spread(plan * 2)).endswith("Gini 0.60, with the plan 0.15>")


def test_spread_takes_a_matching_and_shows_itself(school):
    spread = school.spread(school.match(today="2026-09-01"))
    assert spread.to_dict()["has_plan"] and not school.spread().to_dict()["has_plan"]
    assert spread.total()["adults"] is None and spread.total("adults")["gini"] is None and spread.bins == []
    assert repr(spread) == "<schakel.Spread: Gini hidden, with the plan hidden>"
    assert "te weinig mensen" in spread.to_text() and "too few people" in spread.to_text(language="en")
    assert "<script" not in spread.to_html(title="Verdeling")
    assert spread._repr_html_().startswith("<iframe srcdoc=")


def test_spread_names_what_is_wrong(school):
    with pytest.raises(schakel.Error) as caught:
        school.spread(["asked", "nobody"])
    assert caught.value.status == schakel.Status.NOT_FOUND and caught.value.path == "/planned/1"
    with pytest.raises(schakel.InvalidInput):
        school.spread(min_cell=1)
    with pytest.raises(TypeError, match="planned"):
        school.spread("asked")
    with pytest.raises(ValueError, match="NUL"):
        school.spread(["as\0ked"])
    with pytest.raises(ValueError, match="with_plan"):
        school.spread().total(moment="later")


def test_a_stream_gives_a_school_a_line(tmp_path):
    lines = []
    for i in range(3):
        document = _minimal()
        document["school"]["id"] = f"school-{i}"
        lines.append(json.dumps(document))
    path = tmp_path / "schools.ndjson"
    path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    with schakel.School.stream(path) as stream:
        schools = list(stream)
        assert next(stream, None) is None
    gc.collect()
    assert [school.info["id"] for school in schools] == ["school-0", "school-1", "school-2"]
    file = io.BytesIO(path.read_bytes())
    assert len(list(schakel.School.stream(file))) == 3
    assert not file.closed


def test_a_stream_goes_on_after_a_wrong_line():
    good = json.dumps(_minimal()).encode()
    stream = schakel.School.stream(io.BytesIO(good + b"\n{wrong}\n" + good))
    assert next(stream).info["id"] == "minimal"
    with pytest.raises(schakel.InvalidInput) as caught:
        next(stream)
    assert caught.value.line == 2
    assert next(stream).info["id"] == "minimal"
    with pytest.raises(StopIteration):
        next(stream)


def test_what_goes_wrong_while_reading_is_raised():
    class Broken(io.RawIOBase):
        def read(self, size=-1):
            raise ConnectionResetError("the line went dead")

    with pytest.raises(ConnectionResetError, match="the line went dead"):
        next(schakel.School.stream(Broken()))
    with pytest.raises(TypeError, match="opened for bytes"):
        next(schakel.School.stream(io.StringIO("{}")))
    with pytest.raises(FileNotFoundError):
        schakel.School.stream("/nonexistent/schools.ndjson")


def _minimal():
    return {
        "schakel": 1,
        "school": {"id": "minimal", "stage": "po", "year_start": "2026-08-24", "year_end": "2027-07-16"},
    }


def _mend_one_by_one(wrong, right):
    """Where the first mistake is, each time it is mended."""
    places = []
    while True:
        try:
            schakel.School.loads(wrong)
        except schakel.InvalidInput as problem:
            _, section, index = problem.path.split("/")[:3]
            assert wrong[section][int(index)] != right[section][int(index)], problem
            places.append(f"/{section}/{index}")
            wrong[section][int(index)] = right[section][int(index)]
        else:
            return places


@pytest.mark.parametrize("seed", range(12))
def test_all_problems_are_those_that_are_met_when_mending_one_by_one(sample_path, seed):
    right = schakel.School.load(sample_path).to_dict()
    wrong = copy.deepcopy(right)
    draw = random.Random(seed)
    sections = [name for name, records in right.items() if isinstance(records, list) and not name.startswith("x-")]
    for _ in range(draw.randint(1, 12)):
        records = wrong[draw.choice(sections)]
        record = draw.choice(records)
        mistake = draw.randrange(4)
        if mistake == 0:
            record["shoe"] = 42
        elif mistake == 1:
            record["id"] = draw.randrange(9)
        elif mistake == 2:
            record.pop(draw.choice(list(record)))
        else:
            record[draw.choice(list(record))] = {}
    found = ["/".join(problem.path.split("/")[:3]) for problem in schakel.School.problems(wrong)]
    assert sorted(found) == sorted(_mend_one_by_one(wrong, right))


def test_a_document_without_problems_has_none(document):
    assert schakel.School.problems(document) == []
    [problem] = schakel.School.problems("{")
    assert problem.status == schakel.Status.SYNTAX and problem.line == 1
