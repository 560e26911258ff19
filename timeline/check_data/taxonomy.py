"""The taxonomy of events, and the title forms that must know every type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline.check_data.problem import Problem
from timeline.event_types import VOCABULARIES, event_types

_LEAF_KEYS = ("id", "label", "definition", *VOCABULARIES)


def check_types(name: str, data: Any) -> Iterator[Problem]:
    """Groups with labels; leaves with label, definition and a counterpart (empty at least) in each vocabulary."""
    groups = data.get("groups") if isinstance(data, dict) else None
    if not isinstance(groups, list):
        yield Problem(name, "", "must hold a list of groups.")
        return
    for group in groups:
        label = str(group.get("id", "?"))
        if not group.get("label") or not group.get("leaves"):
            yield Problem(name, label, "needs a label and leaves.")
        for leaf in group.get("leaves") or ():
            yield from _check_leaf(name, leaf)


def _check_leaf(name: str, leaf: dict[str, Any]) -> Iterator[Problem]:
    label = str(leaf.get("id", "?"))
    missing = [key for key in _LEAF_KEYS if key not in leaf]
    if missing or not leaf.get("label") or not leaf.get("definition"):
        yield Problem(name, label, f"needs {', '.join(missing) or 'a label and a definition'}.")
    unknown = sorted(set(leaf) - set(_LEAF_KEYS))
    if unknown:
        yield Problem(name, label, f"has unknown keys: {', '.join(unknown)}.")


def check_forms(name: str, data: Any) -> Iterator[Problem]:
    """A title form for every event type and for nothing else."""
    forms = data.get("forms") if isinstance(data, dict) else None
    if not isinstance(forms, dict):
        yield Problem(name, "", "must hold forms by event type.")
        return
    for leaf in event_types():
        if leaf not in forms:
            yield Problem(name, leaf, "has no form.")
    for leaf in forms:
        if leaf not in event_types():
            yield Problem(name, str(leaf), "is no event type.")
