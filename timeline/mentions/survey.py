"""Candidates of a document with their readings and features: the common ground of training and running."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.mentions.candidates import Candidate, find_candidates
from timeline.mentions.context import build_context, day_in
from timeline.mentions.factuality import read_factuality
from timeline.mentions.features import Seen, Site, candidate_features
from timeline.mentions.grammar import clause_bounds, cues
from timeline.mentions.place import Place, Reading
from timeline.mentions.tokens import Tokens, tokenize
from timeline.model import Document, Entity, Sentence, TimeExpression


@dataclass(frozen=True, slots=True)
class Finding:
    """A candidate, how it reads, its clause in tokens and its features by name."""

    candidate: Candidate
    reading: Reading
    low: int
    high: int
    features: tuple[str, ...]


def survey(
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    times: tuple[TimeExpression, ...],
) -> tuple[Tokens, list[Finding]]:
    """Every candidate of ``document`` in order of the text."""
    tokens = tokenize(document.text, sentences)
    candidates = find_candidates(tokens)
    context = build_context(document, tokens, sentences, entities, times, candidates)
    seen = Seen()
    findings: list[Finding] = []
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_sentence.setdefault(candidate.sentence, []).append(candidate)
    for number, group in by_sentence.items():
        start, end = tokens.bounds[number]
        for rank, candidate in enumerate(group):
            leaf = candidate.hits[0].trigger.leaf
            low, high = clause_bounds(tokens.words, candidate.first, candidate.last, start, end)
            place = Place(tokens.words, candidate.first, candidate.last, start, end, candidate.form, leaf)
            reading = _content(candidate, _read(place, candidate), group, high)
            reading = _dated_ahead(place, reading, day_in(context, low, high))
            site = Site(candidate, reading, low, high, rank, tuple(group))
            features = candidate_features(context, site, seen)
            findings.append(Finding(candidate, reading, low, high, tuple(dict.fromkeys(features))))
            seen.leaves[leaf] += 1
            seen.heads[tokens.words[candidate.first]] += 1
    return tokens, findings


def _read(place: Place, candidate: Candidate) -> Reading:
    """How the candidate reads; ``plans to ban``, ``calls for a probe``: as the words that give it its type do."""
    reading = read_factuality(place)
    best = candidate.hits[0]
    if reading.factuality != "actual" or best.first == place.first or place.leaf in cues("leaves_held"):
        return reading
    inner = read_factuality(replace(place, first=best.first, last=best.last, form=best.form))
    return reading if inner.factuality == "actual" else inner


def _content(candidate: Candidate, reading: Reading, group: list[Candidate], high: int) -> Reading:
    """``a measure to prohibit sales starting next year``: what it will do is told by its start, not beside it."""
    if reading.rule_id != "fact-infinitive":
        return reading
    started = any(candidate.last <= c.first < high and c.hits[0].trigger.leaf == "in_force" for c in group)
    return Reading("hypothetical", "future", "fact-content") if started else reading


def _dated_ahead(place: Place, reading: Reading, day: str) -> Reading:
    """``the committee is meeting on 10 June``, ``set a hearing for May 2`` in a text of April: fixed, not yet held."""
    if reading.factuality != "actual" or not day.endswith("later"):
        return reading
    if _of_a_time(place):
        return reading
    rest = place.words[place.last : min(place.end, place.last + 8)]
    if reading.tense == "present" and not {"until", "till"}.isdisjoint(rest):
        return reading  # "is closed until 30 May": under way
    held = place.leaf in cues("leaves_held")
    arranged = not cues("arranging").isdisjoint(place.words[max(place.start, place.first - 6) : place.last])
    if (held and not place.form) or arranged or reading.tense != "past":
        return Reading("scheduled", "future", "fact-later-day")
    return reading


def _of_a_time(place: Place) -> bool:
    """``bars the map in next year's elections``: the day is that of what is acted on."""
    words = place.words[place.last : place.end]
    return any(words[i] in ("'s", "’s") and words[i - 1] in cues("spans") for i in range(1, len(words)))
