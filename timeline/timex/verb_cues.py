"""What one word says of the tense of its clause, past or to come, by the cues of the language file."""

from __future__ import annotations

from timeline.timex.language import Language
from timeline.timex.verb_groups import VERB_GROUP, Sign, is_undone_modal, verb_at, verb_group, was_undone

_COMMAND_REACH = 16


def verb_sign(words: list[str], index: int, language: Language) -> Sign:
    """What the word at ``index`` says of the tense of its clause."""
    cues = language.cues
    word = verb_at(words, index, language)
    if index + 1 < len(words) and f"{word} {words[index + 1].lower()}" in cues.get("scheduled_pairs", ()):
        return 1
    if word in cues.get("future", ()):
        return -1 if is_undone_modal(words, index, language) else 1
    if word in cues.get("future_participles", ()) or _is_plan(words, index, language):
        return -1 if was_undone(words, index, language) else 1
    if (
        _prepares(words, index, language)
        or _is_set_for(words, index, language)
        or has_ending(words[index], "future_endings", language)
    ):
        return 1
    if word in cues.get("past", ()) or has_ending(words[index], "past_endings", language):
        return verb_group(words, index, language)
    return 1 if word in cues.get("scheduled", ()) or _is_fixed_ahead(words, index, word, language) else 0


def has_ending(word: str, cue: str, language: Language) -> bool:
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
    return plural or (words[index - 1][0].isupper() and "and" in words[max(0, index - VERB_GROUP) : index - 1])
