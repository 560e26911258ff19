"""JSON with a header object, and JSON lines."""

from __future__ import annotations

import json

from timeline.exports.content import Content
from timeline.exports.records import row_records


def to_json(content: Content) -> bytes:
    """{"meta": the statement, "events": [...], "evidence": [...] where it was given}."""
    rows = list(row_records(content.events, content.evidence))
    file: dict[str, object] = {"meta": content.statement.as_dict(), "events": rows}
    if content.evidence is not None:
        file["evidence"] = content.evidence.to_dict(orient="records")
    return (json.dumps(file, ensure_ascii=False, indent=1) + "\n").encode()


def to_jsonl(content: Content) -> bytes:
    """An event a line: the table's columns by name, "type", and "mentions" with their spans."""
    rows = row_records(content.events, content.evidence)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
