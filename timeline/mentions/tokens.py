"""Words of a document with their places, sentence by sentence: what the triggers are matched against."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from timeline.model import Sentence

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’\-&][^\W_]+|[.,]\d+)*|\S")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists over the words and marks of a text.

    ``words`` are in lower case with straight apostrophes and without a possessive ending, which ``possessive`` keeps;
    ``capital`` the words that start with a capital letter; ``bounds`` holds the first and the last-plus-one token of
    each sentence, ``sentence_of`` the sentence of each token.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    possessive: frozenset[int]
    capital: frozenset[int]
    bounds: list[tuple[int, int]]
    sentence_of: list[int]


def tokenize(text: str, sentences: tuple[Sentence, ...]) -> Tokens:
    """The tokens of ``text``; what stands outside all sentences is left out.

    >>> tokenize("Meta’s appeal", (Sentence(0, 13, 0, 0),)).words
    ['meta', 'appeal']
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    possessive: set[int] = set()
    capital: set[int] = set()
    bounds: list[tuple[int, int]] = []
    sentence_of: list[int] = []
    for sentence in sentences:
        first = len(words)
        for match in _TOKEN.finditer(text, sentence.start, sentence.end):
            word = match[0]
            if word[0].isupper():
                capital.add(len(words))
            word = word.lower()
            if "’" in word:
                word = word.replace("’", "'")
            if word.endswith("'s") and len(word) > 2:
                possessive.add(len(words))
                word = word[:-2]
            words.append(word)
            starts.append(match.start())
            ends.append(match.end())
        bounds.append((first, len(words)))
        sentence_of += [len(bounds) - 1] * (len(words) - first)
    return Tokens(words, starts, ends, frozenset(possessive), frozenset(capital), bounds, sentence_of)


def token_at(tokens: Tokens, offset: int) -> int:
    """The first token that ends after ``offset``."""
    return bisect_left(tokens.ends, offset + 1)
