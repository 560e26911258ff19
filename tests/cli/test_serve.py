"""What the dashboard calls when someone drops a file or pastes a text."""

from datetime import date

import pytest

from timeline.cli.serve import adder
from timeline.documents import read_text
from timeline.pipeline import build_events

PASTED = "The FTC sued Acme Corp. on Monday."


@pytest.fixture
def add():
    known = read_text("The governor of Montana signed the bill on 17 May 2023.", id="known.txt")
    return adder({known.id: known}, lambda documents: build_events(documents, reference=False))


def test_pasted_text_joins_what_is_known(add):
    steps: list[tuple[int, int]] = []
    events, evidence, documents, issues = add(
        [("pasted text (2023-05-24).txt", PASTED)], progress=lambda done, total: steps.append((done, total))
    )
    assert set(documents) == {"known.txt", "pasted text (2023-05-24).txt"}
    assert documents["pasted text (2023-05-24).txt"].published == date(2023, 5, 24)
    assert {"lawsuit", "law_enacted"} <= set(events["event_type"])
    assert "2023-05-22" in set(events["edtf"])
    assert set(evidence["document_id"]) == set(documents)
    assert steps == [(0, 2), (1, 2)]
    assert issues == []


def test_visitors_do_not_read_each_others_texts(add):
    add([("pasted text.txt", PASTED)], progress=lambda done, total: None)
    other = add.for_visitor()
    documents = other([("mine.txt", "The court fined Orinoco on 3 May 2023.")], progress=lambda done, total: None)[2]
    assert set(documents) == {"known.txt", "mine.txt"}


def test_two_pasted_texts_stay_apart(add):
    for text in (PASTED, "The court fined Orinoco on 3 May 2023.", PASTED):
        documents = add([("pasted text.txt", text)], progress=lambda done, total: None)[2]
    assert set(documents) == {"known.txt", "pasted text.txt", "pasted text.txt #2"}


def test_what_cannot_be_read_is_an_issue(add):
    *_, documents, issues = add([("photo.jpg", bytes(range(256)) * 9)], progress=lambda done, total: None)
    assert set(documents) == {"known.txt"}
    assert "photo.jpg" in issues[0].message


def test_asking_to_stop_stops(add):
    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        add([("a.txt", PASTED)], progress=stop)
