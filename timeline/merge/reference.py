"""The catalogue of known events: ``data/reference/*.csv`` and files of the user's own, in the same columns."""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast, get_args

from timeline.errors import DataError
from timeline.knowledge import bundled, data_files
from timeline.model import DateRole, EventDate, Precision

COLUMNS = (
    "id", "title", "event_type", "date_start", "date_end", "precision", "date_role", "actors", "jurisdictions",
    "instrument", "search_words", "source_url", "checked_on", "note",
)  # fmt: skip
_REQUIRED = ("id", "title", "event_type", "date_start", "jurisdictions", "source_url")


@dataclass(frozen=True, slots=True)
class ReferenceEvent:
    """A known event: when, who, where, which instrument, words that reports of it use, and where that is written."""

    id: str
    title: str
    event_type: str
    date: EventDate
    actors: tuple[str, ...]
    jurisdictions: frozenset[str]
    instrument: str
    search_words: tuple[str, ...]
    source_url: str
    checked_on: str = ""
    amounts: frozenset[tuple[float, str]] = frozenset()


_MONEY = re.compile(r"(?P<sign>[$€£])\s?(?P<number>\d[\d,]*(?:\.\d+)?)(?: (?P<unit>million|billion))?")
_CURRENCY = {"$": "USD", "€": "EUR", "£": "GBP"}
_UNIT = {"": 1.0, "million": 1e6, "billion": 1e9}


def amounts_in(words: str) -> frozenset[tuple[float, str]]:
    """The sums of money that a title or a search word names.

    >>> sorted(amounts_in("Irish DPC fines TikTok €345 million; £12,700"))
    [(12700.0, 'GBP'), (345000000.0, 'EUR')]
    """
    return frozenset(
        (round(float(m["number"].replace(",", "")) * _UNIT[m["unit"] or ""], 2), _CURRENCY[m["sign"]])
        for m in _MONEY.finditer(words)
    )


def load_catalogue(paths: Iterable[Path] = (), *, packaged: bool = True) -> tuple[ReferenceEvent, ...]:
    """The packaged catalogue and the files at ``paths``, in that order; an id of a later file replaces an earlier one.

    Raises DataError naming file, line and column when a record breaks the schema.

    >>> any(r.event_type == "law_enacted" for r in load_catalogue())
    True
    """
    found = {record.id: record for record in _packaged()} if packaged else {}
    for path in paths:
        found.update((record.id, record) for record in read_catalogue(Path(path)))
    return tuple(found.values())


@cache
def _packaged() -> tuple[ReferenceEvent, ...]:
    base = bundled("data")
    return tuple(record for name in data_files("reference", ".csv") for record in read_catalogue(base / name))


def read_catalogue(path: Path) -> Sequence[ReferenceEvent]:
    """The records of one catalogue file; raises DataError naming what is wrong where."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            return list(_records(csv.DictReader(handle), path.name))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"The catalogue {path} cannot be read: {error}") from error


def _records(reader: csv.DictReader[str], name: str) -> Iterator[ReferenceEvent]:
    missing = [c for c in _REQUIRED if c not in (reader.fieldnames or ())]
    if missing:
        raise DataError(f"{name}: the columns {', '.join(missing)} are missing; a catalogue has {', '.join(COLUMNS)}.")
    seen: set[str] = set()
    for row in reader:
        where = f"{name}, line {reader.line_num}"
        record = _record({key: (value or "").strip() for key, value in row.items() if key}, where)
        if record.id in seen:
            raise DataError(f"{where}: the id {record.id} stands there twice.")
        seen.add(record.id)
        yield record


def _record(row: dict[str, str], where: str) -> ReferenceEvent:
    empty = [c for c in _REQUIRED if not row[c]]
    if empty:
        raise DataError(f"{where}: {', '.join(empty)} must not be empty.")
    return ReferenceEvent(
        id=row["id"],
        title=row["title"],
        event_type=row["event_type"],
        date=_date(row, where),
        actors=_split(row.get("actors", "")),
        jurisdictions=frozenset(_split(row["jurisdictions"])),
        instrument=row.get("instrument", ""),
        search_words=_split(row.get("search_words", "")),
        source_url=row["source_url"],
        checked_on=row.get("checked_on", ""),
        amounts=amounts_in(f"{row['title']}; {row.get('search_words', '')}"),
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _date(row: dict[str, str], where: str) -> EventDate:
    precision, role = row.get("precision") or "day", row.get("date_role") or "occurred"
    if precision not in get_args(Precision) or role not in get_args(DateRole):
        raise DataError(f"{where}: precision {precision!r} or date_role {role!r} is not known.")
    try:
        first = date.fromisoformat(row["date_start"])
        last = date.fromisoformat(row["date_end"]) if row.get("date_end") else _last(first, precision)
    except ValueError as error:
        raise DataError(f"{where}: {error}; days are written YYYY-MM-DD.") from error
    if last < first:
        raise DataError(f"{where}: date_end lies before date_start.")
    checked = f", checked on {row['checked_on']}" if row.get("checked_on") else ""
    return EventDate(
        first=first,
        last=last,
        precision=cast("Precision", precision),
        edtf=_edtf(first, last, precision),
        role=cast("DateRole", role),
        basis="reference",
        reason=f"catalogue: “{row['title']}” ({row['id']}; {row['source_url']}{checked})",
        rule_id=f"reference.{row['id']}",
    )


def _last(first: date, precision: str) -> date:
    if precision == "month":
        return first.replace(day=monthrange(first.year, first.month)[1])
    return first.replace(month=12, day=31) if precision == "year" else first


def _edtf(first: date, last: date, precision: str) -> str:
    if precision == "day":
        return first.isoformat()
    if precision in {"month", "year"}:
        return first.isoformat()[: 7 if precision == "month" else 4]
    separator = "/" if precision == "interval" else ".."
    inner = f"{first}{separator}{last}"
    return inner if precision == "interval" else f"[{inner}]"
