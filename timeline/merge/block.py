"""Which pairs are worth comparing: units that share an instrument, a party, an amount or a name, near in time.

A block is a list of units in order of time. A unit meets at most :data:`NEIGHBOURS` others in a block, so that the
number of pairs grows with the number of units and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from timeline.merge.features import Unit, has_number
from timeline.merge.kinship import kin
from timeline.merge.names import name_tokens
from timeline.merge.score import ONCE_ONLY_DAYS

NEIGHBOURS = 60
_SHORT = 31  # days: wider intervals count as undated here


def candidate_pairs(units: list[Unit]) -> Iterator[tuple[int, int]]:
    """Index pairs (smaller first), each once, in a fixed order."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        for key in _keys(unit):
            blocks[key].append(index)
    seen: set[int] = set()
    size = len(units)
    for key in sorted(blocks):
        for first, second in _near(blocks[key], units):
            code = first * size + second
            if code not in seen:
                seen.add(code)
                yield first, second


def _keys(unit: Unit) -> set[tuple[str, ...]]:
    """Block keys of a unit; each stands for something that two reports of one occurrence would share."""
    keys: set[tuple[str, ...]] = set()
    if unit.instrument_key:
        keys.add(("instrument", unit.instrument_key))
        if not has_number(unit.instrument_key) and unit.instrument:
            keys.update(("title", t) for t in name_tokens(unit.instrument.name) if len(t) > 5)
    if unit.amount:
        keys.add(("amount", unit.amount.currency, f"{unit.amount.value:.1g}"))
    for party in unit.parties:
        tokens = name_tokens(party.name)
        if not tokens:
            continue
        family = unit.type if party.kind == "official" else ""
        months = _months(unit) if party.kind == "official" else ("",)
        for token in {tokens[0], tokens[-1]}:
            keys.update(("party", token, family, month) for month in months)
    months = _months(unit)
    if months != ("",):
        keys.update(("name", name, month) for name in unit.names for month in months)
    else:
        keys.update(("name", name, place) for name in unit.names for place in unit.codes)
    return keys


def _months(unit: Unit) -> tuple[str, ...]:
    """The stretches of some 31 days that a well dated unit touches; one empty key for the rest."""
    low, high = unit.span
    if not unit.fixed or high - low > _SHORT:
        return ("",)
    return tuple(str(n) for n in range(low // _SHORT, high // _SHORT + 1))


def _near(block: list[int], units: list[Unit]) -> Iterator[tuple[int, int]]:
    dated = sorted((i for i in block if units[i].fixed), key=lambda i: (units[i].span, i))
    undated = [i for i in block if not units[i].fixed]
    for position, i in enumerate(dated):
        latest = units[i].span[1] + ONCE_ONLY_DAYS
        for j in dated[position + 1 : position + 1 + NEIGHBOURS]:
            if units[j].span[0] > latest:
                break
            yield from _kindred(i, j, units)
    for position, i in enumerate(undated):
        for j in undated[position + 1 : position + 1 + NEIGHBOURS]:
            yield from _kindred(i, j, units)
        low, high = units[i].span
        met = 0
        for j in dated:
            span = units[j].span
            if span[0] > high or met >= NEIGHBOURS:
                break
            if span[1] >= low:
                met += 1
                yield from _kindred(i, j, units)


def _kindred(i: int, j: int, units: list[Unit]) -> Iterator[tuple[int, int]]:
    if units[i].document_id != units[j].document_id and units[j].type in kin(units[i].type):
        yield (i, j) if i < j else (j, i)
