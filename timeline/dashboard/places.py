"""Which jurisdiction belongs to which: what the roll-up of filters and the order of lanes rest on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from timeline.jurisdictions import EU_MEMBERS, jurisdiction_name, parent_code

#: In a filter, "=US" asks for the federal level alone, where "US" takes the states along.
ONLY = "="


@cache
def place_name(code: str) -> str:
    """The name of a code for people; the code itself where nothing is known.

    >>> place_name("US-MT")
    'Montana'
    """
    return jurisdiction_name(code) or code


@cache
def ancestors(code: str) -> tuple[str, ...]:
    """The code and all above it; a member state stands below the Union.

    >>> ancestors("DE-BY")
    ('DE-BY', 'DE', 'EU')
    """
    chain = [code]
    while (parent := tree_parent(chain[-1])) and parent not in chain:
        chain.append(parent)
    return tuple(chain)


@cache
def tree_parent(code: str) -> str:
    """The code that ``code`` stands under in the tree of filters, or the empty string.

    >>> tree_parent("US-MT"), tree_parent("FR"), tree_parent("US")
    ('US', 'EU', '')
    """
    if code in EU_MEMBERS:
        return "EU"
    return parent_code(code) or ""


def wanted_codes(chosen: Iterable[str], known: Iterable[str], *, union_counts: bool) -> set[str]:
    """Which of the ``known`` codes a choice takes in: parts with the whole, and the Union's acts with a member if
    asked.

    >>> sorted(wanted_codes(["US"], ["US", "US-MT", "EU"], union_counts=False))
    ['US', 'US-MT']
    >>> sorted(wanted_codes(["FR"], ["FR", "DE", "EU"], union_counts=True))
    ['EU', 'FR']
    """
    chosen = list(chosen)
    exact = {code.removeprefix(ONLY) for code in chosen if code.startswith(ONLY)}
    whole = {code for code in chosen if not code.startswith(ONLY)}
    taken = {code for code in known if code in exact or whole.intersection(ancestors(code))}
    if union_counts and any("EU" in ancestors(code.removeprefix(ONLY)) for code in chosen):
        taken |= {"EU"} & set(known)
    return taken
