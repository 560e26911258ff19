"""Many events as cells: lanes by calendar periods, each cell with how many events surely and possibly lie in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from timeline.dashboard.dataset import Dataset
from timeline.dashboard.window import Window, visible_extent

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


def count_cells(
    data: Dataset, rows: npt.NDArray[np.intp], index: npt.NDArray[np.intp], lanes: int, window: Window, width: float
) -> Cells:
    """Cells of the pairs (``rows``, ``index``) that lie in the window."""
    unit, edges = bin_edges(window, width)
    low_all, high_all = visible_extent(data)
    low, high = low_all[rows], high_all[rows]
    inside = (low < edges[-1]) & (high > edges[0])
    low, high, lane = low[inside], high[inside], index[inside]
    bins = len(edges) - 1
    share = 1.0 / (high - low)
    low, high = np.maximum(low, edges[0]), np.minimum(high, edges[-1])
    first = np.clip(np.searchsorted(edges, low, "right") - 1, 0, bins - 1)
    last = np.clip(np.searchsorted(edges, high, "left") - 1, 0, bins - 1)
    single = first == last
    whole = share * (high - low) > 1 - 1e-9
    shape = (lanes, bins)
    surely = _add(shape, lane[single & whole], first[single & whole])
    weight = _add(shape, lane[single], first[single], (share * (high - low))[single])
    several = ~single
    spread = (lane[several], first[several], last[several])
    weight += _spread(shape, *spread, share[several], low[several], high[several], edges)
    possibly = _add(shape, lane[single], first[single]) + _between(shape, *spread)
    return Cells(unit, edges, weight, surely.astype(np.int64), np.rint(possibly).astype(np.int64))


Shape = tuple[int, int]
Index = npt.NDArray[np.intp]
Numbers = npt.NDArray[np.float64]


def _add(shape: Shape, lane: Index, column: Index, weights: Numbers | None = None) -> Numbers:
    size = shape[0] * shape[1]
    return np.bincount(lane * shape[1] + column, weights, minlength=size).astype(float).reshape(shape)


def _between(shape: Shape, lane: Index, first: Index, last: Index, weights: Numbers | None = None) -> Numbers:
    """``weights`` (or 1) in every cell from ``first`` to ``last``, by sums of differences."""
    wide = (shape[0], shape[1] + 1)
    return np.cumsum(_add(wide, lane, first, weights) - _add(wide, lane, last + 1, weights), axis=1)[:, :-1]


def _spread(
    shape: Shape, lane: Index, first: Index, last: Index, share: Numbers, low: Numbers, high: Numbers, edges: Numbers
) -> Numbers:
    """Each event by days over the cells it touches; the first and the last of them hold only a part of its days."""
    days = _between(shape, lane, first, last, share) * np.diff(edges)
    missing = _add(shape, lane, first, share * (low - edges[first])) + _add(
        shape, lane, last, share * (edges[last + 1] - high)
    )
    return np.maximum(days - missing, 0.0)
