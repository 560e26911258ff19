"""Filters: what they keep, and that they keep whatever may lie in a period."""

from datetime import date

import pytest

from timeline.errors import ArgumentError
from timeline.exports import describe_filter, filter_events

CASES = [
    ({}, "12435"),
    ({"jurisdictions": ["US"]}, "2"),
    ({"jurisdictions": ["us-mt"]}, "2"),
    ({"jurisdictions": ["EU"]}, "1"),
    ({"jurisdictions": ["US-CA"]}, ""),
    ({"jurisdictions": ["US", "FR"]}, "12"),
    ({"actors": ["orino"]}, "1"),
    ({"roles": ["judge"]}, ""),
    ({"actors": ["orino"], "roles": ["target"]}, "1"),
    ({"actors": ["orino"], "roles": ["authority"]}, ""),
    ({"types": ["fine", "hearing"]}, "14"),
    ({"types": ["legislation"]}, "2"),
    ({"factuality": ["denied"]}, "4"),
    ({"text": "governor"}, "12435"),
    ({"text": "montana's"}, "2"),
    ({"since": date(2024, 1, 1)}, "43"),
    ({"until": date(2023, 5, 1)}, "23"),
    ({"since": date(2024, 5, 15)}, "43"),
    ({"since": date(2024, 5, 15), "surely": True}, ""),
    ({"since": date(2024, 4, 15), "surely": True}, "4"),
    ({"until": date(2023, 5, 24), "surely": True}, "12"),
    ({"types": ["fine"], "jurisdictions": ["US"]}, ""),
]


@pytest.mark.parametrize(("conditions", "kept"), CASES, ids=[describe_filter(**case) or "none" for case, _ in CASES])
def test_filter(events, conditions, kept):
    assert [event[-1] for event in filter_events(events, **conditions)["event_id"]] == list(kept)


def test_unknown_types_and_codes_are_told(events):
    with pytest.raises(ArgumentError, match="'fines' is no event type"):
        filter_events(events, types=["fines"])
    with pytest.raises(ArgumentError, match="'victim' is no role"):
        filter_events(events, roles=["victim"])
    with pytest.raises(ArgumentError, match="'XX' is no jurisdiction"):
        filter_events(events, jurisdictions=["xx"])
