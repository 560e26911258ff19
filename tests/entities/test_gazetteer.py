"""The gazetteer's files: every record whole, every code real, no name twice in one family."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import get_args

import pytest

from timeline.entities.gazetteer import find_known_names
from timeline.entities.lexicon import lexicon
from timeline.entities.names import name_index
from timeline.entities.tokens import read_words
from timeline.jurisdictions import is_jurisdiction
from timeline.knowledge import data_files, read_csv
from timeline.model import EntityKind

FILES = data_files("entities", ".csv")
UNSPECIFIC = ("generic", "metonyms")


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    return tuple(read_csv(name))


@pytest.mark.parametrize("name", FILES)
def test_records_are_whole(name: str) -> None:
    for row in rows(name):
        assert None not in row
        assert None not in row.values()
        assert row["name"]
        assert row["kind"] in get_args(EntityKind)
        assert row["source"].startswith(("https://", "http://"))
        for alias in (row["name"], *filter(None, row["aliases"].split(";"))):
            assert alias == " ".join(alias.split()), alias
            assert len(alias) > 1
        for code in filter(None, row["jurisdictions"].split(";")):
            assert is_jurisdiction(code.lstrip("?")) or code == "?", (row["id"], code)


@pytest.mark.parametrize("name", FILES)
def test_no_name_twice_in_a_family(name: str) -> None:
    names = Counter(
        (alias, row["jurisdictions"])
        for row in rows(name)
        for alias in {row["name"], *filter(None, row["aliases"].split(";"))}
    )
    assert [n for n, count in names.items() if count > 1] == []


def test_ids_are_unique_and_many() -> None:
    ids = Counter(
        row["id"] for name in FILES if not name.removesuffix(".csv").endswith(UNSPECIFIC) for row in rows(name)
    )
    assert [i for i, count in ids.items() if count > 1] == []
    assert len(ids) > 1500


@pytest.mark.parametrize("name", FILES)
def test_every_name_is_found_again(name: str) -> None:
    for row in rows(name):
        names = [] if name.endswith("metonyms.csv") else [row["name"]]
        for alias in (*names, *filter(None, row["aliases"].split(";"))):
            matches = find_known_names(read_words(f"said {alias} today"))
            assert any(row["id"] == r.id for m in matches for r in m.records), alias


@pytest.mark.parametrize("name", data_files("jurisdictions", ".csv"))
def test_places_have_real_codes(name: str) -> None:
    for row in rows(name):
        assert is_jurisdiction(row["code"]), row
        assert set(row) >= {"code", "name", "aliases", "adjectives", "cities"}


def test_word_lists_do_not_contradict_each_other() -> None:
    lists = lexicon()
    assert not lists.given_names & lists.function_words
    assert not lists.legal_forms & lists.function_words
    assert not lists.particles & lists.topics


def test_index_is_grouped_by_first_word() -> None:
    assert {a.records[0].id for a in name_index()["TikTok"][""]} >= {"tiktok"}
