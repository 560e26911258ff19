"""The triggers of ``data/events/*.yml``: patterns, what they need around them and what forbids them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.errors import DataError
from timeline.event_types import event_types
from timeline.knowledge import read_yaml
from timeline.mentions.patterns import Condition, Element, parse_condition, parse_patterns

_FILES = (
    "legislation",
    "rulemaking",
    "restriction",
    "oversight",
    "enforcement",
    "litigation",
    "response",
    "measures",
    "states",
)
_KEYS = {"id", "leaf", "pattern", "needs", "also", "forbids", "weight", "examples", "not_examples"}
_DEFAULT_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Trigger:
    """A record of the trigger files; ``weight`` is how sure it is before anything is learned, 0..1."""

    id: str
    leaf: str
    patterns: tuple[tuple[Element, ...], ...]
    needs: tuple[Condition, ...]
    also: tuple[Condition, ...]
    forbids: tuple[Condition, ...]
    weight: float
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


@cache
def triggers() -> tuple[Trigger, ...]:
    """All triggers, checked, in the order of the files.

    >>> triggers()[0].leaf
    'bill_introduced'
    """
    found: dict[str, Trigger] = {}
    for name in _FILES:
        for record in read_yaml(f"events/{name}.yml")["triggers"]:
            trigger = _trigger(f"data/events/{name}.yml", record)
            if trigger.id in found:
                raise DataError(f"data/events/{name}.yml: the id {trigger.id} stands there twice.")
            found[trigger.id] = trigger
    return tuple(found.values())


def _trigger(file: str, record: dict[str, Any]) -> Trigger:
    name = record.get("id", "?")
    unknown = record.keys() - _KEYS
    if unknown or not {"id", "leaf", "pattern", "examples"} <= record.keys():
        raise DataError(f"{file}: {name} has keys that are unknown ({sorted(unknown)}) or lacks one it must have.")
    if record["leaf"] not in event_types():
        raise DataError(f"{file}: {name} names the leaf {record['leaf']}, which data/events/types.yml does not have.")
    conditions = {key: tuple(parse_condition(c) for c in record.get(key, ())) for key in ("needs", "also", "forbids")}
    return Trigger(
        id=name,
        leaf=record["leaf"],
        patterns=tuple(row for pattern in record["pattern"] for row in parse_patterns(pattern)),
        weight=record.get("weight", _DEFAULT_WEIGHT),
        examples=tuple(record["examples"]),
        not_examples=tuple(record.get("not_examples", ())),
        **conditions,
    )


@cache
def trigger_index() -> dict[str, tuple[tuple[Trigger, tuple[Element, ...]], ...]]:
    """First word -> the triggers and patterns that can start with it.

    >>> sorted({trigger.leaf for trigger, _ in trigger_index()["sued"]})
    ['lawsuit']
    """
    index: dict[str, list[tuple[Trigger, tuple[Element, ...]]]] = defaultdict(list)
    for trigger in triggers():
        for pattern in trigger.patterns:
            for word in sorted(_first_words(pattern)):
                index[word].append((trigger, pattern))
    return {word: tuple(entries) for word, entries in index.items()}


def _first_words(pattern: tuple[Element, ...]) -> set[str]:
    """What a match can start with: the first element and, while those are optional, the next."""
    words: set[str] = set()
    for element in pattern:
        words |= element.words
        if not element.optional:
            return words
    return words
