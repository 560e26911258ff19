"""The rows that the page shows, as a file in any format of ``timeline.exports``."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from timeline.dashboard.filters import Filters, read_filters
from timeline.dashboard.grid import table_rows
from timeline.dashboard.places import ONLY, place_name
from timeline.dashboard.selection import Workspace
from timeline.dashboard.words import type_label
from timeline.errors import ArgumentError
from timeline.exports import FORMATS, export_table
from timeline.exports.statement import make_statement

#: name -> label in the menu; the formats that make sense as a file of their own.
MENU: Final[Mapping[str, str]] = {
    "csv": "CSV", "xlsx": "Excel (XLSX)",
    "parquet": "Parquet", "json": "JSON", "jsonl": "JSON lines", "tsv": "TSV",
    "ics": "Calendar (ICS)", "md": "Markdown", "html": "Web page (HTML)", "atom": "Atom feed",
    "timelinejs": "TimelineJS",
    "csv.zip": "CSV with its statement (ZIP)", "tsv.zip": "TSV with its statement (ZIP)",
    "jsonl.zip": "JSON lines with their statement (ZIP)",
}  # fmt: skip

#: formats that stand at an address of their own, to subscribe to
SUBSCRIPTIONS: Final = ("ics", "atom")
#: ending of the names of formats whose statement does not fit inside: with it they come packed with theirs
ZIPPED: Final = ".zip"
_ZIP_DAY: Final = (2000, 1, 1, 0, 0, 0)  # the clock would change the bytes


@dataclass(frozen=True, slots=True)
class File:
    """A finished file: name, media type, content."""

    name: str
    media_type: str
    content: bytes


def menu() -> list[tuple[str, str]]:
    """The formats on offer as (name, label)."""
    return [(name, label) for name, label in MENU.items() if name.removesuffix(ZIPPED) in FORMATS]


def make_file(workspace: Workspace, asked: Mapping[str, Any]) -> File:
    """The rows of the table under ``asked`` (format, filters, scene, table) as a file, in the table's order.

    Raises :class:`ArgumentError` for an unknown format.
    """
    name = str(asked.get("format"))
    if name not in dict(menu()):
        raise ArgumentError(f"{name!r} is no format to download; use one of {', '.join(MENU)}.")
    filters = read_filters(asked.get("filters"))
    selection = workspace.select(filters)
    data = selection.data
    table, scene = asked.get("table"), asked.get("scene")
    events = data.events.iloc[table_rows(selection, table, scene)].reset_index(drop=True)
    evidence = data.evidence[data.evidence["event_id"].isin(events["event_id"])]
    words = filter_words(filters)
    if isinstance(table, Mapping) and table.get("follow") is True:
        words = "; ".join(part for part in (words, "the window in view alone") if part)
    meta = {"filter": words, "total": data.size}
    plain = name.removesuffix(ZIPPED)
    content = export_table(events, plain, evidence=evidence, meta=meta, bom=plain in ("csv", "tsv"))
    known = FORMATS[plain]
    file_name = "timeline-events" + (known.suffixes[0] if known.suffixes else ".json")
    if plain == name:
        return File(file_name, known.media_type, content)
    statement = make_statement(events, meta).as_json() + "\n"
    return File(f"{file_name}.zip", "application/zip", _zipped(file_name, content, statement))


def _zipped(name: str, content: bytes, statement: str) -> bytes:
    """The table with the file beside it that says filter, data version and what has no date."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for entry, words in ((name, content), (f"{name}.meta.json", statement)):
            file.writestr(zipfile.ZipInfo(entry, _ZIP_DAY), words, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def filter_words(filters: Filters) -> str:
    """The filter for the statement of an export.

    >>> filter_words(Filters(jurisdictions=("US-MT",), text="ban"))
    'jurisdiction: Montana; text: ban'
    """
    places = [
        f"{place_name(c.removeprefix(ONLY))} itself" if c.startswith(ONLY) else place_name(c)
        for c in filters.jurisdictions
    ]
    parts = [
        ("jurisdiction", places + (["acts of the EU count for members"] if places and filters.union_counts else [])),
        ("actor", filters.actors),
        ("in the role of", filters.roles),
        ("type", [type_label(t) for t in filters.types]),
        ("factuality", filters.factuality),
        ("publisher", filters.publishers),
        ("status", filters.status),
        ("surely within" if filters.surely else "possibly within", _period(filters)),
        ("text", [filters.text] if filters.text else []),
        ("only", ["the last addition"] if filters.fresh else []),
    ]
    return "; ".join(f"{name}: {', '.join(values)}" for name, values in parts if values)


def _period(filters: Filters) -> list[str]:
    if filters.since is None and filters.until is None:
        return []
    days = [
        None if d is None else (date(1970, 1, 1) + timedelta(days=d)).isoformat()
        for d in (filters.since, filters.until)
    ]
    return [f"{days[0] or '..'} to {days[1] or '..'}"]
