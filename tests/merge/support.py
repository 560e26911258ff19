"""Documents and events written down in a few lines of YAML, for the tests of merging, linking and matters.

A document is ``{id, published?, text, events: [...]}``; an event is ``{type, words, ...}``, where ``words`` stand
in the text (``words: "sued#2"`` is the second place). All else is optional: date (EDTF: day, month, year, ``a..b``,
``a/b``), basis, factuality, tense, who ({name: role} or {name: [role, kind]}), codes, instrument ([name, kind]),
amount ([value, currency]), title, cluster (gold).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Any

from timeline.model import (
    ActorRole,
    Amount,
    CodedJurisdiction,
    Document,
    Event,
    EventDate,
    EventMention,
    Instrument,
    Mention,
)
from timeline.sentences import split_sentences

_OFFICIAL = {"Commission": "authority", "Court": "court", "Senate": "legislature", "House": "legislature"}
_PERSONS = {"plaintiff", "defendant", "target", "party"}


def document(record: dict[str, Any]) -> Document:
    published = record.get("published")
    return Document(
        str(record["id"]),
        record["text"],
        published=published,
        published_basis="given" if published else "unknown",
    )


def events(record: dict[str, Any]) -> list[Event]:
    """The events of one document record."""
    doc = document(record)
    sentences = split_sentences(doc)
    return [event(doc, sentences, item, n) for n, item in enumerate(record.get("events", ()))]


def place(text: str, words: str) -> tuple[int, int]:
    wanted, _, number = words.partition("#")
    start = -1
    for _ in range(int(number or 1)):
        start = text.find(wanted, start + 1)
        if start < 0:
            raise ValueError(f"{words!r} does not stand in the text {text[:60]!r}")
    return start, start + len(wanted)


def event(doc: Document, sentences: Iterable[Any], item: dict[str, Any], number: int) -> Event:
    start, end = place(doc.text, item["words"])
    sentence = next(s for s in sentences if s.start <= start < s.end)
    factuality = item.get("factuality", "actual")
    tense = item.get("tense", "past" if factuality == "actual" else "future")
    mention = Mention(
        document_id=doc.id,
        event=EventMention(start, end, sentence.start, sentence.end, sentence.index, item["type"], factuality, tense),
        date=event_date(item, doc),
        actors=tuple(actor(name, role) for name, role in item.get("who", {}).items()),
        jurisdictions=tuple(CodedJurisdiction(code) for code in item.get("codes", ())),
        instrument=instrument(item.get("instrument")),
        amount=amount(item.get("amount")),
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        sentence=doc.text[sentence.start : sentence.end],
        title=item.get("title", item["words"].partition("#")[0]),
    )
    return Event(
        id=f"{doc.id}-{number}",
        title=mention.title,
        event_type=mention.event.event_type,
        factuality=mention.event.factuality,
        date=mention.date,
        mentions=(mention,),
        actors=mention.actors,
        jurisdictions=mention.jurisdictions,
        instrument=mention.instrument,
        amount=mention.amount,
    )


def actor(name: str, role: str | list[str]) -> ActorRole:
    role, kind = (role, "") if isinstance(role, str) else role
    if not kind:
        kind = (
            "authority" if role == "authority" else "person" if role in {"sponsor", "speaker", "judge"} else "company"
        )
    return ActorRole(name, role, kind=kind)  # type: ignore[arg-type]  # plain strings of YAML


def instrument(value: list[str] | None) -> Instrument | None:
    return Instrument(0, 0, value[0], value[0], value[1]) if value else None  # type: ignore[arg-type]  # plain strings of YAML


def amount(value: list[Any] | None) -> Amount | None:
    if not value:
        return None
    number, currency, *qualifier = float(value[0]), *value[1:]
    return Amount(0, 0, f"{currency} {number:g}", number, currency, qualifier[0] if qualifier else "")


def event_date(item: dict[str, Any], doc: Document) -> EventDate:
    """The date a record gives, else what tense and publication leave."""
    if "date" in item:
        first, last, precision = days(str(item["date"]))
        basis = item.get("basis", "explicit")
        return EventDate(first, last, precision, str(item["date"]), basis=basis, text=str(item["date"]))
    if doc.published and item.get("factuality", "actual") == "actual":
        return EventDate(
            None,
            doc.published,
            "open",
            f"[..{doc.published}]",
            basis="bounded",
            reason=f"told as past on {doc.published}",
        )
    return EventDate()


def days(edtf: str) -> tuple[date, date, Any]:
    for separator, precision in (("/", "interval"), ("..", "between")):
        if separator in edtf:
            first, last = edtf.strip("[]").split(separator)
            return days(first)[0], days(last)[1], precision
    parts = [int(p) for p in edtf.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts), "day"
    if len(parts) == 2:
        return date(*parts, 1), date(*parts, monthrange(*parts)[1]), "month"
    return date(parts[0], 1, 1), date(parts[0], 12, 31), "year"
