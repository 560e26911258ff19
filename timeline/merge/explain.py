"""Why the documents of an event were taken to tell one occurrence, in words."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.merge.features import make_units
from timeline.merge.score import compare
from timeline.model import Document, Event


def explain_merge(event: Event, documents: Mapping[str, Document] | None = None) -> tuple[str, ...]:
    """One line for each document after the first: with which other it goes best, and every reason with its points.

    >>> from timeline.model import EventDate
    >>> explain_merge(Event("e", "", "fine", "actual", EventDate(), ()))
    ()
    """
    units = make_units([event], documents or {})
    lines = []
    for number, unit in enumerate(units[1:], 1):
        found = [(compare(unit, other), other) for other in units[:number]]
        best, other = max(found, key=lambda item: (not item[0].veto, item[0].score))
        lines.append(f"{unit.document_id} and {other.document_id}: {best.reason()}")
    return tuple(lines)
