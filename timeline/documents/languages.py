"""Which language a text is in, by its commonest words: light, and the same answer each time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from timeline.knowledge import read_csv

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6_000
_FEWEST_HITS = 3


@dataclass(frozen=True, slots=True)
class Language:
    """A language of ``data/languages.csv``: month number by each of its names, commonest words."""

    code: str
    months: dict[str, int]
    stop_words: frozenset[str]


@cache
def languages() -> dict[str, Language]:
    """All languages by code.

    >>> languages()["fr"].months["mars"]
    3
    """
    found = {}
    for row in read_csv("languages.csv"):
        months = {name: number for number, names in enumerate(row["months"].split(), 1) for name in names.split("/")}
        found[row["code"]] = Language(row["code"], months, frozenset(row["stop_words"].split()))
    return found


def detect_language(text: str, default: str = "en") -> str:
    """The code of the language that most running words at the head of ``text`` belong to.

    >>> detect_language("Der Ausschuss hat über das Gesetz und die Strafe entschieden.")
    'de'
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    hits = {code: sum(word in language.stop_words for word in words) for code, language in languages().items()}
    best = max(hits, key=lambda code: (hits[code], code == default))
    return best if hits[best] >= _FEWEST_HITS and hits[best] > hits.get(default, 0) else default
