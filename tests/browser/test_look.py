"""What the page shows: drawn, told in words, dark, on a phone, to a screen reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.helpers import choose, click_mark, grid_column, meta, panel, status
from tests.browser.support import serving
from tests.synthetic import Synthetic, make_synthetic
from timeline.dashboard import create_app

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
Serve = Callable[..., str]


def test_timeline_is_drawn_with_its_table(visit: Visit, some_address: str, some_events: Synthetic) -> None:
    page = visit(some_address)
    expect(status(page)).to_contain_text("120 events")
    assert {lane["label"] for lane in meta(page)["lanes"]} >= {"United States", "Montana", "European Union"}
    assert page.locator("#timeline .scatterlayer path, #timeline .heatmaplayer image").count() > 0
    first = some_events.events.dropna(subset=["date_start"]).iloc[0]
    assert grid_column(page, "title")[0] == first["title"]
    expect(page.locator("#strip rect").first).to_be_visible()


def test_panel_shows_the_sentence_with_its_words_marked(
    visit: Visit, some_address: str, some_events: Synthetic
) -> None:
    page = visit(f"{some_address}/?w=2024-11-01..2025-03-01")
    event_id = meta(page)["items"][2][0]
    event = some_events.events.set_index("event_id").loc[event_id]
    click_mark(page, event_id)
    expect(panel(page).get_by_role("heading", level=2)).to_have_text(event["title"])
    verb = event["title"].removeprefix(event["actors"][0]).split()[0]
    expect(panel(page).locator("mark.mark-event")).to_have_text(verb)
    expect(panel(page).locator("mark.mark-actor")).to_have_text(event["actors"])
    link = panel(page).get_by_role("link", name="Open the source").get_attribute("href")
    assert link is not None
    assert link.startswith(f"{event['source_url']}#:~:text=")
    panel(page).get_by_role("button", name="Read in the text").click()
    expect(page.get_by_role("dialog").locator("mark.mark-event")).to_have_text(verb)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_that_axe_finds(visit: Visit, some_address: str, scheme: str) -> None:
    page = visit(f"{some_address}/?w=2024-11-01..2025-03-01", scheme=scheme)
    grid_column(page, "title")
    click_mark(page, meta(page)["items"][2][0])
    expect(panel(page).get_by_role("heading", level=2)).to_be_visible()
    found = Axe().run(page).response["violations"]
    # the grid's own rows scroll inside it; its structure is AG Grid's to keep
    told = [f"{v['id']}: {node['target']} {node['failureSummary']}" for v in found for node in v["nodes"]]
    assert told == []


def test_dark_reaches_every_part(visit: Visit, some_address: str) -> None:
    page = visit(some_address)
    page.get_by_role("button", name="Light or dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.locator("#timeline .main-svg").first.wait_for()
    expect(page.locator("#timeline .main-svg").first).to_have_css("background-color", "rgb(18, 23, 30)")
    for part in ("body", "#grid .ag-row", "#filters-pane", ".header", "#strip"):
        colour = page.locator(part).first.evaluate(
            "(e) => { while (getComputedStyle(e).backgroundColor === 'rgba(0, 0, 0, 0)') e = e.parentElement; "
            "return getComputedStyle(e).backgroundColor; }"
        )
        assert max(int(v) for v in colour.removeprefix("rgb(").rstrip(")").split(",")[:3]) < 70, f"{part} is {colour}"
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_phone_has_everything_in_reach(visit: Visit, some_address: str) -> None:
    page = visit(some_address, phone=True)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    expect(page.locator("#filters-pane")).to_be_hidden()
    page.get_by_role("button", name="Filters", exact=True).click()
    choose(page, "United States")
    page.get_by_role("button", name="Close filters").click()
    expect(page.locator("#filters-pane")).to_be_hidden()
    expect(status(page)).to_contain_text("filtered by jurisdiction")
    small = page.evaluate(
        """() => [...document.querySelectorAll('.header button, .header summary, .toolbar button, .chip')]
            .map((e) => [e.textContent, e.getBoundingClientRect()]).filter(([, b]) => b.width && (b.width < 24 ||
            b.height < 24)).map(([t]) => t)"""
    )
    assert small == []


def test_undated_and_coming_events_have_lists(visit: Visit, some_address: str, some_events: Synthetic) -> None:
    page = visit(some_address)
    undated = some_events.events["date_basis"].isin(["bounded", "unknown"]).sum()
    undated = int(undated)
    page.get_by_role("tab", name="Undated").click()
    expect(page.locator("#pane-undated .entry")).to_have_count(undated)
    expect(page.locator("#pane-undated")).to_contain_text("not after")
    page.get_by_role("tab", name="What is next").click()
    expect(page.locator("#next .entry").first).to_be_visible()
    days = page.locator("#next .entry-when").all_text_contents()
    assert len(days) > 3


def test_cell_lists_its_members(visit: Visit, serve: Serve) -> None:
    table = make_synthetic(900, sources=False)
    address = serve(create_app(table.events, table.evidence, table.documents))
    page = visit(f"{address}/?lanes=type")
    known = meta(page)
    lane = next(i for i, entry in enumerate(known["lanes"]) if entry["cells"])
    column = max(range(len(known["possibly"][lane])), key=lambda i: known["possibly"][lane][i])
    x, y = page.evaluate(
        """([lane, column]) => {
            const graph = TL.graph(), known = graph.layout.meta, at = known.lanes[lane];
            const box = graph.getBoundingClientRect(), size = graph._fullLayout._size;
            const day = (known.edges[column] + known.edges[column + 1]) / 2;
            const x = graph._fullLayout.xaxis.l2p(day * 864e5);
            return [box.left + size.l + x, box.top + size.t + at.top + at.height / 2];
        }""",
        [lane, column],
    )
    page.mouse.move(x, y)
    expect(page.get_by_role("tooltip")).to_contain_text("event")
    page.mouse.click(x, y)
    expect(panel(page).locator(".entry")).to_have_count(known["possibly"][lane][column])
    panel(page).locator(".entry").first.click()
    expect(panel(page).get_by_role("heading", name="Source")).to_be_visible()


def test_empty_table_says_what_to_do(visit: Visit, serve: Serve) -> None:
    none = make_synthetic(0)
    address = serve(create_app(none.events, none.evidence, none.documents))
    page = visit(address)
    expect(status(page)).to_have_text("No events yet: add documents to see theirs.")
    expect(page.locator("#plot-empty")).to_contain_text("No events yet")


def test_timeline_stands_and_works_before_the_library_is_read(visit: Visit, some_address: str) -> None:
    held: list[Route] = []
    page = visit(
        f"{some_address}/?w=2024-11-01..2025-03-01",
        before=lambda opened: opened.route("**/plotly.min.js*", lambda route: held.append(route)),  # noqa: PLW0108 - playwright marks its handlers, and a bound method takes no mark
        until="#plot[data-mode]",
    )
    expect(page.locator("#preview polygon").first).to_be_visible()
    page.locator("#plot").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(panel(page).get_by_role("heading", level=2)).to_be_visible()
    with page.expect_request("**/plotly.min.js*"):
        page.locator("#plot").hover()
    held[0].continue_()
    page.locator("#plot[data-live]").wait_for()
    expect(page.locator("#preview")).to_be_hidden()
    expect(page.locator("#ring")).to_be_visible()


def test_server_that_is_gone_is_told_with_what_to_do(browser: Browser) -> None:
    table = make_synthetic(10)
    page = browser.new_page()
    with serving(create_app(table.events, table.evidence, table.documents)) as address:
        page.goto(address)
        page.locator("#plot[data-live]").wait_for()
    page.get_by_role("button", name="Actor", exact=True).click()
    expect(page.get_by_role("alert").filter(has_text="The server does not answer")).to_be_visible()
    page.close()
