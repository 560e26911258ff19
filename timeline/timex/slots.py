"""Numbers in the slots of a rule: a value of the word class, digits, or words to be read as a number."""

from __future__ import annotations

from typing import Any

from timeline.timex.numerals import digits, read_number

#: What an action receives: name of the slot -> value of the word class, (words, number values), or an earlier meaning.
Slots = dict[str, Any]
Options = dict[str, Any]
_CENTURIES = (18, 19, 20)  # "nineteen ninety-six"
_PIVOT = 30  # a year of two digits lies between 1930 and 2029


def whole_number(value: Any) -> int | None:
    """A whole number from a class value, digits ("12"), an ordinal ("12th") or words.

    >>> whole_number("3rd"), whole_number(7), whole_number((["twenty", "-", "one"], {"twenty": 20, "one": 1}))
    (3, 7, 21)
    """
    if isinstance(value, tuple):
        number = read_number(*value)
        return int(number) if number is not None and number == int(number) else None
    if isinstance(value, int):
        return value
    text = str(value)
    number = digits(text) if text.isdigit() else digits(text.rstrip("stndrhSTNDRH \u00a0\n"))
    return int(number) if number is not None else None


def year_number(value: Any) -> int | None:
    """A year in digits or words; of two digits, the one between 1930 and 2029.

    >>> year_number("98"), year_number((["nineteen", "ninety", "-", "six"], {"nineteen": 19, "ninety": 90, "six": 6}))
    (1998, 1996)
    """
    if isinstance(value, tuple):
        return _spoken_year(*value)
    text = str(value).lstrip("'’")
    if not text.isdigit():
        return None
    number = int(text)
    return number if len(text) > 2 else number + (1900 if number >= _PIVOT else 2000)


def _spoken_year(words: list[str], values: dict[str, float]) -> int | None:
    words = [word for word in words if word not in ("-", "‐", "‑", "and")]
    if len(words) == 1 and words[0].isdigit():
        return int(words[0])
    if len(words) > 1 and values.get(words[0]) in _CENTURIES and values.get(words[1], 1000) < 100:
        rest = read_number(words[1:], values)
        return int(values[words[0]] * 100 + rest) if rest is not None else None
    number = read_number(words, values)
    return int(number) if number is not None and 1000 <= number < 2200 else None


def amount_in(slots: Slots, options: Options) -> float | None:
    """How many, from the rule's own ``amount`` or its slot ``n``; ``None`` when it is not told or cannot be read."""
    if "amount" in options:
        return float(options["amount"])
    value = slots.get("n")
    if isinstance(value, tuple):
        return read_number(*value)
    if value is None or isinstance(value, int | float):
        return value
    return digits(str(value))
