"""Full calendar dates as they stand in date lines and metadata: a day, or nothing."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from timeline.documents.languages import languages

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?")
_FIRST_YEAR, _LAST_YEAR = 1700, 2199


def iso_day(value: str) -> date | None:
    """The day of an ISO 8601 date or date and time; ``None`` for anything else, a bare month too.

    >>> iso_day("2021-03-04T09:30:00Z")
    datetime.date(2021, 3, 4)
    """
    found = _ISO.fullmatch(value.strip())
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


@cache
def day_pattern() -> str:
    """A pattern for one full date, with named groups, to be put into larger patterns (flag ``IGNORECASE``)."""
    names = sorted({name for language in languages().values() for name in language.months}, key=lambda n: (-len(n), n))
    month = "|".join(map(re.escape, names))
    return (
        r"(?:(?P<iso>\d{4}-\d{2}-\d{2}|\d{4}/\d{2}/\d{2})"
        rf"|(?P<month>{month})\.?[ \u00a0](?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[ \u00a0](?P<year>\d{{4}})"
        r"|(?P<day2>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ \u00a0](?:of[ ]|de[ ])?"
        rf"(?P<month2>{month})\.?,?[ \u00a0](?:del?[ ])?(?P<year2>\d{{4}})"
        r"|(?P<d>\d{1,2})(?P<sep>[./])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4}))"
    )


def matched_day(found: re.Match[str], language: str) -> date | None:
    """The day that :func:`day_pattern` matched; ``None`` when it is none, or when 3/4/2021 could be two days."""
    if found["iso"]:
        return iso_day(found["iso"].replace("/", "-"))
    if found["d"]:
        return _numeric(int(found["d"]), int(found["m"]), int(found["y"]), found["sep"], language)
    name = (found["month"] or found["month2"]).lower()
    numbers = {known.months[name] for known in languages().values() if name in known.months}
    own = languages()[language].months.get(name) if language in languages() else None
    if own is None and len(numbers) != 1:
        return None
    return _day(int(found["year"] or found["year2"]), own or numbers.pop(), int(found["day"] or found["day2"]))


def _numeric(first: int, second: int, year: int, separator: str, language: str) -> date | None:
    """Day first where dots are written or the language has it so; in English only what can be read one way."""
    if separator == "." or language != "en" or first > 12:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 or first == second else None


def _day(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
