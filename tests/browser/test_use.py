"""What a person does: filter, zoom, open, share, download, by mouse and by keys alone."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import choose, click_mark, grid_column, meta, panel, status
from tests.synthetic import Synthetic

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


def _montana(page: Page) -> None:
    page.get_by_role("button", name="Parts of United States").click()
    choose(page, "Montana")
    expect(status(page)).to_contain_text("filtered by jurisdiction")


def test_filter_narrows_all_parts_and_is_cleared_in_one_click(
    visit: Visit, some_address: str, some_events: Synthetic
) -> None:
    page = visit(some_address)
    whole = status(page).inner_text()
    wanted = sum("US-MT" in codes for codes in some_events.events["jurisdictions"])
    _montana(page)
    expect(status(page)).to_contain_text(f"{wanted} events")
    expect(page.locator("#count-table")).to_have_text(str(wanted))
    expect(page.locator('#grid .ag-row [col-id="jurisdictions"]')).to_have_text(["Montana"] * wanted)
    assert {lane["label"] for lane in meta(page)["lanes"]} == {"Montana"}
    assert "j=US-MT" in page.url
    page.go_back()
    expect(status(page)).to_have_text(whole)
    page.go_forward()
    expect(status(page)).to_contain_text("filtered by jurisdiction")
    page.locator("#clear-all").click()
    expect(status(page)).not_to_contain_text("filtered")


def test_whole_takes_its_parts_along(visit: Visit, some_address: str, some_events: Synthetic) -> None:
    page = visit(some_address)
    wanted = sum(any(c == "US" or c.startswith("US-") for c in codes) for codes in some_events.events["jurisdictions"])
    choose(page, "United States")
    expect(status(page)).to_contain_text(f"{wanted} events")


def test_actor_is_chosen_in_a_role(visit: Visit, some_address: str, some_events: Synthetic) -> None:
    page = visit(f"{some_address}/?lanes=actor")
    table, name = some_events.events, "Federal Trade Commission"

    def number(role: str) -> int:
        wanted = {"name": name, "role": role}
        return sum(wanted in actors for actors in table["actor_roles"])

    roles = page.get_by_role("group", name="in the role of")
    choose(page, name)
    expect(roles.get_by_role("button", name=f"Plaintiff {number('plaintiff')}", exact=True)).to_be_visible()
    roles.get_by_role("button", name="Plaintiff").click()
    expect(status(page)).to_contain_text(f"{number('plaintiff')} event")
    expect(status(page)).to_contain_text("filtered by actor and role")
    assert "r=plaintiff" in page.url
    assert {lane["label"] for lane in meta(page)["lanes"]} == {name}
    again = visit(page.url)
    expect(status(again)).to_have_text(status(page).inner_text())
    pressed = again.get_by_role("group", name="in the role of").get_by_role("button", pressed=True)
    expect(pressed).to_have_text([f"Plaintiff{number('plaintiff')}"])
    again.get_by_role("button", name="Remove filter as plaintiff").click()
    expect(status(again)).to_contain_text(f"{sum(name in names for names in table['actors'])} events")
    roles.get_by_role("button", name="Speaker").click()
    expect(status(page)).to_contain_text(f"{number('plaintiff') + number('speaker')} event")
    roles.get_by_role("button", name="Any", exact=True).click()
    expect(status(page)).to_contain_text("filtered by actor;")


def test_role_in_the_panel_filters_by_actor_and_role(visit: Visit, some_address: str) -> None:
    page = visit(f"{some_address}/?w=2024-11-01..2025-03-01")
    click_mark(page, meta(page)["items"][2][0])
    panel(page).get_by_role("button", name=re.compile("^Filter by .* as ")).first.click()
    expect(status(page)).to_contain_text("filtered by actor and role")


def test_search_answers_while_typing(visit: Visit, some_address: str, some_events: Synthetic) -> None:
    page = visit(some_address)
    page.get_by_role("searchbox", name="Search events").fill("norvane fined")
    wanted = sum("norvane" in t.lower() and "fined" in t.lower() for t in some_events.events["title"])
    expect(status(page)).to_contain_text(f"{wanted} event")
    page.get_by_role("searchbox", name="Search events").fill("zebra")
    expect(page.locator("#plot-empty")).to_contain_text("No event answers these filters")


def test_download_holds_exactly_the_rows_shown(visit: Visit, some_address: str) -> None:
    page = visit(some_address)
    _montana(page)
    page.locator('#grid .ag-header-cell[col-id="title"]').click()  # order by title
    expect(page.locator('#grid .ag-header-cell[col-id="title"]')).to_have_attribute("aria-sort", "ascending")
    expect(page.locator("#count-table")).not_to_have_text("120")
    titles = grid_column(page, "title")
    page.get_by_text("Download", exact=True).click()
    with page.expect_download() as caught:
        page.get_by_role("button", name="CSV", exact=True).click()
    text = Path(caught.value.path()).read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == int(page.locator("#count-table").inner_text())
    assert [row["title"] for row in rows][: len(titles)] == titles
    assert titles == sorted(titles)


def test_picture_is_made_in_the_browser(visit: Visit, some_address: str) -> None:
    page = visit(some_address)
    page.get_by_text("Download", exact=True).click()
    with page.expect_download() as caught:
        page.get_by_role("button", name="SVG", exact=True).click()
    assert "<svg" in Path(caught.value.path()).read_text(encoding="utf-8")[:200]


def test_link_reproduces_the_view(visit: Visit, some_address: str) -> None:
    page = visit(some_address)
    choose(page, "United States")
    page.get_by_role("button", name="Actor", exact=True).click()
    page.get_by_role("button", name="Surely within").click()
    page.get_by_label("From", exact=True).fill("2022")
    expect(status(page)).to_contain_text("period")
    page.get_by_role("button", name="Show one year").click()
    page.get_by_role("checkbox", name="Only the window above").click()
    page.locator("#plot").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(panel(page).get_by_role("heading", level=2)).to_be_visible()
    seen = (
        status(page).inner_text(),
        meta(page)["window"],
        [lane["label"] for lane in meta(page)["lanes"]],
        panel(page).inner_text(),
    )
    rows = grid_column(page, "title")
    again = visit(page.url)
    expect(panel(again).get_by_role("heading", level=2)).to_be_visible()
    expect(status(again)).to_have_text(seen[0])
    window = meta(again)["window"]
    assert window == pytest.approx(seen[1], abs=1 / 24)
    assert ([lane["label"] for lane in meta(again)["lanes"]], panel(again).inner_text()) == seen[2:]
    assert grid_column(again, "title") == rows


def test_zoom_by_button_wheel_and_overview(visit: Visit, some_address: str) -> None:
    page = visit(some_address)
    span = _span(page)
    page.get_by_role("button", name="Zoom in").click()
    _wait_span(page, lambda now: now < 0.6 * span)
    span = _span(page)
    box = page.locator("#plot").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2)
    for _ in range(3):
        page.mouse.wheel(0, -240)
    _wait_span(page, lambda now: now < 0.95 * span)
    page.get_by_role("button", name="Fit all").click()
    _wait_span(page, lambda now: now > span)
    span = _span(page)
    strip = page.locator("#strip").bounding_box()
    handle = page.get_by_role("slider", name="Start of the window").bounding_box()
    page.mouse.move(handle["x"] + handle["width"] / 2, handle["y"] + 10)
    page.mouse.down()
    page.mouse.move(strip["x"] + strip["width"] * 0.7, handle["y"] + 10, steps=4)
    page.mouse.up()
    _wait_span(page, lambda now: now < 0.5 * span)


def _span(page: Page) -> float:
    start, end = meta(page)["window"]
    return float(end - start)


def _wait_span(page: Page, test: Callable[[float], bool]) -> None:
    for _ in range(60):
        if test(_span(page)):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"the window stayed {_span(page)} days long")


def test_keys_alone_reach_open_and_leave_an_event(visit: Visit, some_address: str) -> None:
    page = visit(f"{some_address}/?w=2024-11-01..2025-03-01")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the timeline")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "plot"
    third = meta(page)["items"][2]
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#say")).to_contain_text(third[1])
    expect(page.locator("#ring")).to_be_visible()
    page.keyboard.press("Enter")
    expect(panel(page).get_by_role("heading", level=2)).to_have_text(third[1])
    expect(panel(page)).to_be_focused()
    expect(page.locator("#grid .ag-row-selected")).to_contain_text(third[1])
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    assert page.evaluate("() => document.activeElement.id") == "plot"
    page.keyboard.press("4")
    expect(page.get_by_role("button", name="Matter", exact=True)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search events")).to_be_focused()


def test_columns_can_be_chosen(visit: Visit, some_address: str) -> None:
    page = visit(some_address)
    grid_column(page, "title")
    page.get_by_text("Columns", exact=True).click()
    page.locator("#table-pane").get_by_role("checkbox", name="Publisher", exact=True).click()
    expect(page.locator('#grid .ag-header-cell[col-id="publisher"]')).to_be_visible()


def test_view_is_kept_opened_again_and_forgotten(visit: Visit, some_address: str) -> None:
    page = visit(f"{some_address}/?j=EU&lanes=type")
    views = page.get_by_label("Saved views")
    views.click()
    page.get_by_label("Keep this view in this browser as").fill("The Union <b>")
    page.get_by_role("button", name="Save", exact=True).click()
    page.goto(some_address)
    page.locator("#plot[data-mode]").wait_for()
    page.get_by_label("Saved views").click()
    page.get_by_role("button", name="The Union <b>", exact=True).click()
    expect(page).to_have_url(f"{some_address}/?j=EU&lanes=type")
    expect(status(page)).to_contain_text("filtered by jurisdiction")
    page.get_by_label("Saved views").click()
    page.get_by_role("button", name="Forget the view").click()
    expect(page.get_by_text("No view is kept yet.")).to_be_visible()


def test_addresses_to_subscribe_to_carry_the_filters_alone(visit: Visit, some_address: str) -> None:
    page = visit(f"{some_address}/?j=EU&lanes=type&tab=next&from=2020")
    assert page.evaluate("() => TL.subscription('ics')") == f"{some_address}/events.ics?j=EU&from=2020"
