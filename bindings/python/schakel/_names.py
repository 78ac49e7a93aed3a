"""The C library's named numbers, as Python shows them.

A test compares every table with the enums of the C header.
"""
from __future__ import annotations

from enum import IntEnum
from typing import Mapping


class Status(IntEnum):
    """How a call ended: `schakel_status`."""

    OK = 0
    NO_MEMORY = 1
    MISUSE = 2
    SYNTAX = 3
    INVALID = 4
    DUPLICATE = 5
    NOT_FOUND = 6
    IN_USE = 7
    TOO_LARGE = 8
    IO = 9


#: `schakel_severity`, by value.
SEVERITIES = ("hint", "warning", "error")

#: `schakel_objective`.
OBJECTIVES: Mapping[str, int] = {"balanced": 0, "fairest": 1}

#: `schakel_language`, by language tag.
LANGUAGES: Mapping[str, int] = {"nl": 0, "en": 1}

#: `schakel_kind`.
KINDS: Mapping[str, int] = {
    "staff": 0,
    "group": 1,
    "concept": 2,
    "adult": 3,
    "child": 4,
    "offer": 5,
    "need": 6,
    "ask": 7,
}

#: `schakel_format`.
FORMATS: Mapping[str, int] = {"text": 0, "html": 1}


def number(table: Mapping[str, int], name: str, what: str) -> int:
    """The number that goes with a name, or a ValueError that says which names there are."""
    try:
        return table[name]
    except KeyError:
        raise ValueError(f"{what} must be one of {', '.join(map(repr, table))}, not {name!r}") from None
