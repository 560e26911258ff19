"""Participants of all event mentions of a document, in order, so that later mentions can lean on earlier ones."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import ActorRole, Amount, Document, Entity, EventMention, Instrument, Sentence
from timeline.participants.background import Background, read_background
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
    background = read_background(reading)
    last: dict[str, tuple[list[Cast], Participants]] = {}
    spent: set[int] = set()
    results = []
    for number, mention in enumerate(mentions):
        earlier = last.get(mention.event_type, ([], Participants()))
        casts, result = _participants(mention, reading, background, earlier, _right(reading, mentions, number), spent)
        spent.update(c.entity.start for c in casts if c.rule_id.startswith("object-"))
        last[mention.event_type] = (casts, result)
        results.append(result)
    return tuple(results)


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


def _participants(
    mention: EventMention,
    reading: Reading,
    background: Background,
    earlier: tuple[list[Cast], Participants],
    right: int,
    spent: set[int],
) -> tuple[list[Cast], Participants]:
    frame = frame_of(mention.event_type)
    casts = cast_clause(read_clause(reading, mention, right, frozenset(spent)), frame)
    casts = supply_missing(casts, mention, reading, background, frame=frame, earlier=earlier[0])
    instrument = find_instrument(mention, reading, earlier[1].instrument)
    return casts, Participants(
        actors=_actors(casts),
        jurisdictions=infer_jurisdictions(
            casts, mention, reading, background, instrument=instrument, earlier=earlier[1].jurisdictions
        ),
        instrument=instrument,
        amount=find_amount(mention, reading, earlier[1].amount),
    )


def _actors(casts: list[Cast]) -> tuple[ActorRole, ...]:
    """One actor a name: the part that the grammar gives wins over mere nearness."""
    found: dict[str, ActorRole] = {}
    for cast in sorted(casts, key=lambda c: not c.core):
        e = cast.entity
        found.setdefault(e.name, ActorRole(e.name, cast.role, e.id, e.kind, e.start, e.end, e.text, cast.rule_id))
    return tuple(found.values())
