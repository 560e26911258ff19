"""The examples of data/coreference/words.csv: which dates are days of what an act says, which acts are told apart."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.coreference.day import dates_the_content, own_date, words
from timeline.knowledge import read_csv
from timeline.model import Document, Mention
from timeline.pipeline import find_mentions, process_document

ROWS = list(read_csv("coreference/words.csv"))


def _mentions(text: str) -> tuple[Mention, ...]:
    return find_mentions(Document("d", text, published=date(2023, 5, 24)))[1]


@pytest.mark.parametrize("row", [r for r in ROWS if r["place"] != "apart"], ids=lambda row: row["example"])
def test_a_date_in_what_an_act_says_is_no_day_of_the_act(row):
    within = [m for m in _mentions(row["example"]) if dates_the_content(m)]
    assert within
    assert all(own_date(m).basis == "unknown" for m in within)
    assert not [m for m in _mentions(row["not_example"]) if dates_the_content(m)]


@pytest.mark.parametrize("row", [r for r in ROWS if r["place"] == "apart"], ids=lambda row: row["example"])
def test_an_act_is_introduced_as_another(row):
    assert words("apart").match(row["example"])
    assert not words("apart").match(row["not_example"])


def test_an_event_bears_the_day_of_the_act_and_not_of_its_content():
    text = (
        "The state sued Alder Homes Inc. on Tuesday. The complaint alleges that in May 2021 the builder took deposits."
    )
    (suit,) = [
        e for e in process_document(Document("d", text, published=date(2023, 5, 24))) if e.event_type == "lawsuit"
    ]
    assert suit.date.first == suit.date.last == date(2023, 5, 23)


@pytest.mark.parametrize(
    "text",
    [
        "The police charged Rowan Pike on Tuesday.",
        "The court dismissed the claims on Monday.",
        "The agency fined the bank, which it accused of fraud, on Tuesday.",
        "Police arrested the man accused of fraud on Tuesday.",
        "The governor signed the bill and said on Tuesday that it will help.",
        "The hearing, which is said to be the last, is set for 5 June 2023.",
        "According to police, Rowan Pike was arrested on Tuesday.",
    ],
)
def test_a_verb_or_a_noun_that_says_nothing_keeps_its_date(text):
    assert not [m for m in _mentions(text) if dates_the_content(m)]
