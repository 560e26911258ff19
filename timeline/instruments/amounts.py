"""Sums of money that a text names: "$2 million", "A$49.5m", "225,000 euros", "Rs 10 crore", "up to £500,000 a day"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from timeline.knowledge import read_csv
from timeline.model import Amount, Document, Sentence

Qualifier = Literal["", "up_to", "at_least", "about", "per_day"]

_SCALES = {
    "": 1.0, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "hundred thousand": 1e5,
    "million": 1e6, "mn": 1e6, "mln": 1e6, "m": 1e6, "crore": 1e7, "crores": 1e7, "cr": 1e7,
    "billion": 1e9, "bn": 1e9, "b": 1e9, "lakh crore": 1e12, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:[, \u00a0]\d{2,3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:\.\d{3})+(?![\d.])|\d+(?:\.\d+)?"
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_BARE_DOLLARS = frozenset(["$", "dollars", "dollar"])
_HOMONYMS = frozenset(["won", "crowns", "dong", "lei", "rand", "lira", "bucks"])  # money only behind "million"
_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "hundred": 100, "half a": 0.5,
}  # fmt: skip
_LIMITS: dict[Qualifier, str] = {
    "up_to": "up to|as much as|as high as|a maximum of|maximum of|at most|not? (?:more than|exceeding|to exceed)|"
    "capped at|under|less than|below",
    "at_least": "at least|more than|over|in excess of|a minimum of|minimum of|not less than|no less than|exceeding|"
    "upwards? of|above",
    "about": "about|around|approximately|nearly|almost|roughly|some|an estimated|estimated|close to|circa|"
    "just (?:over|under)|~",
}
_BEFORE = tuple((re.compile(rf"(?<!\w)(?:{words})\s*$", re.IGNORECASE), limit) for limit, words in _LIMITS.items())
_PER_DAY = re.compile(
    r"\s*(?:per|a|each|every|for (?:each|every)|/)\s*(?:day|violation per day)\b|-a-day\b|\s+daily\b", re.I
)
_WEIGHT = re.compile(r"\s*(?:of\b|\(\d|\d)")
_LOOK_BACK = 32


@dataclass(frozen=True, slots=True)
class _Signs:
    """Currency codes by the sign before the number ("$", "Rs") and by the name after it ("euros")."""

    before: dict[str, str]
    after: dict[str, str]


def find_amounts(document: Document, sentences: Sequence[Sentence]) -> tuple[Amount, ...]:
    """The sums of money in ``document``, by place; a bare "$" is the dollar of the country the text speaks of most.

    >>> [(a.text, a.value, a.currency, a.qualifier) for a in find_amounts(Document("d", "up to €1.2 billion"), [])]
    [('€1.2 billion', 1200000000.0, 'EUR', 'up_to')]
    """
    text, signs = document.text, _signs()
    # most texts know one or two currencies: a pattern of only these is many times faster
    before = tuple(sign for sign in signs.before if sign in text)
    after = tuple(name for name in signs.after if name in text)
    if not before and not after:
        return ()
    dollar = ""
    found = []
    for match in _pattern(before, after).finditer(text):
        value, sign = _parts(match)
        start, end = match.span()
        currency = signs.before.get(sign) or signs.after.get(sign, "")
        if sign in _BARE_DOLLARS:
            dollar = dollar or _local_dollar(text)
            currency = dollar
        if (sign == "pounds" and value < 1e6 and _WEIGHT.match(text, end)) or (
            sign in _HOMONYMS and not match["scale2"]
        ):
            continue
        qualifier = _qualifier(text, start, end)
        if match["upper"]:
            qualifier = qualifier or "up_to"
        if currency and value > 0:
            found.append(Amount(start, end, text[start:end], value, currency, qualifier, f"amount:{currency.lower()}"))
    return tuple(found)


def _parts(match: re.Match[str]) -> tuple[float, str]:
    """Value and currency sign of a match."""
    if match["sign"]:
        number = match["upper"] or match["number"]
        scale = match["scale"] or match["short"] or ""
        sign = match["sign"]
    elif match["number2"]:
        number, scale, sign = match["number2"], match["scale2"] or match["short2"] or "", match["name"]
    else:
        number, scale, sign = match["word"], match["scale3"] or "", match["name3"]
    return _value(number, scale), " ".join(sign.split())


def _value(number: str, scale: str) -> float:
    plain = re.sub(r"[, \u00a0]", "", number)
    if not scale and _DOTTED.fullmatch(plain):  # "EUR 30.000"
        plain = plain.replace(".", "")
    base = float(plain) if plain[0].isdigit() else float(_WORDS[" ".join(number.lower().split())])
    return round(base * _SCALES[scale.lower()], 2)


def _qualifier(text: str, start: int, end: int) -> Qualifier:
    if _PER_DAY.match(text, end):
        return "per_day"
    for pattern, qualifier in _BEFORE:
        if pattern.search(text, max(0, start - _LOOK_BACK), start):
            return qualifier
    return ""


def _local_dollar(text: str) -> str:
    """The currency that "$" means: of the dollar country that the text names most, the American one on a tie."""
    counts = {currency: sum(text.count(word) for word in words) for currency, words in _DOLLAR_COUNTRIES.items()}
    best = max(counts, key=lambda c: counts[c])
    return best if counts[best] > counts["USD"] else "USD"


_DOLLAR_COUNTRIES = {
    "USD": ("U.S.", "US ", "United States", "America", "USD", "US$"),
    "AUD": ("Australia", "AUD", "A$", "Canberra", "New South Wales"),
    "CAD": ("Canad", "CAD", "C$", "Ottawa", "Ontario", "Quebec"),
    "NZD": ("New Zealand", "NZD", "NZ$"),
    "SGD": ("Singapore", "SGD", "S$"),
    "HKD": ("Hong Kong", "HK$"),
    "TWD": ("Taiwan", "NT$"),
}


@cache
def _signs() -> _Signs:
    before: dict[str, str] = {"$": "USD"}
    after: dict[str, str] = {}
    for row in read_csv("instruments/currencies.csv"):
        before.update((sign.strip(), row["code"]) for sign in row["before"].split(";"))
        after.update((name, row["code"]) for name in row["after"].split(";"))
    return _Signs(before, after)


@lru_cache(maxsize=256)
def _pattern(before: tuple[str, ...], after: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for the sums in these currencies."""
    signs = "|".join(
        (r"(?<![A-Za-z])" if sign[0].isalnum() else "") + re.escape(sign)
        for sign in sorted(before, key=len, reverse=True)
    )
    names = "|".join(re.escape(name) for name in sorted(after, key=len, reverse=True))
    symbols = "|".join(re.escape(s) for s in before if not s[0].isalnum()) or "(?!)"
    words = "|".join(sorted(_WORDS, key=len, reverse=True))
    scales = "thousand|million|billion|trillion|lakh|crore"
    signed = (
        rf"(?P<sign>{signs or '(?!)'}) ?(?P<number>{_NUMBER})"
        rf"(?:(?: ?[-–—] ?| to )(?:{symbols})?(?P<upper>{_NUMBER})(?= ?(?:{scales})))?{_scale('scale', 'short')}"
    )
    named = (
        rf"(?<![\w.,$€£])(?P<number2>{_NUMBER}){_scale('scale2', 'short2')}[ -](?P<name>{names or '(?!)'})\b"
        rf"|\b(?P<word>{words}) (?P<scale3>{scales}) (?P<name3>{names or '(?!)'})\b"
    )
    return re.compile(f"{signed}|{named}")


def _scale(word: str, short: str) -> str:
    """The pattern of a scale after a number, its groups named."""
    return (
        rf"(?:[ \-‑]?(?P<{word}>lakh crore|hundred thousand|thousand|million|billion|trillion|lakhs?|lac|crores?)"
        rf"| ?(?P<{short}>mn|mln|bn|tn|cr|[mMbBkK])(?!\w))?"
    )
