"""Whose law or authority an event mention is: by who acts, by the law or case it is about, by where it applies."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.model import CodedJurisdiction, Entity, EventMention, Instrument
from timeline.participants.background import Background
from timeline.participants.reading import Reading
from timeline.participants.roles import Cast, is_public

_ACTING = frozenset({"agent", "forum", "counterpart"})
Codes = tuple[CodedJurisdiction, ...]


def infer_jurisdictions(
    casts: list[Cast],
    mention: EventMention,
    reading: Reading,
    background: Background,
    *,
    instrument: Instrument | None,
    earlier: Codes,
) -> Codes:
    """Codes with the words that give them, the acting authority's first.

    Tried in order, the first that yields a code wins: public bodies that act in the clause and the law it is about;
    other public bodies of the clause; places of the clause; an earlier mention that this one points back to; public
    bodies of the sentence; the document's own jurisdiction. A part of a nation that the clause's bodies name (the
    district of the court) is added to the nation.
    """
    text, sentence = reading.text, reading.sentence_of(mention)
    clause = reading.entities_between(min(mention.clause_start, mention.start), max(mention.clause_end, mention.end))
    acting = [c.entity for c in casts if c.part in _ACTING and (is_public(c.entity) or c.entity.kind == "place")]
    bodies = _codes(text, filter(is_public, clause), "jurisdiction-of-body")
    found = _merge(_codes(text, acting, "jurisdiction-of-actor"), _law(text, instrument))
    if found:
        return _merge(found, _parts(found, bodies))
    if bodies:
        return bodies
    places = _codes(text, (e for e in clause if e.kind == "place"), "place-of-clause")
    if places:
        return places
    if mention.anaphoric and earlier:
        return earlier
    around = filter(is_public, reading.entities_between(sentence.start, sentence.end))
    return _codes(text, around, "jurisdiction-of-sentence") or _default(text, background)


def _codes(text: str, entities: Iterable[Entity], rule: str) -> Codes:
    found: dict[str, CodedJurisdiction] = {}
    for e in entities:
        for code in e.jurisdictions:
            found.setdefault(code, CodedJurisdiction(code, e.start, e.end, text[e.start : e.end], rule))
    return tuple(found.values())


def _law(text: str, instrument: Instrument | None) -> Codes:
    if instrument is None:
        return ()
    start, end = instrument.start, instrument.end
    return tuple(
        CodedJurisdiction(c, start, end, text[start:end], "jurisdiction-of-law") for c in instrument.jurisdictions
    )


def _merge(first: Codes, second: Codes) -> Codes:
    known = {j.code for j in first}
    return first + tuple(j for j in second if j.code not in known)


def _parts(found: Codes, others: Codes) -> Codes:
    """Those of ``others`` that are a part of a nation already found."""
    nations = {j.code for j in found}
    return tuple(j for j in others if j.code.split("-")[0] in nations)


def _default(text: str, background: Background) -> Codes:
    entities = ((code, background.evidence[code]) for code in background.codes)
    return tuple(
        CodedJurisdiction(code, e.start, e.end, text[e.start : e.end], "jurisdiction-of-document")
        for code, e in entities
    )
