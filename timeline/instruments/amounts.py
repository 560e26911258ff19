"""Sums of money that a text names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model import Amount, Document, Sentence

_DOLLARS = re.compile(r"\$ ?(\d[\d,]*(?:\.\d+)?)(?: (thousand|million|billion|trillion)\b)?")
_SCALE = {None: 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


def find_amounts(document: Document, sentences: Sequence[Sentence]) -> tuple[Amount, ...]:
    """The amounts that ``document`` names, by place."""
    return tuple(
        Amount(m.start(), m.end(), m[0], float(m[1].replace(",", "")) * _SCALE[m[2]], "USD")
        for m in _DOLLARS.finditer(document.text)
    )
