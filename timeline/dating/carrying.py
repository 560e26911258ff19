"""The date of a mention whose own sentence gives none: the release's own day, or one carried from before.

Candidates are read by a logistic model over named features; the weights stand in ``data/dating/carried.csv``, made by
``tests/evaluation/train_dating.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.dating.form import form_of
from timeline.dating.opening import LEAD, later_today, opened_by_a_public_body, public_sentences, style_of
from timeline.dating.stated import release_date
from timeline.event_types import event_group
from timeline.model import Document, Entity, EventDate, EventMention, Sentence, TimeExpression
from timeline.weights import probability

_NEAR = 4  # sentences over which a date is carried
_CARRIED = frozenset({"day", "week", "month"})
_CLAIMED = frozenset({"explicit", "relative", "inherited"})
_THE_SAME_DAY = re.compile(
    r"\b(?:(?:the|that) same (?:day|time|ruling|decision|order|hearing)"
    r"|that (?:day|night|evening|morning|afternoon))\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:also|in addition|additionally|instead|further(?:more)?|moreover|as well|separately|meanwhile)\b",
    re.IGNORECASE,
)
_ELSEWHEN = re.compile(
    r"\b(?:previously|earlier|last|ago|already|since|past|prior|formerly|once|recently|until now|later|next)\b",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"\b(following|after|since|despite|under|amid|because of|in response to|before|as a (?:result|part) of"
    r"|result(?:s|ed|ing)? from|(?:stem(?:s|med|ming)|aris(?:es|ing)) from|resolv(?:e|es|ed|ing)"
    r"|prompted by|pursuant to)\b[^,;]*$",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"(?:resolv|conclud|result)\w+\b(?=.*\b(?:investigation|inquiry|probe|complaint|lawsuit|case)\b)")
_SAID = re.compile(
    r"\b(?:says?|said|confirms?|confirmed|claims?|claimed|announces?|announced|alleg\w+)\b", re.IGNORECASE
)
_WE = re.compile(r"\b(?:we|our|us|I|my)\b")
_ENDING = re.compile(r"(?:ing|ied|ies|ed|es|s|e)$")
_STEM = 5
_LEAST_STEM = 3
_RIVAL = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its mentions and the date that words of their own sentence give each (None where none do).

    ``times`` are those of each sentence, its dateline left out; ``leads`` and ``public`` are indices of sentences.
    """

    document: Document
    sentences: Sequence[Sentence]
    mentions: Sequence[EventMention]
    dates: Sequence[EventDate | None]
    times: Sequence[Sequence[TimeExpression]]
    leads: frozenset[int]
    public: frozenset[int]
    style: tuple[str, str, str]
    first_of: Mapping[int, int]  # sentence -> where its first sure mention starts
    of_the_day: frozenset[str]  # types of the mentions that words date to the day of publication
    of_other_days: frozenset[str]
    opened_by: frozenset[int]  # sentences whose first words name a public body
    today: str  # whether a sentence after the opening says "today"

    @classmethod
    def of(
        cls,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[EventMention],
        dates: Sequence[EventDate | None],
        times: Sequence[Sequence[TimeExpression]],
        leads: frozenset[int],
        entities: Sequence[Entity],
    ) -> Reading:
        """The reading of ``mentions``, which stand in text order, as do ``entities``."""
        day = document.published
        dated = [(m, d) for m, d in zip(mentions, dates, strict=True) if d is not None]
        there = {m.event_type for m, d in dated if d.first == d.last == day}
        first_of = {m.sentence: m.start for m in reversed(mentions) if m.confidence >= _RIVAL}
        return cls(
            document=document,
            sentences=sentences,
            mentions=mentions,
            dates=dates,
            times=times,
            leads=leads,
            public=public_sentences(sentences, entities),
            style=style_of(document, sentences, dated, leads),
            first_of=first_of,
            of_the_day=frozenset(there),
            of_other_days=frozenset(m.event_type for m, d in dated if not d.first == d.last == day),
            opened_by=opened_by_a_public_body(document.text, sentences, entities),
            today=later_today(document, sentences),
        )


def candidates(reading: Reading, number: int) -> list[tuple[EventDate, list[str]]]:
    """Each date that the mention ``number`` could have from outside its sentence, with the features of the choice."""
    mention = reading.mentions[number]
    if reading.document.published is None or mention.factuality != "actual" or mention.tense == "future":
        return []
    common = list(_common(reading, mention))
    found = []
    news = release_date(reading.document, mention)
    if news is not None:
        found.append((news, [f"news, {name}" for name in (*common, *_news(reading, number))]))
    for source, names in _sources(reading, number):
        if news is None or source.first != news.first or source.last != news.last:
            found.append((_carry(source), [f"carried, {name}" for name in (*common, *names)]))
    return found


def choose(weights: dict[str, float], found: Sequence[tuple[EventDate, list[str]]], least: float) -> EventDate | None:
    """The most probable of ``found``, if its probability is at least ``least``."""
    scored = [(probability(weights, names), -n, day) for n, (day, names) in enumerate(found)]
    best = max(scored, key=lambda item: item[:2], default=None)
    return best[2] if best and best[0] >= least else None


def _carry(source: EventDate) -> EventDate:
    return replace(
        source,
        role="occurred",
        basis="inherited",
        anchor=source.first,
        reason=f"carried over from “{source.text}” in an earlier sentence",
        rule_id="carried-over",
    )


