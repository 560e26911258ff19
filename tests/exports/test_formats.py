"""Golden exports: each format opened again with another library holds the rows that went in."""

import csv
import io
import json
import re
from datetime import date, datetime
from xml.etree import ElementTree

import pytest

from timeline.errors import ArgumentError
from timeline.exports import FORMATS, data_version, export_table, format_of_file, write_export
from timeline.table import EVENT_COLUMNS, EVIDENCE_COLUMNS

META = {"filter": "types: fine", "total": 9}
IDS = ["ev-0001", "ev-0002", "ev-0004", "ev-0003", "ev-0005"]


def text_of(events, name, **options):
    return export_table(events, name, meta=META, **options).decode()


@pytest.mark.parametrize("name", FORMATS)
def test_same_rows_give_the_same_bytes(events, evidence, name):
    first = export_table(events, name, evidence=evidence, meta=META)
    assert first == export_table(events.copy(), name, evidence=evidence.copy(), meta=META)


@pytest.mark.parametrize("name", FORMATS)
def test_no_rows_make_a_file_all_the_same(events, evidence, name):
    content = export_table(events.head(0), name, evidence=evidence.head(0))
    assert bool(content) == (name != "jsonl"), "JSON lines of nothing are nothing"


@pytest.mark.parametrize("name", [name for name, known in FORMATS.items() if not known.binary and not known.beside])
def test_text_formats_state_filter_version_and_undated(events, name):
    content = text_of(events, name).replace("\r\n ", "").replace("\\", "")
    assert data_version().rsplit(".", maxsplit=1)[-1] in content
    assert "types: fine" in content
    assert "1 without a date" in content or '"undated": 1' in content
    assert "5 of 9" in content or '"total": 9' in content


def test_csv(events):
    rows = list(csv.DictReader(io.StringIO(text_of(events, "csv"), newline="")))
    assert list(rows[0]) == list(EVENT_COLUMNS)
    assert [row["event_id"] for row in rows] == IDS
    fine, law = rows[0], rows[1]
    assert fine["title"] == "'=Ravalia fines Orinoco | <script>alert(1)</script>"
    assert fine["actor_roles"] == "Ravalia (authority); Orinoco (target)"
    assert (fine["date_start"], fine["amount"], fine["currency"]) == ("2023-05-03", "5000000", "EUR")
    assert law["title"] == "'-- Montana's governor signs[31m SB 9"
    assert (law["date_start"], law["date_end"]) == ("", "2023-05-24")


def test_csv_with_a_mark_for_old_excel(events):
    assert export_table(events, "csv", bom=True) == b"\xef\xbb\xbf" + export_table(events, "csv")


def test_tsv_needs_no_quotes(events):
    lines = text_of(events, "tsv").splitlines()
    assert {line.count("\t") for line in lines} == {len(EVENT_COLUMNS) - 1}
    assert [line.split("\t")[0] for line in lines[1:]] == IDS


def test_json(events, evidence):
    content = json.loads(text_of(events, "json", evidence=evidence))
    assert content["meta"] == {
        "filter": "types: fine",
        "data_version": data_version(),
        "rows": 5,
        "total": 9,
        "undated": 1,
    }
    assert [row["event_id"] for row in content["events"]] == IDS
    assert set(content["evidence"][0]) == set(EVIDENCE_COLUMNS)
    first = content["events"][0]
    assert first["actor_roles"][1] == {"name": "Orinoco", "role": "target", "id": "orinoco"}
    assert first["date_anchor"] is None


def test_json_lines_carry_type_and_mentions(events, evidence, documents):
    rows = [json.loads(line) for line in text_of(events, "jsonl", evidence=evidence).splitlines()]
    assert [row["event_id"] for row in rows] == IDS
    assert set(rows[0]) == {*EVENT_COLUMNS, "type"}
    (mention,) = rows[0]["mentions"]
    start, end = mention["span"]
    assert documents[mention["document_id"]].text[start:end] == "fined"
    assert rows[0]["type"] == "fine"


def test_parquet(events):
    import pyarrow.parquet as pq

    table = pq.read_table(io.BytesIO(export_table(events, "parquet", meta=META)))
    assert table.column_names == list(EVENT_COLUMNS)
    assert json.loads(table.schema.metadata[b"timeline"])["undated"] == 1
    rows = table.to_pylist()
    assert [row["event_id"] for row in rows] == IDS
    assert rows[0]["date_start"] == datetime(2023, 5, 3)
    assert rows[0]["actors"] == ["Ravalia", "Orinoco"]
    assert rows[0]["actor_roles"][0] == {"name": "Ravalia", "role": "authority", "id": None}
    assert rows[1]["date_start"] is None


def test_xlsx(events, evidence):
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(export_table(events, "xlsx", evidence=evidence, meta=META)))
    assert book.sheetnames == ["Events", "About", "Evidence"]
    sheet = book["Events"]
    assert [cell.value for cell in sheet[1]] == list(EVENT_COLUMNS)
    place = {name: number for number, name in enumerate(EVENT_COLUMNS)}
    row = sheet[2]
    assert row[place["date_start"]].value == datetime(2023, 5, 3)
    assert row[place["amount"]].value == 5_000_000
    assert row[place["source_url"]].hyperlink.target == "https://example.org/a?b=1&c=2"
    assert row[place["title"]].value.startswith("'=Ravalia")
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert sheet.freeze_panes == "C2"
    about = {row[0].value: row[1].value for row in book["About"].iter_rows()}
    assert about["Events without a date"] == 1
    assert about["Filter"] == "types: fine"
    assert book["Evidence"].max_row == len(evidence) + 1


