"""Where a matter stood on a day, computed from what happened by then; each status cites the event that set it.

Only what is told as actual and lies, last possible day included, not after the day asked for counts. What is fixed for
later shows as such ("enacted, expected in force 2027-01-01") and never as having happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.errors import ArgumentError
from timeline.matters.group import Matter, in_time, matters
from timeline.matters.ledger import Track, is_in_force, label, move_allowed, status_of, told_words
from timeline.merge.dates import written
from timeline.merge.instrument_names import instrument_key
from timeline.model import Event, Issue

_CASE_KINDS = frozenset({"case", "docket"})
_HAPPENINGS = frozenset({"hearing", "trial"})
_UNDONE = frozenset({"enjoined", "overturned", "suspended"})


@dataclass(frozen=True, slots=True)
class Step:
    """One move of a track: on which day (EDTF) to which status, set by which event."""

    date: str
    status: str
    label: str
    event_id: str
    title: str


@dataclass(frozen=True, slots=True)
class TrackStatus:
    """Where one measure, case or happening stood: ``status`` is "" when nothing had happened to it yet.

    ``event_id`` is the event that set the status, ``steps`` all moves in order, ``expected`` what was fixed for later.
    """

    track: Track
    name: str
    status: str
    label: str
    event_id: str
    steps: tuple[Step, ...] = ()
    expected: tuple[Event, ...] = ()
    in_force: bool = False


@dataclass(frozen=True, slots=True)
class MatterStatus:
    """Where a matter stood on ``as_of``: its measure first, then its cases, then its hearings and other happenings."""

    matter_id: str
    title: str
    as_of: date
    tracks: tuple[TrackStatus, ...]
    issues: tuple[Issue, ...] = ()
    undated: tuple[Event, ...] = ()

    @property
    def headline(self) -> str:
        """One line: the status of the first track."""
        return (
            f"{self.title}: {self.tracks[0].label}" if self.tracks else f"{self.title}: nothing known by {self.as_of}"
        )


def status(events: Iterable[Event], matter: str, as_of: date) -> MatterStatus:
    """Where ``matter`` (its id, or the name of a bill, law, case or docket) stood at the end of ``as_of``.

    Raises ArgumentError when no matter, or more than one, goes by that name.

    >>> status([], "SB 419", date(2023, 6, 1))
    Traceback (most recent call last):
    ...
    timeline.errors.ArgumentError: No matter is called 'SB 419'; see the list of matters.
    """
    found = find_matter(matters(events), matter)
    told = [e for e in found.events if e.factuality not in {"denied", "hypothetical"}]
    issues: list[Issue] = []
    tracks = [
        *_measure(found, told, as_of, issues),
        *_cases(told, as_of, issues),
        *_happenings(told, as_of),
    ]
    undated = tuple(e for e in told if e.factuality == "actual" and e.date.last is None)
    return MatterStatus(found.id, found.title, as_of, tuple(tracks), tuple(issues), undated)


def find_matter(known: Sequence[Matter], name: str) -> Matter:
    """The matter with this id, or with an instrument of this name; a part of a name will do when it is the only one."""
    wanted = "".join(c for c in name.casefold() if c.isalnum())
    exact = [m for m in known if name == m.id or wanted in {_plain(i) for i in m.instruments}]
    near = exact or [m for m in known if wanted and any(wanted in _plain(i) for i in (*m.instruments, m.id))]
    if len(near) == 1:
        return near[0]
    if not near:
        raise ArgumentError(f"No matter is called {name!r}; see the list of matters.")
    raise ArgumentError(f"{name!r} can be any of {', '.join(m.id for m in near[:8])}; give the id of one.")


def _plain(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _happened(event: Event, as_of: date) -> bool:
    return event.factuality == "actual" and event.date.last is not None and event.date.last <= as_of


def _measure(matter: Matter, told: Sequence[Event], as_of: date, issues: list[Issue]) -> list[TrackStatus]:
    moves = [e for e in told if status_of(e, "measure")]
    if not any(e.event_type not in {"injunction", "court_ruling", "statement"} for e in moves):
        return []
    steps = _walk("measure", [e for e in moves if _happened(e, as_of)], issues)
    expected = tuple(e for e in moves if e.event_type == "in_force" and not _happened(e, as_of) and e.date.first)
    current = steps[-1].status if steps else ""
    coming = [e for e in expected if e.date.first and e.date.first > as_of]
    if current == "in_force" and coming:
        current = "in_grace_period"
    note = _expectation(expected, as_of) if expected and current in {"", "enacted"} else ""
    return [_track("measure", matter.title, current, steps, expected=expected, note=note)]


def _walk(track: Track, events: Sequence[Event], issues: list[Issue]) -> list[Step]:
    """The moves that ``events``, in order of time, make; an impossible one is reported and not made."""
    steps: list[Step] = []
    for event in sorted(events, key=in_time):
        new = status_of(event, track)
        old = steps[-1].status if steps else ""
        if new == "restored":
            if old not in _UNDONE:
                continue
            new = next((s.status for s in reversed(steps) if s.status not in _UNDONE), "enacted")
        if not move_allowed(track, old, new):
            issues.append(_impossible(event, track, old, new))
            continue
        if new != old:
            steps.append(Step(written(event.date), new, label(track, new), event.id, event.title))
    return steps


def _impossible(event: Event, track: Track, old: str, new: str) -> Issue:
    document = event.mentions[0].document_id if event.mentions else ""
    return Issue(
        document,
        "status",
        f"“{event.title}” ({written(event.date)}) would take the {track} from {label(track, old)} back to "
        f"{label(track, new)}; it was not applied, please review.",
    )


def _track(
    track: Track, name: str, current: str, steps: Sequence[Step], *, expected: tuple[Event, ...] = (), note: str = ""
) -> TrackStatus:
    words = label(track, current) if current else "not begun"
    binding = track == "measure" and bool(current) and is_in_force(current)
    words = f"{words}, {note}" if note else words
    return TrackStatus(
        track, name, current, words, steps[-1].event_id if steps else "", tuple(steps), expected, binding
    )


def _expectation(expected: Sequence[Event], as_of: date) -> str:
    first = min(expected, key=in_time)
    day = written(first.date)
    if first.date.last and first.date.last <= as_of:
        return f"was to be in force {day} (no source says that it came)"
    return f"expected in force {day}"


def _cases(told: Sequence[Event], as_of: date, issues: list[Issue]) -> list[TrackStatus]:
    """One track a case: by case name or docket; all without one together."""
    grouped: dict[str, list[Event]] = {}
    for event in told:
        if status_of(event, "case") and (event.event_type != "hearing"):
            grouped.setdefault(_case_key(event), []).append(event)
    tracks = []
    for key in sorted(grouped):
        steps = _walk("case", [e for e in grouped[key] if _happened(e, as_of)], issues)
        if steps:
            named = next((e.instrument.name for e in grouped[key] if e.instrument and key), "case")
            tracks.append(_track("case", named, steps[-1].status, steps))
    return tracks


def _case_key(event: Event) -> str:
    return instrument_key(event.instrument) if event.instrument and event.instrument.kind in _CASE_KINDS else ""


def _happenings(told: Sequence[Event], as_of: date) -> list[TrackStatus]:
    tracks = []
    for event in sorted(told, key=in_time):
        if event.event_type in _HAPPENINGS or event.date.role == "deadline":
            state = happening_status(event, as_of)
            if state:
                step = Step(written(event.date), state, label("happening", state), event.id, event.title)
                tracks.append(_track("happening", event.title, state, [step]))
    return tracks


def happening_status(event: Event, as_of: date) -> str:
    """tentative, scheduled, postponed, cancelled, held or passed; "" when nothing is known of it yet.

    >>> from timeline.model import EventDate
    >>> day = EventDate(date(2024, 1, 31), date(2024, 1, 31), "day", "2024-01-31")
    >>> happening_status(Event("e", "Senate hearing", "hearing", "actual", day, ()), date(2024, 2, 1))
    'held'
    """
    words = told_words(event).casefold()
    if any(w in words for w in ("cancelled", "canceled", "called off")):
        return "cancelled"
    if event.date.role == "deadline" and event.date.last and event.date.last < as_of:
        return "passed"
    if event.factuality == "actual":
        return "held" if event.date.last and event.date.last <= as_of else ""
    if any(w in words for w in ("postponed", "rescheduled", "put off")):
        return "postponed"
    return "tentative" if event.factuality == "proposed" else "scheduled"
