"""The specification by example: ``tests/corpora/timex_*.yml`` read as tests.

Words in [brackets] must be found, nothing else beside them; ``expect`` names the fields they must have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from timeline.model import TimeExpression
from timeline.timex import find_time_expressions, in_relation

FOLDER = Path(__file__).parents[1] / "corpora"
BRACKETS = re.compile(r"\[([^\]]*)\]")


def load() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(FOLDER.glob("timex_*.yml")):
        yield path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))


def cases(section: str, rows: Any) -> list[Any]:
    return [
        pytest.param(data, row, id=f"{name}:{label}")
        for name, data in load()
        for row, label in rows(data.get(section, []))
    ]


def by_phrase(groups: list[dict[str, Any]]) -> Iterator[tuple[tuple[dict[str, Any], str], str]]:
    for group in groups:
        for phrase in group["phrases"]:
            yield (group["expect"], phrase), phrase


def by_row(rows: list[Any]) -> Iterator[tuple[Any, str]]:
    for row in rows:
        yield row, row if isinstance(row, str) else row.get("phrase", row.get("text", ""))


def found(marked: str, data: dict[str, Any], anchor: Any) -> list[TimeExpression]:
    """The expressions of the phrase, after checking that they are just the words in brackets."""
    expressions = find_time_expressions(BRACKETS.sub(r"\1", marked), anchor, data["language"])
    assert [t.text for t in expressions] == BRACKETS.findall(marked)
    return expressions


def fields(expression: TimeExpression, expect: dict[str, Any]) -> dict[str, Any]:
    return {key: len(expression.alternatives) if key == "alternatives" else getattr(expression, key) for key in expect}


@pytest.mark.parametrize(("data", "row"), cases("cases", by_phrase))
def test_value(data: dict[str, Any], row: tuple[dict[str, Any], str]) -> None:
    expect, phrase = row
    expressions = found(phrase, data, data["anchor"])
    values = expect.get("values", [expect.get("value")])
    assert [t.value for t in expressions] == values
    if "values" not in expect:
        assert fields(expressions[0], expect) == expect


@pytest.mark.parametrize(("data", "row"), cases("unknown", by_row))
def test_without_publication_nothing_is_guessed(data: dict[str, Any], row: dict[str, Any]) -> None:
    (expression,) = found(row["phrase"], data, None)
    assert (expression.value, expression.first, expression.last, expression.edtf) == (row["value"], None, None, "")


@pytest.mark.parametrize(("data", "row"), cases("narrative", by_row))
def test_narrative_counts_from_the_date_told_last(data: dict[str, Any], row: dict[str, Any]) -> None:
    expressions = find_time_expressions(row["text"], row.get("anchor"), data["language"])
    assert [t.value for t in expressions if t.text == row["words"]] == [row["value"]]


@pytest.mark.parametrize(("data", "row"), cases("nothing", by_row))
def test_nothing_is_found(data: dict[str, Any], row: str) -> None:
    assert [t.text for t in find_time_expressions(row, data["anchor"], data["language"])] == []


@pytest.mark.parametrize("side", ["past", "future"])
def test_weekdays_lie_where_the_tense_puts_them(side: str) -> None:
    data = dict(load())["timex_weekdays"]
    wrong = {}
    for row in data[side]:
        days = [t.first for t in find_time_expressions(row["text"], data["anchor"]) if t.text == row["words"]]
        if days != [row["day"]]:
            wrong[row["text"]] = days
    assert wrong == {}


@pytest.mark.parametrize(("data", "row"), cases("relations", by_row))
def test_prepositions_bound_the_days(data: dict[str, Any], row: dict[str, Any]) -> None:
    text = BRACKETS.sub(r"\1", row["phrase"])
    expressions = in_relation(text, find_time_expressions(text, data["anchor"], data["language"]), data["language"])
    assert {t.text for t in expressions} == set(BRACKETS.findall(row["phrase"]))
    first, last = (date.fromisoformat(day) if day else None for day in row["days"].split("/"))
    assert {(t.first, t.last, t.precision, t.edtf) for t in expressions} == {
        (first, last, row["precision"], row["edtf"])
    }


def test_the_corpora_are_large_enough_to_be_a_specification() -> None:
    count = sum(
        len(list(by_phrase(data.get("cases", []))))
        + sum(len(data.get(key, [])) for key in ("unknown", "narrative", "nothing", "past", "future", "relations"))
        for _, data in load()
    )
    assert count >= 400


def test_a_quarter_of_a_year_of_its_own_has_the_days_before_its_end() -> None:
    text = "It lost $2 million in the fiscal first quarter ended Sept. 30."
    quarter, _ = find_time_expressions(text, date(2022, 11, 15))
    assert (quarter.first, quarter.last, quarter.precision) == (date(2022, 7, 1), date(2022, 9, 30), "between")
