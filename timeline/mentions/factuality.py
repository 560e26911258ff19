"""How real an event is: actual, scheduled, proposed, hypothetical or denied, by the words around its trigger."""

from __future__ import annotations

from timeline.mentions.grammar import Chain, clause_bounds, cues, verb_chain, verb_tense
from timeline.mentions.place import Place, Reading
from timeline.mentions.possible import read_possible
from timeline.mentions.unreal import read_unreal
from timeline.model import Factuality, Tense

_REACH = 7
_PREDICATE_REACH = 9
_CONDITION_REACH = 10
_PAUSES = frozenset([";", ":", ",", "—", "(", "that", "which", "who"])


def read_factuality(place: Place) -> Reading:
    """Factuality and tense of the trigger at ``place``.

    >>> words = "the union may sue the ministry".split()
    >>> read_factuality(Place(words, 3, 4, 0, 6, "base")).factuality
    'hypothetical'
    """
    reading = _verb(place) if place.form else _noun(place)
    return (
        _condition(place, reading)
        or _penalty(place, reading)
        or _done_deal(place, reading)
        or read_unreal(place, reading)
        or read_possible(place, reading)
        or _ahead(place, reading)
        or reading
    )


def _verb(place: Place) -> Reading:
    """A verb: its auxiliaries first, then what governs its infinitive or gerund."""
    chain = verb_chain(place.words, place.first, place.start)
    tense = verb_tense(place.form, chain)
    if chain.modals and not (place.form == "ed" and not chain.have and not chain.be):
        return _modal(place, chain, place.first)
    neither = place.first > place.start and place.words[place.first - 1] == "neither"
    if (chain.negated or neither) and not _not_only(place, place.first):
        return Reading("denied", tense, "fact-negated")
    if chain.to_at >= 0:
        return _infinitive(place, chain.to_at, tense)
    joined = place.first > place.start and place.words[place.first - 1] in ("and", "or", ",")
    shared = _coordinated(place, tense) if joined else None
    if shared:
        return shared
    gerund = place.form == "ing" and not chain.be
    return _gerund(place, tense) if gerund else Reading("actual", tense, "fact-plain")


def _not_only(place: Place, at: int) -> bool:
    return "only" in place.words[max(place.start, at - 3) : at]


def _modal(place: Place, chain: Chain, at: int) -> Reading:
    """``may sue``, ``will rule``, ``should ban``, ``said it would appeal``, ``cannot fine``."""
    modal = chain.modals[0]
    if chain.negated or modal.endswith("n't") or modal == "cannot":
        return Reading("denied", "future", "fact-negated")
    if modal in cues("future_modals"):
        return Reading("scheduled", "future", "fact-will")
    if modal in cues("necessary"):
        return Reading("proposed", "future", "fact-should")
    if (
        modal == "would"
        and not chain.have
        and not cues("reported").isdisjoint(place.words[max(place.start, at - 9) : at])
    ):
        return Reading("proposed", "future", "fact-announced")
    return Reading("hypothetical", "past" if chain.have else "future", "fact-may")


def _infinitive(place: Place, to_at: int, tense: Tense) -> Reading:
    """``to sue``: the nearest word before that governs it decides."""
    words = place.words
    if to_at > place.start and words[to_at - 1] in ("not", "never") and not _not_only(place, to_at + 1):
        return Reading("denied", tense, "fact-negated")
    for i in range(to_at - 1, max(place.start, to_at - _REACH) - 1, -1):
        if words[i] in (";", ":", "—") or (words[i] == "," and i < to_at - 1):
            break
        reading = _governed(place, i, to_at)
        if reading:
            return reading
    return Reading("actual", tense, "fact-infinitive")


