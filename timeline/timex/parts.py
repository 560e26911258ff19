"""Early, middle and late parts of a period, in days."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.timex import periods
from timeline.timex.periods import Period

#: First and last month (from 0) of the parts of a year, and years of a decade.
_YEAR = {"early": (0, 3), "mid": (4, 7), "late": (8, 11)}
_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_WEEK = {"early": (0, 2), "mid": (1, 3), "late": (3, 6)}  # Monday to Wednesday, Tuesday to Thursday, Thursday to Sunday
_THIRD = {"start": "early", "end": "late", "early": "early", "mid": "mid", "late": "late"}


def part_bounds(period: Period, part: str, anchor: date | None = None) -> tuple[date, date] | None:
    """First and last day of the ``part``; "earlier" and "later" split a running period at ``anchor``.

    >>> [d.isoformat() for d in part_bounds(Period("year", 2024), "early")]
    ['2024-01-01', '2024-04-30']
    """
    limits = periods.bounds(period)
    if limits is None or period.unit == "day":
        return limits
    first, last = limits
    if part in ("earlier", "later"):
        if anchor is None or not first <= anchor <= last:
            return limits
        return (first, anchor) if part == "earlier" else (anchor, last)
    if part in ("first half", "last half"):
        middle = date.fromordinal((first.toordinal() + last.toordinal()) // 2)
        return (first, middle) if part == "first half" else (middle + timedelta(days=1), last)
    return _third(period, first, last, _THIRD[part])


def _third(period: Period, first: date, last: date, third: str) -> tuple[date, date] | None:
    if period.unit == "year":
        a, b = _YEAR[third]
        return _span(periods.in_year("month", period.index, a + 1), periods.in_year("month", period.index, b + 1))
    if period.unit == "decade":
        a, b = _DECADE[third]
        return _span(Period("year", period.index * 10 + a), Period("year", period.index * 10 + b))
    if period.unit == "month":
        a, b = _MONTH[third]
        return first.replace(day=a), first.replace(day=min(b, last.day))
    if period.unit == "week":
        a, b = _WEEK[third]
        return first + timedelta(days=a), first + timedelta(days=b)
    return _third_of(first, last, third)


def _span(start: Period, end: Period) -> tuple[date, date] | None:
    a, b = periods.bounds(start), periods.bounds(end)
    return (a[0], b[1]) if a and b else None


def _third_of(first: date, last: date, third: str) -> tuple[date, date]:
    """A third of the days, the middle one taking what does not divide."""
    length = (last - first).days + 1
    size = max(1, length // 3)
    if third == "early":
        return first, first + timedelta(days=size - 1)
    if third == "late":
        return last - timedelta(days=size - 1), last
    return first + timedelta(days=size), max(first + timedelta(days=size), last - timedelta(days=size))
