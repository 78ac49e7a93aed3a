"""What parents, child and school say and agree, and who may see it."""
from __future__ import annotations

import json
from typing import Any, Iterable, List, Optional, Sequence, Tuple, TypeVar

from ._calls import Date, c_string, call, date_number, language_number, make, new, string, take
from ._names import (
    ACCESS_REASONS,
    ADVICES,
    CHANNELS,
    KINDS,
    MIXES,
    PURPOSES,
    SCOPES,
    SIGHTS,
    TOLD_REASONS,
    TONES,
    number,
)
from ._results import Record, Result, ShownResult, SpokenResult
from ._schakel import ffi, lib

SomeSchool = TypeVar("SomeSchool", bound="SchoolDialogue")


class Cycle(ShownResult, Result):
    """The talks that belong to this school year: which are due, planned, done and missed, for whom."""

    _writer = "schakel_cycle_to_json"
    _presenter = "schakel_present_cycle"

    @property
    def rows(self) -> List[Record]:
        """A dict for every child and talk: "due" says how it stands; what to prepare stands with it."""
        return self._document["rows"]

    def __repr__(self) -> str:
        return f"<schakel.Cycle: {len(self.rows)} rows>"


class Agenda(ShownResult, SpokenResult):
    """What is coming, and what asks for care."""

    _writer = "schakel_agenda_to_json"
    _presenter = "schakel_present_agenda"

    @property
    def items(self) -> List[Record]:
        """What is planned, by day and time; then what asks for care, by kind."""
        return self._document["items"]

    def __repr__(self) -> str:
        return f"<schakel.Agenda: {len(self.items)} items>"


class Grouping(Result):
    """Small groups for an evening, and how good they are."""

    _writer = "schakel_grouping_to_json"

    @property
    def groups(self) -> List[Record]:
        """Who sits together: "adults", "host" and the "language" that all speak."""
        return self._document["groups"]

    @property
    def left_out(self) -> List[str]:
        """Who could not be seated."""
        return self._document["left_out"]

    @property
    def proof(self) -> Record:
        """How good the groups are, and how much better any could be; "optimal" when no better ones exist."""
        return self._document["proof"]

    def __repr__(self) -> str:
        proven = "proven best" if self.proof["optimal"] else "not proven best"
        return f"<schakel.Grouping: {len(self.groups)} groups, {len(self.left_out)} left out, {proven}>"


class Composition(Result):
    """How a team compares with the parents it speaks for: who is missing in it."""

    _writer = "schakel_composition_to_json"

    @property
    def members(self) -> int:
        """How many adults of the team have a tie to a child."""
        return self._document["members"]

    @property
    def rows(self) -> List[Record]:
        """The table, a dict a row; what is hidden is None."""
        return self._document["rows"]

    def __repr__(self) -> str:
        missing = ", ".join(row["key"] for row in self.rows if row["missing"]) or "nobody"
        return f"<schakel.Composition: {self.members} members, missing: {missing}>"


class Names:
    """An array of strings for C; it lives as long as this does."""

    def __init__(self, texts: Iterable[str], what: str) -> None:
        if isinstance(texts, str):
            raise TypeError(f"{what} must be a list of strings, not one string")
        self.strings = [ffi.new("char[]", c_string(text, what)) for text in texts]
        self.array = ffi.new("const char *[]", self.strings)
        self.count = len(self.strings)


