"""Features of two mentions of one document that speak for or against their being one occurrence.

Read by a logistic model: ``data/coreference/weights.csv``, made by ``tests/evaluation/train_coreference.py``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.coreference.day import own_date
from timeline.coreference.determiner import determiner, word_after, word_before
from timeline.coreference.sides import rivals, step
from timeline.event_types import event_group
from timeline.model import EventDate, Mention, Sentence

_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = frozenset(
    {"the", "and", "for", "with", "that", "this", "from", "its", "their", "his", "her", "has", "have", "had", "was"}
    | {"were", "are", "will", "been", "being", "not", "but", "who", "which", "said", "says", "into", "about", "over"}
    | {"would", "after", "before", "under", "also", "more", "than", "other", "such", "any", "all"}
    | {"our", "your", "they", "them"}
)
_POINTS_BACK = {(True, True): "both", (False, True): "later", (True, False): "earlier", (False, False): "none"}
_NEWS = frozenset({"release-reports-its-news", "day-word"})
STATED = frozenset({"explicit", "relative", "inherited", "reference"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's sentences, and where its mentions of each type start: what a pair is seen against."""

    sentences: Sequence[Sentence]
    starts: dict[str, list[int]]
    surest: dict[str, float]

    @classmethod
    def of(cls, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Reading:
        """The reading of ``mentions``, which stand in text order."""
        starts: dict[str, list[int]] = {}
        surest: dict[str, float] = {}
        for mention in mentions:
            kind = mention.event.event_type
            starts.setdefault(kind, []).append(mention.event.start)
            surest[kind] = max(surest.get(kind, 0.0), mention.event.confidence)
        return cls(sentences, starts, surest)

    def place_of(self, mention: Mention) -> int:
        """How many mentions of its type stand before the mention."""
        return bisect_left(self.starts[mention.event.event_type], mention.event.start)

    def is_surest(self, mention: Mention) -> bool:
        """Whether no mention of its type is told more firmly."""
        return mention.event.confidence >= self.surest[mention.event.event_type]

    def same_type_between(self, a: Mention, b: Mention) -> int:
        """Mentions of the later one's type that stand between the two."""
        starts = self.starts[b.event.event_type]
        return max(0, bisect_left(starts, b.event.start) - bisect_right(starts, a.event.start))


def pair_features(earlier: Mention, later: Mention, reading: Reading) -> list[str]:
    """Names of what holds of the two mentions, ``earlier`` standing first in the text."""
    return list(_features(earlier, later, reading))


def _features(a: Mention, b: Mention, reading: Reading) -> Iterator[str]:
    same = a.event.event_type == b.event.event_type
    alike = "same type" if same else "same group" if _group(a) == _group(b) else "other group"
    yield from _types(a, b)
    back = _POINTS_BACK[a.event.anaphoric, b.event.anaphoric]
    yield f"points back: {back}"
    yield f"{alike}, points back: {back}"
    first, second = determiner(a), determiner(b)
    yield f"{alike}, determiner of the later: {second}"
    yield f"{alike}, determiners: {first}, {second}"
    distance = b.event.sentence - a.event.sentence
    yield f"{alike}, sentences apart: {next(n for n in (0, 1, 2, 4, 8, 16, 10**9) if distance <= n)}"
    if reading.sentences[a.event.sentence].kind in {"title", "heading"}:
        yield f"{alike}, earlier in a heading"
    if a.event.sentence <= 2:
        yield f"{alike}, earlier in the lead"
    yield f"{alike}, others of the type between: {min(reading.same_type_between(a, b), 3)}"
    if _trigger_stem(a) == _trigger_stem(b):
        yield f"{alike}, same word"
    yield from (f"{alike}, {name}" for name in _actors(a, b))
    yield from (f"{alike}, {name}" for name in rivals(a, b))
    yield from (f"{alike}, {name}" for name in _codes(a, b))
    if same and (one := step(a)) and (other := step(b)):
        yield "step: same" if one == other else "step: different"
    if distance == 0:
        yield f"{alike}, one sentence, {_places(a, b)}"
        if _trigger_stem(a) == _trigger_stem(b):
            yield "the same word twice in one sentence"
    days = own_date(a), own_date(b)
    relation = date_relation(*days)
    if outside_bounds(*days):
        yield f"{alike}, dates: one outside the bounds of the other"
    yield f"{alike}, dates: {relation}"
    yield f"dates: {relation}, told {a.event.tense} and {b.event.tense}"
    if a.instrument and b.instrument:
        yield "instrument: same" if a.instrument.key == b.instrument.key else "instrument: different"
    if a.amount and b.amount:
        equal = (a.amount.value, a.amount.currency) == (b.amount.value, b.amount.currency)
        yield "amount: same" if equal else "amount: different"
    facts = sorted((a.event.factuality, b.event.factuality))
    yield "factuality: same" if facts[0] == facts[1] else f"{alike}, factuality: {facts[0]}, {facts[1]}"
    yield f"{alike}, words in common: {_overlap(a, b)}"
    yield from _standing(a, b, reading, alike)


def _standing(a: Mention, b: Mention, reading: Reading, alike: str) -> Iterator[str]:
    """How firmly each is told, the earlier one's place among those of its type, what the later one stands in."""
    yield f"{alike}, earlier told: {_firmness(a)}"
    yield f"{alike}, later told: {_firmness(b)}"
    if reading.place_of(a) == 0:
        yield f"{alike}, earlier is the first of its type"
    if reading.is_surest(a):
        yield f"{alike}, earlier is the surest of its type"
    yield f"{alike}, others of the type in the text: {min(len(reading.starts[b.event.event_type]), 6)}"
    if determiner(b) == "definite":
        yield f"{alike}, definite after {word_before(b)}"
        yield f"{alike}, definite before {word_after(b)}"
    for name, mention in (("earlier", a), ("later", b)):
        if mention.date.rule_id in _NEWS:
            yield f"{alike}, {name} dated as news"


def _firmness(mention: Mention) -> str:
    steps = ((0.3, "hardly"), (0.5, "weakly"), (0.75, "fairly"), (0.9, "well"), (2.0, "firmly"))
    return next(name for limit, name in steps if mention.event.confidence <= limit)


def _group(mention: Mention) -> str:
    return event_group(mention.event.event_type)


def _types(a: Mention, b: Mention) -> Iterator[str]:
    first, second = a.event.event_type, b.event.event_type
    if first == second:
        yield f"type: same, {first}"
    else:
        yield f"types: {' + '.join(sorted((first, second)))}"


def _trigger_stem(mention: Mention) -> str:
    trigger = mention.sentence[
        mention.event.start - mention.sentence_start : mention.event.end - mention.sentence_start
    ]
    words = [w.casefold() for w in _WORD.findall(trigger) if w.casefold() not in _EMPTY]
    return words[0][:5] if words else trigger.casefold()


def _actors(a: Mention, b: Mention) -> Iterator[str]:
    first, second = {x.name for x in a.actors}, {x.name for x in b.actors}
    if first and second:
        yield f"actors in common: {min(len(first & second), 3)}"
    targets = [{x.name for x in m.actors if x.role in {"target", "defendant", "appointee"}} for m in (a, b)]
    if all(targets):
        yield "targets: common" if targets[0] & targets[1] else "targets: none common"


def _codes(a: Mention, b: Mention) -> Iterator[str]:
    first, second = {x.code for x in a.jurisdictions}, {x.code for x in b.jurisdictions}
    if first and second:
        yield "jurisdictions: common" if first & second else "jurisdictions: none common"


def date_relation(a: EventDate, b: EventDate) -> str:
    """How two dates stand: same, compatible or conflicting where both are stated; else which of them is."""
    if a.basis in STATED and b.basis in STATED:
        if (a.first, a.last) == (b.first, b.last):
            return "same"
        apart = (a.last and b.first and a.last < b.first) or (b.last and a.first and b.last < a.first)
        return "conflicting" if apart else "compatible"
    if a.basis in STATED:
        return "earlier stated"
    return "later stated" if b.basis in STATED else "none stated"


def outside_bounds(a: EventDate, b: EventDate) -> bool:
    """Whether one date is stated and lies where the other, which is only bounded, cannot."""
    for stated, bounded in ((a, b), (b, a)):
        if stated.basis in STATED and bounded.basis == "bounded":
            late = bounded.last and stated.first and stated.first > bounded.last
            early = bounded.first and stated.last and stated.last < bounded.first
            return bool(late or early)
    return False


def _places(a: Mention, b: Mention) -> str:
    """How two triggers of one sentence stand: overlapping, side by side, in one clause or in two."""
    gap = b.event.start - a.event.end
    if gap < 4:
        return "side by side" if gap >= 0 else "overlapping"
    within = a.event.clause_start <= b.event.start < a.event.clause_end
    return f"{'one clause' if within else 'two clauses'}, {'near' if gap < 40 else 'far'}"


def _overlap(a: Mention, b: Mention) -> str:
    if a.event.sentence == b.event.sentence:
        return "all, one sentence"
    first, second = _stems(a.sentence), _stems(b.sentence)
    if not first or not second:
        return "none"
    share = len(first & second) / min(len(first), len(second))
    return next(name for limit, name in ((0.1, "few"), (0.25, "some"), (0.5, "many"), (2.0, "most")) if share <= limit)


@cache
def _stems(sentence: str) -> frozenset[str]:
    words = (w.casefold() for w in _WORD.findall(sentence))
    return frozenset(w[:6] for w in words if w not in _EMPTY)
