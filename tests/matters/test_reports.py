"""Where a law stands by what reports say of it: steps under many names, misreadings, days moved, no later news."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.merge import support
from timeline.matters import status
from timeline.merge import merge_events

LAWS = yaml.safe_load((Path(__file__).parents[1] / "corpora/status_reports.yml").read_text(encoding="utf-8"))
DAYS = [pytest.param(law, day, id=f"{law['matter']} {day['as_of']}") for law in LAWS for day in law["days"]]


def told(law):
    documents = {r["id"]: support.document(r) for r in law["documents"]}
    return merge_events([e for r in law["documents"] for e in support.events(r)], documents), documents


@pytest.mark.parametrize(("law", "day"), DAYS)
def test_status_on_a_day(law, day):
    events, documents = told(law)
    found = status(events, law["matter"], day["as_of"], documents)
    measure, *others = found.tracks
    assert measure.label == day["label"]
    if "told" in day:
        assert day["told"] in {m.document_id for e in events if e.id == measure.event_id for m in e.mentions}
    assert day.get("cases", {}).items() <= {t.name: t.label for t in others}.items()
    assert not found.issues


def reported(param) -> bool:
    law, day = param.values
    return day["as_of"] >= law["documents"][0]["published"]


@pytest.mark.parametrize(("law", "day"), [day for day in DAYS if reported(day)])
def test_later_news_changes_nothing(law, day):
    """What is known on a day is the same without the reports of events after it."""
    events, documents = told(law)
    early = {key: d for key, d in documents.items() if d.published <= day["as_of"]}
    kept = [r for r in law["documents"] if r["id"] in early]
    alone = merge_events([e for r in kept for e in support.events(r)], early)
    known = {step.event_id for step in status(alone, law["matter"], day["as_of"], early).tracks[0].steps}
    steps = {step.event_id for step in status(events, law["matter"], day["as_of"], documents).tracks[0].steps}
    assert known <= steps
