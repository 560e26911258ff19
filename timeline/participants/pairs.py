"""Two who were named together: "both men", "the two companies" are they."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.model import Entity
from timeline.participants.reading import Reading
from timeline.participants.roles import Cast, is_group

_BOTH = re.compile(r"(?:both|(?:the|these|those) two)(?: of the)?\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_BACK = 40
_JOINED = re.compile(r"\.?,? and (?:(?:his|her|the|its) [\w-]+,? )?$")
_KINDS = ("person", "company")


def with_pairs(casts: Sequence[Cast], reading: Reading) -> list[Cast]:
    """``casts``, each "both men" replaced by the two that the text before last names together, if it has such two."""
    found: list[Cast] = []
    for cast in casts:
        pair = _pair(cast.entity, reading) if _is_both(cast.entity, reading) else ()
        found += [replace(cast, entity=member) for member in pair] or [cast]
    return list({c.entity.name: c for c in reversed(found)}.values())[::-1]


def _is_both(entity: Entity, reading: Reading) -> bool:
    """Whether the words are a group noun that "both" or "the two" counts; not "two of the men"."""
    if not is_group(entity) or not entity.text.endswith(("s", "men", "women", "people")):
        return False
    before = reading.text[max(0, entity.start - _BACK) : entity.start]
    return bool(_BOTH.search(f"{before}{entity.text} "))


def _pair(entity: Entity, reading: Reading) -> tuple[Entity, ...]:
    """The two, told by the words that point back to them."""
    before = [e for e in reading.entities_between(0, entity.start) if e.kind in _KINDS and e.mention != "pronoun"]
    for first, second in reversed(list(pairwise(before))):
        together = _JOINED.fullmatch(reading.text, first.end, second.start)
        if together and first.kind == second.kind and first.name != second.name:
            return tuple(
                replace(e, start=entity.start, end=entity.end, text=entity.text, mention="description")
                for e in (first, second)
            )
    return ()
