"""Instruments that are cited by number, after the patterns of ``data/instruments/numbered.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.errors import DataError
from timeline.jurisdictions import codes_of
from timeline.knowledge import read_yaml
from timeline.model import Instrument

FILE = "instruments/numbered.yml"
_REACH = 30
_BLANKS = re.compile(r"[\s.]+")
_DASHES = str.maketrans("‑–—", "---")
_PLACE_BEFORE = re.compile(r"((?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]+)(?:['’]s?)?(?:,)? (?:(?:new|state|proposed|the) )*$")
_STATE_BILLS = frozenset(["us-state-bill", "provincial-bill", "us-ballot-measure", "executive-order"])


@dataclass(frozen=True, slots=True)
class NumberedPattern:
    """One record of the file, its expression compiled."""

    id: str
    kind: str
    jurisdictions: tuple[str, ...]
    starts: tuple[str, ...]
    pattern: re.Pattern[str]
    key: str
    before: re.Pattern[str] | None


def find_numbered(text: str) -> Iterator[Instrument]:
    """Every instrument of ``text`` that is cited by number.

    >>> [(i.text, i.key, i.jurisdictions) for i in find_numbered("Montana's SB 419 and Bill C-11")]
    [('SB 419', 'sb 419', ('US-MT',)), ('Bill C-11', 'ca c-11', ('CA',))]
    """
    after = 0
    by_start = _by_start()
    for hit in _starts().finditer(text):
        if hit.start() < after:
            continue
        for rule in by_start[hit[0]]:
            if rule.before and not rule.before.search(text, max(0, hit.start() - _REACH), hit.start()):
                continue
            match = rule.pattern.match(text, hit.start())
            if match:
                after = match.end()
                yield _instrument(rule, match, text)
                break


def _instrument(rule: NumberedPattern, match: re.Match[str], text: str) -> Instrument:
    words = match[0]
    return Instrument(
        match.start(),
        match.end(),
        words,
        " ".join(words.split()),
        rule.kind,  # type: ignore[arg-type]  # the data file names the kinds
        _key(rule, match),
        rule.jurisdictions or _state_before(rule, text, match.start()),
        f"instrument:{rule.id}",
    )


def _key(rule: NumberedPattern, match: re.Match[str]) -> str:
    parts = [_plain(group) for group in match.groups(default="")]
    key = rule.key
    for number, part in enumerate(parts, 1):
        key = key.replace(f"{{{number}}}", part)
    return " ".join(key.split())


def _plain(group: str) -> str:
    """ "No. 0419" -> "419", "Senate" -> "s", "W.P. (C)" -> "wp(c)"."""
    long_names = {"senate": "s", "house": "h", "assembly": "a", "legislative": "l", "bill": "b", "file": "f"}
    if group.replace(".", "").isdigit() and "." in group:
        return group
    if any(ch.isdigit() for ch in group):
        return re.sub(r"\s+", "", group).translate(_DASHES).lower().lstrip("0")
    plain = _BLANKS.sub("", group).translate(_DASHES).lower()
    return long_names.get(plain, plain)


def _state_before(rule: NumberedPattern, text: str, start: int) -> tuple[str, ...]:
    """The state named right before: "Texas House Bill 20"."""
    if rule.id not in _STATE_BILLS:
        return ()
    found = _PLACE_BEFORE.search(text, max(0, start - 40), start)
    words = found[1].split() if found else []
    for length in range(min(3, len(words)), 0, -1):
        parts = [code for code in codes_of(" ".join(words[-length:])) if "-" in code]
        if parts:
            return (parts[0],)
    return ()


@cache
def numbered_patterns() -> tuple[NumberedPattern, ...]:
    """The records of the file, in its order; raises DataError when one is broken."""
    return tuple(_read(record) for record in read_yaml(FILE))


def _read(record: dict[str, Any]) -> NumberedPattern:
    try:
        return NumberedPattern(
            record["id"],
            record["kind"],
            tuple(record.get("jurisdictions", ())),
            tuple(record["starts"]),
            re.compile(record["pattern"]),
            record["key"],
            re.compile(record["before"]) if "before" in record else None,
        )
    except (KeyError, re.error) as error:
        raise DataError(f"data/{FILE}: record {record.get('id', '?')} is broken: {error}") from error


@cache
def _by_start() -> dict[str, tuple[NumberedPattern, ...]]:
    found: dict[str, list[NumberedPattern]] = {}
    for rule in numbered_patterns():
        for start in rule.starts:
            found.setdefault(start, [])
    for start, rules in found.items():
        # a pattern that begins with "No. " is also tried where "No. 2:" begins
        rules += [r for r in numbered_patterns() if any(start.startswith(own) or own == start for own in r.starts)]
    return {start: tuple(rules) for start, rules in found.items()}


@cache
def _starts() -> re.Pattern[str]:
    starts = sorted(_by_start(), key=len, reverse=True)
    letters = "|".join(re.escape(s) for s in starts if s[0].isalpha())
    others = "|".join(re.escape(s) for s in starts if not s[0].isalpha())
    return re.compile(rf"\b(?:{letters})|(?<!\w)(?:{others})")
