"""A school: people and ties, what parents offer, what the school needs, and what was asked before."""
from __future__ import annotations

import json
import os
from functools import cached_property
from typing import IO, Any, Dict, Iterable, Iterator, List, Optional, Union

from ._calls import Date, c_path, call, date_number, get, make, new, take
from ._dialogue import SchoolDialogue
from ._errors import Error, from_c
from ._expertise import Expertise
from ._insight import SchoolInsight
from ._matching import Matching, Planned, PlannedAsks
from ._names import KINDS, OBJECTIVES, number
from ._outreach import SchoolOutreach
from ._rounds import SchoolRounds
from ._schakel import ffi, lib

Path = Union[str, "os.PathLike[str]"]


def _document_bytes(document: Union[str, bytes, Dict[str, Any]]) -> bytes:
    if isinstance(document, dict):
        document = json.dumps(document, ensure_ascii=False)
    return document.encode() if isinstance(document, str) else bytes(document)


class School(SchoolDialogue, SchoolRounds, SchoolOutreach, SchoolInsight):
    """A school, as read from a document. It never changes, and threads may share it.

    Its records are lists of dicts in the shape of the document. They are copies: changing one does not change
    the school. To change a school, change the document and load that.
    """

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    @classmethod
    def load(cls, path: Path) -> School:
        """Read a school document from a file."""
        return cls(
            make(
                "schakel_school", lib.schakel_school_destroy, lib.schakel_school_load, c_path(path), ffi.NULL
            )
        )

    @classmethod
    def loads(cls, document: Union[str, bytes, Dict[str, Any]]) -> School:
        """Read a school document from text, from UTF-8 bytes, or from what json.loads() makes of it."""
        data = _document_bytes(document)
        return cls(
            make(
                "schakel_school",
                lib.schakel_school_destroy,
                lib.schakel_school_from_json,
                data,
                len(data),
                ffi.NULL,
            )
        )

    @staticmethod
    def problems(document: Union[str, bytes, Dict[str, Any]]) -> List[Error]:
        """All that is wrong with a school document, in the order of its text; empty when loads() would read it.

        Of each record it is the first thing. Nothing is raised: each has a status, path, line, column, offset and message.
        """
        data = _document_bytes(document)
        found = make(
            "schakel_problems",
            lib.schakel_problems_destroy,
            lib.schakel_document_check,
            data,
            len(data),
            ffi.NULL,
        )
        each = (
            get(lib.schakel_problems_get, "schakel_error", found, i) for i in range(lib.schakel_problems_count(found))
        )
        return [from_c(error.status, error) for error in each]

    @staticmethod
    def stream(source: Union[Path, IO[bytes]]) -> SchoolStream:
        """Read schools one a line (newline-delimited JSON) from a file's name or a file opened for bytes."""
        return SchoolStream(source)

    def to_json(self) -> str:
        """The school as a document, in the one form in which it is written."""
        return take(lib.schakel_school_to_json, self._handle).decode()

    def to_dict(self) -> Dict[str, Any]:
        """The school document as json.loads() gives it; a new one each time."""
        return json.loads(self.to_json())

    def save(self, path: Path) -> None:
        """Write the school to a file, whole or not at all."""
        call(lib.schakel_school_save, self._handle, c_path(path))

    def count(self, kind: str) -> int:
        """How many records there are of a kind: "adult", "child", "need", "talk", "wish" and so on, as in
        schakel_kind."""
        return lib.schakel_school_count(self._handle, number(KINDS, kind, "kind"))

    @cached_property
    def _document(self) -> Dict[str, Any]:
        return self.to_dict()

    def _records(self, member: str) -> List[Dict[str, Any]]:
        return self._document.get(member, [])

    @property
    def info(self) -> Dict[str, Any]:
        """What is known of the school itself: id, name, stage, year_start, year_end, closed."""
        return self._document["school"]

    @property
    def staff(self) -> List[Dict[str, Any]]:
        return self._records("staff")

    @property
    def groups(self) -> List[Dict[str, Any]]:
        return self._records("groups")

    @property
    def concepts(self) -> List[Dict[str, Any]]:
        return self._records("concepts")

    @property
    def adults(self) -> List[Dict[str, Any]]:
        return self._records("adults")

    @property
    def children(self) -> List[Dict[str, Any]]:
        return self._records("children")

    @property
    def offers(self) -> List[Dict[str, Any]]:
        return self._records("offers")

    @property
    def needs(self) -> List[Dict[str, Any]]:
        return self._records("needs")

    @property
    def asks(self) -> List[Dict[str, Any]]:
        return self._records("asks")

    def match(
        self,
        today: Date,
        objective: str = "balanced",
        *,
        fit_weight: Optional[int] = None,
        spread_weight: Optional[int] = None,
        travel_minutes: Optional[int] = None,
        max_nodes: Optional[int] = None,
        planned: Planned = None,
        change_weight: Optional[int] = None,
    ) -> Matching:
        """Match offers to needs from a day on: whom to ask for what.

        today: a date, or text such as "2026-09-01".
        objective: "balanced" weighs fit and spread against each other; "fairest" spreads first.
        planned: the plan as it was, to be repaired: a matching, or its asks (dicts with need, place and adult) that
        did not go out yet. As few people as possible notice that something changed.
        The others are as in schakel_match_options; None is the default, which is recommended.
        """
        options = new("schakel_match_options")
        options.today = date_number(today, "today")
        options.objective = number(OBJECTIVES, objective, "objective")
        wanted = {
            "fit_weight": fit_weight,
            "spread_weight": spread_weight,
            "travel_minutes": travel_minutes,
            "max_nodes": max_nodes,
            "change_weight": change_weight,
        }
        for name, value in wanted.items():
            if value is not None:
                setattr(options, name, value)
        lent = PlannedAsks(planned)
        options.planned = lent.array
        options.planned_count = lent.count
        handle = make(
            "schakel_matching",
            lib.schakel_matching_destroy,
            lib.schakel_match,
            self._handle,
            options,
            keep=self._handle,
        )
        return Matching(handle, self)

    @cached_property
    def _expertise(self) -> Expertise:
        return Expertise(self._handle)

    def understand(
        self, text: Union[str, bytes], max_concepts: Optional[int] = None, min_score: Optional[int] = None
    ) -> Dict[str, Any]:
        """What somebody offers, out of what they write, with the school's own concepts besides the built-in ones.

        See schakel.understand().
        """
        return self._expertise.understand(text, max_concepts, min_score)

    def __reduce__(self) -> Any:
        return School.loads, (self.to_json(),)

    def __repr__(self) -> str:
        kinds = (("adult", "adults"), ("child", "children"), ("offer", "offers"), ("need", "needs"))
        counts = ", ".join(f"{self.count(kind)} {words}" for kind, words in kinds)
        return f"<schakel.School {self.info.get('name') or self.info['id']}: {counts}>"


