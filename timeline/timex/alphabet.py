"""Words as single bytes: every set of word classes that some rules tell apart has a code of its own.

Rules of one alphabet see only the classes they name, so that a byte suffices for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.errors import DataError
from timeline.timex.figures import figure_classes, number_classes
from timeline.timex.patterns import classes_named, literals

DATES = (
    "day", "weekday", "week", "month", "monthday", "quarter", "half", "season", "year", "decade", "century", "holiday",
    "today", "part",
)  # fmt: skip
#: What a find can be; a later level names it in angle brackets. <date> stands for all in DATES.
KINDS = (*DATES, "duration", "span", "clock", "daypart", "moment", "set", "vague")
NOTHING = 0
OTHER = "OTHER"  # in a pattern: a word that no rule of the alphabet names
_HIGHEST = 255
KIND_CODES = {kind: _HIGHEST - number for number, kind in enumerate(KINDS)}
_SAME_SIGN = {"-": "‐‑", "'": "’"}  # hyphens that do not break, the typographic apostrophe
_LONGEST_FIGURE = 40  # characters; longer is no date, and no number worth reading


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The code of each written form, and of each kind of figures."""

    codes: dict[str, int]
    figures: dict[frozenset[str], int]
    classes: dict[str, frozenset[int]]

    def encode(self, words: list[str]) -> bytes:
        """One code a word; words that no rule names are 0."""
        known, figures = self.codes.get, self._figure
        return bytes([known(word) or (figures(word) if word[0].isdigit() else NOTHING) for word in words])

    def _figure(self, word: str) -> int:
        return self.figures.get(number_classes(word), NOTHING) if len(word) <= _LONGEST_FIGURE else NOTHING

    def members(self, atom: str) -> frozenset[int]:
        """The codes that an atom of a pattern stands for: a class, ``=literal`` or ``<kind>``."""
        if atom.startswith("<"):
            return frozenset(KIND_CODES[kind] for kind in (DATES if atom == "<date>" else (atom[1:-1],)))
        if atom == OTHER:
            return frozenset({NOTHING})
        if atom.startswith("="):
            return frozenset(self.codes[surface] for surface in surfaces(atom[1:], "any"))
        return self.classes.get(atom, frozenset())


def build_alphabet(words: Mapping[str, Any], patterns: Iterable[str]) -> Alphabet:
    """The alphabet for ``patterns`` (macros included) over the word classes of a language file."""
    patterns = list(patterns)
    used = {name for pattern in patterns for name in classes_named(pattern)}
    unheard = used - words.keys() - {OTHER} - {name for classes in figure_classes() for name in classes}
    if unheard:
        raise DataError(f"no word class is called {', '.join(sorted(unheard))}")
    signs: dict[str, set[str]] = {}
    for name in used & words.keys():
        for word in word_values(words[name]):
            for surface in surfaces(word, word_case(words[name])):
                signs.setdefault(surface, set()).add(name)
    for word, use in {found for pattern in patterns for found in literals(pattern)}:
        for surface in surfaces(word, "any"):
            signs.setdefault(surface, set()).add(f"={use}")
    kinds_of_figures = {full: full & used for full in figure_classes()}
    groups = sorted({*map(frozenset, signs.values()), *kinds_of_figures.values()} - {frozenset()}, key=sorted)
    if len(groups) >= _HIGHEST - len(KINDS):
        raise DataError(f"{len(groups)} different sets of word classes are more than a byte can tell apart")
    code = {group: number + 1 for number, group in enumerate(groups)}
    return Alphabet(
        codes={surface: code[frozenset(names)] for surface, names in signs.items()},
        figures={full: code.get(seen, NOTHING) for full, seen in kinds_of_figures.items()},
        classes={name: frozenset(code[group] for group in groups if name in group) for name in used},
    )


def word_values(entry: Any) -> dict[str, Any]:
    """Word -> value of one word class; in a plain list a word is its own value."""
    words = entry["words"] if isinstance(entry, dict) and "words" in entry else entry
    pairs = words.items() if isinstance(words, dict) else zip(words, words, strict=True)
    return {str(word): value for word, value in pairs}


def word_case(entry: Any) -> str:
    return str(entry.get("case", "any")) if isinstance(entry, dict) else "any"


def surfaces(word: str, case: str) -> set[str]:
    """How a word may be written: capital for names ("May" is no modal), lower where a capital means another word,
    upper for Roman numerals.

    >>> sorted(surfaces("may", "capital")), sorted(surfaces("of", "any"))
    (['MAY', 'May'], ['OF', 'Of', 'of'])
    """
    if word in _SAME_SIGN:
        return {word, *_SAME_SIGN[word]}
    if case in ("lower", "exact"):
        return {word}
    if case == "upper":
        return {word.upper()}
    forms = {word[:1].upper() + word[1:], word.upper()}
    return forms if case == "capital" else forms | {word}
