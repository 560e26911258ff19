"""Participants of all event mentions of a document, in order, so that later mentions can lean on earlier ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from timeline.event_types import event_group
from timeline.model import ActorRole, Amount, CodedJurisdiction, Document, Entity, EventMention, Instrument, Sentence
from timeline.participants.background import read_background
from timeline.participants.clause import Voice, read_clause
from timeline.participants.frames import frame_of
from timeline.participants.jurisdictions import infer_jurisdictions
from timeline.participants.officers import with_companies
from timeline.participants.pairs import with_pairs
from timeline.participants.parties import find_alleged_parties, find_listed_parties
from timeline.participants.reading import Reading
from timeline.participants.roles import Cast, cast_clause, is_group
from timeline.participants.select import Scene, select_actors
from timeline.participants.supply import more_candidates
from timeline.participants.things import find_amount, find_instrument
from timeline.participants.values import Participants


def find_participants(  # the stage reads what all earlier stages found
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
    telling = Telling(Reading(document, sentences, entities, instruments, amounts), mentions)
    return tuple(telling.participants(number) for number in range(len(mentions)))


#: Groups of types that make or change a measure which a case can be about, and the leaves of them that do not.
_MEASURES = frozenset({"legislation", "rulemaking", "restriction"})
_NO_MEASURE = frozenset({"bill_rejected", "sanction"})
_PRIVATE = frozenset({"person", "company", "organisation"})
_NOTHING: tuple[list[Cast], Participants] = ([], Participants())


class Telling:
    """A document read mention by mention; what the earlier ones said stays at hand for those that point back."""

    def __init__(self, reading: Reading, mentions: Sequence[EventMention]) -> None:
        self._reading = reading
        self._mentions = mentions
        self._background = read_background(reading)
        self._last: dict[str, tuple[list[Cast], Participants]] = {}
        self._measure: tuple[CodedJurisdiction, ...] = ()
        self._clauses: list[tuple[Voice, list[Cast]]] = []
        self._listed = find_listed_parties(reading, mentions)
        self._alleged = find_alleged_parties(reading, mentions)
        spent: set[int] = set()
        for number, mention in enumerate(mentions):
            clause = read_clause(reading, mention, _right_edge(reading, mentions, number), spent)
            casts = cast_clause(clause, frame_of(mention.event_type))
            spent.update(c.entity.start for c in casts if c.rule_id.startswith("object-"))
            self._clauses.append((clause.voice, casts))
        self._acting = Counter(name for _, casts in self._clauses for name in {c.entity.name for c in casts if c.core})

    def candidates(self, number: int) -> tuple[list[Cast], Scene]:
        """Whoever may take part in the mention ``number``, those before it being told, and what to judge them by."""
        mention = self._mentions[number]
        voice, casts = self._clauses[number]
        earlier = self._last.get(mention.event_type, _NOTHING)[0]
        frame = frame_of(mention.event_type)
        found = more_candidates(casts, mention, self._reading, self._background, frame=frame, earlier=earlier)
        triggers, elsewhere = self._others(number)
        return found, Scene(mention, self._reading, self._background, voice, self._acting, triggers, elsewhere)

    def _others(self, number: int) -> tuple[tuple[int, ...], frozenset[str]]:
        """The other events of the sentence: where their triggers begin and whom their clauses cast."""
        sentence = self._mentions[number].sentence
        others = [
            i
            for step in (-1, 1)
            for i in takewhile(lambda i: self._mentions[i].sentence == sentence, self._from(number, step))
        ]
        names = frozenset(c.entity.name for i in others for c in self._clauses[i][1] if c.core)
        return tuple(self._mentions[i].start for i in others), names

    def _from(self, number: int, step: int) -> range:
        return range(number + step, len(self._mentions) if step > 0 else -1, step)

    def participants(self, number: int) -> Participants:
        """The participants of the mention ``number``; to be called in order."""
        candidates, scene = self.candidates(number)
        mention = scene.mention
        casts = with_pairs(with_companies(select_actors(candidates, scene), self._reading), self._reading)
        accused = () if _names_accused(casts) else self._alleged.get(number, ())
        casts = _with_listed(casts, [*self._listed.get(number, ()), *accused])
        before = self._last.get(mention.event_type, _NOTHING)[1]
        instrument = find_instrument(mention, self._reading, before.instrument)
        found = Participants(
            actors=_actors(casts),
            jurisdictions=infer_jurisdictions(
                [c for c in candidates if c.core],
                casts,
                mention,
                self._reading,
                self._background,
                instrument=instrument,
                earlier=before.jurisdictions,
                measure=self._measure,
            ),
            instrument=instrument,
            amount=find_amount(mention, self._reading, before.amount),
        )
        if event_group(mention.event_type) in _MEASURES and mention.event_type not in _NO_MEASURE:
            self._measure = found.jurisdictions
        self._last[mention.event_type] = ([c for c in casts if not c.rule_id.startswith("earlier")], found)
        return found


def _with_listed(casts: list[Cast], listed: Sequence[Cast]) -> list[Cast]:
    """``casts`` and the ``listed``; who was cast only as somebody named elsewhere is the party that the list says."""
    names = {c.entity.name for c in listed}
    kept = [c for c in casts if c.core or c.entity.name not in names]
    found = {c.entity.name: c for c in (*reversed(listed), *reversed(kept))}
    return list(dict.fromkeys(found[c.entity.name] for c in (*kept, *listed)))


def _names_accused(casts: Sequence[Cast]) -> bool:
    """Whether somebody private is named beside whoever sues or charges."""
    return any(c.part != "agent" and c.entity.kind in _PRIVATE and not is_group(c.entity) for c in casts)


def _right_edge(reading: Reading, mentions: Sequence[EventMention], number: int) -> int:
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
