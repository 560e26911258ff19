"""``timeline extract``: the event table of documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from timeline.cli import options, work
from timeline.cli.output import deliver, format_option, put

if TYPE_CHECKING:
    from timeline.cli.work import Report
    from timeline.model import Document


@click.command()
@options.sources()
@options.reading
@options.extraction
@options.output
@click.option("--per-document", is_flag=True, help="Each document by itself: nothing merged or dated across documents.")
def extract(
    *,
    sources: tuple[str, ...],
    format_: str | None,
    output: str | None,
    bom: bool,
    per_document: bool,
    **reading: Any,
) -> int:
    """The regulatory events in SOURCE..., one row an event.

    With --per-document and --format jsonl: one line a document with its events.
    """

    chosen = format_option(format_, output)
    report = work.Report()
    if per_document and chosen == "jsonl":
        documents = work.some(work.documents_of(sources, reading["published"], reading["language"], report), report)
        if documents is not None:
            _deliver_lines(documents, report, reading["jobs"], output)
        return report.tell()
    run = work.run_of(sources, report, merge=not per_document, **reading)
    if run is not None:
        deliver(work.tables_from(run), format_=chosen, output=output, meta={}, bom=bom)
    return report.tell()


def _deliver_lines(documents: Iterator[Document], report: Report, jobs: int, output: str | None) -> None:
    """A line a document as each is done, never all in memory; what to say of them goes beside."""
    from timeline.exports.export import write_whole
    from timeline.exports.statement import data_version

    counts = {"data_version": data_version(), "documents": 0, "events": 0, "undated": 0}
    lines = _document_lines(documents, report, jobs, counts)
    if output is None:
        for line in lines:
            put(line)
        click.echo(json.dumps(counts), err=True)
        return
    written = [write_whole(output, b"".join(lines))]
    written.append(write_whole(f"{output}.meta.json", (json.dumps(counts) + "\n").encode()))
    for path in written:
        click.echo(f"Wrote {path}.", err=True)


def _document_lines(
    documents: Iterator[Document], report: Report, jobs: int, counts: dict[str, Any]
) -> Iterator[bytes]:
    from timeline.exports import document_record
    from timeline.model import Issue
    from timeline.parallel import ordered_map
    from timeline.pipeline import process_document

    for document, events in ordered_map(partial(work.safely, process_document), documents, jobs):
        if isinstance(events, Issue):
            report.issues.append(events)
            continue
        counts["documents"] += 1
        counts["events"] += len(events)
        counts["undated"] += sum(event.date.first is None and event.date.last is None for event in events)
        yield json.dumps(document_record(document, events), ensure_ascii=False).encode() + b"\n"
