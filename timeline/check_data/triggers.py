"""Trigger files: schema, and every pattern against its examples and counter-examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline.check_data.problem import Problem
from timeline.errors import DataError
from timeline.event_types import event_types
from timeline.mentions.grammar import is_verb
from timeline.mentions.patterns import Condition, Element, holds, match_pattern, parse_condition, parse_patterns
from timeline.mentions.tokens import Tokens, tokenize
from timeline.model import Document
from timeline.sentences import split_sentences

_NEEDED = ("id", "leaf", "pattern", "examples")
_KEYS = (*_NEEDED, "needs", "also", "forbids", "weight", "not_examples", "source")


def check_triggers(name: str, data: Any) -> Iterator[Problem]:
    """Each record's keys, leaf and weight; then that it fires on its examples and not on its counter-examples."""
    if not isinstance(data, dict) or "triggers" not in data:
        return
    for record in data["triggers"]:
        problems = list(_check_record(name, record))
        yield from problems
        if not problems:
            yield from _check_examples(name, record)


def _check_record(name: str, record: Any) -> Iterator[Problem]:
    label = str(record.get("id", "(no id)")) if isinstance(record, dict) else str(record)
    if not isinstance(record, dict):
        yield Problem(name, label, "is no record.")
        return
    for key in _NEEDED:
        if not record.get(key):
            yield Problem(name, label, f"has no {key}.")
    for key in sorted(set(record) - set(_KEYS)):
        yield Problem(name, label, f"has the unknown key {key}.")
    if record.get("leaf") not in event_types():
        yield Problem(name, label, f"{record.get('leaf')!r} is no event type.")
    if not 0 <= record.get("weight", 0.5) <= 1:
        yield Problem(name, label, "weight must lie in 0..1.")


def _check_examples(name: str, record: dict[str, Any]) -> Iterator[Problem]:
    label = record["id"]
    try:
        trigger = _Trigger(record)
    except (DataError, ValueError) as error:
        yield Problem(name, label, f"cannot be compiled: {error}")
        return
    for example in record["examples"]:
        if not trigger.fires(example):
            yield Problem(name, label, f"is not hit by its example {example!r}.")
    for example in record.get("not_examples", ()):
        if trigger.fires(example):
            yield Problem(name, label, f"is hit by its counter-example {example!r}.")


def check_coverage(name: str, data: Any) -> Iterator[Problem]:
    """Every single pattern of a record is hit by one of its examples (:func:`check_triggers` asks for one pattern)."""
    if not isinstance(data, dict) or "triggers" not in data:
        return
    for record in data["triggers"]:
        for pattern in record["pattern"]:
            alone = _Trigger({**record, "pattern": [pattern]})
            if not any(alone.fires(example) for example in record["examples"]):
                yield Problem(name, record["id"], f"has no example for its pattern {pattern!r}.")


class _Trigger:
    """A record compiled by the engine's own rules, whatever folder it comes from."""

    def __init__(self, record: dict[str, Any]) -> None:
        self.rows = [row for pattern in record["pattern"] for row in parse_patterns(pattern)]
        self.needed = [[parse_condition(c) for c in record.get(key, ())] for key in ("needs", "also")]
        self.forbids = [parse_condition(c) for c in record.get("forbids", ())]

    def fires(self, text: str) -> bool:
        """Whether any pattern matches somewhere in ``text`` with its conditions met."""
        tokens = tokenize(text, split_sentences(Document("example", text)))
        return any(
            self._matches(row, tokens, at, start, end)
            for start, end in tokens.bounds
            for at in range(start, end)
            for row in self.rows
        )

    def _matches(self, row: tuple[Element, ...], tokens: Tokens, at: int, start: int, end: int) -> bool:
        words = tokens.words
        last = match_pattern(row, words, at, end)
        if last < 0:
            return False

        def found(condition: Condition) -> bool:
            return holds(condition, words, at, last, start, end)

        around = all(not conditions or any(map(found, conditions)) for conditions in self.needed)
        form = row[0].forms.get(words[at], "")
        verb = not form or is_verb(words, at, start, tokens.possessive, form)
        return around and verb and not any(map(found, self.forbids))
