"""Sources in, documents out: each file is recognised by its first bytes, read, and named so that no two collide."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import BinaryIO

from timeline.documents.corpus import read_corpus, read_records
from timeline.documents.decoding import decode, normalise_newlines
from timeline.documents.head import published_in, title_of
from timeline.documents.kinds import kind_of
from timeline.documents.languages import detect_language
from timeline.documents.reading import MAX_BYTES, Reading, checked_text, too_large
from timeline.documents.sources import STANDARD_INPUT, expand, open_source
from timeline.documents.web import fetch, is_url
from timeline.errors import InputError
from timeline.model import Document, Issue

#: The stage of an issue that means "this document is missing"; other stages are remarks on one that was read.
FAILED = "read"
NOTED = "read-note"
_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_FRONT_FIELD = re.compile(
    r"^(title|date|published|publisher|url|lang|language):[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE
)


def read_documents(
    sources: Iterable[str],
    *,
    published: date | None = None,
    language: str | None = None,
    issues: list[Issue] | None = None,
) -> Iterator[Document]:
    """The documents in files, folders, globs, web addresses, JSON-lines corpora, or ``-`` (standard input), in order.

    ``published`` stands in for documents that say no day of their own; ``language`` overrides what is detected.
    With ``issues`` given, a source that cannot be read is added to it (stage ``"read"``) and the rest goes on, as are
    remarks (stage ``"read-note"``); without, the first unreadable source raises :class:`InputError`. A document that
    comes twice with the same name and text is read once; two that differ never share an id.

    >>> [d.id for d in read_documents(["seeds/tiktok-oracle-partnership.txt"])]
    ['seeds/tiktok-oracle-partnership.txt']
    """
    found = (result for source in sources for result in _results(source))
    return _documents(found, published, language, issues)


def read_bytes(
    files: Iterable[tuple[str, bytes]],
    *,
    published: date | None = None,
    language: str | None = None,
    issues: list[Issue] | None = None,
) -> Iterator[Document]:
    """The documents in files held in memory, each with its name: as :func:`read_documents` for what was uploaded.

    >>> [d.id for d in read_bytes([("a.txt", b"The court ruled.")])]
    ['a.txt']
    """
    found = (result for name, data in files for result in _guarded(name, data))
    return _documents(found, published, language, issues)


def _documents(
    found: Iterable[tuple[Reading | InputError, str]],
    published: date | None,
    language: str | None,
    issues: list[Issue] | None,
) -> Iterator[Document]:
    taken: dict[str, str] = {}
    for result, name in found:
        if isinstance(result, InputError):
            if issues is None:
                raise result
            issues.append(Issue(name, FAILED, str(result)))
            continue
        document = _named(_completed(result.document, published, language), taken)
        if document is None:
            continue
        if issues is not None:
            hint = (result.undated_note,) if result.undated_note and document.published is None else ()
            issues.extend(Issue(document.id, NOTED, note) for note in (*result.notes, *hint))
        yield document


def read_text(text: str, *, published: date | None = None, language: str | None = None, id: str = "") -> Document:
    """A document of plain text or Markdown held in memory; its id comes from its content unless given.

    >>> read_text("Court rules\\n\\nThe court ruled on Friday.").title
    'Court rules'
    """
    text = normalise_newlines(text)
    reading = Reading(
        Document(id=id or f"text-{_digest(text)}", text=checked_text(text, id or "The text"), language="")
    )
    return _completed(reading.document, published, language)


def _results(source: str) -> Iterator[tuple[Reading | InputError, str]]:
    try:
        names = expand(source)
    except InputError as error:
        yield error, source
        return
    for name in names:
        yield from _guarded(name, None)


def _guarded(name: str, data: bytes | None) -> Iterator[tuple[Reading | InputError, str]]:
    try:
        for result in _read(name, data):
            yield result, name
    except InputError as error:
        yield error, name


def _read(name: str, data: bytes | None) -> Iterator[Reading | InputError]:
    if data is None and is_url(name):
        fetched = fetch(name)
        is_page = fetched.media_type in ("text/html", "application/xhtml+xml")
        kind = "html" if is_page else kind_of(fetched.data[:4096], name)
        yield _read_whole(kind, fetched.data, name, fetched.url, fetched.charset)
        return
    with open_source(name, data) as (stream, head):
        kind = kind_of(head, name)
        shown = "standard input" if name == STANDARD_INPUT else name
        if kind == "corpus":
            yield from read_corpus(stream, shown)
            return
        if kind == "json":
            yield from read_records(_whole(stream, shown), shown)
            return
        yield _read_whole(kind, _whole(stream, shown), shown, "", "")


def _whole(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise too_large(name)
    if not data:
        raise InputError(f"{name} is empty; there is nothing to read in it.")
    return data


def _read_whole(kind: str, data: bytes, name: str, url: str, charset: str) -> Reading:
    if kind == "pdf":
        from timeline.documents.pdf import read_pdf

        reading = read_pdf(data, name)
    elif kind == "zip":
        from timeline.documents.word import is_word, read_word

        if not is_word(data):
            raise InputError(f"{name} is an archive and no Word document; unpack it and give the files in it.")
        reading = read_word(data, name)
    elif kind == "mail":
        from timeline.documents.mail import read_mail

        reading = read_mail(data, name)
    elif kind == "html":
        from timeline.documents.page import read_page

        reading = read_page(data, name, url, charset)
    else:
        text, notes = decode(data, name, charset)
        reading = Reading(_plain(text, name), notes)
    if name == "standard input":
        return replace(reading, document=replace(reading.document, id=f"stdin-{_digest(reading.document.text)}"))
    return replace(reading, document=replace(reading.document, url=reading.document.url or url))


def _plain(text: str, name: str) -> Document:
    """A text or Markdown file; what Markdown's front matter says is taken from there and cut off."""
    front = _FRONT_MATTER.match(text)
    said = dict(_FRONT_FIELD.findall(front[1])) if front else {}
    if front and said:
        text = text[front.end() :]
    published = _iso(said.get("published") or said.get("date") or "")
    return Document(
        id=name,
        text=checked_text(text, name),
        title=said.get("title", ""),
        publisher=said.get("publisher", ""),
        url=said.get("url", ""),
        published=published,
        published_basis="metadata" if published else "unknown",
        language=(said.get("language") or said.get("lang") or "")[:2].lower(),
    )


def _iso(value: str) -> date | None:
    from timeline.documents.dates import iso_day

    return iso_day(value)


def _completed(document: Document, published: date | None, language: str | None) -> Document:
    """Language, title and day from the text where the source did not say them; ``published`` only as the last word."""
    code = language or document.language or detect_language(document.text)
    document = replace(document, language=code, title=document.title or title_of(document.text, code))
    if document.published is not None:
        return document
    own = published_in(document.text, code)
    if own is not None:
        return replace(document, published=own, published_basis="text")
    return replace(document, published=published, published_basis="given") if published else document


def _named(document: Document, taken: dict[str, str]) -> Document | None:
    """``document`` under an id of its own; ``None`` when the very same was already read."""
    content = _digest(document.text + "\0" + document.title + "\0" + str(document.published))
    if taken.get(document.id) == content:
        return None
    if document.id in taken:
        document = replace(document, id=f"{document.id}#{content}")
        if document.id in taken:
            return None
    taken[document.id] = content
    return document


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
