"""What a text only supposes, needs, threatens or asks for, by the grammar around a trigger that seems to be told."""

from __future__ import annotations

from timeline.mentions.escaped import escaped
from timeline.mentions.given_up import really
from timeline.mentions.grammar import cues, is_modal, verb_chain
from timeline.mentions.place import Place, Reading

_REACH = 9
_NEAR = 5
_STOPS = frozenset([";", ":", "—", "(", ")", '"', "“", "”"])
_PAUSES = _STOPS | {","}


def read_possible(place: Place, reading: Reading) -> Reading | None:
    """A reading that replaces one of "actual", where the grammar makes the trigger a mere possibility or wish.

    >>> words = "should the court rule against him".split()
    >>> read_possible(Place(words, 3, 4, 0, 6, "base"), Reading("actual", "present", "fact-plain")).factuality
    'hypothetical'
    """
    if reading.factuality != "actual":
        return None
    if place.form:
        return _inverted(place) or _wished(place) or _kept_from(place) or _awaited(place) or _liability(place)
    readers = (_let, _unsettled, _stance, _imagined, _avoidable, _liability)
    return next((found for read in readers if (found := read(place))), None)


def _supposed(rule: str) -> Reading:
    return Reading("hypothetical", "future", rule)


def _inverted(place: Place) -> Reading | None:
    """``should the court find``, ``were the state to sue``, ``had it ruled, ...``: a condition without "if"."""
    words = place.words
    for i in range(place.first - 1, max(place.start, place.first - _REACH) - 1, -1):
        if words[i] in _PAUSES:
            return None
        opens = i == place.start or words[i - 1] in _PAUSES or words[i - 1] in ("and", "but")
        if not opens:
            continue
        asked = place.end - 1 > place.start and "?" in words[place.last : place.end]
        if words[i] == "should" and place.form in ("base", "ed") and not asked:
            return _supposed("fact-inverted")
        if words[i] == "had" and place.form == "ed" and i == place.start and place.first - i > 1:
            return Reading("hypothetical", "past", "fact-inverted")
        if words[i] == "were" and i == place.start and words[place.first - 1] == "to":
            return _supposed("fact-inverted")
    return None


def _wished(place: Place) -> Reading | None:
    """``demanded that the app be banned``, ``recommends that the agency ban it``: a bare form after "that"."""
    chain = verb_chain(place.words, place.first, place.start)
    bare = place.form == "ed" and chain.be == "be" and not chain.modals and chain.to_at < 0
    if not bare and not (place.form == "base" and chain == verb_chain([""], 1, 0)):
        return None
    words = place.words
    for i in range(place.first - 1, max(place.start, place.first - _REACH) - 1, -1):
        if words[i] in _STOPS:
            return None
        if bare and is_modal(words, i):
            return _supposed("fact-may")
        if words[i] == "that" and not cues("asks").isdisjoint(words[max(place.start, i - 3) : i]):
            return Reading("proposed", "future", "fact-wished")
    return None


def _kept_from(place: Place) -> Reading | None:
    """``at risk of being banned``, ``voted against banning``, ``far from suing``, ``barred from leaving``."""
    words, at = place.words, place.first
    while at > place.start and (words[at - 1] in ("being", "having", "been") or words[at - 1] in cues("adverbs")):
        at -= 1
    gerund = at > place.start and (place.form == "ing" or words[at] in ("being", "having"))
    return _taken_back(place, at) if gerund else None


def _taken_back(place: Place, at: int) -> Reading | None:
    """What the words before the gerund at ``at`` make of it."""
    words = place.words
    before, left = words[at - 1], words[max(place.start, at - _NEAR) : at]
    if before in cues("escaping") and escaped(place, at - 1):
        return Reading("denied", "past", "fact-escaped")
    if before in cues("risking_verbs") or (before == "of" and words[at - 2] in cues("prospects")):
        return _supposed("fact-prospect")
    if before in cues("denials") or (words[at] == "having" and not cues("denials").isdisjoint(left)):
        return Reading("denied", "past", "fact-denied")
    if (
        before == "missed"
        or " ".join(words[at - 2 : at]) == "far from"
        or (before == "against" and not cues("opposing_verbs").isdisjoint(left))
    ):
        return Reading("denied", "none", "fact-against")
    if before == "from" and not cues("keeping_verbs").isdisjoint(words[max(place.start, at - 9) : at]):
        return _supposed("fact-kept-from")
    return None


def _awaited(place: Place) -> Reading | None:
    """``once the judge approves it``, ``when approved by the court``, ``in the event that it rules``."""
    words = place.words
    if place.form == "ed" and place.first > place.start and words[place.first - 1] in cues("awaiting_conjunctions"):
        before = words[max(place.start, place.first - _REACH) : place.first - 1]
        past = any(w in cues("be_past") or w == "had" or (w.endswith("ed") and w != "need") for w in before)
        return None if past else _supposed("fact-awaited")
    chain = verb_chain(words, place.first, place.start)
    present = place.form in ("base", "s") or (place.form == "ed" and chain.be in cues("be_present"))
    if not present or chain.have or chain.to_at >= 0:
        return None
    for i in range(place.first - 1, max(place.start, place.first - _REACH) - 1, -1):
        if words[i] in _PAUSES:
            return None
        if words[i] == "once" or "_".join(words[i : i + 2]) in cues("provisos"):
            return _supposed("fact-awaited")
    return None


