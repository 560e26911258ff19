"""Which events are about one measure or case.

Events with one instrument (bill, law, case, docket, order) under one jurisdiction are one matter; a case about a law
belongs to the law's matter when a text tells both in one sentence, or a case name and the bill stand on one event's
mentions. An event without an instrument joins the one matter that its own document tells for its jurisdiction and with
an actor in common; where two would do, it joins none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.merge.instrument_names import instrument_key
from timeline.merge.names import name_tokens
from timeline.model import Event, Instrument

_BODIES = frozenset({"authority", "court", "legislature", "government", "office", "place"})


@dataclass(frozen=True, slots=True)
class Matter:
    """One measure or case: ``id`` is readable and stable ("US-MT/sb419"), ``events`` stand in order of time."""

    id: str
    title: str
    instruments: tuple[str, ...]
    jurisdictions: tuple[str, ...]
    events: tuple[Event, ...]


def assign_matters(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, in the given order, each with the id of its matter; "" where it is about none.

    >>> assign_matters([])
    ()
    """
    told = tuple(events)
    homes = _homes(told)
    names = _ids(told, homes)
    return tuple(
        replace(event, matter_id=names.get(homes[i], "")) if i in homes else replace(event, matter_id="")
        for i, event in enumerate(told)
    )


def matters(events: Iterable[Event]) -> tuple[Matter, ...]:
    """All matters with their events in order of time, the matters by id.

    >>> matters([])
    ()
    """
    grouped: dict[str, list[Event]] = defaultdict(list)
    for event in assign_matters(events):
        if event.matter_id:
            grouped[event.matter_id].append(event)
    return tuple(_matter(key, sorted(grouped[key], key=in_time)) for key in sorted(grouped))


def in_time(event: Event) -> tuple[str, str, str]:
    """Sort key: first possible day (an event open to the left by its last), then last, then id; undated at the end."""
    first, last = event.date.first, event.date.last
    return (
        (first or last).isoformat() if first or last else "9999",  # type: ignore[union-attr]
        (last or first).isoformat() if first or last else "9999",  # type: ignore[union-attr]
        event.id,
    )


def _matter(identifier: str, events: Sequence[Event]) -> Matter:
    names = dict.fromkeys(i.name for e in events for i in _instruments(e))
    codes = sorted({j.code for e in events for j in e.jurisdictions})
    title = next(iter(names), "") or events[0].title
    return Matter(identifier, title, tuple(names), tuple(codes), tuple(events))


def _instruments(event: Event) -> list[Instrument]:
    found = [event.instrument] if event.instrument else []
    found += [m.instrument for m in event.mentions if m.instrument]
    return list({instrument_key(i): i for i in found}.values())


def _root(event: Event) -> str:
    """The state an event belongs to: the most particular code decides ("US-MT" before "US")."""
    codes = sorted((j.code for j in event.jurisdictions), key=lambda c: (-len(c), c))
    return codes[0] if codes else ""


class _Groups:
    """Union-find over hashable keys; the smallest key of a set stands for it."""

    def __init__(self) -> None:
        self._parent: dict[object, object] = {}

    def find(self, key: object) -> object:
        self._parent.setdefault(key, key)
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, a: object, b: object) -> None:
        first, second = sorted((self.find(a), self.find(b)), key=repr)
        self._parent[second] = first


def _homes(events: Sequence[Event]) -> dict[int, object]:
    """Index of an event -> the set it belongs to."""
    groups = _Groups()
    held: dict[int, tuple[str, str]] = {}
    for index, event in enumerate(events):
        keys = [(instrument_key(i), _root(event)) for i in _instruments(event)]
        for key in keys:
            groups.join(keys[0], key)
        if keys:
            held[index] = keys[0]
    for state, part in _parts(set(held.values())):
        groups.join(state, part)
    for first, second in _told_together(events, held):
        groups.join(held[first], held[second])
    homes = {index: groups.find(key) for index, key in held.items()}
    homes.update(_joined(events, homes))
    return homes


def _parts(keys: set[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """A federal court's key and the key of the one state whose instrument has the same name."""
    parts: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for name, place in sorted(keys):
        if "-" in place:
            parts[name, place.split("-")[0]].append((name, place))
    yield from ((key, found[0]) for key, found in sorted(parts.items()) if key in keys and len(found) == 1)


def _country(event: Event) -> str:
    return _root(event).split("-")[0]


def _told_together(events: Sequence[Event], held: dict[int, tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Pairs of a case and a measure that one sentence tells under one jurisdiction."""
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index in held:
        for mention in events[index].mentions:
            places[mention.document_id, mention.event.sentence].append(index)
    for place in sorted(places):
        cases = [i for i in places[place] if _kind(events[i]) == "case"]
        measures = [i for i in places[place] if _kind(events[i]) == "measure"]
        if len({held[m] for m in measures}) == 1:
            yield from ((measures[0], c) for c in cases if _country(events[c]) == _country(events[measures[0]]))


def _kind(event: Event) -> str:
    kinds = {i.kind for i in _instruments(event)}
    return "case" if kinds & {"case", "docket"} else "measure" if kinds else ""


def _joined(events: Sequence[Event], homes: dict[int, object]) -> dict[int, object]:
    """Homes of events without an instrument: the one matter of their documents that fits."""
    by_document: dict[str, set[int]] = defaultdict(set)
    for index in homes:
        for mention in events[index].mentions:
            by_document[mention.document_id].add(index)
    found: dict[int, object] = {}
    for index, event in enumerate(events):
        if index in homes:
            continue
        near = {i for m in event.mentions for i in by_document.get(m.document_id, ())}
        fitting = {homes[i] for i in near if _related(event, events[i])}
        if len(fitting) == 1:
            found[index] = fitting.pop()
    return found


def _related(event: Event, other: Event) -> bool:
    if _root(event) != _root(other) or not _root(event):
        return False
    ours, theirs = _actors(event), _actors(other)
    return bool(ours & theirs) or not ours or not theirs


def _actors(event: Event) -> set[tuple[str, ...]]:
    return {name_tokens(a.name) for a in event.actors if a.kind not in _BODIES}


def _ids(events: Sequence[Event], homes: dict[int, object]) -> dict[object, str]:
    """Readable ids: jurisdiction and instrument of the first event that has one, a bill or law before a case."""
    found: dict[object, list[tuple[bool, str, str]]] = defaultdict(list)
    for index, home in homes.items():
        for instrument in _instruments(events[index]):
            is_case = instrument.kind in {"case", "docket"}
            place = _root(events[index])
            found[home].append((is_case, f"{place}/{instrument_key(instrument)}".strip("/"), place))
    return {home: min(options)[1] for home, options in found.items()}
