"""Years told once for two dates: "between 29 May and 31 August 2020"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.timex import periods
from timeline.timex.meanings import Find, Fixed, Inside, Meaning, MonthDay, Named
from timeline.timex.periods import Period
from timeline.timex.tokens import Tokens

_REACH = 4  # tokens between the two dates: "May 29 through at least June 3, 2020"


def share_years(finds: Sequence[Find], tokens: Tokens) -> list[Find]:
    """The finds, in which the year of a later date is the earlier one's too when only a few small words part them."""
    result = list(finds)
    for at in range(len(result) - 2, -1, -1):
        here, after = result[at], result[at + 1]
        if (
            after.start - here.end <= _REACH
            and isinstance(after.meaning, Fixed | Inside)
            and _links(tokens, here.end, after.start)
        ):
            found = _told_with(here.meaning, after.meaning)
            result[at] = replace(here, meaning=found) if found else here
    return result


def _links(tokens: Tokens, start: int, end: int) -> bool:
    words = tokens.words[start:end]
    return all((word.isalpha() and word.islower()) or word in ("-", "–", "—", ",") for word in words)


def _told_with(meaning: Meaning | None, after: Fixed | Inside) -> Meaning | None:
    if isinstance(after, Fixed):
        return _with_year(meaning, after.period)
    alike = isinstance(meaning, Named) and isinstance(after.inner, Named) and meaning.unit == after.inner.unit
    if alike and meaning.pick is None and meaning.number < after.inner.number:  # type: ignore[union-attr]
        return Inside(meaning, after.outer)  # type: ignore[arg-type]
    return None


def _with_year(meaning: Meaning | None, later: Period) -> Fixed | None:
    limits = periods.bounds(later)
    if limits is None or later.unit not in ("day", "month"):
        return None
    end = limits[1]
    if isinstance(meaning, MonthDay) and meaning.pick is None:
        over = (meaning.month, meaning.day) > (end.month, end.day)  # from December to January
        period = periods.day(end.year - over, meaning.month, meaning.day)
        return Fixed(period) if period else None
    if isinstance(meaning, Named) and meaning.unit == "month" and meaning.pick is None:
        return Fixed(periods.in_year("month", end.year - (meaning.number > end.month), meaning.number))
    return None
