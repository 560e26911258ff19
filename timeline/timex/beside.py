"""What the words right beside a time expression say: "until Friday", "set for Monday", "after Friday's vote"."""

from __future__ import annotations

from timeline.timex.breaks import is_break
from timeline.timex.language import Language
from timeline.timex.verb_cues import has_ending
from timeline.timex.verb_groups import VERB_GROUP, Sign, was_so, was_undone

_APOSTROPHES = frozenset({"'", "’"})
_PREPOSITIONS_BEFORE = 3
_MOVED_REACH = 7  # tokens from "postponed" to the "to" of its new day


def sign_beside(words: list[str], start: int, end: int, language: Language) -> Sign:
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
    return word.lower() in language.cues.get("past", ()) or has_ending(word, "past_endings", language)


def _moved_to(words: list[str], start: int, language: Language) -> Sign:
    """ "set for Friday", "postponed the vote to Monday": the day is to come, whatever the tense of the verb."""
    cues = language.cues
    if not start or words[start - 1].lower() not in cues.get("moved_to", ()):
        return 0
    for index in range(start - 2, max(-1, start - 2 - _MOVED_REACH), -1):
        if is_break(words, index, language):
            break
        if words[index].lower() in cues.get("rescheduled", ()):
            return 0 if was_undone(words, index, language) else 1
    return 0


def _preposition(words: list[str], start: int, end: int, language: Language) -> Sign:
    """ "until Friday" is to come, but "until Friday, they had" and "had been due until Friday" are past."""
    cues = language.cues
    for index in range(start - 1, max(-1, start - 1 - _PREPOSITIONS_BEFORE), -1):
        word = words[index].lower()
        if word in cues.get("future_before", ()):
            later = {other.lower() for other in words[end : end + VERB_GROUP]}
            if later & cues.get("undone", frozenset()):
                return -1
            return 0 if was_so(words, index, language) else 1
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
