"""Mentions of one document joined into events, from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from timeline.coreference.events import make_event
from timeline.coreference.exclusion import forbidden
from timeline.coreference.pairs import Reading, pair_features
from timeline.model import Document, Event, Mention, Sentence
from timeline.weights import load_weights, probability

_WEIGHTS = "coreference/weights.csv"
#: A phrase with several numbers ("Executive Orders 7 and 9") is known by the first of them alone.
_SEVERAL = re.compile(r"\b(?:Orders|Acts|Bills|Directives|Regulations|Laws|Rules)\b")
_LEAST = 0.38
# What keeps the work in proportion to the text: a mention is held against the events told lately and those of the
# opening, and of an event against its first and latest mentions.
_LATELY, _OPENING, _MEMBERS = 80, 20, 12


def merge_mentions(document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Event, ...]:
    """The events of one document, in the order in which the text first tells them.

    A mention joins the event that the pair model likes best, if it likes it at all and nothing forbids it: two stated
    dates that cannot be one day, types that no occurrence can have both, two nations, two courts,
    two steps of one procedure (``exclusion``).
    """
    weights = load_weights(_WEIGHTS)
    ordered = sorted(_singular(mentions), key=lambda m: (m.event.start, m.event.end, m.event.event_type))
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


def _singular(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions without those that name several orders at once where the text also tells of them one by one."""
    alone = {m.instrument.key for m in mentions if m.instrument and not _SEVERAL.search(m.instrument.text)}
    return [
        m
        for m in mentions
        if not (m.instrument and m.instrument.key in alone and _SEVERAL.search(m.instrument.text) and _holds(m))
    ]


def _holds(mention: Mention) -> bool:
    """Whether the trigger is part of the instrument's own words."""
    own = mention.instrument
    return own is not None and own.start <= mention.event.start < own.end


def _within_reach(count: int) -> Iterable[int]:
    if count <= _OPENING + _LATELY:
        return range(count)
    return chain(range(_OPENING), range(count - _LATELY, count))


def _shown(cluster: list[Mention]) -> list[Mention]:
    return [cluster[0], *cluster[1 - _MEMBERS :]]


def _affinity(weights: dict[str, float], cluster: Sequence[Mention], mention: Mention, reading: Reading) -> float:
    """The best and the average probability, mixed: one good link is not enough where the others speak against it."""
    each = [probability(weights, pair_features(member, mention, reading)) for member in cluster]
    return 0.6 * max(each) + 0.4 * sum(each) / len(each)
