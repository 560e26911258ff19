"""People and bodies that a text names only by a common noun: "local creators", "a federal judge"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from timeline.model import Entity
from timeline.participants.words import word_list

_TITLED = {False: frozenset({" "}), True: frozenset({" ", ", "})}
_OWN = re.compile(r"(?:['’]s?)?\s(?:[a-z-]+\s){0,2}")
_REACH = 45  # characters before the noun in which its modifiers are looked for


def find_groups(text: str, entities: Sequence[Entity]) -> Iterator[Entity]:
    """Group nouns of ``text`` with their modifiers, as entities of kind "group"; bodies and officials as "authority".

    What overlaps one of ``entities`` (sorted by place) is left out: a name is better.

    A name right before the noun is a part of its phrase ("Acme users"), though the words of the entity begin after it.

    >>> [g.name for g in find_groups("Two local creators sued; a federal judge agreed.", [])]
    ['Two local creators', 'federal judge']
    """
    starts = [e.start for e in entities]
    for last, (noun, public) in _automaton().iter(text):
        end = last + 1
        start = end - len(noun)
        if _inside_word(text, start, end):
            continue
        at = bisect_right(starts, last) - 1
        floor = max(entities[at].end if at >= 0 else 0, start - _REACH, 0)
        if floor > start:
            continue
        if at + 1 < len(starts) and text[end : starts[at + 1]] in _TITLED[public]:
            continue  # a title: "Senators Jane Doe and ...", "the governor, Jane Doe, signed"
        start = _with_modifiers(text, floor, start)
        whose = entities[at] if at >= 0 and text[entities[at].end : start] == " " else None
        begin = _with_modifiers(text, max(0, whose.start - _REACH), whose.start) if whose else start
        state = entities[at] if public and at >= 0 and _qualifies(text, entities[at], start) else None
        yield Entity(
            start,
            end,
            text[start:end],
            text[begin:end],
            "authority" if public else "group",
            jurisdictions=state.jurisdictions if state else (),
            mention="description",
            rule_id="group-noun",
        )


def _qualifies(text: str, entity: Entity, start: int) -> bool:
    """Whether a place before the noun says whose body it is: "Ruritanian commerce ministry", "Ruritania's police"."""
    between = text[entity.end : start]
    return entity.kind == "place" and len(between) <= _REACH and bool(_OWN.fullmatch(between))


@cache
def _automaton() -> Any:
    import ahocorasick

    found = ahocorasick.Automaton()
    for name in ("group_nouns", "public_nouns"):
        for noun in word_list(name):
            for form in (noun, noun[0].upper() + noun[1:]):
                found.add_word(form, (form, name == "public_nouns"))
    found.make_automaton()
    return found


def _inside_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return before.isalnum() or before in {"-", "'", "’", "@", "#"} or after.isalnum() or after in {"-", "_", "@"}


def _with_modifiers(text: str, floor: int, start: int) -> int:
    """Where the noun phrase begins: single-spaced modifiers and figures before ``start``, three at most."""
    for _ in range(3):
        left = text.rfind(" ", floor, start - 1) + 1 or floor
        word = text[left : start - 1]
        if text[start - 1 : start] != " " or not (word.lower() in word_list("group_modifiers") or word.isdecimal()):
            break
        start = left
    return start
