"""Lists of events beside the table: a cell's members, a matter, the undated tray, what is next, the issues of a run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import numpy as np
from dash import html

from timeline.dashboard.dataset import OPEN_HIGH, Dataset
from timeline.dashboard.parts import action, swatch
from timeline.dashboard.selection import Selection
from timeline.dashboard.words import DATE_ROLES, FACTUALITY, as_date, day_words, row_date_words, type_label
from timeline.model import Issue

_SHOWN: Final = 200
_EPOCH = date(1970, 1, 1)


def event_list(data: Dataset, rows: Any, *, current: str = "") -> html.Ul:
    """Events as buttons that open them."""
    return html.Ul(
        [html.Li(_entry(row, current)) for row in data.events.iloc[rows].to_dict("records")], className="events"
    )


def _entry(row: dict[str, Any], current: str) -> html.Button:
    real = "" if row["factuality"] == "actual" else FACTUALITY.get(row["factuality"], row["factuality"])
    places = ", ".join(row["jurisdiction_names"])
    role = "" if row["date_role"] == "occurred" else DATE_ROLES.get(row["date_role"], "")
    return action(
        [
            html.Span(row_date_words(row), className="entry-when"),
            html.Span([swatch(row["event_group"]), row["title"]], className="entry-title"),
            html.Span(
                " · ".join(p for p in (type_label(row["event_type"]), places, role, real) if p), className="entry-what"
            ),
        ],
        "select",
        row["event_id"],
        className="entry" + (" current" if row["event_id"] == current else ""),
        aria_current="true" if row["event_id"] == current else "false",
    )


def undated_list(selection: Selection) -> list[Any]:
    """The events that no text dates, with the bounds that follow for them."""
    rows = np.flatnonzero(selection.data.undated & selection.mask)
    if not len(rows):
        return [html.P("Every event shown has a date.", className="hint")]
    words = "No text dates these events. Where bounds follow, the timeline draws them pale; the others are only here."
    return [html.P(words, className="hint"), event_list(selection.data, rows[:_SHOWN]), _rest(len(rows))]


def _rest(total: int) -> html.P | None:
    return html.P(f"{total - _SHOWN:,} more: filter to see them.", className="hint") if total > _SHOWN else None


def default_as_of(data: Dataset) -> date | None:
    """The newest day of publication: what was coming, seen from the end of the material."""
    return as_date(data.events["published"].max()) if data.size else None


def upcoming(selection: Selection, as_of: date) -> Any:
    """Rows of what is still to come on ``as_of``: deadlines, entries into force, hearings and all that is scheduled."""
    data = selection.data
    day = (as_of - _EPOCH).days
    ahead = (data.high > day) & (data.high < OPEN_HIGH) | (data.high == OPEN_HIGH) & data.drawable
    return np.flatnonzero(selection.mask & data.coming & ahead)


def next_list(selection: Selection, as_of: date | None) -> list[Any]:
    """What is next, nearest first."""
    if as_of is None:
        return [html.P("Nothing is scheduled.", className="hint")]
    rows = upcoming(selection, as_of)
    if not len(rows):
        return [html.P(f"Nothing among the events shown is due on {day_words(as_of)} or later.", className="hint")]
    words = f"Due on {day_words(as_of)} or later: deadlines, entries into force, hearings and whatever is scheduled."
    return [html.P(words, className="hint"), event_list(selection.data, rows[:_SHOWN]), _rest(len(rows))]


def issue_list(issues: Sequence[Issue]) -> list[Any]:
    """What the run could not do."""
    if not issues:
        return [html.P("Nothing went wrong while the documents were read.", className="hint")]
    rows = [html.Tr([html.Td(i.document_id), html.Td(i.stage), html.Td(i.message)]) for i in issues[:_SHOWN]]
    head = html.Thead(html.Tr([html.Th("Document"), html.Th("Stage"), html.Th("What happened")]))
    return [html.Table([head, html.Tbody(rows)], className="why"), _rest(len(issues))]
