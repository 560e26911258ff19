"""Every mention of a document with its date, parallel to the mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from timeline.dating.bounds import bounded_date
from timeline.dating.datelines import without_dateline
from timeline.dating.pairing import Setting, features, usable
from timeline.dating.release import lead_sentences, reports_its_news
from timeline.dating.stated import release_date, stated_date
from timeline.model import Document, Entity, EventDate, EventMention, Sentence, TimeExpression
from timeline.timex import in_relation
from timeline.weights import load_weights, probability

_WEIGHTS = "dating/weights.csv"
_SUBJECT_OF = re.compile(
    r"\b(?:over|about|against|regarding|concerning|into)\s+(?:the|a|an|its|his|her|their)\s+$", re.IGNORECASE
)
_PART_OF = re.compile(
    r"\b(?:of|under|against|with|after|following|[a-z]+ing)\s+(?:the|its|his|her|their|(?:the\s+)?[\w.&-]+(?:\s+[A-Z][\w.&-]*)*[’']s?)\s+$"
)
_BREACH = re.compile(r"(?:violat|defy|disobey|breach|ignor|flout)")
_NOT_A_NOUN = re.compile(
    r"\s+(?:and|or|by|to|in|on|at|for|of|the|a|an|that|which|when|after|before|as|with|from|until)\b"
)
_KNOWN_THING = re.compile(r"\b(?:the|this|that|its|his|her|their)\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
_NOUN = re.compile(r"\s+[a-z]")
_LEAST = 0.5  # below this no time expression of the sentence is taken to be the mention's


def date_mentions(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[EventMention],
    times: Sequence[TimeExpression],
    entities: Sequence[Entity] = (),
) -> tuple[EventDate, ...]:
    """One date for each of ``mentions``; ``times`` and ``entities`` are all the document's, sorted by start."""
    times = _with_periods(document, times)
    starts = [t.start for t in times]
    leads = lead_sentences(document, sentences, times)
    dates = []
    for mention in mentions:
        sentence = sentences[mention.sentence]
        own = times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        own = without_dateline(document.text, sentence, own, document.published)
        own = [t for t in own if not _names_another(document.text, sentence, mention, t)]
        time = choose_time(document, sentence, mention, mentions, own)
        date = stated_date(document.text, mention, time) if time else None
        if date is None and reports_its_news(document, sentences, mention, own, leads, entities):
            date = release_date(document, mention)
        dates.append(date or bounded_date(document, mention))
    return tuple(dates)


def _about_another(text: str, sentence: Sentence, time: TimeExpression) -> bool:
    """Whether the expression belongs to a thing that the event is about: "a suit over the 2016 election"."""
    return bool(_SUBJECT_OF.search(text, sentence.start, time.start) and _NOUN.match(text, time.end))


def _names_another(text: str, sentence: Sentence, mention: EventMention, time: TimeExpression) -> bool:
    """Whether the expression names what the act answers: "in contempt for violating the court's 3 May order"."""
    owner = _PART_OF.search(text, sentence.start, time.start)
    noun = _NOUN.match(text, time.end) and not _NOT_A_NOUN.match(text, time.end)
    if owner is None or not noun or mention.end > time.start:
        return False
    return mention.end <= owner.start() or _BREACH.match(owner[0]) is not None


def _of_the_act_before(
    text: str, sentence: Sentence, mention: EventMention, mentions: Sequence[EventMention], time: TimeExpression
) -> bool:
    """Whether a known thing is only what was acted on at that time: "on Friday a judge dismissed the suit"."""
    if not _KNOWN_THING.search(text, sentence.start, mention.start):
        return False
    return any(time.end <= m.start and m.end <= mention.start for m in mentions if m.sentence == mention.sentence)


def _with_periods(document: Document, times: Sequence[TimeExpression]) -> Sequence[TimeExpression]:
    """``times``, those that two dates make together ("from 18 to 27 May", "between May and July") as that period.

    Other prepositions leave the date as it is: "sanctioned since 2011" was sanctioned in 2011, "due by 3 May" is 3 May.
    """
    related = in_relation(document.text, times, document.language)
    return [
        joint if joint.first and joint.last and (joint.first, joint.last) != (time.first, time.last) else time
        for time, joint in zip(times, related, strict=True)
    ]


def choose_time(
    document: Document,
    sentence: Sentence,
    mention: EventMention,
    mentions: Sequence[EventMention],
    times: Sequence[TimeExpression],
) -> TimeExpression | None:
    """The time expression among ``times`` (all in ``sentence``) that most probably dates ``mention``, if any does."""
    candidates = [
        t
        for t in times
        if usable(t)
        and not _about_another(document.text, sentence, t)
        and not _of_the_act_before(document.text, sentence, mention, mentions, t)
    ]
    if not candidates:
        return None
    weights = load_weights(_WEIGHTS)
    neighbours = [m for m in mentions if m.sentence == mention.sentence]
    setting = Setting(document.text, sentence.start, sentence.end, neighbours, times, document.published)
    scored = [(probability(weights, features(setting, mention, t)), -t.start, t) for t in candidates]
    best, _, time = max(scored, key=lambda item: item[:2])
    return time if best >= _LEAST else None
