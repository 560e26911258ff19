"""Whether two units have a party in common, or parties that exclude each other."""

from __future__ import annotations

from timeline.kinship import makes_measure, targeted
from timeline.merge.comparison import Comparison
from timeline.merge.features import Party, Unit
from timeline.merge.names import name_tokens, same_name

#: Days that the dates of two acts may leave open for their documents' one case to tie them.
_MONTH = 31


def compare_parties(a: Unit, b: Unit, result: Comparison) -> None:
    """Add to ``result`` what the parties of two units say: points for those in common, or a veto."""
    shared = [(p, q) for p in a.parties for q in b.parties if p is q or same_party(p, q)]
    if not result.strong and targeted(a.type) and targeted(b.type):
        result.veto = _opposed(a, b, shared)
        if result.veto:
            return
    if _groups_suing(a) and _groups_suing(b):
        result.identify("a group sues in both", 1.0)
        result.hit = True
    _compare_pursued(a, b, result)
    if not shared:
        return
    loose = not (a.fixed or b.fixed)  # those thanked and quoted are the same in many reports
    sides: dict[str, str] = {}
    officials: list[str] = []
    made = makes_measure(a.type) and makes_measure(b.type)
    for p, q in shared:
        if made and p.kind == q.kind == "firm":
            sides[""] = min(p.name, sides.get("", p.name))  # whom a measure is about, whatever part a text gives it
            result.hit = True
            continue
        if p.side and q.side and p.side != q.side:
            continue  # plaintiff here and defendant there
        if (
            "official" in (p.kind, q.kind)
            or "group" in (p.kind, q.kind)
            or (p.kind == "person" and not (p.side and q.side if loose else p.side or q.side))
        ):
            officials.append(p.name)  # who neither sues nor is pursued speaks for an office; consumers are everywhere
        else:
            side = p.side or q.side
            sides[side] = min(p.name, sides.get(side, p.name))
            # an official who sues or speaks does so every week; a firm that does, once in a while
            result.hit = result.hit or p.kind != "person" or side in {"against", ""}
    same_week = a.fixed and b.fixed and max(a.span[1], b.span[1]) - min(a.span[0], b.span[0]) <= 7
    for side in sorted(sides):
        acting = side == "acts" and makes_measure(a.type)  # who signs or tables one bill does others too
        # authorities sue every week, a firm sues a state or an agency once in a while
        sues = side == "for" and any(p.kind == q.kind == "firm" and p.side == q.side == side for p, q in shared)
        result.identify(f"same party {sides[side]}", 1.0 if acting else 3.0 if sues else 2.0)
        result.hit = result.hit or same_week
    if officials:
        result.identify(f"same authority {min(officials)}", 1.0)


def _groups_suing(unit: Unit) -> bool:
    """Whether a group without a name ("five creators") sues, or is named with a suit and not as sued."""
    return any(p.kind == "group" and (p.side == "for" or (not p.side and unit.type == "lawsuit")) for p in unit.parties)


def _compare_pursued(a: Unit, b: Unit, result: Comparison) -> None:
    """A dated act that does not say again whose case it is, in a document that follows one case alone."""
    if not (a.pursued or b.pursued) or not (a.fixed and b.fixed):
        return
    if max(a.span[1] - a.span[0], b.span[1] - b.span[0]) > _MONTH:
        return
    ours, theirs = ((u.pursued,) if u.pursued else u.firms for u in (a, b))
    if any(same_party(p, q) for p in ours for q in theirs):
        result.identify(f"in the one case of its document, against {min(p.name for p in (*ours, *theirs))}", 2.0)
        result.hit = True


def _opposed(a: Unit, b: Unit, shared: list[tuple[Party, Party]]) -> str:
    """Why the parties cannot be the same, judged side by side; only names of one kind are compared."""
    for side, word, ours, theirs in (
        ("against", "targets", a.opposed, b.opposed),
        ("for", "plaintiffs", a.suing, b.suing),
    ):
        if not ours or not theirs or any(_stand_on(side, p, q) for p, q in shared):
            continue
        if side == "against" and (_named(ours, b) or _named(theirs, a)):
            continue
        kinds = {p.kind for p in ours}, {p.kind for p in theirs}
        if (kinds[0] & kinds[1]) - {"group"} or "firm" in kinds[0] | kinds[1]:
            return f"{word}: {ours[0].name} is not {theirs[0].name}"
    if (
        a.firms
        and b.firms
        and not (any("firm" in (p.kind, q.kind) for p, q in shared) or _named(a.firms, b) or _named(b.firms, a))
    ):
        return f"parties: {a.firms[0].name} is not {b.firms[0].name}"
    return ""


def _named(parties: tuple[Party, ...], unit: Unit) -> bool:
    """Whether the sentences of ``unit`` name one of ``parties``: one of several sued at once, not read as a party."""
    return any(p.kind == "firm" and name_tokens(p.name)[0] in unit.beside for p in parties)


def _stand_on(side: str, p: Party, q: Party) -> bool:
    """Whether a shared party stands on ``side`` in one document and on no other in the other."""
    return (
        p.kind != "official"
        and side in (p.side, q.side)
        and (p.side == side or not p.side)
        and (q.side == side or not q.side)
    )


def same_party(a: Party, b: Party) -> bool:
    """Whether two actors can be one: by id, else by name among those of one kind."""
    if a.id and b.id:
        return a.id == b.id
    if a.name == b.name and a.kind == b.kind:
        return True
    if a.kind != b.kind and "group" in (a.kind, b.kind):
        return False
    return same_name(a.name, b.name, person=a.kind == b.kind == "person")
