"""Served dashboards, and pages that fail a test on console errors or foreign requests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import dash
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.support import serving
from tests.synthetic import Synthetic, make_synthetic
from timeline.dashboard import create_app


@pytest.fixture(scope="session")
def some_events() -> Synthetic:
    return make_synthetic(120)


@pytest.fixture(scope="session")
def some_address(some_events: Synthetic) -> Iterator[str]:
    """A dashboard over 120 events."""
    with serving(create_app(some_events.events, some_events.evidence, some_events.documents)) as address:
        yield address


@pytest.fixture(scope="session")
def desktop(browser: Browser) -> Iterator[BrowserContext]:
    """One context for most tests, so that the browser reads the page's scripts once."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def serve() -> Iterator[Callable[[dash.Dash], str]]:
    """Serve an app until the pages of the test are closed; gives its address."""
    with ExitStack() as stack:
        yield lambda app: stack.enter_context(serving(app))


@pytest.fixture
def visit(browser: Browser, desktop: BrowserContext, serve: object) -> Iterator[Callable[..., Page]]:
    """Open an address and wait until the timeline is drawn; afterwards nothing may have gone wrong or out.

    It asks for ``serve`` so that the servers outlive the pages.
    """
    faults: list[str] = []
    with ExitStack() as stack:

        def open_page(
            address: str,
            *,
            scheme: str = "light",
            phone: bool = False,
            before: Callable[[Page], None] | None = None,
            until: str = "#plot[data-live]",
        ) -> Page:
            context = desktop
            if phone:
                context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
                stack.callback(context.close)
            page = context.new_page()
            stack.callback(_leave, page)
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.set_default_timeout(15_000)
            page.on(
                "console", lambda m: faults.append(f"console: {m.text}") if m.type in {"error", "warning"} else None
            )
            page.on("pageerror", lambda error: faults.append(f"error: {error}"))
            page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
            page.on("request", lambda r: None if _stays_here(r.url) else faults.append(f"request: {r.url}"))
            if before:
                before(page)
            page.goto(address)
            page.locator(until).wait_for()
            return page

        yield open_page
    assert faults == []


def _leave(page: Page) -> None:
    page.evaluate("() => localStorage.clear()")
    page.close()


def _stays_here(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:", "blob:"))
