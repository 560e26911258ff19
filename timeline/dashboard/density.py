"""Many events as cells: lanes by calendar periods, each cell with how many events surely and possibly lie in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from timeline.dashboard.dataset import Dataset
from timeline.dashboard.lanes import Lanes
from timeline.dashboard.window import Window

#: name of the period, its approximate length in days, how numpy calls it, how many of those
UNITS: Final = (
    ("day", 1.0, "D", 1), ("week", 7.0, "W", 1), ("month", 30.44, "M", 1), ("quarter", 91.3, "M", 3),
    ("year", 365.25, "Y", 1), ("decade", 3652.5, "Y", 10), ("century", 36525.0, "Y", 100),
)  # fmt: skip
_NARROWEST = 6.0


@dataclass(frozen=True, slots=True)
class Cells:
    """``edges`` in days since 1970-01-01 (one more than bins); arrays of shape (lanes, bins).

    ``weight`` adds up to the number of events: one that may lie in several bins is spread over them by days.
    """

    unit: str
    edges: npt.NDArray[np.float64]
    weight: npt.NDArray[np.float64]
    surely: npt.NDArray[np.int64]
    possibly: npt.NDArray[np.int64]


def bin_edges(window: Window, width: float) -> tuple[str, npt.NDArray[np.float64]]:
    """Edges of the shortest calendar periods that are still wide enough to see in ``width`` pixels."""
    name, _, code, step = next((unit for unit in UNITS if unit[1] / window.span * width >= _NARROWEST), UNITS[-1])
    first, last = (np.datetime64(int(np.floor(v)), "D") for v in (window.start, window.end))
    if code == "W":  # numpy's weeks start on Thursday, the day of its epoch; ours on Monday
        start = int(np.floor((window.start - 4) / 7)) * 7 + 4
        edges = np.arange(start, window.end + 7, 7, dtype=float)
    else:
        low, high = (int(v.astype(f"datetime64[{code}]").astype(int)) for v in (first, last))
        offset = low % step if code != "Y" else (low + 1970) % step
        edges = (
            np.arange(low - offset, high + step + 1, step)
            .astype(f"datetime64[{code}]")
            .astype("datetime64[D]")
            .astype(float)
        )
    return name, edges


def count_cells(data: Dataset, lanes: Lanes, window: Window, width: float) -> Cells:
    """Cells of the events in the window, by the lanes given, on ``width`` pixels."""
    unit, edges = bin_edges(window, width)
    low_all, high_all = data.extent
    low, high = low_all[lanes.rows], high_all[lanes.rows]
    inside = (low < edges[-1]) & (high > edges[0])
    low, high, lane = low[inside], high[inside], lanes.index[inside]
    bins = len(edges) - 1
    share = 1.0 / (high - low)
    low, high = np.maximum(low, edges[0]), np.minimum(high, edges[-1])
    of_day = np.repeat(np.arange(bins), np.diff(edges).astype(np.int64))  # edges lie between days
    first = of_day.take((low - edges[0]).astype(np.int64))
    last = of_day.take((high - 1 - edges[0]).astype(np.int64))
    inner = share * (high - low)
    grid = _Grid(len(lanes.lanes), bins)
    single = first == last
    whole = single & (inner > 1 - 1e-9)
    surely = grid.add(lane[whole], first[whole])
    weight = grid.add(lane[single], first[single], inner[single])
    several = np.flatnonzero(~single)
    spans = _Spans(lane[several], first[several], last[several], low[several], high[several], share[several])
    weight += spans.by_days(grid, edges)
    possibly = grid.add(lane[single], first[single]) + spans.each(grid)
    return Cells(unit, edges, weight, surely.astype(np.int64), np.rint(possibly).astype(np.int64))


Index = npt.NDArray[np.intp]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Lanes by bins to add numbers up in."""

    lanes: int
    bins: int

    def add(self, lane: Index, column: Index, weights: Numbers | None = None) -> Numbers:
        """The sum of ``weights`` (or the count) per cell."""
        size = self.lanes * self.bins
        return (
            np.bincount(lane * self.bins + column, weights, minlength=size).astype(float).reshape(self.lanes, self.bins)
        )


@dataclass(frozen=True, slots=True)
class _Spans:
    """Events that may lie in several bins: first and last bin, days within the edges, share of the event per day."""

    lane: Index
    first: Index
    last: Index
    low: Numbers
    high: Numbers
    share: Numbers

    def each(self, grid: _Grid, weights: Numbers | None = None) -> Numbers:
        """``weights`` (or 1) in every cell from first to last, by sums of differences."""
        wide = _Grid(grid.lanes, grid.bins + 1)
        return np.cumsum(
            wide.add(self.lane, self.first, weights) - wide.add(self.lane, self.last + 1, weights), axis=1
        )[:, :-1]

    def by_days(self, grid: _Grid, edges: Numbers) -> Numbers:
        """Each event spread by days; the first and the last bin hold only a part of theirs."""
        days = self.each(grid, self.share) * np.diff(edges)
        before = grid.add(self.lane, self.first, self.share * (self.low - edges[self.first]))
        after = grid.add(self.lane, self.last, self.share * (edges[self.last + 1] - self.high))
        return np.maximum(days - before - after, 0.0)
