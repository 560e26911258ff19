"""Events with a calibrated confidence, and only those worth a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from timeline.model import Document, Event, Sentence
from timeline.selection.signs import event_signs
from timeline.weights import load_weights, probability

_WEIGHTS = "selection/weights.csv"
#: Cross-validated F1 hardly changes from here to 0.45; what the lower bound adds is recall.
_LEAST = 0.27


def select_events(document: Document, sentences: Sequence[Sentence], events: Sequence[Event]) -> tuple[Event, ...]:
    """``events`` that a careful reader would list, each with the probability of that as its confidence."""
    weights = load_weights(_WEIGHTS)
    kinds = Counter(e.event_type for e in events)
    judged = (
        replace(e, confidence=round(probability(weights, event_signs(document, sentences, e, kinds)), 4))
        for e in events
    )
    return tuple(e for e in judged if e.confidence >= _LEAST)
