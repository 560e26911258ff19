"""Everyone and every place that a document names."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.entities.aliases import link_short_forms
from timeline.entities.classify import Classifier
from timeline.entities.describe import find_described
from timeline.entities.draft import Draft
from timeline.entities.gazetteer import find_known_names
from timeline.entities.groups import find_groups
from timeline.entities.headings import title_case_sentences
from timeline.entities.known import settle_known, tell_by_own_words
from timeline.entities.law import settle_law
from timeline.entities.nicknames import with_nicknames
from timeline.entities.numerals import with_figures
from timeline.entities.page import Page
from timeline.entities.places import settle_places
from timeline.entities.refer import resolve_references
from timeline.entities.runs import find_runs
from timeline.entities.speaker import find_own_voice, publisher_codes, publisher_ids, writer_codes
from timeline.entities.tokens import read_words
from timeline.entities.weak import drop_doubtful
from timeline.model import Document, Entity, Sentence


def find_entities(document: Document, sentences: Sequence[Sentence]) -> tuple[Entity, ...]:
    """The entities of ``document``, by place in the text, never overlapping.

    >>> text = "The Federal Trade Commission (FTC) sued."
    >>> [(e.text, e.name, e.jurisdictions) for e in find_entities(Document("d", text), [Sentence(0, len(text), 0, 0)])]
    [('Federal Trade Commission', 'Federal Trade Commission', ('US',)), ('FTC', 'Federal Trade Commission', ('US',))]
    """
    words = read_words(document.text)
    matches = find_known_names(words)
    classifier = Classifier(Page(words, matches))
    drafts = [draft for run in find_runs(words, sentences, matches) for draft in classifier.read(run)]
    if document.language in _ALL_NOUNS_CAPITAL:
        drafts = [draft for draft in drafts if not draft.rule.startswith("name:")]
    drafts = with_figures(words, with_nicknames(words, [s.start for s in sentences], drafts))
    drafts = drop_doubtful(words, drafts, title_case_sentences(document.text, sentences))
    drafts = settle_known(drafts, document.text)
    drafts = link_short_forms(words, drafts)
    settle_places(words, drafts, matches)
    drafts = _without_covered(
        [*drafts, *find_described(words, sentences, drafts), *find_groups(words, sentences, drafts)]
    )
    settle_law(words, drafts, publisher_codes(document) or writer_codes(words.text, drafts))
    tell_by_own_words(drafts, publisher_ids(document))
    drafts = resolve_references(words, sentences, drafts)
    drafts = _without_covered([*drafts, *find_own_voice(document, words, sentences, drafts)])
    return tuple(_entity(document.text, draft) for draft in drafts)


_ALL_NOUNS_CAPITAL = frozenset(["de", "lb"])  # capitals alone say nothing there
_WITHOUT_LAW = frozenset(["company", "organisation"])  # where they are at home is no law they act under


def _without_covered(drafts: list[Draft]) -> list[Draft]:
    """Without the names that stand inside a longer one, by place."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
    return kept


def _entity(text: str, draft: Draft) -> Entity:
    return Entity(
        draft.start,
        draft.end,
        text[draft.start : draft.end],
        draft.name,
        draft.kind,
        draft.id,
        () if draft.kind in _WITHOUT_LAW else draft.codes,
        draft.mention,
        draft.rule,
    )
