"""What stands before a mention's trigger: an article, a pronoun, or nothing that says which act is meant."""

from __future__ import annotations

import re

from timeline.model import Mention

_WORD = re.compile(r"\w+")
_DETERMINER = re.compile(
    r"\b(the|this|that|these|those|a|an|another|its|their|his|her|our|other|similar|such|new|second)\s+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OWNED = frozenset({"its", "their", "his", "her", "our"})


def determiner(mention: Mention) -> str:
    """What stands before the trigger: definite, indefinite, owned ("its suit"), another, or none (a verb, mostly)."""
    trigger = mention.event.start - mention.sentence_start
    words = mention.sentence[max(0, trigger - 40) : trigger + 4]
    own = re.match(r"(?:the|this|that|these|those)\b", mention.sentence[trigger : trigger + 6], re.IGNORECASE)
    if own:
        return "definite"
    match = _DETERMINER.search(words[: len(words) - 4]) if len(words) > 4 else None
    if match is None:
        return "none"
    word = match[1].casefold()
    return (
        "definite"
        if word in _DEFINITE
        else "owned"
        if word in _OWNED
        else "indefinite"
        if word in {"a", "an"}
        else "other"
    )


def word_before(mention: Mention) -> str:
    """The word that leads up to the determiner, "under" for "under the settlement"; "start" where there is none."""
    start = mention.event.start - mention.sentence_start
    before = mention.sentence[max(0, start - 60) : start]
    match = _DETERMINER.search(before)
    words = _WORD.findall(before[: match.start()] if match else before)
    return words[-1].casefold() if words else "start"


def word_after(mention: Mention) -> str:
    """The stem of the word after the trigger, "allege" for "the complaint alleges"; "end" where there is none."""
    match = _WORD.search(mention.sentence[mention.event.end - mention.sentence_start :][:40])
    return match[0].casefold()[:6] if match else "end"
