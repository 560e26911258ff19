"""Every trigger fires on its examples and stays silent on its counter-examples."""

from __future__ import annotations

import pytest

from timeline.mentions.candidates import find_candidates
from timeline.mentions.tokens import tokenize
from timeline.mentions.triggers import triggers
from timeline.model import Document
from timeline.sentences import split_sentences

EXAMPLES = [(t.id, text) for t in triggers() for text in t.examples]
NOT_EXAMPLES = [(t.id, text) for t in triggers() for text in t.not_examples]


def fired(text: str) -> set[str]:
    tokens = tokenize(text, split_sentences(Document("d", text)))
    return {hit.trigger.id for candidate in find_candidates(tokens) for hit in candidate.hits}


@pytest.mark.parametrize(("trigger", "text"), EXAMPLES)
def test_example(trigger: str, text: str) -> None:
    assert trigger in fired(text)


@pytest.mark.parametrize(("trigger", "text"), NOT_EXAMPLES)
def test_not_example(trigger: str, text: str) -> None:
    assert trigger not in fired(text)
