"""What speaks for or against an event beside the other, surer events of its document.

One occurrence is often told by several words that nothing joined ("filed a complaint", "the Commission vote to file"),
and an act's own words hold further triggers ("ordered the firm to pay"): a weaker event within the words of a surer one
is less often a row of its own. The names are read by a logistic model beside those of ``signs``; the weights are
``data/selection/beside.csv``, made by ``tests/evaluation/train_selection.py``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from timeline.coreference.pairs import STATED, date_relation
from timeline.event_types import event_group
from timeline.model import Event, EventMention

#: Chance from which an event is a rival to the weaker ones.
_RIVAL = 0.27
#: An event is held against so many of the surest of its type and of its group, which keeps the work in proportion.
_SUREST = 12


@dataclass(slots=True)
class _Surer:
    """The surer events met so far, by number: in order, and by sentence, type and group."""

    count: int = 0
    by_sentence: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_type: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_group: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def rival_signs(events: Sequence[Event], chances: Sequence[float]) -> list[list[str]]:
    """Names of what holds of each of ``events`` beside the surer ones.

    ``chances`` (0..1) says how sure each event is by itself; of two alike the earlier counts as surer.
    """
    surer = _Surer()
    signs: list[list[str]] = [[] for _ in events]
    beside: dict[int, set[int]] = defaultdict(set)
    for number, event in enumerate(events):
        for mention in event.mentions:
            beside[mention.event.sentence].add(number)
    for number in sorted(range(len(events)), key=lambda i: (-chances[i], i)):
        event = events[number]
        signs[number] = [
            *_beside(events, chances, event, surer),
            *_of_kind(events, event, "type", surer.by_type[event.event_type]),
            *_of_kind(events, event, "group", _others(events, event, surer)),
            f"surer in all: {min(surer.count, 12) // 2}",
            f"weaker beside: {min(_weaker(number, event, beside, chances), 3)}",
        ]
        if chances[number] >= _RIVAL:
            _add(surer, number, event)
    return signs


def _add(surer: _Surer, number: int, event: Event) -> None:
    surer.count += 1
    for sentence in {m.event.sentence for m in event.mentions}:
        surer.by_sentence[sentence].append(number)
    surer.by_type[event.event_type].append(number)
    surer.by_group[event_group(event.event_type)].append(number)


def _others(events: Sequence[Event], event: Event, surer: _Surer) -> list[int]:
    """Surer events of the same group and another type, the surest first."""
    alike = surer.by_group[event_group(event.event_type)][: 2 * _SUREST]
    return [j for j in alike if events[j].event_type != event.event_type]


def _weaker(number: int, event: Event, beside: dict[int, set[int]], chances: Sequence[float]) -> int:
    own = (-chances[number], number)
    near = {j for m in event.mentions for j in beside[m.event.sentence]}
    return sum((-chances[j], j) > own for j in near)


def _beside(events: Sequence[Event], chances: Sequence[float], event: Event, surer: _Surer) -> Iterator[str]:
    """The surer events that share a sentence with ``event``, above all the nearest."""
    near = []
    covered = set()
    for own in (m.event for m in event.mentions):
        for j in surer.by_sentence.get(own.sentence, ()):
            covered.add(own.sentence)
            near += [_distance(own, m.event, j) for m in events[j].mentions if m.event.sentence == own.sentence]
    yield f"beside: {min(len({j for _, j, _, _ in near}), 3)}"
    if not near:
        return
    gap, j, later, one_clause = min(near)
    kind, place = _relation(event, events[j]), "clause" if one_clause else "sentence"
    if covered == {m.event.sentence for m in event.mentions}:
        yield "every mention beside"
    yield f"beside {kind}: {_gap(gap)}"
    yield f"beside {kind}: {place}, {'before' if later else 'after'} it"
    yield f"beside {kind}: {place}, dates {date_relation(event.date, events[j].date)}"
    yield f"beside: {place}, strength {int(chances[j] * 5)}"


def _distance(own: EventMention, other: EventMention, number: int) -> tuple[int, int, bool, bool]:
    """Characters between two mentions, the other event's number, whether it stands later, and in the same clause."""
    later = other.start >= own.start
    gap = other.start - own.end if later else own.start - other.end
    return max(0, gap), number, later, own.clause_start == other.clause_start


def _gap(characters: int) -> str:
    limits = ((0, "overlapping"), (3, "side by side"), (29, "near"), (79, "apart"))
    return next((name for limit, name in limits if characters <= limit), "far")


def _relation(a: Event, b: Event) -> str:
    if a.event_type == b.event_type:
        return "type"
    return "group" if event_group(a.event_type) == event_group(b.event_type) else "other"


def _of_kind(events: Sequence[Event], event: Event, kind: str, numbers: Sequence[int]) -> Iterator[str]:
    """The surer events of the same type, or of another type of the same group, anywhere in the text."""
    yield f"surer of {kind}: {min(len(numbers), 4)}"
    rivals = [events[j] for j in numbers[:_SUREST]]
    if not rivals:
        return
    yield from sorted({f"surer of {kind}: dates {date_relation(event.date, r.date)}" for r in rivals})
    if any((r.date.first, r.date.last) == (event.date.first, event.date.last) for r in rivals):
        yield f"surer of {kind}: same {'date' if event.date.basis in STATED else 'bounds'}"
    names = {a.name for a in event.actors}
    yield f"surer of {kind}: actors in common {min(max(len(names & {a.name for a in r.actors}) for r in rivals), 2)}"
    key = event.instrument.key if event.instrument else None
    if key and any(r.instrument and r.instrument.key == key for r in rivals):
        yield f"surer of {kind}: same instrument"
    sentences = [m.event.sentence for m in event.mentions]
    away = min(abs(s - m.event.sentence) for s in sentences for r in rivals for m in r.mentions[:_SUREST])
    yield f"surer of {kind}: sentences away {min(away, 6)}"
