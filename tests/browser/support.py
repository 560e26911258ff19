"""Chromium and a served app, for the browser tests and the screenshots."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dash
from playwright._impl._driver import compute_driver_executable
from werkzeug.serving import make_server

CHROMIUM_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
HOW_TO_INSTALL = "no Chromium found: install it (Debian: apt-get install chromium fonts-dejavu) and put it on the PATH"


def chromium_path() -> str | None:
    """Where the machine's Chromium is; on Debian, root gets it installed, and what Playwright's driver links to."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if (found and _driver_runs()) or os.geteuid() != 0 or not Path("/etc/debian_version").exists():
        return found
    packages = ["chromium", "fonts-dejavu", "libatomic1"]
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *packages]):
        subprocess.run(
            command, check=False, capture_output=True, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        )
    return shutil.which("chromium")


def _driver_runs() -> bool:
    """Whether the Node that Playwright brings along starts here: a bare Debian lacks a library of it."""
    node = compute_driver_executable()[0]
    return subprocess.run([node, "--version"], check=False, capture_output=True).returncode == 0


@contextmanager
def serving(app: dash.Dash) -> Iterator[str]:
    """The app on a free port of this machine, in a thread, for as long as the block runs."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
