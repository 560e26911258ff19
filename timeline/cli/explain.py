"""``timeline explain``: how each row came about, rule by rule."""

from __future__ import annotations

import json
from typing import Any

import click

from timeline.cli import options, work
from timeline.cli.output import put


@click.command()
@options.sources()
@click.option("--event", "event_ids", multiple=True, metavar="ID", help="Only this row; may be repeated.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@options.reading
@options.extraction
def explain(
    *,
    sources: tuple[str, ...],
    event_ids: tuple[str, ...],
    format_: str,
    **reading: Any,
) -> int:
    """How each row of SOURCE... came about: its words and rules for event, date, actors and jurisdictions."""
    from timeline.errors import ArgumentError
    from timeline.exports.explanation import explain_event, render_explanation
    from timeline.table import order

    report = work.Report()
    run = work.run_of(sources, report, **reading)
    if run is None:
        return report.tell()
    unknown = sorted(set(event_ids) - {event.id for event in run.events})
    if unknown and run.documents:
        raise ArgumentError(f"There is no event {', '.join(unknown)} in these sources; extract prints the ids.")
    chosen = [event for event in sorted(run.events, key=order) if not event_ids or event.id in event_ids]
    explained = [explain_event(event, run.documents) for event in chosen]
    if format_ == "json":
        put((json.dumps(explained, ensure_ascii=False, indent=1) + "\n").encode())
    else:
        put("\n".join(render_explanation(one) for one in explained).encode())
    return report.tell()
