"""The moves that events make, in order of time: forward, back where that is known to happen, and remarks beside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from timeline.matters.group import in_time
from timeline.matters.ledger import Track, is_backward, label, move_allowed, rank
from timeline.merge.dates import is_fixed, written
from timeline.model import Event, Issue

_UNDONE = frozenset({"enjoined", "overturned", "suspended"})
#: Statuses before a law: told again of an older measure they are news of old, or of another bill.
_MADE = frozenset({"announced", "in_consultation", "proposed", "passed_chamber", "enacted"})
#: What happens more than once: chambers pass a bill one by one, a law starts in parts, a delay is extended.
_REPEATED = frozenset({"passed_chamber", "in_force", "suspended"})
_DEAD_BILL = frozenset({"vetoed", "rejected", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Step:
    """One move of a track: on which day (EDTF) to which status, set by which event.

    A remark (challenged, upheld) is a step without a status: it leaves the track where it is.
    """

    date: str
    status: str
    label: str
    event_id: str
    title: str


def walk(track: Track, moves: Iterable[tuple[Event, str]], issues: list[Issue]) -> list[Step]:
    """The steps that events with the status each gives make; an impossible one is reported and not made.

    >>> walk("measure", [], [])
    []
    """
    steps: list[Step] = []
    now, since = "", None
    for event, given in sorted(moves, key=lambda move: _in_order(track, *move)):
        new = _restored(steps, now) if given == "restored" else given
        if new in {"upheld", "challenged"}:
            steps.append(_step(event, "", label(track, new)))
            continue
        if given != "restored" and _says_nothing_new(event, track, now, new, steps):
            continue
        if not move_allowed(track, now, new):
            if _after(event, since):
                issues.append(_impossible(event, track, now, new))
            continue
        now, since = new, event.date.last
        steps.append(_step(event, new, label(track, new)))
    return steps


def _in_order(track: Track, event: Event, given: str) -> tuple[str, str, int, str]:
    """Time, and on one day the steps as a measure takes them: signed, then challenged."""
    first, last, identifier = in_time(event)
    return first, last, 99 if given in {"restored", "challenged"} else rank(track, given), identifier


def _restored(steps: list[Step], now: str) -> str:
    """What lifting a block leads back to; where nothing is blocked, the measure was upheld."""
    if now not in _UNDONE:
        return "upheld"
    return next((s.status for s in reversed(steps) if s.status and s.status not in _UNDONE), "enacted")


def _says_nothing_new(event: Event, track: Track, now: str, new: str, steps: list[Step]) -> bool:
    if new == now:
        return not (new in _REPEATED and dated(event) and written(event.date) != steps[-1].date)
    if new in _MADE and now not in _DEAD_BILL and any(s.status == new for s in steps):
        return True
    back = new == "in_force" and now in _UNDONE
    return (back or (track == "case" and is_backward(track, now, new))) and not dated(event)


def dated(event: Event) -> bool:
    """Whether a text or the catalogue gives the event's date, rather than limits that follow from elsewhere.

    >>> from timeline.model import EventDate
    >>> dated(Event("e", "", "fine", "actual", EventDate(basis="reference"), ()))
    True
    """
    return event.date.basis == "reference" or is_fixed(event.date)


def _after(event: Event, since: date | None) -> bool:
    """Whether the event lies, whatever its day, after the last move."""
    first = event.date.first
    return since is None or (first is not None and first >= since)


def _step(event: Event, status: str, words: str) -> Step:
    return Step(written(event.date), status, words, event.id, event.title)


def _impossible(event: Event, track: Track, old: str, new: str) -> Issue:
    document = event.mentions[0].document_id if event.mentions else ""
    return Issue(
        document,
        "status",
        f"“{event.title}” ({written(event.date)}) would take the {track} from {label(track, old)} back to "
        f"{label(track, new)}; it was not applied, please review.",
    )


def in_words(day: str) -> str:
    """A step's day for people.

    >>> in_words("[..2023-05-18]"), in_words("2023-05-18"), in_words("")
    ('not after 2023-05-18', '2023-05-18', 'undated')
    """
    if day.startswith("[..") or day.startswith("../"):
        return f"not after {day[3:].rstrip(']')}"
    return day or "undated"
