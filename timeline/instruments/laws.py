"""Named laws: those of ``data/instruments/laws.csv`` and whatever ends like one ("the Clean Hands Act of 2019")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from timeline.knowledge import read_csv, read_yaml
from timeline.model import Instrument

LawKind = Literal["bill", "law", "regulation", "treaty"]

_HEAD = re.compile(
    r"\b(Act|Bill|Code|Law|Ordinance|Statute|Directive|Regulations?|Rules?|Treaty|Convention|Protocol)\b"
    r"(?:,? (?:of )?((?:18|19|20)\d\d)\b(?!-)|[-, ]{1,2}((?:19|20)\d\d)\b(?!-))?"
    r"(?! of (?:Conduct|Practice|Ethics|Law|War|Thumb))"
)
_KINDS: dict[str, LawKind] = {
    "Act": "law", "Bill": "bill", "Code": "law", "Law": "law", "Ordinance": "law", "Statute": "law",
    "Directive": "regulation", "Regulation": "regulation", "Regulations": "regulation", "Rule": "regulation",
    "Rules": "regulation", "Treaty": "treaty", "Convention": "treaty", "Protocol": "treaty",
}  # fmt: skip
_JOINED = re.compile(r"[\w-]")
_WORD = re.compile(r"[\w’'&./-]+|\([A-Z][\w ]*\)")
_ORDINAL = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Sixth|Eighth|Tenth|Fourteenth)$")
_INNER_SHORT = re.compile(r"\s\([A-Z]{2,8}\)\s")  # "Clean Hands (CH) Act"
_REACH = 140


@dataclass(frozen=True, slots=True)
class KnownLaw:
    """One record of laws.csv."""

    key: str
    name: str
    kind: LawKind
    jurisdictions: tuple[str, ...]


def find_laws(text: str) -> Iterator[Instrument]:
    """Every law that ``text`` names in full, by place.

    >>> [(i.name, i.key) for i in find_laws("under the GDPR and the Clean Hands Act of 2019, which")]
    [('General Data Protection Regulation', 'eu reg 2016/679'), ('Clean Hands Act of 2019', 'clean hands act 2019')]
    """
    found = sorted([*_known(text), *_by_form(text)], key=lambda i: (i.start, -i.end))
    after = 0
    for instrument in found:
        if instrument.start >= after:
            after = instrument.end
            yield instrument


def _known(text: str) -> Iterator[Instrument]:
    for end, name in _known_names().iter_long(text.replace("’", "'")):
        start, after = end + 1 - len(name), end + 1
        if _JOINED.match(text[start - 1 : start]) or _JOINED.match(text[after : after + 1]):
            continue
        law = known_laws()[name]
        yield Instrument(start, after, text[start:after], law.name, law.kind, law.key, law.jurisdictions, "law:known")


def _by_form(text: str) -> Iterator[Instrument]:
    for match in _HEAD.finditer(text):
        if _goes_on(text, match.end()):
            continue
        start = _start_of(text, match.start())
        if start is None:
            continue
        words = text[start : match.end()]
        name = " ".join(_INNER_SHORT.sub(" ", words).split())
        known = known_laws().get(name)
        if known and name != " ".join(words.split()):
            yield Instrument(
                start, match.end(), words, known.name, known.kind, known.key, known.jurisdictions, "law:known"
            )
        else:
            yield Instrument(start, match.end(), words, name, _KINDS[match[1]], law_key(name), (), "law:form")


def law_key(name: str) -> str:
    """The normal form of a law's name, for comparison.

    >>> law_key("Clean Hands Act, 2019"), law_key("the Clean Hands Act of 2019")
    ('clean hands act 2019', 'clean hands act 2019')
    """
    plain = re.sub(r",? of (?=\d{4}$)|,(?= \d{4}$)|-(?=\d{4}$)", " ", name.casefold()).replace("’", "'")
    plain = re.sub(r"^(?:the|a|an) ", "", plain)
    return " ".join(plain.split())


def _goes_on(text: str, end: int) -> bool:
    """Whether the name is not over: "Law Centre", "Bill Gates", "Act Two"."""
    after = text[end : end + 12]
    return bool(re.match(r" [A-Z]| \d|[-’']s? ?[A-Z]?\w*ing|\w", after)) and not re.match(r" [A-Z]\.?\b\.", after)


def _start_of(text: str, head: int) -> int | None:
    """Where the name begins whose last word stands at ``head``; None when it is no name."""
    left = max(0, head - _REACH, text.rfind("\n", 0, head) + 1)
    words = list(_WORD.finditer(text, left, head))
    if not words or text[words[-1].end() : head].strip():
        return None
    first = len(words)
    for i in range(len(words) - 1, -1, -1):
        word = words[i][0]
        between = text[words[i].end() : words[i + 1].start()] if i + 1 < len(words) else " "
        if between.strip() not in ("", ",", "&") or (
            between.strip() == "," and not _listed(text, words[i].end(), head)
        ):
            break
        if word in ("the", "The", "a", "an", "this", "that") and not (
            word == "the"
            and i > 0
            and words[i - 1][0] in _words("small")
            and first < len(words)
            and words[i - 1][0] in ("of",)
        ):
            break
        if word[0].isupper() or word[0].isdigit() or word[0] == "(":
            if _HEAD.fullmatch(word) and i < len(words) - 1 and words[i + 1][0] in ("and", "or"):
                break
            first = i
        elif word not in _words("small"):
            break
    while first < len(words) and (
        words[first][0] in _words("leading") or words[first][0][0].isdigit() or words[first][0] in _words("small")
    ):
        first += 1
    if first >= len(words) or any(w[0] in _words("never_with") for w in words[first:]) or _ORDINAL.match(words[-1][0]):
        return None
    for k in range(first, len(words) - 1):
        owner = re.match(r"(\w+)['’]s$", words[k][0])
        if owner and owner[1] not in _words("owners") and words[k + 1][0][0].isupper():
            first = k + 1  # "Montana's Privacy Act", not "Children's Privacy Act"
    return words[first].start()


def _listed(text: str, comma: int, head: int) -> bool:
    """ "Digital Markets, Competition and Consumers Act": the comma stands in a list that "and" ends."""
    return bool(re.match(r", (?:[A-Z][\w’'-]*,? ?){1,4}(?:and|or|&) (?:\(?[A-Z][\w’'-]*\)? ?)+$", text[comma:head]))


@cache
def _words(purpose: str) -> frozenset[str]:
    return frozenset(read_yaml("instruments/words.yml")[purpose].split())


@cache
def known_laws() -> dict[str, KnownLaw]:
    """Laws by every name they go by (straight apostrophes)."""
    laws: dict[str, KnownLaw] = {}
    for row in read_csv("instruments/laws.csv"):
        codes = tuple(row["jurisdictions"].split(";")) if row["jurisdictions"] else ()
        law = KnownLaw(row["id"], row["name"], cast(LawKind, row["kind"]), codes)
        for name in (row["name"], *(row["aliases"].split(";") if row["aliases"] else ())):
            laws.setdefault(name.replace("’", "'"), law)
    return laws


@cache
def _known_names() -> Any:
    import ahocorasick

    names = ahocorasick.Automaton()
    for name in known_laws():
        names.add_word(name, name)
    names.make_automaton()
    return names
