"""Bills, laws, cases, dockets and orders that a text names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model import Document, Instrument, Sentence

_BILL = re.compile(r"\b(?:SB|HB|AB|S\.|H\.R\.|HR) ?\d{1,5}\b")


def find_instruments(document: Document, sentences: Sequence[Sentence]) -> tuple[Instrument, ...]:
    """The instruments that ``document`` names, by place."""
    return tuple(
        Instrument(m.start(), m.end(), m[0], m[0], "bill", m[0].replace(".", "").replace(" ", ""))
        for m in _BILL.finditer(document.text)
    )
