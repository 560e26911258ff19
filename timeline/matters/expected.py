"""What was still to come for a measure on a day, as far as it was settled by then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from timeline.matters.walk import dated
from timeline.model import Document, Event

#: Acts that settle from which day a measure applies.
_ENACTING = frozenset({"law_enacted", "rule_adopted", "executive_order"})


@dataclass(frozen=True, slots=True)
class Knowledge:
    """When dates became known: sources by id, and the day on which an event's date was settled, by event id."""

    documents: Mapping[str, Document] = field(default_factory=dict)
    fixed: Mapping[str, date] = field(default_factory=dict)

    def told_on(self, event: Event) -> date | None:
        """The day of the first source that tells the event; None where no source has a date."""
        known = (self.documents.get(m.document_id) for m in event.mentions)
        return min((d.published for d in known if d and d.published), default=None)

    def known_from(self, event: Event, told: Sequence[Event]) -> date | None:
        """The day from which the event's date was known; None when nothing says so before it came.

        That is the day that the catalogue gives, or that of the first source; or, where the source tells the
        enactment too (or nothing else is known), the day of the enactment, since a law says when it starts.
        """
        days = [d for d in (self.fixed.get(event.id), self.told_on(event)) if d]
        enacted = _enactment(event, told)
        if enacted and (not days or (event.id not in self.fixed and _same_source(event, told))):
            days.append(enacted)
        return min(days, default=None)


def _enactment(event: Event, told: Iterable[Event]) -> date | None:
    last = event.date.last
    days = [e.date.last for e in told if e.event_type in _ENACTING and e.factuality == "actual" and dated(e)]
    return min((d for d in days if d and (last is None or d <= last)), default=None)


def _same_source(event: Event, told: Iterable[Event]) -> bool:
    """Whether a source of the event tells the enactment, and no order that may have moved the day since."""
    types: dict[str, set[str]] = {m.document_id: set() for m in event.mentions}
    for other in told:
        for mention in other.mentions:
            if mention.document_id in types:
                types[mention.document_id].add(other.event_type)
    return any("law_enacted" in t and "executive_order" not in t for t in types.values())


def coming(told: Sequence[Event], as_of: date, knowledge: Knowledge, *, moved: bool = False) -> tuple[Event, ...]:
    """Starts and deadlines after ``as_of`` that were known then, one a day, in order of time.

    With ``moved`` (while a measure is suspended) the day that was settled last replaces those settled before it.

    >>> coming((), date(2024, 1, 1), Knowledge())
    ()
    """
    found: dict[tuple[date, date | None], tuple[date, Event]] = {}
    for event in told:
        first, known = event.date.first, knowledge.known_from(event, told)
        ahead = event.event_type == "in_force" and event.factuality != "denied" and first and first > as_of
        if not ahead or not first or known is None or known > as_of:
            continue
        key = (first, event.date.last)
        if key not in found or _firmer(event, found[key][1]):
            found[key] = (known, event)
    if moved and found:
        latest = max(known for known, _ in found.values())
        found = {key: item for key, item in found.items() if item[0] == latest}
    return tuple(found[key][1] for key in sorted(found, key=lambda k: (k[0], k[1] or date.max)))


def _firmer(event: Event, other: Event) -> bool:
    return (bool(event.reference_id), event.factuality == "scheduled") > (
        bool(other.reference_id),
        other.factuality == "scheduled",
    )
