"""Where sentences end: minimal pairs of texts, the ends of their sentences marked with "|"."""

from __future__ import annotations

import pytest

from timeline.model import Document
from timeline.sentences import split_sentences

MARKED = [
    # a case name is no end
    "The bench heard Rao and Anr. v. State of Goa.| It reserved judgment.",
    "It cited Miller et al. vs. Acme Corp. in its order.",
    # a blank line inside a sentence, as a lost link leaves it
    "This morning the regulator announced that\n\nit has opened two inquiries.",
    "The regulator has opened two inquiries into the\n\nbidding rules of both exchanges.| They go on.",
    # a blank line between paragraphs
    "The regulator has opened two inquiries.|\n\nit said no more.",
    "What the regulator looks at|\n\nbidding rules and fees.",
    "The order bars the firm from:|\n\nselling location data;|\n\nkeeping it.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_sentences_end_where_marked(marked: str) -> None:
    text = marked.replace("|", "")
    pieces = [piece.strip() for piece in marked.split("|")]
    found = split_sentences(Document("d", text))
    assert [text[s.start : s.end] for s in found] == [p for p in pieces if p]
