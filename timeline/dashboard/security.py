"""What the browser may load and run, and how answers travel: nothing from elsewhere, compressed."""

from __future__ import annotations

from typing import Final

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
    server.config["COMPRESS_CACHE_BACKEND"] = _FilesOnly
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


def _file_key(asked: Request) -> str:
    """The address of a file of the page with its version; nothing for what changes from time to time."""
    is_file = asked.method == "GET" and asked.path.endswith((".js", ".css"))
    return asked.full_path if is_file else ""
