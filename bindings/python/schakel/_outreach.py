"""How to reach every parent: by which channel, over which language bridge, with whose help, when, and whom to invite."""
from __future__ import annotations

from typing import Any, Iterable, List, Optional, Sequence, Tuple, TypeVar, Union

from ._calls import Date, c_string, call, date_number, language_number, make, new, present, string
from ._dialogue import Names
from ._names import BECAUSE, BRIDGES, CHANNELS, SPREAD_EACH, number
from ._results import Record, Result, ShownResult, SpokenResult
from ._schakel import ffi, lib
from ._text import Report

#: a day, and the times at which something begins and ends: ("2026-10-06", "19:30", "21:00")
Slot = Tuple[Date, str, str]
SomeSchool = TypeVar("SomeSchool", bound="SchoolOutreach")


def _time_number(time: str, what: str) -> int:
    minutes = lib.schakel_time_parse(c_string(time, what))
    if minutes == lib.SCHAKEL_NO_TIME:
        raise ValueError(f"{what} must be a time written as HH:MM, not {time!r}")
    return minutes


def _flags(names: Optional[Iterable[str]], table: Any, what: str) -> int:
    """A bit for each name; 0, which stands for all, for none."""
    if isinstance(names, str):
        raise TypeError(f"{what} must be a list of strings, not one string")
    bits = 0
    for name in names or ():
        bits |= 1 << number(table, name, what)
    return bits


