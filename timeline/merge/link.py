"""Linking events to the catalogue: type, parties, place and bounds must fit, and nothing else may fit about as well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from timeline.instruments import find_instruments
from timeline.kinship import kin
from timeline.merge.combine import combine
from timeline.merge.dates import is_fixed
from timeline.merge.features import make_units, merged_unit
from timeline.merge.fit import Candidate, Fit, fit
from timeline.merge.instrument_names import instrument_kind
from timeline.merge.reference import ReferenceEvent
from timeline.merge.score import places_meet
from timeline.merge.tighten import tighten_bounds
from timeline.model import Document, Event, Instrument
from timeline.sentences import split_sentences

#: Points by which a record must lead over the next best of another day.
LEAD = 1.0
_MAX_ROUNDS = 4


class Catalogue:
    """The records by what an event could share with them."""

    def __init__(self, records: Iterable[ReferenceEvent]) -> None:
        self._by_type: dict[str, list[ReferenceEvent]] = defaultdict(list)
        self._near: dict[tuple[str, frozenset[str]], list[ReferenceEvent]] = {}
        for record in records:
            self._by_type[record.event_type].append(record)

    def _candidates(self, event_type: str, codes: frozenset[str]) -> list[ReferenceEvent]:
        """Records of kindred types in places that agree."""
        key = (event_type, codes)
        if key not in self._near:
            kindred = [r for t in sorted(kin(event_type)) for r in self._by_type.get(t, ())]
            self._near[key] = [r for r in kindred if not codes or places_meet(codes, r.jurisdictions)]
        return self._near[key]

    def fits(self, candidate: Candidate) -> list[tuple[float, ReferenceEvent, Fit]]:
        """Records that fit at all, best first."""
        found = []
        for record in self._candidates(candidate.event.event_type, candidate.unit.codes):
            fitted = fit(candidate, record)
            if not fitted.veto:
                found.append((fitted.score, record, fitted))
        return sorted(found, key=lambda item: (-item[0], item[1].id))


def choose(catalogue: Catalogue, candidate: Candidate) -> tuple[ReferenceEvent, Fit] | None:
    """The record that ``candidate`` is, or None when none fits or two fit about as well on different days."""
    ranked = catalogue.fits(candidate)
    if not ranked or not ranked[0][2].accepted:
        return None
    score, record, fitted = ranked[0]
    for other_score, other, _ in ranked[1:]:
        if score - other_score >= LEAD:
            break
        if other.date != record.date:
            return None
    return record, fitted


def link_reference(
    events: Iterable[Event], catalogue: Sequence[ReferenceEvent], documents: Mapping[str, Document] | None = None
) -> tuple[Event, ...]:
    """The events, dated by the catalogue where a record is theirs beyond doubt; order kept.

    A link needs kinship of type, a party or instrument in common, a compatible place and compatible dates; and no other
    record may fit about as well. The date's ``reason`` names the record, its source and why it fits; its basis is
    ``reference``. An event that a text dates keeps its own date: the record confirms it, or stands in ``conflicts``.
    Within a document one record is one event: the best fitting takes it. What is linked bounds the rest (an undated
    text that tells the start of 2024 as coming was written before), so linking goes on until nothing more follows.

    >>> link_reference([], ())
    ()
    """
    known = documents or {}
    result = list(events)
    index = Catalogue(catalogue)
    for _ in range(_MAX_ROUNDS):
        bounded, _issues = tighten_bounds(result, known)
        prepared = [c for c in _candidates(result, bounded, known) if not c.event.reference_id]
        taken = {(m.document_id, e.reference_id) for e in result if e.reference_id for m in e.mentions}
        links = _one_per_document(prepared, index, taken)
        if not links:
            break
        result = [linked(e, *links[e.id]) if e.id in links else e for e in result]
    return _united(result, known)


def _united(events: Sequence[Event], documents: Mapping[str, Document]) -> tuple[Event, ...]:
    """Events of different documents that are one record's are one event, in the place of the first."""
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.reference_id:
            told[event.reference_id].append(event)
    united: dict[str, Event] = {}
    for same in told.values():
        if len(same) > 1:
            units = make_units(same, documents)
            leading = next(e for e in same if units[0].document_id in {m.document_id for m in e.mentions})
            one = replace(_carried(combine(units, {}), same), id=leading.id)
            united.update((e.id, one) for e in same)
    result = []
    for event in events:
        new = united.get(event.id, event)
        if new is event or event is told[event.reference_id][0]:  # the others are in it now
            result.append(new)
    return tuple(result)


