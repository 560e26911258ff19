"""Cases of tests/corpora/coreference.yml: which words of one text end in one event, and what holds of every event."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

from timeline.coreference import merge_mentions
from timeline.model import Document
from timeline.pipeline import find_mentions, process_document

CORPUS = yaml.safe_load((Path(__file__).parents[1] / "corpora" / "coreference.yml").read_text(encoding="utf-8"))


def _events_at(text: str, words: str) -> set[str]:
    """Ids of the events that have a mention within ``words``."""
    start = text.index(words)
    events = process_document(Document("d", text, published=CORPUS["published"]))
    ids = {e.id for e in events for m in e.mentions if m.event.start < start + len(words) and m.event.end > start}
    assert ids, f"nothing found at {words!r}"
    return ids


@pytest.mark.parametrize("case", CORPUS["cases"], ids=lambda case: case["text"][:60])
def test_words_of_one_event_stand_together_and_others_apart(case):
    for first, second in case.get("together", []):
        assert _events_at(case["text"], first) & _events_at(case["text"], second), (first, second)
    for first, second in case.get("apart", []):
        assert not _events_at(case["text"], first) & _events_at(case["text"], second), (first, second)


@pytest.mark.parametrize("case", CORPUS["cases"], ids=lambda case: case["text"][:60])
def test_the_order_in_which_mentions_arrive_changes_nothing(case):
    document = Document("d", case["text"], published=CORPUS["published"])
    sentences, mentions = find_mentions(document)
    shuffled = list(mentions)
    random.Random(7).shuffle(shuffled)
    assert merge_mentions(document, sentences, shuffled) == merge_mentions(document, sentences, mentions)


@pytest.mark.parametrize("case", CORPUS["cases"], ids=lambda case: case["text"][:60])
def test_no_mention_is_lost_or_told_twice(case):
    document = Document("d", case["text"], published=CORPUS["published"])
    sentences, mentions = find_mentions(document)
    events = merge_mentions(document, sentences, mentions)
    assert sorted(map(repr, (m for e in events for m in e.mentions))) == sorted(map(repr, mentions))
    assert len({e.id for e in events}) == len(events)


def test_a_phrase_with_several_numbers_is_evidence_of_none_that_is_told_alone():
    text = "The governor issued Executive Order 20-99 on 3 May 2023. The bar broke Executive Orders 20-99 and 20-103."
    events = process_document(Document("d", text, published=CORPUS["published"]))
    orders = [e for e in events if e.event_type == "executive_order"]
    assert [text[m.event.start : m.event.end + 6] for e in orders for m in e.mentions][:1] == [
        "issued Executive Order 20-99"
    ]
    assert not any("Orders" in text[m.event.start : m.event.end] for e in orders for m in e.mentions)


def test_a_text_under_another_name_keeps_its_ids():
    text = CORPUS["cases"][0]["text"]
    ids = [[e.id for e in process_document(Document(name, text, published=CORPUS["published"]))] for name in ("a", "b")]
    assert ids[0] == ids[1]
