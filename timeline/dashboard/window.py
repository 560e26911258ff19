"""The stretch of time in view, and where its events lie in it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from timeline.dashboard.dataset import Dataset
from timeline.dashboard.selection import Selection

MS_PER_DAY = 86_400_000
_SHORTEST, _LONGEST = 2.0, 400_000.0
_TRIM = 0.015  # at either side
_TRIM_FROM = 30  # with fewer events, each of them is worth its place in the first view


@dataclass(frozen=True, slots=True)
class Window:
    """From ``start`` to ``end``, in days since 1970-01-01."""

    start: float
    end: float

    @property
    def span(self) -> float:
        """Length in days."""
        return self.end - self.start


def read_window(scene: Mapping[str, Any] | None, selection: Selection) -> Window:
    """The window that the page asks for, or the one that fits the selected events."""
    asked = scene.get("w") if isinstance(scene, Mapping) else None
    if isinstance(asked, list) and len(asked) == 2 and all(isinstance(v, int | float) for v in asked):
        start, end = float(asked[0]), float(asked[1])
        if abs(start) < _LONGEST and abs(end) < _LONGEST and end > start:
            spare = max(0.0, _SHORTEST - (end - start)) / 2
            return Window(start - spare, end + spare)
    return fit(selection)


def fit(selection: Selection, *, everything: bool = False) -> Window:
    """A window around the selected events with a little room at the sides.

    Among many events, a few that lie far from all others do not squeeze the rest, unless ``everything`` is asked.
    """
    return selection.memo(("fit", everything), lambda: _fit(selection, everything=everything))


def whole_time(data: Dataset) -> Window:
    """The window of all events, whatever is selected."""
    reach = data.reach
    return _with_room(*reach) if reach else _NOTHING


def _fit(selection: Selection, *, everything: bool) -> Window:
    data = selection.data
    rows = selection.memo("drawable rows", lambda: selection.rows[data.drawable.take(selection.rows)])
    if not len(rows):
        return whole_time(data)
    first, last = selection.memo("reach", lambda: _reach(data, rows))
    if not everything and len(rows) >= _TRIM_FROM:
        middle = data.middle.take(rows)
        at = math.ceil(_TRIM * (len(middle) - 1)), math.floor((1 - _TRIM) * (len(middle) - 1))
        parted = np.partition(middle, at)
        inner = float(parted[at[0]]), float(parted[at[1]])
        if inner[1] - inner[0] < 0.6 * (last - first):
            first, last = inner
    return _with_room(first, last)


def _reach(data: Dataset, rows: npt.NDArray[np.intp]) -> tuple[float, float]:
    low, high = data.extent
    return float(low.take(rows).min()), float(high.take(rows).max())


def _with_room(first: float, last: float) -> Window:
    room = max(0.03 * (last - first), 6.0)
    return Window(first - room, last + room)


_NOTHING = Window(18_262.0, 20_089.0)  # 2020 to 2024: an axis to look at while there is nothing on it
