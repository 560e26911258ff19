"""The day that a document states for its decision in a line of its own: "Date of final decision: 10 April 2025"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.dating.stated import stated_date
from timeline.model import Document, EventDate, EventMention, Sentence, TimeExpression

_LABEL = re.compile(
    r"(?:^|\n)[\W_]*(?:date of (?:the )?(?:final )?(?:decision|judgment|judgement|ruling|order)"
    r"|(?:final )?(?:decision|judgment|judgement|ruling|order) date|decided(?: on)?)\s*[:–-]\s*$",
    re.IGNORECASE,
)
_REACH = 60
#: What a decision does; its history (a complaint, a hearing) has days of its own.
_DECIDED = frozenset(
    {"fine", "enforcement_action", "warning", "court_ruling", "ban", "approval", "denial", "sanction", "injunction"}
)
_ELSEWHEN = re.compile(r"\b(?:had|previously|earlier|initial(?:ly)?|before|since|last|ago|first)\b", re.IGNORECASE)


def day_of_decision(text: str, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The one day that ``text`` labels as that of its decision; None where it labels none, or several."""
    found = [
        t for t in times if t.precision == "day" and _LABEL.search(text, max(0, t.start - _REACH), t.start) is not None
    ]
    return found[0] if len({t.first for t in found}) == 1 else None


def decided_on(
    document: Document, sentence: Sentence, mention: EventMention, day: TimeExpression | None
) -> EventDate | None:
    """The labelled ``day`` as the date of ``mention``, where it tells what was decided and no other time."""
    told = mention.event_type in _DECIDED and mention.factuality == "actual" and mention.tense != "future"
    if day is None or not told or _ELSEWHEN.search(document.text, sentence.start, sentence.end):
        return None
    date = stated_date(document.text, mention, day, document.published)
    return replace(
        date,
        basis="inherited",
        role="occurred",
        reason=f"the document gives “{day.text}” as the day of its decision",
        rule_id="day-of-decision",
    )
