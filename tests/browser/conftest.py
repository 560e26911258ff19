"""A browser for the session, served dashboards, and pages that fail a test on console errors or foreign requests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.support import CHROMIUM_FLAGS, HOW_TO_INSTALL, chromium_path, serving
from tests.synthetic import Synthetic, make_synthetic
from timeline.dashboard import create_app


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium_path()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail(HOW_TO_INSTALL)
        pytest.skip(HOW_TO_INSTALL)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def some_events() -> Synthetic:
    return make_synthetic(120)


@pytest.fixture(scope="session")
def some_address(some_events: Synthetic) -> Iterator[str]:
    """A dashboard over 120 events."""
    with serving(create_app(some_events.events, some_events.evidence, some_events.documents)) as address:
        yield address


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address and wait until the timeline is drawn; afterwards nothing may have gone wrong or out."""
    faults: list[str] = []
    with ExitStack() as stack:

        def open_page(
            address: str, *, width: int = 1440, height: int = 900, scheme: str = "light", touch: bool = False
        ) -> Page:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                has_touch=touch,
                reduced_motion="reduce",
            )
            stack.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(15_000)
            page.on(
                "console", lambda m: faults.append(f"console: {m.text}") if m.type in {"error", "warning"} else None
            )
            page.on("pageerror", lambda error: faults.append(f"error: {error}"))
            page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
            page.on("request", lambda r: None if _stays_here(r.url) else faults.append(f"request: {r.url}"))
            page.goto(address)
            page.locator("#plot[data-mode]").wait_for()
            return page

        yield open_page
    assert faults == []


def _stays_here(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:", "blob:"))
