"""What keeps two mentions of one document apart, whatever else they share.

The reasons were held against gold: of the pairs they part, at most one in twenty was one occurrence. Too rare in gold
to tell, and kept for what the words mean: an act of one's own accord, a ruling and the appeal against it, a court's act
of legislation or restriction.
"""

from __future__ import annotations

from functools import cache

from timeline.coreference.day import own_date, same_weekday, words
from timeline.coreference.pairs import date_relation
from timeline.coreference.sides import actors, by_itself, clause, other_court, other_plaintiff, same_name, step
from timeline.event_types import event_group
from timeline.kinship import kinship
from timeline.knowledge import read_csv
from timeline.model import ActorRole, Instrument, Mention

_NUMBERED = frozenset({"bill", "order", "docket"})
_PRESUMED = frozenset({"jurisdiction-of-document", "jurisdiction-of-sentence", "place-of-sentence"})
_EXECUTIVE = frozenset({"government", "office", "authority", "person", "legislature"})
#: Types whose plural is loosely said of one: "the investigations", "denied the appeals".
_LOOSE_PLURAL = frozenset({"investigation", "incident", "appeal", "approval", "court_ruling", "statement"})
#: Groups in which a court's act is never a government's.
_MADE_BY_ONE = frozenset({"legislation", "rulemaking", "restriction"})
#: Types whose acts are told firm by firm.
_AGAINST_ONE = frozenset({"lawsuit", "fine", "sanction", "enforcement_action"})
_BOTH = frozenset({"settlement", "enforcement_action"})  # a settlement is the agency's and the court's


def forbidden(a: Mention, b: Mention) -> bool:
    """Whether two mentions cannot be one occurrence whatever else they share."""
    types = {a.event.event_type, b.event.event_type}
    return (
        _other_day(a, b)
        or (len(types) > 1 and _other_types(types) and not _one_in_two_ways(a, b))
        or _ruling_and_appeal(a, b)
        or _asked_and_ruled(a, b)
        or (len(types) == 1 and (_other_step(a, b) or _one_of_several(a, b)))
        or _other_number(a.instrument, b.instrument)
        or _one_is_voluntary(a, b)
        or other_plaintiff(a, b)
        or _elsewhere(a, b)
        or other_court(a, b)
        or _court_and_executive(a, b)
        or _other_fine(a, b)
        or _other_firm(a, b)
        or _told_apart(a, b)
    )


def _other_day(a: Mention, b: Mention) -> bool:
    """Two stated days of the acts themselves that cannot be one."""
    return date_relation(own_date(a), own_date(b)) == "conflicting" and not same_weekday(a, b)


@cache
def _kin() -> dict[frozenset[str], str]:
    return {frozenset((row["first"], row["second"])): row["words"] for row in read_csv("coreference/kin.csv")}


def _one_in_two_ways(a: Mention, b: Mention) -> bool:
    """Types that one text tells of one act though no two texts do, the clauses holding the words that this takes."""
    needed = _kin().get(frozenset((a.event.event_type, b.event.event_type)))
    return needed is not None and all(needed in clause(m) for m in (a, b))


def _other_types(types: set[str]) -> bool:
    """Types that no occurrence has both; one text tells an act and the day it starts to bind as two events."""
    return "in_force" in types or kinship(*sorted(types)) == "none"


def _other_fine(a: Mention, b: Mention) -> bool:
    """Two fines of different sums in one currency."""
    if not a.amount or not b.amount or not a.event.event_type == b.event.event_type == "fine":
        return False
    return a.amount.currency == b.amount.currency and a.amount.value != b.amount.value


def _other_number(a: Instrument | None, b: Instrument | None) -> bool:
    """Two bills, orders or dockets of different numbers."""
    return a is not None and b is not None and a.kind == b.kind and a.kind in _NUMBERED and a.key != b.key


def _elsewhere(a: Mention, b: Mention) -> bool:
    """Whether the clauses themselves place the two under different nations: two countries' acts are two events."""
    nations = [{j.code.split("-")[0] for j in m.jurisdictions if j.rule_id not in _PRESUMED} for m in (a, b)]
    return all(nations) and not nations[0] & nations[1]


def _one_is_voluntary(a: Mention, b: Mention) -> bool:
    """Whether in one a firm closes or stops by itself and in the other an authority has it so."""
    own = [event_group(m.event.event_type) == "restriction" and by_itself(m) for m in (a, b)]
    return own[0] != own[1]


def _court_and_executive(a: Mention, b: Mention) -> bool:
    """Whether a court acts in one and a government or agency in the other, in types or as two types."""
    types = {a.event.event_type, b.event.event_type}
    if types == _BOTH or (len(types) == 1 and event_group(a.event.event_type) not in _MADE_BY_ONE):
        return False
    kinds = [{actor.kind for actor in actors(m, "authority")} for m in (a, b)]
    return any(x == {"court"} and y and y <= _EXECUTIVE for x, y in (kinds, kinds[::-1]))


def _ruling_and_appeal(a: Mention, b: Mention) -> bool:
    """A ruling and the appeal that someone files against it; a court's answer to the appeal is a ruling."""
    told = {m.event.event_type: m for m in (a, b)}
    return set(told) == {"appeal", "court_ruling"} and step(told["appeal"]) == "filed"


def _asked_and_ruled(a: Mention, b: Mention) -> bool:
    """The motion for an injunction and the court's answer to it."""
    told = {m.event.event_type: m for m in (a, b)}
    return set(told) == {"injunction", "court_ruling"} and step(told["injunction"]) == "asked"


def _other_firm(a: Mention, b: Mention) -> bool:
    """Whether the two clauses have two firms as the one sued or fined: "sued Alder Homes", "sued Birch Freight"."""
    if a.event.event_type != b.event.event_type or a.event.event_type not in _AGAINST_ONE:
        return False
    ours, theirs = ([x.name for x in m.actors if _undergoes(x)] for m in (a, b))
    return bool(ours and theirs) and not any(same_name(x, y) for x in ours for y in theirs)


def _undergoes(actor: ActorRole) -> bool:
    return (
        actor.role in {"target", "defendant"}
        and actor.rule_id in {"object-active", "subject-passive"}
        and actor.kind in {"company", "organisation"}
        and not actor.name.islower()
    )


def _told_apart(a: Mention, b: Mention) -> bool:
    """Whether one act of the type is introduced as another than what was told: "In a separate case, ..."."""
    if a.event.event_type != b.event.event_type or a.event.sentence == b.event.sentence:
        return False
    return any(words("apart").match(m.sentence[: m.event.start - m.sentence_start]) for m in (a, b))


def _other_step(a: Mention, b: Mention) -> bool:
    first, second = step(a), step(b)
    return bool(first and second and first != second)


def _one_of_several(a: Mention, b: Mention) -> bool:
    """Whether one speaks of several such acts and the other of one: "the settlements", "the settlement"."""
    if a.event.event_type in _LOOSE_PLURAL:
        return False
    first, second = _noun(a), _noun(b)
    return first != second and (first == second + "s" or second == first + "s")


def _noun(mention: Mention) -> str:
    """The last word of the trigger, which is its noun where it has one."""
    low = mention.event.start - mention.sentence_start
    words = mention.sentence[low : low + mention.event.end - mention.event.start].casefold().split()
    return words[-1] if words else ""
