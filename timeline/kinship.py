"""Which event types, and which stages of one type, can be two ways of telling one occurrence."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from timeline.knowledge import read_csv

Kinship = Literal["same", "near", "weak", "none"]


@cache
def _pairs() -> dict[tuple[str, str], Kinship]:
    found: dict[tuple[str, str], Kinship] = {}
    for row in read_csv("merge/kinship.csv"):
        strength: Kinship = "near" if row["strength"] == "near" else "weak"
        found[row["first"], row["second"]] = found[row["second"], row["first"]] = strength
    return found


def kinship(first: str, second: str) -> Kinship:
    """How near two event types are (``data/merge/kinship.csv``).

    >>> kinship("fine", "fine"), kinship("law_enacted", "ban"), kinship("fine", "hearing")
    ('same', 'near', 'none')
    """
    return "same" if first == second else _pairs().get((first, second), "none")


@cache
def kin(event_type: str) -> frozenset[str]:
    """``event_type`` and all types that have some kinship with it.

    >>> "lawsuit" in kin("enforcement_action")
    True
    """
    return frozenset({event_type, *(b for a, b in _pairs() if a == event_type)})


@cache
def _traits() -> dict[str, tuple[bool, bool]]:
    return {r["event_type"]: (r["targeted"] == "yes", r["once_only"] == "yes") for r in read_csv("merge/types.csv")}


@cache
def _measures() -> frozenset[str]:
    return frozenset(row["event_type"] for row in read_csv("merge/measures.csv"))


def targeted(event_type: str) -> bool:
    """Whether an act of this type is told with whom it is against, so that other targets mean another event.

    >>> targeted("fine"), targeted("law_enacted")
    (True, False)
    """
    return _traits()[event_type][0]


def once_only(event_type: str) -> bool:
    """Whether the act happens once to one bill, law or case, so that two dates for it contradict each other.

    >>> once_only("law_enacted"), once_only("hearing")
    (True, False)
    """
    return _traits()[event_type][1]


def makes_measure(event_type: str) -> bool:
    """Whether the act makes, moves or ends the bill, law or order it is told with, rather than applies it.

    >>> makes_measure("ban"), makes_measure("fine")
    (True, False)
    """
    return event_type in _measures()


@cache
def _stages() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for row in read_csv("merge/stages.csv"):
        pattern = re.compile(rf"\b(?:{row['words']})\b", re.IGNORECASE)
        found.setdefault(row["event_type"], []).append((row["stage"], pattern))
    return found


_ASKING = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|seek(?:s|ing)?|sought|request(?:ed|s|ing)?|fil(?:ed|es|ing)|moved)\b", re.IGNORECASE
)


#: What is brought in is changes to a bill, not the bill; "introduced amendments to the Privacy Act" is a bill.
_AMENDMENTS = re.compile(
    r"\bamendments?(?: (?:that|which))? (?:was|were|had been|have been|being) (?:\w+ )?(?:introduced|tabled|moved)\b"
    r"|\b(?:introduced|tabled|moved) (?:[\w-]+ ){0,2}amendments\b(?! (?:to|of) )",
    re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def stage(event_type: str, trigger: str, clause: str) -> str:
    """Which step of its type a mention tells, or "" (``data/merge/stages.csv``): asked, granted, refused, ...

    The trigger's own words decide before the clause's; what is asked for ("asked the court to block") is not granted.

    >>> stage("injunction", "granted", "the court granted the temporary restraining order")
    'granted'
    >>> stage("injunction", "temporary restraining order", "he asked the court to block the law")
    'asked'
    >>> stage("bill_introduced", "introduced", "with forty amendments that were introduced at night")
    'amended'
    """
    rules = _stages().get(event_type)
    if not rules:
        return ""
    if event_type == "bill_introduced" and _AMENDMENTS.search(clause):
        return "amended"
    for words in (trigger, clause):
        hits = [name for name, pattern in rules if pattern.search(words)]
        if hits:
            if "asked" in hits and len(hits) > 1 and _asks_first(words):
                return "asked"
            return hits[0]
    return ""


def _asks_first(words: str) -> bool:
    asked = _ASKING.search(words)
    done = re.search(r"\b(?:granted|denied|grants|denies|refused|rejected)\b", words, re.IGNORECASE)
    return asked is not None and (done is None or asked.start() < done.start())
