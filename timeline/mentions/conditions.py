"""Clauses that hold only under a condition, and what the law only provides for."""

from __future__ import annotations

from timeline.mentions.grammar import cues
from timeline.mentions.place import Place, Reading
from timeline.mentions.pointing import pointed

_REACH = 10


def read_condition(place: Place, reading: Reading) -> Reading | None:
    """The clause of the trigger is opened by ``if`` or ``unless``, or tells what usually happens."""
    if reading.factuality not in ("actual", "scheduled"):
        return None
    if _provision(place):
        return Reading("hypothetical", "future", "fact-provision")
    if not cues("habitual").isdisjoint(place.words[max(place.start, place.first - 3) : place.first]):
        return Reading("hypothetical", reading.tense, "fact-habitual")
    if not place.form and pointed(place.words[max(place.start, place.first - 3) : place.first]):
        return None  # "if the ban is lifted": the ban itself stands
    return _opened_by_if(place, reading)


def _opened_by_if(place: Place, reading: Reading) -> Reading | None:
    left = place.words[max(place.start, place.first - _REACH) : place.first]
    if "if , and when" in " ".join(left):
        return Reading("hypothetical", reading.tense, "fact-conditional")
    for i in range(place.first - 1, max(place.start, place.first - _REACH) - 1, -1):
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


def read_penalty(place: Place) -> Reading | None:
    """``faces a maximum sentence``, ``fines of up to 10 %``: what the law provides, not what was imposed."""
    if place.leaf not in cues("leaves_liable"):
        return None
    around = place.words[max(place.start, place.first - 5) : min(place.end, place.last + 5)]
    if cues("maximum").isdisjoint(around) and "up to" not in " ".join(around):
        return None
    return Reading("hypothetical", "future", "fact-maximum")
