"""The taxonomy as data: complete, labelled, and the one that everything else refers to."""

from __future__ import annotations

import pytest

from timeline.event_types import event_group, event_types, group_labels
from timeline.knowledge import read_yaml
from timeline.mentions import grammar
from timeline.mentions.grammar import cues
from timeline.mentions.triggers import triggers


def test_every_leaf_has_triggers() -> None:
    assert {trigger.leaf for trigger in triggers()} == set(event_types())


def test_groups() -> None:
    assert {event_group(leaf) for leaf in event_types()} == set(group_labels())


@pytest.mark.parametrize("name", sorted(read_yaml("events/factuality.yml")["words"]))
def test_word_lists_hold_words(name: str) -> None:
    assert all(word == word.lower().strip() for word in cues(name)), grammar.__name__
