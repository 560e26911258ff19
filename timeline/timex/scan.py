"""One pass over a text of any length: what is said about time, where, before any of it is put on a calendar.

The text is read a few paragraphs at a time, so that the work for a character is the same in a note and in a book.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.timex.cascade import run_cascade
from timeline.timex.language import Language
from timeline.timex.meanings import (
    Ahead,
    Clock,
    DayPart,
    Ended,
    Fixed,
    Holiday,
    Inside,
    Lasting,
    Meaning,
    Modified,
    MonthDay,
    Named,
    Nth,
    Part,
    Same,
    Shifted,
)
from timeline.timex.tense import NOT_TOLD, Direction, TenseReader
from timeline.timex.tokens import tokenize
from timeline.timex.years import frame_years, share_years

_CHUNK = 16_000  # characters read at a time, at least; a chunk ends with a paragraph
_LONGEST = 4 * _CHUNK  # unless a paragraph goes on for longer: then with a line, a sentence, a word, or anywhere


@dataclass(frozen=True, slots=True)
class Clue:
    """An expression in the text: its characters, the count of tokens before it, its meaning and the tense around it.

    ``attributive``: it only describes a noun ("the November 27 agreement"), the story does not move to its day.
    """

    start: int
    end: int
    token: int
    kind: str
    meaning: Meaning
    rule_id: str
    direction: Direction
    attributive: bool = False


def scan(text: str, language: Language) -> list[Clue]:
    """Every expression of ``text`` in order.

    >>> from timeline.timex.language import load_language
    >>> [text[c.start : c.end] for text in ["It was signed last week."] for c in scan(text, load_language("en"))]
    ['last week']
    """
    clues: list[Clue] = []
    before = 0
    for start, end in _chunks(text):
        tokens = tokenize(text, start, end)
        tense = TenseReader(tokens, language)
        for find in frame_years(share_years(run_cascade(tokens, language), tokens), tokens, language):
            if find.meaning is None:
                continue
            direction = tense.direction(find.start, find.end) if _needs_direction(find.meaning) else NOT_TOLD
            place = tokens.starts[find.start], tokens.end(find.end - 1), before + find.start
            attributive = _is_attributive(tokens.words, find.start, find.end, language)
            clues.append(Clue(*place, find.kind, find.meaning, find.rule_id, direction, attributive))
        before += len(tokens.words)
    return clues


def _is_attributive(words: list[str], start: int, end: int, language: Language) -> bool:
    cues = language.cues
    before, after = words[start - 1].lower() if start else "", words[end] if end < len(words) else ""
    if before in cues.get("describing", ()):
        return True
    noun = after.isalpha() and after.islower() and after not in cues.get("not_nouns", ())
    return noun and before in cues.get("determiners", ())


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = _break_after(text, start + _CHUNK, start + _LONGEST)
        yield start, end
        start = end


def _break_after(text: str, earliest: int, latest: int) -> int:
    if latest >= len(text) and earliest >= len(text):
        return len(text)
    for sign in ("\n\n", "\n", ". ", " "):
        found = text.find(sign, earliest, latest)
        if found >= 0:
            return found + len(sign)
    return min(latest, len(text))


def _needs_direction(meaning: Meaning | None) -> bool:
    """Whether the days of ``meaning`` can hang on the tense."""
    if isinstance(meaning, Ended):
        meaning = meaning.quarter
    if isinstance(meaning, Named | MonthDay | Holiday | Ahead):
        return True
    if isinstance(meaning, Fixed):
        return meaning.period.unit == "day"
    if isinstance(meaning, Same):
        return meaning.steps == 0 and meaning.unit in ("day", "quarter")
    if isinstance(meaning, Shifted):
        return meaning.loose or (meaning.steps == 0 and meaning.unit != "day")
    if isinstance(meaning, Part | Modified | Clock | DayPart | Nth | Lasting):
        return _needs_direction(meaning.base)
    return isinstance(meaning, Inside) and _needs_direction(meaning.outer)
