"""What orders events in time: tense against publication, order words between events, the order the law prescribes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from timeline.merge.bounds import Order
from timeline.merge.features import clause_words
from timeline.merge.instrument_names import instrument_key
from timeline.model import Document, Event, Mention

#: Strength of each kind of reason; the weakest of those that clash is dropped.
TENSE, PLAN, SENTENCE, SEQUENCE, PROCEDURE = 90, 80, 70, 60, 50

_AFTER = re.compile(r"\b(?:after|following|since|in the wake of|in response to|on the heels of|once)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|ahead of|prior to|until|leading up to|paving the way for)\b", re.IGNORECASE)
_THEN = re.compile(
    r"\b(?:then|later|subsequently|afterwards?|eventually|prompting|sparking|triggering|which led to|leading to)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\W*(?P<word>when|after|following|once|since|before|prior to|ahead of)\b", re.IGNORECASE)
_LATER_SENTENCE = re.compile(
    r"\W*(?:later|subsequently|then|afterwards?|(?:\w+ )?(?:days?|weeks?|months?|years?) later|soon after|"
    r"the (?:next|following) (?:day|week|month|year)|in response)\b",
    re.IGNORECASE,
)
_EARLIER_SENTENCE = re.compile(r"\W*(?:earlier|previously|before that|until then)\b", re.IGNORECASE)

#: (first, later): in one measure or case the later act never comes before the first.
PROCEDURE_ORDER = (
    ("bill_introduced", "bill_advanced"), ("bill_introduced", "law_enacted"), ("bill_introduced", "bill_rejected"),
    ("bill_advanced", "law_enacted"), ("rule_proposed", "rule_adopted"), ("law_enacted", "in_force"),
    ("rule_adopted", "in_force"), ("law_enacted", "repealed"), ("lawsuit", "court_ruling"), ("lawsuit", "injunction"),
    ("lawsuit", "trial"), ("lawsuit", "settlement"), ("court_ruling", "appeal"), ("criminal_charge", "conviction"),
    ("investigation", "fine"), ("investigation", "settlement"), ("law_enacted", "lawsuit"),
)  # fmt: skip


_DEICTIC = re.compile(r"\b(?P<which>next|last|this|coming|past) (?P<unit>year|month)\b", re.IGNORECASE)
_STEP = {"next": 1, "coming": 1, "last": -1, "past": -1, "this": 0}


@dataclass(frozen=True, slots=True)
class Day:
    """The variable that stands for a day of the calendar."""

    ordinal: int


@dataclass(frozen=True, slots=True)
class Published:
    """The variable that stands for the day a document was published."""

    document_id: str


def orders(events: Sequence[Event], documents: Mapping[str, Document]) -> list[Order]:
    """All orders that texts and procedure state, strongest first, in a fixed order."""
    found = [
        *_tense_orders(events),
        *_deictic_orders(events, documents),
        *_text_orders(events),
        *_procedure_orders(events),
    ]
    unique = {(o.earlier, o.later): o for o in sorted(found, key=lambda o: o.strength)}
    return sorted(unique.values(), key=lambda o: (-o.strength, o.document_id, str(o.earlier), str(o.later)))


def is_coming(mention: Mention) -> bool:
    """Whether a mention tells its event as still to come when its text was published."""
    return mention.event.factuality in {"scheduled", "proposed"}


def _tense_orders(events: Sequence[Event]) -> Iterator[Order]:
    """Past and coming, once a document; of a document that tells an event both ways only the past counts."""
    for event in events:
        told: dict[tuple[str, bool], Mention] = {}
        for mention in event.mentions:
            if is_coming(mention):
                told.setdefault((mention.document_id, True), mention)
            elif mention.event.factuality == "actual":
                told.setdefault((mention.document_id, False), mention)
        for (document_id, coming), mention in told.items():
            page = Published(document_id)
            if not coming:
                yield Order(event.id, page, "told as past", TENSE, document_id, mention.sentence)
            elif (document_id, False) not in told:
                yield Order(page, event.id, "told as still to come", PLAN, document_id, mention.sentence)


def _deictic_orders(events: Sequence[Event], documents: Mapping[str, Document]) -> Iterator[Order]:
    """A page without a date that calls a day of the catalogue "next year" appeared in the year before."""
    for event in events:
        first, last = event.date.first, event.date.last
        if first is None or last is None or event.date.basis != "reference":
            continue  # where the text dates the event itself, "last year" may be said of something else
        for mention in event.mentions:
            document = documents.get(mention.document_id)
            said = None if document and document.published else _DEICTIC.search(clause_words(mention))
            which = said["which"].casefold() if said else ""
            if _STEP.get(which, 0) * (1 if is_coming(mention) else -1) < 0:
                continue  # "signed a ban starting next year": the year is the start's, not the signing's
            limits = _spoken(which, said["unit"].casefold(), first, last) if said else None
            if said is None or limits is None:
                continue
            page, why = Published(mention.document_id), f"it calls {first.year} “{said[0]}”"
            for earlier, later in ((Day(limits[0]), page), (page, Day(limits[1]))):
                yield Order(earlier, later, why, SENTENCE, mention.document_id, mention.sentence)


def _spoken(which: str, unit: str, first: date, last: date) -> tuple[int, int] | None:
    """First and last day on which a day of ``first`` to ``last`` is "next year", or None when they span two years."""
    if unit == "year":
        if first.year != last.year:
            return None
        year = first.year - _STEP[which]
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if (first.year, first.month) != (last.year, last.month):
        return None
    months = first.year * 12 + first.month - 1 - _STEP[which]
    start, end = date(months // 12, months % 12 + 1, 1), date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return start.toordinal(), end.toordinal() - 1


def _text_orders(events: Sequence[Event]) -> Iterator[Order]:
    told: dict[str, dict[int, list[tuple[Mention, str]]]] = defaultdict(lambda: defaultdict(list))
    for event in events:
        for mention in event.mentions:
            told[mention.document_id][mention.event.sentence].append((mention, event.id))
    for document_id in sorted(told):
        sentences = told[document_id]
        for index in sorted(sentences):
            here = sorted(sentences[index], key=lambda item: (item[0].event.start, item[1]))
            yield from _in_sentence(here)
            yield from _across_sentences(sentences.get(index - 1, []), here)


def _in_sentence(told: list[tuple[Mention, str]]) -> Iterator[Order]:
    """Orders between neighbours of one sentence, and between its opening clause and the rest."""
    if len(told) < 2:
        return
    sentence, start = told[0][0].sentence, told[0][0].sentence_start
    opening = _OPENING.match(sentence)
    comma = sentence.find(",", opening.end()) if opening else -1
    if opening and comma > 0:
        subordinate = [t for t in told if t[0].event.start - start < comma and t[0].event.factuality == "actual"]
        main = [t for t in told if t[0].event.start - start > comma and t[0].event.factuality == "actual"]
        word = opening["word"].casefold()
        for _, first in subordinate[:1]:
            for mention, second in main:
                if first != second:
                    earlier, later = (second, first) if word in {"before", "prior to", "ahead of"} else (first, second)
                    yield _sentence_order(earlier, later, f"“{opening['word']} …”", mention)
        return
    for (one, first), (two, second) in pairwise(told):
        gap = sentence[one.event.end - start : two.event.start - start]
        if first == second or "denied" in (one.event.factuality, two.event.factuality):
            continue
        for pattern, swap in ((_AFTER, True), (_BEFORE, False), (_THEN, False)):
            if hit := pattern.search(gap):
                earlier, later = (second, first) if swap else (first, second)
                yield _sentence_order(earlier, later, f"“{hit[0]}”", two)
                break


def _sentence_order(earlier: str, later: str, cue: str, mention: Mention) -> Order:
    return Order(earlier, later, f"the text orders them by {cue}", SENTENCE, mention.document_id, mention.sentence)


def _across_sentences(previous: list[tuple[Mention, str]], here: list[tuple[Mention, str]]) -> Iterator[Order]:
    before = [t for t in previous if t[0].event.factuality == "actual"]
    now = [t for t in here if t[0].event.factuality == "actual"]
    if not before or not now:
        return
    (_, first), (mention, second) = before[-1], now[0]
    later, earlier = _LATER_SENTENCE.match(mention.sentence), _EARLIER_SENTENCE.match(mention.sentence)
    if first == second or not (later or earlier):
        return
    pair = (first, second) if later else (second, first)
    hit = later or earlier
    cue = hit[0].strip() if hit else ""
    yield Order(*pair, f"the text orders them by “{cue}”", SEQUENCE, mention.document_id, mention.sentence)


def _procedure_orders(events: Sequence[Event]) -> Iterator[Order]:
    """Order by procedure within one instrument, or one sentence and place; only where each act is told once."""
    groups: dict[tuple[str, ...], dict[str, list[Event]]] = defaultdict(lambda: defaultdict(list))
    for event in events:
        for key in sorted(_matters(event)):
            groups[key][event.event_type].append(event)
    for key in sorted(groups):
        group = groups[key]
        for first_type, later_type in PROCEDURE_ORDER:
            first, later = group.get(first_type, []), group.get(later_type, [])
            if len(first) == 1 and len(later) == 1 and first[0].id != later[0].id:
                why = f"{later_type.replace('_', ' ')} follows {first_type.replace('_', ' ')}"
                main = later[0].mentions[0]
                yield Order(first[0].id, later[0].id, why, PROCEDURE, main.document_id, main.sentence)


def _matters(event: Event) -> set[tuple[str, ...]]:
    roots = {j.code for j in event.jurisdictions} or {""}
    keys: set[tuple[str, ...]] = set()
    if event.instrument:
        keys.update(("instrument", instrument_key(event.instrument), root) for root in roots)
    for mention in event.mentions:
        if mention.event.factuality not in {"denied", "hypothetical"}:
            keys.update(("sentence", mention.document_id, str(mention.event.sentence), root) for root in roots)
    return keys
