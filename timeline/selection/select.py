"""Events with a calibrated confidence, and only those worth a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from timeline.model import Document, Event, Sentence
from timeline.selection.signs import event_signs
from timeline.weights import load_weights, probability

_WEIGHTS = "selection/weights.csv"
_LEAST = 0.28
# An event that one mention tells outright is kept from a lower probability: of the kinds that readers list or leave as
# they please (statements above all), it is one that happened.
_OUTRIGHT, _LEAST_OUTRIGHT = 0.65, 0.2


def select_events(document: Document, sentences: Sequence[Sentence], events: Sequence[Event]) -> tuple[Event, ...]:
    """``events`` that a careful reader would list, each with the probability of that as its confidence."""
    weights = load_weights(_WEIGHTS)
    kinds = Counter(e.event_type for e in events)
    judged = (
        replace(e, confidence=round(probability(weights, event_signs(document, sentences, e, kinds)), 4))
        for e in events
    )
    return tuple(e for e in judged if e.confidence >= (_LEAST_OUTRIGHT if _told_outright(e) else _LEAST))


def _told_outright(event: Event) -> bool:
    return max(m.event.confidence for m in event.mentions) >= _OUTRIGHT
