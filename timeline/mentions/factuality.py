"""How real an event is: actual, scheduled, proposed, hypothetical or denied, by the words around its trigger."""

from __future__ import annotations

from timeline.mentions.conditions import read_condition, read_penalty
from timeline.mentions.given_up import read_given_up
from timeline.mentions.grammar import cues
from timeline.mentions.noun_told import read_noun
from timeline.mentions.place import Place, Reading
from timeline.mentions.possible import read_possible
from timeline.mentions.unreal import read_unreal
from timeline.mentions.verb_told import read_verb


def read_factuality(place: Place) -> Reading:
    """Factuality and tense of the trigger at ``place``.

    >>> words = "the union may sue the ministry".split()
    >>> read_factuality(Place(words, 3, 4, 0, 6, "base")).factuality
    'hypothetical'
    """
    reading = read_verb(place) if place.form else read_noun(place)
    return (
        read_condition(place, reading)
        or read_penalty(place)
        or _done_deal(place, reading)
        or read_given_up(place, reading)
        or read_unreal(place, reading)
        or read_possible(place, reading)
        or _ahead(place, reading)
        or reading
    )


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
