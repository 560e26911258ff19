"""Participants of all event mentions of a document, in order, so that later mentions can lean on earlier ones."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import ActorRole, Amount, Document, Entity, EventMention, Instrument, Sentence
from timeline.participants.background import read_background
from timeline.participants.clause import read_clause
from timeline.participants.frames import frame_of
from timeline.participants.jurisdictions import infer_jurisdictions
from timeline.participants.reading import Reading
from timeline.participants.roles import Cast, cast_clause
from timeline.participants.supply import supply_missing
from timeline.participants.things import find_amount, find_instrument
from timeline.participants.values import Participants


def find_participants(  # noqa: PLR0917 # the stage reads what all earlier stages found
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[EventMention],
    entities: Sequence[Entity],
    instruments: Sequence[Instrument] = (),
    amounts: Sequence[Amount] = (),
) -> tuple[Participants, ...]:
    """Actors with roles, jurisdictions, instrument and amount of each of ``mentions``, in their order.

    >>> text = "The FTC sued Acme."
    >>> found = find_participants(
    ...     Document("d", text), [Sentence(0, 18, 0, 0)], [EventMention(8, 12, 0, 18, 0, "lawsuit", "actual")],
    ...     [Entity(4, 7, "FTC", "Federal Trade Commission", "authority", jurisdictions=("US",)),
    ...      Entity(13, 17, "Acme", "Acme", "company")])
    >>> [(a.name, a.role) for a in found[0].actors], [j.code for j in found[0].jurisdictions]
    ([('Federal Trade Commission', 'plaintiff'), ('Acme', 'defendant')], ['US'])
    """
    reading = Reading(document, sentences, entities, instruments, amounts)
    telling = _Telling(reading)
    return tuple(telling.participants(m, _right(reading, mentions, i)) for i, m in enumerate(mentions))


class _Telling:
    """A document read mention by mention; what the earlier ones said stays at hand for those that point back."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._background = read_background(reading)
        self._last: dict[str, tuple[list[Cast], Participants]] = {}
        self._spent: set[int] = set()

    def participants(self, mention: EventMention, right: int) -> Participants:
        """The participants of the next mention, whose words end at ``right``."""
        reading, background = self._reading, self._background
        said, before = self._last.get(mention.event_type, ([], Participants()))
        frame = frame_of(mention.event_type)
        casts = cast_clause(read_clause(reading, mention, right, self._spent), frame)
        casts = supply_missing(casts, mention, reading, background, frame=frame, earlier=said)
        instrument = find_instrument(mention, reading, before.instrument)
        found = Participants(
            actors=_actors(casts),
            jurisdictions=infer_jurisdictions(
                casts, mention, reading, background, instrument=instrument, earlier=before.jurisdictions
            ),
            instrument=instrument,
            amount=find_amount(mention, reading, before.amount),
        )
        self._spent.update(c.entity.start for c in casts if c.rule_id.startswith("object-"))
        self._last[mention.event_type] = (casts, found)
        return found


def _right(reading: Reading, mentions: Sequence[EventMention], number: int) -> int:
    """Where the next event of the sentence begins, or the sentence ends."""
    mention = mentions[number]
    end = reading.sentence_of(mention).end
    for following in mentions[number + 1 :]:
        if following.sentence != mention.sentence:
            break
        if following.start >= mention.end:
            return following.start
    return end


def _actors(casts: list[Cast]) -> tuple[ActorRole, ...]:
    """One actor a name: the part that the grammar gives wins over mere nearness.

    A group noun stands only where nobody is named for its part, and never for a bystander.
    """
    found: dict[str, ActorRole] = {}
    named = {c.part for c in casts if not _is_group(c)}
    for cast in sorted(casts, key=lambda c: not c.core):
        e = cast.entity
        if _is_group(cast) and (not cast.core or cast.part in named):
            continue
        rule = f"{cast.rule_id}-group" if _is_group(cast) else cast.rule_id
        found.setdefault(e.name, ActorRole(e.name, cast.role, e.id, e.kind, e.start, e.end, e.text, rule))
    return tuple(found.values())


def _is_group(cast: Cast) -> bool:
    return cast.entity.rule_id == "group-noun"
