"""What is told as later than a time of its sentence is not dated by it: the time is the first day that it can lie on.

"After a fire last summer, the state sued", "passed the House in May and subsequently passed the Senate".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.model import EventDate, EventMention, Sentence, TimeExpression

_OPENS_WITH_AFTER = re.compile(r"\W*(?:After|Following)\b[^,;]*")
_CLAUSE_ENDS = re.compile(r"[^,;]*,")
_LATER = re.compile(r"\b(?:subsequently|thereafter|afterwards?|eventually)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def before_the_act(text: str, sentence: Sentence, mention: EventMention, time: TimeExpression) -> bool:
    """Whether ``time`` is told of what came before ``mention``, both in ``sentence``."""
    if time.end > mention.start or mention.factuality != "actual" or time.first is None:
        return False
    if _LATER.search(text, time.end, mention.start):
        return True
    clause = _CLAUSE_ENDS.match(text, time.end, mention.start)
    return clause is not None and _OPENS_WITH_AFTER.fullmatch(text, sentence.start, time.start) is not None


def not_before(
    text: str, sentence: Sentence, mention: EventMention, times: Sequence[TimeExpression], day: EventDate
) -> EventDate:
    """``day``, which only bounds ``mention``, narrowed by the last of ``times`` that came before the act."""
    first = max((t.first for t in times if before_the_act(text, sentence, mention, t) and t.first), default=None)
    if first is None or day.last is None or day.first is not None or first > day.last:
        return day
    return replace(
        day,
        first=first,
        precision="between",
        edtf=f"[{first.isoformat()}..{day.last.isoformat()}]",
        reason=f"told as later than {first.isoformat()}, and as past in a text of {day.last.isoformat()}",
        rule_id="bounded-afterwards",
    )
