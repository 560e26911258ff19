"""Which way a clause points, read from its verbs without a tagger: cues from the language file, nearest first."""

from __future__ import annotations

from timeline.timex.language import Language
from timeline.timex.resolve import Direction
from timeline.timex.tokens import Tokens

_STOPS = frozenset({";", ":", "?", "!", "“", "”", '"'})
_REACH = 30  # tokens looked at on each side


def direction_at(tokens: Tokens, start: int, end: int, language: Language) -> Direction:
    """-1 when the words around tokens ``start`` to ``end`` tell of the past, 1 of what is to come, 0 when nothing says."""
    cues = language.cues
    words = tokens.words
    beside = words[start - 1].lower() if start else ""
    if beside in cues.get("future_before", ()):
        return 1
    if beside in cues.get("past_before", ()):
        return -1
    for index in _leftwards(words, start):
        found = _cue(words, index, language)
        if found:
            return found
    for index in _rightwards(words, end):
        found = _cue(words, index, language)
        if found:
            return found
    return 0


def _leftwards(words: list[str], start: int) -> range | list[int]:
    found = []
    for index in range(start - 1, max(-1, start - _REACH - 1), -1):
        if _is_break(words, index):
            break
        found.append(index)
    return found


def _rightwards(words: list[str], end: int) -> range | list[int]:
    found = []
    for index in range(end, min(len(words), end + _REACH)):
        if _is_break(words, index):
            break
        found.append(index)
    return found


def _is_break(words: list[str], index: int) -> bool:
    word = words[index]
    if word in _STOPS or word[0] == "\n":
        return True
    if word != ".":
        return False
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    return len(before) > 3 and (not after or after[0].isupper() or not after[0].isalnum())


def _cue(words: list[str], index: int, language: Language) -> Direction:
    cues = language.cues
    word = words[index].lower()
    if word in cues.get("future", ()):
        return 1
    if word in cues.get("future_participles", ()):
        return 1
    if word == "to" and index and words[index - 1].lower() in cues.get("plans", ()):
        return 1
    if word in cues.get("past", ()) and not (word in cues.get("bases", ()) and index and words[index - 1].lower() == "to"):
        return -1
    if words[index][0].islower() and len(word) > 3 and word.endswith("ed") and word not in cues.get("not_past", ()):
        return -1
    if word in cues.get("scheduled", ()):
        return 1
    return 0
