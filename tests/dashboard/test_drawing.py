"""What is drawn: nothing overlaps, nothing is lost, uncertainty shows."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.synthetic import make_synthetic
from timeline.dashboard.dataset import Dataset, make_dataset
from timeline.dashboard.density import bin_edges, count_cells
from timeline.dashboard.figures import make_figure
from timeline.dashboard.filters import Filters, read_filters
from timeline.dashboard.lanes import LANE_KINDS, assign_lanes
from timeline.dashboard.packing import LABEL_SIZE, Item, place_labels, place_marks
from timeline.dashboard.screen import Screen
from timeline.dashboard.selection import Selection, Workspace
from timeline.dashboard.textwidth import text_width
from timeline.dashboard.window import Window, read_window

Make = Callable[..., Dataset]


def _all(data: Dataset) -> Selection:
    return Workspace(data).select(Filters())


def _meta(selection: Selection, scene: dict[str, Any] | None = None, screen: Screen | None = None) -> dict[str, Any]:
    figure = make_figure(selection, scene or {}, screen or Screen())
    json.dumps(figure)  # what cannot be sent is found here
    meta: dict[str, Any] = figure["layout"]["meta"]
    return meta


items = st.lists(
    st.builds(
        lambda lane, left, size, title: Item(
            0, lane, left, min(left + size, 900.0), (left + min(left + size, 900.0)) / 2, title
        ),
        st.integers(0, 2),
        st.floats(0, 899),
        st.sampled_from([0.0, 0.0, 30.0, 500.0]),
        st.sampled_from(
            ["A", "A headline of usual length", "A headline that goes on and on until it has to be cut somewhere " * 3]
        ),
    ),
    max_size=40,
)


@settings(max_examples=80, deadline=None)
@given(items)
def test_labels_touch_neither_each_other_nor_the_edges(given_items: list[Item]) -> None:
    boxes: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for place in place_labels(given_items, 900.0):
        right = place.label_left + text_width(place.label, LABEL_SIZE)
        assert place.label_left >= -0.01
        assert right <= 900.01
        boxes.setdefault((place.item.lane, place.line), []).append((place.label_left, right))
    for line in boxes.values():
        line.sort()
        assert all(a[1] < b[0] for a, b in pairwise(line))


@settings(max_examples=80, deadline=None)
@given(items)
def test_marks_never_hide_each_other(given_items: list[Item]) -> None:
    places = place_marks(given_items, 900.0)
    assert len(places) == len(given_items)
    seen: dict[tuple[int, int], list[float]] = {}
    for place in places:
        seen.setdefault((place.item.lane, place.line), []).append(place.item.mark)
    for marks in seen.values():
        marks.sort()
        assert all(b - a >= 12 for a, b in pairwise(marks))


@pytest.mark.parametrize(
    ("rows", "mode"), [(10, {"labels"}), (300, {"mixed", "marks"}), (5000, {"cells"})], ids=["few", "some", "many"]
)
def test_what_fits_decides_how_events_are_drawn(rows: int, mode: set[str]) -> None:
    table = make_synthetic(rows, sources=False)
    assert _meta(_all(make_dataset(table.events, table.evidence, {})))["mode"] in mode


@pytest.mark.parametrize("kind", LANE_KINDS)
def test_every_event_in_view_is_a_mark_or_in_a_cell(events: Dataset, kind: str) -> None:
    selection = _all(events)
    meta = _meta(selection, {"lanes": kind})
    lanes = assign_lanes(selection, kind)  # type: ignore[arg-type]  # parametrize gives plain strings
    drawn = len(meta["items"]) + round(
        sum(
            count_cells(events, lanes, Window(*meta["window"]), Screen().plot_width).weight[lane["index"]].sum()
            for lane in meta["lanes"]
            if lane["cells"]
        )
    )
    assert drawn == pytest.approx(int(events.drawable[lanes.rows].sum()), abs=2)


def test_an_event_stands_in_each_of_its_lanes(make: Make) -> None:
    day = {"date_start": "2023-05-01", "date_end": "2023-05-01"}
    data = make({"jurisdictions": ["EU", "IE"], **day}, {"jurisdictions": [], **day})
    lanes = assign_lanes(_all(data), "jurisdiction")
    assert [(lane.label, lane.count) for lane in lanes.lanes] == [
        ("European Union", 1), ("Ireland", 1), ("No jurisdiction named", 1),
    ]  # fmt: skip
    only_ireland = Workspace(data).select(read_filters({"j": ["IE"]}))
    assert [lane.label for lane in assign_lanes(only_ireland, "jurisdiction").lanes] == ["Ireland"]


def test_beyond_the_fullest_lanes_there_is_one_for_the_rest(make: Make) -> None:
    data = make(
        *({"actors": [f"Firm {i}", "Agency"], "date_start": "2023-05-01", "date_end": "2023-05-01"} for i in range(40))
    )
    lanes = assign_lanes(_all(data), "actor", at_most=5)
    assert [lane.label for lane in lanes.lanes] == ["Agency", "Firm 0", "Firm 1", "Firm 10", "Firm 11", "36 more"]
    assert lanes.lanes[-1].count == 36


def _traces(data: Dataset, **scene: Any) -> dict[str, Any]:
    figure = make_figure(_all(data), scene, Screen())
    return {"bands": figure["data"][1], "marks": figure["data"][2], "items": figure["layout"]["meta"]["items"]}


def test_a_known_day_has_a_mark_and_no_band(make: Make) -> None:
    drawn = _traces(make({"date_start": "2023-05-10", "date_end": "2023-05-10"}))
    assert drawn["bands"]["x"] == []
    assert abs(drawn["marks"]["x"][0] / 86_400_000 - 19_487.5) < 0.1


def test_an_unknown_day_has_a_pale_band_over_all_days(make: Make) -> None:
    drawn = _traces(
        make({"date_start": "2023-05-01", "date_end": "2023-05-31", "date_precision": "month"}), w=[19_450, 19_550]
    )
    assert drawn["bands"]["x"] == pytest.approx([31 * 86_400_000], rel=0.01)
    assert drawn["bands"]["marker"]["color"][0].endswith("0.28)")


@pytest.mark.parametrize(("start", "end", "rising"), [(None, "2023-05-31", True), ("2023-05-01", None, False)])
def test_an_open_side_fades(make: Make, start: str | None, end: str | None, rising: bool) -> None:
    colours = _traces(make({"date_start": start, "date_end": end, "date_precision": "open"}))["bands"]["marker"][
        "color"
    ]
    strength = [float(c.rsplit(",", 1)[1].rstrip(")")) for c in colours]
    assert len(strength) > 3
    assert strength == sorted(strength, reverse=not rising)


def test_real_scheduled_and_denied_events_have_marks_of_their_own(make: Make) -> None:
    day = {"date_start": "2023-05-01", "date_end": "2023-05-01"}
    data = make(*({"factuality": f, **day} for f in ("actual", "scheduled", "hypothetical", "denied")))
    assert len(set(_traces(data)["marks"]["marker"]["symbol"])) == 4


def test_titles_are_escaped_for_plotly(make: Make) -> None:
    data = make({"title": "<b>&amp;</b>", "date_start": "2023-05-01", "date_end": "2023-05-01"})
    assert make_figure(_all(data), {}, Screen())["data"][3]["text"] == ["&lt;b&gt;&amp;amp;&lt;/b&gt;"]


@pytest.mark.parametrize(
    ("days", "unit"), [(20, "day"), (150, "day"), (600, "week"), (3000, "month"), (9000, "quarter"), (30_000, "year")]
)
def test_cells_are_calendar_periods_wide_enough_to_see(days: int, unit: str) -> None:
    name, edges = bin_edges(Window(15_000.0, 15_000.0 + days), 950.0)
    assert name == unit
    assert edges[0] <= 15_000.0
    assert edges[-1] >= 15_000.0 + days
    assert np.all(np.diff(edges) > 0)
    if unit == "week":
        assert {int((edge + 3) % 7) for edge in edges} == {0}  # Mondays


def test_sure_and_possible_events_of_a_cell(make: Make) -> None:
    data = make(
        {"date_start": "2023-05-10", "date_end": "2023-05-10"},
        {"date_start": "2023-05-01", "date_end": "2023-05-31", "date_precision": "month"},
        {"date_start": "2023-01-01", "date_end": "2023-12-31", "date_precision": "year"},
    )
    cells = count_cells(data, assign_lanes(_all(data), "type"), Window(18_000.0, 20_500.0), 950.0)
    may = int(np.searchsorted(cells.edges, 19_487, "right")) - 1
    assert cells.unit == "month"
    assert (cells.surely[0, may], cells.possibly[0, may]) == (2, 3)
    assert cells.weight.sum() == pytest.approx(3)
    assert cells.weight[0, may] == pytest.approx(2 + 31 / 365)


@pytest.mark.parametrize("rows", [40, 400])
def test_a_far_outlier_does_not_squeeze_the_first_view(rows: int) -> None:
    table = make_synthetic(rows, sources=False)
    frame = table.events.copy()
    frame.loc[0, ["date_start", "date_end"]] = [np.datetime64("1890-01-01", "us")] * 2
    selection = _all(make_dataset(frame, table.evidence, {}))
    window = read_window({}, selection)
    assert window.start > 8_000
    assert _meta(selection)["inWindow"] < selection.total


@pytest.mark.parametrize(
    "scene", [{"w": "x"}, {"w": [5]}, {"w": [5, 1]}, {"w": [float("nan"), 1]}, {"w": [0, 1e12]}, {"lanes": "<"}, {}]
)
def test_any_scene_from_an_address_is_drawn(events: Dataset, scene: dict[str, Any]) -> None:
    assert _meta(_all(events), scene)["lanes"]


def test_an_empty_table_is_drawn(make: Make) -> None:
    assert _meta(_all(make()))["items"] == []
