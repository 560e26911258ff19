"""The app as a server: its answers, its headers, its files, its additions."""

from __future__ import annotations

import io
import json
import socket
import time
import zipfile
from collections.abc import Sequence
from typing import Any

import icalendar
import pandas as pd
import pytest

from tests.synthetic import make_synthetic
from timeline.dashboard import create_app, serve
from timeline.dashboard.adding import Additions, decode_uploads, job_state, merged, pasted
from timeline.dashboard.answer import make_answer
from timeline.dashboard.cells import cell_rows
from timeline.dashboard.dataset import make_dataset
from timeline.dashboard.download import MENU
from timeline.dashboard.filters import Filters, read_filters
from timeline.dashboard.grid import grid_block, row_index, table_rows
from timeline.dashboard.lists import upcoming
from timeline.dashboard.markup import as_html
from timeline.dashboard.panel import event_panel
from timeline.dashboard.selection import Workspace
from timeline.dashboard.status import status_words
from timeline.errors import ArgumentError, InputError, TimelineError

TABLE = make_synthetic(60)


@pytest.fixture(scope="module")
def client() -> Any:
    return create_app(TABLE.events, TABLE.evidence, TABLE.documents).server.test_client()


def test_page_shows_its_shell_before_any_script(client: Any) -> None:
    page = client.get("/").text
    assert '<html lang="en">' in page
    assert "Loading the events" in page
    assert "react-entry-point" in page


def test_policy_lets_nothing_in_from_elsewhere(client: Any) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    script = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in script
    assert "http" not in policy
    assert "default-src 'self'" in policy


@pytest.mark.parametrize("name", MENU)
def test_every_format_downloads_the_rows_asked_for(client: Any, name: str) -> None:
    asked = {"format": name, "filters": {"j": ["US"]}, "table": {"sort": [{"colId": "title", "sort": "desc"}]}}
    answer = client.post("/download", json=asked)
    assert answer.status_code == 200, answer.text
    assert answer.data
    assert "attachment" in answer.headers["Content-Disposition"]


def test_downloaded_rows_are_the_tables_rows_in_its_order(client: Any) -> None:
    asked = {"format": "csv", "filters": {"j": ["US"]}, "table": {"sort": [{"colId": "title", "sort": "desc"}]}}
    rows = pd.read_csv(io.BytesIO(client.post("/download", json=asked).data))
    selection = Workspace(make_dataset(TABLE.events, TABLE.evidence, TABLE.documents)).select(
        read_filters({"j": ["US"]})
    )
    wanted = selection.data.events.iloc[table_rows(selection, asked["table"], {})]  # type: ignore[arg-type]  # plain dict of JSON
    assert rows["event_id"].tolist() == wanted["event_id"].tolist()
    assert rows["title"].tolist() == sorted(rows["title"], reverse=True)


def test_statement_of_a_download_names_the_filter(client: Any) -> None:
    asked = {"format": "json", "filters": {"j": ["US-MT"], "from": "2024", "q": "data"}, "table": {}}
    text = client.post("/download", json=asked).text
    assert "jurisdiction: Montana" in text
    assert "possibly within: 2024-01-01 to .." in text


@pytest.mark.parametrize("asked", [{}, {"format": "exe"}, {"format": None}, []])
def test_unknown_format_is_refused_in_words(client: Any, asked: Any) -> None:
    answer = client.post("/download", json=asked)
    assert answer.status_code == 400
    assert "format" in answer.json["message"]


def test_files_are_compressed_and_kept(client: Any) -> None:
    first = client.get("/page.js", headers={"Accept-Encoding": "br"})
    again = client.get("/page.js", headers={"Accept-Encoding": "br"})
    assert first.headers["Content-Encoding"] == "br"
    assert first.data == again.data


def test_taken_port_is_told_with_what_to_do() -> None:
    app = create_app(TABLE.events, TABLE.evidence, TABLE.documents)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(TimelineError, match=rf"127\.0\.0\.1:{port} cannot be used .*--port"):
            serve(app, port=port)
    with pytest.raises(ArgumentError, match="--port"):
        serve(app, port=99_999)


def test_answer_is_json_and_counts_what_is_left_out() -> None:
    workspace = Workspace(make_dataset(TABLE.events, TABLE.evidence, TABLE.documents))
    selection = workspace.select(read_filters({"t": ["fine"], "from": "2023"}))
    for tab in ("table", "undated", "next", "issues"):
        answer = make_answer(selection, {"open": ["US", "enforcement"]}, {"tab": tab, "asOf": "2024-01-01"})
        json.dumps(answer)
    assert f"{60 - selection.total} of 60 left out" in status_words(selection)
    assert answer["counts"]["table"] == str(selection.total)


def test_table_rows_sort_by_any_column_and_find_an_event() -> None:
    data = make_dataset(TABLE.events, TABLE.evidence, TABLE.documents)
    selection = Workspace(data).select(Filters())
    for column in ("title", "actors", "amount", "published", "confidence", "date_start"):
        rows = table_rows(selection, {"sort": [{"colId": column, "sort": "asc"}]}, {})
        assert sorted(rows) == list(range(60))
    block = grid_block(data, rows, 10, 14)
    assert len(block) == 4
    assert row_index(selection, block[2]["event_id"], {"sort": [{"colId": "date_start", "sort": "asc"}]}, {}) == 12
    assert table_rows(selection, {"sort": "x"}, {}).tolist() == list(range(60))


