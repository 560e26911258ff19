"""The page: a few places for Dash's components, and the shell around them as markup.

The shell is part of the HTML that the server sends first, so that the page shows before a script has run; the scripts
draw the first answer into it and move its parts into the places of the layout once React has made them.
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
from timeline.dashboard.tables_pane import make_as_of, make_panes, make_still_panes, make_tabs

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
    ids.ADD_BACK,
    ids.ADD_JOB,
)
_FILTERS_WORDS, _PANEL_WORDS = attributes({"aria-label": "Filters"}), attributes({"aria-label": "Details"})


def make_layout(*, can_add: bool) -> html.Div:
    """The places that Dash fills; ``assets/`` moves the parts of the still picture into the others."""
    return _frame(
        {},
        make_panes(),
        [
            *([add_dialog()] if can_add else []),
            *(dcc.Store(id=name) for name in _STORES),
            dcc.Store(id=ids.GRAPH_PARTS, data=make_graph()),
            dcc.Store(id=ids.BOOT, data=1),
            dcc.Store(id=ids.VERSION, data=1),
        ],
    )


def _frame(slots: Mapping[str, Any], panes: Sequence[Any], more: Sequence[Any]) -> html.Div:
    """The places of the page; ``slots`` fills those that are no matter of Dash."""
    return html.Div(
        [
            html.Div(slots.get("skip-slot"), id="skip-slot"),
            html.Header(slots.get("header-slot"), id="header-slot", className="header"),
            html.Div(
                [
                    html.Aside(slots.get("filters-pane"), id="filters-pane", className="filters", **_FILTERS_WORDS),
                    html.Main(
                        [
                            html.Div(slots.get("top-slot"), id="top-slot", className="through"),
                            make_plot(),
                            html.Div(slots.get("legend-slot"), id="legend-slot", className="legend"),
                            html.Section(
                                [html.Div(slots.get("tabs-slot"), id="tabs-slot", className="tab-row"), *panes],
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
            html.Div(slots.get("dialogs-slot"), id="dialogs-slot"),
            *more,
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
    """What the server sends first: the page as a still picture, which the scripts bring to life before React stands.

    They draw the first answer into it, and move its parts into React's places once these exist.
    """
    still = html.Div(_frame(slots, make_still_panes(slots["pane-next"]), []), id="still")
    later = [name for name in slots if name.startswith("add-")]
    templates = "".join(f'<template data-slot="{name}">{as_html(slots[name])}</template>' for name in later)
    return f'{as_html(still)}<div id="react-entry-point"></div>{templates}'
