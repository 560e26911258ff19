"""``timeline matters``, ``status`` and ``next``: measures and cases, where they stand, what is to come."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.cli import options, work
from timeline.cli.output import put

if TYPE_CHECKING:
    from timeline.matters import Matter, MatterStatus, TrackStatus, Upcoming
    from timeline.matters.catalogue import Ledger
    from timeline.model import Event
    from timeline.pipeline import Run

_WIDTH, _COLUMN = 100, 25  # columns of a page of text, and where the words begin beside the days
_AS_OF = click.option("--as-of", "as_of", type=options.day, required=True, metavar="DATE", help="The day asked for.")
_FORMAT = click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)


@click.command("matters")
@options.sources()
@_FORMAT
@options.reading
@options.extraction
def matters_command(*, format_: str, **reading: Any) -> int:
    """The matters that SOURCE... tell of: each measure or case with its events in order."""
    from timeline.matters import matters

    run, status = _run(reading)
    ledger = _ledger(run, reading, whole=False)
    found = matters(ledger.events)
    if format_ == "json":
        _put_json([_matter_record(matter) for matter in found])
    else:
        lines = [line for matter in found for line in _matter_lines(matter, ledger)]
        _put_lines(lines or ["No measure or case is named."])
    return status


@click.command("status")
@options.sources()
@click.option(
    "--matter", required=True, metavar="NAME", help='A bill, law, case or docket ("SB 419"), or a matter\'s id.'
)
@_AS_OF
@_FORMAT
@options.reading
@options.extraction
def status_command(*, matter: str, as_of: date, format_: str, **reading: Any) -> int:
    """Where a matter stood at the end of a day, and which event says so."""
    from timeline.matters import status as status_of

    run, exit_status = _run(reading)
    ledger = _ledger(run, reading, whole=True)
    found = status_of(ledger.events, matter, as_of, run.documents, ledger.fixed)
    sources = _sources(run, ledger)
    if format_ == "json":
        _put_json(_status_record(found, sources))
    else:
        _put_lines(_status_lines(found, sources))
    for issue in found.issues:
        click.echo(f"note: {issue.message}", err=True)
    return exit_status


@click.command("next")
@options.sources()
@_AS_OF
@_FORMAT
@options.reading
@options.extraction
def next_command(*, as_of: date, format_: str, **reading: Any) -> int:
    """What was still to come on a day: hearings, deadlines, entries into force, as far as the sources told by then."""
    from timeline.matters import matters, whats_next

    run, status = _run(reading)
    ledger = _ledger(run, reading, whole=False)
    found = whats_next(ledger.events, as_of, run.documents, ledger.fixed)
    sources = _sources(run, ledger)
    if format_ == "json":
        _put_json([_upcoming_record(item, sources) for item in found])
    else:
        names = {matter.id: matter.title for matter in matters(ledger.events)}
        lines = [_upcoming_line(item, sources, names) for item in found]
        _put_lines(lines or ["Nothing that the sources tell."])
    return status


def _run(reading: dict[str, Any]) -> tuple[Run, int]:
    """The run over the sources, and the exit status so far; nothing could be read: a run without events."""
    from timeline.pipeline import Run

    report = work.Report()
    run = work.run_of(report=report, **reading)
    return run or Run((), {}), report.tell()


def _ledger(run: Run, reading: dict[str, Any], *, whole: bool) -> Ledger:
    """The events of the run and, unless --no-reference is given, the catalogue's milestones of their matters."""
    from timeline.matters.catalogue import Ledger, with_catalogue
    from timeline.merge import load_catalogue

    if reading["no_reference"]:
        return Ledger(run.events)
    records = load_catalogue(Path(file) for file in reading["reference"])
    return with_catalogue(run.events, records, None if whole else run.documents.values())


def _sources(run: Run, ledger: Ledger) -> dict[str, str]:
    """What says so, by event id: the first document that tells the event with its day, else the catalogue's page."""
    found: dict[str, str] = {}
    for event in ledger.events:
        known = [run.documents[m.document_id] for m in event.mentions if m.document_id in run.documents]
        first = min(known, key=lambda d: (d.published is None, d.published or date.max, d.id), default=None)
        if first is None:
            found[event.id] = f"catalogue, {ledger.sources.get(event.id, '')}"
        else:
            name = first.url or first.id
            page = ledger.sources.get(event.reference_id, "")
            also = f"; catalogue, {page}" if page else ""
            found[event.id] = f"{name}, {first.published}{also}" if first.published else f"{name}{also}"
    return found


