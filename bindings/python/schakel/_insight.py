"""Counts of people that never show a group too small to stay anonymous, and who is asked too often or never."""
from __future__ import annotations

import json
from functools import cached_property
from typing import Any, Dict, Iterable, List, Optional, Tuple, Union

from ._calls import Date, c_string, date_number, language_number, make, new, present, string, take
from ._dialogue import Names
from ._matching import Matching
from ._names import THEMES
from ._notebook import frame
from ._results import Record, ShownPage, ShownResult, SpokenResult
from ._schakel import ffi, lib


class Counts:
    """Counts of people that hide groups too small to stay anonymous."""

    _writer = ""
    _presenter = ""

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    def to_json(self, language: str = "nl") -> str:
        """The counts as JSON, with sentences in Dutch ("nl") or English ("en")."""
        return take(getattr(lib, self._writer), self._handle, language_number(language)).decode()

    def to_dict(self, language: str = "nl") -> Dict[str, Any]:
        """The same as an object; a new one each time."""
        return json.loads(self.to_json(language))

    @cached_property
    def _document(self) -> Dict[str, Any]:
        return self.to_dict()

    @property
    def rows(self) -> List[Dict[str, Any]]:
        """The table, a dict a row; a hidden count is None."""
        return self._document["rows"]

    def to_text(self, title: Optional[str] = None, language: str = "nl", colour: bool = False) -> str:
        """The table for a terminal."""
        return self._present("text", title, language, colour)

    def to_html(self, title: Optional[str] = None, language: str = "nl") -> str:
        """A page of its own, with bars."""
        return self._present("html", title, language, False)

    def _present(self, format: str, title: Optional[str], language: str, colour: bool) -> str:
        return present(
            getattr(lib, self._presenter),
            self._handle,
            format=format,
            language=language,
            title=title,
            colour=colour,
        )

    def _repr_html_(self) -> str:
        return frame(self.to_html())


class Reach(Counts):
    """Who was ever asked, without showing a group too small to stay anonymous."""

    _writer = "schakel_reach_to_json"
    _presenter = "schakel_present_reach"

    def __repr__(self) -> str:
        return f"<schakel.Reach: {lib.schakel_reach_row_count(self._handle)} rows>"


class Spread(Counts):
    """How the asks are spread, without showing a group too small to stay anonymous."""

    _writer = "schakel_load_to_json"
    _presenter = "schakel_present_load"

    @property
    def totals(self) -> List[Dict[str, Any]]:
        """Over all adults and over the offerers, recorded and with the plan; a hidden figure is None."""
        return self._document["totals"]

    @property
    def bins(self) -> List[Dict[str, Any]]:
        """How many people were asked 0 times, once, and so on, recorded and with the plan."""
        return self._document["bins"]

    def total(self, people: str = "offerers", moment: str = "recorded") -> Dict[str, Any]:
        """One of the totals: of "adults" or "offerers", "recorded" or "with_plan"."""
        for total in self.totals:
            if (total["people"], total["moment"]) == (people, moment):
                return total
        raise ValueError(
            "people must be 'adults' or 'offerers', and moment 'recorded' or 'with_plan', "
            f"not {people!r} and {moment!r}"
        )

    def __repr__(self) -> str:
        now, plan = self.total()["gini"], self.total(moment="with_plan")["gini"]
        shown = ["hidden" if gini is None else f"{gini:.2f}" for gini in (now, plan)]
        return f"<schakel.Spread: Gini {shown[0]}, with the plan {shown[1]}>"


class Engagement(ShownPage, SpokenResult):
    """Who is reached, by whom and by what, without showing a group too small to stay anonymous."""

    _writer = "schakel_engagement_to_json"
    _presenter = "schakel_present_engagement"

    def to_json(self, language: str = "nl") -> str:
        """The counts as JSON, with sentences in Dutch ("nl") or English ("en")."""
        return take(
            lib.schakel_engagement_to_json, self._handle, ffi.NULL, language_number(language)
        ).decode()

    def _present(self, format: str, title: Optional[str], language: str, colour: bool) -> str:
        return present(
            lib.schakel_present_engagement,
            self._handle,
            self.school._handle,
            ffi.NULL,
            format=format,
            language=language,
            title=title,
            colour=colour,
        )

    @property
    def ways(self) -> List[Record]:
        """What people are reached by: anything, kinds, contact, rounds, months, the year before."""
        return self._document["ways"]

    @property
    def rows(self) -> List[Record]:
        """The table, a dict a row; "way" is an index in `ways`, and a hidden count is None.

        "at_least" is how many were reached at least in a hidden row, where that is nearly all.
        """
        return self._document["rows"]

    def __repr__(self) -> str:
        families = next(row for row in self.rows if row["unit"] == "families")
        people, reached, at_least = families["people"], families["reached"], families["at_least"]
        told = f"at least {at_least} of {people}" if at_least else "hidden" if reached is None else f"{reached} of {people}"
        return f"<schakel.Engagement: families reached: {told}>"


class Survey(Counts):
    """What came out of a survey, without showing what a few people answered."""

    _writer = "schakel_survey_result_to_json"
    _presenter = "schakel_present_survey_result"

    @property
    def questions(self) -> List[Record]:
        """The questions by theme, each with its choices, shares and intervals."""
        return self._document["questions"]

    def __repr__(self) -> str:
        return f"<schakel.Survey: {self._document['responses']} responses, {len(self.questions)} questions>"


