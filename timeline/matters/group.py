"""Which events are about one measure or case.

Events with one instrument (bill, law, case, docket, order) under one jurisdiction are one matter. The names that one
measure goes by are one, and the cases about it belong to it (``data/matters/names.csv``); so does a case that a text
tells with the bill in one sentence. An event without an instrument of its own belongs to the one measure that its
sentence names, else it joins the one matter that its own document tells for its jurisdiction and with an actor in
common; where two would do, it joins none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.matters.names import KnownMeasure, key_of, known_measure, known_measures, measures_named
from timeline.merge.names import name_tokens
from timeline.model import Event, Instrument

Home = tuple[str, str]
_BODIES = frozenset({"authority", "court", "legislature", "government", "office", "place"})
#: What a federal court does to a state's law, or when that starts; a hearing in Congress is not of the state's law.
_OF_ANY_LEVEL = frozenset({"lawsuit", "court_ruling", "injunction", "appeal", "trial", "in_force"})
_OFFICIAL = frozenset({"sponsor", "judge", "speaker", "appointee"})


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
        (first or last).isoformat() if first or last else "9999",  # type: ignore[union-attr]  # one is set
        (last or first).isoformat() if first or last else "9999",  # type: ignore[union-attr]  # one is set
        event.id,
    )


def _matter(identifier: str, events: Sequence[Event]) -> Matter:
    names = dict.fromkeys(i.name for e in events for i in _instruments(e))
    if measure := known_as(identifier):
        names = {measure.instrument.name: None, **names}
    codes = sorted({j.code for e in events for j in e.jurisdictions})
    title = next(iter(names), "") or events[0].title
    return Matter(identifier, title, tuple(names), tuple(codes), tuple(events))


def _instruments(event: Event) -> list[Instrument]:
    found = [event.instrument] if event.instrument else []
    found += [m.instrument for m in event.mentions if m.instrument]
    return list({key_of(i): i for i in found}.values())


def _root(event: Event) -> str:
    """The state an event belongs to: the most particular code decides ("US-MT" before "US")."""
    codes = sorted((j.code for j in event.jurisdictions), key=lambda c: (-len(c), c))
    return codes[0] if codes else ""


class _Groups:
    """Union-find over (name, place) keys; the smallest key of a set stands for it."""

    def __init__(self) -> None:
        self._parent: dict[Home, Home] = {}

    def keys(self) -> Iterable[tuple[str, str]]:
        return tuple(self._parent)

    def find(self, key: tuple[str, str]) -> tuple[str, str]:
        self._parent.setdefault(key, key)
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, a: tuple[str, str], b: tuple[str, str]) -> None:
        first, second = sorted((self.find(a), self.find(b)))
        self._parent[second] = first


def _homes(events: Sequence[Event]) -> dict[int, Home]:
    """Index of an event -> the set it belongs to."""
    groups = _Groups()
    held: dict[int, tuple[str, str]] = {}
    for index, event in enumerate(events):
        keys = [(key_of(i), _root(event)) for i in (_instruments(event) or _named(event))]
        for key in keys:
            groups.join(keys[0], key)
        if keys:
            held[index] = keys[0]
    for name, place in sorted(set(groups.keys())):
        if measure := known_measure(name, place):
            groups.join((name, place), (key_of(measure.instrument), measure.place))
    for state, part in _parts(set(groups.keys())):
        groups.join(state, part)
    for first, second in _told_together(events, held):
        groups.join(held[first], held[second])
    homes = {index: groups.find(key) for index, key in held.items()}
    homes.update(_joined(events, homes))
    return homes


def _named(event: Event) -> tuple[Instrument, ...]:
    """The one measure that the sentence of an event without an instrument names; nothing where it names several."""
    found = _in_sentence(event.mentions[0].sentence if event.mentions else "")
    place = _root(event)
    fitting = tuple(i for i in found if not i.jurisdictions or not place or _nested(i.jurisdictions[0], place))
    return fitting if len(fitting) == 1 else ()


_in_sentence = lru_cache(maxsize=65536)(measures_named)


def _nested(first: str, second: str) -> bool:
    """Whether one jurisdiction is the other or a part of it: a federal court rules on a state's law."""
    return first == second or first.startswith(f"{second}-") or second.startswith(f"{first}-")


def _parts(keys: set[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """The key of a federal court, or of no place, and the key of the one place whose instrument has the same name."""
    places: dict[str, list[str]] = defaultdict(list)
    for name, place in sorted(keys):
        places[name].append(place)
    for name, place in sorted(keys):
        within = [p for p in places[name] if p != place and (not place or p.startswith(f"{place}-"))]
        within = [p for p in within if not any(q.startswith(f"{p}-") for q in within)]
        if len(within) == 1:
            yield (name, place), (name, within[0])


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


def _joined(events: Sequence[Event], homes: dict[int, Home]) -> dict[int, Home]:
    """Homes of events without an instrument: the one matter of their documents that fits."""
    by_document: dict[str, set[int]] = defaultdict(set)
    for index in homes:
        for mention in events[index].mentions:
            by_document[mention.document_id].add(index)
    found: dict[int, Home] = {}
    for index, event in enumerate(events):
        if index in homes:
            continue
        near = {i for m in event.mentions for i in by_document.get(m.document_id, ())}
        fitting = {homes[i] for i in near if _related(event, events[i])}
        if len(fitting) == 1:
            found[index] = fitting.pop()
    return found


def _related(event: Event, other: Event) -> bool:
    here, there = _root(event), _root(other)
    unplaced = not here and event.event_type == "in_force"  # "the rules apply from" is of the law just told of
    within = here == there or (event.event_type in _OF_ANY_LEVEL and _nested(here, there))
    if not unplaced and not (here and there and within):
        return False
    ours, theirs = _actors(event), _actors(other)
    return bool(ours & theirs) or not ours or not theirs


def _actors(event: Event) -> set[tuple[str, ...]]:
    """The parties; not who signs, judges or speaks, for a law's sponsor is not whom it binds."""
    return {name_tokens(a.name) for a in event.actors if a.kind not in _BODIES and a.role not in _OFFICIAL}


def _ids(events: Sequence[Event], homes: dict[int, Home]) -> dict[Home, str]:
    """Readable ids: jurisdiction and instrument of the first event that has one, a bill or law before a case."""
    found: dict[Home, list[tuple[bool, bool, str]]] = defaultdict(list)
    for index, home in homes.items():
        place = _root(events[index])
        for instrument in _instruments(events[index]) or _named(events[index]):
            measure = known_measure(key_of(instrument), place)
            is_case = instrument.kind in {"case", "docket"} and measure is None
            found[home].append((measure is None, is_case, _id(measure, instrument, place)))
    return {home: min(options)[2] for home, options in found.items()}


def _id(measure: KnownMeasure | None, instrument: Instrument, place: str) -> str:
    own, where = (measure.instrument, measure.place) if measure else (instrument, place)
    return f"{where}/{key_of(own)}".strip("/")


def known_as(identifier: str) -> KnownMeasure | None:
    """The known measure whose matter has this id.

    >>> found = known_as("US/uspafaca")
    >>> found.id if found else None
    'pafaca'
    """
    return next((m for m in known_measures() if _id(m, m.instrument, m.place) == identifier), None)
