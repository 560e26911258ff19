"""From what the words mean to the days they can mean, given when they were written and what was told before.

Without an anchor nothing is guessed: a relative expression keeps the shape of its value with X for what is unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, get_args

from timeline.model import Precision
from timeline.timex import counted, periods, recurring
from timeline.timex.context import Context, Resolved, dated, unknown
from timeline.timex.meanings import (
    Ahead,
    Away,
    Clock,
    DayPart,
    Ended,
    Fixed,
    Holiday,
    Inside,
    Lasting,
    Length,
    Meaning,
    Modified,
    MonthDay,
    Named,
    Nth,
    Part,
    Repeated,
    Same,
    Shifted,
    Span,
    Vague,
    Years,
)
from timeline.timex.parts import part_bounds
from timeline.timex.periods import Period, Unit
from timeline.timex.tense import Direction

_MONTHS_IN_QUARTER = 3
_DAYS_IN_QUARTER = 92
_UTC = ("Z", "GMT", "UTC")  # other zones are left out: their names do not say which offset held that day
_MODS = {
    "early": "START",
    "mid": "MID",
    "late": "END",
    "start": "START",
    "end": "END",
    "earlier": "START",
    "later": "END",
    "first half": "START",
    "last half": "END",
}
#: "More than two years ago" lies before that year.
_MODS_OF_DATES = {
    "MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_LESS": "ON_OR_AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE",
}  # fmt: skip


def resolve(meaning: Meaning, context: Context) -> Resolved:
    """The value and the days of ``meaning``.

    >>> from datetime import date
    >>> resolve(Shifted("day", -1), Context(anchor=date(2023, 5, 24))).value
    '2023-05-23'
    """
    return _RESOLVERS[type(meaning)](meaning, context)


def _fixed(meaning: Fixed, _context: Context) -> Resolved:
    if meaning.fiscal:
        return _fiscal(dated(meaning.period, "explicit"))
    return dated(meaning.period, "explicit", None, meaning.alternatives)


def _fiscal(year: Resolved) -> Resolved:
    """The twelve months to the end of September, as 31 U.S.C. 1102 has it; the calendar year is the other reading."""
    if year.first is None or year.last is None or year.first.year == 1:
        return year
    first, last = year.first.replace(year=year.first.year - 1, month=10), year.last.replace(month=9, day=30)
    others = ((first, last), (year.first, year.last))
    return replace(year, first=first, last=last, edtf=periods.one_of(first, last), alternatives=others)


def _years(meaning: Years, _context: Context) -> Resolved:
    first, last = periods.bounds(Period("year", meaning.first)), periods.bounds(Period("year", meaning.last))
    value = f"{meaning.first:04d}/{meaning.last:04d}"
    if first is None or last is None:
        return Resolved("DATE", value)
    return Resolved("DATE", value, "", None, first[0], last[1], "interval", value, "explicit")


def _inside(meaning: Inside, context: Context) -> Resolved:
    """A name that recurs, inside the period it is said of."""
    outer, inner = resolve(meaning.outer, context), meaning.inner
    limits = periods.bounds(outer.period) if outer.period else None
    if outer.period is None or limits is None:
        return resolve(inner, Context())
    if isinstance(inner, Same):
        return _quarter_of(outer, context)
    if isinstance(inner, Part):
        return _with_part(_inside(Inside(inner.base, meaning.outer), context), inner.part, context)
    if isinstance(inner, Named) and inner.unit in get_args(Unit) and outer.period.unit == "year":
        found = dated(periods.in_year(inner.unit, outer.period.index, inner.number), outer.basis, outer.anchor)  # type: ignore[arg-type]  # only units with parts
    elif isinstance(inner, MonthDay) and outer.period.unit == "year":
        day = periods.day(outer.period.index, inner.month, inner.day)
        found = dated(day, outer.basis, outer.anchor) if day else outer
    elif isinstance(inner, Holiday) and outer.period.unit == "year":
        found = resolve(replace(inner, year=outer.period.index), context)
    else:
        there = replace(
            context,
            anchor=limits[0],
            reference=None,
            reference_span=None,
            narrative=False,
            direction=Direction(1, True),
        )
        found = resolve(inner, there)
    return replace(found, basis=outer.basis, anchor=outer.anchor)


def _ended(meaning: Ended, context: Context) -> Resolved:
    """The quarter by its number, or the one of the calendar that holds most of it; its days are the three months up
    to the end told."""
    close = resolve(meaning.last, context)
    end = close.last
    if meaning.quarter == Same("quarter") and end is not None:
        middle = date.fromordinal(max(1, end.toordinal() - _DAYS_IN_QUARTER // 2))
        named = dated(periods.containing(middle, "quarter"), close.basis, close.anchor)
    elif isinstance(meaning.quarter, Named) and meaning.quarter.pick is None and end is not None:
        named = dated(periods.in_year("quarter", end.year, meaning.quarter.number), close.basis, close.anchor)
    else:
        named = resolve(meaning.quarter, context)
    start = periods.add_months(end.replace(day=1), 1 - _MONTHS_IN_QUARTER) if end else None
    if end is None or start is None or named.first is None or (named.first == start and named.last == end):
        return named
    return replace(named, first=start, last=end, precision="between", edtf=periods.one_of(start, end))


def _quarter_of(outer: Resolved, context: Context) -> Resolved:
    """The quarter of the outer year that a report speaks of; the year itself when it named none, or when it has gone on
    to more of the year ("for the nine months ... in the 1988 period")."""
    if outer.period is None or outer.period.unit != "year" or context.quarter is None or context.longer:
        return outer
    return dated(
        periods.in_year("quarter", outer.period.index, context.quarter.index % 4 + 1), outer.basis, outer.anchor
    )


def _part(meaning: Part, context: Context) -> Resolved:
    base = meaning.base
    if isinstance(base, Same) and base == Same("quarter") and _runs(context):
        base = Shifted("quarter", 0)  # not the quarter of the report: "before the end of the quarter"
    return _with_part(resolve(base, context), meaning.part, context)


def _runs(context: Context) -> bool:
    """Whether a part of "the quarter" is one of the running quarter: it is to come, or no report speaks of another."""
    return context.direction.sign > 0 or (context.direction.sign == 0 and context.quarter is None)


def _with_part(base: Resolved, part: str, context: Context) -> Resolved:
    found = replace(base, mod=_MODS[part])
    limits = part_bounds(base.period, part, context.anchor) if base.period and base.type == "DATE" else None
    if limits is None:
        return found
    precision: Precision = "day" if limits[0] == limits[1] else "part"
    edtf = periods.one_of(*limits)
    return replace(found, first=limits[0], last=limits[1], precision=precision, edtf=edtf, alternatives=())


def _nth(meaning: Nth, context: Context) -> Resolved:
    """Counted from the start of the base, or from its end; nothing when the base has not so many."""
    base = resolve(meaning.base, context)
    limits = periods.bounds(base.period) if base.period else None
    if limits is None:
        return unknown(meaning.unit)
    first, last = (periods.containing(day, meaning.unit) for day in limits)
    step = 1
    if meaning.weekday is not None:
        step = 7
        first = periods.shift(first, (meaning.weekday - limits[0].weekday()) % 7)
        last = periods.shift(last, -((limits[1].weekday() - meaning.weekday) % 7))
    chosen = periods.shift(first, step * (meaning.number - 1)) if meaning.number > 0 else last
    return dated(chosen, base.basis, base.anchor) if chosen.index <= last.index else unknown(meaning.unit)


def _away(meaning: Away, context: Context) -> Resolved:
    if meaning.base is None:
        return counted.resolve_away(meaning, context)
    return counted.away_from(meaning, resolve(meaning.base, context))


def _ahead(meaning: Ahead, context: Context) -> Resolved:
    return counted.resolve_ahead(meaning, context, resolve(meaning.base, context) if meaning.base else None)


def _lasting(meaning: Lasting, context: Context) -> Resolved:
    return counted.resolve_lasting(meaning, context, resolve(meaning.base, context))


def _clock(meaning: Clock, context: Context) -> Resolved:
    text = f"T{meaning.hour:02d}:{meaning.minute or 0:02d}"
    text += f":{meaning.second:02d}" if meaning.second is not None else ""
    return _timed(meaning.base, text + ("Z" if meaning.zone.upper() in _UTC else ""), context)


def _day_part(meaning: DayPart, context: Context) -> Resolved:
    return _timed(meaning.base, f"T{meaning.code}", context)


def _timed(base: Meaning | None, text: str, context: Context) -> Resolved:
    """A time on its day: the one it is put on, else the last day told, else the day of writing."""
    day = resolve(base, context) if base else _day_told(context)
    known = day.value[:1].isdigit() or day.value.startswith("XXXX")
    return replace(day, type="TIME", value=(day.value.split("T")[0] if known else "XXXX-XX-XX") + text)


def _day_told(context: Context) -> Resolved:
    if context.reference is not None and context.reference.unit == "day":
        return dated(context.reference, "inherited")
    if context.anchor is not None and not context.narrative:
        return dated(periods.of_date(context.anchor), "relative", context.anchor)
    return unknown("day")


def _repeated(meaning: Repeated, _context: Context) -> Resolved:
    return Resolved("SET", meaning.value)


def _vague(meaning: Vague, _context: Context) -> Resolved:
    return Resolved("DATE", meaning.value)


def _modified(meaning: Modified, context: Context) -> Resolved:
    base = resolve(meaning.base, context)
    is_date = base.type == "DATE" and base.value[:1].isdigit()
    return replace(base, mod=_MODS_OF_DATES.get(meaning.mod, meaning.mod) if is_date else meaning.mod)


_RESOLVERS: dict[type, Callable[[Any, Context], Resolved]] = {
    Fixed: _fixed,
    Years: _years,
    MonthDay: recurring.resolve_month_day,
    Named: recurring.resolve_named,
    Holiday: recurring.resolve_holiday,
    Shifted: counted.resolve_shifted,
    Same: counted.resolve_same,
    Length: counted.resolve_length,
    Span: counted.resolve_span,
    Away: _away,
    Ahead: _ahead,
    Lasting: _lasting,
    Inside: _inside,
    Ended: _ended,
    Part: _part,
    Nth: _nth,
    Clock: _clock,
    DayPart: _day_part,
    Repeated: _repeated,
    Vague: _vague,
    Modified: _modified,
}
