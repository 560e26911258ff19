"""CSV (RFC 4180) and TSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

from timeline.exports.cells import safe_rows
from timeline.exports.content import Content

_BREAKS = re.compile(r"[\t\n]+")


def to_csv(content: Content) -> bytes:
    """Comma-separated UTF-8, a header line, quotes where they are needed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(content.events.columns)
    writer.writerows(safe_rows(content.events))
    return out.getvalue().encode()


def to_tsv(content: Content) -> bytes:
    """Tab-separated UTF-8 without quoting: tabs and line breaks inside a cell become a space."""
    lines = ["\t".join(content.events.columns)]
    lines += ["\t".join(_BREAKS.sub(" ", cell) for cell in row) for row in safe_rows(content.events)]
    return ("\n".join(lines) + "\n").encode()
