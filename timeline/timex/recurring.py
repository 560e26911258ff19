"""Names that recur every week or year (Friday, March, 5 May, the third quarter, Christmas): which one is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.timex import periods
from timeline.timex.context import Basis, Context, Resolved, dated, unknown
from timeline.timex.holidays import holiday_date
from timeline.timex.meanings import Holiday, MonthDay, Named
from timeline.timex.periods import Period
from timeline.timex.tense import Direction

#: Of a year: a verb in the past does not send "20 December" eleven months back in November.
_BELIEVABLE = 0.85
#: Nor does one to come send "12 April" ten months ahead in June ("shops may open from 12 April").
_BELIEVABLE_TO_COME = 0.8
#: Reports speak of the quarter that ended, also where they "expect" its results.
_BELIEVABLE_AHEAD = 0.5
#: "until 5 April" alone does not send the day of a note of June to the next year.
_BELIEVABLE_BESIDE = 0.7
#: Where no verb tells, news speaks of the past unless the coming date is this much nearer.
_PAST_WEIGHT = 2.2
#: A story goes on from June to a December rather than back to the last.
_FORWARD_WEIGHT = 1.8
_MONTHS = 12  # of a year
_WEEKDAY_FITS = 500  # days within which a date without its year is looked for when the weekday fits none


def base_day(context: Context) -> tuple[date | None, Basis]:
    """The day that names are counted from: of writing, or in narratives the date told last."""
    if context.narrative or context.anchor is None:
        if context.reference_start:
            return context.reference_start, "inherited"
        if context.narrative:
            return None, "unknown"
    return context.anchor, "relative" if context.anchor else "unknown"


def resolve_month_day(meaning: MonthDay, context: Context) -> Resolved:
    base, basis = base_day(context)
    symbol = Resolved("DATE", f"XXXX-{meaning.month:02d}-{meaning.day:02d}")
    if base is None:
        return symbol
    if meaning.pick == "same" and context.reference_start:
        base, basis = context.reference_start, "inherited"
    reach = 8 if meaning.weekday is not None or (meaning.month, meaning.day) == (2, 29) else 1
    near = range(base.year - reach, base.year + reach + 1)
    days = [found for year in near if (found := periods.day(year, meaning.month, meaning.day))]
    if meaning.weekday is not None:
        context = replace(context, direction=context.direction._replace(own=False))  # the weekday tells more
        fitting = [found for found in days if (found.index - 1) % 7 == meaning.weekday]
        days = fitting or [found for found in days if abs(found.index - base.toordinal()) < _WEEKDAY_FITS]
    if not days:
        return symbol
    return dated(_choose(days, periods.of_date(base), meaning.pick, context), basis, base)


def resolve_named(meaning: Named, context: Context) -> Resolved:
    base, basis = base_day(context)
    if base is None:
        return Resolved("DATE", _symbol(meaning))
    if meaning.pick in ("same", "previous", "following") and context.reference_start:
        base, basis = context.reference_start, "inherited"
    if meaning.unit == "weekday":
        return _weekday(meaning, context, base, basis)
    if meaning.unit == "monthday":
        return _day_of_month(meaning, context, base, basis)
    here = periods.containing(base, meaning.unit)
    options = [periods.in_year(meaning.unit, year, meaning.number) for year in range(base.year - 1, base.year + 2)]
    if meaning.pick == "this" and meaning.unit in ("season", "month"):
        chosen = next((p for p in options if p.index == here.index), options[1])
    else:
        chosen = _choose(options, here, meaning.pick, context)
        if meaning.pick == "last" and _just_ended(chosen, here):
            return dated(periods.shift(chosen, -_MONTHS), basis, base, (chosen,))
    return dated(chosen, basis, base)


def _just_ended(month: Period, here: Period) -> bool:
    """ "last April" said in May: of the month before the running one, in the same year, one says "last month"."""
    return month.unit == "month" and here.index - month.index == 1 and here.index % _MONTHS != 0


def resolve_holiday(meaning: Holiday, context: Context) -> Resolved:
    if meaning.year is not None:
        found = holiday_date(meaning.rule, meaning.year)
        return dated(periods.of_date(found), "explicit") if found else unknown("day")
    base, basis = base_day(context)
    near = range(base.year - 1, base.year + 2) if base else ()
    options = [periods.of_date(found) for year in near if (found := holiday_date(meaning.rule, year))]
    if base is None or not options:
        return unknown("day")
    return dated(_choose(options, periods.of_date(base), meaning.pick, context), basis, base)


def _choose(options: list[Period], base: Period, pick: str | None, context: Context) -> Period:
    """Which of the recurrences of a name is meant: by the word beside it, else by tense, else the nearest."""
    before = [p for p in options if p.index < base.index]
    now = [p for p in options if p.index == base.index]
    after = [p for p in options if p.index > base.index]
    if pick in ("last", "previous"):
        return before[-1] if before else (now + after)[0]
    if pick in ("next", "following"):
        return after[0] if after else (before + now)[-1]
    if context.narrative or (pick == "same" and context.reference is not None):
        return _in_narrative(options, base, context)
    if pick == "this":
        return (now + after or before)[0]
    return _by_tense((before + now)[-1:], (now + after)[:1], base, context.direction)


def _in_narrative(options: list[Period], base: Period, context: Context) -> Period:
    """The nearest to the date told last, a story going on more readily than back; after a bare year, the one in it."""
    if context.year_told is not None:
        inside = [p for p in options if (limits := periods.bounds(p)) and limits[0].year == context.year_told]
        if inside:
            return inside[0]
    return min(options, key=lambda p: (_leap(p.index - base.index), p.index))


def _leap(steps: int) -> float:
    """How far a story leaps: it goes on more readily than back."""
    return steps / _FORWARD_WEIGHT if steps > 0 else -steps


def _by_tense(past: list[Period], future: list[Period], base: Period, direction: Direction) -> Period:
    """The nearest recurrence, unless the clause's own verb points the other way and that one is not far off."""
    if not past or not future:
        return (past or future)[0]
    back, ahead = base.index - past[0].index, future[0].index - base.index
    if direction.sign and direction.sure:
        wanted, distance = (past[0], back) if direction.sign < 0 else (future[0], ahead)
        if distance <= _believable(direction, base) * (back + ahead):
            return wanted
    if direction.sign > 0:
        return past[0] if back < ahead else future[0]
    if direction.sign < 0 and base.unit in ("quarter", "half"):
        return past[0]
    return future[0] if ahead * _PAST_WEIGHT < back else past[0]


