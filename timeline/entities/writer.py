"""Which organisation has written a text, when only the text says so: it asks for members, it tells of its doings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from timeline.entities.draft import Draft
from timeline.knowledge import read_yaml

_FILE = "entities/voice.yml"
_BEFORE = 24
_AFTER = 40
_ACRONYM = re.compile(r"\s?\([A-Z][\w.]{1,9}\)")
_ASKED, _TOLD, _ENOUGH = 3, 2, 2


def find_writer(text: str, drafts: Sequence[Draft]) -> Draft | None:
    """The organisation that ``text`` shows as its writer; None when nothing shows it or several look alike.

    A draft counts by what stands right before and after its name: the lists of ``data/entities/voice.yml``.
    """
    score: Counter[str] = Counter()
    for draft in drafts:
        if draft.kind == "organisation" and draft.mention != "pronoun":
            score[draft.name] += _evidence(text, draft)
    (name, best), second = (*score.most_common(2), ("", 0), ("", 0))[:2]
    if best < _ENOUGH or best == second[1]:
        return None
    return next(d for d in drafts if d.name == name and d.kind == "organisation")


def _evidence(text: str, draft: Draft) -> int:
    acronym = _ACRONYM.match(text, draft.end)
    after = text[acronym.end() if acronym else draft.end :][:_AFTER]
    if _asks().search(text, max(0, draft.start - _BEFORE), draft.start) or _members().match(after):
        return _ASKED
    return _TOLD if _advocates().match(after) else 0


@cache
def _list(name: str) -> tuple[str, ...]:
    return next(tuple(record["words"]) for record in read_yaml(_FILE) if record["id"] == name)


@cache
def papers() -> frozenset[str]:
    """Nouns of papers that are their writer's doing ("our petition")."""
    return frozenset(_list("papers"))


@cache
def _asks() -> re.Pattern[str]:
    # only as an appeal: at the start of a sentence or after "by" and "and", not in "they support X"
    return re.compile(rf"(?:^|[.!?*:>\n]\s*|\b(?:by|and|to|us|please) )(?:{_any('asks')}) $", re.IGNORECASE)


@cache
def _members() -> re.Pattern[str]:
    return re.compile(rf" (?:{_any('members')})\b", re.IGNORECASE)


@cache
def _advocates() -> re.Pattern[str]:
    return re.compile(rf" (?:{_any('advocates')})\b")


def _any(name: str) -> str:
    return "|".join(sorted(map(re.escape, _list(name)), key=len, reverse=True))
