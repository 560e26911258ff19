"""The Dash app over an event table, and the server that runs it."""

from __future__ import annotations

import gc
import json
import os
import socket
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from threading import Thread, get_native_id
from typing import Any

import dash
import pandas as pd
from flask import Response, jsonify, request

from timeline.dashboard import page_files
from timeline.dashboard.adding import Extract
from timeline.dashboard.address import filters_of
from timeline.dashboard.answer import first_answer
from timeline.dashboard.callbacks import register
from timeline.dashboard.dataset import make_dataset
from timeline.dashboard.download import SUBSCRIPTIONS, make_file, menu
from timeline.dashboard.layout import make_layout, make_slots, shell
from timeline.dashboard.security import compress_well, harden
from timeline.dashboard.selection import Workspace
from timeline.dashboard.visitors import Visitors
from timeline.errors import ArgumentError
from timeline.model import Document, Issue

_INDEX = """<!DOCTYPE html>
<html lang="en">
<head>{%metas%}<title>{%title%}</title>{%favicon%}{%css%}</head>
<body class="waiting">{%app_entry%}<footer>{%config%}{%scripts%}{%renderer%}</footer></body>
</html>"""


class _Page(dash.Dash):
    """A Dash app whose page shows its shell before any script has run, and its events before Dash has."""

    shell: str = ""
    workspace: Workspace | None = None

    def interpolate_index(self, *args: Any, **parts: Any) -> Any:
        """The page as the server sends it."""
        prefix = str(self.config.requests_pathname_prefix)
        parts["app_entry"] = self.shell
        parts["css"] += page_files.links(prefix)
        parts["scripts"] = page_files.script(prefix) + page_files.later(parts["scripts"])
        parts["renderer"] = page_files.later(parts["renderer"])
        build: Callable[..., str] = super().interpolate_index
        return build(*args, **parts)


def create_app(
    events: pd.DataFrame,
    evidence: pd.DataFrame,
    documents: Mapping[str, Document],
    *,
    issues: Sequence[Issue] = (),
    extract: Extract | None = None,
) -> dash.Dash:
    """A dashboard over the tables of ``timeline.table`` and the documents that their evidence points into.

    With ``extract`` (a list of (name, bytes or str) in; events, evidence, documents, issues out; see
    :data:`timeline.dashboard.adding.Extract`) the page can add documents.

    >>> from timeline.table import EVIDENCE_COLUMNS, build_frame, to_table
    >>> create_app(to_table([], {}), build_frame([], EVIDENCE_COLUMNS), {}).title
    'Timeline'
    """
    workspace = Workspace(make_dataset(events, evidence, documents, issues))
    slots = make_slots(menu(), can_add=extract is not None)
    app = _Page(
        "timeline",
        title="Timeline",
        update_title="",
        include_assets_files=False,
        serve_locally=True,
        suppress_callback_exceptions=False,
        meta_tags=[
            {"name": "viewport", "content": "width=device-width, initial-scale=1"},
            {"name": "color-scheme", "content": "light dark"},
            {"name": "description", "content": "Regulatory events on a timeline, each with its source"},
        ],
    )
    app.index_string = _INDEX
    app.shell, app.workspace = shell(slots), workspace
    app.layout = make_layout(can_add=extract is not None)
    visitors = Visitors(workspace, extract)
    register(app, visitors)
    _serve_files(app, visitors)
    harden(app)
    return app


def _serve_files(app: dash.Dash, visitors: Visitors) -> None:
    """Downloads go past Dash: a file is sent as a file."""

    def download() -> Response:
        asked = request.get_json(silent=True)
        try:
            file = make_file(visitors.workspace, asked if isinstance(asked, dict) else {})
        except ArgumentError as error:
            refusal = jsonify({"message": str(error)})
            refusal.status_code = 400
            return refusal
        answer = Response(file.content, mimetype=file.media_type)
        answer.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
        return answer

    def first() -> Response:
        asked = request.get_json(silent=True)
        answer = first_answer(visitors.workspace, asked if isinstance(asked, dict) else {})
        return Response(json.dumps(answer, separators=(",", ":")), mimetype="application/json")

    def subscribe(name: str) -> Response:
        """The filtered events at an address that stays, the same for all: for calendars and feed readers."""
        filters = filters_of(request.query_string.decode("ascii", "replace"))
        file = make_file(visitors.base, {"format": name, "filters": filters})
        answer = Response(file.content, mimetype=file.media_type)
        answer.add_etag()
        answer.headers["Cache-Control"] = "no-cache"
        answer.make_conditional(request)
        return answer

    for name in SUBSCRIPTIONS:
        app.server.add_url_rule(f"/events.{name}", f"timeline-{name}", partial(subscribe, name))
    app.server.add_url_rule("/download", "timeline-download", download, methods=["POST"])
    app.server.add_url_rule("/first", "timeline-first", first, methods=["POST"])
    page_files.serve_files(app.server)


def warm(app: dash.Dash) -> None:
    """Make what the first visitors need: the arrays of the events, and the page's files in their smallest form."""
    if isinstance(app, _Page) and app.workspace is not None:
        app.workspace.data.warm()
        first_answer(app.workspace, {})
    files = page_files.addresses(app.server.test_client().get("/").text)
    compress_well(app.server, files)
    gc.collect()
    gc.freeze()  # the events stay as long as the server: no need to walk through millions of them again and again


def _warm_aside(app: dash.Dash) -> None:
    """:func:`warm`, out of the way of those who visit meanwhile."""
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, get_native_id(), 15)
    warm(app)


def serve(app: dash.Dash, host: str = "127.0.0.1", port: int = 8050) -> None:
    """Run ``app`` until interrupted. Raises :class:`ArgumentError` when the address cannot be had."""
    from waitress.server import create_server

    _check_free(host, port)
    Thread(target=_warm_aside, args=(app,), daemon=True).start()
    server: Any = create_server(
        app.server, host=host, port=port, threads=8, ident=None, clear_untrusted_proxy_headers=True
    )
    try:
        server.run()
    finally:
        server.close()


def _check_free(host: str, port: int) -> None:
    if not 0 <= port < 65_536:
        raise ArgumentError(f"{port} is no port; choose one up to 65535 with --port.")
    try:
        with socket.create_server((host, port)):
            pass
    except OSError as error:
        reason = error.strerror or error
        raise ArgumentError(f"{host}:{port} cannot be used ({reason}); choose another with --port.") from error
