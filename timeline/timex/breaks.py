"""Where a sentence ends among tokens, as the readers of tense and of years need it."""

from __future__ import annotations

from timeline.timex.language import Language

_STOPS = frozenset({";", ":", "?", "!", "“", "”", '"', "(", ")"})
_ABBREVIATION = 4  # letters of a capitalised word whose full stop ends no sentence: "Sept.", "Corp."


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