def _put_json(content: Any) -> None:
    put((json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())


def _put_lines(lines: list[str]) -> None:
    from timeline.exports.cells import without_controls

    put("".join(f"{without_controls(line)}\n" for line in lines).encode())


def _when(event: Event) -> str:
    from timeline.exports.terminal import shown_date

    return shown_date(event.date.edtf, event.date.first, event.date.last)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _event_record(event: Event) -> dict[str, Any]:
    return {
        "event_id": event.id,
        "title": event.title,
        "event_type": event.event_type,
        "factuality": event.factuality,
        "edtf": event.date.edtf,
        "date_start": _iso(event.date.first),
        "date_end": _iso(event.date.last),
    }


def _matter_record(matter: Matter) -> dict[str, Any]:
    return {
        "matter_id": matter.id,
        "title": matter.title,
        "instruments": list(matter.instruments),
        "jurisdictions": list(matter.jurisdictions),
        "events": [_event_record(event) for event in matter.events],
    }


def _matter_lines(matter: Matter, ledger: Ledger) -> list[str]:
    lines = [f"{matter.id}  {matter.title}"]
    for event in matter.events:
        cited = event.id if event.mentions else f"catalogue, {ledger.sources.get(event.id, '')}"
        lines.append(f"  {_when(event):24} {event.event_type:20} {event.title}  [{cited}]")
    return lines


def _track_record(track: TrackStatus, sources: Mapping[str, str]) -> dict[str, Any]:
    return {
        "track": track.track,
        "name": track.name,
        "status": track.status,
        "label": track.label,
        "in_force": track.in_force,
        "event_id": track.event_id,
        "steps": [
            {
                "date": s.date,
                "status": s.status,
                "label": s.label,
                "event_id": s.event_id,
                "title": s.title,
                "source": sources.get(s.event_id, ""),
            }
            for s in track.steps
        ],
        "expected": [_event_record(event) for event in track.expected],
    }


def _status_record(found: MatterStatus, sources: Mapping[str, str]) -> dict[str, Any]:
    return {
        "matter_id": found.matter_id,
        "title": found.title,
        "as_of": found.as_of.isoformat(),
        "headline": found.headline,
        "tracks": [_track_record(track, sources) for track in found.tracks],
        "undated": [_event_record(event) for event in found.undated],
        "issues": [issue.message for issue in found.issues],
    }


def _status_lines(found: MatterStatus, sources: Mapping[str, str]) -> list[str]:
    from timeline.matters.walk import in_words

    lines = _wrapped(f"{found.matter_id}  {found.title}, as of {found.as_of}", 0, 2)
    if not found.tracks:
        lines.append(f"  nothing had happened by {found.as_of}")
    for track in found.tracks:
        lines += _wrapped(f"{track.track}: {track.name}: {track.label}", 2, 4)
        for step in track.steps:
            lines += _told(in_words(step.date), f"{step.label}: {step.title}", step.event_id, sources)
        for event in track.expected:
            lines += _told(f"to come {_when(event)}", event.title, event.id, sources)
    if found.undated:
        lines.append("  Not counted, for no last possible day is known:")
        for event in found.undated:
            lines += _wrapped(f"{event.title}  [{event.id}]", 4, 6)
    return lines


def _told(when: str, what: str, event_id: str, sources: Mapping[str, str]) -> list[str]:
    """A step in the column beside its day, what says so on lines of its own; an address is never broken."""
    lines = _wrapped(f"{when:{_COLUMN - 5}} {what}", 4, _COLUMN)
    ours, catalogue, page = f"[{_cited(event_id, sources)}]".partition("; catalogue, ")
    lines += _wrapped(ours, _COLUMN, _COLUMN)
    return [*lines, f"{'':{_COLUMN}}{catalogue[2:]}{page}"] if page else lines


def _wrapped(words: str, first: int, rest: int) -> list[str]:
    """Lines of at most :data:`_WIDTH` columns but for words longer than that; ``first`` and ``rest`` are indents."""
    return textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=" " * first,
        subsequent_indent=" " * rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _cited(event_id: str, sources: Mapping[str, str]) -> str:
    return f"{event_id}; {sources[event_id]}" if sources.get(event_id) else event_id


def _upcoming_record(item: Upcoming, sources: Mapping[str, str]) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "first": _iso(item.first),
        "last": _iso(item.last),
        "days_ahead": item.days_ahead,
        "certainty": item.certainty,
        "event": _event_record(item.event),
        "source": sources.get(item.event.id, ""),
    }


def _upcoming_line(item: Upcoming, sources: Mapping[str, str], names: Mapping[str, str]) -> str:
    when, cited = _when(item.event), _cited(item.event.id, sources)
    matter, title = names.get(item.event.matter_id, ""), item.event.title
    named = title if not matter or matter in title else f"{title} ({matter})"
    return f"{when:24} {_ahead(item):16} {item.kind} ({item.certainty}): {named}  [{cited}]"


def _ahead(item: Upcoming) -> str:
    if item.days_ahead is None:
        return ""
    if item.days_ahead == 0:
        return "any day now"
    return f"in {item.days_ahead} day{'' if item.days_ahead == 1 else 's'}"
