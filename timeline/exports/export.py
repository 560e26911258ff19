"""Formats by name, and the one door to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.errors import ArgumentError
from timeline.exports.content import Content

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Format:
    """A format: where its writer is (imported when used), its file endings, media type, and whether it is binary.

    ``beside`` says that the statement does not fit inside and goes to a ``.meta.json`` beside the file.
    """

    module: str
    function: str
    suffixes: tuple[str, ...]
    media_type: str
    binary: bool = False
    beside: bool = False


#: Every format that ``--format`` takes.
FORMATS: dict[str, Format] = {
    "table": Format("terminal", "to_terminal", (".txt",), "text/plain"),
    "csv": Format("delimited", "to_csv", (".csv",), "text/csv", beside=True),
    "tsv": Format("delimited", "to_tsv", (".tsv",), "text/tab-separated-values", beside=True),
    "json": Format("json_files", "to_json", (".json",), "application/json"),
    "jsonl": Format("json_files", "to_jsonl", (".jsonl", ".ndjson"), "application/x-ndjson", beside=True),
    "parquet": Format("columnar", "to_parquet", (".parquet",), "application/vnd.apache.parquet", binary=True),
    "xlsx": Format(
        "workbook",
        "to_xlsx",
        (".xlsx",),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        binary=True,
    ),
    "ics": Format("agenda", "to_ics", (".ics",), "text/calendar"),
    "md": Format("report", "to_markdown", (".md", ".markdown"), "text/markdown"),
    "html": Format("webpage", "to_html", (".html", ".htm"), "text/html"),
    "timelinejs": Format("story", "to_timelinejs", (), "application/json"),
    "atom": Format("feed", "to_atom", (".atom", ".xml"), "application/atom+xml"),
    "svg": Format("picture", "to_svg", (".svg",), "image/svg+xml"),
    "png": Format("picture", "to_png", (".png",), "image/png", binary=True),
}
_MARK = b"\xef\xbb\xbf"


def export_table(
    events: pd.DataFrame,
    format: str,
    *,
    evidence: pd.DataFrame | None = None,
    meta: Mapping[str, Any] | None = None,
    bom: bool = False,
) -> bytes:
    """``events`` (``timeline.table.EVENT_COLUMNS``) in one of :data:`FORMATS`; the same rows give the same bytes.

    ``evidence`` is the evidence table, for the formats with room for it. ``meta`` may say ``filter`` (in words),
    ``total`` (rows before the filter) and ``data_version``. ``bom`` puts a byte order mark before CSV and TSV, for
    old versions of Excel. Cells that a spreadsheet would run as a formula are neutralised. Raises
    :class:`ArgumentError` for an unknown format or rows that do not fit it.

    >>> from timeline.table import to_table
    >>> export_table(to_table([], {}), "csv").split(b",")[0]
    b'event_id'
    """
    from timeline.exports.statement import make_statement

    known = FORMATS.get(format)
    if known is None:
        raise ArgumentError(f"{format!r} is no export format; use one of {', '.join(FORMATS)}.")
    writer = getattr(import_module(f"timeline.exports.{known.module}"), known.function)
    written: bytes = writer(Content(events, make_statement(events, meta), evidence))
    return _MARK + written if bom and format in ("csv", "tsv") else written


def format_of_file(path: str) -> str:
    """The format that a file name's ending stands for. Raises :class:`ArgumentError` for others.

    >>> format_of_file("events.xlsx")
    'xlsx'
    """
    suffix = Path(path).suffix.lower()
    for name, known in FORMATS.items():
        if suffix in known.suffixes:
            return name
    raise ArgumentError(f"{path}: its ending names no export format; add --format ({', '.join(FORMATS)}).")


def write_export(
    path: str,
    events: pd.DataFrame,
    format: str,
    *,
    evidence: pd.DataFrame | None = None,
    meta: Mapping[str, Any] | None = None,
    bom: bool = False,
) -> list[str]:
    """:func:`export_table` into a file, and where the format needs it a ``.meta.json`` beside; the paths written.

    A file appears whole or not at all. Raises :class:`ArgumentError` when it cannot be written.
    """
    from timeline.exports.statement import make_statement

    content = export_table(events, format, evidence=evidence, meta=meta, bom=bom)
    written = [write_whole(path, content)]
    if FORMATS[format].beside:
        written.append(write_whole(f"{path}.meta.json", (make_statement(events, meta).as_json() + "\n").encode()))
    return written


def write_whole(path: str, content: bytes) -> str:
    """Write ``content`` to ``path`` in one step, so that no reader sees half a file."""
    target = Path(path)
    draft = target.with_name(f".{target.name}.part")
    try:
        draft.write_bytes(content)
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise ArgumentError(f"{path} cannot be written ({error.strerror or error}); choose another place.") from error
    return path
