"""Every mention of a document with its date, parallel to the mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from timeline.dating.afterwards import before_the_act, not_before
from timeline.dating.bounds import bounded_date
from timeline.dating.carrying import Reading, candidates, choose
from timeline.dating.datelines import without_dateline
from timeline.dating.labelled import day_of_decision, decided_on
from timeline.dating.named import named_year
from timeline.dating.pairing import Setting, features, usable
from timeline.dating.release import lead_sentences
from timeline.dating.stated import stated_date
from timeline.model import Document, Entity, EventDate, EventMention, Sentence, TimeExpression
from timeline.timex import in_relation
from timeline.weights import load_weights, probability

_WEIGHTS = "dating/weights.csv"
_CARRIED = "dating/carried.csv"
_SUBJECT_OF = re.compile(
    r"\b(?:over|about|against|regarding|concerning|into|involving|relat(?:ed|ing) to|(?:arising|stemming) from"
    r"|in connection with|connected (?:to|with)|linked to|following)\s+(?:the|a|an|its|his|her|their)\s+$",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\b(?:of|under|against|with|after|following|[a-z]+ing)\s+"
    r"(?:the|its|his|her|their|(?:the\s+)?[\w.&-]+(?:\s+[A-Z][\w.&-]*)*[’']s?)\s+$"
)
_BREACH = re.compile(r"(?:violat|defy|disobey|breach|ignor|flout)")
_NOT_A_NOUN = re.compile(
    r"\s+(?:and|or|by|to|in|on|at|for|of|the|a|an|that|which|when|after|before|as|with|from|until)\b"
)
_KNOWN_THING = re.compile(r"\b(?:the|this|that|its|his|her|their)\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"\d/$")
_NUMBER_AFTER = re.compile(r"/\d")
_NOUN = re.compile(r"\s+[a-z]")
_NAME_OR_NOUN = re.compile(r"\s+[A-Za-z]")
_SAME_NOUN = re.compile(r"(?:\s+[\w&’'-]+){0,3}\s+")
_LEAST = 0.5  # below this no time expression of the sentence is taken to be the mention's
_LEAST_CARRIED = 0.65  # the more, as any one mention can date its event


def date_mentions(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[EventMention],
    times: Sequence[TimeExpression],
    entities: Sequence[Entity] = (),
) -> tuple[EventDate, ...]:
    """One date for each of ``mentions``; ``times`` and ``entities`` are all the document's, sorted by start."""
    reading = read_dates(document, sentences, mentions, times, entities, load_weights(_WEIGHTS))
    weights = load_weights(_CARRIED)
    decision = day_of_decision(document.text, times)
    dates = []
    for number, date in enumerate(reading.dates):
        mention = mentions[number]
        day = date or decided_on(document, sentences[mention.sentence], mention, decision)
        day = day or named_year(document, mention, reading.times[mention.sentence])
        day = day or choose(weights, candidates(reading, number), _LEAST_CARRIED)
        own = (document.text, sentences[mention.sentence], mention, reading.times[mention.sentence])
        dates.append(day or not_before(*own, bounded_date(document, mention)))
    return tuple(dates)


def read_dates(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[EventMention],
    times: Sequence[TimeExpression],
    entities: Sequence[Entity],
    weights: dict[str, float],
) -> Reading:
    """The document with the date that each mention has from words of its own sentence, by the pairing ``weights``."""
    times = _with_periods(document, times)
    starts = [t.start for t in times]
    own = [
        without_dateline(
            document.text, s, times[bisect_left(starts, s.start) : bisect_left(starts, s.end)], document.published
        )
        for s in sentences
    ]
    dates: list[EventDate | None] = []
    for mention in mentions:
        sentence = sentences[mention.sentence]
        time = choose_time(document, sentence, mention, mentions, own[mention.sentence], weights)
        dates.append(stated_date(document.text, mention, time, document.published) if time else None)
    leads = lead_sentences(document, sentences, times)
    return Reading.of(document, sentences, mentions, dates, own, leads, entities)


def _in_a_number(text: str, time: TimeExpression) -> bool:
    """Whether the year belongs to a docket or regulation number: "W.P. 7123/2018", "Regulation (EU) 2022/2065"."""
    return bool(_NUMBER_BEFORE.search(text, max(0, time.start - 2), time.start) or _NUMBER_AFTER.match(text, time.end))


def _about_another(text: str, sentence: Sentence, mention: EventMention, time: TimeExpression) -> bool:
    """Whether the expression belongs to a thing that the event is about: "a suit over the 2016 election"."""
    if mention.start > time.end and _SAME_NOUN.fullmatch(text, time.end, mention.start):
        return False  # "over the 2016 data breach": the breach itself
    noun = _NAME_OR_NOUN.match(text, time.end) and not _NOT_A_NOUN.match(text, time.end)
    return bool(noun and _SUBJECT_OF.search(text, sentence.start, time.start))


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
    weights: dict[str, float],
) -> TimeExpression | None:
    """The time expression among ``times`` (all in ``sentence``) that most probably dates ``mention``, if any does."""
    scored = [
        (probability(weights, names), -time.start, time)
        for time, names in possible_times(document, sentence, mention, mentions, times)
    ]
    best = max(scored, key=lambda item: item[:2], default=None)
    return best[2] if best and best[0] >= _LEAST else None


def possible_times(
    document: Document,
    sentence: Sentence,
    mention: EventMention,
    mentions: Sequence[EventMention],
    times: Sequence[TimeExpression],
) -> list[tuple[TimeExpression, list[str]]]:
    """The time expressions that could date ``mention``, each with the features of the pair."""
    possible = [
        t
        for t in times
        if usable(t)
        and not _in_a_number(document.text, t)
        and not before_the_act(document.text, sentence, mention, t)
        and not _about_another(document.text, sentence, mention, t)
        and not _names_another(document.text, sentence, mention, t)
        and not _of_the_act_before(document.text, sentence, mention, mentions, t)
    ]
    if not possible:
        return []
    neighbours = [m for m in mentions if m.sentence == mention.sentence]
    setting = Setting(document.text, sentence.start, sentence.end, neighbours, times, document.published, possible)
    return [(t, features(setting, mention, t)) for t in possible]
