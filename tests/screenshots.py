"""Pictures of the dashboard: ``python -m tests.screenshots FOLDER [NAME ...]`` serves it and photographs it.

For looking at what a change did, and for the pictures in the README (``.github/images``).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import dash
from playwright.sync_api import Page, sync_playwright

from tests.browser.support import CHROMIUM_FLAGS, chromium_path, serving
from tests.synthetic import make_synthetic
from timeline.cli import work
from timeline.dashboard import create_app
from timeline.documents import read_documents
from timeline.pipeline import build_events

_MOST_SOURCES = 20_000
DESKTOP, PHONE = (1440, 900), (390, 844)


@dataclass(frozen=True)
class Shot:
    """A picture: how many events (0 with ``seeds``: those of the texts supplied), size, theme, address, what to do."""

    rows: int
    size: tuple[int, int] = DESKTOP
    dark: bool = False
    query: str = ""
    before: Callable[[Page], None] | None = None
    seeds: bool = False


def _open_first(page: Page) -> None:
    page.locator("#plot").focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    page.locator("#panel-title").wait_for()


def _open_cell(page: Page) -> None:
    page.locator("#plot").focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    page.locator("#panel-title").wait_for()


SHOTS = {
    "few": Shot(10),
    "few-phone": Shot(10, PHONE),
    "few-open": Shot(10, before=_open_first),
    "few-open-phone": Shot(10, PHONE, before=_open_first),
    "some": Shot(300),
    "some-dark": Shot(300, dark=True),
    "some-actor": Shot(300, query="lanes=actor&j=US-MT"),
    "some-open": Shot(300, query="w=2024-06-01..2024-12-31", before=_open_first),
    "some-dark-open": Shot(300, dark=True, query="w=2024-01-01..2024-12-31&j=US", before=_open_first),
    "some-phone": Shot(300, PHONE, query="w=2024-10-01..2025-03-31"),
    "some-undated": Shot(300, query="tab=undated"),
    "some-next": Shot(300, query="tab=next&w=2025-01-01..2025-12-31"),
    "many": Shot(10_000),
    "many-dark": Shot(10_000, dark=True),
    "many-cell": Shot(10_000, before=_open_cell),
    "many-phone": Shot(10_000, PHONE),
    "most": Shot(1_000_000),
    "most-dark": Shot(1_000_000, dark=True),
    "most-phone": Shot(1_000_000, PHONE),
    "few-dark": Shot(10, dark=True),
    "views": Shot(300, before=lambda page: page.get_by_label("Saved views").click()),
    "none": Shot(0),
    "seed": Shot(0, seeds=True),
    "seed-dark": Shot(0, dark=True, seeds=True),
    "seed-open-dark": Shot(0, dark=True, seeds=True, before=_open_first),
    "role": Shot(300, query="a=Federal+Trade+Commission&r=plaintiff&lanes=actor"),
    "nothing": Shot(300, query="q=zebra"),
    "filters-phone": Shot(
        300, PHONE, before=lambda page: page.get_by_role("button", name="Filters", exact=True).click()
    ),
    "download": Shot(300, before=lambda page: page.get_by_text("Download", exact=True).click()),
    "download-phone": Shot(300, PHONE, before=lambda page: page.get_by_label("Download", exact=True).first.click()),
    "help": Shot(10, before=lambda page: page.keyboard.press("?")),
}


def main(folder: Path, names: list[str]) -> None:
    """Write the pictures into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = {name: shot for name, shot in SHOTS.items() if not names or name in names}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(CHROMIUM_FLAGS))
        for rows, seeds in sorted({(shot.rows, shot.seeds) for shot in chosen.values()}):
            with serving(_seeds() if seeds else _synthetic(rows)) as address:
                for name, shot in chosen.items():
                    if (shot.rows, shot.seeds) == (rows, seeds):
                        _take(browser, address, folder / f"{name}.png", shot)
        browser.close()


def _synthetic(rows: int) -> dash.Dash:
    table = make_synthetic(rows, sources=rows <= _MOST_SOURCES)
    return create_app(table.events, table.evidence, table.documents)


def _seeds() -> dash.Dash:
    """What ``timeline serve`` shows without arguments."""
    run = build_events(read_documents(work.seeds()))
    tables = work.tables_from(run)
    return create_app(tables.events, tables.evidence, run.documents)


def _take(browser: object, address: str, path: Path, shot: Shot) -> None:
    context = browser.new_context(  # type: ignore[attr-defined]  # the browser of playwright
        viewport={"width": shot.size[0], "height": shot.size[1]},
        color_scheme="dark" if shot.dark else "light",
        device_scale_factor=1,
    )
    page = context.new_page()
    page.on(
        "console",
        lambda message: message.type == "error" and print(path.name, "console:", message.text, file=sys.stderr),
    )
    page.goto(f"{address}/?{shot.query}")
    page.locator("#plot[data-live]").wait_for(timeout=60_000)
    page.wait_for_timeout(700)
    if shot.before:
        shot.before(page)
        page.wait_for_timeout(500)
    page.screenshot(path=path, full_page=shot.size == PHONE and shot.before is None)
    context.close()
    print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
