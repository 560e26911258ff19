"""The page: header, filters, timeline, table and side panel; static, the callbacks fill it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import dash_ag_grid as dag
from dash import dcc, html

from timeline.dashboard import ids
from timeline.dashboard.adding_view import add_dialog
from timeline.dashboard.grid import COLUMNS, grid_options
from timeline.dashboard.lanes import LANE_KINDS
from timeline.dashboard.parts import action, attributes, icon

FACETS: Final = (
    ("type", "Type of event"),
    ("jurisdiction", "Jurisdiction"),
    ("actor", "Actor"),
    ("factuality", "How real"),
    ("publisher", "Publisher"),
    ("status", "Checked"),
)
_LANE_WORDS = {"jurisdiction": "Jurisdiction", "actor": "Actor", "type": "Type", "matter": "Matter"}
_GRAPH_CONFIG = {
    "displayModeBar": False,
    "scrollZoom": True,
    "doubleClick": False,
    "showTips": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
}


def facet_list_id(facet: str) -> str:
    """The id of the list of choices of a facet."""
    return f"facet-{facet}"


def make_layout(formats: Sequence[tuple[str, str]], *, can_add: bool) -> html.Div:
    """The whole page; ``formats`` are (name, label) pairs of what can be downloaded."""
    stores = [
        ids.FILTERS,
        ids.SCENE,
        ids.SELECTED,
        ids.SCREEN,
        ids.STRIP,
        ids.FIGURE,
        ids.ASKED,
        ids.TABLE,
        ids.READ,
        ids.ADD_JOB,
    ]
    return html.Div(
        [
            html.A("Skip to the table", href="#table-pane", className="skip"),
            _header(formats, can_add=can_add),
            html.Div([_filters(), _main(), _panel()], className="body", id="body"),
            *([add_dialog()] if can_add else []),
            _help_dialog(),
            html.Dialog(
                id="reader-dialog",
                className="reader",
                children=html.Div(id=ids.READER),
                **attributes({"aria-label": "Source text"}),
            ),
            html.Div(id="tip", className="tip", role="tooltip", hidden=True),
            html.Div(id="say", className="visually-hidden", role="status", **attributes({"aria-live": "polite"})),
            html.Div(id="toast", className="toast", role="status", **attributes({"aria-live": "polite"})),
            *(dcc.Store(id=name) for name in stores),
            dcc.Store(id=ids.BOOT, data=1),
            dcc.Store(id=ids.VERSION, data=1),
        ],
        className="app",
        id="app",
    )


def _header(formats: Sequence[tuple[str, str]], *, can_add: bool) -> html.Header:
    download = html.Details(
        [
            html.Summary(
                [icon("download"), html.Span("Download", className="wide")],
                className="button",
                **attributes({"aria-label": "Download"}),
            ),
            html.Div(
                [
                    html.P("Exactly the rows of the table", className="menu-title"),
                    *(action(label, "download", name, className="menu-item") for name, label in formats),
                    html.P("The timeline as a picture", className="menu-title"),
                    action("PNG", "picture", "png", className="menu-item"),
                    action("SVG", "picture", "svg", className="menu-item"),
                ],
                className="menu",
            ),
        ],
        className="menu-box",
    )
    add = action(
        [icon("add"), html.Span("Add documents", className="wide")],
        "open",
        "add-dialog",
        className="button primary",
        aria_label="Add documents",
    )
    return html.Header(
        [
            html.Div(
                [html.Span(className="logo", **attributes({"aria-hidden": "true"})), html.H1("Timeline")],
                className="brand",
            ),
            html.Div(
                [
                    icon("search"),
                    html.Label("Search events", htmlFor=ids.SEARCH, className="visually-hidden"),
                    dcc.Input(
                        id=ids.SEARCH,
                        type="search",
                        placeholder="Search titles, sentences, actors …",
                        className="search",
                        autoComplete="off",
                        maxLength=200,
                    ),
                ],
                className="search-box",
            ),
            html.Div(
                [
                    action(
                        [icon("filter"), html.Span("Filters", className="wide")],
                        "filters",
                        className="button only-narrow",
                        aria_label="Filters",
                        aria_expanded="false",
                        aria_controls="filters-pane",
                    ),
                    *([add] if can_add else []),
                    download,
                    action(
                        [icon("link"), html.Span("Copy link", className="wide")],
                        "copy-link",
                        className="button",
                        aria_label="Copy a link to this view",
                    ),
                    action(icon("theme"), "theme", className="button square", aria_label="Light or dark"),
                    action(
                        icon("help"),
                        "open",
                        "help-dialog",
                        className="button square",
                        aria_label="How to read and use the timeline",
                    ),
                ],
                className="actions",
            ),
        ],
        className="header",
    )


def _filters() -> html.Aside:
    return html.Aside(
        [
            html.Div(
                [
                    html.H2("Filters"),
                    action("Clear all", "clear", className="quiet", id="clear-all"),
                    action(icon("close"), "filters", className="button square only-narrow", aria_label="Close filters"),
                ],
                className="pane-head",
            ),
            *(_facet(facet, label) for facet, label in FACETS[:3]),
            _period(),
            *(_facet(facet, label, opened=facet != "status") for facet, label in FACETS[3:]),
        ],
        className="filters",
        id="filters-pane",
        **attributes({"aria-label": "Filters"}),
    )


def _facet(facet: str, label: str, *, opened: bool = True) -> html.Details:
    extra: list[Any] = []
    if facet == "actor":
        extra = [
            html.Label("Find an actor", htmlFor="actor-search", className="visually-hidden"),
            dcc.Input(
                id="actor-search",
                type="search",
                placeholder="Find an actor …",
                className="field",
                autoComplete="off",
                maxLength=100,
            ),
        ]
    if facet == "jurisdiction":
        extra = [
            action(
                "Acts of the EU count for its members",
                "union",
                className="check",
                role="checkbox",
                aria_checked="false",
                id="union-counts",
            )
        ]
    return html.Details(
        [html.Summary(html.H3(label)), *extra, html.Div(id=facet_list_id(facet), className="choices")],
        open=opened,
        className="facet",
    )


def _period() -> html.Details:
    def field(name: str, label: str) -> html.Div:
        return html.Div(
            [
                html.Label(label, htmlFor=name),
                dcc.Input(
                    id=name,
                    type="text",
                    placeholder="2023 or 2023-05-24",
                    className="field",
                    autoComplete="off",
                    maxLength=10,
                ),
            ]
        )

    return html.Details(
        [
            html.Summary(html.H3("Period")),
            html.Div([field(ids.PERIOD_FROM, "From"), field(ids.PERIOD_TO, "To")], className="period"),
            html.P(id="period-error", className="error", role="alert"),
            html.Div(
                [
                    action("Possibly within", "surely", "no", className="segment", aria_pressed="true"),
                    action("Surely within", "surely", "yes", className="segment", aria_pressed="false"),
                ],
                className="segments",
                role="group",
                **attributes({"aria-label": "An event whose day is uncertain counts when it lies in the period"}),
            ),
        ],
        open=True,
        className="facet",
    )


def _main() -> html.Main:
    return html.Main(
        [
            html.Div(
                [
                    html.Div(
                        "Loading the events …",
                        id=ids.STATUS,
                        className="status",
                        role="status",
                        **attributes({"aria-live": "polite"}),
                    ),
                    html.Div(id=ids.CHIPS, className="chips"),
                ],
                className="status-row",
            ),
            _toolbar(),
            html.Div(
                id="strip",
                className="strip",
                role="group",
                **attributes({"aria-label": "Overview of the whole time: drag the window or its ends"}),
            ),
            html.Div(
                [
                    html.Div(
                        html.Div(
                            [_graph(), html.Div(id="ring", className="ring", hidden=True)], className="plot-inner"
                        ),
                        className="plot-scroll",
                        id="plot-scroll",
                    ),
                    html.Div(id="plot-empty", className="empty", hidden=True),
                    html.Div("Drawing the timeline …", id="plot-wait", className="wait"),
                ],
                className="plot",
                id="plot",
                tabIndex=0,
                role="application",
                **attributes(
                    {
                        "aria-label": "Timeline. Left and right arrow keys go from event to event, Enter opens one, plus and minus zoom, question mark lists all keys.",
                        "aria-describedby": "say",
                    }
                ),
            ),
            _legend(),
            _tabs(),
        ],
        className="main",
    )


def _graph() -> dcc.Graph:
    return dcc.Graph(
        id=ids.GRAPH,
        figure={"data": [], "layout": {"height": 320, "xaxis": {"visible": False}, "yaxis": {"visible": False}}},
        config=_GRAPH_CONFIG,
    )


def _toolbar() -> html.Div:
    lanes = [
        action(
            _LANE_WORDS[kind],
            "lanes",
            kind,
            className="segment",
            aria_pressed="true" if kind == "jurisdiction" else "false",
        )
        for kind in LANE_KINDS
    ]
    spans = [("10 y", "3652"), ("1 y", "365"), ("3 m", "91"), ("1 m", "30"), ("1 w", "7")]
    words = {"3652": "ten years", "365": "one year", "91": "three months", "30": "one month", "7": "one week"}
    return html.Div(
        [
            html.Div(
                [
                    html.Span("Lanes", className="tool-label"),
                    html.Div(lanes, className="segments", role="group", **attributes({"aria-label": "Lanes by"})),
                ],
                className="tool",
            ),
            html.Div(id=ids.WINDOW_NOTE, className="window-note", **attributes({"aria-live": "polite"})),
            html.Div(
                [
                    html.Div(
                        [
                            action(label, "span", days, className="segment", aria_label=f"Show {words[days]}")
                            for label, days in spans
                        ],
                        className="segments spans",
                        role="group",
                        **attributes({"aria-label": "Length of the window"}),
                    ),
                    action("−", "zoom", "out", className="button square", aria_label="Zoom out", title="Zoom out (−)"),
                    action("+", "zoom", "in", className="button square", aria_label="Zoom in", title="Zoom in (+)"),
                    action("Fit all", "fit", className="button", title="Show all events (0)"),
                    action("Today", "today", className="button", title="Go to today (t)"),
                ],
                className="tool zooms",
            ),
        ],
        className="toolbar",
        role="toolbar",
        **attributes({"aria-label": "View"}),
    )


def _legend() -> html.Div:
    entries = [
        ("happened", "happened"),
        ("coming", "scheduled or proposed"),
        ("checked", "checked by a person"),
        ("band", "day unknown: one of these"),
        ("open", "open side"),
        ("ran", "ran all the time"),
    ]
    return html.Div(
        [
            html.Span(
                [html.Span(className=f"key key-{name}", **attributes({"aria-hidden": "true"})), words],
                className="legend-entry",
            )
            for name, words in entries
        ],
        className="legend",
    )


def _tabs() -> html.Section:
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


def _panel() -> html.Aside:
    return html.Aside(
        html.Div(id=ids.PANEL),
        className="panel",
        id="panel-pane",
        hidden=True,
        tabIndex=-1,
        **attributes({"aria-label": "Details"}),
    )


def _help_dialog() -> html.Dialog:
    keys = [
        ("← →", "previous, next event"), ("↑ ↓", "same, in the lane above or below"), ("Enter", "open the event, or list a cell"), ("Esc", "close"),
        ("+ −", "zoom in, out"), ("Shift ← →", "move in time"), ("0", "fit all events"), ("t", "today"), ("/", "search"), ("1 … 4", "lanes by jurisdiction, actor, type, matter"), ("?", "this list"),
    ]  # fmt: skip
    return html.Dialog(
        [
            html.Div(
                [
                    html.H2("How to read and use the timeline"),
                    action(icon("close"), "close", "help-dialog", className="button square", aria_label="Close"),
                ],
                className="pane-head",
            ),
            html.P(
                "Each mark is an event; its shape and colour tell the group of types (see the filter on the left). A pale band shows the days on which it can lie, a band that fades out has an open side: nothing is drawn more exactly than the text says. When there are too many events to draw one by one, cells show how many there are; a click lists them."
            ),
            html.P(
                "Turn the wheel over the timeline to zoom, drag it to move, drag the window or its ends in the overview."
            ),
            html.Dl([part for key, words in keys for part in (html.Dt(key), html.Dd(words))], className="keys"),
        ],
        id="help-dialog",
        className="dialog",
        **attributes({"aria-label": "How to read and use the timeline"}),
    )
