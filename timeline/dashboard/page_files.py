"""The page's own scripts and styles as one file each, and the order in which the browser takes everything.

Our own script comes first and is small: it asks for the first answer and draws it. The scripts of Dash follow only
then, because reading them keeps the browser busy for longer than all else.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from flask import Flask, Response, request

_ASSETS: Final = Path(__file__).resolve().parent / "assets"
_KINDS: Final[Mapping[str, str]] = {"js": "text/javascript", "css": "text/css"}
_SOURCE: Final = re.compile(r'<script src="([^"]+)"></script>')
#: Scripts that Dash would send to every page: tables of a kind that is not used here.
_UNUSED: Final = re.compile(r"/dash_table/")
#: What the components fetch themselves.
_FETCHED: Final = (
    "/_dash-component-suites/dash/dcc/async-graph.js",
    "/_dash-component-suites/dash_ag_grid/async-community.js",
    "/_dash-component-suites/plotly/package_data/plotly.min.js",
)
_YEAR: Final = "public, max-age=31536000, immutable"


@cache
def page_file(kind: str) -> bytes:
    """All files of ``assets/`` of one kind ("js" or "css"), joined in the order of their names."""
    return b"\n".join(path.read_bytes() for path in sorted(_ASSETS.glob(f"*.{kind}")))


def _address(prefix: str, kind: str) -> str:
    return f"{prefix}page.{kind}?v={hashlib.sha256(page_file(kind)).hexdigest()[:12]}"


def links(prefix: str) -> str:
    """The style sheet and the page's own script, fetched while the browser reads the shell.

    Nothing else is fetched ahead: it would stand in the way of the first answer.
    """
    style, own = _address(prefix, "css"), _address(prefix, "js")
    return f'<link rel="preload" as="script" href="{own}"><link rel="stylesheet" href="{style}">'


def script(prefix: str) -> str:
    """The page's own script."""
    return f'<script src="{_address(prefix, "js")}"></script>'


def later(markup: str) -> str:
    """Scripts that the browser leaves alone until ours starts them.

    >>> later('<script src="/a.js"></script>')
    '<script src="/a.js" type="later"></script>'
    """
    kept = _SOURCE.sub(lambda found: "" if _UNUSED.search(found[1]) else found[0], markup)
    return re.sub(r"<script([^>]*?)(?: type=\"[^\"]*\")?>", r'<script\1 type="later">', kept)


def addresses(page: str) -> list[str]:
    """The files that a page needs, small ones first, those that its scripts fetch themselves last."""
    return [*re.findall(r'<(?:script src|link rel="stylesheet" href)="([^"]+)"', page), *_FETCHED]


def serve_files(server: Flask) -> None:
    """Serve the two files; what carries its version in its address is kept by the browser for good."""

    def own(kind: str) -> Response:
        return Response(page_file(kind), mimetype=_KINDS[kind])

    server.add_url_rule("/page.js", "timeline-script", lambda: own("js"))
    server.add_url_rule("/page.css", "timeline-style", lambda: own("css"))

    @server.after_request
    def keep(response: Response) -> Response:
        if request.path in ("/page.js", "/page.css") and "v" in request.args:
            response.headers["Cache-Control"] = _YEAR
        return response
