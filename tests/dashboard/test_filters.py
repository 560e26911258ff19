"""What a filter lets through, checked against the plain reading of the table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.synthetic import PLACES, VERBS, make_synthetic
from timeline.dashboard.dataset import Dataset, make_dataset
from timeline.dashboard.filters import Filters, contains, partial_date, read_filters
from timeline.dashboard.selection import Workspace
from timeline.dashboard.wordindex import WordIndex

Make = Callable[..., Dataset]
_TABLE = make_synthetic(400)
_DATA = make_dataset(_TABLE.events, _TABLE.evidence, _TABLE.documents)
_WORKSPACE = Workspace(_DATA)


def _found(data: Dataset, asked: dict[str, Any]) -> list[str]:
    selection = Workspace(data).select(read_filters(asked))
    return data.events["event_id"].iloc[selection.rows].tolist()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (["US"], ["e0", "e1"]),
        (["US-MT"], ["e1"]),
        (["=US"], ["e0"]),
        (["EU"], ["e2", "e3", "e4"]),
        (["=EU"], ["e2", "e4"]),
        (["FR"], ["e3", "e4"]),
        (["DE"], []),
        (["GB", "US-MT"], ["e1", "e5"]),
        (["nowhere"], []),
    ],
)
def test_jurisdictions_roll_up(make: Make, asked: list[str], expected: list[str]) -> None:
    codes = [["US"], ["US-MT"], ["EU"], ["FR"], ["EU", "FR"], ["GB"]]
    data = make(
        *({"jurisdictions": c, "date_start": f"202{i}-01-01", "date_end": f"202{i}-01-01"} for i, c in enumerate(codes))
    )
    assert _found(data, {"j": asked}) == expected


def test_acts_of_the_union_count_for_a_member_when_asked(make: Make) -> None:
    data = make({"jurisdictions": ["EU"]}, {"jurisdictions": ["FR"]}, {"jurisdictions": ["GB"]})
    assert set(_found(data, {"j": ["FR"]})) == {"e1"}
    assert set(_found(data, {"j": ["FR"], "eu": True})) == {"e0", "e1"}
    assert set(_found(data, {"j": ["GB"], "eu": True})) == {"e2"}
    counts = Workspace(data).select(read_filters({"eu": True})).place_counts()
    assert (counts["FR"], counts["EU"], counts["GB"]) == (2, 2, 1)


@pytest.mark.parametrize(
    ("start", "end", "possibly", "surely"),
    [
        ("2023-05-10", "2023-05-10", True, True),
        ("2023-05-01", "2023-05-31", True, True),
        ("2023-04-01", "2023-05-01", True, False),
        ("2023-01-01", "2023-12-31", True, False),
        ("2023-06-01", "2023-06-01", False, False),
        (None, "2023-05-10", True, False),
        (None, "2023-04-30", False, False),
        ("2023-05-10", None, True, False),
        ("2023-06-01", None, False, False),
        (None, None, False, False),
    ],
)
def test_period_surely_and_possibly(
    make: Make, start: str | None, end: str | None, possibly: bool, surely: bool
) -> None:
    data = make({"date_start": start, "date_end": end})
    assert bool(_found(data, {"from": "2023-05", "to": "2023-05"})) == possibly
    assert bool(_found(data, {"from": "2023-05", "to": "2023-05", "sure": True})) == surely


_PIECES = ["app", "store", "apps", "Straße", "İzmir", "fine", "re-fined", "(no)", "§ 5", "%", "\u00a0", "\n"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(_PIECES), max_size=5).map(" ".join), min_size=1, max_size=6),
    st.lists(st.sampled_from([*_PIECES, "stor", '"app store"', '"fine re"', '"']), max_size=3).map(" ".join),
)
def test_text_is_found_as_by_reading_it(texts: list[str], query: str) -> None:
    table = make_synthetic(len(texts))
    events = table.events.assign(title=texts)
    data = make_dataset(events, table.evidence, {})
    lowered = data.haystack.to_pylist()
    phrases, rest = query.lower().split('"')[1::2], " ".join(query.lower().split('"')[::2]).split()
    wanted = [all(part in text for part in [*(p.strip() for p in phrases), *rest]) for text in lowered]
    assert contains(data, query.lower()).tolist() == wanted


def test_word_index_holds_more_rows_than_one_part_can() -> None:
    texts = [f"w{number % 900} x{number}" for number in range(70_000)]
    index = WordIndex(pa.chunked_array([texts], pa.large_string()))
    for word in ("w7", "x69999", "9", "zebra"):
        assert np.flatnonzero(index.find(word)).tolist() == [i for i, text in enumerate(texts) if word in text]


def test_text_needs_every_word_and_takes_quotes_together(make: Make) -> None:
    data = make({"title": "Court fines the app store"}, {"title": "Store opens, court silent on app"})
    assert set(_found(data, {"q": "COURT store app"})) == {"e0", "e1"}
    assert _found(data, {"q": '"app store"'}) == ["e0"]
    assert _found(data, {"q": ".*"}) == []


@pytest.mark.parametrize(
    ("actors", "roles", "expected"),
    [
        (["Norvane"], [], ["e0", "e1", "e2"]),
        (["Norvane"], ["defendant"], ["e0"]),
        (["Norvane"], ["plaintiff"], ["e1"]),
        (["Norvane"], ["plaintiff", "defendant"], ["e0", "e1"]),
        (["Norvane", "Quillmark"], ["defendant"], ["e0", "e1"]),
        ([], ["defendant"], ["e0", "e1"]),
        ([], ["speaker"], ["e2"]),
        (["Quillmark"], ["speaker"], []),
        (["Norvane"], ["judge"], []),
        (["nobody"], ["defendant"], []),
    ],
)
def test_role_is_asked_of_the_chosen_actor(
    make: Make, actors: list[str], roles: list[str], expected: list[str]
) -> None:
    casts = [
        {"Quillmark": "plaintiff", "Norvane": "defendant"},
        {"Norvane": "plaintiff", "Quillmark": "defendant"},
        {"Norvane": "speaker", "Quillmark": "target"},
    ]
    data = make(
        *(
            {"actors": list(cast), "actor_roles": [{"name": n, "role": r} for n, r in cast.items()]}
            | {"date_start": f"202{i}-01-01", "date_end": f"202{i}-01-01"}
            for i, cast in enumerate(casts)
        )
    )
    assert _found(data, {"a": actors, "r": roles}) == expected


choices = st.fixed_dictionaries(
    {},
    optional={
        "a": st.lists(st.sampled_from(["Norvane", "European Commission", "Quillmark"]), max_size=2),
        "r": st.lists(st.sampled_from(["authority", "target", "plaintiff", "defendant"]), max_size=2),
        "j": st.lists(st.sampled_from([p[0] for p in PLACES]), max_size=3),
        "t": st.lists(st.sampled_from(list(VERBS)), max_size=3),
        "f": st.lists(st.sampled_from(["actual", "scheduled", "denied"]), max_size=2),
        "s": st.lists(st.sampled_from(["machine", "reviewed"]), max_size=1),
        "from": st.sampled_from(["", "2021", "2024-03"]),
        "q": st.sampled_from(["", "fined", "data"]),
    },
)


@settings(max_examples=60, deadline=None)
@given(choices)
def test_a_choice_leaves_as_many_events_as_its_count_said(asked: dict[str, Any]) -> None:
    selection = _WORKSPACE.select(read_filters(asked))
    for facet, key in (("type", "t"), ("factuality", "f"), ("status", "s"), ("actor", "a"), ("role", "r")):
        for value, number in selection.counts(facet).items():
            assert _WORKSPACE.select(read_filters({**asked, key: [value]})).total == number
    for code, number in selection.place_counts().items():
        assert _WORKSPACE.select(read_filters({**asked, "j": [code]})).total == number


@given(
    st.dictionaries(
        st.text(max_size=5), st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.integers())
    )
)
def test_any_address_is_read_without_an_error(value: dict[str, Any]) -> None:
    assert isinstance(read_filters(value), Filters)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023-05-24", date(2023, 5, 24), date(2023, 5, 24)),
    ],
)
def test_partial_dates(text: str, first: date, last: date) -> None:
    assert partial_date(text) == (first, last)


@pytest.mark.parametrize("text", ["", "23", "2023-13", "2023-02-30", "May 2023", "2023-5-1-1", "٢٠٢٣", "0000"])
def test_what_is_no_date(text: str) -> None:
    assert partial_date(text) is None
