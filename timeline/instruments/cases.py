"""Court cases that a text names: "Acme v. Doe", "In re Widgets"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.knowledge import read_yaml
from timeline.model import Instrument

_VERSUS = re.compile(r"(?<=[\w.,)’'])\s(?:v|vs|V|VS|versus)\.?\s(?=(?:the |The )?[A-Z(])")
_NAME = r"(?:[A-Z][\w’'&.-]*|&|\((?:[A-Z][\w.-]* ?)+\)|\d{1,4})"
_SMALL = r"(?:of|the|and|for|de|la|van|von|ex rel\.|et al\.?|al|on|behalf)"
_LEFT = re.compile(rf"(?:{_NAME},? (?:{_SMALL} )*(?:et al\.? )?)*{_NAME}(?:,? et al\.?)?$")
_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|"
    r"(?:January|February|March|April|June|July|August)\b|\w+ember\b|October\b"
)
_CITED = rf"(?!W\.P|WP\b|Writ|SLP|Civil Action|Nos?\b|Case\b|Docket|{_DAY})"
_RIGHT = re.compile(
    rf"(?:[Tt]he )?{_NAME}(?:(?: {_SMALL})* {_CITED}{_NAME}|, (?:Inc|LLC|Ltd|L\.P|LLP|Corp|S\.A|Co|N\.A)\b\.?)*"
    r"(?:,? et al\b\.?|,? (?:& )?(?:Ors|Anr|Others)\b\.?)?"
)
_IN_RE = re.compile(
    rf"\b(?:In re|In Re|Ex parte|Matter of|In the Matter of):? (?:the )?(?:{_NAME}(?: {_SMALL})*,? )*{_NAME}"
)
_REACH = 110
_CORPORATE = re.compile(r"\b(?:inc|llc|ltd|corp|co|l\.?p|llp|plc|et al|ors|anr|others|the)\b\.?")


def find_cases(text: str) -> Iterator[Instrument]:
    """Every case that ``text`` names by its parties, by place.

    >>> [(c.name, c.key) for c in find_cases("as held in Acme, Inc. v. Doe, the court")]
    [('Acme, Inc. v. Doe', 'acme v doe')]
    """
    after = -1
    for match in _VERSUS.finditer(text):
        left = _left_side(text, match.start())
        if left is not None and left <= after:  # "Plum v. Pear and Fig v. Date"
            joint = text.rfind(" and ", after, match.start())
            left = joint + len(" and ") if joint >= 0 else None
        after = match.end()
        right = _RIGHT.match(text, match.end())
        if left is None or right is None:
            continue
        if _VERSUS.match(text, right.end()) and " and " in right[0]:  # "Acme v. Doe and Roe v. Wade"
            yield _case(text, left, match.end() + right[0].rindex(" and "))
            continue
        name = _first_sentence(right[0])
        end = match.end() + len(name) - (name.endswith(".") and not _is_abbreviation(name))
        yield _case(text, left, end)
    for match in _IN_RE.finditer(text):
        yield _case(text, match.start(), match.end())


def _first_sentence(right: str) -> str:
    """What stands before a full stop that ends the sentence: "NIH. The court" is NIH."""
    for stop in re.finditer(r"\.(?= )", right):
        if not _is_abbreviation(right[: stop.end()]):
            return right[: stop.start()]
    return right


def _left_side(text: str, end: int) -> int | None:
    window = max(0, end - _REACH, text.rfind("\n", 0, end) + 1)
    found = _LEFT.search(text, window, end)
    if not found:
        return None
    start = found.start()
    leading = _leading().match(text[start:end])
    if leading and start + leading.end() < end:
        start += leading.end()
    return start


@cache
def _leading() -> re.Pattern[str]:
    """Capitalised words before the first party's name that are no part of it: "In Acme v. Doe"."""
    words = "|".join(read_yaml("instruments/words.yml")["case_leading"].split())
    return re.compile(rf"(?:(?:{words}|Justice(?= [A-Z]\.))\b,? )+(?:the )?")


def _is_abbreviation(words: str) -> bool:
    return bool(
        re.search(
            r"\b(?:Inc|Ltd|Corp|Co|al|Ors|Anr|LLC|L\.P|S\.A|U\.S|[A-Z]|St|Mt|Ft|Dr|Mr|Mrs|Ms|Jr|Sr|No|Dept|Dep't|Ass'n|Bros|Int'l|Nat'l|Univ|Bd|Comm'n)\.$",
            words,
        )
    )


def _case(text: str, start: int, end: int) -> Instrument:
    words = text[start:end]
    return Instrument(start, end, words, " ".join(words.split()), "case", case_key(words), (), "case:parties")


def case_key(words: str) -> str:
    """The normal form of a case's name.

    >>> case_key("TikTok Inc. v. Knudsen"), case_key("TikTok vs Knudsen")
    ('tiktok v knudsen', 'tiktok v knudsen')
    """
    plain = re.sub(r"\b(?:vs|versus)\b\.?|\bv\.", "v", words.casefold())
    plain = re.sub(r"[^\w. ]", " ", plain)
    plain = _CORPORATE.sub(" ", plain).replace(".", "")
    return " ".join(plain.split())
