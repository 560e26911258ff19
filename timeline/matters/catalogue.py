"""The catalogue's milestones of a matter beside what texts tell: one article that names a law is enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from timeline.event_types import event_group
from timeline.knowledge import read_csv
from timeline.matters.group import assign_matters, known_as
from timeline.matters.names import key_of, measures_named
from timeline.merge.dates import days, is_fixed
from timeline.merge.link import record_instrument
from timeline.merge.reference import ReferenceEvent
from timeline.model import ActorRole, CodedJurisdiction, Document, Event


@dataclass(frozen=True, slots=True)
class Ledger:
    """Events of texts and of the catalogue; ``fixed`` is the day on which an event's date was settled, by event id."""

    events: tuple[Event, ...]
    fixed: Mapping[str, date] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


def with_catalogue(
    events: Iterable[Event],
    records: Sequence[ReferenceEvent],
    documents: Iterable[Document] | None = None,
) -> Ledger:
    """The events and, as events without mentions, the records that none of them is.

    Only records with a bill, law or case belong to a matter. With ``documents`` those count whose matter an event
    belongs to or a document names. A start is actual or scheduled as it came or not (``data/matters/starts.csv``).

    >>> with_catalogue([], ()).events
    ()
    """
    told = tuple(events)
    known = {e.reference_id for e in told}
    starts = _starts()
    by_id = {r.id: r for r in records}
    own = [_as_it_came(_sharper(e, by_id.get(e.reference_id))) for e in told]
    added = [_event(r) for r in records if r.instrument and r.id not in known]
    fixed = {
        e.id: day
        for e in (*own, *added)
        if e.reference_id in starts and (act := by_id.get(starts[e.reference_id][0])) and (day := act.date.first)
    }
    both = assign_matters((*own, *added))
    ids = {e.matter_id for e in both if e.matter_id}
    named = ids if documents is None else {e.matter_id for e in both if e.mentions} | _named(documents, ids)
    kept = tuple(e for e in both if e.mentions or (e.matter_id and e.matter_id in named))
    return Ledger(kept, {**_by_enactment(both), **fixed}, {r.id: r.source_url for r in records})


def _named(documents: Iterable[Document], ids: set[str]) -> set[str]:
    """The matters that documents name; of one number in several states, none."""
    by_key: dict[str, set[str]] = {}
    for matter in ids:
        measure = known_as(matter)
        for key in measure.keys if measure else {matter.rpartition("/")[2]}:
            by_key.setdefault(key, set()).add(matter)
    found: set[str] = set()
    for document in documents:
        for instrument in measures_named(document.text):
            matters = by_key.get(key_of(instrument), set())
            found |= matters if len(matters) == 1 else set()
    return found


def _by_enactment(events: Iterable[Event]) -> dict[str, date]:
    """The catalogue's starts and deadlines, settled when the law of their matter was enacted."""
    events = tuple(events)
    enacted: dict[str, date] = {}
    for event in events:
        day = event.date.last
        if event.event_type == "law_enacted" and event.reference_id and event.matter_id and day:
            enacted[event.matter_id] = min(day, enacted.get(event.matter_id, day))
    return {
        e.id: enacted[e.matter_id]
        for e in events
        if e.event_type == "in_force" and e.reference_id and e.matter_id in enacted
    }


def _sharper(event: Event, record: ReferenceEvent | None) -> Event:
    """The event on the catalogue's day where a text says only about when ("last week")."""
    if record is None or event.date.precision == "day" or not is_fixed(event.date):
        return event
    (low, high), (first, last) = days(event.date), days(record.date)
    return replace(event, date=record.date) if low <= first and last <= high else event


def _as_it_came(event: Event) -> Event:
    """A start that a text tells as coming, or as past, by what the catalogue says became of it."""
    if event.event_type != "in_force" or not event.reference_id:
        return event
    came = _starts().get(event.reference_id, ("", True))[1]
    return replace(event, factuality="actual" if came else "scheduled")


@cache
def _starts() -> dict[str, tuple[str, bool]]:
    """Of a start or deadline in the catalogue: the record that settled its day, and whether it came."""
    return {row["id"]: (row["fixed_by"], row["came"] == "yes") for row in read_csv("matters/starts.csv")}


def _actors(record: ReferenceEvent) -> tuple[ActorRole, ...]:
    """Who acts and, where an authority acts, on whom: a record names them in this order."""
    acting = tuple(ActorRole(name, "authority", kind="authority") for name in record.actors[:1])
    if event_group(record.event_type) in {"oversight", "enforcement"}:
        return acting + tuple(ActorRole(name, "target", kind="company") for name in record.actors[1:2])
    return acting


def _event(record: ReferenceEvent) -> Event:
    came = _starts().get(record.id, ("", True))[1]
    return Event(
        id=record.id,
        title=record.title,
        event_type=record.event_type,
        factuality="actual" if came else "scheduled",
        date=record.date,
        mentions=(),
        actors=_actors(record),
        jurisdictions=tuple(CodedJurisdiction(code) for code in sorted(record.jurisdictions)),
        instrument=record_instrument(record),
        confidence=1.0,
        reference_id=record.id,
        rule_ids=(f"reference.{record.id}",),
    )
