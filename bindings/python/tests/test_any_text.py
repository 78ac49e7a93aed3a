"""What must hold for any text at all."""
import pytest

import schakel
from schakel._text import _character_offsets

hypothesis = pytest.importorskip("hypothesis")
texts = hypothesis.strategies.text(alphabet=hypothesis.strategies.characters(blacklist_categories=["Cs"]), max_size=200)


@hypothesis.given(texts)
@hypothesis.settings(database=None)
def test_every_character_is_found_back(text):
    boundaries = [len(text[:i].encode()) for i in range(len(text) + 1)]
    assert _character_offsets(text.encode(), set(boundaries)) == {at: i for i, at in enumerate(boundaries)}


@hypothesis.given(texts)
@hypothesis.settings(deadline=None, database=None)
def test_any_text_can_be_checked(text):
    report = schakel.check(text)
    assert report.text == text
    assert 0 <= report.difficulty <= 100
    assert len(report.to_dict()["findings"]) == len(report.findings)
    for finding in report.findings:
        assert 0 <= finding.start_char <= finding.end_char <= len(text)
        assert text[finding.start_char : finding.end_char].encode() == text.encode()[finding.start : finding.end]
    assert report.to_html() and report.to_text() is not None
