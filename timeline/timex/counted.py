"""Expressions that count: from the day of writing (yesterday, last week), from the date told before (two weeks later),
and lengths that lie before or after a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

from timeline.timex import periods
from timeline.timex.context import Basis, Context, Resolved, dated, unknown
from timeline.timex.lengths import days_later, length_value, moved
from timeline.timex.meanings import Ahead, Away, Lasting, Length, Same, Shifted, Span
from timeline.timex.periods import Period, Unit

_UNITS = get_args(Unit)
_GRAIN: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year"}
_QUARTERS = 4  # of a year
_CLOCK = ("hour", "minute", "second")


def resolve_shifted(meaning: Shifted, context: Context) -> Resolved:
    if meaning.unit == "weekend":
        meaning = _weekend(meaning, context)
    elif meaning.loose and not context.daily and context.direction.sign >= 0:
        return Resolved("DATE", "PRESENT_REF")
    today = meaning.unit == "day" and meaning.steps == 0 and context.anchor is not None
    base, basis = _now(replace(context, narrative=False) if today else context)
    if base is None:
        return unknown(meaning.unit)
    found = dated(periods.shift(periods.containing(base, meaning.unit), meaning.steps), basis, base)
    if meaning.trailing:
        return _trailing(found, meaning.unit, base)
    return _up_to_now(found, base, context) if meaning.steps == 0 and meaning.unit != "day" else found


def _weekend(meaning: Shifted, context: Context) -> Shifted:
    """ "the weekend" is the one that passed, told as to come the one that ends this week."""
    direction = context.direction
    ahead = meaning.loose and direction.sign > 0 and direction.sure
    return replace(meaning, steps=0 if ahead else meaning.steps, loose=False)


def _up_to_now(found: Resolved, base: date, context: Context) -> Resolved:
    """ "this week" told as past is what has passed of it, told as to come what is left."""
    direction = context.direction
    if found.first is None or found.last is None or not direction.sure or context.narrative:
        return found
    first, last = (found.first, base) if direction.sign < 0 else (base, found.last)
    return replace(found, first=first, last=last, edtf=periods.one_of(first, last))


def _trailing(found: Resolved, unit: Unit, base: date) -> Resolved:
    """ "the past year": its value is that of last year, its days are the twelve months to the day of writing."""
    start = moved(base, Length(((1, unit),)), -1)
    if start is None:
        return found
    found = replace(found, first=start, last=base, precision="between", edtf=periods.one_of(start, base))
    if unit in ("decade", "century"):  # "the past decade" is ten years, not a decade of the calendar
        return replace(found, type="DURATION", value=length_value(Length(((1, unit),))), period=None)
    return found


def _now(context: Context) -> tuple[date | None, Basis]:
    """The day of writing; in narratives the date told last stands for it."""
    if context.narrative and context.reference is not None:
        return context.reference_start, "inherited"
    return context.anchor, "relative"


def resolve_same(meaning: Same, context: Context) -> Resolved:
    """ "that year", "the previous day": steps from the period told last, or from the day of writing when none was."""
    report = meaning.unit == "quarter" and not context.narrative
    if report and context.longer and meaning.steps == -_QUARTERS and context.anchor is not None:
        meaning, report = Same("year", -1), False  # "for the nine months ... the year-earlier results"
        year = periods.widen(context.quarter, "year") if context.quarter else None
        context = replace(context, told=(year or periods.containing(context.anchor, "year"),))
    reference = _reported_quarter(context) if report else context.told_within(meaning.unit)
    basis: Basis = "inherited"
    if reference is None and context.anchor is not None and (report or not context.told):
        reference, basis = periods.of_date(context.anchor), "relative"
        if report:
            reference = periods.shift(periods.containing(context.anchor, "quarter"), -1)
    wide = periods.widen(reference, meaning.unit) if reference else None
    limits = periods.bounds(reference) if reference else None
    if wide is None or limits is None:
        return unknown(meaning.unit)
    return dated(periods.shift(wide, meaning.steps), basis, limits[0])


def _reported_quarter(context: Context) -> Period | None:
    """The quarter a report speaks of: the one named, unless it has not even ended."""
    if context.quarter is None or context.anchor is None or context.ended:
        return context.quarter
    running = periods.containing(context.anchor, "quarter")
    return context.quarter if context.quarter.index < running.index else None


def resolve_length(meaning: Length, _context: Context) -> Resolved:
    return Resolved("DURATION", length_value(meaning), meaning.mod)


def resolve_span(meaning: Span, context: Context) -> Resolved:
    """A length that ends or begins now: its days are known, too."""
    plain = resolve_length(meaning.length, context)
    base, basis = _now(context)
    edge = moved(base, meaning.length, meaning.direction) if base and meaning.direction else None
    if base is None or edge is None:
        return plain
    first, last = sorted((base, edge))
    return replace(
        plain, first=first, last=last, precision="interval", edtf=f"{first}/{last}", basis=basis, anchor=base
    )


def resolve_ahead(meaning: Ahead, context: Context, base: Resolved | None) -> Resolved:
    """ "within 30 days", "in two years": from ``base`` when the words name one, else from the day of writing."""
    plain = resolve_length(meaning.length, context)
    if base is None and (context.narrative or (not meaning.within and context.direction.sign <= 0)):
        return plain
    start, basis = (base.last, base.basis) if base else (context.anchor, "relative")
    edge = moved(start, meaning.length, 1) if start else None
    if start is None or edge is None:
        return plain
    if meaning.within:
        edtf = periods.one_of(start, edge)
        return replace(plain, first=start, last=edge, precision="between", edtf=edtf, basis=basis, anchor=start)
    return dated(_grained(edge, meaning.length), basis, start)


def resolve_lasting(meaning: Lasting, context: Context, base: Resolved) -> Resolved:
    """ "for 14 days from 13 March": from that day, which is the first of them, to the last."""
    plain = resolve_length(meaning.length, context)
    edge = moved(base.first, meaning.length, 1) if base.first else None
    last = days_later(edge, -1) if edge else None
    if base.first is None or last is None or base.first != base.last or last < base.first:
        return plain
    edtf = f"{base.first}/{last}"
    return replace(
        plain, first=base.first, last=last, precision="interval", edtf=edtf, basis=base.basis, anchor=base.anchor
    )


def _grained(moment: date, length: Length) -> Period:
    """The period that a count of such units reaches: two years on is a year, 30 days on is a day."""
    unit = length.parts[-1][1]
    return periods.containing(moment, unit if unit in ("week", "month", "year") else "day")  # type: ignore[arg-type]  # literals


def resolve_away(meaning: Away, context: Context) -> Resolved:
    """ "two years ago", "a month later"."""
    amount, unit = meaning.length.parts[0]
    if unit in _CLOCK:
        return _hours_away(meaning, context)
    if amount is None:
        return Resolved("DATE", "PAST_REF" if meaning.direction < 0 else "FUTURE_REF")
    compared = context.quarter is not None and not context.longer and not context.narrative
    if amount == 1 and unit == "year" and context.quarter is not None and compared:
        return dated(periods.shift(context.quarter, 4 * meaning.direction), "inherited")
    base, basis = _away_base(meaning, context)
    moment = moved(base, meaning.length, meaning.direction) if base else None
    if moment is None:
        return unknown(unit)
    grain = "year" if unit in ("decade", "century", "millennium") else unit
    return dated(periods.containing(moment, grain if grain in _UNITS else "day"), basis, base)  # type: ignore[arg-type]  # literals


def _away_base(meaning: Away, context: Context) -> tuple[date | None, Basis]:
    """Where "later" and "earlier" count from: what was told last, as fine as the unit asks; "ago" from the writing."""
    if meaning.origin == "anchor" and not context.narrative:
        return context.anchor, "relative"
    told = context.told_within(_GRAIN.get(meaning.length.parts[-1][1], "century"))
    limits = periods.bounds(told) if told else None
    if limits:
        return limits[0], "inherited"
    return (None, "unknown") if context.told or context.narrative else (context.anchor, "relative")


def _hours_away(meaning: Away, context: Context) -> Resolved:
    """Some hours ago: the day at best. Hours later than something: how many."""
    if meaning.origin == "reference":
        return resolve_length(meaning.length, context)
    amount, unit = meaning.length.parts[0]
    days = int((amount or 0) // 24) if unit == "hour" else 0
    known = context.anchor is not None and meaning.origin == "anchor"
    moment = days_later(context.anchor, meaning.direction * days) if known and context.anchor else None
    return Resolved("TIME", f"{moment or 'XXXX-XX-XX'}TXX:XX")


def away_from(meaning: Away, base: Resolved) -> Resolved:
    """So long before or after a date the words name, as fine as that date."""
    unit = meaning.length.parts[0][1]
    if base.first is None or base.period is None:
        return unknown(unit)
    first = moved(base.first, meaning.length, meaning.direction)
    if first is None:
        return Resolved("DATE", "PAST_REF" if meaning.direction < 0 else "FUTURE_REF")
    return dated(periods.containing(first, base.period.unit), base.basis, base.anchor)
