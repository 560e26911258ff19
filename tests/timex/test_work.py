"""Work in proportion to the text, whatever the text: counted, so that the answer is the same on any machine.

``tests/benchmarks/timex_speed.py`` has the times that go with it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest
import re2

from timeline.timex import find_time_expressions
from timeline.timex.cascade import run_cascade
from timeline.timex.language import Language, Level, load_language
from timeline.timex.tokens import tokenize

LANGUAGES = ["en", "de", "es", "fr", "it"]
SMALL, LARGE = 1_000, 10_000  # characters
READ_PER_TOKEN = 20  # codes that all levels together may read for a token
HOSTILE = {
    "numbers": "1 ",
    "digits": "1",
    "years": "2021 ",
    "months": "March ",
    "dates": "March 3, ",
    "lists": "March 3, 4, 5, ",
    "number words": "twenty-one ",
    "hundreds": "hundred ",
    "articles": "the ",
    "parts": "the end of ",
    "early": "early ",
    "hyphens": "-",
    "year hyphens": "2021-",
    "slashes": "1/",
    "dots": "1.",
    "commas": "1,000,",
    "colons": "10:",
    "apostrophes": "'",
    "blank lines": "\n \n",
    "spaces": " ",
    "breaks": "\n",
    "weekdays": "Monday ",
    "units": "two years and ",
    "ago": "two years ago ",
    "every": "every ",
    "quotes": '"',
    "letters": "a",
    "accents": "é",
    "joined": "March3",
    "a.m.": "a.m.",
}


UNITS = pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_rule_runs_on_an_engine_that_is_linear_in_the_text(code: str) -> None:
    linear = type(re2.compile("a"))
    for level in load_language(code).levels:
        assert {type(level.scanner), *(type(rule.regex) for rule in level.rules)} == {linear}


@UNITS
def test_no_stretch_is_read_again_and_again(unit: str) -> None:
    """Each search goes on where the last one ended, or a token later: what the rules read is bounded for a token."""
    tokens = tokenize(unit * (LARGE // len(unit)))
    read = [0]
    run_cascade(tokens, _counting(load_language("en"), read))
    assert read[0] <= READ_PER_TOKEN * (len(tokens.words) + 1)


@UNITS
def test_ten_times_the_text_takes_ten_times_the_calls(unit: str) -> None:
    _calls(unit, SMALL)  # what is loaded and remembered once does not count
    small, large = _calls(unit, SMALL), _calls(unit, LARGE)
    assert large <= 12 * small + 500


def _calls(unit: str, size: int) -> int:
    """How many functions are called to read so many characters."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        find_time_expressions(unit * (size // len(unit)), "2023-05-24")
    finally:
        sys.setprofile(before)
    return calls


def _counting(language: Language, read: list[int]) -> Language:
    """The language with levels that add up how many codes their searches and readings go through."""
    return replace(language, levels=tuple(_counting_level(level, read) for level in language.levels))


def _counting_level(level: Level, read: list[int]) -> Level:
    class Scanner:
        def search(self, codes: bytes, position: int) -> Any:
            match = level.scanner.search(codes, position)
            read[0] += (match.end() if match else len(codes)) - position
            return match

    def parses(fragment: bytes) -> Any:
        read[0] += len(fragment)
        return level.parses(fragment)

    counted: Callable[[bytes], Any] = parses
    return replace(level, scanner=Scanner(), parses=counted)
