"""Actions of rules that name or place dates."""

from __future__ import annotations

from typing import get_args

from timeline.timex import periods
from timeline.timex.meanings import (
    DayPart,
    Ended,
    Fixed,
    Holiday,
    Inside,
    Length,
    Meaning,
    MonthDay,
    Named,
    Nth,
    Part,
    PartName,
    Same,
    Several,
    Shifted,
    Span,
    Vague,
    Years,
)
from timeline.timex.periods import Period, Unit
from timeline.timex.slots import Options, Slots, whole_number, year_number

STEPS = {"last": -1, "this": 0, "next": 1}
FROM_REFERENCE = {"previous": -1, "following": 1, "same": 0}
_LIMITS = {"quarter": 4, "half": 2, "season": 4, "weekday": 6, "month": 12, "monthday": 31}
_CALENDAR: tuple[Unit, ...] = get_args(Unit)
_FIRST_DECADE_OF_ZEROS = 2000  # "the 1800s" are a century, "the 2000s" a decade
_LONGEST_RUN = 30  # years that "2000-30" may span at most


def fixed(slots: Slots, options: Options) -> Meaning | None:
    """Year with month, month and day, quarter, half, season; or year alone."""
    year = year_number(slots["y"])
    if year is None:
        return None
    if "unit" in options:
        return _numbered(options["unit"], year, whole_number(slots["n"]))
    if "m" not in slots:
        return Fixed(Period("year", year))
    month = whole_number(slots["m"])
    if month is None or "d" not in slots:
        return Fixed(periods.in_year("month", year, month)) if month else None
    period = periods.day(year, month, whole_number(slots["d"]) or 0)
    return Fixed(period) if period else None


def _numbered(unit: Unit, year: int, number: int | None) -> Meaning | None:
    """The quarter, half or season of a year; some count the winter to the February of the year they name."""
    if not number or number > _LIMITS[unit]:
        return None
    period = periods.in_year(unit, year, number)
    return Fixed(period, (periods.shift(period, -1),)) if (unit, number) == ("season", 4) else Fixed(period)


def numeric_date(slots: Slots, options: Options) -> Meaning | None:
    """2023/5/24, 24.5.2023, 5/24/2023: both readings of 3/4/2021 are kept; ``month_first`` says which leads."""
    text = str(slots["t"])
    sign = next(char for char in text if not char.isdigit())
    a, b, c = text.split(sign)[:3]
    month_first, day_first = (c, a, b), (c, b, a)
    if len(a) > 2:
        readings = [(a, b, c)]
    elif sign == ".":
        readings = [day_first]
    else:
        readings = [month_first, day_first] if options.get("month_first") else [day_first, month_first]
    found: list[Period] = []
    for year, month, number in readings:
        full = year_number(year) if len(year) in (2, 4) and len(number) <= 2 else None
        period = periods.day(full, int(month), int(number)) if full else None
        if period and period not in found:
            found.append(period)
    return Fixed(found[0], tuple(found[1:])) if found else None


