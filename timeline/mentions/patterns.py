"""The small language in which triggers are written, and how a pattern is matched against tokens.

A pattern is a row of elements between spaces:

``word``        that word; ``a|b`` either; a trailing ``?`` makes it optional
``<verb>``      any form of the verb; ``<verb:ed>`` only past and participle, ``<verb:ing>`` only that
``<verb>_out``   two or more words as one choice among others
``@class``      a word of that class of ``data/events/classes.yml``, or of the built-in @num, @year, @money
``*n``          up to n words, none of which ends a clause
``~n``          up to n words of one phrase: no comma, verb of being or joining word (class ``phrase_end``) among them

A condition is ``left|right|near N words``: one of the words (or classes) stands within N tokens on that side, or
``before|after pattern``: the pattern stands right there, as in ``before bill to`` for "a bill to ban".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from timeline.errors import DataError
from timeline.knowledge import read_yaml
from timeline.mentions.inflection import verb_forms

_NUMBER = re.compile(r"\d[\d.,]*(?:st|nd|rd|th)?$|\d+-to-\d+$|\d+-\d+$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_STOP = frozenset(';:.?!—–()[]“”"')
_REACH = 8  # words back that a ``before`` pattern may start
_BUILTIN = ("@num", "@year", "@num-day", "@num-year")


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: the words that fit, or a gap of up to ``gap`` words."""

    words: frozenset[str] = frozenset()
    special: tuple[str, ...] = ()
    gap: int = 0
    optional: bool = False
    within_phrase: bool = False
    forms: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Condition:
    """One of ``words`` (or ``special``) within ``distance`` tokens on ``side``, or one of ``rows`` beside the match."""

    side: str
    distance: int
    words: frozenset[str] = frozenset()
    special: tuple[str, ...] = ()
    rows: tuple[tuple[Element, ...], ...] = ()


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class of ``data/events/classes.yml``, named without the @."""
    classes = read_yaml("events/classes.yml")
    if name not in classes:
        raise DataError(f"data/events/classes.yml has no class {name}.")
    return frozenset(classes[name].split())


def parse_patterns(text: str) -> tuple[tuple[Element, ...], ...]:
    """The rows of elements that a pattern stands for: one, and one more for each choice of several words.

    >>> [len(row) for row in parse_patterns("<reverse>|<strike>_down *3 law")]
    [3, 4]
    """
    parts = text.split()
    for k, part in enumerate(parts):
        choices = part.split("|")
        joined = [choice for choice in choices if "_" in choice]
        if joined:
            single = [choice for choice in choices if "_" not in choice]
            variants = (["|".join(single)] if single else []) + [choice.replace("_", " ") for choice in joined]
            return tuple(row for v in variants for row in parse_patterns(" ".join([*parts[:k], v, *parts[k + 1 :]])))
    return (tuple(_element(part) for part in parts),)


def _element(part: str) -> Element:
    if part.startswith(("*", "~")):
        return Element(gap=int(part[1:]), within_phrase=part[0] == "~")
    optional = part.endswith("?")
    words: set[str] = set()
    special: list[str] = []
    forms: dict[str, str] = {}
    for choice in part.rstrip("?").split("|"):
        if choice in _BUILTIN:
            special.append(choice)
        elif choice.startswith("@"):
            words |= word_class(choice[1:])
        elif choice.startswith("<"):
            lemma, _, form = choice[1:-1].partition(":")
            forms |= {surface: kind for surface, kind in verb_forms(lemma).items() if form in ("", kind)}
        else:
            words.add(choice)
    return Element(frozenset(words | forms.keys()), tuple(special), optional=optional, forms=forms)


def parse_condition(text: str) -> Condition:
    """One condition.

    >>> parse_condition("left 2 deadline").distance
    2
    """
    side, _, rest = text.partition(" ")
    if side in ("before", "after"):
        return Condition(side, _REACH, rows=parse_patterns(rest))
    if side not in ("left", "right", "near"):
        raise DataError(f"a condition must start with left, right, near, before or after, not {side!r}.")
    distance, *choices = rest.split()
    element = _element("|".join(choices))
    return Condition(side, int(distance), element.words, element.special)


def match_pattern(elements: tuple[Element, ...], words: list[str], at: int, end: int) -> int:
    """The token after the match that starts at ``at``, or -1. ``end`` is the end of the sentence.

    >>> match_pattern(parse_patterns("<sign> *8 into law")[0], "signed the bill into law".split(), 0, 5)
    5
    >>> match_pattern(parse_patterns("<sign> ~8 law")[0], "signed what is no law".split(), 0, 5)
    -1
    """
    return _match(elements, 0, words, at, end)


def _match(elements: tuple[Element, ...], k: int, words: list[str], at: int, end: int) -> int:
    while k < len(elements):
        element = elements[k]
        if element.gap:
            for skip in range(element.gap + 1):
                if at + skip >= end or (skip and words[at + skip - 1] in _stops(element)):
                    return -1
                found = _match(elements, k + 1, words, at + skip, end)
                if found >= 0:
                    return found
            return -1
        if at < end and fits(element.words, element.special, words[at]):
            at += 1
        elif not element.optional:
            return -1
        k += 1
    return at


def _stops(gap: Element) -> frozenset[str]:
    """The words that a gap may not hold."""
    return _phrase_stops() if gap.within_phrase else _STOP


@cache
def _phrase_stops() -> frozenset[str]:
    return word_class("phrase_end") | _STOP


def _may_end(row: tuple[Element, ...], words: list[str], last: int) -> bool:
    """Whether the word before ``last`` can close ``row``: spares the search where it cannot."""
    end = row[-1]
    return bool(end.gap) or end.optional or (last > 0 and fits(end.words, end.special, words[last - 1]))


def _ends_at(row: tuple[Element, ...], words: list[str], at: int, last: int) -> bool:
    """Whether ``row`` matches from ``at`` and reaches just up to ``last``, by its closing gap if it has one."""
    gap = row[-1]
    if not gap.gap:
        return match_pattern(row, words, at, last) == last
    found = match_pattern(row[:-1], words, at, last)
    return 0 <= last - found <= gap.gap and found > at and _stops(gap).isdisjoint(words[found:last])


def fits(choices: frozenset[str], special: tuple[str, ...], word: str) -> bool:
    """Whether ``word`` is one of ``choices`` or of the built-in classes in ``special``."""
    return word in choices or (bool(special) and any(is_special(name, word) for name in special))


def is_special(name: str, word: str) -> bool:
    """Membership in a built-in class.

    >>> is_special("@year", "1996"), is_special("@num", "50-2"), is_special("@num", "fifty")
    (True, True, False)
    """
    if name == "@year":
        return bool(_YEAR.match(word))
    if name in ("@num-day", "@num-year"):
        return word[:1].isdigit() and word.endswith(name[4:])
    return bool(_NUMBER.match(word))


def holds(condition: Condition, words: list[str], first: int, last: int, start: int, end: int) -> bool:
    """Whether ``condition`` holds for the match ``words[first:last]`` in the sentence ``words[start:end]``.

    >>> words = "a bill to ban phones".split()
    >>> holds(parse_condition("before bill to"), words, 3, 4, 0, 5)
    True
    >>> holds(parse_condition("after phones|cars"), words, 3, 4, 0, 5)
    True
    """
    if condition.side == "after":
        return any(match_pattern(row, words, last, end) >= 0 for row in condition.rows)
    if condition.side == "before":
        starts = range(max(start, first - condition.distance), first)
        rows = [row for row in condition.rows if _may_end(row, words, first)]
        return any(_ends_at(row, words, at, first) for row in rows for at in starts)
    if condition.side != "left" and _any(condition, words, last, min(end, last + condition.distance)):
        return True
    return condition.side != "right" and _any(condition, words, max(start, first - condition.distance), first)


def _any(condition: Condition, words: list[str], first: int, last: int) -> bool:
    choices = condition.words
    if not condition.special:
        return not choices.isdisjoint(words[first:last])
    return any(fits(choices, condition.special, word) for word in words[first:last])
