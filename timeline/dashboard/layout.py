"""The page: header, filters, timeline, table and side panel; static, the callbacks fill it."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html

from timeline.dashboard import ids
from timeline.dashboard.adding_view import add_dialog
from timeline.dashboard.dialogs import help_dialog, reader_dialog
from timeline.dashboard.filters_pane import make_filters
from timeline.dashboard.header import make_header
from timeline.dashboard.parts import attributes
from timeline.dashboard.plot_pane import make_main


def make_layout(formats: Sequence[tuple[str, str]], *, can_add: bool) -> html.Div:
    """The whole page; ``formats`` are (name, label) pairs of what can be downloaded."""
    stores = [
        ids.FILTERS,
        ids.SCENE,
        ids.SELECTED,
        ids.SCREEN,
        ids.STRIP,
        ids.ROW_AT,
        ids.FIGURE,
        ids.ASKED,
        ids.TABLE,
        ids.READ,
        ids.ADD_JOB,
    ]
    return html.Div(
        [
            html.A("Skip to the timeline", href="#plot", className="skip"),
            html.A("Skip to the table", href="#table-pane", className="skip"),
            make_header(formats, can_add=can_add),
            html.Div([make_filters(), make_main(), _panel()], className="body", id="body"),
            *([add_dialog()] if can_add else []),
            help_dialog(),
            reader_dialog(),
            html.Div(id="say", className="visually-hidden", role="status", **attributes({"aria-live": "polite"})),
            html.Div(id="toast", className="toast", role="status", **attributes({"aria-live": "polite"})),
            *(dcc.Store(id=name) for name in stores),
            dcc.Store(id=ids.BOOT, data=1),
            dcc.Store(id=ids.VERSION, data=1),
        ],
        className="app",
        id="app",
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
