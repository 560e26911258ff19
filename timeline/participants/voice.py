"""Who "we" is: the organisation that a text speaks for, in running text outside quotations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from timeline.model import Document, Entity

_FIRST_PERSON = re.compile(r"\b[Ww]e\b(?=\s+[a-z])")
_SQUEEZE = re.compile(r"[^a-z0-9]")
_OFTEN = 3  # how often a text must name an organisation, twice as often as any other, to be its own voice
_LEAST_HOST = 6  # letters that a site's name and its owner's name must share


def find_first_persons(document: Document, entities: Sequence[Entity]) -> Iterator[Entity]:
    """Each "we" of the running text as the organisation that speaks; none when the text names no such organisation.

    >>> watch = Entity(3, 13, "Sand Watch", "Sand Watch", "organisation")
    >>> document = Document("d", "At Sand Watch, we sued.", url="https://sandwatch.org/1")
    >>> [(e.text, e.name) for e in find_first_persons(document, [watch])]
    [('we', 'Sand Watch')]
    """
    speaker = _speaker(document, entities)
    if speaker is None:
        return
    for m in _FIRST_PERSON.finditer(document.text):
        if not _quoted(document.text, m.start()):
            yield Entity(
                m.start(),
                m.end(),
                m[0],
                speaker.name,
                speaker.kind,
                speaker.id,
                speaker.jurisdictions,
                mention="pronoun",
                rule_id="first-person",
            )


def _speaker(document: Document, entities: Sequence[Entity]) -> Entity | None:
    """The organisation whose site or publication this is; else one that the text names far more often than others."""
    first: dict[str, Entity] = {}
    counts: Counter[str] = Counter()
    for entity in entities:
        if entity.kind == "organisation":
            first.setdefault(entity.name, entity)
            counts[entity.name] += 1
    host = _SQUEEZE.sub("", (urlsplit(document.url).hostname or "").removeprefix("www.").split(".")[0])
    for name, entity in first.items():
        squeezed = _SQUEEZE.sub("", name.lower())
        if name == document.publisher or (len(host) >= _LEAST_HOST and (host in squeezed or squeezed in host)):
            return entity
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return first[ranked[0][0]]


def _quoted(text: str, at: int) -> bool:
    """Whether a place stands inside quotation marks that its paragraph opens."""
    begin = text.rfind("\n", 0, at) + 1
    before = text[begin:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
