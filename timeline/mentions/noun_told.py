"""How real a noun is told: what modifies it, what verb it is the object of, what is said of it."""

from __future__ import annotations

from timeline.mentions.escaped import escaped
from timeline.mentions.governed import read_infinitive
from timeline.mentions.grammar import clause_bounds, cues, is_modal, verb_chain
from timeline.mentions.modals import read_modal
from timeline.mentions.place import Place, Reading, not_only
from timeline.mentions.pointing import pointed
from timeline.mentions.predicate import read_predicate
from timeline.model import Tense

_REACH = 7


def read_noun(place: Place) -> Reading:
    """A noun: what modifies it, what verb it is the object of, what is said of it."""
    left = place.words[max(place.start, place.first - 3) : place.first]
    modified = _modified(place, [*left, *place.words[place.first : place.last - 1]])
    if modified:
        return modified
    said = _object(place, left) or _of_nobody(place) or read_predicate(place)
    if said:
        return said
    if not cues("coming_modifiers").isdisjoint(left):
        return Reading("scheduled", "future", "fact-coming-noun")
    return Reading("actual", _clause_tense(place), "fact-noun")


def _modified(place: Place, left: list[str]) -> Reading | None:
    """``no ban``, ``a possible suit``, ``the planned sale``; a proposed settlement or rule is one all the same."""
    near = [*place.words[max(place.start, place.first - 2) : place.first], *left[-2:]]
    if not cues("noun_negations").isdisjoint(near) and "only" not in left:
        return Reading("denied", "none", "fact-no-noun")
    if not cues("possible_modifiers").isdisjoint(left):
        return Reading("hypothetical", "future", "fact-possible-noun")
    if place.leaf not in cues("leaves_done_when_proposed") and not cues("proposed_modifiers").isdisjoint(left):
        return Reading("proposed", "future", "fact-proposed-noun")
    return None


def _object(place: Place, left: list[str]) -> Reading | None:
    """``may face a ban``, ``called for a ban``, ``will hold a hearing``, ``did not file a suit``.

    What the speaker takes to exist ("may lift the ban", "intends to join our suit") is as real as without the verb.
    """
    if pointed(left) or (place.last < place.end and place.words[place.last] in cues("standing")):
        return None
    low, _ = clause_bounds(place.words, place.first, place.last, place.start, place.end)
    for i in range(place.first - 1, max(low, place.first - _REACH) - 1, -1):
        word = place.words[i]
        if word in cues("do") or word in ("never", "not"):
            chain = verb_chain(place.words, i + 1, place.start)
            return Reading("denied", "past", "fact-negated") if chain.negated and not not_only(place, i + 1) else None
        if word in cues("presupposing"):
            return None  # "aims to resolve the claims": they stand
        if _only_modifies(place, i):
            continue  # "filed a proposed settlement"
        reading = _object_of(place, i)
        if reading and (reading.factuality != "actual" or reading.rule_id != "fact-infinitive"):
            return reading if reading.factuality != "actual" else None
    return None


def _only_modifies(place: Place, i: int) -> bool:
    """Whether ``proposed`` at ``i`` stands before a noun that is done when it is proposed."""
    if place.words[i] not in cues("proposed_modifiers") or place.leaf not in cues("leaves_done_when_proposed"):
        return False
    return place.words[i - 1] in cues("determiners") or place.words[i - 1] in ("'s", "’s")


def _object_of(place: Place, i: int) -> Reading | None:
    """What the modal, verb or ``to`` at ``i`` makes of the noun that follows."""
    word, after = place.words[i], place.words[i + 1]
    if is_modal(place.words, i):
        return read_modal(place, verb_chain(place.words, i + 1, place.start), i)
    needed = word in cues("need") and place.leaf not in cues("leaves_needed")
    if needed or word in cues("wanting_verbs") or (word in cues("calling") and after in ("for", "on")):
        none = verb_chain(place.words, i, place.start).negated or (needed and "no" in place.words[max(0, i - 2) : i])
        return Reading("denied" if none else "proposed", "future", "fact-wanted-noun")
    if word in cues("risking_verbs"):
        if word in cues("escaping") and escaped(place, i):
            return Reading("denied", "past", "fact-escaped")
        return Reading("hypothetical", "future", "fact-risked-noun")
    if word != "to" or i == place.start or after in cues("determiners"):
        return None  # the preposition: "led to a settlement"
    return read_infinitive(place, i, "none")


def _of_nobody(place: Place) -> Reading | None:
    """``nobody is conducting an inquiry``: the object of what no one does."""
    low, _ = clause_bounds(place.words, place.first, place.last, place.start, place.end)
    words = place.words[low : place.first]
    if not words or not (words[0] == "nobody" or words[:2] == ["no", "one"]):
        return None
    return Reading("denied", "none", "fact-no-subject")


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
