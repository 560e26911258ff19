"""What a document as a whole says: the authority that acts in it, the party it acts on, the jurisdiction."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from timeline.model import Entity
from timeline.participants.reading import Reading
from timeline.participants.roles import PUBLIC_KINDS

_OPENING_SENTENCES = 3
_OPENING_WEIGHT = 3.0
_TITLE_WEIGHT = 3.0
_PLACE_WEIGHT = 0.25


@dataclass(frozen=True, slots=True)
class Background:
    """Main actors of a document and the codes it speaks of; ``evidence``: for each code the entity that gives it."""

    authority: Entity | None = None
    target: Entity | None = None
    codes: tuple[str, ...] = ()
    evidence: dict[str, Entity] = field(default_factory=dict)


def is_public(entity: Entity) -> bool:
    """Whether the entity is a public body, or a person whose office says whose law they act under."""
    return entity.kind in PUBLIC_KINDS or (entity.kind == "person" and bool(entity.jurisdictions))


def read_background(reading: Reading) -> Background:
    """Weigh the document's entities: how often, how early, and whether the title names them."""
    opening = reading.sentences[min(_OPENING_SENTENCES, len(reading.sentences)) - 1].end if reading.sentences else 0
    title = reading.document.title.casefold()
    public: Counter[str] = Counter()
    private: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    first: dict[str, Entity] = {}
    evidence: dict[str, Entity] = {}
    for entity in reading.entities:
        if entity.rule_id == "group-noun":
            continue
        weight = 1.0 + (_OPENING_WEIGHT if entity.start < opening else 0.0)
        if entity.name not in first:
            first[entity.name] = entity
            if title and entity.name.casefold() in title:
                weight += _TITLE_WEIGHT
        if is_public(entity):
            public[entity.name] += weight  # type: ignore[assignment]
        elif entity.kind != "place":
            private[entity.name] += weight  # type: ignore[assignment]
        share = weight if is_public(entity) else weight * _PLACE_WEIGHT if entity.kind == "place" else 0.0
        for code in entity.jurisdictions if share else ():
            codes[code] += share  # type: ignore[assignment]
            evidence.setdefault(code, entity)
    return Background(
        authority=first[_top(public)] if public else None,
        target=first[_top(private)] if private else None,
        codes=_leading(codes),
        evidence=evidence,
    )


def _top(weights: Counter[str]) -> str:
    """The heaviest; of equals the one that came first."""
    return max(weights, key=lambda name: weights[name])


def _leading(codes: Counter[str]) -> tuple[str, ...]:
    """The heaviest code, and with it its own state or the part of it that is spoken of at least half as much."""
    if not codes:
        return ()
    top = _top(codes)
    nation = top.split("-")[0]
    kin = [c for c in codes if c != top and c.split("-")[0] == nation and codes[c] * 2 >= codes[top]]
    return (top, *sorted(kin, key=lambda c: -codes[c])[:1])
