"""What is still to come on a day: hearings, deadlines, entries into force, rulings expected, as far as sources told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.matters.expected import Knowledge
from timeline.matters.group import in_time, matters
from timeline.matters.status import happening_status, standing
from timeline.matters.walk import dated
from timeline.merge.names import name_tokens
from timeline.merge.relations import is_coming
from timeline.model import Document, Event

#: A start as texts tell it: of the law, of its ban, of what a firm has to do from then on.
_STARTS = frozenset({"in_force", "ban", "compliance_measure"})
_SAME_STEP = (
    frozenset({"court_ruling", "injunction"}),
    frozenset({"law_enacted", "bill_rejected"}),
    frozenset({"lawsuit"}),
    frozenset({"appeal"}),
)
_BY_A_PARTY = frozenset({"lawsuit", "appeal"})
_KINDS = {"in_force": "entry into force", "hearing": "hearing", "trial": "hearing", "court_ruling": "ruling"}


@dataclass(frozen=True, slots=True)
class Upcoming:
    """An event to come: what kind, from which day to which (None where no source says), and how many days ahead."""

    event: Event
    kind: str
    first: date | None
    last: date | None
    days_ahead: int | None
    certainty: str  # "scheduled", "tentative", "postponed", or what stops it: "blocked by a court"


def whats_next(
    events: Iterable[Event],
    as_of: date,
    documents: Mapping[str, Document] | None = None,
    fixed: Mapping[str, date] | None = None,
) -> tuple[Upcoming, ...]:
    """What had still to come at the end of ``as_of``, in order of time, undated entries last.

    With ``documents`` only what sources published by then told counts: what nobody had announced is not to come; of the
    catalogue's own events, those whose day was settled by then (``fixed``). An event that may have begun already (its
    interval holds ``as_of``) is listed as long as it may lie ahead. The start of a measure that a court has blocked is
    listed as blocked; a day that a later one has replaced, or that of a dead measure, is not.

    >>> whats_next([], date(2024, 1, 1))
    ()
    """
    given = tuple(events)
    knowledge = Knowledge(documents or {}, fixed or {})
    stopped, replaced = _stopped(given, as_of, knowledge)
    found = [
        _upcoming(e, as_of, stopped.get(e.id, ""))
        for e in sorted(given, key=in_time)
        if _ahead(e, as_of)
        and e.id not in replaced
        and _told(e, as_of, knowledge)
        and not _has_come(e, given, as_of, knowledge)
    ]
    return tuple(item for item in _once_a_day(found) if item.certainty != "cancelled")


def _stopped(events: Sequence[Event], as_of: date, knowledge: Knowledge) -> tuple[dict[str, str], set[str]]:
    """Starts that a court blocks, with its words, and those that a later day replaces or that cannot come any more."""
    stopped: dict[str, str] = {}
    replaced: set[str] = set()
    for matter in matters(events):
        starts = [e for e in matter.events if e.event_type == "in_force" and _ahead(e, as_of)]
        track = standing(matter, as_of, knowledge) if starts else None
        if track is None or not track.status:
            continue
        if track.status in {"enjoined", "overturned"}:
            stopped.update((e.id, track.label) for e in starts)
        elif track.status in {"rejected", "vetoed", "withdrawn", "repealed", "expired"}:
            replaced.update(e.id for e in starts)
        elif track.expected:
            days = {(e.date.first, e.date.last) for e in track.expected}
            suspended = track.status == "suspended"
            replaced.update(e.id for e in starts if suspended and (e.date.first, e.date.last) not in days)
    return stopped, replaced


def _once_a_day(found: Sequence[Upcoming]) -> list[Upcoming]:
    """One entry for the start of one measure on one day, the catalogue's where it has one."""
    starts = {_day(item) for item in found if item.event.event_type == "in_force"}
    kept: dict[object, Upcoming] = {}
    for item in found:
        event, day = item.event, _day(item)
        same = event.matter_id and item.first and event.event_type in _STARTS and day in starts
        key = day if same else event.id
        if key not in kept or _rank(event) > _rank(kept[key].event):
            kept[key] = item
    return list(kept.values())


def _day(item: Upcoming) -> tuple[str, date | None, date | None]:
    return item.event.matter_id, item.first, item.last


def _rank(event: Event) -> tuple[bool, bool]:
    return event.event_type == "in_force", bool(event.reference_id)


def _has_come(event: Event, events: Sequence[Event], as_of: date, knowledge: Knowledge) -> bool:
    """Whether what a source told as coming has come since: the judge who was to rule ruled."""
    told, kinds = knowledge.told_on(event), next((k for k in _SAME_STEP if event.event_type in k), None)
    if not told or not kinds or not event.matter_id:
        return False
    return any(
        e.matter_id == event.matter_id
        and e.event_type in kinds
        and e.factuality == "actual"
        and dated(e)
        and e.date.last is not None
        and told <= e.date.last <= as_of
        and (event.event_type not in _BY_A_PARTY or _share_an_actor(event, e))
        for e in events
    )


def _share_an_actor(event: Event, other: Event) -> bool:
    ours, theirs = ({name_tokens(a.name) for a in e.actors} for e in (event, other))
    return bool(ours & theirs)


def _ahead(event: Event, as_of: date) -> bool:
    if event.factuality in {"denied", "hypothetical"}:
        return False
    last = event.date.last
    return last > as_of if last else event.factuality != "actual"


def _told(event: Event, as_of: date, knowledge: Knowledge) -> bool:
    """Whether a source that had appeared by ``as_of`` told the event as coming, or its day was settled by then."""
    settled = knowledge.fixed.get(event.id)
    if settled is not None and settled <= as_of:
        return True
    for mention in event.mentions:
        document = knowledge.documents.get(mention.document_id)
        published = document.published if document else None
        deadline = mention.date.role in {"deadline", "expected"}
        if (is_coming(mention) or deadline) and (published is None or published <= as_of):
            return True
    return False


def _upcoming(event: Event, as_of: date, stopped: str) -> Upcoming:
    first, last = event.date.first, event.date.last
    state = happening_status(event, as_of)
    certainty = stopped or (state if state in {"tentative", "postponed", "cancelled"} else "scheduled")
    kind = (
        "deadline"
        if event.date.role == "deadline"
        else _KINDS.get(event.event_type, event.event_type.replace("_", " "))
    )
    nearest = max(first, as_of) if first else None
    return Upcoming(event, kind, first, last, (nearest - as_of).days if nearest else None, certainty)