def decade(slots: Slots, _options: Options) -> Meaning | None:
    """ "1980s", "the '80s", "the eighties"."""
    number = slots["t"] if isinstance(slots["t"], int) else whole_number(str(slots["t"]).strip("s'’"))
    if number is None or number % 10:
        return None
    if number < 100:
        number += 1900
    if number < 1000:
        return None
    is_century = number % 100 == 0 and number < _FIRST_DECADE_OF_ZEROS
    return Fixed(Period("century", number // 100) if is_century else Period("decade", number // 10))


def century(slots: Slots, _options: Options) -> Meaning | None:
    number = whole_number(slots["n"])
    return Fixed(Period("century", number - 1)) if number and 1 <= number <= 30 else None


def year_in_name(slots: Slots, _options: Options) -> Meaning | None:
    """The year of "the Civil Rights Act of 1964": a value without days."""
    year = year_number(slots["y"])
    return Vague(f"{year:04d}") if year else None


def season_years(slots: Slots, _options: Options) -> Meaning | None:
    """ "the winter of 1942-43": it begins in the first of the years."""
    return Fixed(periods.in_year("season", int(str(slots["t"])[:4]), int(slots["n"])))


def years(slots: Slots, _options: Options) -> Meaning | None:
    """ "2023-24", "1998/99"."""
    first, last = int(str(slots["t"])[:4]), int(str(slots["t"])[5:])
    if 1 <= last <= 12 and last <= first % 100 and "-" in str(slots["t"]):
        return Fixed(periods.in_year("month", first, last))  # ISO 8601: 2021-03
    last += first - first % 100
    return Years(first, last) if first < last <= first + _LONGEST_RUN else None


def month_day(slots: Slots, options: Options) -> Meaning | None:
    month, number = whole_number(slots["m"]), whole_number(slots["d"])
    if month is None or number is None or periods.day(2000, month, number) is None:
        return None
    pick = options.get("pick", slots.get("rel"))
    return MonthDay(month, number, slots.get("w"), "last" if pick == "past" else pick)


def day_month_figures(slots: Slots, _options: Options) -> Meaning | None:
    """ "5.6." as the fifth of June."""
    day, month = str(slots["t"]).split(".")
    return month_day({"d": day, "m": month}, {})


def days_listed(slots: Slots, _options: Options) -> Meaning | None:
    """Several days of one month, as "April 24 and 25, 2021" or "3 to 5 May"."""
    found = []
    for name in ("d", "e", "f"):
        if name in slots:
            one = {**slots, "d": slots[name]}
            meaning = fixed(one, {}) if "y" in slots else month_day(one, {})
            if meaning is None:
                return None
            found.append((name, meaning))
    return Several(tuple(found))


def months_listed(slots: Slots, _options: Options) -> Meaning | None:
    """ "May–August 2023": the year is told once."""
    found = [(name, fixed({"m": slots[name], "y": slots["y"]}, {})) for name in ("d", "f")]
    return Several(tuple((name, meaning) for name, meaning in found if meaning is not None))


def quarters_listed(slots: Slots, _options: Options) -> Meaning | None:
    """ "the second and fourth quarters"."""
    found = [(name, named({"n": slots[name]}, {"unit": "quarter"})) for name in ("d", "f")]
    return Several(tuple((name, meaning) for name, meaning in found if meaning is not None)) if all(found) else None


def quarter_ended(slots: Slots, _options: Options) -> Meaning | None:
    """ "the quarter ended June 30": the one that ended then, whatever its number in the firm's own year."""
    if slots["q"] != Same("quarter"):
        return None
    return Several((("q", Ended(slots["q"], slots["base"])), ("base", slots["base"])))


def numbered_quarter_ended(slots: Slots, _options: Options) -> Meaning | None:
    """ "the first quarter ended Sept. 30": its number is that of the firm's year, its days those to the end told."""
    return Several((("q", Ended(slots["q"], slots["base"])), ("base", slots["base"])))


def half_of(slots: Slots, _options: Options) -> Meaning | None:
    """ "the first half of the 1990s"."""
    half = slots["half"]
    if not isinstance(half, Named) or half.number not in (1, 2):
        return None
    return Part(slots["base"], "first half" if half.number == 1 else "last half")


def named(slots: Slots, options: Options) -> Meaning | None:
    number = whole_number(slots["n"]) if "n" in slots else options.get("number")
    if number is None or number > _LIMITS.get(options["unit"], 99):
        return None
    pick = options.get("pick", slots.get("rel"))
    return Named(options["unit"], number, "last" if pick == "past" else pick)


def fiscal_year(slots: Slots, _options: Options) -> Meaning | None:
    """A fiscal year by its number: of the US federal government, which ends in September; the calendar year is kept."""
    year = year_number(slots["y"])
    return Fixed(Period("year", year), fiscal=True) if year else None


def related(slots: Slots, options: Options) -> Meaning | None:
    """last week, this year, the previous day, the same month."""
    unit, relation = _unit(slots, options), str(options.get("rel", slots.get("rel")))
    if unit is None:
        return _related_length(str(slots.get("u")), relation)
    if relation == "past":
        return Shifted(unit, -1, trailing=unit not in ("day", "weekend"))
    if relation in STEPS:
        return Shifted(unit, STEPS[relation])
    return Same(unit, FROM_REFERENCE[relation])


def _related_length(unit: str, relation: str) -> Meaning | None:
    """ "the last hour" is a length, not a period of the calendar."""
    direction = {"last": -1, "past": -1, "next": 1}.get(relation)
    if unit not in ("hour", "minute", "second") or direction is None:
        return None
    return Span(Length(((1, unit),)), direction)  # type: ignore[arg-type]  # one of the two


def same(slots: Slots, options: Options) -> Meaning | None:
    unit = _unit(slots, options)
    return Same(unit, options.get("steps", 0)) if unit else None


def _unit(slots: Slots, options: Options) -> Unit | None:
    """The unit of the calendar that the rule or its slot ``u`` names."""
    name = options.get("unit", slots.get("u"))
    return next((unit for unit in _CALENDAR if unit == name), None)


def shifted(_slots: Slots, options: Options) -> Meaning | None:
    return Shifted(options["unit"], options["steps"], loose=options.get("loose", False))


def day_word(slots: Slots, _options: Options) -> Meaning | None:
    return Shifted("day", int(slots["n"]))


def holiday(slots: Slots, options: Options) -> Meaning | None:
    year = year_number(slots["y"]) if "y" in slots else None
    return Holiday(str(options.get("h", slots.get("h"))), year, slots.get("rel"))


def holiday_week(slots: Slots, options: Options) -> Meaning | None:
    found = holiday(slots, options)
    return Nth(1, "week", found) if found else None


def inside(slots: Slots, _options: Options) -> Meaning | None:
    """ "March of last year": the inner period is one that recurs."""
    return None if isinstance(slots["inner"], Fixed) else Inside(slots["inner"], slots["outer"])


def reported_quarter(slots: Slots, _options: Options) -> Meaning | None:
    """ "the 2019 period", "last year's quarter": the quarter a report speaks of, in that year."""
    year = year_number(slots["y"]) if "y" in slots else None
    outer = Fixed(Period("year", year)) if year else slots.get("outer")
    return Inside(Same("quarter"), outer) if outer else None


def part(slots: Slots, options: Options) -> Meaning | None:
    which: PartName = options["part"] if "part" in options else slots["p"]
    return Part(slots["base"], which) if not isinstance(slots["base"], Part) else None


def part_of_unit(slots: Slots, options: Options) -> Meaning | None:
    """ "the end of the month", "earlier in the year": of the running one."""
    unit = _unit(slots, options)
    return Part(Shifted(unit, 0), slots["p"]) if unit else None


def year_end(slots: Slots, _options: Options) -> Meaning | None:
    """ "year-end": of the running year; after "since" of the one before, at whose end it closed."""
    return Part(Shifted("year", -1 if "since" in slots else 0), "end")


def week_of(slots: Slots, _options: Options) -> Meaning | None:
    """ "the week of 3 March": the week that holds the day."""
    return Nth(1, "week", slots["base"])


def weekday_of_week(slots: Slots, options: Options) -> Meaning | None:
    """ "Tuesday next week"; the outer period must be a week."""
    outer = slots["outer"]
    return inside(slots, options) if isinstance(outer, Shifted | Same) and outer.unit == "week" else None


def nth(slots: Slots, options: Options) -> Meaning | None:
    """ "the first week of May", "the last day of the year"."""
    number, unit = whole_number(slots["n"]), _unit(slots, options)
    return Nth(number, unit, slots["base"]) if number and unit else None


def nth_weekday(slots: Slots, _options: Options) -> Meaning | None:
    """ "the first Monday of March"."""
    number, weekday = whole_number(slots["n"]), slots["w"]
    if not number or number > 5 or not isinstance(weekday, Named):
        return None
    return Nth(number, "day", slots["base"], weekday.number)


def weekday_part(slots: Slots, _options: Options) -> Meaning | None:
    """One word for weekday and part of the day, its value as "0 EV"."""
    number, code = str(slots["t"]).split()
    return DayPart(code, Named("weekday", int(number), slots.get("rel")))
