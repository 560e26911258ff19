"""How real an event is, from how its mentions are told: a verb says more than a bare noun, the event's own day more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.mentions.grammar import cues
from timeline.model import EventDate, EventMention, Factuality, Mention

#: Readings by default: a noun, a gerund or an infinitive that no word near it says anything about.
_BARE = frozenset({"fact-noun", "fact-noun-predicate", "fact-gerund", "fact-infinitive"})
_MODIFIED = frozenset({"fact-proposed-noun", "fact-possible-noun"})
_OWN = frozenset({"explicit", "relative"})


def told_as(ranked: Sequence[Mention], day: EventDate, published: date | None) -> Factuality:
    """The factuality of the event that ``ranked`` mentions, the main one first, tell; ``day`` is the event's date.

    "The committee will hold a hearing on 4 June ... At this hearing, I look forward to": a noun does not make it held.
    """
    main = ranked[0].event
    if main.factuality != "actual":
        return main.factuality
    if main.event_type in cues("leaves_held") and _ahead(day, published):
        return "scheduled"
    if main.event_type in cues("leaves_done_when_proposed") or main.event_type in cues("leaves_refused"):
        return "actual"  # sought and granted are told of one injunction
    return _outright([m.event for m in ranked])


def _ahead(day: EventDate, published: date | None) -> bool:
    """Whether the text itself puts the event on a day after its publication."""
    return bool(published and day.basis in _OWN and day.first and day.first > published)


def _outright(mentions: Sequence[EventMention]) -> Factuality:
    """What verbs, or words said of the noun, tell; "proposed" beside the noun beats the mere past of a clause."""
    told = [m for m in mentions if _BARE.isdisjoint(m.rule_ids)]
    if not told or any(m.factuality == "actual" for m in told):
        return "actual"
    modified = next((m.factuality for m in told if not _MODIFIED.isdisjoint(m.rule_ids)), None)
    past = any(m.tense == "past" and m.factuality == "actual" for m in mentions)
    return modified or ("actual" if past else told[0].factuality)
