"""What was feared and did not come about: ``avoided a fine``, ``was spared a ban``."""

from __future__ import annotations

from timeline.mentions.given_up import really
from timeline.mentions.grammar import cues, is_modal
from timeline.mentions.place import Place

_HELP_REACH = 6


def escaped(place: Place, at: int) -> bool:
    """Whether the verb at ``at`` (avoid, avert, escape ...) tells that the trigger after it did not come about.

    >>> words = "the firm moved to avoid a ban".split()
    >>> escaped(Place(words, 6, 7, 0, 7), 4), escaped(Place(words[:2] + ["avoided", "a", "ban"], 4, 5, 0, 5), 2)
    (False, True)
    """
    words = place.words
    if not really(words, at, place.start):
        return False
    before = words[at - 1] if at > place.start else ""
    if words[at].endswith("ing"):
        return before not in cues("prepositions") or before == "by"
    modal = any(is_modal(words, i) for i in range(max(place.start, at - _HELP_REACH), at))
    return not modal and "to" not in words[max(place.start, at - 3) : at - 1]
