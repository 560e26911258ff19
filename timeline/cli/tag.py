"""``timeline tag``: time expressions only."""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from timeline.cli import options, work
from timeline.cli.output import put

if TYPE_CHECKING:
    from timeline.model import Document, TimeExpression


@click.command()
@options.sources()
@options.reading
@click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, metavar="N", help="Processes to work in."
)
def tag(*, sources: tuple[str, ...], published: date | None, language: str | None, jobs: int) -> int:
    """The time expressions in SOURCE... as JSON lines, one a document (TIMEX3 types and values)."""
    from timeline.model import Issue
    from timeline.parallel import ordered_map

    report = work.Report()
    documents = work.documents_of(sources, published, language, report)
    for document, found in ordered_map(partial(work.safely, time_expressions), documents, jobs):
        if isinstance(found, Issue):
            report.issues.append(found)
        else:
            line = json.dumps({"id": document.id, "timex": [_record(t) for t in found]}, ensure_ascii=False)
            put(line.encode() + b"\n")
    return report.tell()


def time_expressions(document: Document) -> tuple[TimeExpression, ...]:
    """The time expressions of a document against its day of publication."""
    from timeline.timex import find_time_expressions

    return tuple(find_time_expressions(document.text, document.published, document.language))


def _record(found: TimeExpression) -> dict[str, Any]:
    record = {"start": found.start, "end": found.end, "text": found.text, "type": found.type, "value": found.value}
    return record | ({"mod": found.mod} if found.mod else {})
