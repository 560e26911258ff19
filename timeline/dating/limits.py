"""The days that a time expression leaves to an event.

What is told as past lies not after publication, what is coming not before. A date to act by ("by the end of June")
leaves the days up to it; "until 30 April", told of what holds, is its end alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from timeline.model import EventDate, EventMention

_REACH = 32
_BY = re.compile(
    r"\b(?:by|before|not? later than|until|till|up to|at the latest)\s+(?:on\s+)?"
    r"(?:the\s+)?(?:end of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till)\s+(?:at least\s+)?(?:the\s+)?(?:end of\s+)?(?:the\s+)?$", re.IGNORECASE)
_END = re.compile(r"(?:the\s+)?(?:very\s+)?end of\b", re.IGNORECASE)
_COMING = frozenset({"scheduled", "proposed"})
_RUNS = frozenset({"in_force", "rule_proposed"})


def within_limits(text: str, mention: EventMention, day: EventDate, published: date | None) -> EventDate:
    """``day``, stated for ``mention`` at ``day.start``, narrowed by how it is told and by the word before it.

    >>> m = EventMention(15, 21, 0, 36, 0, "court_ruling", "scheduled", "future")
    >>> may = EventDate(date(2023, 5, 31), date(2023, 5, 31), "day", "2023-05-31", start=26, end=37)
    >>> within_limits("It is expected to rule by 31 May 2023", m, may, date(2023, 5, 3)).edtf
    '[2023-05-03..2023-05-31]'
    """
    lead = max(0, day.start - _REACH)
    if day.last is None or day.precision == "interval":
        return day
    goes_on = mention.event_type in _RUNS or (published is not None and day.last > published)
    if goes_on and mention.factuality == "actual" and _UNTIL.search(text, lead, day.start):
        return replace(day, first=None, precision="open", edtf=f"[..{day.last.isoformat()}]")
    if published is None or day.first is None:
        return day
    if mention.factuality in _COMING and published < day.last:
        return _between(day, published, day.last) if day.first < published or _is_limit(text, mention, day) else day
    past = mention.factuality == "actual" and mention.tense != "future"
    return _between(day, day.first, published) if past and day.first <= published < day.last else day


def _is_limit(text: str, mention: EventMention, day: EventDate) -> bool:
    """Whether the date is one to act by; a duty's own deadline is its day, unless it is the end of a longer time."""
    by = _BY.search(text, max(0, day.start - _REACH), day.start)
    ends = by is not None and (_END.match(day.text) is not None or "end of" in by[0].casefold())
    return by is not None and (mention.event_type not in _RUNS or ends)


def _between(day: EventDate, first: date, last: date) -> EventDate:
    if first == last:
        return replace(day, first=first, last=last, precision="day", edtf=first.isoformat())
    return replace(day, first=first, last=last, precision="between", edtf=f"[{first.isoformat()}..{last.isoformat()}]")
