"""Which way a clause points, read from its verbs without a tagger: cues from the language file, nearest first."""

from __future__ import annotations

from typing import Literal, NamedTuple

from timeline.timex.language import Language
from timeline.timex.tokens import Tokens

Sign = Literal[-1, 0, 1]
_STOPS = frozenset({";", ":", "?", "!", "“", "”", '"', "(", ")"})
_APOSTROPHES = frozenset({"'", "’"})
_REACH = 40  # tokens looked at on each side
_VERB_GROUP = 5  # tokens before a participle in which its auxiliaries stand
_PREPOSITIONS_BEFORE = 3
_COMMAND_REACH = 16
_MOVED_REACH = 7  # tokens from "postponed" to the "to" of its new day
_OWN_REACH = 6  # tokens from a verb to the day that is said of it: "opened its inquiry on 4 January"
_FRONTED_REACH = 8  # and from a day that opens the sentence to its verb
_NONE_REACH = 8  # tokens from "neither" to its verb
_ABBREVIATION = 4  # letters of a capitalised word whose full stop ends no sentence: "Sept.", "Corp."


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
        beside = _beside(words, start, end, self._language)
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
            self._known[index] = None if ends else _cue(self._words, index, self._language)
        return self._known[index]


def _beside(words: list[str], start: int, end: int, language: Language) -> Sign:
    """What the words right before or after say: "until Friday", "effective on 1 May", "since March"."""
    cues = language.cues
    after = words[end].lower() if end < len(words) else ""
    if after in _APOSTROPHES:
        return _owned(words, start, end, language)
    if after in cues.get("future_after", ()) and not (start and _is_past_form(words[start - 1], language)):
        return 1
    moved = _moved_to(words, start, language)
    if moved and after not in cues.get("past_auxiliary", ()):  # "the vote planned for Friday was cancelled"
        return moved
    return _preposition(words, start, end, language)


def _is_past_form(word: str, language: Language) -> bool:
    return word.lower() in language.cues.get("past", ()) or _has_ending(word, "past_endings", language)


def _moved_to(words: list[str], start: int, language: Language) -> Sign:
    """ "set for Friday", "postponed the vote to Monday": the day is to come, whatever the tense of the verb."""
    cues = language.cues
    if not start or words[start - 1].lower() not in cues.get("moved_to", ()):
        return 0
    for index in range(start - 2, max(-1, start - 2 - _MOVED_REACH), -1):
        if is_break(words, index, language):
            break
        if words[index].lower() in cues.get("rescheduled", ()):
            return 0 if _was_undone(words, index, language) else 1
    return 0


def _was_undone(words: list[str], index: int, language: Language) -> bool:
    before = {other.lower() for other in words[max(0, index - _VERB_GROUP) : index]}
    return bool(before & language.cues.get("undone", frozenset()))


def _preposition(words: list[str], start: int, end: int, language: Language) -> Sign:
    """ "until Friday" is to come, but "until Friday, they had" and "had been due until Friday" are past."""
    cues = language.cues
    for index in range(start - 1, max(-1, start - 1 - _PREPOSITIONS_BEFORE), -1):
        word = words[index].lower()
        if word in cues.get("future_before", ()):
            later = {other.lower() for other in words[end : end + _VERB_GROUP]}
            if later & cues.get("undone", frozenset()):
                return -1
            return 0 if _was(words, index, language) else 1
        if word in cues.get("past_before", ()):
            return -1
        if word not in cues.get("linking", ()):
            break
    return 0


def _owned(words: list[str], start: int, end: int, language: Language) -> Sign:
    """ "after Friday's vote", "Friday's ruling" are past, "ahead of Friday's ruling" is to come."""
    cues = language.cues
    told = _preposition(words, start, end, language)
    if told:
        return told
    owned = {word.lower() for word in words[end + 1 : end + 4]}
    before = words[start - 1].lower() if start else ""
    past = before in cues.get("past_before_owner", ()) or owned & cues.get("past_owned", frozenset())
    return -1 if past and not owned & cues.get("upcoming", frozenset()) else 0


def is_break(words: list[str], index: int, language: Language) -> bool:
    """Whether a sentence ends at token ``index``: with a sign, a blank line, or a full stop after no abbreviation.

    A word that only opens sentences ("In", "The") tells that the full stop before it is one, whatever it stands after.
    """
    word = words[index]
    if word in _STOPS or word[0] == "\n":
        return True
    if word != ".":
        return False
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    if after[:1].isupper() and after.lower() in language.cues.get("openers", ()):
        return True
    short = len(before) < 2 or before in language.cues.get("abbreviations", ())
    abbreviated = short or (before[0].isupper() and len(before) <= _ABBREVIATION)
    return not abbreviated and (not after or after[0].isupper() or not after[0].isalnum())


