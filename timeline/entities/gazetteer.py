"""Known names: authorities, companies, organisations of ``data/entities/`` and places of ``data/jurisdictions/``.

Names are looked up word by word, longest first; case counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePosixPath
from typing import cast, get_args

from timeline.entities.tokens import Words, read_words
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
class Match:
    """Words ``first``..``last`` (inclusive) are a known name; ``cut`` characters at the end are no part of it."""

    first: int
    last: int
    records: tuple[Record, ...]
    cut: int = 0


@dataclass(frozen=True, slots=True)
class _Alias:
    rest: tuple[str, ...]
    gaps: tuple[str, ...]
    stop: bool
    records: tuple[Record, ...]


_OTHER_TOWN = frozenset({"New", "Fort", "Port", "Lake", "Mount", "Saint", "St"})
#: States that have a county of their own name; elsewhere such a county lies in another state.
_OWN_COUNTY = frozenset({"Arkansas", "Hawaii", "Iowa", "New York", "Oklahoma", "Utah"})

# first word -> second word ("" for names of one word) -> names, longest first
Index = dict[str, dict[str, tuple[_Alias, ...]]]


def find_known_names(words: Words) -> tuple[Match, ...]:
    """The known names in ``words``, leftmost longest, never overlapping.

    >>> [m.records[0].name for m in find_known_names(read_words("The FTC and the European Commission met."))]
    ['Federal Trade Commission', 'European Commission']
    """
    index, norm, matches, i, total = name_index(), words.norm, [], 0, len(words)
    while i < total:
        word = norm[i]
        match = None
        if word in index:
            match = longest_at(index, words, i)
        elif words.bare and word.endswith("s") and word[:-1] in index:
            match = _single(index[word[:-1]].get("", ()), i)
        if match is None:
            i += 1
        else:
            matches.append(match)
            i = match.last + 1
    return tuple(matches)


def place_at(words: Words, i: int, last: int) -> Match | None:
    """The longest place that starts with word ``i`` and ends with word ``last`` or before.

    >>> place_at(read_words("Nebraska Attorney General"), 0, 0).records[0].codes
    ('US-NE',)
    """
    return longest_at(name_index(), words, i, last, places=True)


def longest_at(index: Index, words: Words, i: int, last: int | None = None, *, places: bool = False) -> Match | None:
    """The longest known name that starts with word ``i`` (and ends by word ``last``; only a place)."""
    for alias, cut in _candidates(index, words, i):
        end = i + len(alias.rest)
        if (places and alias.records[0].kind != "place") or (last is not None and end > last):
            continue
        if end == i and alias.stop and not _is_abbreviated(words, i):
            continue
        if all(_same_gap(words, i + k, gap) for k, gap in enumerate(alias.gaps)):
            return None if _is_another_place(words, i, end, alias.records[0]) else Match(i, end, alias.records, cut)
    return None


def _is_another_place(words: Words, first: int, last: int, record: Record) -> bool:
    """Whether a word beside the name makes it another place: "New Prague" (Minnesota), "Washington County"."""
    if record.rule == "place:city" and first > 0 and words.norm[first - 1] in _OTHER_TOWN:
        return words.text[words.ends[first - 1] : words.starts[first]] == " "
    if record.rule == "place:name" and record.id.startswith("US-") and record.name not in _OWN_COUNTY:
        county = last + 1 < len(words.norm) and words.norm[last + 1] == "County"
        return county and words.text[words.ends[last] : words.starts[last + 1]] == " "
    return False


def _candidates(index: Index, words: Words, i: int) -> Iterator[tuple[_Alias, int]]:
    """Names whose words stand from word ``i`` on, longest first, each with the characters that are no part of it."""
    norm, group = words.norm, index.get(words.norm[i])
    if group is None:
        return
    second = norm[i + 1] if i + 1 < len(norm) else ""
    for alias in group.get(second, ()) if second else ():
        found = norm[i + 1 : i + 1 + len(alias.rest)]
        if found == alias.rest:
            yield alias, 0
        elif words.bare and found[:-1] == alias.rest[:-1] and found[-1:] == (alias.rest[-1] + "s",):
            yield alias, 1
    if words.bare and second.endswith("s"):
        for alias in group.get(second[:-1], ()):
            if len(alias.rest) == 1:
                yield alias, 1
    for alias in group.get("", ()):
        yield alias, 0


def _is_abbreviated(words: Words, i: int) -> bool:
    """ "Boise, Ida." but neither "Miss Doe" nor "La Paz"."""
    text, start, end = words.text, words.starts[i], words.ends[i]
    return text[start - 2 : start] == ", " and text[end : end + 1] == "."


def _single(aliases: tuple[_Alias, ...], i: int) -> Match | None:
    return next((Match(i, i, a.records, 1) for a in aliases), None)


def _same_gap(words: Words, i: int, gap: str) -> bool:
    between = words.text[words.ends[i] : words.starts[i + 1]]
    if between == " ":
        return gap in ("", ",", ".")
    between = between.strip()
    return between in (gap, "", ",") if gap else between == ""


def known_place(words: tuple[str, ...]) -> Record | None:
    """The place whose whole name is ``words``.

    >>> known_place(("New", "Delhi")).codes
    ('IN',)
    """
    group = name_index().get(words[0], {})
    for alias in group.get(words[1] if len(words) > 1 else "", ()):
        if alias.rest == words[1:] and alias.records[0].kind == "place":
            return alias.records[0]
    return None


@cache
def name_index() -> Index:
    """All known names by their first word."""
    by_alias: dict[str, list[Record]] = {}
    for alias, record in _all_names():
        by_alias.setdefault(alias, []).append(record)
    grouped: dict[str, dict[str, list[_Alias]]] = {}
    for alias, records in by_alias.items():
        words, entry = _entry(alias, tuple(records))
        grouped.setdefault(words[0], {}).setdefault(words[1] if len(words) > 1 else "", []).append(entry)
    return {
        first: {second: tuple(sorted(found, key=lambda a: -len(a.rest))) for second, found in group.items()}
        for first, group in grouped.items()
    }


def _entry(alias: str, records: tuple[Record, ...]) -> tuple[tuple[str, ...], _Alias]:
    """The words of ``alias`` and what is kept of it."""
    if alias.replace(" ", "").isalpha():  # most names: no need to take them apart letter by letter
        plain = tuple(alias.split())
        return plain, _Alias(plain[1:], ("",) * (len(plain) - 1), False, records)
    parts = read_words(alias)
    if len(parts) == 0:
        raise DataError(f"The name {alias!r} of {records[0].id} holds no word.")
    gaps = tuple(alias[parts.ends[k] : parts.starts[k + 1]].strip() for k in range(len(parts) - 1))
    stop = alias.endswith(".") and len(parts) == 1 and "." not in parts.norm[0]
    return parts.norm, _Alias(parts.norm[1:], gaps, stop, records)


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
