"""Is a text plain Dutch, and what to change."""
from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Dict, List, Optional, Tuple, Union

from ._calls import c_string, get, language_number, level_name, make, new, present, string, take
from ._names import SEVERITIES
from ._notebook import frame
from ._schakel import ffi, lib


@dataclass(frozen=True)
class Finding:
    """One place in a text that can be plainer, and how."""

    #: the rule's name, for example "long-sentence"
    rule: str
    #: "hint", "warning" or "error"
    severity: str
    #: byte offsets in the text's UTF-8, as the `schakel` program gives them
    start: int
    end: int
    #: the same places in the str: `text[start_char:end_char]`
    start_char: int
    end_char: int
    #: line of the start, from 1, and byte column in it, from 1
    line: int
    column: int
    #: what to do, in Dutch and in English
    message: str
    message_en: str
    #: wordings that can stand in place of the text found, best first
    suggestions: Tuple[str, ...]


@dataclass(frozen=True)
class Metrics:
    """What was counted in a text. Ratios of a text without words are 0."""

    bytes: int
    words: int
    sentences: int
    paragraphs: int
    syllables: int
    letters: int
    longest_sentence: int
    words_per_sentence: float
    syllables_per_word: float
    letters_per_word: float
    hard_word_share: float
    unknown_word_share: float
    passive_share: float
    subordinate_share: float
    flesch_douma: float
    leesindex_a: float


class Report:
    """What a checker found in one text. It never changes, and threads may share it."""

    def __init__(self, handle: Any, text: bytes) -> None:
        self._handle = handle
        self._bytes = text
        verdict = get(lib.schakel_report_get_verdict, "schakel_verdict", handle)
        #: 0 to 100, higher is harder
        self.difficulty: float = verdict.difficulty
        #: "A1" to "C1"; None for a text without words
        self.level: Optional[str] = level_name(verdict.level)
        #: 0 to 1: how sure the level is
        self.confidence: float = verdict.confidence
        #: the level that was asked for
        self.target: str = level_name(verdict.target) or ""
        self.meets_target: bool = bool(verdict.meets_target)

    @property
    def text(self) -> str:
        """The text that was checked."""
        return self._bytes.decode()

    @cached_property
    def metrics(self) -> Metrics:
        record = get(lib.schakel_report_get_metrics, "schakel_metrics", self._handle)
        return Metrics(**{name: getattr(record, name) for name in Metrics.__dataclass_fields__})

    @cached_property
    def findings(self) -> List[Finding]:
        """Every place that can be plainer, in the order of their start."""
        count = lib.schakel_report_finding_count(self._handle)
        records = [get(lib.schakel_report_get_finding, "schakel_finding", self._handle, i) for i in range(count)]
        characters = _character_offsets(self._bytes, {at for r in records for at in (r.start, r.end)})
        return [
            Finding(
                rule=string(lib.schakel_rule_name(record.rule)) or "",
                severity=SEVERITIES[record.severity],
                start=record.start,
                end=record.end,
                start_char=characters[record.start],
                end_char=characters[record.end],
                line=record.line,
                column=record.column,
                message=string(record.message_nl) or "",
                message_en=string(record.message_en) or "",
                suggestions=tuple(
                    string(lib.schakel_report_get_suggestion(self._handle, i, k)) or ""
                    for k in range(record.suggestion_count)
                ),
            )
            for i, record in enumerate(records)
        ]

    def to_json(self, file: Optional[str] = None, language: str = "nl") -> str:
        """One line of JSON, as `schakel check --format json` writes it."""
        name = ffi.NULL if file is None else c_string(file, "file")
        return take(lib.schakel_report_to_json, self._handle, name, language_number(language)).decode()

    def to_dict(self, file: Optional[str] = None, language: str = "nl") -> Dict[str, Any]:
        """The object of `schakel check --format json`. Its offsets are bytes."""
        return json.loads(self.to_json(file, language))

    def to_text(self, title: Optional[str] = None, language: str = "nl", colour: bool = False) -> str:
        """Each finding with its source line and the place underlined, then a summary."""
        return self._present("text", title, language, colour)

    def to_html(self, title: Optional[str] = None, language: str = "nl") -> str:
        """A page of its own: the text with highlights, and the advice beside it."""
        return self._present("html", title, language, False)

    def _present(self, format: str, title: Optional[str], language: str, colour: bool) -> str:
        return present(
            lib.schakel_present_report,
            self._handle,
            self._bytes,
            len(self._bytes),
            format=format,
            language=language,
            title=title,
            colour=colour,
        )

    def _repr_html_(self) -> str:
        return frame(self.to_html())

    def __repr__(self) -> str:
        return (
            f"<schakel.Report: level {self.level or 'unknown'}, difficulty {self.difficulty:.1f}, "
            f"{'meets' if self.meets_target else 'does not meet'} {self.target}, "
            f"{lib.schakel_report_finding_count(self._handle)} findings>"
        )


class Checker:
    """What checks texts: lexicon, rules and segmentation. It never changes, and threads may share it.

    Checking runs outside the interpreter's lock, so threads really check side by side.
    """

    def __init__(self) -> None:
        self._handle = make("schakel_checker", lib.schakel_checker_destroy, lib.schakel_checker_create, ffi.NULL)

    def check(self, text: Union[str, bytes], target: str = "A2") -> Report:
        """Check a text, plain or light Markdown, for readers at a level ("A1" to "C1").

        bytes must be UTF-8; else InvalidInput says where they are not.
        """
        data = text.encode() if isinstance(text, str) else bytes(text)
        options = new("schakel_check_options")
        options.target = lib.schakel_level_from_name(c_string(target, "target"))
        if options.target == lib.SCHAKEL_LEVEL_UNKNOWN:
            raise ValueError(f"target must be a level from 'A1' to 'C1', not {target!r}")
        handle = make(
            "schakel_report", lib.schakel_report_destroy, lib.schakel_check, self._handle, data, len(data), options
        )
        return Report(handle, data)

    def word_level(self, word: str) -> Optional[str]:
        """The level at which a learner of Dutch meets a word; None for a word that is not in the lexicon."""
        data = word.encode()
        return level_name(lib.schakel_word_level(self._handle, data, len(data)))


_default: Optional[Checker] = None
_default_lock = threading.Lock()


def _default_checker() -> Checker:
    """The checker that the functions of this module share, made when it is first needed."""
    global _default
    with _default_lock:
        if _default is None:
            _default = Checker()
        return _default


def check(text: Union[str, bytes], target: str = "A2") -> Report:
    """Check whether a Dutch text is plain enough for readers at a level. See Checker.check()."""
    return _default_checker().check(text, target)


def word_level(word: str) -> Optional[str]:
    """The level at which a learner of Dutch meets a word. See Checker.word_level()."""
    return _default_checker().word_level(word)


def syllables(word: str) -> int:
    """How many syllables a Dutch word has; 0 without a letter."""
    data = word.encode()
    return lib.schakel_syllables(data, len(data))


def _character_offsets(data: bytes, offsets: set[int]) -> Dict[int, int]:
    """Where byte offsets in UTF-8 lie, counted in characters."""
    found = {}
    before = characters = 0
    for offset in sorted(offsets):
        characters += len(data[before:offset].decode("utf-8", "ignore"))
        found[offset] = characters
        before = offset
    return found
