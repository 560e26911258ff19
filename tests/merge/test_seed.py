"""The seed article prints no date; the catalogue and the order of what it tells date it all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.merge import support
from timeline.knowledge import bundled
from timeline.merge import link_reference, load_catalogue, merge_events, publication_bounds, tighten_bounds
from timeline.model import Document
from timeline.pipeline import build_events

RECORD = yaml.safe_load((Path(__file__).parents[1] / "corpora/merge/seed_links.yml").read_text(encoding="utf-8"))
TEXT = (bundled("seeds") / "tiktok-oracle-partnership.txt").read_text(encoding="utf-8")

ARTICLES = yaml.safe_load((Path(__file__).parents[1] / "corpora/merge/seed_articles.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def article():
    record = {"id": "seed", "text": TEXT, "events": RECORD["events"]}
    documents = {"seed": support.document(record)}
    events = link_reference(merge_events(support.events(record)), load_catalogue(), documents)
    return tighten_bounds(events, documents), documents


@pytest.mark.parametrize("item", RECORD["events"], ids=lambda item: item["words"])
def test_every_event_of_the_seed_is_dated(article, item):
    (events, _), _ = article
    found = next(e for e in events if e.mentions[0].event.start == support.place(TEXT, item["words"])[0])
    if "linked" in item:
        assert (found.date.first, found.date.basis) == (item["linked"], "reference")
        assert "catalogue:" in found.date.reason
        assert found.rule_ids[-1] == f"reference.{found.reference_id}"
    else:
        assert found.date.last is not None
        assert found.date.last <= item["until"]
        assert "told as past" in found.date.reason


def test_the_seed_was_published_between_what_it_tells_and_the_start_of_the_ban(article):
    (events, issues), documents = article
    bound = publication_bounds(events, documents)["seed"]
    assert (bound.edtf, bound.basis) == ("[2023-05-22..2023-12-31]", "bounded")
    assert any("day of publication is not known" in issue.message for issue in issues)


@pytest.fixture(scope="module")
def three_articles():
    """The whole pipeline on the seed and two dated articles, without the catalogue."""
    articles = [Document(a["id"], a["text"], published=a["published"]) for a in ARTICLES["documents"]]
    return build_events([Document("seed", TEXT), *articles], reference=False).events


@pytest.mark.parametrize("row", ARTICLES["rows"], ids=lambda row: row["words"])
def test_two_dated_articles_date_the_rows_of_the_seed_without_a_catalogue(three_articles, row):
    start, end = support.place(TEXT, row["words"])
    (found,) = (
        e
        for e in three_articles
        if any(m.document_id == "seed" and m.event.start < end and m.event.end > start for m in e.mentions)
    )
    assert (found.date.first, found.date.last) == (row["first"], row["last"])
    assert (found.date.document_id or found.mentions[0].document_id) == row["article"]
    assert found.reference_id == ""


def test_the_articles_date_and_bound_the_same_rows_as_the_catalogue(three_articles):
    """Also what no source dates: its bounds name their reasons, and are as narrow as they are with the catalogue."""
    articles = [Document(a["id"], a["text"], published=a["published"]) for a in ARTICLES["documents"]]
    linked = build_events([Document("seed", TEXT), *articles]).events

    def rows(events):
        told = [(m.event.start, e) for e in events for m in e.mentions if m.document_id == "seed"]
        return {start: (e.date.first, e.date.last) for start, e in told}

    assert rows(three_articles) == rows(linked)
    told = [e for e in three_articles if any(m.document_id == "seed" for m in e.mentions)]
    open_rows = [e for e in told if e.date.basis == "bounded"]
    assert {e.event_type for e in open_rows} == {"compliance_measure"}
    assert all(e.date.last and "told as past" in e.date.reason for e in open_rows)
