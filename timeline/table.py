"""The event table and the evidence table: columns, order and dtypes declared once, checked when built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from timeline.errors import DataError
from timeline.event_types import event_group
from timeline.jurisdictions import jurisdiction_level, jurisdiction_name
from timeline.model import ActorRole, Document, Event, Mention

#: Column -> pandas dtype. "list" columns hold Python lists of str (actor_roles: of dicts with name, role and maybe id).
EVENT_COLUMNS: dict[str, str] = {
    "event_id": "str",
    "title": "str",
    "event_type": "str",
    "event_group": "str",
    "factuality": "str",
    "status": "str",
    "date_start": "datetime64[us]",
    "date_end": "datetime64[us]",
    "date_precision": "str",
    "edtf": "str",
    "date_role": "str",
    "date_basis": "str",
    "date_text": "str",
    "date_anchor": "datetime64[us]",
    "actors": "list",
    "actor_roles": "list",
    "jurisdictions": "list",
    "jurisdiction_names": "list",
    "jurisdiction_level": "str",
    "instrument": "str",
    "matter_id": "str",
    "amount": "float64",
    "currency": "str",
    "sentence": "str",
    "document_id": "str",
    "span_start": "int64",
    "span_end": "int64",
    "mentions": "int64",
    "sources": "int64",
    "source_url": "str",
    "publisher": "str",
    "published": "datetime64[us]",
    "language": "str",
    "confidence": "float64",
    "conflicts": "list",
    "rule_ids": "list",
}

EVIDENCE_COLUMNS: dict[str, str] = {
    "event_id": "str",
    "document_id": "str",
    "field": "str",
    "value": "str",
    "start": "int64",
    "end": "int64",
    "words": "str",
    "rule_id": "str",
}


def build_frame(records: list[dict[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    """A frame with exactly ``columns``, in order and dtype, from one dict a row.

    >>> build_frame([], EVIDENCE_COLUMNS).shape
    (0, 8)
    """
    extra = {key for record in records for key in record} - columns.keys()
    missing = {key for record in records for key in columns if key not in record}
    if extra or missing:
        raise DataError(f"table rows do not fit the schema: unknown {sorted(extra)}, missing {sorted(missing)}")
    frame = pd.DataFrame({name: [record[name] for record in records] for name in columns})
    return frame.astype({name: ("object" if dtype == "list" else dtype) for name, dtype in columns.items()})


def to_table(events: Iterable[Event], documents: Mapping[str, Document]) -> pd.DataFrame:
    """The event table: one row an event, sorted by first possible day, then last, undated rows at the end.

    >>> to_table([], {}).columns[0]
    'event_id'
    """
    return build_frame([_row(event, documents) for event in sorted(events, key=order)], EVENT_COLUMNS)


def order(event: Event) -> tuple[Any, ...]:
    """Sort key: by time where there is one (a row open to the left by its last day), then by id."""
    first, last = event.date.first, event.date.last
    return (
        (first is None and last is None, first or last, last or first, event.id) if first or last else (True, event.id)
    )


def _row(event: Event, documents: Mapping[str, Document]) -> dict[str, Any]:
    main = event.mentions[0]
    document = documents[main.document_id]
    codes = [j.code for j in event.jurisdictions]
    return {
        "event_id": event.id,
        "title": event.title,
        "event_type": event.event_type,
        "event_group": event_group(event.event_type),
        "factuality": event.factuality,
        "status": "machine",
        "date_start": event.date.first,
        "date_end": event.date.last,
        "date_precision": event.date.precision,
        "edtf": event.date.edtf,
        "date_role": event.date.role,
        "date_basis": event.date.basis,
        "date_text": event.date.text,
        "date_anchor": event.date.anchor,
        "actors": [a.name for a in event.actors],
        "actor_roles": [_role(a) for a in event.actors],
        "jurisdictions": codes,
        "jurisdiction_names": [jurisdiction_name(code) for code in codes],
        "jurisdiction_level": _level(codes),
        "instrument": event.instrument.name if event.instrument else "",
        "matter_id": event.matter_id,
        "amount": event.amount.value if event.amount else float("nan"),
        "currency": event.amount.currency if event.amount else "",
        "sentence": main.sentence,
        "document_id": main.document_id,
        "span_start": main.event.start,
        "span_end": main.event.end,
        "mentions": len(event.mentions),
        "sources": len({m.document_id for m in event.mentions}),
        "source_url": document.url,
        "publisher": document.publisher,
        "published": document.published,
        "language": document.language,
        "confidence": event.confidence,
        "conflicts": list(event.conflicts),
        "rule_ids": list(event.rule_ids),
    }


def _role(actor: ActorRole) -> dict[str, str]:
    return {"name": actor.name, "role": actor.role} | ({"id": actor.id} if actor.id else {})


def _level(codes: list[str]) -> str:
    """The widest level among the codes: an act of the Union that names a member state is supranational."""
    levels = {jurisdiction_level(code) for code in codes}
    return next((level for level in ("supranational", "national", "subnational") if level in levels), "")


def evidence_table(events: Iterable[Event], documents: Mapping[str, Document]) -> pd.DataFrame:
    """The evidence table: one row per event, field and mention, with ``text[start:end] == words``.

    A value without words of its own (a bound, a catalogue date) has an empty span and its reason in ``value``.
    """
    records: list[dict[str, Any]] = []
    for event in sorted(events, key=order):
        for mention in event.mentions:
            records += _mention_evidence(event, mention, documents[mention.document_id].text)
        if event.date not in {m.date for m in event.mentions}:
            records.append(_date_evidence(event.id, event.mentions[0].document_id, event))
    return build_frame(records, EVIDENCE_COLUMNS)


def _mention_evidence(event: Event, mention: Mention, text: str) -> list[dict[str, Any]]:
    trigger = mention.event
    parts: list[tuple[str, str, int, int, str]] = [
        ("event", trigger.event_type, trigger.start, trigger.end, " ".join(trigger.rule_ids)),
        (
            "date",
            mention.date.edtf if mention.date.end else mention.date.reason,
            mention.date.start,
            mention.date.end,
            mention.date.rule_id,
        ),
        *(("actor", f"{a.name} ({a.role})", a.start, a.end, a.rule_id) for a in mention.actors),
        *(("jurisdiction", j.code, j.start, j.end, j.rule_id) for j in mention.jurisdictions),
    ]
    if mention.instrument:
        i = mention.instrument
        parts.append(("instrument", i.name, i.start, i.end, i.rule_id))
    if mention.amount:
        m = mention.amount
        parts.append(("amount", f"{m.value:.2f} {m.currency}", m.start, m.end, m.rule_id))
    return [
        {
            "event_id": event.id,
            "document_id": mention.document_id,
            "field": field,
            "value": value,
            "start": start,
            "end": end,
            "words": text[start:end],
            "rule_id": rule,
        }
        for field, value, start, end, rule in parts
    ]


def _date_evidence(event_id: str, document_id: str, event: Event) -> dict[str, Any]:
    """The date of a merged event that none of its mentions states by itself."""
    day = event.date
    return {
        "event_id": event_id,
        "document_id": day.document_id or document_id,
        "field": "date",
        "value": day.reason or day.edtf,
        "start": 0,
        "end": 0,
        "words": "",
        "rule_id": day.rule_id,
    }
