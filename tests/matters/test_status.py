"""Where a measure stands on a day: real laws replayed, and one invented measure for each rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.merge import support
from timeline.errors import ArgumentError
from timeline.matters import matters, status
from timeline.model import CodedJurisdiction, Event, EventMention, Mention

CORPORA = Path(__file__).parents[1] / "corpora"
REPLAYS = [yaml.safe_load((CORPORA / f"status_{n}.yml").read_text()) for n in ("montana_sb419", "pafaca", "dsa")]
MOVES = yaml.safe_load((CORPORA / "status_moves.yml").read_text())


def make_event(number: int, item: dict, codes: list[str]) -> Event:
    """An event that one document tells, ``about`` a second instrument where the item says so."""
    day = support.days(str(item["date"]))
    date_ = support.event_date({"date": item["date"]}, None)
    trigger = EventMention(0, 4, 0, 9, number, item["type"], item.get("factuality", "actual"))
    places = tuple(CodedJurisdiction(code) for code in codes)
    base = Mention("d", trigger, date_, jurisdictions=places, instrument=support.instrument(item["instrument"]))
    base = replace(base, sentence=item["title"], title=item["title"])
    about = [replace(base, instrument=support.instrument(item["about"]))] if "about" in item else []
    assert day[0] <= day[1]
    told = (item["title"], item["type"], trigger.factuality, date_)
    return Event(f"e{number}", *told, (base, *about), (), places, base.instrument)


def replayed(record):
    return [make_event(n, item, record["codes"]) for n, item in enumerate(record["events"])]


@pytest.mark.parametrize(
    ("record", "check"),
    [(r, c) for r in REPLAYS for c in r["checks"]],
    ids=lambda v: str(v.get("as_of") or v["matter"][:12]),
)
def test_replay_of_a_law(record, check):
    found = status(replayed(record), record["matter"], check["as_of"])
    measure = found.tracks[0]
    assert (measure.track, measure.status) == ("measure", check["status"])
    assert not found.issues
    if "cites" in check:
        assert measure.event_id == next(e.id for e in replayed(record) if e.title == check["cites"])
    if "label" in check:
        assert measure.label == check["label"]


@pytest.mark.parametrize(
    ("record", "check"),
    [(r, c) for r in REPLAYS for c in r.get("cases", ())],
    ids=lambda v: str(v.get("as_of") or v["matter"][:12]),
)
def test_replay_of_a_case(record, check):
    tracks = status(replayed(record), record["matter"], check["as_of"]).tracks
    assert {t.name: t.status for t in tracks if t.track == "case"}[check["name"]] == check["status"]


@pytest.mark.parametrize("record", MOVES, ids=lambda r: r["name"])
def test_moves(record):
    items = [dict(zip(("type", "date", "title", "factuality"), row, strict=False)) for row in record["events"]]
    events = [make_event(n, {**item, "instrument": ["HB 1", "bill"]}, ["US-TX"]) for n, item in enumerate(items)]
    for day, expected in record["checks"]:
        found = status(events, "HB 1", day)
        assert (day, found.tracks[0].status) == (day, expected)
    messages = [issue.message for issue in found.issues]
    assert [record["reports"] in m for m in messages] == ([True] if "reports" in record else [])


def test_one_bill_number_in_two_states_is_two_matters():
    item = {"type": "law_enacted", "date": date(2023, 5, 17), "title": "Signed", "instrument": ["SB 419", "bill"]}
    told = [make_event(0, item, ["US-MT"]), replace(make_event(1, item, ["US-OR"]), id="e9")]
    assert [m.id for m in matters(told)] == ["US-MT/sb419", "US-OR/sb419"]
    with pytest.raises(ArgumentError, match="US-MT/sb419, US-OR/sb419"):
        status(told, "SB 419", date(2023, 6, 1))


def test_a_matter_holds_its_cases_in_order_of_time():
    (matter,) = matters(replayed(REPLAYS[0]))
    assert matter.id == "US-MT/sb419"
    assert matter.instruments == ("SB 419", "Alario v. Knudsen", "TikTok Inc. v. Knudsen")
    assert [e.date.first for e in matter.events] == sorted(e.date.first for e in matter.events)


@pytest.mark.parametrize(("begun", "tracks"), [(False, ["measure"]), (True, ["measure", "case"])])
def test_a_ruling_in_nobodys_case_is_no_case(begun, tracks):
    """A sentence on a ruling that names neither case nor parties says what became of the law, if anything."""
    bill = ["SB 12", "bill"]
    events = [
        {"type": "law_enacted", "title": "Governor signs SB 12", "date": "2023-05-01", "instrument": bill},
        {"type": "court_ruling", "title": "Court rules on SB 12", "date": "2023-06-01", "instrument": bill},
    ]
    suit = {"type": "lawsuit", "title": "Shops sue over SB 12", "date": "2023-05-09", "instrument": bill}
    record = {"codes": ["US-OR"], "events": [*events, *([suit] if begun else [])]}
    assert [t.track for t in status(replayed(record), "SB 12", date(2023, 7, 1)).tracks] == tracks
