"""How a row came about: every field with its words, its place and the rule that read it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from timeline.exports.cells import without_controls
from timeline.model import ActorRole, CodedJurisdiction, Document, Event, EventDate, Mention

_QUOTE = 160


def explain_event(event: Event, documents: Mapping[str, Document]) -> dict[str, Any]:
    """The row's title, date and confidence, and for each mention the words and rules behind every field.

    Plain values for JSON; offsets count code points of the document's text.
    """
    return {
        "event_id": event.id,
        "title": event.title,
        "event_type": event.event_type,
        "factuality": event.factuality,
        "date": _date(event.date),
        "jurisdictions": [j.code for j in event.jurisdictions],
        "actors": [f"{a.name} ({a.role})" for a in event.actors],
        "instrument": event.instrument.name if event.instrument else "",
        "matter": event.matter_id,
        "reference": event.reference_id,
        "confidence": round(event.confidence, 4),
        "conflicts": list(event.conflicts),
        "rules": list(event.rule_ids),
        "mentions": [_mention(mention, documents[mention.document_id]) for mention in event.mentions],
    }


def _mention(mention: Mention, document: Document) -> dict[str, Any]:
    trigger = mention.event
    fields: dict[str, Any] = {
        "document": document.id,
        "published": _iso(document.published),
        "published_basis": document.published_basis,
        "source": document.url,
        "publisher": document.publisher,
        "sentence": mention.sentence,
        "event": {
            "type": trigger.event_type,
            "factuality": trigger.factuality,
            "tense": trigger.tense,
            **_place(document.text, trigger.start, trigger.end),
            "rules": list(trigger.rule_ids),
        },
        "date": _date(mention.date),
        "actors": [_actor(actor) for actor in mention.actors],
        "jurisdictions": [_jurisdiction(code) for code in mention.jurisdictions],
    }
    if mention.instrument:
        i = mention.instrument
        fields["instrument"] = {"name": i.name, "words": i.text, "start": i.start, "end": i.end, "rule": i.rule_id}
    if mention.amount:
        m = mention.amount
        value = f"{m.value:,.0f} {m.currency}" + (f" ({m.qualifier})" if m.qualifier else "")
        fields["amount"] = {"value": value, "words": m.text, "start": m.start, "end": m.end, "rule": m.rule_id}
    return fields


def _place(text: str, start: int, end: int) -> dict[str, Any]:
    return {"words": text[start:end], "start": start, "end": end}


def _date(day: EventDate) -> dict[str, Any]:
    return {
        "edtf": day.edtf,
        "first": _iso(day.first),
        "last": _iso(day.last),
        "precision": day.precision,
        "role": day.role,
        "basis": day.basis,
        "words": day.text,
        "start": day.start,
        "end": day.end,
        "anchor": _iso(day.anchor),
        "reason": day.reason,
        "rule": day.rule_id,
        "document": day.document_id,
    }


def _actor(actor: ActorRole) -> dict[str, Any]:
    return {
        "name": actor.name,
        "role": actor.role,
        "words": actor.words,
        "start": actor.start,
        "end": actor.end,
        "rule": actor.rule_id,
    }


def _jurisdiction(code: CodedJurisdiction) -> dict[str, Any]:
    return {"code": code.code, "words": code.words, "start": code.start, "end": code.end, "rule": code.rule_id}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def render_explanation(row: Mapping[str, Any]) -> str:
    """An explanation as indented lines for a terminal."""
    lines = [
        f"{row['event_id']}  {row['title']}",
        f"  {row['event_type']}, {row['factuality']}; {_shown_date(row['date'])}",
    ]
    for label in ("actors", "jurisdictions", "conflicts"):
        if row[label]:
            lines.append(f"  {label}: {'; '.join(row[label])}")
    for label in ("instrument", "matter", "reference"):
        if row[label]:
            lines.append(f"  {label}: {row[label]}")
    lines.append(f"  confidence: {row['confidence']:.2f}   rules: {', '.join(row['rules']) or 'none of its own'}")
    if row["date"]["rule"] not in {mention["date"]["rule"] for mention in row["mentions"]}:
        lines.append(
            _line("dated", _shown_date(row["date"]), row["date"], row["date"]["rule"], _because(row["date"]))[2:]
        )
    for number, mention in enumerate(row["mentions"], 1):
        lines += _mention_lines(mention, number, len(row["mentions"]))
    return "\n".join(without_controls(line) for line in lines) + "\n"


def _mention_lines(mention: Mapping[str, Any], number: int, total: int) -> list[str]:
    published = (
        f"published {mention['published']} ({mention['published_basis']})" if mention["published"] else "undated"
    )
    source = f", {mention['source']}" if mention["source"] else ""
    event, day = mention["event"], mention["date"]
    lines = [
        f"  source {number} of {total}: {mention['document']}, {published}{source}",
        f"    sentence: {_quoted(mention['sentence'])}",
        _line(
            "event", event["type"], event, ", ".join(event["rules"]), f"{event['factuality']}, tense {event['tense']}"
        ),
        _line("date", _shown_date(day), day, day["rule"], _because(day)),
    ]
    lines += [_line("actor", f"{a['name']} ({a['role']})", a, a["rule"]) for a in mention["actors"]]
    lines += [_line("jurisdiction", j["code"], j, j["rule"]) for j in mention["jurisdictions"]]
    if "instrument" in mention:
        lines.append(
            _line("instrument", mention["instrument"]["name"], mention["instrument"], mention["instrument"]["rule"])
        )
    if "amount" in mention:
        lines.append(_line("amount", mention["amount"]["value"], mention["amount"], mention["amount"]["rule"]))
    return lines


def _line(field: str, value: str, place: Mapping[str, Any], rule: str, remark: str = "") -> str:
    """One field: value <- words at their place, by which rule, why."""
    words = f" <- {_quoted(place['words'])} [{place['start']}:{place['end']}]" if place["end"] else ""
    return f"    {field:12} {value}{words}" + (f"  by {rule}" if rule else "") + (f"; {remark}" if remark else "")


def _because(day: Mapping[str, Any]) -> str:
    parts = [f"anchor {day['anchor']}"] if day["anchor"] else []
    return "; ".join([*parts, day["reason"]] if day["reason"] else parts)


def _shown_date(day: Mapping[str, Any]) -> str:
    first, last = day["first"], day["last"]
    if first and last:
        shown = first if first == last else f"{first} to {last}"
    elif first or last:
        shown = f"from {first}" if first else f"until {last}"
    else:
        shown = "no date"
    return f"{shown} ({day['role']}, {day['basis']}, {day['precision']})"


def _quoted(words: str) -> str:
    flat = " ".join(words.split())
    return f'"{flat}"' if len(flat) <= _QUOTE else f'"{flat[: _QUOTE - 1]}…"'
