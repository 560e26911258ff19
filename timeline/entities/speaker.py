"""Who "we" is: the organisation that publishes a text about its own doings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from timeline.entities.draft import Draft
from timeline.entities.gazetteer import find_known_names
from timeline.entities.names import Record
from timeline.entities.tokens import Words, read_words
from timeline.entities.writer import find_writer, papers
from timeline.model import Document, Sentence

_QUOTED = re.compile(r"“[^”\n]{0,900}(?:”|\n|$)|\"[^\"\n]{0,900}(?:\"|\n|$)")
_OWN = frozenset(["we", "We", "our", "Our", "us"])
_ACTING = frozenset(["we", "We"])
_POSSESSED = frozenset(["our", "Our"])
_ENOUGH = 3  # a stray "we" in a news text speaks for its readers
_ORDINALS = frozenset(["first", "second", "third", "earlier", "previous", "recent", "own", "latest"])
_OWN_KINDS = frozenset(["organisation", "authority"])


def find_own_voice(
    document: Document, words: Words, sentences: Sequence[Sentence], drafts: Sequence[Draft]
) -> list[Draft]:
    """Every "we" and "our petition" outside quotations, named after the organisation that speaks; [] when nobody is
    known to.
    """
    places = [i for i, word in enumerate(words.norm) if word in _OWN]
    if len(places) < _ENOUGH:
        return []
    quoted = [m.span() for m in _QUOTED.finditer(words.text)]
    places = [i for i in places if not any(a <= words.starts[i] < b for a, b in quoted)]
    if len(places) < _ENOUGH:
        return []
    speaker = _publisher(document, drafts) or find_writer(words.text, drafts)
    if speaker is None:
        return []
    starts = [s.start for s in sentences]
    voice = []
    for i in places:
        if words.norm[i] not in _ACTING and not _owns_paper(words, i):
            continue
        start, end = words.starts[i], words.ends[i]
        sentence = bisect_right(starts, start) - 1
        draft = Draft(i, i, start, end, speaker.name, speaker.kind, sentence, "pronoun:we", mention="pronoun")
        draft.id, draft.codes, draft.words = speaker.id, speaker.codes, words.norm[i]
        voice.append(draft)
    return voice


def _owns_paper(words: Words, i: int) -> bool:
    """ "our petition", "our first appeal": what is done to it is done to its writer."""
    if words.norm[i] not in _POSSESSED:
        return False
    noun = i + 2 if words.norm[i + 1 : i + 2] and words.norm[i + 1] in _ORDINALS else i + 1
    return noun < len(words) and words.norm[noun].lower() in papers()


def publisher_codes(document: Document) -> tuple[str, ...]:
    """The codes that the publisher's name gives: "Texas Attorney General" -> US-TX; of a society its own country.

    They decide only where the text leaves it open whose "Government" or "Senate" it speaks of.
    """
    return home_codes(document.publisher)


def writer_codes(text: str, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """The codes of the society that ``text`` shows as its writer, where no publisher is known."""
    writer = find_writer(text, drafts)
    return () if writer is None else tuple(code for code in writer.codes if not code.startswith("?"))


def home_codes(name: str) -> tuple[str, ...]:
    """The codes of the bodies and societies that ``name`` names, those of firms left out.

    >>> home_codes("Texas Attorney General"), home_codes("Internet Freedom Foundation"), home_codes("Acme Inc.")
    (('US-TX',), ('IN',), ())
    """
    return tuple(
        code
        for record in _known(name)
        for code in record.codes
        if not code.startswith("?") and (record.kind != "company")
    )


def publisher_ids(document: Document) -> frozenset[str]:
    """Ids of the bodies that the publisher's name names."""
    return frozenset(record.id for record in _known(document.publisher))


def _publisher(document: Document, drafts: Sequence[Draft]) -> Record | Draft | None:
    """The publishing organisation: known by its name, or the one that the text itself names like its publisher."""
    for record in _known(document.publisher):
        if record.kind in _OWN_KINDS:
            return record
    return next((d for d in drafts if d.kind in _OWN_KINDS and d.name == document.publisher), None)


@lru_cache(maxsize=512)
def _known(name: str) -> tuple[Record, ...]:
    return tuple(m.records[0] for m in find_known_names(read_words(name))) if name else ()
