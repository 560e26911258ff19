"""The two sides of an event as its title names them: the doers, and those on the other side."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import ActorRole, EventMention
from timeline.participants.frames import frame_of
from timeline.titles.phrase import shorten

Sides = tuple[list[ActorRole], list[ActorRole]]

_LONG_NAME = 60
_LONG_PAIR = 56
#: What a company does, though its chief is named as the doer.
_BY_COMPANIES = frozenset(["lawsuit", "appeal", "settlement", "transaction", "agreement", "compliance_measure"])
_BY_GRAMMAR = ("subject", "object", "owner", "link", "side")


def read_sides(mention: EventMention, actors: tuple[ActorRole, ...]) -> Sides:
    """Doers and the other side, by the clause's grammar where it names any; a shared role is split after its first.

    >>> sued = EventMention(0, 4, 0, 4, 0, "lawsuit", "actual")
    >>> actors = (ActorRole("A", "defendant"), ActorRole("B", "plaintiff"))
    >>> [[a.name for a in side] for side in read_sides(sued, actors)]
    [['B'], ['A']]
    """
    if mention.event_type in _BY_COMPANIES:
        actors = _for_companies(actors)
    roles = frame_of(mention.event_type).roles
    doer, other = roles["agent"], roles["patient"]
    if doer == other:
        sides = [a for a in actors if a.role == "authority"] + [a for a in actors if a.role == doer]
        return _best(sides[:1]), _best(sides[1:])
    agents = [a for a in actors if a.role == doer]
    if not agents and doer in {"authority", "judge"}:
        agents = [a for a in actors if a.role in {"authority", "judge"}]
    return _best(agents), _best([a for a in actors if a.role == other])


def _for_companies(actors: tuple[ActorRole, ...]) -> tuple[ActorRole, ...]:
    """``actors`` with each company in place of the chief by whom it acts: "Acme's CEO, Jane Doe, filed" is Acme's."""
    firms = [a for a in actors if a.rule_id == "office-of-company"]
    chiefs = [
        a for a in actors if a.kind == "person" and any(a.role == f.role and 0 < a.start - f.end < 40 for f in firms)
    ]
    told = {a.name: replace(chief, name=a.name, kind=a.kind) for a, chief in zip(firms, chiefs, strict=False)}
    return tuple(told.get(a.name, a) for a in actors if a not in chiefs)


def _best(actors: list[ActorRole]) -> list[ActorRole]:
    """Those whom the grammar puts there, and of these the ones with a name: "lawmakers" adds nothing to "Congress"."""
    placed = [a for a in actors if a.rule_id.startswith(_BY_GRAMMAR)] or actors
    return [a for a in placed if not a.name.islower()] or placed


def join_names(actors: list[ActorRole]) -> tuple[str, bool]:
    """One to two names, or a name and how many others; and whether that is a plural.

    >>> join_names([ActorRole("A", "party"), ActorRole("B", "party"), ActorRole("C", "party")])
    ('A and 2 others', True)
    """
    names = [shorten(a.name, _LONG_NAME) for a in actors]
    if len(names) > 2 or sum(map(len, names)) > _LONG_PAIR:
        rest = len(names) - 1
        return (f"{names[0]} and {rest} {'others' if rest > 1 else 'other'}", True) if rest else (names[0], False)
    return " and ".join(names), len(names) > 1 or (bool(actors) and is_plural(actors[0].name, actors[0].kind))


def is_plural(name: str, kind: str = "group") -> bool:
    """Whether a common noun phrase is a plural ("both parents"); names of bodies and persons are none."""
    if "attorneys general" in name.lower() or name.rsplit(maxsplit=1)[-1:] in (["police"], ["Police"]):
        return True
    return (
        kind in {"group", "authority"}
        and name[-1:] == "s"
        and name.rsplit(maxsplit=1)[-1].islower()
        and name[-2:] != "ss"
    )
