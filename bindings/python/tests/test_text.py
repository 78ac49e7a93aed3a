import concurrent.futures
import gc
import json

import pytest

import schakel

HARD = "Wij verzoeken u vriendelijk doch dringend om het bijgevoegde aanmeldingsformulier te retourneren."
EASY = "Kom je ook? Wij eten soep en brood."


def test_an_easy_text_meets_the_target_and_a_hard_one_does_not():
    assert schakel.check(EASY).meets_target is True
    assert schakel.check(HARD).meets_target is False
    assert schakel.check(EASY).difficulty < schakel.check(HARD).difficulty


def test_a_report_says_what_it_found():
    report = schakel.check(HARD, target="A2")
    assert report.level in {"B1", "B2", "C1"}
    assert 0 <= report.difficulty <= 100
    assert 0 <= report.confidence <= 1
    assert report.target == "A2"
    assert report.text == HARD
    assert report.findings
    for finding in report.findings:
        assert finding.severity in {"hint", "warning", "error"}
        assert finding.message and finding.message_en
        assert 0 <= finding.start <= finding.end <= len(HARD.encode())
        assert isinstance(finding.suggestions, tuple)


def test_metrics_count_what_can_be_counted_by_hand():
    metrics = schakel.check(EASY).metrics
    assert metrics.words == 8
    assert metrics.sentences == 2
    assert metrics.words_per_sentence == 4
    assert metrics.bytes == len(EASY)
    assert metrics.longest_sentence == 5


def test_offsets_count_bytes_and_characters():
    report = schakel.check("É, é, één café – " + HARD)
    assert report.findings
    data = report.text.encode()
    for finding in report.findings:
        assert data[finding.start : finding.end].decode() == report.text[finding.start_char : finding.end_char]
    assert any(finding.start != finding.start_char for finding in report.findings)


def test_the_dict_has_the_shape_of_the_programs_json():
    report = schakel.check(HARD)
    found = report.to_dict(file="brief.txt")
    members = ["file", "difficulty", "level", "confidence", "meets_target", "metrics", "findings", "language", "reasons"]
    assert list(found) == members
    assert found["file"] == "brief.txt"
    assert found["level"] == report.level
    assert found["meets_target"] is False
    assert found["metrics"]["words"] == report.metrics.words
    assert [f["start"] for f in found["findings"]] == [f.start for f in report.findings]
    assert [f["rule"] for f in found["findings"]] == [f.rule for f in report.findings]
    assert [f["severity"] for f in found["findings"]] == [f.severity for f in report.findings]
    assert [f["message"] for f in found["findings"]] == [f.message for f in report.findings]
    assert found["language"] == report.language == "nl"
    assert [(r["name"], r["text"]) for r in found["reasons"]] == [(r.name, r.text) for r in report.reasons]
    english = report.to_dict(language="en")
    assert [r["text"] for r in english["reasons"]] == [r.text_en for r in report.reasons]
    assert english["file"] is None
    assert [f["message"] for f in english["findings"]] == [f.message_en for f in report.findings]
    assert "\n" not in report.to_json()


def test_a_text_without_words_has_no_level():
    report = schakel.check("")
    assert report.level is None
    assert report.meets_target is True
    assert report.findings == []
    assert report.metrics.words == 0
    assert report.metrics.words_per_sentence == 0


def test_a_hard_text_has_reasons_heaviest_first():
    report = schakel.check(HARD)
    points = [reason.points for reason in report.reasons]
    assert points and points == sorted(points, reverse=True) and points[-1] > 0
    assert {reason.name for reason in report.reasons} & {"words", "officialese", "sentences"}
    assert all(reason.text.endswith(".") and reason.text_en.endswith(".") for reason in report.reasons)


def test_what_is_not_dutch_is_not_judged():
    report = schakel.check("Dear parents, the school is closed on Friday because of the weather.")
    assert (report.language, report.level, report.meets_target, report.reasons) == ("en", None, False, [])
    assert [finding.rule for finding in report.findings] == ["other-language"]
    assert schakel.check("").language == "nl"


def rules_of(checker, text):
    return [finding.rule for finding in checker.check(text).findings]


def test_a_school_allows_its_own_words():
    text = "Wij geven kanjertraining."
    assert rules_of(schakel.Checker(), text) != []
    assert rules_of(schakel.Checker(words={"kanjertraining": "A2"}), text) == []
    assert rules_of(schakel.Checker(words={"kanjertraining": "B2"}), text) != []


def test_a_school_has_its_own_wordings_and_terms():
    checker = schakel.Checker(
        replacements={"kernteam": "leraren / team"},
        terms={"kanjerles": ("Uw kind leert samen spelen.", "Your child learns to play together."), "vreedzaam": "Rust."},
    )
    report = checker.check("Ons kernteam geeft kanjerles en werkt vreedzaam.")
    first, second, third = report.findings
    assert (first.rule, first.suggestions) == ("formal-wording", ("leraren", "team"))
    assert second.rule == third.rule == "school-term"
    assert "Uw kind leert samen spelen." in second.message and "play together." in second.message_en
    assert "Rust." in third.message and "Rust." in third.message_en


def test_a_school_chooses_its_rules():
    text = "Kom om half 8."
    assert "unclear-time" in rules_of(schakel.Checker(rules={"guilt": False}), text)
    assert "unclear-time" not in rules_of(schakel.Checker(rules={"unclear-time": False}), text)


