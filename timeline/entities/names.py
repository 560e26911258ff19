"""The names of ``data/entities/`` and ``data/jurisdictions/``, by their first two words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePosixPath
from typing import cast, get_args

from timeline.entities.tokens import read_words
from timeline.errors import DataError
from timeline.knowledge import data_files, read_csv, read_yaml
from timeline.model import EntityKind

_KINDS = frozenset(get_args(EntityKind))


@dataclass(frozen=True, slots=True)
class Record:
    """One known name: ``rule`` says which file and column it comes from ("place:adjective", "gazetteer:us-federal").

    ``needs`` are words of which one must stand in the text for the name to mean this ("X" needs "Twitter").
    """

    id: str
    name: str
    kind: EntityKind
    codes: tuple[str, ...]
    rule: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """A name after its first word: the other words, what stands between them, whether a full stop belongs to it."""

    rest: tuple[str, ...]
    gaps: tuple[str, ...]
    stop: bool
    records: tuple[Record, ...]


# first word -> second word ("" for names of one word) -> names, longest first
Index = dict[str, dict[str, tuple[Alias, ...]]]


@cache
def name_index() -> Index:
    """All known names by their first word."""
    by_alias: dict[str, list[Record]] = {}
    for alias, record in _all_names():
        by_alias.setdefault(alias, []).append(record)
    grouped: dict[str, dict[str, list[Alias]]] = {}
    for alias, records in by_alias.items():
        words, entry = _entry(alias, tuple(records))
        grouped.setdefault(words[0], {}).setdefault(words[1] if len(words) > 1 else "", []).append(entry)
    return {
        first: {second: tuple(sorted(found, key=lambda a: -len(a.rest))) for second, found in group.items()}
        for first, group in grouped.items()
    }


def _entry(alias: str, records: tuple[Record, ...]) -> tuple[tuple[str, ...], Alias]:
    """The words of ``alias`` and what is kept of it."""
    if alias.replace(" ", "").isalpha():  # most names: no need to take them apart letter by letter
        plain = tuple(alias.split())
        return plain, Alias(plain[1:], ("",) * (len(plain) - 1), False, records)
    parts = read_words(alias)
    if len(parts) == 0:
        raise DataError(f"The name {alias!r} of {records[0].id} holds no word.")
    gaps = tuple(alias[parts.ends[k] : parts.starts[k + 1]].strip() for k in range(len(parts) - 1))
    stop = alias.endswith(".") and len(parts) == 1 and "." not in parts.norm[0]
    return parts.norm, Alias(parts.norm[1:], gaps, stop, records)


def _all_names() -> Iterator[tuple[str, Record]]:
    known: dict[str, Record] = {}
    for name in data_files("entities", ".csv"):
        family = PurePosixPath(name).stem
        for row in read_csv(name):
            for alias, record in _entity_names(row, f"gazetteer:{family}", name):
                known[record.id] = record
                yield alias, record
    for needy in read_yaml("entities/needs.yml"):
        if needy["id"] not in known:
            raise DataError(f"data/entities/needs.yml: no body has the id {needy['id']!r}.")
        yield needy["name"], replace(known[needy["id"]], rule="gazetteer:needs", needs=tuple(needy["words"]))
    for name in data_files("jurisdictions", ".csv"):
        for row in read_csv(name):
            yield from _place_names(row)


def _entity_names(row: dict[str, str], rule: str, file: str) -> Iterator[tuple[str, Record]]:
    kind = row["kind"]
    if kind not in _KINDS:
        raise DataError(f"data/{file}: {row['id']} has the kind {kind!r}; use one of {', '.join(sorted(_KINDS))}.")
    codes = tuple(row["jurisdictions"].split(";")) if row["jurisdictions"] else ()
    record = Record(row["id"], row["name"], cast(EntityKind, kind), codes, rule)
    if not rule.endswith("metonyms"):  # those add names to a body that stands in another file
        yield row["name"], record
    for alias in row["aliases"].split(";") if row["aliases"] else ():
        yield alias, record


def _place_names(row: dict[str, str]) -> Iterator[tuple[str, Record]]:
    code, name = row["code"], row["name"]
    codes = (code, row["also"]) if row.get("also") else (code,)
    for column, rule in (("name", "name"), ("aliases", "name"), ("adjectives", "adjective"), ("cities", "city")):
        for alias in row[column].split(";") if row[column] else ():
            usual = alias if rule == "city" else name
            yield alias, Record(code, usual, "place", codes, f"place:{rule}")
