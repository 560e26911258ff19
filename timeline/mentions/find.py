"""Event mentions of a document: candidates from the triggers, read, judged and turned into values."""

from __future__ import annotations

from timeline.mentions.candidates import Candidate, find_candidates
from timeline.mentions.factuality import Place, read_factuality
from timeline.mentions.grammar import clause_bounds, cues
from timeline.mentions.tokens import Tokens, tokenize
from timeline.model import Document, Entity, EventMention, Sentence, TimeExpression

_THRESHOLD = 0.45


def find_event_mentions(
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...] = (),
    times: tuple[TimeExpression, ...] = (),
) -> tuple[EventMention, ...]:
    """Every place of ``document`` that tells of an event worth a row, in order of the text.

    Offsets are code points of ``document.text``; several mentions may tell of one event.

    >>> text = "Creators sued the state."
    >>> [m.event_type for m in find_event_mentions(Document("d", text), (Sentence(0, 24, 0, 0),))]
    ['lawsuit']
    """
    tokens = tokenize(document.text, sentences)
    mentions: list[EventMention] = []
    told: set[str] = set()
    for candidate in find_candidates(tokens):
        best = candidate.hits[0]
        if best.trigger.weight < _THRESHOLD:
            continue
        leaf = best.trigger.leaf
        mentions.append(_mention(tokens, candidate, leaf, best.trigger.weight, leaf in told))
        told.add(leaf)
    return tuple(mentions)


def _mention(tokens: Tokens, candidate: Candidate, leaf: str, confidence: float, told: bool) -> EventMention:
    start, end = tokens.bounds[candidate.sentence]
    place = Place(tokens.words, candidate.first, candidate.last, start, end, candidate.form)
    reading = read_factuality(place)
    low, high = clause_bounds(tokens.words, candidate.first, candidate.last, start, end)
    return EventMention(
        start=tokens.starts[candidate.first],
        end=tokens.ends[candidate.last - 1],
        clause_start=tokens.starts[low],
        clause_end=tokens.ends[high - 1],
        sentence=candidate.sentence,
        event_type=leaf,
        factuality=reading.factuality,
        tense=reading.tense,
        anaphoric=told and not candidate.form and _definite(tokens, candidate.first, start),
        confidence=confidence,
        rule_ids=(*(hit.trigger.id for hit in candidate.hits), reading.rule_id),
    )


def _definite(tokens: Tokens, first: int, start: int) -> bool:
    """``the ban``, ``this latest ruling``, ``their suit``: a noun that points back."""
    left = tokens.words[max(start, first - 3) : first]
    return not cues("pointing").isdisjoint(left)
