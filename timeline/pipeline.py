"""The stages in order, on one screen.

documents -> sentences -> time expressions, entities, instruments, amounts -> event mentions -> participants -> dates
-> events of one document (coreference) -> events over all documents (merge, reference, bounds) -> matters
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.coreference import merge_mentions
from timeline.dating import as_of_publication, date_mentions
from timeline.entities import find_entities
from timeline.errors import ArgumentError
from timeline.instruments import find_amounts, find_instruments
from timeline.mentions import find_event_mentions
from timeline.model import Document, Event, Issue, Mention, Sentence
from timeline.parallel import ordered_map
from timeline.participants import find_participants
from timeline.selection import select_events
from timeline.sentences import split_sentences
from timeline.timex import find_time_expressions
from timeline.titles import make_title

if TYPE_CHECKING:
    import pandas as pd


#: How little may speak for a mention before it is dropped at once. Low, because what a text says elsewhere of the same
#: event (its date, its parties, a second mention) speaks too, and `select_events` hears all of it.
CANDIDATE = -1.2


@dataclass(frozen=True, slots=True)
class Run:
    """What a run yields: the events, the documents they stand in, and what could not be done."""

    events: tuple[Event, ...]
    documents: dict[str, Document]
    issues: list[Issue] = field(default_factory=list)


def process_document(document: Document) -> tuple[Event, ...]:
    """The events that ``document`` tells, by itself: nothing is dated or merged across documents.

    >>> [e.event_type for e in process_document(Document("d", "The FTC sued Acme Corp. on 3 May 2023."))]
    ['lawsuit']
    """
    sentences, mentions = find_mentions(document)
    events = select_events(document, sentences, merge_mentions(document, sentences, mentions))
    return tuple(replace(event, title=_title(event, document)) for event in events)


def _title(event: Event, document: Document) -> str:
    main = event.mentions[0].event
    return make_title(document.text, main, event.actors, event.jurisdictions, event.instrument, event.amount)


def find_mentions(document: Document) -> tuple[tuple[Sentence, ...], tuple[Mention, ...]]:
    """The sentences of ``document`` and every mention of an event in it, each with its own date and parties."""
    sentences = split_sentences(document)
    times = tuple(find_time_expressions(document.text, document.published, document.language))
    entities = find_entities(document, sentences)
    instruments = find_instruments(document, sentences)
    amounts = find_amounts(document, sentences)
    found = find_event_mentions(document, sentences, entities, times, least=CANDIDATE)
    participants = find_participants(document, sentences, found, entities, instruments, amounts)
    dates = date_mentions(document, sentences, found, times, entities)
    mentions = tuple(
        Mention(
            document_id=document.id,
            event=as_of_publication(event, day, document.published),
            date=day,
            actors=who.actors,
            jurisdictions=who.jurisdictions,
            instrument=who.instrument,
            amount=who.amount,
            sentence_start=sentences[event.sentence].start,
            sentence_end=sentences[event.sentence].end,
            sentence=document.text[sentences[event.sentence].start : sentences[event.sentence].end],
        )
        for event, day, who in zip(found, dates, participants, strict=True)
    )
    return sentences, mentions


def build_events(
    documents: Iterable[Document], *, reference: bool | Sequence[Path] = True, merge: bool = True, jobs: int = 1
) -> Run:
    """All events of ``documents``; with ``merge`` one row per real-world occurrence over all of them.

    ``reference`` is True for the catalogue that comes with the package, False for none, or paths of further catalogues
    (read beside the packaged one). ``jobs`` processes share the documents; the result is the same with any number.
    """
    from timeline.matters import assign_matters
    from timeline.merge import link_reference, load_catalogue, merge_events, tighten_bounds

    known: dict[str, Document] = {}
    events: list[Event] = []
    for document, found in ordered_map(process_document, documents, jobs):
        known[document.id] = document
        events.extend(found)
    issues: list[Issue] = []
    result = tuple(events)
    if merge:
        result = merge_events(result, known)
        if reference:
            paths = () if reference is True else tuple(reference)
            result = link_reference(result, load_catalogue(paths), known)
        result, contradictions = tighten_bounds(result, known)
        issues.extend(contradictions)
        result = assign_matters(result)
    return Run(result, known, issues)


def extract(
    source: str | Document | Iterable[Document], published: str | date | None = None, *, reference: bool = True
) -> pd.DataFrame:
    """The event table (``timeline.table.EVENT_COLUMNS``, one row an event) of a text or of documents.

    ``published`` is the day (ISO 8601) that a document without a date of its own was published.

    >>> extract("The FTC sued Acme Corp. on 3 May 2023.").edtf.tolist()
    ['2023-05-03']
    """
    from timeline.documents import read_text
    from timeline.table import to_table

    day = _day(published)
    if isinstance(source, str):
        documents: list[Document] = [read_text(source, published=day)]
    elif isinstance(source, Document):
        documents = [source]
    else:
        documents = list(source)
    if day is not None:
        documents = [d if d.published else replace(d, published=day, published_basis="given") for d in documents]
    run = build_events(documents, reference=reference)
    return to_table(run.events, run.documents)


def _day(value: str | date | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ArgumentError(f"{value!r} is not a date; write it as YYYY-MM-DD.") from error
