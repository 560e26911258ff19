"""Forms of English verbs: regular spelling rules, with ``data/events/inflection.yml`` for the rest."""

from __future__ import annotations

from functools import cache
from typing import Literal

from timeline.knowledge import read_yaml

Form = Literal["base", "s", "ed", "ing"]


@cache
def verb_forms(verb: str) -> dict[str, Form]:
    """Every surface of ``verb`` with its kind; past and participle are both ``ed``.

    >>> verb_forms("ban")
    {'ban': 'base', 'bans': 's', 'banning': 'ing', 'banned': 'ed'}
    """
    third, past, participle, gerund = read_yaml("events/inflection.yml")["irregular"].get(verb, ("", "", "", ""))
    forms: dict[str, Form] = {verb: "base", third or _third(verb): "s", gerund or _gerund(verb): "ing"}
    for surface in (past or _past(verb), participle or past or _past(verb)):
        if forms.get(surface, "base") == "base":
            forms[surface] = "ed"
    forms.update(read_yaml("events/inflection.yml")["further"].get(verb, {}))
    return forms


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    return verb + verb[-1] if verb in _doubling() else verb


@cache
def _doubling() -> frozenset[str]:
    return frozenset(read_yaml("events/inflection.yml")["doubling"])
