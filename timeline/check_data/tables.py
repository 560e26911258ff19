"""CSV files: the columns of each kind, what their cells may hold, and what must be unique or in order."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatch
from itertools import pairwise

from timeline.check_data.problem import Problem
from timeline.check_data.values import (
    Check,
    currency,
    day,
    default_jurisdiction,
    event_type,
    identifier,
    jurisdiction,
    listed,
    number,
    one_of,
    optional,
    pattern,
    required,
    text,
    url,
    verbatim,
)

Row = Mapping[str, str]
_KINDS = one_of(
    ("company", "authority", "court", "legislature", "government", "office", "person", "organisation", "place", "group")
)
_LONGEST_TITLE = 90
_METONYMS = "entities/metonyms.csv"


@dataclass(frozen=True, slots=True)
class Table:
    """The form of a kind of file: columns in order with their checks, and those that name a record.

    ``extra`` are columns that a file of the kind may add behind.
    """

    columns: Mapping[str, Check]
    key: tuple[str, ...]
    sorted_by: tuple[str, ...] = ()
    unique_over_files: bool = False
    extra: Mapping[str, Check] = field(default_factory=dict)

    def fits(self, header: list[str]) -> bool:
        """Whether a file may have these columns: all of the form, then any of the extra ones."""
        own = len(self.columns)
        return header[:own] == list(self.columns) and set(header[own:]) <= self.extra.keys()

    def checks(self, row: Row) -> Iterator[tuple[str, Check]]:
        """The columns of ``row`` with their checks."""
        return ((column, check) for column, check in {**self.columns, **self.extra}.items() if column in row)


def _title(value: str) -> str:
    return f"{value!r} is longer than {_LONGEST_TITLE} characters." if len(value) > _LONGEST_TITLE else text(value)


_ENTITY: dict[str, Check] = {
    "id": required(identifier),
    "name": required(text),
    "kind": required(_KINDS),
    "jurisdictions": listed(jurisdiction),
    "aliases": listed(text),
    "source": required(text),
}
_WEIGHTS = Table({"feature": required(text), "weight": required(number)}, ("feature",))
_YES_NO = one_of(("yes", "no"))
#: The kinds of file by the pattern of their names; the first that fits holds.
TABLES: dict[str, Table] = {
    "*/weights.csv": _WEIGHTS,
    "languages.csv": Table(
        {
            "code": required(identifier),
            "name": required(text),
            "months": required(text),
            "stop_words": required(listed(text, " ")),
            "source": required(text),
        },
        ("code",),
        ("code",),
    ),
    "reference/*.csv": Table(
        {
            "id": required(identifier),
            "title": required(_title),
            "event_type": required(event_type),
            "date_start": required(day),
            "date_end": optional(day),
            "precision": required(one_of(("day", "month", "year", "interval"))),
            "date_role": required(one_of(("occurred", "effective", "deadline", "expected"))),
            "actors": required(listed(text)),
            "jurisdictions": required(listed(jurisdiction)),
            "instrument": optional(text),
            "search_words": required(listed(text)),
            "source_url": required(url),
            "checked_on": required(day),
            "note": optional(text),
        },
        ("id",),
        ("date_start", "id"),
        unique_over_files=True,
    ),
    # names that mean another body in each country: no id; "?" is the country of the text, "?US" that of the US if none
    "entities/generic.csv": Table(
        {
            "id": optional(identifier),
            "name": required(text),
            "kind": required(_KINDS),
            "jurisdictions": required(default_jurisdiction),
            "aliases": listed(text),
            "source": required(text),
        },
        ("name", "kind"),
    ),
    # further names of bodies that stand in the other files
    "entities/metonyms.csv": Table(_ENTITY, ("id",)),
    "entities/*.csv": Table(_ENTITY, ("id",), unique_over_files=True),
    "instruments/currencies.csv": Table(
        {
            "code": required(currency),
            "before": listed(verbatim),
            "after": listed(text),
            "countries": listed(jurisdiction),
            "source": required(url),
        },
        ("code",),
    ),
    "instruments/laws.csv": Table(
        {
            "id": required(text),
            "name": required(text),
            "kind": required(one_of(("bill", "law", "case", "docket", "order", "regulation", "treaty"))),
            "jurisdictions": listed(jurisdiction),
            "aliases": listed(text),
            "source": required(url),
        },
        ("id",),
    ),
    "jurisdictions/*.csv": Table(
        {
            "code": required(jurisdiction),
            "name": required(text),
            "aliases": listed(text),
            "adjectives": listed(text),
            "cities": listed(text),
        },
        ("code",),
        unique_over_files=True,
        extra={"also": listed(jurisdiction)},
    ),
    "matters/status.csv": Table(
        {
            "track": required(text),
            "event_type": required(event_type),
            "stage": optional(text),
            "words": optional(pattern),
            "status": required(identifier),
            "example": required(text),
        },
        ("track", "event_type", "stage", "words"),
    ),
    "matters/moves.csv": Table(
        {
            "track": required(text),
            "status": required(identifier),
            "rank": required(number),
            "label": required(text),
            "in_force": required(text),
        },
        ("track", "status"),
    ),
    "matters/backward.csv": Table(
        {"track": required(text), "from": required(identifier), "to": required(identifier), "why": required(text)},
        ("track", "from", "to"),
    ),
    "merge/kinship.csv": Table(
        {
            "first": required(event_type),
            "second": required(event_type),
            "strength": required(one_of(("near", "weak"))),
            "why": required(text),
            "example": required(text),
        },
        ("first", "second"),
    ),
    "merge/stages.csv": Table(
        {"event_type": required(event_type), "stage": required(identifier), "words": required(listed(text, "|"))},
        ("event_type", "stage"),
    ),
    "merge/types.csv": Table(
        {"event_type": required(event_type), "targeted": required(_YES_NO), "once_only": required(_YES_NO)},
        ("event_type",),
    ),
}


#: A file of a kind that nobody described: any words, and a source wherever there is a column for it.
_SOURCES = ("source", "source_url")


def _plain_table(header: list[str]) -> Table:
    columns = {column: required(text) if column in _SOURCES else optional(text) for column in header}
    return Table(columns, (header[0],))


def table_of(name: str) -> Table | None:
    """The form that a file of this name must have, if its kind is known.

    >>> table_of("reference/tiktok.csv").key
    ('id',)
    """
    return next((table for form, table in TABLES.items() if fnmatch(name, form)), None)


def check_csv(name: str, content: str) -> Iterator[Problem]:
    """Header, number of cells, every cell, unique keys, order."""
    try:
        lines = list(csv.reader(io.StringIO(content, newline=""), strict=True))
    except csv.Error as error:
        yield Problem(name, "", f"is no CSV ({error}).")
        return
    if not lines:
        return
    header, table = lines[0], table_of(name)
    if len(set(header)) < len(header) or "" in header:
        yield Problem(name, "line 1", "names a column twice or not at all.")
        return
    if table is not None and not table.fits(header):
        yield Problem(name, "line 1", f"must have the columns {', '.join(table.columns)}.")
        return
    rows: list[Row] = []
    for number_of_line, cells in enumerate(lines[1:], 2):
        if len(cells) != len(header):
            yield Problem(name, f"row {number_of_line}", f"has {len(cells)} cells and not {len(header)}.")
        else:
            rows.append(dict(zip(header, cells, strict=True)))
    yield from _check_rows(name, rows, table or _plain_table(header))


def check_over_files(texts: Mapping[str, str]) -> Iterator[Problem]:
    """Keys that two files of one kind share, and further names of a body that no file knows."""
    first: dict[tuple[str, ...], str] = {}
    for name, content in texts.items():
        table = table_of(name)
        if table is None or not table.unique_over_files:
            continue
        for row in csv.DictReader(io.StringIO(content, newline="")):
            key = (name.split("/")[0], *(row.get(column) or "" for column in table.key))
            if first.setdefault(key, name) != name:
                yield Problem(name, _label(key[1:]), f"stands in {first[key]} too.")
    for row in csv.DictReader(io.StringIO(texts.get(_METONYMS, ""), newline="")):
        if ("entities", row.get("id") or "") not in first:
            yield Problem(_METONYMS, row.get("id") or "", "stands in no other file of entities/.")


def _check_rows(name: str, rows: list[Row], table: Table) -> Iterator[Problem]:
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        key = tuple(row[column] for column in table.key)
        if key in seen:
            yield Problem(name, _label(key), "stands there twice.")
        seen.add(key)
        for column, check in table.checks(row):
            if complaint := check(row[column]):
                yield Problem(name, _label(key), f"{column} {complaint}")
        yield from _check_example(name, _label(key), row)
        if "date_end" in row and not (day(row["date_start"]) or optional(day)(row["date_end"])):
            yield from _check_period(name, _label(key), row)
    for row, after in pairwise(rows):
        if _order(row, table) > _order(after, table):
            yield Problem(name, _label(_order(after, table)), f"must stand before {_label(_order(row, table))}.")


def _check_example(name: str, label: str, row: Row) -> Iterator[Problem]:
    """A regular expression in the column "words" is hit by the words in the column "example"."""
    words, example = row.get("words"), row.get("example")
    if words and example and not pattern(words) and not re.search(words, example, re.IGNORECASE):
        yield Problem(name, label, f"is not hit by its example {example!r}.")


def _check_period(name: str, label: str, row: Row) -> Iterator[Problem]:
    first = date.fromisoformat(row["date_start"])
    last = date.fromisoformat(row["date_end"] or row["date_start"])
    if last < first:
        yield Problem(name, label, "date_end lies before date_start.")
    if row.get("precision") == "day" and last != first:
        yield Problem(name, label, "spans several days, which is no precision of a day.")


def _order(row: Row, table: Table) -> tuple[str, ...]:
    return tuple(row[column] for column in table.sorted_by)


def _label(key: tuple[str, ...]) -> str:
    return " / ".join(part for part in key if part) or "(no id)"
