"""Candidates beyond the clause: the rest of the sentence, an earlier mention, the sentence before, the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from timeline.model import Entity, EventMention, Role, Sentence
from timeline.participants.background import Background
from timeline.participants.frames import Frame, Part
from timeline.participants.reading import Reading
from timeline.participants.roles import PUBLIC_KINDS, Cast, is_group, is_public, role_for

_ELSEWHERE = ("document", "earlier", "previous", "next")  # asked only for parts that the clause leaves open
_PARTIES = frozenset({"person", "company"})


def more_candidates(
    casts: list[Cast],
    mention: EventMention,
    reading: Reading,
    background: Background,
    *,
    frame: Frame,
    earlier: Iterable[Cast],
) -> list[Cast]:
    """``casts`` and, after them, whoever else may take part: one candidate a name, the nearest reading of it.

    ``earlier`` is the cast of the last mention of the same type.
    """
    casts = [c for c in casts if c.core or c.entity.kind != "place"]  # where it happened is no actor
    found = {c.entity.name: c for c in reversed(casts)}
    found.update((c.entity.name, c) for c in reversed(casts) if c.core)
    chosen = [c for c in casts if found[c.entity.name] is c]
    filled = {c.part for c in chosen if c.core}
    for cast in _beyond(mention, reading, background, frame, earlier):
        if cast.entity.name in found or (cast.part in filled and cast.rule_id.startswith(_ELSEWHERE)):
            continue
        found[cast.entity.name] = cast
        in_sentence = cast.rule_id.startswith("sentence")
        chosen.append(_neutral(cast) if in_sentence and (cast.part in filled or not frame.public) else cast)
        if in_sentence and not is_group(cast.entity) and cast.entity.kind != "place":
            filled.add(cast.part)
    return chosen


def _neutral(cast: Cast) -> Cast:
    """A bystander of the sentence whose part is given or open to doubt: no more than an authority or a party."""
    role: Role = "authority" if cast.entity.kind in PUBLIC_KINDS else "party"
    return replace(cast, role=role)


def _beyond(
    mention: EventMention, reading: Reading, background: Background, frame: Frame, earlier: Iterable[Cast]
) -> Iterator[Cast]:
    sentence = reading.sentence_of(mention)
    entities = reading.entities_between(sentence.start, sentence.end)
    scenes = {e.start for e in background.heads}
    entities = [e for e in entities if e.start not in scenes]
    for entity in reversed([e for e in entities if e.end <= mention.start]):
        yield _bystander(entity, frame, "sentence-before")
    for entity in (e for e in entities if e.start >= mention.end):
        yield _bystander(entity, frame, "sentence-after")
    for cast in earlier:
        yield Cast(cast.entity, cast.part, cast.role, f"earlier-{cast.part or 'bystander'}", core=False)
    if sentence.index:
        last = reading.sentences[sentence.index - 1]
        if last.paragraph == sentence.paragraph:
            for entity in reading.entities_between(last.start, last.end):
                if entity.kind != "place" and not is_group(entity):
                    yield _bystander(entity, frame, "previous-sentence")
    yield from _named_next(sentence, reading, frame)
    if background.authority:
        yield _bystander(background.authority, frame, "document-authority")
    for number, entity in enumerate(background.targets, 1):
        yield _bystander(entity, frame, f"document-target-{number}")
    if background.state:
        yield Cast(background.state, "agent", role_for(background.state, "agent", frame), "document-state", core=False)


def _named_next(sentence: Sentence, reading: Reading, frame: Frame) -> Iterator[Cast]:
    """Who is first named in the sentence after: "A doctor was sentenced. Jane Doe was found guilty of ..."."""
    if sentence.index + 1 >= len(reading.sentences):
        return
    following = reading.sentences[sentence.index + 1]
    if following.paragraph != sentence.paragraph:
        return
    for entity in reading.entities_between(following.start, following.end):
        if entity.kind in _PARTIES and entity.mention == "name" and reading.is_first(entity):
            yield _bystander(entity, frame, "next-sentence")


def _bystander(entity: Entity, frame: Frame, rule: str) -> Cast:
    part: Part = "agent" if is_public(entity) else "patient"
    return Cast(entity, part, role_for(entity, part, frame), rule, core=False)
