"""Words, numbers and signs of a text with their places. One linear pass; no alternative can be retried at length."""

from __future__ import annotations

import re
from typing import NamedTuple

#: Digits come with what belongs to them: 2023-05-24, 24.5.2023, 10:30, 21st, 1980s, 1,200, 3.5, 2023-24.
_TOKEN = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|[^\W\d_]+"
    r"|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"
    r"|\d{1,4}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)\d{1,4}(?![\d/-])"
    r"|\d{1,2}[:h]\d\d(?::\d\d)?(?!\d)"
    r"|\d{1,4}(?:st|nd|rd|th|ST|ND|RD|TH)\b"
    r"|\d{1,2}[ \u00a0\n](?:st|nd|rd|th)(?![\w.])"  # an ordinal whose raised letters were taken for a word
    r"|\d{2,4}['’]?s\b"
    r"|\d{4}[-‑–/]\d{2}(?!\d)"
    r"|\d{1,3}(?:,\d{3})+(?!\d)"
    r"|\d+(?:\.\d+)?"
    r"|\n[ \t\r]*\n\s*"
    r"|[^\w\s]"
)


class Tokens(NamedTuple):
    """Parallel lists: the words and where each begins (code points of the whole text)."""

    words: list[str]
    starts: list[int]

    def end(self, index: int) -> int:
        return self.starts[index] + len(self.words[index])


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Tokens of ``text[start:end]``; a blank line is a token of its own.

    >>> tokenize("by 21st May 1980s").words
    ['by', '21st', 'May', '1980s']
    """
    words: list[str] = []
    starts: list[int] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        words.append(match[0])
        starts.append(match.start())
    return Tokens(words, starts)
