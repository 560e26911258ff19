"""Minimal pairs of the corpus: the same act told as done, planned, feared, denied."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from timeline.mentions.survey import survey
from timeline.model import Document
from timeline.sentences import split_sentences
from timeline.timex import find_time_expressions

CORPUS = yaml.safe_load(
    (Path(__file__).resolve().parents[1] / "corpora" / "factuality.yml").read_text(encoding="utf-8")
)
PUBLISHED = date(2024, 4, 2)


def cases(part: str) -> list[Any]:
    """The cases of ``part``, each known by its text."""
    return [pytest.param(c, id=c["text"]) for c in CORPUS[part]]


@pytest.mark.parametrize("case", cases("cases"))
def test_reading(case: dict[str, Any]) -> None:
    check(case, None)


@pytest.mark.parametrize("case", cases("dated"))
def test_dated(case: dict[str, Any]) -> None:
    check(case, PUBLISHED)


def check(case: dict[str, Any], published: date | None) -> None:
    start = case["text"].index("[")
    end = case["text"].index("]") - 1
    text = case["text"].replace("[", "").replace("]", "")
    document = Document("d", text, published=published)
    sentences = split_sentences(document)
    times = find_time_expressions(text, published, "en")
    tokens, findings = survey(document, sentences, (), times)
    here = [f for f in findings if tokens.starts[f.candidate.first] < end and tokens.ends[f.candidate.last - 1] > start]
    assert here, "no trigger fires on the marked words"
    assert {f.reading.factuality for f in here} == {case["factuality"]}, [f.reading for f in here]
    if "tense" in case:
        assert {f.reading.tense for f in here} == {case["tense"]}
