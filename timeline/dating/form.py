"""How the words of a mention stand in their sentence: a verb in which form, a noun after which word.

Read from the words right before the trigger alone; the names are features of the models that date mentions.
"""

from __future__ import annotations

import re

from timeline.model import EventMention

_REACH = 60
_WORD = re.compile(r"[\w’'-]+")
_PERFECT = frozenset({"has", "have", "having"})
_PLUPERFECT = frozenset({"had"})
_BE = frozenset({"is", "are", "am", "be", "been", "being"})
_WAS = frozenset({"was", "were"})
_MODAL = frozenset({"will", "would", "may", "might", "can", "could", "shall", "should", "must"})
_INDEFINITE = frozenset({"a", "an", "another", "several", "two", "three", "new", "any"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OWNED = frozenset({"its", "their", "his", "her", "our", "my", "your"})
_PREPOSITIONS = frozenset(
    {"over", "about", "into", "of", "for", "from", "in", "with", "under", "by", "against", "on", "to", "following"}
    | {"after", "before", "despite", "through", "during", "since", "amid", "as", "at"}
)
_ADVERB = re.compile(r"\w+ly|also|not|never|already|since|now|today|yesterday|then|later|just|first|jointly|again")


def form_of(text: str, start: int, mention: EventMention) -> str:
    """The form in which ``mention`` is told, ``start`` being where its sentence starts.

    >>> told = EventMention(8, 13, 0, 13, 0, "lawsuit", "actual", "past")
    >>> form_of("She has filed", 0, told)
    'perfect'
    """
    words = [w.casefold() for w in _WORD.findall(text, max(start, mention.start - _REACH), mention.start)]
    if mention.tense != "none":
        return _verb(words, mention)
    trigger = text[mention.start : mention.end].split(" ", maxsplit=1)[0].casefold()
    if words and words[-1] == "to":
        return "infinitive"
    return "gerund" if trigger.endswith("ing") else "noun" + _noun(words)


def _verb(words: list[str], mention: EventMention) -> str:
    """Named by the auxiliary nearest before it, adverbs passed over; else by tense."""
    for word in reversed(words[-4:]):
        for name, those in (
            ("perfect", _PERFECT),
            ("pluperfect", _PLUPERFECT),
            ("was", _WAS),
            ("is", _BE),
            ("modal", _MODAL),
        ):
            if word in those:
                return name
        if word == "to":
            return "infinitive"
        if word in _DEFINITE | _OWNED | _INDEFINITE or word.endswith(("'s", "’s")):
            return "noun" + _noun(words)
        if not _ADVERB.fullmatch(word):
            break
    return f"simple {mention.tense}"


def _noun(words: list[str]) -> str:
    """The article before a noun, up to two adjectives away, and whether a preposition stands before that."""
    kind, at = "bare", len(words)
    for back, word in enumerate(reversed(words[-3:]), start=1):
        found = (
            "definite"
            if word in _DEFINITE
            else "owned"
            if word in _OWNED or word.endswith(("'s", "’s"))
            else "indefinite"
            if word in _INDEFINITE
            else ""
        )
        if found or word in _PREPOSITIONS:
            kind, at = found or "bare", len(words) - back + (not found)
            break
    governed = at > 0 and words[at - 1] in _PREPOSITIONS
    return f", {kind}{', after a preposition' if governed else ''}"
