"""Events as plain records for JSON: merged rows with their mentions, and the line form of one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.exports.content import Places
from timeline.model import Document, Event, Mention

if TYPE_CHECKING:
    import pandas as pd


def event_record(event: Event) -> dict[str, Any]:
    """An event of one document as the per-document line form has it.

    Keys: type, spans, start, end, precision, edtf, basis, role, factuality, jurisdictions, actors, title, confidence.
    """
    return {
        "type": event.event_type,
        "spans": [[start, end] for _, start, end in places_of([event])[event.id]],
        "start": _iso(event.date.first),
        "end": _iso(event.date.last),
        "precision": event.date.precision,
        "edtf": event.date.edtf,
        "basis": event.date.basis,
        "role": event.date.role,
        "factuality": event.factuality,
        "jurisdictions": [j.code for j in event.jurisdictions],
        "actors": [a.name for a in event.actors],
        "title": event.title,
        "confidence": round(event.confidence, 4),
    }


def document_record(document: Document, events: Iterable[Event]) -> dict[str, Any]:
    """A document with its own events: {"id", "published", "events": [...]}."""
    return {"id": document.id, "published": _iso(document.published), "events": [event_record(e) for e in events]}


def places_of(events: Iterable[Event]) -> dict[str, list[tuple[str, int, int]]]:
    """For each event id the clause of every mention: (document id, start, end)."""
    return {event.id: [_clause(mention) for mention in event.mentions] for event in events}


def _clause(mention: Mention) -> tuple[str, int, int]:
    return mention.document_id, mention.event.clause_start, mention.event.clause_end


def places_in(evidence: pd.DataFrame) -> dict[str, list[tuple[str, int, int]]]:
    """The same from the evidence table, where the words that tell of the event stand for their clause."""
    places: dict[str, list[tuple[str, int, int]]] = {}
    rows = evidence[evidence["field"] == "event"]
    for event, document, start, end in zip(
        rows["event_id"], rows["document_id"], rows["start"], rows["end"], strict=True
    ):
        places.setdefault(event, []).append((document, int(start), int(end)))
    return places


def row_records(events: pd.DataFrame, places: Places | None) -> Iterator[dict[str, Any]]:
    """Each row by its columns' names, with "type", and "mentions" as [{"document_id", "span": [start, end]}, ...].

    Without ``places`` the only mention is the row's own span.
    """
    columns = [[_plain(value) for value in events[name].tolist()] for name in events.columns]
    for values in zip(*columns, strict=True):
        row = dict(zip(events.columns, values, strict=True))
        own = [(row["document_id"], row["span_start"], row["span_end"])]
        mentions = (places or {}).get(row["event_id"], own)
        row["type"] = row["event_type"]
        row["mentions"] = [{"document_id": document, "span": [start, end]} for document, start, end in mentions]
        yield row


def _plain(value: Any) -> Any:
    """A value of the table as JSON has it: lists, ISO days, numbers, ``None`` for missing."""
    import pandas as pd

    if isinstance(value, str | list):
        return value
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
