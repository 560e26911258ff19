"""Where a matter stood on a day, computed from what happened by then; each status cites the event that set it.

Only what is told as actual and lies, last possible day included, not after the day asked for counts. What was fixed for
later by then shows as such ("enacted, expected in force 2027-01-01") and never as having happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.errors import ArgumentError
from timeline.matters.expected import Knowledge, coming
from timeline.matters.group import Matter, in_time, known_as, matters
from timeline.matters.ledger import Track, is_in_force, label, status_of, told_words
from timeline.matters.names import instrument_called, key_of
from timeline.matters.walk import Step, dated, in_words, walk
from timeline.merge.dates import written
from timeline.model import Document, Event, Issue

_CASE_KINDS = frozenset({"case", "docket"})
_HAPPENINGS = frozenset({"hearing", "trial"})
_MAKING = frozenset({"bill_introduced", "bill_advanced", "bill_rejected", "law_enacted"})
_NO_MEASURE = frozenset({"injunction", "court_ruling", "statement", "lawsuit", "transaction"})
#: Proceedings of an authority against a firm, which have no name of their own.
_AGAINST = frozenset({"investigation", "information_demand", "warning", "fine", "enforcement_action", "settlement"})
#: What begins a case, so that something without a name is one.
_BEGINNINGS = frozenset({"lawsuit", "criminal_charge", "investigation", "information_demand", "appeal", "settlement"})
_WEEK = timedelta(days=7)
#: What can still follow for a measure with one of these: nothing.
_DEAD = frozenset({"rejected", "vetoed", "withdrawn", "overturned", "repealed", "expired", "enjoined"})


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


def status(
    events: Iterable[Event],
    matter: str,
    as_of: date,
    documents: Mapping[str, Document] | None = None,
    fixed: Mapping[str, date] | None = None,
) -> MatterStatus:
    """Where ``matter`` (its id, or the name of a bill, law, case or docket) stood at the end of ``as_of``.

    ``documents`` (by id) and ``fixed`` (:class:`~timeline.matters.catalogue.Ledger`) say since when a start or a
    deadline was known: what was set later is not expected yet.

    Raises ArgumentError when no matter, or more than one, goes by that name.

    >>> status([], "SB 419", date(2023, 6, 1))
    Traceback (most recent call last):
    ...
    timeline.errors.ArgumentError: No matter is called 'SB 419'; see the list of matters.
    """
    found = find_matter(matters(events), matter)
    told = [e for e in found.events if e.factuality not in {"denied", "hypothetical"}]
    issues: list[Issue] = []
    knowledge = Knowledge(documents or {}, fixed or {})
    tracks = [
        *_measure(found, told, as_of, knowledge, issues),
        *_cases(told, as_of, issues),
        *_happenings(told, as_of, knowledge),
    ]
    undated = tuple(e for e in told if e.factuality == "actual" and e.date.last is None)
    return MatterStatus(found.id, found.title, as_of, tuple(tracks), tuple(issues), undated)


def standing(matter: Matter, as_of: date, knowledge: Knowledge) -> TrackStatus | None:
    """Where the measure of a matter stood at the end of ``as_of``; None where the matter is a case alone.

    >>> standing(Matter("US/x", "X", (), (), ()), date(2024, 1, 1), Knowledge())
    """
    told = [e for e in matter.events if e.factuality not in {"denied", "hypothetical"}]
    return next(iter(_measure(matter, told, as_of, knowledge, [])), None)


def find_matter(known: Sequence[Matter], name: str) -> Matter:
    """The matter with this id, or of this name in any spelling; a part of a name will do when it is the only one.

    Of several, that which a text tells, then that of the law's own country, is meant ("GDPR": the Union's).
    """
    called = name.strip().removeprefix("the ").removeprefix("The ")
    wanted, key = _plain(called), key_of(instrument_called(called))
    ids = {m.id for m in known if name == m.id}
    exact = ids or {m.id for m in known if wanted in {_plain(i) for i in m.instruments} or key in _keys(m)}
    near = exact or {m.id for m in known if wanted and any(wanted in _plain(i) for i in (*m.instruments, m.id))}
    found = [m for m in known if m.id in near]
    told = [m for m in found if any(e.mentions for e in m.events)] or found
    home = instrument_called(called).jurisdictions
    own = [m for m in told if m.id.partition("/")[0] in home] or told
    if len(own) == 1:
        return own[0]
    if not found:
        raise ArgumentError(f"No matter is called {name!r}; see the list of matters.")
    raise ArgumentError(f"{name!r} can be any of {', '.join(m.id for m in found[:8])}; give the id of one.")


def _keys(matter: Matter) -> frozenset[str]:
    """The keys of a matter's names: of those its events use, and of those it is known by."""
    measure = known_as(matter.id)
    return (measure.keys if measure else frozenset()) | {matter.id.rpartition("/")[2]}


