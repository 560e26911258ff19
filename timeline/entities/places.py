"""Which place a name means here: Georgia, Washington, "Springfield, Ohio", "Miss.", a federal district."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from timeline.entities.draft import Draft
from timeline.entities.gazetteer import Match, Record, place_at
from timeline.entities.tokens import Words
from timeline.jurisdictions import country_code

_DISTRICT = re.compile(r"(?:(?:Northern|Southern|Eastern|Western|Middle|Central) )?(?:Judicial )?District of")
_LISTED = re.compile(r",? (?:and|or) (?:the )?[A-Z]|, (?:the )?[A-Z][\w ]+,? (?:and|or) ")
_TOWN_END = re.compile(
    r"[,.;:)\]\n]|$| (?:and|who|was|were|is|in|on|for|to|has|had|have|that|which|by|from|with|after|at|as|before|of|[Pp]olice)\b"
)
# Words that decide between two places of one name; the first pattern that the text holds wins.
_CLUES: dict[str, tuple[tuple[str, str], ...]] = {
    "GE": (("US-GA", r"Atlanta|Savannah|\bGa\.|Georgia (?:Attorney General|Supreme Court|Governor|General Assembly|Secretary of State|House|Senate)"),
           ("GE", r"Tbilisi|Batumi|Abkhazia|South Ossetia|Caucasus|Georgian (?:Dream|parliament|government|opposition)")),
    "CD": (("CG", r"Brazzaville|Pointe-Noire|Sassou"), ("CD", r"Kinshasa|Goma|Kivu|Tshisekedi|Kabila|\bDRC\b")),
    "KR": (("KP", r"Pyongyang|Kim Jong"), ("KR", r"Seoul|Busan")),
}  # fmt: skip


def settle_places(words: Words, drafts: Sequence[Draft], matches: Sequence[Match]) -> None:
    """Give each place among ``drafts`` the code that it means here."""
    reader = _Places(words, drafts, matches)
    for draft in drafts:
        reader.settle(draft)
    for draft, after in pairwise(drafts):
        reader.settle_town(draft, after)


class _Places:
    def __init__(self, words: Words, drafts: Sequence[Draft], matches: Sequence[Match]) -> None:
        self.words, self.text = words, words.text
        self.records: dict[int, tuple[Record, ...]] = {m.first: m.records for m in matches}
        self.countries: Counter[str] = Counter(
            country_code(code) for d in drafts if len(self.records.get(d.first, ())) < 2 for code in d.codes
        )

    def settle(self, draft: Draft) -> None:
        """Give ``draft`` its code."""
        if draft.kind != "place" or not draft.rule.startswith("place:"):
            return
        records = [r for r in self.records.get(draft.first, ()) if r.kind == "place"]
        if len(records) > 1:
            self._choose(draft, records)
        if draft.name == "Washington":
            self._washington(draft)

    def settle_town(self, draft: Draft, after: Draft) -> None:
        """Make ``draft`` a town when the place right after it says so."""
        if self._is_town(draft, after):
            draft.name, draft.kind, draft.codes = self.text[draft.start : draft.end], "place", after.codes
            draft.rule, draft.id, draft.weak = "place:town", "", False

    def _choose(self, draft: Draft, records: Sequence[Record]) -> None:
        record = self._by_clue(records) or self._by_company(records) or records[0]
        draft.codes, draft.name, draft.id, draft.rule = record.codes, record.name, record.id, record.rule

    def _by_clue(self, records: Sequence[Record]) -> Record | None:
        for record in records:
            for code, pattern in _CLUES.get(record.id, ()):
                found = next((r for r in records if r.id == code), None)
                if found and re.search(pattern, self.text):
                    return found
        return None

    def _by_company(self, records: Sequence[Record]) -> Record | None:
        """The reading whose country the text names anyway."""
        best = max(records, key=lambda r: self.countries[country_code(r.id)])
        return best if self.countries[country_code(best.id)] else None

    def _washington(self, draft: Draft) -> None:
        """The capital stands for the federal government; the state when an office or a town of it says so."""
        following = self.text[draft.end : draft.end + 40]
        preceding = self.text[max(0, draft.start - 24) : draft.start]
        state = re.match(
            r"(?:'s|’s)? (?:State\b|state\b|Attorney General|Governor|Gov\b|Supreme Court|Legislature|residents|AG\b|law\b|Department of)",
            following,
        )
        town = re.search(
            r"(?:Seattle|Tacoma|Spokane|Olympia|Redmond|Bellevue|Vancouver|state of|State of|[A-Z][a-z]+), $", preceding
        )
        listed = re.search(
            r"(?:Virginia|Vermont|Oregon|Utah|Texas|Rhode Island|Minnesota|California|Illinois|New York|Massachusetts|Michigan),? (?:and )?$",
            preceding,
        )
        if state or listed or (town and not preceding.rstrip().endswith("in")):
            return
        if re.match(r",? D\.?C\b", following):
            draft.codes, draft.id, draft.name = ("US-DC",), "US-DC", "District of Columbia"
            return
        draft.codes, draft.id, draft.rule = ("US",), "US", "place:metonym"

    def _is_town(self, draft: Draft, after: Draft) -> bool:
        """ "Arad, Romania", "Ontario, California": the first lies in the second."""
        if after.kind != "place" or after.rule != "place:name" or draft.last in self.words.possessive:
            return False
        if after.start > draft.end + 3 or self.text[draft.end : after.start].strip() != ",":
            return False
        if not _TOWN_END.match(self.text, after.end):
            return False
        if draft.kind == "place" and draft.codes:
            part = "-" in after.codes[0]
            listed = _LISTED.match(self.text, after.end)  # "Bavaria, Karnataka and Nova Scotia"
            return draft.rule == "place:city" or (
                not listed and part and country_code(draft.codes[0]) != country_code(after.codes[0])
            )
        return draft.rule in ("name:capital", "name:capitals", "person:form") and not draft.title


def district_codes(words: Words, first: int, last: int) -> tuple[str, ...]:
    """The codes of a federal judicial district: "Eastern District of Virginia" -> US, US-VA; () for other districts."""
    name = " ".join(words.text[words.starts[first] : words.ends[last]].split())
    found = _DISTRICT.search(name)
    if not found:
        return ()
    codes = codes_within(words, last - len(name[found.end() :].split()) + 1, last)
    return ("US", *codes) if codes and codes[0].startswith(("US-", "PR", "GU", "VI", "MP")) else ()


def codes_within(words: Words, first: int, last: int) -> tuple[str, ...]:
    """Codes of the places among words ``first``..``last``, in order."""
    codes: list[str] = []
    i = first
    while i <= last:
        match = place_at(words, i, last)
        if match:
            codes += [c for c in match.records[0].codes if c not in codes]
            i = match.last
        i += 1
    return tuple(codes)
