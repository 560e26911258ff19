"""Every source that cannot be read gives one sentence that names it, and the others are read all the same."""

import gzip
import io
import json
import zipfile

import pytest

from timeline.documents import corpus as corpus_module
from timeline.documents import read_documents
from timeline.documents import reading as reading_module
from timeline.documents import word as word_module
from timeline.errors import InputError
from timeline.model import Issue


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


BAD_FILES = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\n ", "is empty"),
    "signs.txt": (b"... --- ...", "holds no words"),
    "binary.txt": (bytes(range(256)) * 20, "binary"),
    "nested.zip": (archive(inner=archive(text=b"words")), "archive"),
    "fake.docx": (archive(readme=b"no document"), "archive"),
    "broken.docx": (b"PK\x03\x04" + b"\0" * 40, "archive"),
    "broken2.docx": (archive(**{"word/document.xml": b"<w"}), "not a Word document"),
    "broken.pdf": (b"%PDF-1.7\nrubbish", "not a PDF"),
    "cut.gz": (gzip.compress(b"The court ruled." * 9000)[:60], "cannot be unpacked"),
    "script.html": (b"<!doctype html><html><body><script>draw()</script></body></html>", "holds no article text"),
    "empty.html": (b"<html></html>", "holds no article text"),
    "broken.json": (b'{"id": "x",', "is not JSON"),
    "other.json": (b'{"name": "x"}', 'has no "text"'),
    "words.json": (b'["x"]', "is not a JSON object"),
    "broken.eml": (b"Subject: \xff\nContent-Type: multipart/mixed\n\n", "is empty"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_files(tmp_path, name):
    content, reason = BAD_FILES[name]
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(content)
    good.write_text("The court ruled.", encoding="utf-8")
    issues: list[Issue] = []
    documents = list(read_documents([str(bad), str(good)], issues=issues))
    assert [document.id for document in documents] == [str(good)]
    assert [issue.stage for issue in issues] == ["read"]
    assert name in issues[0].message
    assert reason in issues[0].message
    assert "\n" not in issues[0].message
    with pytest.raises(InputError):
        list(read_documents([str(bad)]))


@pytest.mark.parametrize("source", ["", "nowhere/at-all.txt", "no-such-*.txt", "with\0zero", "x" * 5000])
def test_bad_names(source):
    with pytest.raises(InputError):
        list(read_documents([source]))


def test_a_folder_without_documents(tmp_path):
    with pytest.raises(InputError, match="holds no document"):
        list(read_documents([str(tmp_path)]))


def test_a_folder_that_may_not_be_read(tmp_path):
    missing = tmp_path / "gone.txt"
    missing.symlink_to(tmp_path / "nothing")
    with pytest.raises(InputError, match=r"gone\.txt"):
        list(read_documents([str(missing)]))


CORPUS_LINES = {
    "{broken": "line 2 is not JSON",
    "[1, 2]": "line 2 is not a JSON object",
    '{"id": "x"}': 'line 2 has no "text"',
    '{"text": "x"}': 'line 2 has no "id"',
    '{"id": "x", "text": ""}': "line 2 is empty",
    '{"id": "x", "text": 5}': 'line 2 has no "text"',
    "[" * 100_000: "line 2 is not JSON",
}


@pytest.mark.parametrize("line", CORPUS_LINES, ids=[line[:20] for line in CORPUS_LINES])
def test_a_broken_line_costs_only_itself(tmp_path, line):
    path = tmp_path / "c.jsonl"
    first, last = ({"id": n, "text": f"The court ruled on case {n}."} for n in ("one", "three"))
    path.write_text("\n".join([json.dumps(first), line, json.dumps(last)]), encoding="utf-8")
    issues: list[Issue] = []
    assert [document.id for document in read_documents([str(path)], issues=issues)] == ["one", "three"]
    assert CORPUS_LINES[line] in issues[0].message
    assert "c.jsonl" in issues[0].message


def test_a_date_that_is_none_is_unknown_and_told(tmp_path):
    path = tmp_path / "c.jsonl"
    path.write_text('{"id": "x", "text": "The court ruled.", "published": "2023-13-45"}', encoding="utf-8")
    issues: list[Issue] = []
    (document,) = read_documents([str(path)], issues=issues)
    assert document.published is None
    assert [issue.stage for issue in issues] == ["read-note"]
    assert "2023-13-45" in issues[0].message


def test_half_a_surrogate_pair_is_replaced_in_place(tmp_path):
    path = tmp_path / "c.jsonl"
    path.write_text('{"id": "x", "text": "A \\ud800 b"}', encoding="utf-8")
    (document,) = read_documents([str(path)])
    assert document.text == "A \ufffd b"


def test_an_enormous_line_is_skipped(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus_module, "MAX_LINE_BYTES", 200)
    path = tmp_path / "c.jsonl"
    lines = [json.dumps({"id": str(n), "text": "The court ruled. " * n}) for n in (1, 100, 2)]
    path.write_text("\n".join(lines), encoding="utf-8")
    issues: list[Issue] = []
    assert [document.id for document in read_documents([str(path)], issues=issues)] == ["1", "2"]
    assert "line 2 is longer" in issues[0].message


def test_an_enormous_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(reading_module, "MAX_CHARACTERS", 100)
    path = tmp_path / "a.txt"
    path.write_text("The court ruled. " * 50, encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.txt holds more than 100 characters"):
        list(read_documents([str(path)]))


def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path, monkeypatch):
    monkeypatch.setattr(word_module, "_MAX_UNPACKED", 1000)
    path = tmp_path / "a.docx"
    path.write_bytes(archive(**{"word/document.xml": b" " * 100_000}))
    with pytest.raises(InputError, match=r"a\.docx would unpack"):
        list(read_documents([str(path)]))


def test_hostile_html_ends_in_an_answer(tmp_path):
    path = tmp_path / "deep.html"
    path.write_text("<html><body>" + "<div>" * 20_000 + "<p>The court ruled on Monday.</p>", encoding="utf-8")
    issues: list[Issue] = []
    documents = list(read_documents([str(path)], issues=issues))
    assert len(documents) + len(issues) == 1


def test_a_locked_pdf(tmp_path, make_pdf):
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([["The court ruled."]]))))
    writer.encrypt("secret", algorithm="RC4-128")
    path = tmp_path / "locked.pdf"
    writer.write(path)
    with pytest.raises(InputError, match="locked with a password"):
        list(read_documents([str(path)]))


def test_a_pdf_of_pictures(tmp_path, make_pdf):
    path = tmp_path / "scan.pdf"
    path.write_bytes(make_pdf([[""]]))
    with pytest.raises(InputError, match="OCR"):
        list(read_documents([str(path)]))
