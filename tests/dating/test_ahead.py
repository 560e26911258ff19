"""What a text puts on a day after its publication is still to come, in whatever tense it is told."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.model import Document
from timeline.pipeline import find_mentions

PUBLISHED = date(2024, 3, 10)
CASES = [
    ("From March 23, gatherings are banned in Norway.", "scheduled"),
    ("From March 3, gatherings are banned in Norway.", "actual"),
    ("The union sued the ministry on 5 March 2024.", "actual"),
]


@pytest.mark.parametrize(("text", "factuality"), CASES)
def test_dated_after_publication(text: str, factuality: str) -> None:
    _, mentions = find_mentions(Document("d", text, published=PUBLISHED))
    assert {m.event.factuality for m in mentions} == {factuality}


@pytest.mark.parametrize("text", [text for text, _ in CASES])
def test_without_publication_words_alone_count(text: str) -> None:
    _, mentions = find_mentions(Document("d", text))
    assert all("fact-after-publication" not in m.event.rule_ids for m in mentions)
