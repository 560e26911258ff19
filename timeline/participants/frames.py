"""The frames of ``data/participants/frames.yml``: which words make whom what, per event type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from timeline.errors import DataError
from timeline.knowledge import read_yaml
from timeline.model import Role

Part = Literal["agent", "patient", "counterpart", "forum"]
_FILE = "participants/frames.yml"
_ROLES = {"authority", "target", "plaintiff", "defendant", "sponsor", "speaker", "judge", "party", "appointee"}


@dataclass(frozen=True, slots=True)
class Frame:
    """The grammar of one event type. ``links`` maps a linking word after the trigger to the part it introduces."""

    event_type: str
    roles: dict[Part, Role | None]
    links: dict[str, Part]
    undergoes: frozenset[str]
    public: bool
    places: bool
    bodies: Role | None = None
    transitive: bool = False


@cache
def frame_of(event_type: str) -> Frame:
    """The frame of a leaf of the taxonomy.

    >>> frame_of("lawsuit").roles["patient"]
    'defendant'
    """
    try:
        return _frames()[event_type]
    except KeyError as error:
        raise DataError(f"data/{_FILE} has no frame for the event type {event_type!r}; add one.") from error


@cache
def _frames() -> dict[str, Frame]:
    data = read_yaml(_FILE)
    common = data["common"]
    return {record["id"]: _frame(record, common) for record in data["frames"]}


def _frame(record: dict[str, Any], common: dict[str, list[str]]) -> Frame:
    parts: tuple[Part, ...] = ("agent", "patient", "counterpart", "forum")
    roles: dict[Part, Role | None] = {}
    links: dict[str, Part] = {}
    for part in parts:
        role = record[part]
        if role not in _ROLES | {"none", "court"}:
            raise DataError(
                f"data/{_FILE}, {record['id']}: {role!r} is no role; write one of {sorted(_ROLES)} or none."
            )
        roles[part] = cast(Role, role) if role in _ROLES else None
        links |= dict.fromkeys(common[f"{part}_links"], part)
    for part in parts:  # a type's own words beat the common ones
        links |= dict.fromkeys(record.get(f"{part}_links", ()), part)
    if not all(isinstance(word, str) for word in links):
        raise DataError(f"data/{_FILE}, {record['id']}: quote the words that YAML reads as true or false (on, no).")
    return Frame(
        record["id"],
        roles,
        links,
        frozenset(record.get("undergoes", ())),
        bool(record.get("public")),
        bool(record.get("places")),
        record.get("bodies"),
        bool(record.get("transitive")),
    )
