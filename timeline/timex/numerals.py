"""Numbers written in digits or words, by the values a language file gives its number words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_FILLERS = frozenset("-‐‑,")
_LONGEST = 16  # words that a number may have
_SCALE = 100  # number words from here on multiply what stands before them


def read_number(words: Sequence[str], values: Mapping[str, float]) -> float | None:
    """The number that ``words`` (lower case) spell, or ``None`` when a word has no value here.

    >>> read_number(["two", "thousand", "and", "five"], {"two": 2, "thousand": 1000, "five": 5, "and": 0})
    2005
    >>> read_number(["2", "1", "/", "2"], {})
    2.5
    """
    words = [word for word in words if word not in _FILLERS]
    if not words or len(words) > _LONGEST:
        return None
    if len(words) >= 3 and words[-2] == "/":
        return _with_fraction(words)
    total: float = 0
    group: float = 0
    for word in words:
        number = values[word] if word in values else digits(word)
        if number is None:
            return None
        if number >= _SCALE and word in values:
            group = (group or 1) * number
            if number > _SCALE:
                total, group = total + group, 0
        else:
            group += number
    return total + group


def _with_fraction(words: Sequence[str]) -> float | None:
    whole = digits(words[-4]) if len(words) >= 4 else 0
    upper, lower = digits(words[-3]), digits(words[-1])
    if whole is None or upper is None or not lower:
        return None
    return whole + upper / lower


def digits(word: str) -> float | None:
    """A number in digits, with thousands separators or a decimal point.

    >>> digits("1,200"), digits("3.5"), digits("x")
    (1200, 3.5, None)
    """
    plain = word.replace(",", "")
    if plain.isascii() and plain.isdigit():
        return int(plain)
    try:
        return float(plain) if plain[:1].isdigit() and plain.isascii() else None
    except ValueError:
        return None
