"""The instrument and the amount of an event mention: its clause's, its sentence's or, pointing back, an earlier one."""

from __future__ import annotations

import re

from timeline.model import Amount, EventMention, Instrument
from timeline.participants.reading import Reading
from timeline.participants.words import word_list

#: Kinds of instruments that a type is about, the most natural first.
_ABOUT: dict[str, tuple[str, ...]] = {
    "bill_introduced": ("bill", "law"),
    "bill_advanced": ("bill", "law"),
    "law_enacted": ("bill", "law", "treaty"),
    "bill_rejected": ("bill", "law"),
    "in_force": ("law", "regulation", "bill", "order", "treaty"),
    "repealed": ("law", "regulation", "order", "treaty", "bill"),
    "rule_proposed": ("regulation", "docket", "order", "law"),
    "rule_adopted": ("regulation", "order", "docket", "law"),
    "executive_order": ("order", "regulation", "law"),
    "lawsuit": ("case", "docket"),
    "court_ruling": ("case", "docket", "law", "bill"),
    "injunction": ("case", "docket", "law", "bill", "order"),
    "appeal": ("case", "docket", "order"),
    "trial": ("case", "docket"),
    "agreement": ("treaty",),
}
_ANY = ("bill", "law", "regulation", "order", "case", "docket", "treaty")


#: Types in which a law named with "under" is still the law that is made or starts.
_MAKES_LAW = frozenset({"law_enacted", "in_force", "repealed"})
_CITED = 60
_CITING = re.compile(
    r"(?i:under|pursuant to|violat\w+(?: of)?|breach\w*(?: of)?|infring\w+(?: of)?|invok\w+|(?:sections?|articles?|"
    r"chapter|title|parts?) [\w().,&]+(?: and [\w().]+)? of|(?:provisions?|requirements?|terms|compliance) (?:of|with)|"
    r"complying with|amend\w*|moderni[sz]\w+|updat\w+|reform\w*|strengthen\w*|changes? to)\s+(?:the |its |their )?$"
)


def find_instrument(mention: EventMention, reading: Reading, earlier: Instrument | None) -> Instrument | None:
    """The bill, law, case or order that the mention is about."""
    kinds = _ABOUT.get(mention.event_type, _ANY)
    start, end = min(mention.clause_start, mention.start), max(mention.clause_end, mention.end)
    inside = [
        i for i in reading.instruments_between(start, end) if i.kind in kinds and not _only_cited(i, mention, reading)
    ]
    if inside:
        return min(inside, key=lambda i: (kinds.index(i.kind), _distance(i, mention), i.start))
    if mention.event_type not in _ABOUT:
        return None
    sentence = reading.sentence_of(mention)
    around = [
        i
        for i in reading.instruments_between(sentence.start, sentence.end)
        if i.kind == kinds[0] and not _only_cited(i, mention, reading)
    ]
    if around:
        return min(around, key=lambda i: (_distance(i, mention), i.start))
    return earlier if mention.anaphoric else None


def _only_cited(instrument: Instrument, mention: EventMention, reading: Reading) -> bool:
    """Whether a law is named only as the ground of the act or as what a bill would change: not the event's matter."""
    if mention.event_type in _MAKES_LAW or instrument.kind not in {"law", "regulation"}:
        return False
    return bool(_CITING.search(reading.text, max(0, instrument.start - _CITED), instrument.start))


def find_amount(mention: EventMention, reading: Reading, earlier: Amount | None) -> Amount | None:
    """The money of the mention: the first amount after its trigger, else the last before it."""
    if mention.event_type not in word_list("money_types"):
        return None
    start, end = min(mention.clause_start, mention.start), max(mention.clause_end, mention.end)
    inside = reading.amounts_between(start, end)
    if inside:
        return min(inside, key=lambda a: (a.start < mention.start, _distance(a, mention)))
    return earlier if mention.anaphoric else None


def _distance(thing: Instrument | Amount, mention: EventMention) -> int:
    return max(thing.start - mention.end, mention.start - thing.end, 0)
