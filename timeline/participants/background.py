"""What a document as a whole says: the authority that acts in it, the parties it acts on, the jurisdiction."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from timeline.entities.speaker import home_codes, publisher_codes
from timeline.jurisdictions import jurisdiction_name, parent_code
from timeline.model import Entity
from timeline.participants.places import codes_of, heads_note, is_located, is_state
from timeline.participants.reading import Reading
from timeline.participants.roles import is_group, is_public
from timeline.participants.words import word_list

_OPENING_SENTENCES = 3
_OPENING_WEIGHT = 3.0
_TITLE_WEIGHT = 3.0
_PLACE_WEIGHT = 0.25
_HEAD_WEIGHT = 6.0
_PUBLISHER_WEIGHT = 6.0
_HOME_WEIGHT = 0.5  # of a society: it speaks of its own country
_ACTS = re.compile(r"\s+(?:also\s+|has\s+|had\s+|will\s+|is\s+)?[a-z]{3,}(?:ed|ing|s)\b(?!['’])")  # "Ruritania bans"
_TARGETS = 2
_UNNAMED = Entity(0, 0, "", "", "organisation")  # a publisher that no words of its text name


@dataclass(frozen=True, slots=True)
class Background:
    """Main actors of a document and the codes it speaks of.

    ``evidence`` holds for each code the entity that gives it; ``standing`` for each name what the document makes of it
    (how often it stands there, whether the title or the opening names it). ``district`` is the court, prosecutor or
    federal district that the document names most and that acts for a nation in a part of it. ``heads`` are the places
    that the text opens with as the scene of all that follows ("Ruritania, 3 May 2020: ...", "In Ruritania, ...").
    """

    authority: Entity | None = None
    targets: tuple[Entity, ...] = ()
    codes: tuple[str, ...] = ()
    district: Entity | None = None
    heads: tuple[Entity, ...] = ()
    state: Entity | None = None
    evidence: dict[str, Entity] = field(default_factory=dict)
    standing: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read_background(reading: Reading) -> Background:
    """Weigh the document's entities: how often, how early, and whether the title names them."""
    opening = reading.sentences[min(_OPENING_SENTENCES, len(reading.sentences)) - 1].end if reading.sentences else 0
    title = reading.document.title.casefold()
    weights: dict[str, float] = defaultdict(float)
    codes: dict[str, float] = defaultdict(float)
    first: dict[str, Entity] = {}
    counts: dict[str, int] = defaultdict(int)
    evidence: dict[str, Entity] = {}
    heads = heads_note(reading)
    for head in heads:
        for code in head.jurisdictions:
            codes[code] += _HEAD_WEIGHT
            evidence[code] = head
    for code in publisher_codes(reading.document):
        codes[code] += _PUBLISHER_WEIGHT
    for entity in reading.entities:
        if is_group(entity):
            continue
        weight = 1.0 + (_OPENING_WEIGHT if entity.start < opening else 0.0)
        if entity.name not in first:
            first[entity.name] = entity
            weight += _TITLE_WEIGHT * bool(title and entity.name.casefold() in title)
        counts[entity.name] += 1
        weights[entity.name] += weight
        given, share = _law_of(entity, reading)
        for code in given if share else ():
            codes[code] += weight * share
            evidence.setdefault(code, entity)
    own = next((e for e in reading.entities if e.name == reading.document.publisher), _UNNAMED)
    for code in codes:
        evidence.setdefault(code, own)
    public = [name for name, e in first.items() if is_public(e)]
    private = [name for name, e in first.items() if not is_public(e) and e.kind != "place"]
    districts = [name for name, e in first.items() if _is_district(e)]
    ranked = sorted(private, key=lambda name: -weights[name])
    authority = first[max(public, key=lambda name: weights[name])] if public else None
    leading = _leading(codes)
    return Background(
        authority=authority,
        targets=tuple(first[name] for name in ranked[:_TARGETS]),
        codes=leading,
        district=first[max(districts, key=lambda name: weights[name])] if districts else None,
        heads=heads,
        state=_state(leading[0], evidence[leading[0]]) if leading else None,
        evidence=evidence,
        standing={
            name: _standing(e, counts[name], e.start < opening, bool(title) and name.casefold() in title)
            for name, e in first.items()
        },
    )


def _state(code: str, evidence: Entity) -> Entity:
    """The state or Union whose doings the text tells, at the words that say so."""
    return replace(evidence, name=jurisdiction_name(code), kind="place", id=code, jurisdictions=(code,))


def _is_district(entity: Entity) -> bool:
    """Whether it acts for a nation in a part of it, in a nation whose courts and prosecutors have such districts."""
    nations = {parent_code(c) for c in entity.jurisdictions} & set(entity.jurisdictions)
    return not nations.isdisjoint(word_list("district_nations"))


def _law_of(entity: Entity, reading: Reading) -> tuple[tuple[str, ...], float]:
    """The codes for which an entity speaks, and how loud next to a public body."""
    if entity.kind == "organisation":
        return (home_codes(entity.name) if entity.id else ()), _HOME_WEIGHT
    return codes_of(entity), 1.0 if is_public(entity) else _place_weight(entity, reading)


def _place_weight(entity: Entity, reading: Reading) -> float:
    """How much a place says of the document's jurisdiction; least where it is an origin, a goal or a nationality."""
    if entity.kind != "place":
        return 0.0
    if is_state(entity) and not reading.standing_of(entity)[0] and _ACTS.match(reading.text, entity.end):
        return _PLACE_WEIGHT * 4
    return _PLACE_WEIGHT if is_located(entity, reading) else _PLACE_WEIGHT / 5


def _standing(entity: Entity, count: int, opening: bool, titled: bool) -> tuple[str, ...]:
    often = "1" if count == 1 else "2" if count == 2 else "3-5" if count <= 5 else "6+"
    facts = [f"named {often} times"]
    facts += ["named in the opening"] * opening + ["named in the title"] * titled
    return tuple(facts)


def _leading(codes: dict[str, float]) -> tuple[str, ...]:
    """The heaviest code, and with it its own state or the part of it that is spoken of at least half as much."""
    if not codes:
        return ()
    top = max(codes, key=lambda code: codes[code])
    nation = top.split("-")[0]
    kin = [c for c in codes if c != top and c.split("-")[0] == nation and codes[c] * 2 >= codes[top]]
    return (top, *sorted(kin, key=lambda c: -codes[c])[:1])
