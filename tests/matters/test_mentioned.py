"""With the catalogue, one article that only mentions a law is enough to say where the law stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from timeline.errors import ArgumentError
from timeline.knowledge import read_csv
from timeline.matters import status, whats_next
from timeline.matters.catalogue import with_catalogue
from timeline.matters.names import measures_named
from timeline.merge import load_catalogue
from timeline.merge.link import record_instrument
from timeline.model import Document, Event, EventDate

LAWS = yaml.safe_load((Path(__file__).parents[1] / "corpora/status_mentioned.yml").read_text(encoding="utf-8"))
ALL = load_catalogue()
PAFACA = "Protecting Americans from Foreign Adversary Controlled Applications Act"
DAYS = [pytest.param(law, day, id=f"{law['law'][:12]} {day['as_of']}") for law in LAWS for day in law["days"]]
NAMES = [pytest.param(law["matter"], name, id=name[:40]) for law in LAWS for name in (law["law"], *law["also_called"])]


@pytest.fixture(scope="module")
def whole():
    return with_catalogue((), ALL)


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
    told = with_catalogue((), ALL, [article])
    found = whats_next(told.events, day["as_of"], {"article": article}, told.fixed)
    lines = [f"{i.first} {i.kind} {i.certainty}".removesuffix(" scheduled") for i in found]
    assert lines == day["next"]


@pytest.mark.parametrize(("matter", "name"), NAMES)
def test_every_name_finds_the_law(whole, matter, name):
    assert status(whole.events, name, date(2025, 1, 1)).matter_id == matter


def test_a_text_that_names_no_law_brings_no_milestones():
    assert with_catalogue((), ALL, [Document("d", "TikTok opened an office in Montana.")]).events == ()


def test_a_text_takes_the_place_of_its_milestone():
    record = "tiktok-us-mt-sb419-signed"
    told = with_catalogue([Event("e1", "Signed", "law_enacted", "actual", EventDate(), (), reference_id=record)], ALL)
    assert record not in {e.id for e in told.events}


@pytest.mark.parametrize(
    ("record", "came"), [("tiktok-us-pafaca-effective", "actual"), ("tiktok-us-mt-ban-start", "scheduled")]
)
@pytest.mark.parametrize("told", ["actual", "scheduled"])
def test_the_catalogue_says_whether_a_start_came(record, came, told):
    law = record_instrument(next(r for r in ALL if r.id == record))
    start = Event("e1", "Law starts", "in_force", told, EventDate(), (), instrument=law, reference_id=record)
    assert [e.factuality for e in with_catalogue([start], ()).events] == [came]


@pytest.mark.parametrize(
    ("first", "last", "precision", "day"),
    [
        (date(2023, 5, 15), date(2023, 5, 21), "week", date(2023, 5, 17)),
        (date(2023, 5, 1), date(2023, 5, 14), "part", date(2023, 5, 14)),  # a text that contradicts keeps its word
        (date(2023, 5, 18), date(2023, 5, 18), "day", date(2023, 5, 18)),
    ],
)
def test_about_when_is_the_catalogues_day(first, last, precision, day):
    when = EventDate(first, last, precision, basis="relative")
    record = next(r for r in ALL if r.id == "tiktok-us-mt-creators-suit")
    suit = Event("e1", "", "lawsuit", "actual", when, (), instrument=record_instrument(record), reference_id=record.id)
    (found,) = with_catalogue([suit], [record]).events
    assert found.date.last == day


def test_a_law_applied_in_several_countries_is_that_of_its_own(whole):
    assert status(whole.events, "GDPR", date(2025, 1, 1)).matter_id == "EU/eureg2016679"
    assert status(whole.events, "IE/eureg2016679", date(2025, 1, 1)).matter_id == "IE/eureg2016679"


def test_no_law_of_that_name(whole):
    with pytest.raises(ArgumentError, match="No matter is called"):
        status(whole.events, "SB 99999", date(2025, 1, 1))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ohio's SB 5 passed.", ["SB 5"]),
        ("A judge froze Montana’s ban on TikTok.", ["SB 419"]),
        (
            "The sell-or-ban law, H.R. 7521, divides the Senate.",
            [PAFACA],
        ),
        ("The DSA and the DMA differ.", ["Digital Services Act", "Digital Markets Act"]),
        ("A ban on TikTok is debated in Utah.", []),
        ("TikTok Inc. v. Garland was argued.", []),
    ],
)
def test_measures_that_a_text_names(words, names):
    assert [i.name for i in measures_named(words)] == names


def test_every_start_names_records_of_the_catalogue():
    ids = {r.id for r in ALL} | {""}
    rows = list(read_csv("matters/starts.csv"))
    assert {row["id"] for row in rows} | {row["fixed_by"] for row in rows} <= ids
    assert {row["came"] for row in rows} == {"yes", "no"}
