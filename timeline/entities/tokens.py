"""Words of a text with their places, in the form in which names are looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.entities.lexicon import lexicon

# "U.S." and "D.C." keep their stops, "O'Brien", "Jean-Luc" and "AT&T" are one word,
# and "US$" is money; 's is cut off below. The look-ahead with its back-reference stands for a possessive repeat, which
# CPython before 3.11.5 (Debian 12 has 3.11.2) gets wrong.
_WORD = re.compile(
    r"(?:[A-Z]\.(?:[a-z]\.)?){2,}(?:[A-Z](?![a-z]))?|(?=([^\W_]+(?:['’&\-‑][^\W_]+|\.[a-z]{2,}\b)*))\1(?!\$)"
)
_OWNS = re.compile(r"\w['’]s\b|s['’] ")
_ENOUGH = 200  # characters in which a possessive may be expected
_BODIES = frozenset(
    ["Department", "Commission", "Court", "Office", "Bureau", "Board", "Committee", "Company", "Government", "Agency"]
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: ``norm[i]`` (straight apostrophes, no 's) stands at ``starts[i]``..``ends[i]``.

    ``bare`` is true when the text seems to have lost its apostrophes ("the Commissions complaint").
    """

    text: str
    norm: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    possessive: frozenset[int]
    bare: bool

    def __len__(self) -> int:
        return len(self.norm)


def read_words(text: str) -> Words:
    """All words of ``text``.

    >>> read_words("TikTok’s U.S. arm").norm
    ('TikTok', 'U.S.', 'arm')
    """
    norm: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    possessive: set[int] = set()
    for match in _WORD.finditer(text):
        word, end = match[0], match.end()
        if "’" in word:
            word = word.replace("’", "'")
        if word.endswith("'s"):
            word, end = word[:-2], end - 2
            possessive.add(len(norm))
        elif text[end : end + 1] in ("'", "’") and word.endswith("s"):
            possessive.add(len(norm))
        norm.append(word)
        starts.append(match.start())
        ends.append(end)
    bare = len(text) > _ENOUGH and not _OWNS.search(text)
    if bare:
        _cut_bare_possessives(norm, ends, possessive)
    return Words(text, tuple(norm), tuple(starts), tuple(ends), frozenset(possessive), bare)


def _cut_bare_possessives(norm: list[str], ends: list[int], possessive: set[int]) -> None:
    """ "Devlins clients", "the FBIs office" without apostrophes: cut the s where the name stands without it."""
    names = {w for w in norm if w[0].isupper()}
    lists = lexicon()
    for i, word in enumerate(norm):
        if not word.endswith("s") or not word[0].isupper() or len(word) < 4 or word.endswith("ss"):
            continue
        name = word[:-1]
        common = name in lists.heads or name in lists.topics or name in lists.things or word in lists.heads
        if (name.isupper() or (name in names and not common)) or (name in _BODIES and name in names):
            norm[i] = name
            ends[i] -= 1
            possessive.add(i)
