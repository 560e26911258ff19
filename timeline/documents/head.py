"""What the head of a plain text says about itself: its title, and the day it was published."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from timeline.documents.dates import day_pattern, matched_day

_YEAR = re.compile(r"\d{4}")
_LINES = 8
_LINE_START = 160
_TITLE_CHARACTERS = 220
_TITLE_WORDS = 28
_LABELS = (
    r"published(?: on| at)?|posted(?: on)?|publication date|release date|released(?: on)?|date|dated|issued(?: on)?"
    r"|for immediate release|press release|news release|veröffentlicht(?: am)?|stand|datum|publié(?: le)?"
    r"|publicado(?: el)?|fecha|pubblicato(?: il)?|data"
)
_WEEKDAYS = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?|montag|dienstag|mittwoch|donnerstag|freitag|samstag"
    r"|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì"
    r"|mercoledì|giovedì|venerdì|sabato|domenica)"
)
_CLOCK = r"(?:[,|]? (?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"
_DASH = r"(?:--|[-\u2013\u2014_])"
_SOURCE = r"(?: ?\([^()]{2,40}\)| ?/[\w .-]{2,40}/)?"
_BYLINE = re.compile(r"(?:posted |published |written )?by (?:\S+ ?){1,6}", re.IGNORECASE)
_BAR = r" ?[|·•] ?"
_LABEL_ONLY = re.compile(rf"\W*(?:{_LABELS})\W*", re.IGNORECASE)


def published_in(text: str, language: str) -> date | None:
    """The day a date line, a "Published:" line or a dateline at the head gives; ``None`` when none or several do.

    >>> published_in("SPRINGFIELD, March 3, 2021 - The attorney general sued.", "en")
    datetime.date(2021, 3, 3)
    >>> published_in("On March 3, 2021 the attorney general sued.", "en") is None
    True
    """
    days = {day for line in head_lines(text) if (day := _line_day(line[:_LINE_START], language))}
    return days.pop() if len(days) == 1 else None


def title_of(text: str, language: str) -> str:
    """The first line when it stands alone like a headline, without Markdown's marks; else an empty string.

    >>> title_of("# Court blocks ban\\n\\nThe court ruled on Friday.", "en")
    'Court blocks ban'
    """
    lines = head_lines(text)
    for number, line in enumerate(lines):
        if (
            _LABEL_ONLY.fullmatch(line)
            or _BYLINE.fullmatch(line)
            or " " not in line
            or _line_day(line[:_LINE_START], language)
        ):
            continue
        follows = text.split(line, 1)[1]
        return _headline(line) if number < 3 and follows.strip() and _stands_alone(line, follows) else ""
    return ""


def head_lines(text: str) -> list[str]:
    """The first few lines that are not blank, stripped."""
    head = text[: _LINES * 2_000].split("\n")
    return [line.strip() for line in head if line.strip()][:_LINES]


def _stands_alone(line: str, follows: str) -> bool:
    """A blank line below, or a short line over a long one."""
    return (
        follows.startswith("\n\n")
        or len(follows.lstrip("\n").split("\n", 1)[0]) > 2 * len(line)
        or line.startswith("#")
    )


def _headline(line: str) -> str:
    words = line.strip("#*_ ").strip()
    fits = len(words) <= _TITLE_CHARACTERS and len(words.split()) <= _TITLE_WORDS
    ends_like_prose = words.endswith((".", ",", ";", ":")) and not words.endswith("...")
    return words if words and fits and not ends_like_prose else ""


def _line_day(line: str, language: str) -> date | None:
    if not _YEAR.search(line):
        return None  # no full date in it; most texts end here, before the long patterns are compiled
    bare = line.strip("#>*_[] ")
    for pattern in _patterns():
        found = pattern.match(bare)
        if found:
            return matched_day(found, language)
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    day = day_pattern()
    when = rf"(?:{_WEEKDAYS},? )?(?:(?:den|le|il|el) )?{day}"
    place = r"\(?(?-i:[A-ZÀ-Þ][\w.'’-]*)(?:[ ,/]+(?-i:[A-ZÀ-Þ][\w.'’-]*|de|of|the|am|la|le|den|del|sur|and|y|und)){0,6}"
    apart = rf"(?:, ?| ?\(| {_DASH} )"  # between a place and the day: "Effective 3 March" is no place
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"(?:(?:{_LABELS})\W{{0,3}} ?)?{when}{_CLOCK}\W*$",  # a date alone, or after a label
            rf"(?:{_LABELS}) ?[:\u2013\u2014-] ?{when}\b",  # "Published: 3 March 2021 | Updated ..."
            rf"{place}, ?{when}\W*$",  # "Brussels, 3 March 2021"
            rf"{place}{apart}{when}\)?{_SOURCE},? ?{_DASH}",  # "SPRINGFIELD, March 3, 2021 -"
            rf"{when} ?\([^()]{{2,60}}\) ?{_DASH}",  # "December 17, 2020 (SPRINGFIELD) -"
            rf"{when}{_SOURCE} ?{_DASH}{{1,2}} ",  # "March 3, 2021 - The"
            rf"{when}{_CLOCK}{_BAR}",  # "March 3, 2021 | Press release"
            rf"[^|·•]{{2,60}}{_BAR}{when}{_CLOCK}\W*$",  # "Jane Doe | March 3, 2021"
            rf"(?:posted |published |written )?by (?:\S+ ){{1,6}}on {when}{_CLOCK}\W*$",  # "By Jane Doe on ..."
        )
    )