def test_panel_of_every_event_can_be_made() -> None:
    data = make_dataset(TABLE.events, TABLE.evidence, TABLE.documents)
    for event_id, title in zip(data.events["event_id"], data.events["title"], strict=True):
        text = as_html(event_panel(data, event_id))
        assert title.split()[0] in text
    assert "gone" in as_html(event_panel(data, "none"))


def test_what_is_next_lies_ahead() -> None:
    data = make_dataset(TABLE.events, TABLE.evidence, TABLE.documents)
    selection = Workspace(data).select(Filters())
    rows = upcoming(selection, pd.Timestamp("2025-01-01").date())
    assert len(rows)
    ends = data.events["date_end"].iloc[rows]
    assert (ends.isna() | (ends >= "2025-01-01")).all()


@pytest.mark.parametrize(
    "cell",
    [
        {},
        {"lane": "US"},
        {"lane": "US", "from": 5, "to": 1},
        {"lane": "US", "from": "a", "to": "b"},
        {"lane": "?", "from": 1, "to": 2},
    ],
)
def test_cell_that_does_not_exist_is_none(cell: dict[str, Any]) -> None:
    selection = Workspace(make_dataset(TABLE.events, TABLE.evidence, TABLE.documents)).select(Filters())
    assert cell_rows(selection, {}, cell) is None


def test_known_events_give_way_to_their_new_row() -> None:
    data = make_dataset(TABLE.events, TABLE.evidence, TABLE.documents)
    again = make_synthetic(60).events.assign(title="New title")
    result, fresh = merged(data, (again.head(10), TABLE.evidence.head(0), {}, []))
    assert fresh == 0
    assert result.size == 60
    assert (result.events["title"] == "New title").sum() == 10


def test_failing_extraction_ends_the_job_in_words() -> None:
    def fail(sources: Sequence[Any]) -> Any:
        raise KeyError("left over")

    workspace = Workspace(make_dataset(TABLE.events, TABLE.evidence, TABLE.documents))
    additions = Additions(workspace, fail)
    job = additions.start([("a.txt", b"x")])
    for _ in range(100):
        if job_state(additions, job)["state"] != "running":
            break
        time.sleep(0.02)
    assert job_state(additions, job)["state"] == "failed"
    assert "could not be read (KeyError" in job_state(additions, job)["message"]
    assert workspace.version == 1
    assert job_state(additions, "unknown")["state"] == "failed"


def test_broken_upload_is_refused() -> None:
    with pytest.raises(InputError, match=r"a\.txt"):
        decode_uploads(["data:text/plain;base64,???"], ["a.txt"])
    assert decode_uploads(["data:text/plain;base64,aGk="], ["a.txt"]) == [("a.txt", b"hi")]


def test_calendar_and_feed_stand_at_an_address_that_carries_the_filter(client: Any) -> None:
    query = "j=US-MT&from=2020&tab=next&lanes=actor"
    calendar = client.get(f"/events.ics?{query}")
    assert calendar.mimetype == "text/calendar"
    feed = client.get(f"/events.atom?{query}")
    shown = Workspace(make_dataset(TABLE.events, TABLE.evidence, TABLE.documents)).select(
        read_filters({"j": ["US-MT"], "from": "2020"})
    )
    assert feed.text.count("<entry>") == shown.total > 0
    wanted = {f"{name}@timeline" for name in shown.data.events["event_id"].iloc[shown.rows]}
    found = {str(entry["uid"]) for entry in icalendar.Calendar.from_ical(calendar.data).events}
    assert found
    assert found <= wanted
    again = client.get(f"/events.atom?{query}", headers={"If-None-Match": feed.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl"])
def test_zipped_tables_come_with_their_statement(client: Any, form: str) -> None:
    asked = {"format": f"{form}.zip", "filters": {"j": ["US"]}}
    with zipfile.ZipFile(io.BytesIO(client.post("/download", json=asked).data)) as packed:
        lines = packed.read(f"timeline-events.{form}").decode("utf-8-sig").splitlines()
        statement = json.loads(packed.read(f"timeline-events.{form}.meta.json"))
    plain = client.post("/download", json=asked | {"format": form}).data.decode("utf-8-sig").splitlines()
    assert lines == plain
    assert statement["filter"] == "jurisdiction: United States"
    assert (statement["rows"], statement["total"]) == (len(lines) - (form != "jsonl"), 60)


def test_what_was_added_can_be_taken_back() -> None:
    extra = make_synthetic(3, seed=5)
    events = extra.events.assign(event_id=["x1", "x2", "x3"], document_id="new")
    workspace = Workspace(make_dataset(TABLE.events, TABLE.evidence, TABLE.documents))
    additions = Additions(workspace, lambda sources: (events, extra.evidence.iloc[:0], {}, []))
    job = additions.start([("a.txt", "words")])
    while job_state(additions, job)["state"] == "running":
        time.sleep(0.01)
    assert workspace.data.size == 63
    additions.take_back()
    assert workspace.data.size == 60
    assert pasted({"text": " https://example.org/a "}) == [("https://example.org/a", "")]


def test_first_answer_holds_all_that_is_shown_first(client: Any) -> None:
    answer = client.post("/first", json={"filters": {"j": ["US"]}, "screen": {"width": 900, "height": 400}}).json
    assert answer["figure"]["data"]
    assert "events" in answer["answer"]["status"]
    assert answer["rows"]
