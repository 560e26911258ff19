"""Dates, bases, roles and kinds in words that a person reads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

import pandas as pd

from timeline.event_types import event_types, group_labels

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

BASIS: Final[Mapping[str, str]] = {
    "explicit": "A calendar date in the text",
    "relative": "Worked out from the day of publication or another date",
    "inherited": "Taken over from another sentence or event of the text",
    "bounded": "No date in the text: only limits follow from it",
    "reference": "Supplied by another document or a catalogue of known events",
    "unknown": "Nothing in the text limits the date",
}
FACTUALITY: Final[Mapping[str, str]] = {
    "actual": "Happened",
    "scheduled": "Scheduled",
    "proposed": "Proposed",
    "hypothetical": "Hypothetical",
    "denied": "Denied",
}
DATE_ROLES: Final[Mapping[str, str]] = {
    "occurred": "Date",
    "effective": "Takes effect",
    "deadline": "Deadline",
    "expected": "Expected",
}
ROLES: Final[Mapping[str, str]] = {
    "authority": "Authority",
    "target": "Target",
    "plaintiff": "Plaintiff",
    "defendant": "Defendant",
    "sponsor": "Sponsor",
    "speaker": "Speaker",
    "judge": "Judge",
    "appointee": "Appointee",
    "party": "Party",
}
STATUS: Final[Mapping[str, str]] = {"reviewed": "Reviewed by a person", "machine": "Found by machine"}


def type_label(event_type: str) -> str:
    """The label of an event type; its id in words where the taxonomy does not know it.

    >>> type_label("bill_advanced")
    'Bill advanced'
    """
    known = event_types().get(event_type)
    return known.label if known else event_type.replace("_", " ").capitalize()


def group_label(group: str) -> str:
    """The label of a group of types.

    >>> group_label("legislation")
    'Legislation'
    """
    return group_labels().get(group, group.capitalize())


def day_words(day: date) -> str:
    """A day as people write it.

    >>> day_words(date(2023, 5, 24))
    '24 May 2023'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def date_words(start: date | None, end: date | None, precision: str) -> str:
    """When an event lies, no more exactly than is known.

    >>> date_words(date(2023, 5, 1), date(2023, 5, 31), "month")
    'May 2023'
    >>> date_words(None, date(2023, 5, 24), "open")
    'not after 24 May 2023'
    """
    if start is None or end is None:
        return _open_words(start, end, precision)
    if start == end:
        return day_words(start)
    if precision == "interval":
        return _span(start, end, "{} to {}")
    named = _named_period(start, end, precision)
    return named or _span(start, end, "between {} and {}")


def _open_words(start: date | None, end: date | None, precision: str) -> str:
    if start is not None:
        return f"{'since' if precision == 'interval' else 'not before'} {day_words(start)}"
    if end is not None:
        return f"{'until' if precision == 'interval' else 'not after'} {day_words(end)}"
    return "no date"


def _span(start: date, end: date, pattern: str) -> str:
    first = day_words(start)
    if start.year == end.year:
        first = str(start.day) if start.month == end.month else f"{start.day} {_MONTHS[start.month - 1]}"
    return pattern.format(first, day_words(end))


def _named_period(start: date, end: date, precision: str) -> str:  # noqa: PLR0911 - one return for each kind of period
    """The name of the calendar period from ``start`` to ``end``, if it is exactly one."""
    after = end + timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    whole_months = start.day == 1 and after.day == 1
    if whole_months and months == 1:
        return f"{_MONTHS[start.month - 1]} {start.year}"
    if whole_months and months == 12 and start.month == 1:
        return str(start.year)
    if precision == "quarter" and whole_months and months == 3:
        return f"quarter {(start.month + 2) // 3} of {start.year}"
    if precision == "half" and whole_months and months == 6:
        return f"{'first' if start.month == 1 else 'second'} half of {start.year}"
    if precision == "decade" and whole_months and months == 120:
        return f"the {start.year}s"
    if precision == "week" and months <= 1 and (end - start).days == 6:
        return f"week of {day_words(start)}"
    return ""


def row_date_words(row: Mapping[str, Any] | pd.Series[Any]) -> str:
    """When the event of a table row lies, in words."""
    return date_words(as_date(row["date_start"]), as_date(row["date_end"]), str(row["date_precision"]))


def as_date(value: Any) -> date | None:
    """A pandas time stamp as a date; NaT as None."""
    return None if pd.isna(value) else value.date()


def count_words(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count_words(1, "event"), count_words(1204, "event")
    ('1 event', '1,204 events')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
