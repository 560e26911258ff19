"""Bad input: one sentence on standard error that names it, the right status, the rest delivered."""

import json
import os
import stat
from pathlib import Path

import pytest


def sentence(result, status, *words):
    assert result.status == status, result
    lines = [line for line in result.err.splitlines() if line.startswith("error: ")]
    assert len(lines) == 1, result.err
    for word in words:
        assert word in lines[0]


BAD = {
    "nothing.txt": None,
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 20,
    "archive.zip": b"PK\x03\x04" + b"\0" * 60,
    "broken.pdf": b"%PDF-1.4 no more",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_by_itself(timeline, article, name):
    if BAD[name] is not None:
        Path(name).write_bytes(BAD[name])
    result = timeline("extract", name, "--format", "csv")
    sentence(result, 1, name)
    assert result.out == ""


@pytest.mark.parametrize("command", ["extract", "tag", "explain"])
def test_a_bad_file_costs_only_itself(timeline, article, command):
    result = timeline(command, "nothing.txt", article)
    sentence(result, 1, "nothing.txt", "does not exist")
    assert "2023-05-03" in result.out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(timeline, article):
    Path(article).chmod(stat.S_IWUSR)
    sentence(timeline("extract", article), 1, article, "Permission denied")


def test_a_wrong_encoding_is_read_and_told(timeline, article):
    Path(article).write_bytes(
        "Published: 24 May 2023\n\nThe FTC fined Müller “Söhne” $5 million on 3 May 2023.".encode("cp1252")
    )
    result = timeline("extract", article)
    assert result.status == 0
    assert "note: article.txt: It is not UTF-8; it was read as Windows-1252." in result.err


def test_a_corpus_with_a_broken_line(timeline, article):
    good = {"id": "good", "text": "The FTC sued Acme Corp. on 3 May 2023.", "published": "2023-05-24"}
    Path("c.jsonl").write_text(f'{{"id": "bad", "text\n{json.dumps(good)}\n', encoding="utf-8")
    result = timeline("extract", "c.jsonl", "--per-document", "--format", "jsonl")
    sentence(result, 1, "c.jsonl, line 1")
    assert [json.loads(line)["id"] for line in result.out.splitlines()] == ["good"]


ARGUMENTS = {
    "no source": (["extract"], "SOURCE"),
    "no such day": (["extract", "article.txt", "--published", "2023-13-45"], "2023-13-45"),
    "a day in words": (["extract", "article.txt", "--published", "yesterday"], "yesterday"),
    "a day without zeros": (["export", "article.txt", "--since", "2023-5-4"], "2023-5-4"),
    "no such format": (["extract", "article.txt", "--format", "doc"], "doc"),
    "no such ending": (["extract", "article.txt", "-o", "x.doc"], "x.doc"),
    "no such folder": (["extract", "article.txt", "-o", "no/x.csv"], "no/x.csv"),
    "no such language": (["extract", "article.txt", "--language", "xx"], "xx"),
    "no such type": (["export", "article.txt", "--type", "fines"], "fines"),
    "no such jurisdiction": (["export", "article.txt", "--jurisdiction", "XX"], "XX"),
    "no such event": (["explain", "article.txt", "--event", "nope"], "nope"),
    "no such command": (["extrakt"], "extrakt"),
    "no such option": (["extract", "article.txt", "--nope"], "--nope"),
    "no such catalogue": (["extract", "article.txt", "--reference", "nope.csv"], "nope.csv"),
    "a catalogue and none": (
        ["extract", "article.txt", "--reference", "article.txt", "--no-reference"],
        "--no-reference",
    ),
    "no processes": (["extract", "article.txt", "--jobs", "0"], "--jobs"),
    "no such port": (["serve", "article.txt", "--port", "99999"], "--port"),
    "no such folder of data": (["check-data", "nowhere"], "nowhere"),
}


@pytest.mark.parametrize("name", ARGUMENTS)
def test_bad_arguments(timeline, article, name):
    arguments, word = ARGUMENTS[name]
    result = timeline(*arguments)
    sentence(result, 2, word)
    assert result.out == ""
