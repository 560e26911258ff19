"""What is still to come on a day, as far as sources had told by then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.merge import support
from timeline.matters import whats_next
from timeline.merge import merge_events

RECORD = yaml.safe_load((Path(__file__).parents[1] / "corpora/status_upcoming.yml").read_text(encoding="utf-8"))
DOCUMENTS = {r["id"]: support.document(r) for r in RECORD["documents"]}
EVENTS = merge_events([e for r in RECORD["documents"] for e in support.events(r)], DOCUMENTS)


@pytest.mark.parametrize("check", RECORD["checks"], ids=lambda c: str(c["as_of"]))
def test_what_is_still_to_come(check):
    assert [item.kind for item in whats_next(EVENTS, check["as_of"], DOCUMENTS)] == check["next"]


def test_days_ahead_and_certainty():
    first, *_, last = whats_next(EVENTS, date(2024, 5, 2), DOCUMENTS)
    assert (first.days_ahead, first.certainty) == (12, "scheduled")
    assert (last.first, last.days_ahead, last.certainty) == (None, None, "tentative")
