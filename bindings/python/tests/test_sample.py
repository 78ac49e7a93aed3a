"""The sample school is what it promises, and can be made again."""
import collections
import json
import os
import subprocess
import sys

import pytest

TODAY = "2026-09-01"


@pytest.fixture(scope="module")
def tables(root):
    sys.path.insert(0, str(root / "examples" / "data"))
    try:
        import school_tables
    finally:
        sys.path.pop(0)
    return school_tables


@pytest.fixture(scope="module")
def matching(sample):
    return sample.match(today=TODAY)


def test_counts(sample):
    counts = {kind: sample.count(kind) for kind in ("child", "adult", "staff", "group", "offer", "need", "ask")}
    assert counts == {"child": 240, "adult": 420, "staff": 14, "group": 9, "offer": 168, "need": 62, "ask": 80}
    assert 30 <= sample.count("concept") <= 50


def test_making_it_again_gives_the_same_bytes(root, sample_path):
    script = root / "examples" / "data" / "make_school.py"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONDONTWRITEBYTECODE": "1"}
    made = subprocess.run([sys.executable, script, "-"], stdout=subprocess.PIPE, check=True, env=environment)
    assert made.stdout == sample_path.read_bytes()


def test_reading_and_writing_leaves_it_as_it_is(sample, sample_path):
    assert sample.to_json().encode() == sample_path.read_bytes()


def test_it_fits_the_schema(root, sample):
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((root / "lib" / "exchange" / "school.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(sample.to_dict())


def test_nobody_real_is_meant(sample, tables):
    people = [person["name"] for person in (*sample.adults, *sample.children)]
    assert len(set(people)) == len(people)
    assert {name.split()[-1] for name in people} <= set(tables.SURNAMES)


def test_families_of_all_sorts(sample):
    households = {tuple(sorted(tie["kind"] for tie in child["ties"])) for child in sample.children}
    for household in (
        ("father", "mother"),
        ("father",),
        ("mother",),
        ("mother", "mother"),
        ("father", "father"),
        ("relative",),
        ("foster_parent", "foster_parent"),
        ("father", "mother", "stepparent"),
        ("guardian",),
    ):
        assert household in households
    uninformed = [tie for child in sample.children for tie in child["ties"] if tie.get("informed") is False]
    assert len({tie["adult"] for tie in uninformed}) == 1
    tied = {tie["adult"] for child in sample.children for tie in child["ties"]}
    assert len(tied) == 420


def test_many_languages_and_people_who_read_little(sample):
    homes = collections.Counter(adult["languages"][0]["tag"].split("-")[0] for adult in sample.adults)
    assert len(homes) >= 10
    assert homes["nl"] < 210
    reads_little = [a for a in sample.adults if a["languages"][0]["reading"] in {"none", "A1", "A2"}]
    assert 20 < len(reads_little) < 80


def test_some_are_asked_often_and_most_never(sample):
    asked = collections.Counter(ask["adult"] for ask in sample.asks)
    assert sample.count("adult") - len(asked) > 300
    counts = sorted(asked.values(), reverse=True)
    assert counts[:4] == [8, 8, 8, 8]
    assert counts[4] <= 3


def test_most_places_fill_and_the_rest_stays_open_for_every_reason(sample, matching):
    missing = sum(place["missing"] for place in matching.open)
    assert len(matching.asks) > 150
    assert 10 <= missing <= 30
    assert matching.proof["optimal"] is True
    assert {place["why"] for place in matching.open} == {
        "no_offer", "limit", "language", "time", "notice", "declined", "cap", "busy", "certificate", "minimum"
    }
    matching.verify()


def test_a_need_is_off_and_others_reach_their_minimum(sample, matching):
    asked = collections.Counter((ask["need"], ask["place"]) for ask in matching.asks)
    taken = collections.Counter(
        (ask["need"], ask["place"]) for ask in sample.asks if ask["state"] in ("open", "yes", "done") and "need" in ask
    )
    off = set()
    minimums = 0
    for need in sample.needs:
        for place in need["places"]:
            minimums += "minimum" in place
            if asked[need["id"], place["id"]] + taken[need["id"], place["id"]] < place.get("minimum", 0):
                off.add(need["title"])
    assert minimums >= 7 and off == {"Dansmiddag: rijden naar het theater"}


def test_certificates_and_company_count(sample, matching):
    adults = {adult["id"]: adult for adult in sample.adults}
    offers = {offer["id"]: offer for offer in sample.offers}
    places = {(need["id"], place["id"]): place for need in sample.needs for place in need["places"]}
    there = {(ask["need"], ask["adult"]) for ask in matching.asks}
    together = [ask for ask in matching.asks if "together" in offers[ask["offer"]]]
    strict = [ask for ask in matching.asks if places[ask["need"], ask["place"]].get("certificate")]
    assert len(together) >= 6 and len(strict) >= 2
    assert all((ask["need"], offers[ask["offer"]]["together"]) in there for ask in together)
    assert all(adults[ask["adult"]]["certificate_until"] >= ask["date"] for ask in strict)


def test_own_concepts_stand_beside_those_of_the_library(sample, matching):
    used = {concept for offer in sample.offers for concept in offer["concepts"]}
    own = {concept["id"] for concept in sample.concepts}
    assert len(used & own) >= 20 and len({concept for concept in used if concept.startswith("schakel:")}) >= 10
    assert any("serves_theme" in ask["reasons"] for ask in matching.asks)


def test_the_over_asked_are_spared(sample, matching):
    asked = collections.Counter(ask["adult"] for ask in sample.asks)
    often = {adult for adult, count in asked.items() if count >= 8}
    now = collections.Counter(ask["adult"] for ask in matching.asks)
    assert sum(now[adult] for adult in often) < len(matching.asks) / 20


def test_reach_shows_groups_and_hides_small_ones(sample):
    rows = sample.reach().rows
    assert rows[0]["adults"] == 420
    assert any(row["adults"] is None or row["asked"] is None for row in rows)
    longer = sample.reach(from_="2026-05-01", until="2026-08-31").rows
    assert longer[0]["asked"] > rows[0]["asked"]
