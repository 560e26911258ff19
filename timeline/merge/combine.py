"""One event out of a cluster of units: all evidence kept, the best founded date taken, disagreement written down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.merge.dates import best_date, disagreeing, preference, written
from timeline.merge.features import Unit, party_of, unit_actors
from timeline.merge.ids import choose_id, mention_id
from timeline.merge.parties import same_party
from timeline.model import ActorRole, Amount, CodedJurisdiction, Event, EventDate, Factuality, Mention

_REALITY: tuple[Factuality, ...] = ("actual", "scheduled", "proposed", "hypothetical", "denied")
#: Each further source takes this share off the doubt that is left.
_DOUBT_LEFT = 0.8
_MOST_CERTAIN = 0.99


def combine(units: Sequence[Unit], given: Mapping[str, int]) -> Event:
    """The event that ``units`` (one a document, in content order) tell; ``given`` are the ids given out earlier."""
    ordered = sorted(units, key=lambda u: (preference(u.date), -u.main.event.confidence, u.order))
    main = ordered[0]
    rest = [u for u in units if u is not main]
    mentions = tuple(m for u in (main, *rest) for m in u.mentions)
    dates = [_with_document(u.date, u.document_id) for u in (main, *rest)]
    date = best_date(dates)
    event_type = _event_type([main, *rest])
    return Event(
        id=choose_id([*(u.id for u in units), *(mention_id(m) for m in mentions if given)], given),
        title=_title([main, *rest], event_type),
        event_type=event_type,
        factuality=min((u.main.event.factuality for u in units), key=_REALITY.index),
        date=replace(date, document_id="") if date.document_id == main.document_id else date,
        mentions=mentions,
        actors=_actors([main, *rest]),
        jurisdictions=_jurisdictions([main, *rest]),
        instrument=next((u.instrument for u in (main, *rest) if u.instrument), None),
        amount=_amount([main, *rest]),
        confidence=_confidence([u.main.event.confidence for u in units]),
        conflicts=_conflicts(units, dates, date),
        rule_ids=_rules([main, *rest]),
    )


def _with_document(date: EventDate, document_id: str) -> EventDate:
    return date if date.document_id else replace(date, document_id=document_id)


def _event_type(units: Sequence[Unit]) -> str:
    """What most documents call it; on a tie what the best founded one does."""
    votes = Counter(u.type for u in units)
    top = max(votes.values())
    return next(u.type for u in units if votes[u.type] == top)


def _title(units: Sequence[Unit], event_type: str) -> str:
    """The title of the best founded document that tells the event under its type."""
    return next((u.main.title for u in units if u.type == event_type and u.main.title), units[0].main.title)


def _actors(units: Sequence[Unit]) -> tuple[ActorRole, ...]:
    """All actors once; those that only other documents name keep no offsets, for they would point into these."""
    found = list(unit_actors(units[0].mentions))
    for unit in units[1:]:
        for actor in unit_actors(unit.mentions):
            if not any(a.role == actor.role and same_party(party_of(a), party_of(actor)) for a in found):
                found.append(replace(actor, start=0, end=0, words=""))
    return tuple(found)


def _jurisdictions(units: Sequence[Unit]) -> tuple[CodedJurisdiction, ...]:
    found: dict[str, CodedJurisdiction] = {}
    for index, unit in enumerate(units):
        for mention in unit.mentions:
            for coded in mention.jurisdictions:
                found.setdefault(coded.code, coded if index == 0 else replace(coded, start=0, end=0, words=""))
    return tuple(found.values())


def _amount(units: Sequence[Unit]) -> Amount | None:
    """The amount most documents give, on a tie the one of the best founded; one without a qualifier before "about"."""
    amounts = [u.amount for u in units if u.amount]
    if not amounts:
        return None
    votes = Counter((a.value, a.currency) for a in amounts)
    return max(amounts, key=lambda a: (not a.qualifier, votes[a.value, a.currency], -amounts.index(a)))


def _confidence(values: Sequence[float]) -> float:
    """At least that of the surest source; each further source takes a fifth off the doubt left."""
    return round(
        min(
            max(values) if len(values) == 1 else _MOST_CERTAIN, 1 - (1 - max(values)) * _DOUBT_LEFT ** (len(values) - 1)
        ),
        4,
    )


def _rules(units: Sequence[Unit]) -> tuple[str, ...]:
    found = dict.fromkeys(rule for u in units for rule in u.main.event.rule_ids)
    if len(units) > 1:
        found["merge.documents"] = None
    return tuple(found)


def _conflicts(units: Sequence[Unit], dates: Sequence[EventDate], date: EventDate) -> tuple[str, ...]:
    """What the documents disagree on, in words: date, amount, type."""
    found = []
    others = disagreeing(date, dates)
    if others:
        said = [f"{written(date)} ({date.document_id})", *(f"{written(d)} ({d.document_id})" for d in others)]
        found.append("date: " + " | ".join(said))
    amounts: dict[tuple[str, float], str] = {}
    for unit in units:
        if unit.amount:
            key = (unit.amount.currency, unit.amount.value)
            amounts.setdefault(key, f"{unit.amount.text} ({unit.document_id})")
    if len({currency for currency, _ in amounts}) < len(amounts):  # two currencies alone are no disagreement
        found.append("amount: " + " | ".join(amounts[key] for key in sorted(amounts)))
    types: dict[str, str] = {}
    for unit in units:
        types.setdefault(unit.type, f"{unit.type} ({unit.document_id})")
    if len(types) > 1:
        found.append("type: " + " | ".join(types[key] for key in sorted(types)))
    return tuple(found)


def first_mentions(event: Event) -> tuple[Mention, ...]:
    """The main mention of each document of an event.

    >>> from timeline.model import EventMention
    >>> m = Mention("d", EventMention(0, 1, 0, 1, 0, "fine", "actual"), EventDate())
    >>> len(first_mentions(Event("e", "", "fine", "actual", EventDate(), (m, m))))
    1
    """
    found: dict[str, Mention] = {}
    for mention in event.mentions:
        found.setdefault(mention.document_id, mention)
    return tuple(found.values())
