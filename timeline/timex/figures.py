"""The word classes of tokens that begin with a digit: a day, a year, a clock time, a date in figures."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_DIGITS = re.compile(
    r"(?P<ISO>\d{4}-\d\d-\d\d.*)|(?P<NUMDATE>\d+([/.-])\d+\3\d+)|(?P<CLOCK>\d{1,2}[:h]\d\d.*)"
    r"|(?P<ORDINAL>\d+\s?[a-zA-Z]{2})|(?P<DECADE>\d+['’]?s)|(?P<YEARS>\d{4}[-‑–/]\d\d)"
    r"|(?P<BIG>\d{1,3}(,\d{3})+)|(?P<DECIMAL>\d+\.\d+)|(?P<PLAIN>\d+)"
)
#: Tokens of every kind that is told apart; of four digits, some of each hundred.
_SAMPLES = (
    "0", "00", "5", "05", "15", "20", "28", "45", "100", "1,200", "3.5", "3.50", "10.30", "10.10", "30.10", "40.0",
    "2023-05-24", "1.2.2021", "10:30", "21st", "99th", "1980s", "80s", "2023-24",
    *(f"{hundred:02d}{rest}" for hundred in range(100) for rest in ("00", "50", "59", "60", "99")),
)  # fmt: skip
_FIRST_MODERN, _LAST_MODERN = 1900, 2050  # figures in this range are years without more ado


@lru_cache(maxsize=4096)
def number_classes(word: str) -> frozenset[str]:
    """The classes of a token that begins with a digit.

    >>> sorted(number_classes("21")), sorted(number_classes("2021")), sorted(number_classes("21st"))
    (['DAY', 'HOUR', 'NUM', 'SMALL', 'TWO'], ['HHMM', 'MODERNYEAR', 'NUM', 'YEAR'], ['NUMORD', 'ORD', 'ORDDAY'])
    """
    match = _DIGITS.fullmatch(word)
    kind = next((name for name, text in match.groupdict().items() if text), "") if match else ""
    if not kind or not (word.isascii() or kind in ("YEARS", "DECADE")):
        return frozenset()
    if kind == "ORDINAL":
        return frozenset({"ORD", "ORDDAY", "NUMORD"} if 1 <= int(word[:-2]) <= 31 else {"ORD"})
    if kind in ("BIG", "DECIMAL"):
        return frozenset({"NUM", kind}) if kind == "BIG" else frozenset({"NUM", kind, *_around_point(word)})
    if kind == "DECADE":
        return frozenset({kind, "LONGDECADE"} if word[:4].isdigit() else {kind})
    if kind != "PLAIN":
        return frozenset({kind})
    return _plain(word)


def _around_point(word: str) -> set[str]:
    """What a decimal can be besides: a clock time ("10.30"), a day and month ("5.6")."""
    before, after = word.split(".", 1)
    clock = len(after) == 2 and int(before) < 25 and int(after) < 60
    date = len(before) <= 2 >= len(after) and 1 <= int(before) <= 31 and 1 <= int(after) <= 12
    return ({"CLOCKDOT"} if clock else set()) | ({"DAYMONTH"} if date else set())


def _plain(word: str) -> frozenset[str]:
    number = int(word)
    if len(word) > 4:
        return frozenset()
    if len(word) == 4:
        clock = number // 100 <= 24 and number % 100 < 60
        modern = _FIRST_MODERN <= number <= _LAST_MODERN
        year = 1000 <= number < 2200
        return _chosen(NUM=True, HHMM=clock, YEAR=year, MODERNYEAR=modern)
    if len(word) == 3:
        return _chosen(NUM=True, SMALL=True)
    day, month, hour = 1 <= number <= 31, 1 <= number <= 12, number <= 24
    return _chosen(NUM=True, SMALL=True, DAY=day, MONTHNUM=month, HOUR=hour, TWO=len(word) == 2)


def _chosen(**classes: bool) -> frozenset[str]:
    return frozenset(name for name, holds in classes.items() if holds)


@cache
def figure_classes() -> frozenset[frozenset[str]]:
    """Every set of classes that a token of figures can have."""
    return frozenset(number_classes(sample) for sample in _SAMPLES)
