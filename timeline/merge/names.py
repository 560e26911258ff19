"""Names of the same party written differently: company suffixes, articles, short forms, surnames."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz import fuzz

from timeline.knowledge import read_yaml

_TOKEN = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_ARTICLES = frozenset({"the", "a", "an", "of", "and", "for"})
_FUZZY_RATIO = 92  # one letter in a dozen: a typing error, a dropped accent; not another company


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(read_yaml("merge/words.yml")["company_suffixes"])


@lru_cache(maxsize=65536)
def name_tokens(name: str) -> tuple[str, ...]:
    """The words that identify a party, without articles and legal forms.

    >>> name_tokens("The TikTok Inc.")
    ('tiktok',)
    >>> name_tokens("Meta Platforms, Inc.")
    ('meta',)
    """
    raw = [t.replace("’", "'").removesuffix("'s").replace(".", "") for t in _TOKEN.findall(name.casefold())]
    words = [t for t in raw if t not in _ARTICLES]
    while len(words) > 1 and words[-1] in _suffixes():
        words.pop()
    return tuple(words or raw)


@lru_cache(maxsize=262144)
def same_name(first: str, second: str, person: bool = False) -> bool:
    """Whether two names can be one party: equal, one the short form of the other, or a typing error apart.

    >>> same_name("Alibi", "Alibi Drinkery"), same_name("Gianforte", "Greg Gianforte", person=True)
    (True, True)
    >>> same_name("Bank of America", "Bank of Montreal"), same_name("Meta", "Metalink")
    (False, False)
    """
    a, b = name_tokens(first), name_tokens(second)
    if a == b:
        return bool(a)
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    if person:
        return short[-1] == long[-1] and (len(short) == 1 or short[0][0] == long[0][0])
    return _short_form(short, long) or _variant(a, b) or _misspelt(" ".join(a), " ".join(b))


def _short_form(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short[0]) > 2 and long[: len(short)] == short and len(short) < len(long)


def _variant(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """The same ends and most of what lies between: "Harbour Wine & Coffee Bistro", "Harbour Wine Bar & Bistro"."""
    common, every = {*a} & {*b}, {*a} | {*b}
    return min(len(a), len(b)) > 2 and a[0] == b[0] and a[-1] == b[-1] and 5 * len(common) >= 3 * len(every)


def _misspelt(a: str, b: str) -> bool:
    if a[0] != b[0] or min(len(a), len(b)) < 8 or any(c.isdigit() for c in a + b):
        return False
    return fuzz.ratio(a, b) >= _FUZZY_RATIO
