"""The members of a cell of the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt

from timeline.dashboard.figures import lanes_of
from timeline.dashboard.selection import Selection
from timeline.dashboard.words import date_words

_EPOCH = date(1970, 1, 1)
_FURTHEST = 700_000


@dataclass(frozen=True, slots=True)
class Cell:
    """Rows that lie or may lie in a lane between two days, with words for both."""

    rows: npt.NDArray[np.intp]
    label: str
    when: str
    window: list[float]


def cell_rows(selection: Selection, scene: Mapping[str, Any] | None, asked: Mapping[str, Any]) -> Cell | None:
    """The cell that the page asks for: ``lane`` (its key), ``from`` and ``to`` in days, the last exclusive."""
    lanes = lanes_of(selection, scene)
    number = next((i for i, lane in enumerate(lanes.lanes) if lane.key == asked.get("lane")), None)
    start, end = asked.get("from"), asked.get("to")
    if number is None or not isinstance(start, int | float) or not isinstance(end, int | float):
        return None
    if not -_FURTHEST < start < end < _FURTHEST:
        return None
    low, high = selection.data.extent
    rows = lanes.rows[lanes.index == number]
    rows = rows[(low[rows] < end) & (high[rows] > start) & selection.data.drawable[rows]]
    first, last = _day(start), _day(end - 1)
    when = date_words(first, last, "quarter") if first and last else ""
    return Cell(rows, lanes.lanes[number].label, when.removeprefix("between "), [float(start), float(end)])


def _day(number: float) -> date | None:
    try:
        return _EPOCH + timedelta(days=int(number))
    except OverflowError:
        return None
