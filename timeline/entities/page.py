"""The words of a document with its known names: what every reader of a run looks at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from timeline.entities.draft import Draft
from timeline.entities.gazetteer import Match, known_place, place_at
from timeline.entities.lexicon import Lexicon, lexicon
from timeline.entities.names import Record
from timeline.entities.runs import Run
from timeline.entities.tokens import Words
from timeline.jurisdictions import country_code
from timeline.model import EntityKind

PUBLIC_KINDS: Final = frozenset(["authority", "court", "legislature", "government", "office"])
_LONGEST_NAME = 8


class Page:
    """One document: ``known`` holds the known names by their first word."""

    def __init__(self, words: Words, matches: Sequence[Match]) -> None:
        self.words = words
        self.lexicon: Lexicon = lexicon()
        self.known = {m.first: m for m in matches}

    def text_of(self, first: int, last: int) -> str:
        """Words ``first``..``last`` as they stand, white space as single blanks."""
        return " ".join(self.words.text[self.words.starts[first] : self.words.ends[last]].split())

    def draft(self, first: int, last: int, kind: EntityKind, run: Run, rule: str, cut: int = 0) -> Draft:
        """A draft named by its own words; ``cut`` characters at the end are no part of it."""
        start, end = self.words.starts[first], self.words.ends[last] - cut
        words = " ".join(self.words.text[start:end].split())
        opens = run.opens and first == run.first
        return Draft(first, last, start, end, words, kind, run.sentence, rule, opens=opens, words=words)

    def known_draft(self, match: Match, run: Run) -> Draft:
        """A draft of a known name."""
        draft = self.draft(match.first, match.last, match.records[0].kind, run, "", cut=match.cut)
        take_record(draft, match.records)
        return draft

    def match_at(self, i: int, last: int) -> Match | None:
        """The known name at word ``i`` that ends by ``last``; of a longer one at least the place it begins with."""
        match = self.known.get(i)
        return match if match is None or match.last <= last else place_at(self.words, i, last)

    def covering(self, i: int) -> Match | None:
        """The known name of which word ``i`` is a part."""
        for k in range(i, max(-1, i - _LONGEST_NAME), -1):
            match = self.known.get(k)
            if match:
                return match if match.last >= i else None
        return None

    def names_person(self, first: int, last: int) -> Match | None:
        """The known person whose name is exactly these words."""
        match = self.known.get(first)
        return match if match and match.last == last and match.records[0].kind == "person" else None

    def shouted_place(self, first: int, last: int, run: Run) -> Draft | None:
        """The place of a dateline in capitals: "SAINT PAUL, Minn."."""
        norm = self.words.norm
        if first in self.known or not all(norm[k].isupper() and len(norm[k]) > 3 for k in range(first, last + 1)):
            return None
        record = known_place(tuple(norm[k].capitalize() for k in range(first, last + 1)))
        if record is None:
            return None
        draft = self.draft(first, last, "place", run, record.rule)
        take_record(draft, (record,))
        return draft

    def public_codes(self, first: int, last: int) -> tuple[str, ...]:
        """The codes of a known public body whose name is part of these words: "FBI Field Office".

        A place that they begin with says whose body of that name it is: "Nepal's Ministry of Finance".
        """
        owner = self.match_at(first, last)
        whose = owner.records[0].codes if owner is not None and owner.records[0].kind == "place" else ()
        for k in range(first, last + 1):
            match = self.known.get(k)
            if match and match.records[0].kind in PUBLIC_KINDS and match.records[0].codes[:1] != ("?US",):
                goes_on = match.last < last and self.words.norm[match.last + 1] in ("and", "of", "for")
                codes = match.records[0].codes
                elsewhere = whose and country_code(whose[0]) not in {country_code(c) for c in codes}
                return () if goes_on else whose if elsewhere else codes
        return ()


def take_record(draft: Draft, records: tuple[Record, ...]) -> None:
    """Make ``draft`` the first of the known names that its words can mean."""
    record = records[0]
    draft.name, draft.kind, draft.rule = record.name, record.kind, record.rule
    draft.id, draft.codes, draft.records = record.id, record.codes, records
