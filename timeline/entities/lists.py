"""The short word lists of ``data/entities/lists.yml``."""

from __future__ import annotations

from functools import cache

from timeline.errors import DataError
from timeline.knowledge import read_yaml

_FILE = "entities/lists.yml"


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of the list ``name``.

    >>> "Utah" in word_list("own_county")
    True
    """
    for record in read_yaml(_FILE):
        if record["id"] == name:
            if not all(isinstance(word, str) for word in record["words"]):
                raise DataError(f"data/{_FILE}, {name}: quote the words that YAML reads as true or false (on, no).")
            return frozenset(record["words"])
    raise DataError(f"data/{_FILE} has no list {name!r}; add one.")
