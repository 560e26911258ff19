"""Corpora in JSON lines: one document a line, offsets into ``text`` exactly as it stands there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from timeline.documents.dates import iso_day
from timeline.documents.reading import MAX_LINE_BYTES, Reading, checked_text, writable
from timeline.errors import InputError
from timeline.model import Document

_MAX_SKIPPED = 8 * MAX_LINE_BYTES


def read_corpus(stream: BinaryIO, name: str) -> Iterator[Reading | InputError]:
    """A reading for each line, or the error that line caused: one broken line does not stop the others.

    Keys: ``id``, ``text``, ``published`` (or ``dct``), ``title``, ``url``, ``publisher`` (or ``source``), ``language``;
    others are ignored, and an empty date is an unknown one.
    """
    for number, line in _lines(stream):
        place = f"{name}, line {number}"
        if line is None:
            yield InputError(f"{place} is longer than {MAX_LINE_BYTES // 1024**2} MB; split the document.")
            continue
        if not line.strip():
            continue
        try:
            yield _reading(_record(line, place), place)
        except InputError as error:
            yield error


def read_records(data: bytes, name: str) -> Iterator[Reading | InputError]:
    """The same for one JSON file that holds a document or a list of them."""
    content = _parsed(data, name, "give a document, a list of them, or one a line in a .jsonl file")
    records = content if isinstance(content, list) else [content]
    for number, record in enumerate(records, 1):
        place = f"{name}, document {number}" if isinstance(content, list) else name
        try:
            if not isinstance(record, dict):
                raise InputError(f'{place} is not a JSON object with "id" and "text".')
            yield _reading(record, place)
        except InputError as error:
            yield error


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; ``None`` for one beyond the limit. A line that never seems to end ends the corpus."""
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        if len(line) <= MAX_LINE_BYTES:
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            continue
        yield number, None
        skipped = len(line)
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE_BYTES)
            skipped += len(line)
            if skipped > _MAX_SKIPPED:
                return


def _record(line: bytes, place: str) -> dict[str, Any]:
    record = _parsed(line, place, "write one object a line")
    if not isinstance(record, dict):
        raise InputError(f"{place} is not a JSON object; write one object a line.")
    return record


def _parsed(data: bytes, place: str, advice: str) -> Any:
    try:
        return json.loads(data)
    except UnicodeDecodeError as error:
        raise InputError(f"{place} is not UTF-8; convert it to UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place} is not JSON ({_reason(error)}); {advice}.") from error


def _reason(error: Exception) -> str:
    return f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else "nested too deeply"


def _reading(record: dict[str, Any], place: str) -> Reading:
    text = record.get("text")
    if not isinstance(text, str):
        raise InputError(f'{place} has no "text"; each line needs "id" and "text".')
    name = record.get("id")
    if not isinstance(name, str | int) or isinstance(name, bool) or str(name) == "":
        raise InputError(f'{place} has no "id"; each line needs "id" and "text".')
    published, notes = _published(record)
    document = Document(
        id=writable(str(name)),
        text=checked_text(text, place),
        title=_string(record, "title"),
        publisher=_string(record, "publisher") or _string(record, "source"),
        url=_string(record, "url"),
        published=published,
        published_basis="corpus" if published else "unknown",
        language=_string(record, "language").lower().replace("_", "-").split("-")[0],
    )
    return Reading(document, notes)


def _published(record: dict[str, Any]) -> tuple[date | None, tuple[str, ...]]:
    value = record.get("published") or record.get("dct")
    if not value:
        return None, ()
    day = iso_day(value) if isinstance(value, str) else None
    if day is None:
        return None, (f"Its date {str(value)[:40]!r} is not a day as YYYY-MM-DD; it was taken as unknown.",)
    return day, ()


def _string(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    return writable(value).strip() if isinstance(value, str) else ""
