"""What every export says of itself: filter, data version, how many rows it holds, lacks and leaves undated."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import timeline
from timeline.knowledge import bundled

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Statement:
    """The header of an export. ``total`` counts the rows before the filter, ``undated`` those without any date."""

    filter: str
    data_version: str
    rows: int
    total: int
    undated: int

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON, Parquet's metadata and the file beside a CSV."""
        return asdict(self)

    def as_json(self) -> str:
        """The same in one line of JSON, keys in a fixed order."""
        return json.dumps(self.as_dict(), ensure_ascii=False)

    def sentence(self) -> str:
        """The same for people, in a line.

        >>> Statement("type: fine", "0.1.0+data.ab12", 3, 10, 1).sentence()
        '3 of 10 events; filter: type: fine; 1 without a date; data version 0.1.0+data.ab12.'
        """
        count = f"{self.rows} of {self.total}" if self.total != self.rows else str(self.rows)
        noun = "event" if self.total == 1 else "events"
        return (
            f"{count} {noun}; filter: {self.filter or 'none'}; {self.undated} without a date; "
            f"data version {self.data_version}."
        )


def make_statement(events: pd.DataFrame, meta: Mapping[str, Any] | None = None) -> Statement:
    """The statement for ``events``; ``meta`` may give ``filter`` (words), ``total`` (rows before), ``data_version``."""
    undated = int((events["date_start"].isna() & events["date_end"].isna()).sum())
    statement = Statement("", data_version(), len(events), len(events), undated)
    known = {key: value for key, value in (meta or {}).items() if key in ("filter", "total", "data_version")}
    return replace(statement, **known)


@cache
def data_version() -> str:
    """The version of the package and a fingerprint of all its knowledge files.

    >>> data_version().split("+")[0] == timeline.__version__
    True
    """
    base = bundled("data")
    digest = hashlib.sha256()
    for path in sorted(base.rglob("*")):
        parts = path.relative_to(base).parts
        if path.is_file() and not any(part.startswith((".", "__")) for part in parts):
            digest.update("/".join(parts).encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{timeline.__version__}+data.{digest.hexdigest()[:12]}"
