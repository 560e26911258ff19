"""What is shown and what is left out, in one line of words and one chip per filter."""

from __future__ import annotations

from typing import Any

from dash import html

from timeline.dashboard.filters import Filters
from timeline.dashboard.parts import action, attributes
from timeline.dashboard.places import ONLY, place_name
from timeline.dashboard.selection import Selection
from timeline.dashboard.words import FACTUALITY, ROLES, STATUS, count_words, type_label


def status_words(selection: Selection) -> str:
    """How many events are shown, how many of them have no date, how many the filters leave out.

    Reads "312 events, 14 undated (9 of them with bounds, drawn pale), filtered by jurisdiction and period; 892 left
    out".
    """
    data = selection.data
    if not data.size:
        return "No events yet: add documents to see theirs."
    undated = int((data.undated & selection.mask).sum())
    bounded = int((data.undated & data.drawable & selection.mask).sum())
    words = count_words(selection.total, "event")
    if undated:
        words += f", {undated:,} undated"
        words += f" ({bounded:,} with bounds, drawn pale)" if bounded else " (listed below)"
    if not selection.masks:
        return words + "."
    asked = _and([word for name in selection.masks for word in _asked(name, selection.filters)])
    left_out = data.size - selection.total
    words += f", filtered by {asked}; {left_out:,} of {data.size:,} left out"
    if "period" in selection.masks:
        dateless = int((selection.but("period") & ~data.drawable).sum())
        words += f", {dateless:,} of them for want of a date" if dateless else ""
    return words + "."


_FACET_WORDS = {
    "jurisdiction": "jurisdiction", "type": "type", "factuality": "how real it is",
    "publisher": "publisher",
    "status": "review", "period": "period", "text": "text", "fresh": "last addition",
}  # fmt: skip


def _asked(name: str, filters: Filters) -> list[str]:
    if name != "actor":
        return [_FACET_WORDS[name]]
    return ["actor"] * bool(filters.actors) + ["role"] * bool(filters.roles)


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def window_words(in_window: int, selection: Selection, mode: str) -> str:
    """How many of the shown events lie in the window, and how they are drawn.

    Reads "87 in this window, 225 outside it".
    """
    drawable = int((selection.data.drawable & selection.mask).sum())
    outside = drawable - in_window
    words = f"{in_window:,} in view"
    words += f", {outside:,} earlier or later" if outside > 0 else ""
    return words + (" · cells hold counts: click to list" if mode in {"cells", "mixed"} else "")


def chips(filters: Filters) -> list[Any]:
    """One button per filter that takes it away again."""
    named = [
        *(("j", code, _place(code)) for code in filters.jurisdictions),
        *(("a", name, name) for name in filters.actors),
        *(("r", role, f"as {ROLES.get(role, role).lower()}") for role in filters.roles),
        *(("t", kind, type_label(kind)) for kind in filters.types),
        *(("f", value, FACTUALITY.get(value, value)) for value in filters.factuality),
        *(("p", name, name) for name in filters.publishers),
        *(("s", value, STATUS.get(value, value)) for value in filters.status),
    ]
    buttons = [_chip(facet, value, label) for facet, value, label in named]
    if filters.since is not None or filters.until is not None:
        buttons.append(_chip("period", "", "Period" + (", surely within" if filters.surely else "")))
    if filters.text:
        buttons.append(_chip("q", "", f"“{filters.text}”"))
    if filters.fresh:
        buttons.append(_chip("new", "", "Added last"))
    if len(buttons) > 1:
        buttons.append(action("Clear all", "clear", className="quiet"))
    return buttons


def _place(code: str) -> str:
    return f"{place_name(code.removeprefix(ONLY))} itself" if code.startswith(ONLY) else place_name(code)


def _chip(facet: str, value: str, label: str) -> html.Button:
    return action(
        [html.Span(label, className="chip-label"), html.Span("×", **attributes({"aria-hidden": "true"}))],
        "drop", value, className="chip", data_facet=facet, aria_label=f"Remove filter {label}", key=f"{facet}-{value}",
    )  # fmt: skip
