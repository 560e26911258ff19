"""Which time expression of a sentence belongs to which mention: features of a pair, read by a logistic model.

The weights stand in ``data/dating/weights.csv``; ``tests/evaluation/train_dating.py`` makes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.dating.form import form_of
from timeline.event_types import event_group
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
_CONTENT = re.compile(
    r"\b(?:alleg|claim|argu|accus|charg|show|stat)\w*(?:\s+that)?\b|\b(?:found|finds|ruled|held) that\b", re.IGNORECASE
)
_INFINITIVE = re.compile(r"\bto\s+(?!the\b|a\b|an\b)[a-z]+", re.IGNORECASE)
_SEEKING = re.compile(
    r"\b(?:seek|ask|urg|call|aim|plan|propos|challeng|resolv|arising|stemming|relat|regard|concern)\w*\b", re.IGNORECASE
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|[a-z]{3,}ed)\b")
_FOLLOWS = re.compile(
    r"\b(?:following|after|since|despite|in response to|as (?:a )?(?:result|part) of|because of"
    r"|result(?:s|ed|ing)? from|stem(?:s|med|ming) from|aris(?:es|ing) (?:from|out of)|resolv(?:e|es|ed|ing)"
    r"|prompted by|based on|under)\s+(?:[\w&.,’'-]+\s+){0,8}$",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"\b(?:resolv|conclud|result)\w+\b")
_WHEN = re.compile(r"\s*,?\s*(?:when|on which|in which|the day)\b", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:and|or)\s+(?:\w+ly\s+|also\s+|then\s+|has\s+|was\s+|were\s+)?$")
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
    """Where a pair stands: the text, the sentence's bounds, its mentions and times, the day of publication.

    ``candidates`` are those of the times that could date the mention at all.
    """

    text: str
    start: int
    end: int
    mentions: Sequence[EventMention]
    times: Sequence[TimeExpression]
    published: date | None
    candidates: Sequence[TimeExpression]


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
    if before and (_FOLLOWS.search(gap) or _CLOSES.search(setting.text, mention.start, mention.end)):
        yield "what the act of that time followed"  # "in March she proposed it after a hearing"
        yield f"what the act of that time followed, {form_of(setting.text, setting.start, mention)}"
    if _NOUN_AFTER.match(setting.text, time.end) and not _is_adverb(setting, time):
        of_trigger = before and len(gap.split()) <= 3
        yield "before a noun, the trigger" if of_trigger else "before a noun"
        if not of_trigger and _DETERMINED.search(setting.text, setting.start, time.start):
            yield "names another thing"  # "over the 2016 election"
    yield f"precision: {time.precision}"
    yield f"basis: {time.basis}"
    yield from _told(setting, mention, time, side, free)
    yield from _wording(gap, side, free)
    yield from _order(setting, mention, time)
    if _WHEN.match(setting.text, time.end):
        near = "its clause" if before and not between else "behind it" if before else "before it"
        yield f"when after the time: {near}"  # "in May, when the court ruled"
    yield f"type: {mention.event_type if mention.event_type in _OWN_HABITS else 'other'}"
    if len(setting.candidates) == 1:
        yield "only time of the sentence"
        if free:
            yield "only time of the sentence, nothing between"
    if mention.anaphoric:
        yield "mention points back"


def _is_adverb(setting: Setting, time: TimeExpression) -> bool:
    """Whether the expression opens the sentence before its subject: "Today Senator Rivers is proposing"."""
    opens = not setting.text[setting.start : time.start].strip(" “\"'—-")
    after = setting.text[time.end : time.end + 2].strip()
    return opens and time.basis == "relative" and (after[:1].isupper() or after[:1] == ",")


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
    return min(_distance(m, time) for m in rivals) < _distance(mention, time)


def _told(setting: Setting, mention: EventMention, time: TimeExpression, side: str, free: bool) -> Iterator[str]:
    """How the mention is told, against where the expression lies from the day of publication."""
    form = form_of(setting.text, setting.start, mention)
    yield f"form: {form}"
    yield f"form {side}: {form}"
    if free:
        yield f"form, nothing between {side}: {form}"
    yield f"{event_group(mention.event_type)}: {time.precision}"
    lies = _lies(time, setting.published)
    if lies and mention.event_type in _OWN_HABITS:
        yield f"{mention.event_type}: time {lies} publication"
    if lies:
        yield f"time {lies} publication, told {mention.tense}"
        yield f"time {lies} publication, {mention.factuality}"
        yield f"time {lies} publication, {form}"


def _lies(time: TimeExpression, published: date | None) -> str:
    if published is None:
        return ""
    if time.first is not None and time.first > published:
        return "after"
    if time.last is not None and time.last < published:
        return "before"
    return "on the day of" if time.first == time.last == published else "around"


def _wording(gap: str, side: str, free: bool) -> Iterator[str]:
    """What kinds of words stand between the two."""
    for name, pattern in (
        ("content verb", _CONTENT),
        ("infinitive", _INFINITIVE),
        ("aim or subject", _SEEKING),
        ("finite verb", _FINITE),
    ):
        if pattern.search(gap):
            yield f"{name} between: {side}"
    if "," in gap:
        yield f"comma between: {side}"
    elif free:
        yield f"nothing between, no comma: {side}"
    if side == "before" and _JOINED.search(gap):
        yield "trigger joined to what stands before"


def _order(setting: Setting, mention: EventMention, time: TimeExpression) -> Iterator[str]:
    """Whether each is the nearest that the other has in the sentence."""
    usables = setting.candidates
    if len(usables) > 1:
        nearest = min(usables, key=lambda t: _apart(setting.text, mention, t)) is time
        yield "nearest time" if nearest else "another time is nearer"
        if time.start == usables[0].start:
            yield "first time of several"
        elif time.start == usables[-1].start:
            yield "last time of several"


def _apart(text: str, mention: EventMention, time: TimeExpression) -> int:
    """Words between the two; the expression's own preposition is none of them, a comma weighs as three."""
    before = time.end <= mention.start
    gap = text[time.end : mention.start] if before else _PREPOSITION.sub("", text[mention.end : time.start])
    return len(gap.split()) + 3 * gap.count(",")


def _distance(mention: EventMention, time: TimeExpression) -> int:
    return max(mention.start - time.end, time.start - mention.end, 0)
