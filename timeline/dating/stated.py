"""The date of a mention from words: a time expression, or the verb of a release that reports its own news."""

from __future__ import annotations

import re
from datetime import date

from timeline.dating.limits import within_limits
from timeline.model import DateRole, Document, EventDate, EventMention, TimeExpression

_DEADLINE = re.compile(
    r"\b(by|before|until|no later than|deadline|due|through)\s+(?:the\s+)?(?:end of\s+)?$", re.IGNORECASE
)


def stated_date(text: str, mention: EventMention, time: TimeExpression, published: date | None = None) -> EventDate:
    """The date that ``time`` gives ``mention``: its interval, words, anchor and what kind of date it is.

    ``published`` bounds what is told as past or as coming.
    """
    day = EventDate(
        first=time.first,
        last=time.last,
        precision=time.precision,
        edtf=time.edtf,
        role=_role(text, mention, time),
        basis=time.basis if time.basis != "unknown" else "relative",
        text=time.text,
        start=time.start,
        end=time.end,
        anchor=time.anchor,
        reason=_reason(time),
        rule_id=time.rule_id,
    )
    return within_limits(text, mention, day, published)


def release_date(document: Document, mention: EventMention) -> EventDate | None:
    """The day of publication, for the act that a release reports as its news; None when that day is not known."""
    day = document.published
    if day is None:
        return None
    return EventDate(
        first=day,
        last=day,
        precision="day",
        edtf=day.isoformat(),
        basis="relative",
        text=document.text[mention.start : mention.end],
        start=mention.start,
        end=mention.end,
        anchor=day,
        reason=f"the news that the release of {day.isoformat()} reports",
        rule_id="release-reports-its-news",
    )


def _role(text: str, mention: EventMention, time: TimeExpression) -> DateRole:
    if mention.event_type == "in_force":
        return "deadline" if _DEADLINE.search(text, max(0, time.start - 24), time.start) else "effective"
    if _DEADLINE.search(text, max(0, time.start - 24), time.start) and mention.factuality != "actual":
        return "deadline"
    return "occurred" if mention.factuality == "actual" else "expected"


def _reason(time: TimeExpression) -> str:
    if time.basis == "explicit":
        return f"the text says “{time.text}”"
    if time.anchor is not None:
        return f"“{time.text}”, counted from {time.anchor.isoformat()}"
    return f"“{time.text}”"
