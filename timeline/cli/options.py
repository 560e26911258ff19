"""Arguments that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from timeline.exports.export import FORMATS

Command = TypeVar("Command", bound=Callable[..., Any])


def day(value: str) -> date:
    """The day of YYYY-MM-DD or of words in any language dateparser knows, or a message that says how to write one.

    Digits alone in another order ("03/04/2021") are refused: nobody can say which of the two days they mean.

    >>> day("2023-05-24"), day("24 mai 2023")
    (datetime.date(2023, 5, 24), datetime.date(2023, 5, 24))
    """
    try:
        if len(value) == len("2023-05-24"):
            return date.fromisoformat(value)
    except ValueError:
        pass
    written = _written_day(value) if re.search(r"[^\W\d_]{3}", value) else None
    if written:
        return written
    raise click.BadParameter(f"{value!r} is not a date; write it as YYYY-MM-DD.")


def _written_day(value: str) -> date | None:
    """The calendar day that words name in full; what depends on today ("yesterday") is none."""
    import dateparser

    whole = {"PARSERS": ["absolute-time"], "STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]}
    found = dateparser.parse(value, settings=whole)
    return found.date() if found else None


def sources(required: bool = True) -> Callable[[Command], Command]:
    """SOURCE..., one or more unless not ``required``."""
    return click.argument("sources", nargs=-1, required=required, metavar="SOURCE..." if required else "[SOURCE]...")


def reading(command: Command) -> Command:
    """--published and --language."""
    command = click.option(
        "--language", metavar="CODE", help="Language of the documents (en, de, es, fr, it); detected when left out."
    )(command)
    return click.option(
        "--published", type=day, metavar="DATE", help="Day of publication of documents that do not say their own."
    )(command)


def extraction(command: Command) -> Command:
    """--reference/--no-reference and --jobs."""
    command = click.option(
        "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, metavar="N", help="Processes to work in."
    )(command)
    command = click.option("--no-reference", is_flag=True, help="Date nothing by the catalogue of known events.")(
        command
    )
    return click.option(
        "--reference",
        type=click.Path(exists=True, dir_okay=False),
        multiple=True,
        metavar="FILE",
        help="A further catalogue of known events (CSV), beside the one supplied.",
    )(command)


def output(command: Command) -> Command:
    """--format, -o and --bom."""
    mark = click.option("--bom", is_flag=True, help="Put a byte order mark before CSV and TSV (for old Excel).")
    file = click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, allow_dash=True),
        callback=lambda _context, _option, value: None if value == "-" else value,
        metavar="FILE",
        help="Write to FILE; its ending may name the format.",
    )
    form = click.option(
        "--format", "format_", type=click.Choice(list(FORMATS)), help="Form of the output; a table when left out."
    )
    return form(file(mark(command)))
