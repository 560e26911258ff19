"""Roles of the entities that a mention's own clause names: from their place around the trigger and the type's frame."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.model import Entity, EntityKind, Role
from timeline.participants.clause import Clause, Placed
from timeline.participants.frames import Frame, Part
from timeline.participants.words import word_list

PUBLIC_KINDS: frozenset[EntityKind] = frozenset({"authority", "court", "legislature", "government", "office"})
_PRIVATE_SUBJECT = "subject-active-private"
_LINKS_BEFORE = frozenset({"by", "against"})
_WEAK_LINKS = frozenset({"of", "in", "on", "at", "to", "for", "over", "about", "with", "from"})  # near the trigger only
_CLOSE = 25
_FAR_LINKS = frozenset({"by", "against", "into", "alleging", "accusing", "with"})  # these reach over a comma
_PRIVATE_KINDS: frozenset[EntityKind] = frozenset({"company", "organisation", "group"})


@dataclass(frozen=True, slots=True)
class Cast:
    """An entity in a part of the event, and the rule that did it. ``core``: more than a bystander of the clause."""

    entity: Entity
    part: Part | None
    role: Role
    rule_id: str
    core: bool = True


def cast_clause(clause: Clause, frame: Frame) -> list[Cast]:
    """Who around the trigger is what. Sources ("X said") and mere places are left out.

    The order is that of the text.
    """
    subject = {id(p) for p in clause.subject}
    found = []
    for placed in clause.placed:
        part, rule, core = _part(placed, clause, frame, id(placed) in subject)
        if placed.reports and id(placed) not in subject and frame.event_type != "statement":
            part, rule, core = None, "source-of-report", False
            if placed.entity.kind not in PUBLIC_KINDS:
                continue
        if not core and not placed.near:
            continue
        found.append(_cast(placed.entity, part, rule, core, frame))
    return _private_doers(found)


def _private_doers(casts: list[Cast]) -> list[Cast]:
    """A company before the verb of a public act was acted on unless another was: "Acme began a review of Widget"."""
    others = any(c.core and c.part == "patient" and not c.rule_id.endswith("-private") for c in casts)
    if not others:
        return casts
    return [replace(c, part="agent", role="party") if c.rule_id == _PRIVATE_SUBJECT else c for c in casts]


def _part(placed: Placed, clause: Clause, frame: Frame, is_subject: bool) -> tuple[Part | None, str, bool]:
    """The part of one entity, the rule, and whether grammar gives it (True) or mere nearness."""
    if clause.voice == "versus" and (placed.owner or is_subject or placed.link == ""):
        return ("agent" if placed.before else "patient"), "side-of-case", True
    if placed.owner:
        return _doer(placed, frame, "owner-of-trigger")
    if is_subject:
        return _subject_part(placed, clause, frame)
    if placed.inside:
        return "patient", "object-inside", True
    return _before(placed, frame) if placed.before else _after(placed, clause, frame)


def _before(placed: Placed, frame: Frame) -> tuple[Part | None, str, bool]:
    if placed.near and placed.link in _LINKS_BEFORE:
        return frame.links.get(placed.link), f"link-{placed.link}", True
    return None, "clause-before", False


def _after(placed: Placed, clause: Clause, frame: Frame) -> tuple[Part | None, str, bool]:
    if placed.link == "" and clause.voice != "passive" and placed.near:
        own = clause.lead.split()[-1:]  # the trigger brings the linking word along: "opposition from"
        if own and own[0] in frame.links:
            return frame.links[own[0]], f"link-{own[0]}", True
        return "patient", f"object-{clause.voice}", True
    part = frame.links.get(placed.link)
    if part is None or not (placed.near or placed.link in _FAR_LINKS):
        return None, "clause-after", False
    if placed.link in _WEAK_LINKS and placed.reach > _CLOSE:
        return None, "clause-after", False
    if placed.link == "by" and clause.voice == "active" and placed.reach > _CLOSE:
        return None, "clause-after", False  # "questioned the risk of access by Acme"
    if part == "agent" and placed.link in _WEAK_LINKS and frame.public and placed.entity.kind not in PUBLIC_KINDS:
        part = "patient"
    return part, f"link-{placed.link}", True


def _subject_part(placed: Placed, clause: Clause, frame: Frame) -> tuple[Part | None, str, bool]:
    if clause.voice == "passive":
        return "patient", "subject-passive", True
    if not frame.undergoes.isdisjoint(clause.lead.split()):
        return "patient", "subject-undergoes", True
    return _doer(placed, frame, "subject-active")


def _doer(placed: Placed, frame: Frame, rule: str) -> tuple[Part | None, str, bool]:
    """The agent; but where only public bodies act, a company in that place was acted on ("Acme fined", "Acme ban")."""
    entity = placed.entity
    private = (entity.kind in _PRIVATE_KINDS and not _is_official(entity)) or (placed.owner and not _can_act(entity))
    if frame.public and private:
        return "patient", f"{rule}-private", True
    return "agent", rule, True


def _cast(entity: Entity, part: Part | None, rule: str, core: bool, frame: Frame) -> Cast:
    if part and frame.roles[part] is None:  # the frame knows no such actor: a bill's object, the court of a suit
        core = False
    if entity.kind == "place" and part != "agent" and not (part == "patient" and frame.places):
        core = False
    if rule == "side-of-case":
        return Cast(entity, part, "plaintiff" if part == "agent" else "defendant", rule)
    return Cast(entity, part, role_for(entity, part, frame), rule, core)


def _is_official(entity: Entity) -> bool:
    """Whether a group is one of officials: "lawmakers"."""
    words = entity.text.lower().split()
    return entity.kind == "group" and bool(words) and words[-1] in word_list("public_nouns")


def _can_act(entity: Entity) -> bool:
    return is_public(entity) or entity.kind == "place"


def role_for(entity: Entity, part: Part | None, frame: Frame) -> Role:
    """The role that a part of the frame is for this entity; "authority" or "party" where the frame has none."""
    public = entity.kind in PUBLIC_KINDS
    role = frame.roles[part] if part else None
    if frame.bodies and public:
        return frame.bodies
    if role in {"plaintiff", "defendant"} and (entity.kind == "court" or _is_bench(entity)):
        return "authority"
    if role is None or (role == "judge" and entity.kind != "person"):
        return "authority" if public else "party"
    return role


def _is_bench(entity: Entity) -> bool:
    """Whether it is a judge or jury without a name, who sues nobody: "a judge dismissed the suit"."""
    return is_group(entity) and entity.text.lower().rsplit(" ", 1)[-1] in word_list("bench_nouns")


def is_public(entity: Entity) -> bool:
    """Whether the entity is a public body, or a person or officials of whom it is known whose law they act under."""
    known = bool(entity.jurisdictions)
    return entity.kind in PUBLIC_KINDS or (known and (entity.kind == "person" or _is_official(entity)))


def is_group(entity: Entity) -> bool:
    """Whether it is only a common noun ("creators") that stands in for a name."""
    return entity.rule_id == "group-noun"
