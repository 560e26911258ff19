"""Places for labels and marks such that none lies on another: plain geometry in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from timeline.dashboard.textwidth import shorten, text_width

GAP: Final = 10.0
FADE: Final = 84.0
MARK: Final = 6.5
LABEL_SIZE: Final = 12.0
LONG: Final = 0.3  # a band that takes more than this of the width is a thin rule, and does not claim its row


@dataclass(frozen=True, slots=True)
class Item:
    """An event in a lane, in pixels from the left edge of the plot: its band (already cut to the view) and its mark."""

    row: int
    lane: int
    left: float
    right: float
    mark: float
    title: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with the line of its lane and, when labelled, the words and where they start and stand.

    ``above`` labels stand over their band, because it leaves no room beside it; ``before`` ones to the left of their
    mark.
    """

    item: Item
    line: int
    label: str = ""
    label_left: float = 0.0
    above: bool = False
    before: bool = False


def place_labels(items: Sequence[Item], width: float, scale: float = 1.0) -> list[Placed]:
    """Items with their labels beside them, packed into as few lines per lane as fit without touching."""
    extents = []
    for item in items:
        label, left, above = _label(item, width, scale)
        before = not above and left < item.mark
        right = left + text_width(label, LABEL_SIZE, scale)
        first, last = min(left, item.mark - MARK), max(right, item.mark + MARK)
        if not above:
            first, last = min(first, item.left), max(last, item.right)
        extents.append((first, last, Placed(item, 0, label, left, above, before)))
    return _pack(extents)


def place_marks(items: Sequence[Item], width: float) -> list[Placed]:
    """Items without labels, packed; a band that spans much of the view does not keep others off its line."""
    extents = []
    for item in items:
        first, last = item.mark - MARK, item.mark + MARK
        if item.right - item.left < LONG * width:
            first, last = min(first, item.left), max(last, item.right)
        extents.append((first, last, Placed(item, 0)))
    return _pack(extents, gap=1.5)


def _label(item: Item, width: float, scale: float) -> tuple[str, float, bool]:
    """The words, their left edge, and whether they stand above the band."""
    widest = min(560.0, max(0.5 * width, 150.0))
    label = shorten(item.title, widest, LABEL_SIZE, scale)
    size = text_width(label, LABEL_SIZE, scale)
    after, before = max(item.right, item.mark + MARK) + 4.5, min(item.left, item.mark - MARK) - 6 - size
    if item.right - item.left < LONG * width:
        if after + size <= width:
            return label, after, False
        if before >= 0:
            return label, before, False
    return label, max(0.0, min(max(item.left, 2.0), width - size)), item.right - item.left > 2 * MARK


def _pack(extents: list[tuple[float, float, Placed]], gap: float = GAP) -> list[Placed]:
    """First line of the lane that is free from there on."""
    ends: dict[int, list[float]] = {}
    placed = []
    for first, last, place in sorted(extents, key=lambda e: (e[2].item.lane, e[0], e[1], e[2].item.row)):
        lines = ends.setdefault(place.item.lane, [])
        line = next((i for i, end in enumerate(lines) if end + gap <= first), len(lines))
        if line == len(lines):
            lines.append(last)
        else:
            lines[line] = last
        placed.append(replace(place, line=line))
    return placed


def lines_by_lane(placed: Sequence[Placed]) -> dict[int, int]:
    """How many lines each lane needs."""
    need: dict[int, int] = {}
    for place in placed:
        need[place.item.lane] = max(need.get(place.item.lane, 0), place.line + 1)
    return need
