"""A company acts by its chief: "Acme's CEO, Jane Doe, filed a suit" is Acme's suit too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.participants.reading import Reading
from timeline.participants.roles import Cast

_OFFICE = re.compile(
    r"[’']s\s+(?:CEO|chief executive(?: officer)?|chair(?:man|woman)?|president|founder|head|boss),?\s+$"
)
_REACH = 40


def with_companies(casts: Sequence[Cast], reading: Reading) -> list[Cast]:
    """``casts``, each company whose chief is among them with the chief's own part and role."""
    acting = {}
    for cast in casts:
        office = _OFFICE.search(reading.text, max(0, cast.entity.start - _REACH), cast.entity.start)
        if office is None or cast.entity.kind != "person" or cast.part not in {"agent", "patient"}:
            continue
        for entity in reading.entities_between(max(0, office.start() - _REACH), office.start()):
            if entity.kind == "company" and entity.end == office.start():
                acting[entity.name] = replace(cast, entity=entity, rule_id="office-of-company")
    # what the company does in the clause itself says more than what its chief did in a sentence before
    kept = [cast if cast.core else acting.get(cast.entity.name, cast) for cast in casts]
    present = {cast.entity.name for cast in casts}
    return [*kept, *(cast for name, cast in acting.items() if name not in present)]
