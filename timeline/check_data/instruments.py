"""Patterns of numbered instruments: schema, and every pattern against its examples and counter-examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from timeline.check_data.problem import Problem
from timeline.check_data.values import jurisdiction

_NEEDED = ("id", "kind", "starts", "pattern", "key", "source", "examples")
_KEYS = (*_NEEDED, "jurisdictions", "not_examples")
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
    try:
        re.compile(str(record.get("pattern", "")))
    except re.error as error:
        yield Problem(name, label, f"has a pattern that does not compile ({error}).")


def _check_examples(name: str, record: dict[str, Any]) -> Iterator[Problem]:
    label, pattern = record["id"], re.compile(record["pattern"])
    for example in record["examples"]:
        text, arrow, key = example.partition(" => ")
        if not arrow or not key:
            yield Problem(name, label, f"must write its example {example!r} as text => key.")
        elif not _hits(record["starts"], pattern, text):
            yield Problem(name, label, f"is not hit by its example {text!r}.")
    for text in record.get("not_examples") or ():
        if _hits(record["starts"], pattern, text):
            yield Problem(name, label, f"is hit by its counter-example {text!r}.")


def _hits(starts: list[str], pattern: re.Pattern[str], text: str) -> bool:
    """The pattern is tried wherever one of its beginnings stands, as the engine does."""
    places = (at for start in starts for at in range(len(text)) if text.startswith(start, at))
    return any(pattern.match(text, at) for at in places)
