"""How real an event is: actual, scheduled, proposed, hypothetical or denied, by the words around its trigger."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.mentions.grammar import Chain, clause_bounds, cues, verb_chain, verb_tense
from timeline.model import Factuality, Tense

_GOVERNOR_REACH = 7
_NOUN_REACH = 7
_PREDICATE_REACH = 9


@dataclass(frozen=True, slots=True)
class Reading:
    """Factuality and tense of a trigger, and the id of the rule that decided."""

    factuality: Factuality
    tense: Tense
    rule_id: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a trigger stands: its words ``first:last`` in the sentence ``start:end``, and its verb form, if it is one."""

    words: list[str]
    first: int
    last: int
    start: int
    end: int
    form: str = ""


def read_factuality(place: Place) -> Reading:
    """Factuality and tense of the trigger at ``place``.

    >>> words = "the union may sue the ministry".split()
    >>> read_factuality(Place(words, 3, 4, 0, 6, "base")).factuality
    'hypothetical'
    """
    reading = _verb(place, place.first, place.form) if place.form else _noun(place)
    if reading.factuality == "actual" and _conditional(place):
        return Reading("hypothetical", reading.tense, "fact-conditional")
    return reading


def _verb(place: Place, at: int, form: str) -> Reading:
    """A verb: its auxiliaries first, then what governs its infinitive or gerund."""
    chain = verb_chain(place.words, at, place.start)
    tense = verb_tense(form, chain)
    if chain.modals and not (form == "ed" and not chain.have and not chain.be):
        return _modal(chain, tense)
    if chain.negated:
        return Reading("denied", tense, "fact-negated")
    if chain.to_at >= 0:
        return _infinitive(place, chain, tense)
    if form == "base" and at > place.start and place.words[at - 1] in ("and", "or", ","):
        return _coordinated(place, at, tense)
    if form == "ing" and not chain.be:
        return _gerund(place, at, tense)
    return Reading("actual", tense, "fact-plain")


def _modal(chain: Chain, tense: Tense) -> Reading:
    modal = chain.modals[0]
    if chain.negated or modal.endswith("n't") or modal == "cannot":
        return Reading("denied", tense, "fact-negated")
    if modal in cues("future_modals"):
        return Reading("scheduled", "future", "fact-will")
    if modal in cues("necessary"):
        return Reading("proposed", "future", "fact-should")
    return Reading("hypothetical", "future" if not chain.have else "past", "fact-may")


def _infinitive(place: Place, chain: Chain, tense: Tense) -> Reading:
    """``to sue``: what stands before decides; the nearest governor wins."""
    words = place.words
    for i in range(chain.to_at - 1, max(place.start, chain.to_at - _GOVERNOR_REACH) - 1, -1):
        word = words[i]
        if word in (";", ":", "—") or (word == "," and i < chain.to_at - 1):
            break
        governor = verb_chain(words, i, place.start)
        if word in cues("refuses"):
            return Reading("denied", "past", "fact-refused")
        if word in cues("threatens"):
            return Reading("hypothetical", "future", "fact-threatened")
        if word in cues("fixed"):
            return Reading("denied" if governor.negated else "scheduled", "future", "fact-expected")
        if word in cues("intends") or word in cues("asks"):
            return Reading("denied" if governor.negated else "proposed", "future", "fact-intends")
        if word in cues("enables"):
            return Reading("hypothetical", "future", "fact-enabled")
        if word in cues("be") and i == chain.to_at - 1:
            return Reading("scheduled", "future", "fact-expected")
        if governor.modals and i > place.start:
            return _modal(governor, tense)
    return Reading("actual", tense, "fact-infinitive")


def _coordinated(place: Place, at: int, tense: Tense) -> Reading:
    """``to investigate and sue``, ``may fine or ban``: the modal or infinitive before counts."""
    for i in range(at - 2, max(place.start, at - _GOVERNOR_REACH) - 1, -1):
        if place.words[i] in cues("modals"):
            return _modal(verb_chain(place.words, i + 1, place.start), tense)
        if place.words[i] == "to":
            return _infinitive(place, Chain(to_at=i), tense)
    return Reading("actual", tense, "fact-plain")


