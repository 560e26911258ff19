"""Bodies named in small letters: "the Norwegian regulator", "Montana lawmakers", "federal prosecutors"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.entities.draft import Draft
from timeline.entities.lexicon import lexicon
from timeline.entities.lists import word_list
from timeline.entities.tokens import Words
from timeline.model import EntityKind, Sentence

_BARE = frozenset(
    [
        *("police", "prosecutors", "regulators", "lawmakers", "authorities", "investigators"),
        *("senators", "legislators", "officials", "parliament"),
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
        {d.last: d for d in drafts if d.kind == "place" or _is_county(words, d)},
        {d.first: d for d in drafts if d.kind == "place"},
    )
    covered = {k for d in drafts if d.rule != "head:alone" for k in range(d.first, d.last + 1)}
    openings = {bisect_left(words.starts, s.start) for s in sentences}
    starts = [s.start for s in sentences]
    found = []
    for head in _heads(words, openings):
        if head.first in covered:
            continue
        draft = _read(words, head, places)
        if draft:
            draft.sentence = bisect_right(starts, draft.start) - 1
            found.append(draft)
    return found


@dataclass(frozen=True, slots=True)
class _Head:
    """Words ``first``..``last`` are a head of ``kind``; ``cut`` is 1 when an s at its end is no part of it."""

    first: int
    last: int
    kind: EntityKind
    cut: int = 0


@dataclass(frozen=True, slots=True)
class _Places:
    """The places of a text by their last and by their first word."""

    by_last: dict[int, Draft]
    by_first: dict[int, Draft]


def _is_county(words: Words, draft: Draft) -> bool:
    """Whether it names a county, whose court or sheriff is its own: "Franklin County criminal court"."""
    return draft.kind == "government" and draft.first < draft.last and words.norm[draft.last] == "County"


@cache
def _heads_by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    grouped: dict[str, list[tuple[str, ...]]] = {}
    for head in lexicon().lower_heads:
        parts = tuple(head.split())
        grouped.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(found, key=lambda p: -len(p))) for first, found in grouped.items()}


def _heads(words: Words, openings: set[int]) -> Iterator[_Head]:
    """Heads in small letters, and those that open a sentence."""
    by_first, kinds, norm = _heads_by_first_word(), lexicon().lower_heads, words.norm
    for i, word in enumerate(norm):
        first = word.lower() if i in openings else word
        if first in by_first:
            for parts in by_first[first]:
                if (first, *norm[i + 1 : i + len(parts)]) == parts:
                    yield _Head(i, i + len(parts) - 1, kinds[" ".join(parts)])
                    break
        elif words.bare and word[:-1] in kinds and word[-1] == "s" and norm[i - 1 : i] == ("the",):
            yield _Head(i, i, kinds[word[:-1]], cut=1)  # "the departments complaint"


def _read(words: Words, head: _Head, places: _Places) -> Draft | None:
    """The body of ``head``: told apart by a place before or after it, by "federal", by an article, or bare."""
    first = _first_modifier(words, head.first)
    before = first - 1
    place = places.by_last.get(before)
    if place is not None and _blank(words, before, possessive=True) and head.kind != "company":
        return _of_place(words, place, head)
    noun = words.norm[head.last].lower()
    federal = "federal" in words.norm[first : head.first]
    located = _place_after(words, head.last, places) if head.kind != "group" or noun in _BARE else None
    if located is not None and head.kind != "company":
        draft = _draft(words, first, located.last, head, "description:place")
        draft.codes, draft.mention = located.codes, "name"
        if federal and located.codes[0].startswith("US-"):  # "a federal judge in Texas"
            draft.codes = ("US", *located.codes)
        return draft
    opener = words.norm[before].lower() if before >= 0 and _blank(words, before) else ""
    rule = ""
    if federal and (noun == "judge" or head.kind not in ("company", "office")):
        rule = "description:federal"
    elif opener in _DEFINITE and head.kind != "group":
        rule = "description:definite"
    elif noun in _BARE and opener not in _INDEFINITE:
        rule = "description:bare"
    return _draft(words, first, head.last, head, rule) if rule else None


def _first_modifier(words: Words, i: int) -> int:
    """The first of the words before word ``i`` that may stand between a place and a head."""
    first, modifiers = i, lexicon().lower_modifiers
    while first > 0 and i - first < _MOST_MODIFIERS and words.norm[first - 1] in modifiers and _blank(words, first - 1):
        first -= 1
    return first


def _of_place(words: Words, place: Draft, head: _Head) -> Draft | None:
    """ "the Norwegian regulator", "Ghana's health ministry"."""
    if head.kind == "office" and words.norm[head.last + 1 : head.last + 2] in (("of",), ("for",)):
        return None
    draft = _draft(words, place.first, head.last, head, "description:place")
    draft.name = re.sub(r"['’]s?(?= )", "", draft.words)
    draft.mention, draft.codes = "name", place.codes
    return draft


def _place_after(words: Words, last: int, places: _Places) -> Draft | None:
    """The place that "in" or "of" ties to the head: "a court in Multan", "police in West Bengal"."""
    norm = words.norm
    if norm[last + 1 : last + 2] not in (("in",), ("of",)) or not _blank(words, last):
        return None
    target = last + 3 if norm[last + 2 : last + 3] == ("the",) else last + 2
    place = places.by_first.get(target)
    if (
        place is not None
        and norm[place.last + 2 : place.last + 3] == ("of",)
        and norm[place.last + 1] in word_list("parts_of_nations")
    ):
        part = places.by_first.get(place.last + 3)  # "the governor of the U.S. commonwealth of Puerto Rico"
        place = part if part is not None and _blank(words, place.last, possessive=True) else place
    return place if place is not None and all(_blank(words, k) for k in range(last + 1, target)) else None


def _draft(words: Words, first: int, last: int, head: _Head, rule: str) -> Draft:
    start, end = words.starts[first], words.ends[last] - (head.cut if last == head.last else 0)
    text = " ".join(words.text[start:end].split())
    return Draft(first, last, start, end, text, head.kind, 0, rule, mention="description", words=text)


def _blank(words: Words, i: int, *, possessive: bool = False) -> bool:
    """Whether only white space stands between word ``i`` and the next."""
    between = words.text[words.ends[i] : words.starts[i + 1]].strip()
    return not between or (possessive and between in ("'s", "’s", "'", "’"))