class Balance(ShownResult, SpokenResult):
    """Who is asked too often, who never, and what each side expects. It names people."""

    _writer = "schakel_balance_to_json"
    _presenter = "schakel_present_balance"

    @property
    def adults(self) -> List[Record]:
        """Whom to think of, and what to do."""
        return self._document["adults"]

    @property
    def expectations(self) -> List[Record]:
        """What parents, school and children expect, and what was done with it."""
        return self._document["expectations"]

    def __repr__(self) -> str:
        return f"<schakel.Balance: {len(self.adults)} adults, {len(self.expectations)} expectations>"


def _set_period(options: Any, from_: Optional[Date], until: Optional[Date], min_cell: Optional[int] = None) -> None:
    """Fill in what is given."""
    if from_ is not None:
        setattr(options, "from", date_number(from_, "from_"))
    if until is not None:
        options.until = date_number(until, "until")
    if min_cell is not None:
        options.min_cell = min_cell


class SchoolInsight:
    """The part of a School that counts."""

    _handle: Any

    def _records(self, member: str) -> List[Record]:
        raise NotImplementedError

    @property
    def surveys(self) -> List[Record]:
        return self._records("surveys")

    @property
    def survey_questions(self) -> List[Record]:
        return self._records("survey_questions")

    @property
    def responses(self) -> List[Record]:
        return self._records("responses")

    def reach(
        self, from_: Optional[Date] = None, until: Optional[Date] = None, min_cell: Optional[int] = None
    ) -> Reach:
        """Count which adults were asked for something in a period; None is the school year's start or end.

        No count shows a group smaller than min_cell (5 unless told).
        """
        options = new("schakel_reach_options")
        _set_period(options, from_, until, min_cell)
        return Reach(
            make("schakel_reach", lib.schakel_reach_destroy, lib.schakel_reach_count, self._handle, options)
        )

    def spread(
        self,
        planned: Union[None, Matching, Iterable[str]] = None,
        from_: Optional[Date] = None,
        until: Optional[Date] = None,
        min_cell: Optional[int] = None,
    ) -> Spread:
        """How the asks are spread over the adults in a period, and with a plan on top.

        planned: the plan, as a matching or as the id of an adult for each ask.
        The others are as for reach().
        """
        options = new("schakel_load_options")
        _set_period(options, from_, until, min_cell)
        if isinstance(planned, str):
            raise TypeError("planned must be a matching or the ids of adults, not one str")
        ids = [ask["adult"] for ask in planned.asks] if isinstance(planned, Matching) else list(planned or ())
        lent = Names(ids, "planned")
        options.planned_adult_ids = lent.array
        options.planned_count = len(ids)
        return Spread(
            make("schakel_load", lib.schakel_load_destroy, lib.schakel_load_count, self._handle, options)
        )

    def engagement(
        self, from_: Optional[Date] = None, until: Optional[Date] = None, min_cell: Optional[int] = None
    ) -> Engagement:
        """Count who is reached in a period by talks, activities, contact and asks, and by what.

        The parameters are as for reach().
        """
        options = new("schakel_engagement_options")
        _set_period(options, from_, until, min_cell)
        handle = make(
            "schakel_engagement",
            lib.schakel_engagement_destroy,
            lib.schakel_engagement_count,
            self._handle,
            options,
        )
        return Engagement(handle, self)

    def survey(self, survey: str, min_cell: Optional[int] = None) -> Survey:
        """Count what was answered in a survey: shares with intervals, and which groups differ."""
        options = new("schakel_survey_options")
        if min_cell is not None:
            options.min_cell = min_cell
        return Survey(
            make(
                "schakel_survey_result",
                lib.schakel_survey_result_destroy,
                lib.schakel_survey_count,
                self._handle,
                c_string(survey, "survey"),
                options,
            )
        )

    def balance(self, from_: Optional[Date] = None, until: Optional[Date] = None) -> Balance:
        """Who is asked more than they want, who offered and was never asked, and what each side expects."""
        options = new("schakel_balance_options")
        _set_period(options, from_, until)
        handle = make(
            "schakel_balance",
            lib.schakel_balance_destroy,
            lib.schakel_balance_make,
            self._handle,
            options,
            keep=self._handle,
        )
        return Balance(handle, self)


def share_interval(count: int, n: int) -> Tuple[float, float]:
    """The ends between which the true share lies with 95% confidence, by Wilson."""
    low, high = ffi.new("double *"), ffi.new("double *")
    if lib.schakel_share_interval(count, n, low, high) != lib.SCHAKEL_OK:
        raise ValueError(f"count must not be over n, but {count} is over {n}")
    return low[0], high[0]


def groups_differ(a_count: int, a_n: int, b_count: int, b_n: int) -> float:
    """The p-value of Fisher's exact test: a_count of a_n against b_count of b_n."""
    p = lib.schakel_groups_differ(a_count, a_n, b_count, b_n)
    if p < 0:
        raise ValueError("each count must not be over its n, and there must be fewer than 10,000,000 people")
    return p


def default_survey_questions() -> List[Record]:
    """Questions to begin a survey with, in the shape of the document; each still needs a "survey"."""
    questions = []
    themes = {value: name for name, value in THEMES.items()}
    for index in range(lib.schakel_survey_default_count()):
        question = new("schakel_survey_question")
        lib.schakel_survey_default(index, question)
        questions.append(
            {
                "id": string(question.id),
                "theme": themes[question.theme],
                "text": string(question.text),
                "choices": [string(question.choices[i]) for i in range(question.choice_count)],
                "counted": [string(question.counted[i]) for i in range(question.counted_count)],
            }
        )
    return questions
