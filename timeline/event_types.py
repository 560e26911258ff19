"""The event types of ``data/events/types.yml``: groups, leaves, labels, definitions, counterparts elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.errors import DataError
from timeline.knowledge import read_yaml

#: Vocabularies of the field that each leaf is mapped to; a tilde in a value marks a lossy counterpart.
VOCABULARIES = ("dpa", "openstates", "eli", "plover")


@dataclass(frozen=True, slots=True)
class EventType:
    """One leaf of the taxonomy; ``counterparts`` maps a vocabulary of :data:`VOCABULARIES` to its nearest term."""

    id: str
    group: str
    label: str
    definition: str
    counterparts: dict[str, str]


@cache
def event_types() -> dict[str, EventType]:
    """All leaves by id, in the order of the taxonomy.

    >>> event_types()["fine"].group
    'enforcement'
    """
    found: dict[str, EventType] = {}
    for group in read_yaml("events/types.yml")["groups"]:
        for leaf in group["leaves"]:
            if leaf["id"] in found:
                raise DataError(f"data/events/types.yml: the leaf {leaf['id']} stands there twice.")
            counterparts = {name: leaf[name] for name in VOCABULARIES}
            found[leaf["id"]] = EventType(leaf["id"], group["id"], leaf["label"], leaf["definition"], counterparts)
    return found


@cache
def group_labels() -> dict[str, str]:
    """Group id -> label, in the order of the taxonomy.

    >>> group_labels()["legislation"]
    'Legislation'
    """
    return {group["id"]: group["label"] for group in read_yaml("events/types.yml")["groups"]}


def event_group(event_type: str) -> str:
    """The group of a leaf.

    >>> event_group("in_force")
    'legislation'
    """
    return event_types()[event_type].group


def event_label(event_type: str) -> str:
    """The label of a leaf for people.

    >>> event_label("bill_advanced")
    'Bill advanced'
    """
    return event_types()[event_type].label
