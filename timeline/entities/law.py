"""Under whose law the bodies and officials of a document act."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from timeline.entities.draft import Draft
from timeline.entities.lexicon import lexicon
from timeline.entities.page import PUBLIC_KINDS
from timeline.entities.places import codes_within, district_codes
from timeline.entities.titled import PUBLIC_SORTS
from timeline.entities.tokens import Words
from timeline.jurisdictions import jurisdiction_name, parent_code

_FEDERAL_US = re.compile(r"\b(?:US|United States|Special Agent|Assistant Attorney General|Postal Inspector)\b|\bU\.S\.")
_FEDERAL_COURT = re.compile(r"(?:\bU\.S\.|\bUS\b|\bUnited States\b).*\b(?:Court|Attorney|Judge|Marshal)")
_FEDERAL = re.compile(r"\bFederal\b")
_BRANCH = re.compile(
    r"(?:Field|Regional|District|Resident|Branch|Home|Local) (?:Office|Division|Agency|Director)s?$|Field Office"
)
_PARTY = re.compile(r",? ?\((?:[RDI]|Rep|Dem|Ind)\.?\s?[-–—]\s?([A-Z][A-Za-z.]+)[^)]*\)")
_APART = re.compile(r"[.;:()\n]|\b(?:and|or|in|by|with|to|from|against|that|of)\b")
_OF_DISTRICT = re.compile(r"(?:,? (?:for|of|in|from|the|at)\b)*,? ")
_IN_TOWN = re.compile(r"(?:,? (?:sitting )?(?:for|of|in|from|the|at)\b)+ ")
_STATE_OFFICE = re.compile(
    r"^attorney general|"
    r"\battorney general['’]?s['’]? office|governor|\bstate\b|county|city|legislature|chief minister|premier|mayor|"
    r"sheriff|municipal|superior court|court of common pleas"
)
_LOCAL = re.compile(r"(?:the |district |trial |county )*(?:court|judge|jury|police|prosecutors?)")
_WEIGHTS = {"place:name": 2, "place:adjective": 2, "place:city": 1, "place:town": 1, "place:metonym": 1}
_HINT = 6
_CLEAR = 0.6  # share of the naming from which on one country leads a text
_NEAR_DRAFTS = 12
_NEAR_SENTENCES = 2
_WITH_STATES = frozenset(["US", "CA", "AU", "DE", "IN"])
UNKNOWN = "?"
_REACH = 70
_PEOPLE = re.compile(r"[ -](?:citizen|national|man|woman|native|migrant|immigrant|refugee|teenager|tourist|born)s?\b")
_FROM = re.compile(
    r"\b(?:citizen|national|man|woman|native|migrant|immigrant|refugee|teenager|tourist|person|people)s? from $"
)
_BEFORE_FROM = 24


def settle_law(words: Words, drafts: Sequence[Draft], hints: Sequence[str] = ()) -> None:
    """Give every public body, and every person whose office says so, the codes of the law under which it acts.

    ``hints`` are codes that speak for a law without standing in the text (the publisher's).
    """
    reader = _Law(words, drafts, hints)
    for i, draft in enumerate(drafts):
        guessed = draft.kind == "person" or draft.rule == "name:capitals"
        if guessed and not draft.sort and reader.is_member_of_congress(draft):
            draft.kind, draft.sort, draft.codes = "person", "official", ("US",)
        elif _acts_under_law(draft):
            reader.settle(i, draft)
    reader.share(drafts)
    for draft in drafts:
        if _is_open(draft.codes) or (_acts_under_law(draft) and not draft.codes):
            draft.codes = reader.default(draft)


def _acts_under_law(draft: Draft) -> bool:
    return draft.kind in PUBLIC_KINDS or (draft.kind == "person" and draft.sort in PUBLIC_SORTS)


class _Law:
    def __init__(self, words: Words, drafts: Sequence[Draft], hints: Sequence[str]) -> None:
        self.words, self.text, self.drafts = words, words.text, drafts
        self.starts = [d.start for d in drafts]
        self.weights: Counter[str] = Counter(dict.fromkeys(hints, _HINT))
        self.origins = frozenset(d.start for d in drafts if d.kind == "place" and _is_origin(words.text, d))
        for draft in drafts:
            if draft.start in self.origins:
                continue
            weight = _WEIGHTS.get(draft.rule, 3 if draft.kind in PUBLIC_KINDS else 1 if draft.kind == "group" else 0)
            for code in draft.codes if weight else ():
                if not code.startswith(UNKNOWN):
                    self.weights[code] += weight
        self.federal = any(d.id == "us-doj" or "U.S. Attorney" in d.title for d in drafts)
        self.countries: Counter[str] = Counter()
        for code, weight in self.weights.items():
            self.countries[code.split("-")[0]] += weight

    def settle(self, i: int, draft: Draft) -> None:
        """Codes from the name or title itself, from a place right before it, or from a district named after it."""
        if draft.codes and not _is_open(draft.codes):
            if draft.kind in ("court", "authority", "office", "person") and "US" in draft.codes:
                draft.codes = _merged(draft.codes, self._district_after(i, draft))
            return
        first = draft.title_first if draft.title_first >= 0 else draft.first
        name = self.text[self.words.starts[first] : draft.end]
        codes = district_codes(self.words, first, draft.last) or self._within(first, draft)
        if not codes:
            codes = self._before(i, first) or self._after(i, draft)
        if _BRANCH.search(name):  # where an agency has an office says nothing of the law
            codes = tuple(dict.fromkeys(c.split("-")[0] for c in codes))
        elif _FEDERAL_COURT.search(name):
            codes = _merged(("US",), codes)
        elif not codes and (_FEDERAL_US.search(name) or (_FEDERAL.search(name) and self._leading() in ("US", ""))):
            codes = ("US",)
        if "US" in codes or not codes:
            after = self._district_after(i, draft)
            codes = _merged(codes or (("US",) if after else ()), after)
        if not codes and draft.kind == "person" and self.is_member_of_congress(draft):
            codes = ("US",)
        if codes:
            draft.codes = codes
            if draft.rule == "description:definite" and draft.kind == "office":  # "Texas's Attorney General"
                draft.name = f"{jurisdiction_name(codes[0])} {draft.name}"
                draft.rule, draft.mention = "office:place", "name"

    def is_member_of_congress(self, draft: Draft) -> bool:
        """ "Jane Doe (D-Ore.)": a party and a state; a town instead of the state would be a state's lawmaker."""
        found = _PARTY.match(self.text, draft.end)
        return found is not None and found[1].rstrip(".") in lexicon().us_states

    def _within(self, first: int, draft: Draft) -> tuple[str, ...]:
        last = draft.last if draft.kind != "person" else draft.first - 1
        return codes_within(self.words, first, last)

    def _before(self, i: int, first: int) -> tuple[str, ...]:
        """The place whose possessive or adjective leads to the name: "Texas's attorney general"."""
        if i == 0:
            return ()
        place = self.drafts[i - 1]
        if place.kind in ("office", "court") and self.text[place.end : self.words.starts[first]].strip() in ("", ","):
            return place.codes  # "Montana's governor, Greg Gianforte", "in a Montana court, Judge Jane Doe"
        between = self.text[place.end : self.words.starts[first]]
        close = len(between) <= 40 and not _APART.search(between)
        return place.codes if place.kind == "place" and close and not _is_open(place.codes) else ()

    def _after(self, i: int, draft: Draft) -> tuple[str, ...]:
        """The place that "of" ties to the name: "the Court of Appeal of Quebec", "the Health Ministry of Rwanda"."""
        place = self.drafts[i + 1] if i + 1 < len(self.drafts) else None
        tied = place is not None and place.kind == "place" and draft.kind in PUBLIC_KINDS
        if place is None or not tied or _is_open(place.codes):
            return ()
        return place.codes if self.text[draft.end : place.start] in (" of ", " of the ") else ()

    def _district_after(self, i: int, draft: Draft) -> tuple[str, ...]:
        """ "U.S. Attorney Jane Doe of the Eastern District of Virginia", "the district court in Boise, Idaho"."""
        for other in self.drafts[i + 1 : i + 3]:
            if other.start - draft.end > _REACH or other.sentence != draft.sentence:
                break
            between = self.text[draft.end : other.start]
            if other.rule == "district:federal" and _OF_DISTRICT.fullmatch(between):
                return other.codes
            sits = draft.kind == "court" or "District Judge" in draft.title
            if sits and other.kind == "place" and _IN_TOWN.fullmatch(between):
                return tuple(c for c in other.codes if parent_code(c) == "US")
        return ()

    def share(self, drafts: Sequence[Draft]) -> None:
        """One name, one law: what one mention says holds for the others."""
        known: dict[str, tuple[str, ...]] = {}
        for draft in drafts:
            public = draft.kind in PUBLIC_KINDS or draft.kind == "person"
            if public and not _is_open(draft.codes) and len(draft.codes) > len(known.get(draft.name, ())):
                known[draft.name] = draft.codes
        for draft in drafts:
            if draft.name in known and (not draft.codes or _is_open(draft.codes)):
                draft.codes = known[draft.name]

    def _leading(self) -> str:
        """The country the document speaks of most; "" when none leads."""
        return max(self.countries, key=lambda c: self.countries[c]) if self.countries else ""

    def default(self, draft: Draft) -> tuple[str, ...]:
        """The law that the text around gives: its leading country, and the part of it that a state's office needs."""
        country = self._country_of(draft)
        if not country:  # "?US": this name without a country near it is the American one
            return tuple(c[1:] for c in draft.codes if len(c) > 1)
        words = f"{draft.title} {draft.name}".strip().lower()
        if self.federal and country == "US" and "attorney general" in words:
            return ("US",)
        if country in _WITH_STATES and _STATE_OFFICE.search(words):
            parts = {c: w for c, w in self.weights.items() if parent_code(c) == country}
            if parts:
                return (max(parts, key=lambda c: parts[c]),)
        if country in _WITH_STATES and _LOCAL.fullmatch(words):
            part = max(self.weights, key=lambda c: self.weights[c])
            if parent_code(part) == country and self.weights[part] >= _CLEAR * self.countries[country]:
                return (part,)
        return (country,)

    def _leads_clearly(self, country: str) -> bool:
        return self.countries[country] >= _CLEAR * sum(self.countries.values())

    def _country_of(self, draft: Draft) -> str:
        """The leading country; where none leads clearly, the one named last before ``draft``, if that is near."""
        leading = self._leading()
        if draft.codes == ("?US",) and self.countries["US"] and leading != "US" and not self._leads_clearly(leading):
            return "US"
        if not leading or self._leads_clearly(leading):
            return leading
        at = bisect_left(self.starts, draft.start)
        for other in reversed(self.drafts[max(0, at - _NEAR_DRAFTS) : at]):
            if draft.sentence - other.sentence > _NEAR_SENTENCES:
                break
            if other.start in self.origins:
                continue
            if other.codes and not _is_open(other.codes) and (other.kind == "place" or other.kind in PUBLIC_KINDS):
                return other.codes[0].split("-")[0]
        return leading


def _is_origin(text: str, place: Draft) -> bool:
    """Whether a place only says where somebody comes from: "a Ukrainian citizen from Donetsk"."""
    return bool(_PEOPLE.match(text, place.end) or _FROM.search(text, max(0, place.start - _BEFORE_FROM), place.start))


def _is_open(codes: tuple[str, ...]) -> bool:
    """Whether the document has to say whose law it is."""
    return bool(codes) and codes[0].startswith(UNKNOWN)


def _merged(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return (*first, *(c for c in second if c not in first))