def _common(reading: Reading, mention: EventMention) -> Iterator[str]:
    """What holds of the mention whichever date is thought of."""
    text, sentence = reading.document.text, reading.sentences[mention.sentence]
    before = text[sentence.start : mention.start]
    whole = text[sentence.start : sentence.end]
    form = form_of(text, sentence.start, mention)
    group = event_group(mention.event_type)
    yield "bias"
    yield f"form: {form}"
    yield f"group: {group}"
    yield f"type: {mention.event_type}"
    yield f"sentence: {next(n for n in (0, 1, 2, 4, 8, 16, 10**6) if sentence.index <= n)}"
    yield f"kind: {sentence.kind}"
    if mention.sentence in reading.leads:
        yield "lead"
        yield f"lead, form: {form}"
    if mention.anaphoric:
        yield "points back"
    own = [t for t in reading.times[mention.sentence] if t.first or t.last]
    yield f"times in the sentence: {min(len(own), 2)}"
    if _BACKGROUND.search(before) or _CLOSES.match(text, mention.start, mention.end):
        yield "background"
    if _SAID.search(before):
        yield "said before"
    if _WE.search(before):
        yield "we before"
    if _MORE.search(whole):
        yield "in addition"
    if _ELSEWHEN.search(whole):
        yield "another time"
    if before.count("“") - before.count("”") + before.count('"') % 2 > 0:
        yield "in a quotation"
    if mention.sentence in reading.public:
        yield "public body named"
    if mention.start <= reading.first_of.get(mention.sentence, mention.start):
        yield f"first of its sentence, {form}"
    yield f"sure: {min(int(mention.confidence * 4), 3)}"


def _news(reading: Reading, number: int) -> Iterator[str]:
    """What holds of the mention as the release's own news."""
    mention = reading.mentions[number]
    text = reading.document.text
    form = form_of(text, reading.sentences[mention.sentence].start, mention)
    when, how, dateline = reading.style
    lead = "lead" if mention.sentence in reading.leads else "opening" if mention.sentence < LEAD else "body"
    yield f"opening {when}"
    yield f"opening {when}, {form}"
    yield f"{lead}, opening {when}"
    yield f"{lead}, {how}"
    yield f"{lead}, {dateline}"
    yield f"{lead}, {'public body named' if mention.sentence in reading.public else 'no public body'}"
    yield f"{lead}, {reading.today}"
    if lead != "body" and mention.sentence in reading.opened_by:
        yield f"{lead}, opened by a public body"
        yield f"{lead}, opened by a public body, {form}"
    if _told_in(reading.document.title, text[mention.start : mention.end]):
        yield "in the title"
        yield f"in the title, {lead}"
    for relation in _kin(reading, mention):
        yield f"of that day: {relation}"
        yield f"of that day: {relation}, {form}"


def _told_in(title: str, trigger: str) -> bool:
    """Whether a word of ``title`` is the trigger's first in any form: "Seeks Comment" for "is seeking comment"."""
    return _stem(trigger.split(" ", maxsplit=1)[0]) in {_stem(word) for word in re.findall(r"[\w’'-]+", title)}


def _stem(word: str) -> str:
    bare = _ENDING.sub("", word.casefold())
    return bare[:_STEM] if len(bare) >= _LEAST_STEM else word.casefold()


def _kin(reading: Reading, mention: EventMention) -> Iterator[str]:
    """How near in kind the mentions are that words date to that day; whether its own kind is dated otherwise."""
    if mention.event_type in reading.of_the_day:
        yield "same type"
    elif event_group(mention.event_type) in {event_group(t) for t in reading.of_the_day}:
        yield "same group"
    elif reading.of_the_day:
        yield "other group"
    if mention.event_type in reading.of_other_days:
        yield "same type on another day"


def _sources(reading: Reading, number: int) -> Iterator[tuple[EventDate, list[str]]]:
    """The dates told before the mention, in its sentence or shortly before, nearest first, with features."""
    mention = reading.mentions[number]
    seen: set[tuple[date | None, date | None]] = set()
    rank = 0
    for at in range(number - 1, -1, -1):
        source, day = reading.mentions[at], reading.dates[at]
        distance = mention.sentence - source.sentence
        if distance > _NEAR:
            break
        if day is None or day.basis not in _CLAIMED or day.precision not in _CARRIED or source.factuality != "actual":
            continue
        if (day.first, day.last) in seen:
            continue
        seen.add((day.first, day.last))
        yield day, list(_pair(reading, mention, source, day, distance, rank))
        rank += 1


def _pair(
    reading: Reading, mention: EventMention, source: EventMention, day: EventDate, distance: int, rank: int
) -> Iterator[str]:
    text, sentences = reading.document.text, reading.sentences
    own, from_ = sentences[mention.sentence], sentences[source.sentence]
    form, told = form_of(text, own.start, mention), form_of(text, from_.start, source)
    kind = (
        "same type"
        if source.event_type == mention.event_type
        else "same group"
        if event_group(source.event_type) == event_group(mention.event_type)
        else "other group"
    )
    yield f"sentences apart: {distance}"
    yield f"sentences apart: {distance}, {form}"
    yield f"rank: {min(rank, 2)}"
    yield kind
    yield f"{kind}, points back: {mention.anaphoric}"
    yield f"{kind}, sentences apart: {distance}"
    yield f"told alike: {form == told}"
    yield f"told: {told}"
    yield f"precision: {day.precision}"
    yield "same paragraph" if own.paragraph == from_.paragraph else "another paragraph"
    if source.sentence in reading.leads:
        yield f"from the lead, {form}"
    if _THE_SAME_DAY.search(text, own.start, own.end):
        yield "the same day"
    if distance and _MORE.search(text, own.start, own.end):
        yield f"in addition, {kind}"
