"""``timeline serve``: the dashboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from timeline.cli import options, work
from timeline.errors import InputError

if TYPE_CHECKING:
    from timeline.model import Document, Issue
    from timeline.pipeline import Run

_MOST_REBUILT = 200  # with more documents, new ones are read by themselves rather than merged with all others
_OWN = frozenset({"127.0.0.1", "localhost", "::1"})  # hosts that nobody else reaches
_NAMED_DAY = re.compile(r"\((\d{4}-\d{2}-\d{2})\)\.txt")


@click.command()
@options.sources(required=False)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8050, show_default=True, help="Port to listen on.")
@options.reading
@options.extraction
def serve(
    *,
    sources: tuple[str, ...],
    host: str,
    port: int,
    **reading: Any,
) -> int:
    """The dashboard over the events of SOURCE... (the seeds when none is given), until interrupted."""
    from timeline.dashboard.app import create_app
    from timeline.dashboard.app import serve as run_server
    from timeline.pipeline import Run, build_events

    report = work.Report()
    run = work.run_of(sources or work.seeds(), report, **reading) or Run((), {})
    status = report.tell()
    catalogue = work.reference_option(reading["reference"], reading["no_reference"])

    def rebuild(chosen: Iterator[Document]) -> Run:
        return build_events(chosen, reference=catalogue)

    tables = work.tables_from(run)
    extract = adder(run.documents, rebuild, addresses=host in _OWN)
    app = create_app(
        tables.events,
        tables.evidence,
        run.documents,
        issues=report.issues,
        extract=extract,
    )
    click.echo(f"The dashboard is at http://{host}:{port}/ (stop it with Ctrl+C).", err=True)
    try:
        run_server(app, host, port)
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
    return status


def adder(
    known: dict[str, Document], rebuild: Callable[[Iterator[Document]], Run], *, addresses: bool = False
) -> Adder:
    """What the page calls with files or pasted text: reads them and builds the events anew, the old ones with them.

    A name that ends in a day in brackets ("pasted text (2023-05-24).txt") gives the day of publication. With
    ``addresses`` a web address among the names is fetched; otherwise it is refused, because a server that others reach
    must not fetch for them.
    """
    documents = dict(known)

    def extract(sources: Sequence[tuple[str, bytes | str]], progress: Callable[[int, int], None]) -> Any:
        issues: list[Issue] = []
        fresh: dict[str, Document] = {}
        for name, content in sources:
            for document in _read(name, content, issues, addresses=addresses):
                own = _apart(document, {**documents, **fresh})
                fresh[own.id] = own
        base = documents if len(documents) <= _MOST_REBUILT else {}
        run = rebuild(_counted({**base, **fresh}, progress))
        documents.update(fresh)
        tables = work.tables_from(run)
        issues += [issue for issue in run.issues if issue.document_id in fresh]
        return tables.events, tables.evidence, run.documents, issues

    def forget() -> None:
        documents.clear()
        documents.update(known)

    return Adder(extract, forget, lambda: adder(known, rebuild, addresses=addresses))


@dataclass(frozen=True)
class Adder:
    """What the page calls to add documents; ``forget`` takes back all that were added.

    ``for_visitor`` makes one that knows nothing of what others have added.
    """

    extract: Callable[..., Any]
    forget: Callable[[], None]
    for_visitor: Callable[[], Adder]

    def __call__(self, sources: Sequence[tuple[str, bytes | str]], progress: Callable[[int, int], None]) -> Any:
        """Events, evidence, documents and issues with these sources among them."""
        return self.extract(sources, progress)


def _read(name: str, content: bytes | str, issues: list[Issue], *, addresses: bool) -> Iterator[Document]:
    from timeline.documents import read_bytes, read_documents

    if not content and name.startswith(("http://", "https://")):
        if not addresses:
            raise InputError("This server reads no addresses, because others can reach it; paste the text instead.")
        return read_documents([name])
    data = content.encode() if isinstance(content, str) else content
    return read_bytes([(name, data)], published=_named_day(name), issues=issues)


def _apart(document: Document, known: Mapping[str, Document]) -> Document:
    """The document under a name of its own: two pasted texts must not replace each other."""
    name, number = document.id, 1
    while name in known and known[name].text != document.text:
        number += 1
        name = f"{document.id} #{number}"
    return replace(document, id=name)


def _counted(documents: dict[str, Document], progress: Callable[[int, int], None]) -> Iterator[Document]:
    for number, document in enumerate(documents.values()):
        progress(number, len(documents))
        yield document


def _named_day(name: str) -> date | None:
    found = _NAMED_DAY.search(name)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
