"""iCalendar (RFC 5545): dated events as all-day entries, deadlines with an alarm, ids that stay."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pandas as pd

from timeline.exports.cells import cell_text, rows_of, without_controls
from timeline.exports.content import Content
from timeline.exports.terminal import shown_date

if TYPE_CHECKING:
    from icalendar import Event as Entry

_EPOCH = date(2000, 1, 1)  # the stamp of an event whose source has no day; the clock would change the bytes
_ALARM_BEFORE = timedelta(days=7)


def to_ics(content: Content) -> bytes:
    """A calendar of every row that has a place in one: from its first to its last possible day, a deadline on its last.

    Rows open on a needed side have none; they are counted in the calendar's description. ``UID`` comes from the event
    id, ``STATUS`` is CONFIRMED for what is certain to the day, TENTATIVE for the rest, CANCELLED for what was denied.
    """
    from icalendar import Calendar

    entries = [entry for row in rows_of(content.events) if (entry := _entry(row)) is not None]
    calendar = Calendar()
    calendar.add("prodid", "-//timeline//regulatory events//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Regulatory events")
    left_out = len(content.events) - len(entries)
    calendar.add("x-wr-caldesc", f"{content.statement.sentence()} {left_out} without a day for a calendar left out.")
    for entry in entries:
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _entry(row: dict[str, Any]) -> Entry | None:
    from icalendar import Event as Entry

    days = _days(row)
    if days is None:
        return None
    first, last = days
    entry = Entry()
    entry.add("uid", f"{row['event_id']}@timeline")
    entry.add("dtstamp", _stamp(row["published"]))
    entry.add("dtstart", first)
    entry.add("dtend", last + timedelta(days=1))
    entry.add("summary", _summary(row))
    entry.add("status", _status(row))
    entry.add("sequence", _sequence(row["published"]))
    entry.add("transp", "TRANSPARENT")
    entry.add("description", _description(row))
    entry.add("categories", [row["event_type"], row["event_group"], *row["jurisdictions"]])
    if row["source_url"].startswith(("http://", "https://")):
        entry.add("url", without_controls(row["source_url"]))
    if row["date_role"] == "deadline":
        entry.add_component(_alarm(row))
    return entry


def _sequence(published: Any) -> int:
    """Grows with the day of the telling source, so that what a newer source says replaces what a calendar holds."""
    return 0 if pd.isna(published) else max((published.date() - _EPOCH).days, 0)


def _days(row: dict[str, Any]) -> tuple[date, date] | None:
    first, last = row["date_start"], row["date_end"]
    if row["date_role"] == "deadline" and not pd.isna(last):
        return last.date(), last.date()
    if pd.isna(first) or pd.isna(last):
        return None
    return first.date(), last.date()


def _status(row: dict[str, Any]) -> str:
    if row["factuality"] == "denied":
        return "CANCELLED"
    certain = row["date_precision"] in ("day", "interval") and row["factuality"] in ("actual", "scheduled")
    return "CONFIRMED" if certain else "TENTATIVE"


def _summary(row: dict[str, Any]) -> str:
    mark = {"deadline": "Deadline: ", "effective": "In force: "}.get(row["date_role"], "")
    return mark + without_controls(row["title"])


def _description(row: dict[str, Any]) -> str:
    shown = shown_date(row["edtf"], row["date_start"], row["date_end"])
    words = f', from the words "{row["date_text"]}"' if row["date_text"] else ""
    parts = [
        row["sentence"],
        f"Date: {shown} ({row['date_basis']}, precision {row['date_precision']}{words}).",
        f"Factuality: {row['factuality']}.",
        f"Actors: {cell_text(row['actor_roles'])}." if row["actor_roles"] else "",
        f"Source: {row['publisher']} {row['source_url']}".strip() if row["publisher"] or row["source_url"] else "",
    ]
    return without_controls("\n".join(part for part in parts if part))


def _alarm(row: dict[str, Any]) -> Any:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -_ALARM_BEFORE)
    alarm.add("description", _summary(row))
    return alarm


def _stamp(published: Any) -> datetime:
    day = _EPOCH if pd.isna(published) else published.date()
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
