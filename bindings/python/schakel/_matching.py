"""Whom to ask for what, and when."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Mapping, Optional, Union

from ._calls import Date, c_string, call, date_number, make, new
from ._results import Record, ShownPage, SpokenResult
from ._schakel import ffi, lib

if TYPE_CHECKING:
    from ._school import School

Planned = Union[None, "Matching", Iterable[Mapping[str, Any]]]


class PlannedAsks:
    """A plan as it was, for C; it lives as long as this does."""

    def __init__(self, planned: Planned) -> None:
        asks = planned.asks if isinstance(planned, Matching) else list(planned or ())
        self.array = ffi.new("schakel_planned[]", len(asks))
        self.count = len(asks)
        self._strings = []
        for i, ask in enumerate(asks):
            for member in ("need", "place", "adult"):
                if not isinstance(ask, Mapping) or not isinstance(ask.get(member), str):
                    raise ValueError(f"planned[{i}] must be a dict with the id of a need, a place and an adult")
                text = ffi.new("char[]", c_string(ask[member], f"planned[{i}]"))
                self._strings.append(text)
                setattr(self.array[i], f"{member}_id", text)


class Matching(ShownPage, SpokenResult):
    """Whom to ask for what, what stays open, and the proof. It never changes, and threads may share it."""

    _writer = "schakel_matching_to_json"
    _presenter = "schakel_present_matching"

    @property
    def asks(self) -> List[Record]:
        """Whom to ask for what, the first to ask first."""
        return self._document["asks"]

    @property
    def open(self) -> List[Record]:
        """The places that stay open, and why."""
        return self._document["open"]

    @property
    def dropped(self) -> List[Record]:
        """The asks of the plan as it was that are not in this one, and why."""
        return self._document["dropped"]

    @property
    def proof(self) -> Dict[str, Any]:
        """How good the matching is: "value" and "bound" are [high, low]; "optimal" when they are equal."""
        return self._document["proof"]

    def verify(self, school: Optional[School] = None) -> None:
        """Check it against its school (or another that should be the same), without the code that solved it.

        Raises an Error whose `path` says what is wrong: "/asks/3", "/open", "/proof/bound" and the like.
        """
        call(lib.schakel_matching_verify, self._handle, (school or self.school)._handle)

    def calendar(
        self,
        school: Optional[School] = None,
        *,
        today: Optional[Date] = None,
        weekday: Optional[int] = None,
        answer_days: Optional[int] = None,
        ahead_days: Optional[int] = None,
    ) -> Calendar:
        """When to ask whom, and whom to thank.

        school: None for the one it was made from.
        today: no message goes out before it; None for the day of the matching.
        weekday: on which day messages go out, as date.isoweekday(): 1 for Monday to 7 for Sunday.
        answer_days: how many days there should be left to ask somebody else after a no.
        ahead_days: how many days early an ask may go along with an earlier one.
        None is the default of schakel_calendar_options, which is recommended.
        """
        options = new("schakel_calendar_options")
        if today is not None:
            options.today = date_number(today, "today")
        for name, value in (("weekday", weekday), ("answer_days", answer_days), ("ahead_days", ahead_days)):
            if value is not None:
                setattr(options, name, value)
        school = school or self.school
        handle = make(
            "schakel_calendar",
            lib.schakel_calendar_destroy,
            lib.schakel_calendar_make,
            self._handle,
            school._handle,
            options,
        )
        return Calendar(handle, school)

    def __repr__(self) -> str:
        asks = lib.schakel_matching_count(self._handle)
        places = lib.schakel_matching_open_count(self._handle)
        proven = "proven best" if self.proof["optimal"] else "not proven best"
        return f"<schakel.Matching: {asks} asks, {places} places open, {proven}>"


class Calendar(ShownPage, SpokenResult):
    """When to ask whom, and whom to thank. It never changes, and threads may share it."""

    _writer = "schakel_calendar_to_json"
    _presenter = "schakel_present_calendar"

    @property
    def asks(self) -> List[Record]:
        """The asks by the day on which they should go out; those of one adult on one day are one message."""
        return self._document["asks"]

    @property
    def thanks(self) -> List[Record]:
        """Who offers something and is not asked now, and what the school can tell them."""
        return self._document["thanks"]

    def __repr__(self) -> str:
        asks = lib.schakel_calendar_count(self._handle)
        thanks = lib.schakel_calendar_thanks_count(self._handle)
        return f"<schakel.Calendar: {asks} asks, {thanks} people to thank>"
