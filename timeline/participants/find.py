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
from timeline.participants.select import select_actors
from timeline.participants.supply import more_candidates
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
    telling = Telling(reading)
    return tuple(telling.participants(m, right_edge(reading, mentions, i)) for i, m in enumerate(mentions))


_NOTHING: tuple[list[Cast], Participants] = ([], Participants())


class Telling:
    """A document read mention by mention; what the earlier ones said stays at hand for those that point back."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.background = read_background(reading)
        self._last: dict[str, tuple[list[Cast], Participants]] = {}
        self._spent: set[int] = set()

    def candidates(self, mention: EventMention, right: int) -> tuple[list[Cast], str]:
        """Whoever may take part in the next mention, whose words end at ``right``; and the voice of its trigger."""
        frame = frame_of(mention.event_type)
        clause = read_clause(self.reading, mention, right, self._spent)
        casts = cast_clause(clause, frame)
        self._spent.update(c.entity.start for c in casts if c.rule_id.startswith("object-"))
        earlier = self._last.get(mention.event_type, _NOTHING)[0]
        found = more_candidates(casts, mention, self.reading, self.background, frame=frame, earlier=earlier)
        return found, clause.voice

    def participants(self, mention: EventMention, right: int) -> Participants:
        """The participants of the next mention."""
        candidates, voice = self.candidates(mention, right)
        casts = select_actors(candidates, mention, self.background, voice)
        before = self._last.get(mention.event_type, _NOTHING)[1]
        instrument = find_instrument(mention, self.reading, before.instrument)
        found = Participants(
            actors=_actors(casts),
            jurisdictions=infer_jurisdictions(
                [c for c in candidates if c.core],
                mention,
                self.reading,
                self.background,
                instrument=instrument,
                earlier=before.jurisdictions,
            ),
            instrument=instrument,
            amount=find_amount(mention, self.reading, before.amount),
        )
        self._last[mention.event_type] = (casts, found)
        return found


def right_edge(reading: Reading, mentions: Sequence[EventMention], number: int) -> int:
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
    found = []
    for cast in casts:
        e = cast.entity
        found.append(ActorRole(e.name, cast.role, e.id, e.kind, e.start, e.end, e.text, cast.rule_id))
    return tuple(found)
