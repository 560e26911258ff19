"""Which candidates are actors of the mention: a small logistic model over features that a person can read."""

from __future__ import annotations

from timeline.event_types import event_group
from timeline.model import EventMention
from timeline.participants.background import Background
from timeline.participants.roles import Cast, is_group
from timeline.weights import load_weights, probability

_WEIGHTS = "participants/weights.csv"
_ENOUGH = 0.35  # best actor F1 in cross-validation; flat from 0.3 to 0.4


def candidate_features(
    casts: list[Cast], mention: EventMention, background: Background, voice: str
) -> list[tuple[str, ...]]:
    """The features of each candidate, parallel to ``casts``."""
    group = event_group(mention.event_type)
    core = [c for c in casts if c.core]
    agents, patients = (sum(c.part == part for c in core) for part in ("agent", "patient"))
    about = (
        f"form {voice}",
        f"{min(len(core), 3)} in the clause",
        f"type {mention.event_type}",
    )
    named = sum(not is_group(c.entity) for c in core)
    features = []
    for cast in casts:
        entity, rule = cast.entity, cast.rule_id
        kind = "group noun" if is_group(entity) else entity.kind
        rest = agents - (cast.core and cast.part == "agent") if cast.part == "agent" else patients
        facts = [
            *about,
            f"rule {rule}",
            f"rule {rule}, {group}",
            f"kind {kind}",
            f"kind {kind}, {mention.event_type}",
            f"kind {kind}, rule {rule}",
            f"words {entity.mention}",
            f"part {cast.part}, others {min(rest, 2)}",
            f"rule {rule}, {min(len(core), 2)} in the clause",
            *background.standing.get(entity.name, ()),
            *(f"{fact}, core {cast.core}" for fact in background.standing.get(entity.name, ())),
        ]
        if kind == "group noun":
            facts.append(f"group noun beside {min(named, 2)} names")
        if mention.anaphoric:
            facts.append(f"points back, rule {rule}")
        features.append(tuple(facts))
    return features


def select_actors(casts: list[Cast], mention: EventMention, background: Background, voice: str) -> list[Cast]:
    """Those of ``casts`` that are more likely actors than not; the likeliest one when none is.

    The order is kept, with those that the clause's grammar casts in front.
    """
    if not casts:
        return []
    weights = load_weights(_WEIGHTS)
    chances = [probability(weights, f) for f in candidate_features(casts, mention, background, voice)]
    best = max(range(len(casts)), key=lambda i: chances[i])
    kept = [c for i, c in enumerate(casts) if chances[i] >= _ENOUGH or i == best]
    return sorted(kept, key=lambda c: not c.core)
