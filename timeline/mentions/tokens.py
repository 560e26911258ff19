"""Words of a document with their places, sentence by sentence: what the triggers are matched against."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.instruments.numbered import find_numbered
from timeline.model import Sentence

#: What stands for a numbered bill ("SB 419") among the words: a trigger that asks for a bill then finds one.
_BILL = "bill"
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

    A bill cited by its number is one token, whose word is "bill".

    >>> tokenize("Meta’s appeal", (Sentence(0, 13, 0, 0),)).words
    ['meta', 'appeal']
    >>> tokenize("She signed SB 419.", (Sentence(0, 18, 0, 0),)).words
    ['she', 'signed', 'bill', '.']
    """
    bills = [(i.start, i.end) for i in find_numbered(text) if i.kind == "bill"]
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    possessive: set[int] = set()
    capital: set[int] = set()
    bounds: list[tuple[int, int]] = []
    sentence_of: list[int] = []
    for sentence in sentences:
        first = len(words)
        for start, end, bill in _pieces(text, sentence, bills):
            word = text[start:end]
            if word[0].isupper():
                capital.add(len(words))
            word = _BILL if bill else word.lower()
            if "’" in word:
                word = word.replace("’", "'")
            if word.endswith("'s") and len(word) > 2:
                possessive.add(len(words))
                word = word[:-2]
            words.append(word)
            starts.append(start)
            ends.append(end)
        bounds.append((first, len(words)))
        sentence_of += [len(bounds) - 1] * (len(words) - first)
    return Tokens(words, starts, ends, frozenset(possessive), frozenset(capital), bounds, sentence_of)


def _pieces(text: str, sentence: Sentence, bills: list[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether a numbered bill) of each token of ``sentence``."""
    at = sentence.start
    for start, end in (*_within(bills, sentence), (sentence.end, sentence.end)):
        yield from ((*match.span(), False) for match in _TOKEN.finditer(text, at, start))
        if end > start:
            yield start, end, True
        at = end


def _within(spans: list[tuple[int, int]], sentence: Sentence) -> list[tuple[int, int]]:
    first = bisect_left(spans, (sentence.start, 0))
    return [span for span in spans[first : bisect_left(spans, (sentence.end, 0))] if span[1] <= sentence.end]


def token_at(tokens: Tokens, offset: int) -> int:
    """The first token that ends after ``offset``."""
    return bisect_left(tokens.ends, offset + 1)
