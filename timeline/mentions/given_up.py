"""What was planned, sought or called for and then given up, turned down or came to nothing."""

from __future__ import annotations

from timeline.mentions.grammar import cues, verb_chain
from timeline.mentions.place import Place, Reading

_WISH_REACH = 5
_BEFORE = 5
_AFTER = 15
_STOPS = frozenset([";", ":", "—", "–", "(", ")", '"', "“", "”"])
_PAUSES = _STOPS | {",", "that", "which", "who"}


def read_given_up(place: Place, reading: Reading) -> Reading | None:
    """A denial in place of ``reading``, where the plan, bid or call that holds the trigger was given up or failed.

    >>> words = "an attempt to ban the app failed".split()
    >>> read_given_up(Place(words, 3, 4, 0, 7, "base"), Reading("proposed", "future", "fact-intends")).factuality
    'denied'
    """
    if reading.factuality == "denied" or place.leaf in cues("leaves_refused"):
        return None
    wish = _wish(place)
    if wish < 0 or _supposed(place, wish):
        return None
    if _turned_down(place, wish) or _came_to_nothing(place, wish):
        return Reading("denied", "past", "fact-given-up")
    return None


def _wish(place: Place) -> int:
    """Where the noun or modifier stands that holds the trigger only wanted (``a bid to``, ``calls for``), or -1."""
    at = verb_chain(place.words, place.first, place.start).to_at if place.form else -1
    if not place.form:
        modifier = _modifier(place)
        if modifier >= 0:
            return modifier
    if at < 0:
        at = _link(place)
    for i in range(at - 1, max(place.start, at - _WISH_REACH) - 1, -1):
        if place.words[i] in _PAUSES:
            return -1
        if place.words[i] in cues("endeavours"):
            return i
    return -1


def _modifier(place: Place) -> int:
    """``a proposed ban``, ``the threatened suit``: the modifier, where the noun is not done when proposed."""
    if place.leaf in cues("leaves_given_up_as_such"):
        return -1
    done = place.leaf in cues("leaves_done_when_proposed")
    for i in range(place.first - 1, max(place.start, place.first - 4) - 1, -1):
        word = place.words[i]
        if word in cues("planned_modifiers"):
            return -1 if done and word in ("proposed", "draft") else i
        if word in _PAUSES or word in cues("prepositions") or word in cues("be"):
            return -1
    return -1


def _link(place: Place) -> int:
    """The word between wish and trigger: ``calls for a ban``, ``attempt at banning``, ``plan to launch a probe``."""
    for i in range(place.first - 1, max(place.start, place.first - 5) - 1, -1):
        if place.words[i] in ("for", "of", "at", "on", "to"):
            return i
        if place.words[i] in _PAUSES or place.words[i] in cues("pointing"):
            return -1
    return -1


def _supposed(place: Place, wish: int) -> bool:
    """``if the bid to ban it fails``: the failure itself is only supposed."""
    before = place.words[max(place.start, wish - _BEFORE) : wish]
    return not cues("conditionals").isdisjoint(before) or "until" in before


def _turned_down(place: Place, wish: int) -> bool:
    """``dropped its plan to``, ``resisted calls for``, ``voted to reject a motion to``; not ``refused to drop``."""
    words = place.words
    for i in range(wish - 1, max(place.start, wish - _BEFORE) - 1, -1):
        if words[i] in _PAUSES:
            return False
        if words[i] in cues("giving_up") and not _noun_like(words, i, place.start):
            return really(words, i, place.start)
    return False


def _noun_like(words: list[str], at: int, start: int) -> bool:
    """``a drop in``, ``the defeat of``: no verb."""
    return at > start and words[at - 1] in cues("determiners") and not words[at].endswith("ed")


def really(words: list[str], at: int, start: int) -> bool:
    """Whether the verb at ``at`` is told as done: no modal, no negation, no infinitive that only plans it.

    >>> really("it refused to drop".split(), 3, 0), really("it voted to drop".split(), 3, 0)
    (False, True)
    """
    chain = verb_chain(words, at, start)
    if chain.modals or chain.negated:
        return False
    return chain.to_at < 0 or (chain.to_at > start and words[chain.to_at - 1] in cues("deciding"))


def _came_to_nothing(place: Place, wish: int) -> bool:
    """``failed``, ``was dropped``, ``fell through`` after the trigger, with the wish as its subject."""
    words, last = place.words, min(place.end, place.last + _AFTER)
    i = place.last
    while i < last:
        if words[i] in ("that", "which") or (words[i] == "," and i + 1 < last and words[i + 1] == "which"):
            i += 1 + (words[i] == ",")  # "the plan to ban it, which was dropped": only right after the pronoun
            return _ends(place, i) or (words[i : i + 1] != [] and words[i] in cues("be") and _ends(place, i + 1))
        if words[i] in _STOPS or words[i] == "," or words[i] in cues("subordinators") or words[i] in cues("reported"):
            return False
        if words[i] in ("and", "but") and i + 1 < last and words[i + 1] in cues("determiners"):
            return False
        if _ends(place, i):
            return True
        i += 1
    return False


def _ends(place: Place, at: int) -> bool:
    """Whether the word or pair at ``at`` tells that what stands before it came to nothing."""
    words = place.words
    if at >= place.end:
        return False
    pair = "_".join(words[at : at + 2])
    if pair in cues("failing_pairs"):
        return really(words, at, place.start) or words[at] == "never"
    if words[at] in cues("failing_verbs") and words[at] not in cues("endeavours"):
        return _intransitive(place, at) and really(words, at, place.start)
    if words[at] in cues("turned_down") or pair in cues("turned_down_pairs"):
        chain = verb_chain(words, at, place.start)
        return (bool(chain.be) and really(words, at, place.start)) or (not chain.be and _headline(place, at))
    return False


def _intransitive(place: Place, at: int) -> bool:
    """``failed.``, ``failed in May``, ``failed to win a vote``; not ``failed the test``."""
    after = place.words[at + 1] if at + 1 < place.end else "."
    return after in cues("after_intransitive") or after in cues("prepositions") or not after[:1].isalpha()


def _headline(place: Place, at: int) -> bool:
    """``Plan to ban app dropped``: a bare participle with no finite verb after it."""
    rest = place.words[at + 1 : place.end]
    finite = any(w in cues("be") or w in cues("have") or w in cues("modals") for w in rest)
    return not finite and _intransitive(place, at) and place.words[at - 1] not in cues("have")