def _cue(words: list[str], index: int, language: Language) -> Sign:
    """What the word at ``index`` says of the tense of its clause."""
    cues = language.cues
    word = _verb_at(words, index, language)
    if index + 1 < len(words) and f"{word} {words[index + 1].lower()}" in cues.get("scheduled_pairs", ()):
        return 1
    if word in cues.get("future", ()):
        return -1 if _is_undone_modal(words, index, language) else 1
    if word in cues.get("future_participles", ()) or _is_plan(words, index, language):
        return -1 if _was_undone(words, index, language) else 1
    if (
        _prepares(words, index, language)
        or _is_set_for(words, index, language)
        or _has_ending(words[index], "future_endings", language)
    ):
        return 1
    if word in cues.get("past", ()) or _has_ending(words[index], "past_endings", language):
        return _verb_group(words, index, language)
    return 1 if word in cues.get("scheduled", ()) or _is_fixed_ahead(words, index, word, language) else 0


def _verb_at(words: list[str], index: int, language: Language) -> str:
    """The word at ``index`` in lower case; nothing when its capital says that it is a month ("On 3 May she signed")."""
    word = words[index]
    if word[0].isupper() and word.lower() in language.cues.get("months", ()):
        return "" if index and not is_break(words, index - 1, language) else word.lower()
    return word.lower()


def _is_undone_modal(words: list[str], index: int, language: Language) -> bool:
    """ "should have arrived", "could not be reached": a modal that tells the past."""
    cues = language.cues
    following = {other.lower() for other in words[index + 1 : index + 3]}
    if following & cues.get("perfect", frozenset()):
        return True
    if words[index].lower() not in cues.get("ability", ()):
        return False
    before = {other.lower() for other in words[max(0, index - _NONE_REACH) : index]}
    return bool(following & cues.get("negation", frozenset()) or before & cues.get("none", frozenset()))


def _has_ending(word: str, cue: str, language: Language) -> bool:
    """Whether a word in lower case ends like a verb of that tense, and is not one of those that only look so."""
    endings = tuple(language.cues.get(cue, ()))
    return (
        word[0].islower() and len(word) > 3 and word.endswith(endings) and word not in language.cues.get("not_past", ())
    )


def _is_set_for(words: list[str], index: int, language: Language) -> bool:
    """ "is due in court", but not "due to the strike"."""
    cues = language.cues
    if words[index].lower() not in cues.get("future_unless_to", ()) or index == 0:
        return False
    after = words[index + 1].lower() if index + 1 < len(words) else ""
    return after not in cues.get("infinitive", ()) and words[index - 1].lower() in cues.get("being", ())


def _prepares(words: list[str], index: int, language: Language) -> bool:
    """ "in planning for the summit in April", "they planned a march on Saturday"."""
    cues, word = language.cues, words[index].lower()
    after = words[index + 1].lower() if index + 1 < len(words) else ""
    if word in cues.get("planned", ()):
        return after in cues.get("articles", ())
    return word in cues.get("preparing", ()) and after in cues.get("purpose", ())


def _is_plan(words: list[str], index: int, language: Language) -> bool:
    """Whether the infinitive at ``index`` tells a plan: "is set to vote", "was told to appear"."""
    cues = language.cues
    if words[index].lower() not in cues.get("infinitive", ()):
        return False
    if index and words[index - 1].lower() in cues.get("plans", ()):
        return True
    if index + 1 == len(words) or words[index + 1].lower() not in cues.get("appointments", ()):
        return False
    return any(word.lower() in cues.get("commands", ()) for word in words[max(0, index - _COMMAND_REACH) : index])


def _is_fixed_ahead(words: list[str], index: int, word: str, language: Language) -> bool:
    """ "is holding", "lawmakers return": a present tense that with a day means what is fixed for later."""
    cues = language.cues
    before = words[index - 1].lower() if index else ""
    if word in cues.get("progressive", ()):
        return bool({before, words[index - 2].lower() if index > 1 else ""} & cues.get("being", frozenset()))
    if word not in cues.get("plural_present", ()) or len(before) < 3:
        return False
    plural = before.endswith("s") and not before.endswith(("ss", "us", "is"))
    return plural or (words[index - 1][0].isupper() and "and" in words[max(0, index - _VERB_GROUP) : index - 1])


def _was(words: list[str], index: int, language: Language) -> bool:
    """Whether the words right before say that it was so ("had been due to expire")."""
    return any(word.lower() in language.cues.get("was", ()) for word in words[max(0, index - _VERB_GROUP) : index])


def _in_coming_clause(words: list[str], index: int, language: Language) -> bool:
    """ "when the case is heard": the words before the auxiliary open a clause that is to come."""
    before = words[max(0, index - _VERB_GROUP) : index]
    return any(word.lower() in language.cues.get("clauses", ()) for word in before)


def _verb_group(words: list[str], index: int, language: Language) -> Sign:
    """The tense of a past form by what stands before it: "will be held" is to come, "was held" is past."""
    cues = language.cues
    for before in range(index - 1, max(-1, index - 1 - _VERB_GROUP), -1):
        word = _verb_at(words, before, language)
        if word in cues.get("future", ()):
            return -1 if _is_undone_modal(words, before, language) else 1
        if word in cues.get("modal", ()):
            return 0
        if word in cues.get("infinitive", ()):
            return 1 if before and words[before - 1].lower() in cues.get("plans", ()) else 0
        if word in cues.get("past_auxiliary", ()):
            return -1
        if word in cues.get("present_being", ()) and _in_coming_clause(words, before, language):
            return 1
        if word not in cues.get("in_verb_group", ()) and not word.endswith("ly"):
            break
    return -1