def _plain(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _happened(event: Event, as_of: date) -> bool:
    return event.factuality == "actual" and event.date.last is not None and event.date.last <= as_of


def _measure(
    matter: Matter, told: Sequence[Event], as_of: date, knowledge: Knowledge, issues: list[Issue]
) -> list[TrackStatus]:
    own = [i for e in told if (i := e.instrument) and not _is_case(e)]
    elsewhere = all(i.jurisdictions and matter.id.partition("/")[0] not in i.jurisdictions for i in own)
    legislated = elsewhere or any(e.event_type in _MAKING for e in told)
    moves = [(e, given) for e in told if (given := _given(e, matter, legislated))]
    moves = [(e, s) for e, s in moves if e.date.role != "deadline" or e.event_type == "in_force"]
    if _only_cases(matter) or not any(e.event_type not in _NO_MEASURE for e, _ in moves):
        return []
    made = [(e, s) for e, s in moves if _happened(e, as_of) and not _told_better(e, s, moves)]
    steps = walk("measure", [(e, s) for e, s in made if not _put_off(e, s, knowledge)], issues)
    current = next((step.status for step in reversed(steps) if step.status), "")
    ahead = () if current in _DEAD else coming(told, as_of, knowledge, moved=current == "suspended")
    if current == "in_force" and ahead:
        current = "in_grace_period"
    note = _note(current, steps, ahead, [e for e, _ in moves], as_of)
    return [_track("measure", matter.title, current, steps, expected=ahead, note=note)]


def _given(event: Event, matter: Matter, legislated: bool) -> str:
    """The status an event gives the measure; a suit that is known to be about it challenges it, whatever its words."""
    measure = known_as(matter.id)
    if event.event_type == "lawsuit" and measure and _is_case(event) and _case_key(event) in measure.keys:
        return "challenged"
    return status_of(event, "measure", legislated=legislated)


def _only_cases(matter: Matter) -> bool:
    return all(instrument_called(name).kind in _CASE_KINDS for name in matter.instruments) and not known_as(matter.id)


def _told_better(event: Event, given: str, moves: Sequence[tuple[Event, str]]) -> bool:
    """Whether a mention without a day of its own adds nothing: the catalogue has the step, or a start cannot be yet.

    A start that only publication bounds is none before one with a day, nor in the week of the enactment: what reports
    of a signing tell of the start is still to come.
    """
    last = event.date.last
    if dated(event) or event.reference_id or last is None:
        return False
    if any(e.reference_id and s == given for e, s in moves):
        return True
    if given != "in_force":
        return False
    starts = [e.date.first for e, s in moves if s == "in_force" and dated(e)]
    made = [e.date.last for e, s in moves if s == "enacted" and dated(e)]
    return any(d and d > last for d in starts) or any(d and last - _WEEK < d <= last for d in made)


def _put_off(event: Event, given: str, knowledge: Knowledge) -> bool:
    """Whether a text tells a start that is put off with its new day: that day starts or stops nothing by itself."""
    told = knowledge.told_on(event)
    late = bool(told and event.date.first and event.date.first > told)
    return event.event_type == "in_force" and given == "suspended" and late


def _note(current: str, steps: Sequence[Step], ahead: Sequence[Event], moves: Sequence[Event], as_of: date) -> str:
    """What stands behind the status: the last word of a court, what is to come, or what should have come."""
    remarks = [f"{s.label} {in_words(s.date)}".strip() for s in steps if not s.status][-1:]
    notes = remarks if current in {"enacted", "in_force", "in_grace_period"} else []
    if ahead and current in {"enacted", "suspended"}:
        word = "deadline" if ahead[0].date.role == "deadline" or current == "suspended" else "expected in force"
        notes.append(f"{word} {written(ahead[0].date)}")
    missed = [e for e in moves if e.event_type == "in_force" and e.factuality != "actual" and e.date.first]
    if not ahead and missed and current == "enacted":
        first = min(missed, key=in_time)
        if first.date.last and first.date.last <= as_of:
            notes.append(f"was to be in force {written(first.date)} (no source says that it came)")
    return ", ".join(notes)


def _track(
    track: Track, name: str, current: str, steps: Sequence[Step], *, expected: tuple[Event, ...] = (), note: str = ""
) -> TrackStatus:
    words = label(track, current) if current else "not begun"
    binding = track == "measure" and bool(current) and is_in_force(current)
    words = f"{words}, {note}" if note else words
    cited = next((step.event_id for step in reversed(steps) if step.status), "")
    return TrackStatus(track, name, current, words, cited, tuple(steps), expected, binding)


def _cases(told: Sequence[Event], as_of: date, issues: list[Issue]) -> list[TrackStatus]:
    """One track a case: by case name or docket; all without one together."""
    grouped: dict[str, list[Event]] = {}
    for event in told:
        if status_of(event, "case") and (event.event_type != "hearing"):
            grouped.setdefault(_case_key(event), []).append(event)
    tracks = []
    for key in sorted(grouped):
        if not key and not any(e.event_type in _BEGINNINGS for e in grouped[key]):
            continue  # rulings and orders of nobody's case: what they do to the measure stands with the measure
        moves = [(e, status_of(e, "case")) for e in grouped[key] if _happened(e, as_of)]
        steps = walk("case", moves, issues if any(map(_is_case, grouped[key])) else [])  # else several affairs
        if steps:
            named = next((e.instrument.name for e in grouped[key] if e.instrument and _is_case(e)), key or "not named")
            tracks.append(_track("case", named, steps[-1].status, steps))
    return tracks


def _case_key(event: Event) -> str:
    """The case's name or docket, else the firm it is against."""
    if event.instrument and _is_case(event):
        return key_of(event.instrument)
    against = {a.name for a in event.actors if a.kind == "company" and a.role in {"target", "defendant"}}
    return min(against) if len(against) == 1 and event.event_type in _AGAINST else ""


def _is_case(event: Event) -> bool:
    return event.instrument is not None and event.instrument.kind in _CASE_KINDS


def _happenings(told: Sequence[Event], as_of: date, knowledge: Knowledge) -> list[TrackStatus]:
    tracks = []
    for event in sorted(told, key=in_time):
        if event.event_type in _HAPPENINGS or (event.date.role == "deadline" and event.event_type != "in_force"):
            state = happening_status(event, as_of)
            if state and (state in {"held", "passed"} or _was_known(event, as_of, knowledge)):
                step = Step(written(event.date), state, label("happening", state), event.id, event.title)
                tracks.append(_track("happening", event.title, state, [step]))
    return tracks


def _was_known(event: Event, as_of: date, knowledge: Knowledge) -> bool:
    known = knowledge.fixed.get(event.id) or knowledge.told_on(event)
    return known is None or known <= as_of


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
