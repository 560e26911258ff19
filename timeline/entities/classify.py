"""What a run of capitalised words names: a known name, a titled person, a body by its form, or piece by piece."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from timeline.entities.bodies import read_body
from timeline.entities.draft import Draft
from timeline.entities.gazetteer import Match
from timeline.entities.page import Page
from timeline.entities.runs import CALENDAR, Run
from timeline.entities.titled import read_titled

_AGE_AFTER = re.compile(r",? (?:\d{1,2}|age \d{1,2})(?:,| and\b| of\b| was\b|\))")
_PERSON_AFTER = re.compile(
    r",? (?:who\b|whose\b|(?:has |have |had |also |later |then |today )*(?:said|says|told|tweeted|added|wrote|"
    r"testified|argued|pleaded|pled|resigned|was sentenced|was convicted|was arrested|was indicted|was charged|"
    r"was born|died)\b|et al)"
)
_TITLE_BEFORE = re.compile(r"\b([A-Za-z-]+),? $")
_HEAD_OF_BEFORE = re.compile(
    r"\b(?:head|chief|director|president|minister|chair|chairman|chairwoman|founder|owner|leader|spokesman|spokeswoman|"
    r"spokesperson|secretary|governor|commissioner|ambassador) (?:of|for) (?:the )?[^,.;:()\n]{2,60}, $"
)
_NO_NAME = re.compile(r"^[RDI]-[A-Z]|\d|'(?:ve|m|re|ll|d|t)$")  # "D-Ore", "S7694A", "I've"
_OFFICE_BEFORE = re.compile(
    r"\b(president|prime minister|chancellor|premier|governor|attorney general|solicitor general|mayor|senator|"
    r"minister|commissioner|secretary|judge|justice|magistrate|speaker|king|queen|sheriff|prosecutor|"
    r"chief minister)(?: of [A-Z]\w+)?,? $"
)
_JUDGES = frozenset(["judge", "justice", "magistrate"])
_BILLS = frozenset({"Bill", "Act", "Resolution", "Directive", "Regulation"})
_INITIAL = re.compile(r"(?:[A-Z]|(?:[A-Z]\.){1,3})$")
_GENERATIONS = frozenset(["Jr", "Sr", "II", "III"])


class Classifier:
    """Reads the runs of one document."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.words, self.lexicon, self.known = page.words, page.lexicon, page.known

    def read(self, run: Run) -> Iterator[Draft]:
        """The names in ``run``, left to right."""
        first, last = self._without_small_words(run)
        if first > last:
            return
        shouted = self.page.shouted_place(first, last, run)
        match = self.page.match_at(first, last)
        if shouted:
            yield shouted
        elif match and match.last == last:
            yield self.page.known_draft(match, run)
        else:
            if self._is_convict(first, last):
                yield self.page.draft(first, last, "person", run, "person:form")
                return
            found = read_titled(self.page, first, last, run, self.read)
            if not found:
                found = read_body(self.page, first, last, run, self.read)
            yield from self._pieces(first, last, run) if found is None else found

    def _is_convict(self, first: int, last: int) -> bool:
        """Two or three words of which the last is a thing too, before what only people do: "Ima Lee Hall pleaded"."""
        norm, lex = self.words.norm, self.lexicon
        if not first < last < first + 3 or norm[last] not in lex.things or last in self.known or first in self.known:
            return False
        named = not any(w in lex.heads or w in lex.topics or w in lex.not_names for w in norm[first:last])
        return named and bool(_PERSON_AFTER.match(self.words.text, self.words.ends[last]))

    def _without_small_words(self, run: Run) -> tuple[int, int]:
        """The run without "The", "In" ... at its ends."""
        first, last, small = run.first, run.last, self.lexicon.function_words
        while first <= last and first not in self.known and self.words.norm[first] in small:
            first += 1
        while last >= first and self.words.norm[last] in small and not self.page.covering(last):
            last -= 1
        return first, last

    def _pieces(self, first: int, last: int, run: Run) -> Iterator[Draft]:
        """Split at known names and at words that name nobody; what is left is a person or an organisation."""
        i = start = first
        while i <= last:
            match = self.page.match_at(i, last)
            if match and not self._is_part_of_person(match, first, last):
                yield from self._unknown(start, i - 1, run)
                yield self.page.known_draft(match, run)
                i = start = match.last + 1
            elif self._names_nobody(start, i, last):
                yield from self._unknown(start, i - 1, run)
                i = start = i + 1
            else:
                i += 1
        yield from self._unknown(start, last, run)

    def _names_nobody(self, start: int, i: int, last: int) -> bool:
        """A word such as "Republican"; but "Bill" is a given name before, "White" a family name after the other."""
        norm, lex = self.words.norm, self.lexicon
        if norm[i] not in lex.not_names:
            return False
        if start < i == last and (norm[start] in lex.given_names or _INITIAL.match(norm[i - 1])):
            return norm[i] in lex.heads or norm[i] in lex.things
        named = norm[i] in lex.given_names and i < last and norm[i + 1] not in lex.not_names and i + 1 not in self.known
        return not named or norm[i + 1] in lex.things

    def _is_part_of_person(self, match: Match, first: int, last: int) -> bool:
        """ "Chelsea Manning", "Kathy Ireland", "Ivanka Trump": a known name that is half of somebody's here."""
        if match.first != match.last:
            return False
        kind = match.records[0].kind
        if kind == "company":  # "Gerald Ford"
            return self._is_family_name(match, first, last)
        if kind == "person":
            return match.first > first and self._can_precede_family_name(match.first - 1)
        if kind != "place" or "." in self.words.norm[match.first]:
            return False
        return self._is_given_name(match, last) or self._is_family_name(match, first, last)

    def _can_precede_family_name(self, i: int) -> bool:
        word = self.words.norm[i]  # "Ivanka Trump", not "Republican Trump"
        return i not in self.known and word not in self.lexicon.not_names and word[0].isupper()

    def _is_given_name(self, match: Match, last: int) -> bool:
        norm, lex = self.words.norm, self.lexicon
        if norm[match.first] not in lex.given_names or match.last == last or match.last + 1 in self.known:
            return False
        after = norm[match.last + 1]
        return not any(after in words for words in (lex.not_names, lex.heads, lex.things, lex.titles, lex.openers))

    def _is_family_name(self, match: Match, first: int, last: int) -> bool:
        before = match.first - 1
        if before < first or before in self.known or self.words.norm[before] not in self.lexicon.given_names:
            return False
        return match.last == last or match.records[0].rule != "place:adjective"

    def _unknown(self, first: int, last: int, run: Run) -> Iterator[Draft]:
        norm, particles = self.words.norm, self.lexicon.particles
        while first <= last and norm[first] in particles:
            first += 1
        while last >= first and norm[last] in particles:
            last -= 1
        if first > last or (first == last and norm[first] in self.lexicon.lone_words):
            return
        if norm[first] in _BILLS and any(c.isdigit() for c in norm[last]):
            return  # "Bill C-63" is an instrument
        if self._is_person(first, last):
            person = self.page.draft(first, last, "person", run, "person:form")
            self._add_title_before(person)
            yield person
        elif first < last:
            yield self.page.draft(first, last, "organisation", run, "name:capitals")
        elif len(norm[first]) > 1 and not _NO_NAME.search(norm[first]):
            draft = self.page.draft(first, last, "organisation", run, "name:capital")
            draft.weak = True
            yield draft

    def _is_person(self, first: int, last: int) -> bool:
        norm, lex, text = self.words.norm, self.lexicon, self.words.text
        if last - first > 5 or (norm[last].isupper() and norm[last].capitalize() in CALENDAR):
            return False  # "INFORMATION FOR MAY 16, 2014"
        end, start = self.words.ends[last], self.words.starts[first]
        cue = bool(_AGE_AFTER.match(text, end)) or self._title_before(start)
        if first == last:
            return cue and norm[first] not in lex.not_names
        by_name = norm[first] in lex.given_names or norm[last] in _GENERATIONS or self.page.names_person(last, last)
        if by_name or any(_INITIAL.match(norm[k]) for k in range(first, last)):
            return True
        return cue or (last - first < 4 and bool(_PERSON_AFTER.match(text, end)))

    def _title_before(self, start: int) -> bool:
        """ "the governor, Jane Doe", "Acme's CEO, Jane Doe"."""
        if _HEAD_OF_BEFORE.search(self.words.text, max(0, start - 90), start):
            return True
        found = _TITLE_BEFORE.search(self.words.text, max(0, start - 24), start)
        return found is not None and (found[1] in self.lexicon.lower_titles or found[1] in self.lexicon.titles)

    def _add_title_before(self, person: Draft) -> None:
        """The office in small letters that stands right before a name, so that its law can be found."""
        found = _OFFICE_BEFORE.search(self.words.text, max(0, person.start - 40), person.start)
        if found:
            person.title = found[1]
            person.title_first = bisect_left(self.words.starts, found.start(1))
            person.sort = "judge" if found[1] in _JUDGES else "official"
