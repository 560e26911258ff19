"""Datelines inside a sentence: "December 17, 2020 (SAINT PAUL) — The office today filed ...".

Such a date is the publication date said again; it dates no event by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline.model import Sentence, TimeExpression

_PLACE = re.compile(r"[\s“\"(*]*(?:[A-Z][\w.'’-]*(?:,? |,|/)?){0,6}\(?[\s,(–—-]*")
_DASH = re.compile(r"[\s,]*(?:\([^)\n]{1,40}\)|[A-Z][\w.'’ ,-]{0,40}?)?\s*(?:[–—:|]|-{1,2}\s|\.\s*[–—-])")
_REACH = 60


def without_dateline(
    text: str, sentence: Sentence, times: Sequence[TimeExpression], published: date | None
) -> Sequence[TimeExpression]:
    """``times`` of ``sentence`` without the one that is its dateline.

    >>> from datetime import date
    >>> t = TimeExpression(0, 11, "May 3, 2023", "DATE", "2023-05-03", first=date(2023, 5, 3), last=date(2023, 5, 3))
    >>> without_dateline("May 3, 2023 (PARIS) — It sued.", Sentence(0, 30, 0, 0), [t], date(2023, 5, 3))
    []
    """
    if not times or published is None:
        return times
    first = times[0]
    if first.last != published or first.start - sentence.start > _REACH:
        return times
    opens = _PLACE.fullmatch(text, sentence.start, first.start)
    return times[1:] if opens and _DASH.match(text, first.end, sentence.end) else times
