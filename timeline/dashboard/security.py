"""What the browser may load and run, and how answers travel: nothing from elsewhere, compressed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path
from typing import Final

import brotli  # type: ignore[import-untyped]  # it brings no types
import dash
from flask import Flask, Request, Response
from flask_compress import Compress
from werkzeug.wsgi import ClosingIterator, FileWrapper

_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def harden(app: dash.Dash) -> None:
    """Set the content security policy and compression; call it after all callbacks are defined."""
    policy = "; ".join(
        [
            "default-src 'self'",
            "script-src 'self' "
            + " ".join(f"'{value}'" if not value.startswith("'") else value for value in app.csp_hashes()),
            "style-src 'self' 'unsafe-inline'",  # Plotly and AG Grid set styles on their elements
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ]
    )
    server: Flask = app.server

    @server.after_request
    def add_headers(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    server.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    server.config["COMPRESS_BR_LEVEL"] = 5
    server.config["COMPRESS_MIN_SIZE"] = 800
    kept = server.extensions["timeline-files"] = _FilesOnly()
    server.config["COMPRESS_CACHE_BACKEND"] = lambda: kept
    server.config["COMPRESS_CACHE_KEY"] = _file_key
    Compress(server)

    @server.after_request
    def read_whole(response: Response) -> Response:
        """A file is read and closed here: compressing it while it streams would leave it open."""
        if response.direct_passthrough:
            stream = response.response
            response.direct_passthrough = False
            response.set_data(response.get_data())
            if isinstance(stream, ClosingIterator | FileWrapper):
                stream.close()
        return response


class _FilesOnly(dict[str, bytes]):
    """Compressed files of the page by address; answers to callbacks are not kept."""

    def set(self, key: str, value: bytes) -> None:
        """Keep a compressed file."""
        if not key.endswith(_NOT_KEPT):
            self[key] = value


_NOT_KEPT: Final = ";"
_FILES: Final = (".js", ".css")


def _file_key(asked: Request) -> str:
    """The address of a file of the page with its version; nothing for what changes from time to time."""
    is_file = asked.method == "GET" and asked.path.endswith(_FILES)
    return asked.full_path if is_file else ""


def compress_well(server: Flask, addresses: Iterable[str]) -> None:
    """Compress files of the page as far as brotli can (a tenth to a seventh less on the wire than what is quick).

    That takes seconds of work, so the result is kept in the user's cache folder for the next start.
    """
    kept: _FilesOnly = server.extensions["timeline-files"]
    client = server.test_client()
    for address in addresses:
        answer = client.get(address)
        path, _, query = address.partition("?")
        if answer.status_code == HTTPStatus.OK and path.endswith(_FILES):
            kept[f"br;{path}?{query}"] = _smallest(answer.data)


def _smallest(content: bytes) -> bytes:
    """``content`` in brotli at its highest level, from the cache folder if it has been made before."""
    place = _cache_folder() / (hashlib.sha256(content).hexdigest() + ".br")
    try:
        known = place.read_bytes()
        if brotli.decompress(known) == content:
            return known
    except (OSError, brotli.error):
        pass  # not made yet, or not readable: make it
    made: bytes = brotli.compress(content, quality=11, lgwin=24)
    draft = place.with_suffix(f".{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(made)
        draft.replace(place)
    except OSError:
        pass  # no folder to write to: it is made again at the next start
    return made


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path("~/.cache").expanduser()) / "timeline" / "page-files"
