"""The dialog to add documents: drop files, or paste text; a line tells how the reading goes."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from timeline.dashboard import ids
from timeline.dashboard.adding import MAX_BYTES
from timeline.dashboard.markup import Element
from timeline.dashboard.parts import action, attributes, field, icon


def add_dialog() -> html.Dialog:
    """The places of the dialog; only the upload is a component of Dash."""
    upload = dcc.Upload(
        html.Div("Drop files here, or press Enter to choose them", className="drop"),
        id=ids.UPLOAD,
        multiple=True,
        max_size=MAX_BYTES,
        className="upload",
        className_active="upload over",
        className_reject="upload refused",
    )
    return html.Dialog(
        [
            html.Div(id="add-head"),
            upload,
            html.Div(id="add-body"),
            dcc.Interval(id=ids.ADD_TICK, interval=400, disabled=True),
        ],
        id="add-dialog",
        className="dialog",
        **attributes({"aria-label": "Add documents"}),
    )


def add_head() -> list[Any]:
    """Above the place to drop files."""
    return [
        html.Div(
            [
                html.H2("Add documents"),
                action(icon("close"), "close", "add-dialog", className="button square", aria_label="Close"),
            ],
            className="pane-head",
        ),
        html.P(
            "Articles, press releases, laws: as text, Markdown, HTML, PDF, DOCX or e-mail. They stay on this machine. "
            "Only this browser shows their events: until it is closed, timeline serve ends or twelve idle hours pass.",
            className="hint",
        ),
    ]


def add_body() -> list[Any]:
    """Below it: text to paste with its day of publication, what happens, start and stop."""
    return [
        html.Label("or paste the text of an article, or its address", htmlFor=ids.PASTE),
        _text_area(),
        html.Div(
            [
                html.Label("published on", htmlFor=ids.PASTE_DATE),
                field(ids.PASTE_DATE, placeholder="2024-01-31, if known", longest=10),
            ],
            className="paste-date",
        ),
        html.Div(id=ids.ADD_NOTE, className="add-note", role="status", **attributes({"aria-live": "polite"})),
        html.Progress(id="add-progress", hidden=True, **attributes({"aria-label": "Reading the documents"})),
        html.Div(
            [
                action("Take back all that I added", "take-back", className="quiet", id="take-back"),
                action("Stop", "add-stop", className="button", id="add-stop", hidden=True),
                action("Find events", "add-text", className="button primary", id="add-text"),
            ],
            className="dialog-foot",
        ),
    ]


def _text_area() -> Any:
    return Element(
        "textarea", {"id": ids.PASTE, "class": "field paste", "placeholder": "Paste here …", "maxlength": "2000000"}
    )
