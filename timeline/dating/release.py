"""Whether a mention is the news that a release reports: then the release's own date is the date of the act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model import Document, EventMention, Sentence, TimeExpression

_BACKGROUND = re.compile(
    r"\b(following|after|since|despite|under|amid|because of|in response to|previously|earlier)\b[^,;]*$", re.IGNORECASE
)


def reports_its_news(
    document: Document, sentences: Sequence[Sentence], mention: EventMention, times: Sequence[TimeExpression]
) -> bool:
    """True for the act that the opening sentence of an undated-in-words release tells as done.

    A sentence with a date of its own is left to that date; background ("following its probe") is no news.
    """
    if (
        document.published is None
        or mention.factuality != "actual"
        or mention.tense not in {"past", "present"}
        or times
    ):
        return False
    lead = _lead(sentences)
    if lead is None or mention.sentence != lead.index:
        return False
    return not mention.anaphoric and not _BACKGROUND.search(document.text[lead.start : mention.start])


def _lead(sentences: Sequence[Sentence]) -> Sentence | None:
    """The first sentence of running text."""
    return next((s for s in sentences if s.kind == "text"), None)
