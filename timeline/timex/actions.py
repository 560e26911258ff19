"""What a rule's slots mean: one small function an action, named in the language files under ``is``.

A slot holds the value its word class gives the word, a list of words with the number values (for groups and macros),
or the meaning an earlier level found. An action returns ``None`` when the words make no sense together (30 February).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from timeline.timex import periods
from timeline.timex.meanings import (
    Ahead,
    Away,
    Clock,
    DayPart,
    Fixed,
    Holiday,
    Inside,
    Length,
    Meaning,
    Modified,
    MonthDay,
    Named,
    Nth,
    Part,
    Repeated,
    Same,
    Several,
    Shifted,
    Span,
    Vague,
    Years,
)
from timeline.timex.numerals import digits, read_number
from timeline.timex.periods import Period

Slots = dict[str, Any]
Action = Callable[[Slots, dict[str, Any]], Meaning | None]
_STEPS = {"last": -1, "this": 0, "next": 1}
_FROM_REFERENCE = {"previous": -1, "following": 1, "same": 0}
_LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D", "quarter": "Q", "decade": "DE", "century": "CE", "millennium": "L",
            "weekend": "WE", "hour": "TH", "minute": "TM", "second": "TS"}  # fmt: skip
_YEARS = {"biennium": 2, "triennium": 3, "lustrum": 5}
_CALENDAR = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", "millennium")


def _nothing(_slots: Slots, _options: dict[str, Any]) -> None:
    return None


def _int(value: Any) -> int | None:
    if isinstance(value, tuple):
        number = read_number(*value)
        return int(number) if number is not None and number == int(number) else None
    if isinstance(value, int):
        return value
    text = str(value)
    number = digits(text) if text.isdigit() else digits(text.rstrip("stndrhSTNDRH"))
    return int(number) if number is not None else None


def _year(value: Any) -> int | None:
    """A year in digits or words; of two digits, the one between 1930 and 2029."""
    if isinstance(value, tuple):
        return _spoken_year(*value)
    text = str(value).lstrip("'’")
    if not text.isdigit():
        return None
    number = int(text)
    return number if len(text) > 2 else number + (1900 if number >= 30 else 2000)


def _spoken_year(words: list[str], values: dict[str, float]) -> int | None:
    """ "nineteen ninety-six", "two thousand and five"."""
    words = [word for word in words if word not in ("-", "and")]
    if len(words) == 1 and words[0].isdigit():
        return int(words[0])
    if words and values.get(words[0]) in (18, 19, 20) and len(words) > 1 and values.get(words[1], 1000) < 100:
        rest = read_number(words[1:], values)
        return int(values[words[0]] * 100 + rest) if rest is not None else None
    number = read_number(words, values)
    return int(number) if number is not None and 1000 <= number < 2200 else None


def fixed(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    """Year with month, month and day, quarter, half, season; or year alone."""
    year = _year(slots["y"])
    if year is None:
        return None
    for name in ("quarter", "half", "season"):
        if options.get("unit") == name:
            return Fixed(periods.in_year(name, year, int(slots["n"])))  # type: ignore[arg-type]
    if "m" not in slots:
        return Fixed(Period("year", year))
    month = _int(slots["m"])
    if month is None:
        return None
    if "d" not in slots:
        return Fixed(periods.in_year("month", year, month))
    number = _int(slots["d"])
    period = periods.day(year, month, number) if number is not None else None
    return Fixed(period) if period else None


def numeric_date(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    """2023-05-24, 24.5.2023, 5/24/2023: both readings of 3/4/2021 are kept; ``month_first`` says which leads."""
    text = str(slots["t"])
    sign = next(char for char in text if not char.isdigit())
    a, b, c = text.split(sign)[:3]
    if len(a) == 4 or (len(a) == 3):
        readings = [(a, b, c)] if len(a) == 4 else []
    else:
        month_first, day_first = (c, a, b), (c, b, a)
        readings = [month_first, day_first] if options.get("month_first") and sign != "." else [day_first, month_first]
        if sign == ".":
            readings = [day_first]
    found: list[Period] = []
    for year, month, number in readings:
        full = _year(year)
        period = periods.day(full, int(month), int(number)) if full and len(year) in (2, 4) else None
        if period and period not in found:
            found.append(period)
    return Fixed(found[0], tuple(found[1:])) if found else None


def iso(slots: Slots, _options: dict[str, Any]) -> Meaning | None:
    text = str(slots["t"]).upper()
    year, month, number = (int(piece) for piece in text[:10].split("-"))
    period = periods.day(year, month, number)
    if period is None:
        return None
    if len(text) < 16:
        return Fixed(period)
    second = int(text[17:19]) if text[16:17] == ":" else None
    zone = "Z" if text.endswith("Z") else ""
    return Clock(int(text[11:13]), int(text[14:16]), second, zone, Fixed(period))


def decade(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    number = _int(str(slots["t"]).strip("'’").rstrip("s").rstrip("'’")) if isinstance(slots["t"], str) else slots["t"]
    if number is None or number % 10:
        return None
    if number >= 1000 and number % 100 == 0 and options.get("century"):
        return Fixed(Period("century", number // 100))
    if number < 100:
        number += 1900
    return Fixed(Period("decade", number // 10)) if number >= 1000 else None


def century(slots: Slots, _options: dict[str, Any]) -> Meaning | None:
    number = _int(slots["n"])
    return Fixed(Period("century", number - 1)) if number and 1 <= number <= 30 else None


def month_day(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    month, number = _int(slots["m"]), _int(slots["d"])
    if month is None or number is None or periods.day(2000, month, number) is None:
        return None
    return MonthDay(month, number, slots.get("w"), options.get("pick", slots.get("rel")))


def named(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    number = _int(slots["n"]) if "n" in slots else options.get("number")
    limit = {"quarter": 4, "half": 2, "season": 4, "weekday": 6, "month": 12, "monthday": 31}.get(options["unit"], 99)
    if number is None or number > limit:
        return None
    return Named(options["unit"], number, options.get("pick", slots.get("rel")))


def related(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    """last week, this year, the previous day, the same month."""
    unit, relation = options.get("unit", slots.get("u")), options.get("rel", slots.get("rel"))
    if unit not in _CALENDAR:
        if relation in ("last", "next"):
            found = _length({"u": unit}, {"amount": 1})
            return Span(found, -1 if relation == "last" else 1) if found else None
        return None
    if relation in _STEPS:
        return Shifted(unit, _STEPS[relation] * options.get("times", 1))
    return Same(unit, _FROM_REFERENCE[str(relation)])


def same(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    unit = options.get("unit", slots.get("u"))
    return Same(unit, options.get("steps", 0)) if unit in _CALENDAR else None


def shifted(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    return Shifted(options["unit"], options["steps"], options.get("origin", "anchor"), options.get("loose", False))


def day_word(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    return Shifted("day", int(slots["n"]))


def holiday(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    year = _year(slots["y"]) if "y" in slots else None
    outer = Fixed(Period("year", year)) if year else slots.get("year")
    return Holiday(str(options.get("h", slots.get("h"))), outer, slots.get("rel"))


def holiday_week(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    found = holiday(slots, options)
    return Nth(1, "week", found) if found else None


def inside(slots: Slots, _options: dict[str, Any]) -> Meaning | None:
    inner, outer = slots["inner"], slots["outer"]
    if isinstance(inner, Fixed):
        return None
    return Inside(inner, outer)


def part(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    which = options.get("part", slots.get("p"))
    return Part(slots["base"], which) if not isinstance(slots["base"], Part) else None


def part_of_unit(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    """ "the end of the month", "earlier in the year": of the running one."""
    return Part(Shifted(slots["u"], 0), slots["p"]) if slots["u"] in _CALENDAR else None


def year_end(_slots: Slots, _options: dict[str, Any]) -> Meaning | None:
    return Part(Shifted("year", 0), "end")


def nth(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    number = options.get("number") or _int(slots["n"])
    unit = options.get("unit", slots.get("u"))
    return Nth(number, unit, slots["base"]) if number and unit in _CALENDAR else None


def _amount(slots: Slots, options: dict[str, Any]) -> float | None:
    if "amount" in options:
        return options["amount"]  # type: ignore[no-any-return]
    value = slots.get("n")
    if value is None:
        return None
    if isinstance(value, tuple):
        return read_number(*value)
    return float(value) if isinstance(value, int | float) else digits(str(value))


def _length(slots: Slots, options: dict[str, Any]) -> Length | None:
    unit = str(options.get("unit", slots.get("u")))
    amount = _amount(slots, options)
    if amount is None and "n" in slots and not options.get("vague"):
        return None
    if unit == "fortnight":
        unit, amount = "week", 2 * amount if amount else None
    if unit == "semester":
        unit, amount = "month", 6 * amount if amount else None
    if unit in _YEARS:
        unit, amount = "year", _YEARS[unit] * amount if amount else None
    if unit == "bimester":
        unit, amount = "month", 2 * amount if amount else None
    if amount is not None and options.get("half"):
        amount += 0.5
    return Length(((amount, unit),), options.get("mod", "")) if unit in _LETTERS else None


def length(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    return _length(slots, options)


def lengths(slots: Slots, _options: dict[str, Any]) -> Meaning | None:
    """Two lengths that add up: "two years and six months"."""
    a, b = slots["a"], slots["b"]
    if not (isinstance(a, Length) and isinstance(b, Length)) or a.parts[0][0] is None or b.parts[0][0] is None:
        return None
    return Length(a.parts + b.parts)


def span(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    """A length with its place: "the past two years" (-1), "the next few months" (1)."""
    base = slots.get("base")
    found = base if isinstance(base, Length) else _length(slots, options)
    relation = options.get("rel", slots.get("rel"))
    return Span(found, {"last": -1, "next": 1}.get(str(relation), 0)) if found else None  # type: ignore[arg-type]


def away(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    base = slots["base"]
    if isinstance(base, Modified) and isinstance(base.base, Length):
        inner = away({**slots, "base": base.base}, options)
        return Modified(inner, base.mod) if inner else None
    if not isinstance(base, Length):
        return None
    if base.parts[0][0] is None and options.get("origin") == "reference":
        return base  # "a few days later": how long is not told
    return Away(base, options["direction"], slots.get("from"), options.get("origin", "anchor"))


def away_about(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    found = away(slots, options)
    return Modified(found, str(slots["mod"])) if found else None


def weekday_part(slots: Slots, _options: dict[str, Any]) -> Meaning | None:
    """One word for weekday and part of the day, its value as "0 EV"."""
    number, code = str(slots["t"]).split()
    return DayPart(code, Named("weekday", int(number), slots.get("rel")))


def ahead(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    base = slots["base"]
    if isinstance(base, Modified):
        base = base.base
    return Ahead(base, options["within"], slots.get("from")) if isinstance(base, Length) else None


def years(slots: Slots, _options: dict[str, Any]) -> Meaning | None:
    """ "2023-24", "1998/99"."""
    first, last = int(str(slots["t"])[:4]), int(str(slots["t"])[5:])
    last += first - first % 100
    return Years(first, last) if first < last <= first + 30 else None


def days_listed(slots: Slots, _options: dict[str, Any]) -> Meaning | None:
    """Several days of one month, as "April 24 and 25, 2021" or "3 to 5 May"."""
    names = [name for name in ("d", "e", "f") if name in slots]
    found = []
    for name in names:
        one = {**slots, "d": slots[name]}
        meaning = fixed(one, {}) if "y" in slots else month_day(one, {})
        if meaning is None:
            return None
        found.append((name, meaning))
    return Several(tuple(found))


def clock(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    """A time of day: h (and min), or t as 10:30; half is am, pm or a word of the day."""
    if "t" in slots:
        pieces = [int(piece) for piece in str(slots["t"]).replace("h", ":").replace(".", ":").split(":")]
    else:
        hour = _int(slots["h"]) if "h" in slots else options.get("hour")
        pieces = [hour] if hour is not None else []
        if "min" in slots and pieces:
            pieces.append(_int(slots["min"]) or 0)
    if not pieces or pieces[0] > 24 or any(piece > 59 for piece in pieces[1:]):
        return None
    hour, minute = pieces[0], pieces[1] if len(pieces) > 1 else None
    half = options.get("half", slots.get("half"))
    if isinstance(half, tuple):  # "p . m ."
        half = f"{half[0][0][0]}m"
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    if half in ("am", "pm") and pieces[0] > 12:
        return None
    base = slots.get("base")
    return Clock(hour, minute, pieces[2] if len(pieces) > 2 else None, str(slots.get("zone", "")), base)


def at(slots: Slots, _options: dict[str, Any]) -> Meaning | None:
    """A clock time or part of the day put on a date."""
    time, base = slots["time"], slots["base"]
    if isinstance(time, Modified):
        time = time.base
    if isinstance(time, Clock) and time.base is None:
        return Clock(time.hour, time.minute, time.second, time.zone, base)
    if isinstance(time, DayPart) and time.base is None:
        return DayPart(time.code, base)
    if isinstance(time, Part) and isinstance(time.base, DayPart) and time.base.base is None:
        return Part(DayPart(time.base.code, base), time.part)
    return None


def day_part(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    code = options.get("code", slots.get("c"))
    relation = options.get("rel", slots.get("rel"))
    base = slots.get("base")
    if base is None and relation is not None:
        if relation in _STEPS:
            base = Shifted("day", _STEPS[str(relation)])
        else:
            base = Same("day", _FROM_REFERENCE[str(relation)])
    if base is None and "steps" in options:
        base = Shifted("day", options["steps"])
    return DayPart(str(code), base)


def repeated(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    """every year, each Monday, daily, twice a week."""
    if "value" in options:
        return Repeated(options["value"], options.get("quantity", ""))
    unit = options.get("unit", slots.get("u"))
    if unit == "weekday":
        return Repeated(f"XXXX-WXX-{int(slots['n']) + 1}")
    if unit == "month":
        return Repeated(f"XXXX-{int(slots['n']):02d}") if "n" in slots and "u" not in slots else Repeated("P1M")
    if unit == "season":
        return Repeated(f"XXXX-{periods.SEASONS[int(slots['n']) - 1]}")
    if unit == "daypart":
        return Repeated(f"XXXX-XX-XXT{slots['n']}")
    found = slots["base"] if isinstance(slots.get("base"), Length) else _length(slots, options if "n" in slots else {"amount": 1, **options})
    return Repeated(length_value(found)) if found else None


def repeated_word(slots: Slots, _options: dict[str, Any]) -> Meaning | None:
    return Repeated(str(slots["v"]))


def week_of(slots: Slots, _options: dict[str, Any]) -> Meaning | None:
    """ "the week of 3 March": the week that holds the day."""
    return Nth(1, "week", slots["base"])


def vague(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    return Vague(options.get("value") or str(slots["v"]))


def modified(slots: Slots, options: dict[str, Any]) -> Meaning | None:
    mod = options.get("mod", slots.get("mod"))
    base = slots["base"]
    return Modified(base, str(mod)) if not isinstance(base, Modified) else base


def keep(slots: Slots, _options: dict[str, Any]) -> Meaning | None:
    """The same meaning with more words around it ("the year 2000", "a two-year period")."""
    return slots["base"]  # type: ignore[no-any-return]


def length_value(length: Length) -> str:
    """The TIMEX3 value of a duration.

    >>> length_value(Length(((2.5, "year"),))), length_value(Length(((5, "hour"),))), length_value(Length(((None, "week"),)))
    ('P2Y6M', 'PT5H', 'PXW')
    """
    date_part = time_part = ""
    for amount, unit in length.parts:
        for number, name in _split(amount, unit):
            letter = _LETTERS[name]
            if letter[0] == "T" and len(letter) == 2:
                time_part += f"{number}{letter[1]}"
            else:
                date_part += f"{number}{letter}"
    return f"P{date_part}" + (f"T{time_part}" if time_part else "")


def _split(amount: float | None, unit: str) -> list[tuple[str, str]]:
    if amount is None:
        return [("X", unit)]
    for large, factor, small in (("decade", 10, "year"), ("century", 100, "year")):
        if unit == large:
            amount, unit = amount * factor, small
    whole = int(amount)
    finer = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60)}.get(unit)
    if amount == whole:
        return [(str(whole), unit)]
    if finer and (amount - whole) * finer[1] == int((amount - whole) * finer[1]):
        rest = [(str(int((amount - whole) * finer[1])), finer[0])]
        return ([(str(whole), unit)] if whole else []) + rest
    return [(f"{amount:g}", unit)]


ACTIONS: dict[str, Action] = {
    "nothing": _nothing,
    "fixed": fixed,
    "numeric-date": numeric_date,
    "iso": iso,
    "decade": decade,
    "century": century,
    "month-day": month_day,
    "named": named,
    "related": related,
    "same": same,
    "shifted": shifted,
    "day-word": day_word,
    "holiday": holiday,
    "holiday-week": holiday_week,
    "inside": inside,
    "part": part,
    "part-of-unit": part_of_unit,
    "year-end": year_end,
    "nth": nth,
    "length": length,
    "lengths": lengths,
    "span": span,
    "away": away,
    "away-about": away_about,
    "weekday-part": weekday_part,
    "ahead": ahead,
    "years": years,
    "days-listed": days_listed,
    "clock": clock,
    "at": at,
    "day-part": day_part,
    "repeated": repeated,
    "repeated-word": repeated_word,
    "week-of": week_of,
    "vague": vague,
    "modified": modified,
    "keep": keep,
}