def test_ics(events):
    import icalendar

    calendar = icalendar.Calendar.from_ical(export_table(events, "ics", meta=META))
    entries = {str(entry["uid"]): entry for entry in calendar.walk("VEVENT")}
    assert set(entries) == {"ev-0001@timeline", "ev-0003@timeline", "ev-0004@timeline"}
    fine, due, hearing = (entries[f"ev-000{n}@timeline"] for n in (1, 3, 4))
    assert (fine["dtstart"].dt, fine["dtend"].dt) == (date(2023, 5, 3), date(2023, 5, 4))
    assert [str(entry["status"]) for entry in (fine, due, hearing)] == ["CONFIRMED", "TENTATIVE", "CANCELLED"]
    assert due["dtstart"].dt == date(2024, 6, 30)
    assert len(due.walk("VALARM")) == 1
    assert len(hearing.walk("VALARM")) == 0
    assert (hearing["dtstart"].dt, hearing["dtend"].dt) == (date(2024, 5, 1), date(2024, 6, 1))
    assert "2 without a day" in str(calendar["x-wr-caldesc"])


def test_markdown_shows_hostile_text_as_text(events):
    report = text_of(events, "md")
    assert "\\<script\\>" in report
    assert "| not after 2023-05-24 |" in report
    tables = [line for line in report.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in tables} == {8}
    assert report.index("## 2023") < report.index("## Without a date")


def test_html_is_one_safe_file(events):
    page = text_of(events, "html")
    assert "<script>alert" not in page
    assert "<b>Daily" not in page
    assert "\x1b" not in page
    assert "default-src 'none'" in page or "default-src &#x27;none&#x27;" in page
    loaded = re.findall(r"<(?:link|img|iframe)\b|\bsrc=|@import|url\((?!#)", page)
    assert loaded == []
    assert re.findall(r'<tr id="([^"]+)"', page) == IDS


def test_timelinejs(events):
    story = json.loads(text_of(events, "timelinejs"))
    assert [slide["unique_id"] for slide in story["events"]] == IDS[:4]
    first = story["events"][0]
    assert first["start_date"] == {"year": 2023, "month": 5, "day": 3}
    assert "<script>" not in first["text"]["headline"]
    assert story["events"][2]["end_date"] == {"year": 2024, "month": 5, "day": 31}


def test_atom(events):
    feed = ElementTree.fromstring(export_table(events, "atom", meta=META))
    name = {"a": "http://www.w3.org/2005/Atom"}
    entries = feed.findall("a:entry", name)
    assert len(entries) == 5
    assert feed.findtext("a:updated", namespaces=name) == "2023-05-24T00:00:00Z"
    assert len({entry.findtext("a:id", namespaces=name) for entry in entries}) == 5
    assert entries[0].find("a:link", name).get("href") == "https://example.org/a?b=1&c=2"


def test_svg_draws_every_dated_row(events):
    picture = ElementTree.fromstring(export_table(events, "svg", meta=META))
    titles = [element.text for element in picture.iter("{http://www.w3.org/2000/svg}title")]
    assert len(titles) == 1 + 4
    assert "2023-05-03 (explicit, actual): =Ravalia fines Orinoco | <script>alert(1)</script>" in titles


def test_svg_of_many_events_counts_them(events):
    import pandas as pd

    many = pd.concat([events.iloc[[0]]] * 500, ignore_index=True)
    picture = export_table(many, "svg").decode()
    assert "500 events" in picture
    assert len(picture) < 20_000


def test_png(events):
    pytest.importorskip("resvg_py")
    content = export_table(events, "png", meta=META)
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(content[16:20], "big") == 2560


def test_table_for_a_terminal_has_no_control_characters(events):
    shown = text_of(events, "table")
    assert "\x1b" not in shown
    assert "undated" in shown
    assert all(event in shown for event in IDS)


def test_unknown_format_and_ending(events):
    with pytest.raises(ArgumentError, match="'doc' is no export format"):
        export_table(events, "doc")
    with pytest.raises(ArgumentError, match=r"events\.doc"):
        format_of_file("events.doc")


@pytest.mark.parametrize(("name", "beside"), [("csv", True), ("tsv", True), ("jsonl", True), ("xlsx", False)])
def test_files_and_what_stands_beside_them(tmp_path, events, name, beside):
    path = tmp_path / f"events.{name}"
    write_export(str(path), events, name, meta=META)
    assert path.read_bytes() == export_table(events, name, meta=META)
    expected = {path.name, f"{path.name}.meta.json"} if beside else {path.name}
    assert {found.name for found in tmp_path.iterdir()} == expected
    if beside:
        assert json.loads((tmp_path / f"{path.name}.meta.json").read_text(encoding="utf-8"))["filter"] == "types: fine"


def test_a_place_that_cannot_be_written(tmp_path, events):
    with pytest.raises(ArgumentError, match="cannot be written"):
        write_export(str(tmp_path / "no" / "events.csv"), events, "csv")
