"""Candidates of a document with their readings and features: the common ground of training and running."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.mentions.candidates import Candidate, find_candidates
from timeline.mentions.context import build_context
from timeline.mentions.factuality import Place, Reading, read_factuality
from timeline.mentions.features import Seen, Site, candidate_features
from timeline.mentions.grammar import clause_bounds
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
            place = Place(tokens.words, candidate.first, candidate.last, start, end, candidate.form)
            reading = read_factuality(place)
            low, high = clause_bounds(tokens.words, candidate.first, candidate.last, start, end)
            site = Site(candidate, reading, low, high, rank, tuple(group))
            features = candidate_features(context, site, seen)
            findings.append(Finding(candidate, reading, low, high, tuple(dict.fromkeys(features))))
            seen.leaves[candidate.hits[0].trigger.leaf] += 1
            seen.heads[tokens.words[candidate.first]] += 1
    return tokens, findings
