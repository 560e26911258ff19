"""What the commands do between reading and writing: documents through the pipeline, output out, failures told."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.errors import ArgumentError, InputError, TimelineError
from timeline.model import Document, Issue

if TYPE_CHECKING:
    import pandas as pd

    from timeline.pipeline import Run

_MOST_NOTES = 20
_MOST_FAILURES = 200
#: The stage of an issue about a document that was read and could not be processed.
PROCESSING = "process"


@dataclass(slots=True)
class Report:
    """The issues of a run as they come up; told once at its end."""

    issues: list[Issue] = field(default_factory=list)

    def failures(self) -> list[Issue]:
        """The issues that mean a missing document."""
        return [issue for issue in self.issues if _is_failure(issue)]

    def tell(self) -> int:
        """Every failure, the first remarks, on standard error; the exit status they make."""
        failures = self.failures()
        notes = [issue for issue in self.issues if not _is_failure(issue)]
        for issue in failures[:_MOST_FAILURES]:
            click.echo(f"error: {issue.message}", err=True)
        if len(failures) > _MOST_FAILURES:
            click.echo(f"error: {len(failures) - _MOST_FAILURES} more documents failed.", err=True)
        for issue in notes[:_MOST_NOTES]:
            click.echo(f"note: {issue.document_id}: {issue.message}", err=True)
        if len(notes) > _MOST_NOTES:
            click.echo(f"note: {len(notes) - _MOST_NOTES} more remarks of this kind.", err=True)
        return 1 if failures else 0


def _is_failure(issue: Issue) -> bool:
    from timeline.documents.reader import FAILED

    return issue.stage in (FAILED, PROCESSING)


def documents_of(
    sources: Sequence[str], published: date | None, language: str | None, report: Report
) -> Iterator[Document]:
    """The documents of ``sources``, with a count on a terminal; what cannot be read goes to ``report``."""
    from timeline.documents import read_documents
    from timeline.documents.languages import languages

    if language is not None and language not in languages():
        raise ArgumentError(f"{language!r} is no language this can read; use one of {', '.join(sorted(languages()))}.")
    return _counted(read_documents(sources, published=published, language=language, issues=report.issues))


def some(documents: Iterator[Document], report: Report) -> Iterator[Document] | None:
    """The documents; ``None`` when not one could be read, so that there is nothing to deliver."""
    first = next(documents, None)
    if first is None:
        return None if report.failures() else iter(())
    return chain((first,), documents)


@dataclass(frozen=True, slots=True)
class Tables:
    """A run's event table and its evidence table."""

    events: pd.DataFrame
    evidence: pd.DataFrame


def run_of(
    sources: Sequence[str],
    report: Report,
    *,
    published: date | None,
    language: str | None,
    reference: Sequence[str],
    no_reference: bool,
    jobs: int,
    merge: bool = True,
) -> Run | None:
    """The events of ``sources`` under the options that the commands share; ``None`` when nothing could be read."""
    catalogue = reference_option(reference, no_reference)
    documents = some(documents_of(sources, published, language, report), report)
    if documents is None:
        return None
    return build(documents, report, reference=catalogue, merge=merge, jobs=jobs)


def build(
    documents: Iterable[Document],
    report: Report,
    *,
    reference: bool | Sequence[Path],
    merge: bool = True,
    jobs: int = 1,
) -> Run:
    """The events of ``documents``; what could not be done goes to ``report``.

    A document that the pipeline fails on is named and left out, and the events are built from the others.
    """
    from timeline.pipeline import build_events, process_document

    seen: list[Document] = []
    coming = iter(documents)
    try:
        run = build_events(_noted(coming, seen), reference=reference, merge=merge, jobs=jobs)
    except TimelineError:
        raise
    except Exception:
        seen.extend(coming)
        judged = [(document, safely(process_document, document)) for document in seen]
        failed = [result for _, result in judged if isinstance(result, Issue)]
        if not failed:
            raise
        report.issues.extend(failed)
        good = [document for document, result in judged if not isinstance(result, Issue)]
        run = build_events(good, reference=reference, merge=merge, jobs=jobs)
    report.issues.extend(run.issues)
    return run


def _noted(documents: Iterator[Document], seen: list[Document]) -> Iterator[Document]:
    for document in documents:
        seen.append(document)
        yield document


def tables_from(run: Run) -> Tables:
    """The tables of a run."""
    from timeline.table import evidence_table, to_table

    return Tables(to_table(run.events, run.documents), evidence_table(run.events, run.documents))


def seeds() -> tuple[str, ...]:
    """The source that stands in where none is given: the documents supplied with timeline."""
    from timeline.knowledge import bundled

    folder = bundled("seeds")
    here = Path.cwd()
    return (str(folder.relative_to(here) if folder.is_relative_to(here) else folder),)


def reference_option(files: Sequence[str], none: bool) -> bool | tuple[Path, ...]:
    """--reference and --no-reference as the pipeline takes them."""
    if files and none:
        raise ArgumentError("--reference and --no-reference exclude each other; give one of them.")
    return False if none else tuple(Path(file) for file in files) or True


def _counted(documents: Iterator[Document]) -> Iterator[Document]:
    if not sys.stderr.isatty():
        yield from documents
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} documents"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        for document in documents:
            yield document
            progress.advance(task)


def safely(function: Callable[[Document], Any], document: Document) -> Any:
    """``function(document)``, or an :class:`Issue` that names the document: one odd text must not cost the others."""
    try:
        return function(document)
    except InputError as error:
        return Issue(document.id, PROCESSING, str(error))
    except Exception as error:  # noqa: BLE001 - the border of the program: the document is named, the rest delivered
        message = f"{document.id} could not be processed ({type(error).__name__}: {error})."
        return Issue(document.id, PROCESSING, message)