class SchoolDialogue:
    """The part of a School that is about the dialogue."""

    _handle: Any

    def _records(self, member: str) -> List[Record]:
        raise NotImplementedError

    @property
    def ladder(self) -> List[Record]:
        return self._records("ladder")

    @property
    def consents(self) -> List[Record]:
        return self._records("consents")

    @property
    def cycle_entries(self) -> List[Record]:
        """The school's own cycle; empty when it follows the default of its stage."""
        return self._records("cycle")

    @property
    def questions(self) -> List[Record]:
        return self._records("questions")

    @property
    def wishes(self) -> List[Record]:
        return self._records("wishes")

    @property
    def series(self) -> List[Record]:
        return self._records("series")

    @property
    def teams(self) -> List[Record]:
        return self._records("teams")

    @property
    def activities(self) -> List[Record]:
        return self._records("activities")

    @property
    def answers(self) -> List[Record]:
        return self._records("answers")

    @property
    def cases(self) -> List[Record]:
        return self._records("cases")

    @property
    def talks(self) -> List[Record]:
        return self._records("talks")

    @property
    def agreements(self) -> List[Record]:
        return self._records("agreements")

    @property
    def contacts(self) -> List[Record]:
        return self._records("contacts")

    # ------------------------------------------------------------------ talks

    def cycle(self, today: Date, child: Optional[str] = None) -> Cycle:
        """Which talks are due, planned, done and missed on a day, for one child or for all."""
        options = new("schakel_cycle_options")
        options.today = date_number(today, "today")
        lent = None if child is None else ffi.new("char[]", c_string(child, "child"))
        if lent is not None:
            options.child_id = lent
        handle = make(
            "schakel_cycle",
            lib.schakel_cycle_destroy,
            lib.schakel_cycle_make,
            self._handle,
            options,
            keep=self._handle,
        )
        return Cycle(handle, self)

    def agenda(self, today: Date, days: int = 28) -> Agenda:
        """What is coming in some days, and what asks for care."""
        options = new("schakel_agenda_options")
        options.today = date_number(today, "today")
        options.days = days
        handle = make(
            "schakel_agenda",
            lib.schakel_agenda_destroy,
            lib.schakel_agenda_make,
            self._handle,
            options,
            keep=self._handle,
        )
        return Agenda(handle, self)

    def case_file(self, case: str) -> List[Record]:
        """All that is known of a case, in the order of time."""
        handle = make(
            "schakel_case_file",
            lib.schakel_case_file_destroy,
            lib.schakel_case_file_make,
            self._handle,
            c_string(case, "case"),
            keep=self._handle,
        )
        return json.loads(take(lib.schakel_case_file_to_json, handle))["lines"]

    def contact(
        self, child: str, adult: Optional[str] = None, from_: Optional[Date] = None, until: Optional[Date] = None
    ) -> Record:
        """The contact about a child in a period, with one adult or with anybody."""
        out = new("schakel_contact_summary")
        call(
            lib.schakel_contact_sum,
            self._handle,
            c_string(child, "child"),
            ffi.NULL if adult is None else c_string(adult, "adult"),
            lib.SCHAKEL_NO_DATE if from_ is None else date_number(from_, "from_"),
            lib.SCHAKEL_NO_DATE if until is None else date_number(until, "until"),
            out,
        )
        counts = {name: getattr(out, name) for name in ("count", "good", "problem", "spoken", "from_parent")}
        return {**counts, "only_problems": bool(out.only_problems)}

    def contact_advice(
        self,
        child: str,
        tone: str,
        channel: str,
        date: Date,
        adult: Optional[str] = None,
        language: str = "nl",
    ) -> Record:
        """What to think of before a contact: "advice" is a word, "text" a sentence."""
        advice = ffi.new("schakel_contact_advice *")
        texts = ffi.new("const char *[2]")
        call(
            lib.schakel_contact_advise,
            self._handle,
            c_string(child, "child"),
            ffi.NULL if adult is None else c_string(adult, "adult"),
            number(TONES, tone, "tone"),
            number(CHANNELS, channel, "channel"),
            date_number(date, "date"),
            advice,
            texts,
            texts + 1,
        )
        return {"advice": ADVICES[advice[0]], "text": string(texts[language_number(language)])}

    def grouping(
        self,
        adults: Sequence[str],
        low: int = 4,
        high: int = 6,
        mix: str = "mixed",
        *,
        shared_language: bool = True,
        hosts: Sequence[str] = (),
        apart: Iterable[Tuple[str, str]] = (),
        effort: Optional[int] = None,
    ) -> Grouping:
        """Make small groups of people who come to an evening.

        mix: "mixed" for people who do not know each other, "alike" for people with much in common.
        hosts: those of them who can lead a group. apart: pairs who must not be in one group.
        """
        options = new("schakel_grouping_options")
        options.low, options.high = low, high
        options.mix = number(MIXES, mix, "mix")
        options.shared_language = int(shared_language)
        adult_names, host_names = Names(adults, "adults"), Names(hosts, "hosts")
        pairs = list(apart)
        pair_names = Names([name for pair in pairs for name in pair], "apart")
        lent_pairs = ffi.new("schakel_pair[]", list(zip(pair_names.strings[::2], pair_names.strings[1::2])))
        options.adult_ids, options.adult_count = adult_names.array, len(adults)
        options.host_ids, options.host_count = host_names.array, len(hosts)
        options.apart, options.apart_count = lent_pairs, len(pairs)
        if effort is not None:
            options.effort = effort
        handle = make(
            "schakel_grouping",
            lib.schakel_grouping_destroy,
            lib.schakel_grouping_make,
            self._handle,
            options,
            keep=self._handle,
        )
        del adult_names, host_names, pair_names, lent_pairs  # C read them until here
        return Grouping(handle, self)

    def composition(self, team: str, min_cell: Optional[int] = None) -> Composition:
        """Compare a team with all parents: who is missing in it."""
        options = new("schakel_composition_options")
        if min_cell is not None:
            options.min_cell = min_cell
        handle = make(
            "schakel_composition",
            lib.schakel_composition_destroy,
            lib.schakel_composition_make,
            self._handle,
            c_string(team, "team"),
            options,
        )
        return Composition(handle, self)

    # ----------------------------------------------------------------- access

    def _viewer(self, who: str, kind: Optional[str], purpose: str, today: Date) -> Tuple[Any, Any]:
        """The viewer for C, and the string it lends."""
        kinds = ("adult", "staff", "child") if kind is None else (kind,)
        ident = c_string(who, "who")
        found = [
            name
            for name in kinds
            if lib.schakel_school_find(self._handle, number(KINDS, name, "kind"), ident) != lib.SCHAKEL_NONE
        ]
        if kind is None and len(found) != 1:
            problem = "nobody has" if not found else "more than one has"
            raise ValueError(f"{problem} the id {who!r}" + ("" if not found else f": say which kind, {found}"))
        viewer = new("schakel_viewer")
        lent = ffi.new("char[]", ident)
        viewer.kind = KINDS[found[0]] if found else number(KINDS, kinds[0], "kind")
        viewer.id = lent
        viewer.purpose = number(PURPOSES, purpose, "purpose")
        viewer.today = date_number(today, "today")
        return viewer, lent

    def view(
        self: SomeSchool, who: str, purpose: str = "dialogue", *, today: Date, kind: Optional[str] = None
    ) -> SomeSchool:
        """The school as one person may see it for a purpose: "dialogue", "organise" or "care".

        who: the id of an adult, of somebody of the staff or of a child; kind says which when it is used twice.
        """
        viewer, lent = self._viewer(who, kind, purpose, today)
        handle = make("schakel_school", lib.schakel_school_destroy, lib.schakel_view, self._handle, viewer)
        del lent
        return type(self)(handle)  # type: ignore[call-arg]

    def access(
        self,
        who: str,
        record_kind: str,
        record: str,
        purpose: str = "dialogue",
        *,
        today: Date,
        kind: Optional[str] = None,
        language: str = "nl",
    ) -> Record:
        """May somebody see a record? "sight" is "nothing", "part" or "whole"; "reason" and "text" say why."""
        viewer, lent = self._viewer(who, kind, purpose, today)
        out = new("schakel_access")
        call(
            lib.schakel_access_ask,
            self._handle,
            viewer,
            number(KINDS, record_kind, "record_kind"),
            c_string(record, "record"),
            out,
        )
        del lent
        text = out.reason_en if language_number(language) else out.reason_nl
        return {"sight": SIGHTS[out.sight], "reason": ACCESS_REASONS[out.reason], "text": string(text)}

    def told(self, child: str, adult: str, scope: str, date: Date, language: str = "nl") -> Record:
        """May the school tell an adult something about a child? scope: "practical", "progress" or "care"."""
        out = new("schakel_told")
        call(
            lib.schakel_school_told,
            self._handle,
            c_string(child, "child"),
            c_string(adult, "adult"),
            number(SCOPES, scope, "scope"),
            date_number(date, "date"),
            out,
        )
        text = out.reason_en if language_number(language) else out.reason_nl
        return {
            "allowed": bool(out.allowed),
            "reason": TOLD_REASONS[out.reason],
            "text": string(text),
            "source": string(out.source),
        }

    def without(self: SomeSchool, kind: str, who: str) -> SomeSchool:
        """The school without one person ("adult", "staff" or "child"); counts stay."""
        handle = make(
            "schakel_school",
            lib.schakel_school_destroy,
            lib.schakel_school_without,
            self._handle,
            number(KINDS, kind, "kind"),
            c_string(who, "who"),
        )
        return type(self)(handle)  # type: ignore[call-arg]
