"""The top of the page: search, add, download, link, theme, help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from timeline.dashboard import ids
from timeline.dashboard.download import ZIPPED
from timeline.dashboard.parts import action, attributes, field, icon


def make_header(formats: Sequence[tuple[str, str]], *, can_add: bool) -> list[Any]:
    """``formats`` are (name, label) pairs of what can be downloaded."""
    zipped = [(name, label) for name, label in formats if name.endswith(ZIPPED)]
    plain = [(name, label) for name, label in formats if not name.endswith(ZIPPED)]
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
                    html.Div(
                        [action(label, "download", name, className="menu-item") for name, label in plain],
                        className="menu-grid",
                    ),
                    html.P("With filter and counts beside them (ZIP)", className="menu-title"),
                    html.Div(
                        [
                            action(
                                label.split(" with ")[0], "download", name, className="button small", aria_label=label
                            )
                            for name, label in zipped
                        ],
                        className="menu-row",
                    ),
                    html.P("The timeline as a picture", className="menu-title"),
                    html.Div(
                        [action(name.upper(), "picture", name, className="menu-item") for name in ("png", "svg")],
                        className="menu-grid",
                    ),
                    html.P("Addresses that follow these filters", className="menu-title"),
                    action("Copy the calendar's address", "subscribe", "ics", className="menu-item"),
                    action("Copy the feed's address", "subscribe", "atom", className="menu-item"),
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
    return [
        html.Div(
            [html.Span(className="logo", **attributes({"aria-hidden": "true"})), html.H1("Timeline")],
            className="brand",
        ),
        html.Div(
            [
                icon("search"),
                html.Label("Search events", htmlFor=ids.SEARCH, className="visually-hidden"),
                field(ids.SEARCH, kind="search", placeholder="Search titles, sentences, actors …", longest=200),
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
                _views(),
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
    ]


def _views() -> html.Details:
    """Views kept in this browser: name the one on the screen, open or forget those kept before."""
    return html.Details(
        [
            html.Summary(
                [icon("views"), html.Span("Views", className="wide")],
                className="button",
                **attributes({"aria-label": "Saved views"}),
            ),
            html.Div(
                [
                    html.Label("Keep this view in this browser as", htmlFor="view-name", className="menu-title"),
                    html.Div(
                        [
                            field("view-name", placeholder="A name …", longest=80),
                            action("Save", "save-view", className="button small"),
                        ],
                        className="view-save",
                    ),
                    html.P("No view is kept yet.", className="menu-title", id="views-none"),
                    html.Ul(id="views", className="views"),
                ],
                className="menu",
            ),
        ],
        className="menu-box",
    )
