"""What is still to come on a day: hearings, deadlines, entries into force, rulings expected, as far as sources told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from timeline.matters.group import in_time
from timeline.matters.status import happening_status
from timeline.merge.relations import is_coming
from timeline.model import Document, Event

_KINDS = {"in_force": "entry into force", "hearing": "hearing", "trial": "hearing", "court_ruling": "ruling"}


@dataclass(frozen=True, slots=True)
class Upcoming:
    """An event to come: what kind, from which day to which (None where no source says), and how many days ahead."""

    event: Event
    kind: str
    first: date | None
    last: date | None
    days_ahead: int | None
    certainty: str  # "scheduled", "tentative" or "postponed"


def whats_next(
    events: Iterable[Event], as_of: date, documents: Mapping[str, Document] | None = None
) -> tuple[Upcoming, ...]:
    """What had still to come at the end of ``as_of``, in order of time, undated entries last.

    With ``documents`` only what sources published by then told counts: what nobody had announced is not to come. An
    event that may have begun already (its interval holds ``as_of``) is listed as long as it may lie ahead.

    >>> whats_next([], date(2024, 1, 1))
    ()
    """
    known = documents or {}
    found = [_upcoming(e, as_of) for e in sorted(events, key=in_time) if _ahead(e, as_of) and _told(e, as_of, known)]
    return tuple(item for item in found if item.certainty != "cancelled")


def _ahead(event: Event, as_of: date) -> bool:
    if event.factuality in {"denied", "hypothetical"}:
        return False
    last = event.date.last
    return last > as_of if last else event.factuality != "actual"


def _told(event: Event, as_of: date, documents: Mapping[str, Document]) -> bool:
    """Whether a source that had appeared by ``as_of`` told the event as coming."""
    for mention in event.mentions:
        document = documents.get(mention.document_id)
        published = document.published if document else None
        deadline = mention.date.role in {"deadline", "expected"}
        if (is_coming(mention) or deadline) and (published is None or published <= as_of):
            return True
    return False


def _upcoming(event: Event, as_of: date) -> Upcoming:
    first, last = event.date.first, event.date.last
    state = happening_status(event, as_of)
    certainty = state if state in {"tentative", "postponed", "cancelled"} else "scheduled"
    kind = (
        "deadline"
        if event.date.role == "deadline"
        else _KINDS.get(event.event_type, event.event_type.replace("_", " "))
    )
    nearest = max(first, as_of) if first else None
    return Upcoming(event, kind, first, last, (nearest - as_of).days if nearest else None, certainty)
