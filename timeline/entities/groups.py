"""People who are counted rather than named: "22 attorneys general", "a coalition of 40 states"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from timeline.entities.draft import Draft
from timeline.entities.lexicon import lexicon
from timeline.entities.places import codes_within
from timeline.entities.tokens import Words
from timeline.model import Sentence

_COALITION = frozenset(["coalition", "Coalition", "group", "Group"])
_GAPS = (", and the ", ", and ", " and the ", ", the ", " and ", ", ")
_MOST_BETWEEN = 4
_OPENING = re.compile(r"\b(?:[Cc]oalition|[Gg]roup) of (?:more than |nearly |over |about )?$")
_ATTORNEYS = re.compile(r"\b(?:state )?[Aa]ttorneys [Gg]eneral(?: (?:of|for|from|in) (?:the )?(?=[A-Z]))?")


def find_groups(words: Words, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """Counted groups, and attorneys general together with the list of their states, whose codes they carry."""
    starts = [s.start for s in sentences]
    taken = sorted((d.start, d.end) for d in drafts if d.kind != "place")
    found = []
    if "ttorneys" in words.text:
        found += list(_attorneys(words, drafts))
    for start, end in _counted(words):
        if not any(d.start <= start < d.end for d in found):
            found.append(_draft(words, start, end, words.text[start:end], ()))
    for draft in found:
        draft.sentence = bisect_right(starts, draft.start) - 1
    return [d for d in found if not _overlaps(d, taken)]


def _counted(words: Words) -> Iterator[tuple[int, int]]:
    """Spans from a number, or from "coalition of", to the people that are counted."""
    norm, text = words.norm, words.text
    people, numbers = lexicon().counted_people, lexicon().numbers
    for i, word in enumerate(norm):
        if not (word in people or (word == "general" and norm[i - 1 : i] == ("attorneys",))):
            continue
        first = i - 1 if word == "general" else i
        for k in range(first - 1, max(-1, first - 2 - _MOST_BETWEEN), -1):
            if (norm[k].isdigit() and len(norm[k]) < 4) or norm[k].lower() in numbers:
                start = words.starts[k]
                opening = _OPENING.search(text, max(0, start - 30), start)
                yield opening.start() if opening else start, words.ends[i]
                break
            if norm[k] in _COALITION and norm[k + 1 : k + 2] == ("of",):
                yield words.starts[k], words.ends[i]
                break
            if not norm[k].islower() or text[words.ends[k] : words.starts[k + 1]] != " ":
                break


def _attorneys(words: Words, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """ "the attorneys general of Ohio, Utah and Vermont": the whole list, with the codes of its states."""
    places = {d.start: d for d in drafts if d.kind == "place"}
    offices = {d.start: d for d in drafts if d.kind == "office"}
    for match in _ATTORNEYS.finditer(words.text):
        end, at, codes = match.end(), match.end(), []
        office = offices.get(match.start())  # "Attorneys General of Ohio" is one name already
        if office is not None:
            end, codes = office.end, list(codes_within(words, office.first, office.last))
            at = end + _gap(words.text, end) if codes else -1
        while at in places:
            codes += [c for c in places[at].codes if c not in codes]
            end = places[at].end
            gap = _gap(words.text, end)
            at = end + gap if gap else -1
        if codes:
            yield _draft(words, match.start(), end, "attorneys general", tuple(codes))


def _gap(text: str, end: int) -> int:
    """The length of what joins two members of a list after ``end``; 0 when nothing does."""
    return next((len(gap) for gap in _GAPS if text.startswith(gap, end)), 0)


def _draft(words: Words, start: int, end: int, name: str, codes: tuple[str, ...]) -> Draft:
    first, last = bisect_right(words.starts, start) - 1, bisect_left(words.starts, end) - 1
    text, name = " ".join(words.text[start:end].split()), " ".join(name.split())
    draft = Draft(first, last, start, end, name, "group", 0, "group:counted", mention="description", words=text)
    if codes:
        draft.kind, draft.codes, draft.rule = "authority", codes, "group:attorneys-general"
    return draft


def _overlaps(draft: Draft, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether another name reaches into the group's words from before, or goes on beyond them."""
    at = bisect_left(taken, (draft.end, 0)) - 1
    while at >= 0 and taken[at][1] > draft.start:
        if taken[at][0] < draft.start or taken[at][1] > draft.end:
            return True
        at -= 1
    return False