def _let(place: Place) -> Reading | None:
    """``lets the agency fine firms``: a base form that only looks like a noun."""
    left = place.words[max(place.start, place.first - _NEAR) : place.first]
    bare = len(left) > 1 and left[-1] not in cues("determiners") and left[-1] not in cues("prepositions")
    return _supposed("fact-enabled") if bare and not {"let", "lets", "letting"}.isdisjoint(left[:-1]) else None


def _unsettled(place: Place) -> Reading | None:
    """``requires approval``, ``subject to the approval of``, ``pending a decision``: not yet given, if ever."""
    if place.leaf not in cues("leaves_needed"):
        return None
    words = place.words
    for i in range(place.last - 1, max(place.start, place.first - _NEAR) - 1, -1):
        if words[i] in _PAUSES:
            return None
        if words[i] in cues("lacking") and really(words, i, place.start):
            return Reading("denied", "present", "fact-lacking")
        if words[i] in cues("needing"):
            return _supposed("fact-needed")
    return _still_open(place)


def _still_open(place: Place) -> Reading | None:
    """``final approval is pending``, ``approval of the sale is required``."""
    words = place.words
    after = words[place.last : min(place.end, place.last + _REACH)]
    for i, word in enumerate(after[:-1]):
        if word in _PAUSES or word in cues("reported"):
            return None
        if word in cues("be_present") and after[i + 1] in cues("outstanding"):
            return _supposed("fact-needed")
    return None


def _stance(place: Place) -> Reading | None:
    """``backs a ban``, ``argued for a ban``, ``voted against a ban``, ``backed away from a ban``."""
    if place.leaf not in cues("leaves_favoured"):
        return None
    words = place.words
    for i in range(place.first - 1, max(place.start, place.first - _NEAR) - 1, -1):
        if words[i] in _PAUSES or words[i] in cues("pointing"):
            break
        verb = words[max(place.start, i - 3) : i]
        turned = words[i] == "from" and "away" in verb
        if turned or (words[i] == "against" and not cues("opposing_verbs").isdisjoint(verb)):
            return Reading("denied", "none", "fact-against")
        if words[i] == "for" and not cues("arguing_verbs").isdisjoint(verb):
            return Reading("proposed", "future", "fact-stance")
        if words[i] in cues("favouring_verbs") and i > place.start and words[i - 1] not in cues("determiners"):
            return Reading("proposed", "future", "fact-stance")
    return None


def _imagined(place: Place) -> Reading | None:
    """``a ban would hurt sellers``, ``such a fine is unlikely``: an indefinite noun that is only spoken of."""
    words = place.words
    if place.leaf not in cues("leaves_imagined") or place.last >= place.end:
        return None
    at = place.last
    if words[at] in cues("noun_links"):
        at = next((k for k in range(at, min(place.end, at + 7)) if _says(words, k)), place.end)
    if at >= place.end or not _indefinite(place):
        return None
    middle = words[place.last : at]
    if any(w in _PAUSES or w in ("that", "which", "who") or w.endswith(("ed", "ing")) for w in middle):
        return None
    after = words[at + 1 : at + 4]
    if words[at] in cues("imagining_modals") and is_modal(words, at):
        return _supposed("fact-imagined")
    if _says(words, at) and not cues("likelihood").isdisjoint(after[:2]):
        return _supposed("fact-imagined")
    return None


def _indefinite(place: Place) -> bool:
    """``a ban``, ``such a ban``, ``bans``; not ``the ban``, ``its ban``, ``Italy's ban``, ``a new ban``."""
    for i in range(place.first - 1, max(place.start, place.first - 4) - 1, -1):
        if place.words[i] in ("a", "an", "any", "another", "such"):
            return True
        if place.words[i] in cues("pointing") or place.words[i] in ("'s", "’s", "new"):
            return False
    return place.words[place.last - 1].endswith("s")


def _says(words: list[str], at: int) -> bool:
    return is_modal(words, at) or words[at] in cues("be") or words[at] in cues("linking_verbs")


def _avoidable(place: Place) -> Reading | None:
    """``a penalty, which it can avoid by repaying``."""
    after = place.words[place.last : min(place.end, place.last + 14)]
    for i, word in enumerate(after):
        if word in cues("escaping") and not cues("modals").isdisjoint(after[max(0, i - 2) : i]):
            linked = not {"which", "that", "unless"}.isdisjoint(after[:i])
            return _supposed("fact-avoidable") if linked else None
    return None


def _liability(place: Place) -> Reading | None:
    """``faces a fine``, ``is punishable by fines``, ``potentially leading to fines``: what may be imposed."""
    if place.leaf not in cues("leaves_liable"):
        return None
    words = place.words
    if words[place.first] in cues("facing_verbs"):
        return _supposed("fact-liable")
    left = range(place.first - 1, max(place.start, place.first - 14) - 1, -1)
    return _supposed("fact-liable") if not place.form and _may_be_imposed(words, place.first, left) else None


def _may_be_imposed(words: list[str], first: int, left: range) -> bool:
    maximum = False
    for i in left:
        if words[i] in _STOPS:
            return False
        near = first - i <= _REACH
        maximum = maximum or words[i] in cues("bounding")
        if words[i] in cues("facing_verbs") and (near or maximum):
            return True
        if near and (words[i] in cues("liability") or words[i] in cues("possibly")):
            return True
    return False
