"""Features of two mentions of one document that speak for or against their being one occurrence.

Read by a logistic model: ``data/coreference/weights.csv``, made by ``tests/evaluation/train_coreference.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.event_types import event_group
from timeline.model import EventDate, Mention, Sentence

_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = frozenset(
    {"the", "and", "for", "with", "that", "this", "from", "its", "their", "his", "her", "has", "have", "had", "was"}
    | {"were", "are", "will", "been", "being", "not", "but", "who", "which", "said", "says", "into", "about", "over"}
    | {"would", "after", "before", "under", "also", "more", "than", "other", "such", "any", "all"}
    | {"our", "your", "they", "them"}
)  # fmt: skip
_POINTS_BACK = {(True, True): "both", (False, True): "later", (True, False): "earlier", (False, False): "none"}
STATED = frozenset({"explicit", "relative", "inherited", "reference"})


def pair_features(earlier: Mention, later: Mention, sentences: tuple[Sentence, ...]) -> list[str]:
    """Names of what holds of the two mentions, ``earlier`` standing first in the text."""
    return list(_features(earlier, later, sentences))


def _features(a: Mention, b: Mention, sentences: tuple[Sentence, ...]) -> Iterator[str]:
    yield from _types(a, b)
    yield f"points back: {_POINTS_BACK[a.event.anaphoric, b.event.anaphoric]}"
    distance = b.event.sentence - a.event.sentence
    yield f"sentences apart: {next(n for n in (0, 1, 2, 4, 8, 16, 10**9) if distance <= n)}"
    if sentences[a.event.sentence].kind in {"title", "heading"}:
        yield "earlier in a heading"
    if a.event.sentence <= 2:
        yield "earlier in the lead"
    yield from _actors(a, b)
    yield from _codes(a, b)
    yield f"dates: {date_relation(a.date, b.date)}"
    if a.instrument and b.instrument:
        yield "instrument: same" if a.instrument.key == b.instrument.key else "instrument: different"
    if a.amount and b.amount:
        same = (a.amount.value, a.amount.currency) == (b.amount.value, b.amount.currency)
        yield "amount: same" if same else "amount: different"
    yield "factuality: same" if a.event.factuality == b.event.factuality else "factuality: different"
    yield f"words in common: {_overlap(a, b)}"


def _types(a: Mention, b: Mention) -> Iterator[str]:
    first, second = a.event.event_type, b.event.event_type
    if first == second:
        yield "type: same"
        yield f"type: same, {first}"
    elif event_group(first) == event_group(second):
        yield "type: same group"
        yield f"types: {' + '.join(sorted((first, second)))}"
    else:
        yield "type: different"
        yield f"types: {' + '.join(sorted((first, second)))}"


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
    if a.basis in STATED or b.basis in STATED:
        return "one stated"
    return "none stated"


def _overlap(a: Mention, b: Mention) -> str:
    first, second = _stems(a.sentence), _stems(b.sentence)
    if not first or not second:
        return "none"
    share = len(first & second) / min(len(first), len(second))
    return next(name for limit, name in ((0.1, "few"), (0.25, "some"), (0.5, "many"), (2.0, "most")) if share <= limit)


@cache
def _stems(sentence: str) -> frozenset[str]:
    words = (w.casefold() for w in _WORD.findall(sentence))
    return frozenset(w[:6] for w in words if w not in _EMPTY)
