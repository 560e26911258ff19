"""What is said of a noun: ``the hearing will be held``, ``a ban is expected``."""

from __future__ import annotations

from timeline.mentions.grammar import Chain, cues, is_modal
from timeline.mentions.modals import read_modal
from timeline.mentions.place import Place, Reading
from timeline.model import Tense

_REACH = 9
_PAUSES = frozenset([";", ":", ",", "—", "(", "that", "which", "who"])


def read_predicate(place: Place) -> Reading | None:
    """``the hearing will be held``, ``a ban is expected``, ``the suit was not filed``; not ``the deal will help``."""
    words = place.words
    for i in range(place.last, min(place.end, place.last + _REACH)):
        if words[i] in _PAUSES or words[i] in cues("reported"):
            return None
        if is_modal(words, i):
            return _said_to_come(place, i)
        if words[i] in cues("habitual"):
            return Reading("hypothetical", "present", "fact-habitual")
        if words[i] in cues("averted") and i == place.last:
            return Reading("denied", "past", "fact-escaped")
        helping = next((name for name in ("do", "be", "have") if words[i] in cues(name)), "")
        if helping:
            ahead = words[i + 1 : i + 5]
            return _said_to_do(words[i], ahead) if helping == "do" else _said_to_be(words[i], ahead)
    return None


def _said_to_come(place: Place, i: int) -> Reading:
    """``will be held``, ``may not come``; ``would`` of a law is only what it would do."""
    word, ahead = place.words[i], place.words[i + 1 : i + 5]
    if place.leaf == "law_enacted" and word == "would":
        return Reading("hypothetical", "future", "fact-may")
    if not _happens(ahead):
        return Reading("actual", "present", "fact-noun-predicate")
    chain = Chain(modals=(word,), negated="not" in ahead, have="have" if "have" in ahead else "")
    return read_modal(place, chain, i)


def _said_to_do(word: str, ahead: list[str]) -> Reading | None:
    """``did not take place``."""
    negated = "not" in ahead[:1] or word.endswith("n't")
    return Reading("denied", "past", "fact-negated") if negated and _happens(ahead) else None


def _happens(ahead: list[str]) -> bool:
    return not cues("happening").isdisjoint(ahead)


def _said_to_be(word: str, ahead: list[str]) -> Reading:
    tense: Tense = "past" if word in cues("be_past") or word in cues("have") else "present"
    negated = not {"not", "never"}.isdisjoint(ahead[:2]) or word.endswith("n't") or ahead[:2] == ["yet", "to"]
    if negated and _happens(ahead):
        return Reading("denied", tense, "fact-negated")
    if not cues("fixed").isdisjoint(ahead[:2]):
        return Reading("scheduled", "future", "fact-expected")
    joined = "_".join(ahead)
    if not cues("cancelled").isdisjoint(ahead) or "called_off" in joined:
        return Reading("denied", tense, "fact-cancelled")
    return Reading("actual", tense, "fact-noun-predicate")
