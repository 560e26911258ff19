"""Stretches of capitalised words that can be one name: "Ministry of Electronics and Information Technology"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.entities.gazetteer import Match
from timeline.entities.lexicon import Lexicon, lexicon
from timeline.entities.tokens import Words
from timeline.model import Sentence

_ABBREVIATIONS = frozenset(
    ["Mr", "Mrs", "Ms", "Dr", "St", "Jr", "Sr", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Sgt", "Prof", "Hon", "Capt",
     "Ft", "Mt", "Bros", "Co", "Inc", "Corp", "Ltd", "No", "Rev", "Sens", "Reps", "Retd", "Messrs"]
)  # fmt: skip
_GENERATIONS = frozenset(["Jr", "Sr", "II", "III", "IV"])
_POSSESSIVE_HEADS = frozenset(
    ["Office", "Department", "Bench", "Court", "Ministry", "Union", "Association", "Commission"]
)
CALENDAR = frozenset(
    ["January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
     "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Monday", "Tuesday",
     "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat",
     "Sun"]
)  # fmt: skip
"""Months and days, with a capital; not "May", which is a name as often."""
_LONGEST = 18


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``first``..``last`` (inclusive) of sentence ``sentence``; ``opens`` when they open it."""

    first: int
    last: int
    sentence: int
    opens: bool


def find_runs(words: Words, sentences: Sequence[Sentence], matches: Sequence[Match]) -> Iterator[Run]:
    """Every run of ``words``, in order; one run never leaves its sentence and never cuts a known name."""
    cut = frozenset(m.last for m in matches if m.cut)
    reader = _Reader(words, lexicon(), {m.first: m.last for m in matches}, cut)
    names = [i for i, word in enumerate(words.norm) if reader.lexicon.is_capital(word) or i in reader.known]
    at = 0
    for sentence in sentences:
        first, after = bisect_left(words.starts, sentence.start), bisect_left(words.starts, sentence.end)
        at = bisect_left(names, first, at)
        while at < len(names) and names[at] < after:
            last = reader.extend(names[at], after)
            yield Run(names[at], last, sentence.index, names[at] == first)
            at = bisect_left(names, last + 1, at)


@dataclass(frozen=True, slots=True)
class _Reader:
    words: Words
    lexicon: Lexicon
    known: dict[int, int]
    cut: frozenset[int]

    def is_name_word(self, i: int) -> bool:
        return self.lexicon.is_capital(self.words.norm[i]) or i in self.known

    def extend(self, first: int, after: int) -> int:
        """The last word of the run that starts at ``first``."""
        last = self.known.get(first, first)
        while last + 1 < after and last - first < _LONGEST:
            following = self._next(first, last, after)
            if following is None:
                break
            last = max(following, self.known.get(following, following))
        return min(last, after - 1)

    def gap(self, i: int) -> str:
        """What stands between word ``i`` and the next: white space counts as one blank."""
        between = self.words.text[self.words.ends[i] : self.words.starts[i + 1]]
        if self.words.norm[i] in _ABBREVIATIONS and between.startswith("."):
            between = between[1:]
        if not between.strip():
            return " " if between and "\n\n" not in between else "" if not between else "|"
        return between

    def _next(self, first: int, last: int, after: int) -> int | None:
        """The word by which the run goes on after ``last``."""
        n, gap, norm = last + 1, self.gap(last), self.words.norm
        word, before = norm[n], norm[last]
        if last in self.words.possessive or last in self.cut:
            plain = self.words.text[self.words.ends[last] : self.words.starts[n]].strip() in ("'s", "’s", "'", "’")
            return n if plain and word in _POSSESSIVE_HEADS else None
        mark = gap.strip()
        if self.is_name_word(n) and (gap == " " or mark == "&" or (mark == "." and len(before) == 1)):
            return n
        if gap == " ":
            return self._over_small_word(first, last, after)
        return self._over_comma(first, last, after) if mark in (",", ",.") else None

    def _over_small_word(self, first: int, last: int, after: int) -> int | None:
        n, norm = last + 1, self.words.norm
        word = norm[n]
        if word in self.lexicon.particles:
            target = n + 1 if n + 1 < after and norm[n + 1] not in self.lexicon.particles else n + 2
            return target if self._is_word_at(n, target, after) else None
        if word in ("of", "for", "on"):
            target = n + 2 if n + 2 < after and norm[n + 1] == "the" else n + 1
            if not self._is_word_at(n, target, after) or norm[target].rstrip(".") in CALENDAR:
                return None  # "the Commission on April 3", "the Court on Wednesday"
            opened = norm[last] in self.lexicon.openers
            if word == "of" and not opened:
                opened = norm[last] in self.lexicon.heads or (norm[target] in ("America", "India") and last > first)
            if word != "of" and not opened:
                opened = norm[last] in self.lexicon.heads and norm[last] in ("Agency", "Authority", "Commissioner")
            return target if opened else None
        if word == "and":
            return self._over_and(first, last, n + 1, after)
        return None

    def _is_word_at(self, small: int, target: int, after: int) -> bool:
        """Whether a name goes on at ``target`` with nothing but blanks from ``small`` on."""
        if target >= after or not self.is_name_word(target):
            return False
        return all(self.gap(i) == " " for i in range(small, target))

    def _over_and(self, first: int, last: int, target: int, after: int) -> int | None:
        topics, norm = self.lexicon.topics, self.words.norm
        if not self._is_word_at(target - 1, target, after) or norm[target] not in topics:
            return None
        opened = any(norm[k] in ("of", "for", "on") for k in range(first, last))
        if norm[last] in topics and (opened or self._reaches_head(target, after)):
            return target
        # "Internet and Mobile Association": the first field is no listed one
        return target if last == first and self._reaches_head(target, after) else None

    def _over_comma(self, first: int, last: int, after: int) -> int | None:
        n, norm = last + 1, self.words.norm
        word = norm[n]
        if word in self.lexicon.legal_forms and word[0].isupper():
            return n
        if word in _GENERATIONS and last > first:
            return n
        topics = self.lexicon.topics
        if norm[last] not in topics:
            return None
        if word == "and" and not any(self.gap(k).strip() == "," for k in range(first, last)):
            return None
        target = n + 1 if word == "and" else n
        if target >= after or norm[target] not in topics:
            return None
        listed = word == "and" or any(norm[k] == "and" for k in range(n, min(n + 7, after)))
        opened = any(norm[k] in ("of", "for", "on") for k in range(first, last)) or self._reaches_head(target, after)
        return target if listed and opened else None

    def _reaches_head(self, i: int, after: int) -> bool:
        """Whether a few more words on stands a head: "... and Exchange Commission"."""
        for k in range(i, min(i + 8, after)):
            word = self.words.norm[k]
            if word in self.lexicon.heads and word not in self.lexicon.topics:
                return True
            if word not in ("and", "of") and not self.is_name_word(k):
                return False
        return False
