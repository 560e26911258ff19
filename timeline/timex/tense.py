"""Which way a clause points, read from its verbs without a tagger: cues from the language file, nearest first."""

from __future__ import annotations

from typing import NamedTuple

from timeline.timex.beside import sign_beside
from timeline.timex.breaks import is_break
from timeline.timex.language import Language
from timeline.timex.tokens import Tokens
from timeline.timex.verb_cues import verb_sign
from timeline.timex.verb_groups import Sign

_REACH = 40  # tokens looked at on each side
_OWN_REACH = 6  # tokens from a verb to the day that is said of it: "opened its inquiry on 4 January"
_FRONTED_REACH = 8  # and from a day that opens the sentence to its verb


class Direction(NamedTuple):
    """``sign`` -1 told as past, 1 as to come, 0 not told; ``sure`` when the verb stands in the same clause, ``own``
    when the day is said of just that verb ("was announced on 4 January"), ``beside`` when a preposition says it."""

    sign: Sign = 0
    sure: bool = False
    own: bool = False
    beside: bool = False


NOT_TOLD = Direction()


class TenseReader:
    """The directions of places in one stretch of text; each word is weighed once."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._words = tokens.words
        self._language = language
        self._known: dict[int, Sign | None] = {}

    def direction(self, start: int, end: int) -> Direction:
        """Where the words around tokens ``start`` to ``end`` point: those beside, else the nearest verb, left first.

        >>> from timeline.timex.language import load_language
        >>> from timeline.timex.tokens import tokenize
        >>> TenseReader(tokenize("It will be held on Monday."), load_language("en")).direction(5, 6)
        Direction(sign=1, sure=True, own=True, beside=False)
        """
        words = self._words
        if start and end < len(words) and (words[start - 1], words[end]) == ("(", ")"):
            start, end = start - 1, end + 1  # "at 4 in the morning (4 a.m. EDT Thursday)"
        beside = sign_beside(words, start, end, self._language)
        if beside and not self._is_attribute(start, end):
            return Direction(beside, True, False, True)
        told = self._by_verbs(start, end)
        if told.sign == 0 and beside:
            return Direction(beside, True, False, True)
        lasts = start and words[start - 1].lower() in self._language.cues.get("lasting", ())
        return Direction(1) if lasts and told.sign <= 0 else told  # the nearest end of what "ran through June"

    def _is_attribute(self, start: int, end: int) -> bool:
        """ "by the Tuesday deadline": the day of a noun, which a preposition does not make to come."""
        words, cues = self._words, self._language.cues
        noun = end < len(words) and words[end].lower() in cues.get("limits", ())
        told = start > 1 and words[start - 1].lower() in cues.get("determiners", ())
        return bool(noun and told and words[start - 2].lower() in cues.get("within_limits", ()))

    def _by_verbs(self, start: int, end: int) -> Direction:
        """What the nearest verb of the sentence says, those before first."""
        words = self._words
        content = end < len(words) and words[end].lower() in self._language.cues.get("content", ())
        after = range(end, end if content else min(len(words), end + _REACH))
        for steps in (range(start - 1, max(-1, start - _REACH - 1), -1), after):
            sure = True
            for index in steps:
                sign = self._sign(index)
                if sign is None:
                    break
                if sign:
                    sure = sure or (sign < 0 and index > end and self._opens(start))
                    return Direction(sign, sure, sure and self._is_own(index, start, end))
                if words[index] == "," and index not in (start - 1, end):
                    sure = False
        return NOT_TOLD

    def _opens(self, start: int) -> bool:
        """Whether the expression with its "on" or "in" opens the sentence: the verb is then told of it."""
        words = self._words
        joined = start and words[start - 1].lower() in self._language.cues.get("on_day", ())
        return bool(joined) and (start < 2 or is_break(words, start - 2, self._language))

    def _is_own(self, verb: int, start: int, end: int) -> bool:
        """Whether "on" or "in" joins the expression to the verb a few words before, or opens the sentence it tells."""
        words, cues = self._words, self._language.cues
        if not start or words[start - 1].lower() not in cues.get("on_day", ()):
            return False
        if words[verb].lower() in cues.get("rescheduled", ()):
            return False
        if verb < start:
            return start - verb <= _OWN_REACH
        opens = self._opens(start) or words[start - 2] == ","
        return opens and verb - end <= _FRONTED_REACH

    def _sign(self, index: int) -> Sign | None:
        """The cue at ``index``; ``None`` where a sentence ends."""
        if index not in self._known:
            ends = is_break(self._words, index, self._language)
            self._known[index] = None if ends else verb_sign(self._words, index, self._language)
        return self._known[index]
