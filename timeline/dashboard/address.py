"""The query of the page's address, read on the server: for feeds and calendars that carry the filter of a view.

The page's own script reads the same words (``assets/00-state.js``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qs

_LISTS: Final = ("j", "a", "r", "t", "f", "p", "s")
_FLAGS: Final = ("eu", "sure")
_WORDS: Final = ("from", "to", "q")


def filters_of(query: str) -> Mapping[str, Any]:
    """The filters in a query string as the page's JSON; what is no filter (window, lanes, tab) is left out.

    >>> filters_of("j=US-MT&j=EU&from=2023&tab=next")
    {'j': ['US-MT', 'EU'], 'from': '2023'}
    """
    given = parse_qs(query, max_num_fields=600)
    lists: dict[str, Any] = {key: given[key] for key in _LISTS if key in given}
    flags = {key: True for key in _FLAGS if given.get(key) == ["1"]}
    return lists | flags | {key: given[key][0] for key in _WORDS if key in given}
