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
    assert list(found) == ["file", "difficulty", "level", "confidence", "meets_target", "metrics", "findings"]
    assert found["file"] == "brief.txt"
    assert found["level"] == report.level
    assert found["meets_target"] is False
    assert found["metrics"]["words"] == report.metrics.words
    assert [f["start"] for f in found["findings"]] == [f.start for f in report.findings]
    assert [f["rule"] for f in found["findings"]] == [f.rule for f in report.findings]
    assert [f["severity"] for f in found["findings"]] == [f.severity for f in report.findings]
    assert [f["message"] for f in found["findings"]] == [f.message for f in report.findings]
    english = report.to_dict(language="en")
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
