"""The whole stage: tokens, rules, and the resolution of each find in the order of the text."""

from __future__ import annotations

from datetime import date

from timeline.errors import ArgumentError
from timeline.model import TimeExpression
from timeline.timex import periods
from timeline.timex.cascade import run_cascade
from timeline.timex.convention import apply_conventions
from timeline.timex.language import Language, load_language
from timeline.timex.meanings import Away, Find, Fixed, Meaning, Modified, Same, Shifted
from timeline.timex.periods import Period
from timeline.timex.resolve import Context, Resolved, resolve
from timeline.timex.tense import Direction, direction_at
from timeline.timex.tokens import Tokens, tokenize

_DATELINE_REACH = 12  # tokens at the head of a text in which a full date is its dateline
_QUARTER_REACH = 150  # tokens over which "a year earlier" can still mean the quarter told before


def find_time_expressions(text: str, anchor: date | str | None = None, language: str = "en") -> list[TimeExpression]:
    """Every time expression of ``text``, in order and without overlap, as TIMEX3 (ISO-TimeML) with its days.

    ``anchor`` is the day the text was published (a date or ISO 8601 text); without it relative expressions stay symbolic.
    Offsets count code points. Raises ArgumentError for an anchor that is no date.

    >>> [(t.text, t.value) for t in find_time_expressions("She sued last Friday.", "2023-05-24")]
    [('last Friday', '2023-05-19')]
    """
    moment = _anchor(anchor)
    spoken = load_language(language)
    tokens = tokenize(text)
    finds = apply_conventions(run_cascade(tokens, spoken), tokens)
    return _read(text, tokens, finds, moment, spoken)


def _anchor(anchor: date | str | None) -> date | None:
    if isinstance(anchor, date):
        return date(anchor.year, anchor.month, anchor.day)
    if anchor is None or not anchor.strip():
        return None
    try:
        return date.fromisoformat(anchor.strip()[:10])
    except ValueError as error:
        raise ArgumentError(f"The anchor {anchor!r} is no date; write it as 2023-05-24.") from error


def _read(text: str, tokens: Tokens, finds: list[Find], anchor: date | None, language: Language) -> list[TimeExpression]:
    anchor = anchor or _dateline(tokens, finds)
    narrative = _is_narrative(finds, anchor)
    daily = any(find.kind in ("weekday", "moment") or (isinstance(find.meaning, Shifted) and find.meaning.unit == "day" and find.meaning.steps) for find in finds)
    reference: Period | None = None
    quarter: tuple[int, Period] | None = None
    expressions = []
    for find in finds:
        if find.meaning is None:
            continue
        near = quarter[1] if quarter and find.start - quarter[0] <= _QUARTER_REACH else None

        def direction(find: Find = find) -> Direction:
            return direction_at(tokens, find.start, find.end, language)

        resolved = resolve(find.meaning, Context(anchor, reference, narrative, near, daily, direction))
        expressions.append(_expression(text, tokens, find, resolved))
        if resolved.period is not None and resolved.type in ("DATE", "TIME") and not _looks_back(find.meaning):
            reference = resolved.period
            if reference.unit == "quarter":
                quarter = (find.end, reference)
        elif quarter and near:
            quarter = (find.end, quarter[1])
    return expressions


def _dateline(tokens: Tokens, finds: list[Find]) -> date | None:
    """The full date a text of unknown publication opens with: its own."""
    first = finds[0] if finds else None
    if first is None or not isinstance(first.meaning, Fixed) or first.meaning.period.unit != "day" or first.start > _DATELINE_REACH:
        return None
    limits = periods.bounds(first.meaning.period)
    return limits[0] if limits else None


def _looks_back(meaning: Meaning) -> bool:
    """Whether the date is only there to compare with ("a year earlier"): the text does not go on from it."""
    if isinstance(meaning, Modified):
        return _looks_back(meaning.base)
    return isinstance(meaning, Away) and meaning.direction < 0 or isinstance(meaning, Same) and meaning.steps < -1


def _is_narrative(finds: list[Find], anchor: date | None) -> bool:
    """Whether the text tells history: most of its full dates lie in years well before its publication, and nothing
    in it is told from the day of writing (yesterday, last week)."""
    if anchor is None:
        return True
    years = [limits[0].year for find in finds if isinstance(find.meaning, Fixed) and (limits := periods.bounds(find.meaning.period))]
    elsewhere = sum(year < anchor.year - 1 for year in years)
    deictic = sum(isinstance(find.meaning, Shifted) or find.kind == "weekday" for find in finds)
    return elsewhere >= 4 and elsewhere >= 0.6 * len(years) and elsewhere > 4 * deictic


def _expression(text: str, tokens: Tokens, find: Find, resolved: Resolved) -> TimeExpression:
    start, end = tokens.starts[find.start], tokens.end(find.end - 1)
    return TimeExpression(
        start=start,
        end=end,
        text=text[start:end],
        type=resolved.type,
        value=resolved.value,
        mod=resolved.mod,
        first=resolved.first,
        last=resolved.last,
        precision=resolved.precision,
        edtf=resolved.edtf,
        anchor=resolved.anchor,
        basis=resolved.basis,
        rule_id=find.rule_id,
        alternatives=resolved.alternatives,
    )
