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
    "consent": 8,
    "cycle_entry": 9,
    "question": 10,
    "wish": 11,
    "series": 12,
    "team": 13,
    "activity": 14,
    "answer": 15,
    "rung": 16,
    "case": 17,
    "talk": 18,
    "agreement": 19,
    "contact": 20,
    "survey": 21,
    "survey_question": 22,
    "response": 23,
    "round": 24,
    "round_wish": 25,
}

#: `schakel_purpose`: what somebody wants to see the school for.
PURPOSES: Mapping[str, int] = {"organise": 0, "dialogue": 1, "care": 2}

#: `SCHAKEL_SCOPE_…`: what may be told about a child.
SCOPES: Mapping[str, int] = {"practical": 1, "progress": 2, "care": 4}

#: `schakel_mix`: who should sit together.
MIXES: Mapping[str, int] = {"mixed": 0, "alike": 1}

#: `schakel_tone`: what a talk or a contact was about for the parent.
TONES: Mapping[str, int] = {"neutral": 0, "good": 1, "problem": 2}

#: `schakel_channel`: how people were in contact.
CHANNELS: Mapping[str, int] = {
    "in_person": 0,
    "visit": 1,
    "call": 2,
    "video": 3,
    "message": 4,
    "mail": 5,
    "other": 6,
    "film": 7,
    "newsletter": 8,
}

#: `schakel_bridge`: how people without a good shared language understand each other.
BRIDGES: Mapping[str, int] = {
    "none": 0,
    "shared_language": 1,
    "nearby": 2,
    "video": 3,
    "machine": 4,
    "telephone": 5,
}

#: `SCHAKEL_BECAUSE_…`: why a channel.
BECAUSE: Mapping[str, int] = {
    "asked_for": 1,
    "got_through": 2,
    "reads": 4,
    "reads_little": 8,
    "speaks_little": 16,
    "not_known": 32,
    "failed": 64,
}

#: `schakel_spread_each`: whom moments should reach.
SPREAD_EACH: Mapping[str, int] = {"adults": 0, "families": 1}

#: `schakel_theme`: what a question of a survey is about.
THEMES: Mapping[str, int] = {"role": 0, "transitions": 1, "privacy": 2, "hours": 3, "safety": 4, "other": 5}

#: `schakel_sight`, by value: how much of a record somebody sees.
SIGHTS = ("nothing", "part", "whole")

#: `schakel_access_reason`, by value.
ACCESS_REASONS = (
    "everybody",
    "own",
    "told",
    "task",
    "rung",
    "reader",
    "shared",
    "name",
    "takes_part",
    "no_tie",
    "stopped",
    "no_consent",
    "child_decides",
    "withdrawn",
    "purpose",
    "not_task",
    "not_reader",
)

#: `schakel_told_reason`, by value.
TOLD_REASONS = (
    "no_tie",
    "stopped",
    "authority",
    "duty",
    "consent",
    "child",
    "no_consent",
    "child_decides",
    "withdrawn",
)

#: `schakel_contact_advice`, by value.
ADVICES = ("fine", "first_is_bad", "only_problems", "message_is_cold")

#: `schakel_format`.
FORMATS: Mapping[str, int] = {"text": 0, "html": 1}


def number(table: Mapping[str, int], name: str, what: str) -> int:
    """The number that goes with a name, or a ValueError that says which names there are."""
    try:
        return table[name]
    except KeyError:
        raise ValueError(f"{what} must be one of {', '.join(map(repr, table))}, not {name!r}") from None
