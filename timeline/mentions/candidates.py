"""Where triggers fire: one pass over the tokens, then hits at one place gathered into one candidate."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.mentions.grammar import is_verb
from timeline.mentions.inflection import Form
from timeline.mentions.patterns import Element, holds, match_pattern
from timeline.mentions.tokens import Tokens
from timeline.mentions.triggers import Trigger, trigger_index

_PAIR = 4  # words back from a verb in which the "and" of its two subjects stands


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger that fires on the tokens ``first:last``; ``form`` is the verb form, empty for nouns and phrases."""

    trigger: Trigger
    first: int
    last: int
    form: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may tell of an event: all hits that start there or lie within, best first."""

    first: int
    last: int
    sentence: int
    form: str
    hits: tuple[Hit, ...]


def leaf_weights(candidate: Candidate) -> dict[str, float]:
    """The types that the triggers of a candidate propose, each with the weight of its surest trigger."""
    weights: dict[str, float] = {}
    for hit in candidate.hits:
        weights[hit.trigger.leaf] = max(weights.get(hit.trigger.leaf, 0.0), hit.trigger.weight)
    return weights


def find_candidates(tokens: Tokens) -> list[Candidate]:
    """All candidates of a text in order."""
    index = trigger_index()
    found: list[Candidate] = []
    for number, (start, end) in enumerate(tokens.bounds):
        hits: list[Hit] = []
        for at in range(start, end):
            entries = index.get(tokens.words[at])
            if entries:
                hits += _hits_at(tokens, entries, at, start, end)
        if hits:
            found += _gather(hits, number)
    return found


def _hits_at(
    tokens: Tokens, entries: tuple[tuple[Trigger, tuple[Element, ...]], ...], at: int, start: int, end: int
) -> list[Hit]:
    words = tokens.words
    hits: list[Hit] = []
    taken: set[str] = set()
    for trigger, pattern in entries:
        if trigger.id in taken:
            continue
        last = match_pattern(pattern, words, at, end)
        if last < 0 or not _fits_around(trigger, words, at, last, start, end):
            continue
        form = pattern[0].forms.get(words[at], "")
        if form and not (is_verb(words, at, start, tokens.possessive, form) or _after_pair(tokens, at, start)):
            continue
        taken.add(trigger.id)
        hits.append(Hit(trigger, at, last, form))
    return hits


def _after_pair(tokens: Tokens, at: int, start: int) -> bool:
    """Whether the word at ``at`` follows two names joined by "and", so that a base form is their verb."""
    named = at - 1 > start and at - 1 in tokens.capital and at not in tokens.capital
    return named and "and" in tokens.words[max(start, at - _PAIR) : at - 1]


def _fits_around(trigger: Trigger, words: list[str], first: int, last: int, start: int, end: int) -> bool:
    for conditions in (trigger.needs, trigger.also):
        if conditions and not any(holds(c, words, first, last, start, end) for c in conditions):
            return False
    return not any(holds(c, words, first, last, start, end) for c in trigger.forbids)


def _gather(hits: list[Hit], sentence: int) -> list[Candidate]:
    """Hits whose tokens lie within those of an earlier one are further readings of the same place."""
    groups: list[list[Hit]] = []
    for hit in sorted(hits, key=lambda h: (h.first, -h.last)):
        if groups and hit.last <= max(h.last for h in groups[-1]):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return [_candidate(group, sentence) for group in groups]


def _candidate(group: list[Hit], sentence: int) -> Candidate:
    first = group[0].first
    ranked = sorted(group, key=lambda h: (-h.trigger.weight, h.first, -h.last, h.trigger.id))
    form: Form | str = group[0].form
    return Candidate(first, max(h.last for h in group), sentence, form, tuple(ranked))
