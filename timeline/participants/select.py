"""Which candidates are actors of the mention: a small logistic model over features that a person can read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.event_types import event_group
from timeline.model import Entity, EventMention
from timeline.participants.background import Background
from timeline.participants.clause import Voice
from timeline.participants.frames import Part
from timeline.participants.reading import Reading
from timeline.participants.roles import Cast, is_group
from timeline.weights import load_weights, probability

_WEIGHTS = "participants/weights.csv"
_ENOUGH = 0.36  # actor F1 in cross-validation is flat from 0.35 to 0.42; fewer events without a right actor below
_BY_STATES = frozenset({"legislation", "rulemaking", "restriction"})  # what a state does, when nobody else is told


_IN_SENTENCE = frozenset({"core", "clause", "sentence", "source"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What the candidates of one mention are judged by beside themselves.

    ``acting`` counts for each name the mentions of the document whose clause casts it. ``triggers`` are where the other
    events of the sentence begin, ``elsewhere`` the names that their clauses cast.
    """

    mention: EventMention
    reading: Reading
    background: Background
    voice: Voice
    acting: Counter[str]
    triggers: tuple[int, ...] = ()
    elsewhere: frozenset[str] = frozenset()


def candidate_features(casts: list[Cast], scene: Scene) -> list[tuple[str, ...]]:
    """The features of each candidate, parallel to ``casts``."""
    mention = scene.mention
    group = event_group(mention.event_type)
    core = [c for c in casts if c.core]
    parts = Counter(c.part for c in core)
    about = (f"form {scene.voice}", f"{min(len(core), 3)} in the clause", f"type {mention.event_type}")
    named = min(sum(not is_group(c.entity) for c in core), 2)
    return [(*about, *_facts(cast, scene, group, parts, len(core), named)) for cast in casts]


def _facts(  # one row of the model
    cast: Cast, scene: Scene, group: str, parts: Counter[Part | None], core: int, named: int
) -> list[str]:
    entity, rule = cast.entity, cast.rule_id
    kind = "group noun" if is_group(entity) else entity.kind
    others = parts[cast.part] - (1 if cast.core else 0)
    near = "core" if cast.core else rule.split("-", 1)[0]
    standing = (
        *scene.background.standing.get(entity.name, ()),
        f"acts {min(scene.acting[entity.name] - cast.core, 3)} times",
    )
    facts = [
        f"rule {rule}",
        f"rule {rule}, {group}",
        f"kind {kind}",
        f"kind {kind}, {scene.mention.event_type}",
        f"kind {kind}, rule {rule}",
        f"kind {kind}, rule {rule}, {group}",
        f"words {entity.mention}",
        f"part {cast.part}, others {min(others, 2)}",
        f"{near}, part {cast.part}, others {min(others, 2)}, {group}",
        f"rule {rule}, {min(core, 2)} in the clause",
        f"{near}, {_distance(entity, scene.mention)}",
        *(_place_facts(entity, scene, near) if near in _IN_SENTENCE else ()),
        *standing,
        *(f"{fact}, {near}" for fact in standing),
        *(f"{fact}, kind {kind}" for fact in standing),
    ]
    if kind == "group noun":
        facts.append(f"group noun beside {named} names")
    if scene.mention.anaphoric:
        facts.append(f"points back, rule {rule}")
    return facts


def _place_facts(entity: Entity, scene: Scene, near: str) -> Iterator[str]:
    """What the words around a name of the sentence say of it."""
    link, modifies = scene.reading.standing_of(entity)
    yield f"{near}, after {link or 'no link'}"
    yield f"kind {entity.kind}, after {link or 'no link'}, {scene.mention.event_type}"
    if modifies:
        yield f"{near}, a name follows, kind {entity.kind}"
    if scene.reading.in_brackets(entity):
        yield f"{near}, in brackets"
    low, high = sorted((entity.start, scene.mention.start))
    if any(low < trigger < high for trigger in scene.triggers):
        yield f"{near}, another event between"
    if entity.name in scene.elsewhere:
        yield f"{near}, acts in another event of the sentence"


def _distance(entity: Entity, mention: EventMention) -> str:
    gap = mention.start - entity.end if entity.end <= mention.start else entity.start - mention.end
    return next((f"within {n}" for n in (5, 20, 50, 100, 200, 500) if gap <= n), "far")


def _certain(cast: Cast) -> bool:
    """Whom an act is expressly against is acted on, whatever the corpus says of places and rare kinds."""
    state = cast.entity.kind == "place" and cast.part == "patient"  # core only where the frame lets states be acted on
    return cast.core and (cast.rule_id == "link-against" or state) and not is_group(cast.entity)


def _only_name(cast: Cast, casts: list[Cast]) -> bool:
    """A group noun that is the subject, where nobody is named for its part: "creators sued"."""
    if not (is_group(cast.entity) and cast.rule_id.startswith("subject")):
        return False
    return not any(c.core and c.part == cast.part and not is_group(c.entity) for c in casts)


def select_actors(casts: list[Cast], scene: Scene) -> list[Cast]:
    """Those of ``casts`` that are more likely actors than not; the likeliest one when none is.

    The order is kept, with those that the clause's grammar casts in front.
    """
    if not casts:
        return []
    weights = load_weights(_WEIGHTS)
    chances = [probability(weights, f) for f in candidate_features(casts, scene)]
    best = max(range(len(casts)), key=lambda i: chances[i])
    kept = [
        cast
        for i, cast in enumerate(casts)
        if chances[i] >= _ENOUGH
        or i == best
        or _certain(cast)
        or _only_name(cast, casts)
        or (chances[best] < _ENOUGH and _is_lawgiver(cast, scene))
    ]
    return sorted(kept, key=lambda c: not c.core)


def _is_lawgiver(cast: Cast, scene: Scene) -> bool:
    """The state that the text tells of, for what states do: "the ban was lifted"."""
    return cast.rule_id == "document-state" and event_group(scene.mention.event_type) in _BY_STATES
