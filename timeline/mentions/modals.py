"""What a modal makes of its verb: ``may sue``, ``will rule``, ``should ban``, ``cannot fine``."""

from __future__ import annotations

from timeline.mentions.grammar import Chain, cues
from timeline.mentions.place import Place, Reading


def read_modal(place: Place, chain: Chain, at: int) -> Reading:
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
