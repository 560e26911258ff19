"""What a rule's slots mean: one small function an action, named in the language files under ``is``.

A slot holds the value its word class gives the word, a list of words with the number values (for groups and macros),
or the meaning an earlier level found. An action returns ``None`` when the words make no sense together (30 February).
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.timex import date_actions as dates
from timeline.timex import eras, periods
from timeline.timex import length_actions as lengths
from timeline.timex.meanings import Clock, DayPart, Fixed, Meaning, Modified, Part, Same, Shifted, Vague
from timeline.timex.slots import Options, Slots, whole_number

Action = Callable[[Slots, Options], Meaning | None]
_NOON = 12


def nothing(_slots: Slots, _options: Options) -> None:
    """Words that only look like a time: "Section 12"."""


def iso(slots: Slots, _options: Options) -> Meaning | None:
    """ISO 8601: 2023-05-24, 2023-05-24T10:30:00Z."""
    text = str(slots["t"]).upper()
    year, month, number = (int(piece) for piece in text[:10].split("-"))
    period = periods.day(year, month, number)
    if period is None or len(text) < 16:
        return Fixed(period) if period else None
    hour, minute = int(text[11:13]), int(text[14:16])
    second = int(text[17:19]) if text[16:17] == ":" else None
    return Clock(hour, minute, second, "Z" if text.endswith("Z") else "", Fixed(period))


def clock(slots: Slots, options: Options) -> Meaning | None:
    """A time of day: h (and min), or t as 10:30; half is am or pm."""
    pieces = _clock_pieces(slots)
    if not pieces or pieces[0] > 24 or any(piece > 59 for piece in pieces[1:]):
        return None
    hour = _hour(pieces[0], options.get("half", slots.get("half")))
    if hour is None:
        return None
    minute = pieces[1] if len(pieces) > 1 else None
    second = pieces[2] if len(pieces) > 2 else None
    return Clock(hour, minute, second, str(slots.get("zone", "")), slots.get("base"))


def clock_figures(slots: Slots, _options: Options) -> Meaning | None:
    """ "1600 hrs"."""
    figures = str(slots["t"])
    return Clock(int(figures[:2]), int(figures[2:]), zone=str(slots.get("zone", "")))


def _clock_pieces(slots: Slots) -> list[int]:
    if "t" in slots:
        return [int(piece) for piece in str(slots["t"]).replace("h", ":").replace(".", ":").split(":")]
    pieces = [whole_number(slots["h"]), whole_number(slots["min"]) if "min" in slots else 0]
    return [piece for piece in pieces[: 1 + ("min" in slots)] if piece is not None]


def _hour(hour: int, half: object) -> int | None:
    if isinstance(half, tuple):  # "p . m ."
        half = f"{half[0][0][0]}m"
    if half not in ("am", "pm"):
        return hour
    if hour > _NOON:
        return None
    return hour % _NOON + (_NOON if half == "pm" else 0)


def at(slots: Slots, _options: Options) -> Meaning | None:
    """A clock time or part of the day put on a date."""
    return _put_on(slots["time"], slots["base"])


def _put_on(time: Meaning, base: Meaning) -> Meaning | None:
    if isinstance(time, Modified):
        return _put_on(time.base, base)
    if isinstance(time, Clock) and time.base is None:
        return Clock(time.hour, time.minute, time.second, time.zone, base)
    if isinstance(time, DayPart) and time.base is None:
        return DayPart(time.code, base)
    if isinstance(time, Part):
        inner = _put_on(time.base, base)
        return Part(inner, time.part) if inner else None
    return None


def day_part(slots: Slots, options: Options) -> Meaning | None:
    """ "the morning", "this morning", "last night", "the next morning"."""
    relation = options.get("rel", slots.get("rel"))
    base: Meaning | None = slots.get("base")
    if base is None and relation in dates.STEPS:
        base = Shifted("day", dates.STEPS[str(relation)])
    elif base is None and relation is not None:
        base = Same("day", dates.FROM_REFERENCE[str(relation)])
    return DayPart(str(options.get("code", slots.get("c"))), base)


def night_of_days(slots: Slots, _options: Options) -> Meaning | None:
    """ "the night of 5-6 June": it belongs to the day on which it begins, as ISO-TimeML counts nights."""
    first = {**slots, "m": slots.get("k", slots["m"])}
    if whole_number(slots["f"]) is None or (first["m"] == slots["m"] and not _next_day(slots)):
        return None
    day = dates.fixed(first, {}) if "y" in slots else dates.month_day(first, {})
    return DayPart("NI", day) if day else None


def _next_day(slots: Slots) -> bool:
    return (whole_number(slots["f"]) or 0) - (whole_number(slots["d"]) or 0) == 1


def vague(_slots: Slots, options: Options) -> Meaning | None:
    return Vague(options["value"])


def modified(slots: Slots, options: Options) -> Meaning | None:
    base: Meaning = slots["base"]
    return base if isinstance(base, Modified) else Modified(base, str(options.get("mod", slots.get("mod"))))


def keep(slots: Slots, _options: Options) -> Meaning | None:
    """The same meaning with more words around it ("a two-year period")."""
    base: Meaning = slots["base"]
    return base


ACTIONS: dict[str, Action] = {
    "nothing": nothing,
    "iso": iso,
    "clock": clock,
    "clock-figures": clock_figures,
    "at": at,
    "day-part": day_part,
    "night-of-days": night_of_days,
    "vague": vague,
    "modified": modified,
    "keep": keep,
    "fixed": dates.fixed,
    "numeric-date": dates.numeric_date,
    "decade": dates.decade,
    "century": dates.century,
    "years": dates.years,
    "before-christ": eras.before_christ,
    "years-before-christ": eras.years_before_christ,
    "year-ad": eras.year_ad,
    "years-ad": eras.years_ad,
    "year-in-name": dates.year_in_name,
    "season-years": dates.season_years,
    "month-day": dates.month_day,
    "day-month-figures": dates.day_month_figures,
    "days-listed": dates.days_listed,
    "named": dates.named,
    "fiscal-year": dates.fiscal_year,
    "related": dates.related,
    "same": dates.same,
    "shifted": dates.shifted,
    "day-word": dates.day_word,
    "holiday": dates.holiday,
    "holiday-week": dates.holiday_week,
    "inside": dates.inside,
    "reported-quarter": dates.reported_quarter,
    "part": dates.part,
    "part-of-unit": dates.part_of_unit,
    "year-end": dates.year_end,
    "week-of": dates.week_of,
    "weekday-part": dates.weekday_part,
    "weekday-of-week": dates.weekday_of_week,
    "nth": dates.nth,
    "nth-weekday": dates.nth_weekday,
    "quarters-listed": dates.quarters_listed,
    "quarter-ended": dates.quarter_ended,
    "numbered-quarter-ended": dates.numbered_quarter_ended,
    "half-of": dates.half_of,
    "months-listed": dates.months_listed,
    "length": lengths.length,
    "lengths": lengths.lengths,
    "span": lengths.span,
    "away": lengths.away,
    "unit-beside": lengths.unit_beside,
    "away-about": lengths.away_about,
    "ahead": lengths.ahead,
    "lasting": lengths.lasting,
    "repeated": lengths.repeated,
    "weekday-parts": lengths.weekday_parts,
    "repeated-word": lengths.repeated_word,
}