def _governed(place: Place, i: int, to_at: int) -> Reading | None:
    """What the word at ``i`` makes of the infinitive whose ``to`` stands at ``to_at``."""
    word = place.words[i]
    term = _term(place, i, to_at)
    if term:
        return term
    chain = verb_chain(place.words, i, place.start)
    for name, factuality, rule in _GOVERNORS:
        if word in cues(name):
            if factuality == "proposed" and _given_up(place, i, to_at):
                return Reading("denied", "past", "fact-given-up")
            negated = factuality != "denied" and (chain.negated or _no_such(place, i))
            return Reading("denied" if negated else factuality, "future", rule)
    if word == "yet" and i == to_at - 1:
        return Reading("denied", "future", "fact-yet-to")
    if word in cues("be") and i == to_at - 1:
        return Reading("scheduled", "future", "fact-expected")
    return _modal(place, chain, i) if chain.modals and i > place.start else None


def _term(place: Place, i: int, to_at: int) -> Reading | None:
    """``saw no reason to``, ``has until May to``, ``has 30 days to``."""
    word = place.words[i]
    if word in cues("grounds") and "no" in place.words[max(place.start, i - 2) : i]:
        return Reading("denied", "past", "fact-no-grounds")
    term = word == "until" or (i == to_at - 1 and word in cues("terms"))
    if term and place.leaf not in cues("leaves_due"):
        return Reading("hypothetical", "future", "fact-term")
    return None


def _given_up(place: Place, i: int, to_at: int) -> bool:
    """``dropped its plan to``, ``rejected calls to``, ``a bid to ban the app failed``."""
    words = place.words
    if words[i].endswith(("ed", "ing")) or i == place.start:
        return False
    if not cues("giving_up").isdisjoint(words[max(place.start, i - 4) : i]):
        return _PAUSES.isdisjoint(words[max(place.start, i - 4) : i])
    return False


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
        if words[i] in cues("modals") and (place.form == "base" or not {"be", "have"}.isdisjoint(words[i : i + 3])):
            return _modal(place, verb_chain(words, i + 1, place.start), i)
        if words[i] == "to" and place.form == "base":
            return _infinitive(place, i, tense)
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
        return Reading("proposed", "future", "fact-intends")
    if not cues("threatens").isdisjoint(before):
        return Reading("hypothetical", "future", "fact-threatened")
    return (_means(place) if "by" in before else None) or Reading("actual", tense, "fact-gerund")


def _means(place: Place) -> Reading | None:
    """``would help tenants by banning the fee``: as real as what it is a means to."""
    for i in range(place.first - 2, max(place.start, place.first - 2 * _REACH) - 1, -1):
        if place.words[i] in cues("modals"):
            return _modal(place, verb_chain(place.words, i + 1, place.start), i)
        if place.words[i] in (";", ":", "—"):
            return None
    return None


def _noun(place: Place) -> Reading:
    """A noun: what modifies it, what verb it is the object of, what is said of it."""
    left = place.words[max(place.start, place.first - 3) : place.first]
    modified = _modified(place, [*left, *place.words[place.first : place.last - 1]])
    if modified:
        return modified
    said = _object(place, left) or _subject(place)
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
    if _pointed(left):
        return None
    low, _ = clause_bounds(place.words, place.first, place.last, place.start, place.end)
    for i in range(place.first - 1, max(low, place.first - _REACH) - 1, -1):
        word = place.words[i]
        if word in cues("do") or word in ("never", "not"):
            chain = verb_chain(place.words, i + 1, place.start)
            return Reading("denied", "past", "fact-negated") if chain.negated and not _not_only(place, i + 1) else None
        reading = _object_of(place, i)
        if reading:
            return reading if reading.factuality != "actual" else None
    return None


def _pointed(left: list[str]) -> bool:
    """Whether the noun after ``left`` has a definite determiner of its own."""
    for word in reversed(left):
        if word in cues("pointing"):
            return True
        if word in cues("proposed_modifiers"):
            continue
        if word in cues("wanting_verbs") or word in cues("risking_verbs") or word in cues("modals") or word == "to":
            return False
    return False


