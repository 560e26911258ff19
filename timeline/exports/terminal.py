"""The event table for a terminal."""

from __future__ import annotations

import io
import shutil
import sys
from typing import Any

from timeline.exports.cells import cell_text, rows_of, without_controls
from timeline.exports.content import Content

_WIDTH = 150  # where standard output is no terminal, whatever machine it runs on
_HEADERS = ("date", "basis", "type", "event", "jurisdictions", "factuality", "id")


def to_terminal(content: Content) -> bytes:
    """One line an event: date, basis, type, title, jurisdictions; undated rows last, the statement below."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    colours = sys.stdout.isatty()
    width = shutil.get_terminal_size((_WIDTH, 40)).columns if colours else _WIDTH
    page = io.StringIO()
    console = Console(file=page, width=width, force_terminal=colours)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for header in _HEADERS:
        table.add_column(
            header, overflow="fold", no_wrap=header in ("date", "id"), ratio=2 if header == "event" else None
        )
    for row in rows_of(content.events):
        cells = (
            shown_date(row["edtf"], row["date_start"], row["date_end"]),
            row["date_basis"],
            row["event_type"],
            row["title"],
            cell_text(row["jurisdictions"]),
            row["factuality"],
            row["event_id"],
        )
        table.add_row(*(Text(without_controls(str(cell)).replace("\n", " ")) for cell in cells))
    console.print(table)
    console.print(Text(content.statement.sentence(), style="dim"))
    return page.getvalue().encode()


def shown_date(edtf: str, first: Any, last: Any) -> str:
    """A date for people: its EDTF where that reads by itself, else its bounds in words.

    >>> shown_date("2023-Q1", None, None), shown_date("../2023-05-24", None, "2023-05-24")
    ('2023-Q1', 'not after 2023-05-24')
    """
    if edtf and not set("/[{") & set(edtf):
        return edtf
    start, end = cell_text(first), cell_text(last)
    if start and end:
        return start if start == end else f"{start} to {end}"
    if start:
        return f"not before {start}"
    return f"not after {end}" if end else "undated"
