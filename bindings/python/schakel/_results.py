"""What results have in common."""
from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any, Dict, Optional

from ._calls import language_number, present, take
from ._notebook import frame, preformatted
from ._schakel import lib

if TYPE_CHECKING:
    from ._school import School

Record = Dict[str, Any]


class Result:
    """A result about a school that can be written as JSON."""

    _writer = ""

    def __init__(self, handle: Any, school: School) -> None:
        self._handle = handle
        #: the school it was made from
        self.school = school

    def to_json(self) -> str:
        """What the program writes with --format json."""
        return take(getattr(lib, self._writer), self._handle).decode()

    def to_dict(self) -> Record:
        """The same as an object; a new one each time."""
        return json.loads(self.to_json())

    @cached_property
    def _document(self) -> Record:
        return self.to_dict()


class SpokenResult(Result):
    """A result with sentences in it."""

    def to_json(self, language: str = "nl") -> str:
        """What the program writes with --format json, with sentences in Dutch ("nl") or English ("en")."""
        return take(getattr(lib, self._writer), self._handle, language_number(language)).decode()

    def to_dict(self, language: str = "nl") -> Record:
        """The same as an object; a new one each time."""
        return json.loads(self.to_json(language))


class ShownResult:
    """A result that is shown as text, with the names of its school."""

    _presenter = ""
    _handle: Any
    school: School

    def to_text(self, title: Optional[str] = None, language: str = "nl", colour: bool = False) -> str:
        """What the program shows in a terminal."""
        return self._present("text", title, language, colour)

    def _present(self, format: str, title: Optional[str], language: str, colour: bool) -> str:
        return present(
            getattr(lib, self._presenter),
            self._handle,
            self.school._handle,
            format=format,
            language=language,
            title=title,
            colour=colour,
        )

    def _repr_html_(self) -> str:
        return preformatted(self.to_text())


class ShownPage(ShownResult):
    """A result that has a page as well."""

    def to_html(self, title: Optional[str] = None, language: str = "nl") -> str:
        """A page of its own, with everything in it."""
        return self._present("html", title, language, False)

    def _repr_html_(self) -> str:
        return frame(self.to_html())
