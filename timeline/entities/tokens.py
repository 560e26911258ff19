"""Words of a text with their places, in the form in which names are looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass

# "U.S." and "D.C." keep their stops, "O'Brien", "Jean-Luc" and "AT&T" are one word; 's is cut off below
_WORD = re.compile(r"(?:[A-Z]\.){2,}(?:[A-Z](?![a-z]))?|[^\W_]+(?:[’'&\-‑][^\W_]+|\.[a-z]{2,}\b)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_APOSTROPHE = re.compile(r"['’]")


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
    bare = len(text) > 600 and not _APOSTROPHE.search(text)
    return Words(text, tuple(norm), tuple(starts), tuple(ends), frozenset(possessive), bare)
