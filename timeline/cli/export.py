"""``timeline export``: the rows that a filter keeps, in any format."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from timeline.cli import options, work
from timeline.cli.output import deliver, format_option


@click.command()
@options.sources(required=False)
@click.option(
    "--jurisdiction", "jurisdictions", multiple=True, metavar="CODE", help="US-MT, FR, EU; US takes its states along."
)
@click.option("--actor", "actors", multiple=True, metavar="NAME", help="Part of an actor's name.")
@click.option("--role", "roles", multiple=True, metavar="ROLE", help="Role of that actor, such as defendant.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="An event type or a group of types.")
@click.option("--factuality", multiple=True, metavar="WORD", help="actual, scheduled, proposed, hypothetical, denied.")
@click.option("--since", type=options.day, metavar="DATE", help="Events that can lie on or after this day.")
@click.option("--until", type=options.day, metavar="DATE", help="Events that can lie on or before this day.")
@click.option("--surely", is_flag=True, help="Only events that cannot lie outside that period.")
@click.option("--text", default="", metavar="WORDS", help="Words in the title or the sentence.")
@options.reading
@options.extraction
@options.output
def export(
    *,
    sources: tuple[str, ...],
    jurisdictions: tuple[str, ...],
    actors: tuple[str, ...],
    roles: tuple[str, ...],
    types: tuple[str, ...],
    factuality: tuple[str, ...],
    since: date | None,
    until: date | None,
    surely: bool,
    text: str,
    format_: str | None,
    output: str | None,
    bom: bool,
    **reading: Any,
) -> int:
    """The events of SOURCE... (the seeds when none is given) that meet every filter; each option may be repeated."""
    from timeline.exports import describe_filter, filter_events

    chosen = format_option(format_, output)
    report = work.Report()
    run = work.run_of(sources or work.seeds(), report, **reading)
    if run is None:
        return report.tell()
    tables = work.tables_from(run)
    conditions = {
        "jurisdictions": jurisdictions,
        "actors": actors,
        "roles": roles,
        "types": types,
        "factuality": factuality,
        "since": since,
        "until": until,
        "surely": surely,
        "text": text,
    }
    kept = filter_events(tables.events, **conditions)  # type: ignore[arg-type]  # options by name
    evidence = tables.evidence[tables.evidence["event_id"].isin(kept["event_id"])]
    meta = {"filter": describe_filter(**conditions), "total": len(tables.events)}
    deliver(work.Tables(kept, evidence), format_=chosen, output=output, meta=meta, bom=bom)
    return report.tell()
