"""Below the timeline: the table, the undated tray, what is next, the issues."""

from __future__ import annotations

import dash_ag_grid as dag
from dash import dcc, html

from timeline.dashboard import ids
from timeline.dashboard.grid import COLUMNS, grid_options
from timeline.dashboard.parts import action, attributes


def make_tables() -> html.Section:
    """Four lists of the same events, one shown at a time."""
    tabs = [("table", "Table"), ("undated", "Undated"), ("next", "What is next"), ("issues", "Issues")]
    return html.Section(
        [
            html.Div(
                [
                    html.Div(
                        [
                            action(
                                [label, html.Span(id=f"count-{name}", className="badge")],
                                "tab",
                                name,
                                className="tab",
                                role="tab",
                                id=f"tab-{name}",
                                aria_selected="true" if name == "table" else "false",
                                aria_controls=f"pane-{name}",
                            )
                            for name, label in tabs
                        ],
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
                            html.Details(
                                [
                                    html.Summary("Columns", className="button small"),
                                    html.Div(
                                        [
                                            action(
                                                c["headerName"],
                                                "column",
                                                c["field"],
                                                className="check",
                                                role="checkbox",
                                                aria_checked="false" if c.get("hide") else "true",
                                            )
                                            for c in COLUMNS
                                        ],
                                        className="menu right",
                                    ),
                                ],
                                className="menu-box",
                            ),
                        ],
                        className="table-tools",
                        id="table-tools",
                    ),
                ],
                className="tab-row",
            ),
            html.Div(
                dag.AgGrid(
                    id=ids.GRID,
                    columnDefs=COLUMNS,
                    rowModelType="infinite",
                    dashGridOptions=grid_options(),
                    getRowId="params.data.event_id",
                    className="grid",
                    style={"height": "100%", "width": "100%"},
                ),
                id="pane-table",
                className="tab-pane",
                role="tabpanel",
                **attributes({"aria-labelledby": "tab-table"}),
            ),
            html.Div(
                id=ids.UNDATED_PANE,
                className="tab-pane list",
                role="tabpanel",
                hidden=True,
                tabIndex=0,
                children=html.Div(id=ids.UNDATED),
                **attributes({"aria-labelledby": "tab-undated"}),
            ),
            html.Div(
                [
                    html.Div(
                        [
                            html.Label("As of", htmlFor=ids.AS_OF),
                            dcc.Input(
                                id=ids.AS_OF,
                                type="text",
                                className="field",
                                placeholder="2024-01-31",
                                autoComplete="off",
                                maxLength=10,
                                debounce=True,
                            ),
                            action("Today", "as-of-today", className="button small"),
                        ],
                        className="as-of",
                    ),
                    html.Div(id=ids.NEXT),
                ],
                id="pane-next",
                className="tab-pane list",
                role="tabpanel",
                hidden=True,
                tabIndex=0,
                **attributes({"aria-labelledby": "tab-next"}),
            ),
            html.Div(
                id=ids.ISSUES_PANE,
                className="tab-pane list",
                role="tabpanel",
                hidden=True,
                tabIndex=0,
                children=html.Div(id=ids.ISSUES),
                **attributes({"aria-labelledby": "tab-issues"}),
            ),
        ],
        className="tables",
        id="table-pane",
        **attributes({"aria-label": "Lists of events"}),
    )
