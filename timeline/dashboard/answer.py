"""All that the page says about the selected events, beside the timeline and the table, in one answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from timeline.dashboard.facets_view import facet_choices
from timeline.dashboard.figures import make_figure
from timeline.dashboard.filters import partial_date, read_filters
from timeline.dashboard.filters_pane import FILLED, facet_list_id
from timeline.dashboard.grid import first_rows, grid_block, shown_rows
from timeline.dashboard.lists import default_as_of, issue_list, next_list, undated_list, upcoming
from timeline.dashboard.markup import trees
from timeline.dashboard.overview import overview
from timeline.dashboard.screen import read_screen
from timeline.dashboard.selection import Selection, Workspace
from timeline.dashboard.status import chips, status_words, window_words

_FIRST_ROWS: Final = 14


def make_answer(
    selection: Selection, asked: Mapping[str, Any] | None, table: Mapping[str, Any] | None
) -> dict[str, Any]:
    """Status line, chips, choices with counts, overview, the number in each list, and the list that is open."""
    table = table if isinstance(table, Mapping) else {}
    data = selection.data
    period = partial_date(str(table.get("asOf") or ""))
    newest = default_as_of(data)
    as_of = period[0] if period else newest
    lists: dict[str, Callable[[Selection], list[Any]]] = {
        "undated": undated_list,
        "issues": lambda s: issue_list(s.data.issues),
        "next": lambda s: next_list(s, as_of),
    }
    tab = str(table.get("tab"))
    return {
        "status": status_words(selection),
        "chips": trees(chips(selection.filters)),
        "strip": selection.memo("overview", lambda: overview(selection)),
        "facets": {facet_list_id(facet): trees(facet_choices(selection, facet, asked)) for facet in FILLED},
        "counts": {
            "table": f"{selection.total:,}",
            "undated": f"{int((data.undated & selection.mask).sum()):,}",
            "next": f"{len(upcoming(selection, as_of)) if as_of else 0:,}",
            "issues": f"{len(data.issues):,}",
        },
        "tab": tab,
        "list": trees(lists[tab](selection)) if tab in lists else None,
        "asOf": newest.isoformat() if newest else "",
    }


def make_drawing(
    workspace: Workspace, filters: Mapping[str, Any] | None, scene: Mapping[str, Any] | None, screen: Any
) -> dict[str, Any]:
    """The figure of what is asked; ``meta`` holds a key of the question, so that the page draws no answer twice."""
    version, selection = workspace.version, workspace.select(read_filters(filters))
    key = repr((version, selection.filters, scene, screen))

    def draw() -> dict[str, Any]:
        figure = make_figure(selection, scene, read_screen(screen))
        meta = figure["layout"]["meta"]
        meta["note"] = window_words(meta["inWindow"], selection, meta["mode"])
        meta["key"] = key
        return figure

    return selection.memo("figure " + key, draw)


def first_answer(workspace: Workspace, asked: Mapping[str, Any]) -> dict[str, Any]:
    """All that the page shows first, in one answer: figure, words and choices, the first rows of the table."""
    filters, scene, table = asked.get("filters"), asked.get("scene"), asked.get("table")
    selection = workspace.select(read_filters(filters))
    rows = shown_rows(selection, table, scene)
    return {
        "figure": make_drawing(workspace, filters, scene, asked.get("screen")),
        "answer": make_answer(selection, asked.get("asked"), table),
        "rows": trees(first_rows(grid_block(selection.data, rows, 0, _FIRST_ROWS))),
    }
