"""One occurrence, one event: merging across documents, the reference catalogue, bounds from what texts order.

The steps, each a pure function over plain values:

* :func:`merge_events` joins what several documents tell of one occurrence. Events are taken apart into what each
  document says (``parts``, ``features``, ``topics``), pairs that share something are found (``block``), compared with
  a written reason (``score``, ``parties``, ``comparison``), and joined best first as long as nothing in a cluster
  excludes anything else (``cluster``); the result keeps all evidence, the best founded date, and every disagreement in
  words (``combine``). Since events are always taken apart first, the result depends on the set of documents alone: not
  on their order, not on how often or in what portions they were merged. Two events of one document stay two, for
  whoever read it told them apart, but for restatements of one numbered bill's signing or one order's issue.
  :func:`explain_merge` says why others go together.
* :func:`link_reference` gives an event the date of the catalogue's event it is (``reference``, ``fit``, ``link``).
* :func:`tighten_bounds` bounds what is left by what the texts order (``relations``, ``bounds``, ``tighten``).

Ids are permanent; ``ids`` says how, and :func:`redirects` resolves every id ever given out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.merge.cluster import NONE, Decisions, cluster_units
from timeline.merge.combine import combine
from timeline.merge.explain import explain_merge
from timeline.merge.features import make_units
from timeline.merge.ids import issued, mention_id, redirects
from timeline.merge.link import link_reference
from timeline.merge.reference import ReferenceEvent, load_catalogue
from timeline.merge.tighten import publication_bounds, tighten_bounds
from timeline.model import Document, Event

__all__ = [
    "Decisions",
    "ReferenceEvent",
    "explain_merge",
    "link_reference",
    "load_catalogue",
    "mention_id",
    "merge_events",
    "publication_bounds",
    "redirects",
    "tighten_bounds",
]


def merge_events(
    events: Iterable[Event],
    documents: Mapping[str, Document] | None = None,
    *,
    known: Mapping[str, str] | None = None,
    decisions: Decisions = NONE,
) -> tuple[Event, ...]:
    """One event per occurrence, in content order.

    ``documents`` (by id) order sources by publication, so that the first to tell an event gives it its id; ``known``
    are the redirects of an earlier run (:func:`redirects`), whose ids are kept. ``decisions`` are a person's, by
    mention ids (:func:`mention_id`): they come before everything else. Dates given by the catalogue or by
    bounds across documents are not carried through a merge: run those steps after it.

    >>> merge_events([])
    ()
    """
    units = make_units(events, documents or {})
    given = issued(known or {})
    return tuple(combine([units[i] for i in group], given) for group in cluster_units(units, decisions))
