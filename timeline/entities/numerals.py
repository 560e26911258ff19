"""Firms whose names begin with a figure: "3Point Lending, Inc.", "24 Hour Widgets LLC", "360networks Inc."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.entities.draft import Draft
from timeline.entities.lexicon import lexicon
from timeline.entities.runs import CALENDAR
from timeline.entities.tokens import Words

_MIXED = re.compile(r"\d+[A-Za-z][\w]*$")
_PLAIN = re.compile(r"\d{1,3}$")
_DATE = re.compile(r"\d+(?:st|nd|rd|th|s)$")
_NAMED = re.compile(
    r"\.?(?:\s*[,;:()]|\s+(?:and|or|to|for|of|in|over|with|has|had|have|was|were|is|will|agreed|settled|paid)\b|$)"
)
_BEFORE = frozenset(
    ["of", "against", "with", "by", "sued", "fined", "and", "to", "from", "charged", "v", "between", "defendant"]
)


def with_figures(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts``, each firm whose name a figure begins with that figure; a mere legal form after one is a firm."""
    return [_extended(words, draft) for draft in drafts]


def _extended(words: Words, draft: Draft) -> Draft:
    lone_form = draft.words.rstrip(".") in lexicon().legal_forms
    if draft.first == 0 or not (draft.rule == "form:legal" or lone_form):
        return draft
    figure = draft.first - 1
    if words.text[words.ends[figure] : draft.start] not in (" ", ", "):
        return draft
    if not _begins_name(words, figure, draft) or (lone_form and not _MIXED.match(words.norm[figure])):
        return draft
    start = words.starts[figure]
    told = " ".join(words.text[start : draft.end].split())
    return replace(
        draft,
        first=figure,
        start=start,
        name=told,
        words=told,
        kind="company",
        rule="form:legal",
        weak=False,
        records=(),
    )


def _begins_name(words: Words, figure: int, draft: Draft) -> bool:
    """Not a day, a count or a year: "On May 3 Acme Corp.", "12 Acme Inc. shops", "In 2004 Acme"."""
    word = words.norm[figure]
    before = words.norm[figure - 1] if figure else ""
    if before in CALENDAR or before == "May" or (_DATE.match(word) and before not in _BEFORE):
        return False
    if _MIXED.match(word):
        return True
    return bool(_PLAIN.match(word)) and before in _BEFORE and bool(_NAMED.match(words.text, draft.end))
