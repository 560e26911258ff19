"""Verbs of titles: which verb a trigger starts with, and how factuality tells it."""

from __future__ import annotations

from functools import cache

from timeline.knowledge import read_yaml
from timeline.mentions.inflection import verb_forms
from timeline.model import Factuality

_FILE = "titles/forms.yml"


def base_of(word: str) -> str:
    """The base of an inflected title verb; "" for words that are none.

    >>> base_of("upheld"), base_of("lawsuit")
    ('uphold', '')
    """
    return _bases().get(word.lower(), "")


@cache
def _bases() -> dict[str, str]:
    return {surface: verb for verb in read_yaml(_FILE)["verbs"] for surface in verb_forms(verb)}


def is_auxiliary(word: str) -> bool:
    """Whether the word only helps a verb ("was fined")."""
    return word.lower() in _words("auxiliaries")


def no_subjects() -> frozenset[str]:
    """Words with which no subject of a title begins: pronouns, auxiliaries, prepositions.

    >>> "he" in no_subjects()
    True
    """
    return _words("auxiliaries") | _words("no_subjects")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_yaml(_FILE)[name])


def participle(verb: str) -> str:
    """The past participle, the last of its forms in -ed or the like.

    >>> participle("strike"), participle("sue")
    ('struck', 'sued')
    """
    usual = read_yaml(_FILE)["participles"].get(verb)
    if usual:
        return str(usual)
    past = [surface for surface, form in verb_forms(verb).items() if form == "ed"]
    return past[-1] if past else verb


def verb_of_noun(noun: str) -> str:
    """The title verb of a noun of speech; "" for words that are none.

    >>> verb_of_noun("opposition"), verb_of_noun("sale")
    ('oppose', '')
    """
    return str(read_yaml(_FILE)["speech"].get(noun.lower(), ""))


def third_person(verb: str) -> str:
    """The third person singular.

    >>> third_person("deny")
    'denies'
    """
    return next(surface for surface, form in verb_forms(verb).items() if form == "s")


def tell_active(verb: str, factuality: Factuality, plural: bool) -> str:
    """The verb as the title tells it.

    >>> [tell_active("sue", f, False) for f in ("actual", "scheduled", "proposed", "hypothetical", "denied")]
    ['sues', 'to sue', 'plans to sue', 'may sue', 'does not sue']
    """
    now = verb if plural else third_person(verb)
    return {
        "actual": now,
        "scheduled": f"to {verb}",
        "proposed": f"{'plan' if plural else 'plans'} to {verb}",
        "hypothetical": f"may {verb}",
        "denied": f"{'do' if plural else 'does'} not {verb}",
    }[factuality]


def tell_passive(verb: str, factuality: Factuality) -> str:
    """The passive as the title tells it.

    >>> [tell_passive("sue", f) for f in ("actual", "scheduled", "proposed", "hypothetical", "denied")]
    ['sued', 'to be sued', 'to be sued', 'may be sued', 'not sued']
    """
    done = participle(verb)
    return {
        "actual": done,
        "scheduled": f"to be {done}",
        "proposed": f"to be {done}",
        "hypothetical": f"may be {done}",
        "denied": f"not {done}",
    }[factuality]


def tell_noun(noun: str, factuality: Factuality) -> str:
    """The noun as the title tells it.

    >>> [tell_noun("Fine", f) for f in ("actual", "scheduled", "proposed", "hypothetical", "denied")]
    ['Fine', 'Planned fine', 'Proposed fine', 'Possible fine', 'No fine']
    """
    before = {"actual": "", "scheduled": "Planned", "proposed": "Proposed", "hypothetical": "Possible", "denied": "No"}
    word = before[factuality]
    if not word or noun.lower().startswith(word.lower()):
        return noun
    return f"{word} {noun[0].lower()}{noun[1:]}" if noun[1:2].islower() else f"{word} {noun}"
