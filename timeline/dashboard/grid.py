"""The table below the timeline: its columns, its rows, its order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from dash import html

from timeline.dashboard.dataset import Dataset
from timeline.dashboard.parts import attributes
from timeline.dashboard.selection import Selection
from timeline.dashboard.window import read_window
from timeline.dashboard.words import BASIS, DATE_ROLES, FACTUALITY, row_date_words, type_label

Rows = npt.NDArray[np.intp]


def _column(field: str, name: str, width: int, *, hide: bool = False, **more: Any) -> dict[str, Any]:
    return {
        "field": field,
        "headerName": name,
        "width": width,
        "hide": hide,
        "sortable": True,
        "resizable": True,
        **more,
    }


COLUMNS: Final[list[dict[str, Any]]] = [
    _column("date_start", "When", 172),
    _column("title", "Event", 420, flex=1, minWidth=220),
    _column("event_type", "Type", 128),
    _column("jurisdictions", "Jurisdiction", 136),
    _column("actors", "Actors", 190),
    _column("factuality", "How real", 96),
    _column("date_basis", "Date from", 98),
    _column("instrument", "Instrument", 140, hide=True),
    _column("date_role", "Date is", 110, hide=True),
    _column("edtf", "EDTF", 130, hide=True),
    _column("date_text", "Words of the date", 150, hide=True),
    _column("amount", "Amount", 130, hide=True),
    _column("publisher", "Publisher", 150, hide=True),
    _column("published", "Published", 120, hide=True),
    _column("sources", "Sources", 90, hide=True),
    _column("status", "Checked", 100, hide=True),
    _column("confidence", "Confidence", 100, hide=True),
    _column("sentence", "Sentence", 400, hide=True),
    _column("event_id", "Id", 130, hide=True),
]
_LONG_MONTHS: Final = re.compile(r"\b(?:January|February|August|September|October|November|December)\b")
_SORTABLE = {column["field"] for column in COLUMNS}


def grid_options() -> dict[str, Any]:
    """Options of the grid: one row at a time is selected, rows come in blocks from the server."""
    return {
        "theme": "themeQuartz",
        "rowSelection": {"mode": "singleRow", "checkboxes": False, "enableClickSelection": True},
        "cacheBlockSize": 100,
        "maxBlocksInCache": 20,
        "infiniteInitialRowCount": 1,
        "rowHeight": 32,
        "headerHeight": 34,
        "animateRows": False,
        "suppressCellFocus": False,
        "suppressDragLeaveHidesColumns": True,
        "enableCellTextSelection": True,
        "tooltipShowDelay": 400,
    }


def table_rows(selection: Selection, table: Mapping[str, Any] | None, scene: Mapping[str, Any] | None) -> Rows:
    """Rows of the event table as the grid shows them: those selected, of the window alone if asked, in its order."""
    table = table if isinstance(table, Mapping) else {}
    rows = selection.rows
    if table.get("follow") is True:
        window = read_window(scene, selection)
        low, high = selection.data.extent
        rows = rows[(low[rows] < window.end) & (high[rows] > window.start) & selection.data.drawable[rows]]
    return sort_rows(selection.data, rows, table.get("sort"))


def shown_rows(selection: Selection, table: Mapping[str, Any] | None, scene: Mapping[str, Any] | None) -> Rows:
    """:func:`table_rows`, kept with the selection."""
    table = table if isinstance(table, Mapping) else {}
    window = str((scene or {}).get("w")) if table.get("follow") is True else ""
    key = ("table", str(table.get("sort")), window)
    return selection.memo(key, lambda: table_rows(selection, table, scene))


def row_index(
    selection: Selection, event_id: str, table: Mapping[str, Any] | None, scene: Mapping[str, Any] | None
) -> int | None:
    """Where in the table an event stands, if it stands there."""
    position = selection.data.position(event_id)
    if position is None or not selection.mask[position]:
        return None
    found = np.flatnonzero(shown_rows(selection, table, scene) == position)
    return int(found[0]) if len(found) else None


def sort_rows(data: Dataset, rows: Rows, model: Any) -> Rows:
    """Rows in the order of AG Grid's sort model; by time where it says nothing."""
    keys = (
        [(m.get("colId"), m.get("sort")) for m in model if isinstance(m, Mapping)]
        if isinstance(model, Sequence)
        else []
    )
    for column, direction in reversed([(str(c), d) for c, d in keys if c in _SORTABLE]):
        ranks = data.ranks(column)[rows]
        order = np.argsort(-ranks if direction == "desc" else ranks, kind="stable")
        rows = rows[order]
    return rows


def grid_block(data: Dataset, rows: Rows, start: int, end: int) -> list[dict[str, Any]]:
    """The cells of a block of rows, as words."""
    return [_cells(row) for row in data.events.iloc[rows[start:end]].to_dict("records")]


def first_rows(block: Sequence[Mapping[str, Any]]) -> html.Div:
    """Rows as plain markup, to look at until the grid stands."""
    shown = [column for column in COLUMNS if not column["hide"]]
    lines = [[column["headerName"] for column in shown]] + [[row[column["field"]] for column in shown] for row in block]
    return html.Div(
        [
            html.Div(
                [html.Span(words, className=f"c-{column['field']}") for column, words in zip(shown, line, strict=True)],
                className="row" if number else "row head",
            )
            for number, line in enumerate(lines)
        ],
        className="first-rows",
        id="first-rows",
        **attributes({"aria-hidden": "true"}),
    )


def _cells(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        "event_id": row["event_id"],
        "date_start": _LONG_MONTHS.sub(lambda month: month[0][:3], row_date_words(row)),
        "title": row["title"],
        "event_type": type_label(row["event_type"]),
        "jurisdictions": ", ".join(row["jurisdiction_names"]),
        "actors": ", ".join(row["actors"]),
        "factuality": FACTUALITY.get(row["factuality"], row["factuality"]),
        "date_basis": row["date_basis"] if row["date_basis"] in BASIS else "",
        "instrument": row["instrument"],
        "date_role": DATE_ROLES.get(row["date_role"], row["date_role"]),
        "edtf": row["edtf"],
        "date_text": row["date_text"],
        "amount": "" if pd.isna(row["amount"]) else f"{row['amount']:,.0f} {row['currency']}",
        "publisher": row["publisher"],
        "published": "" if pd.isna(row["published"]) else row["published"].date().isoformat(),
        "sources": int(row["sources"]),
        "status": row["status"],
        "confidence": round(float(row["confidence"]), 2),
        "sentence": row["sentence"],
    }