class _Slots:
    """Moments for C; they live as long as this does."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        listed = list(slots)
        self.array = ffi.new("schakel_slot[]", len(listed))
        self.count = len(listed)
        for i, slot in enumerate(listed):
            if len(slot) != 3:
                raise ValueError(f"slots[{i}] must be a date, a start and an end, not {slot!r}")
            date, start, end = slot
            self.array[i].date = date_number(date, f"slots[{i}]")
            self.array[i].start = _time_number(start, f"slots[{i}]")
            self.array[i].end = _time_number(end, f"slots[{i}]")


class _Audience:
    """The activity or the groups of some options; the strings live as long as this does."""

    def __init__(self, options: Any, activity: Optional[str], groups: Sequence[str]) -> None:
        self.activity = None if activity is None else ffi.new("char[]", c_string(activity, "activity"))
        self.groups = Names(groups, "groups")
        if self.activity is not None:
            options.activity_id = self.activity
        options.group_ids, options.group_count = self.groups.array, self.groups.count


class Readers(ShownResult, SpokenResult):
    """Who of an audience can read a letter, and what to do for who cannot."""

    _writer = "schakel_readers_to_json"
    _presenter = "schakel_present_readers"

    @property
    def readers(self) -> List[Record]:
        """First who cannot read it, then of whom it is not known, then who can."""
        return self._document["readers"]

    def __repr__(self) -> str:
        cannot = sum(reader["reads"] == "no" for reader in self.readers)
        return f"<schakel.Readers: {cannot} of {len(self.readers)} cannot read {self._document['level']}>"


class Bridge(ShownResult, SpokenResult):
    """How people without a good shared language will understand each other in a talk."""

    _writer = "schakel_bridge_plan_to_json"
    _presenter = "schakel_present_bridge_plan"

    @property
    def bridge(self) -> str:
        """The first way that is possible; "none" when none is needed or possible."""
        return self._document["bridge"]

    @property
    def ways(self) -> List[Record]:
        """All ways in the order in which to try them, possible or not."""
        return self._document["ways"]

    @property
    def preparations(self) -> List[str]:
        """What to prepare."""
        return self._document["preparations"]

    def __repr__(self) -> str:
        return f"<schakel.Bridge: {self.bridge}, {self._document['minutes']} minutes>"


class Buddies(ShownResult, SpokenResult):
    """Experienced parents for newcomers."""

    _writer = "schakel_buddies_to_json"
    _presenter = "schakel_present_buddies"

    @property
    def pairs(self) -> List[Record]:
        """A dict for each newcomer; "buddy" is None when there is nobody."""
        return self._document["pairs"]

    def __repr__(self) -> str:
        helped = sum(pair["buddy"] is not None for pair in self.pairs)
        return f"<schakel.Buddies: {helped} of {len(self.pairs)} newcomers>"


class Moments(ShownResult, Result):
    """Moments that together reach as many as possible at least once."""

    _writer = "schakel_spread_to_json"

    def __init__(self, handle: Any, timing: Timing) -> None:
        super().__init__(handle, timing.school)
        #: what they were chosen from; shown with it
        self.timing = timing

    def _present(self, format: str, title: Optional[str], language: str, colour: bool) -> str:
        return self.timing._show_with(self._handle, format, title, language, colour)

    @property
    def moments(self) -> List[Record]:
        """The chosen moments, by date and time."""
        return self._document["moments"]

    @property
    def missed(self) -> List[str]:
        """Who can come at none of them."""
        return self._document["missed"]

    @property
    def proof(self) -> Record:
        """How many are reached, and how many any choice could reach; "optimal" when none is better."""
        return self._document["proof"]

    def __repr__(self) -> str:
        proven = "proven best" if self.proof["optimal"] else "not proven best"
        return f"<schakel.Moments: {len(self.moments)} moments, {len(self.missed)} adults missed, {proven}>"


class Timing(ShownResult, Result):
    """Whom moments reach, and whom they shut out."""

    _writer = "schakel_timing_to_json"

    def _present(self, format: str, title: Optional[str], language: str, colour: bool) -> str:
        return self._show_with(ffi.NULL, format, title, language, colour)

    def _show_with(self, spread: Any, format: str, title: Optional[str], language: str, colour: bool) -> str:
        return present(
            lib.schakel_present_timing,
            self._handle,
            spread,
            self.school._handle,
            format=format,
            language=language,
            title=title,
            colour=colour,
        )

    @property
    def moments(self) -> List[Record]:
        """The moments, the best first, each with the ids of whom it shuts out."""
        return self._document["moments"]

    def spread(self, each: str = "adults", times: int = 0, max_nodes: Optional[int] = None) -> Moments:
        """Choose moments that together reach each of the "adults" or "families" at least once.

        times: at most so many; 0 for as few as reach all that can be reached.
        """
        options = new("schakel_spread_options")
        options.each = number(SPREAD_EACH, each, "each")
        options.times = times
        if max_nodes is not None:
            options.max_nodes = max_nodes
        handle = make(
            "schakel_spread",
            lib.schakel_spread_destroy,
            lib.schakel_spread_make,
            self._handle,
            options,
            keep=self._handle,
        )
        return Moments(handle, self)

    def __repr__(self) -> str:
        return f"<schakel.Timing: {len(self.moments)} moments>"


class Invitation(ShownResult, SpokenResult):
    """Whom to invite for an activity, how and when, and what to see to first."""

    _writer = "schakel_invitation_to_json"
    _presenter = "schakel_present_invitation"

    @property
    def invitees(self) -> List[Record]:
        """Whom to invite: adults, then children."""
        return self._document["invitees"]

    @property
    def advice(self) -> List[Record]:
        """What to see to before it goes out: a dict each, "kind" is a word and "text" a sentence."""
        return self._document["advice"]

    def __repr__(self) -> str:
        return f"<schakel.Invitation: {len(self.invitees)} to invite by {self._document['invite_by']}>"


class SchoolOutreach:
    """The part of a School that is about reaching parents."""

    _handle: Any

    def _made(self, name: str, options: Any) -> Any:
        """What schakel_<name>_make() makes of the school; options may lend it what need not live any longer."""
        destroy, function = getattr(lib, f"schakel_{name}_destroy"), getattr(lib, f"schakel_{name}_make")
        return make(f"schakel_{name}", destroy, function, self._handle, options, keep=self._handle)

    def channel(
        self, adult: str, today: Date, offered: Optional[Iterable[str]] = None, language: str = "nl"
    ) -> Record:
        """How to reach an adult: "channel", the "second" to try, the "language", the "reasons" and a sentence, "text".

        A channel is "other" when there is none. offered: the channels that the school has; none or None for all.
        """
        out = new("schakel_channel_advice")
        bits = _flags(offered, CHANNELS, "offered")
        call(
            lib.schakel_channel_advise,
            self._handle,
            c_string(adult, "adult"),
            bits,
            date_number(today, "today"),
            out,
        )
        names = {value: name for name, value in CHANNELS.items()}
        texts = (out.reason_nl, out.reason_en)
        return {
            "channel": names[out.channel],
            "second": names[out.second],
            "language": string(out.language),
            "reasons": [name for name, flag in BECAUSE.items() if out.reasons & flag],
            "text": string(texts[language_number(language)]),
        }

    def readers(
        self,
        today: Date,
        letter: Union[str, Report],
        activity: Optional[str] = None,
        groups: Sequence[str] = (),
        offered: Optional[Iterable[str]] = None,
    ) -> Readers:
        """Who can read a letter: of the audience of an activity, of groups, or of the whole school.

        letter: its level ("A1" to "C2"), or the report of its check. offered is as for channel().
        """
        options = new("schakel_readers_options")
        options.today = date_number(today, "today")
        level = letter.level if isinstance(letter, Report) else letter
        options.level = lib.schakel_level_from_name(c_string(level or "", "letter"))
        options.offered = _flags(offered, CHANNELS, "offered")
        lent = _Audience(options, activity, groups)
        handle = self._made("readers", options)
        del lent  # C read it until here
        return Readers(handle, self)

    def bridge(
        self,
        adults: Sequence[str],
        staff: Sequence[str],
        date: Date,
        start: Optional[str] = None,
        minutes: int = 15,
        bridge_minutes: int = 15,
        offered: Optional[Iterable[str]] = None,
    ) -> Bridge:
        """How these adults and these members of the staff will understand each other on a day.

        offered: the bridges the school can make ("shared_language", "nearby", "video", "machine", "telephone");
        none or None for all.
        """
        options = new("schakel_bridge_options")
        adult_names, staff_names = Names(adults, "adults"), Names(staff, "staff")
        options.adult_ids, options.adult_count = adult_names.array, adult_names.count
        options.staff_ids, options.staff_count = staff_names.array, staff_names.count
        options.date = date_number(date, "date")
        if start is not None:
            options.start = _time_number(start, "start")
        options.minutes, options.bridge_minutes = minutes, bridge_minutes
        options.offered = _flags(offered, BRIDGES, "offered")
        handle = self._made("bridge_plan", options)
        del adult_names, staff_names  # C read them until here
        return Bridge(handle, self)

    def buddies(
        self,
        today: Date,
        newcomer_days: Optional[int] = None,
        experience_days: Optional[int] = None,
        each: Optional[int] = None,
    ) -> Buddies:
        """A buddy for each newcomer who has none; None is the default of schakel_buddies_options."""
        options = new("schakel_buddies_options")
        options.today = date_number(today, "today")
        wanted = {"newcomer_days": newcomer_days, "experience_days": experience_days, "each": each}
        for name, value in wanted.items():
            if value is not None:
                setattr(options, name, value)
        handle = self._made("buddies", options)
        return Buddies(handle, self)

    def timing(
        self, today: Date, slots: Iterable[Slot] = (), activity: Optional[str] = None, groups: Sequence[str] = ()
    ) -> Timing:
        """Whom each moment reaches and shuts out, of the audience of an activity, of groups, or of the whole school.

        slots: (date, "19:30", "21:00") each; none for the activity's own.
        """
        options = new("schakel_timing_options")
        options.today = date_number(today, "today")
        lent, moments = _Audience(options, activity, groups), _Slots(slots)
        options.slots, options.slot_count = moments.array, moments.count
        handle = self._made("timing", options)
        del lent, moments  # C read them until here
        return Timing(handle, self)

    def invitation(
        self,
        activity: str,
        today: Date,
        report: Optional[Report] = None,
        slots: Iterable[Slot] = (),
        notice: Optional[int] = None,
        offered: Optional[Iterable[str]] = None,
    ) -> Invitation:
        """Whom to invite for an activity, how and when.

        report: the check of the text of the invitation. slots: moments to choose from; none for its own.
        notice: how many days ahead to invite, 21 unless told. offered is as for channel().
        """
        options = new("schakel_invitation_options")
        options.today = date_number(today, "today")
        lent, moments = ffi.new("char[]", c_string(activity, "activity")), _Slots(slots)
        options.activity_id = lent
        options.slots, options.slot_count = moments.array, moments.count
        if report is not None:
            options.report = report._handle
        if notice is not None:
            options.notice = notice
        options.offered = _flags(offered, CHANNELS, "offered")
        handle = self._made("invitation", options)
        del lent, moments  # C read them until here
        return Invitation(handle, self)


def _words(function: Any, value: Any, language: str) -> str:
    out = ffi.new("char[]", lib.SCHAKEL_WORDS_SIZE)
    call(function, value, c_string(language, "language"), out, lib.SCHAKEL_WORDS_SIZE)
    return ffi.string(out).decode()


def language_name(tag: str, language: str = "nl") -> str:
    """What a language is called in a language: language_name("ti", "nl"). Raises NotFound where there are no words."""
    return _words(lib.schakel_language_name, c_string(tag, "tag"), language)


def date_words(date: Date, language: str) -> str:
    """A date in words, as the reader's language writes it."""
    return _words(lib.schakel_date_words, date_number(date, "date"), language)


def time_words(time: str, language: str) -> str:
    """A time such as "19:30" as the reader's language writes it."""
    return _words(lib.schakel_time_words, _time_number(time, "time"), language)
