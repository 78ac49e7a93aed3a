"""Schakel: parents as partners.

Checks whether a text is plain Dutch, matches what parents offer to what a school needs, says which talks are due and
who may see what, how to reach every parent, and counts who is reached.

>>> import schakel
>>> report = schakel.check("Wij verzoeken u vriendelijk het formulier te retourneren.")
>>> school = schakel.School.load("school.json")
>>> matching = school.match(today="2026-09-01")
>>> reach = school.reach()
"""
from ._dialogue import Agenda, Composition, Cycle, Grouping
from ._errors import Error, FileError, InvalidInput, OutOfMemory
from ._expertise import understand
from ._insight import (
    Balance,
    Engagement,
    Reach,
    Spread,
    Survey,
    default_survey_questions,
    groups_differ,
    share_interval,
)
from ._matching import Calendar, Matching
from ._names import Status
from ._outreach import (
    Bridge,
    Buddies,
    Invitation,
    Moments,
    Readers,
    Timing,
    date_words,
    language_name,
    time_words,
)
from ._rounds import Timetable
from ._schakel import ffi as _ffi
from ._schakel import lib as _lib
from ._school import School, SchoolStream
from ._text import Checker, Finding, Metrics, Reason, Report, check, syllables, word_level

__all__ = [
    "Agenda",
    "Balance",
    "Bridge",
    "Buddies",
    "Calendar",
    "Checker",
    "Composition",
    "Cycle",
    "Engagement",
    "Error",
    "FileError",
    "Finding",
    "Grouping",
    "InvalidInput",
    "Invitation",
    "Matching",
    "Metrics",
    "Moments",
    "OutOfMemory",
    "Reach",
    "Readers",
    "Reason",
    "Report",
    "School",
    "SchoolStream",
    "Spread",
    "Status",
    "Survey",
    "Timetable",
    "Timing",
    "check",
    "date_words",
    "default_survey_questions",
    "groups_differ",
    "language_name",
    "library_version",
    "share_interval",
    "syllables",
    "time_words",
    "understand",
    "word_level",
]

#: the version of the headers that this package was built with
__version__ = f"{_lib.SCHAKEL_VERSION_MAJOR}.{_lib.SCHAKEL_VERSION_MINOR}.{_lib.SCHAKEL_VERSION_PATCH}"


def library_version() -> str:
    """The version of the library that is running; it may be newer than the package."""
    return _ffi.string(_lib.schakel_version()).decode()
