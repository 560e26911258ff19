"""Which lane or lanes an event stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from timeline.dashboard.dataset import Codes, Dataset, ListCodes
from timeline.dashboard.palette import GROUP_STYLE
from timeline.dashboard.places import ancestors, place_name, wanted_codes
from timeline.dashboard.selection import Selection
from timeline.dashboard.words import group_label, type_label
from timeline.event_types import event_types

LaneKind = Literal["jurisdiction", "actor", "type", "matter"]
LANE_KINDS: Final[tuple[LaneKind, ...]] = ("jurisdiction", "actor", "type", "matter")
MAX_LANES: Final = 25
REST, NONE = ":rest", ":none"

_NOTHING = {
    "jurisdiction": "No jurisdiction named",
    "actor": "No actor named",
    "type": "No type",
    "matter": "No matter",
}


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: ``key`` is the value it stands for, ``depth`` how far it is indented below its whole."""

    key: str
    label: str
    count: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Lanes:
    """Lanes from top to bottom, and pairs (row of the table, index of a lane) in the order of rows."""

    lanes: list[Lane]
    rows: npt.NDArray[np.intp]
    index: npt.NDArray[np.intp]


def assign_lanes(selection: Selection, kind: LaneKind, *, at_most: int = MAX_LANES) -> Lanes:
    """The fullest ``at_most`` lanes of the selected events, one lane for the rest and one for events without a value.

    An event with two jurisdictions stands in two lanes; a lane is only drawn for values that the filter lets through.
    """
    rows, codes, names = _pairs(selection, kind)
    counts = np.bincount(codes, minlength=len(names))
    fullest = np.argsort(-counts, kind="stable")[:at_most]
    fullest = fullest[counts[fullest] > 0]
    ordered = _order(kind, [names[i] for i in fullest], dict(zip(names, counts.tolist(), strict=True)))
    place = {name: i for i, name in enumerate(ordered)}
    rest_index = len(ordered)
    target = np.array([place.get(name, rest_index) for name in names], np.intp)
    index = target[codes]
    rows, index = _once(rows, index, rest_index)
    lanes = [_lane(selection.data, kind, name, int(counts[names.index(name)])) for name in ordered]
    others = int((counts > 0).sum()) - len(ordered)
    if others > 0:
        lanes.append(Lane(REST, f"{others:,} more", int((index == rest_index).sum())))
    without = selection.mask.copy()
    without[rows] = False
    missing = np.flatnonzero(without)
    if len(missing):
        rows, index = np.concatenate([rows, missing]), np.concatenate([index, np.full(len(missing), len(lanes))])
        lanes.append(Lane(NONE, _NOTHING[kind], len(missing)))
        order = np.argsort(rows, kind="stable")
        rows, index = rows[order], index[order]
    return Lanes(lanes, rows, index)


def _pairs(selection: Selection, kind: LaneKind) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], list[str]]:
    data, filters = selection.data, selection.filters
    if kind == "jurisdiction":
        wanted = wanted_codes(filters.jurisdictions, data.jurisdictions.names, union_counts=filters.union_counts)
        return _list_pairs(data.jurisdictions, selection, wanted if filters.jurisdictions else None)
    if kind == "actor":
        return _actor_pairs(selection)
    if kind == "matter":
        return _single_pairs(data.matters, selection)
    return _single_pairs(data.single["type" if _one_group(filters.types) else "group"], selection)


def _one_group(types: tuple[str, ...]) -> bool:
    """Whether the chosen types are of one group, whose leaves then make better lanes than the group."""
    known = event_types()
    return len({known[t].group for t in types if t in known}) == 1


def _list_pairs(
    pairs: ListCodes, selection: Selection, wanted: set[str] | None
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], list[str]]:
    keep = selection.mask[pairs.rows]
    if wanted is not None:
        keep &= np.array([name in wanted for name in pairs.names], bool)[pairs.codes]
    return pairs.rows[keep].astype(np.intp), pairs.codes[keep].astype(np.intp), pairs.names


def _actor_pairs(selection: Selection) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], list[str]]:
    """Actors in the roles that were asked for, so that a lane holds what the filter speaks of."""
    data, filters = selection.data, selection.filters
    if not filters.roles:
        return _list_pairs(data.actors, selection, set(filters.actors) or None)
    rows, actors = data.parties.pairs(filters.roles)
    named = ListCodes(rows, actors, data.parties.actor_names, data.size)
    return _list_pairs(named, selection, set(filters.actors) or None)


def _single_pairs(codes: Codes, selection: Selection) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], list[str]]:
    rows = selection.rows[codes.codes[selection.rows] >= 0]
    return rows, codes.codes[rows].astype(np.intp), codes.names


def _once(
    rows: npt.NDArray[np.intp], index: npt.NDArray[np.intp], rest: int
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Each pair once: two actors of the rest are one place in the lane of the rest."""
    places = np.flatnonzero(index == rest)
    again = places[1:][rows[places[1:]] == rows[places[:-1]]]
    keep = np.ones(len(rows), bool)
    keep[again] = False
    return rows[keep], index[keep]


def _order(kind: LaneKind, names: list[str], counts: dict[str, int]) -> list[str]:
    if kind == "type":
        taxonomy = [*GROUP_STYLE, *event_types()]
        return sorted(names, key=lambda name: (taxonomy.index(name) if name in taxonomy else len(taxonomy), name))
    if kind != "jurisdiction":
        return sorted(names, key=lambda name: (-counts[name], name))
    weight: dict[str, int] = {}
    for name in names:
        for above in ancestors(name):
            weight[above] = weight.get(above, 0) + counts[name]
    return sorted(names, key=lambda name: [(-weight[above], above) for above in reversed(ancestors(name))])


def _lane(data: Dataset, kind: LaneKind, name: str, count: int) -> Lane:
    if kind == "jurisdiction":
        return Lane(name, place_name(name), count, len(ancestors(name)) - 1)
    labels: dict[str, Callable[[str], str]] = {
        "actor": str,
        "type": lambda key: group_label(key) if key in GROUP_STYLE else type_label(key),
        "matter": lambda key: matter_label(data, key),
    }
    return Lane(name, labels[kind](name), count)


def matter_label(data: Dataset, matter: str) -> str:
    """What a matter is about: the instrument that its events name first, else the title of its first event."""
    return data.matter_names[data.matters.names.index(matter)]
