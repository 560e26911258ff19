"""Actors that the clause leaves unsaid: from the sentence, an earlier mention of the same event, the document."""

from __future__ import annotations

from timeline.model import Entity, EventMention
from timeline.participants.background import Background, is_public
from timeline.participants.frames import Frame, Part
from timeline.participants.reading import Reading
from timeline.participants.roles import Cast


def supply_missing(
    casts: list[Cast],
    mention: EventMention,
    reading: Reading,
    background: Background,
    *,
    frame: Frame,
    earlier: list[Cast],
) -> list[Cast]:
    """``casts`` with the parts that the frame needs and the clause does not name.

    ``earlier`` is the cast of the last mention of the same type, used when this mention points back.
    """
    found = list(casts)
    for part in ("agent", "patient"):
        if part in frame.needs and not any(c.part == part for c in found):
            candidate = _antecedent(part, mention, earlier) or _nearby(part, found, mention, frame, reading)
            candidate = candidate or _from_document(part, found, frame, background)
            if candidate:
                found.append(candidate)
    return found


def _antecedent(part: Part, mention: EventMention, earlier: list[Cast]) -> Cast | None:
    if not mention.anaphoric:
        return None
    return next((Cast(c.entity, part, c.role, f"earlier-{part}") for c in earlier if c.part == part), None)


def _nearby(part: Part, found: list[Cast], mention: EventMention, frame: Frame, reading: Reading) -> Cast | None:
    """The nearest fitting name of the sentence before the trigger, then after it."""
    sentence = reading.sentence_of(mention)
    entities = reading.entities_between(sentence.start, sentence.end)
    ranked = [e for e in reversed(entities) if e.end <= mention.start] + [e for e in entities if e.start >= mention.end]
    return _first_fitting(part, found, frame, ranked, f"sentence-{part}")


def _from_document(part: Part, found: list[Cast], frame: Frame, background: Background) -> Cast | None:
    main = background.authority if part == "agent" else background.target
    return _first_fitting(part, found, frame, [main] if main else [], f"document-{part}")


def _first_fitting(part: Part, found: list[Cast], frame: Frame, entities: list[Entity], rule: str) -> Cast | None:
    taken = {c.entity.name for c in found}
    for entity in entities:
        if entity.kind == "place" or entity.name in taken or entity.rule_id == "group-noun":
            continue
        if is_public(entity) != (part == "agent") and frame.public:
            continue
        role = frame.roles[part]
        if role is None:
            return None
        if role == "judge" and entity.kind != "person":
            role = "authority"
        return Cast(entity, part, role, rule)
    return None
