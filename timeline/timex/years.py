"""Years told once for several dates: "between 29 May and 31 August 2020", "In 2019, it met on 4 March"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.timex import periods
from timeline.timex.breaks import is_break
from timeline.timex.language import Language
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


def frame_years(finds: Sequence[Find], tokens: Tokens, language: Language) -> list[Find]:
    """The finds, in which a year that opens a sentence holds the days and months of that sentence."""
    result: list[Find] = []
    frame: Fixed | None = None
    read = 0
    for find in finds:
        if frame and any(is_break(tokens.words, index, language) for index in range(read, find.start)):
            frame = None
        meaning = find.meaning
        if isinstance(meaning, Fixed):
            frame = meaning if _opens_with(meaning, find.start, tokens, language) else None
        elif frame and isinstance(meaning, MonthDay | Named) and _recurs_yearly(meaning):
            meaning = Inside(meaning, frame)
        result.append(find if meaning is find.meaning else replace(find, meaning=meaning))
        read = find.end
    return result


def _opens_with(meaning: Fixed, start: int, tokens: Tokens, language: Language) -> bool:
    """Whether a bare year stands at the head of a sentence after "in"."""
    if meaning.period.unit != "year" or meaning.fiscal or not start:
        return False
    joined = tokens.words[start - 1].lower() in language.cues.get("on_day", ())
    return joined and (start == 1 or is_break(tokens.words, start - 2, language))


def _recurs_yearly(meaning: MonthDay | Named) -> bool:
    return meaning.pick is None and (isinstance(meaning, MonthDay) or meaning.unit == "month")


def _links(tokens: Tokens, start: int, end: int) -> bool:
    words = tokens.words[start:end]
    return all((word.isalpha() and word.islower()) or word in ("-", "–", "—", ",") for word in words)


def _told_with(meaning: Meaning | None, after: Fixed | Inside) -> Meaning | None:
    if isinstance(after, Fixed):
        return _with_year(meaning, after.period)
    alike = isinstance(meaning, Named) and isinstance(after.inner, Named) and meaning.unit == after.inner.unit
    if alike and meaning.pick is None and meaning.number < after.inner.number:  # type: ignore[union-attr]  # alike says so
        return Inside(meaning, after.outer)  # type: ignore[arg-type]  # alike says so
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