def _carried(event: Event, parts: Sequence[Event]) -> Event:
    """The united event with the link, and the catalogue's date unless a text fixes one."""
    rules = tuple(dict.fromkeys((*event.rule_ids, *(r for p in parts for r in p.rule_ids))))
    conflicts = tuple(dict.fromkeys((*event.conflicts, *(c for p in parts for c in p.conflicts))))
    date = event.date if is_fixed(event.date) else next(p.date for p in parts if p.date.basis == "reference")
    return replace(event, date=date, rule_ids=rules, conflicts=conflicts, reference_id=parts[0].reference_id)


def _candidates(
    events: Sequence[Event], bounded: Sequence[Event], documents: Mapping[str, Document]
) -> list[Candidate]:
    """The events prepared for comparison, with the bounds that follow so far."""
    context: dict[str, set[str]] = defaultdict(set)
    for event in events:
        if event.reference_id:
            for mention in event.mentions:
                context[mention.document_id].update(j.code for j in event.jurisdictions)
    found = []
    for event, limits in zip(events, bounded, strict=True):
        unit = merged_unit(event)
        known = [documents[m.document_id].published for m in event.mentions if m.document_id in documents]
        published = [day.toordinal() for day in known if day]
        codes = frozenset(c for m in event.mentions for c in context.get(m.document_id, ()))
        found.append(Candidate(limits, unit, min(published, default=None), codes))
    return found


def _one_per_document(
    prepared: Sequence[Candidate], index: Catalogue, taken: set[tuple[str, str]]
) -> dict[str, tuple[ReferenceEvent, Fit]]:
    """Links by event id; of several events of a document that fit one record the best takes it, if it is not taken."""
    chosen = [(c, found) for c in prepared if (found := choose(index, c))]
    chosen.sort(key=lambda item: (-item[1][1].score, item[0].event.id))
    links: dict[str, tuple[ReferenceEvent, Fit]] = {}
    for candidate, (record, fitted) in chosen:
        places = {(m.document_id, record.id) for m in candidate.event.mentions}
        if not places & taken:
            taken |= places
            links[candidate.event.id] = (record, fitted)
    return links


def linked(event: Event, record: ReferenceEvent, fitted: Fit) -> Event:
    """``event`` with the record's date and instrument, or with its own where a text gives them."""
    reason = f"{record.date.reason}; {fitted.reason()}"
    rules = tuple(dict.fromkeys((*event.rule_ids, f"reference.{record.id}")))
    conflicts = tuple(dict.fromkeys((*event.conflicts, *([fitted.conflict] if fitted.conflict else []))))
    own = event.instrument or next((m.instrument for m in event.mentions if m.instrument), None)
    return replace(
        event,
        reference_id=record.id,
        date=event.date if is_fixed(event.date) else replace(record.date, reason=reason),
        instrument=own or record_instrument(record),
        rule_ids=rules,
        conflicts=conflicts,
    )


@cache
def record_instrument(record: ReferenceEvent) -> Instrument | None:
    """The record's bill, law or case as a text that names it would have it, without words; None where it names none."""
    name, rule = record.instrument, f"reference.{record.id}"
    if not name:
        return None
    page = Document("", name)
    found = find_instruments(page, split_sentences(page))
    if found and found[0].end - found[0].start >= len(name) - 2:
        return replace(found[0], start=0, end=0, text="", rule_id=rule)
    return Instrument(0, 0, "", name, instrument_kind(name), "", rule_id=rule)
