"""Intervals of days: how wide, whether two agree, which of several dates is best founded.

``first``/``last`` of an :class:`EventDate` are inclusive; an open side is unbounded. Precision ``interval`` is a period
throughout which something ran and is never intersected; every other interval is one day, unknown but within.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from timeline.model import EventDate

MIN_DAY, MAX_DAY = date.min.toordinal(), date.max.toordinal()
#: Order of preference; a smaller number is better founded.
BASIS_RANK = {"explicit": 0, "relative": 1, "inherited": 2, "reference": 3, "bounded": 4, "unknown": 5}
FIXED = frozenset({"explicit", "relative", "inherited"})


def days(date_: EventDate) -> tuple[int, int]:
    """First and last day as ordinals, unbounded where open.

    >>> days(EventDate(last=date(2023, 5, 1)))[1] == date(2023, 5, 1).toordinal()
    True
    """
    return (
        date_.first.toordinal() if date_.first else MIN_DAY,
        date_.last.toordinal() if date_.last else MAX_DAY,
    )


def is_fixed(date_: EventDate) -> bool:
    """Whether the text itself fixes the date (EVENTS.md: ``dated``)."""
    return date_.basis in FIXED and (date_.first is not None or date_.last is not None)


def overlap(a: EventDate, b: EventDate) -> bool:
    """Whether both can be true of one occurrence.

    >>> overlap(EventDate(date(2023, 5, 1), date(2023, 5, 31)), EventDate(date(2023, 5, 17), date(2023, 5, 17)))
    True
    """
    (a1, a2), (b1, b2) = days(a), days(b)
    return a1 <= b2 and b1 <= a2


def written(date_: EventDate) -> str:
    """The date for people: its EDTF, or the two days.

    >>> written(EventDate(last=date(2023, 5, 1)))
    '../2023-05-01'
    """
    return date_.edtf or f"{date_.first or '..'}/{date_.last or '..'}"


def between(base: EventDate, low: date | None, high: date | None, reason: str = "", rule_id: str = "") -> EventDate:
    """``base`` with the limits ``low`` and ``high`` (one day, unknown but within), EDTF to match.

    >>> between(EventDate(), date(2023, 5, 1), date(2023, 5, 23)).edtf
    '[2023-05-01..2023-05-23]'
    """
    if low is None and high is None:
        return replace(base, first=None, last=None, precision="unknown", edtf="", reason=reason or base.reason)
    if low is not None and low == high:
        edtf, precision = low.isoformat(), "day"
    else:
        edtf = f"[{low or ''}..{high or ''}]"
        precision = "between" if low and high else "open"
    return replace(
        base,
        first=low,
        last=high,
        precision=precision,  # type: ignore[arg-type]  # the three literals above
        edtf=edtf,
        reason=reason or base.reason,
        rule_id=rule_id or base.rule_id,
    )


def preference(date_: EventDate) -> tuple[int, int, str, str, str]:
    """Sort key: best founded first, then narrowest, then by content."""
    low, high = days(date_)
    return (BASIS_RANK[date_.basis], high - low, written(date_), date_.document_id, date_.text)


def best_date(dates: Iterable[EventDate]) -> EventDate:
    """The date of an event that several sources date: best founded, narrowed by those that agree with it.

    Only dates of one unknown day are intersected, and only dates that texts fix narrow a date that a text fixes.
    Where the intersection is what one source says by itself, that source's date is taken, words and all.

    >>> may = EventDate(date(2023, 5, 1), date(2023, 5, 31), "month", "2023-05", basis="explicit")
    >>> day = EventDate(date(2023, 5, 17), date(2023, 5, 17), "day", "2023-05-17", basis="relative")
    >>> best_date([may, day]).edtf
    '2023-05-17'
    """
    ranked = sorted(dates, key=preference)
    best = ranked[0]
    if best.precision == "interval":
        return best
    fixed = is_fixed(best)
    low, high = days(best)
    for other in ranked[1:]:
        if other.precision == "interval" or (fixed and not is_fixed(other)):
            continue
        other_low, other_high = days(other)
        if max(low, other_low) <= min(high, other_high):
            low, high = max(low, other_low), min(high, other_high)
    return _as_stated(best, ranked, low, high)


def _as_stated(best: EventDate, ranked: Sequence[EventDate], low: int, high: int) -> EventDate:
    if (low, high) == days(best):
        return best
    for other in ranked[1:]:
        if (low, high) == days(other) and other.precision != "interval":
            return other
    first = None if low == MIN_DAY else date.fromordinal(low)
    last = None if high == MAX_DAY else date.fromordinal(high)
    said = "; ".join(dict.fromkeys(d.reason or written(d) for d in ranked if d.first or d.last))
    return between(best, first, last, f"what several sources say in common: {said}", "merge.intersection")


def disagreeing(best: EventDate, dates: Iterable[EventDate]) -> list[EventDate]:
    """Those dates fixed by a text that cannot be true together with ``best``, each interval once, in order."""
    found = {days(d): d for d in sorted(dates, key=preference, reverse=True) if is_fixed(d) and not overlap(best, d)}
    return [found[key] for key in sorted(found)]
