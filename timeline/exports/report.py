"""A Markdown report: the table in sections of years, undated events in their own."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

import pandas as pd

from timeline.exports.cells import cell_text, rows_of, safe_cell
from timeline.exports.content import Content
from timeline.exports.terminal import shown_date

_MARKS = re.compile(r"([\\`*_{}\[\]<>()#|~!&])")
_HEADERS = ("Date", "Basis", "Event", "Type", "Jurisdictions", "Actors", "Source")


def to_markdown(content: Content) -> bytes:
    """A heading, the statement in a line, a table for each year of the first possible day."""
    lines = ["# Regulatory events", "", escaped(content.statement.sentence()), ""]
    for year, rows in groupby(rows_of(content.events), key=_section):
        lines += [f"## {year}", "", _line(_HEADERS), _line("---" for _ in _HEADERS)]
        lines += [_line(_cells(row)) for row in rows]
        lines.append("")
    return "\n".join(lines).encode()


def escaped(text: str) -> str:
    """``text`` so that Markdown shows it as it is, on one line.

    >>> escaped("a|b <i>")
    'a\\\\|b \\\\<i\\\\>'
    """
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _section(row: dict[str, Any]) -> str:
    day = row["date_end"] if pd.isna(row["date_start"]) else row["date_start"]
    return "Without a date" if pd.isna(day) else str(day.year)


def _cells(row: dict[str, Any]) -> list[str]:
    return [
        escaped(shown_date(row["edtf"], row["date_start"], row["date_end"])),
        escaped(row["date_basis"]),
        escaped(safe_cell(row["title"])),
        escaped(row["event_type"] + ("" if row["factuality"] == "actual" else f" ({row['factuality']})")),
        escaped(safe_cell(row["jurisdictions"])),
        escaped(safe_cell(row["actors"])),
        _source(row),
    ]


def _source(row: dict[str, Any]) -> str:
    label = escaped(safe_cell(row["publisher"] or row["document_id"]))
    url = row["source_url"]
    if url.startswith(("http://", "https://")):
        address = re.sub(r"[\s<>()|\\\"]", lambda found: f"%{ord(found[0]):02X}", url)
        return f"[{label}](<{address}>)"
    return label


def _line(cells: Any) -> str:
    return f"| {' | '.join(cell_text(cell) for cell in cells)} |"
