"""Whom two mentions set against each other: other defendants, other plaintiffs, other courts; other steps."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from timeline.kinship import stage
from timeline.mentions.patterns import word_class
from timeline.model import ActorRole, Mention, Role

_OWN_CLAUSE = ("subject", "object", "owner", "link", "side")
_SIDE_OF: dict[Role, str] = {
    **dict.fromkeys(("target", "defendant", "appointee"), "opposed"),
    "plaintiff": "plaintiffs",
    **dict.fromkeys(("authority", "sponsor", "judge", "speaker"), "actors"),
    "party": "parties",
}
_OF_ANY_COURT = frozenset(
    {"the", "hon'ble", "honourable", "us", "federal", "state", "national", "district", "supreme", "high"}
    | {"circuit", "appeal", "appeals", "appellate", "court", "courts", "court's", "of", "for", "and", "county"}
    | {"superior", "general", "local", "regional", "administrative", "constitutional", "top", "country's", "a"}
    | {"states", "united", "commercial", "criminal", "civil"}
)
_ANY_PLAINTIFF = frozenset({"plaintiff", "petitioner", "applicant", "claimant", "it", "they", "he", "she"})
_PRIVATE = frozenset({"company", "group", "organisation"})
#: Among the words for authorities, those that name one.
_ACRONYMS = frozenset({"ftc", "sec", "doj", "fcc", "fda", "epa", "edpb", "dpa", "garante", "cnil", "ico", "knesset"})
_KINDS = ("company", "person", "court", "authority", "legislature")


def rivals(a: Mention, b: Mention) -> Iterator[str]:
    """What the two mentions' own clauses name on one side, in common or not: "opposed: other company"."""
    ours, theirs = _by_side(a), _by_side(b)
    for key in (key for key in ours if key in theirs):
        side, kind = key
        yield f"{side}: {'same' if _shared(ours[key], theirs[key]) else 'other'} {kind}"


def _by_side(mention: Mention) -> dict[tuple[str, str], list[ActorRole]]:
    """Those whom the mention's own clause names, by side and kind."""
    found: dict[tuple[str, str], list[ActorRole]] = {}
    for actor in mention.actors:
        side = _SIDE_OF.get(actor.role)
        if side and actor.kind in _KINDS and _is_named(actor):
            found.setdefault((side, actor.kind), []).append(actor)
    return found


def actors(mention: Mention, role: Role) -> list[ActorRole]:
    """Those in ``role`` whom the mention's own clause names; "Regulator" at the head of a title is nobody's name."""
    return [a for a in mention.actors if a.role == role and _is_named(a)]


def _is_named(actor: ActorRole) -> bool:
    if not actor.rule_id.startswith(_OWN_CLAUSE) or actor.name.islower():
        return False
    return actor.name.casefold() not in _common_nouns()


@cache
def _common_nouns() -> frozenset[str]:
    """What any authority, court, legislature, official or firm is called."""
    return frozenset().union(*map(word_class, ("authority", "court", "legislature", "official", "firm"))) - _ACRONYMS


def other_court(a: Mention, b: Mention) -> bool:
    """Whether the two clauses name two courts by names that tell them apart, the place or the kind of court."""
    ours, theirs = (_courts(m) for m in (a, b))
    return bool(ours and theirs) and not any(x & y for x in ours for y in theirs)


def _courts(mention: Mention) -> list[frozenset[str]]:
    """The own words of the courts that act in the mention's clause and are called a court."""
    return [
        own
        for actor in mention.actors
        if actor.kind == "court" and actor.role == "authority" and actor.rule_id.startswith((*_OWN_CLAUSE, "clause"))
        if "ourt" in actor.name and (own := _own_words(actor.name))
    ]


@lru_cache(maxsize=65536)
def _own_words(court: str) -> frozenset[str]:
    """The words of a court's name that other courts' names do not have, mostly its place."""
    words = court.casefold().replace("’", "'").replace(".", "").split()
    return frozenset(w for w in words if w not in _OF_ANY_COURT)


def _shared(ours: list[ActorRole], theirs: list[ActorRole]) -> bool:
    return any(same_name(p.name, q.name) for p in ours for q in theirs)


@lru_cache(maxsize=65536)
def same_name(first: str, second: str) -> bool:
    """Whether one name's words all stand in the other.

    >>> same_name("Supreme Court", "U.S. Supreme Court"), same_name("Alder County Court", "Birch County Court")
    (True, False)
    """
    a, b = (frozenset(name.casefold().replace("the ", "").split()) for name in (first, second))
    return a <= b or b <= a


def other_plaintiff(a: Mention, b: Mention) -> bool:
    """Whether a firm sues in one clause and a group without a name of its own in the other: "creators sued"."""
    ours, theirs = (_suing(m) for m in (a, b))
    return bool(ours and theirs) and (ours == {"group"}) != (theirs == {"group"})


def _suing(mention: Mention) -> set[str]:
    """The kinds of private parties that sue in the mention's own clause."""
    return {
        actor.kind
        for actor in mention.actors
        if actor.role == "plaintiff" and actor.kind in _PRIVATE and actor.rule_id == "subject-active"
        if actor.name.casefold().rstrip("s") not in _ANY_PLAINTIFF
    }


def by_itself(mention: Mention) -> bool:
    """Whether a firm closes or stops something of its own accord: its clause says so, or has it as the one who acts."""
    if "voluntar" in clause(mention):
        return True
    doers = [
        actor for actor in mention.actors if actor.rule_id.startswith("subject-active") and not actor.name.islower()
    ]
    return bool(doers) and all(
        actor.kind in {"company", "group", "organisation"} and actor.role != "authority" for actor in doers
    )


def step(mention: Mention) -> str:
    """Which step of its type a mention tells, or "": asked, granted, refused; committee, lower, upper."""
    low = mention.event.start - mention.sentence_start
    trigger = mention.sentence[low : low + mention.event.end - mention.event.start]
    return stage(mention.event.event_type, trigger, clause(mention))


def clause(mention: Mention) -> str:
    """The words of the clause around the trigger."""
    left = max(0, mention.event.clause_start - mention.sentence_start)
    return mention.sentence[left : max(left, mention.event.clause_end - mention.sentence_start)]
