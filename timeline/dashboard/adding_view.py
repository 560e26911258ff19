"""The dialog to add documents."""

from __future__ import annotations

from dash import dcc, html

from timeline.dashboard import ids
from timeline.dashboard.adding import MAX_BYTES
from timeline.dashboard.parts import action, attributes, icon


def add_dialog() -> html.Dialog:
    """Drop files, or paste text; a line tells how the reading goes."""
    return html.Dialog(
        [
            html.Div([html.H2("Add documents"), action(icon("close"), "close", "add-dialog", className="button square", aria_label="Close")], className="pane-head"),
            html.P("Articles, press releases, laws: as text, Markdown, HTML, PDF, DOCX or e-mail. They stay on this machine.", className="hint"),
            dcc.Upload(
                html.Div([icon("add"), html.Span("Drop files here, or press Enter to choose them")], className="drop"),
                id=ids.UPLOAD, multiple=True, max_size=MAX_BYTES, className="upload", className_active="upload over", className_reject="upload refused",
            ),
            html.Label("or paste the text of an article", htmlFor=ids.PASTE),
            dcc.Textarea(id=ids.PASTE, className="field paste", placeholder="Paste here …", maxLength=2_000_000),
            html.Div(id=ids.ADD_NOTE, className="add-note", role="status", **attributes({"aria-live": "polite"})),
            html.Progress(id="add-progress", hidden=True, **attributes({"aria-label": "Reading the documents"})),
            html.Div(
                [
                    html.Button("Stop", id=ids.ADD_CANCEL, type="button", className="button", hidden=True),
                    html.Button("Find events", id=ids.ADD_RUN, type="button", className="button primary"),
                ],
                className="dialog-foot",
            ),
            dcc.Interval(id=ids.ADD_TICK, interval=400, disabled=True),
        ],
        id="add-dialog",
        className="dialog",
        **attributes({"aria-label": "Add documents"}),
    )  # fmt: skip
