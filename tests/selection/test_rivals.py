"""What stands beside an event: the surer events of its sentence, of its type and of its group."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.coreference.events import make_event
from timeline.model import Document
from timeline.pipeline import find_mentions
from timeline.selection.rivals import rival_signs


def _events(text: str):
    """Every mention as an event of its own: nothing is joined here."""
    document = Document("d", text, published=date(2024, 6, 3))
    _, mentions = find_mentions(document)
    return [make_event(document, [m]) for m in mentions if m.event.confidence > 0.2]


SUED_AND_FINED = (
    "The ministry fined Harbour Foods 2 million euros on 4 March 2024. On 9 May 2024 the union sued Harbour Foods, and "
    "the minister resigned. A parliamentary committee held a hearing on 12 May 2024."
)


def test_the_surest_event_has_no_rival_and_the_least_sure_sees_all_others():
    events = _events(SUED_AND_FINED)
    assert len(events) >= 4
    chances = [0.9 - number / 10 for number in range(len(events))]
    signs = rival_signs(events, chances)
    assert "surer in all: 0" in signs[0]
    assert not any(name.startswith("beside fine") for name in signs[0])
    assert f"surer in all: {(len(events) - 1) // 2}" in signs[-1]


def test_an_event_in_the_sentence_of_a_surer_one_is_beside_it_and_another_is_not():
    events = _events(SUED_AND_FINED)
    at = {e.event_type: number for number, e in enumerate(events)}
    chances = [0.9 if e.event_type in {"lawsuit", "fine"} else 0.5 for e in events]
    signs = rival_signs(events, chances)
    assert "beside: 1" in signs[at["personnel"]]
    assert "every mention beside" in signs[at["personnel"]]
    assert "beside: 0" in signs[at["hearing"]]


def test_what_is_unlikely_itself_is_no_rival():
    events = _events(SUED_AND_FINED)
    assert all("surer in all: 0" in signs for signs in rival_signs(events, [0.1] * len(events)))


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_the_order_in_which_events_come_changes_nothing(turn: int):
    events = _events(SUED_AND_FINED)
    chances = [0.9 - number / 10 for number in range(len(events))]
    turned, shares = [*events[turn:], *events[:turn]], [*chances[turn:], *chances[:turn]]
    signs = rival_signs(events, chances)
    assert rival_signs(turned, shares) == [*signs[turn:], *signs[:turn]]


def test_two_suits_of_one_day_say_that_they_share_type_and_date():
    events = _events("The union sued Harbour Foods on 9 May 2024. Two farmers sued Mill Lane Bank on 9 May 2024.")
    suits = [e for e in events if e.event_type == "lawsuit"]
    assert len(suits) == 2
    later = rival_signs(suits, [0.9, 0.8])[1]
    assert {"surer of type: 1", "surer of type: dates same", "surer of type: same date"} <= set(later)
