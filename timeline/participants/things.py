"""The instrument and the amount of an event mention: its clause's, its sentence's or, pointing back, an earlier one."""

from __future__ import annotations

import re

from timeline.event_types import event_group
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
#: What a definite noun can point back to: "the law takes effect" to the one law or bill that the text has named.
_NOUNS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("bill", "bills", "legislation", "proposal", "draft"), ("bill", "law")),
    **dict.fromkeys(("law", "act", "statute", "measure"), ("law", "bill")),
    **dict.fromkeys(("regulation", "regulations", "rule", "rules", "directive", "ordinance"), ("regulation", "law")),
    **dict.fromkeys(("order", "decree", "proclamation"), ("order",)),
    **dict.fromkeys(("treaty", "convention"), ("treaty",)),
    **dict.fromkeys(("case", "lawsuit", "suit", "litigation", "appeal", "petition"), ("case",)),
}
_DEFINITE = re.compile(
    rf"\b(?:the|this|that|today['’]s)\s+(?:(?:new|proposed|draft|final|landmark|executive|same|entire|whole|controversial|"
    rf"legislative|pending)\s+){{0,2}}({'|'.join(_NOUNS)})\b(?!\s+(?:of|against|by|filed|on)\b|\s+(?-i:[A-Z(]))",
    re.IGNORECASE,
)
_ANY = ("bill", "law", "regulation", "order", "case", "docket", "treaty")


#: Types in which a law named with "under" is still the law that is made or starts.
_MAKES_LAW = frozenset({"law_enacted", "in_force", "repealed"})
_CITED = 60
_ANOTHER_CASE = re.compile(
    r"\b(?:case|suit|lawsuit|petition|appeal|action|complaint|ruling|trial)s?\s+(?:of|against|by|filed|brought|from)\b|"
    r"\b(?:another|separate|other|similar|different|related|second|parallel)\s+(?:\w+\s)?(?:case|suit|lawsuit|petition|action|ruling|trial|court)",
    re.IGNORECASE,
)
_HEAD = 300  # characters: the headline and the first sentence
_PRECEDENT = re.compile(
    r"(?:\b(?:citing|cited|cites|see|rel(?:y|ies|ied|ying) (?:up)?on|following|unlike|under|overturn\w*|overrul\w+|"
    r"since|after|like|similar to|(?:held|ruled|decided|established|decision|ruling|judge?ment|"
    r"precedent|landmark \w+) in))"
    r"\s+(?:the )?(?:(?:case|matter|decision|ruling|judge?ment) (?:of|in) )?$",
    re.IGNORECASE,
)
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
    only = _only_one(mention, reading, kinds, sentence.start, sentence.end)
    if only is not None:
        return only
    if earlier is not None and mention.anaphoric:
        return earlier
    return _pointed_to(mention, reading, kinds, start, end) or _case_beside(mention, reading)


def _case_beside(mention: EventMention, reading: Reading) -> Instrument | None:
    """The one case or docket that the sentences around name ("The judge ruled on Monday. The case is Doe v. Roe."), or
    that the head of the text names where the whole text has no other; not one that is only cited.
    """
    if event_group(mention.event_type) != "litigation":
        return None
    here = reading.sentence_of(mention)
    if _ANOTHER_CASE.search(reading.text, here.start, here.end):
        return None
    beside = [s for s in reading.sentences[max(0, here.index - 1) : here.index + 2] if s.paragraph == here.paragraph]
    near = _cases(reading, beside[0].start, beside[-1].end)
    if near:
        return near[0] if len({i.key or i.name for i in near}) == 1 else None
    told = _cases(reading, 0, len(reading.text))
    headed = bool(told) and told[0].start < _HEAD
    return told[0] if headed and len({i.key or i.name for i in told}) == 1 else None


def _cases(reading: Reading, start: int, end: int) -> list[Instrument]:
    """Cases by their parties, else dockets, that are matters of the text rather than precedents."""
    told = [i for i in reading.instruments_between(start, end) if i.kind in ("case", "docket")]
    told = [i for i in told if not _PRECEDENT.search(reading.text, max(0, i.start - _CITED), i.start)]
    return [i for i in told if i.kind == "case"] or told


def _only_one(
    mention: EventMention, reading: Reading, kinds: tuple[str, ...], start: int, end: int
) -> Instrument | None:
    """The one law of the sentence, for what happens to laws; not one that is only the ground of an act."""
    if event_group(mention.event_type) != "legislation":
        return None
    told = [i for i in reading.instruments_between(start, end) if i.kind in kinds]
    cited = any(_CITING.search(reading.text, max(0, i.start - _CITED), i.start) for i in told)
    return told[0] if told and not cited and len({i.key or i.name for i in told}) == 1 else None


def _pointed_to(
    mention: EventMention, reading: Reading, kinds: tuple[str, ...], start: int, end: int
) -> Instrument | None:
    """What a definite noun of the clause points back to: the instrument of its kind named until then, if one only."""
    for noun in _DEFINITE.finditer(reading.text, start, end):
        fitting = [k for k in _NOUNS[noun[1].lower()] if k in kinds]
        told = [i for i in reading.instruments_between(0, noun.start()) if i.kind in fitting]
        alone = len({i.key or i.name for i in told}) == 1
        if alone and not all(_only_cited(i, mention, reading) for i in told):
            return told[-1]
    return None


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
