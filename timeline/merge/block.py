"""Which pairs are worth comparing: units that share an instrument, a party, an amount or a name, near in time.

A block is a list of units in order of time. A unit meets at most :data:`NEIGHBOURS` others in a block, so that the
number of pairs grows with the number of units and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from timeline.kinship import targeted
from timeline.merge.features import Unit
from timeline.merge.names import name_tokens
from timeline.merge.score import ONCE_ONLY_DAYS, ONE_INQUIRY_DAYS, REPORTING_DAYS, places_agree

NEIGHBOURS = 40
#: A block of units that share a mere word is of no use beyond this size.
LARGEST = 40
_FIRM = frozenset({"instrument", "title", "topic"})
_LOOSE = frozenset({"name", "title"})
_SHORT = 31  # days: wider intervals count as undated here


def candidate_pairs(units: list[Unit]) -> Iterator[tuple[int, int]]:
    """Index pairs (smaller first), each once."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        for key in _keys(unit):
            blocks[key].append(index)
    seen: set[int] = set()
    size = len(units)
    for key, block in blocks.items():
        if len(block) == 1 or (key[0] in _LOOSE and len(block) > LARGEST):
            continue  # a word that everyone uses brings nobody together
        runs = key[0] == "topic" and key[-1] == "investigation"
        reach = ONE_INQUIRY_DAYS if runs else ONCE_ONLY_DAYS if key[0] in _FIRM else REPORTING_DAYS
        for first, second in _near(block, units, reach):
            code = first * size + second
            if code not in seen:
                seen.add(code)
                yield first, second


def _keys(unit: Unit) -> set[tuple[str, ...]]:
    """Block keys of a unit; each stands for something that two reports of one occurrence would share."""
    keys: set[tuple[str, ...]] = set()
    months = _months(unit)
    if unit.instrument_key:
        keys.add(("instrument", unit.instrument_key))
        if unit.instrument and not unit.numbered:
            keys.update(("title", t) for t in name_tokens(unit.instrument.name) if len(t) > 5)
    if not targeted(unit.type) or unit.type == "investigation":
        words = {t for topic in unit.topics for t in name_tokens(topic) if len(t) > 5 or t[-1].isdigit()}
        keys.update(("topic", token, unit.type) for token in words)
    if unit.amount:
        money = unit.amount.currency, f"{unit.amount.value:.2g}"
        keys.update(("amount", *money, month) for month in months if month)
    for party in (*unit.parties, unit.pursued) if unit.pursued else unit.parties:
        tokens = name_tokens(party.name)
        if not tokens:
            continue
        if party.id:
            keys.add(("id", party.id, unit.type if party.kind == "official" else ""))
        if party.kind == "official":
            body = " ".join(tokens)
            keys.update(("body" if month else "name", body, unit.type, month) for month in months)
        else:
            keys.add(("party", tokens[-1] if party.kind == "person" else tokens[0]))
    names = unit.names - unit.party_words
    keys.update(("name", name, place) for name in names for place in unit.codes)
    keys.update(("name", name, month) for name in names for month in months if month)
    return keys


def _months(unit: Unit) -> tuple[str, ...]:
    """The stretches of some 31 days that a well dated unit touches; one empty key for the rest."""
    low, high = unit.span
    if not unit.fixed or high - low > _SHORT:
        return ("",)
    return tuple(str(n) for n in range(low // _SHORT, high // _SHORT + 1))


def _near(block: list[int], units: list[Unit], reach: int) -> Iterator[tuple[int, int]]:
    """Pairs of a block: dated units with those that begin up to ``reach`` days later, undated ones with the nearest."""
    dated = sorted((i for i in block if units[i].fixed), key=lambda i: (units[i].span, i))
    undated = [i for i in block if not units[i].fixed]
    for position, i in enumerate(dated):
        one, latest = units[i], units[i].span[1] + reach
        for j in dated[position + 1 : position + 1 + NEIGHBOURS]:
            if units[j].span[0] > latest:
                break
            if _kindred(one, units[j]):
                yield (i, j) if i < j else (j, i)
    for position, i in enumerate(undated):
        one, (low, high) = units[i], units[i].span
        for j in undated[position + 1 : position + 1 + NEIGHBOURS]:
            if _kindred(one, units[j]):
                yield i, j
        met = 0
        for j in reversed(dated):  # what a text tells as past mostly happened shortly before
            if units[j].span[0] <= high and units[j].span[1] >= low:
                met += 1
                if _kindred(one, units[j]):
                    yield (i, j) if i < j else (j, i)
                if met == NEIGHBOURS:
                    break


def _kindred(one: Unit, other: Unit) -> bool:
    """The cheapest reasons for two units not to be one event."""
    return (
        other.type in one.kin
        and one.document_id != other.document_id
        and (
            not one.codes
            or not other.codes
            or one.guessed
            or other.guessed
            or bool(one.codes & other.codes)
            or places_agree(one.codes, other.codes)
        )
    )
