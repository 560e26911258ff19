"""The word lists of ``data/participants/words.yml``."""

from __future__ import annotations

from timeline.knowledge import read_words


def word_list(name: str) -> frozenset[str]:
    """The words of the list ``name``.

    >>> "against" in word_list("linking")
    True
    """
    return read_words("participants/words.yml", name)
