"""Events with a calibrated confidence, and only those worth a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from timeline.model import Document, Event, Sentence
from timeline.selection.rivals import rival_signs
from timeline.selection.signs import event_signs
from timeline.weights import load_weights, probability

_ALONE = "selection/weights.csv"
_BESIDE = "selection/beside.csv"
#: Cross-validated F1 hardly changes from here to 0.45; what the lower bound adds is recall.
_LEAST = 0.27


def select_events(document: Document, sentences: Sequence[Sentence], events: Sequence[Event]) -> tuple[Event, ...]:
    """``events`` that a careful reader would list, each with the probability of that as its confidence.

    Every event is judged twice: by what the text says of it, then also by the surer events around it.
    """
    kinds = Counter(e.event_type for e in events)
    alone = [event_signs(document, sentences, e, kinds) for e in events]
    chances = [probability(load_weights(_ALONE), signs) for signs in alone]
    weights = load_weights(_BESIDE)
    judged = [
        replace(event, confidence=round(probability(weights, [*signs, *beside]), 4))
        for event, signs, beside in zip(events, alone, rival_signs(events, chances), strict=True)
    ]
    return tuple(e for e in judged if e.confidence >= _LEAST)
