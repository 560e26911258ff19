"""An Atom feed (RFC 4287) of the events, newest source first; ids and times come from the data alone."""

from __future__ import annotations

import uuid
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pandas as pd

from timeline.event_types import event_label
from timeline.exports.cells import rows_of, without_controls
from timeline.exports.content import Content
from timeline.exports.terminal import shown_date

_NAMESPACE = uuid.UUID("6f5a2f5c-6a0f-5c43-9b3e-0d9d6c1f7a10")
_LONG_AGO = "2000-01-01"


def to_atom(content: Content) -> bytes:
    """A feed whose entries carry title, sentence, date and source; ``updated`` is the source's day of publication."""
    rows = sorted(rows_of(content.events), key=lambda row: (_updated(row), row["event_id"]), reverse=True)
    newest = max((_updated(row) for row in rows), default=_moment(_LONG_AGO))
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{uuid.uuid5(_NAMESPACE, content.statement.filter).urn}</id>",
        "<title>Regulatory events</title>",
        f"<subtitle>{_text(content.statement.sentence())}</subtitle>",
        f"<updated>{newest}</updated>",
        "<generator>timeline</generator>",
        *(_entry(row) for row in rows),
        "</feed>\n",
    ]
    return "\n".join(parts).encode()


def _entry(row: dict[str, Any]) -> str:
    shown = shown_date(row["edtf"], row["date_start"], row["date_end"])
    label = event_label(row["event_type"])
    lines = [
        "<entry>",
        f"<id>{uuid.uuid5(_NAMESPACE, row['event_id']).urn}</id>",
        f"<title>{_text(row['title'])}</title>",
        f"<updated>{_updated(row)}</updated>",
        f"<author><name>{_text(row['publisher'] or row['document_id'])}</name></author>",
        f"<category term={quoteattr(row['event_type'])} label={quoteattr(label)}/>",
        *(f"<category term={quoteattr(code)}/>" for code in row["jurisdictions"]),
        f"<summary>{_text(_summary(row, shown))}</summary>",
    ]
    if row["source_url"].startswith(("http://", "https://")):
        lines.append(f'<link rel="alternate" href={quoteattr(without_controls(row["source_url"]))}/>')
    return "\n".join([*lines, "</entry>"])


def _summary(row: dict[str, Any], shown: str) -> str:
    return f"{shown} ({row['date_basis']}, {row['factuality']}). {row['sentence']}"


def _updated(row: dict[str, Any]) -> str:
    """The day of publication, else the last day the event can lie on."""
    for key in ("published", "date_end", "date_start"):
        if not pd.isna(row[key]):
            return _moment(row[key].date().isoformat())
    return _moment(_LONG_AGO)


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _text(text: str) -> str:
    return escape(without_controls(text))
