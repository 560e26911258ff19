"""The events of a window as items with pixel places, or only their number when they are too many."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from timeline.dashboard.dataset import OPEN_HIGH, OPEN_LOW, Dataset
from timeline.dashboard.lanes import Lanes
from timeline.dashboard.packing import FADE, Item
from timeline.dashboard.window import Window


@dataclass(frozen=True, slots=True)
class View:
    """``events`` in the window; ``items`` one per event and lane, or None when they are more than the limit."""

    events: int
    items: list[Item] | None


def items_in_view(data: Dataset, lanes: Lanes, window: Window, width: float, *, limit: int) -> View:
    """Events whose known days touch the window, each in each of its lanes, placed on ``width`` pixels."""
    low, high = data.extent
    rows = lanes.rows
    seen = (low[rows] < window.end) & (high[rows] > window.start) & data.drawable[rows]
    rows, index = rows[seen], lanes.index[seen]
    events = int(np.count_nonzero(np.diff(rows, prepend=-1)))
    if len(rows) > limit:
        return View(events, None)
    scale = width / window.span
    left, right = (low[rows] - window.start) * scale, (high[rows] - window.start) * scale
    open_low, open_high = data.low[rows] == OPEN_LOW, data.high[rows] == OPEN_HIGH
    single = high[rows] - low[rows] <= 1
    ran = (data.events["date_precision"].iloc[rows].to_numpy() == "interval") & ~open_low
    left = np.where(open_low, np.minimum(right, width) - FADE, left)
    right = np.where(open_high, np.maximum(left, 0) + FADE, right)
    left, right = np.clip(left, 0, width), np.clip(right, 0, width)
    middle = (left + right) / 2
    mark = np.where(ran, np.clip(left, 1, width), middle)
    dot = single & ~open_low & ~open_high
    left, right = np.where(dot, middle, left), np.where(dot, middle, right)
    titles = data.events["title"].iloc[rows].to_numpy()
    return View(
        events,
        [
            Item(int(r), int(i), float(a), float(b), float(m), str(t))
            for r, i, a, b, m, t in zip(rows, index, left, right, mark, titles, strict=True)
        ],
    )
