"""What a run of capitalised words names: the known name in it, a body by its head noun, a firm, a person with a title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from timeline.entities.draft import Draft
from timeline.entities.gazetteer import Match, known_place, place_at
from timeline.entities.lexicon import Lexicon, lexicon
from timeline.entities.places import district_codes
from timeline.entities.runs import Run
from timeline.entities.tokens import Words
from timeline.model import EntityKind

_PUBLIC = ("authority", "court", "legislature", "government", "office")
_AGE_AFTER = re.compile(r",? (?:\d{1,2}|age \d{1,2})(?:,| and\b| of\b| was\b|\))")
_PERSON_AFTER = re.compile(
    r",? (?:who\b|whose\b|(?:has |have |had |also |later |then |today )*(?:said|says|told|tweeted|added|wrote|testified|"
    r"argued|pleaded|pled|resigned|was sentenced|was convicted|was arrested|was indicted|was charged|was born|died)\b|et al)"
)
_TITLE_BEFORE = re.compile(r"\b([A-Za-z-]+),? $")
_PARTY_STATE = re.compile(r"[RDI]-[A-Z]")
_OFFICE_BEFORE = re.compile(
    r"\b((?:president|prime minister|chancellor|premier|governor|attorney general|solicitor general|mayor|senator|minister|"
    r"commissioner|secretary|judge|justice|magistrate|speaker|king|queen|sheriff|prosecutor|chief minister))(?: of [A-Z]\w+)?,? $"
)
_INITIAL = re.compile(r"(?:[A-Z]|(?:[A-Z]\.){1,3})$")


class Classifier:
    """Reads the runs of one document; ``matches`` are the known names in it, by their first word."""

    def __init__(self, words: Words, matches: Sequence[Match]) -> None:
        self.words = words
        self.lexicon: Lexicon = lexicon()
        self.known = {m.first: m for m in matches}

    def read(self, run: Run) -> Iterator[Draft]:
        """The names in ``run``, left to right."""
        first, last = run.first, run.last
        norm, lex = self.words.norm, self.lexicon
        while first <= last and first not in self.known and norm[first] in lex.function_words:
            first += 1
        while last >= first and norm[last] in lex.function_words and not self._in_known(last):
            last -= 1
        if first > last:
            return
        shouted = self._shouted_place(first, last, run)
        if shouted:
            yield shouted
            return
        match = self._match_at(first, last)
        if match and match.last == last:
            yield self._known(match, run)
            return
        titled = self._titled(first, last, run)
        if titled:
            yield from titled
            return
        whole = self._body(first, last, run)
        if whole is not None:
            yield from whole
            return
        yield from self._pieces(first, last, run)

    def _shouted_place(self, first: int, last: int, run: Run) -> Draft | None:
        """The place of a dateline in capitals: "SAINT PAUL, Minn."."""
        norm = self.words.norm
        if first in self.known or not all(norm[k].isupper() and len(norm[k]) > 3 for k in range(first, last + 1)):
            return None
        record = known_place(tuple(norm[k].capitalize() for k in range(first, last + 1)))
        if record is None:
            return None
        draft = self._draft(first, last, record.name, "place", run, record.rule)
        draft.id, draft.codes = record.id, record.codes
        return draft

    # known names

    def _match_at(self, i: int, last: int) -> Match | None:
        """The known name at word ``i`` that ends by ``last``; of a longer one at least the place it begins with."""
        match = self.known.get(i)
        return match if match is None or match.last <= last else place_at(self.words, i, last)

    def _in_known(self, i: int) -> bool:
        return any(m.first <= i <= m.last for m in (self.known.get(k) for k in range(max(0, i - 8), i + 1)) if m)

    def _known(self, match: Match, run: Run) -> Draft:
        record = match.records[0]
        draft = self._draft(match.first, match.last, record.name, record.kind, run, record.rule, cut=match.cut)
        draft.id, draft.codes, draft.records = record.id, record.codes, match.records
        return draft

    def _draft(
        self, first: int, last: int, name: str, kind: EntityKind, run: Run, rule: str, cut: int = 0, weak: bool = False
    ) -> Draft:
        start, end = self.words.starts[first], self.words.ends[last] - cut
        opens = run.opens and first == run.first
        words = " ".join(self.words.text[start:end].split())
        return Draft(first, last, start, end, name, kind, run.sentence, rule, weak=weak, opens=opens, words=words)

    def text_of(self, first: int, last: int) -> str:
        """The words as they stand, white space as single blanks."""
        return " ".join(self.words.text[self.words.starts[first] : self.words.ends[last]].split())

    # persons with a title before them

    def _titled(self, first: int, last: int, run: Run) -> list[Draft] | None:
        """A title inside the run: the person after it, and what stands before it ("Texas", "FTC")."""
        norm = self.words.norm
        for t in range(last, first - 1, -1):
            title = self._title_ending_at(t, first)
            if title is None or self._continues_body(t, last):
                continue
            length, sort = title
            title_first = t - length + 1
            if t == last:
                return self._office(first, title_first, last, sort, run)
            if not self._can_be_person(t + 1, last):
                continue
            person = self._draft(t + 1, last, self.text_of(t + 1, last), "person", run, f"title:{norm[t].lower()}")
            person.title, person.title_first, person.sort = self.text_of(first, t), first, sort
            known = self.known.get(t + 1)
            if known and known.last == last and known.records[0].kind == "person":
                record = known.records[0]
                person.name, person.id, person.codes, person.records = (
                    record.name,
                    record.id,
                    record.codes,
                    known.records,
                )
            before = self._before_title(first, title_first - 1, run) if title_first > first else []
            return [*before, person]
        return None

    def _title_ending_at(self, t: int, first: int) -> tuple[int, str] | None:
        for words, sort in self.lexicon.titles.get(self.words.norm[t], ()):
            start = t - len(words) + 1
            if start >= first and self.words.norm[start : t + 1] == words:
                return len(words), sort
        return None

    def _continues_body(self, t: int, last: int) -> bool:
        """ "Attorney General of Minnesota", "Commissioner for Human Rights", "Governor's Office": the title is no prefix."""
        return t < last and (self.words.norm[t + 1] in ("of", "for", "on", "&", "and") or t in self.words.possessive)

    def _can_be_person(self, first: int, last: int) -> bool:
        norm, lex = self.words.norm, self.lexicon
        if norm[last].lower() in lex.lower_titles or norm[last] in lex.titles:
            return False
        if last - first > 5 or norm[last] in lex.heads or norm[last] in lex.legal_forms or norm[last] in lex.things:
            return False
        return all(norm[k] not in ("of", "for", "on", "and") for k in range(first, last + 1))

    def _before_title(self, first: int, last: int, run: Run) -> list[Draft]:
        return list(self.read(Run(first, last, run.sentence, run.opens)))

    def _office(self, first: int, title_first: int, last: int, sort: str, run: Run) -> list[Draft] | None:
        """A title without a name: "Minnesota Attorney General" is an office; "Senator" alone names nobody."""
        if sort not in ("official", "judge") or (title_first == first and first == last and sort == "judge"):
            return None
        if title_first == first:  # no place, no body: whoever holds the office in this text
            alone = self._draft(first, last, self.text_of(first, last), "office", run, "description:definite")
            alone.mention = "description"
            return [alone]
        office = self._draft(first, last, self.text_of(first, last), "office", run, "office:title")
        office.title, office.title_first, office.sort = office.name, first, sort
        return [office]

    # bodies and firms by their form

    def _body(self, first: int, last: int, run: Run) -> list[Draft] | None:
        norm, lex = self.words.norm, self.lexicon
        end_word = norm[last]
        if end_word in lex.legal_forms and last > first:
            return [self._draft(first, last, self.text_of(first, last), "company", run, "form:legal")]
        inner = next((k for k in range(first + 1, last) if norm[k] in lex.legal_forms and norm[k][0].isupper()), None)
        if inner is not None and not self._is_joined_form(inner, last):
            firm = self._draft(first, inner, self.text_of(first, inner), "company", run, "form:legal")
            return [firm, *self.read(Run(inner + 1, last, run.sentence, False))]
        opener = self._opener(first, last)
        if opener is not None:
            return self._opened(first, opener, last, run)
        if norm[first] in lex.given_names and first not in self.known and last > first and self._is_plain(first, last):
            return None  # "Thomas Lane", "Jane Hall"
        if end_word in lex.things or (end_word.endswith("s") and self.words.bare and end_word[:-1] in lex.things):
            return self._thing(first, last, run)
        kind = None if self._ends_with_place(last) else lex.heads.get(end_word)
        cut = 0
        if kind is None and self.words.bare and end_word.endswith("s"):
            kind, cut = lex.heads.get(end_word[:-1]), 1
        if kind is None:
            return None
        if last == first:
            return [
                self._draft(
                    first, last, end_word[:-1] if cut else end_word, kind, run, "head:alone", cut=cut, weak=True
                )
            ]
        name = self.text_of(first, last)
        draft = self._draft(first, last, name[:-1] if cut else name, kind, run, "head:last", cut=cut)
        draft.codes = self._codes_of_known(first, last)
        return [draft]

    def _is_joined_form(self, inner: int, last: int) -> bool:
        """ "Acme Co of Ohio", "Company Americas": the firm's name goes on after the legal form."""
        word = self.words.norm[inner + 1]
        return word in ("of", "and", "for") or word in self.lexicon.heads or word in self.lexicon.legal_forms

    def _is_plain(self, first: int, last: int) -> bool:
        """Two to four words, the last of which is no body's head: what a person's name may look like."""
        return last - first < 4 and self.words.norm[last] not in self.lexicon.heads

    def _ends_with_place(self, last: int) -> bool:
        """ "European Union" is no union of Europeans."""
        matches = (self.known.get(k) for k in range(max(0, last - 5), last))
        return any(m and m.last == last and m.records[0].kind == "place" for m in matches)

    def _opener(self, first: int, last: int) -> int | None:
        """The head before the first "of", "for" or "on"."""
        norm = self.words.norm
        for k in range(first + 1, last):
            if norm[k] in ("of", "for", "on") and norm[k - 1] in self.lexicon.openers | self.lexicon.heads.keys():
                return k - 1
        return None

    def _opened(self, first: int, opener: int, last: int, run: Run) -> list[Draft]:
        norm, lex = self.words.norm, self.lexicon
        title = self._title_ending_at(opener, first)
        kind: EntityKind = lex.heads.get(norm[opener], "organisation")
        if title and title[1] in ("official", "judge"):
            kind = "office"
        elif norm[opener] in (
            "State",
            "States",
            "Commonwealth",
            "City",
            "County",
            "Town",
            "Republic",
            "Kingdom",
            "Province",
            "Village",
            "Borough",
        ):
            kind = "government"
        elif norm[opener] == "Bank":
            kind = "company"
        if (kind == "office" and not self._is_public_office(opener + 1, last)) or norm[opener] in ("Member", "Members"):
            rest = opener + 2 if norm[opener + 2] != "the" else opener + 3
            return list(self.read(Run(rest, last, run.sentence, False))) if rest <= last else []
        holder = self._holder_after_place(opener, last)
        if kind == "office" and holder:
            office = self._draft(first, holder - 1, self.text_of(first, holder - 1), kind, run, "office:title")
            office.title, office.title_first, office.sort = office.name, first, "official"
            person = self._draft(holder, last, self.text_of(holder, last), "person", run, "title:of")
            person.title, person.title_first, person.sort = office.name, first, "official"
            return [office, person]
        draft = self._draft(first, last, self.text_of(first, last), kind, run, "head:of")
        draft.codes = self._codes_of_known(first, last)
        district = district_codes(self.words, first, last)
        if district and norm[opener] == "District":
            draft.kind, draft.codes, draft.rule = "place", district, "district:federal"
            return [draft]
        if kind == "office":
            draft.title, draft.title_first, draft.sort = draft.name, first, title[1] if title else ""
        return [draft]

    def _holder_after_place(self, opener: int, last: int) -> int | None:
        """ "Attorney General of New York Letitia James": where the person's name begins."""
        for k in range(opener + 1, last):
            match = self.known.get(k)
            if match and match.records[0].kind == "place" and match.last < last:
                follows = match.last + 1
                return follows if self.words.norm[follows] in self.lexicon.given_names else None
        return None

    def _is_public_office(self, first: int, last: int) -> bool:
        """ "President of Ghana", "Secretary of State", not "President of Acme"."""
        known = [m for m in (self.known.get(k) for k in range(first, last + 1)) if m]
        if any(m.records[0].kind in ("place", *_PUBLIC) for m in known):
            return True
        lex, norm = self.lexicon, self.words.norm
        return any(norm[k] in lex.topics or norm[k] in ("State", "Senate", "House") for k in range(first, last + 1))

    def _codes_of_known(self, first: int, last: int) -> tuple[str, ...]:
        """The codes of a known public body whose name is part of this one: "FBI Field Office"."""
        for k in range(first, last + 1):
            match = self.known.get(k)
            if match and match.records[0].kind in _PUBLIC and not match.records[0].codes[:1] == ("?US",):
                return match.records[0].codes
        return ()

    def _thing(self, first: int, last: int, run: Run) -> list[Draft]:
        """A law, a place, an occasion: only a firm or a place named at its start still stands for itself."""
        match = self.known.get(first)
        if match and match.last < last and match.records[0].kind in ("company", "place"):
            return [self._known(match, run)]
        return []

    # everything else, piece by piece

    def _pieces(self, first: int, last: int, run: Run) -> Iterator[Draft]:
        """Split at known names and at words that name nobody; what is left is a person or an organisation."""
        i = first
        start = first
        while i <= last:
            match = self._match_at(i, last)
            if match and not self._is_part_of_person(match, first, last):
                yield from self._unknown(start, i - 1, run)
                yield self._known(match, run)
                i = start = match.last + 1
            elif self._names_nobody(i, last):
                yield from self._unknown(start, i - 1, run)
                i = start = i + 1
            else:
                i += 1
        yield from self._unknown(start, last, run)

    def _names_nobody(self, i: int, last: int) -> bool:
        """A word such as "Republican"; but "Bill" and "Christian" are given names before a family name."""
        norm, lex = self.words.norm, self.lexicon
        if norm[i] not in lex.not_names:
            return False
        named = norm[i] in lex.given_names and i < last and norm[i + 1] not in lex.not_names and i + 1 not in self.known
        return not named or norm[i + 1] in lex.things

    def _is_part_of_person(self, match: Match, first: int, last: int) -> bool:
        """ "Chelsea Manning", "Kathy Ireland": a place's name that is somebody's given or family name here."""
        norm, given = self.words.norm, self.lexicon.given_names
        if match.records[0].kind == "person" and match.first == match.last > first:
            before = norm[match.first - 1]  # "Ivanka Trump", not "Republican Trump"
            return match.first - 1 not in self.known and before not in self.lexicon.not_names and before[0].isupper()
        if match.records[0].kind != "place" or match.first != match.last or "." in norm[match.first]:
            return False
        if norm[match.first] in given and match.last < last and match.last + 1 not in self.known:
            follows, lex = norm[match.last + 1], self.lexicon
            return not any(
                follows in words for words in (lex.not_names, lex.heads, lex.things, lex.titles, lex.openers)
            )
        adjective = match.records[0].rule == "place:adjective"
        return (
            match.first > first
            and norm[match.first - 1] in given
            and match.first - 1 not in self.known
            and not (adjective and match.last < last)
        )

    def _unknown(self, first: int, last: int, run: Run) -> Iterator[Draft]:
        norm, lex = self.words.norm, self.lexicon
        while first <= last and norm[first] in lex.particles:
            first += 1
        while last >= first and norm[last] in lex.particles:
            last -= 1
        if first > last:
            return
        name = self.text_of(first, last)
        if self._is_person(first, last):
            person = self._draft(first, last, name, "person", run, "person:form")
            self._add_title_before(person)
            yield person
        elif first < last:
            yield self._draft(first, last, name, "organisation", run, "name:capitals")
        elif len(name) > 1 and not _PARTY_STATE.match(name):
            yield self._draft(first, last, name, "organisation", run, "name:capital", weak=True)

    def _is_person(self, first: int, last: int) -> bool:
        norm, lex, text = self.words.norm, self.lexicon, self.words.text
        length = last - first + 1
        if length > 6:
            return False
        end, start = self.words.ends[last], self.words.starts[first]
        cue = bool(_AGE_AFTER.match(text, end)) or self._title_before(start)
        if length == 1:
            return cue and norm[first] not in lex.not_names
        family = self.known.get(last)
        if family and family.last == last and family.records[0].kind == "person":
            return True
        if norm[first] in lex.given_names or norm[last] in ("Jr", "Sr", "II", "III"):
            return True
        if any(_INITIAL.match(norm[k]) for k in range(first, last)):
            return True
        return cue or (length <= 4 and bool(_PERSON_AFTER.match(text, end)))

    def _title_before(self, start: int) -> bool:
        """ "the governor, Jane Doe", "Acme's CEO, Jane Doe"."""
        found = _TITLE_BEFORE.search(self.words.text, max(0, start - 24), start)
        return bool(found) and (found[1] in self.lexicon.lower_titles or found[1] in self.lexicon.titles)  # type: ignore[index]

    def _add_title_before(self, person: Draft) -> None:
        """The office in small letters that stands right before a name, so that its law can be found."""
        found = _OFFICE_BEFORE.search(self.words.text, max(0, person.start - 40), person.start)
        if found:
            start = found.start(1)
            person.title = found[1]
            person.title_first = bisect_left(self.words.starts, start)
            person.sort = "judge" if found[1] in ("judge", "justice", "magistrate") else "official"
