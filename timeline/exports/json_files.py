"""JSON with a header object, and JSON lines."""

from __future__ import annotations

import json

import pandas as pd

from timeline.exports.records import row_records
from timeline.exports.statement import Statement


def to_json(events: pd.DataFrame, evidence: pd.DataFrame | None, statement: Statement) -> bytes:
    """{"meta": the statement, "events": [...], "evidence": [...] where it was given}."""
    content: dict[str, object] = {"meta": statement.as_dict(), "events": list(row_records(events, evidence))}
    if evidence is not None:
        content["evidence"] = evidence.to_dict(orient="records")
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def to_jsonl(events: pd.DataFrame, evidence: pd.DataFrame | None, statement: Statement) -> bytes:
    """An event a line: the table's columns by name, "type", and "mentions" with their spans."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in row_records(events, evidence)).encode()
