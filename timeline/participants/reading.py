"""A document indexed so that each event mention finds its neighbours by bisection instead of by searching the text."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from timeline.model import Amount, Document, Entity, EventMention, Instrument, Sentence
from timeline.participants.groups import find_groups
from timeline.participants.words import word_list

_PART_OF = re.compile(r"(?:['’]s)?\s+(?:state|province|region|territory|city|county|canton|commonwealth) of\s+[A-Z]")
_GOVERNED = 30
_BRACKETED = 80
_DATELINE_LENGTH = 80
_DATELINE = re.compile(r"(?:[A-Z0-9(][\w.'’]*[,)]*\s+){1,9}(?:[–—-]|--)\s")
_WRITTEN = re.compile(r"\d|[A-Z]{4}|,")  # what tells a dateline from "Acme Corp. - "
_NAMES = frozenset({"organisation", "company"})  # what a mere capitalised word is taken for
_MEASURES = frozenset({"bill", "law", "regulation", "treaty"})
_Spanned = TypeVar("_Spanned", Entity, Instrument, Amount)


@cache
def _link_pattern() -> re.Pattern[str]:
    words = sorted(word_list("linking"), key=lambda w: (-len(w), w))
    # written out with a capital: an alternation that ignores case is scanned three times slower
    return re.compile(rf"\b(?:{'|'.join([*words, *(w.capitalize() for w in words)])})\b")


class Reading:
    """One document's sentences, entities, instruments and amounts in order of place.

    An entity that stands inside another is left out: its words already have their name. Group nouns ("creators") are
    entities of their own here; callers drop them where a name is to be had.
    """

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        entities: Sequence[Entity],
        instruments: Sequence[Instrument] = (),
        amounts: Sequence[Amount] = (),
    ) -> None:
        self.text = document.text
        self._datelines = _datelines(document.text, sentences)
        self.document = document
        self.sentences = sentences
        measures = sorted((i.start, i.end) for i in instruments if i.kind in _MEASURES)
        named = [
            e
            for e in _outermost(entities)
            if not (self._in_dateline(e) or _only_parent(e, document.text) or _in_measure(e, measures))
        ]
        self.entities = _outermost([*named, *find_groups(document.text, named)])
        self.instruments = sorted(instruments, key=lambda i: (i.start, i.end))
        self.amounts = sorted(amounts, key=lambda a: (a.start, a.end))
        self._starts = [e.start for e in self.entities]
        self._instrument_starts = [i.start for i in self.instruments]
        self._amount_starts = [a.start for a in self.amounts]
        self._first = {e.name: e.start for e in reversed(self.entities)}
        self._standing: dict[int, tuple[str, bool]] = {}
        self._links: dict[int, tuple[list[int], list[tuple[int, int, str]]]] = {}

    def _in_dateline(self, entity: Entity) -> bool:
        at = bisect_right(self._datelines, (entity.start, len(self.text))) - 1
        return at >= 0 and entity.end <= self._datelines[at][1]

    def entities_between(self, start: int, end: int) -> list[Entity]:
        """Entities that lie wholly in ``start``..``end``."""
        return _between(self.entities, self._starts, start, end)

    def instruments_between(self, start: int, end: int) -> list[Instrument]:
        """Instruments that lie wholly in ``start``..``end``."""
        return _between(self.instruments, self._instrument_starts, start, end)

    def amounts_between(self, start: int, end: int) -> list[Amount]:
        """Amounts that lie wholly in ``start``..``end``."""
        return _between(self.amounts, self._amount_starts, start, end)

    def sentence_of(self, mention: EventMention) -> Sentence:
        """The sentence in which ``mention`` stands."""
        return self.sentences[mention.sentence]

    def is_first(self, entity: Entity) -> bool:
        """Whether the text names it here for the first time."""
        return self._first.get(entity.name) == entity.start

    def describes(self, entity: Entity) -> bool:
        """Whether an entity stands right before a group noun and only says which group: "Acme users"."""
        at = bisect_left(self._starts, entity.end + 1)
        following = self.entities[at] if at < len(self.entities) else None
        return following is not None and following.start == entity.end + 1 and following.rule_id == "group-noun"

    def standing_of(self, entity: Entity) -> tuple[str, bool]:
        """The linking word right before an entity's noun phrase ("" when there is none), and whether a name follows."""
        if entity.start not in self._standing:
            before = self.text[max(0, entity.start - _GOVERNED) : entity.start].split()
            word = next((w.lower() for w in reversed(before) if not _skips(w)), "")
            after = self.text[entity.end : entity.end + 2]
            modifies = after[:1] == " " and after[1:].isupper()
            self._standing[entity.start] = (word if word in word_list("linking") else "", modifies)
        return self._standing[entity.start]

    def in_brackets(self, entity: Entity) -> bool:
        """Whether a bracket that opens shortly before the entity is still open at it."""
        before = self.text[max(0, entity.start - _BRACKETED) : entity.start]
        return before.rfind("(") > before.rfind(")")

    def last_link(self, sentence: Sentence, start: int, end: int) -> tuple[int, int, str] | None:
        """The last linking word (start, end, lower case) that lies in ``start``..``end`` of ``sentence``."""
        if sentence.index not in self._links:
            found = [
                (m.start(), m.end(), m[0].lower())
                for m in _link_pattern().finditer(self.text, sentence.start, sentence.end)
            ]
            self._links[sentence.index] = ([f[0] for f in found], found)
        starts, links = self._links[sentence.index]
        at = bisect_left(starts, end) - 1
        return links[at] if at >= 0 and links[at][0] >= start and links[at][1] <= end else None


def _skips(word: str) -> bool:
    """Whether a word before a name belongs to its noun phrase: articles, light nouns, titles."""
    return word[0].isupper() or word in word_list("light_modifiers")


def _only_parent(entity: Entity, text: str) -> bool:
    """Whether a place only says what the next one is a part of: "the U.S. state of Montana"."""
    return entity.kind == "place" and bool(_PART_OF.match(text, entity.end))


def _in_measure(entity: Entity, measures: list[tuple[int, int]]) -> bool:
    """Whether a name is but a word of a law's ("DMA", "Digital Services" of the Act); whose law it is still counts."""
    if entity.jurisdictions or entity.kind not in _NAMES:
        return False
    at = bisect_right(measures, (entity.start, sys.maxsize)) - 1
    return at >= 0 and entity.end <= measures[at][1]


def _datelines(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Where a paragraph opens with the place and day of its writing ("ANKARA, May 3 - "): no part of the news."""
    found = []
    for sentence in sentences:
        dash = _DATELINE.match(text, sentence.start, min(sentence.end, sentence.start + _DATELINE_LENGTH))
        if dash and (sentence.index == 0 or _WRITTEN.search(dash[0])):
            found.append((sentence.start, dash.end()))
    return found


def _outermost(entities: Sequence[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda e: (e.start, -e.end, e.name, e.kind, e.jurisdictions)):
        if not kept or entity.start >= kept[-1].end:
            kept.append(entity)
    return kept


def _between(spans: list[_Spanned], starts: list[int], start: int, end: int) -> list[_Spanned]:
    found = spans[bisect_left(starts, start) : bisect_right(starts, end)]
    while found and found[-1].end > end:
        found.pop()
    return found
