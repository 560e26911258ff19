"""The year in the name of a law or bill, which dates its making: "was set up by the Rural Lending Act of 1998"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from timeline.dating.stated import stated_date
from timeline.model import Document, EventDate, EventMention, TimeExpression

#: What a name is made by; a later step (a vote, an amendment, a suit under it) has days of its own.
_MAKING = frozenset({"law_enacted", "bill_introduced", "rule_adopted"})
_IN_A_NAME = frozenset({"law-of-year", "code-of-year", "year-of-law"})
_NAME = re.compile(r"(?:[\s,(\[“\"'‘]*(?:the|and|of|on|for|to|[A-Z][\w’'.&-]*\)?))*[\s,)]*")
_CITATION = re.compile(r"\s+(?:in|of)\s[^.;()]{0,60}?\bv(?:s?\.|s)?\s[A-Z][^;()]{0,60}\(")
_MADE = re.compile(r"[\s,)”’]*(?:(?:was|were|is|has been|had been)\s+)?(?:\w+ly\s+)?")


def named_year(document: Document, mention: EventMention, times: Sequence[TimeExpression]) -> EventDate | None:
    """The year of the law, bill or rules whose making ``mention`` tells, read from its name among ``times``.

    Only a year that was over when the document was published: a bill of this year can lie anywhere in it.
    """
    if document.published is None or mention.factuality != "actual":
        return None
    if mention.event_type == "court_ruling":
        return _cited(document, mention, times)
    if mention.event_type not in _MAKING:
        return None
    for time in times:
        if time.rule_id in _IN_A_NAME and time.value.isdigit() and _is_its_name(document.text, mention, time):
            year = int(time.value)
            if year < document.published.year:
                return _whole(document, mention, time, year)
    return None


def _cited(document: Document, mention: EventMention, times: Sequence[TimeExpression]) -> EventDate | None:
    """The year in which a judgment is cited: "the ruling in Rivers v. Acme Corp. (2017)"."""
    for time in times:
        cited = time.precision == "year" and mention.end <= time.start and time.basis == "explicit"
        if cited and _CITATION.fullmatch(document.text, mention.end, time.start):
            return stated_date(document.text, mention, time, document.published)
    return None


def _is_its_name(text: str, mention: EventMention, time: TimeExpression) -> bool:
    """Whether nothing but the name stands between the two, or an auxiliary between the name and its verb."""
    if mention.start < time.end and time.start < mention.end:
        return True
    if mention.end <= time.start:
        return _NAME.fullmatch(text, mention.end, time.start) is not None
    return mention.tense == "past" and _MADE.fullmatch(text, time.end, mention.start) is not None


def _whole(document: Document, mention: EventMention, time: TimeExpression, year: int) -> EventDate:
    dated = stated_date(document.text, mention, time)
    return replace(
        dated,
        first=date(year, 1, 1),
        last=date(year, 12, 31),
        precision="year",
        edtf=f"{year:04d}",
        role="occurred",
        basis="explicit",
        reason=f"the name of what was made says “{time.text}”",
        rule_id="year-in-its-name",
    )
