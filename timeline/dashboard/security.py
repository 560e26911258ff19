"""What the browser may load and run, and how answers travel: nothing from elsewhere, compressed."""

from __future__ import annotations

from typing import Final

import dash
from flask import Flask, Response
from flask_compress import Compress

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
    Compress(server)
