"""What measure a document is about: the bills and acts that its events name, or the one that its text names at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from timeline.merge.names import name_tokens

_LINKS = frozenset({"and", "of", "the", "for", "to", "in", "on", "from", "by"})
#: Capitalised words, years and the small words between them, one space apart.
_RUN = re.compile(
    r"(?:\(?[A-Z][\w’'&-]*\)?,?|(?:19|20)\d\d)"
    r"(?: (?:\(?[A-Z][\w’'&-]*\)?,?|(?:19|20)\d\d|and|of|the|for|to|in|on|from|by)(?![\w]))*"
)
_KINDS = frozenset({"act", "bill", "law", "draft", "this", "that", "our", "its", "their", "new"})
_YEAR = re.compile(r"(?:19|20)\d\d")
#: A text that names more measures than this is about none of them in particular.
_FEW = 1


@lru_cache(maxsize=65536)
def _core(name: str) -> tuple[frozenset[str], str]:
    """The words of a measure's name that its bill and its act share, and its year or ""."""
    words = [w.strip("()") for w in name_tokens(name)]
    years = [w for w in words if _YEAR.fullmatch(w)]
    return frozenset(w for w in words if w not in _KINDS and w not in years), years[-1] if years else ""


@lru_cache(maxsize=65536)
def same_measure(first: str, second: str) -> bool:
    """Whether two names can be one measure's as bill and as act, in full and in short; two years are two measures.

    >>> same_measure("Assistance and Access Act", "Telecommunications Amendment (Assistance and Access) Bill 2018")
    True
    >>> same_measure("Online Safety Act 2021", "Online Safety Act 2023")
    False
    >>> same_measure("Privacy Act", "Health Privacy Act")
    False
    """
    (a, year_a), (b, year_b) = _core(first), _core(second)
    if year_a and year_b and year_a != year_b:
        return False
    short, long = sorted((a, b), key=len)
    return first == second or (len(short) >= 2 and short <= long)


@lru_cache(maxsize=1024)
def named_measures(text: str) -> frozenset[str]:
    """The bill or act that ``text`` names, if it names no other; each in its longest form.

    >>> sorted(named_measures("They oppose the Signals Integrity Bill 2019. The Signals Integrity Act is law."))
    ['Signals Integrity Bill 2019']
    >>> sorted(named_measures("The Privacy Rights Act and the Water Quality Act differ."))
    []
    """
    kept: list[str] = []
    found = {name for run in _RUN.findall(text) for name in _measures(run.split(" "))}
    for name in sorted(found, key=lambda n: (-len(n), n)):
        if len(_core(name)[0]) >= 2 and not any(same_measure(name, other) for other in kept):
            kept.append(name)
    return frozenset(kept) if len(kept) <= _FEW else frozenset()


def _measures(words: Sequence[str]) -> Iterator[str]:
    """The names in a run of words that end in "Act" or "Bill" and the year after it."""
    first = 0
    for place, word in enumerate(words):
        if word.rstrip(",)") not in {"Act", "Bill"}:
            continue
        end = place + 2 if words[place + 1 : place + 2] and _YEAR.fullmatch(words[place + 1]) else place + 1
        while first < place and (words[first] in _LINKS or words[first] in {"The", "Under", "In"}):
            first += 1
        yield " ".join(words[first:end]).rstrip(",")
        first = end
