"""The strip above the timeline: how many events of each group lie where, over the whole time."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from timeline.dashboard.dataset import Dataset
from timeline.dashboard.palette import GROUP_STYLE
from timeline.dashboard.selection import Selection
from timeline.dashboard.window import Window, fit, whole_time

_BINS = 140


def overview(selection: Selection) -> dict[str, Any]:
    """``start`` and ``end`` of the whole time in days since 1970-01-01, counts per group and bin, and the window of
    all.

    An event that may lie on several days is counted at the middle of them.
    """
    data, names = selection.data, list(GROUP_STYLE)
    whole = whole_time(data)
    cells = data.memo("overview cells", lambda: _cells(data, whole, names))
    size = len(names) * _BINS
    counts = np.bincount(cells.take(selection.rows), minlength=size + 1)[:size].reshape(len(names), _BINS)
    everything, first = fit(selection, everything=True), fit(selection)
    return {
        "start": whole.start,
        "end": whole.end,
        "counts": counts.tolist(),
        "groups": names,
        "all": [everything.start, everything.end],
        "first": [first.start, first.end],
    }


def _cells(data: Dataset, whole: Window, names: list[str]) -> npt.NDArray[np.int16]:
    """For each event the number of its cell (group, bin), counted through; one more for those that cannot be drawn."""
    groups = data.single["group"]
    order = np.array([names.index(n) if n in names else len(names) - 1 for n in groups.names] + [len(names) - 1])
    place = np.clip(((data.middle - whole.start) / whole.span * _BINS).astype(int), 0, _BINS - 1)
    return np.where(data.drawable, order[groups.codes] * _BINS + place, len(names) * _BINS).astype(np.int16)
