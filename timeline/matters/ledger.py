"""Which status an event gives its matter, and which moves between them can be: data in ``data/matters``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from timeline.kinship import stage
from timeline.knowledge import read_csv
from timeline.matters.names import with_plain_words
from timeline.model import Event

Track = Literal["measure", "case", "happening"]


@dataclass(frozen=True, slots=True)
class _Rule:
    decree: bool  # holds only of a measure that no legislature makes
    stage: str
    words: re.Pattern[str] | None
    status: str


@cache
def _rules() -> dict[tuple[str, str], list[_Rule]]:
    found: dict[tuple[str, str], list[_Rule]] = {}
    for row in read_csv("matters/status.csv"):
        words = re.compile(row["words"], re.IGNORECASE) if row["words"] else None
        track = "measure" if row["track"] == "decree" else row["track"]
        rule = _Rule(row["track"] == "decree", row["stage"], words, row["status"])
        found.setdefault((track, row["event_type"]), []).append(rule)
    return found


@cache
def _statuses() -> dict[tuple[str, str], tuple[int, str, bool]]:
    return {
        (row["track"], row["status"]): (int(row["rank"]), row["label"], row["in_force"] == "yes")
        for row in read_csv("matters/moves.csv")
    }


@cache
def _backward() -> dict[tuple[str, str, str], str]:
    return {(row["track"], row["from"], row["to"]): row["why"] for row in read_csv("matters/backward.csv")}


def status_of(event: Event, track: Track, *, legislated: bool = False) -> str:
    """The status an event gives on a track, or "" when it gives none.

        "restored" takes the last block back, "challenged" leaves the status as it is. ``legislated`` says that a
        legislature makes the measure: an order or a decision about it then does not enact it.

    >>> from timeline.model import EventDate
        >>> status_of(Event("e", "Gianforte signs SB 419", "law_enacted", "actual", EventDate(), ()), "measure")
        'enacted'
    """
    rules = _rules().get((track, event.event_type), ())
    words = with_plain_words(told_words(event)) if track == "measure" else told_words(event)
    step = stage(event.event_type, "", words) if any(r.stage for r in rules) else ""
    for rule in rules:
        if rule.decree and legislated:
            continue
        own = event.event_type == "in_force" and rule.status == "suspended"  # a start is not put off by its sentence
        within = own_words(event) if own else words
        if (not rule.stage or rule.stage == step) and (rule.words is None or rule.words.search(within)):
            return rule.status
    return ""


def own_words(event: Event) -> str:
    """Title and trigger of an event: the words that tell it and nothing else of its sentence.

    >>> from timeline.model import EventDate
        >>> own_words(Event("e", "Law takes effect", "in_force", "actual", EventDate(), ()))
        'Law takes effect'
    """
    if not event.mentions:
        return event.title
    main = event.mentions[0]
    start, end = main.event.start - main.sentence_start, main.event.end - main.sentence_start
    return f"{event.title}. {main.sentence[max(start, 0) : max(end, 0)]}"


def told_words(event: Event) -> str:
    """Title and main sentence of an event, the words that say how it went.

    >>> from timeline.model import EventDate
        >>> told_words(Event("e", "Judge blocks law", "injunction", "actual", EventDate(), ()))
        'Judge blocks law'
    """
    sentence = event.mentions[0].sentence if event.mentions else ""
    return f"{event.title}. {sentence}" if sentence else event.title


def label(track: Track, status: str) -> str:
    """A status for people.

    >>> label("measure", "enjoined")
    'blocked by a court'
    """
    return _statuses()[track, status][1]


def is_in_force(status: str) -> bool:
    """Whether a measure with this status binds anyone.

    >>> is_in_force("enjoined")
    False
    """
    return _statuses()["measure", status][2]


def rank(track: Track, status: str) -> int:
    """How far on the usual way a status stands.

    >>> rank("measure", "enacted") < rank("measure", "in_force")
    True
    """
    return _statuses()[track, status][0]


def is_backward(track: Track, old: str, new: str) -> bool:
    """Whether a move goes to a status that stands before the other.

    >>> is_backward("case", "under_appeal", "decided")
    True
    """
    return bool(old) and rank(track, new) < rank(track, old)


def move_allowed(track: Track, old: str, new: str) -> bool:
    """Whether a matter can go from one status to another: forward, or back where that is known to happen.

    >>> move_allowed("measure", "enjoined", "in_force"), move_allowed("measure", "in_force", "proposed")
    (True, False)
    """
    return not is_backward(track, old, new) or (track, old, new) in _backward()
