"""Lengths of time: their TIMEX3 value, and days moved by them."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.timex import periods
from timeline.timex.meanings import Length

#: Unit -> its letter; those of the clock stand after a "T".
LETTERS = {
    "year": "Y", "month": "M", "week": "W", "day": "D", "quarter": "Q", "decade": "DE", "century": "CE",
    "millennium": "L", "weekend": "WE", "hour": "TH", "minute": "TM", "second": "TS",
}  # fmt: skip
_CLOCK = ("hour", "minute", "second")
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_FINER = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60)}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7}
_FARTHEST = 10_000  # units; beyond lies no calendar


def length_value(length: Length) -> str:
    """The TIMEX3 value of a duration (ISO 8601, X for what is not told, DE and CE for decades and centuries).

    >>> [length_value(Length((part,))) for part in [(2.5, "year"), (5, "hour"), (None, "week")]]
    ['P2Y6M', 'PT5H', 'PXW']
    """
    dates = clock = ""
    for amount, unit in length.parts:
        for number, name in _split(amount, unit):
            if name in _CLOCK:
                clock += number + LETTERS[name][1]
            else:
                dates += number + LETTERS[name]
    return f"P{dates}" + (f"T{clock}" if clock else "")


def _split(amount: float | None, unit: str) -> list[tuple[str, str]]:
    """Whole numbers of units: half a year is six months, two decades are twenty years."""
    if amount is None:
        return [("X", unit)]
    if unit in _YEARS:
        amount, unit = amount * _YEARS[unit], "year"
    whole = int(amount)
    if amount == whole:
        return [(str(whole), unit)]
    finer, factor = _FINER.get(unit, ("", 1))
    rest = (amount - whole) * factor
    if finer and rest == int(rest):
        return ([(str(whole), unit)] if whole else []) + [(str(int(rest)), finer)]
    return [(f"{amount:g}", unit)]


def moved(moment: date, length: Length, direction: int) -> date | None:
    """``moment`` shifted by whole lengths of days, weeks, months or years; ``None`` when that cannot be told.

    >>> moved(date(2023, 5, 24), Length(((2, "week"),)), 1)
    datetime.date(2023, 6, 7)
    """
    current: date | None = moment
    for amount, unit in length.parts:
        small = (amount or 0) * (_MONTHS.get(unit) or _DAYS.get(unit) or 0)
        if current is None or not amount or small != int(small) or amount > _FARTHEST or unit not in _MONTHS | _DAYS:
            return None
        steps = int(small) * direction
        current = periods.add_months(current, steps) if unit in _MONTHS else days_later(current, steps)
    return current


def days_later(moment: date, days: int) -> date | None:
    """The day so many days later; ``None`` outside the calendar."""
    try:
        return moment + timedelta(days=days)
    except OverflowError:
        return None
