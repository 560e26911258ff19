"""From what the words mean to the days they can mean, given when they were written and what was told before.

Without an anchor nothing is guessed: a relative expression keeps the shape of its value with X for what is unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from timeline.model import Precision, TimexType
from timeline.timex import periods
from timeline.timex.actions import length_value
from timeline.timex.holidays import holiday_date
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
    Shifted,
    Span,
    Vague,
    Years,
)
from timeline.timex.parts import part_bounds
from timeline.timex.periods import Period
from timeline.timex.tense import Direction

Basis = Literal["explicit", "relative", "inherited", "unknown"]
_SYMBOLIC = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "half": "XXXX-HX",
             "season": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X"}  # fmt: skip
_BELIEVABLE = 0.85  # of a year: a verb in the past does not send "20 December" eleven months back in November
_PAST_WEIGHT = 2.2  # where no verb tells, news speaks of the past unless the coming date is this much nearer
_MODS = {"early": "START", "mid": "MID", "late": "END", "start": "START", "end": "END", "earlier": "START", "later": "END"}


@dataclass(frozen=True, slots=True)
class Context:
    """What the resolver may know: the publication date, the date told last, and which way the tense points."""

    anchor: date | None = None
    reference: Period | None = None
    narrative: bool = False
    quarter: Period | None = None
    daily: bool = False  # the text counts days from its own ("yesterday", weekdays)
    direction: Callable[[], Direction] = Direction


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 value with its days. ``period`` is what later expressions can refer to."""

    type: TimexType
    value: str
    mod: str = ""
    period: Period | None = None
    first: date | None = None
    last: date | None = None
    precision: Precision = "unknown"
    edtf: str = ""
    basis: Basis = "unknown"
    anchor: date | None = None
    alternatives: tuple[tuple[date, date], ...] = ()


def resolve(meaning: Meaning, context: Context) -> Resolved:
    """The value and the days of ``meaning``.

    >>> resolve(Shifted("day", -1), Context(anchor=date(2023, 5, 24))).value
    '2023-05-23'
    """
    return _RESOLVERS[type(meaning)](meaning, context)


def _dated(period: Period, basis: Basis, anchor: date | None = None, alternatives: tuple[Period, ...] = (), mod: str = "") -> Resolved:
    limits = periods.bounds(period)
    if limits is None:
        return Resolved("DATE", periods.value(period), mod)
    others = tuple(found for other in alternatives if (found := periods.bounds(other)) and found != limits)
    return Resolved(
        "DATE",
        periods.value(period),
        mod,
        period,
        *limits,
        periods.precision(period),
        periods.edtf(period),
        basis,
        anchor,
        (limits, *others) if others else (),
    )


def _fixed(meaning: Fixed, _context: Context) -> Resolved:
    return _dated(meaning.period, "explicit", None, meaning.alternatives, meaning.mod)


def _base(context: Context) -> tuple[date | None, Basis]:
    """The day that names such as "Friday" or "March" are counted from."""
    if context.narrative or context.anchor is None:
        start = periods.bounds(context.reference) if context.reference else None
        if start:
            return start[0], "inherited"
        if context.narrative:
            return None, "unknown"
    return context.anchor, "relative" if context.anchor else "unknown"


def _month_day(meaning: MonthDay, context: Context) -> Resolved:
    base, basis = _base(context)
    if base is None:
        return Resolved("DATE", f"XXXX-{meaning.month:02d}-{meaning.day:02d}")
    if meaning.pick == "same" and context.reference:
        base, basis = _reference_start(context, base), "inherited"
    years = range(base.year - 8, base.year + 9) if meaning.weekday is not None else range(base.year - 1, base.year + 2)
    days = [found for year in years if (found := periods.day(year, meaning.month, meaning.day))]
    if meaning.weekday is not None:
        fitting = [found for found in days if (found.index - 1) % 7 == meaning.weekday]
        days = fitting or [found for found in days if abs(found.index - base.toordinal()) < 500]
    if not days:
        return Resolved("DATE", f"XXXX-{meaning.month:02d}-{meaning.day:02d}")
    chosen = _choose(days, periods.of_date(base), meaning.pick, context, same_year=_year_told(context))
    return _dated(chosen, basis, base)


