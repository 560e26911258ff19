"""Every command on a small article: data on standard output, talk on standard error, status 0."""

import csv
import io
import json
from pathlib import Path

import pytest


def test_extract_prints_a_table(timeline, article):
    result = timeline("extract", article)
    assert result.status == 0
    assert "2023-05-03" in result.out
    assert "fine" in result.out


def test_extract_csv_and_its_statement(timeline, article):
    result = timeline("extract", article, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.out, newline="")))
    assert {row["event_type"] for row in rows} >= {"fine", "law_enacted", "lawsuit"}
    assert {row["document_id"] for row in rows} == {"article.txt"}
    statement = json.loads(result.err.splitlines()[0])
    assert statement["rows"] == len(rows)


def test_a_dash_is_standard_output(timeline, article):
    assert timeline("extract", article, "-o", "-", "--format", "csv") == timeline("extract", article, "--format", "csv")


def test_extract_to_a_file_names_it(timeline, article):
    result = timeline("extract", article, "-o", "events.jsonl")
    assert (result.status, result.out) == (0, "")
    assert result.err.startswith("Wrote events.jsonl.\nWrote events.jsonl.meta.json.\n")
    text = Path(article).read_text(encoding="utf-8")
    for line in Path("events.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert row["type"] == row["event_type"]
        for mention in row["mentions"]:
            start, end = mention["span"]
            assert text[start:end].strip()


def test_extract_per_document(timeline, article):
    result = timeline("extract", article, "--per-document", "--format", "jsonl")
    (line,) = result.out.splitlines()
    record = json.loads(line)
    assert (record["id"], record["published"]) == ("article.txt", "2023-05-24")
    assert [event["start"] for event in record["events"] if event["type"] == "fine"] == ["2023-05-03"]
    assert json.loads(result.err)["documents"] == 1


def test_jobs_change_nothing(timeline, article):
    for number in range(5):
        Path(f"copy{number}.txt").write_text(
            f"The FTC sued firm {number} on {number + 1} May 2023.\n", encoding="utf-8"
        )
    arguments = ("extract", ".", "--per-document", "--format", "jsonl")
    assert timeline(*arguments, "--jobs", "2") == timeline(*arguments)


def test_extract_twice_gives_the_same_bytes(timeline, article):
    assert timeline("extract", article, "--format", "json") == timeline("extract", article, "--format", "json")


def test_tag(timeline, article):
    result = timeline("tag", article)
    record = json.loads(result.out)
    text = Path(article).read_text(encoding="utf-8")
    assert record["id"] == "article.txt"
    assert all(text[t["start"] : t["end"]] == t["text"] for t in record["timex"])
    assert {"type": "DATE", "value": "2023-05-03"}.items() <= record["timex"][1].items()


def test_explain_as_text_and_as_data(timeline, article):
    shown = timeline("explain", article)
    assert shown.status == 0
    assert '<- "fined"' in shown.out
    rows = json.loads(timeline("explain", article, "--format", "json").out)
    one = rows[0]["event_id"]
    assert timeline("explain", article, "--event", one).out.startswith(one)


def test_export_filters_and_says_so(timeline, article):
    result = timeline("export", article, "--type", "enforcement", "--since", "2023-01-01", "--format", "json")
    content = json.loads(result.out)
    assert {row["event_type"] for row in content["events"]} == {"fine"}
    assert content["meta"]["filter"] == "types: enforcement; since: 2023-01-01"
    assert content["meta"]["total"] > content["meta"]["rows"] == 1
    assert {row["event_id"] for row in content["evidence"]} == {row["event_id"] for row in content["events"]}


def test_export_rolls_jurisdictions_up(timeline, article):
    everything = json.loads(timeline("export", article, "--format", "json").out)["events"]
    american = [row["event_id"] for row in everything if any(c.split("-")[0] == "US" for c in row["jurisdictions"])]
    kept = json.loads(timeline("export", article, "--jurisdiction", "us", "--format", "json").out)["events"]
    assert [row["event_id"] for row in kept] == american != []


@pytest.mark.parametrize("name", ["ics", "svg", "atom", "timelinejs", "html", "md", "tsv", "parquet", "xlsx"])
def test_export_in_every_format(timeline, article, name):
    assert timeline("export", article, "--format", name, "-o", f"file.{name}").status == 0
    assert Path(f"file.{name}").stat().st_size > 500


def test_no_source_means_the_seeds(timeline):
    result = timeline("export", "--format", "json")
    assert result.status == 0
    assert all("tiktok" in row["document_id"] for row in json.loads(result.out)["events"])


def test_matters_status_and_next(timeline, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(
        "Published: 24 May 2023\n\nGreg Gianforte, the governor of Montana, signed SB 419 on May 17, 2023. "
        "SB 419 will take effect on January 1, 2024.\n",
        encoding="utf-8",
    )
    matters = json.loads(timeline("matters", "a.txt", "--no-reference", "--format", "json").out)
    (matter,) = [m for m in matters if any("419" in name for name in m["instruments"])]
    assert "in_force" in {event["event_type"] for event in matter["events"]}
    stands = timeline("status", "a.txt", "--no-reference", "--matter", "SB 419", "--as-of", "2024-06-01")
    assert stands.status == 0
    assert "SB 419" in stands.out
    coming = timeline("next", "a.txt", "--no-reference", "--as-of", "2023-06-01")
    assert "2024-01-01" in coming.out
    assert timeline("status", "a.txt", "--matter", "SB 7", "--as-of", "2023-06-01").status == 2
