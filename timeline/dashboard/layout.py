"""The page: a few places for Dash's components, and the shell around them as markup.

The shell is part of the HTML that the server sends first, so that the page shows before a script has run; the scripts
put the same parts into the places of the layout once React has made them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from dash import dcc, html

from timeline.dashboard import ids
from timeline.dashboard.adding_view import add_body, add_dialog, add_head
from timeline.dashboard.dialogs import help_dialog, reader_dialog
from timeline.dashboard.filters_pane import make_filters
from timeline.dashboard.header import make_header
from timeline.dashboard.markup import as_html
from timeline.dashboard.parts import attributes
from timeline.dashboard.plot_pane import make_graph, make_legend, make_plot, make_top
from timeline.dashboard.tables_pane import make_as_of, make_panes, make_tabs

_STORES: Final = (
    ids.FILTERS,
    ids.SCENE,
    ids.SELECTED,
    ids.SCREEN,
    ids.TABLE,
    ids.ASKED,
    ids.FIGURE,
    ids.ANSWER,
    ids.DETAILS,
    ids.READ,
    ids.TEXT,
    ids.ADD_TEXT,
    ids.ADD_STOP,
    ids.ADD_JOB,
)
_FILTERS_WORDS, _PANEL_WORDS = attributes({"aria-label": "Filters"}), attributes({"aria-label": "Details"})


def make_layout(*, can_add: bool) -> html.Div:
    """The places that Dash fills; ``assets/`` fills the others from :func:`make_slots`."""
    return html.Div(
        [
            html.Div(id="skip-slot"),
            html.Header(id="header-slot", className="header"),
            html.Div(
                [
                    html.Aside(id="filters-pane", className="filters", **_FILTERS_WORDS),
                    html.Main(
                        [
                            html.Div(id="top-slot", className="through"),
                            make_plot(),
                            html.Div(id="legend-slot", className="legend"),
                            html.Section(
                                [html.Div(id="tabs-slot", className="tab-row"), *make_panes()],
                                className="tables",
                                id="table-pane",
                                **attributes({"aria-label": "Lists of events"}),
                            ),
                        ],
                        className="main",
                    ),
                    html.Aside(className="panel", id="panel-pane", hidden=True, tabIndex=-1, **_PANEL_WORDS),
                ],
                className="body",
                id="body",
            ),
            *([add_dialog()] if can_add else []),
            html.Div(id="dialogs-slot"),
            *(dcc.Store(id=name) for name in _STORES),
            dcc.Store(id=ids.GRAPH_PARTS, data=make_graph()),
            dcc.Store(id=ids.BOOT, data=1),
            dcc.Store(id=ids.VERSION, data=1),
        ],
        className="app",
        id="app",
    )


def make_slots(formats: Sequence[tuple[str, str]], *, can_add: bool) -> Mapping[str, Any]:
    """What stands in each place of the shell; ``formats`` are (name, label) pairs of what can be downloaded."""
    skips = [
        html.A("Skip to the timeline", href="#plot", className="skip"),
        html.A("Skip to the table", href="#table-pane", className="skip"),
        html.Div(id="trouble", className="trouble", role="alert", hidden=True),
    ]
    slots = {
        "skip-slot": skips,
        "header-slot": make_header(formats, can_add=can_add),
        "filters-pane": make_filters(),
        "top-slot": make_top(),
        "legend-slot": make_legend(),
        "tabs-slot": make_tabs(),
        "pane-next": make_as_of(),
        "dialogs-slot": [help_dialog(), reader_dialog(), html.Div(id="toast", className="toast", role="status")],
    }
    return slots | ({"add-head": add_head(), "add-body": add_body()} if can_add else {})


def shell(slots: Mapping[str, Any]) -> str:
    """What the server sends first: a still picture of the page where React will start, and the slots as templates."""
    still = html.Div(
        [
            html.Header(slots["header-slot"], className="header"),
            html.Div(
                [
                    html.Aside(slots["filters-pane"], className="filters"),
                    html.Main(
                        [
                            html.Div(slots["top-slot"], className="through"),
                            html.Div(html.Div("Drawing the timeline …", className="wait"), className="plot"),
                            html.Section(html.Div(slots["tabs-slot"], className="tab-row"), className="tables"),
                        ],
                        className="main",
                    ),
                ],
                className="body",
            ),
        ],
        className="app",
        **attributes({"aria-busy": "true"}),
    )
    templates = "".join(f'<template data-slot="{name}">{as_html(nodes)}</template>' for name, nodes in slots.items())
    return f'<div id="react-entry-point">{as_html(still)}</div>{templates}'
