"""Every row of the reference catalogue is well-formed, sourced, unique and in order."""

from __future__ import annotations

import calendar
import csv
import re
from datetime import date
from pathlib import Path

import pycountry
import pytest
import yaml

DATA = Path(__file__).resolve().parents[2] / "data"
FILES = sorted((DATA / "reference").glob("*.csv"))
COLUMNS = [
    *("id", "title", "event_type", "date_start", "date_end", "precision", "date_role"),
    *("actors", "jurisdictions", "instrument", "search_words", "source_url", "checked_on", "note"),
]
ROLES = {"occurred", "effective", "deadline", "expected"}
# A start or a day to comply is in_force; the end of a comment period stays rule_proposed.
TYPES_BY_ROLE = {"effective": {"in_force"}, "deadline": {"in_force", "rule_proposed"}}
STATES = {country.alpha_2 for country in pycountry.countries}
PARTS = {part.code for part in pycountry.subdivisions}


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


ROWS = [pytest.param(row, id=f"{path.stem}:{row['id']}") for path in FILES for row in rows_of(path)]


@pytest.fixture(scope="module")
def event_types() -> set[str]:
    records = yaml.load((DATA / "events" / "types.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return leaves(records)


def leaves(records: object) -> set[str]:
    """The ids of all event types, however the file nests them under groups."""
    if isinstance(records, list):
        return set().union(*(leaves(record) for record in records))
    if not isinstance(records, dict):
        return set()
    own = {records["id"]} if isinstance(records.get("id"), str) else set()
    return own.union(*(leaves(value) for value in records.values() if isinstance(value, list | dict)))


def last_day(row: dict[str, str]) -> date:
    return date.fromisoformat(row["date_end"] or row["date_start"])


def fits_precision(row: dict[str, str]) -> bool:
    start, end = date.fromisoformat(row["date_start"]), last_day(row)
    month_end = date(start.year, start.month, calendar.monthrange(start.year, start.month)[1])
    return {
        "day": not row["date_end"],
        "month": start.day == 1 and end == month_end,
        "year": (start.month, start.day) == (1, 1) and end == date(start.year, 12, 31),
        "interval": start < end,
    }[row["precision"]]


def listed(cell: str) -> list[str]:
    return cell.split(";") if cell else []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_has_the_columns_and_is_sorted(path: Path) -> None:
    rows = rows_of(path)
    assert rows
    assert list(rows[0]) == COLUMNS
    keys = [(row["date_start"], row["id"]) for row in rows]
    assert keys == sorted(keys)


def test_ids_are_unique_over_all_files() -> None:
    ids = [row["id"] for path in FILES for row in rows_of(path)]
    assert len(ids) == len(set(ids))


def test_no_event_stands_twice_under_two_ids() -> None:
    events = [
        (row["event_type"], row["date_start"], row["date_role"], row["instrument"], row["actors"], row["title"])
        for path in FILES
        for row in rows_of(path)
    ]
    assert len(events) == len(set(events))


@pytest.mark.parametrize("row", ROWS)
def test_row_is_well_formed(row: dict[str, str], event_types: set[str]) -> None:
    assert None not in row, "a cell too many"
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"])
    assert 0 < len(row["title"]) <= 90
    assert not row["title"].endswith(".")
    assert row["event_type"] in event_types
    assert row["date_role"] in ROLES
    assert fits_precision(row)
    assert row["event_type"] in TYPES_BY_ROLE.get(row["date_role"], event_types - {"in_force"})
    assert all(cell == cell.strip() for cell in row.values())


@pytest.mark.parametrize("row", ROWS)
def test_row_names_who_and_where(row: dict[str, str]) -> None:
    assert listed(row["actors"])
    assert listed(row["jurisdictions"])
    assert listed(row["search_words"])
    for column in ("actors", "jurisdictions", "search_words"):
        entries = listed(row[column])
        assert all(entry and entry == entry.strip() for entry in entries)
        assert len(entries) == len(set(entries))
    assert all(code == "EU" or code in STATES or code in PARTS for code in listed(row["jurisdictions"]))


@pytest.mark.parametrize("row", ROWS)
def test_row_is_sourced(row: dict[str, str]) -> None:
    assert re.fullmatch(r"https://[^\s/]+\.[a-z]{2,}/\S*", row["source_url"])
    checked = date.fromisoformat(row["checked_on"])
    if row["date_role"] == "occurred":
        assert date.fromisoformat(row["date_start"]) <= checked, "cannot have been read of before it occurred"
