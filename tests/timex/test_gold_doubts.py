"""The doubts about gold values stand where the corpora have them, each with a cause that the evaluation explains."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

EVALUATION = Path(__file__).parents[1] / "evaluation"
CORPORA = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpora" / "timex"


def rows() -> list[dict[str, str]]:
    with (EVALUATION / "timex_gold_doubts.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_every_cause_is_explained() -> None:
    explained = (EVALUATION / "timex.py").read_text(encoding="utf-8")
    assert {row["cause"] for row in rows()} - {line.split(" ")[0] for line in explained.splitlines()} == set()


@pytest.mark.parametrize("corpus", ["timebank", "aquaint"])
def test_the_gold_says_what_is_doubted(corpus: str) -> None:
    path = CORPORA / f"{corpus}.jsonl"
    if not path.is_file():
        pytest.skip("the annotated corpora are not here")  # they are not ours to ship
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row in rows():
        if row["corpus"] == corpus:
            document = documents[int(row["line"]) - 1]
            gold = {(t["start"], t["value"]) for t in document["timex"]}
            assert (document["id"], True) == (row["document"], (int(row["start"]), row["gold"]) in gold)


def test_no_expression_is_doubted_twice() -> None:
    places = [(row["corpus"], row["line"], row["start"]) for row in rows()]
    assert len(places) == len(set(places))
