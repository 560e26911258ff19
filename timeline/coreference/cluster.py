"""Mentions of one document joined into events, from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from timeline.coreference.events import make_event
from timeline.coreference.pairs import Reading, date_relation, pair_features
from timeline.kinship import kinship
from timeline.model import Document, Event, Instrument, Mention, Sentence
from timeline.weights import load_weights, probability

_WEIGHTS = "coreference/weights.csv"
_LEAST = 0.35
_NUMBERED = frozenset({"bill", "order", "docket"})
_PRESUMED = frozenset({"jurisdiction-of-document", "jurisdiction-of-sentence", "place-of-sentence"})
# What keeps the work in proportion to the text: a mention is held against the events told lately and those of the
# opening, and of an event against its first and latest mentions.
_LATELY, _OPENING, _MEMBERS = 80, 20, 6


def merge_mentions(document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Event, ...]:
    """The events of one document, in the order in which the text first tells them.

    A mention joins the event that the pair model likes best, if it likes it at all and nothing forbids it: two stated
    dates that cannot be one day, types that no occurrence can have both, two nations, two fines of different amounts.
    """
    weights = load_weights(_WEIGHTS)
    ordered = sorted(mentions, key=lambda m: (m.event.start, m.event.end, m.event.event_type))
    reading = Reading.of(sentences, ordered)
    clusters: list[list[Mention]] = []
    for mention in ordered:
        scored = []
        for number in _within_reach(len(clusters)):
            shown = clusters[number] if len(clusters[number]) <= _MEMBERS else _shown(clusters[number])
            if not any(forbidden(member, mention) for member in shown):
                scored.append((_affinity(weights, shown, mention, reading), -number, clusters[number]))
        best = max(scored, key=lambda item: item[:2], default=(0.0, 0, None))
        if best[2] is not None and best[0] >= _LEAST:
            best[2].append(mention)
        else:
            clusters.append([mention])
    return tuple(make_event(document, cluster) for cluster in clusters)


def _within_reach(count: int) -> Iterable[int]:
    if count <= _OPENING + _LATELY:
        return range(count)
    return chain(range(_OPENING), range(count - _LATELY, count))


def _shown(cluster: list[Mention]) -> list[Mention]:
    return [cluster[0], *cluster[1 - _MEMBERS :]]


def forbidden(a: Mention, b: Mention) -> bool:
    """Whether two mentions cannot be one occurrence whatever else they share."""
    if date_relation(a.date, b.date) == "conflicting":
        return True
    types = {a.event.event_type, b.event.event_type}
    # one text tells an act and the day it starts to bind as two events, as they are
    if len(types) > 1 and ("in_force" in types or kinship(*sorted(types)) == "none"):
        return True
    if a.instrument and b.instrument and _other_number(a.instrument, b.instrument):
        return True
    if _elsewhere(a, b):
        return True
    if a.amount and b.amount and a.amount.currency == b.amount.currency and a.amount.value != b.amount.value:
        return a.event.event_type == b.event.event_type == "fine"
    return False


def _other_number(a: Instrument, b: Instrument) -> bool:
    """Two bills, orders or dockets of different numbers."""
    return a.kind == b.kind and a.kind in _NUMBERED and a.key != b.key


def _elsewhere(a: Mention, b: Mention) -> bool:
    """Whether the clauses themselves place the two under different nations: two countries' acts are two events."""
    nations = [{j.code.split("-")[0] for j in m.jurisdictions if j.rule_id not in _PRESUMED} for m in (a, b)]
    return all(nations) and not nations[0] & nations[1]


def _affinity(weights: dict[str, float], cluster: Sequence[Mention], mention: Mention, reading: Reading) -> float:
    """The best and the average probability, mixed: one good link is not enough where the others speak against it."""
    each = [probability(weights, pair_features(member, mention, reading)) for member in cluster]
    return 0.6 * max(each) + 0.4 * sum(each) / len(each)
