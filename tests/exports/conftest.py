"""A small run written by hand: every kind of date, factuality and cell that an export must carry."""

from __future__ import annotations

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
    _, start, end = _words(words)
    factuality = fields.pop("factuality", "actual")
    trigger = EventMention(start, end, start, end, 0, event_type, factuality, "past", rule_ids=("rule-x",))
    of_mention = {key: fields[key] for key in ("actors", "jurisdictions", "instrument", "amount") if key in fields}
    mention = Mention("news/a.txt", trigger, day, sentence=TEXT, **of_mention)
    title = fields.pop("title", f"Event {number}")
    return Event(f"ev-{number:04}", title, event_type, factuality, day, (mention,), rule_ids=("rule-x",), **fields)


def _words(words: str) -> tuple[str, int, int]:
    return words, TEXT.index(words), TEXT.index(words) + len(words)


def _place(words: str) -> dict:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words), "words": words}


@pytest.fixture(scope="session")
def documents() -> dict[str, Document]:
    document = Document(
        "news/a.txt",
        TEXT,
        "A title",
        "The <b>Daily</b>",
        "https://example.org/a?b=1&c=2",
        date(2023, 5, 24),
        "metadata",
    )
    return {document.id: document}


@pytest.fixture(scope="session")
def run() -> list[Event]:
    """Exact, month-wide, open, deadline, denied and undated events, with cells that are hostile to some format."""
    may_third = date(2023, 5, 3)
    fine = EventDate(may_third, may_third, "day", "2023-05-03", "occurred", "explicit", *_words("3 May 2023"))
    actors = (
        ActorRole("Ravalia", "authority", kind="authority", **_place("Ravalia")),
        ActorRole("Orinoco", "target", "orinoco", "company", **_place("Orinoco")),
    )
    france = CodedJurisdiction("FR", **_place("Ravalia"), rule_id="r")
    montana = CodedJurisdiction("US-MT", **_place("Montana"), rule_id="r")
    euros, act_words = _words("€5 million"), _words("Data Act")
    amount = Amount(euros[1], euros[2], euros[0], 5_000_000.0, "EUR")
    act = Instrument(act_words[1], act_words[2], "Data Act", "Data Act", "law")
    signing = EventDate(None, date(2023, 5, 24), "open", "../2023-05-24", basis="bounded", reason="told as past")
    end_of_june = date(2024, 6, 30)
    due = EventDate(None, end_of_june, "open", "../2024-06-30", "deadline", "explicit", *_words("30 June 2024"))
    may = EventDate(date(2024, 5, 1), date(2024, 5, 31), "month", "2024-05", "expected", "explicit")
    return [
        _event(1, "fine", "fined", fine, title="=Ravalia fines Orinoco | <script>alert(1)</script>", actors=actors,
               jurisdictions=(france,), amount=amount, instrument=act, confidence=0.9, conflicts=("amount: 5m, 6m",)),
        _event(2, "law_enacted", "signed", signing, title="-- Montana's governor signs\u001b[31m SB 9",
               jurisdictions=(montana,)),
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