def _year_told(context: Context) -> int | None:
    """The year when only a year was told last: months and days that follow lie in it."""
    if context.narrative and context.reference and context.reference.unit == "year":
        return context.reference.index
    return None


def _reference_start(context: Context, default: date) -> date:
    limits = periods.bounds(context.reference) if context.reference else None
    return limits[0] if limits else default


def _choose(options: list[Period], base: Period, pick: str | None, context: Context, same_year: int | None = None) -> Period:
    """Which of the recurrences of a name is meant: by the word beside it, else by tense, else the nearest."""
    before = [p for p in options if p.index < base.index]
    now = [p for p in options if p.index == base.index]
    after = [p for p in options if p.index > base.index]
    if pick in ("last", "previous"):
        return (before or now or after)[-1 if before else 0]
    if pick in ("next", "following"):
        return (after or now or before)[0 if after else -1]
    if same_year is not None:
        inside = [p for p in options if (limits := periods.bounds(p)) and limits[0].year == same_year]
        if inside:
            return inside[0]
    if context.narrative:
        return min(options, key=lambda p: abs(p.index - base.index))
    if pick == "this":
        return (now + after or before)[0]
    return _by_tense(before, now, after, base, context.direction())


def _by_tense(before: list[Period], now: list[Period], after: list[Period], base: Period, direction: Direction) -> Period:
    """The nearest recurrence, unless the clause's own verb points the other way and that one is not far off."""
    past, future = (before + now)[-1:], (now + after)[:1]
    if not past or not future:
        return (past or future)[0]
    back, ahead = base.index - past[0].index, future[0].index - base.index
    cycle = back + ahead
    if direction.sign and direction.sure:
        wanted, distance = (past[0], back) if direction.sign < 0 else (future[0], ahead)
        believable = _BELIEVABLE if direction.sign < 0 or base.unit not in ("quarter", "half") else 0.5
        if distance <= believable * cycle:
            return wanted
    if direction.sign > 0:
        return past[0] if back < ahead else future[0]
    return future[0] if ahead * _PAST_WEIGHT < back else past[0]


def _named(meaning: Named, context: Context) -> Resolved:
    if meaning.unit in ("decade", "century"):
        return _named_decade(meaning, context)
    base, basis = _base(context)
    if meaning.unit == "weekday":
        return _weekday(meaning, context, base, basis)
    if base is None:
        return Resolved("DATE", _named_symbol(meaning))
    if meaning.pick in ("same", "previous", "following") and context.reference:
        base, basis = _reference_start(context, base), "inherited"
    if meaning.unit == "monthday":
        return _day_of_month(meaning, context, base, basis)
    here = periods.containing(base, meaning.unit)
    options = [periods.in_year(meaning.unit, year, meaning.number) for year in range(base.year - 1, base.year + 2)]
    if meaning.pick == "this" and meaning.unit in ("season", "month"):
        chosen = _this_year(meaning, base, options, context)
    else:
        chosen = _choose(options, here, meaning.pick, context, _year_told(context))
    return _dated(chosen, basis, base)


def _this_year(meaning: Named, base: date, options: list[Period], context: Context) -> Period:
    """ "this summer": the season of the running year; in January and February "this winter" is the one running."""
    here = periods.containing(base, meaning.unit)
    return next((p for p in options if p.index == here.index), options[1])


def _named_symbol(meaning: Named) -> str:
    tail = {"month": f"{meaning.number:02d}", "quarter": f"Q{meaning.number}", "half": f"H{meaning.number}",
            "season": periods.SEASONS[(meaning.number - 1) % 4], "monthday": f"XX-{meaning.number:02d}"}  # fmt: skip
    return f"XXXX-{tail[meaning.unit]}"


