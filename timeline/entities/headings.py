"""Which sentences capitalise every word, so that capitals say nothing in them."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Sentence

_SHORT = 4
_SHARE = 0.6
_STOPS = ".!?:;,)\"”’'"


def title_case_sentences(text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Indices of sentences in title case or all in capitals.

    >>> text = "Court Upholds Ban on Widgets"
    >>> title_case_sentences(text, [Sentence(0, len(text), 0, 0, "title")])
    frozenset({0})
    """
    found = set()
    for sentence in sentences:
        long_words = [w for w in text[sentence.start : sentence.end].split() if len(w) >= _SHORT and w[0].isalpha()]
        capitals = sum(w[0].isupper() for w in long_words)
        heading = sentence.kind in ("title", "heading")
        stopped = text[sentence.end - 1] in _STOPS
        # a list of names in running text is mostly capitals too
        if long_words and capitals > len(long_words) * (_SHARE if heading else 0.99 if stopped else 0.8):
            found.add(sentence.index)
    return frozenset(found)
