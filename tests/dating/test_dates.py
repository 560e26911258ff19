"""Each case of tests/corpora/dating.yml: the events of a short text with their dates, basis and role."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from timeline.model import Document
from timeline.pipeline import find_mentions, process_document

CORPUS = yaml.safe_load((Path(__file__).parents[1] / "corpora" / "dating.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CORPUS["cases"], ids=lambda case: f"dating:{case['text'][:60]}")
def test_the_events_of_a_text_have_their_dates(case):
    document = Document("d", case["text"], published=case.get("published", CORPUS["published"]))
    events = process_document(document)
    for expected in case["events"]:
        found = [e for e in events if e.event_type == expected["type"]]
        assert found, f"no {expected['type']} among {[e.event_type for e in events]}"
        day = found[0].date
        assert (day.first, day.last) == (expected["start"], expected["end"]), day
        for key, value in (("basis", day.basis), ("role", day.role)):
            assert value == expected.get(key, value)


@pytest.mark.parametrize("case", CORPUS["cases"], ids=lambda case: f"words:{case['text'][:60]}")
def test_every_date_points_at_its_words(case):
    document = Document("d", case["text"], published=case.get("published", CORPUS["published"]))
    for mention in find_mentions(document)[1]:
        assert document.text[mention.date.start : mention.date.end] == mention.date.text
        assert mention.date.basis != "bounded" or mention.date.reason


def test_no_date_comes_from_the_clock():
    text = "The agency fined Acme Corp. today. The court will rule next month. The ban starts on Monday."
    for event in process_document(Document("d", text, published=None)):
        assert (event.date.first, event.date.last) == (None, None), event
        assert event.date.anchor != date.today()
