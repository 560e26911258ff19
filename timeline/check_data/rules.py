"""YAML files: that they can be read one way only, and what each kind must hold."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch
from typing import Any

import yaml

from timeline.check_data.instruments import check_instruments
from timeline.check_data.problem import Problem
from timeline.check_data.taxonomy import check_forms, check_types
from timeline.check_data.times import check_times
from timeline.check_data.triggers import check_triggers
from timeline.check_data.values import text

_CHECKS = {
    "events/types.yml": check_types,
    "events/*.yml": check_triggers,
    "instruments/*.yml": check_instruments,
    "timex/*.yml": check_times,
    "titles/forms.yml": check_forms,
}


_VERBATIM = frozenset(("starts",))  # beginnings of words to find, where a space at the end has its meaning


class _StrictLoader(yaml.SafeLoader):
    """Refuses a key that stands twice in one mapping, which YAML would let pass."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The mapping, or an error at the place of the second key."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for (key_node, _), key in zip(node.value, keys, strict=True):
            if keys.count(key) > 1:
                raise yaml.MarkedYAMLError(problem=f"the key {key!r} stands twice", problem_mark=key_node.start_mark)
        return super().construct_mapping(node, deep)


def check_yaml(name: str, content: str) -> Iterator[Problem]:
    """Syntax, keys that stand twice, stray white space, ids that stand twice, and the checks of the file's kind."""
    try:
        data = yaml.load(content, Loader=_StrictLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        yield Problem(name, f"line {line}", f"cannot be read as YAML: {error.problem}.")
        return
    except yaml.YAMLError as error:
        yield Problem(name, "", f"cannot be read as YAML: {error}.")
        return
    yield from _check_values(name, "", data)
    yield from _check_ids(name, data)
    yield from _check_sources(name, data)
    for form, check in _CHECKS.items():
        if fnmatch(name, form):
            yield from check(name, data)
            break


def _check_values(name: str, place: str, value: Any) -> Iterator[Problem]:
    """No stray white space; no yes or no where the others are words (an unquoted NO or "on")."""
    if isinstance(value, dict):
        label = str(value.get("id", place))
        for key, item in value.items():
            if isinstance(key, bool):
                yield Problem(name, label, "has an unquoted yes, no, on or off for a key; quote it.")
            if key in _VERBATIM:
                continue
            yield from _check_values(name, label if "id" in value else str(key), item)
    elif isinstance(value, list):
        words = any(isinstance(item, str) for item in value)
        for item in value:
            if words and isinstance(item, bool):
                yield Problem(name, place, "has an unquoted yes, no, on or off among words; quote it.")
            yield from _check_values(name, place, item)
    elif isinstance(value, str) and (complaint := text(value.strip("\n"))):
        yield Problem(name, place, complaint)


def _check_ids(name: str, data: Any) -> Iterator[Problem]:
    seen: set[str] = set()
    for record in records(data):
        label = str(record["id"])
        if label in seen:
            yield Problem(name, label, "stands there twice.")
        seen.add(label)


def _check_sources(name: str, data: Any) -> Iterator[Problem]:
    """Where one record of a file names its source, all do."""
    found = list(records(data))
    if any("source" in record for record in found):
        for record in found:
            if not record.get("source"):
                yield Problem(name, str(record["id"]), "has no source, which the other records of the file have.")


def records(data: Any) -> Iterator[dict[str, Any]]:
    """Every mapping with an id, however deep."""
    if isinstance(data, dict):
        if "id" in data:
            yield data
        for value in data.values():
            yield from records(value)
    elif isinstance(data, list):
        for item in data:
            yield from records(item)
