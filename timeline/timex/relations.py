"""What the words before a date make of it: "by 30 June", "since 2019", "from 29 May to 31 August".

A TIMEX3 leaves the preposition out of its words; whoever dates an event needs it. The words are in the language
files under ``relations``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.model import TimeExpression
from timeline.timex.language import load_language
from timeline.timex.periods import one_of

_REACH = 24  # characters before a date in which its preposition stands
_ONE_DAY = timedelta(days=1)
_BOUNDING = ("by", "until", "before", "after", "since", "from", "not_before")


def in_relation(text: str, times: Sequence[TimeExpression], language: str = "en") -> list[TimeExpression]:
    """``times`` (of one document, in order), each with its preposition taken in: wider words, and the days they bound.

    By, until and before leave the first day open, since, from and after the last; two dates joined by "from ... to"
    (a period) or "between ... and" (one day within) both become that interval, as do a date and a length that begins
    on it. ``rule_id`` gains the relation as "/by". Expressions without days stay as they are.

    >>> from timeline.timex import find_time_expressions
    >>> text = "Open from 29 May 2020 to 31 August 2020."
    >>> [t.edtf for t in in_relation(text, find_time_expressions(text))]
    ['2020-05-29/2020-08-31', '2020-05-29/2020-08-31']
    """
    words = load_language(language).relations
    result = list(times)
    at = 0
    while at < len(result):
        joined = _joined(text, result, at, words)
        if joined:
            result[at] = result[at + 1] = joined
        elif result[at].first and result[at].last:
            result[at] = _bounded(text, result[at], words)
        at += 2 if joined else 1
    return result


def _before(text: str, end: int, phrases: Sequence[str]) -> int | None:
    """Where one of ``phrases`` begins that stands right before ``end``, articles aside."""
    before = text[max(0, end - _REACH) : end].rstrip().lower()
    for aside in (" at least", " at most", " the", " den", " dem", " der", " el", " le", " la", " il"):
        before = before.removesuffix(aside)
    for phrase in phrases:
        start = len(before) - len(phrase)
        if before.endswith(phrase) and (start == 0 or not before[start - 1].isalnum()):
            return max(0, end - _REACH) + start
    return None


def _joined(text: str, times: Sequence[TimeExpression], at: int, words: dict[str, list[str]]) -> TimeExpression | None:
    if at + 1 == len(times):
        return None
    one, two = times[at], times[at + 1]
    link = text[one.end : two.start].strip().lower()
    if {one.type, two.type} == {"DATE", "DURATION"} and one.first is not None and one.first == two.first:
        return _lasting(text, one, two, link, words)
    if not (one.first and two.last and one.first <= two.last and one.type != "DURATION" and two.type != "DURATION"):
        return None
    between, start = _before(text, one.start, words.get("between", [])), _before(text, one.start, words.get("from", []))
    if between is not None and link in words.get("and", []):
        return _span(text, one, two, between, "between")
    if start is not None and link in words.get("to", []):
        return _span(text, one, two, start, "from-to")
    return _span(text, one, two, one.start, "from-to") if _runs_through(one, two, link, words) else None


def _runs_through(one: TimeExpression, two: TimeExpression, link: str, words: dict[str, list[str]]) -> bool:
    """ "2018-2020", "closed March 13 to March 20": a period without "from"."""
    alike = one.precision == two.precision and _plain(one) and _plain(two)
    return link in ("-", "–", "—") or (alike and link in words.get("through", []))


def _lasting(
    text: str, one: TimeExpression, two: TimeExpression, link: str, words: dict[str, list[str]]
) -> TimeExpression | None:
    """ "for 14 days from 13 March", "from 13 March for 14 days": the days of the length."""
    if one.type == "DURATION":
        return _span(text, one, replace(two, last=one.last), one.start, "lasting") if link in words["from"] else None
    start = _before(text, one.start, words["from"])
    return _span(text, one, two, start, "lasting") if start is not None and two.precision == "interval" else None


def _span(text: str, one: TimeExpression, two: TimeExpression, start: int, relation: str) -> TimeExpression:
    period = relation != "between"
    return replace(
        one,
        start=start,
        end=two.end,
        text=text[start : two.end],
        last=two.last,
        precision="interval" if period else "between",
        edtf=f"{one.edtf}/{two.edtf}" if period and _plain(one) and _plain(two) else _edtf(one.first, two.last, period),
        mod="",
        rule_id=f"{one.rule_id}/{relation}",
        alternatives=(),
    )


def _plain(time: TimeExpression) -> bool:
    return time.precision in ("day", "month", "year")


def _edtf(first: date | None, last: date | None, period: bool) -> str:
    return f"{first}/{last}" if period else one_of(first, last)


def _bounded(text: str, time: TimeExpression, words: dict[str, list[str]]) -> TimeExpression:
    found = {
        relation: start
        for relation, phrases in words.items()
        if relation in _BOUNDING and (start := _before(text, time.start, phrases)) is not None
    }
    if not found or time.first is None or time.last is None:
        return time
    relation = min(found, key=lambda name: found[name])  # the longest: "not before" is no "before"
    first, last = _bounds(relation, time.first, time.last)
    open_period = relation in ("since", "from")
    return replace(
        time,
        start=found[relation],
        text=text[found[relation] : time.end],
        first=first,
        last=last,
        precision="open",
        edtf=f"{time.edtf if _plain(time) else first}/.." if open_period else one_of(first, last),
        rule_id=f"{time.rule_id}/{relation}",
    )


def _bounds(relation: str, first: date, last: date) -> tuple[date | None, date | None]:
    if relation in ("by", "until"):
        return None, last
    if relation == "before":
        return None, first - _ONE_DAY if first > date.min else first
    if relation == "after":
        return last + _ONE_DAY if last < date.max else last, None
    return first, None  # since, from, not before
