"""Excel workbooks: real days and numbers, links, and a sheet that says what the file holds. Same rows, same bytes."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pandas as pd

from timeline.errors import ArgumentError
from timeline.exports.cells import safe_cell
from timeline.exports.content import Content
from timeline.exports.statement import Statement

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_MADE = datetime(2000, 1, 1)  # in the file's properties; the time of writing would change the bytes
_FIRST_DAY = pd.Timestamp(1900, 3, 1)  # Excel's calendar begins in 1900 and has a 29 February in it that never was
_MOST_ROWS, _MOST_CHARACTERS, _MOST_LINKS, _LONGEST_LINK = 1_048_575, 32_767, 65_000, 2_000
_WIDTHS = {"title": 60, "sentence": 80, "event_type": 20, "actors": 30, "actor_roles": 40, "jurisdiction_names": 24}
_WIDTH = 14


def to_xlsx(content: Content) -> bytes:
    """Sheets "Events", "About" (the statement) and, where it was given, "Evidence".

    Raises :class:`ArgumentError` for more rows than a sheet can hold.
    """
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Regulatory events", "created": _MADE})
    _sheet(book, "Events", content.events)
    _about(book, content.statement)
    if content.evidence is not None:
        _sheet(book, "Evidence", content.evidence)
    book.close()
    return out.getvalue()


def _sheet(book: Workbook, name: str, frame: pd.DataFrame) -> None:
    if len(frame) > _MOST_ROWS:
        raise ArgumentError(f"A sheet holds {_MOST_ROWS:,} rows and there are {len(frame):,}; use Parquet or CSV.")
    sheet = book.add_worksheet(name)
    head, day = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "yyyy-mm-dd"})
    for place, column in enumerate(frame.columns):
        sheet.write_string(0, place, str(column), head)
        sheet.set_column(place, place, _WIDTHS.get(str(column), _WIDTH))
        for row, value in enumerate(frame[column].tolist(), 1):
            _cell(sheet, row, place, value, day, link=column == "source_url" and row <= _MOST_LINKS)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(frame), 1), len(frame.columns) - 1)


def _cell(sheet: Worksheet, row: int, place: int, value: Any, day: Any, *, link: bool) -> None:
    if isinstance(value, pd.Timestamp) and value >= _FIRST_DAY:
        sheet.write_datetime(row, place, value.to_pydatetime(), day)
    elif isinstance(value, int | float) and not pd.isna(value):
        sheet.write_number(row, place, value)
    else:
        text = safe_cell(value)[:_MOST_CHARACTERS]
        if link and text.startswith(("http://", "https://")) and len(text) <= _LONGEST_LINK:
            sheet.write_url(row, place, text)
        elif text:
            sheet.write_string(row, place, text)


def _about(book: Workbook, statement: Statement) -> None:
    sheet = book.add_worksheet("About")
    labels = {
        "filter": "Filter",
        "data_version": "Data version",
        "rows": "Events in this file",
        "total": "Events before the filter",
        "undated": "Events without a date",
    }
    values = statement.as_dict()
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 60)
    for row, (key, label) in enumerate(labels.items()):
        sheet.write_string(row, 0, label, bold)
        value = values[key]
        if isinstance(value, int):
            sheet.write_number(row, 1, value)
        else:
            sheet.write_string(row, 1, safe_cell(value) or "none")
