"""What the resolver may know, and what it yields: values with their days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from timeline.model import Precision, TimexType
from timeline.timex import periods
from timeline.timex.periods import Period, Unit
from timeline.timex.tense import NOT_TOLD, Direction

Basis = Literal["explicit", "relative", "inherited", "unknown"]
#: The shape of a value of which nothing is known but the unit.
UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """The day of writing, the periods ``told`` so far, the last of them (with the days of it that were meant), and
    where the tense points.

    ``narrative``: the text tells history, names count from the date told last. ``quarter``: the one a report speaks
    of. ``coming``: those of ``told`` that were said to lie ahead. ``daily``: the text counts
    days from its own ("yesterday", weekdays). ``longer``: the report has gone on from the quarter to more of the year.
    ``ended``: the report told when that quarter ended, whatever its number ("the fiscal third quarter ended April 30").
    """

    anchor: date | None = None
    reference: Period | None = None
    told: tuple[Period, ...] = ()
    reference_span: tuple[date, date] | None = None
    narrative: bool = False
    quarter: Period | None = None
    daily: bool = False
    direction: Direction = NOT_TOLD
    coming: frozenset[Period] = frozenset()
    longer: bool = False
    ended: bool = False

    @property
    def reference_start(self) -> date | None:
        if self.reference_span:
            return self.reference_span[0]
        limits = periods.bounds(self.reference) if self.reference else None
        return limits[0] if limits else None

    def told_within(self, unit: Unit) -> Period | None:
        """The period told last that is no coarser than ``unit``: "the next day" counts from a day.

        What is told as past does not go back to a day that was said to lie ahead ("the law takes effect on 1 July").
        """
        limit = periods.ORDER.index(unit)
        fine = [p for p in reversed(self.told) if periods.ORDER.index(p.unit) <= limit]
        past = [p for p in fine if p not in self.coming] if self.direction.sign < 0 else []
        return next(iter(past or fine), None)

    @property
    def year_told(self) -> int | None:
        """The year when just a year was told last, and all of it."""
        if self.reference is None or self.reference.unit != "year":
            return None
        whole = self.reference_span is None or self.reference_span == periods.bounds(self.reference)
        return self.reference.index if whole else None


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 value with its days. ``period`` is what later expressions can refer to."""

    type: TimexType
    value: str
    mod: str = ""
    period: Period | None = None
    first: date | None = None
    last: date | None = None
    precision: Precision = "unknown"
    edtf: str = ""
    basis: Basis = "unknown"
    anchor: date | None = None
    alternatives: tuple[tuple[date, date], ...] = ()


def dated(period: Period, basis: Basis, anchor: date | None = None, others: Sequence[Period] = ()) -> Resolved:
    """The result for a period; ``others`` are further readings, kept as ``alternatives`` beside the first."""
    limits = periods.bounds(period)
    if limits is None:
        return Resolved("DATE", periods.value(period))
    further = [found for other in others if (found := periods.bounds(other)) and found != limits]
    return Resolved(
        type="DATE",
        value=periods.value(period),
        period=period,
        first=limits[0],
        last=limits[1],
        precision=periods.precision(period),
        edtf=periods.edtf(period),
        basis=basis,
        anchor=anchor,
        alternatives=(limits, *further) if further else (),
    )


def unknown(unit: str) -> Resolved:
    """A date of which only the unit is known."""
    return Resolved("DATE", UNKNOWN.get(unit, UNKNOWN["day"]))
