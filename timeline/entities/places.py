"""Which place a name means here: Georgia, Washington, "Springfield, Ohio", "Miss.", a federal district."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from timeline.entities.draft import Draft
from timeline.entities.gazetteer import Match, place_at
from timeline.entities.lexicon import lexicon
from timeline.entities.lists import word_list
from timeline.entities.names import Record
from timeline.entities.tokens import Words
from timeline.jurisdictions import country_code
from timeline.knowledge import read_yaml

_DISTRICT = re.compile(r"(?:(?:Northern|Southern|Eastern|Western|Middle|Central) )?(?:Judicial )?District of")
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s+(?=[A-Z\"“])|\n")
_FIRST_WORD = re.compile(r"\W*(\w+)")
_VERB_NEXT = re.compile(r" (?!(?:and|or|of|to)\b)[a-z]+\b")
_LISTED = re.compile(r",? (?:and|or) (?:the )?[A-Z]|, (?:the )?[A-Z][\w ]+,? (?:and|or) ")
_TOWN_END = re.compile(
    r"[,.;:)\]\n]|$| (?:and|who|was|were|is|in|on|for|to|has|had|have|that|which|by|from|with|after|at|as|before|of|"
    r"[Pp]olice)\b"
)
_CAPITAL = "Washington"
_DC = re.compile(r",? D\.?C\b")
_SENTENCE = 300  # characters in which the opening of a sentence is looked for
_LIST_GAP = re.compile(r", (?:and )?| and ")
_NAMED_PLACES = frozenset(["place:name", "place:city"])
_UNKNOWN_NAMES = frozenset(["name:capital", "name:capitals", "person:form"])


def settle_places(words: Words, drafts: Sequence[Draft], matches: Sequence[Match]) -> None:
    """Give each place among ``drafts`` the code that it means here."""
    reader = _Places(words, drafts, matches)
    for draft in drafts:
        reader.settle(draft)
    _settle_surnames(words, drafts)
    for i, draft in enumerate(drafts):
        if draft.kind == "place" and draft.name == _CAPITAL:
            reader.settle_capital(i, draft)
    for draft, after in pairwise(drafts):
        reader.settle_town(draft, after)


def _settle_surnames(words: Words, drafts: Sequence[Draft]) -> None:
    """A place named like somebody named before is that person: "Jane Sheffield sued ... Sheffield's petition"."""
    people: dict[str, Draft] = {}
    for draft in drafts:
        names = [name for name in draft.name.split() if name.rstrip(".") not in word_list("generations")]
        if draft.kind == "person" and len(names) > 1:
            people.setdefault(names[-1], draft)
        person = people.get(draft.words) if draft.rule in _NAMED_PLACES else None
        if person is None or words.norm[draft.first - 1].lower() in word_list("before_towns"):
            continue
        draft.name, draft.kind, draft.id, draft.codes = person.name, "person", person.id, person.codes
        draft.rule, draft.mention, draft.sort, draft.title = "short:surname", "short", person.sort, person.title


@cache
def _clues() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Name -> (code, words that speak for it), in the order of the file."""
    return {
        record["name"]: tuple((reading["code"], tuple(reading["words"])) for reading in record["readings"])
        for record in read_yaml("jurisdictions/ambiguous.yml")
    }


class _Places:
    def __init__(self, words: Words, drafts: Sequence[Draft], matches: Sequence[Match]) -> None:
        self.words, self.text, self.drafts = words, words.text, drafts
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

    def settle_capital(self, i: int, draft: Draft) -> None:
        """Washington: the federal government, unless a list of states or the state's own words make it the state."""
        if _DC.match(self.text, draft.end):
            draft.codes, draft.id, draft.name = ("US-DC",), "US-DC", "District of Columbia"
        elif not (self._is_listed(i) or self._clue(_CAPITAL)):
            draft.codes, draft.id, draft.rule = ("US",), "US", "place:metonym"

    def _is_listed(self, i: int) -> bool:
        """Whether a state, or a town of the state, stands right before or after."""
        for a, b in ((i - 1, i), (i, i + 1)):
            if (
                a < 0
                or b >= len(self.drafts)
                or not _LIST_GAP.fullmatch(self.text[self.drafts[a].end : self.drafts[b].start])
            ):
                continue
            other = self.drafts[a if b == i else b]
            if other.kind == "place" and other.codes[0].startswith("US-"):
                return True
        return False

    def settle_town(self, draft: Draft, after: Draft) -> None:
        """Make ``draft`` a town when the place right after it says so."""
        if self._is_town(draft, after):
            draft.name, draft.kind, draft.codes = self.text[draft.start : draft.end], "place", after.codes
            draft.rule, draft.id, draft.weak = "place:town", "", False

    def _choose(self, draft: Draft, records: Sequence[Record]) -> None:
        record = self._by_clue(records) or self._by_company(records) or records[0]
        draft.codes, draft.name, draft.id, draft.rule = record.codes, record.name, record.id, record.rule

    def _by_clue(self, records: Sequence[Record]) -> Record | None:
        code = next((found for r in records if (found := self._clue(r.name)) is not None), None)
        return next((r for r in records if r.id == code), None)

    def _clue(self, name: str) -> str | None:
        """The code for which the words of the text speak."""
        return next((code for code, words in _clues().get(name, ()) if any(w in self.text for w in words)), None)

    def _by_company(self, records: Sequence[Record]) -> Record | None:
        """The reading whose country the text names anyway."""
        best = max(records, key=lambda r: self.countries[country_code(r.id)])
        return best if self.countries[country_code(best.id)] else None

    def _is_town(self, draft: Draft, after: Draft) -> bool:
        """ "Arad, Romania", "Ontario, California": the first lies in the second."""
        if after.kind != "place" or after.rule != "place:name" or draft.last in self.words.possessive:
            return False
        if after.start > draft.end + 3 or self.text[draft.end : after.start].strip() != ",":
            return False
        if not (_TOWN_END.match(self.text, after.end) or self._goes_on(draft, after)):
            return False
        if draft.kind == "place" and draft.codes:
            part = "-" in after.codes[0]
            listed = _LISTED.match(self.text, after.end)  # "Bavaria, Karnataka and Nova Scotia"
            abroad = country_code(draft.codes[0]) != country_code(after.codes[0])
            return draft.rule == "place:city" or (part and abroad and not listed)
        return draft.rule in _UNKNOWN_NAMES and not draft.title

    def _goes_on(self, draft: Draft, after: Draft) -> bool:
        """Whether the verb follows at once, no comma closing the name: "a court in Paris, Texas ruled".

        Not where the first comma may close an opening clause ("When judges met in Paris, Texas protested") and not
        where the second place only tells whose body follows ("the judge in Paris, Texas regulators and a bank").
        """
        if "-" not in after.codes[0] or not _VERB_NEXT.match(self.text, after.end):
            return False
        follows = self.words.norm[after.last + 1]
        lex = lexicon()
        if follows in lex.lower_heads or follows in lex.lower_modifiers or follows in lex.lower_titles:
            return False
        before = self.text[max(0, draft.start - _SENTENCE) : draft.start]
        ends = [m.end() for m in _SENTENCE_END.finditer(before)]
        opener = _FIRST_WORD.match(before, ends[-1] if ends else 0)
        return opener is None or opener[1] not in word_list("sentence_openers")


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
