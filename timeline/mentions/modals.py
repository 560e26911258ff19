"""What a modal makes of its verb: ``may sue``, ``will rule``, ``should ban``, ``cannot fine``."""

from __future__ import annotations

from timeline.mentions.grammar import Chain, cues
from timeline.mentions.place import Place, Reading

_REPORT_REACH = 9
_SUBJECT_REACH = 4
_STOPS = frozenset([";", ":", "—", '"', "“", "”"])


def read_modal(place: Place, chain: Chain, at: int) -> Reading:
    """``may sue``, ``will rule``, ``should ban``, ``said it would appeal``, ``cannot fine``.

    The modal stands at ``at`` or, for a verb at ``at``, before it.
    """
    modal = chain.modals[0]
    if chain.negated or modal.endswith("n't") or modal == "cannot":
        return Reading("denied", "future", "fact-negated")
    if modal in cues("future_modals"):
        return _future(place, at)
    if modal in cues("necessary"):
        return Reading("proposed", "future", "fact-should")
    if modal == "would" and not chain.have and _reported(place, at):
        return Reading("proposed", "future", "fact-announced")
    return Reading("hypothetical", "past" if chain.have else "future", "fact-may")


def _future(place: Place, at: int) -> Reading:
    """``will sue``: fixed, unless it is hoped for, only intended, or under a draft."""
    words = place.words
    before = words[max(place.start, at - _REPORT_REACH) : at]
    if not _STOPS.isdisjoint(before):
        before = before[max(i for i, word in enumerate(before) if word in _STOPS) + 1 :]
    if not cues("hoping").isdisjoint(before):
        return Reading("hypothetical", "future", "fact-hoped")
    opening = words[place.start : place.start + 6]
    if opening[0] == "under" and not cues("unpassed_modifiers").isdisjoint(opening):
        return Reading("proposed", "future", "fact-draft")
    own = not {"i", "we"}.isdisjoint(before[-_SUBJECT_REACH:])
    if place.leaf in cues("leaves_intended") and (own or _reported(place, at)):
        return Reading("proposed", "future", "fact-announced")
    return Reading("scheduled", "future", "fact-will")


def _reported(place: Place, at: int) -> bool:
    return not cues("reported").isdisjoint(place.words[max(place.start, at - _REPORT_REACH) : at])
