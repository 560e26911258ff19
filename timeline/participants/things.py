"""The instrument and the amount of an event mention: its clause's, its sentence's or, pointing back, an earlier one."""

from __future__ import annotations

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


def find_instrument(mention: EventMention, reading: Reading, earlier: Instrument | None) -> Instrument | None:
    """The bill, law, case or order that the mention is about."""
    kinds = _ABOUT.get(mention.event_type, _ANY)
    start, end = min(mention.clause_start, mention.start), max(mention.clause_end, mention.end)
    inside = [i for i in reading.instruments_between(start, end) if i.kind in kinds]
    if inside:
        return min(inside, key=lambda i: (kinds.index(i.kind), _distance(i, mention), i.start))
    if mention.event_type not in _ABOUT:
        return None
    sentence = reading.sentence_of(mention)
    around = [i for i in reading.instruments_between(sentence.start, sentence.end) if i.kind == kinds[0]]
    if around:
        return min(around, key=lambda i: (_distance(i, mention), i.start))
    return earlier if mention.anaphoric else None


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