def _gerund(place: Place, at: int, tense: Tense) -> Reading:
    """``considering banning``, ``without suing``, ``from banning``."""
    before = place.words[max(place.start, at - 3) : at]
    if "without" in before or "instead" in before:
        return Reading("denied", tense, "fact-negated")
    if not cues("wanting_verbs").isdisjoint(before) or not cues("intends").isdisjoint(before):
        return Reading("proposed", "future", "fact-intends")
    if not cues("threatens").isdisjoint(before):
        return Reading("hypothetical", "future", "fact-threatened")
    return Reading("actual", tense, "fact-gerund")


def _noun(place: Place) -> Reading:
    """A noun: what modifies it, what verb it is the object of, what is said of it."""
    words = place.words
    left = words[max(place.start, place.first - 3) : place.first]
    if not cues("negations").isdisjoint(left[-2:]):
        return Reading("denied", "none", "fact-no-noun")
    if not cues("possible_modifiers").isdisjoint(left):
        return Reading("hypothetical", "future", "fact-possible-noun")
    if not cues("proposed_modifiers").isdisjoint(left):
        return Reading("proposed", "future", "fact-proposed-noun")
    governed = _governing_verb(place)
    if governed:
        return governed
    said = _predicate(place)
    if said:
        return said
    if not cues("coming_modifiers").isdisjoint(left):
        return Reading("scheduled", "future", "fact-coming-noun")
    return Reading("actual", _clause_tense(place), "fact-noun")


def _governing_verb(place: Place) -> Reading | None:
    """``may face a ban``, ``called for a ban``, ``will hold a hearing``, ``did not file a suit``."""
    words = place.words
    low, _ = clause_bounds(words, place.first, place.last, place.start, place.end)
    for i in range(place.first - 1, max(low, place.first - _NOUN_REACH) - 1, -1):
        word = words[i]
        if word in cues("modals"):
            return _modal(verb_chain(words, i + 1, place.start), "none")
        if word in cues("do") or word in ("never", "not"):
            chain = verb_chain(words, i + 1, place.start)
            return Reading("denied", "past", "fact-negated") if chain.negated else None
        if word in cues("wanting_verbs"):
            chain = verb_chain(words, i, place.start)
            return Reading("denied" if chain.negated else "proposed", "future", "fact-wanted-noun")
        if word in cues("risking_verbs"):
            return Reading("hypothetical", "future", "fact-risked-noun")
        if word == "to" and i > place.start:
            reading = _infinitive(place, Chain(to_at=i), "none")
            return reading if reading.factuality != "actual" else None
    return None


def _predicate(place: Place) -> Reading | None:
    """``the hearing will be held``, ``a ban is expected``, ``the lawsuit was not filed``."""
    words = place.words
    for i in range(place.last, min(place.end, place.last + _PREDICATE_REACH)):
        word = words[i]
        if word in (";", ":", ",", "—", "(", "that", "which", "who"):
            return None
        if word in cues("modals"):
            ahead = words[i + 1 : i + 3]
            chain = Chain(modals=(word,), negated="not" in ahead, have="have" if "have" in ahead else "")
            return _modal(chain, "none")
        if word in cues("be") or word in cues("have"):
            ahead = words[i + 1 : i + 3]
            tense: Tense = "past" if word in cues("be_past") or word in cues("have") else "present"
            if "not" in ahead or word.endswith("n't"):
                return Reading("denied", tense, "fact-negated")
            if not cues("fixed").isdisjoint(ahead):
                return Reading("scheduled", "future", "fact-expected")
            return Reading("actual", tense, "fact-noun-predicate")
    return None


def _clause_tense(place: Place) -> Tense:
    """Tense of the first finite auxiliary or -ed verb of the clause."""
    low, high = clause_bounds(place.words, place.first, place.last, place.start, place.end)
    for word in place.words[low:high]:
        if word in cues("future_modals"):
            return "future"
        if word in cues("be_past") or word in cues("have") or (word.endswith("ed") and len(word) > 4):
            return "past"
        if word in cues("be_present"):
            return "present"
    return "none"


def _conditional(place: Place) -> bool:
    """Whether the clause of the trigger is opened by ``if``, ``unless`` or ``whether``."""
    words = place.words
    for i in range(place.first - 1, max(place.start, place.first - 10) - 1, -1):
        if words[i] in (",", ";", ":", "—"):
            return False
        if words[i] in ("if", "unless", "whether"):
            return True
    return False
