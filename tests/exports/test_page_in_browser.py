"""The exported page opened from disk, as a reader would: it filters, asks nobody for anything, runs nothing foreign."""

import pytest

from timeline.exports import write_export

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser, events, tmp_path):
    path = tmp_path / "events.html"
    write_export(str(path), events, "html", meta={"filter": "none"})
    opened = browser.new_page()
    opened.wrong = []
    opened.on("console", lambda message: opened.wrong.append(message.text))
    opened.on("pageerror", lambda error: opened.wrong.append(str(error)))
    opened.on("dialog", lambda dialog: opened.wrong.append(dialog.message))
    opened.on("request", lambda request: opened.wrong.append(request.url) if "events.html" not in request.url else None)
    opened.goto(path.as_uri())
    yield opened
    opened.close()


def shown(page):
    return [row.get_attribute("id")[-1] for row in page.locator("tbody tr:visible").all()]


def counted(page, words):
    """Waits for the page to say so."""
    from playwright.sync_api import expect

    expect(page.get_by_role("status")).to_have_text(words)


def test_filters_and_nothing_else_happens(page):
    assert shown(page) == ["1", "2", "4", "3", "5"]
    for code, rows in (("US-MT", ["2"]), ("US", ["2"]), ("EU", ["1"])):
        page.get_by_label("Jurisdiction").select_option(code)
        assert shown(page) == rows
    page.get_by_role("button", name="Clear").click()
    counted(page, "5 of 5 events shown, 1 of them without a date.")
    page.get_by_label("in the role of").select_option("target")
    assert shown(page) == ["1"]
    page.get_by_label("Actor").select_option("Orinoco")
    page.get_by_label("in the role of").select_option("authority")
    assert shown(page) == []
    page.get_by_label("Actor").select_option("Ravalia")
    assert shown(page) == ["1"]
    page.get_by_role("button", name="Clear").click()
    counted(page, "5 of 5 events shown, 1 of them without a date.")
    page.get_by_label("Words").fill("ravalia fines")
    assert shown(page) == ["1"]
    counted(page, "1 of 5 events shown, 0 of them without a date.")
    assert page.locator(".picture g.gone").count() == page.locator(".picture g[data-event]").count() - 1 == 3
    page.get_by_label("Words").fill("")
    page.get_by_label("From").fill("2024-01-01")
    page.get_by_label("Undated too").uncheck()
    assert shown(page) == ["4", "3"]
    page.get_by_role("button", name="Clear").click()
    counted(page, "5 of 5 events shown, 1 of them without a date.")
    assert page.wrong == []


def test_the_sentence_is_behind_the_title(page):
    title = page.locator("summary").first
    assert page.locator("q").first.is_hidden()
    title.focus()
    page.keyboard.press("Enter")
    assert page.locator("q").first.is_visible()
    assert page.wrong == []