def _believable(direction: Direction, base: Period) -> float:
    """The share of the way around (a year, mostly) that a name may lie away on the side its verb points to."""
    if direction.sign < 0:
        return 1.0 if direction.own else _BELIEVABLE
    if base.unit in ("quarter", "half"):
        return _BELIEVABLE_AHEAD
    return _BELIEVABLE_BESIDE if direction.beside else _BELIEVABLE_TO_COME


def _symbol(meaning: Named) -> str:
    if meaning.unit == "weekday":
        return f"XXXX-WXX-{meaning.number + 1}"
    if meaning.unit in ("quarter", "half"):
        return f"XXXX-{meaning.unit[0].upper()}{meaning.number}"
    if meaning.unit == "season":
        return f"XXXX-{periods.SEASONS[meaning.number - 1]}"
    return f"XXXX-{'XX-' if meaning.unit == 'monthday' else ''}{meaning.number:02d}"


def _weekday(meaning: Named, context: Context, base: date, basis: Basis) -> Resolved:
    """The nearest such day that the tense allows, the day itself included; the past when nothing says."""
    ahead = (meaning.number - base.weekday()) % 7
    behind = (base.weekday() - meaning.number) % 7
    direction = context.direction
    others: tuple[Period, ...] = ()
    if meaning.pick in ("last", "previous"):
        steps = -(behind or 7)
    elif meaning.pick == "next":
        steps = 7 - base.weekday() + meaning.number  # of the coming week; some mean the coming one
        others = (Period("day", base.toordinal() + (ahead or 7)),)
    elif meaning.pick in ("following", "coming"):
        steps = ahead or 7
    elif meaning.pick == "this":
        steps = -behind if direction.sign < 0 else ahead
    else:
        coming = direction.sign > 0 and (direction.sure or ahead < behind)
        steps = ahead if context.narrative or coming else -behind
    return dated(Period("day", base.toordinal() + steps), basis, base, others)


def _day_of_month(meaning: Named, context: Context, base: date, basis: Basis) -> Resolved:
    months = [periods.add_months(base.replace(day=1), step) for step in (-2, -1, 0, 1, 2)]
    days = [found for month in months if month and (found := periods.day(month.year, month.month, meaning.number))]
    if not days:
        return Resolved("DATE", _symbol(meaning))
    return dated(_choose(days, periods.of_date(base), meaning.pick, context), basis, base)
