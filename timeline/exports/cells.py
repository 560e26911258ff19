"""Cells for people and spreadsheets: one text for each value, and no text that a spreadsheet would run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

#: Signs that make a spreadsheet read a cell as a formula (OWASP, "CSV injection"), full-width forms too.
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?%?")
#: Controls that no XML, terminal or spreadsheet takes; tab and line feed stay.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def neutralise(text: str) -> str:
    """``text`` with an apostrophe before it when a spreadsheet would run it; plain numbers stay as they are.

    >>> neutralise("=HYPERLINK(1)"), neutralise("-12.5"), neutralise("Fine")
    ("'=HYPERLINK(1)", '-12.5', 'Fine')
    """
    return f"'{text}" if text.startswith(_RUNS) and not _NUMBER.fullmatch(text) else text


def without_controls(text: str) -> str:
    """``text`` without control characters, such as those that colour or move a terminal's cursor.

    >>> without_controls("a\\x1b[31mb")
    'a[31mb'
    """
    return _CONTROL.sub("", text)


def cell_text(value: Any) -> str:
    """A table value as text: ISO days, lists joined by "; ", roles as "TikTok (defendant)", nothing for missing.

    >>> cell_text([{"name": "TikTok", "role": "defendant"}])
    'TikTok (defendant)'
    >>> cell_text(1500000.0)
    '1500000'
    """
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple):
        return "; ".join(_item(item) for item in value)
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    return str(value)


def safe_cell(value: Any) -> str:
    """:func:`cell_text`, free of controls and neutralised: fit for a spreadsheet."""
    text = without_controls(cell_text(value)).replace("\r\n", "\n").replace("\r", "\n")
    return neutralise(text)


def safe_rows(frame: pd.DataFrame) -> Iterable[list[str]]:
    """Every row of ``frame`` as safe cells, in column order."""
    columns = [[safe_cell(value) for value in frame[name].tolist()] for name in frame.columns]
    return (list(row) for row in zip(*columns, strict=True))


def _item(item: Any) -> str:
    return f"{item['name']} ({item['role']})" if isinstance(item, Mapping) else str(item)


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Every row of ``frame`` by its columns' names, as Python values."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict(orient="records")]
