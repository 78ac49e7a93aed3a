"""Rounds of talks: a timetable for every child and every parent, and the letters that go with it."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional, TypeVar

from ._calls import Date, c_string, call, date_number, make, new, present
from ._notebook import frame
from ._results import Record, SpokenResult
from ._schakel import ffi, lib

if TYPE_CHECKING:
    from ._school import School

SomeSchool = TypeVar("SomeSchool", bound="SchoolRounds")


def _make(handle: Any, options: Any) -> Any:
    return make(
        "schakel_timetable",
        lib.schakel_timetable_destroy,
        lib.schakel_timetable_make,
        handle,
        options,
        keep=handle,
    )


class Timetable(SpokenResult):
    """Who talks with whom, when and where, in a round of talks."""

    _writer = "schakel_timetable_to_json"

    def __init__(self, school: School, options: Any, lent: Any) -> None:
        super().__init__(_make(school._handle, options), school)
        self._options, self._lent = options, lent

    @property
    def talks(self) -> List[Record]:
        """By date and time, each with up to twelve "other_moments": date, start, and the room, "online" and "staff" (who leads
        it) that the talk would have then. After them those without a time, whose "text" says what would make it possible."""
        return self._document["talks"]

    @property
    def summary(self) -> Record:
        """How many talks have a time, and how good the timetable is."""
        return self._document["summary"]

    def to_text(
        self,
        staff: Optional[str] = None,
        child: Optional[str] = None,
        title: Optional[str] = None,
        language: str = "nl",
        colour: bool = False,
        all_letters: bool = False,
    ) -> str:
        """The whole round, the talks of one teacher (`staff`), or the letters to the family of a child or to all."""
        return self._present("text", staff, child, all_letters, title, language, colour)

    def to_html(
        self,
        staff: Optional[str] = None,
        child: Optional[str] = None,
        title: Optional[str] = None,
        language: str = "nl",
        all_letters: bool = False,
    ) -> str:
        """The same as a page of its own, with everything in it."""
        return self._present("html", staff, child, all_letters, title, language, False)

    def _present(
        self,
        format: str,
        staff: Optional[str],
        child: Optional[str],
        all_letters: bool,
        title: Optional[str],
        language: str,
        colour: bool,
    ) -> str:
        view = new("schakel_timetable_view")
        view.all_letters = all_letters
        lent = {
            name: ffi.new("char[]", c_string(value, name))
            for name, value in (("staff", staff), ("child", child))
            if value is not None
        }
        for name, value in lent.items():
            setattr(view, f"{name}_id", value)
        return present(
            lib.schakel_present_timetable,
            self._handle,
            self.school._handle,
            view,
            format=format,
            language=language,
            title=title,
            colour=colour,
        )

    def apply(self) -> School:
        """A new school in which these talks are planned; this one stays as it is."""
        # A timetable belongs to its school, and a school that others may use never changes: the same timetable of a copy.
        changed = type(self.school).loads(self.school.to_json())
        call(lib.schakel_timetable_apply, _make(changed._handle, self._options), changed._handle)
        return changed

    def _repr_html_(self) -> str:
        return frame(self.to_html())

    def __repr__(self) -> str:
        summary = self.summary
        return f"<schakel.Timetable {self._document['round']}: {summary['placed']} of {summary['talks']} talks>"


class SchoolRounds:
    """The part of a school that plans rounds of talks."""

    _handle: Any

    def timetable(
        self: SomeSchool,
        round: str,
        today: Date,
        *,
        notice: Optional[int] = None,
        visit_weight: Optional[int] = None,
        wait_weight: Optional[int] = None,
        hole_weight: Optional[int] = None,
        preference_weight: Optional[int] = None,
        unpopular_weight: Optional[int] = None,
        change_weight: Optional[int] = None,
        effort: Optional[int] = None,
    ) -> Timetable:
        """A timetable for a round of talks.

        today: a date, or text such as "2026-09-01": nothing new is planned before it.
        The others are as in schakel_timetable_options; None is the default, which is recommended.
        """
        options = new("schakel_timetable_options")
        lent = ffi.new("char[]", c_string(round, "round"))
        options.round_id = lent
        options.today = date_number(today, "today")
        wanted = {
            "notice": notice,
            "visit_weight": visit_weight,
            "wait_weight": wait_weight,
            "hole_weight": hole_weight,
            "preference_weight": preference_weight,
            "unpopular_weight": unpopular_weight,
            "change_weight": change_weight,
            "effort": effort,
        }
        for name, value in wanted.items():
            if value is not None:
                setattr(options, name, value)
        return Timetable(self, options, lent)
