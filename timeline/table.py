"""The event table and the evidence table: columns, order and dtypes declared once, checked when built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from timeline.errors import DataError
from timeline.model import ActorRole, CodedJurisdiction, Document, Event, Mention

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
