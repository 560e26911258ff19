"""The word lists of ``data/entities/words.yml``, ready for look-ups."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.knowledge import read_yaml
from timeline.model import EntityKind

_HEAD_KINDS: tuple[tuple[str, EntityKind], ...] = (
    ("organisation_heads", "organisation"),
    ("company_heads", "company"),
    ("legislature_heads", "legislature"),
    ("authority_heads", "authority"),
    ("court_heads", "court"),
    ("government_heads", "government"),
)
_LOWER_KINDS: tuple[EntityKind, ...] = ("government", "authority", "court", "legislature", "company", "office", "group")
_TITLE_SORTS = ("personal", "executive", "official", "judge")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists by purpose; ``heads`` gives the kind of body that a last noun names, ``titles`` the sort of a title.

    A title is a tuple of words; titles are grouped by their last word, longest first.
    """

    heads: dict[str, EntityKind]
    openers: frozenset[str]
    topics: frozenset[str]
    legal_forms: frozenset[str]
    particles: frozenset[str]
    things: frozenset[str]
    function_words: frozenset[str]
    not_names: frozenset[str]
    lone_words: frozenset[str]
    given_names: frozenset[str]
    titles: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    lower_titles: frozenset[str]
    lower_heads: dict[str, EntityKind]
    lower_modifiers: frozenset[str]
    us_states: frozenset[str]
    common_words: frozenset[str]
    counted_people: frozenset[str]
    numbers: frozenset[str]
    generic_words: frozenset[str]
    adjective_ends: frozenset[str]

    def is_capital(self, word: str) -> bool:
        """Whether ``word`` can be one of a name: it has a capital and is no adjective such as "Ohio-based"."""
        return word[0].isupper() and ("-" not in word or word.rsplit("-", 1)[1] not in self.adjective_ends)


@cache
def lexicon() -> Lexicon:
    """The lists, read once.

    >>> lexicon().heads["Ministry"], lexicon().titles["Judge"][0]
    ('authority', (('Senior', 'United', 'States', 'District', 'Court', 'Judge'), 'judge'))
    """
    lists = {key: text.split() for key, text in read_yaml("entities/words.yml").items()}
    heads: dict[str, EntityKind] = {}
    for key, kind in _HEAD_KINDS:
        heads.update((word, kind) for word in lists[key])
    grouped: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for sort in _TITLE_SORTS:
        for entry in lists[f"{sort}_titles"]:
            words = tuple(entry.split("_"))
            grouped.setdefault(words[-1], []).append((words, sort))
    return Lexicon(
        heads=heads,
        openers=frozenset(lists["opening_heads"]),
        topics=frozenset(lists["topics"]),
        legal_forms=frozenset(lists["legal_forms"]),
        particles=frozenset(lists["particles"]),
        things=frozenset(lists["thing_heads"]),
        function_words=frozenset(lists["function_words"]),
        not_names=frozenset(lists["not_names"]) | frozenset(lists["function_words"]),
        lone_words=frozenset(lists["lone_words"]),
        given_names=frozenset(lists["given_names"]),
        titles={last: tuple(sorted(found, key=lambda t: -len(t[0]))) for last, found in grouped.items()},
        lower_titles=frozenset(lists["lower_titles"]),
        lower_heads={word.replace("_", " "): kind for kind in _LOWER_KINDS for word in lists[f"lower_{kind}"]},
        lower_modifiers=frozenset(lists["lower_modifiers"]),
        us_states=frozenset(lists["us_states"]),
        counted_people=frozenset(lists["counted_people"]),
        numbers=frozenset(lists["numbers"]),
        common_words=frozenset(lists["common_words"]),
        adjective_ends=frozenset(lists["adjective_ends"]),
        generic_words=frozenset(lists["generic_words"]) | heads.keys() | frozenset(lists["topics"]),
    )
