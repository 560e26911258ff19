"""The short word lists of ``data/entities/lists.yml``."""

from __future__ import annotations

from timeline.knowledge import read_words


def word_list(name: str) -> frozenset[str]:
    """The words of the list ``name``.

    >>> "Utah" in word_list("own_county")
    True
    """
    return read_words("entities/lists.yml", name)