def _object_of(place: Place, i: int) -> Reading | None:
    """What the modal, verb or ``to`` at ``i`` makes of the noun that follows."""
    word, after = place.words[i], place.words[i + 1]
    if word in cues("modals"):
        return _modal(place, verb_chain(place.words, i + 1, place.start), i)
    if word in cues("wanting_verbs") or (word in cues("calling") and after in ("for", "on")):
        chain = verb_chain(place.words, i, place.start)
        return Reading("denied" if chain.negated else "proposed", "future", "fact-wanted-noun")
    if word in cues("risking_verbs"):
        return Reading("hypothetical", "future", "fact-risked-noun")
    return _infinitive(place, i, "none") if word == "to" and i > place.start else None


def _subject(place: Place) -> Reading | None:
    """``the hearing will be held``, ``a ban is expected``, ``the suit was not filed``; not ``the deal will help``."""
    words = place.words
    for i in range(place.last, min(place.end, place.last + _PREDICATE_REACH)):
        word = words[i]
        if word in _PAUSES or word in cues("reported"):
            return None
        ahead = words[i + 1 : i + 5]
        if word in cues("modals"):
            if place.leaf == "law_enacted" and word == "would":
                return Reading("hypothetical", "future", "fact-may")
            if cues("happening").isdisjoint(ahead):
                return Reading("actual", "present", "fact-noun-predicate")
            return _modal(
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


def _condition(place: Place, reading: Reading) -> Reading | None:
    """The clause of the trigger is opened by ``if`` or ``unless``, or tells what usually happens."""
    if reading.factuality not in ("actual", "scheduled"):
        return None
    if _provision(place):
        return Reading("hypothetical", "future", "fact-provision")
    if not cues("habitual").isdisjoint(place.words[max(place.start, place.first - 3) : place.first]):
        return Reading("hypothetical", reading.tense, "fact-habitual")
    if not place.form and _pointed(place.words[max(place.start, place.first - 3) : place.first]):
        return None  # "if the ban is lifted": the ban itself stands
    return _opened_by_if(place, reading)


def _opened_by_if(place: Place, reading: Reading) -> Reading | None:
    for i in range(place.first - 1, max(place.start, place.first - _CONDITION_REACH) - 1, -1):
        if place.words[i] in (",", ";", ":", "—"):
            return None
        waits = place.words[i] == "until" and reading.tense == "present" and place.form in ("base", "s")
        if place.words[i] in cues("conditionals") or waits:
            return Reading("hypothetical", reading.tense, "fact-conditional")
    return None


def _provision(place: Place) -> bool:
    """What a bill would do: ``Requires the inspector to audit ...``, ``within 90 days of enactment``."""
    if place.first > place.start and place.words[place.start] in cues("provisions"):
        return True
    sentence = place.words[place.start : place.end]
    return place.words[place.first] != "enactment" and "enactment" in sentence and "days" in sentence


def _penalty(place: Place, reading: Reading) -> Reading | None:
    """``faces a maximum sentence``, ``fines of up to 10 %``: what the law provides, not what was imposed."""
    if place.leaf not in ("fine", "conviction"):
        return None
    around = place.words[max(place.start, place.first - 5) : min(place.end, place.last + 5)]
    if cues("maximum").isdisjoint(around) and "up to" not in " ".join(around):
        return None
    return Reading("hypothetical", "future", "fact-maximum")


def _done_deal(place: Place, reading: Reading) -> Reading | None:
    """What is settled is done though its terms lie ahead ("will pay"); a court that refuses to stay has ruled."""
    if reading.rule_id in ("fact-will", "fact-should") and place.leaf == "settlement":
        return Reading("actual", "present", "fact-settled")
    if reading.rule_id == "fact-refused" and not cues("refused_by_ruling").isdisjoint(
        place.words[place.first : place.last]
    ):
        return Reading("actual", "past", "fact-refusal")
    return None


def _ahead(place: Place, reading: Reading) -> Reading | None:
    """``takes effect next year``, ``starting next month``: the present of what is fixed."""
    if reading.factuality != "actual" or reading.tense == "past" or place.leaf not in cues("leaves_held"):
        return None
    if cues("ahead").isdisjoint(place.words[place.first + 1 : min(place.end, place.last + 4)]):
        return None
    return Reading("scheduled", "future", "fact-ahead")
