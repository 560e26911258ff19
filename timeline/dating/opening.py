"""What the opening of a release shows: its genre, whose news it is, which sentences name a public body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model import Document, Entity, EventDate, EventMention, Sentence

LEAD = 6  # sentences that can set the date of the news
_PUBLIC = frozenset({"authority", "court", "legislature", "government", "office"})
_ANNOUNCED = re.compile(r"\bannounc\w+", re.IGNORECASE)
_TODAY = re.compile(r"\btoday\W?s?\b", re.IGNORECASE)
_LATER_TODAY = re.compile(
    r"\b(?:today|this (?:morning|afternoon|evening))\b(?![’']s (?:world|society|market))", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:The |the )?")


def style_of(
    document: Document,
    sentences: Sequence[Sentence],
    dated: Sequence[tuple[EventMention, EventDate]],
    leads: frozenset[int],
) -> tuple[str, str, str]:
    """What the opening shows of the genre: when its news happened, how it says so, whether it has a dateline."""
    day = document.published
    days = [d for m, d in dated if m.sentence < LEAD]
    opening = document.text[: sentences[min(LEAD, len(sentences)) - 1].end] if sentences else ""
    earlier = any(d.precision == "day" and d.last and day and d.last < day for d in days)
    when = "on its day" if any(d.last == day for d in days) else "on days before" if earlier else "without a day"
    how = ("announced, " if _ANNOUNCED.search(opening) else "") + ("today" if _TODAY.search(opening) else "no today")
    return when, how, "dateline" if len(leads) > 1 else "no dateline"


def public_sentences(sentences: Sequence[Sentence], entities: Sequence[Entity]) -> frozenset[int]:
    """Indices of the sentences in which a public body is named; ``entities`` are sorted by start."""
    starts = [e.start for e in entities if e.kind in _PUBLIC]
    found, at = set(), 0
    for sentence in sentences:
        while at < len(starts) and starts[at] < sentence.start:
            at += 1
        if at < len(starts) and starts[at] < sentence.end:
            found.add(sentence.index)
    return frozenset(found)


def opened_by_a_public_body(text: str, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> frozenset[int]:
    """Indices of the opening's sentences that begin with a public body: "The Data Protection Commission is ..."."""
    bodies = {e.start for e in entities if e.kind in _PUBLIC}
    begun = {s.index: _ARTICLE.match(text, s.start, s.end) for s in sentences[:LEAD]}
    return frozenset(index for index, article in begun.items() if article and article.end() in bodies)


def later_today(document: Document, sentences: Sequence[Sentence]) -> str:
    if len(sentences) <= LEAD:
        return "nothing later"
    said = _LATER_TODAY.search(document.text, sentences[LEAD].start)
    return "today later" if said else "no today later"
