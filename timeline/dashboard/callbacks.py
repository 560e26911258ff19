"""Callbacks, each a few lines: read what is asked, call a pure function, return.

The page's scripts own what is asked for (filters, scene, selection) and keep it in the address; they set it as data of
stores, and the callbacks below answer. Nothing here writes those stores, so no circle can arise.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, State, no_update

from timeline.dashboard import ids
from timeline.dashboard.adding import Additions, decode_uploads, job_state, pasted
from timeline.dashboard.cells import cell_rows
from timeline.dashboard.facets_view import facet_choices
from timeline.dashboard.figures import make_figure
from timeline.dashboard.filters import read_filters
from timeline.dashboard.filters_pane import FACETS, facet_list_id
from timeline.dashboard.grid import grid_block, row_index, shown_rows
from timeline.dashboard.lists import default_as_of, issue_list, next_list, undated_list, upcoming
from timeline.dashboard.overview import overview
from timeline.dashboard.panel import cell_panel, event_panel, reader
from timeline.dashboard.screen import read_screen
from timeline.dashboard.selection import Selection, Workspace
from timeline.dashboard.status import chips, status_words, window_words
from timeline.errors import InputError

Json = dict[str, Any] | None


def register(app: dash.Dash, workspace: Workspace, additions: Additions | None) -> None:
    """All callbacks of the page."""

    in_browser: Callable[..., None] = app.clientside_callback

    def select(filters: Json) -> Selection:
        return workspace.select(read_filters(filters))

    in_browser(
        ClientsideFunction("timeline", "boot"),
        Output(ids.FILTERS, "data"), Output(ids.SCENE, "data"), Output(ids.SELECTED, "data"),
        Output(ids.SCREEN, "data"), Output(ids.TABLE, "data"), Output(ids.ASKED, "data"),
        Input(ids.BOOT, "data"),
    )  # fmt: skip

    in_browser(ClientsideFunction("timeline", "takeFigure"), Output(ids.GRAPH, "figure"), Input(ids.FIGURE, "data"))
    in_browser(ClientsideFunction("timeline", "takeStrip"), Input(ids.STRIP, "data"))

    @app.callback(
        Output(ids.FIGURE, "data"), Output(ids.WINDOW_NOTE, "children"),
        Input(ids.FILTERS, "data"), Input(ids.SCENE, "data"), Input(ids.SCREEN, "data"), Input(ids.VERSION, "data"),
    )  # fmt: skip
    def draw(filters: Json, scene: Json, screen: Json, _: int) -> tuple[Any, str]:
        selection = select(filters)
        figure = make_figure(selection, scene, read_screen(screen))
        meta = figure["layout"]["meta"]
        return figure, window_words(meta["inWindow"], selection, meta["mode"])

    @app.callback(
        Output(ids.STATUS, "children"), Output(ids.CHIPS, "children"), Output(ids.STRIP, "data"),
        Output("count-table", "children"), Output("count-undated", "children"), Output("count-issues", "children"),
        Input(ids.FILTERS, "data"), Input(ids.VERSION, "data"),
    )  # fmt: skip
    def tell(filters: Json, _: int) -> tuple[Any, ...]:
        selection = select(filters)
        undated = int((selection.data.undated & selection.mask).sum())
        issues = len(selection.data.issues)
        return (
            status_words(selection),
            chips(selection.filters),
            overview(selection),
            f"{selection.total:,}",
            f"{undated:,}",
            f"{issues:,}",
        )

    @app.callback(
        *(Output(facet_list_id(facet), "children") for facet, _ in FACETS),
        Input(ids.FILTERS, "data"), Input(ids.ASKED, "data"), Input(ids.VERSION, "data"),
    )  # fmt: skip
    def offer(filters: Json, asked: Json, _: int) -> tuple[Any, ...]:
        selection = select(filters)
        return tuple(facet_choices(selection, facet, asked) for facet, _ in FACETS)

    @app.callback(
        Output(ids.GRID, "getRowsResponse"),
        Input(ids.GRID, "getRowsRequest"),
        State(ids.FILTERS, "data"), State(ids.TABLE, "data"), State(ids.SCENE, "data"),
        prevent_initial_call=True,
    )  # fmt: skip
    def fill(request: Json, filters: Json, table: Json, scene: Json) -> Any:
        if not request:
            return no_update
        selection = select(filters)
        rows = shown_rows(selection, {**(table or {}), "sort": request.get("sortModel")}, scene)
        block = grid_block(selection.data, rows, int(request["startRow"]), int(request["endRow"]))
        return {"rowData": block, "rowCount": len(rows)}

    @app.callback(
        Output(ids.PANEL, "children"),
        Input(ids.SELECTED, "data"),
        Input(ids.VERSION, "data"),
        State(ids.FILTERS, "data"),
        State(ids.SCENE, "data"),
    )
    def open_panel(selected: Json, _: int, filters: Json, scene: Json) -> Any:
        if selected and selected.get("event"):
            return event_panel(workspace.data, str(selected["event"]))
        if selected and isinstance(selected.get("cell"), dict):
            selection = select(filters)
            cell = cell_rows(selection, scene, selected["cell"])
            return cell_panel(selection.data, cell.rows, cell.label, cell.when, cell.window) if cell else []
        return []

    @app.callback(
        Output(ids.ROW_AT, "data"),
        Input(ids.SELECTED, "data"),
        State(ids.FILTERS, "data"), State(ids.TABLE, "data"), State(ids.SCENE, "data"),
    )  # fmt: skip
    def find_row(selected: Json, filters: Json, table: Json, scene: Json) -> int | None:
        return row_index(select(filters), str((selected or {}).get("event")), table, scene)

    in_browser(ClientsideFunction("timeline", "showRow"), Input(ids.ROW_AT, "data"))

    @app.callback(Output(ids.READER, "children"), Input(ids.READ, "data"), prevent_initial_call=True)
    def read(asked: str | None) -> Any:
        event_id, _, document_id = (asked or "").partition("|")
        return reader(workspace.data, event_id, document_id)

    @app.callback(
        Output(ids.UNDATED, "children"), Output(ids.ISSUES, "children"),
        Input(ids.FILTERS, "data"), Input(ids.TABLE, "data"), Input(ids.VERSION, "data"),
    )  # fmt: skip
    def list_others(filters: Json, table: Json, _: int) -> tuple[Any, Any]:
        tab = (table or {}).get("tab")
        selection = select(filters)
        return (
            undated_list(selection) if tab == "undated" else no_update,
            issue_list(selection.data.issues) if tab == "issues" else no_update,
        )

    @app.callback(
        Output(ids.NEXT, "children"), Output("count-next", "children"), Output(ids.AS_OF, "placeholder"),
        Input(ids.FILTERS, "data"), Input(ids.AS_OF, "value"), Input(ids.VERSION, "data"),
    )  # fmt: skip
    def list_next(filters: Json, as_of: str | None, _: int) -> tuple[Any, str, str]:
        selection = select(filters)
        default = default_as_of(selection.data)
        number = len(upcoming(selection, default)) if default else 0
        return next_list(selection, as_of), f"{number:,}", default.isoformat() if default else "2024-01-31"

    if additions is not None:
        _register_adding(app, workspace, additions)


def _register_adding(app: dash.Dash, workspace: Workspace, additions: Additions) -> None:
    in_browser: Callable[..., None] = app.clientside_callback

    @app.callback(
        Output(ids.ADD_JOB, "data"), Output(ids.ADD_NOTE, "children"), Output(ids.ADD_TICK, "disabled"),
        Input(ids.ADD_RUN, "n_clicks"), Input(ids.UPLOAD, "contents"),
        State(ids.UPLOAD, "filename"), State(ids.PASTE, "value"),
        prevent_initial_call=True,
    )  # fmt: skip
    def start(
        _: int | None, contents: list[str] | None, names: list[str] | None, text: str | None
    ) -> tuple[Any, str, bool]:
        try:
            dropped = dash.ctx.triggered_id == ids.UPLOAD
            sources = decode_uploads(contents or [], names or []) if dropped else pasted(text, None)
        except InputError as error:
            return no_update, str(error), True
        if not sources:
            return no_update, "Drop a file or paste some text first.", True
        return {"id": additions.start(sources), "state": "running"}, "Reading …", False

    @app.callback(
        Output(ids.ADD_JOB, "data", allow_duplicate=True), Output(ids.ADD_NOTE, "children", allow_duplicate=True),
        Output(ids.ADD_TICK, "disabled", allow_duplicate=True), Output(ids.VERSION, "data"),
        Input(ids.ADD_TICK, "n_intervals"), State(ids.ADD_JOB, "data"),
        prevent_initial_call=True,
    )  # fmt: skip
    def watch(_: int | None, job: Json) -> tuple[Any, str, bool, Any]:
        if not job:
            return no_update, "", True, no_update
        state = job_state(additions, str(job.get("id")))
        running = state["state"] == "running"
        message = f"Reading {state['done']} of {state['total']} …" if running else state["message"]
        return {**job, **state}, message, not running, workspace.version if state["state"] == "done" else no_update

    @app.callback(
        Output(ids.ADD_NOTE, "children", allow_duplicate=True),
        Input(ids.ADD_CANCEL, "n_clicks"),
        State(ids.ADD_JOB, "data"),
        prevent_initial_call=True,
    )
    def cancel(_: int | None, job: Json) -> str:
        known = additions.job(str((job or {}).get("id")))
        if known is not None:
            known.stop.set()
        return "Stopping …"

    in_browser(ClientsideFunction("timeline", "showJob"), Input(ids.ADD_JOB, "data"), prevent_initial_call=True)
