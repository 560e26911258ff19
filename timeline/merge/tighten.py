"""Bounds for what no text dates: the solver's variables out of events and documents, its limits back into dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from timeline.merge.bounds import Network, Order
from timeline.merge.dates import MAX_DAY, MIN_DAY, between, days, written
from timeline.merge.relations import Day, Published, orders
from timeline.model import Document, Event, EventDate, Issue

_OPEN = frozenset({"bounded", "unknown"})
_MAX_STEPS = 3


def tighten_bounds(
    events: Iterable[Event], documents: Mapping[str, Document] | None = None
) -> tuple[tuple[Event, ...], tuple[Issue, ...]]:
    """The events with the narrowest bounds that follow from what the texts order, and what contradicts.

    Dates that a text or the catalogue gives are never moved. A document without a date of its own lies after what it
    tells as past and before what it tells as coming; an issue states the result. Where two statements cannot both
    hold, an issue quotes the sentences and names the statement that was left out, the weakest of them.

    >>> tighten_bounds([])
    ((), ())
    """
    told = tuple(events)
    known = documents or {}
    network, issues = _solve(told, known)
    result = tuple(_tightened(event, network) for event in told)
    return result, (*issues, *_publication_issues(told, known, network))


def publication_bounds(
    events: Iterable[Event], documents: Mapping[str, Document] | None = None
) -> dict[str, EventDate]:
    """Document id -> when it was published, for the documents whose date is not known but bounded by what they tell.

    >>> publication_bounds([])
    {}
    """
    told = tuple(events)
    network, _ = _solve(told, documents or {})
    return _published(told, documents or {}, network)


def _solve(events: Sequence[Event], documents: Mapping[str, Document]) -> tuple[Network, list[Issue]]:
    network = Network()
    for event in events:
        low, high = days(event.date)
        if low > high:
            low, high = MIN_DAY, MAX_DAY
        if event.date.precision == "interval" and high != MAX_DAY:
            high = low if low != MIN_DAY else high  # a period is placed by its first day
        reason = _own_reason(event)
        network.add(event.id, low, high, reason, reason)
    for document_id in sorted({m.document_id for e in events for m in e.mentions}):
        document = documents.get(document_id)
        if document and document.published:
            day = document.published.toordinal()
            reason = f"published on {document.published}"
            network.add(Published(document_id), day, day, reason, reason)
        else:
            network.add(Published(document_id))
    issues = []
    for order in orders(events, documents):
        for side in (order.earlier, order.later):
            if isinstance(side, Day) and side not in network:
                network.add(side, side.ordinal, side.ordinal)
        if clash := network.constrain(order):
            issues.append(_contradiction(order, clash))
    return network, issues


def _own_reason(event: Event) -> str:
    name = event.title or event.event_type.replace("_", " ")
    if event.date.basis in _OPEN:
        return event.date.reason
    source = "catalogue" if event.date.basis == "reference" else f"“{event.date.text}”" if event.date.text else "text"
    return f"{name}: {written(event.date)} ({source})"


def _contradiction(order: Order, clash: Sequence[Order]) -> Issue:
    others = [o for o in clash if o is not order]
    quoted = "; ".join(f"{o.reason}: “{_short(o.words)}”" for o in (order, *others[:2]) if o.words)
    return Issue(order.document_id, "bounds", f"Left out, for it contradicts what else is known: {quoted}")


def _short(words: str) -> str:
    return words if len(words) <= 160 else words[:157].rstrip() + "..."


def _tightened(event: Event, network: Network) -> Event:
    if event.date.basis not in _OPEN:
        return event
    low, high = network.limits(event.id)
    if (low, high) == days(event.date):
        return event
    reason = _reason(event.id, network, low, high)
    first = date.fromordinal(low) if low != MIN_DAY else None
    last = date.fromordinal(high) if high != MAX_DAY else None
    return replace(event, date=replace(between(event.date, first, last, reason, "bounds.order"), basis="bounded"))


def _reason(variable: object, network: Network, low: int, high: int) -> str:
    parts = []
    if low != MIN_DAY:
        parts.append(f"not before {date.fromordinal(low)} ({_chain(variable, network, 'low')})")
    if high != MAX_DAY:
        parts.append(f"not after {date.fromordinal(high)} ({_chain(variable, network, 'high')})")
    return "; ".join(parts)


def _chain(variable: object, network: Network, side: str) -> str:
    steps = [s for s in dict.fromkeys(network.chain(variable, side)) if s]
    if len(steps) > _MAX_STEPS:
        steps = [*steps[: _MAX_STEPS - 1], "…", steps[-1]]
    return " <- ".join(steps)


def _published(events: Sequence[Event], documents: Mapping[str, Document], network: Network) -> dict[str, EventDate]:
    found: dict[str, EventDate] = {}
    for document_id in sorted({m.document_id for e in events for m in e.mentions}):
        document = documents.get(document_id)
        if document and document.published:
            continue
        low, high = network.limits(Published(document_id))
        if low == MIN_DAY and high == MAX_DAY:
            continue
        first = date.fromordinal(low) if low != MIN_DAY else None
        last = date.fromordinal(high) if high != MAX_DAY else None
        reason = _reason(Published(document_id), network, low, high)
        found[document_id] = replace(between(EventDate(), first, last, reason, "bounds.publication"), basis="bounded")
    return found


def _publication_issues(events: Sequence[Event], documents: Mapping[str, Document], network: Network) -> list[Issue]:
    return [
        Issue(document_id, "bounds", f"The day of publication is not known; from what it tells: {day.reason}")
        for document_id, day in _published(events, documents, network).items()
    ]
