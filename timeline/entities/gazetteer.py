"""Known names: authorities, companies, organisations of ``data/entities/`` and places of ``data/jurisdictions/``.

Names are looked up word by word, longest first; case counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.entities.lists import word_list
from timeline.entities.names import Alias, Index, Record, name_index
from timeline.entities.tokens import Words


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``first``..``last`` (inclusive) are a known name; ``cut`` characters at the end are no part of it."""

    first: int
    last: int
    records: tuple[Record, ...]
    cut: int = 0


_COUNTY = frozenset({"County"})


def find_known_names(words: Words) -> tuple[Match, ...]:
    """The known names in ``words``, leftmost longest, never overlapping.

    >>> from timeline.entities.tokens import read_words
    >>> [m.records[0].name for m in find_known_names(read_words("The FTC and the European Commission met."))]
    ['Federal Trade Commission', 'European Commission']
    """
    index, norm, matches, i, total = name_index(), words.norm, [], 0, len(words)
    while i < total:
        word = norm[i]
        match = None
        if word in index:
            match = longest_at(index, words, i)
        elif words.bare and word.endswith("s") and word[:-1] in index:
            match = _single(index[word[:-1]].get("", ()), i)
        if match is None:
            i += 1
        else:
            matches.append(match)
            i = match.last + 1
    return tuple(matches)


def place_at(words: Words, i: int, last: int) -> Match | None:
    """The longest place that starts with word ``i`` and ends with word ``last`` or before.

    >>> from timeline.entities.tokens import read_words
    >>> place_at(read_words("Nebraska Attorney General"), 0, 0).records[0].codes
    ('US-NE',)
    """
    return longest_at(name_index(), words, i, last, places=True)


def longest_at(index: Index, words: Words, i: int, last: int | None = None, *, places: bool = False) -> Match | None:
    """The longest known name that starts with word ``i`` (and ends by word ``last``; only a place)."""
    for alias, cut in _candidates(index, words, i):
        end = i + len(alias.rest)
        if (places and alias.records[0].kind != "place") or (last is not None and end > last):
            continue
        if end == i and alias.stop and not _is_abbreviated(words, i):
            continue
        if all(_same_gap(words, i + k, gap) for k, gap in enumerate(alias.gaps)):
            return None if _is_another_place(words, i, end, alias.records[0]) else Match(i, end, alias.records, cut)
    return None


def _is_another_place(words: Words, first: int, last: int, record: Record) -> bool:
    """Whether its neighbour makes the name another place or none: "New Prague", "Ohio County", "Spanish language"."""
    if record.rule == "place:city" and first > 0 and words.norm[first - 1] in word_list("other_town"):
        return words.text[words.ends[first - 1] : words.starts[first]] == " "
    if record.rule != "place:adjective" and _followed_by(words, last, word_list("named_after")):
        return True
    if record.rule == "place:name" and record.id.startswith("US-") and record.name not in word_list("own_county"):
        return _followed_by(words, last, _COUNTY)
    return record.rule == "place:adjective" and _followed_by(words, last, word_list("languages"))


def _followed_by(words: Words, last: int, nouns: frozenset[str]) -> bool:
    """Whether one of ``nouns`` stands right after word ``last``."""
    follows = last + 1 < len(words.norm) and words.norm[last + 1] in nouns
    return follows and words.text[words.ends[last] : words.starts[last + 1]] == " "


def _candidates(index: Index, words: Words, i: int) -> Iterator[tuple[Alias, int]]:
    """Names whose words stand from word ``i`` on, longest first, each with the characters that are no part of it."""
    norm, group = words.norm, index.get(words.norm[i])
    if group is None:
        return
    second = norm[i + 1] if i + 1 < len(norm) else ""
    for alias in group.get(second, ()) if second else ():
        found = norm[i + 1 : i + 1 + len(alias.rest)]
        if found == alias.rest:
            yield alias, 0
        elif words.bare and found[:-1] == alias.rest[:-1] and found[-1:] == (alias.rest[-1] + "s",):
            yield alias, 1
    if words.bare and second.endswith("s"):
        for alias in group.get(second[:-1], ()):
            if len(alias.rest) == 1:
                yield alias, 1
    for alias in group.get("", ()):
        yield alias, 0


def _is_abbreviated(words: Words, i: int) -> bool:
    """ "Boise, Ida." but neither "Miss Doe" nor "La Paz"."""
    text, start, end = words.text, words.starts[i], words.ends[i]
    return text[start - 2 : start] == ", " and text[end : end + 1] == "."


def _single(aliases: tuple[Alias, ...], i: int) -> Match | None:
    return next((Match(i, i, a.records, 1) for a in aliases), None)


def _same_gap(words: Words, i: int, gap: str) -> bool:
    between = words.text[words.ends[i] : words.starts[i + 1]]
    if between == " ":
        return gap in ("", ",", ".")
    between = between.strip()
    return between in (gap, "", ",") if gap else between == ""


def known_place(words: tuple[str, ...]) -> Record | None:
    """The place whose whole name is ``words``.

    >>> known_place(("New", "Delhi")).codes
    ('IN',)
    """
    group = name_index().get(words[0], {})
    for alias in group.get(words[1] if len(words) > 1 else "", ()):
        if alias.rest == words[1:] and alias.records[0].kind == "place":
            return alias.records[0]
    return None
