"""What the words farther from a trigger take back: denials, mere prospects, bills not passed."""

from __future__ import annotations

from timeline.mentions.grammar import cues
from timeline.mentions.place import Place, Reading

_REACH = 8
_SUBJECT = 5
_PAUSES = frozenset([",", ";", ":", "—", "(", ")", '"', "“", "”", "that", "which", "who", "but"])


def read_unreal(place: Place, reading: Reading) -> Reading | None:
    """A reading that replaces one of "actual", where the words before the trigger say that it did not come about.

    >>> words = "no charges were filed".split()
    >>> read_unreal(Place(words, 3, 4, 0, 4, "ed"), Reading("actual", "past", "fact-plain")).factuality
    'denied'
    """
    if reading.factuality != "actual":
        return None
    if place.form:
        return _nothing(place, reading) or _nobody(place, reading) or _ruled_out(place, reading) or _in_bill(place)
    return _prospect(place) or _ruled_out(place, reading) or _would_be_law(place)


def _nothing(place: Place, reading: Reading) -> Reading | None:
    """``took no action``, ``made no arrests``; what is found or held not to be so is a finding all the same."""
    words, after = place.words, place.first + 1
    if after + 1 >= place.end or words[after] != "no" or words[place.first] in cues("finding_verbs"):
        return None
    degree = words[after + 1] in cues("degrees")
    return None if degree else Reading("denied", reading.tense, "fact-no-object")


def _nobody(place: Place, reading: Reading) -> Reading | None:
    """``no charges were filed``, ``nobody has been arrested``, ``neither firm was fined``: the subject is none."""
    words, at = place.words, place.first - 1
    helped = False
    while at >= place.start and (words[at] in cues("be") or words[at] in cues("have") or words[at] in cues("adverbs")):
        helped = helped or words[at] in cues("be") or words[at] in cues("have")
        at -= 1
    for i in range(at, max(place.start, at - _SUBJECT) - 1, -1):
        if words[i] in _PAUSES:
            return None
        if words[i] in cues("no_subject"):
            governed = i > place.start and (words[i - 1] in cues("prepositions") or words[i - 1] in cues("be"))
            whole = helped or words[i] in ("nobody", "none")
            return Reading("denied", reading.tense, "fact-no-subject") if whole and not governed else None
    return None


def _ruled_out(place: Place, reading: Reading) -> Reading | None:
    """``ruled out a ban``, ``stopped short of suing``, ``instead of a fine``, ``denies that it banned``."""
    words = place.words
    if not place.form and _definite(place):
        return None
    for i in range(place.first - 1, max(place.start, place.first - _REACH) - 1, -1):
        if "_".join(words[i : i + 2]) in cues("ruling_out"):
            return Reading("denied", reading.tense, "fact-ruled-out")
        if words[i] in cues("denials") and _denies(place, i):
            return Reading("denied", reading.tense, "fact-denied")
        if words[i] in _PAUSES and words[i] != "that":
            return None
    return None


def _denies(place: Place, i: int) -> bool:
    """``denies that it banned``, ``denied banning``, ``denied reports of an investigation``."""
    if place.words[i + 1] == "that" or (place.form == "ing" and place.words[i + 1] != "the"):
        return True
    between = place.words[i + 1 : min(i + 4, place.first)]
    return not cues("hearsay").isdisjoint(between) and not {"that", "of"}.isdisjoint(place.words[i + 1 : place.first])


def _prospect(place: Place) -> Reading | None:
    """``the prospect of a ban``, ``plans for a ban``, ``fears of new tariffs``."""
    if _definite(place):
        return None
    words = place.words
    for i in range(place.first - 2, max(place.start, place.first - 6) - 1, -1):
        if words[i] in _PAUSES:
            return None
        opened = "_".join(words[i : i + 2]) in cues("openings")
        if opened or (words[i + 1] == "of" and words[i] in cues("prospects")):
            return Reading("hypothetical", "future", "fact-prospect")
        if words[i + 1] == "for" and words[i] in cues("pleas") and place.leaf not in cues("leaves_asked"):
            refused = not cues("giving_up").isdisjoint(words[max(place.start, i - 3) : i])
            return Reading("denied" if refused else "proposed", "future", "fact-plea")
    return None


def _in_bill(place: Place) -> Reading | None:
    """``a bill that bans fireworks``, ``a draft law banning fireworks``: what a bill says, where none is made law."""
    words = place.words
    if place.form not in ("s", "ing", "base"):
        return None
    i = place.first - 1
    if words[i] in ("that", "which", "to"):
        i -= 1
    bill = " ".join(words[max(place.start, i - 1) : i + 1])
    if i < place.start or (words[i] not in cues("unpassed") and not bill.startswith("draft ")):
        return None
    made = cues("made_law").isdisjoint(words[place.start : place.end])
    return Reading("hypothetical", "future", "fact-bill") if made else None


def _would_be_law(place: Place) -> Reading | None:
    """``if passed, the act would``, ``the law should be changed``: the verb belongs to the trigger."""
    inside = place.words[place.first : place.last] if place.leaf == "law_enacted" else []
    if not cues("necessary").isdisjoint(inside):
        return Reading("proposed", "future", "fact-should")
    return Reading("hypothetical", "future", "fact-may") if "would" in inside else None


def _definite(place: Place) -> bool:
    return not cues("pointing").isdisjoint(place.words[max(place.start, place.first - 3) : place.first])
