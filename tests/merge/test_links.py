"""Minimal pairs for the link to the catalogue: the event that is meant, and the ones that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.merge import support
from timeline.merge import link_reference, load_catalogue, merge_events

GROUPS = yaml.safe_load((Path(__file__).parents[1] / "corpora/links.yml").read_text(encoding="utf-8"))
CASES = [(group["pair"], case) for group in GROUPS for case in group["cases"]]


def test_there_are_enough_pairs():
    assert len(CASES) >= 60
    assert sum(not case["links"] for _, case in CASES) >= 30


@pytest.mark.parametrize(("pair", "case"), CASES, ids=lambda v: v if isinstance(v, str) else v["text"][:60])
def test_link(pair, case):
    record = {"id": "d", "text": case["text"], "published": case["told"].get("published"), "events": [case["told"]]}
    documents = {"d": support.document(record)}
    (event,) = link_reference(merge_events(support.events(record)), load_catalogue(), documents)
    assert event.reference_id == case["links"]
    if not case["links"]:
        assert event.date.basis != "reference"
    elif "date" not in case["told"]:
        assert event.date.basis == "reference"
        assert case["links"] in event.date.reason
        assert event.date.first is not None
