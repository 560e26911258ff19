"""A document that the pipeline cannot bear is named and left out; the others are delivered."""

import json
from dataclasses import replace

import pytest

from timeline import pipeline


@pytest.fixture
def fragile(monkeypatch):
    """A pipeline with a defect that one text of two brings out."""
    sound = pipeline.process_document

    def process(document):
        if "brittle" in document.text:
            raise ZeroDivisionError("a defect")
        return sound(replace(document))

    monkeypatch.setattr(pipeline, "process_document", process)


@pytest.mark.parametrize("extra", [(), ("--per-document",)])
def test_the_rest_is_delivered(timeline, article, fragile, tmp_path, extra):
    (tmp_path / "bad.txt").write_text("A brittle text about a fine.", encoding="utf-8")
    result = timeline("extract", "bad.txt", article, "--format", "jsonl", *extra)
    assert result.status == 1
    errors = [line for line in result.err.splitlines() if line.startswith("error: ")]
    assert errors == ["error: bad.txt could not be processed (ZeroDivisionError: a defect)."]
    assert "2023-05-03" in result.out
    assert "bad.txt" not in result.out
    assert [json.loads(line) for line in result.out.splitlines()]


def test_a_defect_that_no_document_is_to_blame_for(timeline, article, monkeypatch):
    def broken(events, documents):
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr("timeline.table.to_table", broken)
    result = timeline("extract", article)
    assert result.status == 1
    assert result.err.startswith(
        "error: This is a defect of timeline, please report it: ZeroDivisionError at test_failures.py:"
    )
