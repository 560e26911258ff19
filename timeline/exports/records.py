"""Events as plain records for JSON: merged rows with their mentions, and the line form of one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.model import Document, Event

if TYPE_CHECKING:
    import pandas as pd


def event_record(event: Event) -> dict[str, Any]:
    """An event of one document as the per-document line form has it.

    Keys: type, spans, start, end, precision, edtf, basis, role, factuality, jurisdictions, actors, title, confidence.
    """
    return {
        "type": event.event_type,
        "spans": [[m.event.start, m.event.end] for m in event.mentions],
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


def row_records(events: pd.DataFrame, evidence: pd.DataFrame | None) -> Iterator[dict[str, Any]]:
    """Each row by its columns' names, with "type", and "mentions" as [{"document_id", "span": [start, end]}, ...].

    Mentions come from the evidence rows of field "event"; without evidence from the row's own span.
    """
    spans = _mention_spans(evidence)
    columns = [[_plain(value) for value in events[name].tolist()] for name in events.columns]
    for values in zip(*columns, strict=True):
        row = dict(zip(events.columns, values, strict=True))
        own = [{"document_id": row["document_id"], "span": [row["span_start"], row["span_end"]]}]
        row["type"] = row["event_type"]
        row["mentions"] = spans.get(row["event_id"], own)
        yield row


def _mention_spans(evidence: pd.DataFrame | None) -> dict[str, list[dict[str, Any]]]:
    spans: dict[str, list[dict[str, Any]]] = {}
    if evidence is None:
        return spans
    rows = evidence[evidence["field"] == "event"]
    for event, document, *span in zip(rows["event_id"], rows["document_id"], rows["start"], rows["end"], strict=True):
        spans.setdefault(event, []).append({"document_id": document, "span": [int(place) for place in span]})
    return spans


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
