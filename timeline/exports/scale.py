"""The time axis of a picture: days to pixels, and where its ticks stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_MONTH_STEPS = (1, 3, 6)
_MOST_TICKS = 12
_FEW_DAYS = 62


@dataclass(frozen=True, slots=True)
class Scale:
    """``first`` stands at ``left``, the day after ``last`` at ``right``."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where ``day`` begins, kept inside the axis.

        >>> Scale(date(2020, 1, 1), date(2020, 1, 10), 0, 100).x(date(2020, 1, 6))
        50.0
        """
        days = (self.last - self.first).days + 1
        place = self.left + (day - self.first).days / days * (self.right - self.left)
        return round(min(max(place, self.left), self.right), 1)


def scale_of(days: list[date], left: float, right: float) -> Scale:
    """An axis over all ``days`` with a little room at both ends; the year 2000 when there is none."""
    first, last = (min(days), max(days)) if days else (date(2000, 1, 1), date(2000, 12, 31))
    room = max((last - first).days // 40, 2)
    return Scale(_shifted(first, -room), _shifted(last, room), left, right)


def ticks(scale: Scale) -> list[tuple[date, str]]:
    """Days to mark, each with its label: months where few, else every so many years.

    >>> [label for _, label in ticks(Scale(date(2020, 1, 1), date(2020, 4, 30), 0, 100))]
    ['2020-01', '2020-02', '2020-03', '2020-04']
    """
    days = (scale.last - scale.first).days
    if days <= _FEW_DAYS:
        marked_days = [_shifted(scale.first, offset) for offset in range(1, days + 1, max(days // 9, 1))]
        return [(day, day.isoformat()) for day in marked_days][:_MOST_TICKS]
    months = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month + 1
    for step in _MONTH_STEPS:
        if months / step <= _MOST_TICKS:
            starts = [_month(scale.first, offset) for offset in range(months + 1)]
            return [
                (d, d.strftime("%Y-%m")) for d in starts if (d.month - 1) % step == 0 and scale.first <= d <= scale.last
            ]
    years = scale.last.year - scale.first.year + 1
    step = next((step for step in _STEPS if years / step <= _MOST_TICKS), _STEPS[-1])
    marked = [year for year in range(scale.first.year, scale.last.year + 1) if year % step == 0]
    return [(date(year, 1, 1), str(year)) for year in marked if date(year, 1, 1) >= scale.first]


def _month(day: date, offset: int) -> date:
    number = day.year * 12 + day.month - 1 + offset
    return date(min(number // 12, date.max.year), number % 12 + 1, 1)


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
