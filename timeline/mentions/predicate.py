"""What is said of a noun: ``the hearing will be held``, ``a ban is expected``."""

from __future__ import annotations

from timeline.mentions.grammar import Chain, cues
from timeline.mentions.modals import read_modal
from timeline.mentions.place import Place, Reading
from timeline.model import Tense

_REACH = 9
_PAUSES = frozenset([";", ":", ",", "—", "(", "that", "which", "who"])


def read_predicate(place: Place) -> Reading | None:
    """``the hearing will be held``, ``a ban is expected``, ``the suit was not filed``; not ``the deal will help``."""
    words = place.words
    for i in range(place.last, min(place.end, place.last + _REACH)):
        word = words[i]
        if word in _PAUSES or word in cues("reported"):
            return None
        ahead = words[i + 1 : i + 5]
        if word in cues("modals"):
            if place.leaf == "law_enacted" and word == "would":
                return Reading("hypothetical", "future", "fact-may")
            if cues("happening").isdisjoint(ahead):
                return Reading("actual", "present", "fact-noun-predicate")
            return read_modal(
                place, Chain(modals=(word,), negated="not" in ahead, have="have" if "have" in ahead else ""), i
            )
        if word in cues("be") or word in cues("have"):
            return _said_to_be(word, ahead)
    return None


def _said_to_be(word: str, ahead: list[str]) -> Reading:
    tense: Tense = "past" if word in cues("be_past") or word in cues("have") else "present"
    if ("not" in ahead[:2] or word.endswith("n't")) and not cues("happening").isdisjoint(ahead):
        return Reading("denied", tense, "fact-negated")
    if not cues("fixed").isdisjoint(ahead[:2]):
        return Reading("scheduled", "future", "fact-expected")
    if "cancelled" in ahead or "canceled" in ahead or "called off" in " ".join(ahead):
        return Reading("denied", tense, "fact-cancelled")
    return Reading("actual", tense, "fact-noun-predicate")
