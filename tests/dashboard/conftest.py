"""A table of 300 synthetic events and one of a few hand-made ones, ready to be asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from tests.synthetic import make_synthetic
from timeline.dashboard.dataset import Dataset, make_dataset
from timeline.table import EVENT_COLUMNS, EVIDENCE_COLUMNS, build_frame

_PLAIN: dict[str, Any] = {
    "event_type": "fine", "event_group": "enforcement", "factuality": "actual", "status": "machine",
    "date_precision": "day",
    "edtf": "", "date_role": "occurred", "date_basis": "explicit", "date_text": "", "date_anchor": None,
    "jurisdiction_level": "", "instrument": "", "matter_id": "", "amount": float("nan"), "currency": "", "sentence": "",
    "document_id": "d", "span_start": 0, "span_end": 0, "mentions": 1, "sources": 1, "source_url": "", "publisher": "",
    "published": None, "language": "en", "confidence": 0.5,
}  # fmt: skip


@pytest.fixture(scope="session")
def events() -> Dataset:
    """300 synthetic events."""
    table = make_synthetic(300)
    return make_dataset(table.events, table.evidence, table.documents)


@pytest.fixture(scope="session")
def make() -> Callable[..., Dataset]:
    """A dataset of events given by what matters: ``make({"date_start": "2023-05-01", ...}, ...)``."""

    def build(*given: dict[str, Any]) -> Dataset:
        rows = []
        for number, values in enumerate(given):
            lists = {name: [] for name, dtype in EVENT_COLUMNS.items() if dtype == "list"}
            row = {
                "event_id": f"e{number}",
                "title": f"Event {number}",
                **_PLAIN,
                **lists,
                "date_start": None,
                "date_end": None,
            }
            row |= values
            row |= {"jurisdiction_names": list(row["jurisdictions"])}
            rows.append({name: row[name] for name in EVENT_COLUMNS})
        frame = build_frame(rows, EVENT_COLUMNS) if rows else build_frame([], EVENT_COLUMNS)
        for name, dtype in EVENT_COLUMNS.items():
            if dtype.startswith("datetime"):
                frame[name] = pd.to_datetime(frame[name]).astype(dtype)
        return make_dataset(frame, build_frame([], EVIDENCE_COLUMNS), {})

    return build
