"""Where data goes: a file, or standard output with its statement on standard error."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.errors import ArgumentError

if TYPE_CHECKING:
    from timeline.cli.work import Tables


def format_option(format_: str | None, output: str | None) -> str:
    """The format asked for, else the one the file's ending names, else a table."""
    from timeline.exports.export import FORMATS, format_of_file

    chosen = format_ or (format_of_file(output) if output else "table")
    if output is not None and not Path(output).parent.is_dir():
        raise ArgumentError(f"{output} cannot be written, for there is no folder {Path(output).parent}; make it first.")
    if FORMATS[chosen].binary and output is None and sys.stdout.isatty():
        raise ArgumentError(f"{chosen} is binary and would garble the terminal; add -o FILE.")
    return chosen


def deliver(tables: Tables, *, format_: str, output: str | None, meta: dict[str, Any], bom: bool) -> None:
    """The export to its file or to standard output; a statement with no room inside goes to standard error."""
    from timeline.exports import FORMATS, export_table, write_export
    from timeline.exports.statement import make_statement

    events = tables.events
    options: dict[str, Any] = {"evidence": tables.evidence, "meta": meta, "bom": bom}
    if output is not None:
        for path in write_export(output, events, format_, **options):
            click.echo(f"Wrote {path}.", err=True)
        return
    put(export_table(events, format_, **options))
    if FORMATS[format_].beside:
        click.echo(make_statement(events, meta).as_json(), err=True)


class NobodyListens(Exception):
    """The reader of standard output has enough (``| head``); no fault of anyone's."""


def put(content: bytes) -> None:
    """Bytes to standard output. Raises :class:`NobodyListens` when that was closed."""
    try:
        sys.stdout.buffer.write(content)
    except BrokenPipeError as error:  # click would end with status 1 for it
        raise NobodyListens from error
