"""Below the timeline: the table, the undated tray, what is next, the issues."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import dash_ag_grid as dag
from dash import html

from timeline.dashboard import ids
from timeline.dashboard.grid import COLUMNS, grid_options
from timeline.dashboard.parts import action, attributes, field

_TABS: Final = (("table", "Table"), ("undated", "Undated"), ("next", "What is next"), ("issues", "Issues"))


def make_tabs() -> list[Any]:
    """The tabs with the number in each list, and the tools of the table."""
    return [
        html.Div(
            [_tab(name, label) for name, label in _TABS],
            role="tablist",
            className="tablist",
            **attributes({"aria-label": "Lists of events"}),
        ),
        html.Div(
            [
                action(
                    "Only the window above",
                    "follow",
                    className="check",
                    role="checkbox",
                    aria_checked="false",
                    id="follow",
                ),
                _columns(),
            ],
            className="table-tools",
            id="table-tools",
        ),
    ]


def _tab(name: str, label: str) -> html.Button:
    return action(
        [label, html.Span(id=f"count-{name}", className="badge")],
        "tab",
        name,
        className="tab",
        role="tab",
        id=f"tab-{name}",
        aria_selected="true" if name == "table" else "false",
        aria_controls=f"pane-{name}",
    )


def _columns() -> html.Details:
    boxes = [
        action(
            column["headerName"],
            "column",
            column["field"],
            className="check",
            role="checkbox",
            aria_checked="false" if column.get("hide") else "true",
        )
        for column in COLUMNS
    ]
    return html.Details(
        [html.Summary("Columns", className="button small"), html.Div(boxes, className="menu right")],
        className="menu-box",
    )


def make_as_of() -> list[Any]:
    """The day from which what is next is told."""
    return [
        html.Div(
            [
                html.Label("As of", htmlFor=ids.AS_OF),
                field(ids.AS_OF, placeholder="2024-01-31", longest=10),
                action("Today", "as-of-today", className="button small"),
            ],
            className="as-of",
        ),
        html.Div(id=ids.NEXT),
    ]


def make_panes() -> list[html.Div]:
    """The four lists, one shown at a time."""
    grid = dag.AgGrid(
        id=ids.GRID,
        columnDefs=COLUMNS,
        rowModelType="infinite",
        dashGridOptions=grid_options(),
        getRowId="params.data.event_id",
        className="grid",
        style={"height": "100%", "width": "100%"},
    )
    return [
        html.Div(
            grid, id="pane-table", className="tab-pane", role="tabpanel", **attributes({"aria-labelledby": "tab-table"})
        ),
        *(_list_pane(name) for name, _ in _TABS[1:]),
    ]


def make_still_panes(as_of: Sequence[Any]) -> list[html.Div]:
    """The same four before Dash is there: the first rows stand in for the grid."""
    rows = html.Div(id="pane-table", className="tab-pane", role="tabpanel")
    return [rows, *(_list_pane(name, as_of if name == "next" else None) for name, _ in _TABS[1:])]


def _list_pane(name: str, content: Sequence[Any] | None = None) -> html.Div:
    return html.Div(
        content,
        id=f"pane-{name}",
        className="tab-pane list",
        role="tabpanel",
        hidden=True,
        tabIndex=0,
        **attributes({"aria-labelledby": f"tab-{name}"}),
    )
