"""How real a verb is told: its auxiliaries, what governs it, what it is joined to."""

from __future__ import annotations

from timeline.mentions.governed import read_infinitive
from timeline.mentions.grammar import cues, is_modal, verb_chain, verb_tense
from timeline.mentions.modals import read_modal
from timeline.mentions.place import Place, Reading, not_only
from timeline.mentions.predicate import read_predicate
from timeline.model import Tense

_REACH = 7


def read_verb(place: Place) -> Reading:
    """A verb: its auxiliaries first, then what governs its infinitive or gerund."""
    chain = verb_chain(place.words, place.first, place.start)
    tense = verb_tense(place.form, chain)
    if chain.modals and not (place.form == "ed" and not chain.have and not chain.be):
        return read_modal(place, chain, place.first)
    neither = place.first > place.start and place.words[place.first - 1] == "neither"
    if (chain.negated or neither) and not not_only(place, place.first):
        return Reading("denied", tense, "fact-negated")
    if chain.to_at >= 0:
        return read_infinitive(place, chain.to_at, tense)
    joined = place.first > place.start and place.words[place.first - 1] in ("and", "or", ",")
    shared = _coordinated(place, tense) if joined else None
    if shared:
        return shared
    if place.form != "ing" or chain.be:
        return (_caused(place, tense) if place.form == "base" else None) or Reading("actual", tense, "fact-plain")
    opens = place.first == place.start and place.last < place.end
    helped = opens and any(place.words[place.last] in cues(name) for name in ("be", "have", "modals"))
    return (read_predicate(place) if helped else None) or _gerund(place, tense)


def _caused(place: Place, tense: Tense) -> Reading | None:
    """``seeks to have the court enjoin it``, ``would help the agency investigate``: as real as the causing."""
    words = place.words
    for i in range(place.first - 2, max(place.start, place.first - _REACH), -1):
        if words[i] in (";", ":", "—", ",", "that", "which", "who"):
            return None
        if words[i] in cues("causing"):
            chain = verb_chain(words, i, place.start)
            if chain.modals:
                return read_modal(place, chain, i)
            return read_infinitive(place, chain.to_at, tense) if chain.to_at >= 0 else None
    return None


def _coordinated(place: Place, tense: Tense) -> Reading | None:
    """``to investigate and sue``, ``may fine or ban``, ``would be heard and overturned``: what stands before counts."""
    words = place.words
    if place.form not in ("base", "ed"):
        return None
    if _nor(place):
        return Reading("denied", tense, "fact-negated")
    for i in range(place.first - 2, max(place.start, place.first - _REACH) - 1, -1):
        if words[i] in (";", ":", "—"):
            return None
        if is_modal(words, i) and (place.form == "base" or not {"be", "have"}.isdisjoint(words[i : i + 3])):
            return read_modal(place, verb_chain(words, i + 1, place.start), i)
        if words[i] == "to" and place.form == "base":
            return read_infinitive(place, i, tense)
    return None


def _nor(place: Place) -> bool:
    """``has not been accused or charged``: the negation holds for both."""
    if place.words[place.first - 1] != "or" or place.form != "ed":
        return False
    left = place.words[max(place.start, place.first - _REACH - 2) : place.first - 1]
    pauses = [i for i, word in enumerate(left) if word in (";", ":", "—", ",")]
    return not {"not", "never", "n't"}.isdisjoint(left[pauses[-1] if pauses else 0 :])


def _gerund(place: Place, tense: Tense) -> Reading:
    """``considering banning``, ``without suing``, ``from banning``."""
    before = place.words[max(place.start, place.first - 3) : place.first]
    if "without" in before or "instead" in before:
        return Reading("denied", tense, "fact-negated")
    if not cues("wanting_verbs").isdisjoint(before) or not cues("intends").isdisjoint(before):
        if _unwanted(place, before):
            return Reading("denied", "future", "fact-negated")
        return Reading("proposed", "future", "fact-intends")
    if not cues("threatens").isdisjoint(before):
        return Reading("hypothetical", "future", "fact-threatened")
    return (_means(place) if "by" in before else None) or Reading("actual", tense, "fact-gerund")


def _unwanted(place: Place, before: list[str]) -> bool:
    """``no intention of banning``, ``is not considering banning``."""
    at = (
        place.first
        - len(before)
        + next(i for i, w in enumerate(before) if w in cues("wanting_verbs") or w in cues("intends"))
    )
    left = place.words[max(place.start, at - 2) : at]
    return "no" in left or verb_chain(place.words, at, place.start).negated


def _means(place: Place) -> Reading | None:
    """``would help tenants by banning the fee``, ``asked it to help by banning``: as real as what it is a means to."""
    for i in range(place.first - 2, max(place.start, place.first - 2 * _REACH) - 1, -1):
        if is_modal(place.words, i):
            return read_modal(place, verb_chain(place.words, i + 1, place.start), i)
        if place.words[i] == "to" and place.words[i + 1] not in cues("determiners"):
            purpose = read_infinitive(place, i, "none")
            return purpose if purpose.factuality != "actual" else None
        if place.words[i] in (";", ":", "—"):
            return None
    return None
