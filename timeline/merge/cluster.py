"""From accepted pairs to clusters: best pairs first, and no cluster that holds two units which exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.kinship import kinship
from timeline.merge.block import candidate_pairs
from timeline.merge.features import Unit
from timeline.merge.ids import mention_id
from timeline.merge.score import compare

#: Points by which the best counterpart of an undated unit must lead over others that exclude it.
MARGIN = 1.5
_MOST_SUPPORT = 4
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a person decided about merging: pairs of mention ids that tell one event, and pairs that tell two."""

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


NONE = Decisions()


def cluster_units(units: list[Unit], decisions: Decisions = NONE) -> list[list[int]]:
    """Clusters of unit indices, each in order, by their first units: a function of the set alone.

    What a person decided comes first: units decided to be one are, whatever speaks against it, and units decided to be
    two stay two.
    """
    apart = _pairs(units, decisions.apart)
    accepted, loose = _accepted(units)
    for pair in _ambiguous(units, accepted, loose):
        del accepted[pair]
    support = _support(accepted)
    ranked = sorted(accepted, key=lambda pair: (_weak(units, pair), -accepted[pair] - support[pair], pair))
    home = list(range(len(units)))
    members: dict[int, list[int]] = {i: [i] for i in home}
    decided = sorted(_pairs(units, decisions.together))
    for number, (first, second) in enumerate([*decided, *ranked]):
        a, b = home[first], home[second]
        if a == b or (apart and any((min(i, j), max(i, j)) in apart for i in members[a] for j in members[b])):
            continue
        if number < len(decided) or _compatible(units, members[a], members[b], accepted):
            keep, drop = (a, b) if len(members[a]) >= len(members[b]) else (b, a)
            for index in members[drop]:
                home[index] = keep
            members[keep].extend(members.pop(drop))
    return sorted(sorted(group) for group in members.values())


def _weak(units: list[Unit], pair: Pair) -> bool:
    """Whether a pair is told as two types that are seldom one act: it waits until all others have found each other."""
    return kinship(units[pair[0]].type, units[pair[1]].type) == "weak"


def _pairs(units: list[Unit], decided: Iterable[tuple[str, str]]) -> set[Pair]:
    """Pairs of mention ids as pairs of units; ids that no unit holds are left for the day it comes back."""
    held = {mention_id(m): index for index, unit in enumerate(units) for m in unit.mentions} if decided else {}
    found = {(held[a], held[b]) for a, b in decided if a in held and b in held}
    return {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}


def _accepted(units: list[Unit]) -> tuple[dict[Pair, float], set[Pair]]:
    """The pairs that go together with their scores, and those of them that no case, bill or order ties."""
    accepted: dict[Pair, float] = {}
    loose: set[Pair] = set()
    for pair in candidate_pairs(units):
        found = compare(units[pair[0]], units[pair[1]])
        if found.accepted:
            accepted[pair] = found.score
            if not found.strong:
                loose.add(pair)
    return accepted, loose


def _support(accepted: dict[Pair, float]) -> dict[Pair, float]:
    """Points for a pair by the other units that go with both of it: where two would do, the better connected wins."""
    partners: dict[int, set[int]] = defaultdict(set)
    for first, second in accepted:
        partners[first].add(second)
        partners[second].add(first)
    return {(a, b): min(len(partners[a] & partners[b]), _MOST_SUPPORT) / _MOST_SUPPORT for a, b in accepted}


def _compatible(units: list[Unit], ours: list[int], theirs: list[int], accepted: dict[Pair, float]) -> bool:
    """Whether no unit of one cluster excludes a unit of the other."""
    if {units[i].document_id for i in ours} & {units[j].document_id for j in theirs}:
        return False
    for i in ours:
        for j in theirs:
            if (min(i, j), max(i, j)) not in accepted and compare(units[i], units[j]).veto:
                return False
    return True


def _ambiguous(units: list[Unit], accepted: dict[Pair, float], loose: set[Pair]) -> set[Pair]:
    """Pairs of an undated unit with events that it fits about as well, where one of these excludes another.

    Pairs with units that agree with all of them stay: two undated reports may be one though neither says which.
    """
    partners: dict[int, list[tuple[float, int, Pair]]] = defaultdict(list)
    for pair in loose:
        for own, other in (pair, pair[::-1]):
            if not units[own].fixed:
                partners[own].append((-accepted[pair], other, pair))
    dropped: set[Pair] = set()
    for options in partners.values():
        if len(options) < 2:
            continue
        options.sort()
        best, leader, _ = next((o for o in options if units[o[1]].fixed), options[0])
        rivals = [other for score, other, _ in options if score - best < MARGIN]
        if any(compare(units[leader], units[other]).veto for other in rivals if other != leader):
            dropped.update(
                pair
                for _, one, pair in options
                if any(one != other and compare(units[one], units[other]).veto for other in rivals)
            )
    return dropped
