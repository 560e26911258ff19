"""Which time expression of a sentence belongs to which mention: features of a pair, read by a logistic model.

The weights stand in ``data/dating/weights.csv``; ``tests/evaluation/train_dating.py`` makes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.model import EventMention, TimeExpression

_PREPOSITION = re.compile(
    r"\b(on|in|since|until|till|by|before|after|from|during|between|through|as of|effective|of|for|at|around|dated"
    r"|starting|beginning)\s+(?:the\s+|early\s+|late\s+|mid-?\s*)?$",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\b(which|who|whom|whose|where|when|while|because|if|although|though|but|that|whether)\b", re.IGNORECASE
)
_REPORTING = re.compile(
    r"\b(said|says|announced|reported|told|wrote|tweeted|stated|added|confirmed|according|published|revealed)\b[^.;]{0,12}$",
    re.IGNORECASE,
)
_RIVAL = 0.5  # a trigger less sure than this takes no time away from another
_OWN_HABITS = frozenset({"in_force", "hearing", "trial", "statement"})
_DETERMINED = re.compile(r"\b(?:the|a|an|its|his|her|their|this|that|[\w’']+[’']s)\s+$", re.IGNORECASE)
_NOUN_AFTER = re.compile(
    r"\s+(?!(?:and|or|by|to|in|on|at|for|of|the|a|an|that|which|when|after|before|as|with|from)\b)[A-Za-z]"
)


def usable(time: TimeExpression) -> bool:
    """Whether the expression can date an event: it names days ("within 30 days" does, once those are known); no set."""
    if time.type == "DURATION":
        return time.first is not None and time.last is not None
    return time.type in {"DATE", "TIME"} and (time.first is not None or time.last is not None)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a pair stands: the text, the sentence's bounds, its mentions and times, the day of publication."""

    text: str
    start: int
    end: int
    mentions: Sequence[EventMention]
    times: Sequence[TimeExpression]
    published: date | None


def features(setting: Setting, mention: EventMention, time: TimeExpression) -> list[str]:
    """Names of what holds of ``mention`` and ``time``, both in the sentence that ``setting`` describes."""
    return list(_features(setting, mention, time))


def _features(setting: Setting, mention: EventMention, time: TimeExpression) -> Iterator[str]:
    before = time.end <= mention.start
    side = "before" if before else "after"
    low, high = (time.end, mention.start) if before else (mention.end, time.start)
    gap = setting.text[low:high] if high > low else ""
    rivals = [m for m in setting.mentions if m is not mention and m.confidence >= _RIVAL]
    between = sum(low <= m.start and m.end <= high for m in rivals)
    broken = bool(_BREAK.search(gap))
    free = between == 0 and not broken
    yield from _place(setting, mention, time, side, gap)
    yield f"triggers between: {min(between, 2)}"
    if rivals and _closest_is_rival(time, mention, rivals):
        yield f"rival closer: {side}"
    if broken:
        yield f"clause break between: {side}"
    if free:
        yield f"nothing between: {side}"
    yield from _words_around(setting, time, side, free)
    if _NOUN_AFTER.match(setting.text, time.end):
        of_trigger = before and len(gap.split()) <= 3
        yield "before a noun, the trigger" if of_trigger else "before a noun"
        if not of_trigger and _DETERMINED.search(setting.text, setting.start, time.start):
            yield "names another thing"  # "over the 2016 election"
    yield f"precision: {time.precision}"
    yield f"basis: {time.basis}"
    yield from _tense(mention, time, setting.published)
    yield f"type: {mention.event_type if mention.event_type in _OWN_HABITS else 'other'}"
    if sum(usable(t) for t in setting.times) == 1:
        yield "only time of the sentence"
        if free:
            yield "only time of the sentence, nothing between"
    if mention.anaphoric:
        yield "mention points back"


def _place(setting: Setting, mention: EventMention, time: TimeExpression, side: str, gap: str) -> Iterator[str]:
    """Where the expression stands, seen from the trigger."""
    in_clause = mention.clause_start <= time.start and time.end <= mention.clause_end
    yield "clause: same" if in_clause else "clause: other"
    yield f"gap {side}: {_bucket(len(gap.split()))}"
    low, high = sorted((mention.end, time.start)) if side == "after" else sorted((time.end, mention.start))
    if any(low <= t.start and t.end <= high for t in setting.times):
        yield f"time between: {side}"
    if time.start <= mention.start and mention.end <= time.end:
        yield "time covers trigger"
    if ";" in gap or ":" in gap:
        yield "strong punctuation between"


def _words_around(setting: Setting, time: TimeExpression, side: str, free: bool) -> Iterator[str]:
    """The preposition before the expression, what opens the sentence, a verb of reporting."""
    head = setting.text[setting.start : time.start].strip(" “\"'—-").casefold()
    if head in {"", "on", "in", "by", "since", "earlier", "late", "early"}:
        yield "opens the sentence"
        if free:
            yield "opens the sentence, nothing between"
    lead = setting.text[max(setting.start, time.start - 24) : time.start]
    preposition = _PREPOSITION.search(lead)
    word = preposition[1].casefold() if preposition else "none"
    yield f"preposition: {word}"
    yield f"preposition {side}: {word}"
    if free and word in {"on", "in", "none"}:
        yield f"nothing between {side}, {word}"
    if _REPORTING.search(lead) or _REPORTING.search(re.sub(_PREPOSITION, "", lead)):
        yield "after a reporting verb"


def _bucket(words: int) -> str:
    return next(f"up to {limit}" for limit in (0, 1, 3, 6, 10, 16, 25, 10_000) if words <= limit)


def _closest_is_rival(time: TimeExpression, mention: EventMention, rivals: Sequence[EventMention]) -> bool:
    def distance(m: EventMention) -> int:
        return max(m.start - time.end, time.start - m.end, 0)

    return min(distance(m) for m in rivals) < distance(mention)


def _tense(mention: EventMention, time: TimeExpression, published: date | None) -> Iterator[str]:
    if published is None:
        return
    if time.first is not None and time.first > published:
        yield f"time after publication, told {mention.tense}"
        yield f"time after publication, {mention.factuality}"
    if time.last is not None and time.last < published:
        yield f"time before publication, told {mention.tense}"
        yield f"time before publication, {mention.factuality}"
