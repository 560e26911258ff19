"""``timeline extract``: the event table of documents."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial

import click

from timeline.cli import options


@click.command()
@options.sources()
@options.reading
@options.extraction
@options.output
@click.option("--per-document", is_flag=True, help="Each document by itself: nothing merged or dated across documents.")
def extract(
    *,
    sources: tuple[str, ...],
    published: date | None,
    language: str | None,
    reference: tuple[str, ...],
    no_reference: bool,
    jobs: int,
    format_: str | None,
    output: str | None,
    bom: bool,
    per_document: bool,
) -> int:
    """The regulatory events in SOURCE..., one row an event.

    With --per-document and --format jsonl: one line a document with its events.
    """
    from timeline.cli import work

    chosen = work.format_option(format_, output)
    catalogue = work.reference_option(reference, no_reference)
    report = work.Report()
    documents = work.documents_of(sources, published, language, report)
    if per_document and chosen == "jsonl":
        _lines_out(_document_lines(documents, report, jobs), output)
    else:
        tables = work.tables_of(documents, report, per_document=per_document, reference=catalogue, jobs=jobs)
        work.deliver(tables, format_=chosen, output=output, meta={}, bom=bom)
    return report.tell()


def _document_lines(documents, report, jobs: int) -> Iterator[str]:  # type: ignore[no-untyped-def]
    from timeline.cli import work
    from timeline.exports import document_record
    from timeline.model import Issue
    from timeline.pipeline import process_document

    for document, events in work.ordered_map(partial(work.safely, process_document), documents, jobs):
        if isinstance(events, Issue):
            report.issues.append(events)
        else:
            yield json.dumps(document_record(document, events), ensure_ascii=False) + "\n"


def _lines_out(lines: Iterator[str], output: str | None) -> None:
    if output is None:
        for line in lines:
            sys.stdout.buffer.write(line.encode())
        return
    from timeline.exports.export import write_whole

    write_whole(output, "".join(lines).encode())
    click.echo(f"Wrote {output}.", err=True)
