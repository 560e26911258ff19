"""Which sentences capitalise every word, so that capitals say nothing in them."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Sentence

_STOPS = ".!?:;,)\"”’'"
_SMALL = frozenset(
    ["a", "an", "the", "of", "and", "or", "for", "to", "in", "on", "at", "by", "with", "from", "as", "vs", "v"]
)
_SHARE = 0.6


def title_case_sentences(text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Indices of sentences in title case or all in capitals.

    >>> text = "Court Upholds Ban on Widgets"
    >>> title_case_sentences(text, [Sentence(0, len(text), 0, 0, "title")])
    frozenset({0})
    """
    return frozenset(s.index for s in sentences if _is_title_case(text[s.start : s.end], s))


def _is_title_case(words: str, sentence: Sentence) -> bool:
    """A heading with mostly capitals; running text only when no word but the smallest is in small letters."""
    large = [w for w in words.split() if w[0].isalpha() and w not in _SMALL]
    if not large:
        return False
    capitals = sum(w[0].isupper() for w in large)
    if sentence.kind in ("title", "heading"):
        return capitals > _SHARE * len(large)
    # a list of names in running text is mostly capitals too
    return capitals == len(large) if words[-1] in _STOPS else capitals > 0.8 * len(large)
