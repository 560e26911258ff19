"""Where a release opens its news: the first sentence of running text, and the one that the dateline stands in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline.dating.datelines import without_dateline
from timeline.model import Document, Sentence, TimeExpression

_REACH = 6  # a dateline further down opens another piece of news


def lead_sentences(
    document: Document, sentences: Sequence[Sentence], times: Sequence[TimeExpression]
) -> frozenset[int]:
    """Indices of the sentences that open the news: the first of running text, and the one the dateline stands in."""
    opening = [s for s in sentences if s.kind == "text"][:_REACH]
    starts = [t.start for t in times]
    found = {s.index for s in opening[:1]}
    for sentence in opening:
        own = times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if own and len(without_dateline(document.text, sentence, own, document.published)) < len(own):
            found.add(sentence.index)
    return frozenset(found)
