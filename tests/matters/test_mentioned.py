"""With the catalogue, one article that only mentions a law is enough to say where the law stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from timeline.errors import ArgumentError
from timeline.matters import status, whats_next
from timeline.matters.catalogue import with_catalogue
from timeline.merge import load_catalogue
from timeline.model import Document, Event, EventDate

LAWS = yaml.safe_load((Path(__file__).parents[1] / "corpora/status_mentioned.yml").read_text(encoding="utf-8"))
DAYS = [pytest.param(law, day, id=f"{law['law'][:12]} {day['as_of']}") for law in LAWS for day in law["days"]]
NAMES = [pytest.param(law["matter"], name, id=name[:40]) for law in LAWS for name in (law["law"], *law["also_called"])]


@pytest.fixture(scope="module")
def whole():
    return with_catalogue((), load_catalogue())


@pytest.mark.parametrize(("law", "day"), DAYS)
def test_status_on_a_day(whole, law, day):
    found = status(whole.events, law["law"], day["as_of"], {}, whole.fixed)
    measure, *others = found.tracks
    assert (measure.label, measure.event_id) == (day["label"], day.get("cites", ""))
    assert day.get("cases", {}).items() <= {t.name: t.label for t in others}.items()
    assert not found.issues


@pytest.mark.parametrize(("law", "day"), [p for p in DAYS if "next" in p.values[1]])
def test_what_is_next_on_a_day(law, day):
    article = Document("article", law["article"])
    told = with_catalogue((), load_catalogue(), [article])
    found = whats_next(told.events, day["as_of"], {"article": article}, told.fixed)
    lines = [f"{i.first} {i.kind} {i.certainty}".removesuffix(" scheduled") for i in found]
    assert lines == day["next"]


@pytest.mark.parametrize(("matter", "name"), NAMES)
def test_every_name_finds_the_law(whole, matter, name):
    assert status(whole.events, name, date(2025, 1, 1)).matter_id == matter


def test_a_text_that_names_no_law_brings_no_milestones():
    assert with_catalogue((), load_catalogue(), [Document("d", "TikTok opened an office in Montana.")]).events == ()


def test_a_text_takes_the_place_of_its_milestone():
    signing = Event("e1", "Gianforte signs", "law_enacted", "actual", EventDate(), ())
    told = with_catalogue(
        [Event(**{**_fields(signing), "reference_id": "tiktok-us-mt-sb419-signed"})], load_catalogue()
    )
    assert "tiktok-us-mt-sb419-signed" not in {e.id for e in told.events}


def _fields(event: Event) -> dict[str, object]:
    return {name: getattr(event, name) for name in event.__slots__}


def test_no_law_of_that_name(whole):
    with pytest.raises(ArgumentError, match="No matter is called"):
        status(whole.events, "SB 99999", date(2025, 1, 1))
