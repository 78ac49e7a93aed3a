"""The JSON Schema against the reader: what one refuses the other refuses, but for what a schema cannot see."""
import csv
import json
import os
import pathlib
import subprocess

import pytest

jsonschema = pytest.importorskip("jsonschema")

ROOT = pathlib.Path(__file__).resolve().parents[2]
WRONG = ROOT / "tests/data/wrong"
RIGHT = sorted((ROOT / "tests/data/right").glob("*.json")) + sorted((ROOT / "examples/data").glob("*.json"))
SCHEMA = json.loads((ROOT / "lib/exchange/school.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def rows():
    with open(WRONG / "expected.tsv", encoding="utf-8", newline="") as lines:
        listed = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        return list(listed)


ROWS = rows()


def named(row):
    return row["file"]


def strict_loads(data):
    """As json.loads, but NaN and bytes that are not UTF-8 are errors, as they are in JSON."""
    def refuse(word):
        raise ValueError(word)
    return json.loads(data.decode("utf-8"), parse_constant=refuse)


def pointer(path):
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def places(error):
    """Where an error may be said to be: the value, or for a member that is not allowed, the member."""
    here = pointer(error.absolute_path)
    names = error.instance if isinstance(error.instance, dict) else {}
    return {here} | {here + pointer([name]) for name in names}


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: path.name)
def test_right_documents_are_accepted(path):
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(path.read_bytes()))] == []


def test_there_are_right_and_wrong_documents():
    assert len(RIGHT) >= 3 and len(ROWS) >= 60
    assert {row["file"] for row in ROWS} == {path.stem for path in WRONG.glob("*.json")}


@pytest.mark.parametrize("row", [row for row in ROWS if row["schema"] == "refuses"], ids=named)
def test_the_schema_refuses_at_the_place_the_reader_names(row):
    errors = list(VALIDATOR.iter_errors(strict_loads((WRONG / (row["file"] + ".json")).read_bytes())))
    assert errors
    if row["status"] == "TOO_LARGE":
        return  # the schema names the list, the reader the item that is one too many
    allowed = set().union(*map(places, errors))
    # Of an item that is there twice the schema names the list.
    assert row["path"] in allowed or row["path"].rsplit("/", 1)[0] in allowed


@pytest.mark.parametrize("row", [row for row in ROWS if row["schema"] == "reader"], ids=named)
def test_what_only_the_reader_sees_passes_the_schema(row):
    assert not list(VALIDATOR.iter_errors(strict_loads((WRONG / (row["file"] + ".json")).read_bytes())))


@pytest.mark.parametrize("row", [row for row in ROWS if row["schema"] == "syntax"], ids=named)
def test_syntax_errors_are_no_json_for_others_either(row):
    with pytest.raises(ValueError):
        strict_loads((WRONG / (row["file"] + ".json")).read_bytes())


def described(schema, where="#"):
    """Every member of an object in the schema, with where it is."""
    if isinstance(schema, dict):
        for name, member in schema.get("properties", {}).items():
            yield where + "/properties/" + name, member
        for key, value in schema.items():
            yield from described(value, where + "/" + key)
    elif isinstance(schema, list):
        for index, value in enumerate(schema):
            yield from described(value, f"{where}/{index}")


def test_every_member_is_described_and_no_object_is_open():
    members = list(described(SCHEMA))
    assert len(members) > 60
    assert [where for where, member in members if not member.get("description")] == []
    for name, part in SCHEMA["$defs"].items():
        if part.get("type") == "object":
            assert part["additionalProperties"] is False, name


PROGRAM = os.environ.get("SCHAKEL_PROGRAM", "")


@pytest.mark.skipif(not PROGRAM, reason="SCHAKEL_PROGRAM does not name the program")
@pytest.mark.parametrize("path", RIGHT, ids=lambda path: path.name)
def test_the_program_accepts_right_documents(path):
    assert subprocess.run([PROGRAM, "validate", str(path)], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not PROGRAM, reason="SCHAKEL_PROGRAM does not name the program")
@pytest.mark.parametrize("row", ROWS, ids=named)
def test_the_program_refuses_wrong_documents(row):
    path = WRONG / (row["file"] + ".json")
    run = subprocess.run([PROGRAM, "validate", str(path)], capture_output=True, check=False)
    assert run.returncode == 2 and run.stdout == b""
    assert row["path"].encode() in run.stderr
