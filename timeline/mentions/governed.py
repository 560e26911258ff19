"""What the word that governs an infinitive makes of it: ``plans to sue``, ``power to ban``."""

from __future__ import annotations

from timeline.mentions.grammar import Chain, cues, verb_chain
from timeline.mentions.modals import read_modal
from timeline.mentions.place import Place, Reading, not_only
from timeline.model import Factuality, Tense

_REACH = 7
_OUTER_REACH = 12
_PAUSES = frozenset([";", ":", ",", "—", "(", "that", "which", "who"])


def read_infinitive(place: Place, to_at: int, tense: Tense) -> Reading:
    """``to sue``: the nearest word before that governs it decides."""
    words = place.words
    if to_at > place.start and words[to_at - 1] in ("not", "never") and not not_only(place, to_at + 1):
        return Reading("denied", tense, "fact-negated")
    for i in range(to_at - 1, max(place.start, to_at - _REACH) - 1, -1):
        if words[i] in (";", ":", "—") or (words[i] == "," and i < to_at - 1):
            break
        reading = _governed(place, i, to_at)
        if reading:
            return reading
    else:
        outer = _outer(place, to_at)
        return read_infinitive(place, outer, tense) if outer >= 0 else Reading("actual", tense, "fact-infinitive")
    return Reading("actual", tense, "fact-infinitive")


def _outer(place: Place, to_at: int) -> int:
    """Where the ``to`` of the verb stands that the infinitive at ``to_at`` serves: ``urged it to form a panel to``."""
    words = place.words
    for i in range(to_at - 1, max(place.start, to_at - _OUTER_REACH) - 1, -1):
        if words[i] in _PAUSES or words[i] in cues("conjunctions"):
            return -1
        if words[i] == "to" and words[i + 1] not in cues("determiners"):
            return i
    return -1


def _governed(place: Place, i: int, to_at: int) -> Reading | None:
    """What the word at ``i`` makes of the infinitive whose ``to`` stands at ``to_at``."""
    word = place.words[i]
    term = _term(place, i, to_at)
    if term:
        return term
    chain = verb_chain(place.words, i, place.start)
    for name, factuality, rule in _GOVERNORS:
        if word in cues(name):
            if word in cues("need"):
                return _needed(place, i, to_at, chain)
            negated = factuality != "denied" and (chain.negated or _no_such(place, i))
            return Reading("denied" if negated else factuality, "future", rule)
    if word == "yet" and i == to_at - 1:
        return Reading("denied", "future", "fact-yet-to")
    if word in cues("be") and i == to_at - 1 and place.words[i - 1] not in cues("purposes"):
        return Reading("scheduled", "future", "fact-expected")
    return read_modal(place, chain, i) if chain.modals and i > place.start else None


def _term(place: Place, i: int, to_at: int) -> Reading | None:
    """``saw no reason to``, ``has until May to``, ``has 30 days to``."""
    word = place.words[i]
    before = place.words[max(place.start, i - 3) : i]
    if word in cues("grounds") and "no" in before[-2:]:
        return Reading("denied", "past", "fact-no-grounds")
    if word == "deadline" and not cues("missing").isdisjoint(before):
        return Reading("denied", "past", "fact-missed")
    if word in cues("voting_power") and not cues("lacking").isdisjoint(before):
        return Reading("denied", "past", "fact-lacking")
    if word == "time" and not cues("be").isdisjoint(before):
        return Reading("proposed", "future", "fact-asked")
    term = word == "until" or (i == to_at - 1 and word in cues("terms"))
    if term and place.leaf not in cues("leaves_due"):
        return Reading("hypothetical", "future", "fact-term")
    return None


def _needed(place: Place, i: int, to_at: int, chain: Chain) -> Reading:
    """``would need a majority to``, ``short of the votes needed to``, ``needs to be approved by``; a call else."""
    if chain.negated or _no_such(place, i):
        return Reading("denied", "future", "fact-asked")
    if "short of" in " ".join(place.words[max(place.start, i - 5) : i]):
        return Reading("denied", "past", "fact-lacking")
    passed = place.leaf in cues("leaves_passed") and "be" in place.words[to_at : place.first]
    if passed or (chain.modals and i < to_at - 1):
        return Reading("hypothetical", "future", "fact-needed")
    return Reading("proposed", "future", "fact-asked")


def _no_such(place: Place, i: int) -> bool:
    """``is not part of any plan to``, ``has no intention to``."""
    before = place.words[max(place.start, i - 6) : i]
    return not cues("noun_negations").isdisjoint(before) and _PAUSES.isdisjoint(before)


_GOVERNORS: tuple[tuple[str, Factuality, str], ...] = (
    ("refuses", "denied", "fact-refused"),
    ("threatens", "hypothetical", "fact-threatened"),
    ("fixed", "scheduled", "fact-expected"),
    ("intends", "proposed", "fact-intends"),
    ("asks", "proposed", "fact-asked"),
    ("enables", "hypothetical", "fact-enabled"),
)
