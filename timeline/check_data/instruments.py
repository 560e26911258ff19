"""Patterns of numbered instruments: schema, and every pattern against its examples and counter-examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from timeline.check_data.problem import Problem
from timeline.check_data.values import jurisdiction, pattern

_NEEDED = ("id", "kind", "starts", "pattern", "key", "source", "examples")
_KEYS = (*_NEEDED, "before", "jurisdictions", "not_examples")
_REACH = 30
_KINDS = ("bill", "law", "case", "docket", "order", "regulation", "treaty")


def check_instruments(name: str, data: Any) -> Iterator[Problem]:
    """Each record's keys, kind and codes; that its pattern compiles, hits its examples and spares the others."""
    for record in data if isinstance(data, list) else ():
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
    if record.get("kind") not in _KINDS:
        yield Problem(name, label, f"{record.get('kind')!r} is no kind of instrument.")
    for code in record.get("jurisdictions") or ():
        if complaint := jurisdiction(str(code)):
            yield Problem(name, label, f"jurisdictions {complaint}")
    for key in ("pattern", "before"):
        if complaint := pattern(str(record.get(key, ""))):
            yield Problem(name, label, f"{key} {complaint}")


def _check_examples(name: str, record: dict[str, Any]) -> Iterator[Problem]:
    label = record["id"]
    for example in record["examples"]:
        text, arrow, key = example.partition(" => ")
        if not arrow or not key:
            yield Problem(name, label, f"must write its example {example!r} as text => key.")
        elif not _hits(record, text):
            yield Problem(name, label, f"is not hit by its example {text!r}.")
    for text in record.get("not_examples") or ():
        if _hits(record, text):
            yield Problem(name, label, f"is hit by its counter-example {text!r}.")


def _hits(record: dict[str, Any], text: str) -> bool:
    """The pattern is tried wherever one of its beginnings stands and the words before allow it, as the engine does."""
    expression, before = re.compile(record["pattern"]), re.compile(record.get("before", ""))
    places = (at for start in record["starts"] for at in range(len(text)) if text.startswith(start, at))
    return any(before.search(text, max(0, at - _REACH), at) and expression.match(text, at) for at in places)