def _named_decade(meaning: Named, context: Context) -> Resolved:
    return _dated(Period("decade", 190 + meaning.number // 10), "explicit")


def _weekday(meaning: Named, context: Context, base: date | None, basis: Basis) -> Resolved:
    if base is None:
        return Resolved("DATE", f"XXXX-WXX-{meaning.number + 1}")
    origin = base
    if meaning.pick in ("same", "previous", "following") and context.reference:
        origin, basis = _reference_start(context, base), "inherited"
    ahead = (meaning.number - origin.weekday()) % 7
    behind = (origin.weekday() - meaning.number) % 7
    alternatives: tuple[Period, ...] = ()
    if meaning.pick in ("last", "previous"):
        steps = -(behind or 7)
    elif meaning.pick == "next":
        steps = 7 - origin.weekday() + meaning.number
        if (ahead or 7) != steps:
            alternatives = (Period("day", origin.toordinal() + (ahead or 7)),)
    elif meaning.pick == "following":
        steps = ahead or 7
    elif meaning.pick == "this":
        steps = -behind if context.direction().sign < 0 else ahead
    elif context.narrative:
        steps = ahead
    else:
        direction = context.direction()
        steps = ahead if direction.sign > 0 and direction.sure else -behind
    return _dated(Period("day", origin.toordinal() + steps), basis, origin, alternatives)


def _day_of_month(meaning: Named, context: Context, base: date, basis: Basis) -> Resolved:
    months = [periods.add_months(base.replace(day=1), step) for step in (-2, -1, 0, 1, 2)]
    days = [found for month in months if month and (found := periods.day(month.year, month.month, meaning.number))]
    if not days:
        return Resolved("DATE", _named_symbol(meaning))
    return _dated(_choose(days, periods.of_date(base), meaning.pick, context), basis, base)


def _shifted(meaning: Shifted, context: Context) -> Resolved:
    if meaning.loose and not context.daily and context.direction().sign >= 0:
        return Resolved("DATE", "PRESENT_REF")
    if meaning.origin == "reference":
        return _same(Same(meaning.unit, meaning.steps), context)
    if context.narrative and context.reference is not None:
        start = periods.bounds(context.reference)
        base, basis = (start[0] if start else None), "inherited"
    else:
        base, basis = context.anchor, "relative"
    if base is None:
        return Resolved("DATE", _SYMBOLIC[meaning.unit])
    if meaning.unit == "season":
        return Resolved("DATE", _SYMBOLIC[meaning.unit])
    return _dated(periods.shift(periods.containing(base, meaning.unit), meaning.steps), basis, base)  # type: ignore[arg-type]


def _same(meaning: Same, context: Context) -> Resolved:
    reference = context.reference
    basis: Basis = "inherited"
    if meaning.unit == "quarter" and not context.narrative:
        reference = _reported_quarter(context)
    coarser = reference is not None and periods.ORDER.index(reference.unit) > periods.ORDER.index(meaning.unit)
    if (reference is None or coarser) and context.anchor is not None and not context.narrative:
        reference, basis = periods.of_date(context.anchor), "relative"
        if meaning.unit == "quarter":
            reference = periods.shift(periods.containing(context.anchor, "quarter"), -1)
    if reference is None or (coarser and context.narrative):
        return Resolved("DATE", _SYMBOLIC[meaning.unit])
    wide = periods.widen(reference, meaning.unit)
    limits = periods.bounds(reference)
    if wide is None or limits is None:
        return Resolved("DATE", _SYMBOLIC[meaning.unit])
    return _dated(periods.shift(wide, meaning.steps), basis, limits[0])


def _reported_quarter(context: Context) -> Period | None:
    """The quarter a report speaks of: the one named, unless it has not even begun to end."""
    if context.quarter is None or context.anchor is None:
        return context.quarter
    running = periods.containing(context.anchor, "quarter")
    return context.quarter if context.quarter.index < running.index else None


def _holiday(meaning: Holiday, context: Context) -> Resolved:
    base, basis = _base(context)
    if meaning.year is not None:
        outer = resolve(meaning.year, context)
        if outer.period is None or outer.period.unit != "year":
            return Resolved("DATE", "XXXX-XX-XX")
        found = holiday_date(meaning.rule, outer.period.index)
        return _dated(periods.of_date(found), outer.basis, outer.anchor) if found else Resolved("DATE", "XXXX-XX-XX")
    if base is None:
        return Resolved("DATE", "XXXX-XX-XX")
    options = [periods.of_date(found) for year in range(base.year - 1, base.year + 2) if (found := holiday_date(meaning.rule, year))]
    return _dated(_choose(options, periods.of_date(base), meaning.pick, context), basis, base) if options else Resolved("DATE", "XXXX-XX-XX")


def _inside(meaning: Inside, context: Context) -> Resolved:
    outer = resolve(meaning.outer, context)
    inner = meaning.inner
    if outer.period is None:
        found = resolve(inner, replace(context, anchor=None, reference=None, narrative=False))
        return Resolved(found.type, found.value if "XXXX" in found.value else "XXXX", found.mod)
    limits = periods.bounds(outer.period)
    if limits is None:
        return outer
    if isinstance(inner, Named) and inner.unit != "weekday" and outer.period.unit == "year":
        if inner.unit == "monthday":
            return outer
        return _dated(periods.in_year(inner.unit, outer.period.index, inner.number), outer.basis, outer.anchor)
    if isinstance(inner, MonthDay) and outer.period.unit == "year":
        period = periods.day(outer.period.index, inner.month, inner.day)
        return _dated(period, outer.basis, outer.anchor) if period else outer
    if isinstance(inner, Part):
        found = _inside(Inside(inner.base, meaning.outer), context)
        return _with_part(found, inner.part, context)
    inner_context = replace(context, anchor=limits[0], reference=outer.period, narrative=False, direction=lambda: Direction(1, True))
    return replace(resolve(inner, inner_context), basis=outer.basis, anchor=outer.anchor)


def _part(meaning: Part, context: Context) -> Resolved:
    return _with_part(resolve(meaning.base, context), meaning.part, context)


def _with_part(base: Resolved, part: str, context: Context) -> Resolved:
    mod = _MODS[part]
    if base.period is None or base.type != "DATE":
        return replace(base, mod=mod)
    limits = part_bounds(base.period, part, context.anchor)
    if limits is None:
        return replace(base, mod=mod)
    precision: Precision = "day" if limits[0] == limits[1] else "part"
    return replace(base, mod=mod, first=limits[0], last=limits[1], precision=precision, edtf=periods.one_of(*limits), alternatives=())


def _nth(meaning: Nth, context: Context) -> Resolved:
    base = resolve(meaning.base, context)
    limits = periods.bounds(base.period) if base.period else None
    if limits is None:
        return Resolved("DATE", _SYMBOLIC[meaning.unit])
    inside = periods.containing(limits[0], meaning.unit)
    last = periods.containing(limits[1], meaning.unit)
    chosen = periods.shift(inside, meaning.number - 1) if meaning.number > 0 else last
    if chosen.index > last.index:
        return Resolved("DATE", _SYMBOLIC[meaning.unit])
    return _dated(chosen, base.basis, base.anchor)


def _length(meaning: Length, _context: Context) -> Resolved:
    return Resolved("DURATION", length_value(meaning), meaning.mod)


def _span(meaning: Span, context: Context) -> Resolved:
    value = length_value(meaning.length)
    moment, basis = context.anchor, "relative"
    if context.narrative:
        limits = periods.bounds(context.reference) if context.reference else None
        moment, basis = (limits[0] if limits else None), "inherited"
    edge = _moved(moment, meaning.length, meaning.direction) if moment and meaning.direction else None
    if moment is None or edge is None:
        return Resolved("DURATION", value)
    first, last = sorted((moment, edge))
    return Resolved("DURATION", value, "", None, first, last, "interval", f"{first}/{last}", basis, moment)  # type: ignore[arg-type]


def _ahead(meaning: Ahead, context: Context) -> Resolved:
    plain = _length(meaning.length, context)
    basis: Basis = "relative"
    moment: date | None = context.anchor
    if meaning.base is not None:
        base = resolve(meaning.base, context)
        moment, basis = base.last, base.basis
    elif context.narrative or (not meaning.within and context.direction().sign <= 0):
        return plain
    edge = _moved(moment, meaning.length, 1) if moment else None
    if moment is None or edge is None:
        return plain
    if meaning.within:
        return replace(plain, first=moment, last=edge, precision="between", edtf=periods.one_of(moment, edge), basis=basis, anchor=moment)
    unit = meaning.length.parts[-1][1]
    period = periods.containing(edge, unit if unit in ("week", "month", "year") else "day")  # type: ignore[arg-type]
    dated = _dated(period, basis, moment)
    return replace(dated, type="DURATION", value=plain.value)


def _years(meaning: Years, _context: Context) -> Resolved:
    limits = periods.bounds(Period("year", meaning.first)), periods.bounds(Period("year", meaning.last))
    value = f"{meaning.first:04d}/{meaning.last:04d}"
    if limits[0] is None or limits[1] is None:
        return Resolved("DATE", value)
    return Resolved("DATE", value, "", None, limits[0][0], limits[1][1], "interval", value, "explicit")


def _moved(moment: date, length: Length, direction: int) -> date | None:
    """``moment`` shifted by whole lengths of days, weeks, months or years; ``None`` when that cannot be told."""
    current: date | None = moment
    for amount, unit in length.parts:
        if current is None or amount is None or amount != int(amount):
            return None
        steps = int(amount) * direction
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
        if months:
            current = periods.add_months(current, steps * months) if abs(steps) < 10000 else None
        elif unit in ("day", "week"):
            current = _days_later(current, steps * (7 if unit == "week" else 1))
        else:
            return None
    return current


def _days_later(moment: date, days: int) -> date | None:
    try:
        return moment + timedelta(days=days)
    except OverflowError:
        return None


def _away(meaning: Away, context: Context) -> Resolved:
    if meaning.base is not None:
        return _away_from(meaning, resolve(meaning.base, context))
    amount, unit = meaning.length.parts[0]
    if amount is None or unit in ("hour", "minute", "second"):
        return _vague_away(meaning, context, unit)
    if amount == 1 and unit == "year" and context.quarter is not None and not context.narrative:
        return _dated(periods.shift(context.quarter, 4 * meaning.direction), "inherited")
    base, basis = _away_base(meaning, context)
    if base is None:
        return Resolved("DATE", _SYMBOLIC.get(unit, "XXXX-XX-XX"))
    moment = _moved(base, meaning.length, meaning.direction)
    if moment is None:
        return Resolved("DATE", _SYMBOLIC.get(unit, "XXXX"))
    grain = unit if unit in periods.ORDER else "day"
    if grain == "decade" and amount < 10:
        grain = "year"
    return _dated(periods.containing(moment, grain), basis, base)  # type: ignore[arg-type]


def _away_base(meaning: Away, context: Context) -> tuple[date | None, Basis]:
    if (meaning.origin == "reference" or context.narrative) and context.reference is not None:
        limits = periods.bounds(context.reference)
        if limits:
            return (limits[1] if meaning.direction > 0 and context.reference.unit == "day" else limits[0]), "inherited"
    if context.narrative:
        return None, "unknown"
    return context.anchor, "relative"


def _vague_away(meaning: Away, context: Context, unit: str) -> Resolved:
    if unit in ("hour", "minute", "second"):
        amount = meaning.length.parts[0][0]
        if context.anchor is None or meaning.origin == "reference":
            return Resolved("TIME", "XXXX-XX-XXTXX:XX")
        days = int((amount or 0) // 24) if unit == "hour" else 0
        moment = _days_later(context.anchor, meaning.direction * days)
        return Resolved("TIME", f"{moment}TXX:XX") if moment else Resolved("TIME", "XXXX-XX-XXTXX:XX")
    return Resolved("DATE", "PAST_REF" if meaning.direction < 0 else "FUTURE_REF")


def _away_from(meaning: Away, base: Resolved) -> Resolved:
    if base.first is None or base.last is None or base.period is None:
        return Resolved("DATE", _SYMBOLIC.get(meaning.length.parts[0][1], "XXXX-XX-XX"))
    first, last = _moved(base.first, meaning.length, meaning.direction), _moved(base.last, meaning.length, meaning.direction)
    if first is None or last is None:
        return Resolved("DATE", "PAST_REF" if meaning.direction < 0 else "FUTURE_REF")
    unit = meaning.length.parts[-1][1]
    grain = base.period.unit
    if grain != "day" and unit in periods.ORDER and periods.ORDER.index(unit) > periods.ORDER.index(grain):  # type: ignore[arg-type]
        grain = base.period.unit
    return _dated(periods.containing(first, grain), base.basis, base.anchor)


def _clock(meaning: Clock, context: Context) -> Resolved:
    base = resolve(meaning.base or Shifted("day", 0), context) if meaning.base else _told_day(context)
    text = f"T{meaning.hour:02d}"
    text += f":{meaning.minute or 0:02d}" + (f":{meaning.second:02d}" if meaning.second is not None else "")
    if meaning.zone == "Z":
        text += "Z"
    return _timed(base, text)


def _told_day(context: Context) -> Resolved:
    """The day a bare time of day belongs to: the last day told, else the day of publication."""
    if context.reference is not None and context.reference.unit == "day":
        return _dated(context.reference, "inherited")
    if context.anchor is not None and not context.narrative:
        return _dated(periods.of_date(context.anchor), "relative", context.anchor)
    return Resolved("DATE", "XXXX-XX-XX")


def _timed(base: Resolved, text: str) -> Resolved:
    value = base.value if base.type == "DATE" and base.value[:1].isdigit() | base.value.startswith("XXXX") else "XXXX-XX-XX"
    return replace(base, type="TIME", value=value.split("T")[0] + text)


def _day_part(meaning: DayPart, context: Context) -> Resolved:
    base = resolve(meaning.base, context) if meaning.base else _told_day(context)
    return _timed(base, f"T{meaning.code}")


def _repeated(meaning: Repeated, _context: Context) -> Resolved:
    return Resolved("SET", meaning.value)


def _vague(meaning: Vague, context: Context) -> Resolved:
    return Resolved("DATE", meaning.value)


def _modified(meaning: Modified, context: Context) -> Resolved:
    base = resolve(meaning.base, context)
    mod = meaning.mod
    if base.type == "DATE" and base.value[:1].isdigit():
        mod = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_LESS": "ON_OR_AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE"}.get(mod, mod)
    return replace(base, mod=mod or base.mod)


_RESOLVERS: dict[type, Callable[[Any, Context], Resolved]] = {
    Fixed: _fixed,
    MonthDay: _month_day,
    Named: _named,
    Shifted: _shifted,
    Holiday: _holiday,
    Inside: _inside,
    Part: _part,
    Nth: _nth,
    Length: _length,
    Away: _away,
    Span: _span,
    Ahead: _ahead,
    Years: _years,
    Clock: _clock,
    DayPart: _day_part,
    Repeated: _repeated,
    Vague: _vague,
    Modified: _modified,
    Same: _same,
}
