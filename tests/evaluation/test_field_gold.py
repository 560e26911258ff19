"""The annotations of texts that stand elsewhere are well formed, and fit the texts where these are to be had."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from field_gold import field_gold, read_fields
from mentions_gold import is_unseen

from timeline.event_types import event_types

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "weak"
GOLD = field_gold()
EVENTS = [(name, event) for name, events in GOLD.items() for event in events]
FACTUALITY = {"actual", "scheduled", "proposed", "hypothetical", "denied"}


def test_types_and_factuality_are_those_of_the_table():
    wrong = [(name, e) for name, e in EVENTS if not set(e["types"]) <= set(event_types()) or not e["types"]]
    assert not wrong
    assert {e["factuality"] for _, e in EVENTS} <= FACTUALITY


def test_no_event_ends_before_it_begins():
    for name, event in EVENTS:
        first, last = (date.fromisoformat(event[side]) if event[side] else None for side in ("start", "end"))
        assert first is None or last is None or first <= last, name


def test_a_dated_event_has_a_day():
    assert not [name for name, e in EVENTS if e["dated"] and not (e["start"] or e["end"])]


def test_no_text_of_the_part_set_aside_is_annotated():
    assert not [name for name in GOLD if is_unseen(name)]


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the annotated texts are not part of the project")
def test_every_mention_lies_within_its_text():
    pairs = read_fields(TEXTS)
    assert {document["id"] for document, _ in pairs} == set(GOLD)
    for document, events in pairs:
        for event in events:
            assert event["spans"], document["id"]
            assert all(0 <= a < b <= len(document["text"]) for a, b in event["spans"]), document["id"]
