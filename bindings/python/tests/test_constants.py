"""What Python wrote down of the C library agrees with its headers, read here as text."""
import re

import pytest

import schakel
from schakel import _names
from schakel._schakel import ffi, lib


@pytest.fixture(scope="module")
def headers(root):
    folder = root / "include" / "schakel"
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.h")))


def enum(headers, name):
    """The names and values of a C enum: {"SCHAKEL_OK": 0, …}."""
    body = re.search(r"typedef enum %s \{(.*?)\}" % name, headers, re.DOTALL).group(1)
    return {name: int(value) for name, value in re.findall(r"(SCHAKEL_\w+) = (\d+)", body)}


def short(constants, prefix):
    return {name[len(prefix) :].lower(): value for name, value in constants.items()}


def test_statuses(headers):
    assert short(enum(headers, "schakel_status"), "SCHAKEL_") == {s.name.lower(): s.value for s in schakel.Status}


def test_severities(headers):
    found = short(enum(headers, "schakel_severity"), "SCHAKEL_SEVERITY_")
    assert found == {name: value for value, name in enumerate(_names.SEVERITIES)}


def test_objectives_kinds_and_formats(headers):
    assert short(enum(headers, "schakel_objective"), "SCHAKEL_OBJECTIVE_") == _names.OBJECTIVES
    assert short(enum(headers, "schakel_kind"), "SCHAKEL_KIND_") == _names.KINDS
    assert short(enum(headers, "schakel_format"), "SCHAKEL_FORMAT_") == _names.FORMATS


def test_names_of_the_dialogue(headers):
    assert short(enum(headers, "schakel_purpose"), "SCHAKEL_PURPOSE_") == _names.PURPOSES
    assert short(enum(headers, "schakel_mix"), "SCHAKEL_MIX_") == _names.MIXES
    assert short(enum(headers, "schakel_tone"), "SCHAKEL_TONE_") == _names.TONES
    assert short(enum(headers, "schakel_channel"), "SCHAKEL_CHANNEL_") == _names.CHANNELS
    assert short(enum(headers, "schakel_bridge"), "SCHAKEL_BRIDGE_") == _names.BRIDGES
    scopes = re.findall(r"^#define SCHAKEL_SCOPE_(\w+) (0x\d)u", headers, re.MULTILINE)
    assert {name.lower(): int(value, 16) for name, value in scopes if name != "ALL"} == _names.SCOPES


def test_names_of_outreach_and_insight(headers):
    assert short(enum(headers, "schakel_spread_each"), "SCHAKEL_SPREAD_") == _names.SPREAD_EACH
    assert short(enum(headers, "schakel_theme"), "SCHAKEL_THEME_") == _names.THEMES
    because = re.findall(r"^#define SCHAKEL_BECAUSE_(\w+) (0x\d+)u", headers, re.MULTILINE)
    assert {name.lower(): int(value, 16) for name, value in because} == _names.BECAUSE


@pytest.mark.parametrize(
    "name, prefix, words",
    [
        ("schakel_sight", "SCHAKEL_SIGHT_", _names.SIGHTS),
        ("schakel_access_reason", "SCHAKEL_ACCESS_", _names.ACCESS_REASONS),
        ("schakel_told_reason", "SCHAKEL_TOLD_", _names.TOLD_REASONS),
        ("schakel_contact_advice", "SCHAKEL_ADVICE_", _names.ADVICES),
    ],
)
def test_words_by_value(headers, name, prefix, words):
    assert short(enum(headers, name), prefix) == {word: value for value, word in enumerate(words)}


def test_languages(headers):
    assert enum(headers, "schakel_language") == {
        "SCHAKEL_DUTCH": _names.LANGUAGES["nl"],
        "SCHAKEL_ENGLISH": _names.LANGUAGES["en"],
    }


def test_the_version(headers):
    numbers = re.findall(r"^#define SCHAKEL_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)$", headers, re.MULTILINE)
    assert schakel.__version__ == ".".join(numbers)
    assert re.fullmatch(r"\d+\.\d+\.\d+", schakel.library_version())


def test_metrics_are_those_of_the_record():
    fields = [name for name, _ in ffi.typeof("schakel_metrics").fields]
    assert fields == ["struct_size", *schakel.Metrics.__dataclass_fields__]


def test_reasons_are_those_of_the_record():
    fields = [name for name, _ in ffi.typeof("schakel_reason").fields]
    assert fields == ["struct_size", "name", "points", "text_nl", "text_en"]
    assert list(schakel.Reason.__dataclass_fields__) == ["name", "points", "text", "text_en"]


def test_every_rule_has_a_name(headers):
    rules = enum(headers, "schakel_rule")
    for constant, value in rules.items():
        name = ffi.string(lib.schakel_rule_name(value)).decode()
        assert name == constant[len("SCHAKEL_RULE_") :].lower().replace("_", "-")
    assert lib.schakel_rule_name(max(rules.values()) + 1) == ffi.NULL


def test_every_function_of_the_headers_is_there(headers):
    functions = set(re.findall(r"^SCHAKEL_API [^;]*?\b(schakel_\w+)\(", headers, re.MULTILINE))
    assert len(functions) > 60
    assert functions <= set(dir(lib))


def test_options_start_as_the_init_macros_say(headers):
    from schakel._calls import new

    for record in ("schakel_match_options", "schakel_reach_options", "schakel_check_options", "schakel_finding"):
        assert new(record).struct_size == ffi.sizeof(record)
    assert new("schakel_check_options").target == lib.SCHAKEL_LEVEL_A2
    assert new("schakel_match_options").today == lib.SCHAKEL_NO_DATE
