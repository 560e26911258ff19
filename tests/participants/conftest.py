"""Marked-up sentences as values of the earlier stages.

    The [FTC](authority US = Federal Trade Commission) <fined> [Acme Corp.](company) [$3 million](amount 3000000 USD).

Square brackets name an entity (kind, jurisdiction codes, after "=" the usual name), an instrument (its kind) or an
amount; angle brackets hold the trigger; braces, where given, the clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from timeline.model import Amount, Document, Entity, EventMention, Instrument, Sentence
from timeline.participants import Participants, find_participants
from timeline.sentences import split_sentences

_MARK = re.compile(r"\[([^\]]+)\]\(([^)=]+?)(?:\s*=\s*([^)]+))?\)|([<>{}])")
_INSTRUMENTS = {"bill", "law", "case", "docket", "order", "regulation", "treaty"}
_NOUNS = re.compile(
    r"(?:lawsuit|proposed acquisition|ban|trial|fine|ruling|investigation|appeal|sanctions|order|settlement|hearing)\b"
)


@dataclass(frozen=True)
class Marked:
    """A marked-up text taken apart."""

    document: Document
    entities: tuple[Entity, ...]
    instruments: tuple[Instrument, ...]
    amounts: tuple[Amount, ...]
    trigger: tuple[int, int]
    clause: tuple[int, int] | None


def parse(marked: str, title: str = "", publisher: str = "") -> Marked:
    """Take the marks out of a text."""
    text, at = "", 0
    entities: list[Entity] = []
    instruments: list[Instrument] = []
    amounts: list[Amount] = []
    places: dict[str, int] = {}
    for m in _MARK.finditer(marked):
        text += marked[at : m.start()]
        at = m.end()
        if m[4]:
            places[m[4]] = len(text)
            continue
        start, words = len(text), m[1]
        text += words
        kind, *rest = m[2].split()
        if kind == "amount":
            amounts.append(Amount(start, len(text), words, float(rest[0]), rest[1]))
        elif kind in _INSTRUMENTS:
            instruments.append(Instrument(start, len(text), words, m[3] or words, kind, jurisdictions=tuple(rest)))
        else:
            entities.append(Entity(start, len(text), words, m[3] or words, kind, jurisdictions=tuple(rest)))
    text += marked[at:]
    clause = (places["{"], places["}"]) if "{" in places else None
    return Marked(
        Document("d", text, title=title, publisher=publisher),
        tuple(entities),
        tuple(instruments),
        tuple(amounts),
        (places["<"], places[">"]),
        clause,
    )


def mention_of(parts: Marked, sentences: Sequence[Sentence], event_type: str, anaphoric: bool = False) -> EventMention:
    """The mention whose trigger the angle brackets hold."""
    start, end = parts.trigger
    sentence = next(s for s in sentences if s.start <= start < s.end)
    low, high = parts.clause or (sentence.start, sentence.end)
    tense = "none" if _NOUNS.match(parts.document.text, start, end) else "past"
    return EventMention(start, end, low, high, sentence.index, event_type, "actual", tense, anaphoric)


@pytest.fixture(scope="session")
def cast() -> Callable[..., Participants]:
    """Reads the participants of the one mention of a marked-up text."""

    def read(
        marked: str, event_type: str, title: str = "", anaphoric: bool = False, publisher: str = ""
    ) -> Participants:
        parts = parse(marked, title, publisher)
        sentences = split_sentences(parts.document)
        mention = mention_of(parts, sentences, event_type, anaphoric)
        found = find_participants(
            parts.document, sentences, [mention], parts.entities, parts.instruments, parts.amounts
        )
        for value in (*found[0].actors, *found[0].jurisdictions):
            assert parts.document.text[value.start : value.end] == value.words
            assert value.rule_id
        return found[0]

    return read
