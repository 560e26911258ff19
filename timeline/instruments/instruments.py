"""Bills, laws, cases, dockets and orders that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.instruments.cases import find_cases
from timeline.instruments.laws import find_laws
from timeline.instruments.numbered import find_numbered
from timeline.model import Document, Instrument, Sentence

_SHORT = re.compile(
    r"\b[Tt]h(?:e|is) (Act|Bill|Code|Ordinance|Directive|Regulations?|Rules?|Executive Order|Treaty)\b(?! [A-Z(])"
)
_INNER = re.compile(r"\s\(([A-Z]{2,8})\)\s+(\w+)")
_DEFINED = re.compile(r",? \((?:the )?[\"“'‘]?(?:the )?([A-Z][\w&’' -]{1,40}?)[\"”'’]?\)")


def find_instruments(document: Document, sentences: Sequence[Sentence]) -> tuple[Instrument, ...]:
    """The instruments that ``document`` names, by place, never overlapping; short forms carry the full name's key.

    >>> [(i.text, i.kind, i.key) for i in find_instruments(Document("d", "He signed SB 419."), [])]
    [('SB 419', 'bill', 'sb 419')]
    """
    text = document.text
    found = _named_by_inner_acronym(_apart([*find_numbered(text), *find_laws(text), *find_cases(text)]))
    return tuple(_apart([*found, *_short_forms(text, found)]))


def _apart(instruments: list[Instrument]) -> list[Instrument]:
    """By place; of two that overlap the earlier, of two that begin together the longer."""
    kept: list[Instrument] = []
    for instrument in sorted(instruments, key=lambda i: (i.start, -i.end)):
        if not kept or instrument.start >= kept[-1].end:
            kept.append(instrument)
    return kept


def _named_by_inner_acronym(found: list[Instrument]) -> list[Instrument]:
    """ "the CH Act" after "the Clean Hands (CH) Act" is that act."""
    defined: dict[str, Instrument] = {}
    named = []
    for instrument in found:
        inner = _INNER.search(instrument.text)
        if inner:
            defined[f"{inner[1]} {inner[2]}"] = instrument
        full = defined.get(" ".join(instrument.text.split()))
        named.append(instrument if inner or full is None else _defined_as(full, instrument))
    return named


def _defined_as(full: Instrument, short: Instrument) -> Instrument:
    return replace(full, start=short.start, end=short.end, text=short.text, rule_id="instrument:defined")


def _short_forms(text: str, found: Sequence[Instrument]) -> Iterator[Instrument]:
    """ "(CHA)" after "Clean Hands Act" and every "CHA" from there on; "the Act" after the last act named."""
    for full in found:
        defined = _DEFINED.match(text, full.end)
        if defined and _may_stand_for(defined[1], full):
            pattern = re.compile(rf"(?<![\w-]){re.escape(defined[1])}(?![\w-])")
            for match in pattern.finditer(text, full.end):
                yield replace(full, start=match.start(), end=match.end(), text=match[0], rule_id="instrument:defined")
    for match in _SHORT.finditer(text):
        noun = match[1].rstrip("s")
        before = [
            i for i in found if i.end <= match.start() and (noun in i.name or (noun == "Bill" and i.kind == "bill"))
        ]
        if before:
            start = match.start(1)
            yield replace(
                before[-1], start=start, end=match.end(), text=text[start : match.end()], rule_id="instrument:back"
            )


def _may_stand_for(short: str, full: Instrument) -> bool:
    """Whether ``short`` is made of the initials or of words of the full name."""
    words = re.findall(r"\w+", full.name)
    if short.isupper():
        initials = "".join(w[0] for w in words if w[0].isupper())
        return short in (initials, "".join(w[0] for w in words).upper()) or (
            short[0] == initials[:1] and len(short) > 2
        )
    return len(short) > 2 and all(part in full.name for part in re.findall(r"\w+", short)) and not short.islower()
