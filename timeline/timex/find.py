"""The whole stage: tokens, rules, and the resolution of each find in the order of the text."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from timeline.errors import ArgumentError
from timeline.model import TimeExpression
from timeline.timex import periods
from timeline.timex.character import Character, character_of, order_figures
from timeline.timex.context import Context, Resolved
from timeline.timex.language import load_language
from timeline.timex.meanings import Away, Ended, Length, Meaning, Modified, Named, Same, Span
from timeline.timex.periods import Period
from timeline.timex.resolve import resolve
from timeline.timex.scan import Clue, scan

_TOLD = 5  # periods told before that an expression can count from
_SEVERAL_QUARTERS = ((6, "month"), (9, "month"), (2, "quarter"), (3, "quarter"))
_QUARTER_REACH = 150  # tokens over which "a year earlier" can still mean the quarter told before


def find_time_expressions(text: str, anchor: date | str | None = None, language: str = "en") -> list[TimeExpression]:
    """Every time expression of ``text``, in order and without overlap, as TIMEX3 (ISO-TimeML) with its days.

    ``anchor`` is the day the text was published (a date or ISO 8601 text); without it relative expressions stay
    symbolic. ``language`` is an ISO 639-1 code. Offsets count code points. Raises ArgumentError for an anchor that is
    no date.

    >>> [(t.text, t.value) for t in find_time_expressions("She sued last Friday.", "2023-05-24")]
    [('last Friday', '2023-05-19')]
    """
    published = _anchor(anchor)
    clues = order_figures(scan(text, load_language(language)), text)
    return _read(text, clues, character_of(clues, text, published))


def _anchor(anchor: date | str | None) -> date | None:
    if isinstance(anchor, date):
        return date(anchor.year, anchor.month, anchor.day)
    if anchor is None or not anchor.strip():
        return None
    try:
        return date.fromisoformat(anchor.strip()[:10])
    except ValueError as error:
        raise ArgumentError(f"The anchor {anchor!r} is no date; write it as 2023-05-24.") from error


def _read(text: str, clues: Sequence[Clue], character: Character) -> list[TimeExpression]:
    """The expressions one after the other: each may count from what was told before."""
    reference: Period | None = None
    told: deque[Period] = deque(maxlen=_TOLD)
    span: tuple[date, date] | None = None
    quarter: tuple[int, Period] | None = None
    coming: set[Period] = set()
    longer = False
    fiscal: tuple[Period, date, date] | None = None
    expressions = []
    for clue in clues:
        near = quarter[1] if quarter and clue.token - quarter[0] <= _QUARTER_REACH else None
        context = Context(
            character.anchor,
            reference,
            tuple(told),
            span,
            character.narrative,
            near,
            character.daily,
            clue.direction,
            frozenset(coming),
            longer,
            fiscal is not None and near == fiscal[0],
        )
        resolved = _in_own_year(resolve(clue.meaning, context), fiscal)
        fiscal = _own_quarter(clue.meaning, resolved) or fiscal
        expressions.append(_expression(text, clue, resolved))
        period = None if _looks_back(clue.meaning) else resolved.period
        reported = _reported(near, period, character.anchor)
        quarter = (clue.token, reported) if reported else quarter
        longer = _is_longer(clue.meaning) or (longer and not (period is not None and period.unit == "quarter"))
        if period is not None and not clue.attributive:
            reference = period
            told.append(period)
            (coming.add if clue.direction.sign > 0 else coming.discard)(period)
            span = (resolved.first, resolved.last) if resolved.first and resolved.last else None
    return expressions


def _own_quarter(meaning: Meaning, resolved: Resolved) -> tuple[Period, date, date] | None:
    """The quarter of a firm's own year: "the fiscal third quarter ended July 31", with its days."""
    if not isinstance(meaning, Ended) or resolved.period is None or resolved.first is None or resolved.last is None:
        return None
    return resolved.period, resolved.first, resolved.last


def _in_own_year(resolved: Resolved, fiscal: tuple[Period, date, date] | None) -> Resolved:
    """A quarter without its year, in the report of a firm that told when its own quarter ended: its days move along."""
    period = resolved.period
    if fiscal is None or period is None or period.unit != "quarter" or resolved.basis == "explicit":
        return resolved
    if (resolved.first, resolved.last) != periods.bounds(period) or fiscal[1:] == periods.bounds(fiscal[0]):
        return resolved
    months = 3 * (period.index - fiscal[0].index)
    first = periods.add_months(fiscal[1], months)
    after = periods.add_months(fiscal[1], months + 3)
    if first is None or after is None:
        return resolved
    last = date.fromordinal(after.toordinal() - 1)
    return replace(resolved, first=first, last=last, precision="between", edtf=periods.one_of(first, last))


def _reported(near: Period | None, told: Period | None, anchor: date | None) -> Period | None:
    """The quarter a report goes on to speak of: one told anew, unless it is told to compare the later one with."""
    if told is None:
        return near
    if told.unit != "quarter":
        return None
    ended = near is not None and anchor is not None and near.index < periods.containing(anchor, "quarter").index
    return near if near is not None and ended and told.index < near.index else told


def _is_longer(meaning: Meaning) -> bool:
    """ "For the nine months": results of several quarters, which are compared with those of the year before."""
    if isinstance(meaning, Span):
        return meaning.direction == 0 and _is_longer(meaning.length)
    return isinstance(meaning, Length) and len(meaning.parts) == 1 and meaning.parts[0] in _SEVERAL_QUARTERS


def _looks_back(meaning: Meaning) -> bool:
    """Whether the date is only there to compare with ("a year earlier"): the text does not go on from it."""
    if isinstance(meaning, Modified):
        return _looks_back(meaning.base)
    if isinstance(meaning, Away):
        return meaning.direction < 0 and meaning.base is None
    if isinstance(meaning, Named):
        return meaning.pick == "previous"  # "the previous winter had been hard": the story returns
    return isinstance(meaning, Same) and meaning.steps < -1


def _expression(text: str, clue: Clue, resolved: Resolved) -> TimeExpression:
    return TimeExpression(
        start=clue.start,
        end=clue.end,
        text=text[clue.start : clue.end],
        type=resolved.type,
        value=resolved.value,
        mod=resolved.mod,
        first=resolved.first,
        last=resolved.last,
        precision=resolved.precision,
        edtf=resolved.edtf,
        anchor=resolved.anchor,
        basis=resolved.basis,
        rule_id=clue.rule_id,
        alternatives=resolved.alternatives,
    )
