"""The day of a feast in a given year, from a short rule."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_RULE = re.compile(
    r"(?P<m>\d\d)-(?P<d>\d\d)"  # a fixed day
    r"|(?P<month>\d\d)/(?P<nth>-?\d)/(?P<weekday>\d)(?P<after>[+]\d+)?"  # nth weekday (0 = Monday), days after
    r"|easter(?P<offset>[+-]\d+)?"
)


def holiday_date(rule: str, year: int) -> date | None:
    """The date of the feast with ``rule`` in ``year``; ``None`` outside the calendar.

    ``12-25`` is a fixed day, ``11/4/3`` the fourth Thursday of November, ``05/-1/0`` the last Monday of May,
    ``easter-2`` two days before Western Easter.

    >>> holiday_date("11/4/3", 2023), holiday_date("easter", 2024), holiday_date("11/1/0+1", 1998)
    (datetime.date(2023, 11, 23), datetime.date(2024, 3, 31), datetime.date(1998, 11, 3))
    """
    match = _RULE.fullmatch(rule)
    if match is None or not 1583 <= year <= 9998:
        return None
    if match["m"]:
        month, day = int(match["m"]), int(match["d"])
        return date(year, month, min(day, calendar.monthrange(year, month)[1]))
    if match["month"]:
        found = _nth_weekday(year, int(match["month"]), int(match["nth"]), int(match["weekday"]))
        return found + timedelta(days=int(match["after"] or 0))
    return easter(year) + timedelta(days=int(match["offset"] or 0))


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, calendar.monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher).

    >>> easter(2000)
    datetime.date(2000, 4, 23)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
