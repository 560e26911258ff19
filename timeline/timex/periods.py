"""Calendar periods as (unit, index), so that "the quarter before" is index - 1 whatever the unit.

Values follow ISO 8601 as TIMEX3 uses it ("1989-Q3", "1989-W43", "198" for the eighties), EDTF follows ISO 8601-2
("1989-35" for the third quarter, "198X"). Days are proleptic Gregorian; a period outside years 1 to 9999 has no bounds.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Literal

from timeline.model import Precision

Unit = Literal[
    "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", "millennium"
]  # fmt: skip
SEASONS = ("SP", "SU", "FA", "WI")
_MONTHS_IN = {
    "month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000,
}  # fmt: skip
_DIGITS = {"year": 4, "decade": 3, "century": 2, "millennium": 1}
_EDTF_CODE = {"season": 21, "quarter": 33, "half": 40}  # ISO 8601-2, 4.8: sub-year groupings
_PER_YEAR = {"month": 12, "quarter": 4, "half": 2, "season": 4}
_SPRING_STARTS = 2  # months after January: seasons are meteorological, of the northern hemisphere
_PRECISION: dict[str, Precision] = {"weekend": "interval", "millennium": "interval"}
#: Finer first: a unit that comes later can hold one that comes earlier.
ORDER: tuple[Unit, ...] = (
    "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century", "millennium",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """The ``index``-th period of its ``unit``, counted from year 0; days and weeks from 0001-01-01."""

    unit: Unit
    index: int


def day(year: int, month: int, number: int) -> Period | None:
    """The day, or ``None`` when the calendar has no such day.

    >>> day(2023, 2, 30) is None
    True
    """
    try:
        return Period("day", date(year, month, number).toordinal())
    except ValueError:
        return None


def of_date(value: date) -> Period:
    return Period("day", value.toordinal())


def in_year(unit: Unit, year: int, number: int) -> Period:
    """The ``number``-th (from 1) month, quarter, half or season of ``year``.

    >>> value(in_year("quarter", 1989, 3))
    '1989-Q3'
    """
    return Period(unit, year * _PER_YEAR[unit] + number - 1)


def shift(period: Period, steps: int) -> Period:
    return Period(period.unit, period.index + steps)


def first_month(period: Period) -> int:
    """Months since year 0 at the period's start (coarse units only)."""
    return period.index * _MONTHS_IN[period.unit] + (_SPRING_STARTS if period.unit == "season" else 0)


def containing(moment: date, unit: Unit) -> Period:
    """The period of ``unit`` in which ``moment`` lies.

    >>> value(containing(date(2023, 5, 24), "week"))
    '2023-W21'
    """
    if unit == "day":
        return of_date(moment)
    if unit in ("week", "weekend"):
        return Period(unit, (moment.toordinal() - 1) // 7)
    months = moment.year * 12 + moment.month - 1
    if unit == "season":
        months -= _SPRING_STARTS
    return Period(unit, months // _MONTHS_IN[unit])


def widen(period: Period, unit: Unit) -> Period | None:
    """The period of ``unit`` that holds the start of ``period``; ``None`` when that lies outside the calendar."""
    start = bounds(period)
    return containing(start[0], unit) if start else None


def bounds(period: Period) -> tuple[date, date] | None:
    """First and last day, both inclusive.

    >>> [d.isoformat() for d in bounds(in_year("quarter", 2025, 3))]
    ['2025-07-01', '2025-09-30']
    """
    try:
        if period.unit == "day":
            moment = date.fromordinal(period.index)
            return moment, moment
        if period.unit == "week":
            return date.fromordinal(period.index * 7 + 1), date.fromordinal(period.index * 7 + 7)
        if period.unit == "weekend":
            return date.fromordinal(period.index * 7 + 6), date.fromordinal(period.index * 7 + 7)
        start = first_month(period)
        end = start + _MONTHS_IN[period.unit] - 1
        last = calendar.monthrange(end // 12, end % 12 + 1)[1]
        return date(start // 12, start % 12 + 1, 1), date(end // 12, end % 12 + 1, last)
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def value(period: Period) -> str:
    """The TIMEX3 value.

    >>> value(Period("decade", 198)), value(Period("century", 19)), value(Period("day", 726402))
    ('198', '19', '1989-10-27')
    """
    unit, index = period.unit, period.index
    if unit in ("day", "week", "weekend"):
        limits = bounds(period)
        if limits is None:
            return "XXXX-XX-XX"
        if unit == "day":
            return limits[0].isoformat()
        iso = limits[0].isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit in _PER_YEAR:
        year, number = divmod(index, _PER_YEAR[unit])
        if unit == "season":
            return f"{year:04d}-{SEASONS[number]}"
        return f"{year:04d}-{number + 1:02d}" if unit == "month" else f"{year:04d}-{unit[0].upper()}{number + 1}"
    return str(index).zfill(_DIGITS[unit])


def edtf(period: Period) -> str:
    """The period in EDTF: the set of days in which one unknown day lies.

    >>> edtf(in_year("season", 2023, 2)), edtf(Period("decade", 198))
    ('2023-22', '198X')
    """
    unit, index = period.unit, period.index
    limits = bounds(period)
    if limits is None:
        return ""
    if unit in ("week", "weekend"):
        return one_of(*limits)
    if unit in ("day", "month", "year"):
        return value(period)
    if unit in _PER_YEAR:
        year, number = divmod(index, _PER_YEAR[unit])
        return f"{year:04d}-{_EDTF_CODE[unit] + number}"
    return f"{value(period):X<4}"


def one_of(first: date | None, last: date | None) -> str:
    """EDTF for one day, unknown but within: ``[2023-05-01..2023-05-23]``; an open side stays empty."""
    if first == last:
        return first.isoformat() if first else ""
    return f"[{first.isoformat() if first else ''}..{last.isoformat() if last else ''}]"


def precision(period: Period) -> Precision:
    unit = period.unit
    return _PRECISION.get(unit, unit)  # type: ignore[arg-type]  # the other units are names of precisions


def add_months(moment: date, months: int) -> date | None:
    """The same day ``months`` later, or the last day of that month when it is shorter.

    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    total = moment.year * 12 + moment.month - 1 + months
    year, month = divmod(total, 12)
    try:
        return date(year, month + 1, min(moment.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None
