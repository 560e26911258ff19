"""Folders, globs, standard input and the web; and the ids by which documents are told apart."""

import io
import sys
import threading
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from timeline.documents import read_documents, read_text
from timeline.errors import InputError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("in/a.txt", "in/sub/a.txt", "in/b.md", "in/.hidden/c.txt", "in/picture.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"The text of {name}.", encoding="utf-8")
    return tmp_path


def ids(*sources):
    return [document.id for document in read_documents(sources)]


def test_a_folder_gives_its_documents_in_order(folder):
    assert ids("in") == ["in/a.txt", "in/b.md", "in/sub/a.txt"]


def test_a_glob(folder):
    assert ids("in/**/a.txt") == ["in/a.txt", "in/sub/a.txt"]


def test_paths_are_normalised_and_read_once(folder):
    assert ids("./in/a.txt", "in//a.txt", "in/a.txt") == ["in/a.txt"]


def test_same_id_with_another_text_stays_apart(folder):
    (folder / "one.jsonl").write_text('{"id": "x", "text": "The first."}\n', encoding="utf-8")
    (folder / "two.jsonl").write_text('{"id": "x", "text": "The second."}\n', encoding="utf-8")
    first, second = read_documents(["one.jsonl", "two.jsonl"])
    assert (first.id, first.text) == ("x", "The first.")
    assert second.id.startswith("x#")
    assert ids("one.jsonl", "two.jsonl")[1] == second.id


def test_standard_input_is_named_by_its_content(monkeypatch):
    def read(content):
        stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(content)))
        monkeypatch.setattr(sys, "stdin", stream)
        return next(iter(read_documents(["-"])))

    assert read(b"The court ruled.").id == read(b"The court ruled.").id != read(b"The court sat.").id
    assert read(b'{"id": "x", "text": "A corpus through a pipe."}\n').id == "x"


def test_text_in_memory_is_named_by_its_content():
    assert read_text("A b.").id == read_text("A b.").id != read_text("A c.").id


@pytest.fixture(scope="module")
def server():
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            if self.path == "/moved":
                self.send_response(302)
                self.send_header("Location", "/page")
                self.end_headers()
                return
            found = self.path == "/page"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(
                b"<html><head><title>Ruling</title><meta name='date' content='2023-05-22'></head><body><article>"
                b"<p>The court ruled on Monday that the agency may fine the company.</p></article></body></html>"
            )

        def log_message(self, *arguments):
            """Quiet."""

    with HTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_web_page(server):
    (document,) = read_documents([f"{server}/moved"])
    assert document.id == f"{server}/moved"
    assert document.url == f"{server}/page"
    assert document.published == date(2023, 5, 22)
    assert "may fine" in document.text


def test_web_errors_name_the_address(server):
    with pytest.raises(InputError, match=r"http://127\.0\.0\.1:\d+/nothing answered 404"):
        list(read_documents([f"{server}/nothing"]))
    with pytest.raises(InputError, match=r"http://127\.0\.0\.1:1/ cannot be fetched"):
        list(read_documents(["http://127.0.0.1:1/"]))
