"""Where a trigger stands in its sentence, and how it reads there."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model import Factuality, Tense


@dataclass(frozen=True, slots=True)
class Reading:
    """Factuality and tense of a trigger, and the id of the rule that decided."""

    factuality: Factuality
    tense: Tense
    rule_id: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a trigger stands: its words ``first:last`` of the sentence ``start:end``.

    ``form`` is its verb form, empty for a noun; ``leaf`` the type that its triggers propose.
    """

    words: list[str]
    first: int
    last: int
    start: int
    end: int
    form: str = ""
    leaf: str = ""


def not_only(place: Place, at: int) -> bool:
    """Whether the negation before the verb at ``at`` is that of ``not only``."""
    return "only" in place.words[max(place.start, at - 3) : at]