class _Reader:
    """A file that C reads from; what goes wrong in Python is kept to be raised there."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.problem: Optional[BaseException] = None

    def read(self, size: int) -> bytes:
        data = self.file.read(size)
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError(f"the file must be opened for bytes, it gives {type(data).__name__}")
        return bytes(data)


@ffi.def_extern()
def schakel_python_read(context: Any, buffer: Any, size: int, read: Any) -> int:
    reader = ffi.from_handle(context)
    try:
        data = reader.read(size)
    except BaseException as problem:  # C cannot pass it on: the stream raises it again
        reader.problem = problem
        return 0
    ffi.memmove(buffer, data, len(data))
    read[0] = len(data)
    return 1


class SchoolStream:
    """An iterator of schools, in memory one at a time.

    A line that is wrong raises an Error whose `line` is the line in the stream; after that the iterator can go on
    with the next line. It can be used in a `with` statement, which closes a file that the stream opened itself.
    """

    def __init__(self, source: Union[Path, IO[bytes]]) -> None:
        self._own: Optional[IO[bytes]] = None
        if isinstance(source, (str, os.PathLike)):
            self._own = source = open(source, "rb")
        self._reader = _Reader(source)
        context = ffi.new_handle(self._reader)
        self._handle = make(
            "schakel_stream",
            lib.schakel_stream_close,
            lib.schakel_stream_open,
            lib.schakel_python_read,
            context,
            ffi.NULL,
            keep=context,
        )

    def __iter__(self) -> Iterator[School]:
        return self

    def __next__(self) -> School:
        if self._handle is None:
            raise StopIteration
        try:
            handle = make("schakel_school", lib.schakel_school_destroy, lib.schakel_stream_next, self._handle)
        except Exception:
            problem, self._reader.problem = self._reader.problem, None
            if problem is not None:
                raise problem from None
            raise
        if handle is None:
            self.close()
            raise StopIteration
        return School(handle)

    def close(self) -> None:
        """End the stream; schools it gave live on."""
        self._handle = None
        if self._own is not None:
            self._own.close()
            self._own = None

    def __enter__(self) -> SchoolStream:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()
