"""What a person sees and does, in the words of the tests."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect


def meta(page: Page) -> dict[str, Any]:
    """What is drawn: mode, window, lanes, marks or cells."""
    found: dict[str, Any] = page.evaluate("() => TL.graph().layout.meta")
    return found


def click_mark(page: Page, event_id: str) -> None:
    """Click on the mark of an event."""
    x, y = page.evaluate(
        """(id) => {
            const graph = TL.graph(), item = graph.layout.meta.items.find((i) => i[0] === id);
            const box = graph.getBoundingClientRect(), size = graph._fullLayout._size;
            return [box.left + size.l + graph._fullLayout.xaxis.l2p(item[4]), box.top + size.t + item[5]];
        }""",
        event_id,
    )
    page.mouse.click(x, y)


def panel(page: Page) -> Locator:
    """The side panel."""
    return page.get_by_role("complementary", name="Details")


def choose(page: Page, name: str) -> None:
    """Tick a choice among the filters."""
    page.get_by_role("complementary", name="Filters").get_by_role("checkbox", name=name).first.click()


def grid_column(page: Page, column: str) -> list[str]:
    """The words of a column in the rows that the table shows, from top to bottom."""
    cells = page.locator(f'#grid .ag-row [col-id="{column}"]')
    expect(cells.first).not_to_be_empty()
    rows: list[list[Any]] = page.evaluate(
        """(column) => [...document.querySelectorAll(`#grid .ag-row [col-id="${column}"]`)]
            .map((cell) => [Number(cell.closest('.ag-row').getAttribute('row-index')), cell.textContent])""",
        column,
    )
    return [text for _, text in sorted(rows)]


def status(page: Page) -> Locator:
    """The line that says what is shown and what is left out."""
    return page.locator("#status")
