"""Everyone and every place that a document names."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.entities.gazetteer import find_known_names
from timeline.entities.tokens import read_words
from timeline.model import Document, Entity, Sentence


def find_entities(document: Document, sentences: Sequence[Sentence]) -> tuple[Entity, ...]:
    """The entities of ``document``, by place in the text, never overlapping.

    >>> text = "The FTC sued."
    >>> [(e.text, e.name, e.jurisdictions) for e in find_entities(Document("d", text), [Sentence(0, len(text), 0, 0)])]
    [('FTC', 'Federal Trade Commission', ('US',))]
    """
    words = read_words(document.text)
    entities = []
    for match in find_known_names(words):
        record = match.records[0]
        start, end = words.starts[match.first], words.ends[match.last] - match.cut
        entities.append(
            Entity(
                start,
                end,
                document.text[start:end],
                record.name,
                record.kind,
                record.id,
                record.codes,
                "name",
                record.rule,
            )
        )
    return tuple(entities)
