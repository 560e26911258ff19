"""Hostile articles and names: shown as the text they are, run nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import choose, click_mark, grid_column, meta, panel, status
from tests.synthetic import make_synthetic
from timeline.dashboard import create_app
from timeline.model import Document

pytestmark = pytest.mark.browser

HOSTILE = '<img src=x onerror=alert(1)><script>alert(2)</script><a href="javascript:alert(3)">b</a> %{x} {{7*7}}'


def test_hostile_words_stay_words(visit: Callable[..., Page], serve: Callable[..., str]) -> None:
    table = make_synthetic(12)
    events, evidence, documents = table.events.copy(), table.evidence.copy(), dict(table.documents)
    target = int(events.index[events["date_precision"] == "day"][0])
    event_id, document_id = events.at[target, "event_id"], events.at[target, "document_id"]
    for column in ("title", "sentence", "instrument", "publisher", "date_text"):
        events.at[target, column] = HOSTILE
    events.at[target, "source_url"] = "javascript:alert(4)"
    events.at[target, "actors"] = [HOSTILE]
    events.at[target, "actor_roles"] = [{"name": HOSTILE, "role": "target"}]
    events.at[target, "jurisdiction_names"] = [HOSTILE]
    text = f"{HOSTILE} {documents[document_id].text}"
    evidence.loc[evidence["document_id"] == document_id, ["start", "end"]] += len(HOSTILE) + 1
    documents[document_id] = replace(documents[document_id], text=text, title=HOSTILE, url="javascript:alert(4)")
    assert isinstance(documents[document_id], Document)
    address = serve(create_app(events, evidence, documents))
    page = visit(f"{address}/?lanes=actor")
    assert HOSTILE in grid_column(page, "title")
    expect(page.locator("#timeline .annotation").filter(has_text="<img src=x").first).to_be_visible()
    click_mark(page, event_id)
    expect(panel(page).get_by_role("heading", level=2)).to_have_text(HOSTILE)
    expect(panel(page).get_by_role("link", name="Open the source")).to_have_count(0)
    panel(page).get_by_role("button", name="Read in the text").click()
    expect(page.get_by_role("dialog").locator(".text")).to_contain_text("<script>alert(2)</script>")
    page.keyboard.press("Escape")
    choose(page, HOSTILE)
    expect(status(page)).to_contain_text("filtered by actor")
    page.goto(f"{address}/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(5)%3E&j=%3Cscript%3E&lanes=%22%3E&w=x..y")
    page.locator("#plot[data-live]").wait_for()
    expect(status(page)).to_contain_text("0 events")
    assert page.locator("img[src=x], #panel-pane script, #plot script").count() == 0
    assert meta(page)["mode"] in {"labels", "cells"}
