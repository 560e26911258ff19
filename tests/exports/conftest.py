"""A small run written by hand: every kind of date, factuality and cell that an export must carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

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

TEXT = (
    "=HYPERLINK(1) said the court. Ravalia fined Orinoco Corp. €5 million on 3 May 2023 under the Data Act. "
    "The governor of Montana signed SB 9. Comments are due by 30 June 2024. The hearing will not take place."
)


def _event(number: int, event_type: str, words: str, day: EventDate, **fields) -> Event:
    start = TEXT.index(words)
    trigger = EventMention(start, start + len(words), start, start + len(words), 0, event_type, "actual", "past")
    factuality = fields.pop("factuality", "actual")
    mention = Mention("news/a.txt", replace(trigger, factuality=factuality, rule_ids=("rule-x",)), day, sentence=TEXT)
    mention = replace(mention, **{k: v for k, v in fields.items() if k in ("actors", "jurisdictions", "instrument", "amount")})
    title = fields.pop("title", f"Event {number}")
    return Event(f"ev-{number:04}", title, event_type, factuality, day, (mention,), rule_ids=("rule-x",), **fields)


@pytest.fixture(scope="session")
def documents() -> dict[str, Document]:
    document = Document(
        "news/a.txt", TEXT, "A title", "The <b>Daily</b>", "https://example.org/a?b=1&c=2", date(2023, 5, 24), "metadata"
    )
    return {document.id: document}


@pytest.fixture(scope="session")
def run() -> list[Event]:
    """Exact, month-wide, open, deadline, denied and undated events, with cells that are hostile to some format."""
    at = TEXT.index
    fine = EventDate(
        date(2023, 5, 3), date(2023, 5, 3), "day", "2023-05-03", "occurred", "explicit", "3 May 2023", at("3 May"), at("3 May") + 10
    )
    actors = (
        ActorRole("Ravalia", "authority", kind="authority", start=at("Ravalia"), end=at("Ravalia") + 7, words="Ravalia"),
        ActorRole("Orinoco", "target", "orinoco", "company", at("Orinoco"), at("Orinoco") + 7, "Orinoco"),
    )
    france = CodedJurisdiction("FR", at("Ravalia"), at("Ravalia") + 7, "Ravalia", "r")
    montana = CodedJurisdiction("US-MT", at("Montana"), at("Montana") + 7, "Montana", "r")
    amount = Amount(at("€5"), at("€5") + 10, "€5 million", 5_000_000.0, "EUR")
    act = Instrument(at("Data Act"), at("Data Act") + 8, "Data Act", "Data Act", "law")
    signing = EventDate(None, date(2023, 5, 24), "open", "../2023-05-24", basis="bounded", reason="told as past")
    due = EventDate(None, date(2024, 6, 30), "open", "../2024-06-30", "deadline", "explicit", "30 June 2024", at("30 June"), at("30 June") + 12)
    may = EventDate(date(2024, 5, 1), date(2024, 5, 31), "month", "2024-05", "expected", "explicit")
    return [
        _event(1, "fine", "fined", fine, title="=Ravalia fines Orinoco | <script>alert(1)</script>", actors=actors,
               jurisdictions=(france,), amount=amount, instrument=act, confidence=0.9, conflicts=("amount: 5m, 6m",)),
        _event(2, "law_enacted", "signed", signing, title="-- Montana's governor signs\u001b[31m SB 9", jurisdictions=(montana,)),
        _event(3, "rule_proposed", "Comments", due, factuality="scheduled", title="Comments are due"),
        _event(4, "hearing", "hearing", may, factuality="denied", title="Hearing on SB 9"),
        _event(5, "statement", "said", EventDate(), title="The court comments, “déjà vu” \N{SNOWMAN}", confidence=1.0),
    ]  # fmt: skip


@pytest.fixture
def events(run, documents):
    from timeline.table import to_table

    return to_table(run, documents)


@pytest.fixture
def evidence(run, documents):
    from timeline.table import evidence_table

    return evidence_table(run, documents)
