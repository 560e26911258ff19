"""Documents added on the page: their events appear, stopping stops, errors are told in words."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import grid_column, status
from tests.synthetic import make_synthetic
from timeline.dashboard import create_app
from timeline.errors import InputError
from timeline.table import EVENT_COLUMNS, EVIDENCE_COLUMNS, build_frame

pytestmark = pytest.mark.browser
_BELL = threading.Event()


def _read(sources: Sequence[tuple[str, bytes | str]], progress: Callable[[int, int], None]) -> tuple[object, ...]:
    """A small extractor: every line of a source is an event of the first of its words."""
    lines = [line for _, content in sources for line in _text(content).splitlines() if line.strip()]
    if "broken" in lines[0]:
        raise InputError("The file is broken; save it again as text.")
    while "slow" in lines[0]:
        progress(1, 2)
        _BELL.wait(0.05)
    table = make_synthetic(len(lines), seed=3)
    events = table.events.assign(title=lines, event_id=[f"added-{line}" for line in lines])
    return events[list(EVENT_COLUMNS)], build_frame([], EVIDENCE_COLUMNS), {}, []


def _text(content: bytes | str) -> str:
    return content if isinstance(content, str) else content.decode()


@pytest.fixture
def address(serve: Callable[..., str]) -> str:
    table = make_synthetic(30)
    return serve(create_app(table.events, table.evidence, table.documents, extract=_read))


@pytest.fixture
def page(visit: Callable[..., Page], address: str) -> Page:
    opened = visit(address)
    opened.get_by_role("button", name="Add documents").click()
    return opened


def test_pasted_text_becomes_events(page: Page) -> None:
    page.get_by_label("or paste the text of an article, or its address").fill("One ruling\nAnother ruling")
    page.get_by_role("button", name="Find events").click()
    expect(status(page)).to_contain_text("2 events")
    expect(status(page)).to_contain_text("filtered by last addition")
    assert sorted(grid_column(page, "title")) == ["Another ruling", "One ruling"]
    page.get_by_role("button", name="Remove filter Added last").click()
    expect(status(page)).to_contain_text("32 events")


def test_others_do_not_see_what_one_visitor_adds(page: Page, visit: Callable[..., Page], address: str) -> None:
    page.get_by_label("or paste the text of an article, or its address").fill("One ruling")
    page.get_by_role("button", name="Find events").click()
    expect(status(page)).to_contain_text("1 event")
    other = visit(address, phone=True)  # a browser of its own
    expect(other.locator("#count-table")).to_have_text("30")
    own = visit(address)
    expect(own.locator("#count-table")).to_have_text("31")
    own.get_by_text("Download", exact=True).click()
    with own.expect_download() as caught:
        own.get_by_role("button", name="CSV", exact=True).click()
    assert "One ruling" in Path(caught.value.path()).read_text(encoding="utf-8-sig")
    assert "One ruling" not in other.request.get(f"{address}/events.atom").text()


def test_dropped_file_becomes_events(page: Page) -> None:
    page.locator("#upload input[type=file]").set_input_files(
        {"name": "ruling.txt", "mimeType": "text/plain", "buffer": b"A ruling from a file"}
    )
    expect(status(page)).to_contain_text("1 event")
    assert grid_column(page, "title") == ["A ruling from a file"]


def test_errors_and_stopping_are_told_in_words(page: Page) -> None:
    page.get_by_role("button", name="Find events").click()
    expect(page.locator("#add-note")).to_have_text("Drop a file or paste some text first.")
    page.get_by_label("or paste the text of an article, or its address").fill("broken")
    page.get_by_role("button", name="Find events").click()
    expect(page.locator("#add-note")).to_have_text("The file is broken; save it again as text.")
    page.get_by_label("or paste the text of an article, or its address").fill("slow")
    page.get_by_role("button", name="Find events").click()
    expect(page.locator("#add-note")).to_have_text("Reading 1 of 2 …")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#add-note")).to_have_text("Stopped; nothing was added.")
    expect(page.locator("#count-table")).to_have_text("30")


def test_what_was_added_is_taken_back(page: Page) -> None:
    page.get_by_label("or paste the text of an article, or its address").fill("One ruling")
    page.get_by_role("button", name="Find events").click()
    expect(status(page)).to_contain_text("1 event")
    page.get_by_role("button", name="Add documents").click()
    page.get_by_role("button", name="Take back all that I added").click()
    expect(page.locator("#count-table")).to_have_text("30")
