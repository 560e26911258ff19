"""Defendants that a text lists apart from the act: "Named as defendants are ...", "The suit names ... as defendant"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.model import Entity, EventMention, Sentence
from timeline.participants.reading import Reading
from timeline.participants.roles import Cast

_SUED = frozenset(["lawsuit", "enforcement_action", "criminal_charge"])
_PARTIES = frozenset(["person", "company", "organisation"])
_DEFENDANT = r"(?:relief |nominal |corporate |individual |other |additional |named |remaining )*defendants?"
_CASE = r"(?:complaint|action|case|suit|lawsuit|indictment|matter)"
_IN_CASE = rf"(?:(?: named| charged| sued)? in (?:the|this|that) (?:\w+ )?{_CASE})?"
_ARE = r"(?: also)? (?:are|is|were|was|includes?|included)\b"
_AS = rf"as (?:a )?{_DEFENDANT}"
_OPENS = re.compile(
    rf"(?:^|\b)(?:(?:also )?named {_AS}{_IN_CASE}{_ARE}|"
    rf"(?:the|other|both|also) {_DEFENDANT}{_IN_CASE}{_ARE}|"
    rf"also (?:named|charged|sued|indicted){_IN_CASE}{_ARE}|"
    rf"(?:{_CASE}|commission|agency)(?: also)? (?:names?|named|identifies)(?: also)? {_AS}|"
    rf"the following (?:\w+ )?(?:{_DEFENDANT}|individuals|persons|companies|entities)\b)",
    re.IGNORECASE,
)
_NAMES = re.compile(rf"\b{_CASE}(?: also)? (?:names?|named)\b", re.IGNORECASE)
_CLOSES = re.compile(rf"\b{_AS}\b", re.IGNORECASE)
_PAPER = (
    r"(?:complaint|lawsuit|suit|indictment|information|petition|charging documents|court (?:documents|papers|records))"
)
_ALLEGES = re.compile(
    rf"\b{_PAPER}(?: further| also)? (?:alleges?|charges?|claims?|accuses?|says?|states?)(?: that)?\b|"
    rf"\b(?:[Aa]ccording to|[Aa]s alleged in) (?:the |an? )?(?:[\w'’.]+ ){{0,4}}{_PAPER}\b"
)
_SOON = 70  # characters within which the accused is named
_HINTS = ("efendant", "lso ")  # a list has one of these; the patterns are slow
_BULLETS = "-–—•*·()[].;:0123456789 \t\n"
_SHORT_ITEM = 160  # a longer paragraph tells of the party, and names others
_TELLS = re.compile(r"\b(?:is|was|are|were|has|had|who|which)\b")
_LONGEST_LIST = 60  # sentences
_DESCRIBED_BY = frozenset(["of", "with", "at", "by", "for", "from", "in", "to", "under", "v", "over"])


def find_listed_parties(reading: Reading, mentions: Sequence[EventMention]) -> dict[int, list[Cast]]:
    """The listed defendants by the number of the mention of the case: the last told before the list, else the first.

    >>> from timeline.model import Document, Sentence
    >>> text = "The agency sued. Named as defendants are Acme and Bmco."
    >>> names = [Entity(41, 45, "Acme", "Acme", "company"), Entity(50, 54, "Bmco", "Bmco", "company")]
    >>> reading = Reading(Document("d", text), [Sentence(0, 16, 0, 0), Sentence(17, 55, 1, 0)], names)
    >>> found = find_listed_parties(reading, [EventMention(11, 15, 0, 15, 0, "lawsuit", "actual")])
    >>> {number: [c.entity.name for c in casts] for number, casts in found.items()}
    {0: ['Acme', 'Bmco']}
    """
    cases = [i for i, m in enumerate(mentions) if m.event_type in _SUED]
    found: dict[int, list[Cast]] = {}
    if not cases:
        return found
    for start, end in _lists(reading):
        parties = [e for e in reading.entities_between(start, end) if _is_party(e, reading)]
        number = max((i for i in cases if mentions[i].start < end), default=cases[0])
        found.setdefault(number, []).extend(Cast(e, "patient", "defendant", "link-as-defendant") for e in parties)
    return found


def find_alleged_parties(reading: Reading, mentions: Sequence[EventMention]) -> dict[int, list[Cast]]:
    """Whom the papers of a case accuse ("the complaint alleges that Acme ..."), by the number of the mention of the
    case: the last told before, else the first. For cases whose own clause names nobody that is sued.
    """
    cases = [i for i, m in enumerate(mentions) if m.event_type in _SUED]
    found: dict[int, list[Cast]] = {}
    for sentence in reading.sentences if cases else ():
        alleged = _ALLEGES.search(reading.text, sentence.start, sentence.end)
        if alleged is None:
            continue
        near = reading.entities_between(alleged.end(), min(sentence.end, alleged.end() + _SOON))
        party = next((e for e in near if _is_party(e, reading)), None)
        if party is None:
            continue
        number = max((i for i in cases if mentions[i].start < alleged.start()), default=cases[0])
        found.setdefault(number, [Cast(party, "patient", "defendant", "link-as-accused")])
    return found


def _lists(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where each list begins and ends."""
    for sentence in reading.sentences:
        if not any(reading.text.find(hint, sentence.start, sentence.end) >= 0 for hint in _HINTS):
            continue
        opened = _OPENS.search(reading.text, sentence.start, sentence.end)
        if opened:
            yield opened.end(), sentence.end
            yield from _items(reading, sentence)
            continue
        named = _NAMES.search(reading.text, sentence.start, sentence.end)
        closed = _CLOSES.search(reading.text, named.end(), sentence.end) if named else None
        if named and closed:
            yield named.end(), closed.start()


def _items(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The names that open the paragraphs after a sentence that a colon ends, or that no stop does."""
    if reading.text[sentence.start : sentence.end].rstrip().endswith((".", "?", "!")):
        return
    paragraph = sentence.paragraph
    for item in reading.sentences[sentence.index + 1 : sentence.index + 1 + _LONGEST_LIST]:
        if item.paragraph == paragraph:
            continue
        opening = next(iter(reading.entities_between(item.start, item.end)), None)
        if opening is None or reading.text[item.start : opening.start].strip(_BULLETS):
            return
        paragraph = item.paragraph
        plain = item.end - opening.start < _SHORT_ITEM and not _TELLS.search(reading.text, opening.end, item.end)
        yield opening.start, item.end if plain else opening.end


def _is_party(entity: Entity, reading: Reading) -> bool:
    """Whether a name of the list is on it, not what describes one that is ("a former broker of Acme")."""
    if entity.kind not in _PARTIES or entity.mention == "pronoun":
        return False
    return reading.standing_of(entity)[0] not in _DESCRIBED_BY and not reading.text.startswith(("'s", "’s"), entity.end)
