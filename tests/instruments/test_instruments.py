"""Instruments and amounts of short texts, after tests/corpora; the examples in data/."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from timeline.instruments import find_amounts, find_instruments
from timeline.instruments.laws import known_laws
from timeline.instruments.numbered import FILE, find_numbered, numbered_patterns
from timeline.jurisdictions import is_jurisdiction
from timeline.knowledge import read_csv, read_yaml
from timeline.model import Document

CORPORA = Path(__file__).resolve().parents[1] / "corpora"


def load(name: str) -> list[Any]:
    groups = yaml.safe_load((CORPORA / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=f"{group}: {case['text'][:50]}") for group, cases in groups.items() for case in cases]


@pytest.mark.parametrize("case", load("amounts.yml"))
def test_amounts(case: dict[str, Any]) -> None:
    found = find_amounts(Document("d", case["text"]), ())
    told = {a.text: " ".join(filter(None, (f"{a.value:.10g}", a.currency, a.qualifier))) for a in found}
    assert told == case["expect"]


@pytest.mark.parametrize("case", load("instruments.yml"))
def test_instruments(case: dict[str, Any]) -> None:
    found = find_instruments(Document("d", case["text"]), ())
    for words, wanted in case.get("expect", {}).items():
        rest, _, codes = wanted.partition("@")
        kind, _, key = rest.partition("=")
        told = [(i.kind, i.key, i.jurisdictions) for i in found if i.text == words]
        assert (kind.strip(), key.strip(), tuple(codes.split())) in told, found
    for words in case.get("absent", ()):
        assert words not in [i.text for i in found]


@pytest.mark.parametrize("record", read_yaml(FILE), ids=lambda r: r["id"])
def test_numbered_patterns_find_their_examples(record: dict[str, Any]) -> None:
    for example in record["examples"]:
        text, key = example.split(" => ")
        assert key in [i.key for i in find_numbered(text) if i.rule_id == f"instrument:{record['id']}"]
    for text in record.get("not_examples", ()):
        assert f"instrument:{record['id']}" not in [i.rule_id for i in find_numbered(text)]


def test_numbered_patterns_are_whole() -> None:
    ids = [p.id for p in numbered_patterns()]
    assert len(ids) == len(set(ids))
    assert all(is_jurisdiction(code) for p in numbered_patterns() for code in p.jurisdictions)
    assert all(r["source"].startswith("https://") for r in read_yaml(FILE))


def test_known_laws_are_whole() -> None:
    rows = list(read_csv("instruments/laws.csv"))
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row["kind"] in ("bill", "law", "regulation", "treaty")
        assert all(is_jurisdiction(code) for code in filter(None, row["jurisdictions"].split(";")))
        assert row["source"].startswith(("https://", "http://"))
    for name, law in known_laws().items():
        found = find_instruments(Document("d", f"under {name}, he"), ())
        assert law.key in [i.key for i in found], name


def test_currencies_are_iso() -> None:
    pycountry = pytest.importorskip("pycountry")
    codes = [row["code"] for row in read_csv("instruments/currencies.csv")]
    assert len(codes) == len(set(codes))
    assert [c for c in codes if pycountry.currencies.get(alpha_3=c) is None] == []


PIECES = [
    "$", "€", "5", "1,000", "million", "Rs", "dollars", "to", "-", "v.", "Acme", "Act", "of", "2019", "Bill", "H.R.",
    "S.", "No.", "2:23-cv-1", "(", ")",
    "the", "Regulation", "(EU)", "2016/679", ",", "\n", "Inc.", "and", "’s", "per day",
]  # fmt: skip


@given(st.one_of(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join), st.text(max_size=150)))
def test_spans_hold_on_any_text(text: str) -> None:
    document = Document("d", text)
    for found in (find_instruments(document, ()), find_amounts(document, ())):
        after = 0
        for item in found:
            assert text[item.start : item.end] == item.text
            assert after <= item.start < item.end
            after = item.end
    assert all(a.value > 0 for a in find_amounts(document, ()))
    assert all(i.key for i in find_instruments(document, ()))
