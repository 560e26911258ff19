"""What stands before a verb: whether it was undone, was so, or is to come."""

from __future__ import annotations

from typing import Literal

from timeline.timex.breaks import is_break
from timeline.timex.language import Language

Sign = Literal[-1, 0, 1]
VERB_GROUP = 5  # tokens before a participle in which its auxiliaries stand
_NONE_REACH = 8  # tokens from "neither" to its verb


def verb_at(words: list[str], index: int, language: Language) -> str:
    """The word at ``index`` in lower case; nothing when its capital says that it is a month ("On 3 May she signed")."""
    word = words[index]
    if word[0].isupper() and word.lower() in language.cues.get("months", ()):
        return "" if index and not is_break(words, index - 1, language) else word.lower()
    return word.lower()


def was_undone(words: list[str], index: int, language: Language) -> bool:
    before = {other.lower() for other in words[max(0, index - VERB_GROUP) : index]}
    return bool(before & language.cues.get("undone", frozenset()))


def is_undone_modal(words: list[str], index: int, language: Language) -> bool:
    """ "should have arrived", "could not be reached": a modal that tells the past."""
    cues = language.cues
    following = {other.lower() for other in words[index + 1 : index + 3]}
    if following & cues.get("perfect", frozenset()):
        return True
    if words[index].lower() not in cues.get("ability", ()):
        return False
    before = {other.lower() for other in words[max(0, index - _NONE_REACH) : index]}
    return bool(following & cues.get("negation", frozenset()) or before & cues.get("none", frozenset()))


def was_so(words: list[str], index: int, language: Language) -> bool:
    """Whether the words right before say that it was so ("had been due to expire")."""
    return any(word.lower() in language.cues.get("was", ()) for word in words[max(0, index - VERB_GROUP) : index])


def _in_coming_clause(words: list[str], index: int, language: Language) -> bool:
    """ "when the case is heard": the words before the auxiliary open a clause that is to come."""
    before = words[max(0, index - VERB_GROUP) : index]
    return any(word.lower() in language.cues.get("clauses", ()) for word in before)


def verb_group(words: list[str], index: int, language: Language) -> Sign:
    """The tense of a past form by what stands before it: "will be held" is to come, "was held" is past."""
    cues = language.cues
    for before in range(index - 1, max(-1, index - 1 - VERB_GROUP), -1):
        word = verb_at(words, before, language)
        if word in cues.get("future", ()):
            return -1 if is_undone_modal(words, before, language) else 1
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
