"""TimelineJS (Knight Lab) JSON: a slide for each dated event; all text escaped, as TimelineJS shows it as HTML."""

from __future__ import annotations

import html
import json
from typing import Any

import pandas as pd

from timeline.event_types import event_label, group_labels
from timeline.exports.cells import rows_of, without_controls
from timeline.exports.content import Content
from timeline.exports.terminal import shown_date


def to_timelinejs(content: Content) -> bytes:
    """{"title", "events", "meta"}; a row without any day is counted on the title slide instead."""
    rows = rows_of(content.events)
    slides = [_slide(row) for row in rows if not (pd.isna(row["date_start"]) and pd.isna(row["date_end"]))]
    story = {
        "title": {"text": {"headline": "Regulatory events", "text": _shown(content.statement.sentence())}},
        "events": slides,
        "meta": content.statement.as_dict(),
    }
    return (json.dumps(story, ensure_ascii=False, indent=1) + "\n").encode()


def _slide(row: dict[str, Any]) -> dict[str, Any]:
    first, last = row["date_start"], row["date_end"]
    start = last if pd.isna(first) else first
    source = row["source_url"]
    link = f' <a href="{html.escape(source)}">Source</a>' if source.startswith(("http://", "https://")) else ""
    slide: dict[str, Any] = {
        "unique_id": row["event_id"],
        "start_date": _date(start),
        "display_date": _shown(shown_date(row["edtf"], first, last)),
        "group": group_labels().get(row["event_group"], row["event_group"]),
        "text": {
            "headline": _shown(row["title"]),
            "text": f"<p>{_shown(row['sentence'])}</p><p>{_shown(_facts(row))}{link}</p>",
        },
    }
    if not pd.isna(first) and not pd.isna(last) and last > first:
        slide["end_date"] = _date(last)
    return slide


def _facts(row: dict[str, Any]) -> str:
    place = ", ".join(row["jurisdiction_names"])
    return "; ".join(
        part for part in (event_label(row["event_type"]), row["factuality"], place, row["publisher"]) if part
    )


def _date(day: pd.Timestamp) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _shown(text: str) -> str:
    return html.escape(without_controls(text))
