"""The strip above the timeline: how many events of each group lie where, over the whole time."""

from __future__ import annotations

from typing import Any

import numpy as np

from timeline.dashboard.palette import GROUP_STYLE
from timeline.dashboard.selection import Selection
from timeline.dashboard.window import fit, whole_time

_BINS = 140


def overview(selection: Selection) -> dict[str, Any]:
    """``start`` and ``end`` of the whole time in days since 1970-01-01, counts per group and bin, and the window of
    all.

    An event that may lie on several days is counted at the middle of them.
    """
    data = selection.data
    rows = selection.rows[data.drawable[selection.rows]]
    whole = whole_time(data)
    domain = (whole.start, whole.end)
    groups = data.single["group"]
    names = list(GROUP_STYLE)
    order = np.array([names.index(n) if n in names else len(names) - 1 for n in groups.names] + [len(names) - 1])
    place = np.clip(((data.middle[rows] - domain[0]) / (domain[1] - domain[0]) * _BINS).astype(int), 0, _BINS - 1)
    counts = np.bincount(order[groups.codes[rows]] * _BINS + place, minlength=len(names) * _BINS).reshape(
        len(names), _BINS
    )
    everything, first = fit(selection, everything=True), fit(selection)
    return {
        "start": domain[0],
        "end": domain[1],
        "counts": counts.tolist(),
        "groups": names,
        "all": [everything.start, everything.end],
        "first": [first.start, first.end],
    }
