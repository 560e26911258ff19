"""Actions of rules that count years from the turn of our era: "480 BC", "March 44 BC", "AD 69"."""

from __future__ import annotations

from timeline.timex import periods
from timeline.timex.meanings import Fixed, Meaning, Several, Vague
from timeline.timex.periods import Period
from timeline.timex.slots import Options, Slots, whole_number

_LAST_YEAR = 9999  # that a TIMEX3 value can write


def before_christ(slots: Slots, options: Options) -> Meaning | None:
    """A century, year, season, month or day before our era: a TIMEX3 value without days."""
    number = whole_number(slots["n"])
    if not number or number > _LAST_YEAR:
        return None
    if options.get("century"):
        return Vague(f"BC{number - 1:02d}")
    return Vague(f"BC{number:04d}{_within_year(slots)}")


def _within_year(slots: Slots) -> str:
    if "s" in slots:
        return f"-{periods.SEASONS[int(slots['s']) - 1]}"
    day = whole_number(slots["d"]) if "d" in slots else None
    return (f"-{int(slots['m']):02d}" if "m" in slots else "") + (f"-{day:02d}" if day else "")


def years_before_christ(slots: Slots, _options: Options) -> Meaning | None:
    """ "between 264 and 241 BC": the years of one era, named once; they count down."""
    first, last = before_christ({"n": slots["n"]}, {}), before_christ({"n": slots["f"]}, {})
    if first is None or last is None or (whole_number(slots["n"]) or 0) < (whole_number(slots["f"]) or 0):
        return None
    return Several((("n", first), ("f", last)))


def year_ad(slots: Slots, options: Options) -> Meaning | None:
    """ "AD 69"; ``least`` keeps "the year 2 of the plan" out."""
    number = whole_number(slots["n"])
    return Fixed(Period("year", number)) if number and number >= options.get("least", 1) else None


def years_ad(slots: Slots, _options: Options) -> Meaning | None:
    """ "66-70 AD": the years of one era, named once."""
    first, last = year_ad({"n": slots["n"]}, {}), year_ad({"n": slots["f"]}, {})
    return Several((("n", first), ("f", last))) if first and last else None