def test_a_style_file_is_read_and_arguments_win(tmp_path):
    path = tmp_path / "huisstijl.tsv"
    path.write_text("# Van onze school\nreplace\tkernteam\tde groep\nrule\tunclear-time\toff\n", encoding="utf-8")
    text = "Het kernteam komt om half 8."
    report = schakel.Checker(style_file=path).check(text)
    assert [finding.suggestions for finding in report.findings] == [("de groep",)]
    checker = schakel.Checker(style_file=str(path), replacements={"kernteam": "leraren"}, rules={"unclear-time": True})
    assert [finding.suggestions[0] for finding in checker.check(text).findings] == ["leraren", "7.30 uur"]


def test_a_wrong_style_file_says_where(tmp_path):
    path = tmp_path / "huisstijl.tsv"
    path.write_bytes(b"word\tkanjer\tA2\nword\tkanjer\tZ9\n")
    with pytest.raises(schakel.InvalidInput) as caught:
        schakel.Checker(style_file=path)
    assert (caught.value.path, caught.value.line) == (str(path), 2)
    with pytest.raises(schakel.FileError) as caught:
        schakel.Checker(style_file=tmp_path / "nothing.tsv")
    assert caught.value.path.endswith("nothing.tsv") and caught.value.status is schakel.Status.IO


@pytest.mark.parametrize(
    "arguments, path",
    [
        ({"words": {"kanjer": "Z9"}}, "words"),
        ({"words": {"": "A2"}}, "words"),
        ({"replacements": {"-": "x"}}, "replacements"),
        ({"replacements": {"x": "y" * 251}}, "replacements"),
        ({"terms": {"x": ""}}, "terms"),
        ({"terms": {"x": ("y", "z" * 501)}}, "terms"),
    ],
)
def test_a_wrong_house_style_says_which_argument(arguments, path):
    with pytest.raises(schakel.InvalidInput) as caught:
        schakel.Checker(**arguments)
    assert caught.value.path == path and str(caught.value).startswith(path + ": ")


@pytest.mark.parametrize("arguments", [{"rules": {"no-rule": False}}, {"words": {"a\0b": "A2"}}])
def test_a_house_style_that_cannot_be_is_a_value_error(arguments):
    with pytest.raises(ValueError):
        schakel.Checker(**arguments)


def test_a_house_style_is_shared_by_nobody():
    text = "Wij geven kanjertraining."
    schakel.Checker(words={"kanjertraining": "A1"})
    assert schakel.check(text).findings


def test_the_target_decides():
    assert schakel.check(HARD, target="C1").target == "C1"
    assert len(schakel.check(HARD, target="C1").findings) <= len(schakel.check(HARD, target="A1").findings)


@pytest.mark.parametrize("target", ["", "D1", "A2\0", "unknown"])
def test_a_target_that_is_no_level_is_a_value_error(target):
    with pytest.raises(ValueError):
        schakel.check(EASY, target=target)


def test_a_target_no_text_can_have_is_invalid_input():
    with pytest.raises(schakel.InvalidInput) as caught:
        schakel.check(EASY, target="none")
    assert caught.value.status is schakel.Status.INVALID


def test_bytes_that_are_not_utf8_say_where():
    with pytest.raises(schakel.InvalidInput) as caught:
        schakel.check(b"Hoi.\nDag \xff daar.")
    error = caught.value
    assert error.status is schakel.Status.SYNTAX
    assert (error.line, error.column, error.offset) == (2, 5, 9)
    assert str(error).startswith("line 2, column 5: ")


def test_words_have_syllables_and_levels():
    assert schakel.syllables("school") == 1
    assert schakel.syllables("ouder") == 2
    assert schakel.syllables("…") == 0
    assert schakel.word_level("school") in {"A1", "A2"}
    assert schakel.word_level("xqzwv") is None


def test_a_report_outlives_its_checker():
    checker = schakel.Checker()
    report = checker.check(HARD)
    del checker
    gc.collect()
    assert report.findings
    assert report.to_text()


def test_threads_share_a_checker():
    texts = [f"{HARD} Dit is tekst {i}. {EASY * (i % 7)}" for i in range(200)]
    alone = [schakel.check(text).to_json() for text in texts]
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: schakel.check(text).to_json(), texts))
    assert together == alone


def test_a_report_shows_itself():
    report = schakel.check(HARD)
    assert "<schakel.Report: level " in repr(report)
    assert "does not meet A2" in repr(report)
    page = report.to_html(title="Brief")
    assert page.lstrip().lower().startswith("<!doctype html")
    assert "<script" not in page
    shown = report._repr_html_()
    assert shown.startswith("<iframe srcdoc=") and 'sandbox=""' in shown
    assert page.splitlines()[0][1:5] in shown
    text = report.to_text(title="brief.txt")
    assert "brief.txt" in text and "\x1b[" not in text
    assert "\x1b[" in report.to_text(colour=True)
    assert report.to_text(language="en") != report.to_text(language="nl")


def test_an_unknown_language_is_a_value_error():
    with pytest.raises(ValueError, match="language"):
        schakel.check(EASY).to_dict(language="fr")


def test_json_is_json():
    assert json.loads(schakel.check(HARD).to_json()) == schakel.check(HARD).to_dict()
