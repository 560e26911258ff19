"""What kind of text it is, as its dates tell: when it was written, whether it tells history, how it writes figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from timeline.timex import periods
from timeline.timex.meanings import Clock, DayPart, Fixed, Named, Shifted
from timeline.timex.periods import Period
from timeline.timex.scan import Clue

_DATELINE_REACH = 12  # tokens at the head of a text in which a full date is its dateline
_TITLE_REACH = 60  # tokens among which a dateline below a title is looked for
_DATELINE_END = re.compile(r" ?(?:\([^()\n]{2,40}\) ?)?(?:-|–|—|\n|\(\w)")
_FEWEST_YEARS = 8  # full dates in earlier years before a text of known publication counts as history
_SHARE = 0.6  # and the share of all years told that they make up
_YEARS_A_DAY = 25  # earlier years that outweigh one word of the day of writing ("yesterday"): news has few to one
_DAY_MONTH = re.compile(r"\b\d{1,2}(?:st|nd|rd|th|\.)? (?:of |de )?[^\W\d_]{3}")
_MONTH_DAY = re.compile(r"[^\W\d_]{3,}\.? \d{1,2}\b")
_FEWEST_OLD_DATES = 2  # such dates, finer than a year, tell history where nothing else is told from its own day
_SHARE_ALONE = 0.8  # of all years told must then be earlier
_DATING_PAPERS = frozenset({"of", "dated", "vom", "du", "de", "del", "dell'", "dal", "datée", "daté"})
_WORD_REACH = 12  # characters before a date in which the word before it is looked for
_RECENT = 1  # years before publication that news still speaks of


class Character(NamedTuple):
    """``anchor`` the day of writing, ``narrative`` a text that tells history, ``daily`` one that counts its days."""

    anchor: date | None
    narrative: bool
    daily: bool


def character_of(clues: Sequence[Clue], text: str, published: date | None) -> Character:
    """The character of a text with these expressions."""
    anchor = published or _dateline(clues, text)
    daily = any(clue.kind in ("weekday", "moment") or _is_other_day(clue) for clue in clues)
    return Character(anchor, _tells_history(clues, text, anchor) if anchor else not _is_news(clues), daily)


def _is_news(clues: Sequence[Clue]) -> bool:
    """Whether a text of unknown publication counts from its day ("last month") and is no long history."""
    from_now = sum(isinstance(c.meaning, Shifted) and (c.meaning.steps < 0 or c.meaning.unit == "day") for c in clues)
    return from_now * _YEARS_A_DAY > sum(isinstance(clue.meaning, Fixed) for clue in clues)


def _is_other_day(clue: Clue) -> bool:
    return isinstance(clue.meaning, Shifted) and clue.meaning.unit == "day" and clue.meaning.steps != 0


def _dateline(clues: Sequence[Clue], text: str) -> date | None:
    """The full date a text of unknown publication opens with, after names at most ("PARIS, 3 March 2021"): its own.

    Below a title a dateline ends with a sign of its own ("March 3, 2021 (PARIS) -").
    """
    for clue in clues:
        if clue.token > _TITLE_REACH:
            break
        line = text.rfind("\n", 0, clue.start) + 1
        in_title = bool(text[:line].strip())
        near = in_title or clue.token <= _DATELINE_REACH
        if near and _opens_line(text, line, clue) and (not in_title or _DATELINE_END.match(text, clue.end)):
            limits = periods.bounds(clue.meaning.period) if isinstance(clue.meaning, Fixed) else None
            return limits[0] if limits else None
    return None


def _opens_line(text: str, line: int, clue: Clue) -> bool:
    """Whether a full date stands at the head of its line, after names at most."""
    if not isinstance(clue.meaning, Fixed) or clue.meaning.period.unit != "day":
        return False
    before = text[line : clue.start].rstrip(" ")
    return not any(word[0].islower() for word in before.split()) and not before[-1:].isalnum()


def _tells_history(clues: Sequence[Clue], text: str, anchor: date) -> bool:
    """Most full dates lie in years well before publication, and little is told from the day of writing."""
    fixed = [clue.meaning.period for clue in clues if isinstance(clue.meaning, Fixed)]
    years = [limits[0].year for period in fixed if (limits := periods.bounds(period))]
    elsewhere = sum(year < anchor.year - _RECENT for year in years)
    from_now = _told_from_now(clues, anchor)
    if elsewhere >= max(_FEWEST_YEARS, _SHARE * len(years)) and elsewhere > _YEARS_A_DAY * from_now:
        return True
    if from_now or elsewhere < _SHARE_ALONE * len(years):
        return False
    return sum(_is_old_event(clue, text, anchor) for clue in clues) >= _FEWEST_OLD_DATES


def _is_old_event(clue: Clue, text: str, anchor: date) -> bool:
    """Whether a date finer than a year lies well before publication, and is not the date of a paper ("the law of")."""
    if not isinstance(clue.meaning, Fixed) or clue.meaning.period.unit == "year":
        return False
    before = text[max(0, clue.start - _WORD_REACH) : clue.start].split()
    return _is_old(clue.meaning.period, anchor) and not (before and before[-1].lower() in _DATING_PAPERS)


def _told_from_now(clues: Sequence[Clue], anchor: date) -> int:
    """How many expressions count from the day of writing; not the "today" with which a history closes."""
    count = old = 0
    for clue in clues:
        old += isinstance(clue.meaning, Fixed) and _is_old(clue.meaning.period, anchor)
        closing = clue.meaning == Shifted("day", 0) and old > _FEWEST_OLD_DATES
        count += _is_from_now(clue) and not closing
    return count


def _is_old(period: Period, anchor: date) -> bool:
    limits = periods.bounds(period)
    return limits is not None and limits[1].year < anchor.year - _RECENT


def _is_from_now(clue: Clue) -> bool:
    """Whether an expression counts from the day of writing ("last week", "Friday night"), not the night of a date."""
    meaning = clue.meaning.base if isinstance(clue.meaning, Clock | DayPart) else clue.meaning
    if isinstance(meaning, Shifted):
        return meaning.steps <= 0 or meaning.unit in ("day", "week")  # stories go on "the next year"
    return isinstance(meaning, Named) and meaning.unit == "weekday"


def order_figures(clues: Sequence[Clue], text: str) -> list[Clue]:
    """The clues with 3/4/2021 read in the document's own order of day and month.

    Other figures decide it (25/4/2021); dates in words ("24 May 2023") only say which reading leads.
    """
    if not any(isinstance(clue.meaning, Fixed) and clue.meaning.alternatives for clue in clues):
        return list(clues)
    words = [text[clue.start : clue.end] for clue in clues]
    for tell, certain in ((_day_comes_first, True), (_day_is_written_first, False)):
        orders = {order for word in words if (order := tell(word)) is not None}
        if len(orders) == 1:
            day_first = orders.pop()
            return [_ordered(clue, text, day_first, certain) for clue in clues]
    return list(clues)


def _figures(words: str) -> tuple[int, int] | None:
    pieces = words.replace("-", "/").split("/")
    if len(pieces) != 3 or not all(piece.isdigit() for piece in pieces) or len(pieces[0]) > 2:
        return None
    return int(pieces[0]), int(pieces[1])


def _day_comes_first(words: str) -> bool | None:
    """Told by a part above 12.

    >>> _day_comes_first("25/4/2021"), _day_comes_first("4/25/2021"), _day_comes_first("3/4/2021")
    (True, False, None)
    """
    figures = _figures(words)
    if figures is None or (figures[0] > 12) == (figures[1] > 12):
        return None
    return figures[0] > 12


def _day_is_written_first(words: str) -> bool | None:
    """The order of a date in words.

    >>> _day_is_written_first("24 May 2023"), _day_is_written_first("May 24, 2023"), _day_is_written_first("2023")
    (True, False, None)
    """
    if _DAY_MONTH.search(words):
        return True
    return False if _MONTH_DAY.search(words) else None


def _ordered(clue: Clue, text: str, day_first: bool, certain: bool) -> Clue:
    figures = _figures(text[clue.start : clue.end])
    if not isinstance(clue.meaning, Fixed) or not clue.meaning.alternatives or figures is None:
        return clue
    day = figures[0 if day_first else 1]
    readings = (clue.meaning.period, *clue.meaning.alternatives)
    fitting = [p for p in readings if (limits := periods.bounds(p)) and limits[0].day == day]
    if not fitting:
        return clue
    others = () if certain else tuple(p for p in readings if p != fitting[0])
    return replace(clue, meaning=Fixed(fitting[0], others))
