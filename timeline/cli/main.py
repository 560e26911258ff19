"""The group of commands, and the border where every error becomes one sentence and an exit status."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

import timeline
from timeline.cli.check_data import check_data
from timeline.cli.explain import explain
from timeline.cli.export import export
from timeline.cli.extract import extract
from timeline.cli.matters import matters_command, next_command, status_command
from timeline.cli.output import NobodyListens
from timeline.cli.serve import serve
from timeline.cli.tag import tag
from timeline.errors import ArgumentError, TimelineError

OK, FAILED, BAD_ARGUMENTS, STOPPED = 0, 1, 2, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(timeline.__version__, prog_name="timeline")
def commands() -> None:
    """Regulatory events out of articles, press releases and official documents: dated, sourced, on a timeline.

    SOURCE is a text, Markdown, HTML, PDF, DOCX or e-mail file, a folder or glob of these, a web address, a corpus in
    JSON lines, or - for standard input.

    Exit status: 0; 1 when some documents failed (each is named, the rest delivered); 2 for bad arguments.
    """


for _command in (
    extract,
    tag,
    explain,
    serve,
    export,
    matters_command,
    status_command,
    next_command,
    check_data,
):
    commands.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line on ``arguments`` (else ``sys.argv``) and exit with its status."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """:func:`main` without the exit: the status. Errors meant for the user never show a traceback."""
    logging.getLogger().addHandler(logging.NullHandler())  # libraries warn of odd files; our own messages say it better
    try:
        status = commands.main(arguments, prog_name="timeline", standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, NobodyListens):
        _forget_output()
        status = OK
    except (click.Abort, click.ClickException, TimelineError) as error:
        status = _told(error)
    except Exception as error:  # noqa: BLE001 - the border of the program: a sentence for the user, not a traceback
        status = _defect(error)
    return int(status or OK)


def _told(error: click.Abort | click.ClickException | TimelineError) -> int:
    """One sentence on standard error; the exit status that goes with it."""
    if isinstance(error, click.Abort):
        click.echo("Stopped.", err=True)
        return STOPPED
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return BAD_ARGUMENTS
    if isinstance(error, click.ClickException):
        click.echo(f"error: {error.format_message()}", err=True)
        return error.exit_code
    click.echo(f"error: {error}", err=True)
    return BAD_ARGUMENTS if isinstance(error, ArgumentError) else FAILED


def _defect(error: Exception) -> int:
    """What nobody foresaw, with the place to look at."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    message = f"{type(error).__name__} at {where}: {error}"
    click.echo(f"error: This is a defect of timeline, please report it: {message}", err=True)
    return FAILED


def _forget_output() -> None:
    """The reader of our output has enough (``| head``): nothing more is written, not even when Python shuts down."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
