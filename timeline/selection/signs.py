"""What speaks for an event being one that a careful reader would list: features read by a logistic model.

The weights are ``data/selection/weights.csv``, made by ``tests/evaluation/train_selection.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from timeline.event_types import event_group
from timeline.model import Document, Event, Sentence

_STATED = frozenset({"explicit", "relative", "inherited"})


def event_signs(document: Document, sentences: Sequence[Sentence], event: Event, kinds: Counter[str]) -> list[str]:
    """Names of what holds of ``event``; ``kinds`` counts the document's events by type."""
    return list(_signs(document, sentences, event, kinds))


def _signs(document: Document, sentences: Sequence[Sentence], event: Event, kinds: Counter[str]) -> Iterator[str]:
    main = event.mentions[0]
    group = event_group(event.event_type)
    yield f"type: {event.event_type}"
    yield f"factuality: {event.factuality}"
    yield f"group, factuality: {group}, {event.factuality}"
    surest = sorted((m.event.confidence for m in event.mentions), reverse=True)
    for step in range(1, 20):
        if surest[0] >= step / 20:
            yield f"surest mention at least {step / 20:.2f}"
    yield f"mentions: {_bucket(len(event.mentions), (1, 2, 3, 5, 10_000))}"
    if len(surest) > 1:
        yield f"second mention: {int(surest[1] * 5)}"
    first = min(m.event.sentence for m in event.mentions)
    yield f"first told in sentence: {_bucket(first, (0, 1, 2, 4, 8, 16, 32, 10_000))}"
    yield f"group, first told: {group}, {_bucket(first, (2, 8, 10_000))}"
    yield f"first told in a {sentences[first].kind}"
    if event.date.basis in _STATED:
        yield "dated"
        yield f"date: {event.date.basis}, {event.date.precision}"
        yield f"group, dated: {group}"
    elif document.published is None:
        yield "undated in a text without a date of its own"
    yield f"actors: {min(len(event.actors), 4)}"
    for role in sorted({a.role for a in event.actors}):
        yield f"has {role}"
    yield from (f"has a {kind}" for kind in sorted({a.kind for a in event.actors}))
    if not event.jurisdictions:
        yield "no jurisdiction"
    if event.instrument:
        yield f"has instrument: {event.instrument.kind}"
    if event.amount:
        yield "has amount"
    if all(m.event.anaphoric for m in event.mentions):
        yield "only points back"
    yield f"tense: {main.event.tense}"
    yield f"events of its type: {_bucket(kinds[event.event_type], (1, 2, 4, 8, 10_000))}"
    yield f"events in all: {_bucket(kinds.total(), (2, 5, 10, 20, 10_000))}"
    yield f"length: {_bucket(len(document.text) // 1000, (1, 2, 4, 8, 10_000))}"
    yield f"rule: {main.event.rule_ids[0] if main.event.rule_ids else ''}"


def _bucket(value: int, limits: tuple[int, ...]) -> str:
    return next(f"up to {limit}" for limit in limits if value <= limit)
