"""The middle of the page: what is shown in words, the tools, the overview, the timeline, the legend."""

from __future__ import annotations

from typing import Any, Final

from dash import dcc, html

from timeline.dashboard import ids
from timeline.dashboard.lanes import LANE_KINDS
from timeline.dashboard.parts import action, attributes

_LANE_WORDS = {"jurisdiction": "Jurisdiction", "actor": "Actor", "type": "Type", "matter": "Matter"}
_GRAPH_CONFIG: Final[Any] = {
    "displayModeBar": False,
    "scrollZoom": True,
    "doubleClick": False,
    "showTips": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
}
_PLOT_WORDS: Final = (
    "Timeline. Left and right arrow keys go from event to event, Enter opens one, plus and minus zoom, "
    "question mark lists all keys."
)


def make_top() -> list[Any]:
    """Above the timeline: the status line with the filters as chips, the tools, the overview."""
    live = attributes({"aria-live": "polite"})
    return [
        html.Div(
            [
                html.Div("Loading the events …", id=ids.STATUS, className="status", role="status", **live),
                html.Div(id=ids.CHIPS, className="chips"),
                html.Div(id=ids.WINDOW_NOTE, className="window-note", **live),
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
        html.Div(id="say", className="visually-hidden", role="status", **live),
        html.Div(id="tip", className="tip", role="tooltip", hidden=True),
    ]


def make_plot() -> html.Div:
    """The timeline itself."""
    return html.Div(
        [
            html.Div(
                html.Div(
                    [
                        html.Div(id=ids.GRAPH_PLACE),
                        html.Div(id="preview", className="preview", hidden=True),
                        html.Div(id="ring", className="ring", hidden=True),
                    ],
                    className="plot-inner",
                ),
                className="plot-scroll",
                id="plot",
                tabIndex=0,
                role="application",
                **attributes({"aria-label": _PLOT_WORDS, "aria-describedby": "say"}),
            ),
            html.Div(id="plot-empty", className="empty", hidden=True),
            html.Div("Drawing the timeline …", id="plot-wait", className="wait"),
        ],
        className="plot",
    )


def make_graph() -> dict[str, Any]:
    """The figure's component as JSON; the scripts put it in its place once the first, plain drawing stands."""
    graph: Any = dcc.Graph(id=ids.GRAPH, config=_GRAPH_CONFIG)
    parts = graph.to_plotly_json()
    return {"type": parts["type"], "namespace": parts["namespace"], "props": parts["props"]}


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


def make_legend() -> list[Any]:
    """What the ways of drawing mean."""
    entries = [
        ("happened", "happened"),
        ("coming", "scheduled or proposed"),
        ("checked", "checked by a person"),
        ("band", "day unknown: one of these"),
        ("open", "open side"),
        ("ran", "ran all the time"),
    ]
    cells = html.Span(
        [
            html.Span(id="legend-least"),
            html.Span(className="key key-scale", **attributes({"aria-hidden": "true"})),
            html.Span(id="legend-most"),
        ],
        className="legend-entry of-cells",
    )
    return [
        cells,
        *(
            html.Span(
                [html.Span(className=f"key key-{name}", **attributes({"aria-hidden": "true"})), words],
                className="legend-entry",
            )
            for name, words in entries
        ),
    ]
