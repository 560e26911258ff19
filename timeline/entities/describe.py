"""Bodies named in small letters: "the Norwegian regulator", "Montana lawmakers", "federal prosecutors"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.entities.draft import Draft
from timeline.entities.lexicon import lexicon
from timeline.entities.tokens import Words
from timeline.model import Sentence

_BARE = frozenset(
    [
        "police",
        "prosecutors",
        "regulators",
        "lawmakers",
        "authorities",
        "investigators",
        "senators",
        "legislators",
        "officials",
        "parliament",
    ]
)
_DEFINITE = frozenset(["the", "this", "that", "its", "their", "his", "her", "said"])
_INDEFINITE = frozenset(["a", "an", "another", "any", "some", "several", "other"])
_MOST_MODIFIERS = 4


def find_described(words: Words, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """Bodies that small letters name, in order; those that a place tells apart carry its codes and its words.

    "the company" and "the court" come with rule ``description:definite``, for :mod:`timeline.entities.refer`.
    """
    places = _Places(
        {d.last: d for d in drafts if d.kind == "place"}, {d.first: d for d in drafts if d.kind == "place"}
    )
    covered = {k for d in drafts if d.rule != "head:alone" for k in range(d.first, d.last + 1)}
    openings = {bisect_left(words.starts, s.start) for s in sentences}
    starts = [s.start for s in sentences]
    found = []
    for i, length in _head_words(words, openings):
        if i in covered:
            continue
        draft = _read(words, i, length, places)
        if draft:
            draft.sentence = bisect_right(starts, draft.start) - 1
            found.append(draft)
    return found


@dataclass(frozen=True, slots=True)
class _Places:
    """The places of a text by their last and by their first word."""

    by_last: dict[int, Draft]
    by_first: dict[int, Draft]


@cache
def _heads_by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    grouped: dict[str, list[tuple[str, ...]]] = {}
    for head in lexicon().lower_heads:
        parts = tuple(head.split())
        grouped.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(found, key=lambda p: -len(p))) for first, found in grouped.items()}


def _head_words(words: Words, openings: set[int]) -> Iterator[tuple[int, int]]:
    """Heads in small letters, and those that open a sentence."""
    heads, norm = _heads_by_first_word(), words.norm
    for i, word in enumerate(norm):
        first = word.lower() if i in openings else word
        if first in heads:
            for parts in heads[first]:
                if (first, *norm[i + 1 : i + len(parts)]) == parts:
                    yield i, len(parts)
                    break


def _read(words: Words, i: int, length: int, places: _Places) -> Draft | None:
    """The body whose head stands at words ``i``..``i + length - 1``."""
    lex, norm, text = lexicon(), words.norm, words.text
    last = i + length - 1
    kind = lex.lower_heads[" ".join((norm[i].lower(), *norm[i + 1 : last + 1]))]
    first = i
    while (
        first > 0
        and i - first < _MOST_MODIFIERS
        and norm[first - 1] in lex.lower_modifiers
        and _blank(words, first - 1)
    ):
        first -= 1
    before = first - 1
    place = places.by_last.get(before)
    if place is not None and _blank(words, before, possessive=True) and kind != "company":
        if kind == "office" and norm[last + 1 : last + 2] in (("of",), ("for",)):
            return None
        start, end = place.start, words.ends[last]
        name = re.sub(r"['’]s?(?= )", "", " ".join(text[start:end].split()))
        return Draft(place.first, last, start, end, name, kind, 0, "description:place", codes=place.codes)
    opener = norm[before].lower() if before >= 0 and _blank(words, before) else ""
    modifiers = norm[first:i]
    countable = kind != "company" and (kind != "group" or norm[last].lower() in _BARE)
    located = _place_after(words, last, places) if countable else None
    if located is not None:
        draft = _draft(words, first, located.last, kind, "description:place")
        draft.codes, draft.mention = located.codes, "name"
        return draft
    if "federal" in modifiers and kind not in ("company", "office"):
        return _draft(words, first, last, kind, "description:federal")
    if opener in _DEFINITE and kind not in ("group",):
        return _draft(words, first, last, kind, "description:definite")
    if opener in _INDEFINITE:
        return None
    if norm[last].lower() in _BARE:
        return _draft(words, first, last, kind, "description:bare")
    return None


def _place_after(words: Words, last: int, places: _Places) -> Draft | None:
    """The place that "in" or "of" ties to the head: "a court in Multan", "police in West Bengal"."""
    norm = words.norm
    if norm[last + 1 : last + 2] not in (("in",), ("of",)) or not _blank(words, last):
        return None
    target = last + 3 if norm[last + 2 : last + 3] == ("the",) else last + 2
    place = places.by_first.get(target)
    return place if place is not None and all(_blank(words, k) for k in range(last + 1, target)) else None


def _draft(words: Words, first: int, last: int, kind: object, rule: str) -> Draft:
    start, end = words.starts[first], words.ends[last]
    name = " ".join(words.text[start:end].split())
    return Draft(first, last, start, end, name, kind, 0, rule, mention="description")  # type: ignore[arg-type]


def _blank(words: Words, i: int, *, possessive: bool = False) -> bool:
    """Whether only white space stands between word ``i`` and the next."""
    between = words.text[words.ends[i] : words.starts[i + 1]].strip()
    return not between or (possessive and between in ("'s", "’s", "'", "’"))
