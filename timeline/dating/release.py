"""Whether a mention is the news that a release reports: then the release's own date is the date of the act."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from timeline.dating.datelines import without_dateline
from timeline.model import Document, Entity, EventMention, Sentence, TimeExpression

_REACH = 6  # a dateline further down opens another piece of news
_PUBLIC = frozenset({"authority", "court", "legislature", "government", "office"})
_SAID = re.compile(r"\b(?:says?|said|confirms?|confirmed|claims?|claimed|announces?|announced) that\b", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"\b(following|after|since|despite|under|amid|because of|in response to|previously|earlier)\b[^,;]*$", re.IGNORECASE
)


def reports_its_news(
    document: Document,
    sentences: Sequence[Sentence],
    mention: EventMention,
    times: Sequence[TimeExpression],
    leads: Collection[int],
    entities: Sequence[Entity],
) -> bool:
    """True for the act that a release opens with, told as done; ``leads`` are the indices of its opening sentences.

    A release is told by a public body or of one: the sentence names it. What somebody merely says to be going on is no
    act.

    A sentence with a date of its own is left to that date; background ("following its probe") is no news.
    """
    if document.published is None or mention.factuality != "actual" or mention.tense == "future" or times:
        return False
    if mention.sentence not in leads or mention.anaphoric:
        return False
    sentence = sentences[mention.sentence]
    before = document.text[sentence.start : mention.start]
    if _BACKGROUND.search(before) or (mention.tense == "present" and _SAID.search(before)):
        return False
    return any(sentence.start <= e.start < sentence.end and e.kind in _PUBLIC for e in entities)


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
