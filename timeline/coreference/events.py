"""An event from the mentions of one document: its main mention, its date, its parties, its id."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from timeline.coreference.day import dates_the_content
from timeline.coreference.determiner import determiner
from timeline.coreference.told import told_as
from timeline.model import ActorRole, CodedJurisdiction, Document, Event, EventDate, Mention

_BASIS_RANK = {"explicit": 0, "relative": 1, "inherited": 2, "reference": 3, "bounded": 4, "unknown": 5}
_NAMED_BY_THE_CLAUSE = ("subject", "object", "owner", "link", "side")
_FACT_RANK = {"actual": 0, "scheduled": 1, "proposed": 2, "denied": 3, "hypothetical": 4}


def make_event(document: Document, mentions: Sequence[Mention]) -> Event:
    """The event that ``mentions`` (at least one, all of ``document``) tell; the title is left to a later stage."""
    ranked = sorted(mentions, key=_rank)
    main = ranked[0]
    dated = best_date(ranked)
    return Event(
        id=event_id(document, main),
        title="",
        event_type=main.event.event_type,
        factuality=told_as(ranked, dated, document.published),
        date=dated,
        mentions=(main, *(m for m in sorted(mentions, key=_place) if m is not main)),
        actors=_actors(ranked),
        jurisdictions=_jurisdictions(ranked),
        instrument=next((m.instrument for m in ranked if m.instrument), None),
        amount=next((m.amount for m in ranked if m.amount), None),
        confidence=round(1.0 - _all_wrong(mentions), 4),
        rule_ids=tuple(dict.fromkeys(rule for m in ranked for rule in (*m.event.rule_ids, m.date.rule_id) if rule)),
    )


def _rank(mention: Mention) -> tuple[object, ...]:
    """The main mention tells it outright, as a fact, with a date and parties, and early."""
    return (
        mention.event.anaphoric,
        _FACT_RANK[mention.event.factuality],
        _BASIS_RANK[mention.date.basis] >= _BASIS_RANK["bounded"],
        -round(mention.event.confidence, 1),
        not mention.actors,
        *_place(mention),
    )


def _place(mention: Mention) -> tuple[int, int]:
    return mention.event.start, mention.event.end


def best_date(mentions: Sequence[Mention]) -> EventDate:
    """The best-founded date among the mentions' (the first of them on a tie); bounds of one kind are intersected.

    Told once as past and once as coming, an event is not therefore of the very day of publication: only the bounds
    that are of the same kind as the best mention's count.
    """
    best = min(mentions, key=_foundation).date
    if best.basis != "bounded":
        return best
    for mention in mentions:
        if mention.date.rule_id == best.rule_id:
            best = _intersect(best, mention.date)
    return best


def _foundation(mention: Mention) -> tuple[bool, int, int, bool]:
    """A date stated for the act itself ("filed on 3 March") is better founded than one near its name ("the suit")."""
    return (
        dates_the_content(mention),
        _BASIS_RANK[mention.date.basis],
        _width(mention.date),
        determiner(mention) == "definite",
    )


def _width(day: EventDate) -> int:
    return (day.last - day.first).days if day.first and day.last else 100_000


def _intersect(a: EventDate, b: EventDate) -> EventDate:
    first = max((d for d in (a.first, b.first) if d), default=None)
    last = min((d for d in (a.last, b.last) if d), default=None)
    if (first, last) == (a.first, a.last) or (first and last and first > last):
        return a
    return replace(
        a,
        first=first,
        last=last,
        edtf=f"[{_iso(first)}..{_iso(last)}]",
        precision="between" if first and last else "open",
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _actors(mentions: Sequence[Mention]) -> tuple[ActorRole, ...]:
    """Those of the main mention, and of the others those that their own clause names; a name keeps its first role."""
    found: dict[str, ActorRole] = {}
    for number, mention in enumerate(mentions):
        for actor in mention.actors:
            if number == 0 or actor.rule_id.startswith(_NAMED_BY_THE_CLAUSE):
                found.setdefault(actor.name, actor)
    return tuple(found.values())


def _jurisdictions(mentions: Sequence[Mention]) -> tuple[CodedJurisdiction, ...]:
    """The main mention's codes; another mention's only where the main one has none: a restatement adds no authority."""
    for mention in mentions:
        if mention.jurisdictions:
            return mention.jurisdictions
    return ()


def _all_wrong(mentions: Sequence[Mention]) -> float:
    """Restatements support each other, but not as independent witnesses: only the two surest count."""
    surest = sorted((m.event.confidence for m in mentions), reverse=True)[:2]
    product = 1.0
    for number, confidence in enumerate(surest):
        product *= 1.0 - confidence * (1.0, 0.3)[number]
    return product


def event_id(document: Document, main: Mention) -> str:
    """A stable id from raw content: which text, which trigger in it, told as what; a file's name plays no part."""
    raw = "\x1f".join((_text_key(document.text), str(main.event.start), str(main.event.end), main.event.event_type))
    return "e" + hashlib.blake2b(raw.encode(), digest_size=6).hexdigest()


@lru_cache(maxsize=4)
def _text_key(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
