"""The seed article end to end: every event of it on the timeline, with honest bounds, evidence and codes (seed.yml)."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from timeline.documents import read_text
from timeline.knowledge import bundled
from timeline.model import Event
from timeline.pipeline import build_events
from timeline.table import evidence_table, to_table

GOLDEN = yaml.safe_load((Path(__file__).parent / "seed.yml").read_text(encoding="utf-8"))
TEXT = (bundled("seeds") / "tiktok-oracle-partnership.txt").read_text(encoding="utf-8")
PUBLISHED = date(2023, 5, 24)


@cache
def run(published: date | None, reference: bool):
    return build_events([read_text(TEXT, published=published)], reference=reference)


def event_at(words: str, published: date | None = None, reference: bool = False, types: tuple[str, ...] = ()) -> Event:
    """The event that has a mention within ``words``, of one of ``types`` where given."""
    start = TEXT.index(words)
    end = start + len(words)
    found = [
        e
        for e in run(published, reference).events
        if any(start <= m.event.start < end for m in e.mentions) and (not types or e.event_type in types)
    ]
    assert found, f"no event in {words!r}"
    return found[0]


@pytest.mark.parametrize("reference", [False, True], ids=["text alone", "with the catalogue"])
@pytest.mark.parametrize("row", GOLDEN["rows"], ids=lambda row: row["words"][:40])
def test_every_event_of_the_article_is_a_row(row, reference):
    event = event_at(row["words"], reference=reference, types=tuple(row["types"]))
    assert set(row["jurisdictions"]) <= {j.code for j in event.jurisdictions}
    assert set(row.get("actors", [])) <= {a.name for a in event.actors}
    assert event.factuality == row.get("factuality", event.factuality)
    assert event.date.role == row.get("role", event.date.role)


@pytest.mark.parametrize("row", GOLDEN["rows"], ids=lambda row: row["words"][:40])
def test_the_text_alone_gives_no_event_a_day(row):
    undated = event_at(row["words"], types=tuple(row["types"])).date
    assert undated.basis in {"bounded", "unknown"}
    assert undated.first is None or undated.first != undated.last
    dated = event_at(row["words"], published=PUBLISHED, types=tuple(row["types"])).date
    if "published_2023_05_24" in row:
        assert ([dated.first, dated.last], dated.basis) == (row["published_2023_05_24"], "relative")
    else:
        assert dated.basis == "bounded"
        assert dated.first != dated.last
        assert dated.last is None or dated.last <= PUBLISHED


@pytest.mark.parametrize("row", [r for r in GOLDEN["rows"] if "known" in r], ids=lambda row: row["words"][:40])
def test_the_catalogue_dates_what_it_knows_and_is_named(row):
    day = event_at(row["words"], reference=True, types=tuple(row["types"])).date
    assert (day.first, day.last, day.basis) == (row["known"], row["known"], "reference")
    assert "https://" in day.reason


def test_the_two_suits_are_two_events():
    creators, company = (r["words"] for r in GOLDEN["rows"] if r["types"] == ["lawsuit"])
    assert event_at(creators).id != event_at(company).id


@pytest.mark.parametrize("words", GOLDEN["never_actual"])
def test_what_is_only_expected_is_never_told_as_a_fact(words):
    start, end = TEXT.index(words), TEXT.index(words) + len(words)
    told = [e for e in run(None, False).events if any(start <= m.event.start < end for m in e.mentions)]
    assert all(e.factuality == "hypothetical" for e in told)


@pytest.mark.parametrize("words", GOLDEN["nothing"])
def test_business_is_no_event(words):
    start, end = TEXT.index(words), TEXT.index(words) + len(words)
    assert not [m.event for e in run(None, True).events for m in e.mentions if start <= m.event.start < end]


def test_the_publication_date_is_bounded_by_what_the_text_tells_and_said_to_be_so():
    issues = [i.message for i in run(None, True).issues]
    assert any("not known" in m and "not before 2023-05-2" in m for m in issues), issues


def test_all_evidence_points_at_its_words():
    found = run(None, True)
    table = evidence_table(found.events, found.documents)
    assert len(table) > len(to_table(found.events, found.documents))
    for row in table.itertuples():
        assert TEXT[row.start : row.end] == row.words
