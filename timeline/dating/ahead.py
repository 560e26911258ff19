"""An event whose own day lies after the publication has not happened yet, however its words tell it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.model import EventDate, EventMention

_OWN = frozenset({"explicit", "relative"})


def as_of_publication(mention: EventMention, day: EventDate, published: date | None) -> EventMention:
    """``mention``, scheduled where the text puts it on a day after ``published`` and tells it as a fact.

    ``from 23 March, gatherings are banned`` in a text of 10 March is a ban to come; what "announced that" announces
    lies ahead, the announcement does not.
    """
    if published is None or mention.factuality != "actual" or day.basis not in _OWN:
        return mention
    if mention.event_type == "statement" and mention.tense == "past":
        return mention
    if day.first is None or day.first <= published:
        return mention
    return replace(mention, factuality="scheduled", rule_ids=(*mention.rule_ids, "fact-after-publication"))
