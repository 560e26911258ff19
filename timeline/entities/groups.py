"""People who are counted rather than named: "22 attorneys general", "a coalition of 40 states"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from timeline.entities.draft import Draft
from timeline.entities.tokens import Words
from timeline.model import Sentence

_NUMBER = (
    r"(?:\d{1,3}|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|"
    r"[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]everal|"
    r"[Dd]ozens of|[Hh]undreds of)"
)
_PEOPLE = (
    r"(?:individuals|people|persons|defendants|co-defendants|suspects|men|women|companies|firms|publishers|corporations|entities|"
    r"organi[sz]ations|states|officials|officers|employees|executives|youths|students|countries|banks|airlines|plaintiffs|"
    r"creators|users|lawmakers|senators|ministers|judges|journalists|activists|protesters|petitioners|co-conspirators|"
    r"accomplices|landlords|businesses|others|(?:state )?attorneys general|AGs|states' attorneys general)"
)
_GROUP = re.compile(
    rf"(?:\b(?:[Cc]oalition|[Gg]roup) of (?:more than |nearly |over )?)?\b{_NUMBER} (?:[a-z-]+ ){{0,3}}?{_PEOPLE}\b"
    rf"|\b[Cc]oalition of (?:[a-z-]+ ){{0,2}}?{_PEOPLE}\b"
)
_ATTORNEYS = re.compile(r"\b(?:state )?[Aa]ttorneys [Gg]eneral(?: (?:of|for|from|in) (?:the )?(?=[A-Z]))?")


def find_groups(words: Words, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """Counted groups, and attorneys general together with the list of their states, whose codes they carry."""
    places = {d.start: d for d in drafts if d.kind == "place"}
    starts = [s.start for s in sentences]
    taken = sorted((d.start, d.end) for d in drafts if d.kind != "place")
    found = []
    if "ttorneys" in words.text:
        found += list(_attorneys(words, places))
    found += [
        _draft(words, m.start(), m.end(), m[0], ())
        for m in _GROUP.finditer(words.text)
        if not any(d.start <= m.start() < d.end for d in found)
    ]
    for draft in found:
        draft.sentence = bisect_right(starts, draft.start) - 1
    return [d for d in found if not _overlaps(d, taken)]


def _attorneys(words: Words, places: dict[int, Draft]) -> Iterator[Draft]:
    text = words.text
    for match in _ATTORNEYS.finditer(text):
        end, codes, at = match.end(), [], match.end()
        while at in places:
            place = places[at]
            codes += [c for c in place.codes if c not in codes]
            end = place.end
            gap = next(
                (g for g in (", and the ", ", and ", " and the ", ", the ", " and ", ", ") if text.startswith(g, end)),
                "",
            )
            at = end + len(gap)
            if not gap:
                break
        if codes:
            yield _draft(words, match.start(), end, "attorneys general", tuple(codes))


def _draft(words: Words, start: int, end: int, name: str, codes: tuple[str, ...]) -> Draft:
    first, last = bisect_right(words.starts, start) - 1, bisect_left(words.starts, end) - 1
    text, name = " ".join(words.text[start:end].split()), " ".join(name.split())
    draft = Draft(first, last, start, end, name, "group", 0, "group:counted", mention="description", words=text)
    if codes:
        draft.kind, draft.codes, draft.rule = "authority", codes, "group:attorneys-general"
    return draft


def _overlaps(draft: Draft, taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(taken, (draft.end, 0))
    return at > 0 and taken[at - 1][1] > draft.start
