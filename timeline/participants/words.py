"""The word lists of ``data/participants/words.yml``."""

from __future__ import annotations

from functools import cache

from timeline.errors import DataError
from timeline.knowledge import read_yaml

_FILE = "participants/words.yml"


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of the list ``name``.

    >>> "against" in word_list("linking")
    True
    """
    for record in read_yaml(_FILE):
        if record["id"] == name:
            if not all(isinstance(word, str) for word in record["words"]):
                raise DataError(f"data/{_FILE}, {name}: quote the words that YAML reads as true or false (on, no).")
            return frozenset(record["words"])
    raise DataError(f"data/{_FILE} has no list {name!r}; add one.")
