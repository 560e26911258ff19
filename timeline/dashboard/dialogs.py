"""The dialogs: how to read and use the timeline, the text of a source."""

from __future__ import annotations

from typing import Final

from dash import html

from timeline.dashboard import ids
from timeline.dashboard.parts import action, attributes, icon

_KEYS: Final = (
    ("← →", "previous, next event"),
    ("↑ ↓", "nearest event in the lane above, below"),
    ("Home End", "first, last event in view"),
    ("Enter", "open the event, or list a cell"),
    ("Esc", "close"),
    ("+ −", "zoom in, out"),
    ("Shift ← →", "move in time"),
    ("0", "fit all events"),
    ("t", "today"),
    ("/", "search"),
    ("1 … 4", "lanes by jurisdiction, actor, type, matter"),
    ("?", "this list"),
)
_HOW_TO_READ: Final = (
    "Each mark is an event; its shape and colour tell the group of types (see the filters). A pale band shows "
    "the days on "
    "which it can lie, a band that fades out has an open side: nothing is drawn more exactly than the text says. Where "
    "there are too many events to draw one by one, cells show how many there are; a click lists them."
)
_HOW_TO_USE: Final = (
    "Turn the wheel over the timeline to zoom and drag it to move; drag the window or its ends in the overview. "
    "The address "
    "of the page always holds the whole view: copy it to share what you see."
)


def help_dialog() -> html.Dialog:
    """How to read and use the timeline, with all keys."""
    title = "How to read and use the timeline"
    return html.Dialog(
        [
            html.Div(
                [
                    html.H2(title),
                    action(icon("close"), "close", "help-dialog", className="button square", aria_label="Close"),
                ],
                className="pane-head",
            ),
            html.P(_HOW_TO_READ),
            html.P(_HOW_TO_USE),
            html.Dl([part for key, words in _KEYS for part in (html.Dt(key), html.Dd(words))], className="keys"),
        ],
        id="help-dialog",
        className="dialog",
        **attributes({"aria-label": title}),
    )


def reader_dialog() -> html.Dialog:
    """The text of a source; a callback fills it."""
    return html.Dialog(
        html.Div(id=ids.READER), id="reader-dialog", className="reader", **attributes({"aria-label": "Source text"})
    )
