"""Capitalised words that may name somebody: which of them do, by the way the whole document uses them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.entities.draft import Draft
from timeline.entities.lexicon import lexicon
from timeline.entities.tokens import Words

_LAW_HEADS = frozenset(["Act", "Bill", "Code", "Rules", "Regulations", "Ordinance"])
_PLURAL = re.compile(r"[A-Z]{2,}s")  # "PILs", "AGs"
_OF_SOMETHING = re.compile(r"\b([A-Z]\w+) of (?:the )?$")
_BACK = 40
_FORMED = frozenset(["head:last", "person:form"])
_OF_AFTER = re.compile(r" of (?:the )?[A-Z]")
_GUESSED = frozenset(["name:capital", "name:capitals"])


def drop_doubtful(words: Words, drafts: Sequence[Draft], title_case: frozenset[int]) -> list[Draft]:
    """``drafts`` without capitalised words that name nobody: sentence openings, headings, concepts.

    A guess is believed when it stands inside an ordinary sentence and its words never stand there in small letters.
    In headings only what the rest of the text names is believed.
    """
    lower = frozenset(w for w in set(words.norm) if w.islower())
    not_names, common = lexicon().not_names, lexicon().common_words
    firm = {
        d.name for d in drafts if d.sentence not in title_case and d.rule not in _GUESSED and d.rule != "head:alone"
    }
    parts = {part.rstrip(",") for name in firm for part in name.split()}

    laws = {words.norm[i - 1] for i, word in enumerate(words.norm) if i and word in _LAW_HEADS}

    def believed(draft: Draft) -> bool:
        if (
            draft.name in not_names
            or draft.name.capitalize() in not_names
            or draft.name in laws
            or _PLURAL.fullmatch(draft.name)
        ):
            return False
        if _is_part_of_phrase(words, draft) or _OF_AFTER.match(words.text, draft.end):
            return False
        if draft.name.isupper() or not draft.name[1:].islower():
            return True
        return not draft.opens and draft.name.lower() not in lower

    guesses = {
        d.name
        for d in drafts
        if d.rule in _GUESSED and d.sentence not in title_case and (believed(d) if d.weak else not _is_phrase(d, lower))
    }
    parts.update(part for name in guesses if " " in name for part in name.split())
    known = parts | firm
    kept = []
    named_apart = {d.name for d in drafts if d.rule == "head:last" and not _is_part_of_phrase(words, d)}
    within = {d.name for d in drafts if not d.opens and d.sentence not in title_case}
    for draft in drafts:
        if draft.rule in _GUESSED:
            doubtful = draft.name not in guesses and (draft.name in not_names or draft.name not in known)
        elif draft.rule in _FORMED and draft.sentence in title_case:
            doubtful = draft.name not in firm
        elif draft.rule == "head:last":
            doubtful = draft.name not in named_apart and _is_part_of_phrase(words, draft)
        else:  # "Snap elections", "Visa rules"
            doubtful = draft.opens and draft.words in common and draft.name not in within
        if not doubtful:
            draft.weak = draft.rule == "head:alone"
            kept.append(draft)
    return kept


def _is_part_of_phrase(words: Words, draft: Draft) -> bool:
    """ "Assurance of Discontinuance", "Suspension of Telecom Services"; but "Chairman of Acme"."""
    found = _OF_SOMETHING.search(words.text, max(0, draft.start - _BACK), draft.start)
    if found is None:
        return False
    lists = lexicon()
    return not any(found[1] in known for known in (lists.titles, lists.openers, lists.heads, lists.function_words))


def _is_phrase(draft: Draft, lower: frozenset[str]) -> bool:
    """Whether all of the words stand in small letters elsewhere: "Data Storage"."""
    return all(part.lower() in lower for part in draft.name.split())
