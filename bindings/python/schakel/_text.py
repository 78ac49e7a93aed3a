"""Is a text plain Dutch, and what to change."""
from __future__ import annotations

import json
import os
import threading
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Callable, Dict, List, Mapping, Optional, Tuple, Union

from ._calls import c_string, call, get, language_number, level_name, make, new, present, string, take
from ._errors import Error, FileError
from ._names import SEVERITIES, Status, number
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


@dataclass(frozen=True)
class Reason:
    """Why a text is hard: one aspect in which it is harder than texts for A2 usually are."""

    #: "sentences", "words", "passives", "officialese", "reader", "clauses" or "style"
    name: str
    #: by how much difficulty would fall if this were as in a usual text for A2
    points: float
    #: one sentence, in Dutch and in English
    text: str
    text_en: str


class Report:
    """What a checker found in one text. It never changes, and threads may share it."""

    def __init__(self, handle: Any, text: bytes) -> None:
        self._handle = handle
        self._bytes = text
        verdict = get(lib.schakel_report_get_verdict, "schakel_verdict", handle)
        #: 0 to 100, higher is harder
        self.difficulty: float = verdict.difficulty
        #: "A1" to "C1"; None for a text without words, or one that is not in Dutch
        self.level: Optional[str] = level_name(verdict.level)
        #: 0 to 1: how sure the level is
        self.confidence: float = verdict.confidence
        #: the level that was asked for
        self.target: str = level_name(verdict.target) or ""
        self.meets_target: bool = bool(verdict.meets_target)
        #: the language that most of it is in, "nl" or else "en", "de", …; "und" for one that is not known.
        #: What is not in Dutch is not judged.
        self.language: str = string(verdict.language) or "und"

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

    @cached_property
    def reasons(self) -> List[Reason]:
        """Why the text is as hard as it is, the heaviest first; none for a text that is easy."""
        count = lib.schakel_report_reason_count(self._handle)
        records = [get(lib.schakel_report_get_reason, "schakel_reason", self._handle, i) for i in range(count)]
        return [
            Reason(
                name=string(record.name) or "",
                points=record.points,
                text=string(record.text_nl) or "",
                text_en=string(record.text_en) or "",
            )
            for record in records
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


#: An explanation in Dutch, or one in Dutch and one in English.
Explanation = Union[str, Tuple[str, str]]


class Checker:
    """What checks texts: lexicon, rules and segmentation. It never changes, and threads may share it.

    Checking runs outside the interpreter's lock, so threads really check side by side.

    A school can add a house style, by arguments, in a file or both; what is said in an argument wins:

    >>> checker = Checker(words={"avi": "A2"}, replacements={"kernteam": "de leraren"}, rules={"guilt": False})

    - `words`: words or runs of words with their level; at or below the target no rule speaks about them.
    - `replacements`: wordings with the plainer one to write instead; alternatives are parted by " / ".
    - `terms`: terms with their explanation in Dutch, or a pair of one in Dutch and one in English.
    - `rules`: rules by name that must speak (True) or be silent (False).
    - `style_file`: the path of a file as `schakel check --style` reads it.

    InvalidInput says in `path` which argument or file is wrong, and for a file in which line.
    """

    def __init__(
        self,
        *,
        words: Optional[Mapping[str, str]] = None,
        replacements: Optional[Mapping[str, str]] = None,
        terms: Optional[Mapping[str, Explanation]] = None,
        rules: Optional[Mapping[str, bool]] = None,
        style_file: Optional[Union[str, os.PathLike[str]]] = None,
    ) -> None:
        style: Any = ffi.NULL
        if words or replacements or terms or rules or style_file is not None:
            style = _house_style(words or {}, replacements or {}, terms or {}, rules or {}, style_file)
        self._handle = make(
            "schakel_checker", lib.schakel_checker_destroy, lib.schakel_checker_create_with, ffi.NULL, style
        )

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


def _house_style(
    words: Mapping[str, str],
    replacements: Mapping[str, str],
    terms: Mapping[str, Explanation],
    rules: Mapping[str, bool],
    style_file: Optional[Union[str, os.PathLike[str]]],
) -> Any:
    """A house style of the library, filled."""
    style = make("schakel_house_style", lib.schakel_house_style_destroy, lib.schakel_house_style_create, ffi.NULL)
    if style_file is not None:
        data = _read_style(style_file)
        _add(os.fsdecode(style_file), lib.schakel_house_style_read, style, data, len(data))
    for word, level in words.items():
        given = lib.schakel_level_from_name(c_string(level, "words"))
        _add("words", lib.schakel_house_style_add_word, style, c_string(word, "words"), given)
    for hard, plain in replacements.items():
        wordings = (c_string(hard, "replacements"), c_string(plain, "replacements"))
        _add("replacements", lib.schakel_house_style_add_replacement, style, *wordings)
    for term, explanation in terms.items():
        dutch, english = (explanation, "") if isinstance(explanation, str) else explanation
        texts = (c_string(text, "terms") for text in (term, dutch, english))
        _add("terms", lib.schakel_house_style_add_term, style, *texts)
    for rule, on in rules.items():
        _add("rules", lib.schakel_house_style_set_rule, style, number(_rules(), rule, "a rule"), int(on))
    return style


def _add(path: str, function: Callable[..., int], *arguments: Any) -> None:
    """Fill a house style; an error says in `path` what of it is wrong."""
    try:
        call(function, *arguments)
    except Error as error:
        raise type(error)(error.status, error.message, path, error.line, error.column, error.offset) from None


def _read_style(path: Union[str, os.PathLike[str]]) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileError(Status.IO, f"cannot be read: {reason}", os.fsdecode(path)) from error


def _rules() -> Dict[str, int]:
    """The rules by name."""
    names: Dict[str, int] = {}
    while (name := string(lib.schakel_rule_name(len(names)))) is not None:
        names[name] = len(names)
    return names


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
