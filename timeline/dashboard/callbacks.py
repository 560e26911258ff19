"""Callbacks, each a few lines: read what is asked, call a pure function, return.

The page's scripts own what is asked for (filters, scene, selection), keep it in the address and set it as data of
stores; the callbacks below answer into other stores, from which the scripts build the page. Nothing here writes what
is asked, so no circle can arise; and there are few callbacks with few components, because each of them costs the
browser time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, State, no_update

from timeline.dashboard import ids
from timeline.dashboard.adding import Source, decode_uploads, job_state, pasted
from timeline.dashboard.answer import make_answer, make_drawing
from timeline.dashboard.cells import cell_rows
from timeline.dashboard.filters import read_filters
from timeline.dashboard.grid import grid_block, row_index, shown_rows
from timeline.dashboard.markup import trees
from timeline.dashboard.panel import cell_panel, event_panel, reader
from timeline.dashboard.selection import Selection
from timeline.dashboard.visitors import Visitors
from timeline.errors import InputError

Json = dict[str, Any] | None


def register(app: dash.Dash, visitors: Visitors) -> None:
    """All callbacks of the page."""

    def select(filters: Json) -> Selection:
        return visitors.workspace.select(read_filters(filters))

    _register_scripts(app)

    @app.callback(
        Output(ids.FIGURE, "data"),
        Input(ids.FILTERS, "data"),
        Input(ids.SCENE, "data"),
        Input(ids.SCREEN, "data"),
        Input(ids.VERSION, "data"),
    )
    def draw(filters: Json, scene: Json, screen: Json, _: int) -> Any:
        return make_drawing(visitors.workspace, filters, scene, screen)

    @app.callback(
        Output(ids.ANSWER, "data"),
        Input(ids.FILTERS, "data"),
        Input(ids.ASKED, "data"),
        Input(ids.TABLE, "data"),
        Input(ids.VERSION, "data"),
    )
    def tell(filters: Json, asked: Json, table: Json, _: int) -> Any:
        return make_answer(select(filters), asked, table)

    @app.callback(
        Output(ids.GRID, "getRowsResponse"),
        Input(ids.GRID, "getRowsRequest"),
        State(ids.FILTERS, "data"),
        State(ids.TABLE, "data"),
        State(ids.SCENE, "data"),
        prevent_initial_call=True,
    )
    def fill(request: Json, filters: Json, table: Json, scene: Json) -> Any:
        if not request:
            return no_update
        selection = select(filters)
        rows = shown_rows(selection, {**(table or {}), "sort": request.get("sortModel")}, scene)
        block = grid_block(selection.data, rows, int(request["startRow"]), int(request["endRow"]))
        return {"rowData": block, "rowCount": len(rows)}

    @app.callback(
        Output(ids.DETAILS, "data"),
        Input(ids.SELECTED, "data"),
        Input(ids.VERSION, "data"),
        State(ids.FILTERS, "data"),
        State(ids.TABLE, "data"),
        State(ids.SCENE, "data"),
    )
    def open_panel(selected: Json, _: int, filters: Json, table: Json, scene: Json) -> Any:
        asked = selected or {}
        selection = select(filters)
        if asked.get("event"):
            event_id = str(asked["event"])
            row = row_index(selection, event_id, table, scene)
            return {"nodes": trees(event_panel(selection.data, event_id)), "row": row}
        cell = cell_rows(selection, scene, asked["cell"]) if isinstance(asked.get("cell"), dict) else None
        return {"nodes": trees(cell_panel(selection.data, cell)) if cell else []}

    @app.callback(Output(ids.TEXT, "data"), Input(ids.READ, "data"), prevent_initial_call=True)
    def read(asked: str | None) -> Any:
        event_id, _, document_id = (asked or "").partition("|")
        return trees(reader(visitors.workspace.data, event_id, document_id))

    if visitors.can_add:
        _register_adding(app, visitors)


def _register_scripts(app: dash.Dash) -> None:
    """What the scripts of ``assets/`` do with the answers."""
    in_browser: Callable[..., None] = app.clientside_callback
    asked = (ids.FILTERS, ids.SCENE, ids.SELECTED, ids.SCREEN, ids.TABLE, ids.ASKED)
    in_browser(ClientsideFunction("timeline", "boot"), *(Output(n, "data") for n in asked), Input(ids.BOOT, "data"))
    in_browser(ClientsideFunction("timeline", "takeFigure"), Input(ids.FIGURE, "data"), State(ids.GRAPH_PARTS, "data"))
    in_browser(ClientsideFunction("timeline", "takeAnswer"), Input(ids.ANSWER, "data"))
    in_browser(ClientsideFunction("timeline", "takeDetails"), Input(ids.DETAILS, "data"))
    in_browser(ClientsideFunction("timeline", "takeText"), Input(ids.TEXT, "data"))


def _register_adding(app: dash.Dash, visitors: Visitors) -> None:
    def begin(sources: Sequence[Source]) -> tuple[Any, bool]:
        if not sources:
            return {"state": "failed", "message": "Drop a file or paste some text first."}, True
        additions = visitors.open(dash.ctx.response)
        return {"id": additions.start(sources), "state": "running", "message": "Reading …"}, False

    @app.callback(
        Output(ids.ADD_JOB, "data"),
        Output(ids.ADD_TICK, "disabled"),
        Input(ids.ADD_TEXT, "data"),
        Input(ids.UPLOAD, "contents"),
        State(ids.UPLOAD, "filename"),
        prevent_initial_call=True,
    )
    def start(text: Json, contents: list[str] | None, names: list[str] | None) -> tuple[Any, bool]:
        try:
            if dash.ctx.triggered_id == ids.UPLOAD:
                return begin(decode_uploads(contents or [], names or []))
            return begin(pasted(text or {}))
        except InputError as error:
            return {"state": "failed", "message": str(error)}, True

    @app.callback(
        Output(ids.ADD_JOB, "data", allow_duplicate=True),
        Output(ids.ADD_TICK, "disabled", allow_duplicate=True),
        Output(ids.VERSION, "data"),
        Input(ids.ADD_TICK, "n_intervals"),
        Input(ids.ADD_STOP, "data"),
        State(ids.ADD_JOB, "data"),
        prevent_initial_call=True,
    )
    def watch(_: int | None, stop: str | None, job: Json) -> tuple[Any, bool, Any]:
        job_id, additions = str((job or {}).get("id")), visitors.additions
        if additions and stop == job_id:
            additions.stop(job_id)
        state = job_state(additions, job_id)
        version = visitors.workspace.version if state["state"] == "done" else no_update
        return {"id": job_id, **state}, state["state"] != "running", version

    @app.callback(
        Output(ids.VERSION, "data", allow_duplicate=True),
        Output(ids.ADD_JOB, "data", allow_duplicate=True),
        Input(ids.ADD_BACK, "data"),
        prevent_initial_call=True,
    )
    def take_back(_: int | None) -> tuple[Any, Any]:
        additions = visitors.additions
        if additions is None or not additions.any:
            return no_update, {"state": "idle", "message": "Nothing has been added yet."}
        version = additions.take_back()
        return version, {"state": "taken back", "message": "What you added is gone from this server."}

    in_browser: Callable[..., None] = app.clientside_callback
    in_browser(ClientsideFunction("timeline", "takeJob"), Input(ids.ADD_JOB, "data"), prevent_initial_call=True)
